"""A form: questions and groups in their order, lists of choices, and the formulas that steer them.

The parts and their names are those of XLSForm (https://xlsform.org). What Tequio adds: whether an answer is private,
the ways of not answering that are offered, and which consent a question asks for.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from tequio.core.localized import Localized
from tequio.core.surveys.expressions import Expression

UNKNOWN_LANGUAGE = "und"  # ISO 639-2 for words in a language that nobody named
TERRITORIES = "territories"  # the list of choices that a space fills


class Kind(StrEnum):
    """What a question asks for."""

    TEXT = "text"
    INTEGER = "integer"
    DECIMAL = "decimal"
    DATE = "date"
    TIME = "time"
    DATETIME = "dateTime"
    SELECT_ONE = "select_one"
    SELECT_MULTIPLE = "select_multiple"
    RANGE = "range"
    ACKNOWLEDGE = "acknowledge"
    TERRITORY = "geopoint"
    NOTE = "note"
    CALCULATE = "calculate"
    META = "meta"


class Missing(StrEnum):
    """Ways of having no answer. They are five different things, and none of them is zero."""

    DONT_KNOW = "dont_know"
    NOT_APPLICABLE = "not_applicable"
    REFUSED = "refused"
    NOT_ASKED = "not_asked"
    BLANK = "blank"


SAID = (Missing.DONT_KNOW, Missing.NOT_APPLICABLE, Missing.REFUSED)  # what a person can say instead of an answer
CHOSEN = frozenset({Kind.SELECT_ONE, Kind.SELECT_MULTIPLE, Kind.TERRITORY})
NUMBERS = frozenset({Kind.INTEGER, Kind.DECIMAL, Kind.RANGE})
SILENT = frozenset({Kind.NOTE, Kind.CALCULATE, Kind.META})  # nobody answers these


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer of a list. `columns` hold what a choice_filter looks at; `missing` says that it is no real answer."""

    name: str
    label: Localized = field(default_factory=dict)
    columns: Mapping[str, str] = field(default_factory=dict)
    missing: Missing | None = None


@dataclass(frozen=True, slots=True)
class ChoiceList:
    """Choices in the order in which they are shown."""

    name: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Range:
    """Numbers from `start` to `end` in steps, written as in the form."""

    start: str = "1"
    end: str = "10"
    step: str = "1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """`choices` names a list. `required`, `relevant`, `constraint`, `choice_filter` and `calculation` are formulas.

    `offers`: ways of not answering that are shown beside the choices. `purpose`: the consent that an acknowledge asks
    for. `kept`: columns for other programs, which go out as they came.
    """

    name: str
    kind: Kind
    label: Localized = field(default_factory=dict)
    hint: Localized = field(default_factory=dict)
    choices: str = ""
    or_other: bool = False
    range: Range | None = None
    required: Expression | None = None
    required_message: Localized = field(default_factory=dict)
    relevant: Expression | None = None
    constraint: Expression | None = None
    constraint_message: Localized = field(default_factory=dict)
    choice_filter: Expression | None = None
    calculation: Expression | None = None
    default: str = ""
    appearance: str = ""
    private: bool = False
    offers: tuple[Missing, ...] = ()
    purpose: str = ""
    kept: Mapping[str, str] = field(default_factory=dict)

    @property
    def ordered(self) -> bool:
        """Tell whether the choices are steps of a scale (a Likert scale)."""
        return "likert" in self.appearance.split()

    @property
    def answered(self) -> bool:
        """Tell whether a person answers it, rather than the form itself or nobody."""
        return self.kind not in SILENT and self.calculation is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Items under one heading. A `repeat` is asked once for each row; `count`, if any, comes to the number of rows."""

    name: str
    items: tuple["Item", ...] = ()
    label: Localized = field(default_factory=dict)
    hint: Localized = field(default_factory=dict)
    relevant: Expression | None = None
    repeat: bool = False
    count: Expression | None = None
    appearance: str = ""
    kept: Mapping[str, str] = field(default_factory=dict)


type Item = Question | Group


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """`language` is the one of words without a language of their own; `kept` are settings for other programs."""

    name: str
    title: Localized = field(default_factory=dict)
    version: str = ""
    language: str = ""
    languages: tuple[str, ...] = ()
    items: tuple[Item, ...] = ()
    lists: tuple[ChoiceList, ...] = ()
    kept: Mapping[str, str] = field(default_factory=dict)
