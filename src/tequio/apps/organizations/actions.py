"""Every write to an organisation: who it is, who says that it exists, who speaks for it."""

from datetime import datetime
from typing import TypedDict, Unpack

from django.db import transaction
from django.utils.text import slugify

from tequio.apps.accounts import actions as accounts
from tequio.apps.accounts.models import Person
from tequio.apps.organizations.models import Membership, Organization, Verification
from tequio.apps.record import actions as record
from tequio.apps.spaces.models import Space
from tequio.apps.territories.models import Territory
from tequio.core.actors import Actor
from tequio.core.refusals import Refusal


class Profile(TypedDict, total=False):
    """What an organisation tells of itself."""

    name: str
    what_we_do: dict[str, str]
    legal_form: str
    since: int | None
    website: str
    territory: Territory | None
    open_to_cooperate: bool
    affiliations: str
    shelter: bool
    listed: bool


@transaction.atomic
def add_organization(
    *, space: Space, by: Actor, at: datetime, synthetic: bool = False, **profile: Unpack[Profile]
) -> Organization:
    _refuse_known_name(space, profile["name"])
    slug = _free_slug(space, slugify(profile["name"])[:70] or "organizacion")
    made: Organization = Organization.objects.create(space=space, slug=slug, made_at=at, synthetic=synthetic, **profile)
    record.note("organization.added", by=by, at=at, space=space.pk, target=made.slug)
    return made


@transaction.atomic
def edit_organization(*, organization: Organization, by: Actor, at: datetime, **profile: Unpack[Profile]) -> None:
    """The address of its page stays, so that what was printed keeps leading there."""
    _refuse_known_name(organization.space, profile["name"], but=organization)
    for name, value in profile.items():
        setattr(organization, name, value)
    organization.save()
    record.note("organization.changed", by=by, at=at, space=organization.space_id, target=organization.slug)


@transaction.atomic
def verify(
    *, organization: Organization, by_organization: Organization | None, note: str = "", by: Actor, at: datetime
) -> Verification:
    """Somebody who knows it says that it exists: the operator (None) or another organisation, once each."""
    if by_organization == organization:
        raise Refusal("organization.verifies_itself")
    found: Verification
    found, made = Verification.objects.get_or_create(
        organization=organization, by_organization=by_organization, defaults={"note": note, "made_at": at}
    )
    if made:
        through = by_organization.slug if by_organization else "operator"
        space, target = organization.space_id, organization.slug
        record.note("organization.verified", by=by, at=at, space=space, target=target, through=through)
    return found


@transaction.atomic
def invite_member(*, organization: Organization, name: str, email: str, by: Actor, at: datetime) -> tuple[Person, str]:
    """Somebody who will speak for it, and the path of their one-time link."""
    person = accounts.add_person(name=name, email=email, by=by, at=at)
    Membership.objects.get_or_create(organization=organization, person=person, defaults={"since": at})
    record.note("organization.member_added", by=by, at=at, space=organization.space_id, target=organization.slug)
    return person, accounts.make_sign_in_link(person=person, by=by, at=at)


def _refuse_known_name(space: Space, name: str, but: Organization | None = None) -> None:
    same = Organization.objects.filter(space=space, name__iexact=name.strip())
    if (same.exclude(pk=but.pk) if but else same).exists():
        raise Refusal("organization.known", field="name", name=name.strip())


def _free_slug(space: Space, wanted: str) -> str:
    taken = set(Organization.objects.filter(space=space, slug__startswith=wanted).values_list("slug", flat=True))
    candidates = (wanted if count == 1 else f"{wanted}-{count}" for count in range(1, len(taken) + 2))
    return next(slug for slug in candidates if slug not in taken)
