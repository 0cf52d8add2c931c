"""Choosing among options, never an official vote. No row here can be joined to a person, nor to a moment of the day."""

from uuid import uuid4

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
    opened_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    result = models.JSONField(null=True, blank=True)  # written once, at closing; only what may be shown to everybody
    synthetic = models.BooleanField(default=False)
    made_at = models.DateTimeField()

    objects = scoped("process__space")

    class Meta:
        ordering = ("number",)
        constraints = (
            models.UniqueConstraint(fields=["process", "number"], name="round_number_once"),
            models.CheckConstraint(condition=models.Q(most__gte=1), name="round_allows_one"),
            models.CheckConstraint(
                condition=models.Q(state="closed") | models.Q(result__isnull=True), name="round_no_result_while_open"
            ),
        )


class Option(models.Model):
    """`label` keeps the words that people chose by, whatever the thing is called later."""

    round = models.ForeignKey(Round, models.CASCADE, related_name="options")
    knot = models.ForeignKey(Knot, models.SET_NULL, null=True, related_name="+")
    place = models.PositiveSmallIntegerField()
    label = localized()

    objects = scoped("round__process__space")

    class Meta:
        ordering = ("place",)
        constraints = (
            models.UniqueConstraint(fields=["round", "knot"], name="option_once"),
            models.UniqueConstraint(fields=["round", "place"], name="option_place_once"),
        )


class Issue(models.Model):
    """How many slips were printed for an area at one time; which ones, nobody knows."""

    round = models.ForeignKey(Round, models.CASCADE, related_name="issues")
    area = models.ForeignKey(Territory, models.PROTECT, null=True, blank=True, related_name="+")
    slips = models.PositiveIntegerField()
    sent_as = models.UUIDField(unique=True)
    made_at = models.DateTimeField()

    objects = scoped("round__process__space")

    class Meta:
        ordering = ("id",)


class Slip(models.Model):
    """A paper slip with words that open the ballot; given by hand, so nobody knows who holds it.

    Ids are drawn by chance: the order of printing is the order of handing out, and must not be found here.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    round = models.ForeignKey(Round, models.CASCADE, related_name="slips")
    token_hash = models.CharField(max_length=64)
    area = models.ForeignKey(Territory, models.PROTECT, null=True, blank=True, related_name="+")

    objects = scoped("round__process__space")

    class Meta:
        constraints = (models.UniqueConstraint(fields=["round", "token_hash"], name="slip_once"),)


class Ballot(models.Model):
    """The last choice made with a slip; `token_hash` repeats the slip's, and no time finer than the hour is kept.

    Ids are drawn by chance, so that they do not tell in which order people chose.
    """

    class Channel(models.TextChoices):
        WEB = "web"
        PAPER = "paper"
        TELEPHONE = "telephone"

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    round = models.ForeignKey(Round, models.CASCADE, related_name="ballots")
    token_hash = models.CharField(max_length=64)
    area = models.ForeignKey(Territory, models.PROTECT, null=True, blank=True, related_name="+")
    channel = models.CharField(max_length=9, choices=Channel)
    choices = models.JSONField(default=list)  # ids of options
    hour = models.DateTimeField()

    objects = scoped("round__process__space")

    class Meta:
        constraints = (models.UniqueConstraint(fields=["round", "token_hash"], name="one_ballot_per_slip"),)
