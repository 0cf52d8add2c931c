"""What the tests of contributions start from."""

from dataclasses import replace
from uuid import UUID

from tequio.apps.contributions.actions.keeping import Words, keep
from tequio.apps.contributions.models import Contribution
from tequio.apps.meetings.models import Meeting
from tequio.apps.processes.models import Activity, Participant, Phase
from tequio.apps.processes.passphrases import sealed_words
from tequio.apps.territories.models import Territory
from tequio.apps.thread import actions as thread
from tequio.apps.thread.models import Knot, Link
from tequio.core.actors import Actor, ActorKind
from tequio.core.thread import Kind, LinkKind
from tests.people import NOON, Cast

ANA = Actor(ActorKind.FACILITATOR, "0123456789abcdef")
DOING = {"by": ANA, "at": NOON}
BASE = "/red/procesos/parque/aportes/"
HOSTILE = ("<script>alert(1)</script>", '"><img src=x onerror=alert(1)>')
WORDS = "ábaco abdomen abeja abierto abogado abono aborto"
SENT = UUID("00000000-0000-4000-8000-000000000001")
ENGLISH = {"Accept-Language": "en"}


def said(cast: Cast, *bodies: str, status: str = "accepted", channel: str = "meeting", **facts: object):
    words = [replace(Words(body, shown=True), **facts) for body in bodies]
    return keep(cast.process, words, channel=channel, status=status, **DOING)


def one(cast: Cast, body: str = "Falta agua en la escuela", **facts: object) -> Contribution:
    return said(cast, body, **facts)[0]


def borough(name: str = "Iztapalapa", code: str = "09007") -> Territory:
    return Territory.objects.create(kind="borough", code=code, name=name)


def meeting(cast: Cast, number: int = 1) -> Meeting:
    made = Meeting.objects.create(
        process=cast.process, number=number, kind="focus_group", mode="virtual", title={"es": f"Grupo {number}"}
    )
    thread.add_knot(cast.process, thread.Thing(Kind.MEETING, made.pk, f"E{number}", made.title))
    return made


def theme(cast: Cast, *voices: Contribution, number: int = 3, public: bool = True) -> Knot:
    label = {"es": "El agua"}
    knot = thread.add_knot(cast.process, thread.Thing(Kind.THEME, number, f"T{number}", label, public=public))
    for voice in voices:
        source = Knot.objects.get(kind=Kind.CONTRIBUTION, object_id=voice.pk)
        thread.tie(source, LinkKind.GROUPED, knot, **DOING)
    return knot


def open_call(cast: Cast, override: str = "open", **dates: object) -> Phase:
    """A phase in which people can write; opened by hand unless told otherwise."""
    phase = Phase.objects.create(
        process=cast.process, key="oir", title={"es": "Oír"}, place=1, override=override, **dates
    )
    activity = Activity.objects.create(process=cast.process, kind="contribute", key="decir", title={"es": "Decir"})
    activity.phases.add(phase)
    return phase


def caro_has_words(cast: Cast) -> Participant:
    cast.caro.passphrase_hash = sealed_words(WORDS)
    cast.caro.save()
    return cast.caro


def links() -> list[tuple[str, str, str]]:
    rows = Link.objects.order_by("pk").values_list("source__ref", "kind", "target__ref")
    return [(source, str(kind), target) for source, kind, target in rows]


def knots() -> list[tuple[str, dict[str, str], bool]]:
    return list(Knot.objects.filter(kind=Kind.CONTRIBUTION).order_by("pk").values_list("ref", "label", "public"))
