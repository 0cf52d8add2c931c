from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from tequio.apps.prioritising import actions, queries
from tequio.apps.prioritising.models import Ballot, Issue, Option, Round, Slip
from tequio.apps.prioritising.slips import new_words, token_hash
from tequio.apps.processes.models import Activity, Phase, Process
from tequio.apps.record.models import Event
from tequio.apps.thread import actions as thread
from tequio.apps.thread.models import Knot, Link
from tequio.core.refusals import Refusal
from tequio.core.thread import Kind, LinkKind
from tests.apps.prioritising.paper import (
    ANA,
    DOING,
    NEVER,
    TITLES,
    ballots,
    choose,
    chosen,
    closed,
    draft,
    ids,
    knots,
    opened,
    place,
    printed,
)
from tests.people import NOON, Cast


def verbs() -> list[tuple[str, str]]:
    about = Event.objects.exclude(verb__startswith="thread.").order_by("pk")
    return list(about.values_list("verb", "target"))


def refusal_of(act: object) -> str:
    with pytest.raises(Refusal) as refused:
        act()  # type: ignore[operator]
    return refused.value.code


def test_a_round_starts_as_a_draft_that_nobody_else_sees(cast: Cast) -> None:
    made = draft(cast)

    knot = Knot.objects.get(kind=Kind.ROUND)
    assert (made.number, made.state, made.most) == (1, "draft", 2)
    assert [(option.place, option.label["es"]) for option in made.options.all()] == list(enumerate(TITLES, 1))
    assert (knot.ref, knot.public, Link.objects.count()) == ("R1", False, 0)
    assert verbs() == [("round.added", "R1")]


def test_one_option_is_no_choice(cast: Cast) -> None:
    assert refusal_of(lambda: draft(cast, "El agua", most=1)) == "round.too_few_options"
    assert (Round.objects.count(), Option.objects.count()) == (0, 0)


def test_nobody_may_mark_more_than_there_is(cast: Cast) -> None:
    assert refusal_of(lambda: draft(cast, "El agua", "La luz", most=3)) == "round.too_many_allowed"


def test_what_is_not_public_is_not_put_to_people(cast: Cast) -> None:
    options = [*knots(cast, "El agua"), *knots(cast, "Secreto", public=False)]

    code = refusal_of(
        lambda: actions.add_round(process=cast.process, title={"es": "X"}, about={}, most=1, options=options, **DOING)
    )

    assert (code, Round.objects.count()) == ("round.unknown_option", 0)


def test_what_belongs_to_another_process_is_not_put_to_people(cast: Cast) -> None:
    other = Process.objects.create(space=cast.space, slug="otro", title={"es": "Otro"}, made_at=NOON)
    there = thread.add_knot(other, thread.Thing(Kind.PROBLEM, 99, "P1", {"es": "Allá"}))

    code = refusal_of(
        lambda: actions.add_round(
            process=cast.process, title={"es": "X"}, about={}, most=1, options=[*knots(cast, "Agua"), there], **DOING
        )
    )

    assert code == "round.unknown_option"


def test_what_was_merged_into_something_else_is_not_offered(cast: Cast) -> None:
    things = [thread.Thing(Kind.THEME, number, f"T{number}", {"es": f"Tema {number}"}) for number in (1, 2)]
    old, new = (thread.add_knot(cast.process, thing) for thing in things)
    thread.tie(old, LinkKind.MERGED, new, **DOING)

    assert [knot.ref for knot in queries.candidates(cast.process)] == ["T2"]


def test_a_draft_is_edited_and_its_options_are_chosen_anew(cast: Cast) -> None:
    made = draft(cast)
    others = knots(cast, "Otra", "Más")

    actions.edit_round(round=made, title={"es": "Nuevo"}, about={"es": "Para qué"}, most=1, options=others, **DOING)

    made.refresh_from_db()
    assert (made.title, made.about, made.most) == ({"es": "Nuevo"}, {"es": "Para qué"}, 1)
    assert [option.label["es"] for option in made.options.all()] == ["Otra", "Más"]
    assert Knot.objects.get(kind=Kind.ROUND).label == {"es": "Nuevo"}


