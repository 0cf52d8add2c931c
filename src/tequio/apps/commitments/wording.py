"""What the states of a commitment are called on a page."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from tequio.core.commitments import CommitmentState

STATES: Mapping[str, str | Promise] = {
    CommitmentState.OPEN: pgettext_lazy("commitment", "under way"),
    CommitmentState.KEPT: pgettext_lazy("commitment", "kept"),
    CommitmentState.LATE: pgettext_lazy("commitment", "late"),
    CommitmentState.CHANGED: pgettext_lazy("commitment", "changed"),
    CommitmentState.DROPPED: pgettext_lazy("commitment", "dropped"),
}
SHAPES = {
    CommitmentState.OPEN: "open",
    CommitmentState.KEPT: "done",
    CommitmentState.LATE: "late",
    CommitmentState.CHANGED: "changed",
    CommitmentState.DROPPED: "dropped",
}
