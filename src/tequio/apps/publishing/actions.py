"""Writes to the result of a process: the words around it, and whether everybody may read it."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from tequio.apps.processes.models import Process
from tequio.apps.processes.queries import locked
from tequio.apps.publishing.models import Report
from tequio.apps.publishing.queries import without_voices
from tequio.apps.record import actions as record
from tequio.core.actors import Actor
from tequio.core.localized import Localized
from tequio.core.refusals import Refusal


@transaction.atomic
def write_report(*, process: Process, opening: Localized, closing: Localized, by: Actor, at: datetime) -> Report:
    """The words before and after the result; the result itself writes itself."""
    report = _held(process)
    report.opening, report.closing = _words(opening), _words(closing)
    report.save(update_fields=["opening", "closing"])
    _noted("report.written", report, by=by, at=at)
    return report


@transaction.atomic
def publish(*, process: Process, acknowledged: Collection[str] = (), by: Actor, at: datetime) -> Report:
    """Show the result to everybody. Results without a voice behind them must be named in `acknowledged`, by their refs.

    Doing it twice changes nothing.
    """
    report = _held(process)
    if not report.process.public:
        raise Refusal("publishing.draft")
    unheard = [knot.ref for knot in without_voices(report.process)]
    if missing := [ref for ref in unheard if ref not in acknowledged]:
        raise Refusal("publishing.without_voices", refs=", ".join(missing))
    return _moved(report, at, "report.published", by=by, at=at, without_voices=unheard)


@transaction.atomic
def unpublish(*, process: Process, by: Actor, at: datetime) -> Report:
    """Take the result back. Nothing is lost."""
    return _moved(_held(process), None, "report.unpublished", by=by, at=at)


def _moved(
    report: Report, published_at: datetime | None, verb: str, *, by: Actor, at: datetime, **facts: object
) -> Report:
    if (report.published_at is None) is not (published_at is None):
        report.published_at = published_at
        report.save(update_fields=["published_at"])
        _noted(verb, report, by=by, at=at, **facts)
    return report


def _held(process: Process) -> Report:
    """The report, made if need be, while its process is held."""
    held = locked(process)
    report: Report = Report.objects.get_or_create(process=held)[0]
    report.process = held
    return report


def _words(text: Localized) -> dict[str, str]:
    return {language: said.strip() for language, said in text.items() if said.strip()}


def _noted(verb: str, report: Report, *, by: Actor, at: datetime, **facts: object) -> None:
    process = report.process
    record.note(verb, by=by, at=at, space=process.space_id, process=process.pk, target=process.slug, **facts)
