import pytest
from django.test import Client
from django.utils import translation

from tequio.apps.processes import actions, limits, queries
from tequio.apps.processes.models import Participant
from tequio.apps.territories.models import Population, Territory
from tequio.core.charts.tiles import Place
from tequio.core.coverage import coverage, to_json
from tequio.core.refusals import Refusal
from tests.apps.processes.here import BASE, DOING, HOSTILE, boroughs, people, phase
from tests.people import Cast

DRAWN = "Las 30 personas que se cuentan aquí fueron invitadas, no sorteadas."
PEOPLE = {"001": 60, "002": 30, "003": 10}


def city(cast: Cast) -> list[Territory]:
    cast.caro.delete()
    return boroughs(Iztapalapa=60, Tlalpan=30, Tláhuac=10)


def shown(cast: Cast, **options: bool) -> queries.Heard:
    groups = queries.groups_of(cast.process)
    assert groups is not None
    return queries.heard_of(cast.process, groups, **options)


def test_people_are_compared_with_who_lives_there(cast: Cast) -> None:
    iztapalapa, tlalpan, _tlahuac = city(cast)
    people(cast, 8, iztapalapa)
    people(cast, 4, tlalpan)

    found = queries.coverage_of(cast.process)

    assert found == coverage({"001": 8, "002": 4}, PEOPLE)
    assert to_json(found)["missing"] == ["003"]


def test_a_neighbourhood_counts_for_its_borough_and_a_city_for_none(cast: Cast) -> None:
    iztapalapa, _tlalpan, _tlahuac = city(cast)
    inside = Territory.objects.create(kind="neighbourhood", code="x", name="La Nueva", parent=iztapalapa)
    whole = Territory.objects.create(kind="city", code="09", name="Ciudad")
    for place in (inside, whole, None):
        people(cast, 2, place)

    assert queries.coverage_of(cast.process) == coverage({"001": 2, "": 4}, PEOPLE)


def test_people_who_left_are_not_counted(cast: Cast) -> None:
    iztapalapa, _tlalpan, _tlahuac = city(cast)
    stays, leaves = people(cast, 2, iztapalapa)
    actions.withdraw(leaves, **DOING)

    assert queries.coverage_of(cast.process) == coverage({"001": 1}, PEOPLE)
    assert stays.withdrawn_at is None


def test_waves_and_phases_bound_who_is_counted(cast: Cast) -> None:
    iztapalapa, tlalpan, _tlahuac = city(cast)
    first = phase(cast)
    came, said_no, invited = people(cast, 3, iztapalapa)
    actions.invite(first, [came], state="came", **DOING)
    actions.invite(first, [said_no], state="declined", **DOING)
    actions.invite(first, [invited], **DOING)
    other = actions.Newcomer(tlalpan)
    actions.add_participant(cast.process, wave="FS", newcomer=other, **DOING)

    found = [
        queries.coverage_of(cast.process, wave="FS"),
        queries.coverage_of(cast.process, phase="explorar"),
        queries.coverage_of(cast.process, wave="FS", phase="explorar"),
    ]

    assert found == [coverage({"002": 1}, PEOPLE), coverage({"001": 1}, PEOPLE), coverage({}, PEOPLE)]


def test_the_newest_edition_is_compared_with(cast: Cast) -> None:
    for borough in city(cast):
        Population.objects.create(territory=borough, edition="2010", people=1, source="INEGI, 2010")

    groups = queries.groups_of(cast.process)

    assert groups is not None
    assert (groups.people, groups.source) == (PEOPLE, "INEGI, 2020")
    assert groups.labels == {"001": "Iztapalapa", "002": "Tlalpan", "003": "Tláhuac"}


def test_a_process_of_an_area_is_compared_with_that_area(cast: Cast) -> None:
    iztapalapa, tlalpan, tlahuac = city(cast)
    whole = Territory.objects.create(kind="city", code="09", name="Ciudad")
    area = Territory.objects.create(kind="area", code="C", name="Zona C", parent=whole)
    Territory.objects.filter(pk__in=[iztapalapa.pk, tlahuac.pk]).update(parent=area)
    Territory.objects.filter(pk=tlalpan.pk).update(parent=None)
    found = []

    for place in (whole, area, tlalpan):
        cast.process.territory = place
        groups = queries.groups_of(cast.process)
        assert groups is not None
        found.append(list(groups.people))

    assert found == [["001", "003"], ["001", "003"], ["002"]]


def test_attributes_are_compared_where_every_population_is_known(cast: Cast) -> None:
    bands = [{"key": "m", "label": {"es": "Mujeres"}, "population": 52}]
    known = [*bands, {"key": "h", "label": {"es": "Hombres"}, "population": 48}]
    actions.add_attribute(cast.process, title={"es": "Género"}, choices=known, source="INEGI", **DOING)
    unknown = [*bands, {"key": "h", "label": {"es": "Hombres"}, "population": None}]
    actions.add_attribute(cast.process, title={"es": "Otra"}, choices=unknown, **DOING)
    people(cast, 2, attributes={"genero": "m"})

    found = queries.coverage_of(cast.process, "genero")

    assert found == coverage({"m": 2, "": 1}, {"m": 52, "h": 48})
    assert queries.wordings_of(cast.process) == [("genero", "Género")]
    assert queries.groups_of(cast.process, "otra") is None


def test_without_any_population_there_is_nothing_to_compare(cast: Cast) -> None:
    with pytest.raises(Refusal, match=r"coverage\.no_population"):
        queries.coverage_of(cast.process)

    assert queries.groups_of(cast.process) is None


