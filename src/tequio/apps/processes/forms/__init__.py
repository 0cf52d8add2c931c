"""What people type, as clean values."""

from tequio.apps.processes.forms.coverage import CoverageForm
from tequio.apps.processes.forms.dates import FORMS as DATE_FORMS
from tequio.apps.processes.forms.dates import DatesForm, PrecisionForm, precision_of
from tequio.apps.processes.forms.invitations import AnswerForm, CarryForm, chosen
from tequio.apps.processes.forms.participants import ManyForm, PeopleFilter, PersonForm
from tequio.apps.processes.forms.plan import ActivityForm, AttributeForm, OverrideForm, PhaseForm
from tequio.apps.processes.forms.processes import AskedForm, CopyForm, EditForm, NewForm

__all__ = [
    "DATE_FORMS",
    "ActivityForm",
    "AnswerForm",
    "AskedForm",
    "AttributeForm",
    "CarryForm",
    "CopyForm",
    "CoverageForm",
    "DatesForm",
    "EditForm",
    "ManyForm",
    "NewForm",
    "OverrideForm",
    "PeopleFilter",
    "PersonForm",
    "PhaseForm",
    "PrecisionForm",
    "chosen",
    "precision_of",
]
