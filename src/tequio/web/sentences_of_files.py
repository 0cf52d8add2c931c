"""Wording of what is wrong with a file that somebody brought."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, str | Promise] = {
    "image.not_an_image": _("This is not a picture we can show. Use PNG, JPEG or WebP."),
}
