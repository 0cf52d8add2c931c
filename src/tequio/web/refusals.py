"""The wording of every refusal, in the reader's language. Each app adds its own; a test asks for each code."""

from collections.abc import Mapping
from datetime import date, datetime
from importlib import import_module
from importlib.util import find_spec

from django.apps import apps
from django.utils.formats import date_format
from django.utils.functional import Promise

from tequio.core.refusals import Refusal
from tequio.web.sentences import SENTENCES
from tequio.web.sentences_of_files import SENTENCES as OF_FILES


def sentence(refusal: Refusal) -> str:
    facts = {name: _worded(value) for name, value in refusal.facts.items()}
    vague = bool(refusal.facts.get("approximate")) and refusal.code == "activity.not_yet"
    return str(sentences()["activity.not_yet_about" if vague else refusal.code]) % facts


def worded(code: str, facts: Mapping[str, object]) -> str:
    """The sentence of a refusal that was kept as data (a rejected row, say)."""
    return sentence(Refusal(code, **facts))


def sentences() -> Mapping[str, str | Promise]:
    """The sentences of the core and formats, and those that each app, and the project, keeps in its `sentences.py`."""
    every: dict[str, str | Promise] = SENTENCES | OF_FILES
    ours = [app.name for app in apps.get_app_configs() if app.name.startswith("tequio.apps.")]
    for package in (*ours, "tequio.project"):
        if find_spec(f"{package}.sentences"):
            every |= import_module(f"{package}.sentences").SENTENCES
    return every


def _worded(value: object) -> object:
    if isinstance(value, datetime):
        return date_format(value, "DATETIME_FORMAT")
    return date_format(value, "DATE_FORMAT") if isinstance(value, date) else value
