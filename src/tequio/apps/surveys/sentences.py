"""Wording of what surveys refuse."""

from django.utils.functional import Promise

from tequio.apps.surveys.sentences_of_answers import SENTENCES as OF_ANSWERS
from tequio.apps.surveys.sentences_of_forms import SENTENCES as OF_FORMS
from tequio.apps.surveys.sentences_of_formulas import SENTENCES as OF_FORMULAS

SENTENCES: dict[str, str | Promise] = {**OF_FORMULAS, **OF_FORMS, **OF_ANSWERS}
