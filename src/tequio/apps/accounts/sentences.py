"""Wording of what this app refuses."""

from django.utils.translation import gettext_lazy as _

SENTENCES = {
    "link.unknown": _("This link does not open anything here. Copy it whole, or ask for a new one."),
    "link.used": _("This link was already used. Each one opens the door once: ask for a new one."),
    "link.expired": _("This link is too old: it worked for two days. Ask for a new one."),
    "person.email_taken": _("Somebody else here uses this e-mail. Use another one, or leave it empty."),
}
