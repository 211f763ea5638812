"""After a grader, a reference, a limit or a due date changed, just what is affected is graded again."""

import msgspec
import pytest

from autograder.course import load_course
from autograder.files import read_lines
from autograder.grade import make_plan
from autograder.record.basis import bases
from autograder.record.history import Entry, graded_now
from autograder.record.results import Journal
from autograder.result import Result, Status
from tests.conftest import autograder, course_of, hand_in, solution

GRADER, REFERENCE, LIMIT, DUE, NOTHING = (
    "a01_sigmoid", "a04_bce_cost", "a03_dot_product", "a11_conv_shapes", "a14_pooling",
)  # fmt: skip
SLUGS = (GRADER, REFERENCE, LIMIT, DUE, NOTHING)
POINTS = dict(zip(SLUGS, (10.0, 12.0, 8.0, 12.0, 12.0), strict=True))


def replace(path, old, new):
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


@pytest.fixture(scope="module")
def regraded(tmp_path_factory):
    """The course, after one of each was changed since a run that got full marks; what a run told."""
    place = course_of(tmp_path_factory.mktemp("regrade"), *SLUGS)
    for slug in SLUGS:
        folder = hand_in(place / "submitted", "4021", slug, solution(slug)).parent
        (folder / "timestamp.txt").write_text("2026-11-24T12:00:00Z")
    got_full_marks(place)
    replace(place / "autograder" / "graders" / f"{GRADER}.py", "points=2", "points=5")
    reference = place / "solutions" / REFERENCE / f"{REFERENCE}.py"
    replace(reference, "((prediction - y) ** 2).mean()", "((prediction - y) ** 2).sum()")
    with (place / "assignments" / LIMIT / "assignment.toml").open("a") as file:
        file.write("\n[limits]\ncall_cpu = 9\n")
    with (place / "course.toml").open("a") as file:
        file.write(f"[due]\n{DUE} = 2026-11-01\n")
    run = autograder("grade", "--lang", "en", cwd=place)
    assert run.returncode == 0, run.stderr
    return place, run.stderr


def got_full_marks(place):
    """Leave what a run leaves that graded everything; to grade it would take seconds."""
    course = load_course(place)
    basis = bases(course, SLUGS, sandboxed=True)
    journal = Journal(place)
    for submission in make_plan(course, place / "submitted", [], []).hand_ins:
        slug = submission.assignment
        result = Result(
            submission.student, slug, Status.GRADED, POINTS[slug], POINTS[slug],
            submission_sha256=submission.sha256, graders_sha256=basis[slug].sha256,
        )  # fmt: skip
        journal.add(graded_now(result, basis[slug]))


def test_just_what_is_affected_is_graded_again(regraded):
    _, told = regraded
    assert "Results: 5 (3 graded now)" in told


def test_the_history_gains_a_line_for_each_that_differs_and_none_for_the_rest(regraded):
    course, _ = regraded
    told = [entry.assignment for entry in read_lines(course / "history.jsonl", Entry)]
    assert sorted(told) == sorted([*SLUGS, GRADER, REFERENCE, LIMIT, DUE])


def test_the_end_of_the_run_says_whose_mark_moved_by_how_much_and_why(regraded):
    _, told = regraded
    lines = told.partition("Marks that moved (3):\n")[2].splitlines()[:3]
    assert sorted(lines) == [
        f"  4021 · {GRADER}: 10/10 → 13/13 (+3), the grader changed",
        f"  4021 · {REFERENCE}: 12/12 → 11/12 (-1), the reference changed",
        f"  4021 · {DUE}: 12/12, late now",
    ]


def test_a_due_date_that_makes_lateness_cost_more_is_told_and_grades_nobody(tmp_path):
    course = course_of(
        tmp_path, DUE, limits="[late]\npenalty = 10\n[due]\na11_conv_shapes = 2026-11-24\n"
    )
    folder = hand_in(course / "submitted", "4021", DUE, b"no notebook").parent
    (folder / "timestamp.txt").write_text("2026-11-25T12:00:00")
    full = Result("4021", DUE, Status.GRADED, 12.0, 12.0, late=True)
    basis = bases(load_course(course), [DUE], sandboxed=True)[DUE]
    (paper,) = make_plan(load_course(course), course / "submitted", [], []).hand_ins
    assert paper.late, "that it cannot be read changes nothing about that"
    full = msgspec.structs.replace(
        full, submission_sha256=paper.sha256, graders_sha256=basis.sha256
    )
    Journal(course).add(graded_now(full, basis, deduction=1.2))
    replace(course / "course.toml", "2026-11-24", "2026-11-22")
    run = autograder("grade", "--lang", "en", cwd=course)
    assert "(0 graded now)" in run.stderr
    assert (
        f"4021 · {DUE}: 12−1.2=10.8/12 → 12−3.6=8.4/12 (-2.4), lateness costs something else"
        in run.stderr
    )


def test_a_run_without_news_tells_of_no_marks(regraded):
    course, _ = regraded
    run = autograder("grade", "--lang", "en", cwd=course)
    assert "(0 graded now)" in run.stderr
    assert "moved" not in run.stderr
