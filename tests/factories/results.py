"""What came of it: problems, solutions, prototypes and what people think of them; rounds, decisions, commitments."""

from datetime import date

from tequio.apps.commitments.models import Change, Commitment, Decision, Milestone
from tequio.apps.prioritising.models import Ballot, Issue, Option, Round, Slip
from tequio.apps.prioritising.results import result_of
from tequio.apps.publishing.models import Report
from tequio.apps.record.models import Event
from tequio.apps.solutions.models import (
    Answer,
    Feature,
    FeatureState,
    Feedback,
    Problem,
    Prototype,
    Question,
    Response,
    Solution,
    Version,
)
from tequio.apps.thread.kinds import ref
from tequio.core.thread import Kind, LinkKind
from tests.factories.everything import Everything, of, said, uuid
from tests.factories.voices import tied
from tests.people import NOON

SPRING = date(2026, 3, 20)
PUBLISHED = [{"said": said("80 %"), "base": 51, "admissible": [[41, 51]], "source": "p. 4", "counts": ["yes"]}]
CHOICES = [{"key": key, "label": said(key)} for key in ("yes", "no")]


def fill(it: Everything) -> None:
    _problems(it)
    _solutions(it)
    _prototypes(it)
    _feedback(it)
    _rounds(it)
    _promises(it)
    Report.objects.create(process=it.process, opening=said("Abre"), closing=said("Cierra"), published_at=NOON)
    known = {"space_id": it.cast.space.pk, "process_id": it.process.pk, "at": NOON, "actor_kind": "facilitator"}
    known |= {"actor_key": "a" * 16, "verb": "phase.added", "facts": {"link": "said", "to": "A1", "n": 1}}
    it.each(Event, lambda i: known | {"target": f"F{i}"})


def numbered(it: Everything, i: int, title: str) -> dict:
    return {"process": it.process, "number": i, "title": said(f"{title} {i}"), "made_at": NOON}


def _problems(it: Everything) -> None:
    texts = {"statement": said("No llega"), "affected": said("A todos"), "memo": said("Nota"), "reason": said("Pesa")}
    states = ["chosen", "considered", "aside"]
    made = it.each(Problem, lambda i: numbered(it, i, "Problema") | texts | {"state": states[(i - 1) % 3]})
    it.knot(Kind.PROBLEM, made, lambda one: ref(Kind.PROBLEM, one.number))
    tied(it, Kind.THEME, LinkKind.BECAME, Kind.PROBLEM)


def _solutions(it: Everything) -> None:
    texts = {"about": said("Un tablero"), "without_technology": said("Un pizarrón")}
    made = it.each(Solution, lambda i: numbered(it, i, "Solución") | texts)
    it.under(
        Feature,
        made,
        lambda one, at: {"solution": one, "place": at, "title": said(f"Función {at}"), "about": said("Hace")},
    )
    it.knot(Kind.SOLUTION, made, lambda one: ref(Kind.SOLUTION, one.number))
    tied(it, Kind.PROBLEM, LinkKind.ANSWERED, Kind.SOLUTION)


def _prototypes(it: Everything) -> None:
    first = it.rows["Solution"][0]
    made = it.each(Prototype, lambda i: numbered(it, i, "Prototipo") | {"solution": first, "about": said("Así")})
    it.under(
        Version,
        made,
        lambda one, at: {
            "prototype": one,
            "number": at,
            "label": f"0.{at}",
            "what_changed": said("Letra"),
            "link": "https://example.org",
            "picture": it.picture,
            "made_on": SPRING,
        },
    )
    mine = [feature for feature in it.rows["Feature"] if feature.solution_id == first.pk]
    states = [(version, feature) for version in it.rows["Version"] for feature in mine]
    it.make(
        FeatureState,
        [
            {
                "version": version,
                "feature": feature,
                "state": of(FeatureState.State.values, feature.place),
                "note": said("Casi"),
            }
            for version, feature in states
        ],
    )
    it.knot(Kind.PROTOTYPE, made, lambda one: ref(Kind.PROTOTYPE, one.number))
    tied(it, Kind.SOLUTION, LinkKind.BUILT, Kind.PROTOTYPE)


def _feedback(it: Everything) -> None:
    asked = {"solution": it.rows["Solution"][0], "activity": it.rows["Activity"][5], "about": said("Mira")}
    made = it.each(Feedback, lambda i: numbered(it, i, "Opiniones") | asked)
    for feedback in made:
        feedback.prototypes.set(it.rows["Prototype"])
    kinds = ["prototype", "choice", "comment"]
    questions = [(feedback, at) for feedback in made for at in range(max(3, it.n if feedback is made[0] else 3))]
    it.make(
        Question,
        [
            {
                "feedback": feedback,
                "key": f"clave-{at + 1}",
                "place": at,
                "kind": of(kinds, at),
                "wording": said(f"¿Pregunta {at}?"),
                "choices": CHOICES if of(kinds, at) == "choice" else [],
                "notes": PUBLISHED if of(kinds, at) == "choice" else [],
            }
            for feedback, at in questions
        ],
    )
    it.make(
        Response,
        [
            {
                "feedback": made[0],
                "participant": one,
                "channel": "web",
                "sent_as": uuid(1000 + at),
                "may_show": True,
                "made_at": NOON,
            }
            for at, one in enumerate(it.rows["Participant"])
        ],
    )
    _answers(it)
    it.knot(Kind.FEEDBACK, made, lambda one: ref(Kind.FEEDBACK, one.number))
    tied(it, Kind.PROTOTYPE, LinkKind.ASKED, Kind.FEEDBACK)


