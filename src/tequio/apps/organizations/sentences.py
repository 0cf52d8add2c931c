"""Wording of what this app refuses."""

from django.utils.translation import gettext_lazy as _

SENTENCES = {
    "organization.known": _(
        "There is already an organisation called “%(name)s” here. If it is yours, ask to speak for it."
    ),
    "organization.verifies_itself": _("Somebody else has to say that you exist. Ask an organisation that knows you."),
}
