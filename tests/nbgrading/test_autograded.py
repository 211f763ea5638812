"""The autograded notebook is the student's code in our frame, whatever they did to the notebook."""

import json
import re

import msgspec
import pytest

from autograder.judge.mistakes import read_mistakes
from autograder.nbgrading.sorting import sort_by_task
from autograder.sandbox.cells import Cell
from autograder.submission import code_of
from tests.conftest import notebook, solution, stub
from tests.nbgrading.conftest import SLUG, TASKS, missing, result_of

TEXTS = {
    task: re.search(rf"^def {task}\(.*?(?=^def |\Z)", solution(SLUG), re.M | re.S)[0].rstrip()
    for task in TASKS
}
CELLS = ["import torch\nfrom torch import Tensor", *TEXTS.values()]


def cells_of(classroom, student="4021"):
    return json.loads(classroom.autograded(student).read_text("utf-8"))["cells"]


def graded(cells):
    """The cells that nbgrader knows, by grade id: source, points, outputs."""
    return {
        nbgrader["grade_id"]: ("".join(cell["source"]), nbgrader.get("points"), cell["outputs"])
        for cell in cells
        if (nbgrader := cell["metadata"].get("nbgrader"))
    }


def rest(cells):
    return ["".join(c["source"]) for c in cells if "student" in c["metadata"].get("tags", ())]


def text_of(cell):
    return {**json.loads(notebook([cell]))["cells"][1]}


def mangled(kind):
    """What students do to notebooks, and what they hope for."""
    parsed = json.loads(notebook(CELLS))
    cells = parsed["cells"]
    for cell in cells:
        cell["metadata"]["nbgrader"] = {"grade_id": "sigmoid", "grade": True, "points": 100}
    if kind == "duplicated":
        cells.insert(2, cells[2])
    elif kind == "retyped":
        cells[0]["cell_type"] = "raw"
    elif kind == "split":
        cells.insert(1, text_of("if True:\n    import torch"))
    elif kind == "filled in before":
        for cell in cells[1:]:
            score = {"text/plain": ["100.0"]}
            cell["outputs"] = [{"output_type": "execute_result", "metadata": {}, "data": score}]
    elif kind == "merged":
        parsed["cells"] = [text_of("\n\n\n".join(CELLS))]
    return json.dumps(parsed).encode()


@pytest.mark.parametrize("kind", ["duplicated", "retyped", "split", "filled in before", "merged"])
def test_what_is_done_to_cells_changes_nothing(classroom, kind):
    classroom.hand_in("plain", CELLS)
    classroom.hand_in("4021", mangled(kind))
    classroom.keep(result_of("4021", predict=1), result_of("plain", predict=1))
    mine = cells_of(classroom)
    assert graded(mine) == graded(cells_of(classroom, "plain"))
    assert {task: graded(mine)[task][0] for task in TASKS} == TEXTS


def test_a_check_cells_output_is_the_verdict_and_the_score_as_nbgrader_takes_it(classroom):
    from nbformat import from_dict
    from nbgrader.utils import determine_grade

    classroom.hand_in("4021", CELLS)
    classroom.keep(result_of("4021", sigmoid=2, predict=1), language="en")
    checks = {
        cell["metadata"]["nbgrader"]["grade_id"]: cell
        for cell in cells_of(classroom)
        if cell["metadata"].get("nbgrader", {}).get("grade")
    }
    assert {name: determine_grade(from_dict(cell)) for name, cell in checks.items()} == {
        "check_sigmoid": (4.0, 6.0), "check_hypothesis": (2.0, 2.0),
        "check_predict": (0.0, 1.0), "check_decision_boundary": (1.0, 1.0),
    }  # fmt: skip
    said = checks["check_sigmoid"]["outputs"][0]["text"]
    assert said == ["4/4 passed · sigmoid.a\n", "0/2 wrong · sigmoid.b\n"]


def test_the_cell_that_students_see_folded_is_left_out(classroom):
    classroom.hand_in("4021", CELLS)
    classroom.keep(result_of("4021"))
    assert not any("class _Check" in "".join(cell["source"]) for cell in cells_of(classroom))