def _answers(it: Everything) -> None:
    values = {"prototype": "1", "choice": "yes", "comment": "Me gusta"}
    asked = [question for question in it.rows["Question"] if question.feedback_id == it.rows["Feedback"][0].pk]
    it.make(
        Answer,
        [
            {"response": response, "question": question, "value": values[question.kind], "shown": True}
            for response in it.rows["Response"]
            for question in asked
        ],
    )


def _rounds(it: Everything) -> None:
    """The first is closed and counted, the second open, the third a draft, and so on round."""
    words = {"about": said("Elige"), "most": 2, "activity": it.rows["Activity"][3]}
    states = ["closed", "open", "draft"]
    made = it.each(Round, lambda i: numbered(it, i, "Ronda") | words | {"state": states[(i - 1) % 3]})
    knots = it.knots[Kind.PROBLEM]
    it.make(
        Option,
        [
            {"round": one, "knot": knot, "place": at, "label": said(f"Opción {at}")}
            for one in made
            for at, knot in enumerate(knots, 1)
        ],
    )
    area = it.rows["Territory"][0]
    it.make(
        Issue,
        [
            {"round": one, "area": area, "slips": len(it.crowd), "sent_as": uuid(2000 + at), "made_at": NOON}
            for at, one in enumerate(made)
        ],
    )
    mine = [option.pk for option in it.rows["Option"] if option.round_id == made[0].pk]
    slips = [{"round": one, "token_hash": f"{one.pk}:{i:058}", "area": area} for one in made[:2] for i in it.crowd]
    it.make(Slip, slips)
    it.make(
        Ballot,
        [
            slip | {"channel": "paper", "choices": mine[: 1 + at % 2], "hour": NOON}
            for at, slip in enumerate(slips[: len(it.crowd)])
        ],
    )
    for one in made:
        if one.state == "closed":
            _counted(it, one, area)
    it.knot(Kind.ROUND, made, lambda one: ref(Kind.ROUND, one.number))
    tied(it, Kind.PROBLEM, LinkKind.WEIGHED, Kind.ROUND)


def _counted(it: Everything, one: Round, area) -> None:
    options = [option.pk for option in it.rows["Option"] if option.round_id == one.pk]
    ballots = [(options[: 1 + i % 2], area.pk, "paper") for i in it.crowd]
    result = result_of(options, ballots, {area.pk: area.name})
    one.result = result | {"issued": [{"name": area.name, "slips": len(it.crowd)}]}
    one.opened_at = one.closed_at = NOON
    one.save()


def _promises(it: Everything) -> None:
    words = {"text": said("Se hará"), "reasons": said("Lo piden"), "decided_by": said("Asamblea"), "decided_on": SPRING}
    before = {"at": NOON.isoformat(), "title": said("Antes"), "text": said("Antes"), "reasons": said("Antes")}
    earlier = [before | {"decided_by": said("Antes"), "decided_on": "2026-02-01"}]
    made = it.each(Decision, lambda i: numbered(it, i, "Decisión") | words | {"earlier": earlier})
    it.knot(Kind.DECISION, made, lambda one: ref(Kind.DECISION, one.number))
    for kind in (Kind.PROBLEM, Kind.ROUND, Kind.FEEDBACK):
        tied(it, kind, LinkKind.DECIDED, Kind.DECISION)
    declared, maker = ["open", "kept", "changed", "dropped"], it.rows["Organization"][0]
    kept = it.each(
        Commitment,
        lambda i: (
            numbered(it, i, "Compromiso")
            | {
                "decision": made[0],
                "who": said("Equipo"),
                "organization": it.cast.organization if i == 1 else maker,
                "due_start": SPRING,
                "due_end": SPRING,
                "state": of(declared, i),
                "reason": said("Porque sí"),
                "closed_on": SPRING,
            }
        ),
    )
    it.knot(Kind.COMMITMENT, kept, lambda one: ref(Kind.COMMITMENT, one.number))
    tied(it, Kind.DECISION, LinkKind.COMMITTED, Kind.COMMITMENT)
    _steps(it, kept)


def _steps(it: Everything, kept: list[Commitment]) -> None:
    was = {"title": said("Antes"), "due_start": "2026-02-01", "due_end": "2026-02-01", "precision": "day"}
    it.under(
        Change,
        kept,
        lambda one, _at: {
            "commitment": one,
            "before": "open",
            "after": "changed",
            "reason": said("Cambió"),
            "was": was,
            "at": NOON,
        },
    )
    steps = it.each(
        Milestone,
        lambda i: {
            "commitment": kept[0],
            "process": it.process,
            "number": i,
            "title": said(f"Paso {i}"),
            "due": SPRING,
            "reached_on": SPRING if i % 2 else None,
            "note": said("Va"),
            "evidence": "https://example.org",
            "reported_by": it.cast.organization,
        },
    )
    it.knot(Kind.MILESTONE, steps, lambda one: ref(Kind.MILESTONE, one.number))
    tied(it, Kind.COMMITMENT, LinkKind.REPORTED, Kind.MILESTONE)
