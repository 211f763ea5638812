"""A run of `grade`: what it writes, what it keeps, what it says, and with which status it ends."""

import contextlib
import csv
import json
import os
import shutil
import tempfile
from pathlib import Path

import pytest

from autograder.course import load_course
from autograder.grade import make_plan
from autograder.submission import find_hand_in
from tests.conftest import (
    PROJECT,
    autograder,
    autograder_afresh,
    course_of,
    hand_in,
    read_lines,
    solution,
    stub,
)

SLUG = "a01_sigmoid"
RIGHT = solution(SLUG)
WRONG = RIGHT.replace("h >= threshold", "h > threshold")


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    place = tmp_path_factory.mktemp("run")
    hand_in(place / "submitted", "김민준", SLUG, RIGHT)
    hand_in(place / "submitted", "O'Brien, Liam (2)", SLUG, WRONG)
    hand_in(place / "submitted", "=cmd|'calc'!A0", SLUG, stub(SLUG))
    run = grade(place, "--timings")
    assert run.returncode == 0, run.stderr
    (place / "stdout").write_text(run.stdout)
    (place / "stderr").write_text(run.stderr)
    return place


@pytest.fixture(scope="module")
def changed(place, tmp_path_factory):
    """A second run, after one of them handed in again."""
    later = tmp_path_factory.mktemp("later")
    for name in ("results.jsonl", "history.jsonl"):
        shutil.copy(place / name, later)
    hand_in(later / "submitted", "김민준", SLUG, WRONG + "\n# 다시 제출\n")
    hand_in(later / "submitted", "O'Brien, Liam (2)", SLUG, WRONG)
    run = grade(later, "--lang", "en")
    (later / "stderr").write_text(run.stderr)
    return later


def grade(place, *options):
    return autograder("grade", "--submitted", place / "submitted", "--out", place, *options)


def test_each_student_has_a_line_in_a_fixed_order(place):
    lines = read_lines(place)
    assert [(line.student, line.score) for line in lines] == [
        ("=cmd|'calc'!A0", 0),
        ("O'Brien, Liam (2)", 9),
        ("김민준", 10),
    ]


def test_a_line_has_the_fields_of_the_contract(place):
    line = json.loads((place / "results.jsonl").read_text("utf-8").splitlines()[1])
    assert set(line) == {
        "student", "assignment", "status", "score", "max_score", "late", "items", "notes",
        "submission_sha256", "graders_sha256",
    }  # fmt: skip
    (item,) = (item for item in line["items"] if item["points"] == 0)
    assert item == {
        "id": "predict",
        "function": "predict",
        "points": 0.0,
        "max_points": 1.0,
        "outcome": "failed",
        "mistake": "predict.exclusive",
        "message": {
            "ko": "> 를 사용했습니다. 임계값과 같을 때도 True입니다(>=).",
            "en": "> was used. A value equal to the threshold is True too (>=).",
        },
    }


def test_the_table_goes_to_stdout_and_the_rest_to_stderr(place):
    stdout, stderr = (place / "stdout").read_text(), (place / "stderr").read_text()
    assert "김민준" in stdout
    assert "9/10" in stdout
    assert "제출물마다 CPU" not in stdout
    assert "ms (3건 채점에 CPU" in stderr


