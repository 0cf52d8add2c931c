"""The formulas of a form (relevant, constraint, calculation, choice_filter): read into a tree, never run as code.

The language is the part of XPath 1.0 with the functions of ODK XForms that forms written as XLSForm use
(https://getodk.github.io/xforms-spec/#xpath-functions). What is left out is refused by name and place.
"""

from tequio.core.surveys.expressions.evaluating import evaluate, holds
from tequio.core.surveys.expressions.parsing import parse
from tequio.core.surveys.expressions.scope import Scope
from tequio.core.surveys.expressions.tree import Expression
from tequio.core.surveys.expressions.values import Value

__all__ = ["Expression", "Scope", "Value", "evaluate", "holds", "parse"]
