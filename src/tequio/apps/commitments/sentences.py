"""What a person reads when something about a decision or a commitment is not taken."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, str | Promise] = {
    "commitment.reason_needed": _("Say why. What was promised only changes with a reason that everybody can read."),
    "commitment.date_needed": _("Say on which day it was kept."),
    "commitments.words_needed": _("This cannot stay empty. Write it in Spanish, in English or in both."),
    "commitments.not_a_link": _("This is not the address of a page. It begins with https:// or http://."),
    "commitments.rests_on_nothing": _("Say what the decision rests on: mark at least one thing from this process."),
    "commitments.no_such_ref": _(
        "Nothing on the thread of this process is called “%(ref)s”. Check the code and send it again."
    ),
    "commitments.cannot_lead": _("“%(ref)s” cannot stand there. Look at the help above the box for what can."),
    "commitments.same_state": _("It stands like that already. Choose what it becomes now."),
    "commitments.in_the_future": _("This day has not come yet. Correct the date."),
    "commitments.reached_already": _("Somebody has already said that this step was reached. What was said stays."),
}
