import pytest
from hypothesis import given
from hypothesis import strategies as st

from tequio.core.text.fold import fold
from tequio.core.text.stems import query_terms, stem, stems

JOIN = """
jóvenes joven · mujeres mujer · luces luz · ciudades ciudad · canciones canción · aguas agua · casas casa
calles calle · voces voz · veces vez · jueces juez · peces pez · lápices lápiz · cruces cruz · avances avance
enlaces enlace · países país · intereses interés · autobuses autobús · meses mes · leyes ley · reyes rey
árboles árbol · flores flor · redes red · bases base · clases clase · fases fase · baches bache
parques parque · transportes transporte · hospitales hospital · jefes jefe · clientes cliente · noches noche
nombres nombre · puentes puente · ejes eje · imágenes imagen · órdenes orden · exámenes examen
decisiones decisión · organizaciones organización · necesidades necesidad · comunidades comunidad
series serie · especies especie · pies pie · cafés café · comités comité · colibríes colibrí · taxis taxi
menús menú · niños niño · años año · señales señal · vecinas vecina · vecinos vecino · talleres taller
lugares lugar · hogares hogar · préstamos préstamo · reclamos reclamo · últimos último · máximos máximo
caminar caminando · caminar caminamos · participar participando · organizar organizamos · vivir viviendo
comer comiendo · comer comemos · construir construyendo · vivir vivimos · trabajar trabajamos
aprender aprendiendo · aprender aprendemos · MUJERES mujer · Índice indice · pingüinos pinguino · aéreos aereo
cities city · houses house · boxes box · services service · voices voice · needs need · buses bus
movies movie
"""
APART = """
casa caso · pan pana · año ano · mesa mes · caso cosa · calle callo · niño niña · parte parto · puerto puerta
banco banca · agua aguja · luz lucha · red rueda · camino caminar · vivienda vivir · ciudad ciudadano
salud saludo · mano manta · barrio barro · pena peña · cana caña · sueno sueño · campo campaña
colonia colonial · paro para · mar marea · hombre hambre · costa costo · moda modo · plaza plazo · pata pato
gasto gesto · foco foca · ruta ruto
"""


def pairs(text):
    return [tuple(pair.split()) for line in text.strip().splitlines() for pair in line.split("·")]


@pytest.mark.parametrize(("one", "other"), pairs(JOIN))
def test_forms_of_one_word_find_each_other(one, other):
    assert stem(fold(one)) == stem(fold(other))


@pytest.mark.parametrize(("one", "other"), pairs(APART))
def test_different_words_stay_apart(one, other):
    assert stem(fold(one)) != stem(fold(other))


def test_a_text_gives_its_stems_in_order_without_the_commonest_words():
    assert stems("La falta de agua en las colonias, y las MUJERES que caminan") == [
        "falta",
        "agua",
        "colonia",
        stem("mujer"),
        "caminan",
    ]


def test_numbers_codes_and_marks_are_split_at_everything_but_letters_and_digits():
    assert stems("W1#13: línea_12 (2027), ¿agua/luz?") == ["w1", "13", "linea", "12", "2027", "agua", "luc"]


def test_a_search_asks_for_each_stem_once():
    assert query_terms("Agua, aguas y más agua para la casa") == ["agua", "casa"]


@pytest.mark.parametrize("text", ["", "de la y", "... ¿?", "the of and"])
def test_nothing_but_common_words_asks_for_nothing(text):
    assert query_terms(text) == []


def test_two_ways_of_writing_an_accent_are_one():
    assert stems("jo\u0301venes nin\u0303os") == stems("jóvenes niños") == ["joven", "niño"]


WORDS = st.text("abcdefghijklmnñopqrstuvxyz", min_size=1, max_size=12)


@given(WORDS)
def test_a_word_has_the_stem_of_its_plural(word):
    if len(word) > 2 and word[-1] in "aeou":
        assert stem(word + "s") == stem(word)
    elif len(word) > 2 and word[-1] in "dlnr":
        assert stem(word + "es") == stem(word)


@given(WORDS)
def test_no_word_is_left_without_a_stem_and_only_verbs_grow(word):
    found = stem(word)

    assert found
    assert len(found) <= max(len(word), 3) + 1


@given(st.text(max_size=60))
def test_any_text_has_stems_that_are_lower_case_and_without_spaces(text):
    assert all(found and found == found.lower() and len(found.split()) == 1 for found in stems(text))


@given(st.text(max_size=60))
def test_case_does_not_matter(text):
    assert stems(text.lower()) == stems(text)


@given(st.lists(WORDS), st.lists(WORDS))
def test_a_text_has_the_stems_of_its_parts(some, others):
    assert stems(" ".join(some + others)) == stems(" ".join(some)) + stems(" ".join(others))
