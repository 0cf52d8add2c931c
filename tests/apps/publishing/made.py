"""A whole process, from twelve people and their words to what was promised, with private things at every step."""

from dataclasses import dataclass
from datetime import date

from tequio.apps.commitments.models import Decision
from tequio.apps.contributions.models import Contribution
from tequio.apps.meetings import actions as meetings
from tequio.apps.meetings.models import Meeting
from tequio.apps.prioritising import actions as prioritising
from tequio.apps.prioritising.models import Round
from tequio.apps.processes.models import Participant, Process
from tequio.apps.publishing import actions
from tequio.apps.publishing.models import Report
from tequio.apps.solutions import actions as solutions
from tequio.apps.solutions.models import Problem
from tequio.apps.synthesis import actions as synthesis
from tequio.apps.synthesis.models import Theme
from tequio.apps.thread.actions import tie
from tequio.apps.thread.queries import knot_of
from tequio.core.commitments import Declared
from tequio.core.thread import Kind, LinkKind
from tests.apps.commitments.made import TOMORROW, YESTERDAY, a_commitment, a_decision, a_milestone, changed
from tests.apps.meetings import making
from tests.apps.prioritising.paper import chosen, closed
from tests.apps.processes.here import boroughs, people
from tests.apps.solutions.made import Round as Asked
from tests.apps.solutions.made import a_round, answered
from tests.apps.synthesis.voices import ANA, said, theme
from tests.people import NOON, Cast

DOING = {"by": ANA, "at": NOON}
SECRET_NOTE = "Nota que nadie más debe leer"
SECRET_WORDS = "Esto lo digo solo para que se cuente"
SECRET_LINK = "https://llamada.example/secreto"
WAITING = "Esto nadie lo ha leído todavía"
DRAFT = "Tema que sigue en borrador"
SEEN = "El agua llega solo los martes y nunca alcanza para toda la semana."
HERE = "/red/procesos/parque/resultado/"


@dataclass(frozen=True)
class Story:
    people: list[Participant]
    meetings: list[Meeting]
    voices: list[Contribution]
    water: Theme
    light: Theme
    round: Round
    problem: Problem
    asked: Asked
    decision: Decision


def a_story(cast: Cast) -> Story:
    """12 people of 2 of 3 boroughs, 2 meetings, 9 contributions (1 without words), 2 themes, and what came of them."""
    who = _people(cast)
    held = [_meeting(cast, title) for title in ("Taller de agua", "Taller de luz")]
    voices = _voices(cast, who, held)
    water, light = theme(cast, "El agua", *voices[:5]), theme(cast, "La luz", *voices[4:7])
    synthesis.add_quote(theme=water, contribution=voices[0], passage=SEEN, **DOING)
    theme(cast, DRAFT, voices[7], public=False)
    found = _round(cast, water, light)
    asked, problem = _solutions(cast.process, water)
    decision = _decided(cast.process, problem)
    return Story(who, held, voices, water, light, found, problem, asked, decision)


def _people(cast: Cast) -> list[Participant]:
    here, there, _nobody = boroughs(Centro=500, Norte=300, Sur=200)
    agreed = {"show": "2026-03-01", "quote": "2026-03-01"}
    Participant.objects.filter(pk=cast.caro.pk).update(territory=here, speaks_for="organization")
    first = people(cast, 7, here, organization=cast.organization, consents=agreed)
    return [*first, *people(cast, 4, there, consents=agreed)]


def _meeting(cast: Cast, title: str) -> Meeting:
    made = making.meeting(cast, title={"es": title}, kind="workshop", joining=SECRET_LINK)
    meetings.add_note(made, body=SECRET_NOTE, public=False, **DOING)
    return meetings.mark_held(made, **DOING)


def _voices(cast: Cast, who: list[Participant], held: list[Meeting]) -> list[Contribution]:
    first = said(cast, SEEN, participant=who[0], meeting=held[0])
    first += said(cast, "Falta agua.", "No hay presión.", "La pipa cobra.", participant=who[1], meeting=held[0])
    first += said(cast, "Sin agua y sin luz.", participant=who[2], meeting=held[1])
    first += said(cast, "No hay luz en la esquina.", participant=who[3], meeting=held[1], kind="idea")
    first += said(cast, "Los postes están rotos.", kind="idea", participant=None)
    first += said(cast, "Quiero bancas.", kind="wish", participant=who[4])
    first += said(cast, SECRET_WORDS, participant=who[5], meeting=held[1], shown=False)
    said(cast, WAITING, status="new")
    return first


def _round(cast: Cast, *themes: Theme) -> Round:
    options = [knot_of(cast.process, Kind.THEME, one.pk) for one in themes]
    made = prioritising.add_round(
        process=cast.process, title={"es": "¿Qué va primero?"}, about={}, most=2, options=options, **DOING
    )
    opened = prioritising.open_round(round=made, **DOING)
    chosen(opened, [(1,)] * 7 + [(2,)] * 4)
    return closed(opened)


def _solutions(process: Process, water: Theme) -> tuple[Asked, Problem]:
    asked = a_round(process)
    problem = solutions.choose_problem(problem=Problem.objects.get(process=process), reason={"es": "Urge."}, **DOING)
    tie(knot_of(process, Kind.THEME, water.pk), LinkKind.BECAME, knot_of(process, Kind.PROBLEM, problem.pk), **DOING)
    for number in range(12):
        which = asked.plaza if number < 8 else asked.telar
        answered(asked.feedback, preferred=str(which.number), needs_met="yes" if number else "no")
    return asked, problem


def _decided(process: Process, problem: Problem) -> Decision:
    decision = a_decision(process, rests_on=[knot_of(process, Kind.PROBLEM, problem.pk)])
    kept, dropped = a_commitment(decision, "Poner bombas", due=YESTERDAY), a_commitment(decision, "Pintar bancas")
    a_commitment(decision, "Avisar", due=TOMORROW)
    a_milestone(kept, "Comprar", reached_on=date(2026, 2, 1))
    changed(kept, Declared.KEPT, on=YESTERDAY)
    changed(dropped, Declared.DROPPED, "No hubo dinero.", on=YESTERDAY)
    return decision


def published(cast: Cast, **words: dict[str, str]) -> Report:
    facts = {"opening": {"es": "Gracias por venir."}, "closing": {"es": "Seguimos."}} | words
    actions.write_report(process=cast.process, **facts, **DOING)
    return actions.publish(process=cast.process, **DOING)