def test_opening_ties_the_options_and_shows_the_round(cast: Cast) -> None:
    made = draft(cast, "El agua", "La luz", most=1)

    actions.open_round(round=made, **DOING)

    links = Link.objects.order_by("source__ref").values_list("source__ref", "kind", "target__ref")
    assert list(links) == [("P1", "weighed", "R1"), ("P2", "weighed", "R1")]
    assert (Round.objects.get().state, Knot.objects.get(kind=Kind.ROUND).public) == ("open", True)


def test_once_open_the_words_of_an_option_stay(cast: Cast) -> None:
    found = opened(cast, "El agua", "La luz", most=1)

    thread.add_knot(cast.process, thread.Thing(Kind.PROBLEM, 1, "P1", {"es": "Otra cosa"}))

    assert [option.label["es"] for option in found.options.all()] == ["El agua", "La luz"]


def test_a_draft_opens_in_the_words_of_today(cast: Cast) -> None:
    made = draft(cast, "El agua", "La luz", most=1)
    thread.add_knot(cast.process, thread.Thing(Kind.PROBLEM, 1, "P1", {"es": "El agua limpia"}))

    actions.open_round(round=made, **DOING)

    assert [option.label["es"] for option in made.options.all()] == ["El agua limpia", "La luz"]


def test_a_draft_with_an_option_that_is_gone_does_not_open(cast: Cast) -> None:
    made = draft(cast, "El agua", "La luz", most=1)
    thread.remove_knot(cast.process, Kind.PROBLEM, 1)

    assert refusal_of(lambda: actions.open_round(round=made, **DOING)) == "round.unknown_option"
    assert Round.objects.get().state == "draft"


def test_an_open_round_is_neither_edited_nor_opened_again(cast: Cast) -> None:
    found = opened(cast)
    options = list(Knot.objects.filter(kind=Kind.PROBLEM))

    codes = [
        refusal_of(lambda: actions.open_round(round=found, **DOING)),
        refusal_of(
            lambda: actions.edit_round(round=found, title={"es": "X"}, about={}, most=1, options=options, **DOING)
        ),
    ]

    assert (codes, found.options.count()) == (["round.not_a_draft"] * 2, 4)


def test_slips_are_kept_as_seals_and_counted_by_area(cast: Cast) -> None:
    found, north = draft(cast), place("A", "Zona A")

    words = printed(found, 12, north)
    printed(found, 10)

    seals = sorted(token_hash(found.pk, slip) for slip in words)
    assert sorted(Slip.objects.filter(area=north).values_list("token_hash", flat=True)) == seals
    assert queries.issued(found) == [("", 10), ("Zona A", 12)]
    assert verbs()[-2:] == [("slips.issued", "R1")] * 2


def test_no_word_of_a_slip_is_anywhere_in_the_database(cast: Cast) -> None:
    found = opened(cast)
    words = printed(found)
    choose(found, words[0], 1)

    rows = [str(list(model.objects.values_list())) for model in (Slip, Issue, Ballot, Round)]
    rows.append(str(list(Event.objects.values_list())))
    assert [word for slip in words for word in slip.split() if any(word in row for row in rows)] == []


@pytest.mark.parametrize("n", [0, 9, 501])
def test_slips_come_neither_so_few_that_they_point_nor_too_many(cast: Cast, n: int) -> None:
    found = draft(cast)

    code = refusal_of(lambda: actions.issue_slips(round=found, area=None, words=new_words(n), sent_as=uuid4(), **DOING))

    assert (code, Slip.objects.count()) == ("slips.number", 0)


def test_a_sheet_that_is_sent_twice_makes_slips_once(cast: Cast) -> None:
    found, sent_as = draft(cast), uuid4()
    doing = {"round": found, "area": None, "sent_as": sent_as, **DOING}
    actions.issue_slips(words=new_words(10), **doing)

    code = refusal_of(lambda: actions.issue_slips(words=new_words(10), **doing))

    assert (code, Slip.objects.count()) == ("slips.shown_once", 10)


