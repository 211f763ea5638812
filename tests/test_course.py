"""course.toml and what stands beside it: read once, and refused in words."""

import stat

import pytest

from autograder.course import load_course
from autograder.errors import CourseError
from autograder.roster import Row, read_rows
from autograder.text import Text


@pytest.fixture
def course(tmp_path):
    def write(text, assignment='[title]\nko = "하나"\nen = "One"\n'):
        folder = tmp_path / "assignments" / "a01_one"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "assignment.toml").write_text(assignment, "utf-8")
        (tmp_path / "course.toml").write_text(text, "utf-8")
        return load_course(tmp_path)

    return write


HEAD = 'title = "과목"\nassignments = ["a01_one"]\n'


def test_a_course_has_titles_in_both_languages_and_default_limits(course):
    one = course(HEAD)["a01_one"]
    assert (one.title.ko, one.title.en) == ("하나", "One")
    assert (one.limits.call_cpu, one.limits.cpu, one.limits.memory) == (10, 60, 1024)


def test_the_courses_title_is_one_for_both_languages_or_two(course):
    assert course(HEAD).title == Text("과목", "과목")
    both = HEAD.replace('"과목"', '{ ko = "과목", en = "Course" }')
    assert course(both).title == Text("과목", "Course")


def test_a_byte_order_mark_of_windows_is_no_part_of_course_toml(course):
    assert course(f"\ufeff{HEAD}").title == Text("과목", "과목")


def test_an_assignments_limits_win_over_the_courses(course):
    text = HEAD + "[limits]\ncpu = 30\ncall_cpu = 3\n"
    one = course(text, '[title]\nko = "가"\nen = "a"\n[limits]\ncall_cpu = 20\n')["a01_one"]
    assert (one.limits.cpu, one.limits.call_cpu) == (30, 20)


def test_a_due_date_without_a_zone_is_local(course):
    one = course(HEAD + "[due]\na01_one = 2026-12-01T23:59:00\n")["a01_one"]
    assert one.due is not None
    assert one.due.tzinfo is not None


def test_a_due_day_ends_at_midnight(course):
    due = course(HEAD + "[due]\na01_one = 2026-12-01\n")["a01_one"].due
    assert (due.day, due.hour, due.minute) == (1, 23, 59)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "title"),
        ("title = ", "Invalid value"),
        ('title = "x"\nassignments = ["A1"]', "'A1' is no name for an assignment"),
        (
            'title = "x"\nassignments = ["a02_two"]',
            "lists a02_two, but .*assignment.toml is missing",
        ),
        (HEAD + 'language = "fr"', "language is 'fr'"),
        (HEAD + "[limits]\nspeed = 3", "speed"),
        (HEAD + "[limits]\ncall_cpu = 0", r"^course.toml: \[limits\]: Expected `float` > 0"),
        (HEAD + "[limits]\nwall = nan", "wall"),
        (HEAD + "[limits]\ncpu = inf", "cpu"),
        (HEAD + "[limits]\nmemory = -1", "memory"),
        (HEAD + "[due]\na02_two = 2026-12-01", "a02_two"),
        (HEAD + "[due]\na01_one = 'tomorrow'", "due date of a01_one is 'tomorrow'"),
        (HEAD + "[due]\na01_one = 12:00:00", "due date of a01_one is 12:00:00"),
        ('title = "x"\nassignments = ["a01_one", "a01_one"]', "'a01_one' is 2 times among"),
        (HEAD + "colour = 1", "colour"),
    ],
)
def test_a_wrong_course_toml_is_told(course, text, message):
    with pytest.raises(CourseError, match=message) as error:
        course(text)
    assert error.value.hint.en


def test_the_secret_is_made_once_and_only_its_owner_reads_it(course, tmp_path):
    first = course(HEAD).secret
    assert len(first) == 64
    assert course(HEAD).secret == first
    assert stat.S_IMODE((tmp_path / ".course-secret").stat().st_mode) == 0o600


def test_an_empty_secret_is_no_secret(course, tmp_path):
    (tmp_path / ".course-secret").write_text("\n")
    with pytest.raises(CourseError, match="is empty"):
        _ = course(HEAD).secret


