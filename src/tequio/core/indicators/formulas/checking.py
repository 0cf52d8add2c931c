"""A formula is taken only when its variables are known and its units come out as the indicator's."""

from collections.abc import Mapping
from dataclasses import dataclass

from tequio.core.indicators.formulas.parsing import parse
from tequio.core.indicators.formulas.tree import Call, Function, Name, Number, Operator, Opposite, Pair, Power, Tree
from tequio.core.indicators.formulas.tree import names as names_in
from tequio.core.indicators.units import PLAIN, Unit, told
from tequio.core.refusals import Refusal


@dataclass(frozen=True, slots=True)
class Formula:
    """A checked formula. Its value comes out in `unit`, which does the scaling: "a / b" in "%" gives 25, not 0.25."""

    text: str
    tree: Tree
    unit: Unit
    variables: Mapping[str, Unit]

    @property
    def fraction(self) -> tuple[Tree, Tree] | None:
        """Numerator and denominator, if the formula is a division as a whole."""
        match self.tree:
            case Pair(left, Operator.OVER, right):
                return left, right
        return None


def formula(text: str, unit: Unit, variables: Mapping[str, Unit]) -> Formula:
    """Read a formula and check it against the units of its variables.

    Refuses what `parse` refuses, formula.unknown_variable, formula.no_variable, formula.arguments,
    formula.units_differ (adding or comparing different things) and formula.other_unit (the result is another thing).
    """
    tree = parse(text)
    used = names_in(tree)
    if not used:
        raise Refusal("formula.no_variable")
    if unknown := [name for name in used if name not in variables]:
        raise Refusal("formula.unknown_variable", name=unknown[0])
    found = _unit_of(tree, variables)
    if not found.like(unit):
        raise Refusal("formula.other_unit", found=told(found), wanted=told(unit))
    return Formula(text, tree, unit, {name: variables[name] for name in used})


def _unit_of(tree: Tree, variables: Mapping[str, Unit]) -> Unit:
    match tree:
        case Number():
            return PLAIN
        case Name(name):
            return variables[name]
        case Opposite(inner):
            return _unit_of(inner, variables)
        case Power(base, exponent):
            return _unit_of(base, variables) ** exponent
        case Pair(left, operator, right):
            return _of_pair(_unit_of(left, variables), operator, _unit_of(right, variables))
        case Call(function, arguments):
            return _of_call(function, [_unit_of(argument, variables) for argument in arguments])


def _of_pair(left: Unit, operator: Operator, right: Unit) -> Unit:
    match operator:
        case Operator.TIMES:
            return left * right
        case Operator.OVER:
            return left / right
        case _:
            return _same(left, right)


def _of_call(function: Function, units: list[Unit]) -> Unit:
    if (function is Function.SIZE) != (len(units) == 1):
        raise Refusal("formula.arguments", function=function.value, found=len(units))
    first = units[0]
    for other in units[1:]:
        _same(first, other)
    return first


def _same(left: Unit, right: Unit) -> Unit:
    if not left.like(right):
        raise Refusal("formula.units_differ", left=told(left), right=told(right))
    return left
