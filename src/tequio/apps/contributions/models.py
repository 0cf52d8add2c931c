"""Needs, ideas, wishes, experiences and statements: one body per process, seen by all its activities."""

from django.db import models

from tequio.apps.meetings.models import Meeting
from tequio.apps.processes.models import Participant, Process
from tequio.apps.territories.models import Territory
from tequio.web.columns import scoped


class Batch(models.Model):
    """A file that was brought in: what it held, how its columns were read, and every row that was left out and why."""

    class State(models.TextChoices):
        PREVIEW = "preview"
        DONE = "done"
        DROPPED = "dropped"

    process = models.ForeignKey(Process, models.CASCADE, related_name="batches")
    number = models.PositiveIntegerField()
    name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    path = models.CharField(max_length=120, blank=True)
    mapping = models.JSONField(default=dict)
    state = models.CharField(max_length=8, choices=State, default=State.PREVIEW)
    rows = models.PositiveIntegerField(default=0)
    imported = models.PositiveIntegerField(default=0)
    duplicates = models.JSONField(default=list)
    rejected = models.JSONField(default=list)
    made_at = models.DateTimeField()

    objects = scoped("process__space")

    class Meta:
        constraints = (models.UniqueConstraint(fields=["process", "number"], name="batch_number_once"),)


class Contribution(models.Model):
    class Kind(models.TextChoices):
        NEED = "need"
        IDEA = "idea"
        WISH = "wish"
        EXPERIENCE = "experience"
        STATEMENT = "statement"

    class Status(models.TextChoices):
        NEW = "new"
        ACCEPTED = "accepted"
        ASIDE = "aside"
        WITHDRAWN = "withdrawn"

    class Channel(models.TextChoices):
        WEB = "web"
        MEETING = "meeting"
        FILE = "file"
        PAPER = "paper"
        TELEPHONE = "telephone"

    process = models.ForeignKey(Process, models.CASCADE, related_name="contributions")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=10, choices=Kind, default=Kind.NEED)
    status = models.CharField(max_length=9, choices=Status, default=Status.NEW)
    channel = models.CharField(max_length=9, choices=Channel)
    title = models.CharField(max_length=300, blank=True)
    body = models.TextField(blank=True)
    language = models.CharField(max_length=5, default="es")
    shown = models.BooleanField(default=True)  # the person agreed that it may be shown by code
    participant = models.ForeignKey(Participant, models.SET_NULL, null=True, blank=True, related_name="contributions")
    meeting = models.ForeignKey(Meeting, models.SET_NULL, null=True, blank=True, related_name="contributions")
    territory = models.ForeignKey(Territory, models.PROTECT, null=True, blank=True)
    batch = models.ForeignKey(Batch, models.SET_NULL, null=True, blank=True, related_name="contributions")
    source_id = models.CharField(max_length=80, blank=True)
    said_on = models.DateField(null=True, blank=True)
    reason = models.CharField(max_length=300, blank=True)
    fingerprint = models.CharField(max_length=64)
    sent_as = models.UUIDField(null=True, blank=True, unique=True)
    stems = models.TextField(blank=True)
    synthetic = models.BooleanField(default=False)
    made_at = models.DateTimeField()

    objects = scoped("process__space")

    class Meta:
        ordering = ("-number",)
        constraints = (models.UniqueConstraint(fields=["process", "number"], name="contribution_number_once"),)
        indexes = (
            models.Index(fields=["process", "status", "-number"]),
            models.Index(fields=["process", "status", "kind", "-number"]),
            models.Index(fields=["process", "status", "territory", "-number"]),
            models.Index(fields=["process", "status", "meeting", "-number"]),
            models.Index(fields=["process", "fingerprint"]),
        )
