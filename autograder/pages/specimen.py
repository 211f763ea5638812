"""A student's own function as an example for the class, with all taken away that tells who wrote it.

Comments and docstrings go; so do texts and long numbers, and names that the course does not use.
"""

import ast
import builtins
import contextlib
import importlib.util
import keyword
import re
import warnings
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

from autograder.course import Assignment
from autograder.sandbox.cells import Cell
from autograder.sandbox.source import without_magics

LONGEST_CELL = 20_000  # characters; reading a longer one could take long
LONGEST = 40  # lines of an example
LONG_NUMBER = 1_000  # from here on it may be a student's
PLACEHOLDER = "…"
BROKEN = (SyntaxError, ValueError, RecursionError, MemoryError)
STUB_FILES = ("_C/__init__.pyi", "_C/_VariableFunctions.pyi", "nn/modules/__init__.py",
              "nn/functional.pyi", "optim/__init__.py")  # fmt: skip
LIBRARIES = set("F Tensor func functional math nn np numpy optim plt torch".split())


@cache
def library_names() -> frozenset[str]:
    """What torch calls its functions and layers, from its stub files: importing it takes seconds."""
    spec = importlib.util.find_spec("torch")
    places = spec.submodule_search_locations if spec else None
    files = [Path(place) / name for place in places or () for name in STUB_FILES]
    text = "\n".join(path.read_text("utf-8", "replace") for path in files if path.is_file())
    names = re.findall(r'\b(?:def|class|import) (\w+)|^ +"?(\w+)"?,$', text, re.MULTILINE)
    return frozenset(first or second for first, second in names)


class Words:
    """The names and texts that occur in the course's own files of an assignment: they tell nobody."""

    def __init__(self, assignment: Assignment) -> None:
        paths = (assignment.source, assignment.solution, assignment.mistakes)
        text = "\n".join(path.read_text("utf-8") for path in paths if path.is_file())
        self._known = {*re.findall(r"\w+", text), *LIBRARIES, *dir(builtins), *keyword.kwlist}

    def __contains__(self, name: str) -> bool:
        return name in self._known or bool(re.fullmatch("[A-Za-z_]", name))


def specimen(cells: Iterable[Cell], function: str, words: Words) -> str | None:
    """The last definition of a function or class in these cells, made anonymous; None without one."""
    for cell in reversed(list(cells)):
        for node in reversed(_statements(cell.source)):
            if getattr(node, "name", None) == function:
                return _anonymous(node, words)
    return None


def _statements(source: str) -> Sequence[ast.stmt]:
    if len(source) > LONGEST_CELL:
        return []
    with warnings.catch_warnings():  # nobody need hear here of a student's odd escapes
        warnings.simplefilter("ignore")
        for read in (str, without_magics):
            with contextlib.suppress(*BROKEN):
                return ast.parse(read(source)).body
    return []


def _anonymous(node: ast.stmt, words: Words) -> str | None:
    try:
        text = ast.unparse(_Veil(words).visit(node))
    except BROKEN:
        return None
    lines = text.split("\n")
    return "\n".join([*lines[:LONGEST], PLACEHOLDER] if len(lines) > LONGEST else lines)


class _Veil(ast.NodeTransformer):
    """Renames what is not known: name1, name2, in the order in which they come."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._names: dict[str, str] = {}

    def visit(self, node: ast.AST) -> ast.AST:
        """Any node: its names first, then what it holds."""
        if isinstance(node, ast.Attribute) and node.attr not in library_names():
            node.attr = self._name(node.attr)
        for field in ("id", "arg", "name", "asname", "module", "rest"):
            name = getattr(node, field, None)
            if isinstance(name, str):
                setattr(node, field, ".".join(map(self._name, name.split("."))))
        if isinstance(node, ast.Global | ast.Nonlocal):
            node.names = [self._name(name) for name in node.names]
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            _drop_docstring(node)
        seen = super().visit(node)
        assert isinstance(seen, ast.AST)
        return seen

    def visit_Constant(self, node: ast.Constant) -> ast.Constant:
        """A text or number, as far as it is the course's own."""
        text = isinstance(node.value, str | bytes)
        if text and not all(word in self._words for word in re.findall(r"\w+", str(node.value))):
            return ast.Constant(PLACEHOLDER)
        if _is_long(node.value) and str(node.value) not in self._words:
            return ast.Constant(...)
        return node

    def _name(self, name: str) -> str:
        if name in self._words or name == "*":
            return name
        return self._names.setdefault(name, f"name{len(self._names) + 1}")


def _is_long(value: object) -> bool:
    return isinstance(value, int) and abs(value) >= LONG_NUMBER


def _drop_docstring(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> None:
    if ast.get_docstring(node, clean=False) is not None:
        node.body = node.body[1:] or [ast.Pass()]
