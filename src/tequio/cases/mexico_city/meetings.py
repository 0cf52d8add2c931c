"""Invented meetings, as many as documented: days inside the documented periods, who came, what was learnt."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from random import Random

from tequio.cases.mexico_city.chance import days, each_day, stream
from tequio.cases.mexico_city.journey import Crowd
from tequio.cases.mexico_city.process import Process
from tequio.cases.mexico_city.template import Step, Template
from tequio.core.localized import Localized, both

STARTS = (time(10), time(16, 30), time(18))
ORDINALS = {1: both("primera sesión", "first session"), 2: both("segunda sesión", "second session")}


class MeetingKind(StrEnum):
    FOCUS_GROUP = "focus_group"
    WORKSHOP = "workshop"


@dataclass(frozen=True, slots=True)
class Window:
    start: date
    end: date


@dataclass(frozen=True, slots=True)
class FocusGroupPlan:
    key: str
    area: str
    session: int
    notes: Localized


@dataclass(frozen=True, slots=True)
class CapacityPlan:
    """`topic` is one of the three documented ones; `from_themes` are those whose voices asked for it."""

    key: str
    topic: str
    name: Localized
    from_themes: tuple[str, ...]
    steps: tuple[Step, ...]
    outcomes: tuple[Localized, ...]


@dataclass(frozen=True, slots=True)
class CodesignPlan:
    key: str
    name: Localized
    notes: Localized
    steps: tuple[Step, ...]
    outcomes: tuple[Localized, ...]


@dataclass(frozen=True, slots=True)
class Plans:
    windows: Mapping[str, Window]
    purposes: Mapping[str, Localized]
    focus_groups: tuple[FocusGroupPlan, ...]
    capacity: tuple[CapacityPlan, ...]
    codesign: tuple[CodesignPlan, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """Something learnt, and how many of those present said so."""

    words: Localized
    people: int


@dataclass(frozen=True, slots=True)
class Meeting:
    """Held online. `area` is A to E, or None for the whole city; `attendance` are codes; `notes` may be empty."""

    key: str
    kind: MeetingKind
    phase: str
    activity: str
    area: str | None
    topic: str | None
    name: Localized
    purpose: Localized
    day: date
    start: time
    steps: tuple[Step, ...]
    attendance: tuple[str, ...]
    notes: Localized
    outcomes: tuple[Outcome, ...]
    from_themes: tuple[str, ...] = ()
    synthetic: bool = True

    @property
    def minutes(self) -> int:
        return sum(step.minutes for step in self.steps)


def focus_groups(seed: int, plans: Plans, template: Template, crowd: Crowd) -> tuple[Meeting, ...]:
    rng = stream(seed, "focus groups")
    held = _days(rng, plans, "focus_groups", len(plans.focus_groups))
    return tuple(
        Meeting(
            key=plan.key,
            kind=MeetingKind.FOCUS_GROUP,
            phase="explore",
            activity="focus-groups",
            area=plan.area,
            topic=None,
            name=_focus_group_name(plan),
            purpose=plans.purposes["focus_groups"],
            day=day,
            start=rng.choice(STARTS),
            steps=template.run_sheet("focus_group").steps,
            attendance=tuple(each.code for each in crowd.first if each.focus_group == plan.key),
            notes=plan.notes,
            outcomes=(),
        )
        for plan, day in zip(plans.focus_groups, held, strict=True)
    )


def capacity_workshops(
    seed: int, plans: Plans, process: Process, crowd: Crowd, size: tuple[int, int]
) -> tuple[Meeting, ...]:
    rng = stream(seed, "capacity")
    held = _days(rng, plans, "capacity", len(plans.capacity))
    present = _drop_in(rng, crowd.reached, len(plans.capacity), size)
    topics = {topic.key: topic.name for topic in process.topics}
    return tuple(
        Meeting(
            key=plan.key,
            kind=MeetingKind.WORKSHOP,
            phase="build",
            activity="capacity-workshops",
            area=None,
            topic=plan.topic,
            name=plan.name,
            purpose=topics[plan.topic],
            day=day,
            start=rng.choice(STARTS),
            steps=plan.steps,
            attendance=who,
            notes={},
            outcomes=_outcomes(rng, plan.outcomes, len(who)),
            from_themes=plan.from_themes,
        )
        for plan, day, who in zip(plans.capacity, held, present, strict=True)
    )


def codesign_workshops(seed: int, plans: Plans, crowd: Crowd) -> tuple[Meeting, ...]:
    rng = stream(seed, "codesign")
    held = _days(rng, plans, "codesign", len(plans.codesign))
    return tuple(
        Meeting(
            key=plan.key,
            kind=MeetingKind.WORKSHOP,
            phase="codesign",
            activity="codesign-workshops",
            area=None,
            topic=None,
            name=plan.name,
            purpose=plans.purposes["codesign"],
            day=day,
            start=rng.choice(STARTS),
            steps=plan.steps,
            attendance=who,
            notes=plan.notes,
            outcomes=_outcomes(rng, plan.outcomes, len(who)),
        )
        for plan, day, who in zip(plans.codesign, held, _stay(rng, crowd.codesigners), strict=True)
    )


def _days(rng: Random, plans: Plans, what: str, n: int) -> tuple[date, ...]:
    window, closed = plans.windows[what], plans.windows["closed"]
    return days(rng, window.start, window.end, n, each_day(closed.start, closed.end))


def _drop_in(rng: Random, reached: Sequence[str], n: int, size: tuple[int, int]) -> list[tuple[str, ...]]:
    """Return who came to each of n workshops, so that everybody reached came to one at least."""
    present = [set(rng.sample(reached, rng.randint(*size))) for _ in range(n)]
    for code in sorted(set(reached).difference(*present)):
        min(present, key=len).add(code)
    return [tuple(sorted(who)) for who in present]


def _stay(rng: Random, codesigners: Sequence[str]) -> Iterable[tuple[str, ...]]:
    """All of them came to the first and the last workshop; two were away from the second."""
    everybody = tuple(codesigners)
    away = rng.sample(everybody, 2)
    return everybody, tuple(code for code in everybody if code not in away), everybody


def _outcomes(rng: Random, words: Iterable[Localized], present: int) -> tuple[Outcome, ...]:
    return tuple(Outcome(each, rng.randint((present + 1) // 2, present)) for each in words)


def _focus_group_name(plan: FocusGroupPlan) -> Localized:
    ordinal = ORDINALS[plan.session]
    return both(f"Grupo focal, zona {plan.area}, {ordinal['es']}", f"Focus group, area {plan.area}, {ordinal['en']}")
