"""The room of one assignment: its tests and probes, its reference, its known mistakes, its scripts."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
import torch

from autograder.course import Assignment, Course
from autograder.errors import CourseError
from autograder.judge.diagnosis import Diagnosis
from autograder.judge.items import NEEDS_LIFE, Item
from autograder.judge.reference import LocalTransport, reference_cells
from autograder.judge.script import Script
from autograder.judge.student import Student
from autograder.text import Text

PROBE = Text(
    "평범한 입력 두 가지로 함수를 부르는 @probe를 쓰세요. docs/writing-an-assignment.md에 설명이 있습니다.",
    "A probe calls the function with two ordinary inputs; docs/writing-an-assignment.md shows how.",
)
Probe = Callable[[Student, torch.Generator], tuple[Any, Any]]
Run = Callable[[pytest.Item, "Room", set[str], Student], BaseException | None]
"""Runs a test with a student who has passed these items so far; what it raised, or None."""


class Room:
    """What belongs to one assignment."""

    def __init__(
        self, course: Course, assignment: Assignment, tests: Sequence[pytest.Item]
    ) -> None:
        mine = [test for test in tests if Path(test.path).stem == assignment.slug]
        functions: list[tuple[pytest.Item, Any]] = [(t, getattr(t, "function", None)) for t in mine]
        self.slug = assignment.slug
        self.tests: list[tuple[Item, pytest.Item]] = [
            (function.__item__, test)
            for test, function in functions
            if hasattr(function, "__item__")
        ]
        self._probes = _probes(mine)
        self._require_probes()
        self.reference = LocalTransport(assignment.slug, reference_cells(assignment))
        self.diagnosis = Diagnosis(assignment, self.reference)
        self._course = course
        self._seeds: dict[str, int] = {}
        self._scripts: dict[str, Script] = {}

    def _require_probes(self) -> None:
        """Raise a CourseError where an item pays only what is alive, and nothing tells what is."""
        for item, _ in self.tests:
            if item.kind in NEEDS_LIFE and item.function not in self._probes:
                raise CourseError(
                    Text(
                        f"graders/{self.slug}.py: {item.id} 항목(kind={item.kind!r})에 필요한"
                        f" @probe({item.function!r})가 없습니다.",
                        f"graders/{self.slug}.py: {item.id} (kind={item.kind!r}) needs a"
                        f" @probe({item.function!r}), and there is none.",
                    ),
                    PROBE,
                )

    def rng(self, name: str) -> torch.Generator:
        """A fresh generator for the hidden inputs of an item: the same in every run of the course."""
        if name not in self._seeds:
            self._seeds[name] = self._course.seed(self.slug, name)
        return torch.Generator().manual_seed(self._seeds[name])

    def rehearse(self, run: Run) -> dict[str, Script]:
        """Write down every script: by item, and of probes by `probe.<function>`."""
        for item, test in self.tests:
            self.script_of(item, test, run)
        for function in self._probes:
            self.script_of_probe(function)
        return dict(self._scripts)

    def probe(self, function: str, student: Student) -> tuple[Any, Any, Any]:
        """A function's answers to two ordinary inputs, and to the first of them once more."""
        rngs = (self.rng(f"probe.{function}") for _ in range(2))
        (first, second), (again, _) = (self._probes[function](student, rng) for rng in rngs)
        return first, second, again

    def script_of(self, item: Item, test: pytest.Item, run: Run) -> Script:
        """What an item asks."""
        all_passed = {each.id for each, _ in self.tests}
        return self._script(item.id, lambda student: run(test, self, all_passed, student))

    def script_of_probe(self, function: str) -> Script:
        """What a probe asks. Raises CourseError where it does not go well with the reference."""
        try:
            return self._script(f"probe.{function}", lambda student: self.probe(function, student))
        except Exception as error:
            why = f"{type(error).__name__}: {error}"
            raise CourseError(
                Text(
                    f"graders/{self.slug}.py: @probe({function!r})가 모범 답안에서 실패합니다. ({why})",
                    f"graders/{self.slug}.py: @probe({function!r}) fails on the reference ({why}).",
                ),
                PROBE,
            ) from error

    def _script(self, name: str, ask: Callable[[Student], object]) -> Script:
        """What is asked of the reference: found out once."""
        if name not in self._scripts:
            student = Student(self.reference)
            ask(student)
            self._scripts[name] = Script([request for request, _ in student.exchanges])
        return self._scripts[name]


def _probes(tests: list[pytest.Item]) -> dict[str, Probe]:
    modules = {id(test.module): test.module for test in tests if isinstance(test, pytest.Function)}
    return {
        value.__probe__: value
        for module in modules.values()
        for value in vars(module).values()
        if callable(value) and hasattr(value, "__probe__")
    }
