"""What staff do: read what waits, put things in their place, type in what was said."""

import pytest

from tequio.apps.contributions import actions
from tequio.apps.contributions.actions import Typed
from tequio.apps.contributions.models import Contribution
from tequio.apps.processes.models import Participant
from tequio.apps.record.models import Event
from tequio.core.refusals import Refusal
from tests.apps.contributions.voices import BASE, DOING, ENGLISH, HOSTILE, borough, knots, links, meeting, one, said
from tests.people import NOON, Cast

ROW = Typed("w1 # 13", "wish", "Más luz en la calle")


def statuses() -> list[tuple[int, str, str]]:
    return list(Contribution.objects.order_by("number").values_list("number", "status", "reason"))


def test_accepting_shows_the_words_to_everybody_and_puts_them_on_the_thread(cast: Cast, client):
    said(cast, "Falta agua", "Falta luz", status="new")

    n = actions.accept(process=cast.process, numbers=[1, 2], **DOING)

    assert (n, statuses()) == (2, [(1, "accepted", ""), (2, "accepted", "")])
    assert [public for _ref, _label, public in knots()] == [True, True]
    assert [row.ref for row in client.get(BASE + "?q=falta").context["rows"]] == ["A2", "A1"]
    assert Event.objects.get(verb="contributions.accepted").facts == {"contributions": ["A1", "A2"]}


def test_setting_aside_takes_words_out_of_sight_with_a_reason(cast: Cast, client):
    said(cast, "Falta agua", "Compra mi producto")

    actions.set_aside(process=cast.process, numbers=[2], reason=" Es publicidad ", **DOING)

    assert statuses() == [(1, "accepted", ""), (2, "aside", "Es publicidad")]
    assert [row.ref for row in client.get(BASE).context["rows"]] == ["A1"]
    assert client.get(BASE + "?q=producto").context["rows"] == []
    assert client.get(BASE + "2/").status_code == 404


@pytest.mark.parametrize(
    ("numbers", "reason", "code"),
    [
        ([1], " ", "contributions.reason_needed"),
        ([9], "Otra", "contributions.nothing_chosen"),
        ([], "x", "contributions.nothing_chosen"),
    ],
)
def test_setting_aside_needs_a_reason_and_something_to_set_aside(
    cast: Cast, numbers: list[int], reason: str, code: str
):
    one(cast)

    with pytest.raises(Refusal) as refused:
        actions.set_aside(process=cast.process, numbers=numbers, reason=reason, **DOING)

    assert (refused.value.code, statuses()) == (code, [(1, "accepted", "")])


def test_what_was_withdrawn_cannot_be_accepted_again(cast: Cast):
    actions.withdraw(contribution=one(cast, participant=cast.caro), **DOING)

    with pytest.raises(Refusal) as refused:
        actions.accept(process=cast.process, numbers=[1], **DOING)

    assert (refused.value.code, statuses()) == ("contributions.nothing_chosen", [(1, "withdrawn", "")])


def test_the_queue_shows_what_waits_oldest_first_with_words_not_shown_to_others(cast: Cast):
    said(cast, "Uno", "Dos", status="new", shown=False)
    one(cast, "Ya leído")

    page = cast.signed_in(cast.ana).get(BASE + "por-leer/", headers=ENGLISH)

    assert [(row.ref, row.kind) for row in page.context["rows"]] == [("A1", "Need"), ("A2", "Need")]
    assert "2 contributions" in page.text
    assert "Ya leído" not in page.text


def test_the_queue_accepts_what_is_marked_and_only_that(cast: Cast):
    said(cast, "Uno", "Dos", "Tres", status="new")

    answer = cast.signed_in(cast.ana).post(BASE + "por-leer/", {"number": ["1", "3"], "accept": "1"})

    assert (answer.status_code, statuses()) == (302, [(1, "accepted", ""), (2, "new", ""), (3, "accepted", "")])


