"""Every write to a space and to the roles people have in it."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db import transaction
from django.utils.text import slugify

from tequio.apps.accounts import actions as accounts
from tequio.apps.accounts.models import Person
from tequio.apps.record import actions as record
from tequio.apps.spaces.models import Assignment, Space
from tequio.apps.territories.models import Territory
from tequio.core import roles
from tequio.core.actors import Actor
from tequio.core.localized import Localized, pick
from tequio.core.refusals import Refusal

RESERVED = frozenset({"idioma", "estilo", "salud", "cuenta", "archivos", "static", "instalar", "sitemap"})


@transaction.atomic
def open_space(
    *,
    name: Localized,
    about: Localized | None = None,
    operator: Mapping[str, object] | None = None,
    funders: Sequence[Mapping[str, object]] = (),
    territory: Territory | None = None,
    slug: str = "",
    synthetic: bool = False,
    by: Actor,
    at: datetime,
) -> Space:
    """A space needs a name and somebody who answers for it; who pays may honestly be nobody."""
    space = Space.objects.create(
        slug=_free_slug(slug or slugify(pick(name, "es").text)[:40] or "espacio"),
        name=dict(name),
        about=dict(about or {}),
        operator=dict(operator or {}),
        funders=[dict(funder) for funder in funders],
        languages=["es", "en"],
        territory=territory,
        synthetic=synthetic,
        made_at=at,
    )
    record.note("space.opened", by=by, at=at, space=space.pk, target=space.slug)
    return space


@transaction.atomic
def edit_space(
    *,
    space: Space,
    name: Localized,
    about: Localized,
    operator: Mapping[str, object],
    funders: Sequence[Mapping[str, object]],
    by: Actor,
    at: datetime,
) -> None:
    """What was written about who runs it and who pays stays with their names, where a form does not ask for it."""
    known = {body.get("name"): body for body in (*space.funders, space.operator) if body}
    space.name, space.about = dict(name), dict(about)
    space.operator, *space.funders = (known.get(body["name"], {}) | dict(body) for body in (operator, *funders))
    space.save()
    record.note("space.changed", by=by, at=at, space=space.pk, target=space.slug)


@transaction.atomic
def give_role(*, space: Space, person: Person, role: str, by: Actor, at: datetime) -> Assignment:
    if role not in roles.ROLES:
        raise Refusal("role.unknown", field="role")
    found, made = Assignment.objects.get_or_create(space=space, person=person, role=role, defaults={"since": at})
    if made:
        record.note("role.given", by=by, at=at, space=space.pk, target=f"person:{person.pk}", role=role)
    return found


@transaction.atomic
def take_role(*, assignment: Assignment, by: Actor, at: datetime) -> None:
    """The last operator stays: a space that nobody can run is lost."""
    space = Space.objects.select_for_update().get(pk=assignment.space_id)
    operators = Assignment.objects.filter(space=space, role=roles.OPERATOR.key)
    if assignment.role == roles.OPERATOR.key and operators.count() == 1:
        raise Refusal("role.last_operator")
    target, role = f"person:{assignment.person_id}", assignment.role
    assignment.delete()
    record.note("role.taken", by=by, at=at, space=space.pk, target=target, role=role)


@transaction.atomic
def invite(*, space: Space, name: str, email: str, role: str, by: Actor, at: datetime) -> tuple[Person, str]:
    """The person with their role, and the path of a one-time link to hand over."""
    person = accounts.add_person(name=name, email=email, by=by, at=at)
    give_role(space=space, person=person, role=role, by=by, at=at)
    return person, accounts.make_sign_in_link(person=person, by=by, at=at)


@transaction.atomic
def first_run(
    *,
    name: Localized,
    operator: Mapping[str, object],
    funders: Sequence[Mapping[str, object]],
    person: str,
    email: str,
    language: str,
    by: Actor,
    at: datetime,
) -> tuple[Space, str]:
    """The space, its first operator, and their one-time link. Only an installation without a space has a first run."""
    if Space.objects.exists():
        raise Refusal("setup.done")
    space = open_space(name=name, operator=operator, funders=funders, by=by, at=at)
    first = accounts.add_person(name=person, email=email, language=language, by=by, at=at)
    give_role(space=space, person=first, role=roles.OPERATOR.key, by=by, at=at)
    return space, accounts.make_sign_in_link(person=first, by=by, at=at)


def _free_slug(wanted: str) -> str:
    taken = set(Space.objects.filter(slug__startswith=wanted).values_list("slug", flat=True)) | RESERVED
    candidates = (wanted if count == 1 else f"{wanted}-{count}" for count in range(1, len(taken) + 2))
    return next(slug for slug in candidates if slug not in taken)
