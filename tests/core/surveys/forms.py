"""Forms to try things on, written shortly."""

from tequio.core.localized import both
from tequio.core.surveys.expressions import parse
from tequio.core.surveys.form import Choice, ChoiceList, Form, Group, Kind, Missing, Question
from tequio.core.surveys.interview import Interview
from tequio.core.surveys.plan import plan
from tequio.core.surveys.responses import Response

FORMULAS = {"required", "relevant", "constraint", "choice_filter", "calculation", "count"}
SI_NO = ChoiceList(
    "si_no",
    (
        Choice("si", both("Sí", "Yes")),
        Choice("no", both("No", "No")),
        Choice("ns", both("No sé", "I don't know"), missing=Missing.DONT_KNOW),
    ),
)
USOS = ChoiceList("usos", tuple(Choice(name, both(name.title(), name)) for name in ("agua", "luz", "gas")))
ZONAS = ChoiceList(
    "zonas",
    tuple(
        Choice(name, both(name.title()), {"estado": state})
        for name, state in (("lago", "norte"), ("cerro", "norte"), ("playa", "sur"))
    ),
)


def ask(name, kind="text", **more):
    """ask("edad", "integer", relevant="${adulta} = 'si'"): formulas and texts are written as words."""
    parts = {key: parse(value) if key in FORMULAS else value for key, value in more.items()}
    parts["label"] = both(parts.get("label", f"¿{name}?"))
    for text in ("hint", "required_message", "constraint_message"):
        if text in parts:
            parts[text] = both(parts[text])
    return Question(name=name, kind=Kind(kind), **parts)


def group(name, *items, **more):
    parts = {key: parse(value) if key in FORMULAS else value for key, value in more.items()}
    return Group(name=name, items=items, label=both(name), **parts)


def form(*items, lists=(SI_NO, USOS, ZONAS), **more):
    return Form(name="prueba", title=both("Prueba"), language="es", items=items, lists=lists, **more)


def interview(made, now=None, repeats=None, **answers):
    return Interview(plan(made), Response(answers, repeats or {}), now)
