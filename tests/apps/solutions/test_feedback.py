from datetime import timedelta
from uuid import UUID

import pytest

from tequio.apps.processes.models import Invitation, Participant
from tequio.apps.record.models import Event
from tequio.apps.solutions import actions, queries
from tequio.apps.solutions.models import Answer, Question, Response
from tequio.apps.thread.models import Knot
from tequio.core.refusals import Refusal
from tequio.core.thread import Kind
from tests.apps.solutions.made import (
    AS_ANA,
    a_prototype,
    a_round,
    a_solution,
    answered,
    answered_by,
    ask,
    knot,
    open_feedback,
)
from tests.apps.solutions.test_problems import links_into
from tests.people import NOON, Cast

TICKET = UUID(int=7)
TWO = [{"key": "a", "label": {"es": "A"}}, {"key": "b", "label": {"es": "B"}}]


def refusal(act) -> tuple[str, dict[str, object]]:
    with pytest.raises(Refusal) as refused:
        act()
    return refused.value.code, refused.value.facts


def test_a_round_asks_about_prototypes(cast: Cast):
    made = a_round(cast.process)

    assert list(made.feedback.prototypes.all()) == [made.plaza, made.telar]
    assert links_into("O1") == [("M1", "asked"), ("M2", "asked")]


def test_a_round_about_a_solution_without_prototypes_asks_about_the_solution(cast: Cast):
    actions.add_feedback(solution=a_solution(cast.process), title={"es": "Ronda"}, about={}, **AS_ANA)

    assert links_into("O1") == [("S1", "asked")]


def test_a_prototype_that_came_later_is_not_part_of_the_round(cast: Cast):
    made = a_round(cast.process)

    a_prototype(made.solution, "El Puente")

    assert list(made.feedback.prototypes.all()) == [made.plaza, made.telar]


def test_questions_keep_their_order_and_their_choices(cast: Cast):
    made = a_round(cast.process)

    found = queries.feedback(cast.process, 1).questions.all()

    assert [(one.key, one.kind, len(one.choices), one.only_for) for one in found] == [
        ("preferred", "prototype", 0, None),
        ("needs_met", "choice", 2, None),
        ("empowered", "choice", 2, made.phase),
        ("comment", "comment", 0, None),
    ]


def test_not_knowing_is_offered_always_so_it_is_no_choice_of_its_own(cast: Cast):
    made = a_round(cast.process)

    asked = ask(
        made.feedback, Question.Kind.CHOICE, "¿Y?", choices=[*TWO, {"key": "dont_know", "label": {"es": "No sé"}}]
    )

    assert asked.choices == TWO


@pytest.mark.parametrize(
    "choices", [[], TWO[:1], [TWO[0], TWO[0]], [TWO[0], {"key": "dont_know", "label": {"es": "No"}}]]
)
def test_a_closed_question_needs_two_choices(cast: Cast, choices):
    made = a_round(cast.process)

    found = refusal(lambda: ask(made.feedback, Question.Kind.CHOICE, "¿Y?", choices=choices))

    assert found == ("feedback.two_choices", {"field": "choices"})
    assert made.feedback.questions.count() == 4


def test_questions_stand_still_once_somebody_has_answered(cast: Cast):
    made = a_round(cast.process)
    answered(made.feedback, needs_met="yes")
    question = made.feedback.questions.get(key="needs_met")

    change = {"kind": question.kind, "wording": {"es": "Otra"}, "choices": TWO, "only_for": None}
    codes = [
        refusal(lambda: ask(made.feedback, Question.Kind.COMMENT, "¿Y?"))[0],
        refusal(lambda: actions.edit_question(question=question, **change, **AS_ANA))[0],
        refusal(lambda: actions.remove_question(question=question, **AS_ANA))[0],
    ]

    assert codes == ["feedback.has_answers"] * 3
    assert made.feedback.questions.count() == 4


def test_a_question_can_be_corrected_and_removed_before_anybody_answers(cast: Cast):
    made = a_round(cast.process)
    needs, comment = made.feedback.questions.get(key="needs_met"), made.feedback.questions.get(key="comment")

    change = {"kind": Question.Kind.CHOICE, "wording": {"es": "¿Te sirve?"}, "choices": TWO, "only_for": made.phase}
    actions.edit_question(question=needs, **change, **AS_ANA)
    actions.remove_question(question=comment, **AS_ANA)

    found = list(made.feedback.questions.values_list("key", "wording", "only_for"))
    assert found[1] == ("needs_met", {"es": "¿Te sirve?"}, made.phase.pk)
    assert [key for key, _wording, _phase in found] == ["preferred", "needs_met", "empowered"]


