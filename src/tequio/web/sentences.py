"""Wording of what the core refuses; what formats refuse is in `sentences_of_files.py`."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, str | Promise] = {
    "phase.ends_before_start": _("The phase “%(phase)s” ends before it starts. Correct one of the two dates."),
    "phase.twice": _("Two phases have the key “%(phase)s”. Give one of them another."),
    "activity.not_yet": _("This is not open yet. It opens on %(opens)s."),
    "activity.not_yet_about": _("This is not open yet. It opens around %(opens)s."),
    "activity.no_date_yet": _("This is not open yet, and it has no date so far."),
    "activity.closed": _("This is closed: its time is over."),
    "activity.never": _("This process does not include this."),
    "coverage.no_population": _("The population must have at least one person and no number below zero."),
    "thread.to_itself": _("A thing cannot be tied to itself."),
    "thread.not_allowed": _("These two cannot be tied in this way."),
    "thread.cycle": _("This link would close a circle: something would come from itself."),
    "ballot.empty": _("Choose at least one option."),
    "ballot.unknown_option": _("One of your choices is not among the options. Choose again."),
    "ballot.twice": _("You chose the same option twice."),
    "ballot.too_many": _("You can choose up to %(k)s. Remove some."),
    "passphrase.words": _("There must be %(n)s words. Check that none is missing."),
    "passphrase.unknown_word": _("“%(word)s” is not one of the words we give. Check how it is written."),
    "code.malformed": _("“%(typed)s” is not a code. A code looks like W1#13."),
    "commitment.reason_needed": _("Say why: people will read it next to the commitment."),
    "commitment.date_needed": _("Say on which day it was kept."),
    "linting.row_unknown": _("The sum “%(sum)s” names the row “%(row)s”, which is not there once."),
}
