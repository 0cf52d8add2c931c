"""What people answered: each closed question with its base, its shares and how far chance could move them."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Count

from tequio.apps.solutions.models import DONT_KNOW, Answer, Feedback, Question
from tequio.apps.solutions.queries import responses_to
from tequio.core.coverage import shown, wilson
from tequio.core.localized import Localized


@dataclass(frozen=True, slots=True)
class Share:
    """`n` of the base chose this; share, low and high lie between 0 and 1 (Wilson, 95 %)."""

    key: str
    label: Localized
    n: int
    share: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Published:
    """A figure told elsewhere: its words, its base or None, the counts that agree with it, and where it stands.

    `here` is the share of the answers on this page that count towards it, where the note names them.
    """

    said: Localized
    base: int | None
    admissible: tuple[tuple[int, int], ...]
    source: str
    here: Share | None


@dataclass(frozen=True, slots=True)
class Result:
    """`asked` people got the question; `base` chose an answer; the others did not know or left it empty.

    Without ten people in the base there are no shares. `published` are figures told elsewhere about the same question.
    """

    question: Question
    asked: int
    base: int
    dont_know: int
    empty: int
    shares: tuple[Share, ...]
    published: tuple[Published, ...]

    @property
    def enough(self) -> bool:
        return shown(self.base)


def results(feedback: Feedback) -> list[Result]:
    """Closed questions in their order: three queries, however many questions and answers."""
    everybody = responses_to(feedback).count()
    by_phase = _asked_by_phase(feedback)
    counted = _counts(feedback)
    closed = [question for question in feedback.questions.all() if question.kind != Question.Kind.COMMENT]
    labels = _prototype_labels(feedback)
    return [
        _result(
            question,
            by_phase[question.only_for_id] if question.only_for_id else everybody,
            counted[question.pk],
            labels,
        )
        for question in closed
    ]


def _asked_by_phase(feedback: Feedback) -> Counter[int]:
    rows = responses_to(feedback).values_list("took_part_in").annotate(n=Count("pk"))
    return Counter({phase: n for phase, n in rows if phase})


def _counts(feedback: Feedback) -> Mapping[int, Counter[str]]:
    answers = Answer.objects.filter(response__in=responses_to(feedback)).exclude(question__kind=Question.Kind.COMMENT)
    counted: dict[int, Counter[str]] = {question.pk: Counter() for question in feedback.questions.all()}
    for question, value, n in answers.values_list("question_id", "value").annotate(n=Count("pk")):
        counted[question][value] = n
    return counted


def _prototype_labels(feedback: Feedback) -> list[tuple[str, Localized]]:
    return [(str(prototype.number), prototype.title) for prototype in feedback.prototypes.all()]


def _result(question: Question, asked: int, counts: Counter[str], prototypes: list[tuple[str, Localized]]) -> Result:
    own = [(choice["key"], choice["label"]) for choice in question.choices]
    choices = prototypes if question.kind == Question.Kind.PROTOTYPE else own
    base = sum(counts[key] for key, _label in choices)
    shares = tuple(_share(key, label, counts[key], base) for key, label in choices) if shown(base) else ()
    empty = max(asked - base - counts[DONT_KNOW], 0)
    published = tuple(_published(note, counts, base) for note in question.notes)
    return Result(question, asked, base, counts[DONT_KNOW], empty, shares, published)


def _published(note: Mapping[str, Any], counts: Counter[str], base: int) -> Published:
    said = note["said"] if isinstance(note["said"], Mapping) else {"es": str(note["said"])}
    towards = note.get("counts", ())
    here = _share("", said, sum(counts[key] for key in towards), base) if towards and shown(base) else None
    admissible = tuple((k, n) for k, n in note.get("admissible", ()))
    return Published(said, note.get("base"), admissible, note.get("source", ""), here)


def _share(key: str, label: Localized, n: int, base: int) -> Share:
    interval = wilson(n, base)
    return Share(key, label, n, n / base, interval.low, interval.high)
