"""Who takes part, and who was invited from where."""

from tequio.apps.processes.models import Invitation, Participant
from tequio.core.thread import Kind
from tests.factories.everything import Everything, of
from tests.people import NOON

STATES = ("came", "invited", "volunteered", "accepted", "declined")


def fill(it: Everything) -> None:
    places, makers = it.rows["Territory"], it.rows["Organization"]
    made = it.make(
        Participant,
        [
            {
                "process": it.process,
                "wave": "W2",
                "number": i,
                "speaks_for": "organization" if i % 3 else "self",
                "organization": of(makers, i) if i % 3 else None,
                "territory": of(places[: it.n], i),
                "attributes": {f"clave-{at}": f"b{i % 3}" for at in range(1, it.n + 1)},
                "consents": {"show": "2026-03-02", "quote": "2026-03-02"},
                "made_at": NOON,
            }
            for i in it.crowd
        ],
    )
    it.knot(Kind.PARTICIPANT, made, lambda one: str(one.code))
    phases = it.rows["Phase"]
    it.make(
        Invitation,
        [
            {
                "phase": phase,
                "participant": one,
                "state": of(STATES, one.number),
                "carried_from": phases[0] if at else None,
                "changed_at": NOON,
            }
            for at, phase in enumerate(phases[:3])
            for one in made
        ],
    )
