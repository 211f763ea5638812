"""Autograded notebooks: the student's work in the frame, each task's verdict below its check cell.

nbgrader's formgrader and its feedback show them. Of what was handed in only code is taken: no
metadata, no points, no outputs. Of ours only what results.jsonl tells is in them.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec

from autograder.files import write_atomically
from autograder.nbgrading import cells as nbgrader
from autograder.nbgrading.frame import Cells, Frame, grade_id_of, is_check, is_solution
from autograder.nbgrading.papers import Paper
from autograder.nbgrading.sorting import sort_by_task
from autograder.result import OUTCOMES, Result, TaskResult, tasks_of
from autograder.sandbox.cells import Cell
from autograder.stamp import lay_beside
from autograder.submission import Submission
from autograder.text import Text

MAX_SHOWN = 100_000  # characters of one cell, and of all that belongs to no task
NOT_THERE = Text("제출물에 {}의 정의가 없습니다.", "{} is not defined in what was handed in.")
REST = Text("## 제출물의 나머지 코드", "## The rest of what was handed in")
ORIGIN = Text("제출물의 {}", "handed in as {}")
CUT = Text("… 너무 길어 여기까지만 보입니다.", "… too long: only this much is shown.")


def place_of(out: Path, student: str, slug: str) -> Path:
    """Where nbgrader looks for the notebook."""
    return out / "autograded" / student / slug / f"{slug}.ipynb"


def is_current(out: Path, paper: Paper) -> bool:
    """Whether the notebook that is there was made from this paper."""
    try:
        return paper.digest.encode() in place_of(out, *paper.key).read_bytes()
    except OSError:
        return False


def write_autograded(
    out: Path, paper: Paper, submission: Submission, frame: Frame, language: str
) -> None:
    """Write a student's notebook; beside it what nbgrader's feedback on it is returned by."""
    place = place_of(out, *paper.key)
    notebook = {
        "cells": [*_cells(paper.result, submission, frame, language)],
        "metadata": {**frame.metadata, "autograder": {"made_from": paper.digest}},
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    data = msgspec.json.format(msgspec.json.encode(notebook), indent=1) + b"\n"
    place.parent.mkdir(parents=True, exist_ok=True)
    lay_beside(place.parent, paper.handed_in, paper.secret)
    write_atomically(place, data, durable=False)


def _cells(result: Result, submission: Submission, frame: Frame, language: str) -> Iterator[Any]:
    tasks = {task.name: task for task in tasks_of(result)}
    work = sort_by_task(submission.cells, frame.solutions, frame.code)
    for cell in frame.cells:
        if is_solution(cell):
            yield {**cell, "source": _lines(_solution(work.tasks, grade_id_of(cell), language))}
        elif is_check(cell):
            task = tasks.get(nbgrader.task_of(grade_id_of(cell)))
            yield {**cell, "execution_count": 1, "outputs": _outputs(task, language)}
        elif not nbgrader.is_folded(cell["metadata"]):  # the formgrader would show all of it
            yield cell
    yield from _rest(work.rest, language)


def _solution(found: dict[str, Cell], name: str, language: str) -> str:
    if name not in found:
        return f"# {NOT_THERE.in_language(language).format(name)}"
    return _cut(_source(found[name]), language)


def _outputs(task: TaskResult | None, language: str) -> Cells:
    """The verdict in words; then the score, a plain number, as nbgrader takes partial credit."""
    said = "".join(
        f"{item.points:g}/{item.max_points:g} {OUTCOMES[item.outcome].in_language(language)}"
        f" · {item.id}\n"
        for item in (task.items if task else ())
    )
    score = {"text/plain": [str(float(task.points if task else 0.0))]}
    verdict = {"output_type": "stream", "name": "stdout", "text": _lines(said)}
    result = {"output_type": "execute_result", "execution_count": 1, "metadata": {}, "data": score}
    return [verdict, result]


def _rest(cells: Sequence[Cell], language: str) -> Iterator[dict[str, Any]]:
    """What belongs to no task, at the end and marked as the student's."""
    if cells:
        heading = [REST.in_language(language)]
        yield {"cell_type": "markdown", "id": "rest", "metadata": {}, "source": heading}
    left = MAX_SHOWN
    for number, cell in enumerate(cells):
        if left <= 0:
            break
        origin = ORIGIN.in_language(language).format(_origin(cell))
        source = _cut(_source(cell), language, left)
        left -= len(source)
        yield {
            "cell_type": "code",
            "id": f"rest-{number}",
            "metadata": {"tags": ["student"]},
            "execution_count": None,
            "outputs": [],
            "source": _lines(f"# {origin}\n{source}"),
        }


def _origin(cell: Cell) -> str:
    return cell.name if cell.name.startswith("cell ") else f"{cell.name}, line {cell.first_line}"


def _source(cell: Cell) -> str:
    """A cell's text, without the line that starts it in a .py."""
    first, _, below = cell.source.partition("\n")
    return (below if first.startswith(("# %%", "#%%")) else cell.source).strip("\n")


def _cut(source: str, language: str, limit: int = MAX_SHOWN) -> str:
    if len(source) <= limit:
        return source
    return f"{source[:limit]}\n# {CUT.in_language(language)}"


def _lines(text: str) -> list[str]:
    return text.splitlines(keepends=True)
