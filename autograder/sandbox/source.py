"""A cell's text as Python: without magics and prompts, statement by statement, and what these are."""

import ast
import re
import warnings
from collections.abc import Iterator

from autograder.sandbox.cells import Cell, Effort

NAMED = (ast.FunctionDef, ast.ClassDef)
DEFINITIONS = (*NAMED, ast.Import, ast.ImportFrom)
MAIN_GUARDS = ("__name__ == '__main__'", "'__main__' == __name__")
MAGIC = re.compile(
    r"^([ \t]*)(?:[\w.,\[\] \t]+=[ \t]*)?(?:[%!?](?:.*\\\n)*.*|[\w.*]+\?{1,2}[ \t]*)$", re.MULTILINE
)
MOST_MAGICS = 100
PROMPTS = (r"^(?:>>>|\.\.\.)(?: |$)", r"^(?:In \[\d+\]: ?| +\.\.\.: ?)")


def parse(cell: Cell) -> tuple[ast.Module, int]:
    """The cell's text as a tree, and what its `from __future__` imports ask of the compiler.

    Raises SyntaxError, or another error where the parser gives up.
    """
    above = "\n" * (cell.first_line - 1)  # so that lines are numbered as in the student's file
    source = cell.source.removeprefix("\ufeff")
    try:
        tree = _compile(above + source)
    except SyntaxError:
        stripped = without_magics(source)
        if stripped == source:
            raise
        tree = _compile(above + stripped)
    return tree, _future_flags(tree)


def _compile(source: str) -> ast.Module:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return ast.parse(source)


def _future_flags(tree: ast.Module) -> int:
    """`from __future__ import …` holds for its whole cell, though each statement runs alone."""
    import __future__

    names = (
        alias.name
        for node in tree.body
        if isinstance(node, ast.ImportFrom) and node.module == "__future__"
        for alias in node.names
    )
    return sum(
        getattr(__future__, name).compiler_flag for name in names if hasattr(__future__, name)
    )


def statements(tree: ast.Module) -> Iterator[ast.stmt]:
    """The statements in order; of a demo under `if __name__ == "__main__":` what it defines.

    In the notebook such a cell runs, and what it imports is there for the functions below it.
    """
    for statement in tree.body:
        if isinstance(statement, ast.If) and ast.unparse(statement.test) in MAIN_GUARDS:
            yield from (inner for inner in statement.body if isinstance(inner, DEFINITIONS))
        yield statement


def is_wanted(statement: ast.stmt, effort: int) -> bool:
    """Whether a statement is run with so much effort."""
    if effort == Effort.DEFINITIONS:
        return isinstance(statement, DEFINITIONS)
    if effort == Effort.NO_DEMOS:
        return isinstance(statement, (*DEFINITIONS, ast.Assign, ast.AnnAssign))
    return True


def is_stub(definition: ast.FunctionDef | ast.ClassDef) -> bool:
    """Nothing but docstrings and `raise NotImplementedError("its name")`."""
    body = [node for node in definition.body if not _is_text(node)]
    if isinstance(definition, ast.ClassDef):
        return bool(body) and all(isinstance(n, ast.FunctionDef) and is_stub(n) for n in body)
    return len(body) == 1 and _is_unwritten(body[0])


def _is_unwritten(node: ast.stmt) -> bool:
    raised = node.exc if isinstance(node, ast.Raise) else None
    called = raised.func if isinstance(raised, ast.Call) else None
    return isinstance(called, ast.Name) and called.id == "NotImplementedError"


def _is_text(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def names_bound_by(statement: ast.stmt) -> list[str]:
    """The names that a definition or a plain assignment binds; of other statements none."""
    if isinstance(statement, NAMED):
        return [statement.name]
    if isinstance(statement, ast.Assign):
        return [target.id for target in statement.targets if isinstance(target, ast.Name)]
    return []


def without_magics(source: str) -> str:
    """The cell as IPython reads it, magics blanked out, every other line where it was.

    IPython's own transformer would do it, but it rewrites magics into calls where we want them
    gone, and importing IPython would add to every guest.
    """
    first = source.lstrip().split("\n", 1)[0]
    if first.startswith("%%") and not re.match(r"%%(time|timeit|capture|prun)\b", first):
        return ""
    source = _without_prompts(source)
    for _ in range(MOST_MAGICS):  # each costs a parse of the whole cell
        start = _wrong_line(source)
        if start is None:
            return source
        magic = MAGIC.match(source, start)
        if magic is None:  # a magic may mislead the parser to another line
            break
        source = source[:start] + _blank(magic) + source[magic.end() :]
    return MAGIC.sub(_blank, source)


def _without_prompts(source: str) -> str:
    """Without the `>>>` of a copied session, and without what all lines are indented by."""
    prompt = next((p for p in PROMPTS if re.match(p, source.lstrip())), None)
    if prompt:
        return re.sub(prompt, "", source, flags=re.MULTILINE)
    lines = source.split("\n")
    first = next((line for line in lines if line.strip()), "")
    indent = first[: len(first) - len(first.lstrip())]
    return "\n".join(line.removeprefix(indent) for line in lines)


def _wrong_line(source: str) -> int | None:
    """Where the line with the first syntax error starts; None where there is none."""
    try:
        _compile(source)
    except SyntaxError as error:
        lines = source.split("\n")[: (error.lineno or 1) - 1]
        return sum(len(line) + 1 for line in lines)
    return None


def _blank(magic: re.Match[str]) -> str:
    return f"{magic[1]}pass" + "\n" * magic[0].count("\n")
