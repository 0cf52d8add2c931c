"""Wording of what this app refuses, and of what it could not read in a row of a file."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, str | Promise] = {
    "contributions.no_words": _("Write at least one word."),
    "contributions.withdrawn": _(
        "%(ref)s was withdrawn, and its words are gone. Nothing can be done with it any more."
    ),
    "contributions.words_not_known": _("Nobody came in with these words here. Check each word and its order."),
    "contributions.reason_needed": _("Say why it is set aside: whoever wrote it will read it."),
    "contributions.nothing_chosen": _("Nothing is chosen. Mark at least one contribution."),
    "contributions.nobody_with_code": _("Nobody in this process has the code %(person)s."),
    "contributions.rows_wrong": _(
        "Something is wrong in row %(rows)s. Nothing was kept yet; what you typed is still here."
    ),
    "contributions.shown_unanswered": _("Answer whether these words may be shown."),
    "contributions.nothing_written": _("There is nothing to keep yet. Write at least one row."),
    "contributions.of_template": _("A plan to copy from holds no contributions. Start a process from it first."),
    "contributions.file_gone": _("This file is no longer here. Choose it again; nothing was brought in."),
    "contributions.batch_dropped": _("This file was left out before. Choose it again to bring it in."),
    "row.code_unknown": _("Nobody in this process has the code “%(text)s”; it comes in without one."),
    "row.territory_unknown": _("We know no borough called “%(text)s”; it comes in without one."),
}
