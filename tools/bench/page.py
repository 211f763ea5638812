"""docs/benchmark.md and its plot, from the figures of a run."""

import statistics
from pathlib import Path
from typing import Any

import matplotlib

matplotlib.use("svg")
import jinja2
import matplotlib.pyplot as plt

HERE = Path(__file__).resolve().parent
BARS = {
    "floor": ("the functions alone, no isolation", "0.6"),
    "kit, 2 workers": ("this kit", "tab:blue"),
    "kit, 2 workers, gradebook": ("this kit, with gradebook", "tab:cyan"),
    "otter": ("otter run", "tab:orange"),
    "nbgrader": ("nbgrader autograde", "tab:red"),
}


def write_page(docs: Path, figures: dict[str, Any]) -> None:
    """Write the page and the plot beside it."""
    slugs = [slug for slug in figures if slug != "machine"]
    found = {slug: _medians(figures[slug]["rounds"]) for slug in slugs}
    template = jinja2.Template(
        (HERE / "benchmark.md.j2").read_text("utf-8"),
        trim_blocks=True, lstrip_blocks=True, undefined=jinja2.StrictUndefined, keep_trailing_newline=True,
    )  # fmt: skip
    page = template.render(
        machine=figures["machine"], figures=figures, found=found, slugs=slugs, ms=_ms
    )
    (docs / "benchmark.md").write_text(page, "utf-8")
    _draw(found, docs / "benchmark.svg")


def _medians(rounds: list[dict[str, Any]]) -> dict[str, Any]:
    """(CPU, wall) by what was timed: the median of the rounds."""
    flat = [{**one, **one["again"]} for one in rounds]
    return {
        name: [
            statistics.median(column) for column in zip(*(one[name] for one in flat), strict=True)
        ]
        for name in flat[0]
        if name != "again"
    }


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:,.1f} ms" if seconds < 0.1 else f"{seconds * 1000:,.0f} ms"


def _draw(found: dict[str, Any], path: Path) -> None:
    figure, many = plt.subplots(1, len(found), figsize=(10, 2.6), layout="constrained", sharey=True)
    for axes, (slug, costs) in zip(many, found.items(), strict=True):
        for place, (name, (label, colour)) in enumerate(reversed(BARS.items())):
            cost = costs[name][0]
            axes.barh(label, cost, color=colour)
            axes.annotate(f" {_ms(cost)}", (cost, place), va="center", fontsize=8)
        axes.set_xscale("log")
        axes.set_xlim(right=axes.get_xlim()[1] * 5)
        axes.set_title(slug, fontsize=10)
        axes.set_xlabel("CPU seconds for one more submission")
        axes.spines[["top", "right"]].set_visible(False)
    plt.rcParams["svg.hashsalt"] = "bench"  # the same figures make the same file
    figure.savefig(path, metadata={"Date": None})
