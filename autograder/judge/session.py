"""The judge: collects the hidden graders once, then runs their items on one submission after another.

The graders are plain pytest tests, so pytest collects and runs them. The session stays open: its
run loop is ours, and calls back with a `Judge` that grades as often as one likes.
"""

import traceback
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, Protocol, TypeVar

import pytest
import torch
from _pytest.runner import runtestprotocol

from autograder.course import Assignment, Course
from autograder.errors import CourseError, GuestGone, SandboxUnavailable
from autograder.judge import messages
from autograder.judge.compare import Failed, numbers
from autograder.judge.diagnosis import Diagnosis
from autograder.judge.items import NEEDS_LIFE, Item
from autograder.judge.reference import LocalTransport, reference_cells
from autograder.judge.student import Raised, Student, Transport
from autograder.result import ItemResult, Outcome, Text, plain
from autograder.sandbox.cells import Problem

CONFIG = Path(__file__).resolve().parent.parent / "graders" / "pytest.ini"
QUIET = ("terminal", "cacheprovider", "warnings", "logging", "capture", "faulthandler",
         "unraisableexception", "threadexception", "junitxml", "doctest", "stepwise", "pastebin")  # fmt: skip

Value = TypeVar("Value")
Verdict = tuple[Outcome, Text | None, str | None]
PASSED: Verdict = (Outcome.PASSED, None, None)


class Defendant(Transport, Protocol):
    """A submission under judgement: a transport, and what went wrong in its cells."""

    problems: list[Problem]


class Judge:
    """The collected graders. `grade` runs one assignment's items on one submission."""

    def __init__(self, course: Course, session: pytest.Session, plugin: "_Plugin") -> None:
        self._plugin = plugin
        self._rooms = {
            assignment.slug: _Room(course, assignment, session.items)
            for assignment in course.assignments
            if any(Path(test.path).stem == assignment.slug for test in session.items)
        }

    def items(self, slug: str) -> list[Item]:
        """The items of an assignment, in the grader's order."""
        return [item for item, _ in self._rooms[slug].tests]

    def reference(self, slug: str) -> Transport:
        """The assignment's reference solution."""
        return self._rooms[slug].reference

    def grade(
        self, slug: str, defendant: Defendant, report: Callable[[str], None] = lambda text: None
    ) -> list[ItemResult]:
        """Run the items of `slug`. A failure of ours is an `error` item, and told to `report`."""
        return list(self.verdicts(slug, defendant, report))

    def verdicts(
        self, slug: str, defendant: Defendant, report: Callable[[str], None] = lambda text: None
    ) -> Iterator[ItemResult]:
        """The items of `slug` one after another, each run when it is asked for."""
        room = self._rooms[slug]
        trial = _Trial(self._plugin, room, defendant, report)
        for item, test in room.tests:
            outcome, message, mistake = trial.verdict(item, test)
            points = item.points if outcome is Outcome.PASSED else 0.0
            yield ItemResult(item.id, item.function, points, item.points, outcome, mistake, message)


def with_judge(course: Course, slugs: Sequence[str], body: Callable[[Judge], Value]) -> Value:
    """Collect the graders of `slugs` and call `body` with the judge; its value is returned."""
    torch.set_num_threads(1)
    paths = [course[slug].grader for slug in slugs]
    plugin = _Plugin(course, body)
    status = pytest.main(
        [
            "-c", str(CONFIG), "--rootdir", str(CONFIG.parent), "--import-mode=importlib",
            "--assert=plain", "--disable-plugin-autoload",
            *(part for name in QUIET for part in ("-p", f"no:{name}")),
            *map(str, paths),
        ],
        plugins=[plugin],
    )  # fmt: skip
    if plugin.failure is not None:
        raise plugin.failure
    if not plugin.ran:
        raise CourseError(
            f"The graders could not be collected (pytest status {int(status)}).\n"
            + "\n".join(plugin.complaints),
            "Run pytest on the grader's file to see it at length.",
        )
    return plugin.value  # type: ignore[no-any-return]