@pytest.mark.parametrize("number", ["²", "9" * 40, "-1", "x", ""])
def test_a_number_that_is_none_chooses_nothing(cast: Cast, number: str):
    one(cast, status="new")

    page = cast.signed_in(cast.ana).post(BASE + "por-leer/", {"number": number, "accept": "1"}, headers=ENGLISH)

    assert (page.status_code, "Nothing is chosen." in page.text) == (422, True)


def test_a_refused_decision_keeps_what_was_marked(cast: Cast):
    said(cast, "Uno", "Dos", status="new")

    page = cast.signed_in(cast.ana).post(BASE + "por-leer/", {"number": ["2"], "aside": "1"}, headers=ENGLISH)

    assert page.status_code == 422
    assert "Say why it is set aside" in page.text
    assert [row.ticked for row in page.context["rows"]] == [False, True]


@pytest.mark.parametrize("n", [3, 30])
def test_the_queue_takes_the_same_few_queries_however_long(cast: Cast, django_assert_num_queries, n: int):
    said(cast, *(f"Voz {k}" for k in range(n)), status="new", participant=cast.caro, meeting=meeting(cast))
    ana = cast.signed_in(cast.ana)

    with django_assert_num_queries(8):
        ana.get(BASE + "por-leer/")


def test_editing_changes_kind_and_borough_and_never_the_words(cast: Cast, client):
    place = borough()
    one(cast, "Falta agua")

    cast.signed_in(cast.ana).post(BASE + "1/editar/", {"kind": "wish", "territory": place.pk, "body": "Otra cosa"})

    row = Contribution.objects.get()
    assert (row.kind, row.territory, row.body) == ("wish", place, "Falta agua")
    assert [found.ref for found in client.get(BASE + "?q=agua&tipo=wish&territorio=09007").context["rows"]] == ["A1"]
    assert Event.objects.get(verb="contribution.edited").facts == {"kind": "wish"}


def test_rows_are_kept_in_their_order_and_tied_to_who_said_them_and_where(cast: Cast):
    held = meeting(cast, 2)
    rows = [ROW, Typed("", "need", ""), Typed("", "idea", "Nadie anotó quién")]

    made = actions.enter(process=cast.process, rows=rows, meeting=held, shown=True, channel="meeting", **DOING)

    assert [(row.number, row.kind, row.body, row.status, row.channel, row.shown) for row in made] == [
        (1, "wish", "Más luz en la calle", "accepted", "meeting", True),
        (2, "idea", "Nadie anotó quién", "accepted", "meeting", True),
    ]
    assert links() == [("W1#13", "said", "A1"), ("E2", "gathered", "A1"), ("E2", "gathered", "A2")]
    assert Event.objects.get(verb="contributions.entered").facts == {"n": 2, "meeting": "E2"}


def test_what_a_person_of_a_borough_says_is_of_that_borough(cast: Cast):
    place = borough()
    Participant.objects.filter(pk=cast.caro.pk).update(territory=place)

    made = actions.enter(process=cast.process, rows=[ROW], meeting=None, shown=True, channel="paper", **DOING)

    assert [(row.territory_id, row.channel) for row in made] == [(place.pk, "paper")]


def test_every_wrong_row_is_named_with_what_is_wrong(cast: Cast):
    rows = [
        ROW,
        Typed("W1#99", "need", "Agua"),
        Typed("pepe", "need", "Luz"),
        Typed("W1#13", "need", "…"),
        Typed("", "", ""),
    ]

    found = actions.problems(cast.process, rows)

    assert {place: (refusal.code, refusal.facts) for place, refusal in found.items()} == {
        1: ("contributions.nobody_with_code", {"person": "W1#99"}),
        2: ("code.malformed", {"typed": "pepe"}),
        3: ("contributions.no_words", {}),
    }


def test_one_wrong_row_keeps_none(cast: Cast):
    with pytest.raises(Refusal) as refused:
        actions.enter(
            process=cast.process,
            rows=[ROW, Typed("W1#99", "need", "Agua")],
            meeting=None,
            shown=True,
            channel="paper",
            **DOING,
        )

    assert (refused.value.code, Contribution.objects.count()) == ("contributions.nobody_with_code", 0)


