"""Writes of themes: they are made, filled, quoted, merged, split and deleted here, and the record tells of each."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from tequio.apps.contributions.models import Contribution
from tequio.apps.processes.models import Process
from tequio.apps.processes.queries import locked, next_number
from tequio.apps.record import actions as record
from tequio.apps.synthesis import queries
from tequio.apps.synthesis.models import Quote, Theme
from tequio.apps.synthesis.passages import is_said
from tequio.apps.synthesis.quotable import may_be_quoted
from tequio.apps.thread import actions as thread
from tequio.apps.thread.kinds import ref
from tequio.apps.thread.models import Knot, Link
from tequio.apps.thread.queries import knot_of, knots_of
from tequio.core.actors import Actor
from tequio.core.refusals import Refusal
from tequio.core.text.plain import plain
from tequio.core.thread import Kind, LinkKind

type Words = Mapping[str, str]


@transaction.atomic
def add_theme(
    *,
    process: Process,
    title: Words,
    by: Actor,
    at: datetime,
    memo: Words | None = None,
    public: bool = True,
    synthetic: bool = False,
) -> Theme:
    held = locked(process)
    theme = Theme(process=held, number=next_number(Theme, held), synthetic=synthetic, made_at=at)
    _written(theme, title, memo or {}, public=public)
    _note("theme.added", theme, by=by, at=at)
    return theme


@transaction.atomic
def edit_theme(*, theme: Theme, title: Words, memo: Words, public: bool, by: Actor, at: datetime) -> Theme:
    held = _held(theme)
    _written(held, title, memo, public=public)
    _note("theme.edited", held, by=by, at=at, public=public)
    return held


@transaction.atomic
def group(*, theme: Theme, contributions: Iterable[Contribution], by: Actor, at: datetime) -> int:
    """Put accepted contributions in a theme; return how many were not in it before."""
    held = _held(theme)
    chosen = _chosen(held, contributions)
    inside = set(queries.voices_in(held).filter(pk__in=chosen).values_list("pk", flat=True))
    fresh = set(chosen) - inside
    knots = knots_of(held.process, Kind.CONTRIBUTION, fresh)
    if len(knots) < len(fresh):
        raise Refusal("theme.not_accepted")
    if knots:
        target = _knot(held)
        links = [(knot, LinkKind.GROUPED, target) for knot in knots.values()]
        thread.tie_many(held.process, links, by=by, at=at)
        _note("theme.grouped", held, by=by, at=at, contributions=[knot.ref for knot in knots.values()])
    return len(knots)


@transaction.atomic
def group_in_new(
    *, process: Process, title: Words, contributions: Iterable[Contribution], by: Actor, at: datetime
) -> Theme:
    """Make a theme and put contributions in it, or neither."""
    theme = add_theme(process=process, title=title, by=by, at=at)
    group(theme=theme, contributions=contributions, by=by, at=at)
    return theme


@transaction.atomic
def ungroup(*, theme: Theme, contributions: Iterable[Contribution], by: Actor, at: datetime) -> int:
    """Take contributions out of a theme, and the quotes that the theme had of them; return how many were in it."""
    held = _held(theme)
    ids = [contribution.pk for contribution in contributions]
    links = list(_ends(queries.groupings(held.process).filter(target__object_id=held.pk, source__object_id__in=ids)))
    if not links:
        raise Refusal("theme.nothing_chosen")
    _untie(links, by=by, at=at)
    Quote.objects.filter(theme=held, contribution__in=ids).delete()
    _note("theme.ungrouped", held, by=by, at=at, contributions=[link.source.ref for link in links])
    return len(links)


@transaction.atomic
def add_quote(*, theme: Theme, contribution: Contribution, passage: str, by: Actor, at: datetime) -> Quote:
    """Mark a passage, word for word, of a contribution in the theme. Marking it twice changes nothing."""
    held, words = _held(theme), plain(passage)
    said = queries.voices_in(held).filter(pk=contribution.pk).first()
    if said is None:
        raise Refusal("quote.not_in_theme")
    if not may_be_quoted(said):
        raise Refusal("quote.no_consent")
    if not is_said(words, said.title, said.body):
        raise Refusal("quote.not_in_text", field="typed")
    quote, made = Quote.objects.get_or_create(theme=held, contribution=said, passage=words, defaults={"made_at": at})
    if made:
        _note("quote.added", held, by=by, at=at, contribution=ref(Kind.CONTRIBUTION, said.number))
    return quote


@transaction.atomic
def remove_quote(*, quote: Quote, by: Actor, at: datetime) -> None:
    held = _held(quote.theme)
    said = quote.contribution
    quote.delete()
    _note("quote.removed", held, by=by, at=at, contribution=ref(Kind.CONTRIBUTION, said.number))


@transaction.atomic
def merge_themes(*, theme: Theme, into: Theme, by: Actor, at: datetime) -> Theme:
    """Move everything of a theme to another, and let its number lead there from now on."""
    if theme.process_id != into.process_id:
        raise Refusal("theme.of_another_process")
    if theme.pk == into.pk:
        raise Refusal("theme.into_itself", field="into")
    held, target = _held(theme), _held(into)
    _move_links(_knot(held), _knot(target), by=by, at=at)
    thread.tie(_knot(held), LinkKind.MERGED, _knot(target), by=by, at=at)
    _move_quotes(held, target, Contribution.objects.filter(process=held.process))
    Theme.objects.filter(pk=held.pk).update(merged_into=target)
    _note("theme.merged", held, by=by, at=at, into=ref(Kind.THEME, target.number))
    return target


@transaction.atomic
def split_theme(*, theme: Theme, contributions: Iterable[Contribution], title: Words, by: Actor, at: datetime) -> Theme:
    """Make a new theme of some contributions of a theme; their quotes go with them."""
    held, moved = _held(theme), list(contributions)
    made = add_theme(process=held.process, title=title, public=held.public, synthetic=held.synthetic, by=by, at=at)
    inside = queries.voices_in(held).filter(pk__in=_chosen(held, moved))
    group(theme=made, contributions=inside, by=by, at=at)
    _move_quotes(held, made, inside)
    ungroup(theme=held, contributions=moved, by=by, at=at)
    _note("theme.split", held, by=by, at=at, to=ref(Kind.THEME, made.number))
    return made


@transaction.atomic
def delete_theme(*, theme: Theme, by: Actor, at: datetime) -> None:
    """Delete a theme that nothing is tied to."""
    held = _held(theme)
    knot = _knot(held)
    if held.quotes.exists() or held.merged.exists() or knot.back.exists() or knot.forward.exists():
        raise Refusal("theme.not_empty")
    thread.remove_knot(held.process, Kind.THEME, held.pk)
    _note("theme.deleted", held, by=by, at=at)
    held.delete()


def _held(theme: Theme) -> Theme:
    """The theme as it is now, with its process held; one that was merged away is not worked on."""
    locked(theme.process)
    held: Theme = Theme.objects.select_related("process", "merged_into").get(pk=theme.pk)
    if held.merged_into is not None:
        raise Refusal("theme.is_merged", ref=ref(Kind.THEME, held.merged_into.number))
    return held


def _written(theme: Theme, title: Words, memo: Words, *, public: bool) -> None:
    if not any(words.strip() for words in title.values()):
        raise Refusal("theme.no_title", field="title")
    theme.title, theme.memo, theme.public = dict(title), dict(memo), public
    theme.save()
    name = ref(Kind.THEME, theme.number)
    thing = thread.Thing(Kind.THEME, theme.pk, name, theme.title, public=public, synthetic=theme.synthetic)
    thread.add_knot(theme.process, thing)


def _chosen(theme: Theme, contributions: Iterable[Contribution]) -> list[int]:
    ids = {contribution.pk for contribution in contributions}
    if not ids:
        raise Refusal("theme.nothing_chosen")
    found = list(queries.accepted(theme.process).filter(pk__in=ids).values_list("pk", flat=True))
    if len(found) < len(ids):
        raise Refusal("theme.not_accepted")
    return found


def _knot(theme: Theme) -> Knot:
    return knot_of(theme.process, Kind.THEME, theme.pk)


def _untie(links: Iterable[Link], *, by: Actor, at: datetime) -> None:
    for link in links:
        thread.untie(link.source, LinkKind(link.kind), link.target, by=by, at=at)


def _move_links(old: Knot, new: Knot, *, by: Actor, at: datetime) -> None:
    """Give one knot the links of another, all but the merges behind it.

    Voices are tied at once: nothing leads to them that a theme leads to. The few other links are asked about circles.
    """
    back, forward = (list(_ends(side.exclude(kind=LinkKind.MERGED))) for side in (old.back, old.forward))
    _untie([*back, *forward], by=by, at=at)
    voices = [(link.source, LinkKind(link.kind), new) for link in back if link.source.kind == Kind.CONTRIBUTION]
    thread.tie_many(old.process, voices, by=by, at=at)
    for link in back:
        if link.source.kind != Kind.CONTRIBUTION and link.source_id != new.pk:
            thread.tie(link.source, LinkKind(link.kind), new, by=by, at=at, note=link.note)
    for link in forward:
        if link.target_id != new.pk:
            thread.tie(new, LinkKind(link.kind), link.target, by=by, at=at, note=link.note)


def _ends(links: QuerySet[Link]) -> QuerySet[Link]:
    return links.select_related("source__process", "target__process")


def _move_quotes(theme: Theme, into: Theme, contributions: Iterable[Contribution]) -> None:
    moving = Quote.objects.filter(theme=theme, contribution__in=contributions)
    there = set(Quote.objects.filter(theme=into).values_list("contribution_id", "passage"))
    again = [quote.pk for quote in moving if (quote.contribution_id, quote.passage) in there]
    Quote.objects.filter(pk__in=again).delete()
    moving.update(theme=into)


def _note(verb: str, theme: Theme, *, by: Actor, at: datetime, **facts: object) -> None:
    process = theme.process
    name = ref(Kind.THEME, theme.number)
    record.note(verb, by=by, at=at, space=process.space_id, process=process.pk, target=name, **facts)
