"""A decision, a commitment and a milestone, as a facilitator would make them."""

from datetime import date

from tequio.apps.commitments import actions
from tequio.apps.commitments.models import Commitment, Decision, Milestone
from tequio.apps.processes.models import Process
from tequio.apps.thread.actions import Thing, add_knot
from tequio.apps.thread.models import Knot, Link
from tequio.core.actors import Actor, ActorKind
from tequio.core.commitments import Declared
from tequio.core.phases import Span
from tequio.core.thread import Kind
from tests.people import NOON

AS_ANA = {"by": Actor(ActorKind.FACILITATOR, "a" * 16), "at": NOON}
TODAY = date(2026, 3, 2)
YESTERDAY, TOMORROW = date(2026, 3, 1), date(2026, 3, 3)


def knot(process: Process, kind: Kind = Kind.PROBLEM, ref: str = "P1") -> Knot:
    return add_knot(process, Thing(kind, int(ref[1:]), ref, {"es": f"Nudo {ref}"}))


def texts(**more: dict[str, str]) -> dict[str, dict[str, str]]:
    found = {"title": {"es": "Seguir con La Plaza"}, "text": {}, "reasons": {"es": "Más la prefieren."}}
    return found | {"decided_by": {"es": "Grupo de codiseño"}} | more


def a_decision(process: Process, **more: object) -> Decision:
    rests_on = more.pop("rests_on", None) or [knot(process)]
    facts = {"decided_on": YESTERDAY, **texts(), **more}
    return actions.add_decision(process=process, rests_on=rests_on, **facts, **AS_ANA)


def a_commitment(decision: Decision, title: str = "Devolver los resultados", due: date | None = None, **more: object):
    span = Span(due, due) if due else more.pop("span", Span())
    said = {"title": {"es": title}, "who": {"es": "Equipo universitario"}}
    return actions.add_commitment(decision=decision, due=span, **said, **AS_ANA, **more)


def a_milestone(commitment: Commitment, title: str = "Hoja impresa", **more: object) -> Milestone:
    return actions.add_milestone(commitment=commitment, title={"es": title}, **AS_ANA, **more)


def changed(commitment: Commitment, becomes: Declared, why: str = "Así fue.", **more: object) -> Commitment:
    return actions.change_commitment(commitment=commitment, becomes=becomes, reason={"es": why}, **AS_ANA, **more)


def links_into(ref: str) -> list[tuple[str, str]]:
    return list(Link.objects.filter(target__ref=ref).order_by("pk").values_list("source__ref", "kind"))
