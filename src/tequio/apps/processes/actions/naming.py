"""Keys for addresses, made from what people write."""

from collections.abc import Collection

from django.utils.text import slugify

from tequio.core.localized import Localized, pick

LENGTH = 36  # leaves room for "-999" in a column of 40
RESERVED = frozenset({"nueva", "nuevo"})  # the addresses of what is being added


def free_key(title: Localized, taken: Collection[str], otherwise: str) -> str:
    """The title as a word of an address; a number follows where that word is taken."""
    wanted = slugify(pick(title, "es").text)[:LENGTH].strip("-") or otherwise
    found, number = wanted, 1
    while found in taken or found in RESERVED:
        number += 1
        found = f"{wanted}-{number}"
    return found