def test_an_answer_is_kept_with_its_question(cast: Cast):
    made = a_round(cast.process)

    answered(made.feedback, preferred="1", needs_met="dont_know", comment="  Letra más grande.  ")

    assert list(Answer.objects.order_by("question__place").values_list("question__key", "value", "shown")) == [
        ("preferred", "1", False),
        ("needs_met", "dont_know", False),
        ("comment", "Letra más grande.", False),
    ]


@pytest.mark.parametrize(
    ("answers", "code", "facts"),
    [
        ({}, "feedback.nothing_answered", {}),
        ({"comment": "   "}, "feedback.nothing_answered", {}),
        ({"needs_met": "maybe"}, "feedback.no_such_choice", {"field": "q_needs_met"}),
        ({"preferred": "9"}, "feedback.no_such_choice", {"field": "q_preferred"}),
        ({"comment": "a" * 2001}, "feedback.too_long", {"most": 2000, "field": "q_comment"}),
    ],
)
def test_what_is_no_answer_is_refused_and_nothing_is_kept(cast: Cast, answers, code, facts):
    made = a_round(cast.process)

    found = refusal(lambda: answered(made.feedback, **answers))

    assert found == (code, facts)
    assert (list(Response.objects.all()), list(Answer.objects.all())) == ([], [])


def test_a_question_for_one_phase_is_refused_from_somebody_who_was_not_there(cast: Cast):
    made = a_round(cast.process)

    found = refusal(lambda: answered(made.feedback, empowered="yes"))

    assert found == ("feedback.not_asked", {"field": f"phase_{made.phase.pk}"})


def test_who_says_that_they_took_part_is_asked_the_questions_of_the_phase(cast: Cast):
    made = a_round(cast.process)

    response = actions.submit_response(
        feedback=made.feedback,
        answers={"empowered": "yes"},
        channel=Response.Channel.PAPER,
        took_part_in=[made.phase],
        **AS_ANA,
    )

    assert list(response.took_part_in.all()) == [made.phase]


@pytest.mark.parametrize("state", [Invitation.State.CAME, Invitation.State.ACCEPTED])
def test_who_came_to_the_phase_need_not_say_so(cast: Cast, state):
    made = a_round(cast.process)
    Invitation.objects.create(phase=made.phase, participant=cast.caro, state=state, changed_at=NOON)

    response = answered_by(made.feedback, cast.caro, empowered="no")

    assert list(response.took_part_in.all()) == [made.phase]


@pytest.mark.parametrize("state", [Invitation.State.INVITED, Invitation.State.DECLINED])
def test_an_invitation_alone_is_not_taking_part(cast: Cast, state):
    made = a_round(cast.process)
    Invitation.objects.create(phase=made.phase, participant=cast.caro, state=state, changed_at=NOON)

    found = refusal(lambda: answered_by(made.feedback, cast.caro, empowered="no"))

    assert found[0] == "feedback.not_asked"


def test_a_participant_is_tied_to_what_they_said(cast: Cast):
    made = a_round(cast.process)

    answered_by(made.feedback, cast.caro, needs_met="yes")

    assert ("W1#13", "said") in links_into("O1")


def test_a_participant_who_has_a_knot_keeps_it_as_it_is(cast: Cast):
    made = a_round(cast.process)
    known = knot(cast.process, Kind.CONTRIBUTION, "A1")
    Knot.objects.filter(pk=known.pk).update(kind="participant", object_id=cast.caro.pk, ref="W1#13", public=False)

    answered_by(made.feedback, cast.caro, needs_met="yes")

    assert list(Knot.objects.filter(kind="participant").values_list("pk", "public")) == [(known.pk, False)]


def test_each_participant_answers_a_round_once(cast: Cast):
    made = a_round(cast.process)
    answered_by(made.feedback, cast.caro, needs_met="yes")

    found = refusal(lambda: answered_by(made.feedback, cast.caro, needs_met="no"))

    assert found == ("feedback.answered_already", {"who": "W1#13", "field": "code"})
    assert list(Answer.objects.values_list("value", flat=True)) == ["yes"]


