"""Open data: tables with what each column means, in a zip that people and programs can read."""

from tequio.formats.package.values import About, Column, DataTable, Extra, FieldType, License
from tequio.formats.package.writing import write_package

__all__ = ["About", "Column", "DataTable", "Extra", "FieldType", "License", "write_package"]
