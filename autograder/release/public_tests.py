"""The public tests, run here on our own answers: the reference, and every known mistake.

pytest collects them once, as it does in a student's folder; then they run on one answer after
another, and what each saw is recorded by the self-check's own module, so that the same is seen there.
"""

import ast
import copy
import importlib.util
import sys
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, redirect_stdout
from functools import cache, cached_property
from io import StringIO
from pathlib import Path
from types import ModuleType
from typing import Any, Generic, TypeVar

import msgspec
import pytest
import torch
from torch.overrides import TorchFunctionMode

from autograder.course import Assignment, Course
from autograder.errors import CourseError
from autograder.judge.reference import reference_cells
from autograder.judge.session import Catcher, collect
from autograder.release.check_cells import Checks
from autograder.release.rubric import Definition, Task
from autograder.sandbox.cells import Cell
from autograder.sandbox.loader import Loader, new_module
from autograder.text import Text

LONG = 3_000  # calls of torch's functions, 0.1 s: what takes more is a training, and takes seconds
FAR_TOO_LONG = 3 * LONG
TOO_LONG = "too long"

Value = TypeVar("Value")


class Observed(msgspec.Struct, frozen=True):
    """What a test saw of the answers: `told` is None where it passed, else what it recorded."""

    test: str
    task: str
    told: list[Any] | None


def with_public_tests(
    course: Course,
    checks: Mapping[str, Checks],
    tasks: Mapping[str, Sequence[Task]],
    body: Callable[["PublicTests"], Value],
) -> dict[str, Value]:
    """Collect the public tests and call `body` on those of each assignment."""
    calls = selfcheck_module(course, "_calls")
    publics = {slug: PublicTests(course[slug], checks[slug], tasks[slug], calls) for slug in checks}
    plugin: _Plugin[Value] = _Plugin(publics, body)
    with ExitStack() as stack:
        for slug, public in publics.items():
            stack.enter_context(_in_modules(slug, public.recorder.stand_for(slug, public.find)))
        status = collect([course[slug].self_check for slug in checks], plugin)
    if plugin.failure is not None:
        raise plugin.failure
    if not plugin.found:
        raise CourseError(
            Text(
                f"공개 테스트를 읽을 수 없습니다. (pytest 종료 코드 {int(status)})",
                f"The self-checks could not be collected (pytest status {int(status)}).",
            ),
            Text(
                "그 파일에 pytest를 실행하면 자세히 볼 수 있습니다.",
                "Run pytest on them to see it at length.",
            ),
        )
    return plugin.found


