"""What a formula comes to, for some answers."""

from collections.abc import Callable, Mapping
from itertools import product
from math import fmod, inf, isnan, nan
from operator import ge, gt, le, lt

from tequio.core.surveys.expressions.functions import FUNCTIONS
from tequio.core.surveys.expressions.scope import Scope
from tequio.core.surveys.expressions.tree import (
    Call,
    Chain,
    Column,
    Expression,
    Here,
    Literal,
    Negation,
    Node,
    Operator,
    Question,
)
from tequio.core.surveys.expressions.values import Scalar, Value, as_number, as_text, as_truth, many


def evaluate(expression: Expression, scope: Scope) -> Value:
    """Return what the formula comes to. It never fails: what cannot be computed is NaN or blank, as in XPath."""
    return _value(expression.tree, scope)


def holds(expression: Expression, scope: Scope) -> bool:
    """Tell whether the formula comes to something true."""
    return as_truth(evaluate(expression, scope))


def _value(node: Node, scope: Scope) -> Value:
    match node:
        case Chain(first, rest):
            return _chained(first, rest, scope)
        case Call(function, arguments, _):
            return _called(function, arguments, scope)
        case Negation(term):
            return -as_number(_value(term, scope))
        case _:
            return _looked_up(node, scope)


def _looked_up(node: Literal | Question | Column | Here, scope: Scope) -> Value:
    match node:
        case Literal(value):
            return value
        case Question(name, _):
            return scope.answer(name)
        case Column(name, _):
            return scope.column(name)
        case Here():
            return scope.here


def _called(function: str, arguments: tuple[Node, ...], scope: Scope) -> Value:
    if function == "if":
        chosen = arguments[1] if as_truth(_value(arguments[0], scope)) else arguments[2]
        return _value(chosen, scope)
    if function == "jr:choice-name":
        choice, question = (_value(argument, scope) for argument in arguments)
        return scope.label(as_text(question), as_text(choice))
    return FUNCTIONS[function].call(scope, [_value(argument, scope) for argument in arguments])


def _chained(first: Node, rest: tuple[tuple[Operator, Node], ...], scope: Scope) -> Value:
    value = _value(first, scope)
    for operator, term in rest:
        if operator in {Operator.OR, Operator.AND}:
            stop = operator is Operator.OR
            value = as_truth(value)
            if value is not stop:
                value = as_truth(_value(term, scope))
        else:
            value = _applied(operator, value, _value(term, scope))
    return value


def _applied(operator: Operator, left: Value, right: Value) -> Value:
    if operator in ARITHMETIC:
        return ARITHMETIC[operator](as_number(left), as_number(right))
    if isinstance(left, tuple) or isinstance(right, tuple):
        return any(_compared(operator, one, other) for one, other in product(many(left), many(right)))
    return _compared(operator, left, right)


def _compared(operator: Operator, left: Scalar, right: Scalar) -> bool:
    """XPath 1.0, 3.4: truths with truths, numbers with numbers, else words; order is always of numbers."""
    if operator in ORDER:
        return ORDER[operator](as_number(left), as_number(right))
    return _same(left, right) is (operator is Operator.EQUAL)


def _same(left: Scalar, right: Scalar) -> bool:
    if isinstance(left, bool) or isinstance(right, bool):
        return as_truth(left) is as_truth(right)
    if isinstance(left, float) or isinstance(right, float):
        return as_number(left) == as_number(right)
    return as_text(left) == as_text(right)


def _divided(left: float, right: float) -> float:
    if right:
        return left / right
    return nan if left == 0 or isnan(left) else inf if left > 0 else -inf


def _remainder(left: float, right: float) -> float:
    return nan if not right or abs(left) == inf else fmod(left, right)


ORDER: Mapping[Operator, Callable[[float, float], bool]] = {
    Operator.LESS: lt,
    Operator.LESS_OR_EQUAL: le,
    Operator.MORE: gt,
    Operator.MORE_OR_EQUAL: ge,
}
ARITHMETIC: Mapping[Operator, Callable[[float, float], float]] = {
    Operator.PLUS: lambda left, right: left + right,
    Operator.MINUS: lambda left, right: left - right,
    Operator.TIMES: lambda left, right: left * right,
    Operator.DIVIDED: _divided,
    Operator.REMAINDER: _remainder,
}
