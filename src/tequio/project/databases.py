"""From DATABASE_URL to Django's setting: SQLite beside the data by default, PostgreSQL when named."""

from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from tequio.project.config import ConfigError

SQLITE_PRAGMAS = (
    "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON; "
    "PRAGMA secure_delete=ON; PRAGMA cache_size=-65536; PRAGMA mmap_size=268435456; PRAGMA temp_store=MEMORY;"
)


def database(url: str, data: Path) -> dict[str, Any]:
    if not url:
        data.mkdir(parents=True, exist_ok=True)
        return sqlite(data / "tequio.sqlite3")
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        return sqlite(Path(unquote(parts.path)))
    if parts.scheme in {"postgres", "postgresql"}:
        return postgresql(url)
    raise ConfigError("DATABASE_URL must begin with sqlite:// or postgresql://.")


def sqlite(path: Path) -> dict[str, Any]:
    # IMMEDIATE: a transaction that will write takes its place in the queue at once, instead of failing half-way.
    options = {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": SQLITE_PRAGMAS}
    return {"ENGINE": "django.db.backends.sqlite3", "NAME": str(path), "OPTIONS": options, "CONN_MAX_AGE": None}


def postgresql(url: str) -> dict[str, Any]:
    parts = urlsplit(url)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
    }
