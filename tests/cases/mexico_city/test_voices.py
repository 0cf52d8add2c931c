import re
import unicodedata
from collections import Counter
from itertools import pairwise

from tequio.cases.mexico_city import Case
from tequio.cases.mexico_city.case import written
from tequio.cases.mexico_city.fitting import admits
from tequio.cases.mexico_city.voices import ContributionKind, traits_of
from tests.cases.mexico_city.laws import for_every_seed

VOICES = [voice for chorus in written().choruses for voice in chorus.voices]
TEXTS = [voice.text for voice in VOICES]
SPANISH = set("abcdefghijklmnopqrstuvwxyzáéíóúüñ")


def test_most_voices_are_needs_and_every_kind_is_heard() -> None:
    kinds = Counter(voice.kind for voice in VOICES)

    assert kinds == {
        ContributionKind.NEED: 144,
        ContributionKind.EXPERIENCE: 30,
        ContributionKind.IDEA: 16,
        ContributionKind.WISH: 13,
    }


def test_no_two_voices_begin_alike_or_share_a_long_run_of_words() -> None:
    openings = Counter(" ".join(_words(text)[:4]) for text in TEXTS)
    runs = Counter(
        run for text in TEXTS for run in {tuple(_words(text)[n : n + 7]) for n in range(len(_words(text)) - 6)}
    )

    assert {opening: n for opening, n in openings.items() if n > 1} == {}
    assert {run: n for run, n in runs.items() if n > 1} == {}


def test_voices_are_short_and_long() -> None:
    lengths = sorted(len(_words(text)) for text in TEXTS)

    assert (lengths[0], lengths[-1]) == (5, 57)
    assert len(set(lengths)) > 25


def test_voices_are_spanish_sentences_in_composed_letters() -> None:
    odd = [
        text
        for text in TEXTS
        if set("".join(_words(text))) - SPANISH - set("0123456789")
        or text != unicodedata.normalize("NFC", text)
        or text.count("¿") != text.count("?")
        or not re.match(r"[¿«A-ZÁÉÍÓÚÑ]", text)
        or not re.search(r"[.?!»]$", text)
    ]

    assert odd == []


@for_every_seed
def test_every_voice_is_given_to_somebody_it_fits_who_was_at_the_meeting(case: Case) -> None:
    traits = traits_of(case.participants, case.register)
    fits = {voice.key: voice.fits for voice in VOICES}
    present = {meeting.key: (set(meeting.attendance), meeting.day) for meeting in case.meetings}

    wrong = [
        said.key
        for said in case.contributions
        if not admits(fits.get(said.key, {}), traits[said.participant])
        or said.participant not in present[said.meeting][0]
        or said.day != present[said.meeting][1]
        or said.borough != traits[said.participant]["borough"]
    ]

    assert wrong == []
    assert len(case.contributions) == len(VOICES) + 12


@for_every_seed
def test_everybody_was_heard_and_nobody_all_the_time(case: Case) -> None:
    spoke = Counter(each.participant for each in case.contributions if each.meeting.startswith("fg-"))

    assert set(spoke) == {each.code for each in case.participants if each.joined == "explore"}
    assert 2 <= min(spoke.values()) < max(spoke.values()) <= 8


@for_every_seed
def test_voices_come_in_the_order_of_their_meetings(case: Case) -> None:
    days = [each.day for each in case.contributions]

    assert [pair for pair in pairwise(days) if pair[0] > pair[1]] == []


def test_ideas_are_said_in_the_codesign_and_one_each(case: Case) -> None:
    ideas = [each for each in case.contributions if each.key.startswith("idea-")]

    assert Counter(each.meeting for each in ideas) == {"cd-1": 6, "cd-2": 4, "cd-3": 2}
    assert {
        meeting: len({e.participant for e in ideas if e.meeting == meeting}) for meeting in ("cd-1", "cd-2", "cd-3")
    } == {
        "cd-1": 6,
        "cd-2": 4,
        "cd-3": 2,
    }


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())
