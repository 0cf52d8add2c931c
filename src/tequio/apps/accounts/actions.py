"""Every write to people who sign in and to the links that let them in."""

import hashlib
import secrets
from datetime import datetime, timedelta

from django.contrib.sessions.models import Session
from django.db import transaction
from django.urls import reverse

from tequio.apps.accounts.models import Person, SignInLink
from tequio.apps.record import actions as record
from tequio.core.actors import Actor
from tequio.core.refusals import Refusal

LINK_LASTS = timedelta(hours=48)


@transaction.atomic
def add_person(*, name: str, email: str = "", language: str = "es", by: Actor, at: datetime) -> Person:
    """An e-mail belongs to one person; asking for it again gives that person back, unchanged."""
    known = Person.objects.filter(email__iexact=email).first() if email else None
    if known is not None:
        return known
    person = Person.objects.create_person(name=name.strip(), email=email, language=language)
    record.note("person.added", by=by, at=at, space=None, target=f"person:{person.pk}")
    return person


@transaction.atomic
def change_person(*, person: Person, name: str, email: str, language: str, by: Actor, at: datetime) -> None:
    if email and Person.objects.filter(email__iexact=email).exclude(pk=person.pk).exists():
        raise Refusal("person.email_taken", field="email")
    person.name, person.email, person.language = name.strip(), email or None, language
    person.save()
    record.note("person.changed", by=by, at=at, space=None, target=f"person:{person.pk}")


@transaction.atomic
def make_sign_in_link(*, person: Person, by: Actor, at: datetime) -> str:
    """The path of a link that signs the person in once, within two days; older unused links of theirs stop working."""
    SignInLink.objects.filter(person=person, used_at=None).delete()
    token = secrets.token_urlsafe(18)
    SignInLink.objects.create(person=person, token_hash=_hashed(token), made_at=at, expires_at=at + LINK_LASTS)
    record.note("link.made", by=by, at=at, space=None, target=f"person:{person.pk}")
    return reverse("accounts:by_link", args=[token])


def find_link(token: str, *, at: datetime) -> SignInLink:
    """The link, if it still opens the door; refused with the reason where it does not."""
    link = SignInLink.objects.select_related("person").filter(token_hash=_hashed(token)).first()
    if link is None or not link.person.is_active:
        raise Refusal("link.unknown")
    if link.used_at is not None:
        raise Refusal("link.used")
    if link.expires_at < at:
        raise Refusal("link.expired")
    return link


@transaction.atomic
def use_link(token: str, *, at: datetime) -> Person:
    """Spend the link: of two who try at once, one gets in."""
    link = find_link(token, at=at)
    if not SignInLink.objects.filter(pk=link.pk, used_at=None).update(used_at=at):
        raise Refusal("link.used")
    return link.person


def close_sessions(*, person: Person, by: Actor, at: datetime) -> int:
    """End every session of the person, on every device, this one too."""
    mine = [session for session in Session.objects.iterator() if _is_of(session, person)]
    Session.objects.filter(pk__in=[session.pk for session in mine]).delete()
    record.note("sessions.closed", by=by, at=at, space=None, target=f"person:{person.pk}", sessions=len(mine))
    return len(mine)


def _is_of(session: Session, person: Person) -> bool:
    return bool(session.get_decoded().get("_auth_user_id") == str(person.pk))


def _hashed(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
