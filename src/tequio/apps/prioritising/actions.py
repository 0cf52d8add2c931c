"""Writes of rounds: made, opened, closed for good; slips printed; choices counted, with nothing that leads to a person.

What people do with their slips is not noted in the record: a line there has an exact moment, and would tell when
somebody chose. Closing is noted, with how many ballots were counted.
"""

# ruff: noqa: A002 (a round is what the field calls it)

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction

from tequio.apps.prioritising import queries
from tequio.apps.prioritising.models import Ballot, Issue, Option, Round, Slip
from tequio.apps.prioritising.results import result_of
from tequio.apps.prioritising.slips import token_hash
from tequio.apps.processes.models import Activity, Process
from tequio.apps.processes.queries import locked, next_number
from tequio.apps.record import actions as record
from tequio.apps.territories.models import Territory
from tequio.apps.thread import actions as thread
from tequio.apps.thread.kinds import ref
from tequio.apps.thread.models import Knot
from tequio.core.actors import Actor
from tequio.core.localized import Localized
from tequio.core.refusals import Refusal
from tequio.core.thread import Kind, LinkKind

FEWEST, MOST = 10, 500  # slips for an area at a time: with fewer than ten, an area could point at somebody


@transaction.atomic
def add_round(
    *,
    process: Process,
    title: Localized,
    about: Localized,
    most: int,
    options: Sequence[Knot],
    by: Actor,
    at: datetime,
    activity: Activity | None = None,
    synthetic: bool = False,
) -> Round:
    held = locked(process)
    made = Round(process=held, number=next_number(Round, held), synthetic=synthetic, made_at=at)
    _written(made, title, about, most, options, activity)
    _note("round.added", made, by=by, at=at)
    return made


@transaction.atomic
def edit_round(
    *,
    round: Round,
    title: Localized,
    about: Localized,
    most: int,
    options: Sequence[Knot],
    by: Actor,
    at: datetime,
    activity: Activity | None = None,
) -> Round:
    """Change a draft. Once people may choose, neither the options nor the rules change any more."""
    held = _held(round)
    _require_draft(held)
    _written(held, title, about, most, options, activity)
    _note("round.edited", held, by=by, at=at)
    return held


@transaction.atomic
def open_round(*, round: Round, by: Actor, at: datetime) -> Round:
    """Let people choose, in the words that the options have now, and tie the options to the round."""
    held = _held(round)
    _require_draft(held)
    options = queries.options_of(held)
    if any(option.knot is None or not option.knot.public for option in options):
        raise Refusal("round.unknown_option")
    held.state, held.opened_at = Round.State.OPEN, at
    held.save(update_fields=["state", "opened_at"])
    target = _knot(held, public=True)
    for option in options:
        if option.knot is not None:
            Option.objects.filter(pk=option.pk).update(label=option.knot.label)
            thread.tie(option.knot, LinkKind.WEIGHED, target, by=by, at=at)
    _note("round.opened", held, by=by, at=at, most=held.most, options=len(options))
    return held


@transaction.atomic
def close_round(*, round: Round, by: Actor, at: datetime) -> Round:
    """Count, keep the result, and never open again."""
    held = _held(round)
    if held.state != Round.State.OPEN:
        raise Refusal("round.not_open")
    ids = list(held.options.values_list("pk", flat=True))
    result = result_of(ids, queries.ballots_of(held), queries.areas_of(held))
    held.result = {**result, "issued": [{"name": name, "slips": slips} for name, slips in queries.issued(held)]}
    held.state, held.closed_at = Round.State.CLOSED, at
    held.save(update_fields=["state", "closed_at", "result"])
    _note("round.closed", held, by=by, at=at, ballots=result["n"])
    return held


