"""The case on the thread: every knot, and every link from what came first to what came of it."""

from collections.abc import Iterable, Iterator

from tequio.cases.mexico_city.case import Case
from tequio.cases.mexico_city.meetings import MeetingKind
from tequio.cases.mexico_city.synthesis import ProblemState
from tequio.core.thread import Kind, Knot, Link, LinkKind


def ref(kind: Kind, key: str) -> str:
    """Return how a thing of the case is named on its thread, as "theme:survival"."""
    return f"{kind}:{key}"


def knots(case: Case) -> tuple[Knot, ...]:
    """Return one knot for each thing, those that came first before those that came of them."""
    things: dict[Kind, Iterable[str]] = {
        Kind.PARTICIPANT: [each.code for each in case.participants],
        Kind.MEETING: [each.key for each in case.meetings],
        Kind.CONTRIBUTION: [each.key for each in case.contributions],
        Kind.THEME: [each.key for each in case.themes],
        Kind.ROUND: [case.round.key],
        Kind.PROBLEM: [each.key for each in case.problems],
        Kind.SOLUTION: [case.solution.key],
        Kind.PROTOTYPE: [each.key for each in case.prototypes],
        Kind.FEEDBACK: [each.key for each in case.responses],
        Kind.DECISION: [case.decision.key],
        Kind.COMMITMENT: [each.key for each in case.commitments],
        Kind.MILESTONE: [each.key for commitment in case.commitments for each in commitment.milestones],
    }
    return tuple(Knot(ref(kind, key), kind) for kind, keys in things.items() for key in keys)


def links(case: Case) -> tuple[Link, ...]:
    """Return every link, without repeats, in the order in which the process made them."""
    found = (*_voices(case), *_problems(case), *_prototypes(case), *_feedback(case), *_outcome(case))
    return tuple(dict.fromkeys(found))


def _link(source: tuple[Kind, str], kind: LinkKind, target: tuple[Kind, str]) -> Link:
    return Link(ref(*source), ref(*target), kind)


def _voices(case: Case) -> Iterator[Link]:
    for meeting in case.meetings:
        for code in meeting.attendance:
            yield _link((Kind.PARTICIPANT, code), LinkKind.ATTENDED, (Kind.MEETING, meeting.key))
    for said in case.contributions:
        voice = (Kind.CONTRIBUTION, said.key)
        yield _link((Kind.PARTICIPANT, said.participant), LinkKind.SAID, voice)
        yield _link((Kind.MEETING, said.meeting), LinkKind.GATHERED, voice)
    for theme in case.themes:
        for key in theme.contributions:
            yield _link((Kind.CONTRIBUTION, key), LinkKind.GROUPED, (Kind.THEME, theme.key))


def _problems(case: Case) -> Iterator[Link]:
    held = (Kind.ROUND, case.round.key)
    for option in case.round.options:
        yield _link((Kind.THEME, option), LinkKind.WEIGHED, held)
    for problem in case.problems:
        for theme in problem.themes:
            yield _link((Kind.THEME, theme), LinkKind.BECAME, (Kind.PROBLEM, problem.key))
        if problem.state is ProblemState.CHOSEN:
            yield _link(held, LinkKind.BECAME, (Kind.PROBLEM, problem.key))


def _prototypes(case: Case) -> Iterator[Link]:
    solution = (Kind.SOLUTION, case.solution.key)
    workshops = [each.key for each in case.meetings if each.kind is MeetingKind.WORKSHOP and each.phase == "codesign"]
    yield _link((Kind.PROBLEM, case.solution.problem), LinkKind.ANSWERED, solution)
    for prototype in case.prototypes:
        made = (Kind.PROTOTYPE, prototype.key)
        yield _link(solution, LinkKind.BUILT, made)
        yield from (_link((Kind.MEETING, key), LinkKind.BUILT, made) for key in workshops)
        asked_for = [key for feature in case.features for key in feature.voices]
        yield from (_link((Kind.CONTRIBUTION, key), LinkKind.EVIDENCE, made) for key in [*asked_for, *prototype.voices])


def _feedback(case: Case) -> Iterator[Link]:
    for response in case.responses:
        answer = (Kind.FEEDBACK, response.key)
        yield _link((Kind.PARTICIPANT, response.participant), LinkKind.SAID, answer)
        yield from (_link((Kind.PROTOTYPE, each.key), LinkKind.ASKED, answer) for each in case.prototypes)


def _outcome(case: Case) -> Iterator[Link]:
    decision = (Kind.DECISION, case.decision.key)
    yield _link((Kind.PROBLEM, case.decision.problem), LinkKind.DECIDED, decision)
    yield from (_link((Kind.PROTOTYPE, key), LinkKind.DECIDED, decision) for key in case.decision.prototypes)
    for response in case.responses:
        if response.comment in case.decision.comments:
            yield _link((Kind.FEEDBACK, response.key), LinkKind.DECIDED, decision)
    for commitment in case.commitments:
        promised = (Kind.COMMITMENT, commitment.key)
        yield _link(decision, LinkKind.COMMITTED, promised)
        yield from (_link(promised, LinkKind.REPORTED, (Kind.MILESTONE, each.key)) for each in commitment.milestones)
