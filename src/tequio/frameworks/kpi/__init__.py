"""City indicators as data: ITU-T Y.4903:2022 (U4SSC), the sections of ISO 37120 and 37122, SDG targets, document 004.

No text of ITU or ISO is copied: codes and short names are facts, everything else is in our own words. Formulas marked
`recalled` were not read again in the standard; ISO titles are paraphrases from memory. No benchmark is published for
any of the 91 indicators, so none is here. Names in Spanish are our own: no official ones were found.
"""

from tequio.frameworks.kpi.catalogue import data_points, kpis, labels, variables
from tequio.frameworks.kpi.codes import Resolved, resolve
from tequio.frameworks.kpi.document import Priority, TableRow, left_out, priorities, priority_codes, table4
from tequio.frameworks.kpi.goals import Goal, Target, sdg_goals, sdg_targets
from tequio.frameworks.kpi.iso import IsoIndicator, IsoSection, iso_indicators, iso_sections
from tequio.frameworks.kpi.values import DataPoint, Kpi, Variable

EDITION = "ITU-T Y.4903:2022"

__all__ = [
    "EDITION",
    "DataPoint",
    "Goal",
    "IsoIndicator",
    "IsoSection",
    "Kpi",
    "Priority",
    "Resolved",
    "TableRow",
    "Target",
    "Variable",
    "data_points",
    "iso_indicators",
    "iso_sections",
    "kpis",
    "labels",
    "left_out",
    "priorities",
    "priority_codes",
    "resolve",
    "sdg_goals",
    "sdg_targets",
    "table4",
    "variables",
]
