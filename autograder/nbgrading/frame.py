"""The frame: the released notebook, which the student's work and our verdicts are put into."""

from collections.abc import Mapping
from typing import Any

import msgspec

from autograder.nbgrading import cells as nbgrader
from autograder.sandbox.cells import Cell
from autograder.submission import code_of

Cells = list[dict[str, Any]]


class Frame(msgspec.Struct, frozen=True):
    """A released notebook's cells and metadata."""

    cells: Cells
    metadata: dict[str, Any]

    @classmethod
    def of(cls, notebook: str) -> "Frame":
        """The frame that a released notebook is."""
        return msgspec.json.decode(notebook, type=cls)

    @property
    def named(self) -> frozenset[str]:
        """The grade ids of all cells that nbgrader knows."""
        return frozenset(grade_id_of(cell) for cell in self.cells if "nbgrader" in cell["metadata"])

    @property
    def solutions(self) -> list[str]:
        """The grade ids of the cells that students write in: the names of what they write."""
        return [grade_id_of(cell) for cell in self.cells if is_solution(cell)]

    @property
    def points(self) -> dict[str, float]:
        """The points of each task, in the order of the notebook's check cells."""
        return {
            nbgrader.task_of(grade_id_of(cell)): float(cell["metadata"]["nbgrader"]["points"])
            for cell in self.cells
            if is_check(cell)
        }

    @property
    def code(self) -> frozenset[str]:
        """The code of all cells that are not the student's to fill, as `code_of` has it."""
        return frozenset(
            code_of([Cell("", source_of(cell))])
            for cell in self.cells
            if cell["cell_type"] == "code" and not is_solution(cell)
        )


def is_solution(cell: Mapping[str, Any]) -> bool:
    """Whether students write in this cell."""
    return bool(cell["metadata"].get("nbgrader", {}).get("solution"))


def is_check(cell: Mapping[str, Any]) -> bool:
    """Whether the cell carries a task's points."""
    return bool(cell["metadata"].get("nbgrader", {}).get("grade"))


def grade_id_of(cell: Mapping[str, Any]) -> str:
    """What nbgrader knows the cell by."""
    return str(cell["metadata"]["nbgrader"]["grade_id"])


def source_of(cell: Mapping[str, Any]) -> str:
    """The cell's text."""
    return "".join(cell["source"])
