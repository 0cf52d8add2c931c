from tequio.cases.mexico_city import Case
from tequio.cases.mexico_city.synthesis import ProblemState
from tests.cases.mexico_city.laws import for_every_seed


@for_every_seed
def test_every_quote_stands_word_for_word_in_what_that_person_said(case: Case) -> None:
    said = {each.key: (each.participant, each.text) for each in case.contributions}

    wrong = [
        quote.contribution
        for theme in case.themes
        for quote in theme.quotes
        if said[quote.contribution][0] != quote.participant or quote.words["es"] not in said[quote.contribution][1]
    ]

    assert wrong == []


@for_every_seed
def test_every_theme_rests_on_three_needs_from_two_meetings_or_more(case: Case) -> None:
    said = {each.key: each for each in case.contributions}

    rests = {
        theme.key: (
            sum(said[key].kind == "need" for key in theme.contributions),
            len({said[key].meeting for key in theme.contributions}),
        )
        for theme in case.themes
    }

    assert [key for key, (needs, meetings) in rests.items() if needs < 3 or meetings < 2] == []
    assert len(rests) == 11


@for_every_seed
def test_everything_said_in_the_focus_groups_is_in_the_themes_it_names(case: Case) -> None:
    grouped = {(key, theme.key) for theme in case.themes for key in theme.contributions}

    named = {
        (each.key, theme) for each in case.contributions if each.meeting.startswith("fg-") for theme in each.themes
    }

    assert grouped == named


@for_every_seed
def test_themes_have_two_to_four_quotes_of_different_voices(case: Case) -> None:
    quoted = {theme.key: [quote.contribution for quote in theme.quotes] for theme in case.themes}

    assert [key for key, voices in quoted.items() if not 2 <= len(set(voices)) == len(voices) <= 4] == []


@for_every_seed
def test_a_theme_quotes_only_what_it_groups(case: Case) -> None:
    strays = [(t.key, q.contribution) for t in case.themes for q in t.quotes if q.contribution not in t.contributions]

    assert strays == []


def test_one_problem_was_chosen_and_two_were_considered_and_each_says_why(case: Case) -> None:
    assert {problem.key: problem.state for problem in case.problems} == {
        "problem-information": ProblemState.CHOSEN,
        "problem-money": ProblemState.CONSIDERED,
        "problem-access": ProblemState.CONSIDERED,
    }
    assert all(problem.reason["es"] for problem in case.problems)


def test_problems_come_from_themes_that_exist_and_the_chosen_one_from_survival_first(case: Case) -> None:
    themes = {theme.key for theme in case.themes}

    assert {key for problem in case.problems for key in problem.themes} <= themes
    assert case.problems[0].themes[0] == "survival"
