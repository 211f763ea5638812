"""The history has every grading once, whatever happened to the run, and says why a mark changed."""

import json
import re
from datetime import UTC, datetime

import msgspec
import pytest

from autograder.course import load_course
from autograder.errors import KitError
from autograder.farm.here import Here
from autograder.files import read_lines
from autograder.grade import grade, make_plan
from autograder.record.basis import bases
from autograder.record.history import Entry, graded_now, history_of, keep_history, last_run, run_of
from autograder.record.results import Journal, read_results
from autograder.record.trail import trail
from autograder.result import ItemResult, Outcome, Result, Status
from autograder.sandbox.jail import TIERS
from tests.conftest import course_of, hand_in, solution
from tests.record.conftest import BASIS, RESULT

SLUG = "a01_sigmoid"


def lines(out):
    return (out / "history.jsonl").read_bytes().splitlines(keepends=True)


def journal_of(out, *gradings):
    journal = Journal(out)
    for grading in gradings:
        journal.add(grading)
    return journal


def test_a_line_says_when_who_what_from_which_file_and_by_what(tmp_path, grading):
    run = datetime(2026, 11, 25, 11, 59, tzinfo=UTC)
    keep_history(tmp_path, journal_of(tmp_path, grading(run=run, deduction=0.5)))
    (line,) = map(json.loads, lines(tmp_path))
    assert line == {
        "time": "2026-11-25T12:00:00Z",
        "student": "김민준",
        "assignment": "a04_bce_cost",
        "status": "graded",
        "score": 3.0,
        "max_score": 4.0,
        "late": False,
        "items": [
            {"id": "bce.values", "points": 2.0, "outcome": "passed"},
            {"id": "bce.shape", "points": 1.0, "outcome": "passed"},
            {"id": "predict", "points": 0.0, "outcome": "failed"},
        ],
        "submission_sha256": "f" * 64,
        "basis": msgspec.to_builtins(BASIS),
        "run": "2026-11-25T11:59:00Z",
        "deduction": 0.5,
    }


def test_a_run_killed_before_its_journal_was_removed_is_told_once(tmp_path, grading):
    journal = journal_of(tmp_path, grading(0), grading(1))
    keep_history(tmp_path, journal)
    keep_history(tmp_path, journal)
    assert len(lines(tmp_path)) == 2


@pytest.mark.parametrize("torn", [1, 100, -1])
def test_a_run_killed_while_it_wrote_the_history_is_told_whole_and_once(tmp_path, grading, torn):
    journal = journal_of(tmp_path, *map(grading, range(3)))
    keep_history(tmp_path, journal)
    first, second, third = lines(tmp_path)
    (tmp_path / "history.jsonl").write_bytes(first + second[:torn])
    keep_history(tmp_path, journal)
    entries = read_lines(tmp_path / "history.jsonl", Entry)
    assert [entry.time.minute for entry in entries] == [0, 1, 2]
    assert lines(tmp_path)[-2:] == [second, third]


def test_a_run_that_goes_on_with_a_killed_one_is_the_same_run(tmp_path, grading):
    began = datetime(2026, 11, 25, 11, 59, tzinfo=UTC)
    journal = journal_of(tmp_path, grading(run=began))
    assert run_of(journal) == began
    keep_history(tmp_path, journal)
    journal.close()
    assert last_run(tmp_path) == began < run_of(journal)


def test_what_is_there_is_never_changed(tmp_path, grading):
    (tmp_path / "history.jsonl").write_bytes(b"a note by hand\n")
    keep_history(tmp_path, journal_of(tmp_path, grading()))
    assert lines(tmp_path)[0] == b"a note by hand\n"
    assert len(history_of(tmp_path, "김민준", "a04_bce_cost")) == 1


@pytest.fixture
def course(tmp_path):
    """A course with one assignment and a class of two, which a run of 2020 graded and was killed."""
    course = load_course(course_of(tmp_path, SLUG))
    for student in ("김민준", "이서연"):
        hand_in(tmp_path / "submitted", student, SLUG, solution(SLUG))
    journal_of(tmp_path, *results_of(tmp_path, course))
    return course


