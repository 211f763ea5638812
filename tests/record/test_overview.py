"""A class of more than two hundred is shown by assignment, not student by student."""

import io

from rich.console import Console

from autograder.course import load_course
from autograder.record.overview import LINES
from autograder.result import ItemResult, Outcome, Result, Status
from tests.conftest import PROJECT, autograder, course_of, hand_in

SLUG = "a01_sigmoid"


def printed(results, language="en"):
    from autograder.record.overview import overview

    console = Console(file=io.StringIO(), width=120)
    console.print(overview(load_course(PROJECT), results, language))
    return console.file.getvalue()


def shown(results):
    (row,) = [line for line in printed(results).splitlines() if "a01" in line]
    return [cell.strip() for cell in row.strip("│").split("│")]


def result(status, score=0.0, outcome=Outcome.PASSED):
    items = (ItemResult("sig.x", "sigmoid", score, 10.0, outcome),)
    return Result("s", SLUG, status, score, 10.0, items=items)


def test_it_counts_and_averages_what_was_graded():
    results = [
        result(Status.GRADED, 10.0), result(Status.GRADED, 10.0), result(Status.GRADED, 4.0),
        result(Status.GRADED, 0.0, Outcome.TIMEOUT), result(Status.MISSING), result(Status.UNREADABLE),
    ]  # fmt: skip
    assert shown(results) == ["a01", "4", "1", "1", "6.0/10", "7", "2", "1", "", ""]


def test_the_signs_in_it_are_explained():
    results = [
        result(Status.GRADED, 0.0, outcome) for outcome in (Outcome.CRASHED, Outcome.TIMEOUT)
    ]
    assert "∞ time out · ! crashed" in printed(results)
    assert "∞ 시간 초과 · ! 실행 오류" in printed(results, "ko")


def test_an_assignment_that_nobody_handed_in_readably_has_no_mean():
    assert shown([result(Status.UNREADABLE)]) == ["a01", "0", "0", "1", "", "", "0", "", "", ""]


def test_a_large_class_is_told_where_everyone_is(tmp_path):
    course = course_of(tmp_path, SLUG)
    for number in range(LINES + 1):
        hand_in(tmp_path / "submitted", f"s{number:03}", SLUG, b"{")  # nothing to run: it is quick
    run = autograder(
        "grade",
        "--submitted",
        tmp_path / "submitted",
        "--out",
        tmp_path,
        "--lang",
        "en",
        cwd=course,
    )
    assert run.returncode == 0, run.stderr
    assert f"Everyone's marks are in {tmp_path / 'grades.csv'}" in run.stdout
    assert "s000" not in run.stdout
