"""Checks of tables as documents print them: do sums hold, do parts overlap, do labels agree?

Used for the documents that a project stands on and for any framework of indicators. The page
docs/methods/document-checks.md tells each check and reads one real table with them.
"""

from tequio.core.linting.checking import lint
from tequio.core.linting.values import Code, Finding, PrintedTable, Row, Sum, to_json
from tequio.core.linting.wording import message

__all__ = ["Code", "Finding", "PrintedTable", "Row", "Sum", "lint", "message", "to_json"]
