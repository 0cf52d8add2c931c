"""What the tests of processes start from."""

from collections.abc import Sequence

from tequio.apps.processes import actions
from tequio.apps.processes.models import Participant, Phase
from tequio.apps.record.models import Event
from tequio.apps.territories.models import Population, Territory
from tequio.core.actors import Actor, ActorKind
from tequio.core.phases import Activity, Span
from tests.people import NOON, Cast

ANA = Actor(ActorKind.FACILITATOR, "0123456789abcdef")
DOING = {"by": ANA, "at": NOON}
HOSTILE = ("<script>alert(1)</script>", '"><img src=x onerror=alert(1)>')
NO_DATE = Span()
BASE = "/red/procesos/parque/"


def phase(cast: Cast, title: str = "Explorar", span: Span = NO_DATE, *kinds: Activity) -> Phase:
    made = actions.add_phase(cast.process, title={"es": title}, span=span, **DOING)
    for kind in kinds:
        actions.add_activity(cast.process, kind=kind, title={"es": f"Para {kind}"}, phases=[made], **DOING)
    return made


def boroughs(**people: int) -> list[Territory]:
    """Boroughs side by side, by name with how many live there; codes count from 001."""
    made = []
    for place, (name, n) in enumerate(people.items(), 1):
        borough = Territory.objects.create(
            kind="borough", code=f"{place:03}", name=name, tile_column=place - 1, tile_row=0
        )
        Population.objects.create(territory=borough, edition="2020", people=n, source="INEGI, 2020")
        made.append(borough)
    return made


def people(
    cast: Cast, n: int, territory: Territory | None = None, *, alone: bool = False, **facts: object
) -> list[Participant]:
    """So many people, speaking for an organisation unless they are alone."""
    speaks_for = Participant.SpeaksFor.SELF if alone else Participant.SpeaksFor.ORGANIZATION
    newcomer = actions.Newcomer(territory=territory, speaks_for=speaks_for, **facts)
    return actions.add_participants(cast.process, wave="W1", people=[newcomer] * n, **DOING)


def codes(found: Sequence[Participant]) -> list[str]:
    return [str(participant.code) for participant in found]


def verbs() -> list[tuple[str, str]]:
    return list(Event.objects.order_by("pk").values_list("verb", "target"))
