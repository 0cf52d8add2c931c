from hypothesis import given
from hypothesis import strategies as st

from tequio.core.surveys.pages import following, pages, previous
from tests.core.surveys.forms import ask, form, group, interview

MADE = form(
    ask("intro", "note"),
    ask("hora", "meta"),
    ask("falta", "select_one", choices="si_no"),
    group("agua", ask("dias", "integer"), ask("pipa", "integer"), relevant="${falta} = 'si'"),
    group(
        "hogar",
        ask("personas", "integer"),
        group("casa", ask("nombre"), group("detalle", ask("edad", "integer")), repeat=True),
        group("final", ask("uso", "select_one", choices="usos", or_other=True)),
    ),
    ask("total", "calculate", calculation="1"),
)


def keys(every):
    return [(page.key, [question.name for question in page.questions], page.repeat) for page in every]


def walked(talk):
    found, page = [], following(talk)
    while page:
        found.append(page.key)
        page = following(talk, page.key)
    return found


def test_a_question_or_a_group_of_questions_is_a_page_and_a_repeat_is_one():
    assert keys(pages(interview(MADE).plan)) == [
        ("intro", ["intro"], ""),
        ("falta", ["falta"], ""),
        ("dias", ["dias", "pipa"], ""),
        ("personas", ["personas"], ""),
        ("nombre", ["nombre", "edad"], "casa"),
        ("uso", ["uso", "uso_other"], ""),
    ]


def test_a_long_group_is_several_pages_under_one_heading():
    made = form(group("todo", *(ask(f"q{n}") for n in range(25))))

    found = pages(interview(made).plan)

    assert [(page.key, len(page.questions), page.group.name) for page in found] == [
        ("q0", 12, "todo"),
        ("q12", 12, "todo"),
        ("q24", 1, "todo"),
    ]


def test_pages_without_anything_to_ask_are_passed_over():
    assert walked(interview(MADE)) == ["intro", "falta", "personas", "nombre", "uso"]
    assert walked(interview(MADE, falta="si")) == ["intro", "falta", "dias", "personas", "nombre", "uso"]


def test_a_repeat_that_the_form_does_not_come_to_is_passed_over():
    made = form(ask("vive"), group("casa", ask("nombre"), repeat=True, relevant="${vive} = 'con'"))

    assert (walked(interview(made)), walked(interview(made, vive="con"))) == (["vive"], ["vive", "nombre"])


def test_one_can_go_back_past_what_was_not_asked():
    assert previous(interview(MADE), "personas").key == "falta"
    assert previous(interview(MADE), "intro") is None


def test_a_page_that_is_not_there_leads_nowhere():
    assert (following(interview(MADE), "nada"), previous(interview(MADE), "nada")) == (None, None)


@given(st.sampled_from(["si", "no", "ns", None]))
def test_going_back_undoes_going_on(falta):
    talk = interview(MADE, **({"falta": falta} if falta else {}))
    way = walked(talk)

    assert [previous(talk, key).key for key in way[1:]] == way[:-1]
