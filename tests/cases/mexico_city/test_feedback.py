from collections import Counter
from datetime import date

from tequio.cases.mexico_city import Case
from tequio.cases.mexico_city.answers import AGREES, closed
from tequio.cases.mexico_city.case import written
from tequio.cases.mexico_city.feedback import AnswerState
from tequio.cases.mexico_city.process import Reading
from tests.cases.mexico_city.laws import for_every_seed

CODESIGN_ONLY = {"felt_empowered", "learnt"}


@for_every_seed
def test_the_closed_answers_agree_with_one_admissible_reading_of_each_published_result(case: Case) -> None:
    shown = {}
    for published in case.published:
        answers = [a for r in case.responses for a in r.answers if a.question == published.question]
        asked = [answer for answer in answers if answer.state is not AnswerState.NOT_APPLICABLE]
        shown[published.result] = Reading(sum(answer.value in published.counts for answer in asked), len(asked))

    assert shown == {
        "needs_met": Reading(38, 51),
        "interested": Reading(46, 51),
        "cso_role": Reading(26, 51),
        "felt_empowered": Reading(11, 15),
    }
    assert [key for key, reading in shown.items() if reading not in case.facts.process.result(key).readings] == []


@for_every_seed
def test_the_answers_add_up_to_the_totals_of_the_file(case: Case) -> None:
    dealt = {
        question: Counter(a.value or a.state for r in case.responses for a in r.answers if a.question == question)
        for question in written().survey.tallies
    }

    for question in CODESIGN_ONLY:
        assert dealt[question].pop(AnswerState.NOT_APPLICABLE) == 36
    assert dealt == {question: dict(tally) for question, tally in written().survey.tallies.items()}


@for_every_seed
def test_everybody_gets_one_answer_to_each_closed_question_with_a_choice_that_exists(case: Case) -> None:
    choices = {question.key: {choice.key for choice in question.choices} for question in closed(case.form)}

    wrong = [
        (response.key, answer.question)
        for response in case.responses
        for answer in response.answers
        if (answer.value not in choices[answer.question]) != (answer.value == "")
        or (answer.value == "") != (answer.state in (AnswerState.NOT_APPLICABLE, AnswerState.NOT_REPORTED))
    ]

    assert wrong == []
    assert {tuple(answer.question for answer in r.answers) for r in case.responses} == {tuple(choices)}


@for_every_seed
def test_only_those_who_codesigned_were_asked_how_the_process_felt(case: Case) -> None:
    asked = {
        response.participant
        for response in case.responses
        for answer in response.answers
        if answer.question in CODESIGN_ONLY and answer.state is not AnswerState.NOT_APPLICABLE
    }

    codesigners = {code for meeting in case.meetings if meeting.phase == "codesign" for code in meeting.attendance}

    assert asked == codesigners == {r.participant for r in case.responses if "codesign" in r.took_part_in}


@for_every_seed
def test_nobody_is_called_twice_and_forty_six_had_been_in_phase_1(case: Case) -> None:
    called = [response.participant for response in case.responses]

    assert len(set(called)) == len(called) == 51
    assert sum("explore" in response.took_part_in for response in case.responses) == 46


@for_every_seed
def test_calls_are_made_in_order_on_working_days_of_december(case: Case) -> None:
    days = [response.day for response in case.responses]
    span = case.facts.process.phase("feedback").period.span

    assert days == sorted(days)
    assert [day for day in days if day.isoweekday() > 5] == []
    assert (span.start, span.end) == (date(2021, 12, 1), date(2021, 12, 31))
    assert {(day.year, day.month) for day in days} == {(2021, 12)}


@for_every_seed
def test_those_who_would_not_use_it_did_not_say_that_it_met_their_needs(case: Case) -> None:
    reluctant = [r for r in case.responses if r.value("interested") != "yes"]

    assert [r.key for r in reluctant if r.value("needs_met") in AGREES] == []
    assert len(reluctant) == 5


@for_every_seed
def test_about_forty_people_added_a_comment_that_fits_what_they_answered(case: Case) -> None:
    comments = {comment.key: comment for comment in written().survey.comments}
    made = [(response, comments[response.comment]) for response in case.responses if response.comment]

    astray = [r.key for r, said in made if said.about in ("plaza", "telar") and r.value("preferred") != said.about]

    assert 37 <= len({said.key for _, said in made}) == len(made) <= 40
    assert astray == []
    assert [r.comment_text for r, _ in made] == [said.text for _, said in made]


def test_the_wish_to_match_projects_with_volunteers_is_heard(case: Case) -> None:
    heard = [response.comment_text for response in case.responses if "voluntarios" in response.comment_text]

    assert len(heard) == 2
