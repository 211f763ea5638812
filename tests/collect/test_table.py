"""The table after collecting: one row per student at most, and no more than fit on a screen."""

import io
from datetime import timedelta

from rich.cells import cell_len
from rich.console import Console

from autograder.collect import Collection
from autograder.collect.table import ROWS, table_of
from autograder.course import Assignment
from tests.collect.conftest import NOON, Classroom, code

WORK = code("sigmoid", "predict")
FILE = "a01_sigmoid.ipynb"


def shown(classroom: Classroom, collection: Collection, language: str = "en") -> list[str]:
    """The table's lines, each as wide as the others."""
    console = Console(file=io.StringIO(), width=80)
    table = table_of(classroom.course, collection, Assignment.due_for, language)
    console.print(table if table is not None else "nothing")
    lines = console.file.getvalue().splitlines()
    assert len({cell_len(line) for line in lines if line[0] in "┏┃│└"}) <= 1
    return [" ".join(line.replace("│", " ").split()) for line in lines if line[0] not in "┏┡└"]


def due(classroom: Classroom, text: str) -> None:
    path = classroom.root / "course.toml"
    path.write_text(f"{path.read_text('utf-8')}[due]\na01_sigmoid = {text}\n", "utf-8")


def test_a_row_tells_who_what_when_late_and_how_many_problems(classroom: Classroom):
    due(classroom, "2026-11-24T11:00:00")
    classroom.roster("20240001,김민준,", "20240002,Seoyeon Lee,")
    mine = "김민준_101_assignsubmission_file_"
    files = {
        f"{mine}/{FILE}": WORK,
        f"{mine}/a04_bce_cost.py": ("def bce(): ...", NOON + timedelta(hours=1)),
        f"{mine}/숙제.zip": b"broken",
        f"Seoyeon Lee_102_assignsubmission_file_/{FILE}": (WORK, NOON - timedelta(hours=2)),
        "박지호_103_assignsubmission_file_/과제.7z": b"7z",
    }
    header, *rows = shown(classroom, classroom.collect(classroom.zip(files)))
    assert header.split("┃")[1:-1] == [
        " student ", " assignments ", " handed in ", " late ", " problems "
    ]  # fmt: skip
    assert rows == [
        "103 박지호 1",
        "20240001 김민준 a01 a04 11-24 13:00 a01 1",
        "20240002 Seoyeon Lee a01 11-24 10:00",
    ]


def test_a_file_for_no_assignment_is_its_students_problem_not_that_of_the_folder_around(
    classroom: Classroom,
):
    files = {f"2026/kim/{FILE}": WORK, f"2026/lee/{FILE}": WORK, "2026/park/hw.py": "x = 1"}
    collection = classroom.collect(classroom.zip(files))
    assert [row.split()[0] for row in shown(classroom, collection)[1:]] == ["kim", "lee", "park"]


def test_canvass_unknown_time_is_told_as_such(classroom: Classroom):
    collection = classroom.collect(classroom.zip({f"kim_LATE_101_1_{FILE}": WORK}))
    assert shown(classroom, collection)[1:] == ["101 kim a01 not told a01"]
    assert shown(classroom, collection, "ko")[1:] == ["101 kim a01 시각 모름 a01"]


def test_of_a_class_of_200_those_are_shown_who_want_to_be_looked_at(classroom: Classroom):
    due(classroom, "2026-11-24T12:30:00")
    files = {
        f"학생{n:03}_{n}_assignsubmission_file_/{FILE}": (WORK, NOON + timedelta(hours=n % 20 == 0))
        for n in range(200)
    }
    files |= {f"학생{n:03}_{n}_assignsubmission_file_/hw.rar": b"rar" for n in range(3)}
    collection = classroom.collect(classroom.zip(files))
    _, *rows = shown(classroom, collection)
    assert len(rows) == 12 + 1 <= ROWS
    assert [row.split()[0] for row in rows[:3]] == ["0", "1", "100"]
    assert rows[-1] == "and 188 more (0 with problems, 0 late)"
    assert shown(classroom, collection, "ko")[-1] == "그 밖에 188명 (문제 0명, 지각 0명)"


def test_where_nobody_handed_in_there_is_no_table(classroom: Classroom):
    assert shown(classroom, classroom.collect(classroom.zip({}))) == ["nothing"]
