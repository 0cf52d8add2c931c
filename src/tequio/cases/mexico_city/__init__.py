"""The demo case: what the documents tell of Mexico City, and invented, labelled rows where they tell only totals."""

from tequio.cases.mexico_city.case import Case, generate
from tequio.cases.mexico_city.facts import Facts, facts, template

__all__ = ["Case", "Facts", "facts", "generate", "template"]
