"""Focus groups, workshops, interviews, assemblies: the plan of the session, who came, what was said and learnt."""

from django.db import models

from tequio.apps.processes.models import Activity, Participant, Phase, Process
from tequio.apps.territories.models import Territory
from tequio.web.columns import localized, scoped


class Meeting(models.Model):
    class Kind(models.TextChoices):
        FOCUS_GROUP = "focus_group"
        WORKSHOP = "workshop"
        INTERVIEW = "interview"
        ASSEMBLY = "assembly"

    class Mode(models.TextChoices):
        VIRTUAL = "virtual"
        HYBRID = "hybrid"
        IN_PERSON = "in_person"

    class State(models.TextChoices):
        PLANNED = "planned"
        HELD = "held"
        CANCELLED = "cancelled"

    process = models.ForeignKey(Process, models.CASCADE, related_name="meetings")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=12, choices=Kind)
    mode = models.CharField(max_length=10, choices=Mode)
    state = models.CharField(max_length=10, choices=State, default=State.PLANNED)
    reason = localized()  # why it was cancelled
    title = localized()
    purpose = localized()
    phase = models.ForeignKey(Phase, models.SET_NULL, null=True, blank=True, related_name="meetings")
    activity = models.ForeignKey(Activity, models.SET_NULL, null=True, blank=True, related_name="meetings")
    territory = models.ForeignKey(Territory, models.PROTECT, null=True, blank=True)
    starts_at = models.DateTimeField(null=True, blank=True)
    ends_at = models.DateTimeField(null=True, blank=True)
    place = models.CharField(max_length=300, blank=True)
    joining = models.TextField(blank=True)  # how to join: shown to staff and on printed packets, never in public
    seats = models.PositiveSmallIntegerField(null=True, blank=True)
    synthetic = models.BooleanField(default=False)

    objects = scoped("process__space")

    class Meta:
        ordering = ("starts_at", "number")
        constraints = (
            models.UniqueConstraint(fields=["process", "number"], name="meeting_number_once"),
            models.CheckConstraint(
                condition=models.Q(ends_at__isnull=True) | models.Q(ends_at__gt=models.F("starts_at")),
                name="meeting_ends_after_start",
            ),
        )


class Step(models.Model):
    """A line of the run sheet; `prompts` are what is asked aloud, a line each, and go on the cards."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="steps")
    place = models.PositiveSmallIntegerField()
    minutes = models.PositiveSmallIntegerField()
    title = localized()
    how = localized()
    prompts = localized()
    materials = localized()

    objects = scoped("meeting__process__space")

    class Meta:
        ordering = ("place",)
        constraints = (models.UniqueConstraint(fields=["meeting", "place"], name="step_place_once"),)


class Attendance(models.Model):
    class State(models.TextChoices):
        EXPECTED = "expected"
        CAME = "came"
        EXCUSED = "excused"

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="attendances")
    participant = models.ForeignKey(Participant, models.CASCADE, related_name="attendances")
    state = models.CharField(max_length=8, choices=State, default=State.CAME)
    noted_at = models.DateTimeField()

    objects = scoped("meeting__process__space")

    class Meta:
        constraints = (models.UniqueConstraint(fields=["meeting", "participant"], name="attends_once"),)


class Note(models.Model):
    """What was said or agreed; private unless somebody decides to show it."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="notes")
    body = models.TextField()
    public = models.BooleanField(default=False)
    made_at = models.DateTimeField()

    objects = scoped("meeting__process__space")

    class Meta:
        ordering = ("id",)


class Outcome(models.Model):
    """Something people say they learnt, and how many of those present said so."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="outcomes")
    text = localized()
    people = models.PositiveSmallIntegerField(null=True, blank=True)

    objects = scoped("meeting__process__space")

    class Meta:
        ordering = ("id",)