def test_grades_csv_opens_in_a_spreadsheet_with_hangul_and_no_formulas(place):
    data = (place / "grades.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(data.decode("utf-8-sig").splitlines()))
    assert rows[0] == ["student", "name", SLUG, "total", "max_total"]
    assert [row[0] for row in rows[1:]] == ["'=cmd|'calc'!A0", "O'Brien, Liam (2)", "김민준"]
    assert rows[3][2:] == ["10", "10", "10"]


def test_grading_twice_gives_the_same_bytes(place, tmp_path):
    first = (place / "results.jsonl").read_bytes()
    run = autograder_afresh("grade", "--submitted", place / "submitted", "--out", tmp_path)
    assert run.returncode == 0, run.stderr
    assert (tmp_path / "results.jsonl").read_bytes() == first


def test_an_unchanged_class_is_not_graded_again(place):
    before = (place / "results.jsonl").read_bytes()
    run = grade(place)
    assert run.returncode == 0
    assert "0건 새로 채점" in run.stderr
    assert (place / "results.jsonl").read_bytes() == before


def test_only_what_changed_is_graded_again(changed):
    assert "Results: 2 (1 graded now)" in (changed / "stderr").read_text()
    assert [line.student for line in read_lines(changed)] == ["O'Brien, Liam (2)", "김민준"]


def test_every_grading_adds_a_line_to_the_history(place, changed):
    first, second = ((out / "history.jsonl").read_bytes() for out in (place, changed))
    assert sorted(json.loads(line)["score"] for line in first.splitlines()) == [0, 9, 10]
    assert second.startswith(first)
    assert json.loads(second.removeprefix(first))["student"] == "김민준"


def test_the_history_of_a_mark_says_why_it_changed(changed):
    told = autograder("history", "김민준", SLUG, "--out", changed, "--lang", "en").stdout
    first, second = told.split("\n\n")[1:]
    assert "  10/10\n    file " in first
    assert "  9/10\n    file " in second
    assert second.endswith("    why: handed in anew\n    predict 1 → 0 (wrong)\n")


def test_a_killed_run_goes_on_from_its_journal(place, tmp_path):
    hand_in(tmp_path / "submitted", "김민준", SLUG, RIGHT)
    line = (place / "results.jsonl").read_bytes().splitlines()[2]
    (tmp_path / "results.jsonl.journal").write_bytes(line + b"\n" + line[:100])
    run = grade(tmp_path)
    assert "0건 새로 채점" in run.stderr
    assert not (tmp_path / "results.jsonl.journal").exists()
    assert (tmp_path / "results.jsonl").read_bytes() == line + b"\n"


def test_a_partial_run_is_merged_into_what_is_there(place, tmp_path):
    lines = (place / "results.jsonl").read_bytes()
    (tmp_path / "results.jsonl").write_bytes(lines)
    hand_in(tmp_path / "submitted", "김민준", SLUG, stub(SLUG))
    run = grade(tmp_path, "--student", "김민준")
    assert run.returncode == 0, run.stderr
    assert [line.score for line in read_lines(tmp_path)] == [0, 9, 0]


def test_who_handed_in_something_else_is_missing_here(tmp_path):
    hand_in(tmp_path / "submitted", "가", SLUG, "")
    hand_in(tmp_path / "submitted", "나", "a11_conv_shapes", "")
    run = grade(tmp_path)
    assert run.returncode == 0, run.stderr
    assert [
        (line.student, line.assignment, line.status.value) for line in read_lines(tmp_path)
    ] == [
        ("가", "a01_sigmoid", "graded"),
        ("가", "a11_conv_shapes", "missing"),
        ("나", "a01_sigmoid", "missing"),
        ("나", "a11_conv_shapes", "graded"),
    ]
    rows = (tmp_path / "grades.csv").read_text("utf-8-sig").splitlines()
    assert rows[1] == "가,,0,,0,22"


def test_a_folder_whose_name_is_no_text_is_read_like_any_other(tmp_path):
    for student in ("김민준", os.fsdecode("김".encode("cp949"))):
        hand_in(tmp_path, student, SLUG, RIGHT)
    plan = make_plan(load_course(PROJECT), tmp_path, [], [])
    assert [submission.student for submission in plan.hand_ins] == [r"\xb1\xe8", "김민준"]
    assert all(submission.open().cells for submission in plan.hand_ins)


@pytest.mark.parametrize(
    "put", [os.mkfifo, Path.mkdir, lambda path: path.symlink_to("/etc/passwd"), lambda path: None]
)
def test_a_file_that_gives_way_to_something_else_meanwhile_is_not_waited_for(tmp_path, put):
    path = hand_in(tmp_path, "4021", SLUG, RIGHT)
    seen = find_hand_in(path.parent, "4021", load_course(PROJECT)[SLUG])
    path.unlink()
    put(path)
    assert "cannot be opened" in seen.open().problem.en


@contextlib.contextmanager
def ordinary_user():
    """Somebody who may not look everywhere: root may."""
    own = os.geteuid()
    os.seteuid(own or 65534)
    yield
    os.seteuid(own)


@pytest.mark.parametrize("locked", ["4021", f"4021/{SLUG}", f"4021/{SLUG}/{SLUG}.ipynb"])
def test_what_may_not_be_opened_is_told_and_ends_no_run(locked):
    course = load_course(PROJECT)
    assert course.roster is not None  # read while it can be
    with tempfile.TemporaryDirectory() as place:
        submitted = Path(place)
        submitted.chmod(0o755)
        hand_in(submitted, "4021", SLUG, RIGHT.split("\n\n\n"))
        (submitted / locked).chmod(0)
        with ordinary_user():
            plan = make_plan(course, submitted, [SLUG], ["4021"])
        (submitted / locked).chmod(0o755)
    (seen,) = plan.hand_ins
    assert "(Permission denied)" in seen.problem.en
    assert plan.missing == ()


def test_a_broken_grader_is_our_error_and_not_the_students_loss(tmp_path):
    course = course_of(tmp_path, SLUG)
    grader = course / "autograder" / "graders" / "a01_sigmoid.py"
    whole = grader.read_text("utf-8")
    broken = whole.replace("for (h, options), run in", "for (h, options), run in 1 / 0,")
    assert broken != whole
    grader.write_text(broken)
    for student in ("김민준", "이서연"):
        hand_in(tmp_path / "submitted", student, SLUG, RIGHT)
    run = autograder(
        "grade", "--submitted", tmp_path / "submitted", "--out", tmp_path, "--jobs", "1", cwd=course
    )
    assert run.returncode == 1
    assert run.stderr.count("predict 항목의 채점 코드에서 오류가 났습니다.") == 1
    assert "김민준, 이서연: a01_sigmoid: predict" in run.stderr
    assert "ZeroDivisionError" in run.stderr
    assert "_pytest" not in run.stderr
    for line in read_lines(tmp_path):
        assert [item.id for item in line.items if item.outcome == "error"] == ["predict"]


def test_a_grader_that_cannot_be_collected_is_told_in_words(tmp_path):
    course = course_of(tmp_path, SLUG)
    (course / "autograder" / "graders" / "a01_sigmoid.py").write_text(
        "import nothing_of_this_name\n"
    )
    hand_in(tmp_path / "submitted", "김민준", SLUG, RIGHT)
    run = autograder("grade", "--submitted", tmp_path / "submitted", "--out", tmp_path, cwd=course)
    assert run.returncode == 2
    (told,) = (line for line in run.stderr.splitlines() if line.startswith("error: "))
    assert "graders/a01_sigmoid.py, 1번째 줄: ModuleNotFoundError" in told
    assert "nothing_of_this_name" in told
    assert "hint: 채점 코드를 고치세요." in run.stderr
