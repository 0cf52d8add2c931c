"""People by their codes: one with all that is known, or thirty at once, a line each."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tequio.apps.organizations.models import Organization
from tequio.apps.processes.actions import Newcomer
from tequio.apps.processes.models import Participant, Process
from tequio.apps.processes.queries import waves_of
from tequio.apps.territories.models import Territory
from tequio.apps.territories.queries import boroughs
from tequio.core.participants import parse
from tequio.core.refusals import Refusal
from tequio.core.text.fold import fold
from tequio.web.templatetags.tequio import bare

SpeaksFor = Participant.SpeaksFor
VOICES = ((SpeaksFor.SELF, _("For themselves")), (SpeaksFor.ORGANIZATION, _("For an organisation")))
CONSENTS = ("show", "quote")
MOST = 200
NOTHING = frozenset({"", "-", "–"})


def _phases(process: Process) -> list[tuple[str, str]]:
    return [(phase.key, bare(phase.title)) for phase in process.phases.all()]


def clean_wave(typed: str) -> str:
    try:
        return parse(f"{typed}#1").wave
    except Refusal as refusal:
        raise forms.ValidationError(_("Letters and perhaps a number, like W1 or FS.")) from refusal


class PersonForm(forms.Form):
    """All that may be known of a person; never a name."""

    speaks_for = forms.ChoiceField(label=_("Speaks"), choices=VOICES, widget=forms.RadioSelect)
    organization: "forms.ModelChoiceField[Any]" = forms.ModelChoiceField(
        label=_("Organisation"), queryset=None, required=False
    )
    territory: "forms.ModelChoiceField[Any]" = forms.ModelChoiceField(label=_("Borough"), queryset=None, required=False)
    show = forms.BooleanField(label=_("Agrees that their words are shown with their code"), required=False)
    quote = forms.BooleanField(label=_("Agrees that their words are quoted"), required=False)

    def __init__(self, *args: Any, process: Process, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["organization"].queryset = Organization.objects.all()  # type: ignore[attr-defined]
        self.fields["territory"].queryset = boroughs()  # type: ignore[attr-defined]
        self.asked = [asked.key for asked in process.attributes.all()]
        for asked in process.attributes.all():
            choices = [("", "—"), *((band["key"], bare(band["label"])) for band in asked.choices)]
            self.fields[f"asked_{asked.key}"] = forms.ChoiceField(
                label=bare(asked.title), choices=choices, required=False
            )

    def person(self, *, before: Participant | None = None, on: date) -> Newcomer:
        """A consent that was given before keeps its day."""
        clean, given = self.cleaned_data, before.consents if before else {}
        attributes = {key: clean[f"asked_{key}"] for key in self.asked if clean[f"asked_{key}"]}
        consents = {name: given.get(name, on.isoformat()) for name in CONSENTS if clean[name]}
        return Newcomer(clean["territory"], clean["organization"], SpeaksFor(clean["speaks_for"]), attributes, consents)


def known_of(participant: Participant) -> dict[str, Any]:
    """What the form of a person starts with."""
    asked = {f"asked_{key}": band for key, band in participant.attributes.items()}
    consents = {name: name in participant.consents for name in CONSENTS}
    return {
        "speaks_for": participant.speaks_for,
        "organization": participant.organization_id,
        "territory": participant.territory_id,
        **asked,
        **consents,
    }


class ManyForm(forms.Form):
    """A line per person: borough; organisation. Names need no accents, and either may be left out."""

    wave = forms.CharField(
        label=_("Wave"), max_length=9, help_text=_("The letters before the number of each code: W1#13.")
    )
    phase = forms.ChoiceField(label=_("They take part in"), required=False)
    speaks_for = forms.ChoiceField(label=_("They speak"), choices=VOICES, widget=forms.RadioSelect)
    people = forms.CharField(
        label=_("People, one per line"),
        widget=forms.Textarea(attrs={"rows": 10}),
        max_length=30_000,
        help_text=_(
            "The borough, a semicolon, the organisation: “Iztapalapa; Vecinas del Parque”. "
            "Write a dash where you do not know: “-; -”. Never write names of people."
        ),
    )

    def __init__(self, *args: Any, process: Process, **options: Any) -> None:
        super().__init__(*args, **options)
        self.phases = {phase.key: phase for phase in process.phases.all()}
        names = [(key, bare(phase.title)) for key, phase in self.phases.items()]
        self.fields["phase"].choices = [("", _("No phase yet")), *names]  # type: ignore[attr-defined]

    def clean_wave(self) -> str:
        return clean_wave(self.cleaned_data["wave"])

    def clean_phase(self) -> Any:
        return self.phases.get(self.cleaned_data["phase"])

    def clean(self) -> dict[str, Any]:
        if "people" in self.cleaned_data and "speaks_for" in self.cleaned_data:
            self._read(self.cleaned_data["people"].splitlines(), SpeaksFor(self.cleaned_data["speaks_for"]))
        return self.cleaned_data

    def _read(self, lines: list[str], speaks_for: SpeaksFor) -> None:
        numbered = [(number, line) for number, line in enumerate(lines, 1) if line.strip()]
        if len(numbered) > MOST:
            self.add_error("people", _("At most %(most)s people at once.") % {"most": MOST})
            return
        places, groups = _by_name(boroughs()), _by_name(Organization.objects.all())
        people = [self._person(number, line, places, groups, speaks_for) for number, line in numbered]
        self.cleaned_data["newcomers"] = people

    def _person(
        self, number: int, line: str, places: dict[str, Any], groups: dict[str, Any], speaks_for: SpeaksFor
    ) -> Newcomer:
        borough, _semicolon, group = (part.strip() for part in line.partition(";"))
        territory = self._found(number, borough, places, _("Line %(line)s: there is no borough “%(name)s”."))
        organization = self._found(number, group, groups, _("Line %(line)s: there is no organisation “%(name)s” here."))
        return Newcomer(territory, organization, speaks_for)

    def _found(self, line: int, name: str, known: dict[str, Any], sentence: Any) -> Any:
        if name in NOTHING:
            return None
        if fold(name) not in known:
            self.add_error("people", sentence % {"line": line, "name": name})
        return known.get(fold(name))


def _by_name(things: Iterable[Territory] | Iterable[Organization]) -> dict[str, Any]:
    return {fold(thing.name): thing for thing in things}


class PeopleFilter(forms.Form):
    wave = forms.ChoiceField(label=_("Wave"), required=False)
    phase = forms.ChoiceField(label=_("Phase"), required=False)
    borough: "forms.ModelChoiceField[Any]" = forms.ModelChoiceField(
        label=_("Borough"), queryset=None, required=False, to_field_name="code", empty_label=_("Whichever")
    )
    organization: "forms.ModelChoiceField[Any]" = forms.ModelChoiceField(
        label=_("Organisation"), queryset=None, required=False, to_field_name="slug", empty_label=_("Whichever")
    )

    def __init__(self, *args: Any, process: Process, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["wave"].choices = [("", _("Whichever")), *((wave, wave) for wave in waves_of(process))]  # type: ignore[attr-defined]
        self.fields["phase"].choices = [("", _("Whichever")), *_phases(process)]  # type: ignore[attr-defined]
        self.fields["borough"].queryset = boroughs()  # type: ignore[attr-defined]
        self.fields["organization"].queryset = Organization.objects.filter(voices__process=process).distinct()  # type: ignore[attr-defined]

    def filters(self) -> dict[str, Any]:
        """What was asked for and is there; an address with something unknown in it filters by the rest."""
        self.is_valid()
        self.errors.clear()
        return {name: value for name, value in self.cleaned_data.items() if value}
