"""Wording of what prioritising refuses."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

EMPTY = _("Mark at least one option.")
UNKNOWN = _("One of the marks is for an option that is not there.")

SENTENCES: dict[str, str | Promise] = {
    "round.too_few_options": _("Choose at least two options. With one there is nothing to choose."),
    "round.too_many_allowed": _("There are %(options)s options: a person may mark %(options)s at most."),
    "round.unknown_option": _("One of these options is not there any more, or not public. Load the page again."),
    "round.not_a_draft": _("It has opened already: its options and rules stay as they are."),
    "round.not_open_yet": _("It has not opened yet. Keep your slip: its words will work when it opens."),
    "round.closed": _("It has closed. The choices that were sent are counted; nothing can be sent or changed now."),
    "round.not_open": _("Only what is open can be closed."),
    "slips.number": _("Print between %(least)s and %(most)s slips for an area at a time."),
    "slips.shown_once": _("These slips have been shown already, and no others were made. Slips are shown only once."),
    "slip.unknown": _(
        "No slip has these words. Read them again, one by one; only the first four letters of each count."
    ),
    "slip.sent_by_web": _("This slip was used on the web. The choice made there stays; the paper does not replace it."),
    "ballot.empty": EMPTY,
    "ballot.unknown_option": UNKNOWN,
    "ballot.twice": _("An option was marked twice."),
    "ballot.too_many": _("You marked too many: %(k)s at most. Take some away."),
}
