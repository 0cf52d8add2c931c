import pytest

from tequio.apps.meetings import actions
from tequio.apps.meetings.actions import Line
from tequio.apps.record.models import Event
from tequio.core.refusals import Refusal
from tests.apps.meetings.making import BY, HOSTILE, STEPS, address, meeting, with_steps

TEXTS = ("title", "how", "prompts", "materials")


def sheet(made):
    return [(step.place, step.minutes, step.title["es"]) for step in made.steps.all()]


def typed(*steps, do="save", **more):
    """What a browser sends: {minutes, title} of each step; texts in Spanish unless told."""
    data = {"rows": str(len(steps)), "do": do, **more}
    for place, step in enumerate(steps):
        for name, value in step.items():
            data[f"p{place}-{name}" if name == "minutes" else f"p{place}-{name}_es"] = value
    return data


BEGIN, TALK, END = (
    {"minutes": "10", "title": "Bienvenida"},
    {"minutes": "50", "title": "Qué duele"},
    {"minutes": "30", "title": "Qué se parece"},
)
EMPTY = {"minutes": "", "title": ""}


def test_the_whole_sheet_is_kept_in_its_order(cast):
    made = with_steps(cast)

    found = [(step.minutes, step.title, step.how, step.prompts, step.materials) for step in made.steps.all()]
    assert found == [(line.minutes, line.title, line.how, line.prompts, line.materials) for line in STEPS]
    assert Event.objects.latest("id").facts == {"steps": 3, "minutes": 90}


def test_the_same_sheet_again_is_not_told_twice(cast):
    made = with_steps(cast)

    actions.write_run_sheet(made, lines=STEPS, **BY)

    assert Event.objects.filter(verb="meeting.run_sheet_written").count() == 1


@pytest.mark.parametrize(
    ("lines", "code", "facts"),
    [
        ([STEPS[0], Line(5, {"es": " "})], "meeting.step_untitled", {"step": 2}),
        ([Line(0, {"es": "Nada"})], "meeting.step_without_minutes", {"step": 1}),
        ([STEPS[0]] * 61, "meeting.too_many_steps", {"most": 60}),
    ],
)
def test_a_sheet_that_cannot_be_is_refused_and_the_old_one_stays(cast, lines, code, facts):
    made = with_steps(cast)

    with pytest.raises(Refusal) as caught:
        actions.write_run_sheet(made, lines=lines, **BY)

    assert (caught.value.code, caught.value.facts, made.steps.count()) == (code, facts, 3)


def test_a_new_sheet_is_typed_and_empty_steps_are_not_kept(cast):
    made = meeting(cast)

    reply = cast.signed_in(cast.ana).post(address(made, "guion/"), typed(BEGIN, EMPTY, TALK))

    assert (reply.status_code, reply.url) == (302, address(made))
    assert sheet(made) == [(1, 10, "Bienvenida"), (2, 50, "Qué duele")]


@pytest.mark.parametrize(
    ("do", "lands", "after"),
    [
        ("up-1", "#paso-1", ["Qué duele", "Bienvenida", "Qué se parece"]),
        ("up-0", "#paso-1", ["Bienvenida", "Qué duele", "Qué se parece"]),
        ("down-1", "#paso-3", ["Bienvenida", "Qué se parece", "Qué duele"]),
        ("down-2", "#paso-4", ["Bienvenida", "Qué duele", "Qué se parece"]),
        ("remove-1", "#paso-1", ["Bienvenida", "Qué se parece"]),
        ("add", "#paso-4", ["Bienvenida", "Qué duele", "Qué se parece"]),
        ("remove-99999999", "#paso-1", ["Bienvenida", "Qué duele", "Qué se parece"]),
    ],
)
def test_every_button_keeps_what_was_typed_and_comes_back(cast, do, lands, after):
    made = meeting(cast)

    reply = cast.signed_in(cast.ana).post(address(made, "guion/"), typed(BEGIN, TALK, END, do=do))

    assert reply.status_code == 302
    assert [title for _place, _minutes, title in sheet(made)] == after
    if do != "remove-99999999":
        assert reply.url == address(made, "guion/") + lands


def test_a_wrong_step_is_named_and_everything_typed_is_still_there(cast):
    made = with_steps(cast)

    reply = cast.signed_in(cast.ana).post(
        address(made, "guion/"), typed(BEGIN, {"minutes": "mucho", "title": "Qué duele"}, {"minutes": "5", "title": ""})
    )

    assert reply.status_code == 422
    assert ["Paso 2, «Minutos»" in reply.text or "Step 2, “Minutes”" in reply.text, 'value="mucho"' in reply.text] == [
        True
    ] * 2
    assert ["Paso 3" in reply.text or "Step 3" in reply.text, 'value="Qué duele"' in reply.text] == [True] * 2
    assert len(sheet(made)) == 3


def test_a_wrong_step_can_be_removed_without_correcting_it(cast):
    made = meeting(cast)

    reply = cast.signed_in(cast.ana).post(
        address(made, "guion/"), typed(BEGIN, {"minutes": "mucho", "title": "?"}, do="remove-1")
    )

    assert (reply.status_code, sheet(made)) == (302, [(1, 10, "Bienvenida")])


def test_emptying_every_step_empties_the_sheet(cast):
    made = with_steps(cast)

    reply = cast.signed_in(cast.ana).post(address(made, "guion/"), typed(EMPTY, EMPTY))

    assert (reply.status_code, sheet(made)) == (302, [])


@pytest.mark.parametrize("rows", ["", "-1", "x", "9" * 5000])
def test_a_count_of_steps_that_makes_no_sense_does_no_harm(cast, rows):
    made = meeting(cast)

    reply = cast.signed_in(cast.ana).post(address(made, "guion/"), {"rows": rows, "do": "save"})

    assert (reply.status_code, sheet(made)) == (302, [])


def test_the_editor_tells_when_each_step_begins_and_whether_they_fit(cast):
    page = cast.signed_in(cast.ana).get(address(with_steps(cast), "guion/"), headers={"accept-language": "en"}).text

    assert [start in page for start in ("Step 1 · 12:00", "Step 2 · 12:10", "Step 3 · 13:00")] == [True] * 3
    assert "The steps take 90 of the 120 minutes that the meeting lasts; 30 are left over." in page


def test_the_editor_says_when_the_steps_take_too_long(cast):
    made = with_steps(cast)
    actions.write_run_sheet(made, lines=[*STEPS, Line(40, {"es": "Más"})], **BY)

    page = cast.signed_in(cast.ana).get(address(made, "guion/"), headers={"accept-language": "en"}).text

    assert "The steps take 130 minutes and the meeting lasts 120." in page


def test_the_editor_of_a_meeting_without_a_date_still_adds_up(cast):
    made = with_steps(cast, starts_at=None, ends_at=None)

    page = cast.signed_in(cast.ana).get(address(made, "guion/"), headers={"accept-language": "en"}).text

    assert "The steps take 90 minutes in all." in page


def test_hostile_steps_are_shown_and_never_run(cast, client):
    made = meeting(cast)
    actions.write_run_sheet(made, lines=[Line(5, *({"es": HOSTILE} for _ in TEXTS))], **BY)
    ana = cast.signed_in(cast.ana)

    pages = (
        client.get(address(made)).text + ana.get(address(made, "guion/")).text + ana.get(address(made, "paquete/")).text
    )

    assert HOSTILE not in pages
    assert pages.count("&lt;script&gt;alert(1)&lt;/script&gt;") >= 9
