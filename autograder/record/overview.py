"""A class too large for a line each: what each assignment came to."""

import statistics
from collections.abc import Sequence

from rich.table import Table

from autograder.course import Course
from autograder.record.glance import NOTED, legend
from autograder.record.table import slugs_of
from autograder.result import SIGNS, Result, Status

# Students with a line each: nobody reads more on a screen, and laying them out takes its time.
LINES = 200
HEADS = {
    "ko": ("과제", "채점", "미제출", "읽을 수 없음", "평균", "중앙값", "만점"),
    "en": ("assignment", "graded", "missing", "unreadable", "mean", "median", "full marks"),
}  # fmt: skip


def overview(course: Course, results: Sequence[Result], language: str) -> Table:
    """A row for each assignment: how many were graded, and what they came to before lateness."""
    told = legend(results, language)
    table = Table(header_style="bold", caption=told, caption_justify="left", collapse_padding=True)
    for number, head in enumerate((*HEADS[language], *(SIGNS[outcome] for outcome in NOTED))):
        table.add_column(head, justify="right" if number else "left")
    for slug in slugs_of(course, results):
        name = slug.split("_")[0]  # 80 columns have room for no more
        table.add_row(name, *_row([result for result in results if result.assignment == slug]))
    return table


def _row(results: Sequence[Result]) -> list[str]:
    by_status = {status: [r for r in results if r.status is status] for status in Status}
    graded = by_status[Status.GRADED]
    scores = [result.score for result in graded]
    counts = [
        len(by_status[status]) for status in (Status.GRADED, Status.MISSING, Status.UNREADABLE)
    ]
    most = max((result.max_score for result in results), default=0.0)
    marks = (
        [f"{statistics.mean(scores):.1f}/{most:g}", f"{statistics.median(scores):g}"]
        if scores
        else ["", ""]
    )
    full = sum(result.score == result.max_score for result in graded)
    outcomes = [
        sum(any(item.outcome is outcome for item in result.items) for result in graded)
        for outcome in NOTED
    ]
    return [*map(str, counts), *marks, str(full), *(str(count or "") for count in outcomes)]
