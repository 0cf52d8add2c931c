import pytest

from tequio.apps.contributions.models import Contribution
from tequio.apps.processes.models import Process
from tequio.apps.record.models import Event
from tequio.apps.synthesis import actions
from tequio.apps.synthesis.models import Quote, Theme
from tequio.apps.thread import actions as thread
from tequio.apps.thread.models import Knot, Link
from tequio.apps.thread.queries import knot_of, traced
from tequio.core.refusals import Refusal
from tequio.core.thread import Kind, LinkKind, Rest
from tests.apps.synthesis.voices import ANA, one, said, theme, workshop
from tests.people import NOON, Cast

DOING = {"by": ANA, "at": NOON}


def links() -> list[tuple[str, str, str]]:
    return list(Link.objects.order_by("source__ref", "target__ref").values_list("source__ref", "kind", "target__ref"))


def verbs() -> list[tuple[str, str]]:
    about = Event.objects.exclude(verb__startswith="thread.").order_by("pk")
    return list(about.values_list("verb", "target"))


def test_a_theme_gets_a_number_and_a_knot(cast: Cast) -> None:
    made = actions.add_theme(process=cast.process, title={"es": "El agua"}, memo={"es": "Falta"}, **DOING)

    knot = Knot.objects.get(kind=Kind.THEME)
    assert (made.number, made.title, made.memo) == (1, {"es": "El agua"}, {"es": "Falta"})
    assert (knot.object_id, knot.ref, knot.label, knot.public) == (made.pk, "T1", {"es": "El agua"}, True)
    assert verbs() == [("theme.added", "T1")]


def test_a_theme_without_a_title_is_not_made(cast: Cast) -> None:
    with pytest.raises(Refusal) as refused:
        actions.add_theme(process=cast.process, title={"es": "  "}, **DOING)

    assert (refused.value.code, Theme.objects.count(), Knot.objects.count()) == ("theme.no_title", 0, 0)


def test_what_is_edited_is_renamed_on_the_thread_too(cast: Cast) -> None:
    made = theme(cast)

    actions.edit_theme(theme=made, title={"en": "Water"}, memo={}, public=False, **DOING)

    knot = Knot.objects.get(kind=Kind.THEME)
    assert (knot.label, knot.public) == ({"en": "Water"}, False)
    assert verbs() == [("theme.added", "T1"), ("theme.edited", "T1")]


def test_voices_are_grouped_once_and_may_be_in_several_themes(cast: Cast) -> None:
    voices = said(cast, "No hay agua.", "Hay fugas.")
    water, leaks = theme(cast), theme(cast, "Fugas")

    counts = [
        actions.group(theme=water, contributions=voices, **DOING),
        actions.group(theme=water, contributions=voices, **DOING),
        actions.group(theme=leaks, contributions=voices[1:], **DOING),
    ]

    assert counts == [2, 0, 1]
    assert links() == [("A1", "grouped", "T1"), ("A2", "grouped", "T1"), ("A2", "grouped", "T2")]
    assert verbs()[2:] == [("theme.grouped", "T1"), ("theme.grouped", "T2")]


@pytest.mark.parametrize("status", ["new", "aside", "withdrawn"])
def test_a_voice_that_is_not_accepted_is_not_grouped(cast: Cast, status: str) -> None:
    voices = [*said(cast, "Sí."), *said(cast, "No.", status=status)]
    made = theme(cast)

    with pytest.raises(Refusal) as refused:
        actions.group(theme=made, contributions=voices, **DOING)

    assert (refused.value.code, links()) == ("theme.not_accepted", [])


def test_a_voice_of_another_process_is_not_grouped(cast: Cast) -> None:
    other = Process.objects.create(space=cast.space, slug="otro", title={"es": "Otro"}, made_at=NOON)
    stray = one(cast, "De aquí.")
    Contribution.objects.filter(pk=stray.pk).update(process=other)
    made = theme(cast)

    with pytest.raises(Refusal) as refused:
        actions.group(theme=made, contributions=[stray], **DOING)

    assert (refused.value.code, links()) == ("theme.not_accepted", [])


def test_nothing_chosen_is_refused(cast: Cast) -> None:
    made = theme(cast)

    with pytest.raises(Refusal) as refused:
        actions.group(theme=made, contributions=[], **DOING)

    assert refused.value.code == "theme.nothing_chosen"


def test_a_new_theme_is_not_left_behind_when_its_voices_are_refused(cast: Cast) -> None:
    with pytest.raises(Refusal):
        actions.group_in_new(process=cast.process, title={"es": "Nuevo"}, contributions=[], **DOING)

    assert (Theme.objects.count(), Knot.objects.count(), Event.objects.count()) == (0, 0, 0)


