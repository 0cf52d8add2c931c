"""Wording of what the observatory refuses."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, str | Promise] = {
    "unit.malformed": _("“%(text)s” is not a unit. Write it like “km/100000 person”, “%%” or “1”."),
    "unit.unknown": _(
        "The unit “%(name)s” is not known. What is counted is written in small letters, like “household”."
    ),
    "unit.other_kind": _("A value in %(given)s cannot be told in %(wanted)s."),
    "formula.empty": _("Write the formula."),
    "formula.too_long": _("The formula has more than %(limit)s characters. Shorten it."),
    "formula.unreadable": _("The formula cannot be read from character %(at)s on: “%(text)s”."),
    "formula.unexpected": _("Something is missing or left over at character %(at)s of the formula, near “%(text)s”."),
    "formula.too_deep": _("The formula has more than %(limit)s parentheses within each other. Make it simpler."),
    "formula.exponent": _("At character %(at)s, a power must be a whole number from 1 to %(limit)s."),
    "formula.no_variable": _("The formula has no variable: it would always give the same."),
    "formula.unknown_variable": _(
        "The formula uses “%(name)s”, which is not one of its variables. Add it or correct it."
    ),
    "formula.arguments": _(
        "“%(function)s” does not take %(found)s values. “abs” takes one; “min” and “max”, two or more."
    ),
    "formula.units_differ": _("The formula adds or compares different things: %(left)s and %(right)s."),
    "formula.other_unit": _(
        "The formula gives %(found)s, and the unit of the indicator is %(wanted)s. Correct one of them."
    ),
    "formula.variable_missing": _("The value of “%(name)s” is missing."),
    "formula.division_by_zero": _("The formula divides by zero. Check the number below the line."),
    "formula.not_finite": _("The result is too large to be a number. Check the values."),
    "period.unreadable": _("“%(text)s” is not a period. Write 2024, 2024-Q2, 2024-03 or 2024-03-05."),
    "period.ambiguous": _("“%(text)s” can be read in two ways. Write year-month-day, as in 2024-03-05."),
    "period.no_zone": _("“%(text)s” does not say in which time zone. Add it, as in 2024-03-05T10:30:00-06:00."),
    "period.out_of_range": _("“%(text)s” is not between the years %(first)s and %(last)s."),
    "value.not_finite": _("This is not a number. If there is none, leave it blank."),
    "value.too_large": _("The number is larger than %(limit)s: it cannot be a measure of a city."),
    "value.missing": _("The state “%(state)s” needs a value. Write it, or choose “not reported”."),
    "value.unexpected": _("The state “%(state)s” says that there is no value, but there is one. Correct one of them."),
    "value.not_zero": _("The state says zero and the value is another. Correct one of them."),
    "value.denominator": _("The number below the line must be above zero."),
}
