"""One way to answer with HTML, and one way to try an action with a form."""

from collections.abc import Callable, Mapping
from typing import Any

from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from tequio.core.refusals import Refusal
from tequio.web.refusals import sentence


def page(request: HttpRequest, template: str, context: Mapping[str, Any] | None = None) -> HttpResponse:
    """The page; 422 where a form on it was refused."""
    context = dict(context or {})
    refused = any(isinstance(value, BaseForm) and value.is_bound and value.errors for value in context.values())
    return render(request, template, context, status=422 if refused else 200)


def tried[T](form: BaseForm, act: Callable[[], T]) -> T | None:
    """Run the action when the form is valid; a refusal becomes the form's own error, and nothing has been written.

    An action that returns nothing of its own must return something true ("done") for the caller to go on.
    """
    if not form.is_bound or not form.is_valid():
        return None
    try:
        return act()
    except Refusal as refusal:
        field = refusal.facts.get("field")
        form.add_error(field if isinstance(field, str) and field in form.fields else None, sentence(refusal))
        return None
