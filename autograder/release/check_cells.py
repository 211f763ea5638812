"""Makes a notebook's check cells: each shows the public tests of one task, and runs them at once.

The first code cell defines `%%check` and holds what the tests share (imports, numbers, helpers);
the check cell of a task is then nothing but its tests, fit to be read by a beginner. A magic gives
them a module of their own, and a check cell never looks like code of the student's.
"""

import ast
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path

from autograder.errors import CourseError
from autograder.release.rubric import Task

WORDS = {
    "ko": {
        "title": "이 셀을 먼저 실행하세요",
        "about": "과제마다 있는 확인 셀(%%check)을 준비합니다. 고치지 마세요. 제출해도 채점되지 않습니다.",
        "run": "이 셀을 실행하면 {}를 확인합니다. 고치지 마세요.",
        "not_defined": "{}: 노트북에 없음. 위의 셀을 먼저 실행하고, 이름을 확인하세요",
        "no_module": "{0} 모듈이 없습니다. 새 셀에서 실행하세요: %pip install {0}",
        "stopped": "중단했습니다. 끝나지 않는 반복문이 있는지 확인하세요.",
    },
    "en": {
        "title": "Run this cell first",
        "about": "It prepares the check cells (%%check) of the tasks. Leave it as it is; it is not graded.",
        "run": "Run this cell to check {}. Leave it as it is.",
        "not_defined": "{}: not in the notebook. Run the cells above, and check the name",
        "no_module": "The module {0} is missing. Run this in a new cell: %pip install {0}",
        "stopped": "Stopped. Is there a loop that never ends?",
    },
}
SHARED_WORDS = ("passed", "failed", "unwritten", "not_written", "line", "summary", "all_passed")
LABELS = ("passed", "failed", "unwritten")

Definition = ast.FunctionDef | ast.ClassDef


class Checks:
    """The check cells of one notebook, made of its self-check."""

    def __init__(self, slug: str, tests: str, selfcheck: Path, language: str) -> None:
        self._slug = slug
        self._selfcheck = selfcheck
        self._language = language
        self._lines = tests.splitlines()
        self._body = _parse(f"test_{slug}.py", tests).body

    @property
    def first_cell(self) -> str:
        """The source of the cell that makes `%%check` known."""
        words = WORDS[self._language]
        says = _says(self._read("conftest.py"), self._language)
        return (
            f"#@title %%check: {words['title']}\n# {words['about']}\n\n"
            f"{self._read('notebook/check.py')}\n\n"
            f"_check = _Check(\n    {self._slug!r},\n    {_indented(says)},\n    {_literal(self._shared)},\n)"
        )

    def cell_of(self, task: Task, tasks: Sequence[Task]) -> str:
        """The source of a task's check cell; `tasks` are all, as they follow in the notebook."""
        own = [test for test in self._tests if self._task_of(test, tasks) == task]
        if not own:
            raise CourseError(
                f"test_{self._slug}.py has no test of {task.name}.",
                "Students check each task by itself: write a public test of it.",
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

    def _task_of(self, test: ast.FunctionDef, tasks: Sequence[Task]) -> Task:
        """Of the tasks that a test uses the last: those above it are written by then."""
        used = self._reached_from(test)
        return [tasks[0], *(task for task in tasks if used & set(task.functions))][-1]

    def _reached_from(self, test: ast.FunctionDef) -> set[str]:
        """The names that a test uses, itself or through helpers, constants and fixtures."""
        names, found = {test.name}, set[str]()
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


def defined_in(source: str) -> list[str]:
    """The functions and classes that code defines at its top level; the guard tells what is no code."""
    try:
        return [node.name for node in ast.parse(source).body if isinstance(node, Definition)]
    except SyntaxError:
        return []


def _says(conftest: str, language: str) -> dict[str, str]:
    """The words of the self-check that pytest runs, and those that only a notebook needs."""
    tree = ast.parse(conftest)
    said = next(
        ast.literal_eval(node.value)[language]
        for node in tree.body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "SAYS"
    )
    says = {key: said[key] for key in SHARED_WORDS} | WORDS[language]
    says["all_passed"] = says["all_passed"].split("\n")[0]
    wide = max(_width(says[label]) for label in LABELS)
    says |= {label: says[label] + " " * (wide - _width(says[label])) for label in LABELS}
    return {key: text for key, text in says.items() if key not in ("title", "about", "run")}


def _indented(says: dict[str, str]) -> str:
    lines = "".join(f"        {key!r}: {text!r},\n" for key, text in says.items())
    return f"{{\n{lines}    }}"


def _literal(text: str) -> str:
    """A string literal that can be read as the code it holds."""
    literal = f"r'''{text}\n'''"
    return literal if "'''" not in text else repr(text)


def _parse(name: str, text: str) -> ast.Module:
    try:
        return ast.parse(text)
    except SyntaxError as error:
        raise CourseError(
            f"{name}, line {error.lineno}: {error.msg}.", "Correct the file and run again."
        ) from None


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


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)
