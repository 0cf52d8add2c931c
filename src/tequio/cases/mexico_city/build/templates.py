"""Plans to start a process from: the four phases of the case without its city, and an empty sheet."""

from datetime import datetime

from tequio.apps.processes import actions
from tequio.apps.processes.models import Phase, Process
from tequio.apps.spaces.models import Space
from tequio.cases.mexico_city.facts import template
from tequio.cases.mexico_city.template import TemplatePhase
from tequio.core.actors import SYSTEM
from tequio.core.localized import Localized, both

FOUR_PHASES, BLANK = "cuatro-fases", "en-blanco"


def add(space: Space, *, at: datetime) -> list[Process]:
    return [_four_phases(space, at), _blank(space, at)]


def _four_phases(space: Space, at: datetime) -> Process:
    told = template()
    made = actions.create_process(
        space=space, slug=FOUR_PHASES, title=told.name, summary=told.summary, template=True, by=SYSTEM, at=at
    )
    for phase in told.phases:
        _activities(made, phase, _phase(made, phase, told.source, at), at)
    return made


def _phase(process: Process, told: TemplatePhase, source: str, at: datetime) -> Phase:
    return actions.add_phase(
        process, key=told.key, title=told.name, purpose=_purpose(told), source=source, by=SYSTEM, at=at
    )


def _purpose(told: TemplatePhase) -> Localized:
    """What it is for, how long it may take and what to have in hand at its end."""
    return both(
        f"{told.purpose['es']} Suele durar {told.weeks} semanas. Termina con: {told.ends_with['es']}",
        f"{told.purpose['en']} It often takes {told.weeks} weeks. It ends with: {told.ends_with['en']}",
    )


def _activities(process: Process, told: TemplatePhase, phase: Phase, at: datetime) -> None:
    for each in told.activities:
        actions.add_activity(
            process, kind=each.kind, title=each.name, about=each.purpose, phases=[phase], by=SYSTEM, at=at
        )


def _blank(space: Space, at: datetime) -> Process:
    return actions.create_process(
        space=space,
        slug=BLANK,
        title=both("En blanco", "Blank"),
        summary=both("Sin fases ni actividades: todo por escribir.", "No phases and no activities: all to be written."),
        template=True,
        by=SYSTEM,
        at=at,
    )
