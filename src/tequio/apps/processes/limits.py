"""How far a coverage goes, in honest sentences: who was counted, who is missing, and what it cannot say."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tequio.apps.processes.queries import Heard
from tequio.core.coverage import Limits, limits
from tequio.web.templatetags.components import number


def sentences(heard: Heard) -> list[str]:
    """What must be said beside the numbers; nothing that these do not support."""
    facts = limits(heard.found)
    groups = _groups(heard, facts) if heard.drawn else []
    drawn = [_drawn(facts)] if facts.n or not heard.alone else []
    return [*drawn, *_alone(heard.alone), *groups, *_unmatched(facts.unmatched)]


def summary(heard: Heard) -> str:
    """One sentence for the page of the process."""
    if not heard.drawn:
        return _few(heard)
    facts = {"n": number(heard.found.n), "here": heard.present, "groups": len(heard.found.groups)}
    where = {"where": ", ".join(heard.missing)}
    if heard.alone:
        said = _("%(n)s people took part for their organisation, from %(here)s of %(groups)s boroughs.")
    else:
        said = _("%(n)s people took part, from %(here)s of %(groups)s boroughs.")
    missing = [_nobody(heard) % where] if heard.missing else []
    return " ".join([said % facts, *missing])


def _few(heard: Heard) -> str:
    """Many may have taken part, and yet too few of each borough for anybody to be counted there."""
    if heard.alone:
        return _(
            "From some boroughs fewer than ten people took part. "
            "That is why we do not count by borough: somebody could be recognised."
        )
    return _("Fewer than ten people have taken part so far: too few to say who is missing.")


def _nobody(heard: Heard) -> str:
    if heard.alone:
        return _("No organisation came from: %(where)s.")
    return _("Nobody came from: %(where)s.")


def _drawn(facts: Limits) -> str:
    return ngettext(
        "The %(shown)s person counted here was invited, not drawn by lot, and does not stand for all who live here.",
        "The %(shown)s people counted here were invited, not drawn by lot. They do not stand for all who live here.",
        facts.n,
    ) % {"shown": number(facts.n)}


def _groups(heard: Heard, facts: Limits) -> list[str]:
    names = heard.groups.labels
    missing, under = (", ".join(names[group] for group in groups) for groups in (facts.missing, facts.under))
    said = [_nobody(heard) % {"where": missing}] if missing else []
    few = _("There are fewer than live there, by more than chance would explain: %(where)s.")
    return [*said, few % {"where": under}] if under else said


def _alone(n: int) -> list[str]:
    """Said where some of them could be recognised by their group."""
    said = _(
        "The numbers count those who speak for an organisation. People who speak for themselves also took part "
        "(%(n)s); where fewer than ten of them share a group, we do not count them by group."
    )
    return [said % {"n": number(n)}] if n else []


def _unmatched(n: int) -> list[str]:
    said = _("Of some people we do not know the group (%(n)s); they are in no number here.")
    return [said % {"n": number(n)}] if n else []