@cache
def _module_at(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[path.stem] = module
    spec.loader.exec_module(module)
    return module


def selfcheck_module(course: Course, name: str) -> Any:
    """A module of the self-check: what is told here and what is told there must be one thing."""
    return _module_at(course.root / "assignments" / "selfcheck" / f"{name}.py")


class PublicTests:
    """The public tests of one assignment, to be run on one answer after another."""

    def __init__(
        self, assignment: Assignment, checks: Checks, tasks: Sequence[Task], calls: Any
    ) -> None:
        self.assignment = assignment
        self.recorder = calls.Recorder()
        self._calls, self._checks = calls, checks
        self.module = self._load(reference_cells(assignment))
        self.tests: list[pytest.Function] = []
        self.run: Callable[[pytest.Item, Any, int], BaseException | None]
        self._tasks = checks.tasks_by_test(tasks)

    def find(self, name: str) -> Any:
        """What the module defines that is tested just now."""
        return getattr(self.module, name)

    def task_of(self, test: pytest.Function) -> str:
        """The task that a test belongs to."""
        return self._tasks[test.originalname]

    def names_in(self, test: pytest.Function) -> set[str]:
        """The names that a test uses, itself or through the helpers in its file."""
        return self._checks.reached_from(test.originalname)

    def reached_from(self, test: pytest.Function) -> set[str]:
        """The names that a test uses, itself or through what the reference does."""
        reached, found = set[str](), self.names_in(test)
        while found:
            reached |= found
            found = {used for name in found for used in self._uses.get(name, ())} - reached
        return reached

    @cached_property
    def _uses(self) -> dict[str, set[str]]:
        """The names in each function and class of the reference."""
        tree = ast.parse(self.assignment.solution.read_text("utf-8"))
        return {
            node.name: {part.id for part in ast.walk(node) if isinstance(part, ast.Name)}
            for node in tree.body
            if isinstance(node, Definition)
        }

    def observed(
        self, cells: Sequence[Cell], tests: Sequence[pytest.Function], most: int = FAR_TOO_LONG
    ) -> list[Observed]:
        """What these tests see of some code; one that takes too long is told [TOO_LONG]."""
        self.take(cells)
        return [self._observe(test, most) for test in tests]

    def take(self, cells: Sequence[Cell]) -> None:
        """Let the tests see this code from now on.

        They look a function up in each call, but hold on to a class that they have imported.
        """
        self.module = self._load(cells)
        names = self.recorder.forget_classes()
        for test in dict.fromkeys(test.module for test in self.tests):
            for name in names & vars(test).keys():
                vars(test)[name] = self.recorder.recorded(name, self.find)

    def fingerprints(self, observed: Sequence[Observed]) -> dict[str, str]:
        """By task: one name for all that its failed tests told."""
        names = {}
        for task in dict.fromkeys(each.task for each in observed):
            failed = [o for o in observed if o.task == task and o.told is not None]
            told = [
                p for o in sorted(failed, key=lambda o: o.test) for p in (o.test, *(o.told or ()))
            ]
            if told and TOO_LONG not in told:
                names[task] = self._calls.fingerprints(told)[0]
        return names

    def _load(self, cells: Sequence[Cell]) -> ModuleType:
        """Run the cells; what they set for all (float64, errors for warnings) is not for the next."""
        with (
            _in_modules(self.assignment.slug, None),
            self._calls.as_at_first(),
            torch.autograd.set_detect_anomaly(torch.is_anomaly_enabled()),
            warnings.catch_warnings(),
        ):
            module = new_module(self.assignment.slug)
            loader = Loader(module)
            for cell in cells:
                loader.load(cell)
        return module

    def _observe(self, test: pytest.Function, most: int) -> Observed:
        task = self.task_of(test)
        error = self.run(test, self.recorder, most)
        told = None if error is None else self._calls.trace(self.recorder.calls, error)
        return Observed(test.name, task, [TOO_LONG] if isinstance(error, TooLong) else told)


class _Plugin(Catcher, Generic[Value]):
    """Our part in pytest's session: its run loop, and what each test raised."""

    def __init__(
        self, publics: Mapping[str, PublicTests], body: Callable[[PublicTests], Value]
    ) -> None:
        self._publics = publics
        self._body = body
        self.found: dict[str, Value] = {}
        self.failure: BaseException | None = None
        self._recorder: Any = None
        self._params: dict[pytest.Item, dict[str, Any]] = {}
        self._most = LONG

    def run(self, test: pytest.Item, recorder: Any, most: int) -> BaseException | None:
        """Run one test; what it raised, or None."""
        self._recorder, self._most = recorder, most
        if hasattr(test, "callspec"):  # an answer may have changed a layer that a test is given
            params = self._params.setdefault(test, copy.deepcopy(test.callspec.params))
            test.callspec.params.update(copy.deepcopy(params))
        return self.raised_by(test)

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Hand the tests over, in place of running each once."""
        tests = [test for test in session.items if isinstance(test, pytest.Function)]
        try:
            for slug, public in self._publics.items():
                public.run = self.run
                public.tests = [test for test in tests if test.path.stem == f"test_{slug}"]
                self.found[slug] = self._body(public)
        except BaseException as error:
            self.failure = error
        for test in tests:  # so that another release collects them anew
            sys.modules.pop(test.module.__name__, None)
        return True

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_call(self, item: pytest.Function) -> Iterator[None]:
        """Record what the test asks, until it has asked too much."""
        with (
            self._recorder.watching(item.function),
            redirect_stdout(StringIO()),
            warnings.catch_warnings(action="ignore"),
            _Counted(self._most),
        ):
            return (yield)


class TooLong(BaseException):
    """A test calls torch's functions too often to be run on every mistake."""


class _Counted(TorchFunctionMode):
    """Counts calls and not seconds, so that two releases are the same."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self._left = most

    def __torch_function__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        """Carry out a call of torch."""
        self._left -= 1
        if self._left < 0:
            raise TooLong
        return func(*args, **(kwargs or {}))


@contextmanager
def _in_modules(name: str, module: ModuleType | None) -> Iterator[None]:
    """`import name` finds this module inside, and what it found before afterwards."""
    before = sys.modules.pop(name, None)
    if module is not None:
        sys.modules[name] = module
    try:
        yield
    finally:
        sys.modules.pop(name, None)
        if before is not None:
            sys.modules[name] = before
