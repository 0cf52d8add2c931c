"""Pages of themes: what everybody reads, and the table where facilitators group voices."""

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from tequio.apps.contributions.listing import rows_for
from tequio.apps.contributions.models import Contribution
from tequio.apps.contributions.rows import rows_of
from tequio.apps.processes.models import Process
from tequio.apps.processes.queries import process_for
from tequio.apps.synthesis import actions, queries
from tequio.apps.synthesis.forms import MergeForm, PutForm, QuoteForm, SplitForm, ThemeForm, VoiceFilter
from tequio.apps.synthesis.models import Quote, Theme
from tequio.apps.synthesis.passages import passages_of, words_of
from tequio.apps.synthesis.quotable import may_be_quoted
from tequio.apps.thread.queries import knot_of, traced
from tequio.core.refusals import Refusal
from tequio.core.roles import Permission
from tequio.core.thread import Kind
from tequio.web.pages import page, tried
from tequio.web.permissions import ANYONE, needs, staff
from tequio.web.requests import Request

SHOWN = 20  # voices on a page that everybody reads
WORKED = 25  # voices on a page where they are grouped
DIGITS = 9  # of the number of a voice, at most
EDITS = staff(Permission.SYNTHESIS_EDIT)


@needs(ANYONE)
def index(request: Request, process: str) -> HttpResponse:
    found = process_for(request, process)
    themes = list(queries.themes_for(request, found))
    behind, quotes = queries.behind(found), queries.public_quotes(themes)
    rows = [(theme, behind[theme.pk], next(iter(quotes.get(theme.pk, ())), None)) for theme in themes]
    rows.sort(key=lambda row: (-row[1].voices, row[0].number))
    progress = queries.progress(found, everything=queries.reads_drafts(request))
    return page(request, "synthesis/list.html", {"process": found, "rows": rows, "progress": progress})


@needs(ANYONE)
def ungrouped(request: Request, process: str) -> HttpResponse:
    found = process_for(request, process)
    left = queries.ungrouped(found, everything=queries.reads_drafts(request))
    voices = _page(request, rows_for(left), SHOWN)
    return page(
        request, "synthesis/ungrouped.html", {"process": found, "voices": voices, "rows": rows_of(found, voices)}
    )


@needs(ANYONE)
def theme(request: Request, process: str, number: int) -> HttpResponse:
    found = _theme(request, process, number)
    if found.merged_into is not None:
        return redirect("synthesis:theme", request.space.slug, process, found.merged_into.number)
    voices = _page(request, rows_for(queries.voices_in(found)), SHOWN)
    everything = queries.reads_drafts(request)
    context = {
        "process": found.process,
        "theme": found,
        "quotes": queries.public_quotes([found]).get(found.pk, []),
        "voices": voices,
        "rows": rows_of(found.process, voices),
        "traced": traced(found.process, knot_of(found.process, Kind.THEME, found.pk), everything=everything),
    }
    return page(request, "synthesis/theme.html", context)


@needs(EDITS, "GET", "POST")
def add(request: Request, process: str) -> HttpResponse:
    found = process_for(request, process)
    form = ThemeForm(request.POST or None)
    made = tried(form, lambda: actions.add_theme(process=found, by=request.actor, at=request.at, **form.cleaned_data))
    if made:
        return redirect("synthesis:theme", request.space.slug, process, made.number)
    return page(request, "synthesis/theme_form.html", {"process": found, "form": form})


@needs(EDITS, "GET", "POST")
def edit(request: Request, process: str, number: int) -> HttpResponse:
    found = _theme(request, process, number)
    initial = {"title": found.title, "memo": found.memo, "public": found.public}
    form = ThemeForm(request.POST or None, initial=initial)
    if tried(form, lambda: actions.edit_theme(theme=found, by=request.actor, at=request.at, **form.cleaned_data)):
        return redirect("synthesis:theme", request.space.slug, process, number)
    return page(request, "synthesis/theme_form.html", {"process": found.process, "theme": found, "form": form})


@needs(EDITS, "GET", "POST")
def group(request: Request, process: str) -> HttpResponse:
    found = process_for(request, process)
    form = PutForm(request.POST or None, themes=queries.themes_for(request, found))
    if done := tried(form, lambda: _put(request, found, form)):
        messages.success(request, _("Put in %(theme)s.") % {"theme": f"T{done.number}"})
        return redirect(request.get_full_path())
    chosen = VoiceFilter(request.GET, process=found)
    voices = _page(request, chosen.applied(_to_group(request, found)), WORKED)
    inside = queries.themes_by_voice(found, voices)
    context = {
        "process": found,
        "form": form,
        "filter": chosen,
        "voices": voices,
        "rows": [(voice, inside.get(voice.pk, ())) for voice in voices],
        "progress": queries.progress(found, everything=True),
        "ticked": _numbers(request),
    }
    return page(request, "synthesis/group.html", context)


