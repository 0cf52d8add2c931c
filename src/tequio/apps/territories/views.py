"""Where people live: for everybody to read, and for staff to complete."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect

from tequio.apps.territories import actions, forms, queries
from tequio.apps.territories.imports import rows_of
from tequio.apps.territories.models import Territory
from tequio.apps.territories.rows import Defect
from tequio.core.roles import Permission
from tequio.formats.geojson import boundaries
from tequio.web.pages import page, tried
from tequio.web.permissions import ANYONE, needs, staff
from tequio.web.refusals import worded
from tequio.web.requests import Request

EDIT = staff(Permission.TERRITORIES_EDIT)
SHOWN_DEFECTS = 50


def _who(request: Request) -> dict[str, Any]:
    return {"space": request.space.pk, "by": request.actor, "at": request.at}


@needs(ANYONE)
def index(request: Request) -> HttpResponse:
    editions, tree = queries.large_tree()
    totals = queries.borough_totals()
    shown = {"editions": editions, "tree": tree, "places": queries.places(totals), "sources": queries.sources()}
    return page(request, "territories/list.html", shown)


@needs(ANYONE)
def detail(request: Request, code: str) -> HttpResponse:
    found = get_object_or_404(Territory.objects.select_related("parent"), code=code)
    children: QuerySet[Territory] = found.children.defer("boundary")
    shown = {"territory": found, "children": children, "populations": queries.populations_of(found)}
    return page(request, "territories/detail.html", shown)


@needs(ANYONE)
def outlines(request: Request) -> HttpResponse:
    return page(request, "territories/map.html", {"drawing": queries.drawing()})


@needs(EDIT, "GET", "POST")
def add(request: Request) -> HttpResponse:
    form = forms.TerritoryForm(request.POST or None)
    made = tried(form, lambda: actions.add_territory(**form.cleaned_data, **_who(request)))
    if made:
        return redirect("territories:detail", request.space.slug, made.code)
    return page(request, "territories/form.html", {"form": form})


@needs(EDIT, "GET", "POST")
def edit(request: Request, code: str) -> HttpResponse:
    found = get_object_or_404(Territory, code=code)
    known = {name: getattr(found, name) for name in ("name", "kind", "parent")}
    tile = {"column": found.tile_column, "row": found.tile_row}
    form = forms.EditForm(request.POST or None, initial=known | tile)
    if tried(form, lambda: actions.edit_territory(found, **form.cleaned_data, **_who(request))):
        return redirect("territories:detail", request.space.slug, found.code)
    return page(request, "territories/form.html", {"territory": found, "form": form})


@needs(EDIT, "GET", "POST")
def population(request: Request, code: str) -> HttpResponse:
    found = get_object_or_404(Territory, code=code)
    form = forms.PopulationForm(request.POST or None)
    if tried(form, lambda: actions.set_population(found, **form.cleaned_data, **_who(request))):
        return redirect("territories:detail", request.space.slug, found.code)
    return page(request, "territories/population.html", {"territory": found, "form": form})


@needs(EDIT, "GET", "POST")
def load_boundaries(request: Request) -> HttpResponse:
    """A GeoJSON file; the answer says which areas fit and which did not."""
    form = forms.FileForm(*_sent(request))
    matches = tried(form, lambda: _loaded(request, form.cleaned_data["file"].read()))
    return page(request, "territories/boundaries.html", {"form": form, "matches": matches})


def _loaded(request: Request, data: bytes) -> actions.Matches:
    return actions.load_boundaries(boundaries(data), **_who(request))


@needs(EDIT, "GET", "POST")
def load_table(request: Request) -> HttpResponse:
    """A table of territories with their populations. One line that is wrong, and none is taken."""
    form = forms.TableForm(*_sent(request))
    defects: list[Defect] = []
    done = tried(form, lambda: _taken(request, form, defects))
    told = [(defect.line, worded(defect.code, defect.facts)) for defect in defects[:SHOWN_DEFECTS]]
    shown = {"form": form, "done": done, "defects": told, "more": len(defects) - len(told)}
    response = page(request, "territories/table.html", shown)
    response.status_code = 422 if defects else response.status_code
    return response


def _taken(request: Request, form: forms.TableForm, defects: list[Defect]) -> tuple[int, int] | None:
    file = form.cleaned_data["file"]
    rows, wrong = rows_of(file.read(), file.name)
    defects += wrong
    return None if wrong else actions.import_rows(rows, source=form.cleaned_data["source"], **_who(request))


def _sent(request: Request) -> tuple[Any, Any]:
    return (request.POST, request.FILES) if request.method == "POST" else (None, None)
