"""Invented answers to the telephone survey. Their totals agree with one admissible reading of what was published."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from tequio.cases.mexico_city.fitting import Fits, Traits
from tequio.cases.mexico_city.meetings import Window
from tequio.core.localized import Localized


class QuestionKind(StrEnum):
    PROTOTYPE = "prototype"
    CHOICE = "choice"
    COMMENT = "comment"


class AnswerState(StrEnum):
    """NOT_APPLICABLE was not asked; NOT_REPORTED was asked and not noted."""

    ANSWERED = "answered"
    DONT_KNOW = "dont_know"
    NOT_APPLICABLE = "not_applicable"
    NOT_REPORTED = "not_reported"


@dataclass(frozen=True, slots=True)
class Choice:
    key: str
    label: Localized


@dataclass(frozen=True, slots=True)
class Question:
    """`only_for` is the phase whose people are asked, None for everybody."""

    key: str
    kind: QuestionKind
    only_for: str | None
    label: Localized
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Form:
    key: str
    name: Localized
    mode: str
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Published:
    """Which answers to `question` count towards the published `result`."""

    result: str
    question: str
    counts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comment:
    """`about` is a prototype, or the platform, the process or the role of organisations."""

    key: str
    about: str
    text: str
    fits: Fits = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Survey:
    """The file: how many came back, the form, what was published, the totals to deal out and the comments."""

    returning: int
    window: Window
    form: Form
    published: tuple[Published, ...]
    tallies: Mapping[str, Mapping[str, int]]
    comments: tuple[Comment, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """`value` is the key of a choice ("dont_know" is one), empty where nothing was asked or noted."""

    question: str
    state: AnswerState
    value: str


@dataclass(frozen=True, slots=True)
class Response:
    """`answers` has one for each closed question; `comment` is the key of what the person added, if anything."""

    key: str
    participant: str
    day: date
    took_part_in: tuple[str, ...]
    answers: tuple[Answer, ...]
    comment: str | None
    comment_text: str
    synthetic: bool = True

    def value(self, question: str) -> str:
        return next(answer.value for answer in self.answers if answer.question == question)


@dataclass(frozen=True, slots=True)
class Respondent:
    code: str
    took_part_in: tuple[str, ...]
    traits: Traits
