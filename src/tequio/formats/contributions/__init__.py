"""Contributions that come in a table: a guess at its columns, then row by row what is taken, repeated or left out."""

from tequio.formats.contributions.drafts import Draft, Remark
from tequio.formats.contributions.mapping import Mapping, guess_mapping
from tequio.formats.contributions.parsing import Duplicate, Parsed, parse

__all__ = ["Draft", "Duplicate", "Mapping", "Parsed", "Remark", "guess_mapping", "parse"]