@needs(EDITS, "GET", "POST")
def contents(request: Request, process: str, number: int) -> HttpResponse:
    """The voices of a theme: take some out, split some off, or go and quote one."""
    found = _theme(request, process, number)
    form = SplitForm(request.POST or None)
    if tried(form, lambda: _take(request, found, form)):
        return redirect("synthesis:contents", request.space.slug, process, number)
    voices = _page(request, queries.voices_in(found), WORKED)
    context = {
        "process": found.process,
        "theme": found,
        "form": form,
        "voices": voices,
        "quotable": {voice.pk for voice in voices if may_be_quoted(voice)},
        "quotes": queries.quotes_in(found),
        "ticked": _numbers(request),
    }
    return page(request, "synthesis/contents.html", context)


@needs(EDITS, "GET", "POST")
def quote(request: Request, process: str, number: int, contribution: int) -> HttpResponse:
    found = _theme(request, process, number)
    said = queries.voices_in(found).filter(number=contribution).first()
    if said is None:
        raise Http404
    form = QuoteForm(request.POST or None, sentences=passages_of(words_of(said.title, said.body)))
    marked = tried(
        form,
        lambda: actions.add_quote(
            theme=found, contribution=said, passage=form.passage, by=request.actor, at=request.at
        ),
    )
    if marked:
        return redirect("synthesis:contents", request.space.slug, process, number)
    context = {"process": found.process, "theme": found, "voice": said, "form": form, "agreed": may_be_quoted(said)}
    return page(request, "synthesis/quote.html", context)


@needs(EDITS, "POST")
def unquote(request: Request, process: str, number: int, quote: int) -> HttpResponse:
    found = _theme(request, process, number)
    marked: Quote | None = Quote.objects.select_related("contribution").filter(theme=found, pk=quote).first()
    if marked is None:
        raise Http404
    actions.remove_quote(quote=marked, by=request.actor, at=request.at)
    return redirect("synthesis:contents", request.space.slug, process, number)


@needs(EDITS, "GET", "POST")
def merge(request: Request, process: str, number: int) -> HttpResponse:
    found = _theme(request, process, number)
    others = queries.themes_for(request, found.process).exclude(pk=found.pk)
    form = MergeForm(request.POST or None, themes=others)
    into = tried(
        form,
        lambda: actions.merge_themes(theme=found, into=form.cleaned_data["into"], by=request.actor, at=request.at),
    )
    if into:
        return redirect("synthesis:theme", request.space.slug, process, into.number)
    return page(request, "synthesis/merge.html", {"process": found.process, "theme": found, "form": form})


@needs(EDITS, "GET", "POST")
def delete(request: Request, process: str, number: int) -> HttpResponse:
    found = _theme(request, process, number)
    if request.method == "POST":
        actions.delete_theme(theme=found, by=request.actor, at=request.at)
        messages.success(request, _("The theme was deleted."))
        return redirect("synthesis:list", request.space.slug, process)
    return page(request, "synthesis/delete.html", {"process": found.process, "theme": found})


def _theme(request: Request, process: str, number: int) -> Theme:
    return queries.theme_for(request, process_for(request, process), number)


def _to_group(request: Request, process: Process) -> QuerySet[Contribution]:
    return queries.accepted(process) if request.GET.get("all") else queries.ungrouped(process, everything=True)


def _page(request: Request, voices: QuerySet[Contribution], size: int) -> Page[Contribution]:
    return Paginator(voices, size).get_page(request.GET.get("page"))


def _numbers(request: Request) -> set[int]:
    """The numbers of the voices that were ticked."""
    typed = request.POST.getlist("contributions")
    return {int(number) for number in typed if number.isdecimal() and len(number) <= DIGITS}


def _ticked(request: Request, process: Process) -> Iterable[Contribution]:
    found: Iterable[Contribution] = Contribution.objects.filter(process=process, number__in=_numbers(request))
    return found


def _put(request: Request, process: Process, form: PutForm) -> Theme:
    theme, title, said = form.cleaned_data["theme"], form.cleaned_data["title"], _ticked(request, process)
    doing: dict[str, Any] = {"contributions": said, "by": request.actor, "at": request.at}
    if bool(theme) == bool(title):
        raise Refusal("theme.choose_one", field="theme")
    if title:
        return actions.group_in_new(process=process, title={get_language() or "es": title}, **doing)
    actions.group(theme=theme, **doing)
    return theme  # type: ignore[no-any-return]


def _take(request: Request, theme: Theme, form: SplitForm) -> bool:
    doing: dict[str, Any] = {"contributions": _ticked(request, theme.process), "by": request.actor, "at": request.at}
    if title := form.cleaned_data["title"]:
        made = actions.split_theme(theme=theme, title={get_language() or "es": title}, **doing)
        messages.success(request, _("Moved to the new theme %(theme)s.") % {"theme": f"T{made.number}"})
        return True
    n = actions.ungroup(theme=theme, **doing)
    messages.success(request, ngettext("%(n)s voice taken out.", "%(n)s voices taken out.", n) % {"n": n})
    return True
