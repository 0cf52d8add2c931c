"""Wording of what this app refuses."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, str | Promise] = {
    "territory.code_taken": _("There is already a territory with the code “%(typed)s”. Write another code."),
    "territory.parent_not_larger": _("“%(parent)s” is not larger than this, so this cannot lie in it. Choose another."),
    "territory.holds_larger": _("There are places in “%(name)s” that are as large as that. Move them first."),
    "territory.no_boundary_fits": _(
        "No area of the file has the code or the name of a territory that is here. Nothing was changed."
    ),
    "territory.boundary_twice": _("The file has two areas for “%(name)s”. Leave one of them. Nothing was changed."),
    "territory.column_missing": _(
        "The file has no column “%(column)s”. Its columns are: %(columns)s. Nothing was changed."
    ),
    "territory.row_blank": _("There is nothing in the column “%(column)s”."),
    "territory.row_too_long": _("The text in the column “%(column)s” is longer than %(limit)s letters."),
    "territory.row_kind": _("“%(typed)s” is no kind of territory. Write city, area, borough or neighbourhood."),
    "territory.row_parent": _("No territory here or in the file has the code “%(typed)s”."),
    "territory.row_no_edition": _("There is a population without its edition: which census is it from?"),
    "territory.row_number": _("“%(typed)s” is not a whole number that can be right here."),
    "territory.row_twice": _("“%(typed)s” comes twice with different facts, or twice for one edition."),
}
