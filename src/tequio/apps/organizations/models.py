"""Civil-society organisations as actors of their own: who they are, who verified them, who speaks for them."""

from django.db import models

from tequio.apps.accounts.models import Person
from tequio.apps.spaces.models import Space
from tequio.apps.territories.models import Territory
from tequio.web.columns import localized, scoped


class Organization(models.Model):
    space = models.ForeignKey(Space, models.CASCADE, related_name="organizations")
    slug = models.SlugField(max_length=80)
    name = models.CharField(max_length=200)
    what_we_do = localized()
    legal_form = models.CharField(max_length=60, blank=True)
    since = models.PositiveSmallIntegerField(null=True, blank=True)
    website = models.URLField(blank=True)
    territory = models.ForeignKey(Territory, models.PROTECT, null=True, blank=True)
    open_to_cooperate = models.BooleanField(default=False)
    affiliations = models.TextField(blank=True)
    shelter = models.BooleanField(default=False)
    listed = models.BooleanField(default=True)
    synthetic = models.BooleanField(default=False)
    made_at = models.DateTimeField()

    objects = scoped("space")

    class Meta:
        ordering = ("name",)
        constraints = (models.UniqueConstraint(fields=["space", "slug"], name="organization_slug_once_per_space"),)

    def __str__(self) -> str:
        return self.name


class Verification(models.Model):
    """Somebody who knows the organisation says that it exists: the operator, or another organisation."""

    organization = models.ForeignKey(Organization, models.CASCADE, related_name="verifications")
    by_organization = models.ForeignKey(Organization, models.CASCADE, related_name="+", null=True, blank=True)
    note = models.CharField(max_length=200, blank=True)
    made_at = models.DateTimeField()

    objects = scoped("organization__space")


class Membership(models.Model):
    organization = models.ForeignKey(Organization, models.CASCADE, related_name="memberships")
    person = models.ForeignKey(Person, models.CASCADE, related_name="memberships")
    since = models.DateTimeField()

    objects = scoped("organization__space")

    class Meta:
        constraints = (models.UniqueConstraint(fields=["organization", "person"], name="member_once"),)
