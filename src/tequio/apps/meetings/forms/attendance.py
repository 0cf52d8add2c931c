"""Attendance on one screen: ticks for those who have a code; thirty rows and a list for those who have none."""

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tequio.apps.meetings.forms.codes import codes_in
from tequio.apps.meetings.forms.newcomers import VOICES, Names, Unreadable, row
from tequio.apps.meetings.models import Meeting
from tequio.apps.meetings.queries import Screen
from tequio.apps.organizations.models import Organization
from tequio.apps.processes.actions import Newcomer
from tequio.apps.processes.models import Participant
from tequio.apps.processes.queries import participants_of
from tequio.apps.territories.queries import boroughs
from tequio.core.participants import Code, parse
from tequio.core.refusals import Refusal

ROWS = 30
MOST = 200  # new people at once


class AttendanceForm(forms.Form):
    wave = forms.CharField(
        label=gettext_lazy("Wave of the new codes"),
        max_length=9,
        help_text=gettext_lazy("What comes before the number: W1 in W1#13."),
    )
    codes = forms.CharField(
        label=gettext_lazy("Other codes that came"),
        required=False,
        max_length=4000,
        help_text=gettext_lazy("As you read them on the paper: W1#03, W1#17. After the first, the number is enough."),
    )
    pasted = forms.CharField(
        label=gettext_lazy("Or paste a list of new people"),
        required=False,
        max_length=30_000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=gettext_lazy(
            "One person per line: organisation; borough. Write a dash for what you do not know: “-; Tlalpan”. "
            "Never write names of people."
        ),
    )
    voices = VOICES

    def __init__(self, data: QueryDict | None, *, meeting: Meeting, screen: Screen, wave: str) -> None:
        super().__init__(data, initial={"wave": wave})
        self.meeting, self.screen = meeting, screen
        self.organizations, self.boroughs = list(Organization.objects.order_by("name")), list(boroughs())
        self.names = Names.of(self.organizations, self.boroughs)
        self.rows = [row(number, data) for number in range(1, ROWS + 1)]
        self.wrong: set[int] = set()  # numbers of rows
        self.newcomers: list[Newcomer] = []
        self.others: list[Participant] = []

    @property
    def ticked(self) -> set[int]:
        """Whom the writer ticked, and whom somebody else added meanwhile."""
        if not self.is_bound:
            return set(self.screen.came)
        return self._marked("came") | (set(self.screen.came) - self._marked("before"))

    def came(self) -> list[Participant]:
        marked = self._marked("came")
        return [*(one for one in self.screen.people if one.pk in marked), *self.others]

    def away(self) -> list[Participant]:
        """Those who had a tick when the page was made, and have none now."""
        unmarked = self._marked("before") - self._marked("came") - {one.pk for one in self.others}
        return [one for one in self.screen.people if one.pk in unmarked]

    def _marked(self, name: str) -> set[int]:
        typed = set(self.data.getlist(name))  # type: ignore[attr-defined]
        return {one.pk for one in self.screen.people if str(one.pk) in typed}

    def clean_wave(self) -> str:
        try:
            return parse(f"{self.cleaned_data['wave']}#1").wave
        except Refusal as refusal:
            raise forms.ValidationError(_("Letters and perhaps a number, like W1 or FS.")) from refusal

    def clean(self) -> dict[str, Any]:
        clean = self.cleaned_data
        self.others = self._with_codes(clean.get("codes", ""), clean.get("wave", ""))
        self._read_rows()
        self._read_lines(clean.get("pasted", ""))
        if len(self.newcomers) > MOST:
            self.add_error("pasted", _("At most %(most)s new people at once.") % {"most": MOST})
        return clean

    def _with_codes(self, typed: str, wave: str) -> list[Participant]:
        codes, wrong = codes_in(typed, wave)
        people = self._people(codes) if codes else {}
        for word in wrong:
            self.add_error("codes", _("“%(typed)s” is not a code. A code looks like W1#13.") % {"typed": word})
        for code in codes:
            if code not in people:
                self.add_error("codes", _("Nobody in this process has the code %(person)s.") % {"person": code})
        return [people[code] for code in codes if code in people]

    def _people(self, codes: list[Code]) -> dict[Code, Participant]:
        waves, numbers = {code.wave for code in codes}, {code.number for code in codes}
        near = participants_of(self.meeting.process).filter(wave__in=waves, number__in=numbers)
        return {person.code: person for person in near}

    def _read_rows(self) -> None:
        for typed in filter(lambda one: one.filled, self.rows):
            try:
                self.newcomers.append(self.names.from_row(typed))
            except Unreadable as wrong:
                self.wrong.add(typed.number)
                self.add_error(None, _("Row %(row)s:") % {"row": typed.number} + f" {wrong}")

    def _read_lines(self, pasted: str) -> None:
        for number, line in enumerate(pasted.splitlines(), 1):
            try:
                self.newcomers += [self.names.from_line(line)] if line.strip() else []
            except Unreadable as wrong:
                self.add_error("pasted", _("Line %(line)s:") % {"line": number} + f" {wrong}")
