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

from autograder.sandbox import source
from autograder.sandbox.cells import Cell, Problem
from autograder.text import without_surrogates

STATEMENT_SECONDS = 2.0  # CPU that one top-level statement may take
CELLS_SECONDS = 5.0  # CPU that all of them may take together
MINIMUM_SECONDS = 0.1  # what a statement may still take when that is used up
WALL_FACTOR = 4.0  # a demo that sleeps uses no CPU
MAGICS = "get_ipython"  # what an exported notebook calls its magics by


class Interrupted(BaseException):
    """Raised in the student's code when a top-level statement has had its time."""


class _Waiting(NamedTuple):
    """A definition that lacked a name, and what the names that it binds stood for then."""

    step: "_Step"
    missing: str
    bound: dict[str, Any]


class _Step(NamedTuple):
    """A statement of a cell, and what the cell's `from __future__` imports ask of the compiler."""

    cell: Cell
    statement: ast.stmt
    flags: int

    def problem(self, kind: str, error: str, message: str) -> Problem:
        """What went wrong in it, and what is not defined for that."""
        bound = source.names_bound_by(self.statement)
        defines = () if kind == "late" else tuple(bound)
        return Problem(kind, self.cell.name, self.statement.lineno, error, message, defines=defines)


def new_module(name: str) -> types.ModuleType:
    """An empty module that the student's code can import by its own name."""
    module = types.ModuleType(name)
    sys.modules[name] = module
    return module


def display(*things: object, **options: object) -> None:
    """What a notebook has without an import; here nobody looks."""


class Loader:
    """Loads one submission, cell by cell, into its module."""

    def __init__(self, module: types.ModuleType) -> None:
        self.module = module
        self._names = vars(module)
        self._names["display"] = display
        self._waiting: list[_Waiting] = []

    def load(self, cell: Cell, used_seconds: float = 0.0) -> list[Problem]:
        """Run a cell's statements; what fails is told, never raised.

        `used_seconds` is the CPU time that the cells before it have used.
        """
        _remember_source(cell)
        try:
            tree, flags = source.parse(cell)
        except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
            return [_syntax_problem(cell, error)]
        end = time.process_time() - used_seconds + CELLS_SECONDS
        problems = []
        for statement in source.statements(tree):
            if source.is_wanted(statement, cell.effort) and not self._undoes(statement):
                problems += self._run(_Step(cell, statement, flags), end)
        return problems + self._define_what_waited(end)

    def _undoes(self, statement: ast.stmt) -> bool:
        """Whether it is an untouched stub below the answer: in the notebook, the answer ran last."""
        if not (isinstance(statement, source.NAMED) and source.is_stub(statement)):
            return False
        answer = self._names.get(statement.name)
        own = isinstance(answer, types.FunctionType | type)  # not what a star import brought
        return own and getattr(answer, "__module__", None) == self.module.__name__

    def _run(self, step: _Step, end: float) -> list[Problem]:
        try:
            _execute(step, self._names, end - time.process_time())
        except Interrupted:
            return [step.problem("interrupted", "Interrupted", "")]
        except SyntaxError as error:
            return [_syntax_problem(step.cell, error)]
        except BaseException as error:
            lacks = error.name if type(error) is NameError else None
            if lacks == MAGICS:
                return []
            if isinstance(lacks, str):
                self._wait(step, lacks)
            return [step.problem("raised", type(error).__name__, safe_text(error))]
        return []

    def _wait(self, step: _Step, missing: str) -> None:
        bound = {name: self._names.get(name) for name in source.names_bound_by(step.statement)}
        if bound and missing not in self._names:
            self._waiting.append(_Waiting(step, missing, bound))

    def _define_what_waited(self, end: float) -> list[Problem]:
        """Run the definitions whose missing name a later cell has brought.

        The imports of a notebook may stand below what needs them: its kernel knew them when the
        student ran it. What was defined anew meanwhile stays.
        """
        problems = []
        while ready := self._no_longer_waiting():
            for each in ready:
                if all(self._names.get(name) is value for name, value in each.bound.items()):
                    late = each.step.problem("late", "NameError", each.missing)
                    problems += self._run(each.step, end) or [late]
        return problems

    def _no_longer_waiting(self) -> list[_Waiting]:
        ready = [each for each in self._waiting if each.missing in self._names]
        self._waiting = [each for each in self._waiting if each.missing not in self._names]
        return ready


def _execute(step: _Step, names: dict[str, Any], seconds: float) -> None:
    code = compile(
        ast.Module([step.statement], []),
        step.cell.name,
        "exec",
        flags=step.flags,
        dont_inherit=True,
    )
    with (
        warnings.catch_warnings(action="ignore"),  # whatever filters an earlier one has set
        _time_limit(max(MINIMUM_SECONDS, min(STATEMENT_SECONDS, seconds))),
    ):
        exec(code, names)


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


def _syntax_problem(cell: Cell, error: BaseException) -> Problem:
    line = getattr(error, "lineno", None) or cell.first_line
    lines = cell.source.splitlines()
    text = lines[line - cell.first_line][:200] if 0 <= line - cell.first_line < len(lines) else ""
    return Problem(
        "syntax",
        cell.name,
        line,
        type(error).__name__,
        _safe(getattr(error, "msg", None), 200) or safe_text(error, 200),
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
        return _safe(str(error), limit)
    except BaseException:
        return ""


def _safe(text: object, limit: int) -> str:
    return without_surrogates(text[:limit]) if type(text) is str else ""
