"""nbgrader's gradebook says what results.jsonl says, and keeps what humans wrote into it."""

import contextlib
import csv
import sqlite3
import sys
from datetime import UTC, datetime

import msgspec
import pytest

from autograder.cli import app
from autograder.errors import KitError
from autograder.nbgrading.assignment import register
from autograder.nbgrading.database import gradebook_of
from autograder.record.results import read_results, write_results
from autograder.record.table import grades_csv
from autograder.result import Outcome, Status
from autograder.roster import Row
from autograder.submission import is_late
from autograder.text import Text
from tests.conftest import PROJECT, autograder, hand_in, solution
from tests.nbgrading.conftest import SLUG, WHY, missing, released, result_of

DUE = datetime(2026, 12, 1, 12, tzinfo=UTC)


def test_each_task_gets_its_share_of_its_points(classroom):
    classroom.keep(result_of("4021", sigmoid=2, predict=1))
    assert classroom.grades("4021") == {
        "sigmoid": 4.0, "hypothesis": 2.0, "predict": 0.0, "decision_boundary": 1.0,
    }  # fmt: skip


def test_nothing_waits_for_a_manual_grade_unless_a_grader_of_ours_failed(classroom):
    ours = result_of("ours", predict=1)
    items = [
        msgspec.structs.replace(item, outcome=Outcome.ERROR) if item.points == 0 else item
        for item in ours.items
    ]
    classroom.keep(result_of("4021"), msgspec.structs.replace(ours, items=tuple(items)))
    with classroom.gradebook as gradebook:
        assert not gradebook.find_submission(SLUG, "4021").needs_manual_grade
        assert gradebook.find_grade("check_predict", SLUG, SLUG, "ours").needs_manual_grade


@pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning")  # of nbgrader's own models
def test_a_class_that_was_graded_can_still_be_released_to(classroom):
    classroom.keep(result_of("4021", sigmoid=2))
    before = classroom.grades("4021")
    url = gradebook_of(classroom.course, classroom.place)
    register(url, classroom.course, SLUG, released(SLUG, "ko"))
    assert classroom.grades("4021") == before
    with classroom.gradebook as gradebook:
        sources = {cell.name for cell in gradebook.find_notebook(SLUG, SLUG).source_cells}
    assert {"sigmoid", "check_sigmoid"} <= sources


@pytest.mark.parametrize(
    ("language", "comment"), [("ko", "−2: > 를 사용했습니다."), ("en", "−2: > was used.")]
)
def test_a_comment_says_what_was_lost_and_why_in_the_language_of_the_run(
    classroom, language, comment
):
    classroom.keep(result_of("4021", hypothesis=2), language=language)
    assert classroom.comments("4021") == {"hypothesis": comment}


def test_what_is_noted_on_the_whole_stands_at_the_first_task(classroom):
    note = Text("두 파일", "Both files")
    classroom.keep(result_of("4021", notes=(note,)), language="en")
    assert classroom.comments("4021") == {"sigmoid": "Both files"}


def test_what_a_task_tells_already_is_not_noted_again(classroom):
    classroom.keep(result_of("4021", sigmoid=2, notes=(WHY,)), language="en")
    assert classroom.comments("4021") == {"sigmoid": "−2: > was used."}


def test_an_unreadable_file_gets_zeros_and_the_reason(classroom):
    note = Text("손상되었습니다.", "It is damaged.")
    unreadable = msgspec.structs.replace(missing("4021"), status=Status.UNREADABLE, notes=(note,))
    classroom.keep(unreadable)
    assert set(classroom.grades("4021").values()) == {0.0}
    assert classroom.comments("4021") == {"sigmoid": "손상되었습니다."}


def test_gradebook_table_and_results_agree_figure_by_figure(classroom):
    results = [
        result_of("4021"), result_of("4022", sigmoid=3, predict=1), missing("4023"),
        result_of("이서연", sigmoid=1.5),
    ]  # fmt: skip
    classroom.keep(*results)
    write_results(classroom.place / "results.jsonl", results)
    lines = read_results(classroom.place / "results.jsonl")
    table = grades_csv(classroom.course, list(lines.values()), {}).decode("utf-8-sig")
    in_table = {row["student"]: row[SLUG] for row in csv.DictReader(table.splitlines())}
    with classroom.gradebook as gradebook:
        found = {s.student.id: s for s in gradebook.assignment_submissions(SLUG)}
        assert {student: f"{s.score:g}" for student, s in found.items()} == {
            student: score for student, score in in_table.items() if score
        }
        for student, submission in found.items():
            line = lines[student, SLUG]
            assert (submission.score, submission.max_score) == (line.score, line.max_score)
            assert classroom.grades(student) == {
                task: sum(item.points for item in line.items if item.function == task)
                for task in dict.fromkeys(item.function for item in line.items)
            }


