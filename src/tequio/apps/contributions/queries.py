"""Reads of contributions. Nobody but staff is ever given the words of one that is not accepted or not to be shown.

A process is only ever found inside its space, so what belongs to it is asked for without joining the space again.
"""

from collections import Counter
from collections.abc import Collection, Iterable
from functools import lru_cache
from typing import Any

from django.db.models import QuerySet
from django.http import Http404

from tequio.apps.contributions.models import Batch, Contribution
from tequio.apps.meetings.models import Meeting
from tequio.apps.processes.models import Participant, Process
from tequio.apps.processes.passphrases import sealed_words
from tequio.apps.processes.queries import Lived, places_of
from tequio.apps.territories.models import Territory
from tequio.apps.thread import queries as thread
from tequio.apps.thread.models import Knot, Link
from tequio.core.participants import Code
from tequio.core.refusals import Refusal
from tequio.core.thread import Kind, LinkKind, trace

MANY_THEMES = 200
KEPT = 64

type ThemeNamed = tuple[int, str, dict[str, str]]
type Counts = list[tuple[str, int, str]]  # a kind, how many, and an address (none) as the components count things


def contributions_of(process: Process | int) -> QuerySet[Contribution]:
    every: QuerySet[Contribution] = Contribution.objects.with_scopes_disabled().filter(process=process)
    return every


def accepted(process: Process | int) -> QuerySet[Contribution]:
    return contributions_of(process).filter(status=Contribution.Status.ACCEPTED)


def among(ids: Iterable[int] | QuerySet[Any, Any]) -> QuerySet[Contribution]:
    """These contributions, found by their ids alone, so that the database starts from them."""
    every: QuerySet[Contribution] = Contribution.objects.with_scopes_disabled().filter(pk__in=ids)
    return every


def accepted_under(theme: int) -> QuerySet[Contribution]:
    """The accepted contributions in the theme with this knot."""
    return among(grouped_under(theme)).filter(status=Contribution.Status.ACCEPTED)


def boroughs() -> list[tuple[int, str, str]]:
    """Those that a contribution may name: id, code and name."""
    found = Territory.objects.filter(kind=Territory.Kind.BOROUGH).order_by("name")
    return list(found.values_list("pk", "code", "name"))


def boroughs_to_choose(process: Process, but: Collection[int]) -> list[Lived]:
    """Those by which a list may be narrowed, by name; `but` are those that could point at a person."""
    places = (place for place in places_of(process) if place.kind == Territory.Kind.BOROUGH and place.pk not in but)
    return sorted(places, key=lambda place: place.name)


def themes_in(process: Process) -> tuple[ThemeNamed, ...]:
    """The public themes of a process, to choose from: id of the knot, ref and label."""
    return _themes(process.pk, process.thread_revision)


@lru_cache(maxsize=KEPT)
def _themes(process: int, revision: int) -> tuple[ThemeNamed, ...]:  # noqa: ARG001 (there to be forgotten by)
    found: QuerySet[Knot] = Knot.objects.with_scopes_disabled().filter(process=process, kind=Kind.THEME, public=True)
    return tuple(found.order_by("object_id").values_list("pk", "ref", "label")[:MANY_THEMES])


def themes_of(process: Process, rows: Iterable[Contribution]) -> dict[int, list[str]]:
    """The refs of the public themes that contributions rest in ("T3"), by the contribution's id."""
    found: dict[int, list[str]] = {}
    links: QuerySet[Link] = Link.objects.with_scopes_disabled().filter(
        kind=LinkKind.GROUPED,
        target__public=True,
        source__process=process,
        source__kind=Kind.CONTRIBUTION,
        source__object_id__in=[row.pk for row in rows],
    )
    for contribution, theme in links.order_by("target_id").values_list("source__object_id", "target__ref"):
        found.setdefault(contribution, []).append(theme)
    return found


