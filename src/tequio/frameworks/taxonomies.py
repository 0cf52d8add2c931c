"""Reads the taxonomies of `data/`: fourteen files, one for each framework that the documents name."""

from functools import cache

from tequio.formats.shaped import load
from tequio.frameworks.values import Entry, Taxonomy

KEYS = (
    "airr",
    "arnstein",
    "bristol_approach",
    "change_types",
    "convivial",
    "embedding",
    "helix",
    "institutional_work",
    "legitimacy",
    "lifecycle",
    "logics",
    "pillars",
    "scaffold",
    "stakeholders",
)


@cache
def taxonomy(key: str) -> Taxonomy:
    """One of `KEYS`, read once."""
    return load(Taxonomy, __package__, f"data/{key}.yaml")


def taxonomies() -> tuple[Taxonomy, ...]:
    return tuple(taxonomy(key) for key in KEYS)


def entry(taxonomy_key: str, name: str, key: str) -> Entry:
    """One member of a list of a taxonomy: `entry("pillars", "pillars", "normative")`."""
    return taxonomy(taxonomy_key).entries(name)[key]
