"""A coding project as values: what travels between programs (REFI-QDA 1.5 has the same things under the same names).

Everything has a GUID, in lower case and without braces. Places in a text are Unicode code points from 0; an end is not
part of its passage, so `text[start:end]` is what was marked.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

type Guid = str
type Guids = tuple[Guid, ...]


class VariableKind(StrEnum):
    TEXT = "Text"
    BOOLEAN = "Boolean"
    INTEGER = "Integer"
    FLOAT = "Float"
    DATE = "Date"
    DATETIME = "DateTime"


@dataclass(frozen=True, slots=True)
class Stamp:
    """Who made something and last changed it (users' GUIDs), and when; empty where it is not known."""

    by: Guid = ""
    at: datetime | None = None
    changed_by: Guid = ""
    changed_at: datetime | None = None


UNKNOWN = Stamp()


@dataclass(frozen=True, slots=True)
class User:
    guid: Guid
    name: str = ""


@dataclass(frozen=True, slots=True)
class Code:
    """`colour` is "#rrggbb" or empty; a code that is not `codable` only holds others."""

    guid: Guid
    name: str
    parent: Guid = ""
    description: str = ""
    colour: str = ""
    codable: bool = True
    notes: Guids = ()


@dataclass(frozen=True, slots=True)
class Coding:
    """One coder's giving of one code."""

    guid: Guid
    code: Guid
    by: Guid = ""
    at: datetime | None = None
    notes: Guids = ()


@dataclass(frozen=True, slots=True)
class Segment:
    """A passage of a document, with the codes it was given."""

    guid: Guid
    start: int
    end: int
    codings: tuple[Coding, ...] = ()
    name: str = ""
    description: str = ""
    stamp: Stamp = UNKNOWN
    notes: Guids = ()


@dataclass(frozen=True, slots=True)
class Value:
    """What a variable holds, written as XML Schema writes it."""

    variable: Guid
    value: str


@dataclass(frozen=True, slots=True)
class Document:
    """A text with its passages; `codings` are of the whole of it."""

    guid: Guid
    name: str
    text: str
    segments: tuple[Segment, ...] = ()
    codings: tuple[Coding, ...] = ()
    description: str = ""
    values: tuple[Value, ...] = ()
    stamp: Stamp = UNKNOWN
    notes: Guids = ()


@dataclass(frozen=True, slots=True)
class Note:
    """A memo; what it is about names it among its `notes`."""

    guid: Guid
    name: str
    text: str
    stamp: Stamp = UNKNOWN


@dataclass(frozen=True, slots=True)
class Variable:
    guid: Guid
    name: str
    kind: VariableKind = VariableKind.TEXT
    description: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """Somebody or something that documents and passages are of: a speaker, with what is known of them."""

    guid: Guid
    name: str = ""
    description: str = ""
    codes: Guids = ()
    values: tuple[Value, ...] = ()
    documents: Guids = ()
    segments: Guids = ()


@dataclass(frozen=True, slots=True)
class Link:
    """`direction` is "Associative", "OneWay", "Bidirectional" or empty."""

    guid: Guid
    name: str = ""
    origin: Guid = ""
    target: Guid = ""
    direction: str = ""
    colour: str = ""
    notes: Guids = ()


@dataclass(frozen=True, slots=True)
class Group:
    """A set of codes, documents and notes, by name."""

    guid: Guid
    name: str
    description: str = ""
    codes: Guids = ()
    documents: Guids = ()
    notes: Guids = ()


@dataclass(frozen=True, slots=True)
class Project:
    """Codes come in the order of their tree, each after the one that holds it."""

    name: str
    origin: str = ""
    description: str = ""
    users: tuple[User, ...] = ()
    codes: tuple[Code, ...] = ()
    variables: tuple[Variable, ...] = ()
    cases: tuple[Case, ...] = ()
    documents: tuple[Document, ...] = ()
    notes: tuple[Note, ...] = ()
    links: tuple[Link, ...] = ()
    groups: tuple[Group, ...] = ()
    about: Guids = ()
    stamp: Stamp = UNKNOWN
