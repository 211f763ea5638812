"""The same class for nbgrader and for Otter: notebooks whose tests ask what our graders ask."""

import base64
import io
import json
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
from timing import environment

HERE = Path(__file__).resolve().parent
ASKING = (HERE / "asking.py").read_text("utf-8")
OTTER = ["torch==2.13.0", "otter-grader==7.0.0", "ipykernel"]
Item = dict[str, Any]
Command = tuple[list[str], Path]


class Nbgrader:
    """A course of nbgrader's own, its tests in the notebook as nbgrader wants them."""

    def __init__(self, place: Path, slug: str, code: str, items: Sequence[Item]) -> None:
        self._place, self._slug = place / f"nbgrader-{slug}", slug
        tests = [code_cell(_test(item), _grade(number, item)) for number, item in enumerate(items)]
        self._cells = [code_cell(code, _solution()), code_cell(ASKING, _locked()), *tests]

    def prepare(self, students: int) -> None:
        """A fresh course with so many hand-ins."""
        shutil.rmtree(self._place, ignore_errors=True)
        write_notebook(self._place / "source" / self._slug / f"{self._slug}.ipynb", self._cells)
        self._run("generate_assignment", self._slug)
        for number in range(students):
            folder = self._place / "submitted" / f"s{number:03}" / self._slug
            write_notebook(folder / f"{self._slug}.ipynb", self._cells)

    def command(self) -> Command:
        """What grades them all, and where."""
        return [*self._nbgrader(), "autograde", self._slug], self._place

    def scores(self) -> set[float]:
        """What they came to."""
        from nbgrader.api import Gradebook

        with Gradebook(f"sqlite:///{self._place}/gradebook.db") as gradebook:
            return {each.score for each in gradebook.assignment_submissions(self._slug)}

    def _run(self, *args: str) -> None:
        _run([*self._nbgrader(), *args], self._place)

    def _nbgrader(self) -> list[str]:
        return [sys.executable, "-m", "nbgrader"]


class Otter:
    """Otter, in an environment of its own: one run for each submission."""

    def __init__(self, place: Path, slug: str, code: str, items: Sequence[Item]) -> None:
        self._python = _otters_python(place)
        self._place, self._slug = place / f"otter-{slug}", slug
        shutil.rmtree(self._place, ignore_errors=True)
        tests = self._place / "tests"
        tests.mkdir(parents=True)
        for number, item in enumerate(items):
            (tests / f"q{number}.py").write_text(_otter_test(number, item), "utf-8")
        write_notebook(self._place / f"{slug}.ipynb", [code_cell(code)])
        (self._place / "requirements.txt").write_text("")
        self._run("generate", "-t", "tests", "-r", "requirements.txt")

    def command(self) -> Command:
        """What grades one, and where."""
        return [*self._otter(), "run", "-a", "autograder.zip", f"{self._slug}.ipynb"], self._place

    def score(self) -> float:
        """What it came to."""
        results = json.loads((self._place / "results.json").read_text())
        return sum(float(test.get("score", 0)) for test in results["tests"])

    def _run(self, *args: str) -> None:
        _run([*self._otter(), *args], self._place)

    def _otter(self) -> list[str]:
        return [str(self._python), "-m", "otter"]


def write_notebook(path: Path, cells: Sequence[dict[str, Any]]) -> None:
    """A notebook of these cells."""
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    notebook = {
        "cells": [{**cell, "id": f"c{number}"} for number, cell in enumerate(cells)],
        "metadata": {"kernelspec": kernel}, "nbformat": 4, "nbformat_minor": 5,
    }  # fmt: skip
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(notebook), "utf-8")


def _run(command: list[str], place: Path) -> None:
    subprocess.run(command, cwd=place, env=environment(), check=True, capture_output=True)


def _otters_python(place: Path) -> Path:
    python = place / "otter" / "bin" / "python"
    if not (place / "otter" / ".ready").exists():
        subprocess.run([sys.executable, "-m", "venv", place / "otter"], check=True)
        pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, *OTTER], check=True)
        (place / "otter" / ".ready").touch()
    return python


def _test(item: Item) -> str:
    """A test as a teacher's: it calls, compares, raises."""
    return (
        f"import base64, io, torch\n{_data(item)}\n"
        "for _question, _want in zip(_item['questions'], _item['wanted']):\n"
        "    assert same(ask(globals(), _question), _want)\n"
    )


def _otter_test(number: int, item: Item) -> str:
    body = _data(item).replace("\n", "\n    ")
    return (
        f"from otter.test_files import test_case\nimport base64, io\n{ASKING}\n"
        f"OK_FORMAT = False\nname = 'q{number}'\npoints = {item['points']}\n\n\n"
        f"@test_case(points={item['points']}, hidden=False)\n"
        f"def test_item(env):\n    {body}\n"
        "    for question, want in zip(_item['questions'], _item['wanted']):\n"
        "        assert same(ask(env, question), want)\n"
    )


def _data(item: Item) -> str:
    buffer = io.BytesIO()
    torch.save(item, buffer)
    packed = base64.b64encode(buffer.getvalue()).decode()
    return f"_item = torch.load(io.BytesIO(base64.b64decode('{packed}')), weights_only=False)"


def code_cell(source: str, nbgrader: dict[str, Any] | None = None) -> dict[str, Any]:
    """A cell of code, with what nbgrader writes into its metadata."""
    metadata = {"nbgrader": nbgrader} if nbgrader else {}
    return {
        "cell_type": "code", "metadata": metadata, "source": source, "outputs": [], "execution_count": None,
    }  # fmt: skip


def _grade(number: int, item: Item) -> dict[str, Any]:
    return _meta(f"test{number}", grade=True, locked=True, points=item["points"])


def _solution() -> dict[str, Any]:
    return _meta("solution", solution=True)


def _locked() -> dict[str, Any]:
    return _meta("asking", locked=True)


def _meta(name: str, **more: Any) -> dict[str, Any]:
    plain = {"grade": False, "solution": False, "locked": False, "task": False}
    return {**plain, **more, "grade_id": name, "schema_version": 3}
