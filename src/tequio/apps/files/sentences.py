"""What a person reads when a file is not taken."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, str | Promise] = {
    "files.no_description": _(
        "Say in a few words what the picture shows, for those who cannot see it. The picture was not saved."
    ),
}
