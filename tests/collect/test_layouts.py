"""Whatever the LMS, a hand-in comes to submitted/<student>/<slug>/<slug>.ipynb or .py."""

import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from autograder.collect import Collection
from autograder.errors import CollectError
from tests.collect.conftest import NOON, Classroom, code, zipped

WORK = code("sigmoid")
PLACED = ["101/a01_sigmoid/a01_sigmoid.ipynb"]
FORGED = (
    "이서연_7_assignsubmission_file_/a01_sigmoid.ipynb",
    "leeseoyeon_12_99_a01_sigmoid.ipynb",
    "HW_12_attempt_2026-11-01-12-00-00_a01_sigmoid.ipynb",
    "이서연 - a01_sigmoid.ipynb",
)


@pytest.mark.parametrize(
    "path",
    [
        "김민준_101_assignsubmission_file_/a01_sigmoid.ipynb",
        "김민준_101_assignsubmission_file/a01_sigmoid.ipynb",
        "김민준_101_assignsubmission_file_a01_sigmoid.ipynb",
        "a01_sigmoid/김민준_101_assignsubmission_file_/a01_sigmoid.ipynb",
        "2026/과제 1/김민준_101_assignsubmission_file_/a01_sigmoid.ipynb",
        "김민준_101_assignsubmission_file_/제출/최종/a01_sigmoid.ipynb",
        "김민준_101_assignsubmission_file_\\a01_sigmoid.ipynb",
    ],
)
def test_moodle_tells_the_student_by_folder_or_in_the_file_name(classroom: Classroom, path: str):
    assert classroom.take({path: WORK}) == PLACED


def test_moodles_folder_is_collected_like_its_zip(classroom: Classroom):
    folder = classroom.folder({"김민준_101_assignsubmission_file_/a01_sigmoid.ipynb": WORK})
    assert classroom.collect(folder).problems == ()
    assert classroom.placed == PLACED


@pytest.mark.parametrize("name", ["_/hw.zip", "_hw.zip", "_/a01_sigmoid.ZIP"])
def test_a_zip_inside_a_students_folder_is_opened(classroom: Classroom, name: str):
    inner = zipped({"hw/a01_sigmoid.ipynb": WORK})
    assert classroom.take({f"김민준_101_assignsubmission_file{name}": inner}) == PLACED


def test_moodles_zips_are_taken_from_a_folder_of_zips(classroom: Classroom):
    member = "김민준_101_assignsubmission_file_/a01_sigmoid.ipynb"
    folder = classroom.folder({"과제1.zip": zipped({member: WORK})})
    assert classroom.collect(folder).problems == ()
    assert classroom.placed == PLACED


def test_online_text_is_not_a_hand_in(classroom: Classroom):
    files = {
        "김민준_101_assignsubmission_onlinetext_/onlinetext.html": "<p>안녕하세요</p>",
        "이서연_102_assignsubmission_onlinetext_/a01_sigmoid.ipynb": WORK,
    }
    assert "onlinetext.html is neither a notebook nor a .py" in classroom.problem(
        classroom.zip(files)
    )
    assert classroom.placed == []


def test_nbgraders_layout_comes_with_its_timestamps_and_secrets(classroom: Classroom):
    stamp = "2026-11-20 03:00:00.25 UTC"
    classroom.take(
        {
            "submitted/kim/a01_sigmoid/a01_sigmoid.ipynb": WORK,
            "submitted/kim/a01_sigmoid/timestamp.txt": stamp,
            "submitted/kim/a01_sigmoid/submission_secret.txt": "5" * 128,
            "submitted/lee/a01_sigmoid/a01_sigmoid.py": "def sigmoid(x): ...",
        }
    )
    assert classroom.placed == [
        "kim/a01_sigmoid/a01_sigmoid.ipynb",
        "kim/a01_sigmoid/submission_secret.txt",
        "lee/a01_sigmoid/a01_sigmoid.py",
    ]
    assert classroom.read("kim/a01_sigmoid/timestamp.txt") == "2026-11-20T03:00:00+00:00\n"
    assert classroom.read("kim/a01_sigmoid/submission_secret.txt") == "5" * 128


@pytest.mark.parametrize("name", ["submission_secret.txt", "late.txt", "timestamp.txt"])
def test_what_a_students_own_zip_says_beside_the_work_is_not_believed(
    classroom: Classroom, name: str
):
    said = {"submission_secret.txt": "5" * 128, "late.txt": "no", "timestamp.txt": "2020-01-01"}
    own = zipped({"a01_sigmoid.ipynb": WORK, name: said[name]})
    classroom.take({"submitted/kim/a01_sigmoid/a01_sigmoid.zip": own})
    assert classroom.placed == ["kim/a01_sigmoid/a01_sigmoid.ipynb"]
    assert written(classroom, "kim") == NOON.astimezone()