def grouped_under(theme: int) -> QuerySet[Link, int]:
    """The ids of the contributions tied to the theme with this knot."""
    links: QuerySet[Link] = Link.objects.with_scopes_disabled().filter(target=theme, kind=LinkKind.GROUPED)
    return links.values_list("source__object_id", flat=True)


def contribution_at(process: Process, number: int) -> Contribution:
    """The contribution of an address, with all that its page shows; views ask `may_be_seen`."""
    related = contributions_of(process).select_related("process__space", "participant", "territory", "meeting")
    found = related.filter(number=number).first()
    if found is None:
        raise Http404
    return found


def living_of(participant: Participant) -> QuerySet[Contribution]:
    """What a person said and has not withdrawn, newest first."""
    found: QuerySet[Contribution] = participant.contributions.exclude(status=Contribution.Status.WITHDRAWN)
    return found.select_related("process").order_by("-number")


def everything_of(participant: Participant) -> QuerySet[Contribution]:
    """All that a person said, with what they withdrew, newest first."""
    found: QuerySet[Contribution] = participant.contributions.select_related("process", "meeting", "territory")
    return found.order_by("-number")


def came_of_each(process: Process, rows: Iterable[Contribution]) -> dict[int, Counts]:
    """What everybody can see to have come of each contribution, by its id."""
    knots = thread.knots_of(process, Kind.CONTRIBUTION, [row.pk for row in rows])
    graph, known = thread.loaded(process)
    ahead = {pk: [step.node for step in trace(graph, knot.pk).forward] for pk, knot in knots.items()}
    return {pk: _counted(known.kinds[n] for n in nodes if n not in known.hidden) for pk, nodes in ahead.items()}


def _counted(kinds: Iterable[Kind]) -> Counts:
    found = Counter(kinds)
    return [(kind.value, found[kind], "") for kind in Kind if found[kind]]


def quotes_of(contribution: Contribution, *, everything: bool) -> list[Any]:
    """Where its words are quoted, and still say what they said: the public themes, or all for staff.

    Quotes are of a floor above, so they are reached through the contribution and not imported.
    """
    every = contribution.quotes.select_related("theme").order_by("theme__number", "pk")
    words = " ".join(f"{contribution.title} {contribution.body}".split())
    said = [quote for quote in every if " ".join(quote.passage.split()) in words]
    return [quote for quote in said if everything or quote.theme.public]


def people_with(process: Process, codes: Iterable[Code]) -> dict[Code, Participant]:
    """The people who have these codes and have not left: one query."""
    wanted = set(codes)
    waves, numbers = {code.wave for code in wanted}, {code.number for code in wanted}
    people = process.participants.filter(wave__in=waves, number__in=numbers, withdrawn_at__isnull=True)
    return {person.code: person for person in people if person.code in wanted}


def person_with_words(process: Process, typed: str) -> Participant:
    """Who came in with this passphrase; refuses words that are none, and words that nobody has here."""
    found: Participant | None = process.participants.filter(
        passphrase_hash=sealed_words(typed), withdrawn_at__isnull=True
    ).first()
    if found is None:
        raise Refusal("contributions.words_not_known", field="words")
    return found


def waiting(process: Process, status: str) -> QuerySet[Contribution]:
    """What staff have to look at, the oldest first."""
    found = contributions_of(process).filter(status=status)
    return found.select_related("participant", "territory", "meeting").order_by("number")


def meetings_of(process: Process) -> list[Meeting]:
    """The meetings of a process, the newest first, to choose from."""
    return list(Meeting.objects.filter(process=process).order_by("-number"))


def batch_at(process: Process, number: int) -> Batch:
    found: Batch | None = Batch.objects.select_related("process__space").filter(process=process, number=number).first()
    if found is None:
        raise Http404
    return found


def batches_of(process: Process) -> QuerySet[Batch]:
    """Files that were brought in, the newest first."""
    found: QuerySet[Batch] = Batch.objects.filter(process=process, state=Batch.State.DONE).order_by("-number")
    return found
