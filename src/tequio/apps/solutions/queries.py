"""Every shared read of problems, solutions, prototypes and feedback, by name."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Prefetch, Q, QuerySet
from django.http import Http404
from django.utils.timezone import localdate

from tequio.apps.files.models import Upload
from tequio.apps.processes.models import Participant, Process
from tequio.apps.processes.queries import require_open
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
from tequio.apps.thread.models import Knot, Link
from tequio.core.participants import parse
from tequio.core.phases import Activity
from tequio.core.refusals import Refusal
from tequio.core.thread import Kind, LinkKind, links_between

ORDER = {Problem.State.CHOSEN: 0, Problem.State.CONSIDERED: 1, Problem.State.ASIDE: 2}
LONGEST_ID = 19
MOST_LISTED = 200  # knots offered as boxes to tick; any other is named by its code


@dataclass(frozen=True, slots=True)
class Overview:
    """Four lists, each with what its rows need already fetched."""

    problems: Sequence[Problem]
    solutions: Sequence[Solution]
    feedback: Sequence[Feedback]


def overview(process: Process) -> Overview:
    """All that a process has of problems and solutions: chosen problems first. Six queries."""
    problems = sorted(Problem.objects.filter(process=process), key=lambda problem: ORDER[Problem.State(problem.state)])
    solutions = Solution.objects.filter(process=process).prefetch_related(
        Prefetch("prototypes", Prototype.objects.annotate(version_count=Count("versions")))
    )
    feedback = Feedback.objects.filter(process=process).select_related("solution")
    counted = Count("responses", filter=_counted("responses__"))
    return Overview(problems, list(solutions), list(feedback.annotate(response_count=counted)))


def problem(process: Process, number: int) -> Problem:
    return _one(Problem.objects.select_related("process__space"), process=process, number=number)


def solution(process: Process, number: int) -> Solution:
    found: QuerySet[Solution] = Solution.objects.select_related("process__space")
    return _one(found.prefetch_related("features", "prototypes"), process=process, number=number)


def prototype(process: Process, number: int) -> Prototype:
    found: QuerySet[Prototype] = Prototype.objects.select_related("process__space", "solution")
    return _one(found, process=process, number=number)


def version(process: Process, prototype_number: int, number: int) -> Version:
    found: QuerySet[Version] = Version.objects.select_related(
        "prototype__process__space", "prototype__solution", "picture"
    )
    return _one(found, prototype__process=process, prototype__number=prototype_number, number=number)


def feedback(process: Process, number: int) -> Feedback:
    found: QuerySet[Feedback] = Feedback.objects.select_related("process__space", "solution")
    questions = Prefetch("questions", Question.objects.select_related("only_for"))
    return _one(found.prefetch_related(questions, "prototypes"), process=process, number=number)


def question(found: Feedback, key: str) -> Question:
    return _one(Question.objects.select_related("feedback__process"), feedback=found, key=key)


def _one[T](found: QuerySet[T], **which: object) -> T:  # type: ignore[type-var]
    one = found.filter(**which).first()
    if one is None:
        raise Http404
    return one


def picture(process: Process, sha256: str) -> Upload | None:
    """A picture of a version of this process, by its content."""
    shown = Version.objects.filter(prototype__process=process, picture__sha256=sha256).select_related("picture").first()
    return shown.picture if shown else None


def versions_of(found: Prototype) -> list[Version]:
    """Newest first, each with its features and its picture."""
    every = Version.objects.filter(prototype=found).select_related("picture").order_by("-number")
    states = FeatureState.objects.select_related("feature").order_by("feature__place")
    return list(every.prefetch_related(Prefetch("features", states)))


def features_of(found: Solution) -> list[Feature]:
    return list(Feature.objects.filter(solution=found))


def solutions_of(found: Problem) -> list[Solution]:
    """The solutions that say they answer this problem."""
    links = Link.objects.filter(
        process_id=found.process_id, kind=LinkKind.ANSWERED, source__kind=Kind.PROBLEM, source__object_id=found.pk
    )
    ids = links.filter(target__kind=Kind.SOLUTION).values_list("target__object_id", flat=True)
    return list(Solution.objects.filter(pk__in=list(ids)))


def problems_of(found: Solution) -> list[Problem]:
    """The problems that a solution answers."""
    links = Link.objects.filter(
        process_id=found.process_id, kind=LinkKind.ANSWERED, target__kind=Kind.SOLUTION, target__object_id=found.pk
    )
    return list(Problem.objects.filter(pk__in=list(links.values_list("source__object_id", flat=True))))


def feedback_on(found: Solution) -> list[Feedback]:
    return list(Feedback.objects.filter(solution=found))


def _counted(prefix: str = "") -> Q:
    """Responses that count: those of people who withdrew do not."""
    nobody, still = (
        Q(**{f"{prefix}participant__isnull": True}),
        Q(**{f"{prefix}participant__withdrawn_at__isnull": True}),
    )
    return nobody | still


def responses_to(found: Feedback) -> QuerySet[Response]:
    counted: QuerySet[Response] = Response.objects.filter(_counted(), feedback=found)
    return counted


def comments_on(found: Feedback, *, everything: bool = False) -> list[Answer]:
    """What people wrote, oldest first: what staff has shown, or for staff everything."""
    written: QuerySet[Answer] = Answer.objects.filter(
        _counted("response__"), response__feedback=found, question__kind=Question.Kind.COMMENT
    )
    written = written if everything else written.filter(shown=True, response__may_show=True)
    return list(
        written.select_related("question", "response__participant", "response__feedback__process").order_by("pk")
    )


def comment(found: Feedback, pk: str) -> Answer:
    every: QuerySet[Answer] = Answer.objects.select_related("response__feedback__process")
    return _one(
        every,
        pk=int(pk) if pk.isdecimal() and len(pk) < LONGEST_ID else 0,
        response__feedback=found,
        question__kind=Question.Kind.COMMENT,
    )


def participant_coded(process: Process, typed: str) -> Participant | None:
    """The person with the code that was typed ("w1 # 5"); nobody when nothing was typed."""
    if not typed.strip():
        return None
    code = parse(typed)
    found: Participant | None = Participant.objects.filter(process=process, wave=code.wave, number=code.number).first()
    if found is None:
        raise Refusal("feedback.no_such_code", who=str(code), field="code")
    return found


def knots_to_choose(process: Process, kinds: Iterable[Kind]) -> list[Knot]:
    listed = Knot.objects.filter(process=process, kind__in=list(kinds)).order_by("kind", "object_id")
    return list(listed[:MOST_LISTED])


def refs_behind(process: Process, kind: Kind, object_id: int, link: LinkKind) -> list[str]:
    """Refs of the knots that lead to a thing by one kind of link, in the order they were tied."""
    links = Link.objects.filter(process=process, target__kind=kind, target__object_id=object_id, kind=link)
    return list(links.order_by("pk").values_list("source__ref", flat=True))


def knots_named(process: Process, refs: Sequence[str], link: LinkKind, into: Kind, field: str) -> list[Knot]:
    """The knots that these codes ("A12", "E2") name, each allowed to lead there by this link."""
    found = {knot.ref: knot for knot in Knot.objects.filter(process=process, ref__in=refs)}
    for ref in refs:
        if ref not in found:
            raise Refusal("solutions.no_such_ref", ref=ref, field=field)
        if link not in links_between(Kind(found[ref].kind), into):
            raise Refusal("solutions.cannot_lead", ref=ref, field=field)
    return [found[ref] for ref in refs]


def day_of(at: datetime) -> date:
    """The day it is where the process lives."""
    return localdate(at)


def is_open(process: Process, activity: Activity, at: datetime) -> bool:
    """Whether people can take part in this on the web right now: two queries."""
    try:
        require_open(process, activity, day_of(at))
    except Refusal:
        return False
    return True