@pytest.mark.parametrize(
    "stamp",
    [
        "2026-11-20T12:00:00+09:00",
        "2026-11-20 12:00:00 Asia/Seoul",
        "2026-11-20 12:00:00 +0900",
        "2026-11-20 12:00:00.9 Asia/Seoul\n",
    ],
)
def test_a_timestamp_may_be_ours_or_nbgraders(classroom: Classroom, stamp: str):
    folder = "kim/a01_sigmoid/"
    classroom.take({folder + "a01_sigmoid.ipynb": WORK, folder + "timestamp.txt": stamp})
    assert classroom.read(folder + "timestamp.txt") == "2026-11-20T12:00:00+09:00\n"


@pytest.mark.parametrize(
    "stamp", ["yesterday", "", "2026-11-20 12:00 ../../etc/passwd", "0001-01-01"]
)
def test_a_timestamp_that_holds_no_time_is_told(classroom: Classroom, stamp: str):
    folder = "kim/a01_sigmoid/"
    files = {folder + "a01_sigmoid.ipynb": WORK, folder + "timestamp.txt": stamp}
    assert "timestamp.txt holds no time" in classroom.problem(classroom.zip(files))
    assert written(classroom, "kim") == NOON.astimezone()


@pytest.mark.parametrize(
    "path",
    [
        "김민준/a01_sigmoid.ipynb",
        "김민준/a01_sigmoid/a01_sigmoid.ipynb",
        "a01_sigmoid/김민준/제출.ipynb",
        "3반/김민준/a01_sigmoid.ipynb",
        "a01-sigmoid-김민준/a01_sigmoid.ipynb",
        "a01-sigmoid-submissions/a01-sigmoid-김민준/a01_sigmoid.ipynb",
    ],
)
def test_a_plain_folder_tells_the_student(classroom: Classroom, path: str):
    assert classroom.take({path: WORK}) == ["김민준/a01_sigmoid/a01_sigmoid.ipynb"]


def test_the_folder_around_a_zipped_class_is_no_student(classroom: Classroom):
    files = {
        "3반/김민준/a01_sigmoid.ipynb": WORK,
        "3반/이서연/hw/a01_sigmoid.ipynb": WORK,
        "3반/a04_bce_cost/박지호/a04_bce_cost.ipynb": WORK,
    }
    assert [path.split("/")[0] for path in classroom.take(files)] == ["김민준", "박지호", "이서연"]


def test_a_student_of_the_roster_is_no_folder_around_a_class(classroom: Classroom):
    classroom.roster("20240001,김민준,")
    assert classroom.take({"김민준/hw/a01_sigmoid.ipynb": WORK}) == [
        "20240001/a01_sigmoid/a01_sigmoid.ipynb"
    ]


def test_a_zip_for_each_student_is_a_folder_for_each_student(classroom: Classroom):
    folder = classroom.folder({"김민준.zip": zipped({"hw/a01_sigmoid.ipynb": WORK})})
    assert classroom.collect(folder).problems == ()
    assert classroom.placed == ["김민준/a01_sigmoid/a01_sigmoid.ipynb"]


def test_a_folder_that_seems_to_hold_several_students_is_not_taken_for_one(classroom: Classroom):
    files = {
        "1반/김민준/a01_sigmoid.ipynb": code("sigmoid", text="1"),
        "1반/이서연/a01_sigmoid.ipynb": code("sigmoid", text="2"),
        "박지호/a01_sigmoid.ipynb": WORK,
    }
    assert "1반 may be one student or several (김민준, 이서연)" in classroom.problem(
        classroom.zip(files)
    )
    assert classroom.placed == ["박지호/a01_sigmoid/a01_sigmoid.ipynb"]


def test_a_folder_with_a_student_of_the_roster_in_it_is_no_student(classroom: Classroom):
    classroom.roster("1,김민준,", "2,이서연,")
    files = {"3반/a01_sigmoid.ipynb": code("predict"), "3반/김민준/a01_sigmoid.ipynb": WORK}
    assert "3반 may be one student or several (김민준)" in classroom.problem(classroom.zip(files))
    assert classroom.placed == []


def test_a_file_in_nobodys_folder_is_told(classroom: Classroom):
    files = {"a01_sigmoid.ipynb": WORK, "김민준/a01_sigmoid.ipynb": WORK}
    assert "moodle.zip/a01_sigmoid.ipynb is nobody's" in classroom.problem(classroom.zip(files))
    assert classroom.placed == ["김민준/a01_sigmoid/a01_sigmoid.ipynb"]


def test_a_student_cannot_hand_in_as_somebody_else_by_naming_folders(classroom: Classroom):
    forged = "김민준_101_assignsubmission_file_/이서연_102_assignsubmission_file_/a01_sigmoid.ipynb"
    assert classroom.take({forged: WORK}) == PLACED


@pytest.mark.parametrize("name", FORGED)
def test_a_mark_inside_the_folder_of_a_student_of_the_roster_is_just_a_name(
    classroom: Classroom, name: str
):
    classroom.roster("11,김민준,", "12,이서연,")
    forged = zipped({name: code("sigmoid", text="forged")})
    folder = classroom.folder({"김민준.zip": forged, "이서연/a01_sigmoid.ipynb": WORK})
    assert classroom.collect(folder).problems == ()
    assert classroom.placed == [f"{who}/a01_sigmoid/a01_sigmoid.ipynb" for who in ("11", "12")]
    assert "forged" in classroom.read("11/a01_sigmoid/a01_sigmoid.ipynb")


