"""Mutations: small changes to a reference solution that a grader should notice.

Operators, comparisons, numbers and arguments are changed by mutmut's operators; what numerical code
gets wrong besides (reductions, dims, missing terms, calls and statements) is added here.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import libcst as cst
import msgspec
from libcst.metadata import MetadataWrapper, PositionProvider
from mutmut.mutation import mutators

Operator = tuple[type, Callable[[Any], Iterable[cst.CSTNode]]]

SWAPS = {
    "mean": "sum", "sum": "mean", "max": "min", "min": "max", "amax": "amin", "amin": "amax",
    "argmax": "argmin", "any": "all", "all": "any", "floor": "ceil", "log": "log10", "exp": "exp2",
    "sqrt": "square", "zeros": "ones", "ones": "zeros", "zeros_like": "ones_like",
    "ones_like": "zeros_like", "zeros_": "ones_", "ones_": "zeros_", "uniform_": "normal_",
    "normal_": "uniform_", "sigmoid": "tanh", "Sigmoid": "Tanh", "SGD": "Adam", "eval": "train",
    "logsumexp": "sum", "prod": "sum",
}  # fmt: skip
MODULES = frozenset("torch F nn optim np math random plt itertools".split())
OF_THE_LIBRARY = (
    mutators.operator_number,
    mutators.operator_name,
    mutators.operator_augmented_assignment,
    mutators.operator_remove_unary_ops,
    mutators.operator_arg_removal,
    mutators.operator_keywords,
    mutators.operator_swap_op,
    mutators.operator_if_exp,
)


class Mutant(msgspec.Struct, frozen=True):
    """A reference with one change in it: the line that was, and what it became ("" where it went)."""

    line: int
    was: str
    became: str
    source: str


def mutants_of(source: str) -> list[Mutant]:
    """All mutants of a module, in its order, no two alike."""
    wrapper = MetadataWrapper(cst.parse_module(source))
    positions = wrapper.resolve(PositionProvider)
    before = source.splitlines()
    found: dict[str, Mutant] = {}
    for node in _nodes(wrapper.module):
        for change in _changes(node):
            text = cst.ensure_type(wrapper.module.deep_replace(node, change), cst.Module).code
            if text != source and text not in found and _compiles(text):
                found[text] = _mutant(before, text, positions[node].start.line)
    return list(found.values())


def _mutant(before: list[str], text: str, start: int) -> Mutant:
    """The first line that differs names a mutant; a node may begin above it."""
    after = text.splitlines()
    pairs = zip(before, after, strict=False)
    line = next((n for n, (a, b) in enumerate(pairs, 1) if a != b), start)
    gone = len(after) < len(before)
    became = "" if gone else after[line - 1].strip()
    return Mutant(line, before[line - 1].strip(), became, text)


def _compiles(text: str) -> bool:
    try:
        compile(text, "mutant", "exec")
    except SyntaxError:
        return False
    return True


def _nodes(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    """Every node whose change could change what the module does: no texts, types or imports."""
    if isinstance(node, cst.Annotation | cst.Raise) or _says_nothing(node):
        return
    yield node
    for child in node.children:
        yield from _nodes(child)


def _says_nothing(node: cst.CSTNode) -> bool:
    """An import, a docstring."""
    if not isinstance(node, cst.SimpleStatementLine):
        return False
    statement = node.body[0]
    return isinstance(statement, cst.Import | cst.ImportFrom) or (
        isinstance(statement, cst.Expr) and isinstance(statement.value, cst.SimpleString)
    )


def _changes(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    for kind, operator in OPERATORS:
        if isinstance(node, kind):
            yield from operator(node)


def _smaller_or_twice(node: cst.BaseNumber) -> Iterator[cst.CSTNode]:
    """The number before, or its double: mutmut makes the number after."""
    if isinstance(node, cst.Integer) and node.evaluated_value > 0:
        yield node.with_changes(value=str(node.evaluated_value - 1))
    if isinstance(node, cst.Float):
        yield node.with_changes(value=repr(2 * node.evaluated_value))


def _another_name(node: cst.Call) -> Iterator[cst.CSTNode]:
    """Another reduction, another function."""
    name = node.func.attr if isinstance(node.func, cst.Attribute) else node.func
    if isinstance(name, cst.Name) and name.value in SWAPS:
        yield node.with_deep_changes(name, value=SWAPS[name.value])


def _without_the_call(node: cst.Call) -> Iterator[cst.CSTNode]:
    """x.clone() becomes x, f(x) becomes x."""
    if isinstance(node.func, cst.Attribute) and not _is_module(node.func.value):
        yield node.func.value
    elif len(node.args) == 1 and not node.args[0].star and not node.args[0].keyword:
        yield node.args[0].value


def _is_module(node: cst.BaseExpression) -> bool:
    while isinstance(node, cst.Attribute):
        node = node.value
    return isinstance(node, cst.Name) and node.value in MODULES


def _one_side(node: cst.BinaryOperation | cst.BooleanOperation) -> Iterator[cst.CSTNode]:
    """A term, a factor or a condition is missing."""
    for side in (node.left, node.right):
        yield side if side.lpar else side.with_changes(lpar=node.lpar, rpar=node.rpar)


def _negated(node: cst.If | cst.IfExp) -> Iterator[cst.CSTNode]:
    test = node.test.with_changes(lpar=[cst.LeftParen()], rpar=[cst.RightParen()])
    yield node.with_changes(test=cst.UnaryOperation(cst.Not(), test))


def _nothing(node: cst.SimpleStatementLine | cst.If) -> Iterator[cst.CSTNode]:
    """The statement is missing."""
    yield cst.SimpleStatementLine([cst.Pass()])


def _swapped(node: cst.Tuple) -> Iterator[cst.CSTNode]:
    """The first two of several values change places."""
    if len(node.elements) > 1:
        first, second, *rest = node.elements
        swapped = first.with_changes(value=second.value), second.with_changes(value=first.value)
        yield node.with_changes(elements=[*swapped, *rest])


OPERATORS: list[Operator] = [
    *(entry for entry in mutators.mutation_operators if entry[1] in OF_THE_LIBRARY),
    (cst.BaseNumber, _smaller_or_twice),
    (cst.Call, _another_name),
    (cst.Call, _without_the_call),
    (cst.BinaryOperation, _one_side),
    (cst.BooleanOperation, _one_side),
    (cst.If, _negated),
    (cst.IfExp, _negated),
    (cst.SimpleStatementLine, _nothing),
    (cst.If, _nothing),
    (cst.Tuple, _swapped),
]
