"""A process with any number of contributions in varied Spanish, the same ones every time; all of it is invented."""

import random
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from django.db import transaction
from django_scopes import scope

from tequio.apps.contributions.actions.keeping import Words, keep
from tequio.apps.contributions.models import Contribution
from tequio.apps.meetings.models import Meeting
from tequio.apps.processes.models import Participant, Process
from tequio.apps.spaces.models import Space
from tequio.apps.territories.models import Territory
from tequio.apps.thread import actions as thread
from tequio.apps.thread.models import Knot
from tequio.core.actors import SYSTEM
from tequio.core.thread import Kind, LinkKind

NOON = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)
CHUNK = 10_000
PEOPLE, MEETINGS, THEMES = 2000, 60, 40
SYLLABLES = """
    ba ca cha da fa ga la ma na pa ra sa ta va lle mi ni ri si ti bo co do lo mo no po ro so to re te que me ne
""".split()  # noqa: SIM905 (a list of words is read as words)
OPENINGS = (
    *("En mi colonia", "Desde hace meses", "Las vecinas pedimos que", "Necesitamos que", "Nos gustaría que"),
    *("Cuando llueve,", "Por las noches", "En la escuela de mis hijas", "La organización quiere que"),
    "Nadie nos ha dicho si",
)
COMMON = """
    agua luz calle parque transporte basura seguridad escuela mercado salud vivienda jóvenes mujeres niñas adultos
    mayores camión metro banqueta fuga bache árbol cancha taller internet teléfono trámite ventanilla colonia barrio
    organización vecinas comité apoyo dinero tiempo espacio horario permiso información
""".split()  # noqa: SIM905 (as above)
VERBS = """
    falta arreglen pongan cuiden abran limpien escuchen cambien terminen revisen paguen enseñen alumbren siembren
""".split()  # noqa: SIM905 (as above)
LINKS = "en de para con por cuando porque aunque sin sobre hasta desde".split()  # noqa: SIM905 (as above)
BOROUGHS = 16


def seed(process: Process, n: int) -> None:
    """Fill a process through the same actions that people use, in chunks of ten thousand."""
    chance = random.Random(7)  # noqa: S311 (a bench, not a secret)
    places = list(Territory.objects.filter(kind="borough"))
    people, meetings = _people(process, places), _meetings(process)
    vocabulary = ["".join(chance.choices(SYLLABLES, k=chance.randint(2, 5))) for _ in range(20_000)]
    for start in range(0, n, CHUNK):
        said = [_words(chance, vocabulary, people, meetings, places) for _ in range(min(CHUNK, n - start))]
        with transaction.atomic():
            rows = keep(process, said, channel="meeting", status=Contribution.Status.ACCEPTED, by=SYSTEM, at=NOON)
            _group(process, rows, chance)


def space_and_process() -> Process:
    space = Space.objects.create(slug="banco", name={"es": "Banco de pruebas"}, languages=["es", "en"], made_at=NOON)
    for code in range(BOROUGHS):
        Territory.objects.get_or_create(
            code=f"090{code + 2:02}", defaults={"kind": "borough", "name": f"Alcaldía {code}"}
        )
    with scope(space=space.pk):
        return Process.objects.create(
            space=space, slug="muchas-voces", title={"es": "Muchas voces"}, public=True, made_at=NOON
        )


def _people(process: Process, places: list[Territory]) -> list[Participant]:
    rows = [
        Participant(process=process, wave="W1", number=number, territory=places[number % len(places)], made_at=NOON)
        for number in range(1, PEOPLE + 1)
    ]
    return list(Participant.objects.bulk_create(rows))


def _meetings(process: Process) -> list[Meeting]:
    rows = Meeting.objects.bulk_create(
        Meeting(
            process=process, number=number + 1, kind="focus_group", mode="in_person", title={"es": f"Grupo {number}"}
        )
        for number in range(MEETINGS)
    )
    thread.add_knots(process, [thread.Thing(Kind.MEETING, row.pk, f"E{row.number}", row.title) for row in rows])
    return list(rows)


def _words(
    chance: random.Random,
    vocabulary: list[str],
    people: list[Participant],
    meetings: list[Meeting],
    places: list[Territory],
) -> Words:
    body = " ".join(_sentence(chance, vocabulary) for _ in range(chance.choice((1, 1, 2, 3, 6))))
    said = Words(body, title=_sentence(chance, vocabulary)[:80] if chance.random() < 0.3 else "")
    return replace(
        said,
        kind=chance.choices(Contribution.Kind.values, (60, 20, 10, 8, 2))[0],
        shown=chance.random() < 0.95,
        participant=chance.choice(people),
        meeting=chance.choice(meetings) if chance.random() < 0.4 else None,
        territory_id=chance.choice(places).pk,
        said_on=date(2026, 1, 1) + timedelta(chance.randrange(300)),
    )


def _sentence(chance: random.Random, vocabulary: list[str]) -> str:
    """Common words often, rare words seldom, as people speak."""
    words = [chance.choice(OPENINGS), chance.choice(VERBS)]
    for _ in range(chance.randint(4, 12)):
        rare = vocabulary[int(len(vocabulary) * chance.random() ** 3)]
        words += [chance.choice(LINKS), chance.choice(COMMON) if chance.random() < 0.5 else rare]
    return " ".join(words) + "."


def _group(process: Process, rows: list[Contribution], chance: random.Random) -> None:
    themes = _themes(process)
    knots = {
        knot.object_id: knot
        for knot in Knot.objects.filter(process=process, object_id__gte=rows[0].pk, kind="contribution")
    }
    grouped = [knots[row.pk] for row in rows if chance.random() < 0.4]
    links = ((knot, LinkKind.GROUPED, chance.choice(themes)) for knot in grouped)
    thread.tie_many(process, links, by=SYSTEM, at=NOON)


def _themes(process: Process) -> list[Knot]:
    known = list(Knot.objects.filter(process=process, kind=Kind.THEME))
    things = [thread.Thing(Kind.THEME, n + 1, f"T{n + 1}", {"es": f"Tema {n + 1}"}) for n in range(THEMES)]
    return known or thread.add_knots(process, things)
