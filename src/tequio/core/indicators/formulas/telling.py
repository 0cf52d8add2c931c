"""A formula as people read it: names instead of variables, ÷ and × instead of signs of programs."""

from collections.abc import Mapping

from tequio.core.indicators.formulas.tree import Call, Name, Number, Operator, Opposite, Pair, Power, Tree

SIGNS = {Operator.PLUS: "+", Operator.MINUS: "−", Operator.TIMES: "×", Operator.OVER: "÷"}
LOOSE = {Operator.PLUS, Operator.MINUS}


def in_words(tree: Tree, labels: Mapping[str, str]) -> str:
    """`labels` has the words of each variable; one that is missing keeps its name."""
    match tree:
        case Number(value):
            return f"{value:g}"
        case Name(name):
            return labels.get(name, name)
        case Opposite(inner):
            return f"−{_held(inner, labels)}"
        case Power(base, exponent):
            return f"{_held(base, labels)}^{exponent}"
        case Pair(left, operator, right):
            return f"{_side(left, operator, labels)} {SIGNS[operator]} {_side(right, operator, labels, last=True)}"
        case Call(function, arguments):
            return f"{function.value}({'; '.join(in_words(argument, labels) for argument in arguments)})"


def _held(tree: Tree, labels: Mapping[str, str]) -> str:
    words = in_words(tree, labels)
    return f"({words})" if isinstance(tree, Pair | Opposite) else words


def _side(tree: Tree, operator: Operator, labels: Mapping[str, str], *, last: bool = False) -> str:
    """In parentheses where leaving them out would mean something else."""
    words = in_words(tree, labels)
    if isinstance(tree, Opposite):
        return f"({words})"
    if not isinstance(tree, Pair):
        return words
    looser = tree.operator in LOOSE and operator not in LOOSE
    turned = last and (operator in {Operator.MINUS, Operator.OVER} or operator is not tree.operator)
    return f"({words})" if looser or (turned and (tree.operator in LOOSE) == (operator in LOOSE)) else words
