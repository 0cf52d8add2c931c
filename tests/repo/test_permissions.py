"""Every address declares who may open it, and is tried as nobody, participant, organisation, and two facilitators."""

from types import SimpleNamespace

import pytest
from django.test import Client

from tequio.core.roles import ROLES
from tequio.web.permissions import WITH_THEIR_WORDS
from tests.addresses import addresses

SAMPLES = {
    "space": "red",
    "process": "parque",
    "organization": "vecinas",
    "language": "en",
    "token": "no-such-token",
    "wave": "W1",
    "sha256": "0" * 64,
    "code": "09012",
    "key": "algo",
}
# The library's own pages: what they ask of a visitor is tested by the library, and that they ask it, here.
LIBRARY_OPEN = {
    "account_login",
    "account_signup",
    "account_inactive",
    "account_logout",
    "account_request_login_code",
    "account_confirm_login_code",
    "mfa_authenticate",
    "mfa_login_webauthn",
}
LIBRARY_SIGNED_IN = {
    "account_reauthenticate",
    "mfa_index",
    "mfa_reauthenticate",
    "mfa_view_recovery_codes",
    "mfa_generate_recovery_codes",
    "mfa_download_recovery_codes",
    "mfa_activate_totp",
    "mfa_deactivate_totp",
    "mfa_list_webauthn",
    "mfa_add_webauthn",
    "mfa_reauthenticate_webauthn",
    "mfa_remove_webauthn",
    "mfa_edit_webauthn",
}
OURS = [address for address in addresses() if hasattr(address.view, "rule")]
OTHERS = [address for address in addresses() if not hasattr(address.view, "rule")]


def path_of(address):
    return address.filled({blank: SAMPLES.get(blank, "1") for blank in address.blanks})


def visitor(**known):
    """What a rule looks at, for a role."""
    blank = {"person": None, "permissions": frozenset(), "represents": frozenset(), "returning": {}}
    return SimpleNamespace(**blank | known)


ROLE_FACTS = {
    "nobody": visitor(),
    "participant": visitor(returning={1: 1}),
    "organisation": visitor(person="Beto", represents=frozenset({1})),
    "facilitator": visitor(person="Ana", permissions=ROLES["operator"].permissions),
    "elsewhere": visitor(person="Dana"),
}


@pytest.fixture
def browsers(cast):
    return {
        "nobody": Client(),
        "participant": cast.returning(cast.caro),
        "organisation": cast.signed_in(cast.beto),
        "facilitator": cast.signed_in(cast.ana),
        "elsewhere": cast.signed_in(cast.dana),
    }


def denied(reply):
    to_the_door = reply.status_code == 302 and reply.headers["Location"].startswith("/cuenta/entrar/?next=")
    return reply.status_code == 403 or to_the_door


def test_every_address_declares_its_rule():
    assert {address.name for address in OTHERS} == LIBRARY_OPEN | LIBRARY_SIGNED_IN


@pytest.mark.parametrize("address", OURS, ids=lambda address: address.name)
@pytest.mark.parametrize("method", ["get", "post"])
def test_each_role_is_let_in_or_kept_out_as_the_address_declares(browsers, address, method):
    rule, path = address.view.rule, path_of(address)
    wrong = {}
    for role, facts in ROLE_FACTS.items():
        reply = getattr(browsers[role], method)(path)
        if reply.status_code == 405:
            continue
        may, kept_out = rule.allows(facts), denied(reply)
        on_the_thing = " or " in rule.name or rule is WITH_THEIR_WORDS  # then the view asks again, of the thing itself
        if (kept_out and may and not on_the_thing) or (not kept_out and not may):
            wrong[role] = reply.status_code

    assert wrong == {}


@pytest.mark.parametrize(
    "address", [a for a in OURS if a.view.rule is WITH_THEIR_WORDS], ids=lambda address: address.name
)
def test_what_somebody_said_is_theirs_alone(browsers, address):
    path = path_of(address)
    others = [role for role in browsers if role != "participant"]

    assert {browsers[role].get(path).headers.get("Location") for role in others} == {
        "/red/procesos/parque/aportes/volver/"
    }
    assert {browsers[role].post(path).status_code for role in others} <= {403, 405}


@pytest.mark.parametrize("name", sorted(LIBRARY_SIGNED_IN))
def test_the_librarys_pages_for_people_with_an_account_are_closed_to_others(browsers, name):
    address = next(address for address in OTHERS if address.name == name)

    reply = browsers["nobody"].get(path_of(address))

    assert reply.status_code in {302, 403, 404, 405}


@pytest.mark.parametrize("address", [a for a in OURS if "process" in a.blanks], ids=lambda address: address.name)
def test_nothing_of_a_draft_is_there_for_those_who_may_not_see_drafts(cast, browsers, address):
    cast.process.title = {"es": "Borrador secreto"}
    cast.process.public = False
    cast.process.save()

    replies = {
        role: browsers[role].get(path_of(address)) for role in ("nobody", "participant", "organisation", "elsewhere")
    }

    leaks = {
        role: reply.status_code
        for role, reply in replies.items()
        if reply.status_code == 200 or b"secreto" in reply.content
    }
    assert leaks == {}
