"""The solution to the chosen problem, and its two prototypes with what each version could do."""

from collections.abc import Mapping
from dataclasses import dataclass

from tequio.apps.files import actions as files
from tequio.apps.files.models import Upload
from tequio.apps.solutions import actions
from tequio.apps.solutions.models import Feature, Prototype, Solution
from tequio.apps.thread.models import Knot
from tequio.cases.mexico_city.build.meetings import Meetings
from tequio.cases.mexico_city.build.pictures import drawn
from tequio.cases.mexico_city.build.problems import Problems
from tequio.cases.mexico_city.build.story import PROPOSED, Story, moment
from tequio.cases.mexico_city.build.voices import Voices
from tequio.cases.mexico_city.prototypes import Prototype as Told
from tequio.cases.mexico_city.prototypes import Version
from tequio.core.localized import Localized, both
from tequio.core.thread import Kind

IN_STEPS = "telar"  # the prototype that leads along a path; the other has stalls side by side
HEADS = {"es": ("Interfaz", "Estructura", "Pantallas"), "en": ("Interface", "Structure", "Screens")}


@dataclass(frozen=True, slots=True)
class Designed:
    """What came of the co-design, by the keys of the case."""

    solution: Solution
    prototypes: Mapping[str, Prototype]


def design(story: Story, meetings: Meetings, voices: Voices, problems: Problems) -> Designed:
    solution, at = _solution(story, problems), moment(PROPOSED)
    texts = [(told.name, told.words) for told in story.case.features]
    made = actions.add_features(solution=solution, features=texts, by=story.by, at=at)
    features = {told.key: feature for told, feature in zip(story.case.features, made, strict=True)}
    built_in = story.knots(Kind.MEETING, [meeting.pk for key, meeting in meetings.items() if key.startswith("cd-")])
    prototypes = {}
    for told in story.case.prototypes:
        prototypes[told.key] = _prototype(story, told, solution, built_in, _evidence(story, told, voices))
        picture = _picture(story, told)
        for version in told.versions:
            last = version is told.versions[-1]
            _version(story, version, prototypes[told.key], features, picture if last else None)
    return Designed(solution, prototypes)


def _evidence(story: Story, told: Told, voices: Voices) -> list[Knot]:
    """The voices that asked for its features, and those that gave it its shape."""
    asked = [key for feature in story.case.features for key in feature.voices]
    return story.knots(Kind.CONTRIBUTION, [voices[key].pk for key in dict.fromkeys([*asked, *told.voices])])


def _solution(story: Story, problems: Problems) -> Solution:
    told = story.case.solution
    return actions.add_solution(
        process=story.process,
        title=told.name,
        about=told.words,
        without_technology=told.without_technology,
        answers=[problems[told.problem]],
        synthetic=told.synthetic,
        by=story.by,
        at=moment(PROPOSED),
    )


def _prototype(story: Story, told: Told, solution: Solution, built_in: list[Knot], evidence: list[Knot]) -> Prototype:
    return actions.add_prototype(
        solution=solution,
        title=told.name,
        about=both(*(_about(told, language) for language in HEADS)),
        built_in=built_in,
        evidence=evidence,
        synthetic=told.synthetic,
        by=story.by,
        at=moment(told.versions[0].day),
    )


def _about(told: Told, language: str) -> str:
    screens = "; ".join(screen[language] for screen in told.screens) + "."
    texts = (told.interface[language], told.structure[language], screens)
    return "\n\n".join(f"{head}: {text}" for head, text in zip(HEADS[language], texts, strict=True))


def _picture(story: Story, told: Told) -> Upload:
    """The screens of its last version, drawn."""
    name, screens = told.name["es"], [screen["es"] for screen in told.screens]
    words = both(
        f"Dibujo de cuatro pantallas de {name}: {'; '.join(screens)}.",
        f"Drawing of four screens of {told.name['en']}: {'; '.join(screen['en'] for screen in told.screens)}.",
    )
    return files.store(
        data=drawn(screens, in_steps=told.key == IN_STEPS),
        name=f"{told.key}.png",
        description=words,
        space_id=story.ground.space.pk,
        public=True,
        by=story.by,
        at=moment(told.versions[-1].day),
    )


def _version(
    story: Story, told: Version, prototype: Prototype, features: Mapping[str, Feature], picture: Upload | None
) -> None:
    by, at, day = story.by, moment(told.day), told.day
    made = actions.add_version(
        prototype=prototype,
        what_changed=told.notes,
        label=told.number,
        picture=picture,
        made_on=day,
        by=by,
        at=at,
    )
    nothing: Localized = {}
    states = {row.pk: (str(told.states[key]), nothing) for key, row in features.items()}
    actions.set_feature_states(version=made, states=states, by=by, at=at)
