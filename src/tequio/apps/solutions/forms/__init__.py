"""From what people type to clean values."""

from tequio.apps.solutions.forms.answers import KeyingForm, WebForm
from tequio.apps.solutions.forms.feedback import FeedbackForm, QuestionForm, RoundForm
from tequio.apps.solutions.forms.problems import JudgeForm, ProblemForm
from tequio.apps.solutions.forms.prototypes import PrototypeForm, StatesForm, VersionForm
from tequio.apps.solutions.forms.solutions import FeaturesForm, SolutionForm

__all__ = [
    "FeaturesForm",
    "FeedbackForm",
    "JudgeForm",
    "KeyingForm",
    "ProblemForm",
    "PrototypeForm",
    "QuestionForm",
    "RoundForm",
    "SolutionForm",
    "StatesForm",
    "VersionForm",
    "WebForm",
]
