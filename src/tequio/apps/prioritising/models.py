"""Choosing among options, never an official vote. No row here can be joined to a person."""

from django.db import models

from tequio.apps.processes.models import Activity, Process
from tequio.apps.territories.models import Territory
from tequio.apps.thread.models import Knot
from tequio.web.columns import localized, scoped


class Round(models.Model):
    class State(models.TextChoices):
        DRAFT = "draft"
        OPEN = "open"
        CLOSED = "closed"

    process = models.ForeignKey(Process, models.CASCADE, related_name="rounds")
    number = models.PositiveIntegerField()
    title = localized()
    about = localized()
    most = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=6, choices=State, default=State.DRAFT)
    activity = models.ForeignKey(Activity, models.SET_NULL, null=True, blank=True, related_name="+")
    closed_at = models.DateTimeField(null=True, blank=True)
    synthetic = models.BooleanField(default=False)
    made_at = models.DateTimeField()

    objects = scoped("process__space")

    class Meta:
        ordering = ("number",)
        constraints = (
            models.UniqueConstraint(fields=["process", "number"], name="round_number_once"),
            models.CheckConstraint(condition=models.Q(most__gte=1), name="round_allows_one"),
        )


class Option(models.Model):
    round = models.ForeignKey(Round, models.CASCADE, related_name="options")
    knot = models.ForeignKey(Knot, models.PROTECT, related_name="+")
    place = models.PositiveSmallIntegerField()

    objects = scoped("round__process__space")

    class Meta:
        ordering = ("place",)
        constraints = (models.UniqueConstraint(fields=["round", "knot"], name="option_once"),)


class Slip(models.Model):
    """A paper slip with words that open the ballot once; given by hand, so nobody knows who holds it."""

    round = models.ForeignKey(Round, models.CASCADE, related_name="slips")
    token_hash = models.CharField(max_length=64)
    area = models.ForeignKey(Territory, models.PROTECT, null=True, blank=True, related_name="+")

    objects = scoped("round__process__space")

    class Meta:
        constraints = (models.UniqueConstraint(fields=["round", "token_hash"], name="slip_once"),)


class Ballot(models.Model):
    """The last choice made with a slip; `token_hash` repeats the slip's, and no time finer than the hour is kept."""

    class Channel(models.TextChoices):
        WEB = "web"
        PAPER = "paper"
        TELEPHONE = "telephone"

    round = models.ForeignKey(Round, models.CASCADE, related_name="ballots")
    token_hash = models.CharField(max_length=64)
    area = models.ForeignKey(Territory, models.PROTECT, null=True, blank=True, related_name="+")
    channel = models.CharField(max_length=9, choices=Channel)
    choices = models.JSONField(default=list)  # ids of options
    hour = models.DateTimeField()

    objects = scoped("round__process__space")

    class Meta:
        constraints = (models.UniqueConstraint(fields=["round", "token_hash"], name="one_ballot_per_slip"),)
