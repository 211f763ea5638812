"""The newest counts, nothing is lost, and collecting again changes nothing."""

import time
from datetime import timedelta
from pathlib import Path

import pytest

from tests.collect.conftest import NOON, Classroom, Content, code
from tests.conftest import notebook

FOLDER = "김민준_101_assignsubmission_file_"
HOME = "101/a01_sigmoid"
NOTEBOOK = f"{HOME}/a01_sigmoid.ipynb"
LATER = NOON + timedelta(hours=1)


def attempt(text: str, time=NOON, name: str = "a01_sigmoid.ipynb") -> dict[str, Content]:
    return {f"{FOLDER}/{name}": (text, time)}


def test_the_newest_counts_and_the_older_is_kept(classroom: Classroom):
    files = attempt("old") | attempt("new", LATER, "a01_sigmoid (1).ipynb")
    collection = classroom.collect(classroom.zip(files))
    assert classroom.read(NOTEBOOK) == "new"
    assert classroom.read(f"{HOME}/timestamp.txt").strip() == LATER.astimezone().isoformat()
    assert classroom.kept == [f"{HOME}/1-a01_sigmoid.ipynb"]
    (superseded,) = collection.superseded
    assert superseded.target == classroom.collected / HOME / "1-a01_sigmoid.ipynb"
    assert (superseded.student, superseded.slug, superseded.when) == (
        "101",
        "a01_sigmoid",
        NOON.astimezone(),
    )
    assert superseded.origin == f"moodle.zip/{FOLDER}/a01_sigmoid.ipynb"


def test_of_one_time_the_higher_copy_counts(classroom: Classroom):
    names = ["a01_sigmoid (2).ipynb", "a01_sigmoid (10).ipynb", "a01_sigmoid.ipynb"]
    classroom.take({f"{FOLDER}/{name}": name for name in names})
    assert classroom.read(NOTEBOOK) == "a01_sigmoid (10).ipynb"
    assert classroom.kept == [
        f"{HOME}/1-a01_sigmoid.ipynb",
        f"{HOME}/2-a01_sigmoid (2).ipynb",
    ]


def test_a_copy_of_what_was_released_takes_the_place_of_no_work(classroom: Classroom):
    released = notebook([(classroom.course["a01_sigmoid"].source).read_text("utf-8")])
    work = code("sigmoid")
    classroom.take(attempt(work) | attempt(released, LATER, "a01_sigmoid-Copy1.ipynb"))
    assert classroom.read(NOTEBOOK) == work
    assert classroom.kept == [f"{HOME}/1-a01_sigmoid-Copy1.ipynb"]


def test_where_nothing_was_written_what_was_released_is_handed_in(classroom: Classroom):
    released = notebook([(classroom.course["a01_sigmoid"].source).read_text("utf-8")])
    classroom.take(attempt(released) | attempt(released + " ", name="a01_sigmoid-Copy1.ipynb"))
    assert classroom.read(NOTEBOOK) == released + " "


def test_of_one_time_and_copy_the_later_in_order_counts(classroom: Classroom):
    classroom.take({f"{FOLDER}/{place}/a01_sigmoid.ipynb": place for place in ("b", "c", "a")})
    assert classroom.read(NOTEBOOK) == "c"


def test_the_newest_of_several_sources_counts(classroom: Classroom):
    new = classroom.zip(attempt("new", LATER), "new.zip")
    old = classroom.zip(attempt("old"), "old.zip")
    classroom.collect(new, old)
    assert classroom.read(NOTEBOOK) == "new"


def test_a_notebook_and_a_py_stand_side_by_side(classroom: Classroom):
    files = attempt("notebook") | attempt("script", LATER, "a01_sigmoid.py")
    assert classroom.take(files) == [NOTEBOOK, f"{HOME}/a01_sigmoid.py"]
    assert classroom.read(f"{HOME}/timestamp.txt").strip() == LATER.astimezone().isoformat()
    assert classroom.kept == []


def test_the_same_bytes_twice_are_one_attempt(classroom: Classroom):
    classroom.take(attempt("same") | attempt("same", name="a01_sigmoid (1).ipynb"))
    assert classroom.kept == []


@pytest.mark.parametrize("as_folder", [True, False])
def test_collecting_twice_changes_nothing(classroom: Classroom, as_folder: bool):
    files = (
        attempt("old")
        | attempt("new", LATER, "a01_sigmoid - Copy.ipynb")
        | attempt("script", name="a01_sigmoid.py")
        | {"이서연_102_assignsubmission_file_/과제.ipynb": code("bce")}
    )
    source = classroom.folder(files) if as_folder else classroom.zip(files)
    first = classroom.collect(source)
    before = classroom.everything()
    second = classroom.collect(source)
    assert classroom.everything() == before
    assert [taken.target for taken in second.taken] == [taken.target for taken in first.taken]
    assert second.superseded == first.superseded
    assert not any(taken.changed for taken in second.taken)


def test_submitted_can_itself_be_collected(classroom: Classroom):
    classroom.take(attempt("work"))
    before = classroom.everything()
    assert classroom.collect(classroom.submitted).problems == ()
    assert classroom.everything() == before


def test_a_later_collect_replaces_and_keeps_what_was_there(classroom: Classroom):
    classroom.take(attempt("first"))
    collection = classroom.collect(classroom.zip(attempt("second", LATER), "second.zip"))
    assert classroom.read(NOTEBOOK) == "second"
    assert classroom.kept == [f"{HOME}/1-a01_sigmoid.ipynb"]
    assert [kept.when for kept in collection.superseded] == [NOON.astimezone()]
    assert collection.taken[0].changed


