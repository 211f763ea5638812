"""The judge: collects the hidden graders once, then runs their items on one submission after another.

The graders are plain pytest tests, so pytest collects and runs them. The session stays open: its
run loop is ours, and calls back with a `Judge` that grades as often as one likes.
"""

import os
import sys
import traceback
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

import pytest
import torch
from _pytest.runner import runtestprotocol

from autograder.course import Course
from autograder.errors import CourseError
from autograder.judge.items import Item
from autograder.judge.room import Room
from autograder.judge.script import Defendant, Script
from autograder.judge.student import Student, Transport
from autograder.judge.trial import Trial
from autograder.result import ItemResult, Outcome
from autograder.text import Text

CONFIG = Path(__file__).resolve().parent.parent / "graders" / "pytest.ini"
QUIET = ("terminal", "cacheprovider", "warnings", "logging", "capture", "faulthandler",
         "unraisableexception", "threadexception", "junitxml", "doctest", "stepwise", "pastebin")  # fmt: skip

Value = TypeVar("Value")


class Judge:
    """The collected graders. `grade` runs one assignment's items on one submission."""

    def __init__(self, course: Course, session: pytest.Session, plugin: "_Plugin") -> None:
        self._plugin = plugin
        self._rooms = {
            assignment.slug: Room(course, assignment, session.items)
            for assignment in course.assignments
            if any(Path(test.path).stem == assignment.slug for test in session.items)
        }

    def items(self, slug: str) -> list[Item]:
        """The items of an assignment, in the grader's order."""
        return [item for item, _ in self._rooms[slug].tests]

    def reference(self, slug: str) -> Transport:
        """The assignment's reference solution."""
        return self._rooms[slug].reference

    def scripts(self, slug: str) -> dict[str, Script]:
        """What is asked of a submission: by item, and of probes by `probe.<function>`."""
        return self._rooms[slug].rehearse(self._plugin.run)

    def rehearse(self, slugs: Iterable[str]) -> None:
        """Ask the references of these assignments all that students will be asked.

        Before workers are forked: else each of them would have to.
        """
        for slug in slugs:
            self._rooms[slug].rehearse(self._plugin.run)

    def grade(
        self, slug: str, defendant: Defendant, report: Callable[[Text], None] = lambda text: None
    ) -> list[ItemResult]:
        """Run the items of `slug`. A failure of ours is an `error` item, and told to `report`."""
        return list(self.verdicts(slug, defendant, report))

    def verdicts(
        self, slug: str, defendant: Defendant, report: Callable[[Text], None] = lambda text: None
    ) -> Iterator[ItemResult]:
        """The items of `slug` one after another, each run when it is asked for."""
        room = self._rooms[slug]
        trial = Trial(room, self._plugin.run, defendant, report)
        for item, test in room.tests:
            outcome, message, mistake = trial.verdict(item, test)
            points = item.points if outcome is Outcome.PASSED else 0.0
            yield ItemResult(item.id, item.function, points, item.points, outcome, mistake, message)


def with_judge(course: Course, slugs: Sequence[str], body: Callable[[Judge], Value]) -> Value:
    """Collect the graders of `slugs` and call `body` with the judge; its value is returned."""
    torch.set_num_threads(1)
    for slug in slugs:  # references bear their grader's name: pytest would take them for it
        sys.modules.pop(slug, None)
    plugin = _Plugin(course, body)
    status = collect([course[slug].grader for slug in slugs], plugin)
    if plugin.failure is not None:
        raise plugin.failure
    if not plugin.ran:
        raise CourseError(
            plugin.complaint
            or Text(
                f"채점 코드를 읽을 수 없습니다. (pytest 종료 코드 {int(status)})",
                f"No grader could be read (pytest status {int(status)}).",
            ),
            Text(
                "채점 코드를 고치세요. 읽을 수 있어야 채점할 수 있습니다.",
                "Correct the grader: nobody can be graded before it can be read.",
            ),
        )
    return plugin.value  # type: ignore[no-any-return]


def collect(paths: Sequence[Path], plugin: object) -> int:
    """Let pytest collect tests of the course, in silence and as they are; the plugin does the rest."""
    return pytest.main(
        [
            "-c", str(CONFIG), "--rootdir", str(CONFIG.parent), "--import-mode=importlib",
            "--assert=plain", "--disable-plugin-autoload", "--noconftest",
            "--confcutdir", os.path.commonpath([path.parent for path in paths]),
            *(part for name in QUIET for part in ("-p", f"no:{name}")),
            *map(str, paths),
        ],
        plugins=[plugin],
    )  # fmt: skip


