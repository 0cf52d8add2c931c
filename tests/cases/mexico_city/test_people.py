from collections import Counter

from tequio.cases.mexico_city import Case
from tequio.cases.mexico_city.case import written
from tequio.cases.mexico_city.journey import InvitationState
from tequio.core.coverage import CoverageState, coverage
from tequio.core.participants import Code, parse
from tests.cases.mexico_city.laws import for_every_seed


def test_fifty_organisations_took_part_from_the_start_and_four_came_in_with_the_survey(case: Case) -> None:
    joined = Counter(each.joined for each in case.organisations)

    assert joined == {"explore": 50, "feedback": 4}


def test_organisations_have_labels_for_what_they_are(case: Case) -> None:
    register = case.register

    assert {each.focus for each in register.organisations} == set(register.foci)
    assert {each.legal for each in register.organisations} == set(register.legal_forms)
    assert {each.digital for each in register.organisations} == set(register.digital)


def test_names_of_organisations_are_told_apart(case: Case) -> None:
    names = [each.name for each in case.organisations]

    assert len({name.casefold() for name in names}) == 54


def test_most_organisations_have_no_strong_digital_focus(case: Case) -> None:
    digital = Counter(each.digital for each in case.organisations if each.joined == "explore")

    assert 2 * digital["strong"] < digital.total()
    assert digital["strong"] > 0


def test_only_associations_and_assistance_institutions_are_authorised_donees(case: Case) -> None:
    assert {each.legal for each in case.organisations if each.authorised_donee} == {"association", "assistance"}


@for_every_seed
def test_codes_run_from_one_in_each_wave(case: Case) -> None:
    codes = [parse(each.code) for each in case.participants]

    assert codes == [Code("W1", n) for n in range(1, 51)] + [Code("FS", n) for n in range(1, 6)]


@for_every_seed
def test_each_participant_speaks_for_an_organisation_of_the_same_borough_and_area(case: Case) -> None:
    homes = {each.key: each.borough for each in case.organisations}
    areas = case.facts.territories

    astray = [
        each.code
        for each in case.participants
        if homes[each.organisation] != each.borough or areas.area_of(each.borough).key != each.area
    ]

    assert astray == []


@for_every_seed
def test_people_of_phase_1_described_themselves_as_the_file_says(case: Case) -> None:
    first = [each for each in case.participants if each.joined == "explore"]
    bands = written().people

    assert Counter(each.gender for each in first) == {key: band.people for key, band in bands.genders.items()}
    assert Counter(each.age for each in first) == {key: band.people for key, band in bands.ages.items()}


@for_every_seed
def test_organisations_of_women_send_women(case: Case) -> None:
    women_only = written().people.women_only

    assert {each.gender for each in case.participants if each.organisation in women_only} == {"woman"}


def test_all_boroughs_are_covered_but_unevenly(case: Case) -> None:
    boroughs = case.facts.territories.boroughs
    seen = Counter(each.borough for each in case.participants if each.joined == "explore")

    found = coverage(seen, {borough.code: borough.population.total for borough in boroughs})

    assert (found.n, found.missing) == (50, ())
    assert {group.group for group in found.groups if group.state is CoverageState.OVER} == {"09015"}
    assert dict(seen.most_common(2)) == {"09015": 8, "09007": 6}
    assert sorted(code for code, n in seen.items() if n == 1) == ["09004", "09009", "09011"]


@for_every_seed
def test_everybody_is_invited_on_from_the_phase_before(case: Case) -> None:
    invited = Counter((each.phase, each.carried_from) for each in case.invitations)

    assert invited == {
        ("explore", None): 50,
        ("build", "explore"): 50,
        ("codesign", "build"): 34,
        ("feedback", "codesign"): 15,
        ("feedback", "explore"): 35,
        ("feedback", None): 5,
    }


@for_every_seed
def test_who_came_is_who_attended_or_answered(case: Case) -> None:
    present = {phase: set[str]() for phase in ("explore", "build", "codesign")}
    for meeting in case.meetings:
        present[meeting.phase].update(meeting.attendance)
    present["feedback"] = {response.participant for response in case.responses}

    came = {
        phase: {i.participant for i in case.invitations if i.phase == phase and i.state is InvitationState.CAME}
        for phase in present
    }

    assert came == present


@for_every_seed
def test_nobody_reaches_a_phase_without_the_one_before(case: Case) -> None:
    present = {
        phase: {c for m in case.meetings if m.phase == phase for c in m.attendance} for phase in ("build", "codesign")
    }
    first = {each.code for each in case.participants if each.joined == "explore"}

    assert present["codesign"] < present["build"] < first
    assert len(present["build"]) == 34


@for_every_seed
def test_those_new_in_the_survey_come_from_new_organisations_or_in_place_of_somebody_away(case: Case) -> None:
    answered = {response.participant for response in case.responses}
    new = [each for each in case.participants if each.joined == "feedback"]
    away = {each.organisation for each in case.participants if each.joined == "explore" and each.code not in answered}
    late = {each.key for each in case.organisations if each.joined == "feedback"}

    assert len({each.organisation for each in new}) == len(new) == 5
    assert {each.organisation for each in new} - late <= away
    assert late <= {each.organisation for each in new}
