"""Words that a spreadsheet would run as a formula, written so that it shows them, and read back as they were.

A quote mark goes before a cell that starts like a formula (OWASP, "CSV Injection"; ASVS 5.0 V1.2.10), and before what
would start one if the file were opened with another separator. `restored(defused(text)) == text` for every text.
"""

import re

EQUALS = "=\uff1d\ufe66"  # also full width and small, which some spreadsheets take for the plain ones
SIGNS = "+@\uff0b\uff20\ufe62\ufe6b\uff0d\ufe63-"
STARTS = re.compile(rf"'*(?:[\t\r\n\0]|\s*[|%{EQUALS}{SIGNS}])")
NUMBER = re.compile(r"[+-]?[0-9][0-9.,]*%?")
INSIDE = rf"(?=[{EQUALS}]|[{SIGNS}][^\r\n]*[(|!])"
SPACES = r"(?<=[,;|\t\r\n])([^\S\t\r\n]*'*)"
UNQUOTED = re.compile(SPACES + INSIDE)
QUOTED = re.compile(f"{SPACES}'{INSIDE}")


def defused(text: str) -> str:
    """The text with a quote mark wherever a spreadsheet could start a formula. Numbers stay numbers."""
    inside = UNQUOTED.sub(r"\1'", text)
    return f"'{inside}" if _starts_formula(inside) else inside


def restored(text: str) -> str:
    """Undo `defused`."""
    if "'" not in text:
        return text
    whole = text[1:] if text[0] == "'" and _starts_formula(text[1:]) else text
    return QUOTED.sub(r"\1", whole)


def _starts_formula(text: str) -> bool:
    return STARTS.match(text) is not None and NUMBER.fullmatch(text) is None