def results_of(place, course):
    basis = bases(course, [SLUG], sandboxed=True)[SLUG]
    for submission in make_plan(course, place / "submitted", [], []).hand_ins:
        result = Result(
            submission.student, SLUG, Status.GRADED, 10.0, 10.0,
            submission_sha256=submission.sha256, graders_sha256=basis.sha256,
        )  # fmt: skip
        yield msgspec.structs.replace(
            graded_now(result, basis), time=datetime(2020, 1, 1, tzinfo=UTC)
        )


def run(place, course, students=()):
    plan = make_plan(course, place / "submitted", [], students)
    return grade(course, plan, place, Here(1, TIERS["auto"]))


def told(place):
    path = place / "history.jsonl"
    return [(entry.student, entry.time.year, entry.late) for entry in read_lines(path, Entry)]


def test_what_a_killed_run_had_graded_has_the_time_it_was_graded_at(tmp_path, course):
    assert run(tmp_path, course).fresh == 0
    assert told(tmp_path) == [("김민준", 2020, False), ("이서연", 2020, False)]


def test_a_run_with_nothing_new_adds_nothing(tmp_path, course):
    run(tmp_path, course)
    before = lines(tmp_path)
    run(tmp_path, course)
    assert lines(tmp_path) == before


def test_a_change_of_late_alone_is_told(tmp_path, course):
    run(tmp_path, course)
    with (course.root / "course.toml").open("a") as file:
        file.write(f"[due]\n{SLUG} = 2020-01-01\n")
    (tmp_path / "submitted" / "이서연" / SLUG / "timestamp.txt").write_text("2020-01-03T00:00:00Z")
    run(tmp_path, load_course(course.root))
    *_, (student, year, late) = told(tmp_path)
    assert len(told(tmp_path)) == 3
    assert (student, late) == ("이서연", True)
    assert year > 2020


def test_a_run_for_one_student_keeps_what_a_killed_run_had_done_for_others(tmp_path, course):
    run(tmp_path, course, ["김민준"])
    assert [student for student, _ in read_results(tmp_path / "results.jsonl")] == [
        "김민준",
        "이서연",
    ]
    assert [student for student, _, _ in told(tmp_path)] == ["김민준", "이서연"]


def test_where_the_history_cannot_be_written_the_results_stand_and_the_next_run_tells(
    tmp_path, course
):
    (tmp_path / "history.jsonl").mkdir()
    with pytest.raises(KitError, match=r"history\.jsonl cannot be"):
        run(tmp_path, course)
    assert len(read_results(tmp_path / "results.jsonl")) == 2
    (tmp_path / "history.jsonl").rmdir()
    run(tmp_path, course)
    assert len(told(tmp_path)) == 2


def blocks(out, language="en"):
    entries = history_of(out, RESULT.student, RESULT.assignment)
    return [f"{headline}\n" + "\n".join(said) for headline, said in trail(entries, language)]


def why(out, grading, basis=BASIS, **fields):
    """What is told of a second grading that differs in these."""
    keep_history(out, journal_of(out, grading(0), grading(1, basis, **fields)))
    return blocks(out)[1].partition("why: ")[2].split("\n")


def but(**parts):
    return msgspec.structs.replace(BASIS, **parts)