class _Room:
    """What belongs to one assignment: tests, probes, reference, known mistakes."""

    def __init__(self, course: Course, assignment: Assignment, tests: list[pytest.Item]) -> None:
        mine = [test for test in tests if Path(test.path).stem == assignment.slug]
        functions: list[tuple[pytest.Item, Any]] = [(t, getattr(t, "function", None)) for t in mine]
        self.course = course
        self.slug = assignment.slug
        self.tests: list[tuple[Item, pytest.Item]] = [
            (function.__item__, test)
            for test, function in functions
            if hasattr(function, "__item__")
        ]
        self.probes = _probes(mine)
        self.reference = LocalTransport(assignment.slug, reference_cells(assignment))
        self.diagnosis = Diagnosis(assignment, self.reference)
        self.seeds = {item.id: course.seed(self.slug, item.id) for item, _ in self.tests}

    def rng(self, item: str) -> torch.Generator:
        """A fresh generator for an item's hidden inputs: the same in every run of the course."""
        seed = self.seeds[item] if item in self.seeds else self.course.seed(self.slug, item)
        return torch.Generator().manual_seed(seed)


def _probes(tests: list[pytest.Item]) -> dict[str, Callable[..., Any]]:
    modules = {id(test.module): test.module for test in tests if isinstance(test, pytest.Function)}
    return {
        value.__probe__: value
        for module in modules.values()
        for value in vars(module).values()
        if callable(value) and hasattr(value, "__probe__")
    }


class _Trial:
    """One submission before the judge."""

    def __init__(
        self, plugin: "_Plugin", room: _Room, defendant: Defendant, report: Callable[[str], None]
    ) -> None:
        self.plugin = plugin
        self.room = room
        self.defendant = defendant
        self.report = report
        self.hung: set[str] = set()
        self.passed: set[str] = set()
        self.works: set[str] = set()  # functions that have passed an item: no stubs
        self.life: dict[str, Verdict] = {}

    def verdict(self, item: Item, test: pytest.Item) -> Verdict:
        """Run one item, unless its function hung before or is not alive."""
        if self.hung & {item.function, *item.also}:
            return Outcome.TIMEOUT, messages.TIMED_OUT, None
        if item.kind in NEEDS_LIFE:
            life = self._life(item.function)
            if life is not PASSED:
                return life
        student, caught = self._run(item, test)
        result = self._judged(item, test, student, caught)
        if result is PASSED:
            self.passed.add(item.id)
            self.works.add(item.function)
        return result

    def _run(self, item: Item, test: pytest.Item) -> tuple[Student, BaseException | None]:
        """Run one item; once more where the guest was killed from outside. What it raised, or None."""
        student = Student(self.defendant)
        caught = self.plugin.run(test, self, student, item.id)
        if isinstance(caught, SandboxUnavailable):
            raise caught  # nothing that happened says anything of the student
        if isinstance(caught, GuestGone) and caught.reason == "killed":
            return self._run(item, test)
        return student, caught

    def _judged(
        self, item: Item, test: pytest.Item, student: Student, caught: BaseException | None
    ) -> Verdict:
        if caught is None:
            return PASSED
        if isinstance(caught, GuestGone):
            return self._gone(caught, student, item.function)
        if isinstance(caught, Raised) and (caught.error.stub or _is_missing(caught)):
            return self._without_code(caught, student)
        if isinstance(caught, Failed | Raised):
            return self._explained(item, student, caught)
        return self._unexpected(item, test, caught)

    def _gone(self, gone: GuestGone, student: Student, function: str) -> Verdict:
        if gone.reason != "timeout":
            return Outcome.CRASHED, messages.DIED, None
        self.hung.add(gone.detail or function)
        return Outcome.TIMEOUT, messages.TIMED_OUT, None

    def _without_code(self, raised: Raised, student: Student) -> Verdict:
        if raised.error.stub:
            place = raised.error.place
            name = place.function if place else raised.function
            if raised.function in self.works | _answered(student):
                return Outcome.FAILED, messages.gave_up(plain(name, 60)), None
            return Outcome.NOT_ATTEMPTED, messages.not_attempted(plain(name, 60)), None
        name = plain(raised.error.message, 60)
        broken = messages.not_defined(name, self.defendant.problems)
        if broken is not None:
            return Outcome.CRASHED, broken, None
        return Outcome.NOT_ATTEMPTED, messages.missing(name), None

    def _explained(self, item: Item, student: Student, caught: Failed | Raised) -> Verdict:
        mistake = self.room.diagnosis.name(item.id, student.exchanges)
        outcome, text = _plain_verdict(caught)
        if mistake is not None:
            return outcome, mistake.hint, mistake.id
        if isinstance(caught, Failed) and caught.compared:
            text = messages.told_with(text, self.room.diagnosis.relation(student.exchanges))
        return outcome, text, None

    def _unexpected(self, item: Item, test: pytest.Item, caught: BaseException) -> Verdict:
        """The grader's own code raised: on a strange value of the student's, or for a fault of ours.

        It is the student's value where the same item goes well with the reference.
        """
        again = self.plugin.run(test, self, Student(self.room.reference), item.id)
        if again is None:
            return Outcome.FAILED, messages.BAD_ANSWER, None
        told = "".join(traceback.format_exception(again))
        self.report(f"{self.room.slug}: the grader of {item.id} failed.\n{told}")
        return Outcome.ERROR, messages.OURS, None

    def _life(self, function: str) -> Verdict:
        """PASSED where the function answers two ordinary inputs with two proper values."""
        if function not in self.life:
            self.life[function] = self._probe(function)
        return self.life[function]

    def _probe(self, function: str) -> Verdict:
        student = Student(self.defendant)
        try:
            first, second = self.room.probes[function](student, self.room.rng(f"probe.{function}"))
        except GuestGone as gone:
            if gone.reason == "killed":
                return self._probe(function)
            return self._gone(gone, student, function)
        except Raised as raised:
            if raised.error.stub or _is_missing(raised):
                return self._without_code(raised, student)
            outcome, text = _plain_verdict(raised)
            return outcome, text, None
        if not (_alive(first) and _alive(second)):
            return Outcome.FAILED, messages.NOT_ALIVE, None
        if _equal(first, second):
            return Outcome.FAILED, messages.ALWAYS_THE_SAME, None
        return PASSED


