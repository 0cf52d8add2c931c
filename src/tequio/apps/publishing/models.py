"""What is told to everybody at the end: "What you said and what happened"."""

from django.db import models

from tequio.apps.processes.models import Process
from tequio.web.columns import localized, scoped


class Report(models.Model):
    process = models.OneToOneField(Process, models.CASCADE, related_name="report")
    opening = localized()
    closing = localized()
    published_at = models.DateTimeField(null=True, blank=True)

    objects = scoped("process__space")
