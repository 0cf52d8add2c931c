from collections import Counter

from tequio.cases.mexico_city import Case
from tequio.core.prioritising import approval
from tests.cases.mexico_city.laws import for_every_seed


@for_every_seed
def test_every_ballot_would_be_counted(case: Case) -> None:
    checked = [
        approval.check_ballot(case.round.options, case.round.up_to, ballot.themes) for ballot in case.round.ballots
    ]

    assert checked == [frozenset(ballot.themes) for ballot in case.round.ballots]
    assert len(checked) == 48


@for_every_seed
def test_no_area_casts_more_ballots_than_it_has_people(case: Case) -> None:
    people = Counter(each.area for each in case.participants if each.joined == "explore")

    assert Counter(ballot.area for ballot in case.round.ballots) <= people


@for_every_seed
def test_to_survive_comes_among_the_first_three(case: Case) -> None:
    first = [theme for theme, _ in case.round.approvals.most_common(3)]

    assert "survival" in first


def test_the_options_are_the_themes(case: Case) -> None:
    assert case.round.options == tuple(theme.key for theme in case.themes)


def test_in_the_case_as_shown_survival_comes_first_and_information_second(case: Case) -> None:
    assert [theme for theme, _ in case.round.approvals.most_common(2)] == ["survival", "information"]


def test_the_round_is_held_after_the_last_focus_group_and_inside_the_phase(case: Case) -> None:
    last = max(meeting.day for meeting in case.meetings if meeting.phase == "explore")

    assert last < case.round.opens < case.round.closes
    assert case.round.closes == case.facts.process.phase("explore").period.end