def _plain_verdict(caught: Failed | Raised) -> tuple[Outcome, Text]:
    if isinstance(caught, Failed):
        return Outcome.FAILED, caught.text
    if "BannedOperator" in caught.error.names:
        return Outcome.FAILED, messages.BANNED
    if "NoOptimizer" in caught.error.names:
        return Outcome.FAILED, messages.NO_OPTIMIZER
    if "ModelMismatch" in caught.error.names:
        return Outcome.FAILED, messages.mismatch(caught.error)
    return Outcome.CRASHED, messages.crashed(caught.error, caught.function)


def _answered(student: Student) -> set[str]:
    """The functions that have returned something."""
    return {request.function for request, reply in student.exchanges if reply.error is None}


def _is_missing(raised: Raised) -> bool:
    return raised.error.names[:1] == ["MissingFunction"] and raised.error.place is None


def _alive(value: Any) -> bool:
    found = numbers(value)
    return found is not None and found.numel() > 0 and bool(torch.isfinite(found).all())


def _equal(first: Any, second: Any) -> bool:
    mine, other = numbers(first), numbers(second)
    if mine is None or other is None:
        return False
    return mine.shape == other.shape and bool((mine == other).all())


class _Plugin:
    """Our part in pytest's session: the run loop, the fixtures, the verdict of each test."""

    def __init__(self, course: Course, body: Callable[[Judge], Any]) -> None:
        self._course = course
        self._body = body
        self.value: Any = None
        self.failure: BaseException | None = None
        self.ran = False
        self.complaints: list[str] = []
        self._trial: _Trial
        self._student: Student
        self._item = ""
        self._caught: BaseException | None = None

    def run(
        self, test: pytest.Item, trial: _Trial, student: Student, item: str
    ) -> BaseException | None:
        """Run one test; what it raised, or None."""
        self._trial, self._student, self._item, self._caught = trial, student, item, None
        runtestprotocol(test, log=False, nextitem=None)
        return self._caught

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Hand the session over to the grader in place of running every test once."""
        if not session.testsfailed:
            self.ran = True
            try:
                self.value = self._body(Judge(self._course, session, self))
            except BaseException as error:
                self.failure = error
        return True

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """Remember why a grader could not be collected."""
        if report.failed:
            self.complaints.append(str(report.longrepr))

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_makereport(
        self, item: pytest.Item, call: pytest.CallInfo[None]
    ) -> pytest.TestReport:
        """Keep the exception itself; pytest's own report would format a trace for each failure."""
        if call.excinfo is not None and self._caught is None:
            self._caught = call.excinfo.value
        outcome: Any = "failed" if call.excinfo else "passed"
        when: Any = call.when
        return pytest.TestReport(item.nodeid, item.location, {}, outcome, None, when)

    @pytest.fixture
    def student(self) -> Student:
        """The student's functions."""
        return self._student

    @pytest.fixture
    def reference(self) -> Student:
        """The reference's functions."""
        return Student(self._trial.room.reference)

    @pytest.fixture
    def rng(self) -> torch.Generator:
        """A generator for this item's hidden inputs."""
        return self._trial.room.rng(self._item)

    @pytest.fixture
    def passed(self) -> set[str]:
        """The ids of the items that this submission has passed so far."""
        return set(self._trial.passed)
