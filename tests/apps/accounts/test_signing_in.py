from datetime import timedelta

import pytest
from django.test import Client

from tequio.apps.accounts import actions
from tequio.apps.accounts.models import Person, SignInLink
from tequio.apps.record.models import Event
from tequio.core.actors import SYSTEM
from tequio.core.refusals import Refusal
from tests.people import NOON


def link_for(person, at=NOON):
    return actions.make_sign_in_link(person=person, by=SYSTEM, at=at)


def refused(call):
    with pytest.raises(Refusal) as caught:
        call()
    return caught.value.code


def token(path):
    return path.rstrip("/").split("/")[-1]


def test_a_link_opens_the_door_once(cast):
    path = token(link_for(cast.ana))

    assert actions.use_link(path, at=NOON) == cast.ana
    assert refused(lambda: actions.use_link(path, at=NOON)) == "link.used"


def test_a_link_is_too_old_after_two_days(cast):
    path = token(link_for(cast.ana))

    assert refused(lambda: actions.use_link(path, at=NOON + timedelta(hours=49))) == "link.expired"


def test_a_new_link_makes_the_last_one_useless(cast):
    old, new = token(link_for(cast.ana)), token(link_for(cast.ana))

    assert refused(lambda: actions.use_link(old, at=NOON)) == "link.unknown"
    assert actions.use_link(new, at=NOON) == cast.ana


def test_only_the_hash_of_a_link_is_kept(cast):
    path = token(link_for(cast.ana))

    kept = list(SignInLink.objects.values())
    assert path not in str(kept)
    assert path not in str(list(Event.objects.with_scopes_disabled().values()))


def test_a_person_who_left_is_not_let_in(cast):
    path = token(link_for(cast.beto))
    Person.objects.filter(pk=cast.beto.pk).update(is_active=False)

    assert refused(lambda: actions.use_link(path, at=NOON)) == "link.unknown"


def test_looking_at_the_link_does_not_spend_it_and_the_button_signs_in(cast, django_capture_on_commit_callbacks):
    client = Client()
    from django.utils.timezone import now

    path = link_for(cast.ana, at=now())

    assert "Ana" in client.get(path).text
    reply = client.post(path)

    assert reply.status_code == 302
    assert client.get("/cuenta/").status_code == 200


def test_a_spent_link_says_what_to_do(cast):
    from django.utils.timezone import now

    path = link_for(cast.ana, at=now())
    actions.use_link(token(path), at=now())

    reply = Client().post(path, headers={"Accept-Language": "en"})

    assert reply.status_code == 422
    assert "ask for a new one" in reply.text


def test_staff_without_a_second_factor_may_do_nothing_where_it_is_required(cast, settings):
    settings.SECOND_FACTOR = "required"
    ana = cast.signed_in(cast.ana)

    assert ana.get("/red/personas/").status_code == 403

    settings.SECOND_FACTOR = "offered"
    assert ana.get("/red/personas/").status_code == 200


def test_staff_with_a_code_app_pass_where_a_second_factor_is_required(cast, settings):
    from allauth.mfa.models import Authenticator

    settings.SECOND_FACTOR = "required"
    Authenticator.objects.create(user=cast.ana, type=Authenticator.Type.TOTP, data={"secret": "x"})

    assert cast.signed_in(cast.ana).get("/red/personas/").status_code == 200


def test_the_link_alone_is_not_enough_for_somebody_with_a_second_factor(cast):
    from allauth.mfa.models import Authenticator
    from django.utils.timezone import now

    Authenticator.objects.create(user=cast.ana, type=Authenticator.Type.TOTP, data={"secret": "x"})
    client = Client()

    reply = client.post(link_for(cast.ana, at=now()))

    assert reply.headers["Location"].startswith("/cuenta/clave/2/authenticate/")
    assert client.get("/cuenta/").status_code == 302


def test_closing_sessions_ends_those_on_every_device_and_nobody_elses(cast):
    here, there, beto = cast.signed_in(cast.ana), cast.signed_in(cast.ana), cast.signed_in(cast.beto)

    here.post("/cuenta/cerrar-sesiones/")

    assert there.get("/cuenta/").status_code == 302
    assert beto.get("/cuenta/").status_code == 200


def test_an_email_of_somebody_else_is_refused_and_what_was_typed_stays(cast):
    ana = cast.signed_in(cast.ana)

    reply = ana.post("/cuenta/", {"name": "Ana Luisa", "email": "beto@example.org", "language": "es"})

    assert reply.status_code == 422
    assert "Ana Luisa" in reply.text
    assert Person.objects.get(pk=cast.ana.pk).name == "Ana"


def test_the_sign_up_page_of_the_library_leads_to_the_door(client, db):
    reply = client.get("/cuenta/clave/registro/")

    assert reply.headers["Location"] == "/cuenta/entrar/"
