"""A component as text: its markup without tags, with single spaces and blocks set apart."""

import re
from html import unescape

from django.template import engines


def markup(source: str, /, **context: object) -> str:
    load = "{% load components charts %}"
    return str(engines["django"].from_string(load + source).render(context))


def words(source: str, /, **context: object) -> str:
    in_line = re.sub(r"</?(?:a|b|i|span|strong|abbr)\b[^>]*>", "", markup(source, **context))
    bare = re.sub(r"<[^>]+>", " ", in_line)
    return re.sub(r"\s+", " ", unescape(bare)).strip()


def include(name: str, /, **context: object) -> str:
    return words(f'{{% include "components/{name}.html" %}}', **context)
