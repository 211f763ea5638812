"""Feedback pages: for each student and assignment one self-contained HTML file.

Score and outcome of every item, why it was lost, and notes on cells that did not run. No hidden
value is on them: they show only what results.jsonl holds.
"""

import contextlib
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from autograder.course import Course
from autograder.errors import KitError
from autograder.late import Late
from autograder.record.deductions import Due, deductions
from autograder.record.results import NAME, claimed, read_results, write_atomically
from autograder.result import OUTCOMES, Outcome, Result, Status, Text, tasks_of
from autograder.stamp import lay_beside, secret_in, stamp_in
from autograder.submission import read_submission

WORDS = {
    "ko": {
        "points": "점", "score": "점수", "notes": "참고", "late": "지각 제출",
        "missing": "제출하지 않았습니다.", "unreadable": "제출한 파일을 읽을 수 없습니다.",
        "deducted": "{raw}점 − {lost}점 = {left}점", "course": "과목", "student": "학생", "summary": "{passed}개 항목 통과 · 전체 {count}개",
    },
    "en": {
        "points": "points", "score": "score", "notes": "Notes", "late": "handed in late",
        "missing": "Nothing was handed in.", "unreadable": "The file that was handed in cannot be read.",
        "deducted": "{raw} − {lost} = {left} points", "course": "course", "student": "student", "summary": "{passed} of {count} items passed",
    },
}  # fmt: skip
SIGNS = {
    Outcome.PASSED: "✓", Outcome.FAILED: "✗", Outcome.NOT_ATTEMPTED: "○",
    Outcome.CRASHED: "!", Outcome.TIMEOUT: "…", Outcome.ERROR: "?",
}  # fmt: skip


def write_feedback(
    course: Course,
    submitted: Path,
    out: Path,
    language: str,
    slugs: Sequence[str],
    students: Sequence[str],
    due: Due | None = None,
) -> list[Path]:
    """Write OUT/feedback/<student>/<slug>/<slug>.html for every result (or just for these).

    `due` tells until when a student had; without it what the results say of lateness stands.
    Beside it lies what nbgrader's exchange returns it by, where it was handed in there.
    """
    results = [
        result
        for result in read_results(out / NAME).values()
        if (not slugs or result.assignment in slugs)
        and (not students or result.student in students)
    ]
    if not results:
        raise KitError(f"{out / NAME} holds no such result.", "Grade first: make grade")
    titles = item_titles(course, sorted({result.assignment for result in results}))
    late = deductions(course, results, submitted, due) if due else {}
    with claimed(out):
        pages = [
            _write(course, out, result, titles, language, late.get(result.key))
            for result in results
        ]
        for page, result in zip(pages, results, strict=True):
            _address(page.parent, course, submitted / result.student / result.assignment, result)
    return pages


def _write(
    course: Course,
    out: Path,
    result: Result,
    titles: dict[tuple[str, str], Text],
    language: str,
    late: Late | None,
) -> Path:
    path = out / "feedback" / result.student / result.assignment / f"{result.assignment}.html"
    page = render(course, result, titles, language, late)
    if not path.is_file() or path.read_text("utf-8") != page:
        write_atomically(path, page.encode("utf-8"))
    return path


def _address(place: Path, course: Course, folder: Path, result: Result) -> None:
    """Let the exchange find who handed in what the page is about: not what has come in since."""
    secret = secret_in(folder)
    if secret is not None and result.assignment in course.slugs:
        submission = read_submission(folder, result.student, course[result.assignment])
        if submission.sha256 != result.submission_sha256:
            secret = None
    lay_beside(place, stamp_in(folder), secret)


def render(
    course: Course,
    result: Result,
    titles: dict[tuple[str, str], Text],
    language: str,
    late: Late | None = None,
) -> str:
    """One page; `late` is what is known of lateness now, else what the result says."""
    late = late or Late(result.late)
    words = WORDS[language]
    return str(
        environment().get_template("feedback.html").render(
            course=course.title,
            assignment=_title(course, result.assignment, language),
            result=result,
            late=late,
            late_by=late.shown.in_language(language),
            name=course.roster.get(result.student, ""),
            tasks=tasks_of(result),
            titles={key[1]: text for key, text in titles.items() if key[0] == result.assignment},
            language=language,
            words=words,
            outcomes={outcome: text.in_language(language) for outcome, text in OUTCOMES.items()},
            signs=SIGNS,
            missing=result.status is Status.MISSING,
            unreadable=result.status is Status.UNREADABLE,
            passed=sum(item.outcome is Outcome.PASSED for item in result.items),
        )
    )  # fmt: skip


def item_titles(course: Course, slugs: Sequence[str]) -> dict[tuple[str, str], Text]:
    """The items' titles, by (assignment, item)."""
    from autograder.judge.session import Judge, with_judge

    known = [slug for slug in slugs if slug in course.slugs]

    def body(judge: Judge) -> dict[tuple[str, str], Text]:
        return {(slug, item.id): item.title for slug in known for item in judge.items(slug)}

    return with_judge(course, known, body) if known else {}


def _title(course: Course, slug: str, language: str) -> str:
    with contextlib.suppress(KitError):
        return course[slug].title.in_language(language)
    return slug


@cache
def environment() -> Environment:
    """Made once: it keeps the compiled template."""
    environment = Environment(
        loader=PackageLoader("autograder.pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["points"] = _points
    return environment


def _points(value: Any) -> str:
    return f"{value:g}"
