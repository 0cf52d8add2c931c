"""What can be measured, and what may be said of two values. Apart, because naming them needs no arrays."""

from enum import StrEnum


class Measure(StrEnum):
    ALPHA = "alpha"
    KAPPA = "kappa"


class Level(StrEnum):
    """What may be said of two values: that they differ, which is more, by how much, how many times."""

    NOMINAL = "nominal"
    ORDINAL = "ordinal"
    INTERVAL = "interval"
    RATIO = "ratio"
