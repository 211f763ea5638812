"""Makes a notebook's check cells: each shows the public tests of one task, and runs them at once.

The first code cell defines `%%check` and holds what the tests share (imports, numbers, helpers);
the check cell of a task is then nothing but its tests, fit to be read by a beginner. A magic gives
them a module of their own, and a check cell never looks like code of the student's.
"""

import ast
import base64
import json
import re
import zlib
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from autograder.course import no_python
from autograder.errors import CourseError
from autograder.release.rubric import Definition, Task
from autograder.text import Text

WORDS = {
    "ko": {
        "title": "이 셀을 먼저 실행하세요",
        "about": "과제마다 있는 확인 셀(%%check)을 준비합니다. 고치지 마세요. 제출해도 채점되지 않습니다.",
        "run": "이 셀을 실행하면 {}를 확인합니다. 고치지 마세요.",
    },
    "en": {
        "title": "Run this cell first",
        "about": "It prepares the check cells (%%check) of the tasks. Leave it as it is; it is not graded.",
        "run": "Run this cell to check {}. Leave it as it is.",
    },
}
TRAVELLING = ("_words", "_calls", "_verdict", "notebook/check")
FIRST_CELL = """\
#@title %%check: {title}
# {about}

_check_shared = {shared}


def _check_prepared(modules, slug, language, hints):
    import base64, json, sys, types, zlib

    for name, source in json.loads(zlib.decompress(base64.b85decode(modules))).items():
        module = sys.modules[name] = types.ModuleType(name)
        exec(compile(source, f"<{{name}}>", "exec"), vars(module))
    return module.Check(get_ipython(), slug, language, _check_shared, hints)


_check = _check_prepared({modules!r}, {slug!r}, {language!r}, {hints!r})"""


class Checks:
    """The check cells of one notebook, made of its self-check."""

    def __init__(self, slug: str, tests: str, selfcheck: Path, language: str) -> None:
        self._slug = slug
        self._selfcheck = selfcheck
        self._language = language
        self.tests = tests
        self._lines = tests.splitlines()
        self._body = _parse(f"test_{slug}.py", tests).body
        self._reached: dict[str, set[str]] = {}

    def first_cell(self, hints: str = "") -> str:
        """The source of the cell that makes `%%check` known.

        The self-check's own modules travel in it packed, in one line: what they are can be read in the
        folder, and a notebook that opens with hundreds of lines frightens beginners.
        """
        words = WORDS[self._language]
        modules = {name.removeprefix("notebook/"): self._read(f"{name}.py") for name in TRAVELLING}
        return FIRST_CELL.format(
            title=words["title"],
            about=words["about"],
            shared=_literal(self._shared),
            modules=packed(modules),
            slug=self._slug,
            language=self._language,
            hints=hints,
        )

    def cell_of(self, task: Task, tasks: Sequence[Task]) -> str:
        """The source of a task's check cell; `tasks` are all, as they follow in the notebook."""
        own = self._tests_of(task, tasks)
        if not own:
            raise CourseError(
                Text(
                    f"test_{self._slug}.py 파일에 {task.name} 테스트가 없습니다.",
                    f"test_{self._slug}.py has no test of {task.name}.",
                ),
                Text(
                    "학생은 과제의 함수를 하나씩 확인합니다. 그 함수의 공개 테스트를 쓰세요.",
                    "Students check each task by itself: write a public test of it.",
                ),
            )
        tests = "\n\n".join("\n".join(self._lines[n] for n in self._span(test)) for test in own)
        about = WORDS[self._language]["run"].format(task.name)
        return f"%%check {task.name}\n# {about}\n{tests}"

    def _read(self, name: str) -> str:
        return (self._selfcheck / name).read_text("utf-8")

    @cached_property
    def _tests(self) -> list[ast.FunctionDef]:
        return [
            node
            for node in self._body
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
        ]

    @property
    def _shared(self) -> str:
        """All but the tests and the docstring: imports, numbers, helpers."""
        out = {line for test in self._tests for line in self._span(test)}
        for docstring in self._body[:1]:
            if isinstance(docstring, ast.Expr):
                out.update(range(docstring.lineno - 1, docstring.end_lineno or 0))
        kept = (line for number, line in enumerate(self._lines) if number not in out)
        return re.sub(r"\n{3,}", "\n\n\n", "\n".join(kept).strip())

    def _tests_of(self, task: Task, tasks: Sequence[Task]) -> list[ast.FunctionDef]:
        return [test for test in self._tests if self._task_of(test, tasks) == task]

    def _task_of(self, test: ast.FunctionDef, tasks: Sequence[Task]) -> Task:
        """Of the tasks that a test uses the last: those above it are written by then."""
        used = self.reached_from(test.name)
        return [tasks[0], *(task for task in tasks if used & set(task.functions))][-1]

    def tasks_by_test(self, tasks: Sequence[Task]) -> dict[str, str]:
        """The task that each test belongs to, tasks in their order."""
        found = [(task, test) for task in tasks for test in self._tests_of(task, tasks)]
        return {test.name: task.name for task, test in found}

    def reached_from(self, test: str) -> set[str]:
        """The names that a test uses, itself or through helpers, constants and fixtures."""
        if test not in self._reached:
            self._reached[test] = self._reach(test)
        return self._reached[test]

    def _reach(self, test: str) -> set[str]:
        names, found = {test}, set[str]()
        while names:
            found |= names
            names = {
                used
                for node in self._body
                if found & set(_defined(node))
                for used in _used(node, self._slug)
            } - found
        return found

    def _span(self, test: ast.FunctionDef) -> range:
        """The test's lines, with its decorators and the comment above."""
        first = min([test.lineno, *(decorator.lineno for decorator in test.decorator_list)]) - 1
        while first and self._lines[first - 1].startswith("#"):
            first -= 1
        return range(first, test.end_lineno or test.lineno)


def packed(data: object) -> str:
    """Data as one line of text; `_calls.unpacked` reads it."""
    return base64.b85encode(zlib.compress(json.dumps(data).encode(), 9)).decode()


def unpacked(text: str) -> Any:
    """The data again."""
    return json.loads(zlib.decompress(base64.b85decode(text)))


def _literal(text: str) -> str:
    """A string literal that can be read as the code it holds."""
    literal = f"r'''{text}\n'''"
    return literal if "'''" not in text else repr(text)


def _parse(name: str, text: str) -> ast.Module:
    try:
        return ast.parse(text)
    except SyntaxError as error:
        raise no_python(name, error) from None


def _defined(node: ast.stmt) -> Iterator[str]:
    if isinstance(node, Definition):
        yield node.name
    else:
        yield from (n.id for n in _names(node) if isinstance(n.ctx, ast.Store))


def _used(node: ast.stmt, slug: str) -> Iterator[str]:
    """Names, fixtures, and `a01_sigmoid.sigmoid`."""
    yield from (name.id for name in _names(node))
    for part in ast.walk(node):
        if isinstance(part, ast.arg):
            yield part.arg
        elif isinstance(part, ast.Attribute) and ast.unparse(part.value) == slug:
            yield part.attr


def _names(node: ast.AST) -> Iterable[ast.Name]:
    return (part for part in ast.walk(node) if isinstance(part, ast.Name))
