from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tequio.core.text.similar import fingerprint
from tequio.formats.contributions import Draft, Duplicate, Mapping, Parsed, Remark, guess_mapping, parse
from tequio.formats.tables import Row, Table, read

COLUMNS = ("título", "texto", "tipo", "alcaldía", "fecha", "folio", "código", "colectivo", "idioma")
MAPPING = Mapping("título", "texto", "tipo", "alcaldía", "código", "fecha", "colectivo", "idioma", "folio")
WORDS = Mapping(title="título", body="texto")


def table(*rows, columns=("título", "texto")):
    return Table(columns, tuple(Row(line, cells) for line, cells in enumerate(rows, 2)))


def draft(line, title, body="", **more):
    return Draft(line, title, body, fingerprint=fingerprint(f"{title}\n{body}"), **{"kind": "need", **more})


def test_a_row_becomes_a_draft_with_all_that_it_states():
    row = (
        " Agua\n limpia ",
        "<p>Falta.</p><p>Ya.</p>",
        "Ideas",
        "COYOACAN ",
        "19/09/2017",
        "p-1",
        "W1#13",
        "Casa A",
        "es-MX",
    )

    parsed = parse(table(row, columns=COLUMNS), MAPPING)

    expected = draft(
        2,
        "Agua limpia",
        "Falta.\n\nYa.",
        kind="idea",
        territory_text="COYOACAN",
        said_on=date(2017, 9, 19),
        source_id="p-1",
        code="W1#13",
        organization="Casa A",
        language="es",
    )
    assert parsed == Parsed((expected,), (), (), ())


def test_words_in_either_column_are_enough():
    parsed = parse(table(("Agua", ""), ("", "Más sombra")), WORDS)

    assert parsed.accepted == (draft(2, "Agua"), draft(3, "", "Más sombra"))


def test_rows_without_words_with_other_cells_or_too_long_are_left_out_with_the_reason():
    rows = (("", " \n"), ("<p></p>", "…"), ("a", "b", "c"), ("a",), ("Agua", "x" * 21), ("Agua", "x" * 20))

    parsed = parse(table(*rows), WORDS, longest=20)

    assert parsed.rejected == (
        Remark(2, "row.empty"),
        Remark(3, "row.empty"),
        Remark(4, "row.cells", {"found": 3, "expected": 2}),
        Remark(5, "row.cells", {"found": 1, "expected": 2}),
        Remark(6, "row.too_long", {"length": 21, "limit": 20}),
    )


def test_what_was_said_before_is_a_duplicate_whatever_its_case_and_accents():
    rows = (("Más agua", ""), ("MAS AGUA!", ""), ("Sombra", ""), ("más  agua", " "))

    parsed = parse(table(*rows), WORDS, {fingerprint("sombra")})

    assert (parsed.accepted, parsed.duplicates) == (
        (draft(2, "Más agua"),),
        (Duplicate(3, 2, "MAS AGUA!"), Duplicate(4, None, "Sombra"), Duplicate(5, 2, "más agua")),
    )


def test_repeats_may_be_taken_but_never_what_is_stored():
    parsed = parse(table(("Agua", ""), ("Agua", ""), ("Sombra", "")), WORDS, {fingerprint("sombra")}, repeats=True)

    assert ([d.line for d in parsed.accepted], parsed.duplicates) == ([2, 3], (Duplicate(4, None, "Sombra"),))


def test_what_is_not_understood_is_left_behind_and_noted():
    row = ("Agua", "", "Ofrezco", "", "09/19/2017", "f" * 81, "", "", "náhuatl")

    parsed = parse(table(row, columns=COLUMNS), MAPPING, kind="wish")

    notes = (
        Remark(2, "row.kind_unread", {"text": "Ofrezco"}),
        Remark(2, "row.date_unread", {"text": "09/19/2017"}),
        Remark(2, "row.id_too_long", {"text": "f" * 59 + "…"}),
        Remark(2, "row.language_unread", {"text": "náhuatl"}),
    )
    assert parsed == Parsed((draft(2, "Agua", kind="wish"),), (), (), notes)


def test_notes_are_only_about_rows_that_are_taken():
    row = ("Agua", "", "Ofrezco", "", "", "", "", "", "")

    parsed = parse(table(row, columns=COLUMNS), MAPPING, {fingerprint("agua")})

    assert parsed == Parsed((), (Duplicate(2, None, "Agua"),), (), ())


def test_a_title_that_is_too_long_goes_into_the_text():
    title = "Queremos más sombra en la avenida. " * 10

    parsed = parse(table((title, "Gracias.")), WORDS)

    start = "Queremos más sombra en la avenida. " * 3 + "Queremos"
    moved = Remark(2, "row.title_moved", {"limit": 300})
    assert (parsed.accepted[0].title, parsed.accepted[0].body, parsed.noted) == (
        f"{start} más…",
        f"{title.strip()}\n\nGracias.",
        (moved,),
    )


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        *(("Necesito", "need"), ("NECESIDADES", "need"), ("needs", "need"), ("Propuesta", "idea"), ("Sueños", "wish")),
        *(("testimonio", "experience"), ("statement", "statement"), ("", "need"), ("offer", "need")),
    ],
)
def test_kinds_are_read_in_both_languages(text, kind):
    parsed = parse(table(("Agua", text), columns=("título", "tipo")), Mapping(title="título", kind="tipo"))

    assert parsed.accepted[0].kind == kind


CELLS = st.sampled_from(["", "Agua", "agua", "¡AGUA!", "Sombra", "<p>Sombra</p>", "…", "x" * 30])


@given(st.lists(st.lists(CELLS, min_size=1, max_size=3).map(tuple)), st.booleans())
def test_every_row_is_taken_repeated_or_left_out_exactly_once(rows, repeats):
    parsed = parse(table(*rows), WORDS, {fingerprint("sombra")}, longest=20, repeats=repeats)

    lines = sorted(item.line for part in (parsed.accepted, parsed.duplicates, parsed.rejected) for item in part)
    assert lines == list(range(2, len(rows) + 2))


@given(st.lists(st.tuples(CELLS, CELLS)))
def test_a_file_that_comes_twice_adds_nothing(rows):
    first = parse(table(*rows), WORDS)

    again = parse(table(*rows), WORDS, {taken.fingerprint for taken in first.accepted})

    assert (again.accepted, again.rejected) == ((), first.rejected)


def counts(path, **options):
    found = read(path)
    parsed = parse(found, guess_mapping(found.columns, found.rows[:50]), **options)
    return (
        len(parsed.accepted),
        len(parsed.duplicates),
        len(parsed.rejected),
        Counter(note.code for note in parsed.noted),
    )


@pytest.mark.shared
def test_the_proposals_are_read_whole_with_their_defects(shared_data):
    path = shared_data / "proposals/proposals_latest.csv"

    assert (counts(path), counts(path, repeats=True)) == ((2662, 76, 0, {}), (2738, 0, 0, {}))


@pytest.mark.shared
def test_the_proposals_without_description_stay_without(shared_data):
    found = read(shared_data / "proposals/proposals_latest.csv")

    parsed = parse(found, guess_mapping(found.columns), repeats=True)

    assert sum(not taken.body for taken in parsed.accepted) == 502


@pytest.mark.shared
def test_the_needs_and_offers_of_the_earthquake_are_read_whole(shared_data):
    path = shared_data / "needs_offers/earthquake_2017_offers_needs.csv"

    assert (counts(path), counts(path, repeats=True)) == (
        (544, 560, 0, {"row.kind_unread": 457}),
        (1104, 0, 0, {"row.kind_unread": 1004}),
    )
