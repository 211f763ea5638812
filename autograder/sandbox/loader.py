"""Runs a submission's cells into a module, so that nothing at the top level costs a point.

Each cell runs on its own, and in it each statement: a demo that fails, loops, asks for input or
exits is cut off or passed over, and the definitions below it still count.
"""

import ast
import linecache
import re
import signal
import sys
import time
import types
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

from autograder.sandbox.cells import Cell, Effort, Problem

STATEMENT_SECONDS = 2.0  # CPU that one top-level statement may take
CELLS_SECONDS = 5.0  # CPU that all of them may take together
MINIMUM_SECONDS = 0.1  # what a statement may still take when that is used up
WALL_FACTOR = 4.0  # a demo that sleeps uses no CPU
NAMED = (ast.FunctionDef, ast.ClassDef)
DEFINITIONS = (*NAMED, ast.Import, ast.ImportFrom)
MAIN_GUARDS = ("__name__ == '__main__'", "'__main__' == __name__")
MAGIC = re.compile(
    r"^([ \t]*)(?:[\w.,\[\] \t]+=[ \t]*)?(?:[%!?](?:.*\\\n)*.*|[\w.*]+\?{1,2}[ \t]*)$", re.MULTILINE
)
MOST_MAGICS = 100
MAGICS = "get_ipython"  # what an exported notebook calls its magics by
PROMPTS = (r"^(?:>>>|\.\.\.)(?: |$)", r"^(?:In \[\d+\]: ?| +\.\.\.: ?)")


class Waiting(NamedTuple):
    """A definition that lacked a name, and what the names that it binds stood for then."""

    cell: Cell
    statement: ast.stmt
    flags: int
    missing: str
    bound: dict[str, Any]


_waiting: WeakKeyDictionary[types.ModuleType, list[Waiting]] = WeakKeyDictionary()


class Interrupted(BaseException):
    """Raised in the student's code when a top-level statement has had its time."""


def new_module(name: str) -> types.ModuleType:
    """An empty module that the student's code can import by its own name."""
    module = types.ModuleType(name)
    sys.modules[name] = module
    return module


def load_cell(module: types.ModuleType, cell: Cell, used_seconds: float = 0.0) -> list[Problem]:
    """Run a cell's statements in `module`; what fails is told, never raised."""
    _remember_source(cell)
    try:
        tree, flags = _parse(cell)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        return [_syntax_problem(cell, error)]
    problems = []
    started = time.process_time() - used_seconds
    for statement in _statements(tree):
        if _wanted(statement, cell.effort) and not _undoes(statement, module):
            left = CELLS_SECONDS - (time.process_time() - started)
            problems += _run(module, cell, statement, flags, left)
    _define_what_waited(module, CELLS_SECONDS - (time.process_time() - started))
    return problems


def _define_what_waited(module: types.ModuleType, left: float) -> None:
    """Run the definitions whose missing name a later cell has brought.

    The imports of a notebook may stand below what needs them: its kernel knew them when the
    student ran it. What was defined anew meanwhile stays.
    """
    waiting, there = _waiting.get(module, []), vars(module)
    ready = [each for each in waiting if each.missing in there]
    _waiting[module] = [each for each in waiting if each.missing not in there]
    for each in ready:
        if all(there.get(name) is value for name, value in each.bound.items()):
            _run(module, each.cell, each.statement, each.flags, left)
    if ready:
        _define_what_waited(module, left)


def _undoes(statement: ast.stmt, module: types.ModuleType) -> bool:
    """Whether it is an untouched stub below the answer: in the notebook, the answer ran last."""
    if not (isinstance(statement, NAMED) and _is_stub(statement)):
        return False
    answer = module.__dict__.get(statement.name)
    own = isinstance(answer, types.FunctionType | type)  # not what a star import brought
    return own and getattr(answer, "__module__", None) == module.__name__


def _is_stub(definition: ast.FunctionDef | ast.ClassDef) -> bool:
    """Nothing but docstrings and `raise NotImplementedError("its name")`."""
    body = [node for node in definition.body if not _is_text(node)]
    if isinstance(definition, ast.ClassDef):
        return bool(body) and all(isinstance(n, ast.FunctionDef) and _is_stub(n) for n in body)
    return len(body) == 1 and _is_unwritten(body[0])


def _is_unwritten(node: ast.stmt) -> bool:
    raised = node.exc if isinstance(node, ast.Raise) else None
    called = raised.func if isinstance(raised, ast.Call) else None
    return isinstance(called, ast.Name) and called.id == "NotImplementedError"


