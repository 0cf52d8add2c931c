"""The pages on which a facilitator groups, quotes, merges and splits: without script, nothing lost when refused."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tequio.apps.contributions.models import Contribution
from tequio.apps.synthesis import actions
from tequio.apps.synthesis.models import Quote, Theme
from tequio.apps.territories.models import Territory
from tequio.apps.thread.models import Link
from tests.apps.synthesis.test_pages import HERE, HOSTILE, STAFF, read
from tests.apps.synthesis.voices import ANA, one, said, theme, workshop
from tests.people import NOON, Cast


def grouped() -> list[tuple[str, str]]:
    return list(Link.objects.filter(kind="grouped").order_by("pk").values_list("source__ref", "target__ref"))


def offered(page: str) -> list[int]:
    return [int(part.split('"')[0]) for part in page.split('name="contributions" value="')[1:]]


def test_ana_puts_voices_in_a_new_theme_and_stays_where_she_was(cast: Cast) -> None:
    said(cast, "No hay agua.", "Hay fugas.", "Otra cosa.")

    answer = cast.signed_in(cast.ana).post(f"{HERE}agrupar/?q=agua", {"contributions": ["1", "2"], "title": "El agua"})

    assert (answer.status_code, answer["Location"]) == (302, f"{HERE}agrupar/?q=agua")
    assert (Theme.objects.get().title, grouped()) == ({"es": "El agua"}, [("A1", "T1"), ("A2", "T1")])


def test_ana_puts_a_voice_in_a_theme_that_is_there(cast: Cast) -> None:
    one(cast, "No hay agua.")
    made = theme(cast)

    cast.signed_in(cast.ana).post(f"{HERE}agrupar/", {"contributions": "1", "theme": made.pk})

    assert grouped() == [("A1", "T1")]


@pytest.mark.parametrize("typed", [{}, {"theme": "1", "title": "Otro"}])
def test_a_theme_is_chosen_or_typed_and_the_ticks_stay(cast: Cast, typed: dict[str, str]) -> None:
    said(cast, "No hay agua.", "Hay fugas.")
    made = theme(cast)
    given = {**typed, "theme": str(made.pk)} if typed else {}

    answer = cast.signed_in(cast.ana).post(f"{HERE}agrupar/", {"contributions": ["2"], **given})

    page = answer.content.decode()
    assert (answer.status_code, grouped(), Theme.objects.count()) == (422, [], 1)
    assert 'value="2" id="voice-2" checked' in page
    assert 'value="1" id="voice-1">' in page


@pytest.mark.parametrize("ticked", ["", "999", "99999999999999999999", "x", "-1", "1; DROP TABLE", "٣"])
def test_ticks_that_are_no_voices_are_refused(cast: Cast, ticked: str) -> None:
    one(cast, "No hay agua.")
    made = theme(cast)

    answer = cast.signed_in(cast.ana).post(f"{HERE}agrupar/", {"contributions": ticked, "theme": made.pk})

    assert (answer.status_code, grouped()) == (422, [])


def test_a_theme_of_another_process_cannot_be_chosen(cast: Cast) -> None:
    one(cast, "No hay agua.")
    other = cast.process.__class__.objects.create(space=cast.space, slug="otro", title={"es": "Otro"}, made_at=NOON)
    there = actions.add_theme(process=other, title={"es": "Allá"}, by=ANA, at=NOON)

    answer = cast.signed_in(cast.ana).post(f"{HERE}agrupar/", {"contributions": "1", "theme": there.pk})

    assert (answer.status_code, grouped()) == (422, [])


def test_the_table_offers_what_is_in_no_theme_and_tells_how_far_one_is(cast: Cast) -> None:
    voices = [*said(cast, "Uno.", "Dos.", "Tres."), one(cast, "Sin leer.", status="new")]
    theme(cast, "El agua", voices[0])

    page = read(cast.signed_in(cast.ana), "agrupar/", "en")

    assert offered(page) == [3, 2]
    assert "1 of 3 grouped" in page


def test_the_table_offers_grouped_voices_too_when_asked_with_their_themes(cast: Cast) -> None:
    voices = said(cast, "Uno.", "Dos.")
    theme(cast, "El agua", voices[0])
    theme(cast, "Fugas", voices[0])

    page = read(cast.signed_in(cast.ana), "agrupar/?all=on")

    assert offered(page) == [2, 1]
    assert "T1, T2" in page


def test_the_table_is_narrowed_by_words_kind_meeting_and_territory(cast: Cast) -> None:
    area = Territory.objects.create(kind="area", code="A", name="Zona A")
    borough = Territory.objects.create(kind="borough", code="09002", name="Azcapotzalco", parent=area)
    meeting = workshop(cast, 1)
    one(cast, "No hay agua.")
    one(cast, "Un parque con árboles.", kind="idea")
    one(cast, "En el taller.", meeting=meeting)
    one(cast, "En la alcaldía.", territory_id=borough.pk)
    ana = cast.signed_in(cast.ana)

    asked = ("q=arbol", "kind=idea", f"meeting={meeting.pk}", f"area={borough.pk}", f"area={area.pk}")
    found = [offered(read(ana, f"agrupar/?{query}")) for query in asked]

    assert found == [[2], [2], [3], [4], [4]]


def test_a_filter_that_is_none_leaves_nothing_out_and_says_so(cast: Cast) -> None:
    said(cast, "Uno.", "Dos.")

    answer = cast.signed_in(cast.ana).get(f"{HERE}agrupar/?kind=nada")

    assert (answer.status_code, offered(answer.content.decode())) == (422, [2, 1])


def test_the_table_is_paged_and_keeps_the_search(cast: Cast) -> None:
    said(cast, *(f"Falta agua {n}." for n in range(30)))

    page = read(cast.signed_in(cast.ana), "agrupar/?q=agua&page=2")

    assert offered(page) == [5, 4, 3, 2, 1]
    assert "?q=agua&amp;page=1" in page


@pytest.mark.parametrize("n", [3, 30])
def test_the_table_asks_the_same_questions(
    cast: Cast, n: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    said(cast, *(f"Voz {place}." for place in range(n)), participant=cast.caro)
    theme(cast)
    ana = cast.signed_in(cast.ana)
    ana.get(f"{HERE}agrupar/")

    with django_assert_num_queries(13):
        ana.get(f"{HERE}agrupar/")


def test_ana_takes_a_voice_out(cast: Cast) -> None:
    theme(cast, "El agua", *said(cast, "Uno.", "Dos."))

    cast.signed_in(cast.ana).post(f"{HERE}1/aportes/", {"contributions": "1"})

    assert grouped() == [("A2", "T1")]


def test_ana_splits_voices_off(cast: Cast) -> None:
    theme(cast, "El agua", *said(cast, "Uno.", "Dos."))

    cast.signed_in(cast.ana).post(f"{HERE}1/aportes/", {"contributions": "1", "title": "Fugas"})

    assert grouped() == [("A2", "T1"), ("A1", "T2")]


def test_ana_marks_a_sentence_or_types_words(cast: Cast) -> None:
    theme(cast, "El agua", one(cast, "No hay agua. La pipa llega tarde."))
    ana = cast.signed_in(cast.ana)

    ana.post(f"{HERE}1/citas/1/", {"sentence": "No hay agua."})
    ana.post(f"{HERE}1/citas/1/", {"typed": "llega tarde"})

    assert list(Quote.objects.values_list("passage", flat=True)) == ["No hay agua.", "llega tarde"]


def test_words_that_were_not_said_come_back_with_what_was_typed(cast: Cast) -> None:
    theme(cast, "El agua", one(cast, "No hay agua."))

    answer = cast.signed_in(cast.ana).post(f"{HERE}1/citas/1/", {"typed": "Sí hay agua"})

    assert (answer.status_code, Quote.objects.count()) == (422, 0)
    assert "Sí hay agua</textarea>" in answer.content.decode()


def test_a_voice_outside_the_theme_has_no_page_to_be_quoted(cast: Cast) -> None:
    one(cast, "Voz de fuera.")
    theme(cast)

    assert cast.signed_in(cast.ana).get(f"{HERE}1/citas/1/").status_code == 404


def test_a_quote_is_removed_from_its_own_theme_alone(cast: Cast) -> None:
    voice = one(cast, "No hay agua.")
    made = theme(cast, "El agua", voice)
    theme(cast, "Otro")
    quote = actions.add_quote(theme=made, contribution=voice, passage="No hay agua.", by=ANA, at=NOON)
    ana = cast.signed_in(cast.ana)

    statuses = [ana.post(f"{HERE}{theme}/citas/quitar/{quote.pk}/").status_code for theme in (2, 1)]

    assert (statuses, Quote.objects.count()) == ([404, 302], 0)


def test_ana_merges_edits_and_deletes(cast: Cast) -> None:
    voice = one(cast, "Voz.")
    old, new = theme(cast, "Uno", voice), theme(cast, "Dos")
    theme(cast, "Tres")
    ana = cast.signed_in(cast.ana)

    places = [
        ana.post(f"{HERE}1/unir/", {"into": new.pk})["Location"],
        ana.post(f"{HERE}2/editar/", {"title_es": "El agua", "title_en": "Water", "public": "on"})["Location"],
        ana.post(f"{HERE}3/borrar/")["Location"],
    ]

    assert places == [f"{HERE}2/", f"{HERE}2/", HERE]
    assert list(Theme.objects.values_list("number", "title", "merged_into")) == [
        (1, {"es": "Uno"}, new.pk),
        (2, {"es": "El agua", "en": "Water"}, None),
    ]
    assert (old.number, grouped()) == (1, [("A1", "T2")])


def test_a_full_theme_is_not_deleted_and_says_why(cast: Cast) -> None:
    theme(cast, "El agua", one(cast, "Voz."))

    answer = cast.signed_in(cast.ana).post(f"{HERE}1/borrar/")

    assert (answer.status_code, Theme.objects.count()) == (422, 1)


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_are_kept_and_shown_as_words(cast: Cast, words: str) -> None:
    voice = one(cast, f"{words}.")
    ana = cast.signed_in(cast.ana)
    data = {"title_es": words, "memo_es": words, "public": "on"}
    ana.post(f"{HERE}nuevo/", data)
    ana.post(f"{HERE}agrupar/", {"contributions": "1", "theme": Theme.objects.get().pk})
    ana.post(f"{HERE}1/citas/1/", {"typed": words})

    pages = "".join(read(ana, path) for path in ("", "1/", "sin-tema/", *STAFF, f"agrupar/?all=on&q={words}"))

    assert (Theme.objects.get().title, Quote.objects.get().passage, voice.body) == ({"es": words}, words, f"{words}.")
    assert [bad in pages for bad in ("<script>", "<img")] == [False, False]


@pytest.mark.parametrize("path", ["", "1/", "sin-tema/", *STAFF])
def test_every_page_is_there_in_both_languages(cast: Cast, path: str) -> None:
    voices = said(cast, "No hay agua.", "Otra voz.")
    made = theme(cast, "El agua", voices[0])
    actions.add_quote(theme=made, contribution=voices[0], passage="No hay agua.", by=ANA, at=NOON)
    ana = cast.signed_in(cast.ana)

    pages = [read(ana, path, language) for language in ("es", "en")]

    assert [page.count("<h1>") for page in pages] == [1, 1]
    assert pages[0] != pages[1]


def test_a_very_large_number_is_not_there(cast: Cast) -> None:
    assert Client().get(f"{HERE}{'9' * 40}/").status_code == 404


def test_a_page_of_work_is_kept_by_no_browser(cast: Cast) -> None:
    assert Contribution.objects.count() == 0
    assert cast.signed_in(cast.ana).get(f"{HERE}agrupar/")["Cache-Control"] == "no-store"
