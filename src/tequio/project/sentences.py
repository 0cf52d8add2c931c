"""Wording of what the installation as a whole refuses."""

from django.utils.translation import gettext_lazy as _

SENTENCES = {
    "backup.not_empty": _(
        "There is already something here. Restore into an empty folder: set TEQUIO_DATA to a new one."
    ),
}
