import pytest
from hypothesis import given
from hypothesis import strategies as st

from tequio.core.roles import FACILITATOR, ROLES, Permission, Role, may, permissions_of

KEYS = st.lists(st.sampled_from([*ROLES, "a-role-of-long-ago"]))


def test_the_operator_may_do_everything():
    assert permissions_of(["operator"]) == frozenset(Permission)


def test_a_facilitator_may_do_everything_but_hand_out_roles():
    assert frozenset(Permission) - permissions_of(["facilitator"]) == {Permission.SPACE_ROLES}


def test_a_note_taker_writes_at_meetings_and_sees_who_is_there():
    assert {p.value for p in permissions_of(["note_taker"])} == {
        "meetings.edit",
        "meetings.attendance",
        "contributions.enter",
        "participants.see",
    }


def test_an_observer_reads_the_record_and_sees_no_participant():
    assert permissions_of(["observer"]) == {Permission.RECORD_READ}


@pytest.mark.parametrize("permission", Permission)
def test_speaking_for_an_organization_gives_no_permission_of_staff(permission):
    assert may(["organization"], permission) is False


@pytest.mark.parametrize("permission", Permission)
def test_a_role_that_is_no_longer_one_permits_nothing(permission):
    assert may(["a-role-of-long-ago"], permission) is False


@given(KEYS, KEYS)
def test_roles_add_up(some, others):
    assert permissions_of(some + others) == permissions_of(some) | permissions_of(others)


@given(KEYS, st.sampled_from(Permission))
def test_a_permission_is_given_exactly_when_it_is_among_those_of_the_roles(keys, permission):
    assert may(keys, permission) == (permission in permissions_of(keys))


@pytest.mark.parametrize("role", ROLES.values(), ids=lambda role: role.key)
def test_every_role_has_a_name_and_a_sentence_in_both_languages(role):
    words = [text.get(language, "") for text in (role.name, role.sentence) for language in ("es", "en")]

    assert all(words)
    assert all(role.sentence[language].endswith(".") for language in ("es", "en"))


def test_roles_are_found_by_their_key():
    assert [role.key for role in ROLES.values()] == list(ROLES)
    assert ROLES["facilitator"] is FACILITATOR
    assert isinstance(FACILITATOR, Role)


def test_permissions_are_named_area_and_act():
    assert all(len(permission.value.split(".")) == 2 for permission in Permission)
