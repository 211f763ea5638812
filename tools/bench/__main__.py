"""Times the kit against nbgrader, Otter and the floor, and writes docs/benchmark.md with a plot.

All grade the same code, on this machine, in one run: the reference solution of a light assignment
and of one that trains. What one more submission costs is told from a larger class against a smaller
one, so that start-up is in none of the figures (but in Otter's, which starts for each).
"""

import argparse
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import torch
from page import write_page
from peers import Command, Nbgrader, Otter, code_cell, write_notebook
from questions import questions_of
from timing import environment, timed

KIT = Path(__file__).resolve().parent.parent.parent
CLASSES = {"a04_bce_cost": (100, 1000), "a10_xor_mlp": (8, 104)}
PEERS = (2, 6)  # so many are enough where each takes seconds


def main() -> None:
    """Measure, then write."""
    parser = argparse.ArgumentParser(prog="make bench")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument(
        "--place", type=Path, default=Path(tempfile.gettempdir()) / "autograder-bench"
    )
    asked = parser.parse_args()
    asked.place.mkdir(exist_ok=True)
    figures = {
        slug: _measure(slug, sizes, asked.rounds, asked.place) for slug, sizes in CLASSES.items()
    }
    figures["machine"] = _machine()
    (KIT / "docs" / "benchmark.json").write_text(json.dumps(figures, indent=1) + "\n")
    write_page(KIT / "docs", figures)


def _measure(slug: str, sizes: tuple[int, int], rounds: int, place: Path) -> dict[str, Any]:
    """CPU and wall seconds of one more submission, by what grades it: one figure for each round."""
    code = (KIT / "solutions" / slug / f"{slug}.py").read_text("utf-8")
    items = questions_of(KIT, slug)
    torch.save(items, place / f"{slug}.pt")
    nbgrader, otter = Nbgrader(place, slug, code, items), Otter(place, slug, code, items)
    points = sum(item["points"] for item in items)
    found: dict[str, Any] = {
        "questions": sum(len(item["questions"]) for item in items),
        "sizes": sizes,
        "rounds": [],
    }
    for size in sizes:
        _hand_in(place / f"{slug}-{size}", slug, code, size)
    for number in range(rounds):
        print(f"{slug}: round {number + 1} of {rounds}", file=sys.stderr)
        one = {
            "floor": _floor(place, slug, sizes[1]),
            "kit, 1 worker": _slope(place, slug, sizes, "--jobs", "1"),
            "kit, 2 workers": _slope(place, slug, sizes, "--jobs", "2"),
            "kit, 2 workers, gradebook": _slope(place, slug, sizes, "--jobs", "2", gradebook=True),
            "again": _again(place, slug, sizes[1], code),
            "otter": timed(otter.command()),
            "nbgrader": _nbgraders(nbgrader),
        }
        assert nbgrader.scores() == {points}, nbgrader.scores()
        assert otter.score() == points, otter.score()
        found["rounds"].append(one)
    return found


def _hand_in(place: Path, slug: str, code: str, students: int) -> None:
    shutil.rmtree(place, ignore_errors=True)
    for number in range(students):
        path = place / "submitted" / f"s{number:04}" / slug / f"{slug}.ipynb"
        write_notebook(path, [code_cell(code)])


def _floor(place: Path, slug: str, students: int) -> list[float]:
    program = [sys.executable, str(KIT / "tools/bench/floor.py")]
    given = [str(place / f"{slug}-{students}/submitted"), str(place / f"{slug}.pt")]
    run = subprocess.run([*program, *given], env=environment(), check=True, capture_output=True)
    each = [json.loads(line) for line in run.stdout.splitlines()]
    return [statistics.median(column) for column in zip(*each, strict=True)]


def _slope(
    place: Path, slug: str, sizes: tuple[int, int], *options: str, gradebook: bool = False
) -> list[float]:
    small, large = (
        timed(_grade(place / f"{slug}-{size}", *options, gradebook=gradebook, afresh=True))
        for size in sizes
    )
    return [(b - a) / (sizes[1] - sizes[0]) for a, b in zip(small, large, strict=True)]


def _grade(folder: Path, *options: str, gradebook: bool = False, afresh: bool = False) -> Command:
    if afresh:
        shutil.rmtree(folder / "out", ignore_errors=True)
    places = ["--submitted", str(folder / "submitted"), "--out", str(folder / "out")]
    database = [] if gradebook else ["--db-url", ""]
    return [sys.executable, "-m", "autograder", "grade", *places, *database, *options], KIT


def _again(place: Path, slug: str, students: int, code: str) -> dict[str, list[float]]:
    """The same command once more: with nothing changed, and with one submission changed."""
    folder = place / f"{slug}-{students}"
    unchanged = timed(_grade(folder, gradebook=True))
    path = folder / f"submitted/s0000/{slug}/{slug}.ipynb"
    write_notebook(path, [code_cell(f"{code}\nchanged = {time.time()}\n")])
    return {"unchanged": unchanged, "one changed": timed(_grade(folder, gradebook=True))}


def _nbgraders(nbgrader: Nbgrader) -> list[float]:
    costs = []
    for size in PEERS:
        nbgrader.prepare(size)
        costs.append(timed(nbgrader.command()))
    return [(b - a) / (PEERS[1] - PEERS[0]) for a, b in zip(*costs, strict=True)]


def _machine() -> dict[str, Any]:
    models = [
        line.split(":", 1)[1].strip()
        for line in Path("/proc/cpuinfo").read_text().splitlines()
        if line.startswith("model name")
    ]
    pages = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    return {
        "cpu": models[0] if models else platform.machine(),
        "cores": len(os.sched_getaffinity(0)),
        "memory": f"{pages / 2**30:.0f} GiB",
        "kernel": platform.release(),
        "python": platform.python_version(),
        "torch": torch.__version__,
        "load": os.getloadavg()[0],
    }


if __name__ == "__main__":
    main()
