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
_DECISION = both("Número de la decisión", "Number of the decision")
_COMMITMENT = both("Número del compromiso", "Number of the commitment")

DECISIONS: Columns = {
    "ref": _DECISION,
    **_in_both("title", "Título", "Title"),
    **_in_both("text", "Qué se decidió", "What was decided"),
    **_in_both("reasons", "Por qué", "Why"),
    **_in_both("decided_by", "Quién decidió", "Who decided"),
    "decided_on": both("Día en que se decidió", "Day on which it was decided"),
    **_SYNTHETIC,
}
COMMITMENTS: Columns = {
    "ref": _COMMITMENT,
    "decision": _DECISION,
    **_in_both("title", "Qué se prometió", "What was promised"),
    **_in_both("who", "Quién lo prometió", "Who promised it"),
    "organization": both("Organización que informa los avances", "Organisation that reports on it"),
    "due_start": both("Primer día de la fecha prometida", "First day of the promised date"),
    "due_end": both("Último día de la fecha prometida", "Last day of the promised date"),
    "precision": both(
        "Exactitud de la fecha: day, month, season o year", "How exact the date is: day, month, season or year"
    ),
    "state": both(
        "open: en camino; kept: cumplido; late: atrasado; changed: cambiado; dropped: abandonado",
        "open, kept, late, changed or dropped",
    ),
    "on": both("Día en que está así", "Day on which it stands like that"),
    "kept_late": both("Se cumplió después de su fecha", "Kept after its date"),
    "closed_on": both("Día en que se cumplió o se abandonó", "Day on which it was kept or dropped"),
    **_in_both("reason", "Por qué está así", "Why it stands like that"),
    "milestones": both("Pasos", "Steps"),
    "reached": both("Pasos que se lograron", "Steps that were reached"),
    **_SYNTHETIC,
}
CHANGES: Columns = {
    "commitment": _COMMITMENT,
    "at": both("Cuándo se dijo", "When it was said"),
    "before": both("Cómo estaba", "How it stood"),
    "after": both("Cómo quedó", "How it stands after"),
    **_in_both("reason", "Por qué", "Why"),
    "kept_on": both("Día en que se cumplió", "Day on which it was kept"),
    **_in_both("was", "Lo que se prometía antes, si cambió", "What was promised before, if it changed"),
    "was_due": both("Último día de la fecha de antes, si cambió", "Last day of the date before, if it changed"),
    **_SYNTHETIC,
}
MILESTONES: Columns = {
    "ref": both("Número del paso", "Number of the step"),
    "commitment": _COMMITMENT,
    **_in_both("title", "Paso o noticia", "Step or news"),
    "due": both("Día previsto", "Planned day"),
    "reached_on": both("Día en que se logró; vacío si todavía no", "Day on which it was reached; empty if not yet"),
    **_in_both("note", "Qué pasó", "What happened"),
    "evidence": both("Dónde se puede ver", "Where it can be seen"),
    "reported_by": both(
        "Organización que lo informó; vacío si quien facilita", "Organisation that reported it; empty if staff"
    ),
    **_SYNTHETIC,
}
