"""Runs the self-checks on the reference solutions, as students run them on their own files."""

import os
import shutil
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from autograder.check.finding import Finding
from autograder.course import Course
from autograder.farm import pool
from autograder.text import Text


def self_checked(course: Course, slugs: Sequence[str]) -> list[Finding]:
    """The public tests that the references do not pass; a fork runs them, for they import by name."""
    with TemporaryDirectory(prefix="selfcheck-") as place:
        for slug in slugs:
            Path(place, slug).mkdir()
            for path in (course[slug].self_check, course[slug].solution):
                shutil.copy(path, Path(place, slug))

        def work(names: tuple[str, ...]) -> list[Finding]:
            return _failures(course.root / "assignments" / "selfcheck", Path(place), names)

        return [
            finding
            for _, findings in pool.run([tuple(slugs)] if slugs else [], work, 1, _gave_up)
            for finding in findings
        ]


def _failures(selfcheck: Path, place: Path, slugs: Sequence[str]) -> list[Finding]:
    """What pytest finds; it prints nothing."""
    with Path(os.devnull).open("w") as nothing:
        for stream in (1, 2):
            os.dup2(nothing.fileno(), stream)
    os.chdir(place)
    plugin = _Plugin()
    pytest.main(
        ["-c", str(selfcheck / "pytest.ini"), "--disable-plugin-autoload", str(selfcheck), *slugs,
         "--rootdir", str(place)],
        plugins=[plugin],
    )  # fmt: skip
    untested = [slug for slug in slugs if slug not in plugin.told]
    return [
        *plugin.findings,
        *(
            Finding(
                slug,
                Text(f"test_{slug}.py 파일에 테스트가 없습니다.", f"test_{slug}.py has no test."),
                Text("함수마다 공개 테스트를 쓰세요.", "Write a public test of each task."),
            )
            for slug in untested
        ),
    ]


def _gave_up(slugs: tuple[str, ...]) -> list[Finding]:
    return [
        Finding(
            slug,
            Text("공개 테스트를 실행하면 Python이 끝납니다.", "The self-check ends Python."),
            Text(
                f"assignments/{slug} 폴더에서 pytest를 실행해 보세요.",
                f"Run pytest in assignments/{slug}.",
            ),
        )
        for slug in slugs[:1]
    ]


class _Plugin:
    """Listens to pytest: which assignments' tests were heard of, and what fails."""

    def __init__(self) -> None:
        self.told: set[str] = set()
        self.findings: list[Finding] = []

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """A test has run, or could not be."""
        self._hear(report)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """A file was read; only what failed is news."""
        if report.failed:
            self._hear(report)

    def _hear(self, report: pytest.TestReport | pytest.CollectReport) -> None:
        file, _, test = report.nodeid.partition("::")
        slug = Path(file).stem.removeprefix("test_")
        self.told.add(slug)
        if report.failed:
            why = str(report.longrepr).strip().splitlines()[-1].removeprefix("E").strip()
            what = f"{Path(file).name}{f', {test}' if test else ''}"
            self.findings.append(
                Finding(
                    slug,
                    Text(
                        f"모범 답안이 통과하지 못하는 테스트: {what}: {why}",
                        f"{what} fails on the reference solution: {why}",
                    ),
                    Text("테스트나 모범 답안을 고치세요.", "Correct the test, or the reference."),
                )
            )
