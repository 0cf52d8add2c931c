"""Letters without case and accents; ñ stays a letter of its own."""

from unicodedata import combining, normalize

_ACCENTED = [chr(code) for code in range(0xC0, 0x250) if chr(code) not in "ñÑ"]
_PLAIN = {ord(letter): normalize("NFD", letter)[0] for letter in _ACCENTED}
_MARKS = {code: None for code in range(0x300, 0x370) if combining(chr(code))}


def fold(text: str) -> str:
    """Return the text in lower case without accents: "Añó Ü" gives "año u"."""
    return normalize("NFC", text.lower()).translate(_PLAIN).translate(_MARKS)