def test_those_who_speak_alone_are_not_counted_by_small_groups(cast: Cast) -> None:
    iztapalapa, tlalpan, _tlahuac = city(cast)
    people(cast, 12, iztapalapa)
    people(cast, 3, tlalpan, alone=True)

    for_readers, for_staff = shown(cast), shown(cast, everything=True)

    assert (for_readers.found, for_readers.alone) == (coverage({"001": 12}, PEOPLE), 3)
    assert (for_staff.found, for_staff.alone) == (coverage({"001": 12, "002": 3}, PEOPLE), 0)


def test_those_who_speak_alone_are_counted_where_ten_share_each_group(cast: Cast) -> None:
    iztapalapa, _tlalpan, _tlahuac = city(cast)
    people(cast, 10, iztapalapa, alone=True)
    people(cast, 1, None, alone=True)

    assert shown(cast) == queries.Heard(shown(cast).groups, coverage({"001": 10, "": 1}, PEOPLE), 0)


def test_tiles_say_how_many_came(cast: Cast) -> None:
    iztapalapa, _tlalpan, tlahuac = city(cast)
    Territory.objects.filter(pk=tlahuac.pk).update(tile_column=None, tile_row=None)
    people(cast, 12, iztapalapa)

    assert shown(cast).places == [
        Place("001", "Iztapalapa", 0, 0, 12, "over"),
        Place("002", "Tlalpan", 1, 0, 0, "missing"),
    ]


def test_the_limits_are_said_in_sentences(cast: Cast) -> None:
    iztapalapa, _tlalpan, tlahuac = city(cast)
    people(cast, 29, tlahuac)
    people(cast, 1, iztapalapa)
    people(cast, 2)

    with translation.override("es"):
        said = limits.sentences(shown(cast))

    assert said == [
        f"{DRAWN} No representan a todas las que viven aquí.",
        "No vino nadie de: Tlalpan.",
        "Hay menos de las que viven ahí, más de lo que explicaría el azar: Iztapalapa.",
        "De algunas personas no sabemos el grupo (2); no están en ningún número de aquí.",
    ]


def test_the_summary_names_who_is_missing(cast: Cast) -> None:
    iztapalapa, tlalpan, tlahuac = city(cast)
    said = []
    with translation.override("es"):
        for place, alone in ((iztapalapa, False), (tlalpan, False), (tlahuac, True)):
            people(cast, 9, place, alone=alone)
            said.append(limits.summary(shown(cast)))
        people(cast, 1, tlahuac, alone=True)
        said.append(limits.summary(shown(cast)))

    assert said == [
        "Han participado menos de diez personas: muy pocas para decir quién falta.",
        "Participaron 18 personas, de 2 de 3 alcaldías. No vino nadie de: Tláhuac.",
        "Participaron 18 personas por su organización, de 2 de 3 alcaldías. No vino ninguna organización de: Tláhuac.",
        "Participaron 28 personas, de 3 de 3 alcaldías.",
    ]


def page(client: Client, query: str = "") -> str:
    answer = client.get(f"{BASE}cobertura/{query}")
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_page_draws_bars_tiles_and_a_table(cast: Cast) -> None:
    iztapalapa, _tlalpan, _tlahuac = city(cast)
    people(cast, 12, iztapalapa)

    html = page(Client())

    told = ["No vino nadie de: Tlalpan, Tláhuac.", "INEGI, 2020", 'class="tiles"', 'class="bars"', "<table"]
    assert [words for words in told if words not in html] == []


def test_below_ten_people_nothing_is_drawn(cast: Cast) -> None:
    iztapalapa, _tlalpan, _tlahuac = city(cast)
    people(cast, 9, iztapalapa)

    html = page(Client())

    assert [mark for mark in ('class="tiles"', 'class="bars"', "No vino nadie") if mark in html] == []
    assert "too-few" in html


def test_readers_do_not_see_where_few_people_speak_alone_and_staff_do(cast: Cast) -> None:
    iztapalapa, tlalpan, _tlahuac = city(cast)
    people(cast, 12, iztapalapa)
    people(cast, 3, tlalpan, alone=True)
    row = '<th scope="row">Tlalpan</th><td>3</td>'

    seen = [row in page(client) for client in (Client(), cast.signed_in(cast.beto), cast.signed_in(cast.ana))]

    assert seen == [False, False, True]


def test_without_populations_the_page_says_what_to_do(cast: Cast) -> None:
    assert "Todavía no hay con qué comparar" in page(Client())


@pytest.mark.parametrize("query", ["?by=nada", "?wave=ZZ&phase=nunca", "?by=" + "x" * 300, "?by='\"><script>"])
def test_an_address_with_something_unknown_shows_the_whole(cast: Cast, query: str) -> None:
    iztapalapa, _tlalpan, _tlahuac = city(cast)
    people(cast, 12, iztapalapa)

    html = page(Client(), query)

    assert ('class="bars"' in html, "<script>" in html) == (True, False)


def test_hostile_names_are_shown_as_text(cast: Cast) -> None:
    iztapalapa, _tlalpan, _tlahuac = city(cast)
    Territory.objects.filter(pk=iztapalapa.pk).update(name=HOSTILE[0])
    Population.objects.update(source=HOSTILE[1])
    people(cast, 12, iztapalapa)

    html = page(Client())

    assert [text for text in HOSTILE if text in html] == []
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html


@pytest.mark.parametrize("n", [3, 30])
def test_the_page_asks_the_same_number_of_questions(cast: Cast, n: int, django_assert_num_queries: object) -> None:
    boroughs(**{f"Alcaldía{number}": 10 for number in range(n)})
    for place in Territory.objects.all():
        people(cast, 4, place)
    for number in range(n):
        phase(cast, f"Fase {number}")

    with django_assert_num_queries(7):  # type: ignore[operator]
        page(Client())

    assert Participant.objects.count() == 4 * n + 1
