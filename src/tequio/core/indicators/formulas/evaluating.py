"""The value of a formula, from values of its variables."""

from collections.abc import Mapping
from math import isfinite

from tequio.core.indicators.formulas.checking import Formula
from tequio.core.indicators.formulas.tree import Call, Function, Name, Number, Operator, Opposite, Pair, Power, Tree
from tequio.core.refusals import Refusal


def compute(formula: Formula, values: Mapping[str, float]) -> float:
    """Return the value in the formula's unit; `values` are in the units of the variables.

    Refuses formula.variable_missing, formula.division_by_zero and formula.not_finite.
    """
    based = {name: _based(name, values, float(unit.scale)) for name, unit in formula.variables.items()}
    found = _value(formula.tree, based) * float(1 / formula.unit.scale)
    if not isfinite(found):
        raise Refusal("formula.not_finite")
    return found


def _based(name: str, values: Mapping[str, float], scale: float) -> float:
    if name not in values:
        raise Refusal("formula.variable_missing", name=name)
    return values[name] * scale


def _value(tree: Tree, values: Mapping[str, float]) -> float:
    match tree:
        case Number(value):
            return value
        case Name(name):
            return values[name]
        case Opposite(inner):
            return -_value(inner, values)
        case Power(base, exponent):
            return _product(_value(base, values), exponent)
        case Pair(left, operator, right):
            return _of_pair(_value(left, values), operator, _value(right, values))
        case Call(function, arguments):
            return _of_call(function, [_value(argument, values) for argument in arguments])


def _product(base: float, exponent: int) -> float:
    """As repeated multiplication, which ends in infinity where ** would raise an error."""
    product = 1.0
    for _ in range(exponent):
        product *= base
    return product


def _of_pair(left: float, operator: Operator, right: float) -> float:
    match operator:
        case Operator.PLUS:
            return left + right
        case Operator.MINUS:
            return left - right
        case Operator.TIMES:
            return left * right
        case Operator.OVER:
            if right == 0:
                raise Refusal("formula.division_by_zero")
            return left / right


def _of_call(function: Function, values: list[float]) -> float:
    match function:
        case Function.LEAST:
            return min(values)
        case Function.MOST:
            return max(values)
        case Function.SIZE:
            return abs(values[0])
