"""For staff: the run sheet, and the packet to print: run sheet, sign-in sheet, cards."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from tequio.apps.meetings import actions, forms, queries
from tequio.apps.meetings.queries import Sheet
from tequio.apps.meetings.views.finding import meeting_for, sent, shown, to_meeting, who
from tequio.apps.meetings.views.reading import in_words, plan_of
from tequio.core.roles import Permission
from tequio.web.pages import tried
from tequio.web.permissions import either, needs, staff
from tequio.web.requests import Request
from tequio.web.templatetags.tequio import bare

EDIT = staff(Permission.MEETINGS_EDIT)
TEAM = either(EDIT, staff(Permission.MEETINGS_ATTENDANCE))
LINES, MOST_LINES = 20, 200


@needs(EDIT, "GET", "POST")
def edit(request: Request, process: str, number: int) -> HttpResponse:
    """Every button keeps the whole sheet; those that move, remove or add come back here."""
    meeting = meeting_for(request, process, number)
    form = forms.RunSheetForm(sent(request), steps=meeting.steps.all())
    saved = tried(form, lambda: actions.write_run_sheet(meeting, lines=form.lines(), **who(request)))
    if saved is None:
        sheet = queries.sheet_of(meeting)
        return shown(request, "run_sheet", meeting, {"form": form, "rows": _rows(form, sheet), "fit": sheet.fit})
    if not form.stays:
        return to_meeting(request, meeting)
    here = reverse("meetings:run_sheet", args=[request.space.slug, process, number])
    return redirect(f"{here}#paso-{form.lands_on}")


def _rows(form: forms.RunSheetForm, sheet: Sheet) -> list[dict[str, Any]]:
    """The steps as they are typed; those that are saved with the time at which they begin."""
    starts = [row.start for row in sheet.steps] if not form.is_bound else []
    starts += [None] * (len(form.steps) - len(starts))
    return [{"form": step, "start": start} for step, start in zip(form.steps, starts, strict=True)]


@needs(TEAM)
def packet(request: Request, process: str, number: int) -> HttpResponse:
    meeting = meeting_for(request, process, number)
    plan = plan_of(meeting)
    lines = range(1, min(meeting.seats or LINES, MOST_LINES) + 1)
    head = (_("Code, if you have one"), _("Organisation, or “for myself”"), _("Borough"))
    context = {**in_words(meeting), **plan, "head": head, "lines": lines, "cards": cards(plan["sheet"])}
    return shown(request, "packet", meeting, context)


def cards(sheet: Sheet) -> list[dict[str, Any]]:
    """One for each step that has something to ask aloud, a question a line."""
    asked = ((row.step, bare(row.step.prompts).splitlines()) for row in sheet.steps)
    return [{"step": step, "prompts": [line for line in lines if line.strip()]} for step, lines in asked if lines]
