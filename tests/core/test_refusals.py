from tequio.core.refusals import Refusal


def test_a_refusal_carries_its_code_and_its_facts():
    refusal = Refusal("ballot.too_many", k=3)

    assert (refusal.code, refusal.facts, str(refusal)) == ("ballot.too_many", {"k": 3}, "ballot.too_many")


def test_a_refusal_without_facts_has_none():
    refusal = Refusal("ballot.empty")

    assert refusal.facts == {}