def test_a_person_who_left_says_nothing_more(cast: Cast):
    Participant.objects.filter(pk=cast.caro.pk).update(withdrawn_at=NOON)

    assert [refusal.code for refusal in actions.problems(cast.process, [ROW]).values()] == [
        "contributions.nobody_with_code"
    ]


@pytest.mark.parametrize("rows", [[], [Typed(" ", "need", " ")]])
def test_nothing_written_is_nothing_kept(cast: Cast, rows: list[Typed]):
    with pytest.raises(Refusal) as refused:
        actions.enter(process=cast.process, rows=rows, meeting=None, shown=True, channel="paper", **DOING)

    assert refused.value.code == "contributions.nothing_written"


def test_a_plan_to_copy_from_takes_no_contributions(cast: Cast):
    cast.process.template = True
    cast.process.save()

    with pytest.raises(Refusal) as refused:
        actions.enter(process=cast.process, rows=[ROW], meeting=None, shown=True, channel="paper", **DOING)

    assert (refused.value.code, Contribution.objects.count()) == ("contributions.of_template", 0)


def entered(**changes: object) -> dict[str, object]:
    filled = {
        "code": ["W1#13", ""],
        "kind": ["wish", "need"],
        "text": ["Más luz", ""],
        "shown": "yes",
        "channel": "meeting",
    }
    return filled | {"keep": "1"} | changes


def test_the_screen_keeps_the_rows_and_comes_back_empty_for_the_same_meeting(cast: Cast):
    meeting(cast, 2)
    ana = cast.signed_in(cast.ana)

    answer = ana.post(BASE + "capturar/", entered(meeting="2"), headers=ENGLISH)
    page = ana.get(answer.headers["Location"], headers=ENGLISH)

    assert answer.headers["Location"] == BASE + "capturar/?encuentro=2&mostrar=yes"
    assert links() == [("W1#13", "said", "A1"), ("E2", "gathered", "A1")]
    assert "1 contribution kept." in page.text
    assert (page.context["meeting"].number, page.context["shown"], len(page.context["entries"])) == (2, "yes", 10)
    assert {entry.typed.text for entry in page.context["entries"]} == {""}


def test_the_screen_says_which_row_is_wrong_and_keeps_all_that_was_typed(cast: Cast):
    page = cast.signed_in(cast.ana).post(
        BASE + "capturar/", entered(code=["W1#13", "W9#1"], text=["Más luz", "Menos ruido"]), headers=ENGLISH
    )

    assert (page.status_code, Contribution.objects.count()) == (422, 0)
    assert "Something is wrong in row 2." in page.text
    assert "Nobody in this process has the code W9#01." in page.text
    assert [entry.typed.text for entry in page.context["entries"]][:3] == ["Más luz", "Menos ruido", ""]


def test_whether_words_may_be_shown_is_never_assumed(cast: Cast):
    page = cast.signed_in(cast.ana).post(BASE + "capturar/", entered(shown=""), headers=ENGLISH)

    assert (page.status_code, Contribution.objects.count()) == (422, 0)
    assert "Answer whether these words may be shown." in page.text
    assert "Más luz" in page.text


def test_ten_more_rows_lose_nothing(cast: Cast):
    page = cast.signed_in(cast.ana).post(BASE + "capturar/", {**entered(), "more": "1"})

    assert (page.status_code, len(page.context["entries"]), Contribution.objects.count()) == (200, 12, 0)
    assert page.context["entries"][0].typed == Typed("W1#13", "wish", "Más luz")


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_words_are_shown_as_words(cast: Cast, hostile: str):
    one(cast, hostile, title=hostile, status="new")
    ana = cast.signed_in(cast.ana)

    pages = [
        ana.get(BASE + "por-leer/").text,
        ana.get(BASE + "1/editar/").text,
        ana.post(BASE + "capturar/", entered(code=[hostile], text=[hostile], kind=[hostile])).text,
        ana.post(BASE + "por-leer/", {"reason": hostile, "number": hostile, "aside": "1"}).text,
    ]

    assert [hostile in page for page in pages] == [False] * 4
