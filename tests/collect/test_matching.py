"""A file is for the assignment that its name, else its folder, else what it defines tells."""

import unicodedata

import pytest

from tests.collect.conftest import Classroom, MacInfo, code, zipped
from tests.collect.conftest import Cp949Info as WindowsInfo

WORK = code("sigmoid", "hypothesis")
PLACED = ["101/a01_sigmoid/a01_sigmoid.ipynb"]
FOLDER = "김민준_101_assignsubmission_file_"


@pytest.mark.parametrize(
    "name",
    [
        "a01_sigmoid.ipynb",
        "a01_sigmoid (1).ipynb",
        "a01_sigmoid(2).ipynb",
        "a01_sigmoid - 복사본.ipynb",
        "a01_sigmoid - 복사본 (2).ipynb",
        "a01_sigmoid 복사본 3.ipynb",
        "a01_sigmoid - Copy.ipynb",
        "a01_sigmoid - Copy (3).ipynb",
        "a01_sigmoid copy 2.ipynb",
        "a01_sigmoid-Copy1.ipynb",
        "복사본 a01_sigmoid.ipynb",
        "Copy of a01_sigmoid.ipynb",
        "Copy_of_a01_sigmoid.ipynb",
        "Copy (2) of a01_sigmoid.ipynb",
        "a01_sigmoid.ipynb의 사본.ipynb",
        "a01_sigmoid의 사본.ipynb",
        "김민준_a01_sigmoid.ipynb",
        "20240001 김민준 - a01_sigmoid (1).ipynb",
        "A01_Sigmoid.IPYNB",
        " a01 sigmoid .ipynb",
        "a01-sigmoid.ipynb",
        "a01_sigmoid_김민준_최종.ipynb",
        "a01_sigmoid.ipynb.ipynb",
        "a01_sigmoid.ipynb.txt",
        "a01_sigmoid.ipynb.json",
        "a01_sigmoid.ipynb. ",
    ],
)
def test_copies_and_students_own_touches_do_not_hide_the_name(classroom: Classroom, name: str):
    assert classroom.take({f"{FOLDER}/{name}": "no code at all"}) == PLACED
    assert classroom.read(PLACED[0]) == "no code at all"


def test_a_name_in_decomposed_hangul_is_the_composed_one(classroom: Classroom):
    path = unicodedata.normalize("NFD", "김민준/a01_sigmoid - 복사본.ipynb")
    assert classroom.take({path: WORK}) == ["김민준/a01_sigmoid/a01_sigmoid.ipynb"]


@pytest.mark.parametrize("info", [WindowsInfo, MacInfo])
@pytest.mark.parametrize("name", ["김민준", "짝", "홍길동 (3반)"])
def test_hangul_is_read_from_zips_of_windows_and_of_macos(classroom: Classroom, info, name: str):
    path = f"{name}/a01_sigmoid - 복사본.ipynb"
    assert classroom.take({path: WORK}, info=info) == [f"{name}/a01_sigmoid/a01_sigmoid.ipynb"]


@pytest.mark.parametrize(
    "path",
    [
        f"a01_sigmoid/{FOLDER}/제출.ipynb",
        f"{FOLDER}/a01_sigmoid/제출.ipynb",
        f"a04_bce_cost/{FOLDER}/a01_sigmoid/제출.ipynb",
        f"과제 a01_sigmoid/{FOLDER}/하위/제출.ipynb",
    ],
)
def test_else_the_nearest_folder_tells(classroom: Classroom, path: str):
    assert classroom.take({path: "nothing defined"}) == PLACED


def test_the_name_of_the_source_is_a_folders_name_too(classroom: Classroom):
    source = {f"{FOLDER}/제출.ipynb": "nothing defined"}
    assert classroom.take(source, name="파이썬-a01_sigmoid-4711.zip") == PLACED


def test_the_name_of_a_zip_is_a_folders_name_too(classroom: Classroom):
    inner = zipped({"제출.ipynb": "nothing defined"})
    assert classroom.take({f"{FOLDER}/a01_sigmoid.zip": inner}) == PLACED


def test_else_what_it_defines_tells(classroom: Classroom):
    files = {
        f"{FOLDER}/과제.ipynb": WORK,
        f"{FOLDER}/과제 4.py": "def bce(): ...\ndef train(): ...",
    }
    assert classroom.take(files) == [*PLACED, "101/a04_bce_cost/a04_bce_cost.py"]


