"""What the actions of this app share: a thing's knot, the links that lead to it, a line in the record."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from urllib.parse import urlsplit

from tequio.apps.processes.models import Process
from tequio.apps.record import actions as record
from tequio.apps.solutions.models import Feedback, Problem, Prototype, Solution
from tequio.apps.thread import actions as thread
from tequio.apps.thread.kinds import ref
from tequio.apps.thread.models import Knot, Link
from tequio.core.actors import Actor
from tequio.core.localized import Localized
from tequio.core.refusals import Refusal
from tequio.core.thread import Kind, LinkKind

type Thing = Problem | Solution | Prototype | Feedback

KINDS: dict[type, Kind] = {
    Problem: Kind.PROBLEM,
    Solution: Kind.SOLUTION,
    Prototype: Kind.PROTOTYPE,
    Feedback: Kind.FEEDBACK,
}


def words(text: Localized, field: str = "title") -> dict[str, str]:
    """The text without empty languages; refused when nothing is left."""
    kept = some_words(text)
    if not kept:
        raise Refusal("solutions.words_needed", field=field)
    return kept


def some_words(text: Localized) -> dict[str, str]:
    return {language: said.strip() for language, said in text.items() if said.strip()}


def web_address(link: str) -> str:
    """A link that a browser may follow: nothing but http and https."""
    if link and urlsplit(link).scheme not in {"http", "https"}:
        raise Refusal("solutions.not_a_link", field="link")
    return link


def knotted(thing: Thing) -> Knot:
    """Make the knot of a thing, or bring it up to date."""
    kind = KINDS[type(thing)]
    row = thread.Thing(kind, thing.pk, ref(kind, thing.number), thing.title, synthetic=thing.synthetic)
    return thread.add_knot(thing.process, row)


def led_to(
    process: Process, target: Knot, links: Iterable[tuple[LinkKind, Sequence[Knot]]], *, by: Actor, at: datetime
) -> None:
    """Tie what came first to a knot that is new, so that nothing can go round in a circle."""
    pairs = [(source, kind, target) for kind, sources in links for source in sources]
    if pairs:
        thread.tie_many(process, pairs, by=by, at=at)


def now_led_to(target: Knot, kind: LinkKind, wanted: Sequence[Knot], *, by: Actor, at: datetime) -> None:
    """Let a knot's links of one kind come from these knots and no others."""
    tied = {
        link.source_id: link.source for link in Link.objects.filter(target=target, kind=kind).select_related("source")
    }
    keep = {knot.pk for knot in wanted}
    for knot in wanted:
        if knot.pk not in tied:
            thread.tie(knot, kind, target, by=by, at=at)
    for pk, knot in tied.items():
        if pk not in keep:
            thread.untie(knot, kind, target, by=by, at=at)


def noted(verb: str, thing: Thing, *, by: Actor, at: datetime, **facts: object) -> None:
    process, target = thing.process, ref(KINDS[type(thing)], thing.number)
    record.note(verb, by=by, at=at, space=process.space_id, process=process.pk, target=target, **facts)
