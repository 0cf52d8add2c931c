"""Wording of what the core and the formats refuse."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, str | Promise] = {
    "phase.ends_before_start": _("The phase “%(phase)s” ends before it starts. Correct one of the two dates."),
}
