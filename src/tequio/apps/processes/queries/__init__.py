"""Reads of processes, their phases, the people in them, and who is missing."""

from tequio.apps.processes.queries.coverage import (
    BOROUGH,
    Base,
    Groups,
    Heard,
    coverage_of,
    groups_of,
    heard_of,
    wordings_of,
)
from tequio.apps.processes.queries.invitations import counts_by_phase, invitations_of, people_of
from tequio.apps.processes.queries.knots import Came, came_of_voice, is_told, knot_counts, waiting
from tequio.apps.processes.queries.participants import (
    Lived,
    anybody_with,
    participant_at,
    participants_of,
    places_of,
    shared_borough,
    sparse_places,
    waves_of,
)
from tequio.apps.processes.queries.processes import (
    locked,
    next_number,
    process_for,
    processes_for,
    templates_in,
)
from tequio.apps.processes.queries.timeline import open_activities, phase_at, phases_of, require_open, timeline

__all__ = [
    "BOROUGH",
    "Base",
    "Came",
    "Groups",
    "Heard",
    "Lived",
    "anybody_with",
    "came_of_voice",
    "counts_by_phase",
    "coverage_of",
    "groups_of",
    "heard_of",
    "invitations_of",
    "is_told",
    "knot_counts",
    "locked",
    "next_number",
    "open_activities",
    "participant_at",
    "participants_of",
    "people_of",
    "phase_at",
    "phases_of",
    "places_of",
    "process_for",
    "processes_for",
    "require_open",
    "shared_borough",
    "sparse_places",
    "templates_in",
    "timeline",
    "waiting",
    "waves_of",
    "wordings_of",
]
