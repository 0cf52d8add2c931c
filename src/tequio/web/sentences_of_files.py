"""Wording of what is wrong with a file that somebody brought."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, str | Promise] = {
    "pdf.not_here": _("This installation cannot make PDF files. Print the page from your browser instead."),
    "pdf.failed": _("This page could not be made into a PDF file. Print it from your browser instead."),
    "pdf.too_heavy": _("This page is too long for one PDF file. Print it from your browser instead."),
    "pdf.busy": _("Other sheets are being made just now. Wait a minute and try again."),
    "table.empty": _("“%(file)s” is empty. Choose the file that has your rows."),
    "table.no_rows": _("“%(file)s” has column names and no rows. Add at least one row."),
    "table.not_a_table": _("“%(file)s” is not a table (%(kind)s). Send a CSV or XLSX file."),
    "table.not_text": _("“%(file)s” holds no text that we can read. Save it as CSV (UTF-8) or XLSX."),
    "table.encoding": _("“%(file)s” has letters we cannot read, first in line %(line)s. Save it again as CSV UTF-8."),
    "table.old_excel": _("“%(file)s” is in an Excel format that we do not read. Save it as .xlsx."),
    "table.open_document": _("“%(file)s” is a LibreOffice sheet. Save it as XLSX or CSV."),
    "table.locked": _("“%(file)s” has a password. Save a copy without it."),
    "table.damaged": _("“%(file)s” is damaged. Open it, save it again and send the new copy."),
    "table.timeout": _("“%(file)s” takes too long to read. Save it as CSV, or split it."),
    "table.too_heavy": _("“%(file)s” holds too much to read at once. Save it as CSV, or split it."),
    "table.too_large": _("“%(file)s” is over %(limit_mb)s MB. Split it in parts."),
    "table.too_many_rows": _("“%(file)s” has more than %(limit)s rows. Split it in parts."),
    "table.too_many_columns": _("“%(file)s” has more than %(limit)s columns. Leave the ones you need."),
    "table.cell_too_long": _(
        "In “%(file)s”, line %(line)s has a cell of more than %(limit)s characters. Shorten it, or look for a quote mark that was not closed."
    ),
    "table.open_quote": _(
        "In “%(file)s”, a quote mark opens in line %(line)s and never closes. Close it and send the file again."
    ),
    "table.repeated_columns": _(
        "In “%(file)s” these column names come more than once: %(columns)s. Give each its own name."
    ),
    "table.blank_column": _(
        "In “%(file)s”, column %(column)s has no name but has content in line %(line)s. Name it in the first row."
    ),
    "table.other_sheets": _("We read the sheet “%(sheet)s”. These were not read: %(others)s."),
    "table.unread_cells": _(
        "%(count)s cells hold an error or a formula without a result and were left blank; the first is %(first)s."
    ),
    "workbook.too_many_rows": _("An Excel file holds %(limit)s rows at most. Download it as CSV."),
    "workbook.cell_too_long": _(
        "Row %(line)s has a text of more than %(limit)s characters, which Excel would cut. Download it as CSV."
    ),
    "contributions.column_missing": _("There is no column “%(column)s”. The columns are: %(columns)s."),
    "contributions.no_words_column": _(
        "Choose the column that has the title or the text. The columns are: %(columns)s."
    ),
    "row.empty": _("The row has no words."),
    "row.cells": _("The row has %(found)s cells and the table has %(expected)s columns."),
    "row.too_long": _("The text has %(length)s characters; the limit is %(limit)s."),
    "row.date_unread": _("The date “%(text)s” was not understood; the row has none. Write day/month/year."),
    "row.kind_unread": _("“%(text)s” is no kind of contribution; the one you chose was used."),
    "row.language_unread": _("The language “%(text)s” was not understood."),
    "row.id_too_long": _("The number “%(text)s” is too long and was left out."),
    "row.title_moved": _("The title had more than %(limit)s characters; all of it is in the text."),
    "people.column_missing": _("There is no column “%(column)s”. The columns are: %(columns)s."),
    "people.not_a_number": _("In line %(line)s, “%(text)s” is not a whole number."),
    "people.group_blank": _("Line %(line)s has a population and no group."),
    "people.group_repeated": _("The group “%(group)s” comes again in line %(line)s. Leave one row for each group."),
    "geojson.too_large": _("The map is over %(limit_mb)s MB. Simplify it first."),
    "geojson.not_json": _("The file is not GeoJSON."),
    "geojson.not_features": _("The file holds no list of areas (FeatureCollection)."),
    "geojson.too_many_areas": _("The map has more than %(limit)s areas."),
    "geojson.other_reference": _("The map is not in degrees (%(reference)s). Export it as WGS 84 (EPSG:4326)."),
    "geojson.repeated_code": _("The code %(boundary)s comes twice."),
    "geojson.no_name": _("Area %(number)s has no name. It has: %(properties)s."),
    "geojson.not_an_area": _("Item %(number)s is not an area."),
    "geojson.open_ring": _("The boundary of area %(number)s does not close."),
    "geojson.out_of_range": _("Area %(number)s has points outside the Earth's degrees. Export it as WGS 84."),
    "archive.not_ours": _("This file is not a Tequio backup."),
    "archive.truncated": _("The backup is incomplete. Use another copy."),
    "archive.damaged": _("The backup is damaged (%(member)s). Nothing was changed. Use another copy."),
    "archive.missing_member": _("The backup lacks a part (%(member)s). Nothing was changed. Use another copy."),
    "archive.newer": _(
        "The backup was made with a newer Tequio (format %(version)s; this one reads up to %(known)s). Update first."
    ),
    "image.not_an_image": _("This is not an image that we can show. Send JPEG, PNG or WebP."),
    "image.too_large": _("The image is over %(limit_mb)s MB. Send a smaller one."),
    "image.too_many_pixels": _("The image has more than %(limit)s million pixels. Send a smaller one."),
    "image.damaged": _("The image is damaged. Save it again and send the new copy."),
    "image.too_heavy": _("The image takes too much to open. Send a smaller one."),
    "yaml.empty": _("The file is empty."),
    "yaml.encoding": _("Line %(line)s has letters we cannot read. Save the file again as UTF-8."),
    "yaml.broken": _(
        "The file cannot be read from line %(line)s on. Look there for a missing quote mark, colon, space or bracket."
    ),
    "yaml.alias": _("Line %(line)s refers to another place of the file (& or *). Write it out."),
    "yaml.tag": _("Line %(line)s begins a value with “!”. Put it in quotes or remove the mark."),
    "yaml.key": _("In line %(line)s a name is blank or is no text."),
    "yaml.key_twice": _("Line %(line)s gives “%(name)s” a second time. Leave one."),
    "yaml.several": _("A second document begins in line %(line)s. Leave one in the file."),
    "yaml.too_long": _("The text in line %(line)s has more than %(limit)s characters. Shorten it."),
    "yaml.too_large": _("The file holds too much to read. Split it, or remove what is not needed."),
    "described.shape": _("Line %(line)s does not have the expected shape: see the example in the documentation."),
    "described.unknown_name": _("Line %(line)s: “%(name)s” is not known here. Known are: %(known)s."),
    "described.column_needed": _("The description does not say “%(name)s” (line %(line)s)."),
    "described.column_missing": _("There is no column “%(column)s”. The columns are: %(columns)s."),
    "described.not_a_number": _("In line %(line)s, “%(text)s” is no number."),
}
