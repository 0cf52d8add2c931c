"""Nothing that is kept of a choice leads to a person, to a moment of the day or to the order in which people chose."""

from django.apps import apps
from django.db.models import Model

from tequio.apps.accounts.models import Person
from tequio.apps.prioritising.models import Ballot, Issue, Slip
from tequio.apps.processes.models import Participant
from tests.apps.prioritising.paper import choose, opened, printed
from tests.people import Cast


def reached(start: type[Model]) -> set[type[Model]]:
    """Every table that can be joined from a row, following its own keys as far as they go."""
    found: set[type[Model]] = set()
    waiting = [start]
    while waiting:
        model = waiting.pop()
        ahead = {field.related_model for field in model._meta.get_fields() if field.concrete and field.is_relation}
        waiting += ahead - found
        found |= ahead
    return found


def pointing_at(model: type[Model]) -> set[str]:
    every = (field for other in apps.get_models() for field in other._meta.get_fields() if field.concrete)
    return {
        f"{field.model.__name__}.{field.name}" for field in every if field.is_relation and field.related_model is model
    }


def test_no_key_leads_from_a_ballot_or_a_slip_to_a_person() -> None:
    named = {Person, Participant}

    assert [reached(model) & named for model in (Ballot, Slip, Issue)] == [set(), set(), set()]


def test_no_table_points_at_a_ballot_or_a_slip() -> None:
    assert (pointing_at(Ballot), pointing_at(Slip)) == (set(), set())


def test_a_ballot_and_a_slip_hold_exactly_what_is_counted() -> None:
    fields = [{field.attname for field in model._meta.concrete_fields} for model in (Ballot, Slip)]

    assert fields == [
        {"id", "round_id", "token_hash", "area_id", "channel", "choices", "hour"},
        {"id", "round_id", "token_hash", "area_id"},
    ]


def test_ids_do_not_tell_who_came_first(cast: Cast) -> None:
    found = opened(cast)
    for words in printed(found):
        choose(found, words, 1)

    assert {ballot.pk.version for ballot in Ballot.objects.all()} == {4}
    assert {slip.pk.version for slip in Slip.objects.all()} == {4}
