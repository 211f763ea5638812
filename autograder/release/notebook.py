"""The student's file in one language, as a notebook and as a .py in percent format."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import jupytext

from autograder.errors import CourseError
from autograder.nbgrading import cells as nbgrader
from autograder.nbgrading.assignment import with_checksums
from autograder.release.check_cells import Checks
from autograder.release.rubric import Task, defined_in
from autograder.text import LANGUAGES, Text

METADATA = {
    "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
    "language_info": {"file_extension": ".py", "mimetype": "text/x-python", "name": "python"},
}
BARE = {"jupytext": {"notebook_metadata_filter": "-all", "cell_metadata_filter": "-all"}}

Cell = dict[str, Any]
Cells = list[Cell]


def cells_in(source: str, name: str, language: str) -> Cells:
    """The cells of a .py: all the code, and the text that is meant for `language`."""
    cells: Cells = jupytext.reads(source, fmt="py:percent").cells
    if not any(language in _languages(cell) for cell in cells):
        mark = f'# %% [markdown] tags=["{language}"]'
        raise CourseError(
            Text(
                f"{name} 파일에 {language!r} 태그가 붙은 글 셀이 없습니다.",
                f"{name} has no text cell in {language!r}.",
            ),
            Text(f"번역한 셀에 표시하세요: {mark}", f"Mark the translated cells: {mark}"),
        )
    return [cell for cell in cells if _is_for(language, cell)]


def as_ipynb(
    slug: str, cells: Cells, checks: Checks, tasks: Sequence[Task], hints: str = ""
) -> str:
    """A notebook without outputs: an nbgrader assignment, with a check cell after each task.

    The ids of its cells depend on nothing but grade ids, or slug, place and text.
    """
    return with_checksums(_notebook(_with_checks(slug, cells, checks, tasks, hints)))


def as_plain_ipynb(slug: str, cells: Cells) -> str:
    """A notebook without outputs that is no assignment: nothing in it is to be handed in."""
    return _notebook(_plain(slug, place, cell) for place, cell in enumerate(cells))


def as_percent(cells: Cells) -> str:
    """The same cells as a .py in percent format, without a header, tags and check cells."""
    notebook = jupytext.reads("", fmt="py:percent")
    notebook.cells = cells
    notebook.metadata = BARE
    text: str = jupytext.writes(notebook, fmt="py:percent")
    return text


def _notebook(cells: Iterable[Cell]) -> str:
    notebook = {"cells": list(cells), "metadata": METADATA, "nbformat": 4, "nbformat_minor": 5}
    return json.dumps(notebook)


def _is_for(language: str, cell: Cell) -> bool:
    languages = _languages(cell)
    return not languages or language in languages


def _languages(cell: Cell) -> frozenset[str]:
    """The languages a text cell is tagged with; code has none, it is for everybody."""
    if cell["cell_type"] == "code":
        return frozenset()
    return frozenset(LANGUAGES) & frozenset(cell["metadata"].get("tags", ()))


def _with_checks(
    slug: str, cells: Cells, checks: Checks, tasks: Sequence[Task], hints: str
) -> Iterator[Cell]:
    places = _places(cells, [function for task in tasks for function in task.functions])
    written = {place: function for function, place in places.items()}
    last = {task: max(places.get(function, -1) for function in task.functions) for task in tasks}
    first_code = next((n for n, cell in enumerate(cells) if cell["cell_type"] == "code"), None)
    for place, cell in enumerate(cells):
        if place == first_code and tasks:
            yield _code(nbgrader.fixed("check"), checks.first_cell(hints))
        if place in written:
            yield _code(nbgrader.solution(written[place]), cell["source"])
        else:
            yield _plain(slug, place, cell)
        for task in tasks:
            if last[task] == place:
                yield _code(nbgrader.check(task.name, task.points), checks.cell_of(task, tasks))


def _places(cells: Cells, functions: Sequence[str]) -> dict[str, int]:
    """Where each function is to be written: cells of their own, so that a check belongs to one."""
    places: dict[str, int] = {}
    for place, cell in enumerate(cells):
        if cell["cell_type"] == "code":
            found = [name for name in defined_in(cell["source"]) if name in functions]
            if len(found) > 1:
                raise CourseError(
                    Text(
                        f"한 셀에 작성할 함수가 둘 있습니다: {found[0]}, {found[1]}",
                        f"{found[0]} and {found[1]} are to be written in one cell.",
                    ),
                    Text(
                        "사이에 # %% 줄을 넣어 셀을 나누세요.",
                        "Give each a cell of its own: a line # %% between them.",
                    ),
                )
            places |= dict.fromkeys(found, place)
    return places


def _code(metadata: nbgrader.Metadata, source: str) -> Cell:
    """A code cell of nbgrader's; its id is its grade id."""
    return {
        "cell_type": "code",
        "id": metadata["nbgrader"]["grade_id"],
        "metadata": metadata,
        "execution_count": None,
        "outputs": [],
        "source": source.splitlines(keepends=True),
    }


def _plain(slug: str, place: int, cell: Cell) -> Cell:
    kind, source = cell["cell_type"], cell["source"]
    digest = hashlib.sha256(f"{slug}|{place}|{kind}|{source}".encode()).hexdigest()
    plain = {"cell_type": kind, "id": digest[:12], "metadata": {}}
    if kind == "code":
        plain |= {"execution_count": None, "outputs": []}
    return plain | {"source": source.splitlines(keepends=True)}