def _is_text(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


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


def _parse(cell: Cell) -> tuple[ast.Module, int]:
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


def _statements(tree: ast.Module) -> Iterator[ast.stmt]:
    """The statements in order; of a demo under `if __name__ == "__main__":` what it defines.

    In the notebook such a cell runs, and what it imports is there for the functions below it.
    """
    for statement in tree.body:
        if isinstance(statement, ast.If) and ast.unparse(statement.test) in MAIN_GUARDS:
            yield from (inner for inner in statement.body if isinstance(inner, DEFINITIONS))
        yield statement


def _wanted(statement: ast.stmt, effort: int) -> bool:
    if effort == Effort.DEFINITIONS:
        return isinstance(statement, DEFINITIONS)
    if effort == Effort.NO_DEMOS:
        return isinstance(statement, (*DEFINITIONS, ast.Assign, ast.AnnAssign))
    return True


def _run(
    module: types.ModuleType, cell: Cell, statement: ast.stmt, flags: int, left: float
) -> list[Problem]:
    try:
        code = compile(
            ast.Module([statement], []), cell.name, "exec", flags=flags, dont_inherit=True
        )
        with (
            warnings.catch_warnings(action="ignore"),  # whatever filters an earlier one has set
            _time_limit(max(MINIMUM_SECONDS, min(STATEMENT_SECONDS, left))),
        ):
            exec(code, module.__dict__)
    except Interrupted:
        return [_problem("interrupted", cell, statement, "Interrupted", "")]
    except SyntaxError as error:
        return [_syntax_problem(cell, error)]
    except BaseException as error:
        lacks = error.name if type(error) is NameError else None
        if lacks == MAGICS:
            return []
        there, bound = vars(module), _bound_by(statement)
        if bound and isinstance(lacks, str) and lacks not in there:
            then = {name: there.get(name) for name in bound}
            waits = Waiting(cell, statement, flags, lacks, then)
            _waiting.setdefault(module, []).append(waits)
        return [_problem("raised", cell, statement, type(error).__name__, safe_text(error))]
    return []


def _bound_by(statement: ast.stmt) -> list[str]:
    """The names that a definition or a plain assignment binds; of other statements none."""
    if isinstance(statement, NAMED):
        return [statement.name]
    if isinstance(statement, ast.Assign):
        return [target.id for target in statement.targets if isinstance(target, ast.Name)]
    return []


@contextmanager
def _time_limit(seconds: float) -> Iterator[None]:
    """Raise Interrupted in the running statement once it has used its time, again and again."""

    def stop(signum: int, frame: Any) -> None:
        raise Interrupted

    old = [signal.signal(number, stop) for number in (signal.SIGPROF, signal.SIGALRM)]
    signal.setitimer(signal.ITIMER_PROF, seconds, 0.05)
    signal.setitimer(signal.ITIMER_REAL, seconds * WALL_FACTOR, 0.05)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.setitimer(signal.ITIMER_REAL, 0)
        for number, handler in zip((signal.SIGPROF, signal.SIGALRM), old, strict=True):
            signal.signal(number, handler)


def _problem(kind: str, cell: Cell, statement: ast.stmt, error: str, message: str) -> Problem:
    defines = tuple(_bound_by(statement))
    return Problem(kind, cell.name, statement.lineno, error, message, defines=defines)


def _syntax_problem(cell: Cell, error: BaseException) -> Problem:
    line = getattr(error, "lineno", None) or cell.first_line
    lines = cell.source.splitlines()
    text = lines[line - cell.first_line][:200] if 0 <= line - cell.first_line < len(lines) else ""
    return Problem(
        "syntax",
        cell.name,
        line,
        type(error).__name__,
        (getattr(error, "msg", None) or safe_text(error))[:200],
        text,
        getattr(error, "offset", None) or 0,
        tuple(re.findall(r"^(?:def|class)\s+(\w+)", cell.source, re.MULTILINE))[:100],
    )


def _remember_source(cell: Cell) -> None:
    """Let tracebacks, `inspect.getsource` and `torch.jit.script` find the text.

    The cells of a .py share one name, so each adds its own lines to what is there.
    """
    known = linecache.cache.get(cell.name)
    lines = list(known[2]) if known and len(known) == 4 else []
    new = [line + "\n" for line in cell.source.split("\n")]
    lines += ["\n"] * (cell.first_line - 1 + len(new) - len(lines))
    lines[cell.first_line - 1 : cell.first_line - 1 + len(new)] = new
    linecache.cache[cell.name] = (sum(map(len, lines)), None, lines, cell.name)


def safe_text(error: BaseException, limit: int = 300) -> str:
    """An exception's text, whatever its `__str__` does, cut to `limit` characters."""
    try:
        text = str(error)
        return text[:limit] if type(text) is str else ""
    except BaseException:
        return ""
