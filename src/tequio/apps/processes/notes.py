"""Facts and contradictions that were noted of a process, as its page shows them."""

from collections.abc import Mapping
from typing import Any

from tequio.web.templatetags.tequio import bare

CONTRADICTION = "contradiction"


def facts_of(notes: list[Mapping[str, Any]]) -> list[tuple[str, str]]:
    """What a source says, and which source."""
    return [(_words(note.get("text")), str(note.get("source", ""))) for note in notes if note["kind"] != CONTRADICTION]


def contradictions_of(notes: list[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Both things that were said, side by side, with what is shown instead of a silent choice."""
    return [_contradiction(note) for note in notes if note["kind"] == CONTRADICTION]


def _contradiction(note: Mapping[str, Any]) -> dict[str, Any]:
    claims = note.get("claims") or [note[side] for side in ("a", "b") if note.get(side)]
    words = {name: _words(note.get(name)) for name in ("shows", "why")}
    return {"title": _words(note.get("text")), "claims": [_claim(claim, note) for claim in claims], **words}


def _claim(claim: Any, note: Mapping[str, Any]) -> tuple[str, str]:
    """A claim with its own place, or words alone, whose place is the note's."""
    if isinstance(claim, Mapping) and "says" in claim:
        return _words(claim["says"]), str(claim.get("source") or claim.get("place") or "")
    return _words(claim), str(note.get("source", ""))


def _words(text: Any) -> str:
    return bare(text) if isinstance(text, Mapping) else str(text or "")
