"""The thread as open data, in the columns of its two files."""

from collections.abc import Iterator
from dataclasses import dataclass

from tequio.apps.processes.models import Process
from tequio.apps.thread.exports import whole
from tequio.apps.thread.models import Knot
from tequio.core import thread


@dataclass(frozen=True, slots=True)
class Thread:
    """`knots` have their Spanish names, `english` the others by ref; `synthetic` are refs of what was made up."""

    knots: list[thread.Knot]
    links: list[thread.Link]
    english: dict[str, str]
    synthetic: frozenset[str]

    def knot_rows(self) -> Iterator[tuple[str, str, str, str, bool]]:
        for knot in self.knots:
            yield knot.ref, knot.kind.value, knot.label, self.english.get(knot.ref, ""), knot.ref in self.synthetic

    def link_rows(self) -> Iterator[tuple[str, str, str]]:
        for link in self.links:
            yield link.source, link.target, link.kind.value


def open_thread(process: Process) -> Thread:
    """Three queries."""
    knots, links = whole(process, language="es")
    rows = list(Knot.objects.filter(process=process).values_list("ref", "label", "synthetic"))
    english = {name: label.get("en", "") for name, label, _synthetic in rows}
    synthetic = frozenset(name for name, _label, synthetic in rows if synthetic)
    return Thread(knots, links, english, synthetic)
