"""What people read for the values of the tables."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tequio.apps.contributions.models import Contribution

KINDS: dict[str, str | Promise] = {
    Contribution.Kind.NEED: pgettext_lazy("kind of contribution", "Need"),
    Contribution.Kind.IDEA: pgettext_lazy("kind of contribution", "Idea"),
    Contribution.Kind.WISH: pgettext_lazy("kind of contribution", "Wish"),
    Contribution.Kind.EXPERIENCE: pgettext_lazy("kind of contribution", "Experience"),
    Contribution.Kind.STATEMENT: pgettext_lazy("kind of contribution", "Statement"),
}
STATUSES: dict[str, str | Promise] = {
    Contribution.Status.NEW: _("Waiting to be read"),
    Contribution.Status.ACCEPTED: _("Accepted"),
    Contribution.Status.ASIDE: _("Set aside"),
    Contribution.Status.WITHDRAWN: _("Withdrawn"),
}
STATUS_MARKS = {"new": "waiting", "accepted": "done", "aside": "closed", "withdrawn": "dropped"}
CHANNELS: dict[str, str | Promise] = {
    Contribution.Channel.WEB: _("written on the web"),
    Contribution.Channel.MEETING: _("said in a meeting"),
    Contribution.Channel.FILE: _("brought in from a file"),
    Contribution.Channel.PAPER: _("written on paper"),
    Contribution.Channel.TELEPHONE: _("said by telephone"),
}


def kinds() -> list[tuple[str, str]]:
    return [(key, str(name)) for key, name in KINDS.items()]
