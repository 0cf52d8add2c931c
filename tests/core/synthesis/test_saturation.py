import pytest
from hypothesis import given
from hypothesis import strategies as st

from tequio.core.synthesis.saturation import Rule, Run, Saturation, saturation

DOCUMENTS = st.lists(st.sets(st.sampled_from("abcdefghij"), max_size=5), max_size=14)


def test_saturation_is_before_the_first_run_that_brings_hardly_anything():
    documents = [{"a", "b"}, {"b", "c"}, {"d"}, {"a"}, {"e"}, {"a"}, set(), {"f"}]

    found = saturation(documents, Rule(base=4, run=2, threshold=0.0))

    assert found == Saturation(
        Rule(4, 2, 0.0),
        (2, 1, 1, 0, 1, 0, 0, 1),
        4,
        (Run(5, 6, 1, 0.25), Run(6, 7, 0, 0.0), Run(7, 8, 1, 0.25)),
        5,
    )


def test_the_share_may_be_as_large_as_the_threshold():
    documents = [{str(n) for n in range(20)}, {"new"}, {"new"}]

    assert saturation(documents, Rule(base=1, run=1, threshold=0.05)).reached == 1
    assert saturation(documents, Rule(base=1, run=1, threshold=0.04)).reached == 2


@pytest.mark.parametrize("documents", [[], [{"a"}] * 5, [set()] * 9])
def test_too_few_documents_or_no_codes_say_nothing(documents):
    found = saturation(documents)

    assert (found.runs, found.reached) == ((), None)


@given(DOCUMENTS)
def test_every_code_is_new_once(documents):
    found = saturation(documents)

    assert sum(found.new) == len(set().union(*documents)) if documents else found.new == ()


@given(DOCUMENTS, st.integers(1, 5), st.integers(1, 3))
def test_a_higher_threshold_is_never_reached_later(documents, base, run):
    low, high = (saturation(documents, Rule(base, run, threshold)).reached for threshold in (0.0, 0.5))

    assert low is None or (high is not None and high <= low)


@pytest.mark.parametrize("rule", [(0, 2, 0.05), (4, 0, 0.05), (4, 2, 1.5), (4, 2, -0.1)])
def test_a_rule_without_sense_is_a_fault_of_the_caller(rule):
    with pytest.raises(ValueError, match="base"):
        Rule(*rule)
