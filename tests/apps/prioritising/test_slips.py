import pytest

from tequio.apps.prioritising.drawing import qr
from tequio.apps.prioritising.slips import WORDS, new_words, token_hash
from tequio.apps.processes.passphrases import wordlist
from tequio.core.refusals import Refusal

TYPED = "ábaco abdomen abeja abierto abogado abono"


def test_every_slip_has_six_words_of_the_list_and_no_two_are_alike() -> None:
    slips = new_words(300)

    assert len(set(slips)) == 300
    assert {len(slip.split()) for slip in slips} == {WORDS}
    assert {word for slip in slips for word in slip.split()} <= set(new_list())


def new_list() -> list[str]:
    from unicodedata import normalize

    return [normalize("NFC", word) for word in wordlist()]


@pytest.mark.parametrize(
    "typed",
    [
        "ABACO Abdomen abeja, abierto; abogado\nabono",
        "abac abdo abej abie abog abon",
        "1. ábaco 2. abdomen abeja abierto abogado abono",
    ],
)
def test_words_are_known_however_they_are_typed(typed: str) -> None:
    assert token_hash(7, typed) == token_hash(7, TYPED)


def test_the_same_words_mean_nothing_in_another_round() -> None:
    assert token_hash(7, TYPED) != token_hash(8, TYPED)


def test_the_seal_holds_none_of_the_words() -> None:
    sealed = token_hash(7, TYPED)

    assert (len(sealed), [word for word in TYPED.split() if word in sealed]) == (64, [])


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("abeja", "passphrase.words"),
        ("", "passphrase.words"),
        (TYPED + " abrir", "passphrase.words"),
        ("zzz " * 6, "passphrase.unknown_word"),
    ],
)
def test_what_cannot_be_a_slip_is_refused(typed: str, code: str) -> None:
    with pytest.raises(Refusal) as refused:
        token_hash(7, typed)

    assert refused.value.code == code


def test_a_qr_code_is_drawn_in_dark_bars_inside_a_quiet_margin() -> None:
    drawn = qr("https://example.org/red/procesos/parque/prioridades/1/elegir/")

    assert set(drawn.path) <= set("Mhv-z 0123456789")
    assert drawn.path.startswith("M4 4h7v1h-7z")
    assert drawn.size > 25
