"""What lateness costs, how course.toml says so, and where it is shown."""

import csv
import io
from datetime import UTC, datetime, timedelta

import msgspec
import pytest
from rich.console import Console

from autograder.course import Assignment, load_course
from autograder.errors import CourseError
from autograder.late import Late, Policy, lateness
from autograder.pages.feedback import render
from autograder.record.glance import summary
from autograder.record.marks import Book, marks
from autograder.record.table import grades_csv
from autograder.result import Result, Status
from tests.conftest import autograder, course_of, hand_in

NOON = datetime(2026, 12, 1, 12, tzinfo=UTC)
HEAD = 'title = "과목"\nassignments = ["a01_one"]\n'
DUE = "[due]\na01_one = 2026-12-01T12:00:00Z\n"
LATE = '[late]\ngrace = "30 minutes"\npenalty = 10\ncap = 25\n'


@pytest.fixture
def course(tmp_path):
    def write(text):
        folder = tmp_path / "assignments" / "a01_one"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "assignment.toml").write_text('[title]\nko = "하나"\nen = "One"\n', "utf-8")
        (tmp_path / "course.toml").write_text(HEAD + text, "utf-8")
        return load_course(tmp_path)

    return write


@pytest.fixture
def handed_in(tmp_path):
    """Put a time, or what an LMS says in its place, beside a student's hand-in."""

    def put(student, text):
        folder = tmp_path / "submitted" / student / "a01_one"
        folder.mkdir(parents=True)
        name = "late.txt" if text in ("yes", "no") else "timestamp.txt"
        (folder / name).write_text(text)
        return Result(student, "a01_one", Status.GRADED, 8.0, 10.0)

    return put


def told(course, tmp_path, results, due=Assignment.due_for):
    return marks(course, results, tmp_path / "submitted", Book(due))


@pytest.mark.parametrize(
    ("minutes", "lost"),
    [(-1, 0), (0, 0), (1, 0), (30, 0), (31, 1), (24 * 60, 1), (24 * 60 + 1, 2), (9999, 2.5)],
)
def test_every_day_begun_costs_after_the_grace_and_up_to_the_cap(minutes, lost):
    policy = Policy(timedelta(minutes=30), penalty=10, cap=25)
    late = lateness(NOON + timedelta(minutes=minutes), None, NOON)
    assert policy.deduction(late, 8.0, 10.0) == lost
    assert late.late is (minutes > 0)


def test_no_mark_falls_below_zero():
    assert Policy(penalty=50).deduction(Late(True, timedelta(days=2)), 3.0, 10.0) == 3.0


def test_where_only_lateness_is_known_one_day_counts():
    policy = Policy(timedelta(hours=5), penalty=10, cap=50)
    assert policy.deduction(lateness(None, True, NOON), 8.0, 10.0) == 1.0
    assert policy.deduction(lateness(None, False, NOON), 8.0, 10.0) == 0.0


def test_what_has_no_due_date_is_never_late():
    assert lateness(NOON, None, None) == Late()


@pytest.mark.parametrize(
    ("more", "late"),
    [
        ('"36 hours"', False),
        ('"1일"', False),
        ('"90 min"', True),
        ("2026-12-02", False),
        ("2026-12-02T12:00:00Z", False),
        ("2026-12-01T13:00:00Z", True),
    ],
)
def test_an_extension_is_more_time_or_until_when_for_one_student(
    course, handed_in, tmp_path, more, late
):
    results = [handed_in(who, "2026-12-01T15:00:00Z") for who in ("4021", "4022")]
    read = course(f"{DUE}[extensions.4021]\na01_one = {more}\n")
    assert [each.late.late for each in told(read, tmp_path, results).values()] == [late, True]


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("[late]\npenalty = 'ten'", r"\[late\] penalty is 'ten'", "from 0 to 100"),
        ("[late]\npenalty = 101", r"\[late\] penalty is 101", "from 0 to 100"),
        ("[late]\ncap = true", r"\[late\] cap is True", "from 0 to 100"),
        ("[late]\ngrace = 30", r"\[late\] grace is 30", '"30 minutes"'),
        ("[late]\ngrace = '-3 hours'", "grace is '-3 hours'", '"30 minutes"'),
        ("[late]\nper_day = 3", "'per_day', which means nothing", "grace, penalty, cap"),
        ("[late]\ngrace = '9e9 days'", "grace is", '"30 minutes"'),
        (f"[late]\ngrace = '{'9' * 30} days'", "grace is", "Nothing lasts"),
        ("[extensions.4021]\na02_two = '1 day'", r"\[extensions.4021\] names 'a02_two'", "Correct"),
        (
            "[extensions.4021]\na01_one = 'soon'",
            r"\[extensions.4021\] a01_one is 'soon'",
            "or until when",
        ),
        ("[extensions]\na01_one = '1 day'", "extensions", "Correct"),
        ("[late]\npenalty = \ncap = 3", "line 4", "Correct"),
    ],
)
def test_a_wrong_policy_is_told_by_its_key_and_what_is_right(course, text, message, hint):
    with pytest.raises(CourseError, match=message) as caught:
        course(text)
    assert hint in caught.value.hint.en


