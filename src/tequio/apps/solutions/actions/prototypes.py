"""Prototypes, their versions, and which feature each version has."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from django.db import transaction
from django.db.models import Max

from tequio.apps.files.models import Upload
from tequio.apps.processes.queries import locked, next_number
from tequio.apps.solutions.actions.knots import knotted, led_to, noted, now_led_to, some_words, web_address, words
from tequio.apps.solutions.models import FeatureState, Prototype, Solution, Version
from tequio.apps.thread.models import Knot
from tequio.apps.thread.queries import knot_of
from tequio.core.actors import Actor
from tequio.core.localized import Localized
from tequio.core.thread import Kind, LinkKind

type State = tuple[str, Localized]  # yes, partly or no; and a note


@transaction.atomic
def add_prototype(
    *,
    solution: Solution,
    title: Localized,
    about: Localized,
    built_in: Sequence[Knot] = (),
    evidence: Sequence[Knot] = (),
    synthetic: bool = False,
    by: Actor,
    at: datetime,
) -> Prototype:
    """`built_in`: the meetings where it was designed; `evidence`: contributions, themes and feedback behind it."""
    process = locked(solution.process)
    number = next_number(Prototype, process)
    prototype: Prototype = Prototype.objects.create(
        solution=solution,
        process=process,
        number=number,
        title=words(title),
        about=some_words(about),
        synthetic=synthetic,
        made_at=at,
    )
    from_solution = knot_of(process, Kind.SOLUTION, solution.pk)
    links = [(LinkKind.BUILT, [from_solution, *built_in]), (LinkKind.EVIDENCE, evidence)]
    led_to(process, knotted(prototype), links, by=by, at=at)
    noted("prototype.added", prototype, by=by, at=at)
    return prototype


@transaction.atomic
def edit_prototype(
    *,
    prototype: Prototype,
    title: Localized,
    about: Localized,
    built_in: Sequence[Knot],
    evidence: Sequence[Knot],
    by: Actor,
    at: datetime,
) -> Prototype:
    process = locked(prototype.process)
    prototype.title, prototype.about = words(title), some_words(about)
    prototype.save(update_fields=["title", "about"])
    knot = knotted(prototype)
    from_solution = knot_of(process, Kind.SOLUTION, prototype.solution_id)
    now_led_to(knot, LinkKind.BUILT, [from_solution, *built_in], by=by, at=at)
    now_led_to(knot, LinkKind.EVIDENCE, evidence, by=by, at=at)
    noted("prototype.edited", prototype, by=by, at=at)
    return prototype


@transaction.atomic
def add_version(
    *,
    prototype: Prototype,
    what_changed: Localized,
    label: str = "",
    link: str = "",
    picture: Upload | None = None,
    made_on: date | None = None,
    by: Actor,
    at: datetime,
) -> Version:
    """A new version begins with the features of the one before it, so that only what changed is typed."""
    locked(prototype.process)
    before: Version | None = prototype.versions.order_by("-number").first()
    highest = prototype.versions.aggregate(highest=Max("number"))["highest"] or 0
    version: Version = Version.objects.create(
        prototype=prototype,
        number=highest + 1,
        label=label.strip(),
        what_changed=words(what_changed, "what_changed"),
        link=web_address(link),
        picture=picture,
        made_on=made_on,
    )
    _carry(before, version)
    noted("prototype.version_added", prototype, by=by, at=at, version=version.number)
    return version


def _carry(before: Version | None, after: Version) -> None:
    states = before.features.all() if before else []
    rows = [FeatureState(version=after, feature_id=row.feature_id, state=row.state, note=row.note) for row in states]
    FeatureState.objects.bulk_create(rows)


@transaction.atomic
def edit_version(
    *,
    version: Version,
    what_changed: Localized,
    label: str,
    link: str,
    picture: Upload | None,
    made_on: date | None,
    by: Actor,
    at: datetime,
) -> Version:
    """Without a new picture the old one stays."""
    version.what_changed, version.label = words(what_changed, "what_changed"), label.strip()
    version.link, version.made_on = web_address(link), made_on
    version.picture = picture or version.picture
    version.save()
    noted("prototype.version_edited", version.prototype, by=by, at=at, version=version.number)
    return version


@transaction.atomic
def set_feature_states(*, version: Version, states: Mapping[int, State], by: Actor, at: datetime) -> Version:
    """Say of each feature (by its id) whether the version has it; features that are left out are not said any more."""
    prototype = version.prototype
    locked(prototype.process)
    known = set(prototype.solution.features.filter(pk__in=states).values_list("pk", flat=True))
    rows = [
        FeatureState(version=version, feature_id=pk, state=FeatureState.State(state), note=some_words(note))
        for pk, (state, note) in states.items()
        if pk in known
    ]
    version.features.all().delete()
    FeatureState.objects.bulk_create(rows)
    noted("prototype.features_said", prototype, by=by, at=at, version=version.number, features=len(rows))
    return version