def test_who_withdrew_cannot_be_answered_for(cast: Cast):
    made = a_round(cast.process)
    Participant.objects.filter(pk=cast.caro.pk).update(withdrawn_at=NOON)
    cast.caro.refresh_from_db()

    assert refusal(lambda: answered_by(made.feedback, cast.caro, needs_met="no"))[0] == "feedback.no_such_code"


def test_the_same_form_sent_twice_is_one_response(cast: Cast):
    made = a_round(cast.process)
    open_feedback(cast.process)
    send = {"feedback": made.feedback, "channel": Response.Channel.WEB, "sent_as": TICKET}

    first = actions.submit_response(**send, answers={"needs_met": "yes"}, **AS_ANA)
    second = actions.submit_response(**send, answers={"needs_met": "no"}, **AS_ANA)

    assert (second, Response.objects.count()) == (first, 1)
    assert list(Answer.objects.values_list("value", flat=True)) == ["yes"]
    assert Event.objects.filter(verb="feedback.answered").count() == 1


def test_the_web_is_closed_when_feedback_is_but_paper_can_still_be_typed_in(cast: Cast):
    made = a_round(cast.process)
    phase = open_feedback(cast.process)
    phase.end = (NOON - timedelta(days=1)).date()
    phase.save()

    send = {"feedback": made.feedback, "answers": {"needs_met": "yes"}}
    found = refusal(lambda: actions.submit_response(**send, channel=Response.Channel.WEB, **AS_ANA))
    actions.submit_response(**send, channel=Response.Channel.PAPER, **AS_ANA)

    assert found[0] == "activity.closed"
    assert list(Response.objects.values_list("channel", flat=True)) == ["paper"]


def test_the_record_tells_that_somebody_answered_and_not_what(cast: Cast):
    made = a_round(cast.process)

    answered(made.feedback, needs_met="yes", comment="Letra más grande.")

    event = Event.objects.first()
    assert (event.verb, event.target, event.facts) == ("feedback.answered", "O1", {"channel": "telephone"})


def test_a_comment_is_read_by_everybody_only_once_it_is_shown(cast: Cast):
    made = a_round(cast.process)
    answered(made.feedback, comment="Letra más grande.")
    written = Answer.objects.get()

    before = queries.comments_on(made.feedback)
    actions.show_comment(answer=written, shown=True, **AS_ANA)
    shown = queries.comments_on(made.feedback)
    actions.show_comment(answer=written, shown=False, **AS_ANA)

    assert (before, shown, queries.comments_on(made.feedback)) == ([], [written], [])
    assert queries.comments_on(made.feedback, everything=True) == [written]


def test_a_comment_is_never_shown_without_agreement(cast: Cast):
    made = a_round(cast.process)
    answered(made.feedback, comment="Letra más grande.")
    Response.objects.update(may_show=False)
    written = Answer.objects.select_related("response__feedback__process").get()

    assert refusal(lambda: actions.show_comment(answer=written, shown=True, **AS_ANA)) == ("feedback.not_agreed", {})
    assert Answer.objects.get().shown is False


def test_the_comments_of_who_withdrew_are_gone_from_every_list(cast: Cast):
    made = a_round(cast.process)
    answered_by(made.feedback, cast.caro, comment="Letra más grande.")
    actions.show_comment(answer=Answer.objects.get(), shown=True, **AS_ANA)
    before = len(queries.comments_on(made.feedback))

    Participant.objects.filter(pk=cast.caro.pk).update(withdrawn_at=NOON)

    assert (before, queries.comments_on(made.feedback, everything=True)) == (1, [])


@pytest.mark.parametrize(("typed", "found"), [("", None), ("  ", None), ("w1 # 13", "W1#13"), ("W1#13", "W1#13")])
def test_a_code_is_read_as_people_type_it(cast: Cast, typed, found):
    who = queries.participant_coded(cast.process, typed)

    assert (str(who) if who else None) == found


def test_a_code_that_nobody_has_is_refused(cast: Cast):
    found = refusal(lambda: queries.participant_coded(cast.process, "W1#99"))

    assert found == ("feedback.no_such_code", {"who": "W1#99", "field": "code"})
