"""Wording of what is wrong with an answer."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, str | Promise] = {
    "answer.required": _("This question needs an answer."),
    "answer.constraint": _("%(message)s"),
    "answer.constraint_unsaid": _("This answer does not fit the question. Read it again, and correct it."),
    "answer.not_offered": _("“%(choice)s” does not go with what was answered before. Choose another one."),
    "answer.too_long": _("Write %(limit)s characters at most."),
    "answer.one_only": _("Only one answer can be given here."),
    "answer.not_whole": _("“%(text)s” is not a whole number. Write only digits: 12."),
    "answer.not_a_number": _(
        "“%(text)s” is not a number. Write only digits, with a point for what comes after the whole: 12.5."
    ),
    "answer.comma": _(
        "In “%(text)s” the comma could mean two things. Write a point for what comes after the whole: 12.5."
    ),
    "answer.not_a_day": _("“%(text)s” is not a date. Write day, month and year: 24/5/2026."),
    "answer.not_a_time": _("“%(text)s” is not a time. Write hour and minutes: 09:30."),
    "answer.not_a_moment": _("“%(text)s” is not a date with its time. Write it like this: 2026-05-24T09:30."),
    "answer.not_a_choice": _("“%(text)s” is not one of the choices."),
    "answer.out_of_range": _("Choose a number from %(start)s to %(end)s."),
    "answer.off_step": _("Choose a number counted from %(start)s in steps of %(step)s."),
}
