"""A space in which everything has happened: rows of every table of every app, tied on the thread.

`everything(cast, n)` writes `n` of each thing into the cast's space; the first of each has `n` of whatever hangs on it
and the others one, so a page grows with `n` in every list that it has. What is counted has ten more than that, so that
counts are shown. Rows are plain: what the actions would refuse is left to whoever overwrites them.
"""

from dataclasses import dataclass, field
from datetime import timedelta
from uuid import UUID

from django.db.models import Model

from tequio.apps.files.models import Upload
from tequio.apps.thread.actions import Thing, add_knots
from tequio.apps.thread.models import Knot
from tequio.core.thread import Kind
from tests.people import NOON, Cast

TOKEN = "no-es-secreto"
CROWD = 12  # people are counted in tens: below that nothing is drawn


@dataclass
class Everything:
    """What was made, by the kind of row; `knots` by kind, in the order of their things."""

    cast: Cast
    n: int
    picture: Upload | None = None
    knots: dict[Kind, list[Knot]] = field(default_factory=dict)
    rows: dict[str, list] = field(default_factory=dict)

    @property
    def process(self):
        return self.cast.process

    @property
    def crowd(self):
        return range(1, self.n + CROWD + 1)

    def make(self, model: type[Model], rows) -> list:
        made = model._base_manager.bulk_create([model(**row) for row in rows])
        self.rows.setdefault(model.__name__, []).extend(made)
        return made

    def each(self, model: type[Model], row) -> list:
        """`n` rows, numbered from 1."""
        return self.make(model, [row(i) for i in range(1, self.n + 1)])

    def under(self, model: type[Model], parents, row) -> list:
        """`n` rows under the first parent and one under each other, by place from 1."""
        places = [(parent, place) for at, parent in enumerate(parents) for place in self.places(at)]
        return self.make(model, [row(parent, place) for parent, place in places])

    def places(self, at: int):
        return range(1, (1 if at else self.n) + 1)

    def knot(self, kind: Kind, things, name) -> None:
        made = [Thing(kind, thing.pk, name(thing), said(f"{kind} {thing.number}"), public=True) for thing in things]
        add_knots(self.process, made)
        known = {knot.object_id: knot for knot in Knot.objects.filter(process=self.process, kind=kind)}
        self.knots[kind] = [known[thing.pk] for thing in things]


def everything(cast: Cast, n: int = 3) -> Everything:
    from tests.factories import ground, people, results, voices

    made = Everything(cast, n)
    for part in (ground, people, voices, results):
        part.fill(made)
    return made


def said(text: str) -> dict[str, str]:
    return {"es": text, "en": f"{text} (en)"}


def later(hours: int):
    return NOON + timedelta(hours=hours)


def uuid(at: int) -> UUID:
    return UUID(int=at)


def of(rows: list, at: int):
    """The row at a place, going round."""
    return rows[at % len(rows)]