def test_grades_csv_has_the_raw_mark_the_deduction_and_the_mark_after_it(
    course, handed_in, tmp_path
):
    read = course(DUE + LATE)
    stamps = {"4021": "2026-12-02T13:00:00Z", "4022": "2026-12-01T11:00:00Z", "4023": "yes"}
    results = [handed_in(who, stamp) for who, stamp in stamps.items()]
    results.append(Result("4024", "a01_one", Status.MISSING, 0.0, 10.0))
    table = grades_csv(read, results, {}, told(read, tmp_path, results)).decode("utf-8-sig")
    assert list(csv.reader(io.StringIO(table))) == [
        "student name a01_one a01_one_late a01_one_after total total_late total_after max_total".split(),
        ["4021", "", "8", "-2", "6", "8", "-2", "6", "10"],
        ["4022", "", "8", "0", "8", "8", "0", "8", "10"],
        ["4023", "", "8", "-1", "7", "8", "-1", "7", "10"],
        ["4024", "", "", "", "", "0", "0", "0", "10"],
    ]  # fmt: skip


def test_a_course_without_a_policy_has_the_raw_marks_alone(course, handed_in, tmp_path):
    read, result = course(DUE), handed_in("4021", "2026-12-09T12:00:00Z")
    table = grades_csv(read, [result], {}, told(read, tmp_path, [result])).decode("utf-8-sig")
    assert table.splitlines() == ["student,name,a01_one,total,max_total", "4021,,8,8,10"]


def test_the_class_at_a_glance_shows_what_lateness_cost(course, handed_in, tmp_path):
    read, result = course(DUE + LATE), handed_in("4021", "2026-12-01T13:00:00Z")
    console = Console(file=io.StringIO(), width=100)
    console.print(summary(read, [result], "en", told(read, tmp_path, [result])))
    assert "8−1=7/10" in console.file.getvalue()


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("ko", "지각 제출 (25시간): 8점 − 2점 = 6점"),
        ("en", "late (25 h): 8 − 2 = 6 points"),
    ],
)
def test_a_page_shows_by_how_much_and_what_it_cost(course, handed_in, tmp_path, language, line):
    read, result = course(DUE + LATE), handed_in("4021", "2026-12-02T13:00:00Z")
    mark = told(read, tmp_path, [result])[result.key]
    page = render(read, result, {}, language, mark)
    assert line in page
    assert '<p class="score">6 <small>/ 10' in page


def test_a_changed_due_date_changes_what_is_told_and_no_result(course, handed_in, tmp_path):
    result = handed_in("4021", "2026-12-01T13:00:00Z")
    before = msgspec.json.encode(result)
    lost = []
    for due in ("2026-12-01T12:00:00Z", "2026-12-03", "2026-11-30T12:59:59Z"):
        read = course(f"{LATE}[due]\na01_one = {due}\n")
        lost.append(told(read, tmp_path, [result])[result.key].late.deduction)
    assert lost == [1.0, 0.0, 2.0]
    assert msgspec.json.encode(result) == before


def test_an_extension_of_nobody_is_told(tmp_path):
    course = course_of(tmp_path, "a01_sigmoid", limits='[extensions.4o21]\na01_sigmoid = "1 day"\n')
    hand_in(tmp_path / "submitted", "4021", "a01_sigmoid", b"no notebook")
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
    assert "nobody in the class is called 4o21, whom [extensions] names. See the id." in run.stderr
