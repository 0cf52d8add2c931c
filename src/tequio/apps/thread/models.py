"""The thread: a knot for every thing that came from something or led to something, and the typed links between knots.

A knot keeps a short name of its thing, so that any number of links can be shown without asking every app again.
"""

from django.db import models

from tequio.apps.processes.models import Process
from tequio.core import thread
from tequio.web.columns import localized, scoped


class Knot(models.Model):
    process = models.ForeignKey(Process, models.CASCADE, related_name="knots")
    kind = models.CharField(max_length=12)
    object_id = models.PositiveBigIntegerField()
    ref = models.CharField(max_length=20)
    label = localized()
    public = models.BooleanField(default=True)
    shown = models.BooleanField(default=True)  # or counted only: then nobody is told who said it, or where
    synthetic = models.BooleanField(default=False)

    objects = scoped("process__space")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["process", "kind", "object_id"], name="knot_once_per_thing"),
            models.UniqueConstraint(fields=["process", "ref"], name="knot_ref_once_per_process"),
        )

    def __str__(self) -> str:
        return self.ref

    def to_core(self) -> thread.Knot:
        return thread.Knot(self.ref, thread.Kind(self.kind))


class Link(models.Model):
    """Points forward: from what came first to what came of it."""

    process = models.ForeignKey(Process, models.CASCADE, related_name="links")
    source = models.ForeignKey(Knot, models.CASCADE, related_name="forward")
    target = models.ForeignKey(Knot, models.CASCADE, related_name="back")
    kind = models.CharField(max_length=12)
    note = models.CharField(max_length=300, blank=True)
    made_at = models.DateTimeField()

    objects = scoped("process__space")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["source", "target", "kind"], name="link_once"),
            models.CheckConstraint(condition=~models.Q(source=models.F("target")), name="link_not_to_itself"),
        )
        indexes = (models.Index(fields=["process", "id"]),)
