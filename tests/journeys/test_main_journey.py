"""A facilitator who has never seen Tequio: from `make demo` and a file of needs to a published result, on a phone."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Browser, BrowserContext

from tests.journeys.conftest import PHONE, Site, sign_in
from tests.journeys.hands import Hands
from tests.journeys.walk_back import leads_to_a_voice, numbers_in, walks_of

pytestmark = pytest.mark.browser

TODAY = datetime.now(tz=ZoneInfo("America/Mexico_City")).date()
TITLE = "Cuidar a quien cuida"
MEETING, SOLUTION, DECISION = "Quienes cuidan en el sur", "Banco de tardes libres", "Empezar con el pizarrón"
PROTOTYPES = {"Pizarrón en la clínica": ["Sí", "No", "En parte"], "Mensajes de voz": ["No", "Sí", "Sí"]}
FEATURES = ["Se usa sin internet", "Avisa por teléfono", "Lleva la cuenta de las horas"]
RUN_SHEET = [("15", "Bienvenida y acuerdos"), ("60", "Qué les cuesta trabajo"), ("45", "Lo que va primero")]
BOROUGHS = ["Tlalpan", "Coyoacán", "Iztapalapa", "Xochimilco", "Milpa Alta", "Tláhuac"] * 2
FOR_WHOM = ["mi mamá", "mi papá", "mi hijo", "mi abuela", "mi hermana"]
FOR_WHOM += ["mi esposo", "mi tía", "mi vecina", "mi suegra", "mi nieto"]
NEEDS = {
    "tarde libre": "Necesito una tarde libre a la semana porque cuido a {} sin descanso.",
    "casa de día": "Hace falta una casa de día cerca para dejar a {} unas horas.",
    "espalda": "Nadie me enseñó a mover a {} sin lastimarme la espalda.",
    "de noche": "No sé a quién llamar cuando {} se pone mal de noche.",
    "pañales": "Los pañales y las medicinas de {} se llevan la mitad del gasto.",
    "juntarnos": "Queremos juntarnos con otras personas que cuidan, como yo cuido a {}.",
}
THEMES = {
    "tarde libre": "Descansar sin culpa",
    "pañales": "Lo que cuesta cuidar",
    "juntarnos": "Juntarse con otras personas que cuidan",
}


@dataclass
class Journey:
    """What is left when the facilitator is done: her hands, and where anybody reads the result."""

    ana: Hands
    result: str


type NewPhone = Callable[[], Hands]


def a_file_of_needs(folder: Path) -> Path:
    """Sixty needs as a spreadsheet of these parts writes them, with a repeated row and one that says nothing."""
    rows = [
        f"{said.format(whom)};{BOROUGHS[place]};W1#{place + 1:02}"
        for said in NEEDS.values()
        for place, whom in enumerate(FOR_WHOM)
    ]
    rows[3] = rows[3].replace("Necesito", "<p>Necesito").replace(".;", ".</p><p>Y no hay <b>dinero</b>.</p>;")
    path = folder / "necesidades.csv"
    path.write_bytes("\r\n".join(["Necesidad;Alcaldía;Código", *rows, rows[0], ";Tlalpan;W1#02"]).encode("latin-1"))
    return path


@pytest.fixture(scope="module")
def new_phone(browser: Browser) -> Iterator[NewPhone]:
    """A phone of 360 px, in Spanish, without JavaScript; as many as are asked for, and none knows of the others."""
    opened: list[BrowserContext] = []

    def phone() -> Hands:
        context = browser.new_context(viewport=PHONE, locale="es-MX", java_script_enabled=False)
        context.set_default_timeout(60_000)
        opened.append(context)
        return Hands(context.new_page())

    yield phone
    for context in opened:
        context.close()


@pytest.fixture(scope="module")
def journey(site: Site, new_phone: NewPhone, tmp_path_factory: pytest.TempPathFactory) -> Journey:
    """The whole way, each step led to by the page before it."""
    ana, somebody = new_phone(), new_phone()
    starts_a_process(ana, site)
    says_when_and_publishes(ana)
    holds_a_focus_group(ana)
    brings_in_the_needs(ana, a_file_of_needs(tmp_path_factory.mktemp("needs")))
    groups_them(ana)
    quotes_one(ana)
    asks_what_comes_first(ana, somebody)
    writes_the_problem(ana)
    writes_a_solution(ana)
    compares_two_prototypes(ana)
    asks_what_people_think(ana, somebody)
    decides_and_promises(ana)
    keeps_one_promise_and_drops_the_other(ana)
    publishes_the_result(ana)
    return Journey(ana, ana.page.url)


def goes_home(ana: Hands) -> None:
    """To the page of the process, by the link with its name that stands above every page of it."""
    if ana.heading != TITLE:
        ana.follows(TITLE)
    assert ana.heading == TITLE


def goes_on(ana: Hands, expected: str) -> None:
    """Press what the page of the process offers next."""
    goes_home(ana)
    offered = ana.page.locator("section", has=ana.page.get_by_role("heading", name="Lo que sigue", exact=True))
    assert offered.locator("a.button").inner_text() == expected
    ana.follows(expected, within=offered)


def starts_a_process(ana: Hands, site: Site) -> None:
    sign_in(ana.page, site, "Ana")
    ana.sees("Ya entraste.")
    ana.follows("Procesos")
    ana.follows("Empezar un proceso")
    ana.writes("Título", TITLE)
    ana.writes("Para qué sirve", "Escuchar a quienes cuidan y decidir en común qué hacer primero.")
    ana.ticks(re.compile("De las necesidades a los prototipos"))
    ana.presses("Empezar")
    ana.sees("1. Explorar necesidades", "2. Fortalecer capacidades", "3. Cocrear prototipos", "4. Recoger opiniones")


def says_when_and_publishes(ana: Hands) -> None:
    goes_on(ana, "Pon fecha a las fases")
    ana.follows(re.compile(r"^Fechas\W+Explorar necesidades"))
    ana.ticks("El día")
    ana.presses("Continuar")
    ana.fills("Primer día", (TODAY - timedelta(days=20)).isoformat())
    ana.presses("Guardar las fechas")
    ana.sees("desde el ")
    goes_on(ana, "Publica el proceso")
    ana.sees("¿Publicar este proceso?")
    ana.presses("Publicar")
    ana.sees("Abierto ahora", "Necesidades y experiencias", "Falta", "Todavía nadie ha dicho nada.")


def holds_a_focus_group(ana: Hands) -> None:
    organizations = in_the_directory(ana)
    goes_on(ana, "Planea un encuentro")
    ana.ticks("Grupo focal", re.compile("^En persona$"))
    ana.writes("Nombre del encuentro", MEETING)
    ana.fills("Día (opcional)", (TODAY - timedelta(days=7)).isoformat())
    ana.fills(re.compile("^Empieza a las"), "17:00")
    ana.fills(re.compile("^Termina a las"), "19:00")
    ana.picks(re.compile("^Fase"), "Explorar necesidades")
    ana.picks(re.compile("^Actividad"), "Grupos focales por zona")
    ana.presses("Guardar")
    ana.sees(MEETING, "E1 · Grupo focal", "de 17:00 a 19:00")
    writes_the_run_sheet(ana)
    types_who_came(ana, organizations)


def in_the_directory(ana: Hands) -> list[str]:
    """The names of some organisations, as the directory shows them."""
    ana.follows("Común")
    names = ana.page.locator("main .rows .row-title").all_inner_texts()[:4]
    assert len(names) == 4
    ana.follows("Procesos")
    ana.follows(TITLE)
    return names


def writes_the_run_sheet(ana: Hands) -> None:
    ana.follows("Editar el guion")
    for place, (minutes, title) in enumerate(RUN_SHEET, 1):
        step = ana.page.get_by_role("group", name=re.compile(rf"^Paso {place}\b"))
        step.get_by_label("Minutos").fill(minutes)
        ana.writes("Qué pasa", title, within=step)
    ana.presses("Guardar el guion")
    ana.sees("17:15", "Qué les cuesta trabajo", "En total: 120 minutos")


def types_who_came(ana: Hands, organizations: list[str]) -> None:
    ana.follows("Asistencia")
    for place, borough in enumerate(BOROUGHS):
        ana.fills(f"Renglón {place + 1}: organización", organizations[place % 4])
        ana.picks(f"Renglón {place + 1}: alcaldía", borough)
    ana.presses("Guardar la asistencia")
    ana.sees("Llegaron 12 personas.", "W1#01", "W1#12", "Realizado")


def brings_in_the_needs(ana: Hands, needs: Path) -> None:
    goes_on(ana, "Reúne lo que dice la gente")
    ana.follows("Traer un archivo")
    ana.page.get_by_label("Archivo").set_input_files(needs)
    ana.presses("Ver cómo quedaría")
    ana.sees("62 filas", "Entrarían 60 aportes.", "1 repite a otra", "1 fila no puede entrar.")
    ana.sees("Línea 63: La fila no tiene palabras.", "Línea 2 · W1#01 · Tlalpan", "Y no hay dinero.")
    ana.picks(re.compile("^Encuentro donde se dijo todo"), f"E1 {MEETING}")
    ana.presses("Traerlo")
    ana.sees("Falta contestar algo antes de traerlo.")
    ana.ticks("Sí: las personas lo aceptaron")
    ana.presses("Traerlo")
    ana.sees("Entraron 60 aportes", "1 repite a otra y se quedó fuera.", "Línea 63: La fila no tiene palabras.")


def groups_them(ana: Hands) -> None:
    ana.follows("Agrupar estas voces en temas")
    for place, (word, title) in enumerate(THEMES.items(), 1):
        if not ana.page.get_by_label(re.compile("^Palabras")).is_visible():
            ana.unfolds("Buscar y filtrar")
        ana.fills(re.compile("^Palabras"), word)
        ana.presses("Mostrar")
        ana.ticks(*(re.compile(f"^{said}\\b") for said in found_voices(ana)))
        ana.fills(re.compile("^O escribe un tema nuevo"), title)
        ana.presses("Poner en el tema")
        ana.sees(f"Ya están en T{place}.", f"{place * 10} de 60 agrupadas")


def found_voices(ana: Hands) -> list[str]:
    labels = ana.page.get_by_role("group", name=re.compile(r"^\d+ voces")).locator("label .code").all_inner_texts()
    assert len(labels) == 10
    return labels


def quotes_one(ana: Hands) -> None:
    ana.follows("Temas")
    ana.follows("Descansar sin culpa")
    ana.follows("Editar")
    ana.writes("Qué quiere decir", "Quien cuida no descansa: lo dicen en seis alcaldías.")
    ana.presses("Guardar")
    ana.follows("Voces y citas")
    ana.sees("Solo puedes citar a quienes lo aceptaron.")
    ana.follows("Participantes")
    ana.follows("W1#04")
    ana.ticks("Acepta que se citen sus palabras")
    ana.presses("Guardar")
    goes_home(ana)
    for words in ("Temas", "Descansar sin culpa", "Voces y citas", "Citar A4"):
        ana.follows(words)
    ana.page.get_by_role("radio").first.check()
    ana.presses("Marcar la cita")
    ana.sees("Citas", "Necesito una tarde libre a la semana porque cuido a mi abuela sin descanso.", "W1#04")


def asks_what_comes_first(ana: Hands, somebody: Hands) -> None:
    goes_on(ana, "Pregunta qué va primero")
    ana.follows("Priorización nueva")
    ana.writes("Título", "Qué va primero")
    ana.ticks(*(re.compile(f"^T{place} ") for place in (1, 2, 3)))
    ana.fills("Cuántas puede marcar cada persona, como máximo", "2")
    ana.presses("Guardar")
    ana.follows("Abrirla")
    ana.presses("Abrirla")
    ana.follows("Imprimir papeletas")
    ana.fills("Cuántas papeletas", "14")
    ana.presses("Hacer las papeletas")
    slips = ana.page.locator(".slip")
    address, words = slips.first.locator(".meta").first.inner_text(), slips.locator(".words").all_inner_texts()
    assert len(words) == 14
    for place, slip in enumerate(words[:12]):
        chooses(somebody, address, slip, second="Lo que cuesta cuidar" if place < 5 else "")
    ana.follows("Ya las imprimí")
    ana.follows("Cerrarla")
    ana.presses("Cerrarla para siempre")
    ana.sees("R1 · Cerrada", "1. Descansar sin culpa", "100 %", "Base: 12 personas.", "2. Lo que cuesta cuidar")


def chooses(somebody: Hands, address: str, slip: str, *, second: str) -> None:
    """Without an account, with the words of a slip, typed as people type."""
    somebody.opens(address)
    somebody.fills("Las palabras de tu papeleta", slip.upper())
    somebody.ticks(*("Descansar sin culpa", second)[: 2 if second else 1])
    somebody.presses("Ver lo que elegí")
    somebody.sees("Esto es lo que elegiste", "Descansar sin culpa", second)
    somebody.presses("Enviar lo que elegí")
    somebody.sees("Lo que se eligió con esta papeleta está en la cuenta.")


def writes_the_problem(ana: Hands) -> None:
    goes_on(ana, "Escribe el problema")
    ana.writes("El problema, en pocas palabras", "Quien cuida no descansa")
    ana.writes("Qué pasa y por qué importa", "Quienes cuidan pasan meses sin una tarde propia, y se enferman.")
    ana.ticks(re.compile("^T1 "), re.compile("^R1 "))
    ana.presses("Guardar")
    ana.sees("P1 · en consideración", "Viene de 30 voces")
    ana.follows("Elegirlo o dejarlo de lado")
    ana.ticks(re.compile("^Lo elegimos"))
    ana.writes("Por qué", "Quedó en primer lugar entre quienes eligieron.")
    ana.presses("Guardar")
    ana.sees("P1 · elegido", "Quedó en primer lugar")


def writes_a_solution(ana: Hands) -> None:
    goes_on(ana, "Escribe una solución")
    ana.ticks(re.compile("^P1 "))
    ana.writes("¿Qué lo resolvería sin tecnología?", "Turnos entre vecinas, con una lista en la pared de la clínica.")
    ana.writes("La solución, en pocas palabras", SOLUTION)
    ana.presses("Guardar")
    ana.sees(SOLUTION, "Qué lo resolvería sin tecnología", "Turnos entre vecinas")
    ana.follows("Funciones")
    for place, feature in enumerate(FEATURES, 1):
        ana.writes("Función", feature, within=ana.page.get_by_role("group", name=f"Función nueva, línea {place}"))
    ana.presses("Guardar")


def compares_two_prototypes(ana: Hands) -> None:
    goes_on(ana, "Haz algo que se pueda probar")
    for name, has in PROTOTYPES.items():
        ana.follows(SOLUTION)
        ana.follows("Agregar un prototipo")
        ana.writes("Nombre del prototipo", name)
        ana.ticks(re.compile(f"^E1 · {MEETING}"))
        ana.presses("Guardar")
        ana.follows("Agregar una versión")
        ana.writes("Qué cambió y a raíz de qué", "Primera versión, dibujada en el encuentro.")
        ana.presses("Guardar")
        for feature, state in zip(FEATURES, has, strict=True):
            ana.picks(f"¿La tiene? {feature}", state)
        ana.presses("Guardar")
        ana.sees(name, "versión 1", "Primera versión, dibujada en el encuentro.")
    ana.follows("Ver los prototipos lado a lado")
    ana.sees(
        "Solo Pizarrón en la clínica tiene: Se usa sin internet.", "Solo Mensajes de voz tiene: Avisa por teléfono."
    )


def asks_what_people_think(ana: Hands, somebody: Hands) -> None:
    goes_on(ana, "Pregunta qué opina la gente")
    ana.follows(SOLUTION)
    ana.follows("Preguntar qué opinan")
    ana.writes("Nombre de la ronda", "¿Qué opinas?")
    ana.presses("Guardar")
    ana.ticks("Qué prototipo prefieren")
    ana.writes("Pregunta", "¿Cuál te sirve más?")
    ana.presses("Agregar la pregunta")
    ana.ticks(re.compile("^Abierta"))
    ana.writes("Pregunta", "¿Qué le falta?")
    ana.presses("Agregar la pregunta")
    ana.follows("Es todo")
    opens_its_phase(ana)
    for place in range(6):
        answers_on_the_web(somebody, ana, "Mensajes de voz" if place % 3 else "Pizarrón en la clínica")
    keys_in_by_telephone(ana)


def opens_its_phase(ana: Hands) -> None:
    ana.follows("Abre su fase en el plan")
    ana.follows(re.compile(r"^Abrir o cerrar a mano\W+Recoger opiniones"))
    ana.ticks("Abierta, digan lo que digan sus fechas")
    ana.presses("Guardar")
    goes_home(ana)
    ana.sees("Encuesta sobre los prototipos")
    ana.follows("Dar tu opinión")
    ana.follows("¿Qué opinas?")


def answers_on_the_web(somebody: Hands, ana: Hands, prefers: str) -> None:
    """From the page of the process, as anybody finds it."""
    somebody.opens(ana.page.url)
    somebody.follows("Contestar las preguntas")
    somebody.ticks(prefers)
    somebody.fills(re.compile("^¿Qué le falta"), "Un horario fijo")
    somebody.presses("Enviar mis respuestas")
    somebody.sees("Gracias: tus respuestas ya están adentro")


def keys_in_by_telephone(ana: Hands) -> None:
    ana.follows("Capturar respuestas")
    for place in range(1, 7):
        ana.fills(re.compile("^Código de la persona"), f"W1#{place:02}")
        ana.ticks("por teléfono", "Pizarrón en la clínica")
        ana.presses("Guardar y capturar la siguiente")
        ana.sees(f"Hasta ahora contestaron {6 + place} personas.")
    ana.follows("Es todo")
    ana.sees("Contestaron 12 personas", "Pizarrón en la clínica · 8", "67 %", "Base: 12 personas.")


def decides_and_promises(ana: Hands) -> None:
    goes_on(ana, "Escribe qué se decidió")
    ana.writes("La decisión, en pocas palabras", DECISION)
    ana.writes("Por qué", "Es el que prefieren ocho de doce, y no necesita internet.")
    ana.writes("Quién decidió", "La asamblea de quienes cuidan")
    ana.ticks(*(re.compile(f"^{ref} ") for ref in ("P1", "M1", "O1")))
    ana.fills(re.compile("^Voces y encuentros que la respaldan"), "A1, E1")
    ana.presses("Guardar")
    ana.sees(f"{DECISION} D1", "Por qué", "no necesita internet")
    for promise in ("Colgar el pizarrón", "Pagar el material"):
        ana.follows("Agregar un compromiso")
        ana.writes("Qué se promete", promise)
        ana.writes("Quién lo promete", "La clínica de la colonia")
        ana.fills(re.compile("^Para cuándo"), (TODAY + timedelta(days=90)).isoformat())
        ana.presses("Guardar")
        ana.sees(promise, "en camino")
        ana.follows(DECISION)


def keeps_one_promise_and_drops_the_other(ana: Hands) -> None:
    ana.follows("Colgar el pizarrón")
    ana.follows("Informar un avance")
    ana.writes("Paso o noticia", "Ya está el lugar")
    ana.fills(re.compile("^Se logró el"), TODAY.isoformat())
    ana.presses("Guardar")
    ana.follows("Decir qué pasó con él")
    ana.ticks(re.compile("^Se cumplió$"))
    ana.presses("Guardar")
    ana.sees("Lo que escribiste sigue aquí.", "Di qué día se cumplió.")
    ana.fills(re.compile("^Día en que se cumplió"), TODAY.isoformat())
    ana.presses("Guardar")
    ana.sees("C1 · cumplido", "Ya está el lugar")
    ana.follows(DECISION)
    ana.follows("Pagar el material")
    ana.follows("Decir qué pasó con él")
    ana.ticks(re.compile("^Se abandona$"))
    ana.presses("Guardar")
    ana.sees("Di por qué.")
    ana.writes("Por qué", "La clínica ya tenía material.")
    ana.presses("Guardar")
    ana.sees("C2 · abandonado", "La clínica ya tenía material.")


def publishes_the_result(ana: Hands) -> None:
    goes_on(ana, "Publica el resultado")
    ana.sees("Lo que todo el mundo verá", "Cada resultado se apoya en al menos una voz.")
    ana.follows("Cancelar")
    ana.follows("Primeras y últimas palabras")
    ana.writes("Cómo empieza", "Les preguntamos qué les cuesta de cuidar a alguien.")
    ana.presses("Guardar")
    ana.follows("Publicar el resultado")
    ana.presses("Publicar")
    ana.sees("Ya lo puede leer todo el mundo.", "Lo que dijiste y lo que pasó")


def test_the_process_ends_in_a_result_that_anybody_reads(journey: Journey, new_phone: NewPhone):
    reader = new_phone()

    reader.opens(journey.result)

    assert reader.heading == "Lo que dijiste y lo que pasó"
    reader.sees("Les preguntamos qué les cuesta", "60 aportes", "12 personas", "3 temas", "Descansar sin culpa")
    reader.sees("Quien cuida no descansa", SOLUTION, "Sin tecnología:", DECISION, "cumplido", "abandonado")
    reader.sees("30 de 60 voces no están en ningún tema", "La clínica ya tenía material.")


def test_every_number_of_the_result_is_found_where_it_leads_and_leads_to_voices(journey: Journey, new_phone: NewPhone):
    reader = new_phone()
    reader.opens(journey.result)

    walks = walks_of(reader)

    assert len(walks) >= 25
    astray = {}
    for words, address in walks.items():
        reader.opens(address)
        missing = [number for number in numbers_in(words) if number not in numbers_in(reader.reads())]
        if missing or not leads_to_a_voice(reader, words):
            astray[words] = (address, missing)
    assert (astray, reader.faults) == ({}, {})


def test_a_decision_leads_back_to_somebody_who_spoke_by_its_thread(journey: Journey, new_phone: NewPhone):
    reader = new_phone()
    reader.opens(journey.result)
    met = []

    for words in (
        DECISION,
        "Quien cuida no descansa",
        "Descansar sin culpa",
        re.compile("cuido a mi mamá sin"),
        "W1#01",
    ):
        reader.follows(words)
        met.append(reader.heading)

    assert met[:3] == [DECISION, "Quien cuida no descansa", "Descansar sin culpa"]
    assert met[4] == "La voz W1#01"
    reader.sees("Lo que dijo esta voz", "Lo que salió de aquí", DECISION)


def test_every_page_of_the_way_fits_a_phone_and_has_one_heading(journey: Journey):
    assert journey.ana.faults == {}


def test_the_way_is_done_and_says_so(journey: Journey):
    goes_home(journey.ana)

    journey.ana.sees("Todos los pasos están hechos.", "Todos los pasos: 13 de 13 hechos")


@pytest.mark.shared
def test_thousands_of_real_proposals_come_in_with_their_defects_told(
    site: Site, new_phone: NewPhone, shared_data: Path
):
    ana = new_phone()
    sign_in(ana.page, site, "Ana")
    ana.follows("Procesos")
    ana.follows("El agua que nos toca")
    ana.follows("Aportes")
    ana.follows("Traer un archivo")
    ana.page.get_by_label("Archivo").set_input_files(shared_data / "proposals" / "proposals_latest.csv")

    ana.presses("Ver cómo quedaría")
    told = [
        int(n.replace(",", "")) for n in re.findall(r"([\d,]+) (?:aportes\.|repiten? a otr|filas? no)", ana.reads())
    ]
    ana.ticks("No: solo se cuentan")
    ana.presses("Traerlo")

    assert (sum(told), ana.heading) == (2738, f"Entraron {told[0]:,} aportes")
    assert ana.faults == {}
