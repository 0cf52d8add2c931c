"""A network or city that runs things together: who runs it, who pays for it, who may do what."""

from django.db import models

from tequio.apps.accounts.models import Person
from tequio.apps.territories.models import Territory
from tequio.core import roles
from tequio.web.columns import localized


class Space(models.Model):
    slug = models.SlugField(unique=True)
    name = localized()
    about = localized()
    operator = models.JSONField(default=dict, blank=True)  # {"name", "url", "note": {es, en}, "about": {es, en}}
    funders = models.JSONField(default=list, blank=True)  # [{"name", "url", "note": {es, en}, "what": {es, en}}]
    languages = models.JSONField(default=list, blank=True)
    territory = models.ForeignKey(Territory, models.PROTECT, null=True, blank=True)
    synthetic = models.BooleanField(default=False)
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.slug


class Assignment(models.Model):
    """A person's role in a space; what a role may do is data in `core.roles`."""

    space = models.ForeignKey(Space, models.CASCADE, related_name="assignments")
    person = models.ForeignKey(Person, models.CASCADE, related_name="assignments")
    role = models.CharField(max_length=20)
    since = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["space", "person", "role"], name="role_once_per_space"),)

    def to_core(self) -> roles.Role:
        return roles.ROLES[self.role]
