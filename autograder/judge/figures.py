"""What a grader asks of a figure: curves, values, a histogram, texts. Never colours or styles.

    figure = student.figure("plot_slopes", x)
    assert_curves(figure, {"w = 2": lambda x: torch.sigmoid(2 * x)}, -5, 4.9)
    assert_title(figure, "sigmoid")

What a figure is, `drawing` says.
"""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import torch

from autograder.judge.compare import fail, kind_of, require
from autograder.judge.drawing import (
    Array,
    Curve,
    Figure,
    Line,
    axes_curves,
    curves,
    flat,
    histograms,
    pieces,
    same_numbers,
)


def assert_curves(
    figure: Any,
    wanted: Mapping[str, Callable[[torch.Tensor], torch.Tensor]],
    low: float,
    high: float,
) -> None:
    """One Axes shows all these functions from `low` to `high`, at whatever points, among others."""
    _require_figure(figure)
    missing = [_missing(axes_curves(axes), wanted, low, high) for axes in figure.axes]
    if any(not names for names in missing):
        return
    together = _missing(curves(figure), wanted, low, high)
    require(
        bool(together),
        ko="곡선을 모두 한 좌표축(Axes)에 그리세요.",
        en="Draw all curves on one Axes.",
    )
    names = ", ".join(together)
    if not _missing(curves(figure), wanted, low, high, anywhere=True):
        fail(
            ko=f"곡선이 x의 범위와 다릅니다. ({names})",
            en=f"Not drawn over the range of x: {names}.",
        )
    fail(ko=f"이 곡선이 그림에 없습니다: {names}", en=f"The figure lacks a curve: {names}.")


def assert_title(figure: Any, word: str) -> None:
    """A title holds the word, in small letters or capitals."""
    _require_figure(figure)
    require(
        word.casefold() in figure.title.casefold(),
        ko=f'제목에 "{word}"가 없습니다.' if figure.title else "그림에 제목이 없습니다.",
        en=f'The title does not say "{word}".' if figure.title else "The figure has no title.",
    )


def assert_legend(figure: Any, count: int) -> None:
    """There are at least so many entries in the legends."""
    _require_figure(figure)
    found = len(figure.entries)
    require(
        found >= count,
        ko=f"범례(legend)에 항목이 {count}개 필요한데 {found}개입니다." if found
        else "범례(legend)가 없거나 비어 있습니다.",
        en=f"The legend needs {count} entries, but has {found}." if found
        else "There is no legend, or an empty one.",
    )  # fmt: skip


def assert_values(figure: Any, values: torch.Tensor) -> set[int]:
    """A line shows the values in their order against 0, 1, 2, … (or 1, 2, 3, …). On which Axes?"""
    _require_figure(figure)
    wanted = values.detach().double().numpy()
    lines = [(i, line) for i, axes in enumerate(figure.axes) for line in axes.lines]
    found = {i for i, line in lines if _shows_values(line, wanted)}
    if not found and any(same_numbers(np.sort(flat(line.y)), np.sort(wanted)) for _, line in lines):
        fail(
            ko="선 그래프의 값이나 번호가 t의 순서와 다릅니다.",
            en="The line does not show the values of t in their order.",
        )
    require(
        bool(found), ko="t의 값을 순서대로 그린 선이 없습니다.", en="No line shows the values of t."
    )
    return found


def assert_histogram(figure: Any, values: torch.Tensor, bins: int) -> set[int]:
    """Bars or steps show how many values lie in each bin: counts, or a share of all. On which Axes?"""
    _require_figure(figure)
    counts, edges = np.histogram(values.detach().double().numpy(), bins)
    found = {
        i
        for i, axes in enumerate(figure.axes)
        for positions, heights in histograms(axes)
        if _is_histogram(positions, heights, counts, edges)
    }
    sizes = {len(heights) for axes in figure.axes for _, heights in histograms(axes)}
    require(bool(sizes), ko="히스토그램이 없습니다.", en="There is no histogram.")
    require(bool(found) or bins in sizes, ko="히스토그램 구간의 수가 bins와 다릅니다.",
            en="The histogram does not have `bins` bins.")  # fmt: skip
    require(bool(found), ko="히스토그램의 막대가 t의 값과 맞지 않습니다.",
            en="The bars of the histogram are not those of the values of t.")  # fmt: skip
    return found


def left_over(later: Any, earlier: Any) -> int:
    """How many pieces of an earlier figure are still there in a later one."""
    _require_figure(later)
    _require_figure(earlier)
    before = list(pieces(earlier))
    return sum(any(np.array_equal(piece, old) for old in before) for piece in pieces(later))


def _require_figure(figure: Any) -> None:
    if not isinstance(figure, Figure):
        ko, en = kind_of(figure)
        fail(
            ko=f"그림(Figure)을 돌려주어야 하는데 돌려준 값은 {ko}입니다.",
            en=f"It must return a Figure, but returned {en}.",
        )


def _missing(
    candidates: list[Curve],
    wanted: Mapping[str, Any],
    low: float,
    high: float,
    anywhere: bool = False,
) -> list[str]:
    """The names of functions that no curve shows; each curve may stand for one."""
    left, missing = list(candidates), []
    for name, function in wanted.items():
        fitting = [
            i for i, (x, y) in enumerate(left)
            if (anywhere or _covers(x, low, high))
            and np.abs(y - function(torch.from_numpy(x)).numpy()).max() <= 1e-3
        ]  # fmt: skip
        if fitting:
            del left[fitting[0]]
        else:
            missing.append(name)
    return missing


def _covers(x: Array, low: float, high: float) -> bool:
    """From end to end, and not far beyond."""
    width = high - low
    inside = min(x[-1], high) - max(x[0], low) >= 0.95 * width
    return bool(inside and x[0] >= low - 0.25 * width and x[-1] <= high + 0.25 * width)


def _shows_values(line: Line, wanted: Array) -> bool:
    x, y = flat(line.x), flat(line.y)
    places = np.arange(wanted.size)
    return same_numbers(y, wanted) and (same_numbers(x, places) or same_numbers(x, places + 1))


def _is_histogram(positions: Array, heights: Array, counts: Array, edges: Array) -> bool:
    """Bars in their bins, as high as counts, or as density or shares, which are in proportion."""
    if not positions.size == heights.size == counts.size or not heights.sum() > 0:
        return False
    order = np.argsort(positions, kind="stable")
    slack = 1e-3 * (edges[1] - edges[0])
    placed = (edges[:-1] - slack <= positions[order]) & (positions[order] <= edges[1:] + slack)
    shares = heights[order] / heights.sum() * counts.sum()
    return bool(placed.all() and np.abs(shares - counts).max() < 0.05)