def test_other_bytes_replace_even_where_the_time_is_older_and_that_is_told(classroom: Classroom):
    classroom.take(attempt("first", LATER))
    second = classroom.zip(attempt("second"), "second.zip")
    problem = classroom.problem(second)
    assert "101/a01_sigmoid: what was collected now (2026-11-24 12:00)" in problem
    assert "before what lay there (2026-11-24 13:00), and counts in its place" in problem
    assert problem.endswith(f"{classroom.collected / HOME / '1-a01_sigmoid.ipynb'} now.")
    assert classroom.collect(second).problems == ()
    assert classroom.read(NOTEBOOK) == "second"
    assert classroom.read(f"{HOME}/timestamp.txt").strip() == NOON.astimezone().isoformat()


def test_the_same_bytes_at_a_later_time_are_dated_anew(classroom: Classroom):
    classroom.take(attempt("same"))
    collection = classroom.collect(classroom.zip(attempt("same", LATER), "second.zip"))
    assert classroom.read(f"{HOME}/timestamp.txt").strip() == LATER.astimezone().isoformat()
    assert collection.taken[0].changed
    assert classroom.kept == []


def test_the_same_bytes_at_an_earlier_time_change_nothing(classroom: Classroom):
    classroom.take(attempt("same", LATER))
    before = classroom.everything()
    classroom.collect(classroom.zip(attempt("same"), "second.zip"))
    assert classroom.everything() == before


def test_a_py_beside_an_older_notebook_dates_the_folder_by_the_newest(classroom: Classroom):
    classroom.take(attempt("notebook", LATER))
    classroom.take(attempt("script", name="a01_sigmoid.py"), name="second.zip")
    assert classroom.read(f"{HOME}/timestamp.txt").strip() == LATER.astimezone().isoformat()


def test_going_back_and_forth_keeps_each_version_once(classroom: Classroom):
    one = classroom.zip(attempt("one"), "one.zip")
    two = classroom.zip(attempt("two"), "two.zip")
    for source in (one, two, one, two):
        classroom.collect(source)
    assert classroom.read(NOTEBOOK) == "two"
    assert len(classroom.kept) == 2


def test_a_kept_file_never_overwrites_another(classroom: Classroom):
    past = classroom.collected / HOME
    past.mkdir(parents=True)
    for number in (1, 7):
        (past / f"{number}-a01_sigmoid.ipynb").write_text("kept long ago")
    classroom.take(attempt("old") | attempt("new", LATER, "a01_sigmoid (1).ipynb"))
    assert len(classroom.kept) == 3
    assert f"{HOME}/8-a01_sigmoid.ipynb" in classroom.kept


def test_a_kept_files_name_is_made_safe(classroom: Classroom):
    classroom.take(attempt("old", name="\x1b]0;김_a01_sigmoid.ipynb") | attempt("new", LATER))
    (kept,) = classroom.kept
    assert kept.startswith(f"{HOME}/1-]0;김_a01_sigmoid-")
    assert kept.endswith(".ipynb")


def test_nothing_else_is_left_behind(classroom: Classroom):
    classroom.take(attempt("work"))
    names = {path.name for path in classroom.submitted.rglob("*")}
    assert names == {"101", "a01_sigmoid", "a01_sigmoid.ipynb", "timestamp.txt", "lms.txt"}
    assert list(classroom.collected.iterdir()) == []


@pytest.mark.parametrize(
    "place", ["101", HOME, NOTEBOOK, f"{HOME}/timestamp.txt", f"{HOME}/submission_secret.txt"]
)
def test_a_link_in_submitted_is_not_written_through(classroom: Classroom, place: str):
    elsewhere = classroom.root / "elsewhere"
    elsewhere.mkdir()
    link = classroom.submitted / place
    link.parent.mkdir(parents=True, exist_ok=True)
    link.symlink_to(elsewhere)
    problem = classroom.problem(classroom.zip(attempt("work")))
    assert f"{link} is a link, so nothing was written there" in problem
    assert list(elsewhere.iterdir()) == []


def test_a_folder_that_cannot_be_written_harms_nobody_else(classroom: Classroom):
    classroom.submitted.mkdir()
    Path(classroom.submitted / "101").write_text("a file where the folder should be")
    files = attempt("work") | {"이서연_102_assignsubmission_file_/a01_sigmoid.ipynb": "work"}
    assert "101/a01_sigmoid cannot be written" in classroom.problem(classroom.zip(files))
    assert "102/a01_sigmoid/a01_sigmoid.ipynb" in classroom.placed


@pytest.fixture
def in_seoul(monkeypatch):
    monkeypatch.setenv("TZ", "KST-9")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def due(classroom: Classroom, text: str) -> None:
    path = classroom.root / "course.toml"
    path.write_text(f"{path.read_text('utf-8')}[due]\na01_sigmoid = {text}\n", "utf-8")


@pytest.mark.usefixtures("in_seoul")
def test_times_without_a_zone_are_told_of_where_the_due_date_has_another(classroom: Classroom):
    due(classroom, "2026-11-24T23:59:00-05:00")
    problem = classroom.problem(classroom.zip(attempt("work")))
    assert "due date is in -05:00, this computer's clock in +09:00" in problem
    assert classroom.read(f"{HOME}/timestamp.txt") == "2026-11-24T12:00:00+09:00\n"


@pytest.mark.usefixtures("in_seoul")
@pytest.mark.parametrize("text", ["2026-11-24T23:59:00+09:00", "2026-11-24T23:59:00", "2026-11-24"])
def test_a_due_date_in_this_computers_zone_is_no_problem(classroom: Classroom, text: str):
    due(classroom, text)
    classroom.take(attempt("work"))
