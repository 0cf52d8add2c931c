"""What is kept of a count: ties, small groups, and nothing that whoever subtracts could find out."""

from hypothesis import given
from hypothesis import strategies as st

from tequio.apps.prioritising.results import Counted, result_of

NAMES = {1: "Zona A", 2: "Zona B", 3: "Zona C"}


def votes(n: int, choices: list[int], area: int | None = None, channel: str = "web") -> list[Counted]:
    return [(choices, area, channel)] * n


def test_a_tie_shares_its_place_and_the_next_is_skipped() -> None:
    found = result_of([7, 8, 9, 10], [*votes(6, [8, 9]), *votes(4, [7]), *votes(5, [10, 8]), *votes(5, [9])], {})

    assert [(line["option"], line["approvals"], line["rank"], line["tied"]) for line in found["lines"]] == [
        (8, 11, 1, True),
        (9, 11, 1, True),
        (10, 5, 3, False),
        (7, 4, 4, False),
    ]
    assert found["n"] == 20
    assert found["lines"][0]["share"] == 0.55
    assert 0.3 < found["lines"][0]["low"] < 0.55 < found["lines"][0]["high"] < 0.8


def test_fewer_than_ten_leave_nothing_to_be_read() -> None:
    found = result_of([7, 8], votes(9, [7], 1), NAMES)

    assert found == {"n": None, "lines": [], "areas": [], "channels": []}


def test_nobody_at_all_leaves_nothing_to_be_read() -> None:
    assert result_of([7, 8], [], NAMES) == {"n": None, "lines": [], "areas": [], "channels": []}


def test_an_area_with_fewer_than_ten_is_hidden_with_the_next_that_would_give_it_away() -> None:
    rows = [*votes(4, [7], 1), *votes(12, [8], 2), *votes(20, [8], 3)]

    found = result_of([7, 8], rows, NAMES)

    assert found["areas"] == [
        {"name": "Zona A", "n": None, "approvals": None},
        {"name": "Zona B", "n": None, "approvals": None},
        {"name": "Zona C", "n": 20, "approvals": {"7": 0, "8": 20}},
    ]


def test_small_channels_are_hidden_too() -> None:
    rows = [*votes(30, [7]), *votes(11, [8], channel="paper"), *votes(3, [8], channel="telephone")]

    found = result_of([7, 8], rows, {})

    assert found["channels"] == [
        {"name": "paper", "n": None, "approvals": None},
        {"name": "telephone", "n": None, "approvals": None},
        {"name": "web", "n": 30, "approvals": {"7": 30, "8": 0}},
    ]


def test_choices_of_no_particular_area_are_counted_together() -> None:
    found = result_of([7, 8], [*votes(10, [7], 1), *votes(10, [8])], {1: "Zona A"})

    assert found["areas"] == [
        {"name": "Zona A", "n": 10, "approvals": {"7": 10, "8": 0}},
        {"name": "", "n": 10, "approvals": {"7": 0, "8": 10}},
    ]


BALLOTS = st.lists(
    st.tuples(
        st.lists(st.sampled_from([7, 8, 9]), min_size=1, max_size=2, unique=True),
        st.sampled_from([1, 2, 3, None]),
        st.sampled_from(["web", "paper"]),
    ),
    max_size=60,
)


@given(BALLOTS)
def test_whoever_subtracts_what_is_shown_finds_nobody_or_ten_people(rows: list[Counted]) -> None:
    found = result_of([7, 8, 9], rows, NAMES)

    left = [(found["n"] or 0) - sum(group["n"] or 0 for group in found[by]) for by in ("areas", "channels")]
    assert [n for n in left if 0 < n < 10] == []
    assert [group["n"] for by in ("areas", "channels") for group in found[by] if group["n"] and group["n"] < 10] == []


@given(BALLOTS)
def test_every_mark_is_counted_once(rows: list[Counted]) -> None:
    found = result_of([7, 8, 9], rows, NAMES)

    marks = sum(len(choices) for choices, _area, _channel in rows) if len(rows) >= 10 else 0
    assert sum(line["approvals"] for line in found["lines"]) == marks
