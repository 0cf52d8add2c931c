"""What the page of a process shows: its phases, what is open now, each step of the thread from voices to results."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _

from tequio.apps.processes.models import Phase, Process
from tequio.apps.processes.wording import until, when
from tequio.core import phases as core
from tequio.core.thread import Kind
from tequio.web.templatetags.components import counted
from tequio.web.templatetags.tequio import bare

ACTIVITY = core.Activity


@dataclass(frozen=True, slots=True)
class Stage:
    """A kind of knot as one step of the page: where its list is, what it is, and what to say while there is none."""

    kind: Kind
    page: str
    said: Any
    none_yet: Any
    link: Any


STAGES = (
    Stage(
        Kind.MEETING,
        "meetings:list",
        _("Where people met to talk: focus groups, workshops, interviews and assemblies."),
        _("No meeting has been planned yet."),
        _("See the meetings"),
    ),
    Stage(
        Kind.CONTRIBUTION,
        "contributions:list",
        _("What people said they need, live and wish, each voice with its code."),
        _("Nobody has said anything yet. Here begins everything else."),
        _("Read what was said"),
    ),
    Stage(
        Kind.THEME,
        "synthesis:list",
        _("What many voices have in common, with the voices below each one."),
        _("The voices have not been put together yet."),
        _("See the themes"),
    ),
    Stage(
        Kind.ROUND,
        "prioritising:list",
        _("What those who take part put first. It is a choice within the process, never an official vote."),
        _("Nobody has chosen yet what comes first."),
        _("See what came first"),
    ),
    Stage(
        Kind.PROBLEM,
        "solutions:list",
        _("What hurts, written with the words of those who took part."),
        _("The problem has not been written yet."),
        _("Read the problem"),
    ),
    Stage(
        Kind.SOLUTION,
        "solutions:list",
        _("What could be done about it, and which voices asked for it."),
        _("No solution has been proposed yet."),
        _("See the solutions"),
    ),
    Stage(
        Kind.PROTOTYPE,
        "solutions:list",
        _("What was drawn and built together, to try it before deciding."),
        _("Nothing has been built to try yet."),
        _("Compare the prototypes"),
    ),
    Stage(
        Kind.FEEDBACK,
        "solutions:list",
        _("What people think after trying it, also those who did not design it."),
        _("Nobody has been asked yet what they think."),
        _("Read the opinions"),
    ),
    Stage(
        Kind.DECISION,
        "commitments:list",
        _("What was decided, by whom and on which grounds."),
        _("Nothing has been decided yet."),
        _("Read what was decided"),
    ),
    Stage(
        Kind.COMMITMENT,
        "commitments:list",
        _("Who promised what, for when, and whether it was kept."),
        _("Nobody has promised anything yet."),
        _("See what was promised"),
    ),
)

# For each thing people can do: the pages where it may be done, the first that exists, and the words on the button.
DOORS: Mapping[core.Activity, tuple[Sequence[str], Any]] = {
    ACTIVITY.CONTRIBUTE: (("contributions:say", "contributions:add", "contributions:list"), _("Say something")),
    ACTIVITY.MEET: (("meetings:list",), _("See when and where")),
    ACTIVITY.PRIORITISE: (("prioritising:list",), _("Choose what comes first")),
    ACTIVITY.CODESIGN: (("solutions:list",), _("See what is being designed")),
    ACTIVITY.FEEDBACK: (("solutions:list",), _("Give your opinion")),
    ACTIVITY.REPORT: (("commitments:list",), _("See what was done")),
}
RETURN = ("contributions:come_back", "contributions:return")


def address(process: Process, *names: str) -> str:
    """The first of these pages that there is, or nothing."""
    for name in names:
        try:
            return reverse(name, args=[process.space.slug, process.slug])
        except NoReverseMatch:
            continue
    return ""


def ribbon(phases: Iterable[Phase], on: date) -> list[dict[str, Any]]:
    """The phases as their component wants them."""
    return [
        {"title": bare(phase.title), "state": str(core.state(found, on)), "when": when(found.span)}
        for phase, found in ((phase, phase.to_core()) for phase in phases)
    ]


def calls(process: Process, phases: Sequence[Phase], on: date) -> list[dict[str, Any]]:
    """What is open on a day and where to do it, each activity once."""
    found: dict[int, dict[str, Any]] = {}
    for phase in phases:
        state, last = core.state(phase.to_core(), on), "" if phase.override else until(phase.to_core().span)
        for activity in phase.activities.all() if state is core.PhaseState.NOW else ():
            pages, words = DOORS.get(ACTIVITY(activity.kind), ((), ""))
            if url := address(process, *pages):
                texts = {"title": bare(activity.title), "text": bare(activity.about)}
                found[activity.pk] = {**texts, "url": url, "action": words, "until": last}
    return list(found.values())


def steps(process: Process, counts: Mapping[Kind, int]) -> list[dict[str, Any]]:
    """From the first voice to what was promised, with how many there are of each."""
    return [_step(process, stage, counts.get(stage.kind, 0)) for stage in STAGES]


def _step(process: Process, stage: Stage, n: int) -> dict[str, Any]:
    return {
        "kind": str(stage.kind),
        "n": n or None,
        "noun": str(counted(n, stage.kind)).partition(" ")[2],
        "sentence": stage.said if n else stage.none_yet,
        "url": address(process, stage.page) if n else "",
        "action": stage.link,
        "state": "" if n else "coming",
    }
