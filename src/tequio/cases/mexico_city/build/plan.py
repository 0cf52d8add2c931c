"""The plan of the documented process: its phases with the dates that are known, its activities, what is asked."""

from collections.abc import Mapping
from datetime import datetime

from tequio.apps.processes import actions
from tequio.apps.processes.models import Activity, Phase, Process
from tequio.cases.mexico_city.build.notes import notes
from tequio.cases.mexico_city.build.story import OPENED, Ground, Story, moment
from tequio.cases.mexico_city.case import Case
from tequio.cases.mexico_city.people import Band
from tequio.core.localized import both

SLUG = "plataforma"
COUNTED = {"woman": "women", "man": "men"}  # the census asks for sex and knows two
NOT_SAID = "not_reported"


def draw(ground: Ground) -> Story:
    """The process as the documents tell it, with the dates they leave open."""
    case, at = ground.case, moment(OPENED)
    told = case.facts.process
    process = actions.create_process(
        space=ground.space,
        slug=SLUG,
        title=told.title,
        summary=told.summary,
        territory=ground.space.territory,
        synthetic=True,
        by=ground.by,
        at=at,
    )
    phases = _phases(case, process, ground, at)
    activities = _activities(case, process, phases, ground, at)
    _ask(case, process, ground, at)
    return Story(ground, actions.publish(process, public=True, by=ground.by, at=at), phases, activities)


def note(story: Story) -> Process:
    """What the documents say and where they disagree; last, because every action reads the whole row of the process."""
    return actions.note_facts(story.process, notes=notes(story.case), by=story.by, at=moment(OPENED))


def _phases(case: Case, process: Process, ground: Ground, at: datetime) -> dict[str, Phase]:
    return {
        told.key: actions.add_phase(
            process,
            key=told.key,
            title=told.name,
            purpose=told.purpose,
            span=told.period.span,
            source=told.period.source,
            by=ground.by,
            at=at,
        )
        for told in case.facts.process.phases
    }


def _activities(
    case: Case, process: Process, phases: Mapping[str, Phase], ground: Ground, at: datetime
) -> dict[str, Activity]:
    return {
        told.key: actions.add_activity(
            process,
            key=told.key,
            kind=told.kind,
            title=told.name,
            about=told.summary,
            phases=[phases[key] for key in told.open_in],
            by=ground.by,
            at=at,
        )
        for told in case.facts.process.activities
    }


def _ask(case: Case, process: Process, ground: Ground, at: datetime) -> None:
    by, edition = ground.by, case.facts.territories.edition
    genders, ages = _bands(case.bands.genders, _population(case)), _bands(case.bands.ages, {})
    source, gender, age = f"{edition.publisher}, {edition.name['es']}", both("Género", "Gender"), both("Edad", "Age")
    actions.add_attribute(process, key="gender", title=gender, choices=genders, source=source, by=by, at=at)
    actions.add_attribute(process, key="age", title=age, choices=ages, by=by, at=at)


def _population(case: Case) -> dict[str, int]:
    people = case.facts.territories.city.population
    return {band: getattr(people, group) for band, group in COUNTED.items()}


def _bands(bands: Mapping[str, Band], population: Mapping[str, int]) -> list[dict[str, object]]:
    """Who preferred not to say is in no band."""
    return [
        {"key": key, "label": dict(band.words), "population": population.get(key)}
        for key, band in bands.items()
        if key != NOT_SAID
    ]
