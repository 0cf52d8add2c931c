"""The thread as open data: who was at which meeting is left out, and so is who said, and where, what is not shown."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from tequio.apps.contributions.queries import accepted
from tequio.apps.processes.models import Process
from tequio.apps.thread.exports import whole
from tequio.apps.thread.kinds import ref
from tequio.apps.thread.models import Knot
from tequio.core import thread
from tequio.core.thread import Kind, LinkKind

TELLING = frozenset({LinkKind.SAID, LinkKind.GATHERED})  # links that say who spoke, or where


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
    """Five queries."""
    knots, links = whole(process, language="es")
    hidden = {ref(Kind.CONTRIBUTION, n) for n in accepted(process).filter(shown=False).values_list("number", flat=True)}
    rows = list(Knot.objects.filter(process=process).values_list("ref", "label", "synthetic"))
    english = {name: label.get("en", "") for name, label, _synthetic in rows}
    synthetic = frozenset(name for name, _label, synthetic in rows if synthetic)
    return Thread(knots, [link for link in links if _may_be_told(link, hidden)], english, synthetic)


def _may_be_told(link: thread.Link, hidden: Collection[str]) -> bool:
    return link.kind is not LinkKind.ATTENDED and not (link.kind in TELLING and link.target in hidden)
