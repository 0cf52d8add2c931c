"""From contributions to themes. Which contributions rest in a theme is said by the thread alone."""

from django.db import models

from tequio.apps.contributions.models import Contribution
from tequio.apps.processes.models import Process
from tequio.web.columns import localized, scoped


class Theme(models.Model):
    process = models.ForeignKey(Process, models.CASCADE, related_name="themes")
    number = models.PositiveIntegerField()
    title = localized()
    memo = localized()
    public = models.BooleanField(default=True)
    synthetic = models.BooleanField(default=False)
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="merged")
    made_at = models.DateTimeField()

    objects = scoped("process__space")

    class Meta:
        ordering = ("number",)
        constraints = (
            models.UniqueConstraint(fields=["process", "number"], name="theme_number_once"),
            models.CheckConstraint(
                condition=~models.Q(merged_into=models.F("id")), name="theme_not_merged_into_itself"
            ),
        )


class Quote(models.Model):
    """A passage of a contribution, word for word, that shows what the theme means."""

    theme = models.ForeignKey(Theme, models.CASCADE, related_name="quotes")
    contribution = models.ForeignKey(Contribution, models.CASCADE, related_name="quotes")
    passage = models.TextField()
    made_at = models.DateTimeField()

    objects = scoped("theme__process__space")

    class Meta:
        ordering = ("id",)
