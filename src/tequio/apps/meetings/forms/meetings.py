"""The plan of a meeting."""

from datetime import datetime, time
from typing import Any

from django import forms
from django.utils.timezone import get_current_timezone, localtime
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from tequio.apps.meetings.models import Meeting
from tequio.apps.meetings.wording import KINDS, MODES
from tequio.apps.processes.models import Process
from tequio.apps.territories.models import Territory
from tequio.web.fields import DateField, LocalizedField, WholeNumber
from tequio.web.templatetags.tequio import bare

MOST_SEATS = 10_000
HOUR = "%H:%M"
SAME = ("kind", "mode", "title", "purpose", "place", "joining", "seats")


class HourField(forms.TimeField):
    """Typed or picked on the clock: 16:30, 4:30 pm."""

    widget = forms.TimeInput(attrs={"type": "time"}, format=HOUR)

    def __init__(self, **options: Any) -> None:
        super().__init__(input_formats=[HOUR, "%H:%M:%S", "%I:%M %p", "%I:%M%p", "%H.%M"], **options)


class MeetingForm(forms.Form):
    kind = forms.ChoiceField(label=_("What kind of meeting"), choices=list(KINDS.items()), widget=forms.RadioSelect)
    title = LocalizedField(label=_("Name of the meeting"), max_length=150)
    purpose = LocalizedField(label=_("What it is for"), lines=3, max_length=1000, required=False)
    mode = forms.ChoiceField(label=_("How people meet"), choices=list(MODES.items()), widget=forms.RadioSelect)
    day = DateField(label=_("Day"), required=False)
    starts = HourField(label=_("Starts at"), required=False)
    ends = HourField(label=_("Ends at"), required=False)
    place = forms.CharField(
        label=_("Place"),
        max_length=300,
        required=False,
        help_text=_("Everybody sees it. If that could put somebody in danger, leave it empty and write it below."),
    )
    joining = forms.CharField(
        label=_("How to join"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("The link, or who opens the door. Only the team sees it, here and on the printed packet."),
    )
    territory: "forms.ModelChoiceField[Any]" = forms.ModelChoiceField(
        label=_("Area"), queryset=None, required=False, empty_label=_("The whole city")
    )
    phase = forms.ChoiceField(label=_("Phase"), required=False)
    activity = forms.ChoiceField(label=_("Activity"), required=False)
    seats = WholeNumber(
        label=_("Seats"), least=1, most=MOST_SEATS, required=False, help_text=_("The sign-in sheet has as many lines.")
    )

    def __init__(self, *args: Any, process: Process, **options: Any) -> None:
        super().__init__(*args, **options)
        self.phases = {phase.key: phase for phase in process.phases.all()}
        self.activities = {activity.key: activity for activity in process.activities.all()}
        for name, known in (("phase", self.phases), ("activity", self.activities)):
            titles = [(key, bare(thing.title)) for key, thing in known.items()]
            self.fields[name].choices = [("", pgettext("phase or activity", "None")), *titles]  # type: ignore[attr-defined]
        large = Territory.objects.exclude(kind=Territory.Kind.NEIGHBOURHOOD)
        self.fields["territory"].queryset = large  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """A moment is a day and an hour; half of one is asked for, never dropped."""
        clean = self.cleaned_data
        day, starts, ends = (clean.get(name) for name in ("day", "starts", "ends"))
        if (day or ends) and not starts and "starts" not in self.errors:
            self.add_error("starts", _("Say at what time it starts."))
        if (starts or ends) and not day and "day" not in self.errors:
            self.add_error("day", _("Say on which day."))
        return clean

    def plan(self) -> dict[str, Any]:
        """What the actions of meetings take."""
        clean = self.cleaned_data
        return {
            **{name: clean[name] for name in SAME},
            "purpose": clean["purpose"] or {},
            "territory": clean["territory"],
            "phase": self.phases.get(clean["phase"]),
            "activity": self.activities.get(clean["activity"]),
            "starts_at": self._moment(clean["starts"]),
            "ends_at": self._moment(clean["ends"]),
        }

    def _moment(self, hour: time | None) -> datetime | None:
        day = self.cleaned_data["day"]
        return datetime.combine(day, hour, get_current_timezone()) if day and hour else None


def known_of(meeting: Meeting, *, dated: bool = True) -> dict[str, Any]:
    """What the form of a meeting starts with."""
    known = {name: getattr(meeting, name) for name in SAME}
    known |= {"territory": meeting.territory_id}
    known |= {name: thing.key for name, thing in (("phase", meeting.phase), ("activity", meeting.activity)) if thing}
    start, end = (localtime(moment) if moment else None for moment in (meeting.starts_at, meeting.ends_at))
    return known | {"day": start and start.date(), "starts": start, "ends": end} if dated else known


class CancelForm(forms.Form):
    reason = LocalizedField(label=_("Why it is cancelled"), lines=3, max_length=600)


class AskedForm(forms.Form):
    """Nothing to fill in: the button says yes."""
