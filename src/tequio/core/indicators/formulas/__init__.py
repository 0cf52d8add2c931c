"""Formulas of indicators: arithmetic over named variables, parsed and checked, never run as a program."""

from tequio.core.indicators.formulas.checking import Formula, formula
from tequio.core.indicators.formulas.evaluating import compute
from tequio.core.indicators.formulas.telling import in_words
from tequio.core.indicators.formulas.tree import Tree, names

__all__ = ["Formula", "Tree", "compute", "formula", "in_words", "names"]
