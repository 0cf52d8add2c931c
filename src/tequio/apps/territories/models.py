"""Where people live: a tree of territories, its population by edition, a tile each and, if loaded, a boundary."""

from django.db import models


class Territory(models.Model):
    class Kind(models.TextChoices):
        CITY = "city"
        AREA = "area"
        BOROUGH = "borough"
        NEIGHBOURHOOD = "neighbourhood"

    parent = models.ForeignKey("self", models.PROTECT, related_name="children", null=True, blank=True)
    kind = models.CharField(max_length=14, choices=Kind)
    code = models.CharField(max_length=20, unique=True)
    name = models.CharField(max_length=120)
    tile_column = models.PositiveSmallIntegerField(null=True, blank=True)
    tile_row = models.PositiveSmallIntegerField(null=True, blank=True)
    boundary = models.JSONField(null=True, blank=True)

    class Meta:
        ordering = ("code",)

    def __str__(self) -> str:
        return self.name


class Population(models.Model):
    """How many people, by the edition of a census; `group` is "total" or a group the source gives ("women", …)."""

    territory = models.ForeignKey(Territory, models.CASCADE, related_name="populations")
    edition = models.CharField(max_length=20)
    group = models.CharField(max_length=40, default="total")
    people = models.PositiveBigIntegerField()
    source = models.CharField(max_length=200)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["territory", "edition", "group"], name="population_once_per_edition"),
        )