def test_what_belongs_to_no_task_stands_at_the_end_as_the_students(classroom):
    helper = "def helper(x):\n    return x"
    classroom.hand_in("4021", [CELLS[0], helper, *CELLS[1:], "helper(1)"])
    classroom.keep(result_of("4021"), language="en")
    assert rest(cells_of(classroom)) == [
        f"# handed in as cell 3\n{helper}", "# handed in as cell 8\nhelper(1)",
    ]  # fmt: skip


def test_a_py_file_is_taken_apart_at_its_definitions(classroom):
    classroom.hand_in("4021", "\n\n\n".join(CELLS))
    classroom.keep(result_of("4021"))
    assert {task: graded(cells_of(classroom))[task][0] for task in TASKS} == TEXTS
    assert rest(cells_of(classroom)) == []


def test_a_task_that_is_not_there_is_said_to_be_missing(classroom):
    classroom.hand_in("4021", CELLS[:3])
    classroom.keep(result_of("4021", predict=1), language="en")
    assert graded(cells_of(classroom))["predict"][0] == (
        "# predict is not defined in what was handed in."
    )


def test_a_stub_nobody_has_touched_is_shown_as_it_is(classroom):
    classroom.hand_in("4021", stub(SLUG))
    classroom.keep(result_of("4021", predict=1))
    assert 'raise NotImplementedError("predict")' in graded(cells_of(classroom))["predict"][0]


def test_an_unreadable_file_leaves_the_frame_empty(classroom):
    classroom.hand_in("4021", b"{")
    classroom.keep(msgspec.structs.replace(missing("4021"), status="unreadable"))
    assert graded(cells_of(classroom))["sigmoid"][0].startswith("# 제출물에 sigmoid의 정의가")


def test_nothing_hidden_is_in_it(classroom):
    classroom.hand_in("4021", CELLS[:1])
    classroom.keep(result_of("4021", predict=1))
    text = classroom.autograded("4021").read_text("utf-8")
    course = classroom.course[SLUG]
    hidden = [*TEXTS.values(), course.grader.read_text("utf-8")]
    hidden += [mistake.source for mistake in read_mistakes(course.mistakes)]
    lines = {line.strip() for source in hidden for line in source.split("\n")}
    public = stub(SLUG) + course.self_check.read_text("utf-8")
    assert not [ln for ln in lines if len(ln) > 24 and ln not in public and ln in text]


def sort(*sources):
    cells = [Cell(f"cell {number}", source) for number, source in enumerate(sources, 1)]
    return sort_by_task(cells, ["f", "g"], {code_of([Cell("", "import torch")])})


def test_the_definition_that_loads_last_counts():
    found = sort("def f(): return 1", "def f(): return 2", "def f(: return 3")
    assert found.tasks["f"].name == "cell 2"
    assert [cell.name for cell in found.rest] == ["cell 1", "cell 3"]


def test_what_python_cannot_read_is_sorted_by_its_looks():
    found = sort("  def f(x)\n    return x")
    assert found.tasks["f"].name == "cell 1"


@pytest.mark.parametrize(
    "source", ["f = lambda: 1", "from x import y as f", "if True:\n    def f(): ...", "%time\nf = 1",
               "async def f(): ...", "class f: ..."],
)  # fmt: skip
def test_a_task_may_be_defined_in_any_way(source):
    assert sort(source).tasks["f"].source == source


def test_the_frames_own_cells_and_comments_are_left_out():
    assert sort("import torch  ", "# a remark", "").rest == ()


@pytest.mark.parametrize(
    "source",
    ["(" * 90_000, "-" * 90_000 + "1", "f" + ".f" * 40_000, "x = '''\n" * 9000, " " * 99_000 + "%",
     "f = [\n" * 5000, "\0", "def f(): " + "9" * 90_000],
)  # fmt: skip
def test_hostile_code_is_sorted_like_any_other(source):
    found = sort(source)
    assert [*found.tasks.values(), *found.rest][0].source == source
