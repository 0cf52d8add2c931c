"""Wording of what this app refuses."""

from django.utils.translation import gettext_lazy as _

SENTENCES = {
    "thread.unknown": _("There is no “%(ref)s” on the thread of this process. Look at the code beside its name."),
}
