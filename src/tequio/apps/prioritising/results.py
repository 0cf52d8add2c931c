"""The count of a closed round, as it is kept and shown: everything in it may be read by everybody.

`{"n", "lines": [{"option", "approvals", "share", "low", "high", "rank", "tied"}], "areas", "channels", "issued"}`.
`n` is null, and all else but `issued` empty, when fewer than ten people chose: then nothing is shown to anybody, staff
included. `areas` and `channels` are lists of `{"name", "n", "approvals": {option: count}}`, where `n` and `approvals`
are null if the group is too small, or if it would give a small one away. Options are ids, as text in `approvals`.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from tequio.core.coverage import shown
from tequio.core.prioritising import approval

type Json = dict[str, Any]
type Counted = tuple[Sequence[int], int | None, str]  # choices, area, channel


def result_of(options: Sequence[int], ballots: Iterable[Counted], areas: Mapping[int, str]) -> Json:
    """Count ballots that were checked when they came in; `areas` names every area that slips were printed for."""
    rows = [(frozenset(map(str, choices)), area, channel) for choices, area, channel in ballots]
    if not shown(len(rows)):
        return {"n": None, "lines": [], "areas": [], "channels": []}
    named = {str(area): name for area, name in areas.items()}
    ids = [str(option) for option in options]
    by_area = approval.tally(ids, [approval.Ballot(c, str(area or "")) for c, area, _ in rows], list(named))
    channels = sorted({channel for _, _, channel in rows})
    by_channel = approval.tally(ids, [approval.Ballot(c, channel) for c, _, channel in rows], channels)
    return {
        "n": by_area.n,
        "lines": [_line(line) for line in by_area.lines],
        "areas": [_group(named.get(area, ""), tally) for area, tally in by_area.by_group.items()],
        "channels": [_group(channel, tally) for channel, tally in by_channel.by_group.items()],
    }


def _line(line: approval.Line) -> Json:
    return {
        "option": int(line.option),
        "approvals": line.approvals,
        "share": line.share,
        "low": line.interval.low,
        "high": line.interval.high,
        "rank": line.rank,
        "tied": line.tied,
    }


def _group(name: str, tally: approval.GroupTally | None) -> Json:
    if tally is None:
        return {"name": name, "n": None, "approvals": None}
    return {"name": name, "n": tally.n, "approvals": dict(tally.approvals)}
