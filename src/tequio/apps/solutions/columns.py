"""What each column of the exported tables holds, said in both languages."""

from collections.abc import Mapping

from tequio.core.localized import Localized, both

type Columns = Mapping[str, Localized]


def _in_both(name: str, es: str, en: str) -> Columns:
    return {
        f"{name}_es": both(f"{es}, en español", f"{en}, in Spanish"),
        f"{name}_en": both(f"{es}, en inglés", f"{en}, in English"),
    }


_SYNTHETIC: Columns = {"synthetic": both("Inventado para mostrar cómo funciona", "Made up to show how it works")}
_PROBLEM = both("Número del problema", "Number of the problem")
_SOLUTION = both("Número de la solución", "Number of the solution")
_PROTOTYPE = both("Número del prototipo", "Number of the prototype")
_FEEDBACK = both("Número de la ronda de opiniones", "Number of the round of feedback")
_VERSION = both("Versión del prototipo, contada desde 1", "Version of the prototype, counted from 1")

PROBLEMS: Columns = {
    "ref": _PROBLEM,
    **_in_both("title", "Título", "Title"),
    **_in_both("statement", "Qué pasa y por qué importa", "What happens and why it matters"),
    **_in_both("affected", "Quién lo vive", "Who lives it"),
    **_in_both("memo", "Cómo se llegó ahí", "How it was reached"),
    "state": both(
        "chosen: elegido; considered: en consideración; aside: dejado de lado", "chosen, considered or aside"
    ),
    **_in_both("reason", "Por qué se eligió o se dejó de lado", "Why it was chosen or set aside"),
    **_SYNTHETIC,
}
SOLUTIONS: Columns = {
    "ref": _SOLUTION,
    **_in_both("title", "Título", "Title"),
    **_in_both("without_technology", "Qué lo resolvería sin tecnología", "What would solve it without technology"),
    **_in_both("about", "Qué hace", "What it does"),
    **_SYNTHETIC,
}
VERSIONS: Columns = {
    "prototype": _PROTOTYPE,
    **_in_both("title", "Nombre del prototipo", "Name of the prototype"),
    "version": _VERSION,
    "label": both("Cómo la llaman quienes la hicieron", "What its makers call it"),
    **_in_both("what_changed", "Qué cambió", "What changed"),
    "made_on": both("Día en que estuvo lista", "Day on which it was ready"),
    "link": both("Dónde se puede probar", "Where it can be tried"),
    "picture": both("SHA-256 de su imagen", "SHA-256 of its picture"),
    **_SYNTHETIC,
}
FEATURES: Columns = {
    "solution": _SOLUTION,
    **_in_both("feature", "Función", "Feature"),
    "prototype": _PROTOTYPE,
    "version": _VERSION,
    "state": both(
        "yes: sí; partly: en parte; no; vacío si nadie lo ha dicho", "yes, partly, no; empty if nobody has said"
    ),
    **_in_both("note", "Nota", "Note"),
    **_SYNTHETIC,
}
RESULTS: Columns = {
    "feedback": _FEEDBACK,
    "question": both("Clave de la pregunta", "Key of the question"),
    **_in_both("question", "Pregunta", "Question"),
    "only_for": both(
        "Fase a cuyas personas se preguntó; vacío si a todas", "Phase whose people were asked; empty if all"
    ),
    "asked": both(
        "Personas a quienes se preguntó; vacío si menos de 10 contestaron",
        "People asked; empty if fewer than 10 answered",
    ),
    "base": both(
        "Personas que eligieron una respuesta; vacío si menos de 10",
        "People who chose an answer; empty if fewer than 10",
    ),
    "dont_know": both("Personas que no supieron", "People who did not know"),
    "empty": both("Personas que la dejaron vacía", "People who left it empty"),
    "answer": both("Clave de la respuesta", "Key of the answer"),
    **_in_both("answer", "Respuesta", "Answer"),
    "n": both("Personas que eligieron esta respuesta", "People who chose this answer"),
    "share": both("Parte de la base, de 0 a 1", "Share of the base, from 0 to 1"),
    "low": both("Extremo inferior del intervalo de Wilson (95 %)", "Lower end of the Wilson interval (95 %)"),
    "high": both("Extremo superior del intervalo de Wilson (95 %)", "Upper end of the Wilson interval (95 %)"),
    **_SYNTHETIC,
}
COMMENTS: Columns = {
    "feedback": _FEEDBACK,
    "question": both("Clave de la pregunta", "Key of the question"),
    "code": both("Clave de la persona; vacío si no se conoce", "Code of the person; empty if not known"),
    "channel": both("web, telephone (teléfono) o paper (papel)", "web, telephone or paper"),
    "comment": both("Lo que dijo, palabra por palabra", "What they said, word for word"),
    **_SYNTHETIC,
}
