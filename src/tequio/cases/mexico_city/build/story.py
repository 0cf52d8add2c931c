"""What every part of the writer knows, and when things happened: actions get the moment of the story."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from tequio.apps.organizations.models import Organization
from tequio.apps.processes.models import Activity, Phase, Process
from tequio.apps.spaces.models import Space
from tequio.apps.territories.models import Territory
from tequio.apps.thread.models import Knot
from tequio.apps.thread.queries import knots_of
from tequio.cases.mexico_city.case import Case
from tequio.core.actors import Actor
from tequio.core.thread import Kind

MEXICO_CITY = ZoneInfo("America/Mexico_City")
NOON, EVENING = time(12), time(20)

OPENED = date(2020, 7, 15)  # the process is written down, before its first meeting
THEMED = date(2021, 1, 23)  # between the last focus group and the round
PROBLEM_CHOSEN = date(2021, 2, 8)
PROPOSED = date(2021, 10, 20)
SURVEY_WRITTEN = date(2021, 11, 29)
COMMENTS_READ = date(2022, 1, 12)


@dataclass(frozen=True, slots=True)
class Ground:
    """`places` by INEGI code, areas by letter; `organizations` by key; `by` is Ana, who writes everything down."""

    case: Case
    space: Space
    places: Mapping[str, Territory]
    organizations: Mapping[str, Organization]
    by: Actor


@dataclass(frozen=True, slots=True)
class Story:
    """A process on that ground; `phases` and `activities` by key."""

    ground: Ground
    process: Process
    phases: Mapping[str, Phase]
    activities: Mapping[str, Activity]

    @property
    def case(self) -> Case:
        return self.ground.case

    @property
    def by(self) -> Actor:
        return self.ground.by

    def knots(self, kind: Kind, ids: Iterable[int]) -> list[Knot]:
        """In the order asked for."""
        wanted = list(ids)
        found = knots_of(self.process, kind, wanted)
        return [found[pk] for pk in wanted]


def moment(day: date, hour: time = NOON) -> datetime:
    return datetime.combine(day, hour, MEXICO_CITY)
