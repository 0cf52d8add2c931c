"""Wording of what is wrong with a formula of a form. Places count from 1."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, str | Promise] = {
    "expression.empty": _("There is no formula here. Write one, or leave the cell empty."),
    "expression.too_long": _("This formula has more than %(limit)s characters. Split it with a calculate question."),
    "expression.too_deep": _(
        "At character %(at)s, there are more than %(limit)s parentheses inside one another. Split the formula with a calculate question."
    ),
    "expression.unknown_sign": _("At character %(at)s, the sign %(sign)s means nothing in a formula. Take it away."),
    "expression.curly_quotes": _(
        "At character %(at)s there is a curly quotation mark (%(sign)s), which word processors put in. Write a straight one: ' or \"."
    ),
    "expression.open_quote": _("The quotation mark at character %(at)s is never closed. Close it with the same mark."),
    "expression.open_name": _(
        "At character %(at)s, the name of a question is not written as ${name}. Names have no spaces."
    ),
    "expression.ends_too_soon": _(
        "The formula ends at character %(at)s where something is still missing: a value, or a closing parenthesis."
    ),
    "expression.unexpected": _(
        "At character %(at)s, “%(found)s” cannot come. Perhaps a sign is missing before it, or quotation marks around words."
    ),
    "expression.path_not_supported": _(
        "At character %(at)s, “%(found)s” walks through the form by a path, which Tequio does not follow. Name the question instead: ${name}."
    ),
    "expression.unknown_function": _(
        "At character %(at)s, there is no function “%(function)s”. Look at how it is spelt."
    ),
    "expression.function_not_supported": _(
        "At character %(at)s, the function “%(function)s” exists in ODK but not in Tequio. Ask in another way, or keep this form for ODK."
    ),
    "expression.arguments": _(
        "At character %(at)s, the function “%(function)s” has %(given)s values between its parentheses; it takes %(least)s at least and %(most)s at most."
    ),
    "pattern.too_long": _("This pattern has more than %(limit)s characters. Make it shorter."),
    "pattern.too_complex": _("At character %(at)s of the pattern, it repeats too much. Use smaller numbers."),
    "pattern.unfinished": _(
        "What opens at character %(at)s of the pattern is never closed. Close it, or write \\ before it."
    ),
    "pattern.unexpected": _(
        "At character %(at)s of the pattern, “%(found)s” cannot come. Write \\ before it if it is meant as it is."
    ),
    "pattern.not_supported": _(
        "At character %(at)s of the pattern, “%(found)s” is something that Tequio does not match. Use letters, classes in brackets and repetition."
    ),
}
