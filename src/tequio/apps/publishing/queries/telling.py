"""The whole story of a process as its last page tells it: what was said, what came of it, and what is not known."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tequio.apps.commitments.models import Decision, Milestone
from tequio.apps.commitments.queries import Promised, everything_decided
from tequio.apps.prioritising.models import Round
from tequio.apps.prioritising.queries import Line, lines_of, options_of
from tequio.apps.processes.models import Process
from tequio.apps.processes.queries import knot_counts
from tequio.apps.publishing.queries.counts import Counts, counts_of
from tequio.apps.publishing.queries.opinions import Opinion, answered, opinion_in
from tequio.apps.publishing.queries.quoting import most_telling
from tequio.apps.publishing.queries.rests import NOTHING, rests_of
from tequio.apps.solutions import queries as solutions
from tequio.apps.solutions.models import Feedback, Problem, Prototype, Solution
from tequio.apps.synthesis import queries as synthesis
from tequio.apps.synthesis.models import Quote, Theme
from tequio.apps.synthesis.queries import Behind, Progress
from tequio.apps.thread.kinds import ref
from tequio.core.commitments import CommitmentState
from tequio.core.thread import Kind, Rest

QUOTED = 3


@dataclass(frozen=True, slots=True)
class Grouped:
    """A theme and how many voices in how many meetings are in it."""

    theme: Theme
    behind: Behind


@dataclass(frozen=True, slots=True)
class Rested[T]:
    """A result and what stands behind it."""

    thing: T
    rest: Rest


@dataclass(frozen=True, slots=True)
class Made:
    """A solution with its prototypes, each with what stands behind it."""

    solution: Rested[Solution]
    prototypes: tuple[Rested[Prototype], ...]


@dataclass(frozen=True, slots=True)
class Chosen:
    """The last prioritisation that was closed; `lines` is empty where too few people chose."""

    round: Round
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """A decision, what it rests on, and what was promised with the steps of each promise."""

    decision: Decision
    rest: Rest
    promised: tuple[tuple[Promised, tuple[Milestone, ...]], ...]


@dataclass(frozen=True, slots=True)
class Told:
    """`themes` and `quotes` come with the most voices first; `earlier` are the other rounds of questions."""

    counts: Counts
    knots: Mapping[Kind, int]
    themes: tuple[Grouped, ...]
    quotes: tuple[Quote, ...]
    grouped: Progress
    chosen: Chosen | None
    problems: tuple[Rested[Problem], ...]
    made: tuple[Made, ...]
    opinion: Opinion | None
    earlier: tuple[Feedback, ...]
    outcomes: tuple[Outcome, ...]

    @property
    def board(self) -> Mapping[CommitmentState, int]:
        found = Counter(promised.state for outcome in self.outcomes for promised, _steps in outcome.promised)
        return {state: found[state] for state in CommitmentState if found[state]}


def told(process: Process, on: date) -> Told:
    """Public things alone, whoever reads: 24 queries, or 27 after the thread has changed."""
    rests, found = rests_of(process), solutions.overview(process)
    (themes, quotes), opinion = _themes(process), opinion_in(found.feedback)
    return Told(
        counts=counts_of(process),
        knots=knot_counts(process),
        themes=themes,
        quotes=quotes,
        grouped=synthesis.progress(process, everything=False),
        chosen=_chosen(process),
        problems=_problems(found.problems, rests),
        made=tuple(_made(solution, rests) for solution in found.solutions),
        opinion=opinion,
        earlier=tuple(one for one in answered(found.feedback) if opinion and one.pk != opinion.feedback.pk),
        outcomes=_outcomes(process, on, rests),
    )


def _themes(process: Process) -> tuple[tuple[Grouped, ...], tuple[Quote, ...]]:
    themes = list(Theme.objects.filter(process=process, public=True, merged_into__isnull=True))
    behind, quotes = synthesis.behind(process), synthesis.public_quotes(themes)
    rows = sorted((Grouped(theme, behind[theme.pk]) for theme in themes), key=_most_voices)
    return tuple(rows), _quotes([quotes.get(row.theme.pk, ()) for row in rows])


def _most_voices(row: Grouped) -> tuple[int, int]:
    return -row.behind.voices, row.theme.number


def _quotes(by_theme: Sequence[Sequence[Quote]]) -> tuple[Quote, ...]:
    """One of each theme, and no voice twice."""
    chosen: dict[int, Quote] = {}
    for quotes in by_theme:
        fresh = [quote for quote in quotes if quote.contribution_id not in chosen]
        if len(chosen) < QUOTED and (quote := most_telling(fresh)):
            chosen[quote.contribution_id] = quote
    return tuple(chosen.values())


def _chosen(process: Process) -> Chosen | None:
    closed = Round.objects.filter(process=process, state=Round.State.CLOSED).order_by("-closed_at", "-number")
    found: Round | None = closed.first()
    return Chosen(found, tuple(lines_of(found, options_of(found)))) if found else None


def _problems(problems: Sequence[Problem], rests: Mapping[str, Rest]) -> tuple[Rested[Problem], ...]:
    """Those that were chosen; while none is, those that are being considered."""
    for state in (Problem.State.CHOSEN, Problem.State.CONSIDERED):
        if found := [problem for problem in problems if problem.state == state]:
            return tuple(_rested(Kind.PROBLEM, problem, rests) for problem in found)
    return ()


def _made(solution: Solution, rests: Mapping[str, Rest]) -> Made:
    prototypes = (_rested(Kind.PROTOTYPE, prototype, rests) for prototype in solution.prototypes.all())
    return Made(_rested(Kind.SOLUTION, solution, rests), tuple(prototypes))


def _rested[T: (Problem, Solution, Prototype)](kind: Kind, thing: T, rests: Mapping[str, Rest]) -> Rested[T]:
    return Rested(thing, rests.get(ref(kind, thing.number), NOTHING))


def _outcomes(process: Process, on: date, rests: Mapping[str, Rest]) -> tuple[Outcome, ...]:
    steps: dict[int, list[Milestone]] = {}
    for milestone in Milestone.objects.filter(process=process):
        steps.setdefault(milestone.commitment_id, []).append(milestone)
    return tuple(
        Outcome(
            row.decision,
            rests.get(ref(Kind.DECISION, row.decision.number), NOTHING),
            tuple((promised, tuple(steps.get(promised.commitment.pk, ()))) for promised in row.promised),
        )
        for row in everything_decided(process, on)
    )
