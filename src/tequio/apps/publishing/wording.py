"""Things counted in words, beyond those that every page counts, and who is missing."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext_lazy

from tequio.apps.contributions.models import Contribution
from tequio.apps.meetings.models import Meeting
from tequio.apps.processes import limits
from tequio.apps.processes.queries import Heard
from tequio.web.templatetags.components import COUNTED, number

KINDS: Mapping[str, Any] = {
    **COUNTED,
    Contribution.Kind.IDEA: ngettext_lazy("%(shown)s idea", "%(shown)s ideas", "n"),
    Contribution.Kind.WISH: ngettext_lazy("%(shown)s wish", "%(shown)s wishes", "n"),
    Contribution.Kind.EXPERIENCE: ngettext_lazy("%(shown)s experience", "%(shown)s experiences", "n"),
    Contribution.Kind.STATEMENT: ngettext_lazy("%(shown)s statement", "%(shown)s statements", "n"),
    Meeting.Kind.INTERVIEW: ngettext_lazy("%(shown)s interview", "%(shown)s interviews", "n"),
    Meeting.Kind.ASSEMBLY: ngettext_lazy("%(shown)s assembly", "%(shown)s assemblies", "n"),
}


def coverage(heard: Heard | None) -> str:
    """Who is missing, in one sentence; empty where nothing is known of who lives there."""
    if heard is None:
        return ""
    if heard.alone and not heard.drawn:
        return _(
            "Some of them speak for themselves. Where fewer than ten share a place we do not count them by place, "
            "so that nobody is recognised; so we cannot say here who is missing."
        )
    return limits.summary(heard)


def counted(n: int, kind: str) -> str:
    """1 → "1 idea", 3 → "3 ideas"."""
    return str(KINDS[str(kind)] % {"n": n, "shown": number(n)})
