from tequio.cases.mexico_city import facts

FACTS = facts()


def test_the_checks_that_concern_the_case_are_told() -> None:
    numbers = {each.number for each in FACTS.contradictions if each.number is not None}

    assert numbers == {4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18}


def test_keys_are_told_apart() -> None:
    keys = [each.key for each in FACTS.contradictions]

    assert sorted(set(keys)) == sorted(keys)


def test_every_contradiction_sets_one_place_against_another() -> None:
    places = {each.key: [claim.place for claim in each.claims] for each in FACTS.contradictions}

    assert [key for key, told in places.items() if len(set(told)) < 2] == []


def test_every_contradiction_concerns_something_that_is_shown() -> None:
    process = FACTS.process
    shown = {
        "context",
        *(phase.key for phase in process.phases),
        *(count.key for phase in process.phases for count in phase.counts),
        *(result.key for result in process.results),
        *(wave.key for wave in process.waves),
    }

    assert {key for each in FACTS.contradictions for key in each.concerns} - shown == set()


def test_every_published_result_is_shown_with_a_contradiction() -> None:
    missing = [result.key for result in FACTS.process.results if not FACTS.contradictions_about(result.key)]

    assert missing == []


def test_the_voice_with_two_codes_is_found_with_its_wave() -> None:
    about = [each.key for each in FACTS.contradictions_about("FS")]

    assert "one-speaker-two-codes" in about
