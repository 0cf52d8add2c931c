"""Wording of what this app refuses."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, str | Promise] = {
    "publishing.not_yet": _("These data are not published yet. They will be here together with the result."),
    "publishing.draft": _("The process is still a draft. Publish the process first, then its result."),
    "publishing.without_voices": _(
        "No voice stands behind these results: %(refs)s. Say that you know it, or tie them to their voices first."
    ),
}
