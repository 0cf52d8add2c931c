import pytest
from django.db import DatabaseError, transaction

from tequio.apps.record import actions
from tequio.apps.record.models import Event
from tequio.core.actors import SYSTEM
from tests.people import NOON


def test_a_line_of_the_record_holds_who_did_what_when(cast):
    actions.note("theme.added", by=SYSTEM, at=NOON, space=cast.space.pk, process=cast.process.pk, target="T1", n=3)

    line = Event.objects.get()
    assert (line.actor_kind, line.verb, line.target, line.facts, line.at) == (
        "system",
        "theme.added",
        "T1",
        {"n": 3},
        NOON,
    )


@pytest.mark.parametrize("change", [lambda rows: rows.update(verb="other"), lambda rows: rows.delete()])
def test_the_database_itself_refuses_to_change_or_remove_a_line(cast, change):
    actions.note("theme.added", by=SYSTEM, at=NOON, space=cast.space.pk)

    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        change(Event.objects.all())

    assert list(Event.objects.values_list("verb", flat=True)) == ["theme.added"]


def test_the_record_of_another_space_is_not_seen(cast):
    actions.note("theme.added", by=SYSTEM, at=NOON, space=cast.elsewhere.pk)

    assert list(Event.objects.all()) == []
    assert Event.objects.with_scopes_disabled().count() == 1
