"""What was decided, what was promised, and what became of it."""

from django.db import models

from tequio.apps.organizations.models import Organization
from tequio.apps.processes.models import Process
from tequio.core import commitments, phases
from tequio.web.columns import localized, scoped


class Decision(models.Model):
    process = models.ForeignKey(Process, models.CASCADE, related_name="decisions")
    number = models.PositiveIntegerField()
    title = localized()
    text = localized()
    reasons = localized()
    decided_by = localized()
    decided_on = models.DateField(null=True, blank=True)
    earlier = models.JSONField(
        default=list, blank=True
    )  # how it read before each correction: [{"at", "title", "text", …}]
    synthetic = models.BooleanField(default=False)
    made_at = models.DateTimeField()

    objects = scoped("process__space")

    class Meta:
        ordering = ("number",)
        constraints = (models.UniqueConstraint(fields=["process", "number"], name="decision_number_once"),)


class Commitment(models.Model):
    process = models.ForeignKey(Process, models.CASCADE, related_name="commitments")
    decision = models.ForeignKey(Decision, models.CASCADE, related_name="commitments")
    number = models.PositiveIntegerField()
    title = localized()
    who = localized()
    organization = models.ForeignKey(Organization, models.SET_NULL, null=True, blank=True, related_name="commitments")
    due_start = models.DateField(null=True, blank=True)
    due_end = models.DateField(null=True, blank=True)
    precision = models.CharField(max_length=6, default=phases.Precision.DAY)
    state = models.CharField(max_length=8, default=commitments.Declared.OPEN)
    reason = localized()
    closed_on = models.DateField(null=True, blank=True)
    synthetic = models.BooleanField(default=False)
    made_at = models.DateTimeField()

    objects = scoped("process__space")

    class Meta:
        ordering = ("number",)
        constraints = (models.UniqueConstraint(fields=["process", "number"], name="commitment_number_once"),)

    @property
    def due(self) -> phases.Span:
        return phases.Span(self.due_start, self.due_end, phases.Precision(self.precision))

    def to_core(self) -> commitments.Commitment:
        declared = commitments.Declared(self.state)
        kept_on = self.closed_on if declared is commitments.Declared.KEPT else None
        return commitments.Commitment(declared, self.due, kept_on)


class Milestone(models.Model):
    """A step of a commitment, or news about it; `reached_on` empty means not yet."""

    commitment = models.ForeignKey(Commitment, models.CASCADE, related_name="milestones")
    process = models.ForeignKey(Process, models.CASCADE, related_name="milestones")
    number = models.PositiveIntegerField()
    title = localized()
    due = models.DateField(null=True, blank=True)
    reached_on = models.DateField(null=True, blank=True)
    note = localized()
    evidence = models.URLField(blank=True)
    reported_by = models.ForeignKey(Organization, models.SET_NULL, null=True, blank=True, related_name="+")
    synthetic = models.BooleanField(default=False)

    objects = scoped("process__space")

    class Meta:
        ordering = ("number",)
        constraints = (models.UniqueConstraint(fields=["process", "number"], name="milestone_number_once"),)


class Change(models.Model):
    """How a commitment went from one state to another, and why. Rows are added, never touched again."""

    commitment = models.ForeignKey(Commitment, models.CASCADE, related_name="changes")
    before = models.CharField(max_length=8)
    after = models.CharField(max_length=8)
    reason = localized()
    kept_on = models.DateField(null=True, blank=True)
    was = models.JSONField(
        default=dict, blank=True
    )  # what was promised before: {"title", "due_start", "due_end", "precision"}
    at = models.DateTimeField()

    objects = scoped("commitment__process__space")

    class Meta:
        ordering = ("id",)
