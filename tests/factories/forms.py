"""Finds the forms of a page and fills them in, as somebody at a browser would, or as nobody should."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser

TYPED = {"text", "search", "email", "url", "number", "date", "time", "datetime-local", "hidden", "textarea", "tel"}
TOKEN = "csrfmiddlewaretoken"


@dataclass
class Form:
    """`typed` are the boxes by name with what stands in them; `chosen` the first choice of each list; `files` names."""

    action: str = ""
    method: str = "get"
    typed: dict[str, str] = field(default_factory=dict)
    chosen: dict[str, str] = field(default_factory=dict)
    files: list[str] = field(default_factory=list)

    def filled(self, write: Callable[[str], str]) -> Mapping[str, str]:
        return self.chosen | {name: write(name) for name in self.typed if name != TOKEN}


class Forms(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[Form] = []
        self.open: Form | None = None
        self.select = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.open = Form(known.get("action", ""), known.get("method", "get").lower())
            self.found.append(self.open)
        elif self.open is not None:
            self._box(self.open, tag, known)

    def _box(self, form: Form, tag: str, known: Mapping[str, str]) -> None:
        name, kind = known.get("name", ""), known.get("type", "text") if tag == "input" else tag
        if tag == "select":
            self.select = name
        if tag == "option" and self.select and known.get("value"):
            form.chosen.setdefault(self.select, known["value"])
        elif name and kind == "file":
            form.files.append(name)
        elif name and kind in TYPED:
            form.typed[name] = known.get("value", "")
        elif name and kind in {"radio", "checkbox", "button"}:
            form.chosen.setdefault(name, known.get("value", "on"))

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.open = None
        elif tag == "select":
            self.select = ""


def forms_in(page: str) -> list[Form]:
    """The forms of a page that send something."""
    reader = Forms()
    reader.feed(page)
    return [form for form in reader.found if form.method == "post"]
