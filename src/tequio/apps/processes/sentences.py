"""Wording of what this app refuses."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, str | Promise] = {
    "process.slug_taken": _("The address “%(slug)s” is already in use. Write another one."),
    "process.template_stays": _("A plan to copy from is not published. Start a process from it and publish that one."),
    "phase.has_people": _(
        "“%(phase)s” has invited people (%(n)s), so it stays. You can close it by hand or change its dates."
    ),
    "attribute.in_use": _("Somebody has already answered: %(bands)s. Leave those lines as they are."),
    "participant.left": _("%(person)s left the process, and we know nothing about them any more."),
    "invitation.same_phase": _("Choose another phase: people are carried from one phase to a different one."),
    "invitation.other_process": _("That phase belongs to another process. Choose one of this process."),
    "invitation.nobody": _("Nobody is chosen. Mark at least one person."),
}
