"""Words that people put into columns of kinds and languages."""

from tequio.core.text.fold import fold


def _forms(words: dict[str, str]) -> dict[str, str]:
    """Each word, and its plurals, to what it means."""
    named = [(name, key) for key, names in words.items() for name in names.split(", ")]
    return {name + end: key for end in ("es", "s", "") for name, key in named}


KINDS = _forms(
    {
        "need": "necesidad, necesito, necesitamos, necesita, se necesita, hace falta, need, problema, problem",
        "idea": "idea, propuesta, proposal, sugerencia, suggestion",
        "wish": "deseo, wish, sueño, dream",
        "experience": "experiencia, experience, testimonio, testimony, vivencia",
        "statement": "afirmacion, statement, opinion",
    }
)
LANGUAGES = _forms({"es": "es, spa, español, castellano, spanish", "en": "en, eng, ingles, english"})


def kind(text: str) -> str:
    """A kind of contribution, or empty: an offer, for one, is no contribution."""
    return KINDS.get(fold(text).strip(" ."), "")


def language(text: str) -> str:
    """A language code, or empty. A region is left out: "es-MX" is "es"."""
    return LANGUAGES.get(fold(text).replace("_", "-").partition("-")[0].strip(" ."), "")