def test_a_voice_that_is_taken_out_takes_its_quotes_along(cast: Cast) -> None:
    voices = said(cast, "No hay agua.", "Hay fugas.")
    made = theme(cast, "El agua", *voices)
    for voice in voices:
        actions.add_quote(theme=made, contribution=voice, passage=voice.body, **DOING)

    taken = actions.ungroup(theme=made, contributions=voices[:1], **DOING)

    assert (taken, links()) == (1, [("A2", "grouped", "T1")])
    assert list(Quote.objects.values_list("passage", flat=True)) == ["Hay fugas."]


def test_a_passage_is_marked_once_and_word_for_word(cast: Cast) -> None:
    voice = one(cast, "No hay agua. La pipa llega tarde.")
    made = theme(cast, "El agua", voice)

    for _again in range(2):
        actions.add_quote(theme=made, contribution=voice, passage=" La pipa  llega tarde.\r\n", **DOING)

    assert list(Quote.objects.values_list("passage", flat=True)) == ["La pipa llega tarde."]
    assert verbs()[-1:] == [("quote.added", "T1")]
    assert verbs().count(("quote.added", "T1")) == 1


@pytest.mark.parametrize("passage", ["La pipa llega a tiempo.", "", "   ", "no hay agua"])
def test_words_that_were_not_said_are_no_quote(cast: Cast, passage: str) -> None:
    voice = one(cast, "No hay agua. La pipa llega tarde.")
    made = theme(cast, "El agua", voice)

    with pytest.raises(Refusal) as refused:
        actions.add_quote(theme=made, contribution=voice, passage=passage, **DOING)

    assert (refused.value.code, Quote.objects.count()) == ("quote.not_in_text", 0)


def test_a_voice_outside_the_theme_is_not_quoted_in_it(cast: Cast) -> None:
    voice = one(cast, "No hay agua.")
    made = theme(cast)

    with pytest.raises(Refusal) as refused:
        actions.add_quote(theme=made, contribution=voice, passage="No hay agua.", **DOING)

    assert refused.value.code == "quote.not_in_theme"


def test_nobody_is_quoted_who_did_not_agree(cast: Cast) -> None:
    voice = one(cast, "No hay agua.", participant=cast.caro)
    made = theme(cast, "El agua", voice)

    with pytest.raises(Refusal) as refused:
        actions.add_quote(theme=made, contribution=voice, passage="No hay agua.", **DOING)

    assert (refused.value.code, Quote.objects.count()) == ("quote.no_consent", 0)


def test_a_quote_is_removed_and_the_record_keeps_it(cast: Cast) -> None:
    voice = one(cast, "No hay agua.")
    made = theme(cast, "El agua", voice)
    quote = actions.add_quote(theme=made, contribution=voice, passage="No hay agua.", **DOING)

    actions.remove_quote(quote=quote, **DOING)

    assert (Quote.objects.count(), verbs()[-1]) == (0, ("quote.removed", "T1"))


def problem_of(cast: Cast, source: Theme) -> None:
    knot = thread.add_knot(cast.process, thread.Thing(Kind.PROBLEM, 1, "P1", {"es": "El problema"}))
    thread.tie(knot_of(cast.process, Kind.THEME, source.pk), LinkKind.BECAME, knot, **DOING)


def test_a_merged_theme_hands_over_its_voices_quotes_and_results(cast: Cast) -> None:
    voices = said(cast, "No hay agua.", "Hay fugas.", "Faltan pipas.")
    old, new = theme(cast, "Fugas", *voices[:2]), theme(cast, "El agua", *voices[1:])
    for made in (old, new):
        actions.add_quote(theme=made, contribution=voices[1], passage="Hay fugas.", **DOING)
    actions.add_quote(theme=old, contribution=voices[0], passage="No hay agua.", **DOING)
    problem_of(cast, old)

    actions.merge_themes(theme=old, into=new, **DOING)

    old.refresh_from_db()
    assert old.merged_into == new
    assert links() == [
        ("A1", "grouped", "T2"),
        ("A2", "grouped", "T2"),
        ("A3", "grouped", "T2"),
        ("T1", "merged", "T2"),
        ("T2", "became", "P1"),
    ]
    assert set(Quote.objects.values_list("theme__number", "passage")) == {(2, "Hay fugas."), (2, "No hay agua.")}
    assert (Quote.objects.count(), verbs()[-1]) == (2, ("theme.merged", "T1"))


def test_the_result_of_a_merged_theme_still_rests_on_its_voices(cast: Cast) -> None:
    workshops = [workshop(cast, 1), workshop(cast, 2)]
    voices = [one(cast, f"Voz {meeting.number}", meeting=meeting) for meeting in workshops]
    old, new = theme(cast, "Fugas", voices[0]), theme(cast, "El agua", voices[1])
    problem_of(cast, old)

    actions.merge_themes(theme=old, into=new, **DOING)

    problem = Knot.objects.get(kind=Kind.PROBLEM)
    assert traced(cast.process, problem).rest == Rest(2, 0, 2)


