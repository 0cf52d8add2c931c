"""What is wrong with a form, or worth knowing about it, with the place where it stands."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Weight(StrEnum):
    """An ERROR keeps a form from being used. A NOTE tells of something that is not done, or not as one may expect."""

    ERROR = "error"
    NOTE = "note"


class Part(StrEnum):
    """Parts of a question, group or choice, by the name of their column."""

    TYPE = "type"
    NAME = "name"
    LABEL = "label"
    HINT = "hint"
    REQUIRED = "required"
    REQUIRED_MESSAGE = "required_message"
    RELEVANT = "relevant"
    CONSTRAINT = "constraint"
    CONSTRAINT_MESSAGE = "constraint_message"
    CHOICE_FILTER = "choice_filter"
    CALCULATION = "calculation"
    DEFAULT = "default"
    COUNT = "repeat_count"
    PARAMETERS = "parameters"
    PURPOSE = "purpose"


@dataclass(frozen=True, slots=True)
class Problem:
    """`element` names a question or group; `choices` a list, of which `element` is then a choice.

    `code` and `facts` are those of a refusal, and are worded as one.
    """

    element: str
    part: Part
    code: str
    facts: Mapping[str, object] = field(default_factory=dict)
    weight: Weight = Weight.ERROR
    choices: str = ""