def test_who_handed_in_nothing_is_in_the_class_and_has_no_submission(classroom):
    enrol(classroom, ("4022", "남궁민수"), ("4023", "Liam O'Brien", "liam@example.org"))
    classroom.keep(result_of("4021"), missing("4022"))
    with classroom.gradebook as gradebook:
        assert [s.student.id for s in gradebook.assignment_submissions(SLUG)] == ["4021"]
    assert people(classroom) == {
        "4021": (None, None, None),
        "4022": ("남궁", "민수", None),
        "4023": ("O'Brien", "Liam", "liam@example.org"),
    }


def test_what_the_roster_says_anew_is_written_and_what_a_human_typed_stays(classroom):
    enrol(classroom, ("4021", "김민준", "old@example.org"), ("4022", "이서연", "lee@example.org"))
    classroom.keep(result_of("4021"), result_of("4022"))
    with classroom.gradebook as gradebook:
        gradebook.update_or_create_student("4022", first_name="서연이", email="typed@example.org")
    enrol(classroom, ("4021", "김민준", "new@example.org"), ("4022", "박서현", "park@example.org"))
    classroom.keep(result_of("4021"), result_of("4022"))
    assert people(classroom) == {
        "4021": ("김", "민준", "new@example.org"), "4022": ("박", "서연이", "typed@example.org"),
    }  # fmt: skip
    enrol(classroom)
    classroom.keep(result_of("4021"), result_of("4022"))
    assert people(classroom)["4021"] == ("김", "민준", "new@example.org"), "no roster takes nothing"


@pytest.mark.parametrize("stamp", ["2026-12-01T21:00:00+09:00", "2026-12-01 12:00:01 UTC"])
def test_nbgrader_calls_late_what_we_call_late(classroom, stamp):
    (assignment,) = (a for a in classroom.course.assignments if a.slug == SLUG)
    classroom.hand_in("4021", stamp=stamp)
    dated = (msgspec.structs.replace(assignment, due=DUE),)
    classroom.keep(result_of("4021"), assignments=dated)
    with classroom.gradebook as gradebook:
        submission = gradebook.find_submission(SLUG, "4021")
        late = submission.total_seconds_late > 0
    assert late is is_late(classroom.submitted / "4021" / SLUG, DUE)
    assert late is stamp.endswith("01 UTC")


def test_the_formgrader_takes_it_for_autograded(classroom):
    classroom.hand_in("4021", stamp="2026-12-01 12:00:01.25 UTC")
    classroom.keep(result_of("4021"))
    assert nbgraders_api(classroom).get_autograded_students(SLUG) == {"4021"}


def test_what_a_human_wrote_survives_a_regrade(classroom):
    classroom.keep(result_of("4021", sigmoid=2))
    with classroom.gradebook as gradebook:
        grade = gradebook.find_grade("check_sigmoid", SLUG, SLUG, "4021")
        grade.manual_score, grade.extra_credit = 5.0, 0.5
        gradebook.find_comment("sigmoid", SLUG, SLUG, "4021").manual_comment = "잘했어요"
        gradebook.db.commit()
    classroom.keep(result_of("4021", sigmoid=3, predict=1))
    assert classroom.grades("4021") == {
        "sigmoid": 5.5, "hypothesis": 2.0, "predict": 0.0, "decision_boundary": 1.0,
    }  # fmt: skip
    assert classroom.comments("4021")["sigmoid"] == "잘했어요"
    with classroom.gradebook as gradebook:
        assert gradebook.find_grade("check_sigmoid", SLUG, SLUG, "4021").auto_score == 3.0


