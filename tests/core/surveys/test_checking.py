import pytest

from tequio.core.localized import both
from tequio.core.surveys.checking import check
from tequio.core.surveys.defaults import starting
from tequio.core.surveys.form import Choice, ChoiceList, Form, Range
from tequio.core.surveys.order import Circle, in_order
from tequio.core.surveys.plan import plan
from tequio.core.surveys.problems import Weight
from tequio.core.surveys.responses import Response
from tests.core.surveys.forms import SI_NO, ask, form, group, interview


def found(made):
    return [(each.element, each.part, each.code, each.facts) for each in check(made)]


def test_a_sound_form_has_no_problems():
    made = form(
        ask("estado"),
        ask("zona", "select_one", choices="zonas", choice_filter="estado = ${estado} and name != ''"),
        group("casa", ask("edad", "integer", default="18"), repeat=True, count="count(${casa}) + 1"),
        ask("otra", "select_multiple", choices="usos", or_other=True, hint="Dijiste ${zona} y ${otra_other}"),
        ask("si", "acknowledge", purpose="show"),
        ask("donde", "geopoint", choices="territories"),
    )

    assert found(made) == []


@pytest.mark.parametrize(
    ("items", "problem"),
    [
        ([ask("n", "note")], ("", "type", "form.empty", {})),
        ([ask("")], ("", "name", "form.name_missing", {})),
        ([ask("mi edad")], ("mi edad", "name", "form.name_malformed", {"name": "mi edad"})),
        ([ask("a"), group("a", ask("b"))], ("a", "name", "form.name_twice", {"name": "a"})),
        (
            [group("r", ask("a"), group("s", ask("b"), repeat=True), repeat=True)],
            ("s", "type", "form.repeat_in_repeat", {"name": "s"}),
        ),
        (
            [ask("a", relevant="1 = ${b}")],
            ("a", "relevant", "form.unknown_question", {"name": "b", "at": 5}),
        ),
        ([ask("a", label="¿${b}?")], ("a", "label", "form.unknown_question", {"name": "b", "at": 1})),
        ([ask("a", constraint="edad > 1")], ("a", "constraint", "form.bare_name", {"name": "edad", "at": 1})),
        (
            [group("g", ask("a"), relevant="x")],
            ("g", "relevant", "form.bare_name", {"name": "x", "at": 1}),
        ),
        (
            [ask("a", "select_one", choices="zonas", choice_filter="pais = 'mx'")],
            ("a", "choice_filter", "form.unknown_column", {"name": "pais", "at": 1, "choices": "zonas"}),
        ),
        ([ask("a", "select_one", choices="nada")], ("a", "type", "form.no_list", {"choices": "nada"})),
        ([ask("q"), ask("a", "calculate")], ("a", "calculation", "form.no_calculation", {"name": "a"})),
        ([ask("a", purpose="show")], ("a", "purpose", "form.purpose_needs_acknowledge", {"name": "a"})),
        (
            [ask("a", "range", range=Range("1", "5", "0"))],
            ("a", "parameters", "form.range_impossible", {"name": "a"}),
        ),
        ([ask("a", "integer", default="x")], ("a", "default", "form.default_unreadable", {"text": "x"})),
        (
            [ask("a", relevant="${b} = 1"), ask("b", relevant="${a} = 1")],
            ("a", "relevant", "form.circle", {"names": "a, b"}),
        ),
        ([group("g", ask("a"), relevant="${a} = 1")], ("a", "relevant", "form.circle", {"names": "a"})),
    ],
)
def test_what_is_wrong_is_told_with_its_place(items, problem):
    assert found(form(*items)) == [problem]


def test_a_deep_nest_is_refused():
    made = ask("a")
    for depth in range(9):
        made = group(f"g{depth}", made)

    assert found(form(made)) == [("g0", "type", "form.too_deep", {"limit": 8})]


def test_too_many_questions_are_refused():
    assert found(form(*(ask(f"q{n}") for n in range(1_001)))) == [("", "type", "form.too_many", {"limit": 1_000})]


def test_choices_must_be_told_apart_and_written_down():
    odd = ChoiceList("odd", tuple(Choice(name, both("x")) for name in ("a", "b c", "", "a")))
    made = form(ask("q", "select_multiple", choices="odd"), lists=(odd,))

    assert found(made) == [
        ("b c", "name", "form.choice_name_spaces", {"name": "b c", "choices": "odd"}),
        ("", "name", "form.choice_name_missing", {"name": "", "choices": "odd"}),
        ("a", "name", "form.choice_twice", {"name": "a", "choices": "odd"}),
    ]


def test_a_form_may_allow_a_choice_twice_and_spaces_where_one_is_chosen():
    odd = ChoiceList("odd", tuple(Choice(name, both("x")) for name in ("a", "b c", "a")))
    made = form(ask("q", "select_one", choices="odd"), lists=(odd,), kept={"allow_choice_duplicates": "yes"})

    assert found(made) == []


def test_words_that_are_not_there_in_every_language_are_a_note():
    made = Form(
        name="f",
        languages=("es", "en"),
        items=(ask("a"), ask("b", "select_one", choices="si_no", label="")),
        lists=(SI_NO, ChoiceList("raro", (Choice("x"),))),
    )

    assert [(each.element, each.choices, each.code, each.weight) for each in check(made)] == [
        ("a", "", "form.no_translation", Weight.NOTE),
        ("b", "", "form.no_label", Weight.NOTE),
        ("x", "raro", "form.no_label", Weight.NOTE),
    ]


def test_defaults_stand_there_before_anybody_answers():
    made = form(
        ask("a", "integer", default="18"),
        ask("b", "integer", default="2 + ${a}"),
        ask("c", default="http://tequio.mx/a-b"),
        ask("d", "date", default="today()"),
        ask("e", "integer", default="x"),
        ask("f", "select_multiple", choices="usos", default="luz agua"),
        ask("g", default="if(true(), 'sí', 'no')"),
        group("r", ask("h", default="x"), repeat=True),
    )

    assert starting(plan(made)) == Response({"a": 18, "c": "http://tequio.mx/a-b", "f": ("agua", "luz"), "g": "sí"})


def test_names_come_after_what_they_hang_on():
    assert in_order({"c": ("a", "b"), "a": (), "b": ("a", "zz")}) == ("a", "b", "c")


def test_names_in_a_circle_are_told():
    with pytest.raises(Circle) as caught:
        in_order({"a": ("b",), "b": ("c", "d"), "c": (), "d": ("b",)})

    assert caught.value.names == ("b", "d")


def test_a_scale_is_known_by_its_looks():
    question = interview(form(ask("q", "select_one", choices="usos", appearance="likert compact"))).plan.places["q"]

    assert question.question.ordered
