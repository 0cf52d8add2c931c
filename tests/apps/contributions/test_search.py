"""The index: whatever the words are, they find what holds them, and marks never mix with words."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tequio.apps.contributions import search
from tequio.apps.contributions.models import Contribution
from tests.apps.contributions.voices import one
from tests.people import Cast

MANY = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@MANY
@given(st.text(max_size=60))
def test_any_words_find_what_holds_them(cast: Cast, text: str):
    row = one(cast, text)

    asked = search.search_for(text, search.marks_of(cast.process.pk, visible=True))

    assert asked is None or asked.ids(limit=1) == [row.pk]


@given(st.text(max_size=60))
def test_no_words_can_pass_for_a_mark(text: str):
    assert [term for term in search.terms_of(text) if term.startswith("_")] == []


def test_a_contribution_without_words_is_not_in_the_index():
    assert search.document(Contribution(process_id=1, body="…", status="accepted", shown=True)) == ""


def test_marks_say_the_process_and_of_what_everybody_may_read_what_narrows_it():
    facts = {"process_id": 12, "kind": "need", "territory_id": 5, "meeting_id": 7, "body": "agua", "shown": True}

    documents = [search.document(Contribution(status=status, **facts)) for status in ("accepted", "new")]

    assert documents == ["_p12 _v12 _v12kneed _v12t5 _v12m7 agua", "_p12 agua"]
    assert search.marks_of(12, "need", None, 7, visible=True) == ["_v12kneed", "_v12m7"]
    assert [search.marks_of(12, visible=True), search.marks_of(12)] == [["_v12"], ["_p12"]]


def test_a_process_is_not_taken_for_another_whose_number_begins_alike(cast: Cast):
    cast.process.pk, cast.process.slug = 1000 + cast.process.pk, "vecino"
    cast.process.save()
    one(cast, "La fuga")

    found = search.search_for("fuga", search.marks_of(cast.process.pk // 10, visible=True))

    assert found.ids(limit=5) == []


def test_staff_find_words_that_are_not_shown_and_readers_do_not(cast: Cast):
    row = one(cast, "La fuga", shown=False)
    everything = search.matching(Contribution.objects.all(), "fuga", search.marks_of(cast.process.pk))
    public = search.search_for("fuga", search.marks_of(cast.process.pk, visible=True))

    assert (list(everything), public.ids(limit=5)) == ([row], [])


def test_a_search_for_no_word_finds_nothing(cast: Cast):
    one(cast, "de la")

    assert list(search.matching(Contribution.objects.all(), "de la", [])) == []
