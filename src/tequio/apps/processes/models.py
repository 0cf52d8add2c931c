"""A co-creation process: phases in time, activities that say in which phases they are open, people known by a code."""

from django.db import models
from django.db.models import F, Q

from tequio.apps.organizations.models import Organization
from tequio.apps.spaces.models import Space
from tequio.apps.territories.models import Territory
from tequio.core import participants, phases
from tequio.web.columns import localized, scoped


class Process(models.Model):
    class Moderation(models.TextChoices):
        BEFORE = "before"
        AFTER = "after"

    space = models.ForeignKey(Space, models.CASCADE, related_name="processes")
    slug = models.SlugField(max_length=60)
    title = localized()
    summary = localized()
    territory = models.ForeignKey(Territory, models.PROTECT, null=True, blank=True)
    public = models.BooleanField(default=False)
    template = models.BooleanField(default=False)
    moderation = models.CharField(max_length=6, choices=Moderation, default=Moderation.BEFORE)
    thread_revision = models.PositiveBigIntegerField(default=0)
    notes = models.JSONField(default=list, blank=True)  # facts with a source or a contradiction, shown on its pages
    synthetic = models.BooleanField(default=False)
    made_at = models.DateTimeField()

    objects = scoped("space")

    class Meta:
        constraints = (models.UniqueConstraint(fields=["space", "slug"], name="process_slug_once_per_space"),)

    def __str__(self) -> str:
        return self.slug


class Phase(models.Model):
    process = models.ForeignKey(Process, models.CASCADE, related_name="phases")
    key = models.SlugField(max_length=40)
    title = localized()
    purpose = localized()
    place = models.PositiveSmallIntegerField()
    start = models.DateField(null=True, blank=True)
    end = models.DateField(null=True, blank=True)
    precision = models.CharField(max_length=6, default=phases.Precision.DAY)
    override = models.CharField(max_length=6, blank=True)
    source = models.CharField(max_length=120, blank=True)

    objects = scoped("process__space")

    class Meta:
        ordering = ("place",)
        constraints = (
            models.UniqueConstraint(fields=["process", "key"], name="phase_key_once_per_process"),
            models.CheckConstraint(
                condition=Q(end__isnull=True) | Q(end__gte=F("start")), name="phase_ends_after_start"
            ),
        )

    def to_core(self) -> phases.Phase:
        span = phases.Span(self.start, self.end, phases.Precision(self.precision))
        opens = frozenset(phases.Activity(activity.kind) for activity in self.activities.all())
        override = phases.Override(self.override) if self.override else None
        return phases.Phase(self.key, span, opens, override)


class Activity(models.Model):
    """Something people can do; it belongs to the process and may be open in several phases."""

    process = models.ForeignKey(Process, models.CASCADE, related_name="activities")
    kind = models.CharField(max_length=12)
    key = models.SlugField(max_length=40)
    title = localized()
    about = localized()
    place = models.PositiveSmallIntegerField(default=0)
    phases = models.ManyToManyField(Phase, related_name="activities", blank=True)

    objects = scoped("process__space")

    class Meta:
        ordering = ("place", "id")
        constraints = (models.UniqueConstraint(fields=["process", "key"], name="activity_key_once_per_process"),)


class Attribute(models.Model):
    """Something asked of participants in bands, with the population of each band where a source gives it."""

    process = models.ForeignKey(Process, models.CASCADE, related_name="attributes")
    key = models.SlugField(max_length=40)
    title = localized()
    choices = models.JSONField(default=list)  # [{"key", "label": {es, en}, "population": int | null}]
    source = models.CharField(max_length=200, blank=True)

    objects = scoped("process__space")

    class Meta:
        ordering = ("id",)
        constraints = (models.UniqueConstraint(fields=["process", "key"], name="attribute_once_per_process"),)


class Participant(models.Model):
    """A person in a process, known by a code; no name, telephone or address is ever kept."""

    class SpeaksFor(models.TextChoices):
        SELF = "self"
        ORGANIZATION = "organization"

    process = models.ForeignKey(Process, models.CASCADE, related_name="participants")
    wave = models.CharField(max_length=6)
    number = models.PositiveIntegerField()
    speaks_for = models.CharField(max_length=12, choices=SpeaksFor, default=SpeaksFor.SELF)
    organization = models.ForeignKey(Organization, models.SET_NULL, null=True, blank=True, related_name="voices")
    territory = models.ForeignKey(Territory, models.PROTECT, null=True, blank=True)
    attributes = models.JSONField(default=dict, blank=True)
    passphrase_hash = models.CharField(max_length=64, unique=True, null=True, blank=True)
    consents = models.JSONField(default=dict, blank=True)  # {"show": iso date, "quote": …}; absent means no
    synthetic = models.BooleanField(default=False)
    made_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = scoped("process__space")

    class Meta:
        ordering = ("wave", "number")
        constraints = (models.UniqueConstraint(fields=["process", "wave", "number"], name="code_once_per_process"),)

    def __str__(self) -> str:
        return str(self.code)

    @property
    def code(self) -> participants.Code:
        return participants.Code(self.wave, self.number)


class Invitation(models.Model):
    """Carries a person into a phase, and says from which phase they were carried."""

    class State(models.TextChoices):
        INVITED = "invited"
        VOLUNTEERED = "volunteered"
        ACCEPTED = "accepted"
        DECLINED = "declined"
        CAME = "came"

    phase = models.ForeignKey(Phase, models.CASCADE, related_name="invitations")
    participant = models.ForeignKey(Participant, models.CASCADE, related_name="invitations")
    state = models.CharField(max_length=12, choices=State, default=State.INVITED)
    carried_from = models.ForeignKey(Phase, models.SET_NULL, null=True, blank=True, related_name="+")
    changed_at = models.DateTimeField()

    objects = scoped("phase__process__space")

    class Meta:
        constraints = (models.UniqueConstraint(fields=["phase", "participant"], name="invited_once_per_phase"),)
