import pytest

from tequio.core.indicators.formulas import compute, formula
from tequio.core.indicators.units import unit
from tequio.frameworks.kpi import kpis, variables

UNITS = {name: unit(variable.unit) for name, variable in variables().items()}
FORMULAS = [(kpi.code, kpi.formula, kpi.unit) for kpi in kpis().values() if kpi.formula]
FORMULAS += [(f"{p.code} {p.name}", p.formula, p.unit) for kpi in kpis().values() for p in kpi.data_points if p.formula]


@pytest.mark.parametrize(("code", "text", "wanted"), FORMULAS, ids=[each[0] for each in FORMULAS])
def test_the_units_of_every_formula_come_out(code, text, wanted):
    found = formula(text, unit(wanted), UNITS)

    assert compute(found, dict.fromkeys(found.variables, 2.0)) is not None


def test_only_what_is_answered_with_yes_or_no_has_no_formula():
    assert [kpi.code for kpi in kpis().values() if not kpi.formula] == ["EC:I:UP:2A", "SC:SH:SA:3A"]


def test_a_rate_is_told_by_100_000_inhabitants():
    kpi = kpis()["SC:EH:H:3C"]

    found = formula(kpi.formula, unit(kpi.unit), UNITS)
    assert compute(found, {"physicians": 300, "inhabitants": 120_000}) == pytest.approx(250)
