"""What every template may use."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from tequio import __version__


def page(request: HttpRequest) -> dict[str, Any]:
    return {
        "space": getattr(request, "space", None),
        "may": {permission.value.replace(".", "_"): True for permission in getattr(request, "permissions", ())},
        "here": request.get_full_path(),
        "languages": settings.LANGUAGES,
        "version": __version__,
    }
