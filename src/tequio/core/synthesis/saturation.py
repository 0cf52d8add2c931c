"""Saturation: when the next documents bring hardly anything new.

Source: G. Guest, E. Namey, M. Chen (2020), "A simple method to assess and report thematic saturation in qualitative
research", PLoS ONE 15(5), e0232076. docs/methods/saturation.md has the rule and a worked example.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rule:
    """`base` documents to measure against, runs of `run` documents, at most `threshold` of new information."""

    base: int = 4
    run: int = 2
    threshold: float = 0.05

    def __post_init__(self) -> None:
        if self.base < 1 or self.run < 1 or not 0 <= self.threshold <= 1:
            raise ValueError("a base and a run have documents, and a threshold lies between 0 and 1")


@dataclass(frozen=True, slots=True)
class Run:
    """Documents `first` to `last`, counted from 1: `new` codes first met there, as a share of those of the base."""

    first: int
    last: int
    new: int
    share: float


@dataclass(frozen=True, slots=True)
class Saturation:
    """`new[i]` codes were first met in document i; `base` is how many the first documents have together.

    `reached` counts the documents before the first run with no more new than the threshold; None when there is none.
    """

    rule: Rule
    new: tuple[int, ...]
    base: int
    runs: tuple[Run, ...]
    reached: int | None


DEFAULT = Rule()


def saturation(documents: Sequence[Collection[str]], rule: Rule = DEFAULT) -> Saturation:
    """Follow the codes of each document, in the order in which the documents were read."""
    new = tuple(_new(documents))
    base = sum(new[: rule.base])
    runs = tuple(_runs(new, base, rule))
    enough = (run.first - 1 for run in runs if run.share <= rule.threshold)
    return Saturation(rule, new, base, runs, next(enough, None))


def _new(documents: Sequence[Collection[str]]) -> Iterator[int]:
    known = set[str]()
    for codes in documents:
        yield len(set(codes) - known)
        known |= set(codes)


def _runs(new: Sequence[int], base: int, rule: Rule) -> Iterator[Run]:
    """Runs begin one document after another, so they overlap; without a code in the base there is no share."""
    if not base:
        return
    for start in range(rule.base, len(new) - rule.run + 1):
        found = sum(new[start : start + rule.run])
        yield Run(start + 1, start + rule.run, found, found / base)
