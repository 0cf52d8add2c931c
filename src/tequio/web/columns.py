"""Columns that every app uses: a text in several languages, and a manager that refuses to look outside its space."""

from typing import TYPE_CHECKING, Any

from django.db import models
from django_scopes import ScopedManager

if TYPE_CHECKING:
    ScopedManagerOf = models.Manager
else:
    ScopedManagerOf = Any


def scoped(path: str) -> Any:
    """A manager whose every query is bounded to the space in force; without one, a query raises."""
    return ScopedManager(space=path)


def localized(**options: object) -> "models.JSONField[dict[str, str], dict[str, str]]":
    """A text per language: {"es": …, "en": …}."""
    return models.JSONField(default=dict, blank=True, **options)  # type: ignore[arg-type]
