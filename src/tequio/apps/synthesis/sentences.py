"""Wording of what synthesis refuses."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, str | Promise] = {
    "theme.no_title": _("Give the theme a title."),
    "theme.nothing_chosen": _("Choose at least one voice. Nothing was changed."),
    "theme.choose_one": _("Choose a theme from the list, or type the title of a new one; not both."),
    "theme.not_accepted": _("One of these voices has been withdrawn or set aside. Load the page again."),
    "theme.is_merged": _("This theme is now part of %(ref)s. Work there."),
    "theme.into_itself": _("A theme cannot be merged into itself. Choose another one."),
    "theme.of_another_process": _("The two themes are of different processes."),
    "theme.not_empty": _("This theme still has voices, quotes or results. Take them out first, or merge the theme."),
    "quote.not_in_text": _("These are not the exact words of the contribution. Copy them as they are there."),
    "quote.not_in_theme": _("This contribution is not in this theme."),
    "quote.no_consent": _("Whoever said this has not agreed to be quoted."),
    "agreement.no_values": _("There is no value to compare."),
    "agreement.one_coder": _("There is only one coder. At least two must code the same units."),
    "agreement.twice": _("“%(coder)s” gave two different values to “%(unit)s”. Leave one."),
    "agreement.not_a_number": _("“%(value)s” is not a number. Words can only be compared at the nominal level."),
    "agreement.below_zero": _("“%(value)s” is below zero. At the ratio level no value may be."),
    "agreement.no_kappa": _("Kappa has no ratio level. Use alpha, or the interval level."),
    "agreement.overlap": _("Two passages of one coder overlap, from %(start)s to %(end)s. Compare one code at a time."),
    "agreement.outside": _("A passage goes from %(start)s to %(end)s, which is not in the text."),
    "codings.column_missing": _("There is no column “%(column)s”. The columns are: %(columns)s."),
    "codings.no_unit": _("Line %(line)s does not say which unit it is about."),
    "codings.no_coder": _("Line %(line)s does not say who coded it."),
    "code.unknown": _("This code is no longer in the codebook. Load the page again."),
    "code.twice": _("This code is already in the codebook."),
    "code.no_name": _("Give the code a name."),
    "code.name_taken": _("There is already a code with this name here. Choose another name, or merge the two."),
    "code.into_itself": _("A code cannot be merged into itself. Choose another one."),
    "code.below_itself": _("A code cannot go below itself. Choose another place."),
    "code.holds": _("This code holds others. Move or merge them first."),
    "code.rank_order": _(
        "A dimension holds themes, a theme holds concepts and a concept holds plain codes. Choose another place or another level."
    ),
    "replacing.outside": _("Something to replace is not in the text. Load the page again."),
    "replacing.overlap": _("Two replacements overlap. Leave one of them."),
}