def test_a_theme_is_not_merged_into_itself(cast: Cast) -> None:
    made = theme(cast)

    with pytest.raises(Refusal) as refused:
        actions.merge_themes(theme=made, into=made, **DOING)

    assert refused.value.code == "theme.into_itself"


def test_themes_of_two_processes_are_not_merged(cast: Cast) -> None:
    other = Process.objects.create(space=cast.space, slug="otro", title={"es": "Otro"}, made_at=NOON)
    here, there = theme(cast), actions.add_theme(process=other, title={"es": "Allá"}, **DOING)

    with pytest.raises(Refusal) as refused:
        actions.merge_themes(theme=here, into=there, **DOING)

    assert (refused.value.code, links()) == ("theme.of_another_process", [])


def test_what_came_of_a_theme_is_not_merged_into_what_it_came_from(cast: Cast) -> None:
    early, late = theme(cast, "Antes"), theme(cast, "Después")
    answer = thread.add_knot(cast.process, thread.Thing(Kind.FEEDBACK, 1, "O1", {"es": "Opinión"}))
    solution = thread.add_knot(cast.process, thread.Thing(Kind.SOLUTION, 1, "S1", {"es": "Solución"}))
    thread.tie(knot_of(cast.process, Kind.THEME, early.pk), LinkKind.BECAME, solution, **DOING)
    thread.tie(solution, LinkKind.ASKED, answer, **DOING)
    thread.tie(answer, LinkKind.EVIDENCE, knot_of(cast.process, Kind.THEME, late.pk), **DOING)
    before = links()

    with pytest.raises(Refusal) as refused:
        actions.merge_themes(theme=late, into=early, **DOING)

    assert (refused.value.code, links()) == ("thread.cycle", before)


@pytest.mark.parametrize("doing", ["edit", "group", "merge"])
def test_a_theme_that_was_merged_is_not_worked_on(cast: Cast, doing: str) -> None:
    voice = one(cast, "No hay agua.")
    old, new = theme(cast, "Fugas"), theme(cast, "El agua")
    actions.merge_themes(theme=old, into=new, **DOING)
    acts = {
        "edit": lambda: actions.edit_theme(theme=old, title={"es": "Otra"}, memo={}, public=True, **DOING),
        "group": lambda: actions.group(theme=old, contributions=[voice], **DOING),
        "merge": lambda: actions.merge_themes(theme=new, into=old, **DOING),
    }

    with pytest.raises(Refusal) as refused:
        acts[doing]()

    assert (refused.value.code, refused.value.facts, links()) == (
        "theme.is_merged",
        {"ref": "T2"},
        [("T1", "merged", "T2")],
    )


def test_a_theme_is_split_with_the_quotes_of_what_moves(cast: Cast) -> None:
    voices = said(cast, "No hay agua.", "Hay fugas.")
    made = theme(cast, "El agua", *voices)
    for voice in voices:
        actions.add_quote(theme=made, contribution=voice, passage=voice.body, **DOING)

    split = actions.split_theme(theme=made, contributions=voices[1:], title={"es": "Fugas"}, **DOING)

    assert (split.number, split.title) == (2, {"es": "Fugas"})
    assert links() == [("A1", "grouped", "T1"), ("A2", "grouped", "T2")]
    assert set(Quote.objects.values_list("theme__number", "passage")) == {(1, "No hay agua."), (2, "Hay fugas.")}
    assert verbs()[-1] == ("theme.split", "T1")


def test_nothing_is_split_off_that_is_not_in_the_theme(cast: Cast) -> None:
    inside, outside = said(cast, "No hay agua.", "Hay fugas.")
    made = theme(cast, "El agua", inside)

    with pytest.raises(Refusal) as refused:
        actions.split_theme(theme=made, contributions=[outside], title={"es": "Fugas"}, **DOING)

    assert (refused.value.code, Theme.objects.count()) == ("theme.nothing_chosen", 1)


def test_an_empty_theme_is_deleted(cast: Cast) -> None:
    made = theme(cast)

    actions.delete_theme(theme=made, **DOING)

    assert (Theme.objects.count(), Knot.objects.count(), verbs()[-1]) == (0, 0, ("theme.deleted", "T1"))


def test_a_theme_with_a_voice_or_a_merge_behind_it_is_not_deleted(cast: Cast) -> None:
    filled, old, new = theme(cast, "Uno", one(cast, "Voz.")), theme(cast, "Dos"), theme(cast, "Tres")
    actions.merge_themes(theme=old, into=new, **DOING)

    codes = []
    for made in (filled, new):
        with pytest.raises(Refusal) as refused:
            actions.delete_theme(theme=made, **DOING)
        codes.append(refused.value.code)

    assert (codes, Theme.objects.count()) == (["theme.not_empty"] * 2, 3)
