from dataclasses import FrozenInstanceError, fields, is_dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from tequio.cases.mexico_city import Case, facts, generate, template
from tequio.cases.mexico_city.case import written
from tests.cases.mexico_city.laws import everything_in, for_every_seed

LANGUAGES = {"es", "en"}


@settings(max_examples=8, deadline=None)
@given(st.integers(0, 10**6))
def test_the_same_seed_gives_the_same_case(seed: int) -> None:
    assert generate(seed) == generate(seed)


def test_another_seed_gives_another_case_with_the_same_facts(case: Case) -> None:
    other = generate(case.seed + 1)

    assert other.facts == case.facts
    assert other.contributions != case.contributions
    assert sorted(each.text for each in other.contributions) == sorted(each.text for each in case.contributions)


@for_every_seed
def test_the_totals_are_the_documented_ones(case: Case) -> None:
    phases = [meeting.phase for meeting in case.meetings]
    first = [each for each in case.participants if each.joined == "explore"]

    counted = {
        "focus groups": phases.count("explore"),
        "participants": len(first),
        "organisations of phase 1": len({each.organisation for each in first}),
        "boroughs": len({each.borough for each in first}),
        "capacity workshops": phases.count("build"),
        "codesigners": len({code for m in case.meetings if m.phase == "codesign" for code in m.attendance}),
        "codesign workshops": phases.count("codesign"),
        "prototypes": len(case.prototypes),
        "responses": len(case.responses),
    }

    assert counted == {
        "focus groups": 10,
        "participants": 50,
        "organisations of phase 1": 50,
        "boroughs": 16,
        "capacity workshops": 10,
        "codesigners": 15,
        "codesign workshops": 3,
        "prototypes": 2,
        "responses": 51,
    }


def test_every_invented_row_says_that_it_is_invented(case: Case) -> None:
    rows: list[object] = [
        *case.organisations,
        *case.participants,
        *case.invitations,
        *case.meetings,
        *case.contributions,
        *case.themes,
        case.round,
        case.challenge,
        *case.problems,
        case.solution,
        *case.features,
        *case.prototypes,
        *case.responses,
        case.decision,
        *case.commitments,
        *(milestone for commitment in case.commitments for milestone in commitment.milestones),
    ]

    assert {getattr(row, "synthetic", None) for row in rows} == {True}


def test_no_documented_value_has_the_mark_of_invented_rows() -> None:
    marked = [where for where, value in everything_in((facts(), template())) if hasattr(value, "synthetic")]

    assert marked == []


def test_every_text_is_in_both_languages() -> None:
    texts = [
        (where, value)
        for where, value in everything_in((facts(), template(), written()))
        if isinstance(value, dict) and LANGUAGES & set(value)
    ]

    incomplete = [where for where, value in texts if set(value) != LANGUAGES]
    empty = [where for where, value in texts if not all(words.strip() for words in value.values())]

    assert incomplete == []
    assert [where for where in empty if not where.endswith(".materials")] == []
    assert len(texts) > 700


def test_keys_are_unique_within_each_kind(case: Case) -> None:
    kinds = (case.organisations, case.meetings, case.contributions, case.themes, case.problems, case.features)

    repeated = [row.key for rows in kinds for row in rows if [each.key for each in rows].count(row.key) > 1]

    assert repeated == []


def test_no_part_of_the_case_can_be_changed(case: Case) -> None:
    parts = [value for _, value in everything_in(case) if is_dataclass(value) and not isinstance(value, type)]

    changeable = [type(value).__name__ for value in parts if _takes(value, fields(value)[0].name)]

    assert changeable == []
    assert len(parts) > 1_000


def _takes(value: object, name: str) -> bool:
    try:
        setattr(value, name, None)
    except FrozenInstanceError:
        return False
    return True
