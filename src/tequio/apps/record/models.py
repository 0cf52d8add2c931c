"""What was done: one row for every action, never changed, with no foreign key, so history never blocks a deletion."""

from django.db import models

from tequio.web.columns import scoped


class Event(models.Model):
    space_id = models.PositiveBigIntegerField(null=True)
    process_id = models.PositiveBigIntegerField(null=True)
    at = models.DateTimeField()
    actor_kind = models.CharField(max_length=12)
    actor_key = models.CharField(max_length=16, blank=True)
    verb = models.CharField(max_length=60)
    target = models.CharField(max_length=80, blank=True)
    facts = models.JSONField(default=dict, blank=True)

    objects = scoped("space_id")

    class Meta:
        ordering = ("-id",)
        indexes = (models.Index(fields=["space_id", "-id"]), models.Index(fields=["process_id", "-id"]))
