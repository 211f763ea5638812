"""Check cells in what is handed in: they are ours, and everything else is the student's."""

import json

import pytest

from autograder.course import load_course
from autograder.nbgrading import cells as nbgrader
from autograder.submission import find_hand_in
from tests.conftest import PROJECT, hand_in

SLUG = "a01_sigmoid"
WORK = "def sigmoid(x):\n    return 1 / (1 + (-x).exp())"
CHECK = "%%check sigmoid\ndef test_it():\n    assert sigmoid(0) == 0.5"
FIRST = "#@title %%check: Run this cell first\nclass _Check:\n    pass"


@pytest.fixture
def cells_of(tmp_path):
    """The code that is graded of a notebook: its cells as (source, metadata)."""

    def read(*cells):
        made = [
            {"cell_type": "code", "metadata": metadata, "outputs": [], "source": source}
            for source, metadata in cells
        ]
        text = json.dumps({"cells": made, "metadata": {}, "nbformat": 4, "nbformat_minor": 5})
        path = hand_in(tmp_path, "4021", SLUG, text.encode())
        found = find_hand_in(path.parent, "4021", load_course(PROJECT)[SLUG])
        return [cell.source for cell in found.open().cells]

    return read


def test_check_cells_are_left_out(cells_of):
    graded = cells_of(
        (FIRST, nbgrader.fixed("check")),
        (WORK, nbgrader.solution("sigmoid")),
        (CHECK, nbgrader.check("sigmoid", 6)),
    )
    assert graded == [WORK]


def test_check_cells_without_their_metadata_are_left_out(cells_of):
    assert cells_of((FIRST, {}), (WORK, {}), (f"\n{CHECK}", {})) == [WORK]


def test_work_in_a_cell_that_calls_itself_a_check_counts(cells_of):
    assert cells_of((WORK, nbgrader.check("sigmoid", 100))) == [WORK]


def test_a_check_that_lost_its_first_line_is_code_like_any_other(cells_of):
    spoilt = CHECK.removeprefix("%%check sigmoid\n")
    assert cells_of((WORK, {}), (spoilt, nbgrader.check("sigmoid", 6))) == [WORK, spoilt]
