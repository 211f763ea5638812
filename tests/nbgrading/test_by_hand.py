"""A mark that an instructor changes in the formgrader is the mark everywhere, at once and unregraded."""

import csv
import io
from datetime import UTC, datetime

import msgspec
import pytest
import sqlalchemy as sql
from rich.console import Console

from autograder.late import Policy
from autograder.nbgrading.by_hand import read_book
from autograder.record.basis import bases
from autograder.record.glance import summary
from autograder.record.history import graded_now
from autograder.record.marks import changed_by_hand, marks
from autograder.record.results import read_results, write_results
from autograder.record.survey import survey
from autograder.record.table import grades_csv
from autograder.result import Status
from autograder.submission import find_hand_in
from tests.conftest import autograder
from tests.nbgrading.conftest import SLUG, missing, result_of

RESULTS = (
    result_of("4021", sigmoid=2, predict=1),  # the one that is changed: 7 of 10
    result_of("4022", hypothesis=2),
    missing("4023"),
    msgspec.structs.replace(missing("4024"), status=Status.UNREADABLE),
)
WORD = "말로는 <b>잘</b> 설명했습니다.\n다음에는 코드로!"


def give(classroom, student, task, points=None, extra=None, word=None):
    """Give a mark and a word as the formgrader does."""
    with classroom.gradebook as gradebook:
        grade = gradebook.find_grade(f"check_{task}", SLUG, SLUG, student)
        grade.manual_score, grade.extra_credit = points, extra
        gradebook.find_comment(task, SLUG, SLUG, student).manual_comment = word
        gradebook.db.commit()


@pytest.fixture
def changed(classroom):
    """A class that was graded; then 4021's sigmoid was given 5.5 points in place of 4, 4024's three."""
    write_results(classroom.place / "results.jsonl", RESULTS)
    classroom.keep(*RESULTS)
    give(classroom, "4021", "sigmoid", 5, 0.5, WORD)
    give(classroom, "4022", "predict", word="  ")
    give(classroom, "4022", "hypothesis", 0)  # as the graders did
    give(classroom, "4024", "sigmoid", 3)
    return classroom


def run(classroom, *args):
    """A verb on that class; what it tells."""
    made = autograder(
        *args, "--out", classroom.place, "--submitted", classroom.submitted, "--lang", "ko"
    )
    assert made.returncode == 0, made.stderr
    return made


def rows(path):
    return list(csv.reader(io.StringIO(path.read_bytes().decode("utf-8-sig"))))


def known(classroom, course=None):
    """The marks as the tables have them."""
    book = read_book(sql.make_url(f"sqlite:///{classroom.database}"))
    return marks(course or classroom.course, RESULTS, classroom.submitted, book)


def test_what_is_exported_is_the_mark_after_the_change(changed):
    before = (changed.place / "results.jsonl").read_bytes()
    run(changed, "export", "excel")
    table = rows(changed.place / "export" / "excel.csv")
    assert [row[3:] for row in table] == [
        [SLUG, "total", "max_total"], ["8.5", "8.5", "10"], ["8", "8", "10"], ["", "0", "10"],
        ["3", "3", "10"],
    ]  # fmt: skip
    items = rows(changed.place / "export" / "excel-items.csv")
    column = items[0].index(f"{SLUG} sigmoid by hand")
    assert [row[column] for row in items[1:]] == ["1.5", "0", "", "3"]
    assert [row[3] for row in items[1:3]] == ["4", "6"], "an item keeps its points"
    assert (changed.place / "results.jsonl").read_bytes() == before


def test_a_students_page_has_the_new_mark_and_what_the_instructor_says(changed):
    run(changed, "feedback")
    page = (changed.place / "feedback" / "4021" / SLUG / f"{SLUG}.html").read_text("utf-8")
    assert '<p class="score">8.5 <small>/ 10' in page
    assert page.count("선생님이 점수를 조정했습니다: 7점 → 8.5점") == 1
    assert page.count("선생님이 점수를 조정했습니다: 4점 → 5.5점") == 1
    assert "<span>5.5 / 6</span>" in page
    assert "말로는 &lt;b&gt;잘&lt;/b&gt; 설명했습니다.\n다음에는 코드로!" in page
    assert "&gt; 를 사용했습니다." in page, "what the graders say stays"
    other = (changed.place / "feedback" / "4022" / SLUG / f"{SLUG}.html").read_text("utf-8")
    assert "선생님" not in other
    unread = (changed.place / "feedback" / "4024" / SLUG / f"{SLUG}.html").read_text("utf-8")
    assert '<p class="score">3 <small>/ 10' in unread
    assert "선생님이 점수를 조정했습니다: 0점 → 3점" in unread


