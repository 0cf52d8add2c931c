"""Writes to a process as a whole."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db import transaction

from tequio.apps.processes.actions.noting import noted
from tequio.apps.processes.models import Activity, Phase, Process
from tequio.apps.processes.queries import locked
from tequio.apps.spaces.models import Space
from tequio.apps.territories.models import Territory
from tequio.core.actors import Actor
from tequio.core.localized import Localized
from tequio.core.refusals import Refusal

RESERVED = frozenset({"nuevo"})


@transaction.atomic
def create_process(
    *,
    space: Space,
    slug: str,
    title: Localized,
    summary: Localized | None = None,
    territory: Territory | None = None,
    moderation: str = Process.Moderation.BEFORE,
    template: bool = False,
    synthetic: bool = False,
    by: Actor,
    at: datetime,
) -> Process:
    """A draft without phases; `copy_process` starts from a plan instead."""
    if slug in RESERVED or Process.objects.filter(space=space, slug=slug).exists():
        raise Refusal("process.slug_taken", slug=slug, field="slug")
    process: Process = Process.objects.create(
        space=space,
        slug=slug,
        title=dict(title),
        summary=dict(summary or {}),
        territory=territory,
        moderation=moderation,
        template=template,
        synthetic=synthetic,
        made_at=at,
    )
    noted("process.created", process, slug, by=by, at=at)
    return process


@transaction.atomic
def copy_process(
    process: Process,
    *,
    slug: str,
    title: Localized,
    summary: Localized | None = None,
    as_template: bool = False,
    by: Actor,
    at: datetime,
) -> Process:
    """A new draft with the same plan: phases, activities and what is asked of people; no dates, no people, no words."""
    copy = create_process(
        space=process.space,
        slug=slug,
        title=title,
        summary=summary or process.summary,
        territory=process.territory,
        moderation=process.moderation,
        template=as_template,
        by=by,
        at=at,
    )
    _copy_plan(process, copy)
    noted("process.copied", process, process.slug, by=by, at=at, to=slug, template=as_template)
    return copy


def _copy_plan(process: Process, copy: Process) -> None:
    phases = {phase.key: _copied_phase(phase, copy) for phase in process.phases.all()}
    for activity in process.activities.prefetch_related("phases"):
        keys = [phase.key for phase in activity.phases.all()]
        _copied_activity(activity, copy).phases.set([phases[key] for key in keys])
    for asked in process.attributes.all():
        copy.attributes.create(key=asked.key, title=asked.title, choices=asked.choices, source=asked.source)


def _copied_phase(phase: Phase, copy: Process) -> Phase:
    made: Phase = copy.phases.create(key=phase.key, title=phase.title, purpose=phase.purpose, place=phase.place)
    return made


def _copied_activity(activity: Activity, copy: Process) -> Activity:
    made: Activity = copy.activities.create(
        kind=activity.kind, key=activity.key, title=activity.title, about=activity.about, place=activity.place
    )
    return made


@transaction.atomic
def edit_process(
    process: Process,
    *,
    title: Localized,
    summary: Localized,
    moderation: str,
    territory: Territory | None,
    by: Actor,
    at: datetime,
) -> Process:
    held = locked(process)
    held.title, held.summary, held.moderation, held.territory = dict(title), dict(summary), moderation, territory
    held.save(update_fields=["title", "summary", "moderation", "territory"])
    noted("process.edited", held, held.slug, by=by, at=at)
    return held


@transaction.atomic
def publish(process: Process, *, public: bool, by: Actor, at: datetime) -> Process:
    """Show the process to everybody, or take it back to a draft. Doing it twice changes nothing."""
    held = locked(process)
    if held.template and public:
        raise Refusal("process.template_stays", process=held.slug)
    if held.public != public:
        held.public = public
        held.save(update_fields=["public"])
        noted("process.published" if public else "process.unpublished", held, held.slug, by=by, at=at)
    return held


@transaction.atomic
def note_facts(process: Process, *, notes: Sequence[Mapping[str, object]], by: Actor, at: datetime) -> Process:
    """Keep what a source says of the process, with its contradictions; what was there before is replaced.

    A fact is {"kind": "fact", "text": {es, en}, "source"}; a contradiction is {"kind": "contradiction", "text", "a",
    "b", "source"}, where `a` and `b` are what is said: {es, en}, or {"says": {es, en}, "source"}.
    """
    held = locked(process)
    held.notes = [dict(note) for note in notes]
    held.save(update_fields=["notes"])
    noted("process.facts_noted", held, held.slug, by=by, at=at, notes=len(held.notes))
    return held