def _require_items(session: pytest.Session) -> None:
    """Raise a CourseError where a grader asks nothing."""
    asked = {Path(test.path).resolve() for test in session.items}
    for path in map(Path, session.config.args):
        if path.resolve() not in asked:
            raise CourseError(
                Text(
                    f"{path.name} 파일에 채점할 항목이 없습니다.",
                    f"{path.name} has no item: nothing would be graded.",
                ),
                Text(
                    "@item(…)을 붙인 test_…를 쓰세요. docs/writing-an-assignment.md에 설명이 있습니다.",
                    "Write one: a test_… with @item(…); docs/writing-an-assignment.md shows how.",
                ),
            )


def _require_known_arguments(session: pytest.Session) -> None:
    """Raise a CourseError where a test asks for something that graders are not given."""
    for test in session.items:
        for name in _unknown_arguments(test):
            place = f"graders/{test.path.name}: {test.name}"
            raise CourseError(
                Text(
                    f"{place}에 전달할 {name!r} 인자가 없습니다.",
                    f"{place} asks for {name!r}, which there is not.",
                ),
                Text(
                    "쓸 수 있는 인자: student, reference, rng, passed",
                    "A grader may ask for student, reference, rng and passed.",
                ),
            )


def _unknown_arguments(test: pytest.Item) -> list[str]:
    """The arguments of a test that no fixture and no parametrization gives."""
    if not isinstance(test, pytest.Function):
        return []
    params = test.callspec.params if hasattr(test, "callspec") else {}
    given = {*test._fixtureinfo.name2fixturedefs, *params, "request"}
    return [name for name in test._fixtureinfo.argnames if name not in given]


def _complaint(path: Path, error: BaseException) -> Text:
    """One sentence: which grader, where, what."""
    cause = error.__cause__ or error
    lines = [
        frame.lineno
        for frame in traceback.extract_tb(cause.__traceback__)
        if Path(frame.filename).name == path.name
    ]
    line = cause.lineno if isinstance(cause, SyntaxError) else lines[-1] if lines else "?"
    what = cause.msg if isinstance(cause, SyntaxError) else cause
    place, what = f"{path.parent.name}/{path.name}", f"{type(cause).__name__}: {what}"
    return Text(f"{place}, {line}번째 줄: {what}", f"{place}, line {line}: {what}.")


class Catcher:
    """Runs single tests in pytest's session, and keeps what each raised."""

    _caught: BaseException | None = None

    def raised_by(self, test: pytest.Item) -> BaseException | None:
        """Run one test; what it raised, or None."""
        self._caught = None
        runtestprotocol(test, log=False, nextitem=None)
        return self._caught

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


class _Plugin(Catcher):
    """Our part in pytest's session: the run loop, the fixtures, the verdict of each test."""

    def __init__(self, course: Course, body: Callable[[Judge], Any]) -> None:
        self._course = course
        self._body = body
        self.value: Any = None
        self.failure: BaseException | None = None
        self.ran = False
        self.complaint: Text | None = None
        self._room: Room
        self._passed: set[str] = set()
        self._student: Student

    def run(
        self, test: pytest.Item, room: Room, passed: set[str], student: Student
    ) -> BaseException | None:
        """Run one test; what it raised, or None."""
        self._room, self._passed, self._student = room, passed, student
        return self.raised_by(test)

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Hand the session over to the grader in place of running every test once."""
        if not session.testsfailed:
            self.ran = True
            try:
                _require_items(session)
                _require_known_arguments(session)
                self.value = self._body(Judge(self._course, session, self))
            except BaseException as error:
                self.failure = error
        return True

    @pytest.hookimpl(wrapper=True)
    def pytest_make_collect_report(
        self, collector: pytest.Collector
    ) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
        """Remember why a grader could not be collected."""
        report = yield
        caught = report.call and report.call.excinfo
        if report.failed and caught and not self.complaint:
            self.complaint = _complaint(collector.path, caught.value)
        return report

    @pytest.fixture
    def student(self) -> Student:
        """The student's functions."""
        return self._student

    @pytest.fixture
    def reference(self) -> Student:
        """The reference's functions."""
        return Student(self._room.reference)

    @pytest.fixture
    def rng(self, request: pytest.FixtureRequest) -> torch.Generator:
        """A generator for this item's hidden inputs."""
        return self._room.rng(request.function.__item__.id)

    @pytest.fixture
    def passed(self) -> set[str]:
        """The ids of the items that this submission has passed so far."""
        return set(self._passed)
