from collections import Counter
from importlib.resources import files

from tequio.core.indicators.kinds import Direction, Level, Provenance
from tequio.frameworks.kpi import kpis, labels, variables


def test_the_catalogue_passes_every_published_sum():
    every = list(kpis().values())

    assert Counter(kpi.dimension for kpi in every) == {"Economy": 45, "Environment": 17, "Society and Culture": 29}
    assert list(Counter(kpi.sub_dimension for kpi in every).values()) == [17, 7, 21, 13, 4, 12, 17]
    assert Counter(kpi.level for kpi in every) == {Level.CORE: 54, Level.ADVANCED: 37}


def test_there_are_27_categories_by_their_place_and_22_by_their_name():
    every = kpis().values()

    assert (len({kpi.path for kpi in every}), len({kpi.category for kpi in every})) == (27, 22)


def test_the_suffix_of_a_code_says_whether_it_is_core():
    assert all((kpi.level is Level.CORE) == kpi.code.endswith("C") for kpi in kpis().values())


def test_what_nobody_published_is_not_there_to_be_shown():
    text = files("tequio.frameworks.kpi").joinpath("kpis.csv").read_text("utf-8")

    unknown = [kpi for kpi in kpis().values() if kpi.provenance["kind"] is Provenance.UNKNOWN]
    assert (len(unknown), {kpi.kind for kpi in unknown}, "guess" in text) == (62, {None}, False)


def test_fourteen_formulas_were_read_in_official_pages_and_nine_in_part():
    found = Counter(kpi.provenance["formula"] for kpi in kpis().values())

    assert found == {Provenance.OFFICIAL: 14, Provenance.PARTLY_OFFICIAL: 9, Provenance.RECALLED: 68}
    assert [p.verified for p in (Provenance.OFFICIAL, Provenance.RECALLED, Provenance.INFERRED)] == [True, False, False]


def test_official_fields_have_an_official_page():
    official = [kpi for kpi in kpis().values() if kpi.provenance["formula"] is not Provenance.RECALLED]

    assert len(official) == 23
    assert all(url.startswith("https://www.itu.int/") for kpi in official for url in kpi.sources)
    assert all(kpi.sources for kpi in official)


def test_everything_people_read_is_there_in_both_languages():
    named = [kpi.name for kpi in kpis().values()] + [variable.label for variable in variables().values()]
    notes = [kpi.note for kpi in kpis().values() if kpi.note]
    points = [point.label for kpi in kpis().values() for point in kpi.data_points]

    assert {tuple(sorted(text)) for text in (*named, *notes, *points, *labels().values())} == {("en", "es")}


def test_every_group_and_unit_has_its_words():
    shown = {("dimension", kpi.dimension) for kpi in kpis().values()} | {
        ("sub_dimension", kpi.sub_dimension) for kpi in kpis().values()
    }
    shown |= {("category", kpi.category) for kpi in kpis().values()}
    shown |= {("unit", kpi.unit_label) for kpi in kpis().values()}

    assert shown == set(labels())


def test_indicators_of_several_numbers_have_them_with_their_own_direction():
    waste = kpis()["EN:EN:WA:1C"]

    assert waste.direction is Direction.MIXED
    assert {point.name: point.direction for point in waste.data_points} == {
        "landfill": Direction.LOWER,
        "burnt": Direction.LOWER,
        "incinerated": Direction.CONTEXT,
        "open_dump": Direction.LOWER,
        "recycled": Direction.HIGHER,
        "other": Direction.CONTEXT,
    }
    assert sum(len(kpi.data_points) or 1 for kpi in kpis().values()) == 112


def test_what_follows_elections_and_plans_is_not_expected_every_year():
    assert [kpi.code for kpi in kpis().values() if kpi.frequency != "annual"] == [
        "EC:I:UP:2A",
        "SC:SH:SI:4C",
        "SC:SH:SA:3A",
    ]
