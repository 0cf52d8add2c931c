"""Wording of what this app refuses."""

from django.utils.translation import gettext_lazy as _

SENTENCES = {
    "role.unknown": _("There is no such role. Choose one of the list."),
    "role.last_operator": _("This is the only person who runs the space. Give somebody else that role first."),
    "setup.done": _("This installation is already set up. Sign in instead."),
    "setup.code": _("This is not the code. It stands in the window where the server was started."),
}
