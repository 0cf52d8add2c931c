"""What was said: meetings with all that belongs to one, files brought in, contributions and themes."""

from datetime import date

from django.conf import settings

from tequio.apps.contributions.models import Batch, Contribution
from tequio.apps.contributions.search import document
from tequio.apps.meetings.models import Attendance, Meeting, Note, Outcome, Step
from tequio.apps.synthesis.models import Quote, Theme
from tequio.apps.thread.actions import tie_many
from tequio.apps.thread.kinds import ref
from tequio.core.actors import NOBODY
from tequio.core.thread import Kind, LinkKind
from tests.factories.everything import Everything, later, of, said, uuid
from tests.people import NOON

REJECTED = [
    {"line": 2, "code": "row.too_long", "facts": {"length": 9000, "limit": 5000}},
    {"line": 3, "code": "row.kind_unread", "facts": {"text": "Algo"}},
]
BROUGHT = "titulo,texto,alcaldia\nUn título,Falta agua en la escuela,Lugar 1\nOtro,Falta luz en el parque,Ninguno\n"


def fill(it: Everything) -> None:
    _meetings(it)
    _files(it)
    _contributions(it)
    _themes(it)


def tied(it: Everything, sources: Kind, kind: LinkKind, targets: Kind) -> None:
    """The first target comes from every source; the others from one."""
    ends = it.knots[targets]
    links = [(source, kind, ends[0]) for source in it.knots[sources]]
    links += [(of(it.knots[sources], at), kind, target) for at, target in enumerate(ends[1:], 1)]
    tie_many(it.process, links, by=NOBODY, at=NOON)


def _meetings(it: Everything) -> None:
    made = it.each(
        Meeting,
        lambda i: {
            "process": it.process,
            "number": i,
            "kind": of(Meeting.Kind.values, i),
            "mode": of(Meeting.Mode.values, i),
            "state": ["held", "planned", "cancelled"][(i - 1) % 3],
            "reason": said("Llovió"),
            "title": said(f"Encuentro {i}"),
            "purpose": said("Oír"),
            "phase": it.rows["Phase"][0],
            "activity": it.rows["Activity"][0],
            "territory": it.rows["Territory"][0],
            "starts_at": later(i),
            "ends_at": later(i + 1),
            "place": "Casa de cultura",
            "joining": "Por la puerta de atrás",
        },
    )
    it.under(
        Step,
        made,
        lambda meeting, place: {
            "meeting": meeting,
            "place": place,
            "minutes": 2,
            "title": said("Paso"),
            "how": said("Así"),
            "prompts": said("¿Qué falta?"),
            "materials": said("Hojas"),
        },
    )
    it.under(Note, made, lambda one, at: {"meeting": one, "body": f"Nota {at}", "public": True, "made_at": NOON})
    it.under(Outcome, made, lambda one, at: {"meeting": one, "text": said(f"Aprendimos {at}"), "people": 11})
    came = [(meeting, one) for meeting in made[:2] for one in it.rows["Participant"]]
    it.make(Attendance, [{"meeting": meeting, "participant": one, "noted_at": NOON} for meeting, one in came])
    it.knot(Kind.MEETING, made, lambda one: ref(Kind.MEETING, one.number))
    tied(it, Kind.PARTICIPANT, LinkKind.ATTENDED, Kind.MEETING)


def _files(it: Everything) -> None:
    folder = settings.MEDIA_ROOT / "imports"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "everything.bin").write_text(BROUGHT)
    it.each(
        Batch,
        lambda i: {
            "process": it.process,
            "number": i,
            "name": f"Archivo {i}.csv",
            "sha256": "0" * 64,
            "path": "imports/everything.bin",
            "mapping": {"title": "titulo", "body": "texto"},
            "state": ["done", "preview", "dropped"][(i - 1) % 3],
            "rows": 4,
            "imported": 1,
            "duplicates": [{"line": 4, "of_line": 2}],
            "rejected": REJECTED * (it.n if i == 1 else 1),
            "made_at": NOON,
        },
    )


def _contributions(it: Everything) -> None:
    """The first belongs to Caro, so that she has words to come back to."""
    people = [it.cast.caro, *it.rows["Participant"]]
    made = it.make(
        Contribution,
        [
            {
                "process": it.process,
                "number": i,
                "kind": of(Contribution.Kind.values, i),
                "status": {2: "new", 3: "aside"}.get(i, "accepted"),
                "channel": of(Contribution.Channel.values, i),
                "title": f"Aporte {i}",
                "body": f"Falta agua en la escuela {i}",
                "participant": it.cast.caro if i <= it.n else of(people, i),
                "meeting": it.rows["Meeting"][0],
                "territory": of(it.rows["Territory"][: it.n], i),
                "batch": it.rows["Batch"][0],
                "source_id": f"fila {i}",
                "said_on": date(2026, 2, 1),
                "reason": "Se repite",
                "fingerprint": f"{i:064}",
                "sent_as": uuid(i),
                "made_at": NOON,
            }
            for i in it.crowd
        ],
    )
    for row in made:
        row.stems = document(row)
    Contribution.objects.bulk_update(made, ["stems"])
    it.knot(Kind.CONTRIBUTION, made, lambda one: ref(Kind.CONTRIBUTION, one.number))
    tied(it, Kind.PARTICIPANT, LinkKind.SAID, Kind.CONTRIBUTION)
    tied(it, Kind.MEETING, LinkKind.GATHERED, Kind.CONTRIBUTION)


def _themes(it: Everything) -> None:
    made = it.each(
        Theme,
        lambda i: {
            "process": it.process,
            "number": i,
            "title": said(f"Tema {i}"),
            "memo": said("Nota"),
            "public": i != 2,
            "made_at": NOON,
        },
    )
    words = it.rows["Contribution"]
    it.under(
        Quote,
        made,
        lambda theme, at: {
            "theme": theme,
            "contribution": of(words, at - 1),
            "passage": "Falta agua",
            "made_at": NOON,
        },
    )
    it.knot(Kind.THEME, made, lambda one: ref(Kind.THEME, one.number))
    tied(it, Kind.CONTRIBUTION, LinkKind.GROUPED, Kind.THEME)