def test_a_name_counts_before_what_it_defines_but_is_told_where_they_disagree(classroom: Classroom):
    other = classroom.zip({f"{FOLDER}/a01_sigmoid.ipynb": code("bce", "train")})
    problem = classroom.problem(other)
    assert (
        "a01_sigmoid.ipynb is named as a01_sigmoid, but what it defines is asked for in" in problem
    )
    assert "asked for in a04_bce_cost. It was taken by its name" in problem
    assert classroom.placed == PLACED


def test_a_helper_of_another_assignment_beside_ones_own_work_is_no_problem(classroom: Classroom):
    assert (
        classroom.take({f"{FOLDER}/a01_sigmoid.ipynb": code("predict", "bce", "train")}) == PLACED
    )


def test_a_notebook_with_its_cells_in_one_line_is_searched_too(classroom: Classroom):
    cell = '{"cells": [{"cell_type": "code", "source": "import torch\\ndef predict(h): pass"}]}'
    assert classroom.take({f"{FOLDER}/과제.ipynb": cell}) == PLACED


@pytest.mark.parametrize(
    "work", [code("sigmoid"), code(), code("sigmoid_of", text="# def predict")]
)
def test_a_file_that_fits_no_single_assignment_best_is_told(classroom: Classroom, work: str):
    problem = classroom.problem(classroom.zip({f"{FOLDER}/과제.ipynb": work.replace("# def", "#")}))
    assert problem.startswith(f"moodle.zip/{FOLDER}/과제.ipynb is for no assignment")
    assert classroom.placed == []


def test_a_name_with_two_assignments_is_none(classroom: Classroom):
    name = "a01_sigmoid and a04_bce_cost.ipynb"
    assert "no assignment" in classroom.problem(classroom.zip({f"{FOLDER}/{name}": code()}))


@pytest.mark.parametrize("name", ["a01_sigmoid2.ipynb", "ba01_sigmoid.ipynb"])
def test_a_name_that_only_looks_like_an_assignments_is_none(classroom: Classroom, name: str):
    assert "no assignment" in classroom.problem(classroom.zip({f"{FOLDER}/{name}": code()}))


@pytest.mark.parametrize(
    "name",
    [
        ".DS_Store",
        "Thumbs.db",
        "._a01_sigmoid.ipynb",
        "__MACOSX/a01_sigmoid.ipynb",
        ".ipynb_checkpoints/a01_sigmoid-checkpoint.ipynb",
        "__pycache__/a01_sigmoid.py",
        "venv/lib/torch.py",
        "conftest.py",
        "test_a01_sigmoid.py",
        "_loader.py",
        "data.csv.gz",
    ],
)
def test_what_is_no_work_is_passed_over_in_silence(classroom: Classroom, name: str):
    assert classroom.take({f"{FOLDER}/{name}": WORK}) == []
    folder = classroom.folder({f"{FOLDER}/{name}": WORK})
    assert classroom.collect(folder).problems == ()
    assert classroom.placed == []


@pytest.mark.parametrize("name", ["보고서.pdf", "a01_sigmoid.html", "a01_sigmoid.PNG", "과제.hwp"])
def test_what_was_handed_in_in_the_works_place_is_told_once_and_only_then(
    classroom: Classroom, name: str
):
    alone = classroom.zip(
        {
            f"{FOLDER}/{name}": "x",
            f"{FOLDER}/2.txt": "",
            "안내.pdf": "",
            f"{FOLDER[:-5]}feedback_/3.txt": "",
        }
    )
    assert "is neither a notebook nor a .py" in classroom.problem(alone)
    assert classroom.collect(alone).troubled == ("101",)
    beside = {f"{FOLDER}/{name}": "x", f"{FOLDER}/a01_sigmoid.ipynb": WORK}
    assert classroom.take(beside) == PLACED


def test_checks_of_ours_are_passed_over_in_flat_names_too(classroom: Classroom):
    names = ("conftest.py", "test_a01_sigmoid.py", "_loader.py", "data.csv")
    assert classroom.take({f"{FOLDER}{name}": WORK for name in names}) == []


def test_a_helper_beside_the_work_does_not_take_its_place(classroom: Classroom):
    files = {
        f"{FOLDER}/a01_sigmoid/a01_sigmoid.ipynb": WORK,
        f"{FOLDER}/a01_sigmoid/연습.ipynb": code("scratch"),
        f"{FOLDER}/a01_sigmoid/helper.py": "def help_me(): ...",
        f"{FOLDER}/a01_sigmoid/a01_sigmoid_plot.py": "def plot(): ...",
    }
    assert classroom.take(files) == PLACED
    assert len(classroom.kept) == 3
