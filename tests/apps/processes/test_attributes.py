import pytest

from tequio.apps.processes import actions
from tequio.apps.processes.forms import AttributeForm
from tequio.apps.processes.forms.plan import band_lines
from tequio.apps.processes.models import Attribute
from tequio.core.refusals import Refusal
from tests.apps.processes.here import DOING, people, verbs
from tests.people import Cast

YOUNG = {"key": "jovenes", "label": {"es": "Jóvenes", "en": "Young"}, "population": 40}
OLD = {"key": "mayores", "label": {"es": "Mayores"}, "population": 60}


def age(cast: Cast) -> Attribute:
    return actions.add_attribute(cast.process, title={"es": "Edad"}, choices=[YOUNG, OLD], source="INEGI", **DOING)


def sent(lines: str, source: str = "INEGI", asked: Attribute | None = None) -> AttributeForm:
    data = {"title_es": "Edad", "title_en": "", "choices": lines, "source": source}
    return AttributeForm(data, asked=asked)


def test_what_is_asked_gets_a_key_of_its_own(cast: Cast) -> None:
    keys = [age(cast).key, age(cast).key]

    assert keys == ["edad", "edad-2"]
    assert verbs() == [("attribute.added", "edad"), ("attribute.added", "edad-2")]


def test_an_answer_that_somebody_gave_stays(cast: Cast) -> None:
    asked = age(cast)
    people(cast, 1, attributes={"edad": "jovenes"})

    with pytest.raises(Refusal) as refused:
        actions.edit_attribute(asked, title={"es": "Edad"}, choices=[OLD], **DOING)

    assert (refused.value.code, refused.value.facts) == ("attribute.in_use", {"bands": "Jóvenes", "field": "choices"})
    assert Attribute.objects.get().choices == [YOUNG, OLD]


def test_an_answer_that_nobody_gave_may_go(cast: Cast) -> None:
    asked = age(cast)
    people(cast, 1, attributes={"edad": "jovenes"})

    actions.edit_attribute(asked, title={"es": "Años"}, choices=[YOUNG], source="Otra", **DOING)

    assert Attribute.objects.values("title", "choices", "source").get() == {
        "title": {"es": "Años"},
        "choices": [YOUNG],
        "source": "Otra",
    }


def test_what_somebody_answered_is_still_asked(cast: Cast) -> None:
    asked = age(cast)
    people(cast, 1, attributes={"edad": "mayores"})

    with pytest.raises(Refusal, match=r"attribute\.in_use"):
        actions.remove_attribute(asked, **DOING)

    assert Attribute.objects.count() == 1


def test_what_nobody_answered_may_be_asked_no_more(cast: Cast) -> None:
    actions.remove_attribute(age(cast), **DOING)

    assert (Attribute.objects.count(), verbs()[-1]) == (0, ("attribute.removed", "edad"))


def test_answers_are_read_a_line_each() -> None:
    form = sent("Jóvenes | Young = 40\n\n  Mayores=6 0 \nNo dijo")

    valid, cleaned = form.is_valid(), form.cleaned_data
    assert valid
    assert cleaned["choices"] == [YOUNG, OLD, {"key": "no-dijo", "label": {"es": "No dijo"}, "population": None}]


def test_answers_keep_their_keys_when_they_are_typed_again(cast: Cast) -> None:
    choices = [{**YOUNG, "key": "a"}, {**OLD, "key": "b"}]
    asked = actions.add_attribute(cast.process, title={"es": "Edad"}, choices=choices, source="INEGI", **DOING)

    form = sent(band_lines(asked.choices), asked=asked)

    assert form.errors == {}
    assert form.cleaned_data["choices"] == choices


@pytest.mark.parametrize(
    ("lines", "field"),
    [
        ("Solo una", "choices"),
        ("Una\nUna", "choices"),
        ("Una = muchas\nOtra", "choices"),
        ("= 40\nOtra", "choices"),
        ("\n".join(f"Grupo {n}" for n in range(41)), "choices"),
    ],
)
def test_lines_that_cannot_be_answers_are_told(lines: str, field: str) -> None:
    form = sent(lines)

    assert (form.is_valid(), list(form.errors)) == (False, [field])


def test_numbers_of_people_need_a_source() -> None:
    counted, uncounted = sent("Una = 1\nOtra", ""), sent("Una\nOtra", "")

    assert (list(counted.errors), list(uncounted.errors)) == (["source"], [])
