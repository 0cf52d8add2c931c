"""What the states and kinds of this app are called on a page."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tequio.apps.solutions.models import FeatureState, Problem, Question, Response

PROBLEMS: Mapping[str, str | Promise] = {
    Problem.State.CHOSEN: pgettext_lazy("problem", "chosen"),
    Problem.State.CONSIDERED: pgettext_lazy("problem", "being considered"),
    Problem.State.ASIDE: pgettext_lazy("problem", "set aside"),
}
STATES: Mapping[str, str | Promise] = {
    FeatureState.State.YES: _("Yes"),
    FeatureState.State.PARTLY: _("Partly"),
    FeatureState.State.NO: _("No"),
}
KINDS: Mapping[str, str | Promise] = {
    Question.Kind.PROTOTYPE: _("Which prototype they prefer"),
    Question.Kind.CHOICE: _("Closed: one answer of several"),
    Question.Kind.COMMENT: _("Open: a comment in their own words"),
}
CHANNELS: Mapping[str, str | Promise] = {
    Response.Channel.WEB: _("on the web"),
    Response.Channel.TELEPHONE: _("by telephone"),
    Response.Channel.PAPER: _("on paper"),
}
