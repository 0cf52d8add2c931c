"""Meetings to test with: one focus group on the park, held on the day of NOON, two hours long."""

from datetime import timedelta

from tequio.apps.meetings import actions
from tequio.apps.meetings.actions import Line
from tequio.apps.organizations.models import Organization
from tequio.apps.processes.models import Participant, Phase
from tequio.apps.territories.models import Territory
from tequio.core.actors import Actor, ActorKind
from tests.people import NOON

ANA = Actor(ActorKind.FACILITATOR, "a" * 16)
BY = {"by": ANA, "at": NOON}
HOSTILE = "<script>alert(1)</script>"
HOSTILE_IMAGE = '"><img src=x onerror=alert(1)>'
STEPS = (
    Line(10, {"es": "Bienvenida"}, how={"es": "Decimos para qué es"}, materials={"es": "Hojas"}),
    Line(50, {"es": "Qué duele"}, prompts={"es": "¿Qué te cuesta trabajo?\n¿Desde cuándo?"}),
    Line(30, {"es": "Qué se parece"}),
)
PLAN = {
    "kind": "focus_group",
    "mode": "hybrid",
    "title": {"es": "Grupo focal del parque", "en": "Focus group on the park"},
    "purpose": {"es": "Oír qué falta"},
    "starts_at": NOON,
    "ends_at": NOON + timedelta(hours=2),
    "place": "Casa de cultura",
    "joining": "https://llamada.example/secreto",
}


def meeting(cast, **changes):
    return actions.plan_meeting(cast.process, **{**PLAN, **changes}, **BY)


def with_steps(cast, **changes):
    made = meeting(cast, **changes)
    actions.write_run_sheet(made, lines=STEPS, **BY)
    return made


def phase(cast, key="escuchar"):
    place = cast.process.phases.count()
    return Phase.objects.create(process=cast.process, key=key, title={"es": key.capitalize()}, place=place)


def borough(name="Tlalpan", code="09012"):
    return Territory.objects.create(kind="borough", code=code, name=name)


def organization(cast, name="Agua Clara", slug="agua"):
    return Organization.objects.create(space=cast.space, slug=slug, name=name, made_at=NOON)


def person(cast, number, wave="W1", **facts):
    return Participant.objects.create(process=cast.process, wave=wave, number=number, made_at=NOON, **facts)


def came(made, *people):
    actions.take_attendance(made, came=people, **BY)


def address(made, rest=""):
    return f"/red/procesos/parque/encuentros/{made.number}/{rest}"


def codes(made):
    found = made.attendances.order_by("participant__wave", "participant__number")
    return [str(one.participant.code) for one in found.select_related("participant")]
