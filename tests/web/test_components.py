import re
from collections.abc import Iterator

import pytest
from django.utils.translation import override

from tests.web.rendering import include, markup, words

VOICE = {"text": "Todo está regado.", "code": "W1#08", "context": "Zona A"}


@pytest.fixture(autouse=True)
def spanish() -> Iterator[None]:
    with override("es"):
        yield


def test_a_thing_says_in_one_sentence_where_it_comes_from_and_what_came_of_it() -> None:
    sentence = include(
        "rests_on",
        back=[("voice", 12, "/voces")],
        meetings=[("workshop", 3, "")],
        forward=[("problem", 1, "/p"), ("prototype", 2, "/m"), ("decision", 1, "")],
    )

    assert sentence == "Viene de 12 voces en 3 talleres. De aquí salió: 1 problema, 2 prototipos y 1 decisión."


def test_what_comes_from_nothing_says_so() -> None:
    assert include("rests_on") == "Todavía no viene de ninguna voz. Todavía no ha salido nada de aquí."


def test_the_links_of_the_sentence_lead_both_ways() -> None:
    shown = markup(
        '{% include "components/rests_on.html" %}', back=[("voice", 2, "/voces")], forward=[("theme", 1, "/tema")]
    )

    assert re.findall(r'href="([^"]+)"', shown) == ["/voces", "/tema"]


def test_a_voice_has_a_code_and_where_it_was_said() -> None:
    assert include("voice", **VOICE, synthetic=True) == "Todo está regado. W1#08 · Zona A sintético"


def test_a_voice_in_another_language_says_which() -> None:
    shown = markup('{% include "components/voice.html" %}', **VOICE, language="nah")

    assert '<blockquote lang="nah">' in shown


def test_a_knot_that_is_not_public_says_so() -> None:
    knot = {"ref": "S1", "kind": "solution", "kind_label": "Solución", "label": "Un lugar común", "public": False}

    assert include("thread", knots=[knot]) == "Solución S1 · no es público Un lugar común"


@pytest.mark.parametrize(
    ("state", "when", "said"),
    [
        ("past", "verano de 2021", "Terminó Talleres verano de 2021"),
        ("now", "", "Ahora Talleres"),
        ("coming", "", "Falta Talleres"),
        ("undated", "", "Sin fecha todavía Talleres"),
    ],
)
def test_a_phase_says_in_words_where_it_stands(state: str, when: str, said: str) -> None:
    assert include("phases", phases=[{"title": "Talleres", "state": state, "when": when}]) == said


def test_a_number_without_its_base_says_that_the_source_gives_none() -> None:
    said = include("provenance", source="Marsh y otros, 2025")

    assert said == "¿Cómo lo sabemos? Fuente Marsh y otros, 2025 Base La fuente no dice de cuántas respuestas."


def test_a_contradiction_is_shown_whole() -> None:
    said = include("provenance", n=51, base="organizaciones", says=[("50 en la fase 1", "L127"), ("51", "L130")])

    assert said == (
        "¿Cómo lo sabemos? Base 51 organizaciones "
        "La fuente se contradice y mostramos las dos versiones: 50 en la fase 1 (L127) 51 (L130)"
    )


def test_pages_of_a_list_tell_how_much_there_is() -> None:
    said = include("pager", older="?despues=40", first=21, last=40, total=2738)

    assert said == "21 a 40 de 2,738 Anteriores →"


def test_a_list_of_one_page_has_no_links() -> None:
    assert include("pager") == ""


def test_an_empty_place_says_what_to_do() -> None:
    shown = markup('{% include "components/empty.html" %}', title="Aún no hay aportes", url="/nuevo", action="Escribe")

    assert re.findall(r'<a class="button" href="(.*?)">(.*?)</a>', shown) == [("/nuevo", "Escribe")]


@pytest.mark.parametrize(
    ("kind", "said"),
    [("success", "Listo: Guardado"), ("warning", "Ojo: Guardado"), ("error", "Ojo: Guardado"), ("", "Aviso: Guardado")],
)
def test_a_notice_says_its_kind_in_a_word(kind: str, said: str) -> None:
    assert include("notice", kind=kind, text="Guardado").replace(" Guardado", ": Guardado") == said


def test_hostile_text_stays_text() -> None:
    hostile = '<script>alert("1")</script>'

    shown = markup('{% include "components/voice.html" %}', text=hostile, code=hostile, context=hostile)

    assert (shown.count("<script"), shown.count("&lt;script&gt;")) == (0, 3)


def test_asking_before_doing_sends_what_it_was_given() -> None:
    shown = markup(
        '{% include "components/confirm.html" %}', title="¿Quitar?", submit="Quitar", hidden=[("ref", "A31")]
    )

    assert re.findall(r'<input type="hidden" name="(.*?)" value="(.*?)">', shown) == [("ref", "A31")]


def test_slips_are_numbered() -> None:
    slips = [{"code": "nube maíz"}, {"code": "hilo sol"}]

    said = include("slips", slips=slips, heading="Tequio", text="Guárdala.")

    assert said == "Tequio 1 de 2 Guárdala. nube maíz Tequio 2 de 2 Guárdala. hilo sol"


def test_the_knots_of_a_journey_grow_with_what_they_count() -> None:
    steps = [{"n": 50, "noun": "voces"}, {"n": 10, "noun": "temas"}, {"noun": "sin decidir"}]

    assert words("{% knot_sizes steps as sizes %}{{ sizes }}", steps=steps) == "[14, 6, 5]"
