"""What a browser remembers of somebody without an account: who they are, and their words until shown once."""

from tequio.apps.processes.models import Participant, Process
from tequio.apps.spaces.middleware import RETURNING
from tequio.web.requests import Request

FRESH = "fresh_words"  # {process id: [number of the contribution, passphrase]}, taken out when shown


def me(request: Request, process: Process) -> Participant | None:
    """The person who came back to this process in this browser, if they are still here."""
    known = request.returning.get(process.pk, 0)
    people = process.participants.filter(pk=known, withdrawn_at__isnull=True)
    found: Participant | None = people.select_related("process__space").first() if known else None
    return found


def remember(request: Request, participant: Participant) -> None:
    """Under a new key, so that a key somebody knew before opens nothing."""
    request.session.cycle_key()
    known = request.session.get(RETURNING, {})
    request.session[RETURNING] = {**known, str(participant.process_id): participant.pk}


def forget(request: Request, process: Process) -> None:
    """Nothing of the person stays in this browser; staff who signed in here stay signed in."""
    if request.person is None:
        request.session.flush()
        return
    for name in (RETURNING, FRESH):
        kept = {key: value for key, value in request.session.get(name, {}).items() if key != str(process.pk)}
        request.session[name] = kept


def lay_down(request: Request, process: Process, number: int, words: str) -> None:
    """Words that were not shown yet stay until they are, whatever is sent in between."""
    fresh = request.session.get(FRESH, {})
    unseen = fresh.get(str(process.pk), [number, ""])[1]
    request.session[FRESH] = {**fresh, str(process.pk): [number, words or unseen]}


def take_up(request: Request, process: Process) -> tuple[int, str] | None:
    """The number and the words that were laid down, once."""
    fresh = dict(request.session.get(FRESH, {}))
    number, words = fresh.pop(str(process.pk), (None, ""))
    if number is None:
        return None
    request.session[FRESH] = fresh
    return number, words
