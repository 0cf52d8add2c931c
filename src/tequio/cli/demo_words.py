"""What the demonstration prints: where to look, how to sign in, how to take part, how to stop. In both languages."""

from collections.abc import Iterator, Sequence
from pathlib import Path

type Door = tuple[str, str, str]
"""A path, what it leads to, and the same in English."""


def told(base: str, folder: Path) -> str:
    """`base` is where the pages are, as "http://127.0.0.1:8000"."""
    return "\n".join(("", *_lines(base, folder), ""))


def _lines(base: str, folder: Path) -> Iterator[str]:
    yield "Tequio. Caso de demostración: Ciudad de México / Demonstration case: Mexico City"
    yield f"\n  {base}/\n"
    yield "Para mirar / Worth seeing"
    yield from _listed(base, _places())
    yield "\nPara entrar / To sign in (cada enlace sirve una vez / each link works once)"
    yield from _listed(base, _links())
    yield "\nPara participar / To take part"
    yield from _listed(base, _taking_part())
    yield f"\nLos datos están en / The data is in: {folder}"
    yield "Para parar / To stop: Ctrl+C"


def _listed(base: str, doors: Iterator[Door]) -> Iterator[str]:
    for path, es, en in doors:
        yield f"  {base}{path}" if path else "  —"
        yield f"      {es} / {en}"


def _places() -> Iterator[Door]:
    from tequio.cases.mexico_city.build import ground, plan, water

    process, trial = [ground.SLUG, plan.SLUG], [ground.SLUG, water.SLUG]
    yield _path("processes:detail", process), "de las voces a los resultados, 2020–2021", "from voices to results"
    yield _path("publishing:result", process), "lo que dijiste y lo que pasó", "what you said and what happened"
    yield _path("processes:coverage", process), "quién está y quién falta", "who is here and who is missing"
    yield _path("processes:detail", trial), "un proceso abierto, para probar", "a process that is open now, to try"


def _links() -> Iterator[Door]:
    from tequio.cases.mexico_city.build import ground

    yield _link(ground.ANA), "Ana opera el espacio y facilita", "Ana runs the space and facilitates"
    yield _link(ground.BETO), "Beto habla por una organización", "Beto speaks for an organisation"


def _link(email: str) -> str:
    """A fresh one-time link, or nothing where the person is no longer here."""
    from django.utils.timezone import now

    from tequio.apps.accounts import actions
    from tequio.apps.accounts.models import Person
    from tequio.core.actors import SYSTEM

    person = Person.objects.filter(email=email, is_active=True).first()
    return actions.make_sign_in_link(person=person, by=SYSTEM, at=now()) if person else ""


def _taking_part() -> Iterator[Door]:
    from tequio.cases.mexico_city.build import ground, water, water_results
    from tequio.cases.mexico_city.water import water as told

    trial, asked = [ground.SLUG, water.SLUG], told().round
    yield _path("contributions:say", trial), "di algo, sin cuenta ni nombre", "say something, no account, no name"
    words = water.caro_words()
    yield _path("contributions:return", trial), f"Caro vuelve con: {words}", "Caro comes back with these words"
    slip = water_results.slip_words(next(iter(asked.ballots)), asked.slips)[-1]
    yield _path("prioritising:choose", [*trial, 1]), f"papeleta: {slip}", "a paper slip, to choose with"


def _path(name: str, args: Sequence[object]) -> str:
    from django.urls import reverse

    return reverse(name, args=args)