@pytest.mark.parametrize(
    ("basis", "reason"),
    [
        (but(grader="x"), "the grader changed"),
        (but(reference="x"), "the reference changed"),
        (but(mistakes="x"), "the known mistakes (hints) changed"),
        (but(engine="x"), "the engine changed (1.0.0)"),
        (but(engine="x", version="1.1.0"), "the engine changed (1.0.0 → 1.1.0)"),
        (but(torch="2.14.0"), "torch changed (2.13.0 → 2.14.0)"),
        (but(limits={"call_cpu": 2.5, "cpu": 60.0}), "limits changed (call_cpu 10 → 2.5)"),
        (but(secret="x"), "another secret, so other hidden inputs"),
        (but(sandboxed=False), "graded without a sandbox"),
        (but(grader="x", secret="x"), "the grader changed, another secret, so other hidden inputs"),
        (
            BASIS,
            "graded again though nothing had changed (--no-cache, or the last result was not there)",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_the_part_that_changed_is_named(tmp_path, grading, basis, reason):
    assert why(tmp_path, grading, basis) == [reason]


def test_the_items_that_moved_are_told(tmp_path, grading):
    values, shape, _ = RESULT.items
    items = (
        msgspec.structs.replace(values, points=0.0, outcome=Outcome.FAILED),
        shape,
        ItemResult("predict.edge", "predict", 1.0, 1.0, Outcome.PASSED),
    )
    assert why(tmp_path, grading, but(grader="x"), items=items) == [
        "the grader changed",
        "bce.values 2 → 0 (wrong)",
        "predict.edge – → 1 (passed)",
        "predict 0 → –",
    ]


def test_a_new_file_is_told_as_handed_in_anew(tmp_path, grading):
    assert why(tmp_path, grading, submission_sha256="0" * 64) == ["handed in anew"]
    assert "file 000000000000 · grader gggggggggggg" in blocks(tmp_path)[1]


def test_a_late_file_says_so(tmp_path, grading):
    assert why(tmp_path, grading, late=True) == ["late now"]
    assert blocks(tmp_path)[1].partition("\n")[0].endswith("3/4  late")


def test_what_lateness_costs_is_told_and_that_it_changed(tmp_path, grading):
    gradings = grading(0, late=True, deduction=1.0), grading(1, late=True, deduction=1.5)
    keep_history(tmp_path, journal_of(tmp_path, *gradings))
    first, second = blocks(tmp_path)
    assert first.partition("\n")[0].endswith("3−1=2/4  late")
    assert second.endswith("why: lateness costs something else")


def test_nothing_and_something_handed_in_are_told(tmp_path, grading):
    missing = {"status": Status.MISSING, "score": 0.0, "items": (), "submission_sha256": None}
    gradings = grading(0, **missing), grading(1), grading(2, **missing)
    keep_history(tmp_path, journal_of(tmp_path, *gradings))
    first, second, third = blocks(tmp_path)
    assert "  missing\nfile none · " in first
    assert second.endswith("why: handed in")
    assert third.endswith("why: what was handed in is gone")


def test_a_grading_after_our_own_error_is_not_said_to_be_asked_for(tmp_path, grading):
    broken = ItemResult("predict", "predict", 0.0, 1.0, Outcome.ERROR)
    keep_history(tmp_path, journal_of(tmp_path, grading(0, items=(broken,)), grading(1)))
    assert "why: a grader of ours had failed\n" in blocks(tmp_path)[1]


def test_it_is_told_in_korean_too(tmp_path, grading):
    items = (msgspec.structs.replace(RESULT.items[0], points=0.0, outcome=Outcome.TIMEOUT),)
    gradings = grading(0), grading(1, but(version="1.1.0", sandboxed=False), items=items)
    keep_history(tmp_path, journal_of(tmp_path, *gradings))
    second = blocks(tmp_path, "ko")[1]
    assert "이유: 채점 엔진이 바뀜 (1.0.0 → 1.1.0), 격리 없이 채점함" in second
    assert "bce.values 2 → 0 (시간 초과)" in second
    assert re.search("[a-z]{3,} [a-z]{3,}", second.replace("bce.values", "")) is None


@pytest.mark.parametrize(
    ("student", "slug", "error", "hint"),
    [
        ("김민중", "a04_bce_cost", "knows no student called '김민중'", "Did you mean 김민준?"),
        ("zz", "a04_bce_cost", "knows no student called 'zz'", "It knows: 김민준"),
        ("김민준", "a04_bce", "knows nothing of 김민준 in 'a04_bce'", "Did you mean a04_bce_cost?"),
    ],
)
def test_who_is_not_in_it_is_told_with_the_nearest_name(
    tmp_path, grading, student, slug, error, hint
):
    keep_history(tmp_path, journal_of(tmp_path, grading()))
    with pytest.raises(KitError, match=re.escape(error)) as told:
        history_of(tmp_path, student, slug)
    assert told.value.hint.en == hint
