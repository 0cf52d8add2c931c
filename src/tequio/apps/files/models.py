"""Uploads: checked, stored once under the name of their content, described in both languages."""

from django.db import models

from tequio.web.columns import localized


class Upload(models.Model):
    space_id = models.PositiveBigIntegerField(null=True)
    sha256 = models.CharField(max_length=64)
    mime = models.CharField(max_length=60)
    name = models.CharField(max_length=200)
    bytes = models.PositiveBigIntegerField()
    width = models.PositiveIntegerField(null=True, blank=True)
    height = models.PositiveIntegerField(null=True, blank=True)
    description = localized()
    public = models.BooleanField(default=False)
    made_at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["space_id", "sha256"], name="upload_once_per_space"),)
