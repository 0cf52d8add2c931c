"""Reads of rounds. While one is open nobody reads its ballots; once closed, what is read is its stored result."""

# ruff: noqa: A002 (a round is what the field calls it)

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, F, Q, QuerySet, Sum
from django.http import Http404
from django.utils.timezone import localdate

from tequio.apps.prioritising.models import Ballot, Issue, Option, Round, Slip
from tequio.apps.prioritising.slips import token_hash
from tequio.apps.processes.models import Process
from tequio.apps.processes.queries import require_open
from tequio.apps.territories.models import Territory
from tequio.apps.thread.models import Knot
from tequio.core.phases import Activity
from tequio.core.prioritising.approval import check_ballot
from tequio.core.refusals import Refusal
from tequio.core.roles import Permission
from tequio.core.thread import Kind, LinkKind
from tequio.web.requests import Request, may

CHOSEN_AMONG = (Kind.THEME, Kind.PROBLEM, Kind.SOLUTION, Kind.PROTOTYPE)


@dataclass(frozen=True, slots=True)
class Line:
    """An option and how it came out."""

    option: Option
    approvals: int
    share: float
    low: float
    high: float
    rank: int
    tied: bool


@dataclass(frozen=True, slots=True)
class GroupLines:
    """How the options came out in one area or channel, most approved first; None where it must not be told."""

    name: str
    n: int | None
    lines: tuple[tuple[Option, int], ...] | None


def rounds_for(request: Request, process: Process) -> QuerySet[Round]:
    """Rounds that are or were open, and for staff the drafts too."""
    every: QuerySet[Round] = Round.objects.filter(process=process).annotate(size=Count("options"))
    return every if may(request, Permission.RECORD_READ) else every.exclude(state=Round.State.DRAFT)


def round_for(request: Request, process: Process, number: int) -> Round:
    """The round of an address; a draft is not there for those who may not see it."""
    found = rounds_for(request, process).select_related("process__space", "activity").filter(number=number).first()
    if found is None:
        raise Http404
    return found


def round_of(process: Process, number: int) -> Round:
    """The same for somebody who holds a slip, which may have been handed out before the round opened."""
    found: Round | None = Round.objects.select_related("process__space").filter(process=process, number=number).first()
    if found is None:
        raise Http404
    return found


def options_of(round: Round) -> list[Option]:
    return list(round.options.select_related("knot"))


def candidates(process: Process) -> QuerySet[Knot]:
    """What people may be asked to choose among: public, and not merged into something else."""
    found: QuerySet[Knot] = Knot.objects.filter(process=process, kind__in=CHOSEN_AMONG, public=True)
    return found.exclude(forward__kind=LinkKind.MERGED).order_by("kind", "object_id")


def areas() -> QuerySet[Territory]:
    """The places that slips may be printed for: areas and boroughs, larger first."""
    return Territory.objects.filter(kind__in=(Territory.Kind.AREA, Territory.Kind.BOROUGH)).order_by("kind", "code")


def issued(round: Round) -> list[tuple[str, int]]:
    """How many slips were printed, by area."""
    by_code = F("area__code").asc(nulls_first=True)  # databases differ on where nothing comes
    rows = Issue.objects.filter(round=round).order_by(by_code).values_list("area__name")
    return [(name or "", slips) for name, slips in rows.annotate(sum=Sum("slips"))]


def require_taking_part(round: Round, at: datetime) -> None:
    """Refuse, with the reason, when nobody can take part now."""
    if round.state != Round.State.OPEN:
        raise Refusal("round.closed" if round.state == Round.State.CLOSED else "round.not_open_yet")
    if round.activity_id is not None:
        require_open(round.process, Activity.PRIORITISE, localdate(at))


def slip_of(round: Round, typed: str) -> Slip:
    """The slip with these words; not a word of who holds it is known."""
    found: Slip | None = Slip.objects.filter(round=round, token_hash=token_hash(round.pk, typed)).first()
    if found is None:
        raise Refusal("slip.unknown", field="words")
    return found


def checked(round: Round, typed: str, choices: Sequence[str]) -> tuple[Slip, list[Option]]:
    """The slip and the options of a choice that may be counted, in the order of the list; or a refusal."""
    options = {str(option.pk): option for option in round.options.all()}
    check_ballot(options, round.most, choices)
    return slip_of(round, typed), [option for key, option in options.items() if key in choices]


def is_counted(round: Round, typed: str) -> bool:
    """Whether a choice made with this slip is in the count: that, and nothing of when or what."""
    held = slip_of(round, typed)
    return bool(Ballot.objects.filter(round=round, token_hash=held.token_hash).exists())


def lines_of(round: Round, options: Sequence[Option]) -> list[Line]:
    known = {option.pk: option for option in options}
    rows: list[dict[str, Any]] = (round.result or {}).get("lines", [])
    return [Line(known[row["option"]], **{key: row[key] for key in row if key != "option"}) for row in rows]


def groups_of(round: Round, by: str, options: Sequence[Option]) -> list[GroupLines]:
    """The groups of a result, `by` "areas" or "channels"."""
    rows: list[dict[str, Any]] = (round.result or {}).get(by, [])
    return [GroupLines(row["name"], row["n"], _lines(row["approvals"], options)) for row in rows]


def _lines(approvals: Mapping[str, int] | None, options: Sequence[Option]) -> tuple[tuple[Option, int], ...] | None:
    if approvals is None:
        return None
    counted = [(option, approvals[str(option.pk)]) for option in options]
    return tuple(sorted(counted, key=lambda pair: -pair[1]))


def ballots_of(round: Round) -> QuerySet[Ballot, tuple[list[int], int | None, str]]:
    """What the count needs of each ballot; asked once, at closing."""
    return Ballot.objects.filter(round=round).order_by().values_list("choices", "area_id", "channel")


def areas_of(round: Round) -> dict[int, str]:
    """The areas that slips were printed for, by id."""
    found = Territory.objects.filter(Q(pk__in=Issue.objects.filter(round=round).values("area"))).order_by("code")
    return dict(found.values_list("pk", "name"))