@transaction.atomic
def issue_slips(
    *,
    round: Round,
    area: Territory | None,
    words: Sequence[str],
    sent_as: UUID,
    by: Actor,
    at: datetime,
) -> Issue:
    """Keep the seals of slips, in an order that is not that of the paper. The words themselves are never kept."""
    held = _held(round)
    if held.state == Round.State.CLOSED:
        raise Refusal("round.closed")
    if not FEWEST <= len(words) <= MOST:
        raise Refusal("slips.number", least=FEWEST, most=MOST, field="slips")
    if Issue.objects.filter(sent_as=sent_as).exists():
        raise Refusal("slips.shown_once")
    seals = sorted(token_hash(held.pk, typed) for typed in words)
    Slip.objects.bulk_create([Slip(round=held, token_hash=seal, area=area) for seal in seals])
    _note("slips.issued", held, by=by, at=at, slips=len(words), area=area.code if area else "")
    made: Issue = Issue.objects.create(round=held, area=area, slips=len(words), sent_as=sent_as, made_at=at)
    return made


@transaction.atomic
def choose(*, round: Round, words: str, choices: Sequence[str], at: datetime) -> None:
    """Count what somebody chose with their slip; a choice made before with the same slip counts no more."""
    held = _held(round)
    queries.require_taking_part(held, at)
    slip, options = queries.checked(held, words, choices)
    _counted(slip, options, Ballot.Channel.WEB, at)


@transaction.atomic
def key_ballot(
    *,
    round: Round,
    words: str,
    choices: Sequence[str],
    channel: Ballot.Channel,
    by: Actor,
    at: datetime,
) -> None:
    """Count a ballot that came on paper or by telephone, also after the last day to choose, until the round closes.

    A mistake in typing can be corrected; but what somebody chose on the web themselves is not replaced by others.
    """
    held = _held(round)
    if held.state != Round.State.OPEN:
        queries.require_taking_part(held, at)
    slip, options = queries.checked(held, words, choices)
    if Ballot.objects.filter(round=held, token_hash=slip.token_hash, channel=Ballot.Channel.WEB).exists():
        raise Refusal("slip.sent_by_web", field="words")
    _counted(slip, options, channel, at)
    _note("ballot.keyed", held, by=by, at=at, channel=channel)


def _held(round: Round) -> Round:
    """The round as it is now, held until the end: nobody chooses while somebody closes it."""
    held: Round = Round.objects.select_for_update(of=("self",)).select_related("process__space").get(pk=round.pk)
    return held


def _require_draft(round: Round) -> None:
    if round.state != Round.State.DRAFT:
        raise Refusal("round.not_a_draft")


def _written(  # noqa: PLR0917 (a round is exactly these facts)
    round: Round,
    title: Localized,
    about: Localized,
    most: int,
    options: Sequence[Knot],
    activity: Activity | None,
) -> None:
    known = list(queries.candidates(round.process).filter(pk__in=[knot.pk for knot in options]))
    if len(known) < len(options):
        raise Refusal("round.unknown_option", field="options")
    if len(known) < 2:  # noqa: PLR2004 (one and another)
        raise Refusal("round.too_few_options", field="options")
    if most > len(known):
        raise Refusal("round.too_many_allowed", options=len(known), field="most")
    round.title, round.about, round.most, round.activity = dict(title), dict(about), most, activity
    round.save()
    round.options.all().delete()
    rows = [Option(round=round, knot=knot, place=place, label=knot.label) for place, knot in enumerate(known, 1)]
    Option.objects.bulk_create(rows)
    _knot(round, public=False)


def _counted(slip: Slip, options: Sequence[Option], channel: Ballot.Channel, at: datetime) -> None:
    """One statement, so that two choices sent at once leave one ballot."""
    ballot = Ballot(
        round_id=slip.round_id,
        token_hash=slip.token_hash,
        area_id=slip.area_id,
        channel=channel,
        choices=[option.pk for option in options],
        hour=at.replace(minute=0, second=0, microsecond=0),
    )
    Ballot.objects.bulk_create(
        [ballot],
        update_conflicts=True,
        unique_fields=["round", "token_hash"],
        update_fields=["choices", "channel", "hour"],
    )


def _knot(round: Round, *, public: bool) -> Knot:
    name = ref(Kind.ROUND, round.number)
    thing = thread.Thing(Kind.ROUND, round.pk, name, round.title, public=public, synthetic=round.synthetic)
    return thread.add_knot(round.process, thing)


def _note(verb: str, round: Round, *, by: Actor, at: datetime, **facts: object) -> None:
    process = round.process
    name = ref(Kind.ROUND, round.number)
    record.note(verb, by=by, at=at, space=process.space_id, process=process.pk, target=name, **facts)