def test_the_report_has_the_marks_after_the_change_and_the_mistakes_as_they_were(changed):
    run(changed, "report")
    page = (changed.place / "report.html").read_text("utf-8")
    assert "<b>8.25</b> / 10" in page, "the mean of 8.5 and 8"
    by_hand = read_book(sql.make_url(f"sqlite:///{changed.database}")).by_hand
    after, raw = (survey(r, [SLUG]) for r in (changed_by_hand(RESULTS, by_hand), RESULTS))
    assert [one.points for one in after.standings] == [8.5, 8, 0, 0], (
        "what cannot be read has no figure"
    )
    assert after.assignments[0].items == raw.assignments[0].items


def test_the_tables_show_the_change_apart_and_lateness_after_it(changed):
    table = grades_csv(changed.course, RESULTS, {}, known(changed)).decode("utf-8-sig")
    assert table.splitlines()[:2] == [
        f"student,name,{SLUG},{SLUG}_by_hand,{SLUG}_after,total,total_by_hand,total_after,max_total",
        "4021,,7,1.5,8.5,7,1.5,8.5,10",
    ]
    changed.hand_in("4021", stamp="2026-12-02 13:00:00 UTC")
    due = datetime(2026, 12, 1, 12, tzinfo=UTC)
    dated = [
        msgspec.structs.replace(each, due=due) if each.slug == SLUG else each
        for each in changed.course.assignments
    ]
    course = msgspec.structs.replace(
        changed.course, assignments=tuple(dated), late=Policy(penalty=40, cap=80)
    )
    table = grades_csv(course, RESULTS, {}, known(changed, course)).decode("utf-8-sig")
    assert table.splitlines()[1].startswith("4021,,7,1.5,-8,0.5,7,"), "8 of 10 are taken from 8.5"
    console = Console(file=io.StringIO(), width=100)
    console.print(summary(course, RESULTS, "en", known(changed, course)))
    assert "7→8.5−8=0.5/10" in console.file.getvalue()


def test_the_next_run_of_grade_shows_what_counts_and_tells_what_does_not(changed):
    """4022 has a mark by hand, and handed in nothing any more."""
    give(changed, "4022", "predict", 0.5)
    changed.hand_in("4021")
    work = find_hand_in(changed.submitted / "4021" / SLUG, "4021", changed.course[SLUG])
    basis = bases(changed.course, [SLUG], sandboxed=True)[SLUG].sha256
    graded = msgspec.structs.replace(
        RESULTS[0], submission_sha256=work.sha256, graders_sha256=basis
    )
    gone = msgspec.structs.replace(missing("4022"), graders_sha256=basis)
    path = changed.place / "results.jsonl"
    write_results(path, [graded, gone])
    before = read_results(path)
    made = run(changed, "grade", "--db-url", f"sqlite:///{changed.database}",
               "--student", "4021", "--student", "4022")  # fmt: skip
    assert "0건 새로 채점" in made.stderr
    assert read_results(path) == before
    assert "7→8.5/10" in made.stdout
    assert "4021,,7,1.5,8.5,7,1.5,8.5,10" in (changed.place / "grades.csv").read_text("utf-8-sig")
    assert "제출물이 없어 세지 않은 것 1건: 4022/a01_sigmoid" in made.stderr


def test_the_history_of_a_mark_ends_with_what_was_changed_by_hand(changed):
    basis = bases(changed.course, [SLUG], sandboxed=True)[SLUG]
    line = msgspec.json.encode(graded_now(RESULTS[0], basis))
    (changed.place / "history.jsonl").write_bytes(line + b"\n")
    made = autograder("history", "4021", SLUG, "--out", changed.place, "--lang", "ko")
    assert made.stdout.endswith("formgrader에서 조정: 7 → 8.5 (sigmoid 4 → 5.5)\n")


def test_where_the_gradebook_cannot_be_read_marks_are_raw_and_that_is_told(changed):
    changed.database.write_bytes(b"no database" * 100)
    made = autograder("export", "excel", "--out", changed.place, "--lang", "ko")
    assert rows(changed.place / "export" / "excel.csv")[1][3] == "7"
    assert made.returncode == 2
    assert "gradebook.db 성적부를 쓸 수 없습니다. (file is not a database)" in made.stderr
    assert "손으로 고친 점수를 빼고" in made.stderr
    changed.database.unlink()
    made = run(changed, "export", "excel")
    assert f"성적부({changed.database})가 없어" in made.stderr


def test_a_gradebook_that_is_not_there_says_nothing_and_is_not_made(tmp_path):
    assert read_book(sql.make_url(f"sqlite:///{tmp_path}/gradebook.db")).by_hand == {}
    assert not [*tmp_path.iterdir()]
