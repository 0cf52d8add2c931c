"""How far a coverage goes, in honest sentences: who was counted, who is missing, and what it cannot say."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tequio.apps.processes.queries import Heard
from tequio.core.coverage import Limits, limits, shown
from tequio.web.templatetags.components import number


def sentences(heard: Heard) -> list[str]:
    """What must be said beside the numbers; nothing that these do not support."""
    facts = limits(heard.found)
    said = [_drawn(facts), *_apart(heard, facts)]
    return [*said[:1], *_groups(heard, facts), *said[1:]] if shown(facts.n) else said


def summary(heard: Heard) -> str:
    """One sentence for the page of the process."""
    facts = {"n": number(heard.found.n), "here": heard.present, "groups": len(heard.found.groups)}
    if not shown(heard.found.n):
        return _("Fewer than ten people have taken part so far: too few to say who is missing.")
    if heard.missing:
        where = ", ".join(heard.missing)
        return _("%(n)s people took part, from %(here)s of %(groups)s boroughs. Nobody came from: %(where)s.") % {
            **facts,
            "where": where,
        }
    return _("%(n)s people took part, from all %(groups)s boroughs.") % facts


def _drawn(facts: Limits) -> str:
    return ngettext(
        "The %(shown)s person counted here was invited, not drawn by lot, and does not stand for all who live here.",
        "The %(shown)s people counted here were invited, not drawn by lot. They do not stand for all who live here.",
        facts.n,
    ) % {"shown": number(facts.n)}


def _groups(heard: Heard, facts: Limits) -> list[str]:
    names = heard.groups.labels
    missing, under = (", ".join(names[group] for group in groups) for groups in (facts.missing, facts.under))
    said = [_("Nobody came from: %(where)s.") % {"where": missing}] if missing else []
    few = _("There are fewer than live there, by more than chance would explain: %(where)s.")
    return [*said, few % {"where": under}] if under else said


def _apart(heard: Heard, facts: Limits) -> list[str]:
    return [words for words in (_alone(heard.alone), _unmatched(facts.unmatched)) if words]


def _alone(n: int) -> str:
    """Said where some of them could be recognised by their group."""
    if not n:
        return ""
    return _(
        "The numbers count those who speak for an organisation. People who speak for themselves also took part "
        "(%(n)s); where fewer than ten of them share a group, we do not count them by group."
    ) % {"n": number(n)}


def _unmatched(n: int) -> str:
    return (
        _("Of some people we do not know the group (%(n)s); they are in no number here.") % {"n": number(n)}
        if n
        else ""
    )
