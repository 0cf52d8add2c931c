"""Wording of what is wrong with a form, or worth knowing about it."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, str | Promise] = {
    "form.empty": _("There is nothing to answer in this form. Add at least one question."),
    "form.too_many": _("There are more than %(limit)s questions. Split the form."),
    "form.too_deep": _("There are more than %(limit)s groups inside one another. Take some of them away."),
    "form.name_missing": _("A question or group has no name. Give it a short one, such as “age”."),
    "form.name_malformed": _(
        "“%(name)s” cannot be a name. Begin with a letter and use only letters, numbers, - and _, without spaces."
    ),
    "form.name_twice": _(
        "The name “%(name)s” is there twice. Give every question and group a name of its own (a question with or_other also uses its name with _other)."
    ),
    "form.repeat_in_repeat": _(
        "“%(name)s” is a repeat inside another repeat. Tequio repeats on one level: take it out."
    ),
    "form.circle": _(
        "These questions wait for one another, so none could ever be asked: %(names)s. Change one of their conditions."
    ),
    "form.unknown_question": _("It asks for ${%(name)s}, and no question has that name. Look at how it is spelt."),
    "form.bare_name": _(
        "At character %(at)s, “%(name)s” stands alone. Write ${%(name)s} for the answer to a question, or '%(name)s' for words."
    ),
    "form.unknown_column": _(
        "At character %(at)s, “%(name)s” is no column of the choices “%(choices)s”. Add the column, or write ${%(name)s} for a question."
    ),
    "form.no_list": _(
        "There are no choices “%(choices)s”. Add them to the choices sheet, or look at how the list is spelt."
    ),
    "form.no_calculation": _("“%(name)s” has nothing to calculate. Write a formula in the calculation column."),
    "form.purpose_needs_acknowledge": _(
        "“%(name)s” asks for a consent, so its type must be acknowledge: whoever does not tick it has not agreed."
    ),
    "form.range_impossible": _(
        "“%(name)s” has no way from its start to its end. Write numbers, and a step that is not 0."
    ),
    "form.default_unreadable": _(
        "The answer put in beforehand, “%(text)s”, is no answer to this question. It is left out."
    ),
    "form.no_label": _("“%(name)s” has no label. People see its name instead."),
    "form.no_translation": _("“%(name)s” has no label in: %(languages)s. People see another language there."),
    "form.choice_name_missing": _("A choice of the list “%(choices)s” has no name. Give it a short one."),
    "form.choice_name_spaces": _(
        "The choice “%(name)s” has spaces in its name, and several choices of “%(choices)s” may be given together. Write _ instead."
    ),
    "form.choice_twice": _(
        "The choice “%(name)s” is twice in the list “%(choices)s”. Give each a name of its own, or write yes under allow_choice_duplicates in the settings."
    ),
}
