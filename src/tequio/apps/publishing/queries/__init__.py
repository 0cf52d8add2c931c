"""Reads of results: whether one is public, the whole of it, what must be known before it is, and all public pages."""

from tequio.apps.publishing.queries.checks import Checks, checks_of
from tequio.apps.publishing.queries.counts import Counts, codes_of, counts_of, gathered, meetings_held
from tequio.apps.publishing.queries.fronts import Front, Lead, Running, behind, front_of
from tequio.apps.publishing.queries.opinions import Opinion, opinion_in
from tequio.apps.publishing.queries.paths import public_paths
from tequio.apps.publishing.queries.reports import Standing, is_over, report_of, standing_of
from tequio.apps.publishing.queries.rests import rests_of, without_voices
from tequio.apps.publishing.queries.telling import Chosen, Grouped, Made, Outcome, Rested, Told, told

__all__ = [
    "Checks",
    "Chosen",
    "Counts",
    "Front",
    "Grouped",
    "Lead",
    "Made",
    "Opinion",
    "Outcome",
    "Rested",
    "Running",
    "Standing",
    "Told",
    "behind",
    "checks_of",
    "codes_of",
    "counts_of",
    "front_of",
    "gathered",
    "is_over",
    "meetings_held",
    "opinion_in",
    "public_paths",
    "report_of",
    "rests_of",
    "standing_of",
    "told",
    "without_voices",
]