def test_a_locked_gradebook_is_written_by_the_run_after_it(classroom):
    url = f"sqlite:///{classroom.database}?timeout=0.1"
    with contextlib.closing(sqlite3.connect(classroom.database)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(KitError, match=r"cannot be used \(database is locked") as told:
            classroom.keep(result_of("4021"), db_url=url)
    assert "the next run of grade writes what is owed" in told.value.hint.en
    classroom.keep(result_of("4021"), db_url=url)
    assert classroom.grades("4021")["sigmoid"] == 6.0


def test_a_run_without_news_writes_nothing_and_needs_no_nbgrader(classroom, monkeypatch):
    classroom.hand_in("4021")
    classroom.keep(result_of("4021"), missing("4022"))
    files = [classroom.database, classroom.autograded("4021")]
    before = [(path.read_bytes(), path.stat().st_mtime_ns) for path in files]
    monkeypatch.setitem(sys.modules, "nbgrader.api", None)
    classroom.keep(result_of("4021"), missing("4022"))
    assert [(path.read_bytes(), path.stat().st_mtime_ns) for path in files] == before


def test_only_what_differs_is_written(classroom):
    classroom.keep(result_of("4021"), result_of("4022"))
    classroom.sql("UPDATE grade SET auto_score = 0.25")
    classroom.keep(result_of("4021"), result_of("4022", predict=1))
    assert set(classroom.grades("4021").values()) == {0.25}
    assert classroom.grades("4022")["sigmoid"] == 6.0


def test_what_was_taken_out_of_the_gradebook_comes_back(classroom, empty_gradebook):
    classroom.keep(result_of("4021"), result_of("4022"))
    with classroom.gradebook as gradebook:
        gradebook.remove_submission(SLUG, "4021")
    classroom.keep(result_of("4021"), result_of("4022"))
    assert classroom.grades("4021")["sigmoid"] == 6.0
    classroom.database.write_bytes(empty_gradebook.read_bytes())
    classroom.keep(result_of("4021"), result_of("4022"))
    assert classroom.grades("4022")["sigmoid"] == 6.0


def test_work_that_was_withdrawn_goes_unless_a_human_has_had_to_do_with_it(classroom):
    classroom.keep(result_of("4021"), result_of("4022"), result_of("4023"))
    with classroom.gradebook as gradebook:
        gradebook.grant_extension(SLUG, "4023", days=1)
        gradebook.find_grade("check_sigmoid", SLUG, SLUG, "4022").manual_score = 1.0
        gradebook.db.commit()
    classroom.keep(missing("4021"), missing("4022"), missing("4023"))
    with classroom.gradebook as gradebook:
        left = {s.student.id: s for s in gradebook.assignment_submissions(SLUG)}
        assert left.keys() == {"4022", "4023"}
        assert (left["4023"].extension.days, left["4023"].notebooks) == (1, [])
    classroom.keep(missing("4021"), missing("4022"), result_of("4023"))
    assert classroom.grades("4023")["sigmoid"] == 6.0


def test_a_task_that_is_no_more_is_worth_nothing(classroom):
    classroom.keep(result_of("4021"))
    with classroom.gradebook as gradebook:
        gradebook.add_grade_cell("check_old", SLUG, SLUG, max_score=5, cell_type="code")
    classroom.keep(result_of("4021", predict=1))
    with classroom.gradebook as gradebook:
        submission = gradebook.find_submission(SLUG, "4021")
        assert (submission.score, submission.max_score) == (9.0, 10.0)


def test_a_gradebook_that_a_killed_run_left_half_made_is_completed(classroom, empty_gradebook):
    classroom.sql("DROP TABLE alembic_version", "DROP TABLE grade")
    classroom.keep(result_of("4021"))
    versions = []
    for path in (classroom.database, empty_gradebook):
        with contextlib.closing(sqlite3.connect(path)) as database:
            versions += database.execute("SELECT version_num FROM alembic_version").fetchall()
    assert versions[0] == versions[1]
    assert classroom.grades("4021")["sigmoid"] == 6.0


def test_results_and_table_stand_where_the_gradebook_cannot_be_written(
    tmp_path, monkeypatch, capsys
):
    monkeypatch.chdir(PROJECT)
    hand_in(tmp_path / "submitted", "4021", SLUG, solution(SLUG))
    (tmp_path / "gradebook.db").mkdir()
    url = f"sqlite:///{tmp_path / 'gradebook.db'}"
    given = ("--submitted", tmp_path / "submitted", "--out", tmp_path)
    run = autograder("grade", *given, "--db-url", url, "--lang", "en")
    assert run.returncode == 2
    assert "gradebook.db cannot be used (unable to open" in run.stderr
    assert "10/10" in run.stdout
    assert (tmp_path / "results.jsonl").exists()
    assert "4021,,10,10,10" in (tmp_path / "grades.csv").read_text("utf-8-sig")
    (tmp_path / "gradebook.db").rmdir()
    app(["grade", *map(str, given), "--db-url", url], standalone_mode=False)
    assert "0건 새로 채점" in capsys.readouterr().err
    with contextlib.closing(sqlite3.connect(tmp_path / "gradebook.db")) as database:
        assert database.execute("SELECT sum(auto_score) FROM grade").fetchone() == (10.0,)


def enrol(classroom, *rows):
    """Give the course this roster."""
    classroom.course.__dict__["people"] = {row[0]: Row(*row) for row in rows}


def people(classroom):
    with classroom.gradebook as gradebook:
        return {s.id: (s.last_name, s.first_name, s.email) for s in gradebook.students}


def nbgraders_api(classroom):
    """nbgrader's own view of the place, as the formgrader has it."""
    from nbgrader.apps import NbGraderAPI
    from traitlets.config import Config

    config = Config()
    config.CourseDirectory.root = str(classroom.place)
    return NbGraderAPI(config=config)
