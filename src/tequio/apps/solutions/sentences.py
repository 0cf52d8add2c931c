"""What a person reads when something about problems, prototypes or feedback is not taken."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, str | Promise] = {
    "solutions.words_needed": _("This cannot stay empty. Write it in Spanish, in English or in both."),
    "solutions.not_a_link": _("This is not the address of a page. It begins with https:// or http://."),
    "solutions.no_such_ref": _(
        "Nothing on the thread of this process is called “%(ref)s”. Check the code and send it again."
    ),
    "solutions.cannot_lead": _("“%(ref)s” cannot stand there. Look at the help above the box for what can."),
    "solutions.answers_nothing": _("Say which problem it answers. Without a problem there is nothing to solve."),
    "feedback.has_answers": _(
        "Somebody has answered already, so the questions stay as they are. Open a new round to ask something else."
    ),
    "feedback.two_choices": _(
        "A closed question needs at least two different answers to choose from. Write one per line."
    ),
    "feedback.uneven_choices": _("The answers in both languages must be the same number of lines, in the same order."),
    "feedback.nothing_answered": _(
        "You have not answered anything yet. Answer at least one question and send it again."
    ),
    "feedback.not_asked": _(
        "You answered a question for those who took part in this phase. Mark that you took part, or leave it empty."
    ),
    "feedback.no_such_choice": _("This answer is not one of those offered. Choose one of them."),
    "feedback.too_long": _("A comment has room for %(most)s letters. Shorten it and send it again."),
    "feedback.no_such_code": _("Nobody in this process has the code “%(who)s”. Check it, or leave it empty."),
    "feedback.answered_already": _("%(who)s has already answered these questions. Each person answers once."),
    "feedback.not_agreed": _("This person did not agree that their comments may be shown. It stays hidden."),
}