def test_a_choice_is_counted_with_its_area_and_no_time_finer_than_the_hour(cast: Cast) -> None:
    found, north = opened(cast), place("A", "Zona A")
    words = printed(found, 10, north)

    actions.choose(
        round=found, words=words[3], choices=ids(found, 1, 3), at=datetime(2026, 3, 2, 18, 42, 17, 5, tzinfo=UTC)
    )

    ballot = Ballot.objects.get()
    assert (ballot.area, ballot.channel, ballot.hour) == (north, "web", datetime(2026, 3, 2, 18, tzinfo=UTC))
    assert ballots(found) == [([1, 3], "web")]


def test_choosing_leaves_no_line_in_the_record(cast: Cast) -> None:
    found = opened(cast)
    words = printed(found)
    before = Event.objects.count()

    choose(found, words[0], 1)

    assert Event.objects.count() == before


def test_the_last_choice_of_a_slip_counts(cast: Cast) -> None:
    found = opened(cast)
    words = printed(found)

    for places in ((1,), (2, 3), (4,)):
        choose(found, words[0], *places)
    choose(found, words[1], 2)

    assert ballots(found) == [([2], "web"), ([4], "web")]


def test_the_database_holds_one_ballot_for_a_slip(cast: Cast) -> None:
    found = opened(cast)
    choose(found, printed(found)[0], 1)
    first = Ballot.objects.get()

    with pytest.raises(IntegrityError), transaction.atomic():
        Ballot.objects.create(round=found, token_hash=first.token_hash, channel="web", choices=[], hour=NOON)

    assert Ballot.objects.count() == 1


@pytest.mark.parametrize(("places", "code"), [((), "ballot.empty"), ((1, 2, 3), "ballot.too_many")])
def test_too_many_and_none_are_refused(cast: Cast, places: tuple[int, ...], code: str) -> None:
    found = opened(cast)
    words = printed(found)

    assert (refusal_of(lambda: choose(found, words[0], *places)), Ballot.objects.count()) == (code, 0)


def test_an_option_of_another_round_is_refused(cast: Cast) -> None:
    found, other = opened(cast), opened(cast, "Uno", "Dos", most=1)
    words = printed(found)

    code = refusal_of(lambda: actions.choose(round=found, words=words[0], choices=ids(other, 1), at=NOON))

    assert (code, Ballot.objects.count()) == ("ballot.unknown_option", 0)


def test_a_slip_opens_its_own_round_alone(cast: Cast) -> None:
    found, other = opened(cast), opened(cast, "Uno", "Dos", most=1)
    words = printed(found)

    codes = [refusal_of(lambda: choose(other, words[0], 1)), refusal_of(lambda: choose(found, NEVER, 1))]

    assert (codes, Ballot.objects.count()) == (["slip.unknown"] * 2, 0)


def test_nobody_chooses_before_it_opens_or_after_it_closes(cast: Cast) -> None:
    early, late = draft(cast, "Uno", "Dos", most=1), opened(cast)
    words = printed(early), printed(late)
    closed(late)

    codes = [refusal_of(lambda: choose(early, words[0][0], 1)), refusal_of(lambda: choose(late, words[1][0], 1))]

    assert (codes, Ballot.objects.count()) == (["round.not_open_yet", "round.closed"], 0)


def phased(cast: Cast, start: date, end: date) -> Activity:
    phase = Phase.objects.create(process=cast.process, key="p1", title={"es": "Fase"}, place=1, start=start, end=end)
    activity = Activity.objects.create(process=cast.process, kind="prioritise", key="elegir", title={"es": "Elegir"})
    activity.phases.add(phase)
    return activity


def test_with_an_activity_people_choose_in_its_phases_alone(cast: Cast) -> None:
    activity = phased(cast, NOON.date(), NOON.date())
    found = opened(cast, activity=activity)
    words = printed(found)
    choices = ids(found, 1)

    choose(found, words[0], 1)

    def on(days: int) -> str:
        at = NOON + timedelta(days=days)
        return refusal_of(lambda: actions.choose(round=found, words=words[1], choices=choices, at=at))

    codes = [on(-1), on(1)]

    assert (codes, Ballot.objects.count()) == (["activity.not_yet", "activity.closed"], 1)


