"""Feedback pages: for each student and assignment one self-contained HTML file.

Score and outcome of every item, why it was lost, what an instructor changed by hand, and notes on cells
that did not run. No hidden value is on them: they show only what results.jsonl and the instructor say.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path

from autograder.catalogue import Titles, item_titles
from autograder.course import Course
from autograder.errors import KitError
from autograder.files import write_atomically
from autograder.pages.look import environment, title_of
from autograder.record.marks import NO_BOOK, Book, Mark, mark_of, marks
from autograder.record.results import RESULTS, Key, claimed, read_results
from autograder.result import OUTCOMES, SIGNS, Outcome, Result, Status, tasks_of
from autograder.stamp import lay_beside, secret_in, stamp_in
from autograder.submission import find_hand_in
from autograder.text import Text

WORDS = {
    "ko": {
        "points": "점", "score": "점수", "notes": "참고", "late": "지각 제출",
        "missing": "제출하지 않았습니다.", "unreadable": "제출한 파일을 읽을 수 없습니다.",
        "course": "과목", "student": "학생", "summary": "{passed}개 항목 통과 · 전체 {count}개",
        "same": "위와 같은 이유입니다.",
        "deducted": "{raw}점 − {lost}점 = {left}점",
        "changed": "선생님이 점수를 조정했습니다: {raw}점 → {after}점", "comment": "선생님의 의견",
    },
    "en": {
        "points": "points", "score": "score", "notes": "Notes", "late": "handed in late",
        "missing": "Nothing was handed in.", "unreadable": "The file that was handed in cannot be read.",
        "course": "course", "student": "student", "summary": "{passed} of {count} items passed",
        "same": "For the same reason as above.",
        "deducted": "{raw} − {lost} = {left} points",
        "changed": "Your instructor changed the mark: {raw} → {after}", "comment": "From your instructor",
    },
}  # fmt: skip


class Pages:
    """The pages of results, as they are to be now.

    `book` tells until when a student had, and what an instructor changed by hand.
    """

    def __init__(
        self,
        course: Course,
        submitted: Path,
        results: Iterable[Result],
        language: str,
        book: Book = NO_BOOK,
    ) -> None:
        self._course, self._language = course, language
        self._results = {result.key: result for result in results}
        self._titles = item_titles(course, sorted({slug for _, slug in self._results}))
        self._marks = marks(course, self._results.values(), submitted, book)

    def __contains__(self, key: Key) -> bool:
        return key in self._results

    def __getitem__(self, key: Key) -> str:
        result, mark = self._results[key], self._marks[key]
        return render(self._course, result, self._titles, self._language, mark)


def write_feedback(
    course: Course,
    submitted: Path,
    out: Path,
    language: str,
    slugs: Sequence[str],
    students: Sequence[str],
    book: Book = NO_BOOK,
) -> list[Path]:
    """Write OUT/feedback/<student>/<slug>/<slug>.html for every result (or just for these).

    Beside it lies what nbgrader's exchange returns it by, where it was handed in there.
    """
    results = _chosen(out, slugs, students)
    pages = Pages(course, submitted, results, language, book)
    with claimed(out):
        written = [_write(out, result.key, pages[result.key]) for result in results]
        for page, result in zip(written, results, strict=True):
            _address(page.parent, course, submitted / result.student / result.assignment, result)
    return written


def _chosen(out: Path, slugs: Sequence[str], students: Sequence[str]) -> list[Result]:
    """The results of these assignments and students, or of all; raises KitError where there is none."""
    results = [
        result
        for result in read_results(out / RESULTS).values()
        if (not slugs or result.assignment in slugs)
        and (not students or result.student in students)
    ]
    if not results:
        raise KitError(
            Text(
                f"{out / RESULTS} 파일에 그런 결과가 없습니다.",
                f"{out / RESULTS} holds no such result.",
            ),
            Text(
                "먼저 make grade로 채점하세요. --student에는 grades.csv에 있는 학번을 씁니다.",
                "Grade first: make grade. --student takes an id as it stands in grades.csv.",
            ),
        )
    return results


def _write(out: Path, key: Key, page: str) -> Path:
    student, slug = key
    path = out / "feedback" / student / slug / f"{slug}.html"
    if not path.is_file() or path.read_text("utf-8") != page:
        write_atomically(path, page.encode("utf-8"))
    return path


def _address(place: Path, course: Course, folder: Path, result: Result) -> None:
    """Let the exchange find who handed in what the page is about: not what has come in since."""
    secret = secret_in(folder)
    if secret is not None and result.assignment in course.slugs:
        hand_in = find_hand_in(folder, result.student, course[result.assignment])
        if hand_in.sha256 != result.submission_sha256:
            secret = None
    lay_beside(place, stamp_in(folder), secret)


def render(
    course: Course,
    result: Result,
    titles: Titles,
    language: str,
    mark: Mark | None = None,
) -> str:
    """One page; without a `mark` the result's own score counts."""
    mark = mark or mark_of(result, {})
    tasks = tasks_of(result)
    words = WORDS[language]
    return str(
        environment().get_template("feedback.html").render(
            course=course.title.in_language(language),
            assignment=title_of(course, result.assignment, language),
            result=result,
            mark=mark,
            late=mark.late,
            late_by=mark.late.shown.in_language(language),
            changed={each.task: each for each in mark.changed},
            beside=[e for e in mark.changed if e.task not in {task.name for task in tasks}],
            name=course.roster.get(result.student, ""),
            tasks=tasks,
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
