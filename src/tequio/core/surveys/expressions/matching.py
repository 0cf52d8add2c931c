"""Whether a whole text is what a pattern describes."""

from collections.abc import Iterable

from tequio.core.refusals import Refusal
from tequio.core.surveys.expressions.patterns import Does, Program, pattern

LONGEST = 5_000


def matches(text: str, source: str) -> bool:
    """Tell whether the whole text matches. No text matches a pattern that cannot be read, nor one over 5,000 long."""
    try:
        program = pattern(source)
    except Refusal:
        return False
    return len(text) <= LONGEST and _matched(text, program)


def _matched(text: str, program: Program) -> bool:
    known: dict[tuple[frozenset[int], str], frozenset[int]] = {}
    now = frozenset(_followed([0], program, first=True, last=not text))
    for place, letter in enumerate(text):
        last = place == len(text) - 1
        key = (now, letter)
        if last or key not in known:
            after = (step + 1 for step in now if _reads(program, step, letter))
            known[key] = frozenset(_followed(after, program, first=False, last=last))
        now = known[key]
        if not now:
            return False
    return any(program[step].does is Does.MATCH for step in now)


def _reads(program: Program, step: int, letter: str) -> bool:
    return program[step].does is Does.READ and program[step].letters.take(letter)


def _followed(steps: Iterable[int], program: Program, *, first: bool, last: bool) -> set[int]:
    """Return the steps that wait for a letter, and the end, when all that needs none has been done."""
    found, open_ = set[int](), list(steps)
    while open_:
        step = open_.pop()
        if step in found:
            continue
        found.add(step)
        match program[step].does:
            case Does.SPLIT:
                open_.extend(step + way for way in program[step].ways)
            case Does.START if first:
                open_.append(step + 1)
            case Does.END if last:
                open_.append(step + 1)
            case _:
                pass
    return found
