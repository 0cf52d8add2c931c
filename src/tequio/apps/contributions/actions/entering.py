"""What staff type in: rows of a code, a kind and the words, from a meeting or from paper."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from tequio.apps.contributions import queries
from tequio.apps.contributions.actions.keeping import Words, keep
from tequio.apps.contributions.models import Contribution
from tequio.apps.meetings.models import Meeting
from tequio.apps.processes.models import Participant, Process
from tequio.apps.processes.queries import locked
from tequio.apps.record import actions as record
from tequio.apps.thread.kinds import ref
from tequio.core.actors import Actor
from tequio.core.participants import Code, parse
from tequio.core.refusals import Refusal
from tequio.core.text.similar import fingerprint
from tequio.core.thread import Kind

Channel = Contribution.Channel


@dataclass(frozen=True, slots=True)
class Typed:
    """One row as it was typed. `code` may be empty: nobody noted who said it."""

    code: str
    kind: str
    text: str

    @property
    def blank(self) -> bool:
        return not (self.code.strip() or self.text.strip())


def problems(process: Process, rows: Sequence[Typed]) -> dict[int, Refusal]:
    """What is wrong, by the place of the row, counted from 0; blank rows are passed over."""
    return _read(process, rows)[1]


@transaction.atomic
def enter(
    *,
    process: Process,
    rows: Sequence[Typed],
    meeting: Meeting | None,
    shown: bool,
    channel: str,
    by: Actor,
    at: datetime,
) -> list[Contribution]:
    """Keep all the rows, or refuse the first that is wrong and keep none."""
    held = locked(process)
    require_real(held)
    codes, wrong = _read(held, rows)
    if wrong:
        raise wrong[min(wrong)]
    said = [_words(row, codes.get(place), meeting, shown, at) for place, row in enumerate(rows) if not row.blank]
    if not said:
        raise Refusal("contributions.nothing_written")
    made = keep(held, said, channel=channel, status=Contribution.Status.ACCEPTED, by=by, at=at)
    first = ref(Kind.CONTRIBUTION, made[0].number)
    record.note(
        "contributions.entered", by=by, at=at, space=held.space_id, process=held.pk, target=first, n=len(made),
        meeting=ref(Kind.MEETING, meeting.number) if meeting else "",
    )  # fmt: skip
    return made


def require_real(process: Process) -> None:
    """Refuse to fill what is only there to be copied."""
    if process.template:
        raise Refusal("contributions.of_template")


def _words(row: Typed, person: Participant | None, meeting: Meeting | None, shown: bool, at: datetime) -> Words:  # noqa: FBT001
    said_on = localdate(meeting.starts_at) if meeting and meeting.starts_at else localdate(at)
    place = person.territory_id if person else meeting.territory_id if meeting else None
    synthetic = bool(person and person.synthetic) or bool(meeting and meeting.synthetic)
    return Words(
        row.text,
        kind=row.kind if row.kind in Contribution.Kind.values else Contribution.Kind.NEED,
        shown=shown,
        participant=person,
        meeting=meeting,
        territory_id=place,
        said_on=said_on,
        synthetic=synthetic,
    )


def _read(process: Process, rows: Sequence[Typed]) -> tuple[Mapping[int, Participant], dict[int, Refusal]]:
    """Who said each row, and what is wrong with which; one query for all the codes."""
    codes, wrong = _codes(rows)
    people = queries.people_with(process, codes.values())
    for place, code in codes.items():
        if code not in people:
            wrong.setdefault(place, Refusal("contributions.nobody_with_code", person=str(code)))
    return {place: people[code] for place, code in codes.items() if code in people}, wrong


def _codes(rows: Sequence[Typed]) -> tuple[dict[int, Code], dict[int, Refusal]]:
    codes: dict[int, Code] = {}
    wrong: dict[int, Refusal] = {}
    for place, row in enumerate(rows):
        if row.blank:
            continue
        if not fingerprint(row.text):
            wrong[place] = Refusal("contributions.no_words")
        if row.code.strip():
            try:
                codes[place] = parse(row.code)
            except Refusal as refusal:
                wrong[place] = refusal
    return codes, wrong
