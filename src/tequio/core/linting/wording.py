"""What each finding says, in the languages of the product: the same sentence on a page, on paper and on a terminal."""

from collections.abc import Mapping

from tequio.core.linting.values import Code, Finding
from tequio.core.localized import Localized, both, pick

SENTENCES: Mapping[Code, Localized] = {
    Code.SUM_DIFFERS: both(
        "La columna suma %(sum)s y el texto dice %(stated)s.",
        "The column adds up to %(sum)s and the text says %(stated)s.",
    ),
    Code.SUM_EXPLAINED: both(
        "La diferencia son %(n)s renglones que ya están contados dentro de otros: %(labels)s. Sin ellos la suma es la "
        "que dice el texto.",
        "The difference is %(n)s rows that are already counted inside others: %(labels)s. Without them the sum is what "
        "the text says.",
    ),
    Code.SUM_UNREAD: both(
        "Si la celda «%(unread)s» de «%(label)s» dijera %(missing)s, la suma sería la que dice el texto.",
        "If the cell “%(unread)s” of “%(label)s” said %(missing)s, the sum would be what the text says.",
    ),
    Code.PART_NESTED: both(
        "Todo lo que cuenta «%(label)s» está también en «%(whole)s»: los renglones no son partes separadas.",
        "All that “%(label)s” counts is in “%(whole)s” too: the rows are not separate parts.",
    ),
    Code.PART_REPEATED: both(
        "«%(label)s» cuenta lo mismo que «%(whole)s».", "“%(label)s” counts the same things as “%(whole)s”."
    ),
    Code.PARTS_OVERLAP: both(
        "«%(label)s» y «%(other)s» tienen %(n)s en común: %(members)s.",
        "“%(label)s” and “%(other)s” have %(n)s in common: %(members)s.",
    ),
    Code.MEMBERS_DIFFER: both(
        "«%(label)s» dice %(printed)s y en su lista hay %(listed)s.",
        "“%(label)s” says %(printed)s and its list has %(listed)s.",
    ),
    Code.MEMBERS_TOTAL: both(
        "En las listas hay %(different)s distintos y el texto dice %(stated)s.",
        "The lists hold %(different)s different ones and the text says %(stated)s.",
    ),
    Code.MEMBER_TWICE: both(
        "La lista de «%(label)s» repite: %(members)s.", "The list of “%(label)s” repeats: %(members)s."
    ),
    Code.COUNT_UNREAD: both(
        "En «%(label)s» la cuenta dice «%(unread)s», que no es un número.",
        "In “%(label)s” the count says “%(unread)s”, which is no number.",
    ),
    Code.LABEL_TWICE: both(
        "«%(label)s» está más de una vez: renglones %(lines)s.", "“%(label)s” is there more than once: lines %(lines)s."
    ),
    Code.LABEL_CONTRADICTS: both(
        "«%(label)s» está puesto en «%(group)s»; según la referencia va en «%(expected)s».",
        "“%(label)s” is put under “%(group)s”; by the reference it belongs to “%(expected)s”.",
    ),
    Code.COLUMN_SHIFTED: both(
        "Parece que la columna se recorrió desde «%(label)s»: tal como está coinciden %(now)s de %(n)s renglones; "
        "%(shift)s coinciden %(then)s.",
        "The column seems to have slipped from “%(label)s” on: as printed %(now)s of %(n)s rows agree; "
        "%(shift)s %(then)s do.",
    ),
    Code.GROUP_WITHOUT_COUNT: both(
        "«%(label)s» está puesto en «%(group)s» y no cuenta nada.",
        "“%(label)s” is put under “%(group)s” and counts nothing.",
    ),
    Code.COUNT_WITHOUT_GROUP: both(
        "«%(label)s» cuenta algo y no está puesto en ningún grupo.",
        "“%(label)s” counts something and is put under no group.",
    ),
    Code.SUBTOTAL_DIFFERS: both(
        "El texto dice %(stated)s; con los números de la tabla son %(sum)s.",
        "The text says %(stated)s; with the numbers of the table it is %(sum)s.",
    ),
    Code.SUBTOTAL_COUNTS_TWICE: both(
        "Cuenta %(twice)s dos veces: son %(different)s distintos.",
        "It counts %(twice)s twice: there are %(different)s different ones.",
    ),
    Code.LEFT_OUT: both(
        "%(n)s no están en ninguna de estas sumas. Quedan fuera por completo: %(labels)s.",
        "%(n)s are in none of these sums. Left out altogether: %(labels)s.",
    ),
}
SLIPS: Mapping[str, Localized] = {
    "dropped": both(" Quizá falta o sobra una cifra.", " Perhaps a digit was left out or put in."),
    "swapped": both(" Quizá se cambiaron de lugar dos cifras.", " Perhaps two digits changed places."),
}
SHIFTS: Mapping[str, Localized] = {
    "down": both(
        "si ahí falta una celda vacía y lo demás baja un renglón,",
        "if a blank cell is missing there and the rest goes down one row,",
    ),
    "up": both(
        "si ahí sobra una celda y lo demás sube un renglón,",
        "if there is a cell too many there and the rest goes up one row,",
    ),
}


def message(finding: Finding, language: str) -> str:
    """Return one or two sentences in Spanish or English."""
    facts = {name: value if value != "" else "—" for name, value in finding.facts.items()}
    way, slip = str(facts.get("way", "")), str(finding.facts.get("slip", ""))
    shift = pick(SHIFTS[way], language).text if way else ""
    text = pick(SENTENCES[finding.code], language).text % {**facts, "shift": shift}
    return text + (f" {pick(SLIPS[slip], language).text.strip()}" if slip else "")
