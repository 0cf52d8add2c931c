"""Who acts: never a name. The key is a pseudonym that only this installation's secret could tie to a person."""

from dataclasses import dataclass
from enum import StrEnum


class ActorKind(StrEnum):
    NOBODY = "nobody"
    PARTICIPANT = "participant"
    ORGANIZATION = "organization"
    FACILITATOR = "facilitator"
    SYSTEM = "system"


@dataclass(frozen=True, slots=True)
class Actor:
    """`key` is a pseudonym of 16 hexadecimal digits, or empty for nobody and for the system."""

    kind: ActorKind
    key: str = ""


NOBODY = Actor(ActorKind.NOBODY)
SYSTEM = Actor(ActorKind.SYSTEM)
