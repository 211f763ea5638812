"""Marks go out as Moodle, Canvas and Excel take them: nobody's to another, nothing as a formula."""

import csv
import io

import pytest

from autograder.course import load_course
from autograder.record.lms import sheets
from autograder.record.results import write_results
from autograder.result import ItemResult, Outcome, Result, Status
from tests.conftest import autograder, course_of

SLUG, OTHER = "a01_sigmoid", "a03_dot_product"
ROSTER = "id,name,email\n4021,김민준,kim@example.org\n4022,=cmd|'/c calc'!A1,lee@example.org\n4023,Noah,\n"


def result(student, slug=SLUG, points=(2.0, 0.5), status=Status.GRADED):
    items = tuple(
        ItemResult(name, "f", got, most, Outcome.PASSED if got else Outcome.FAILED)
        for name, got, most in zip(("sig.values", "sig.shape"), points, (2.0, 1.0), strict=True)
    )
    graded = status is Status.GRADED
    return Result(student, slug, status, sum(points), 3.0, items=items if graded else ())


RESULTS = [
    result("4021"),
    result("4021", OTHER, (0.0, 0.0)),
    result("4022", points=(0.0, 0.0), status=Status.MISSING),
    result("4022", OTHER, (0.0, 0.0), Status.UNREADABLE),
    result("4023"),
    result("4023", OTHER),
]


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    course = course_of(tmp_path_factory.mktemp("lms"), SLUG, OTHER)
    (course / "roster.csv").write_text(ROSTER, "utf-8")
    write_results(course / "results.jsonl", RESULTS)
    return course


def export(place, lms):
    """What is exported: the assignments and the items, as rows; and what is told."""
    run = autograder("export", lms, "--lang", "en", cwd=place)
    assert run.returncode == 0, run.stderr
    files = [f"{place}/export/{lms}.csv", f"{place}/export/{lms}-items.csv"]
    assert run.stdout.split() == files
    texts = [(place / "export" / file).read_bytes() for file in files]
    assert all(text.startswith(b"\xef\xbb\xbf") for text in texts), "Excel needs it for Hangul"
    return [list(csv.reader(io.StringIO(text.decode("utf-8-sig")))) for text in texts], run.stderr


def test_moodle_finds_students_by_e_mail_and_is_told_what_is_missing(place):
    (assignments, items), told = export(place, "moodle")
    assert assignments == [
        ["Email address", "ID number", "Name", SLUG, OTHER],
        ["kim@example.org", "4021", "김민준", "2.5", "0"],
        ["lee@example.org", "4022", "'=cmd|'/c calc'!A1", "-", "0"],
    ]
    assert items[0][3:] == [f"{SLUG} sig.values", f"{SLUG} sig.shape", f"{OTHER} sig.values", f"{OTHER} sig.shape"]  # fmt: skip
    assert items[1][3:] == ["2", "0.5", "0", "0"]
    assert items[2][3:] == ["-", "-", "0", "0"]
    assert "Without an e-mail in roster.csv, and left out (1): 4023" in told


def test_moodle_is_given_no_row_that_it_would_take_for_the_student_before(place):
    """It keeps the last student it has found, and a row without an identifier goes to that one."""
    for table in export(place, "moodle")[0]:
        assert all(row[0] for row in table)


def test_canvas_has_its_five_columns_and_the_row_of_points(place):
    (assignments, items), told = export(place, "canvas")
    assert assignments == [
        ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", SLUG, OTHER],
        ["    Points Possible", "", "", "", "", "3", "3"],
        ["김민준", "", "4021", "kim@example.org", "", "2.5", "0"],
        ["'=cmd|'/c calc'!A1", "", "4022", "lee@example.org", "", "", "0"],
        ["Noah", "", "4023", "", "", "2.5", "2.5"],
    ]
    assert items[1][5:] == ["2", "1", "2", "1"]
    assert told == ""


def test_excel_shows_sums_and_keeps_missing_apart_from_zero(place):
    (assignments, _), _ = export(place, "excel")
    assert assignments[0] == ["id", "name", "email", SLUG, OTHER, "total", "max_total"]
    assert assignments[1:3] == [
        ["4021", "김민준", "kim@example.org", "2.5", "0", "2.5", "6"],
        ["4022", "'=cmd|'/c calc'!A1", "lee@example.org", "", "0", "0", "6"],
    ]


def test_without_a_roster_students_go_out_by_the_number_that_the_lms_gave(tmp_path):
    course = course_of(tmp_path, SLUG)
    write_results(course / "results.jsonl", [result("7001")])
    (moodle, _), told = export(course, "moodle")
    (canvas, _), _ = export(course, "canvas")
    assert moodle == [["ID number", "Name", SLUG], ["7001", "", "2.5"]]
    assert canvas[2] == ["7001", "7001", "", "", "", "2.5"]
    assert "Not in roster.csv, so the LMS may not know them (1): 7001" in told


@pytest.mark.parametrize("sign", "=+-@＝＋－＠\t\r\n")
def test_no_cell_starts_a_formula(place, sign):
    for data in sheets(
        load_course(place), [result(f"{sign}1+1"), result(f" {sign}=1")], "excel"
    ).values():
        for row in csv.reader(io.StringIO(data.decode("utf-8-sig"))):
            assert not row[0].lstrip().startswith(tuple("=+-@＝＋－＠\t\r\n"))
