"""Sorts a student's code by task: the definition that counts, and all the rest.

It is read as data and never run. What Python cannot parse is sorted by the names it seems to define.
"""

import ast
import contextlib
import re
import warnings
from collections.abc import Collection, Iterator, Sequence

import msgspec

from autograder.sandbox.cells import Cell
from autograder.sandbox.source import without_magics
from autograder.submission import code_of

MAX_PARSED = 100_000  # characters of a cell; nobody types more
MAX_LINE = 500  # of a line that may hold a magic: looking for one takes the square of its length
SEEMS_DEFINED = re.compile(r"^[ \t]*(?:async[ \t]+)?(?:def|class)[ \t]+(\w+)", re.MULTILINE)
UNPARSABLE = (SyntaxError, ValueError, RecursionError, MemoryError)
Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


class Sorted(msgspec.Struct, frozen=True):
    """The cell that holds each task, where there is one; and what holds none, in its order."""

    tasks: dict[str, Cell]
    rest: tuple[Cell, ...]


class _Piece(msgspec.Struct, frozen=True):
    """A cell or a part of one. `loads` where it parses, and so can have been run."""

    cell: Cell
    tasks: frozenset[str]
    loads: bool = True


def sort_by_task(cells: Sequence[Cell], tasks: Collection[str], known: Collection[str]) -> Sorted:
    """Sort cells. Those whose code (as `code_of` has it) is `known` are the frame's own: left out."""
    wanted = frozenset(tasks)
    pieces = [
        piece
        for cell in cells
        for piece in _pieces(cell, wanted)
        if (code := code_of([piece.cell])) and code not in known
    ]
    chosen: dict[str, _Piece] = {}
    for piece in sorted(pieces, key=lambda piece: piece.loads):  # what loads last counts
        chosen.update(dict.fromkeys(piece.tasks, piece))
    shown = {id(piece) for piece in chosen.values()}
    return Sorted(
        {task: piece.cell for task, piece in chosen.items()},
        tuple(piece.cell for piece in pieces if id(piece) not in shown),
    )


def _pieces(cell: Cell, tasks: frozenset[str]) -> list[_Piece]:
    """The cell as a whole, or its parts where it defines more than one task."""
    tree = _parsed(cell.source)
    if tree is None:
        seeming = frozenset(SEEMS_DEFINED.findall(cell.source))
        return [_Piece(cell, tasks & seeming, loads=False)]
    defined = [tasks & set(_defined(statement)) for statement in tree.body]
    everything = frozenset[str]().union(*defined)
    if len(everything) <= 1:
        return [_Piece(cell, everything)]
    return list(_parts(cell, tree.body, defined))


def _parts(
    cell: Cell, statements: Sequence[ast.stmt], defined: Sequence[frozenset[str]]
) -> Iterator[_Piece]:
    """Parts of a cell, each with the comments above it: all lines are in one of them."""
    lines = cell.source.split("\n")
    start, found = 0, frozenset[str]()
    for number, (statement, tasks) in enumerate(zip(statements, defined, strict=True)):
        found |= tasks
        end = statement.end_lineno or statement.lineno
        following = statements[number + 1 :]
        if not following:
            end = len(lines)
        elif following[0].lineno <= end or defined[number + 1] == found:
            continue  # on one line, or about the same
        text = "\n".join(lines[start:end])
        yield _Piece(Cell(cell.name, text, cell.first_line + start), found)
        start, found = end, frozenset()


def _parsed(source: str) -> ast.Module | None:
    """The cell's tree; None where it is no Python, or more than anybody would read."""
    if len(source) > MAX_PARSED:
        return None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with contextlib.suppress(*UNPARSABLE):
            return ast.parse(source)
        if max(map(len, source.split("\n"))) <= MAX_LINE:
            with contextlib.suppress(*UNPARSABLE):
                return ast.parse(without_magics(source))
    return None


def _defined(statement: ast.stmt) -> Iterator[str]:
    """The names that a statement gives a meaning to at the top level, also below `if` and `try`."""
    left: list[ast.AST] = [statement]
    while left:
        node = left.pop()
        if isinstance(node, Definition):
            yield node.name
        elif isinstance(node, ast.alias):
            yield node.asname or node.name
        elif isinstance(node, ast.Name):
            if isinstance(node.ctx, ast.Store):
                yield node.id
        elif not isinstance(node, (ast.Lambda, ast.comprehension)):
            left += ast.iter_child_nodes(node)
