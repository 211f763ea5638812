"""How nbgrader tells cells apart: the metadata of solution cells, check cells and fixed ones."""

from typing import Any

Metadata = dict[str, Any]


def check_id(task: str) -> str:
    """The grade id of a task's check cell; that of its solution cell is the task's name."""
    return f"check_{task}"


def task_of(grade_id: str) -> str:
    """The task of a check cell, by its grade id."""
    return grade_id.removeprefix("check_")


def solution(name: str) -> Metadata:
    """The cell that students write a task in; it can be edited, not deleted."""
    return {"deletable": False, "nbgrader": _nbgrader(name, solution=True)}


def check(task: str, points: float) -> Metadata:
    """The locked cell that checks a task and carries its points.

    The tag lets "Run All" go on below a check that does not pass yet.
    """
    graded = _nbgrader(check_id(task), grade=True, locked=True, points=_plain(points))
    return {**_LOCKED, "nbgrader": graded, "tags": ["raises-exception"]}


def fixed(name: str) -> Metadata:
    """A locked cell without points; JupyterLab and Colab show it folded."""
    hidden = {"cellView": "form", "jupyter": {"source_hidden": True}}
    return {**_LOCKED, **hidden, "nbgrader": _nbgrader(name, locked=True)}


def is_folded(metadata: Metadata) -> bool:
    """Whether the cell is one that students need not read."""
    return bool(metadata.get("jupyter", {}).get("source_hidden"))


_LOCKED = {"deletable": False, "editable": False}


def _nbgrader(
    grade_id: str, *, grade: bool = False, solution: bool = False, locked: bool = False, **more: Any
) -> Metadata:
    return {
        "schema_version": 3,
        "cell_type": "code",
        "grade_id": grade_id,
        "grade": grade,
        "solution": solution,
        "locked": locked,
        "task": False,
        **more,
    }


def _plain(points: float) -> float | int:
    return int(points) if points == int(points) else points
