"""From TEQUIO_EMAIL_URL to Django's setting. Without one nothing is ever sent, and nothing breaks."""

from typing import Any
from urllib.parse import unquote, urlsplit

from tequio.project.config import ConfigError

SILENT = {"BACKEND": "django.core.mail.backends.dummy.EmailBackend"}
SCHEMES = {"smtp": {}, "smtp+tls": {"use_tls": True}, "smtp+ssl": {"use_ssl": True}}


def mailer(url: str) -> dict[str, Any]:
    """smtp+tls://user:password@host:587 and the like."""
    if not url:
        return SILENT
    parts = urlsplit(url)
    if parts.scheme not in SCHEMES or not parts.hostname:
        raise ConfigError("TEQUIO_EMAIL_URL must look like smtp+tls://user:password@host:587.")
    options: dict[str, Any] = {"host": parts.hostname, "port": parts.port or 25, "timeout": 10, **SCHEMES[parts.scheme]}
    if parts.username:
        options |= {"username": unquote(parts.username), "password": unquote(parts.password or "")}
    return {"BACKEND": "django.core.mail.backends.smtp.EmailBackend", "OPTIONS": options}
