"""What is written around a result, and when everybody may read it."""

import pytest

from tequio.apps.processes.models import Process
from tequio.apps.publishing import actions
from tequio.apps.publishing.models import Report
from tequio.apps.record.models import Event
from tequio.core.refusals import Refusal
from tequio.core.thread import Kind
from tests.apps.commitments.made import knot
from tests.apps.publishing.made import DOING, a_story
from tests.people import NOON, Cast


def events() -> list[tuple[str, str, dict[str, object]]]:
    rows = Event.objects.filter(verb__startswith="report.").order_by("pk")
    return list(rows.values_list("verb", "target", "facts"))


def test_the_words_are_kept_without_empty_languages(cast: Cast):
    actions.write_report(process=cast.process, opening={"es": " Gracias. ", "en": " "}, closing={}, **DOING)

    assert list(Report.objects.values("opening", "closing", "published_at")) == [
        {"opening": {"es": "Gracias."}, "closing": {}, "published_at": None}
    ]
    assert events() == [("report.written", "parque", {})]


def test_writing_again_changes_the_one_report(cast: Cast):
    for words in ("Uno", "Dos"):
        actions.write_report(process=cast.process, opening={"es": words}, closing={}, **DOING)

    assert list(Report.objects.values_list("opening", flat=True)) == [{"es": "Dos"}]


def test_publishing_twice_keeps_the_first_moment(cast: Cast):
    a_story(cast)
    actions.publish(process=cast.process, **DOING)
    later = NOON.replace(hour=20)

    again = actions.publish(process=cast.process, by=DOING["by"], at=later)

    assert (again.published_at, events()) == (NOON, [("report.published", "parque", {"without_voices": []})])


def test_the_result_of_a_draft_is_not_published(cast: Cast):
    Process.objects.filter(pk=cast.process.pk).update(public=False)

    with pytest.raises(Refusal) as refused:
        actions.publish(process=cast.process, **DOING)

    assert (refused.value.code, Report.objects.filter(published_at__isnull=False).count()) == ("publishing.draft", 0)


def test_results_without_voices_must_be_acknowledged(cast: Cast):
    knot(cast.process, Kind.PROBLEM, "P7")

    with pytest.raises(Refusal) as refused:
        actions.publish(process=cast.process, acknowledged=["P6"], **DOING)

    assert (refused.value.code, refused.value.facts) == ("publishing.without_voices", {"refs": "P7"})


def test_the_record_keeps_which_results_had_no_voice(cast: Cast):
    knot(cast.process, Kind.PROBLEM, "P7")

    actions.publish(process=cast.process, acknowledged=["P7"], **DOING)

    assert events() == [("report.published", "parque", {"without_voices": ["P7"]})]


def test_taking_it_back_loses_nothing(cast: Cast):
    actions.write_report(process=cast.process, opening={"es": "Gracias."}, closing={}, **DOING)
    actions.publish(process=cast.process, **DOING)
    actions.unpublish(process=cast.process, **DOING)
    actions.unpublish(process=cast.process, **DOING)

    assert list(Report.objects.values("opening", "published_at")) == [
        {"opening": {"es": "Gracias."}, "published_at": None}
    ]
    assert [verb for verb, _target, _facts in events()] == ["report.written", "report.published", "report.unpublished"]
