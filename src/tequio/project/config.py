"""What the host may set, read once from the environment and refused in words when it makes no sense.

Every variable here has a row in docs/configure.md; a test compares the two.
"""

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Literal, get_args

SecondFactor = Literal["required", "offered"]
PREFIX = "TEQUIO_"


class ConfigError(Exception):
    """A setting that cannot be used; the message names it and what it may be."""


@dataclass(frozen=True, slots=True)
class Config:
    """Names of the environment are these field names in capitals after TEQUIO_, except DATABASE_URL."""

    data: Path
    secret_key: str
    database_url: str = ""
    hosts: tuple[str, ...] = ("127.0.0.1", "localhost")
    https: bool = False
    debug: bool = False
    language: Literal["es", "en"] = "es"
    time_zone: str = "America/Mexico_City"
    second_factor: SecondFactor = "required"
    email_url: str = ""
    email_from: str = ""
    upload_mb: int = 20


def load(env: Mapping[str, str] = os.environ) -> Config:
    data = Path(env.get(PREFIX + "DATA", "data")).resolve()
    return Config(
        data=data,
        secret_key=_secret(env, data),
        database_url=_value(env, "DATABASE_URL"),
        hosts=_list(env, "HOSTS", ("127.0.0.1", "localhost")),
        https=_flag(env, "HTTPS"),
        debug=_flag(env, "DEBUG"),
        language=_choice(env, "LANGUAGE", ("es", "en")),
        time_zone=_value(env, PREFIX + "TIME_ZONE") or "America/Mexico_City",
        second_factor=_choice(env, "SECOND_FACTOR", get_args(SecondFactor)),
        email_url=_value(env, PREFIX + "EMAIL_URL"),
        email_from=_value(env, PREFIX + "EMAIL_FROM"),
        upload_mb=_whole(env, "UPLOAD_MB", 20),
    )


def variables() -> list[str]:
    """Every name that `load` reads, for the documentation and its test."""
    names = [field.name.upper() for field in fields(Config)]
    return sorted("DATABASE_URL" if name == "DATABASE_URL" else PREFIX + name for name in names)


def _value(env: Mapping[str, str], name: str) -> str:
    """The value, or what the file named by NAME_FILE holds: the way secrets are handed to services."""
    path = env.get(name + "_FILE")
    return Path(path).read_text().strip() if path else env.get(name, "").strip()


def _list(env: Mapping[str, str], name: str, default: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(part.strip() for part in env.get(PREFIX + name, "").split(",") if part.strip()) or default


def _flag(env: Mapping[str, str], name: str) -> bool:
    value = env.get(PREFIX + name, "").strip().lower()
    if value not in {"", "0", "1", "yes", "no", "true", "false"}:
        raise ConfigError(f"{PREFIX}{name} is '{value}': write yes or no.")
    return value in {"1", "yes", "true"}


def _whole(env: Mapping[str, str], name: str, default: int) -> int:
    value = env.get(PREFIX + name, "").strip() or str(default)
    if not value.isdigit() or int(value) == 0:
        raise ConfigError(f"{PREFIX}{name} is '{value}': write a whole number above zero.")
    return int(value)


def _choice[T: str](env: Mapping[str, str], name: str, choices: tuple[T, ...]) -> T:
    value = env.get(PREFIX + name, "").strip() or choices[0]
    for choice in choices:
        if choice == value:
            return choice
    raise ConfigError(f"{PREFIX}{name} is '{value}': write one of {', '.join(choices)}.")


def _secret(env: Mapping[str, str], data: Path) -> str:
    """The given key, or one made at the first start and kept beside the data, readable by its owner alone."""
    given = _value(env, PREFIX + "SECRET_KEY")
    if given:
        return given
    path = data / "secret.key"
    if not path.exists():
        data.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(48))
    return path.read_text().strip()
