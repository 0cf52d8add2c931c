"""For staff: the steps from an empty process to a published result, which of them are done, and which comes next."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tequio.apps.processes.journey import address
from tequio.apps.processes.models import Phase, Process
from tequio.core.roles import Permission
from tequio.core.thread import Kind

DATES, PUBLIC, RESULT = "dates", "public", "result"


@dataclass(frozen=True, slots=True)
class Task:
    """A step; `essential` ones are asked for until they are done, the others only until a later one is."""

    key: str
    page: str
    permission: Permission
    said: Any
    why: Any
    essential: bool = True


@dataclass(frozen=True, slots=True)
class Step:
    task: Task
    url: str
    done: bool


@dataclass(frozen=True, slots=True)
class ToDo:
    steps: Sequence[Step]
    next: Step | None

    @property
    def done(self) -> int:
        return sum(step.done for step in self.steps)


TASKS = (
    Task(
        DATES,
        "processes:plan",
        Permission.PROCESSES_EDIT,
        pgettext_lazy("next step", "Say when each phase is"),
        _("A phase opens on its days. While it has none, nobody can take part in it."),
    ),
    Task(
        PUBLIC,
        "processes:publish",
        Permission.PROCESSES_EDIT,
        pgettext_lazy("next step", "Publish the process"),
        _("So that people find its page and can take part."),
    ),
    Task(
        Kind.MEETING,
        "meetings:add",
        Permission.MEETINGS_EDIT,
        pgettext_lazy("next step", "Plan a meeting"),
        _("With its run sheet, its attendance and a packet to print."),
        essential=False,
    ),
    Task(
        Kind.CONTRIBUTION,
        "contributions:list",
        Permission.CONTRIBUTIONS_ENTER,
        pgettext_lazy("next step", "Gather what people say"),
        _("Typed in from a meeting or from paper, from a file, or on the web without an account."),
    ),
    Task(
        Kind.THEME,
        "synthesis:group",
        Permission.SYNTHESIS_EDIT,
        pgettext_lazy("next step", "Group the voices into themes"),
        _("Read them all and put together those that speak of the same thing."),
    ),
    Task(
        Kind.ROUND,
        "prioritising:list",
        Permission.PRIORITISING_EDIT,
        pgettext_lazy("next step", "Ask what comes first"),
        _("Those who take part choose among the themes, with paper slips or on the web."),
        essential=False,
    ),
    Task(
        Kind.PROBLEM,
        "solutions:add_problem",
        Permission.SOLUTIONS_EDIT,
        pgettext_lazy("next step", "Write the problem"),
        _("With people's words, and tied to the themes it comes from."),
    ),
    Task(
        Kind.SOLUTION,
        "solutions:add_solution",
        Permission.SOLUTIONS_EDIT,
        pgettext_lazy("next step", "Write a solution"),
        _("First what would solve it without technology."),
    ),
    Task(
        Kind.PROTOTYPE,
        "solutions:list",
        Permission.SOLUTIONS_EDIT,
        pgettext_lazy("next step", "Make something to try"),
        _("Open the solution and add two prototypes: a drawing on paper is one too."),
        essential=False,
    ),
    Task(
        Kind.FEEDBACK,
        "solutions:list",
        Permission.FEEDBACK_EDIT,
        pgettext_lazy("next step", "Ask what people think of it"),
        _("Open the solution and write the questions. Its phase must be open for people to answer."),
        essential=False,
    ),
    Task(
        Kind.DECISION,
        "commitments:add_decision",
        Permission.COMMITMENTS_EDIT,
        pgettext_lazy("next step", "Write what was decided"),
        _("With its reasons, and with the voices it rests on."),
    ),
    Task(
        Kind.COMMITMENT,
        "commitments:list",
        Permission.COMMITMENTS_EDIT,
        pgettext_lazy("next step", "Write what was promised"),
        _("Open the decision and add who promises what, for when."),
    ),
    Task(
        RESULT,
        "publishing:publish",
        Permission.PROCESSES_EDIT,
        pgettext_lazy("next step", "Publish the result"),
        _("The page “What you said and what happened” writes itself. Read it, and let everybody read it."),
    ),
)


def to_do(
    process: Process,
    phases: Sequence[Phase],
    counts: Mapping[Kind, int],
    *,
    published: bool,
    may: Collection[Permission],
) -> ToDo:
    """The steps that this person may take. `counts` are all knots by kind; `published` is about the result."""
    done = {kind.value for kind, n in counts.items() if n}
    done |= {DATES} if any(phase.start or phase.override for phase in phases) else set()
    done |= ({PUBLIC} if process.public else set()) | ({RESULT} if published else set())
    steps = [Step(task, address(process, task.page), task.key in done) for task in TASKS if task.permission in may]
    return ToDo(steps, _next(steps))


def _next(steps: Sequence[Step]) -> Step | None:
    last = max((place for place, step in enumerate(steps) if step.done), default=-1)
    waits = (step for place, step in enumerate(steps) if not step.done and (step.task.essential or place > last))
    return next(waits, None)