def test_paper_is_typed_in_after_the_last_day_until_the_round_closes(cast: Cast) -> None:
    found = opened(cast, activity=phased(cast, NOON.date(), NOON.date()))
    words = printed(found)
    doing = {"round": found, "channel": Ballot.Channel.PAPER, "by": ANA, "at": NOON + timedelta(days=3)}

    actions.key_ballot(words=words[0], choices=ids(found, 2), **doing)
    closed(found)
    code = refusal_of(lambda: actions.key_ballot(words=words[1], choices=ids(found, 2), **doing))

    assert (code, ballots(found)) == ("round.closed", [([2], "paper")])


def test_a_slip_of_typing_is_corrected_but_a_choice_on_the_web_stays(cast: Cast) -> None:
    found = opened(cast)
    words = printed(found)
    doing = {"round": found, "channel": Ballot.Channel.PAPER, **DOING}

    actions.key_ballot(words=words[0], choices=ids(found, 1), **doing)
    actions.key_ballot(words=words[0], choices=ids(found, 2), **doing)
    choose(found, words[1], 3)
    code = refusal_of(lambda: actions.key_ballot(words=words[1], choices=ids(found, 4), **doing))

    assert (code, ballots(found)) == ("slip.sent_by_web", [([2], "paper"), ([3], "web")])


def test_whoever_handed_in_paper_may_still_choose_on_the_web(cast: Cast) -> None:
    found = opened(cast)
    words = printed(found)
    actions.key_ballot(round=found, words=words[0], choices=ids(found, 1), channel=Ballot.Channel.PAPER, **DOING)

    choose(found, words[0], 4)

    assert ballots(found) == [([4], "web")]


def test_closing_counts_once_and_for_good(cast: Cast) -> None:
    found, north, south = opened(cast), place("A", "Zona A"), place("B", "Zona B")
    chosen(found, [(1, 2)] * 8 + [(2,)] * 4, north)
    chosen(found, [(2, 3)] * 10, south)

    closed(found)

    found.refresh_from_db()
    one, two, three, four = found.options.values_list("pk", flat=True)
    assert (found.state, found.closed_at) == ("closed", NOON)
    assert [(line["option"], line["approvals"], line["rank"]) for line in found.result["lines"]] == [
        (two, 22, 1),
        (three, 10, 2),
        (one, 8, 3),
        (four, 0, 4),
    ]
    assert found.result["areas"] == [
        {"name": "Zona A", "n": 12, "approvals": {str(one): 8, str(two): 12, str(three): 0, str(four): 0}},
        {"name": "Zona B", "n": 10, "approvals": {str(one): 0, str(two): 10, str(three): 10, str(four): 0}},
    ]
    assert found.result["issued"] == [{"name": "Zona A", "slips": 12}, {"name": "Zona B", "slips": 10}]
    assert verbs()[-1] == ("round.closed", "R1")
    assert refusal_of(lambda: closed(found)) == "round.not_open"


def test_a_draft_is_not_closed(cast: Cast) -> None:
    found = draft(cast)

    assert refusal_of(lambda: closed(found)) == "round.not_open"


def test_the_database_keeps_no_result_of_what_is_open(cast: Cast) -> None:
    found = opened(cast)

    with pytest.raises(IntegrityError), transaction.atomic():
        Round.objects.filter(pk=found.pk).update(result={"n": 12})

    assert Round.objects.get().result is None


def test_the_record_does_not_tell_how_many_when_they_are_few(cast: Cast) -> None:
    found = opened(cast)
    chosen(found, [(1,)] * 9)

    closed(found)

    assert Event.objects.get(verb="round.closed").facts == {"ballots": None}


def test_no_slips_for_what_is_closed(cast: Cast) -> None:
    found = closed(opened(cast))

    assert refusal_of(lambda: printed(found)) == "round.closed"


def test_a_slip_tells_that_its_choice_is_counted_and_no_more(cast: Cast) -> None:
    found = opened(cast)
    words = printed(found)
    choose(found, words[0], 1)

    answers = [queries.is_counted(found, slip) for slip in words[:2]]

    assert answers == [True, False]
    assert refusal_of(lambda: queries.is_counted(found, NEVER)) == "slip.unknown"
