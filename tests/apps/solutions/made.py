"""A problem, a solution, two prototypes and a round of questions, as a facilitator would make them."""

from dataclasses import dataclass
from datetime import date

from tequio.apps.processes.models import Activity, Participant, Phase, Process
from tequio.apps.solutions import actions
from tequio.apps.solutions.models import Feature, Feedback, Problem, Prototype, Question, Response, Solution
from tequio.apps.thread.actions import Thing, add_knot
from tequio.apps.thread.models import Knot
from tequio.core.actors import Actor, ActorKind
from tequio.core.thread import Kind
from tests.people import NOON

ANA = Actor(ActorKind.FACILITATOR, "a" * 16)
AS_ANA = {"by": ANA, "at": NOON}


def knot(process: Process, kind: Kind, ref: str, *, public: bool = True) -> Knot:
    return add_knot(process, Thing(kind, int(ref[1:]), ref, {"es": f"Nudo {ref}"}, public=public))


def a_problem(process: Process, title: str = "Nadie avisa", **more: object) -> Problem:
    texts = {"title": {"es": title}, "statement": {"es": "Nos enteramos tarde."}, "affected": {}, "memo": {}}
    return actions.add_problem(process=process, **texts, **AS_ANA, **more)


def a_solution(process: Process, title: str = "Tablero", problem: Problem | None = None) -> Solution:
    texts = {"title": {"es": title}, "about": {"es": "Junta los avisos."}}
    without = {"es": "Un pizarrón en la entrada."}
    answers = [problem or a_problem(process)]
    return actions.add_solution(process=process, **texts, without_technology=without, answers=answers, **AS_ANA)


def features(solution: Solution, *titles: str) -> list[Feature]:
    return actions.add_features(solution=solution, features=[({"es": title}, {}) for title in titles], **AS_ANA)


def a_prototype(solution: Solution, title: str = "La Plaza", **more: object) -> Prototype:
    return actions.add_prototype(solution=solution, title={"es": title}, about={}, **AS_ANA, **more)


def a_version(prototype: Prototype, **more: object):
    return actions.add_version(prototype=prototype, what_changed={"es": "Letra más grande."}, **AS_ANA, **more)


def open_feedback(process: Process) -> Phase:
    """A phase that is open on the day of the tests and lets people give feedback."""
    phase = Phase.objects.create(
        process=process, key="opinar", title={"es": "Opinar", "en": "Feedback"}, place=1, start=date(2026, 3, 1)
    )
    activity = Activity.objects.create(process=process, kind="feedback", key="opinar", title={"es": "Opinar"})
    activity.phases.add(phase)
    return phase


def codesign(process: Process) -> Phase:
    return Phase.objects.create(process=process, key="codiseno", title={"es": "Codiseño", "en": "Co-design"}, place=0)


@dataclass(frozen=True)
class Round:
    solution: Solution
    plaza: Prototype
    telar: Prototype
    feedback: Feedback
    phase: Phase


def a_round(process: Process) -> Round:
    """Which prototype, whether it helps, what those of the co-design felt, and a comment."""
    solution, phase = a_solution(process), codesign(process)
    plaza, telar = a_prototype(solution, "La Plaza"), a_prototype(solution, "El Telar")
    feedback = actions.add_feedback(
        solution=solution, title={"es": "¿Qué te parecen?"}, about={}, prototypes=[plaza, telar], **AS_ANA
    )
    yes_no = [{"key": "yes", "label": {"es": "Sí", "en": "Yes"}}, {"key": "no", "label": {"es": "No", "en": "No"}}]
    ask(feedback, Question.Kind.PROTOTYPE, "¿Cuál prefieres?", key="preferred")
    ask(feedback, Question.Kind.CHOICE, "¿Responde a lo que necesitas?", key="needs_met", choices=yes_no)
    ask(feedback, Question.Kind.CHOICE, "¿Te dio fuerza?", key="empowered", choices=yes_no, only_for=phase)
    ask(feedback, Question.Kind.COMMENT, "¿Qué le cambiarías?", key="comment")
    return Round(solution, plaza, telar, feedback, phase)


def ask(feedback: Feedback, kind: Question.Kind, wording: str, **more: object) -> Question:
    return actions.add_question(feedback=feedback, kind=kind, wording={"es": wording}, **AS_ANA, **more)


def answered(feedback: Feedback, **answers: str) -> Response:
    return actions.submit_response(
        feedback=feedback, answers=answers, channel=Response.Channel.TELEPHONE, may_show=True, **AS_ANA
    )


def answered_by(feedback: Feedback, participant: Participant, **answers: str) -> Response:
    channel = Response.Channel.TELEPHONE
    return actions.submit_response(
        feedback=feedback, answers=answers, channel=channel, participant=participant, may_show=True, **AS_ANA
    )