def test_hidden_inputs_differ_by_item_assignment_and_secret(course, tmp_path):
    one = course(HEAD)
    seeds = {one.seed("a", "x"), one.seed("a", "y"), one.seed("b", "x")}
    (tmp_path / ".course-secret").write_text("other")
    seeds.add(course(HEAD).seed("a", "x"))
    assert len(seeds) == 4


def test_a_roster_is_read_in_utf8_and_in_cp949(tmp_path):
    path = tmp_path / "roster.csv"
    for encoding in ("utf-8-sig", "utf-8", "cp949"):
        path.write_bytes(
            'id,name,email\n1,김민준,a@b\n,아무도,\n2,"이, 서연",c@d\n'.encode(encoding)
        )
        assert [(row.id, row.name) for row in read_rows(path)] == [
            ("1", "김민준"),
            ("2", "이, 서연"),
        ]


def test_a_roster_that_a_western_excel_has_saved_is_read(tmp_path):
    (tmp_path / "roster.csv").write_bytes("id;name\n1;José García\n2;Jörg\n".encode("cp1252"))
    assert [row.name for row in read_rows(tmp_path / "roster.csv")] == ["José García", "Jörg"]


@pytest.mark.parametrize(("comma", "encoding"), [("\t", "utf-16"), (";", "utf-8")])
def test_a_roster_may_have_what_a_spreadsheet_writes_in_place_of_commas(tmp_path, comma, encoding):
    text = "학번,이름\n1,김민준\n".replace(",", comma)
    (tmp_path / "roster.csv").write_bytes(text.encode(encoding))
    assert read_rows(tmp_path / "roster.csv") == [Row("1", "김민준")]


def test_a_quote_that_is_not_closed_swallows_nobody(tmp_path):
    (tmp_path / "roster.csv").write_text('id,name\n1,"Kim\n2,Lee\n')
    with pytest.raises(CourseError, match="unexpected end of data"):
        read_rows(tmp_path / "roster.csv")


@pytest.mark.parametrize("id", ["../../x", "2026/001", "..", "9" * 300, "4\x1b[2J"])
def test_a_student_of_the_roster_can_have_a_folder_and_is_known_to_the_lms(course, tmp_path, id):
    (tmp_path / "roster.csv").write_text(f"id,name\n{id},\u202eKim\n")
    here = course(HEAD)
    ((student, name),) = here.roster.items()
    (tmp_path / student).mkdir()
    assert (tmp_path / student).parent.samefile((tmp_path / student).resolve().parent)
    assert student not in (id, ".", "..")
    assert (name, here.people[student].id) == ("Kim", id)


def test_a_roster_without_ids_is_refused(tmp_path):
    path = tmp_path / "roster.csv"
    path.write_text("name\n김민준\n", "utf-8")
    with pytest.raises(CourseError, match="no column called id"):
        read_rows(path)


@pytest.mark.parametrize(
    "text",
    [
        "학번,이름,이메일\n1,김민준,kim@u.ac.kr",
        "No,이메일 주소,성,이름,학번\n7,kim@u.ac.kr,김,민준,1",
        "First name,Last name,ID number,Email address,Groups\n민준,김,1,kim@u.ac.kr,A",
        "Student,ID,SIS User ID,SIS Login ID,Section\n    Points Possible,,,,\n김민준,1,99,kim@u.ac.kr,A",
    ],
)
def test_a_roster_may_be_what_an_lms_exports(tmp_path, text):
    (tmp_path / "roster.csv").write_bytes(text.encode("cp949"))
    (row,) = read_rows(tmp_path / "roster.csv")
    assert (row.id, row.email) == ("1", "kim@u.ac.kr")
    assert sorted(row.name.replace(" ", "")) == sorted("김민준")


def test_without_ids_the_e_mail_is_the_id(tmp_path):
    (tmp_path / "roster.csv").write_text(
        "First name,Last name,Email address\nMinjun,Kim,kim@u.ac.kr\n"
    )
    (row,) = read_rows(tmp_path / "roster.csv")
    assert row == Row("kim@u.ac.kr", "Minjun Kim", "kim@u.ac.kr")