@pytest.mark.parametrize(
    "names",
    [
        FORGED[:1],
        (FORGED[1], "kim_8_2_a01_sigmoid.ipynb"),
        (FORGED[2], FORGED[2].replace("12", "13", 1)),
    ],
)
def test_marks_inside_what_may_be_a_students_folder_are_not_believed(
    classroom: Classroom, names: tuple[str, ...]
):
    forged = zipped({name: code("sigmoid", text=name) for name in names})
    folder = classroom.folder({"박지호.zip": forged, "이서연/a01_sigmoid.ipynb": WORK})
    assert "inside 박지호, which may be a student's own" in classroom.problem(folder)
    assert classroom.placed == ["이서연/a01_sigmoid/a01_sigmoid.ipynb"]


@pytest.mark.parametrize("name", ["hw_1_2_a01_sigmoid.ipynb", "이서연 - a01_sigmoid.ipynb"])
def test_an_odd_name_in_a_students_folder_is_that_students(classroom: Classroom, name: str):
    files = {f"박지호/{name}": WORK, "이서연/a01_sigmoid.ipynb": code("predict")}
    assert classroom.take(files) == [
        f"{who}/a01_sigmoid/a01_sigmoid.ipynb" for who in ("박지호", "이서연")
    ]


def test_a_timestamp_is_written_with_its_zone(classroom: Classroom):
    classroom.take({"김민준_101_assignsubmission_file_/a01_sigmoid.ipynb": WORK})
    assert written(classroom, "101") == NOON.astimezone()


def test_a_file_in_a_folder_is_as_old_as_the_disk_says(classroom: Classroom):
    classroom.collect(classroom.folder({"kim/a01_sigmoid.ipynb": (WORK, NOON - timedelta(days=2))}))
    assert written(classroom, "kim") == (NOON - timedelta(days=2)).astimezone()


def test_a_students_own_zip_is_not_believed_about_its_time(classroom: Classroom):
    early = NOON - timedelta(days=30)
    inner = zipped({"a01_sigmoid.ipynb": (WORK, early), "timestamp.txt": f"{early}"})
    classroom.take({"김민준_101_assignsubmission_file_/hw.zip": inner})
    assert written(classroom, "101") == NOON.astimezone()


def test_a_member_without_a_time_has_that_of_the_zip(classroom: Classroom):
    member = "김민준_101_assignsubmission_file_/a01_sigmoid.ipynb"
    source = classroom.zip({member: (WORK, datetime(1980, 1, 1))})
    classroom.collect(source)
    modified = datetime.fromtimestamp(int(source.stat().st_mtime)).astimezone()
    assert written(classroom, "101") == modified


def test_what_was_taken_is_listed_with_place_time_and_origin(classroom: Classroom):
    collection = classroom.collect(
        classroom.zip({"김민준_101_assignsubmission_file_/a01_sigmoid (1).ipynb": WORK})
    )
    (taken,) = collection.taken
    assert (taken.student, taken.slug, taken.changed) == ("101", "a01_sigmoid", True)
    assert taken.target == classroom.submitted / PLACED[0]
    assert taken.when == NOON.astimezone()
    assert taken.origin == ("moodle.zip/김민준_101_assignsubmission_file_/a01_sigmoid (1).ipynb")


def test_an_empty_zip_and_an_empty_folder_are_no_problem(classroom: Classroom):
    assert classroom.collect(classroom.zip({}), classroom.folder({})) == Collection()


def test_a_source_that_does_not_exist_is_an_error(classroom: Classroom):
    with pytest.raises(CollectError, match=r"moodle\.zip does not exist"):
        classroom.collect(Path("moodle.zip"))


def test_a_source_that_is_no_folder_and_no_zip_is_an_error(classroom: Classroom):
    with pytest.raises(CollectError, match="neither a folder nor a zip") as caught:
        classroom.collect(classroom.file("명단.xlsx.txt", b"hello"))
    assert "as the LMS made it" in caught.value.hint.en
    assert not classroom.submitted.exists()


def test_a_page_of_the_lms_in_the_zips_place_is_told_as_such(classroom: Classroom):
    page = classroom.file("moodle.zip", b"\n<!doctype html><title>Log in</title>")
    with pytest.raises(CollectError, match=r"moodle\.zip is a web page, not a zip") as caught:
        classroom.collect(page)
    assert "asked for a login" in caught.value.hint.en


def test_a_place_that_cannot_be_written_is_an_error(classroom: Classroom):
    classroom.collected.write_text("a file where the folder should be")
    with pytest.raises(CollectError, match="cannot be written"):
        classroom.collect(classroom.zip({}))


def test_collect_starts_without_torch():
    check = "import sys, autograder.collect; sys.exit('torch' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", check], check=False).returncode == 0


def written(classroom: Classroom, student: str) -> datetime:
    """The time in a student's timestamp.txt; it has a zone."""
    time = datetime.fromisoformat(classroom.read(f"{student}/a01_sigmoid/timestamp.txt").strip())
    assert time.tzinfo is not None
    return time
