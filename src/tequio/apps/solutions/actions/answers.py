"""What a person answered, by web, telephone or paper; and which comments everybody may read."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.timezone import localdate

from tequio.apps.processes.models import Invitation, Participant, Phase
from tequio.apps.processes.queries import locked, require_open
from tequio.apps.record import actions as record
from tequio.apps.solutions.actions.knots import noted
from tequio.apps.solutions.models import DONT_KNOW, Answer, Feedback, Question, Response
from tequio.apps.thread import actions as thread
from tequio.apps.thread.kinds import ref
from tequio.apps.thread.models import Knot
from tequio.apps.thread.queries import knot_of, knots_of
from tequio.core.actors import Actor
from tequio.core.phases import Activity
from tequio.core.refusals import Refusal
from tequio.core.thread import Kind, LinkKind

LONGEST_COMMENT = 2000
WAS_THERE = (Invitation.State.ACCEPTED, Invitation.State.CAME)


@transaction.atomic
def submit_response(
    *,
    feedback: Feedback,
    answers: Mapping[str, str],
    channel: Response.Channel,
    participant: Participant | None = None,
    took_part_in: Iterable[Phase] = (),
    may_show: bool = False,
    sent_as: UUID | None = None,
    synthetic: bool = False,
    by: Actor,
    at: datetime,
) -> Response:
    """`answers`: values by the key of their question; `took_part_in`: phases the person says they were in.

    The same `sent_as` twice is one response. On the web only while feedback is open; calls and paper are typed in when
    there is time. A participant answers a round once.
    """
    locked(feedback.process)
    known = Response.objects.filter(sent_as=sent_as, feedback=feedback).first() if sent_as else None
    if known:
        return known
    if channel == Response.Channel.WEB:
        require_open(feedback.process, Activity.FEEDBACK, localdate(at))
    phases = {phase.pk for phase in took_part_in} | _invited(participant)
    kept = _checked(feedback, answers, phases)
    _first_time(feedback, participant)
    response: Response = Response.objects.create(
        feedback=feedback,
        participant=participant,
        channel=channel,
        sent_as=sent_as,
        may_show=may_show,
        synthetic=synthetic,
        made_at=at,
    )
    response.took_part_in.set(phases & _asked_of(feedback))
    Answer.objects.bulk_create(Answer(response=response, question=question, value=value) for question, value in kept)
    _said(feedback, participant, by=by, at=at)
    noted("feedback.answered", feedback, by=by, at=at, channel=str(channel))
    return response


def _asked_of(feedback: Feedback) -> set[int]:
    return {question.only_for_id for question in feedback.questions.all() if question.only_for_id}


def _invited(participant: Participant | None) -> set[int]:
    if participant is None:
        return set()
    return set(participant.invitations.filter(state__in=WAS_THERE).values_list("phase_id", flat=True))


def _first_time(feedback: Feedback, participant: Participant | None) -> None:
    if participant is None:
        return
    if participant.process_id != feedback.process_id or participant.withdrawn_at:
        raise Refusal("feedback.no_such_code", who=str(participant.code), field="code")
    if feedback.responses.filter(participant=participant).exists():
        raise Refusal("feedback.answered_already", who=str(participant.code), field="code")


def _checked(feedback: Feedback, answers: Mapping[str, str], phases: set[int]) -> list[tuple[Question, str]]:
    """The answers that say something, each checked against its question."""
    questions = {question.key: question for question in feedback.questions.all()}
    typed = {key: value.strip() for key, value in answers.items() if value and value.strip()}
    kept = [(questions[key], _value(feedback, questions[key], value, phases)) for key, value in typed.items()]
    if not kept:
        raise Refusal("feedback.nothing_answered")
    return kept


def _value(feedback: Feedback, question: Question, value: str, phases: set[int]) -> str:
    if question.only_for_id and question.only_for_id not in phases:
        raise Refusal("feedback.not_asked", field=f"phase_{question.only_for_id}")
    if question.kind == Question.Kind.COMMENT:
        if len(value) > LONGEST_COMMENT:
            raise Refusal("feedback.too_long", most=LONGEST_COMMENT, field=f"q_{question.key}")
        return value
    if value not in _keys(feedback, question):
        raise Refusal("feedback.no_such_choice", field=f"q_{question.key}")
    return value


def _keys(feedback: Feedback, question: Question) -> set[str]:
    if question.kind == Question.Kind.PROTOTYPE:
        return {DONT_KNOW, *(str(number) for number in feedback.prototypes.values_list("number", flat=True))}
    return {DONT_KNOW, *(choice["key"] for choice in question.choices)}


def _said(feedback: Feedback, participant: Participant | None, *, by: Actor, at: datetime) -> None:
    if participant is None:
        return
    process = feedback.process
    who = knots_of(process, Kind.PARTICIPANT, [participant.pk]).get(participant.pk) or _knotted(participant)
    what = knot_of(process, Kind.FEEDBACK, feedback.pk)
    thread.tie_many(process, [(who, LinkKind.SAID, what)], by=by, at=at)


def _knotted(participant: Participant) -> Knot:
    code = str(participant.code)
    row = thread.Thing(Kind.PARTICIPANT, participant.pk, code, {"es": code}, synthetic=participant.synthetic)
    return thread.add_knot(participant.process, row)


@transaction.atomic
def show_comment(*, answer: Answer, shown: bool, by: Actor, at: datetime) -> Answer:
    """Let everybody read a comment, or take it back; never without the person's agreement."""
    if shown and not answer.response.may_show:
        raise Refusal("feedback.not_agreed")
    answer.shown = shown
    answer.save(update_fields=["shown"])
    process = answer.response.feedback.process
    target = ref(Kind.FEEDBACK, answer.response.feedback.number)
    verb = "feedback.comment_shown" if shown else "feedback.comment_hidden"
    record.note(verb, by=by, at=at, space=process.space_id, process=process.pk, target=target, answer=answer.pk)
    return answer
