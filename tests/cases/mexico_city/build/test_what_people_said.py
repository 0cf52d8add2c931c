from collections import Counter

import pytest

from tequio.apps.commitments.models import Change, Commitment, Milestone
from tequio.apps.contributions.models import Contribution
from tequio.apps.prioritising.models import Ballot, Issue, Round
from tequio.apps.solutions.models import Answer, Feedback, Question, Version
from tequio.apps.solutions.results import results
from tequio.apps.synthesis.models import Quote, Theme
from tequio.apps.synthesis.quotable import is_public
from tequio.core.localized import pick
from tests.demo import Demo

pytestmark = pytest.mark.django_db


def test_each_voice_is_kept_with_its_code_and_its_meeting(demo: Demo) -> None:
    rows = Contribution.objects.filter(process=demo.platform).select_related("participant", "meeting")

    built = Counter((row.body, row.kind, str(row.participant), row.meeting.title["es"]) for row in rows)

    meetings = {each.key: each.name["es"] for each in demo.case.meetings}
    assert built == Counter(
        (each.text, str(each.kind), each.participant, meetings[each.meeting]) for each in demo.case.contributions
    )
    assert {(row.status, row.shown, row.synthetic, row.channel) for row in rows} == {
        ("accepted", True, True, "meeting")
    }


def test_every_quote_stands_word_for_word_and_may_be_shown(demo: Demo) -> None:
    quotes = Quote.objects.filter(theme__process=demo.platform).select_related("contribution__participant")

    hidden = [quote.passage for quote in quotes if not is_public(quote)]

    assert hidden == []
    assert {quote.passage for quote in quotes} == {
        quote.words["es"] for theme in demo.case.themes for quote in theme.quotes
    }


def test_the_round_is_closed_with_the_count_of_the_case(demo: Demo) -> None:
    held = Round.objects.get(process=demo.platform)
    names = {option.pk: pick(option.label, "es").text for option in held.options.all()}

    counted = {names[line["option"]]: line["approvals"] for line in held.result["lines"]}

    themes = {each.key: each.name["es"] for each in demo.case.themes}
    assert counted == {themes[key]: n for key, n in demo.case.round.approvals.items()}
    assert (held.state, held.result["n"]) == ("closed", 48)
    assert Counter(Ballot.objects.filter(round=held).values_list("area__name", flat=True)) == {
        f"Zona {area}": n for area, n in Counter(each.area for each in demo.case.round.ballots).items()
    }


def test_no_area_with_fewer_than_ten_ballots_is_told(demo: Demo) -> None:
    held = Round.objects.get(process=demo.platform)

    told = {area["name"]: area["n"] for area in held.result["areas"] if area["n"] is not None}

    assert all(n >= 10 for n in told.values())
    assert set(told) == {"Zona A", "Zona B", "Zona E"}
    assert min(Issue.objects.filter(round=held).values_list("slips", flat=True)) >= 10


def test_the_survey_has_the_totals_of_one_admissible_reading(demo: Demo) -> None:
    case = demo.case
    answers = Answer.objects.filter(question__feedback__process=demo.platform)

    counted = {
        each.result: answers.filter(question__key=each.question, value__in=each.counts).count()
        for each in case.published
    }

    readings = {each.key: {reading.count for reading in each.readings} for each in case.facts.process.results}
    assert counted == {"needs_met": 38, "interested": 46, "cso_role": 26, "felt_empowered": 11}
    assert all(n in readings[key] for key, n in counted.items())


def test_each_published_figure_is_told_beside_its_question_without_a_base(demo: Demo) -> None:
    feedback = Feedback.objects.get(process=demo.platform)

    told = {result.question.key: result.published[0] for result in results(feedback) if result.published}

    case = demo.case
    assert {key: (each.base, list(each.admissible), each.source) for key, each in told.items()} == {
        each.question: (
            None,
            [(reading.count, reading.of) for reading in case.facts.process.result(each.result).readings],
            case.facts.process.result(each.result).source,
        )
        for each in case.published
    }


def test_only_those_who_co_designed_were_asked_how_it_felt(demo: Demo) -> None:
    feedback = Feedback.objects.get(process=demo.platform)

    asked = {result.question.key: result.asked for result in results(feedback)}

    assert asked == {
        "preferred": 51,
        "needs_met": 51,
        "interested": 51,
        "cso_role": 51,
        "felt_empowered": 15,
        "learnt": 15,
    }


def test_comments_are_kept_as_said_and_shown(demo: Demo) -> None:
    comments = Answer.objects.filter(question__feedback__process=demo.platform, question__kind=Question.Kind.COMMENT)

    built = Counter(comments.values_list("value", "shown"))

    assert built == Counter((each.comment_text, True) for each in demo.case.responses if each.comment)


def test_each_version_has_the_features_it_had(demo: Demo) -> None:
    versions = Version.objects.filter(prototype__process=demo.platform).select_related("prototype")

    built = {
        (version.prototype.title["es"], version.label, version.made_on): Counter(
            version.features.values_list("state", flat=True)
        )
        for version in versions
    }

    assert built == {
        (prototype.name["es"], version.number, version.day): Counter(str(state) for state in version.states.values())
        for prototype in demo.case.prototypes
        for version in prototype.versions
    }


def test_promises_are_kept_late_changed_dropped_and_open_as_the_case_tells(demo: Demo) -> None:
    rows = Commitment.objects.filter(process=demo.platform).order_by("number")

    built = [(row.title["es"], row.state, row.due_end, row.closed_on) for row in rows]

    assert built == [(told.words["es"], str(told.declared), told.due, told.closed_on) for told in demo.case.commitments]


def test_what_was_promised_before_a_change_stays_readable(demo: Demo) -> None:
    changes = Change.objects.filter(commitment__process=demo.platform)

    told = [(change.before, change.after, change.was.get("title", {}).get("es", "")) for change in changes]

    assert sorted(told) == [
        ("open", "changed", "Revisar las convocatorias cada semana."),
        ("open", "dropped", ""),
        ("open", "kept", ""),
    ]


def test_milestones_were_reached_on_their_days(demo: Demo) -> None:
    rows = Milestone.objects.filter(process=demo.platform).order_by("number")

    built = [(row.title["es"], row.due, row.reached_on) for row in rows]

    assert built == [
        (each.words["es"], each.due, each.reached_on)
        for commitment in demo.case.commitments
        for each in commitment.milestones
    ]


def test_themes_have_their_memos_in_both_languages(demo: Demo) -> None:
    themes = Theme.objects.filter(process=demo.platform).order_by("number")

    built = [(theme.title, theme.memo) for theme in themes]

    assert built == [(dict(told.name), dict(told.memo)) for told in demo.case.themes]
