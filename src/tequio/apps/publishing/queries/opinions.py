"""What people thought of what was made: the newest round of questions with its answers."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Prefetch, prefetch_related_objects

from tequio.apps.solutions.models import Feedback, Question
from tequio.apps.solutions.results import Result, results


@dataclass(frozen=True, slots=True)
class Opinion:
    """`responses` people answered; one result for each closed question."""

    feedback: Feedback
    responses: int
    results: tuple[Result, ...]

    @property
    def published(self) -> bool:
        """Whether figures told elsewhere stand beside the answers."""
        return any(result.published for result in self.results)


def answered(rounds: Sequence[Feedback]) -> list[Feedback]:
    """Those that somebody answered, of rounds with their `response_count`."""
    return [found for found in rounds if found.response_count]  # type: ignore[attr-defined]


def opinion_in(rounds: Sequence[Feedback]) -> Opinion | None:
    """The newest round that somebody answered, out of rounds as above: five queries."""
    if not (told := answered(rounds)):
        return None
    newest = told[-1]
    questions = Prefetch("questions", Question.objects.select_related("only_for"))
    prefetch_related_objects([newest], questions, "prototypes")
    return Opinion(newest, newest.response_count, tuple(results(newest)))  # type: ignore[attr-defined]
