"""Somebody who takes part: no account, no name, a borrowed phone, seven words on paper, and her words are hers."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext

from tests.journeys.conftest import PHONE, Site, sign_in
from tests.journeys.hands import Hands

pytestmark = pytest.mark.browser

PROCESS = "El agua que nos toca"
SAID = "En mi calle el agua llega los martes, cuando llega."
CORRECTED = "En mi calle el agua llega los martes de madrugada, cuando llega."
THEME = "El agua llega cuando quiere"

type NewPhone = Callable[..., Hands]


@pytest.fixture
def new_phone(browser: Browser) -> Iterator[NewPhone]:
    """Phones of 360 px without JavaScript; none knows of the others."""
    opened: list[BrowserContext] = []

    def phone(language: str = "es-MX") -> Hands:
        context = browser.new_context(viewport=PHONE, locale=language, java_script_enabled=False)
        context.set_default_timeout(60_000)
        opened.append(context)
        return Hands(context.new_page())

    yield phone
    for context in opened:
        context.close()


def arrives(hands: Hands, site: Site) -> None:
    """From the first page of all, by its links."""
    hands.opens(site.url("/"))
    hands.follows("Procesos")
    hands.follows(PROCESS)


def says_something(caro: Hands, words: str = SAID) -> tuple[str, str, str]:
    """The number, the code and the seven words that come back."""
    caro.follows("Decir algo")
    caro.ticks("Experiencia", re.compile("^Mis palabras se pueden mostrar"))
    caro.fills("Con tus palabras", words)
    caro.picks(re.compile("^¿Dónde vives"), "Iztapalapa")
    caro.presses("Enviar")
    caro.sees("Ya lo tenemos. Gracias", "Tus siete palabras", "No las guardamos y no podemos dártelas otra vez.")
    number, code = re.search(r"es el número (A\d+)\. Tu código es (A1#\d+)", caro.reads()).groups()
    return number, code, caro.page.locator(".words").inner_text()


def sloppily(words: str) -> str:
    """As somebody copies them from paper: capitals, no accents, cut short, in lines, with a comma too many."""
    plain = words.translate(str.maketrans("áéíóúüñ", "aeiouun"))
    return ",\n".join(word[:4].upper() if len(word) > 4 else word for word in plain.split()) + " "


def comes_back(caro: Hands, site: Site, words: str) -> None:
    arrives(caro, site)
    caro.follows("Volver con tus palabras")
    caro.fills("Tus siete palabras", sloppily(words))
    caro.presses("Entrar")
    caro.sees("Lo que dije")


def reads_and_groups(ana: Hands, site: Site, number: str) -> None:
    """A facilitator accepts what was said and puts it in a theme."""
    sign_in(ana.page, site, "Ana")
    ana.follows("Procesos")
    ana.follows(PROCESS)
    ana.follows("Leer lo que espera")
    ana.ticks(re.compile(rf"{number} Experiencia"))
    ana.presses("Aceptar lo marcado")
    ana.follows(PROCESS)
    ana.follows("Temas")
    ana.follows("Agrupar voces")
    ana.ticks(re.compile(rf"^{number}\b"))
    ana.fills(re.compile("^O escribe un tema nuevo"), THEME)
    ana.presses("Poner en el tema")


def test_what_somebody_says_is_hers_to_see_correct_and_take_back(site: Site, new_phone: NewPhone):
    caro, elsewhere, ana, reader = new_phone(), new_phone(), new_phone(), new_phone()
    arrives(caro, site)

    number, code, words = says_something(caro)
    assert len(words.split()) == 7
    caro.presses("Cerrar en este aparato")
    caro.sees("Aquí no queda nada tuyo.")

    comes_back(elsewhere, site, words)
    elsewhere.sees(f"eres {code}", f"{number} Experiencia", "En espera de lectura", SAID)
    elsewhere.follows(re.compile(rf"^Corregir\W+{number}"))
    elsewhere.fills("Con tus palabras", CORRECTED)
    elsewhere.presses("Guardar las nuevas palabras")
    elsewhere.sees("Tus palabras quedaron corregidas.", CORRECTED)

    reads_and_groups(ana, site, number)
    elsewhere.page.reload()
    elsewhere.sees("Aceptado", "De aquí salió: 1 tema")
    elsewhere.follows(f"Seguir el hilo de {number}")
    elsewhere.follows(THEME)
    elsewhere.sees(CORRECTED, code)

    in_the_list(reader, site, CORRECTED)
    elsewhere.follows(PROCESS)
    goes_to_what_she_said(elsewhere)
    elsewhere.follows("Cambiar lo que permito")
    elsewhere.page.get_by_label(re.compile("^Mis palabras se pueden mostrar")).uncheck()
    elsewhere.presses("Guardar")
    elsewhere.sees("Tus palabras se cuentan y no se muestran.")
    not_in_the_list(reader, site, CORRECTED)

    elsewhere.follows(re.compile(rf"^Retirar\W+{number}"))
    elsewhere.sees("Lo que se pierde", "Nadie puede recuperarlas")
    elsewhere.presses("Retirarlo")
    elsewhere.sees(f"{number} está retirado y sus palabras ya no existen.", "Lo retiraste. Sus palabras se borraron.")
    assert CORRECTED not in elsewhere.reads()

    elsewhere.follows("Retirar todo lo que dije e irme")
    elsewhere.presses("Retirar todo")
    elsewhere.sees("Todo está retirado", code)
    words_open_nothing(new_phone(), site, words)
    assert [hands.faults for hands in (caro, elsewhere, ana, reader)] == [{}] * 4


def goes_to_what_she_said(hands: Hands) -> None:
    """Whoever is in already need not write the words again."""
    hands.follows("Aportes")
    hands.follows("Volver a lo que dije")
    hands.sees("Lo que dije")


def in_the_list(reader: Hands, site: Site, words: str) -> None:
    arrives(reader, site)
    reader.follows("Aportes")
    reader.sees(words)


def not_in_the_list(reader: Hands, site: Site, words: str) -> None:
    arrives(reader, site)
    reader.follows("Aportes")
    assert words not in reader.reads()


def words_open_nothing(hands: Hands, site: Site, words: str) -> None:
    arrives(hands, site)
    hands.follows("Volver con tus palabras")
    hands.fills("Tus siete palabras", words)
    hands.presses("Entrar")
    hands.sees("Hay algo que corregir")


def test_going_back_and_sending_again_says_it_once(site: Site, new_phone: NewPhone):
    caro = new_phone()
    arrives(caro, site)
    words = "Se me olvidó si lo mandé: falta una llave en el mercado."
    number, _code, _words = says_something(caro, words)

    caro.page.go_back()
    caro.fills("Con tus palabras", words)
    caro.ticks("Experiencia")
    caro.presses("Enviar")

    caro.sees(f"es el número {number}")
    caro.follows("Ver lo que he dicho")
    assert caro.page.get_by_text(words).count() == 1


def test_a_refused_sending_keeps_what_was_written(site: Site, new_phone: NewPhone):
    caro = new_phone()
    arrives(caro, site)
    caro.follows("Decir algo")
    caro.ticks("Deseo")
    caro.fills("Con tus palabras", "¿…?")

    caro.presses("Enviar")

    caro.sees("Hay algo que corregir", "Lo que escribiste sigue aquí.")
    assert caro.page.get_by_label("Con tus palabras").input_value() == "¿…?"
    assert caro.page.get_by_label("Deseo").is_checked()


def test_somebody_whose_phone_speaks_english_is_spoken_to_in_english(site: Site, new_phone: NewPhone):
    sam = new_phone("en-US")
    sam.opens(site.url("/"))
    sam.follows("Processes")
    sam.follows("The water we get")
    sam.follows("Say something")

    sam.fills("In your words", "The water comes on Tuesdays, if it comes.")
    sam.presses("Send")

    sam.sees("We have it. Thank you", "Your seven words", "We do not keep them and cannot give them to you again.")
    assert (sam.page.locator("html").get_attribute("lang"), sam.faults) == ("en", {})


@pytest.fixture
def closed_by_hand(site: Site, new_phone: NewPhone) -> Iterator[None]:
    """The listening is over before its day; afterwards it is open again for whoever comes."""
    ana = new_phone()
    sign_in(ana.page, site, "Ana")
    sets_the_phase(ana, "Cerrada, digan lo que digan sus fechas")
    yield
    sets_the_phase(ana, "Como digan sus fechas")


def sets_the_phase(ana: Hands, state: str) -> None:
    ana.follows("Procesos")
    ana.follows(PROCESS)
    ana.follows("Plan")
    ana.follows(re.compile(r"^Abrir o cerrar a mano\W+Escuchar"))
    ana.ticks(state)
    ana.presses("Guardar")


@pytest.mark.usefixtures("closed_by_hand")
def test_when_the_time_to_speak_is_over_the_page_says_so_and_what_can_still_be_done(site: Site, new_phone: NewPhone):
    caro = new_phone()
    arrives(caro, site)
    caro.follows("Aportes")

    caro.follows("Decir algo")

    caro.sees("Esto ya cerró", "Leer lo que dijeron otras personas", "Volver a lo que dije")
    assert (caro.page.locator("main form").count(), caro.faults) == (0, {})
