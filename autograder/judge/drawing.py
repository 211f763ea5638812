"""A figure as data: what it shows, and whether another shows the same.

Figures come from guests, so nothing here trusts that an array is one.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import msgspec
import numpy as np

POINTS = 30  # a line of fewer points is no curve, but an axis or a dotted line
FEW = 3  # points of a line that is compared with a mistake's: too few may be the mistake
Array = np.ndarray[Any, Any]
Curve = tuple[Array, Array]


class Line(msgspec.Struct, frozen=True):
    """A line that plot or step drew."""

    x: Any
    y: Any
    style: str
    steps: str
    color: str
    label: str


class Steps(msgspec.Struct, frozen=True):
    """What stairs drew."""

    values: Any
    edges: Any


class Axes(msgspec.Struct, frozen=True):
    """One Axes; `bars` are arrays of x, width, y and height, one for each call that drew them."""

    title: str
    xlabel: str
    ylabel: str
    legend: list[str]
    lines: list[Line]
    bars: list[Any]
    steps: list[Steps]
    polygons: list[Any]
    scatters: list[Any]
    segments: list[Any]


class Figure(msgspec.Struct, frozen=True):
    """A figure as the guest describes it."""

    suptitle: str
    legend: list[str]
    axes: list[Axes]

    @property
    def title(self) -> str:
        """All titles, wherever they stand."""
        return " ".join(filter(None, (self.suptitle, *(axes.title for axes in self.axes))))

    @property
    def entries(self) -> list[str]:
        """The texts of all legends, on the Axes or on the figure."""
        texts = [*self.legend, *(text for axes in self.axes for text in axes.legend)]
        return [text for text in texts if text.strip()]


def read(told: Any) -> Any:
    """The Figure in what a guest tells of a call; where there is none, the value it returned."""
    if isinstance(told, dict) and set(told) == {"figure"}:
        try:
            return msgspec.convert(told["figure"], Figure)
        except msgspec.ValidationError:
            return None
    return told.get("value") if isinstance(told, dict) else told


def curves(figure: Figure) -> list[Curve]:
    """Every line, scatter and segment of at least POINTS points, sorted by x."""
    return [curve for axes in figure.axes for curve in axes_curves(axes)]


def same_drawing(first: Figure, second: Figure) -> bool:
    """Whether two figures show the same curves and histograms, sampled however they are."""
    mine, other = (
        [axes for axes in figure.axes if _shows_anything(axes)] for figure in (first, second)
    )
    if not mine and not other:
        return not any(map(_has_artists, first.axes + second.axes))
    return len(mine) == len(other) and all(map(_same_axes, mine, other))


def same_texts(first: Figure, second: Figure) -> bool:
    """Whether they say the same in their titles, and have as many entries in their legends."""
    titles = (first.title.casefold(), second.title.casefold())
    return titles[0] == titles[1] and len(first.entries) == len(second.entries)


def flat(data: Any) -> Array:
    """One row of numbers; of nothing, where the guest tells anything else."""
    usable = isinstance(data, np.ndarray) and data.dtype.kind in "fiub"
    return data.ravel().astype(float) if usable else np.empty(0)


def _table(data: Any, columns: int) -> Array:
    row = flat(data)
    return row.reshape(-1, columns) if row.size % columns == 0 else np.empty((0, columns))


def axes_curves(axes: Axes, points: int = POINTS) -> list[Curve]:
    """The curves of one Axes."""
    columns = [(flat(line.x), flat(line.y)) for line in axes.lines]
    columns += [(t[:, 0], t[:, 1]) for t in (_table(d, 2) for d in axes.scatters + axes.segments)]
    found = []
    for x, y in columns:
        if x.size == y.size:
            finite = np.isfinite(x) & np.isfinite(y)
            order = np.argsort(x[finite], kind="stable")
            if order.size >= points:
                found.append((x[finite][order], y[finite][order]))
    return found


def same_numbers(first: Array, second: Array, atol: float = 1e-4) -> bool:
    """Whether two arrays are of one shape and close."""
    return first.shape == second.shape and np.allclose(first, second, rtol=1e-4, atol=atol)


def histograms(axes: Axes) -> Iterator[Curve]:
    """Positions and heights of all that could be a histogram, upright or lying."""
    groups = [_table(group, 4) for group in axes.bars]
    for boxes in (*groups, np.concatenate(groups)) if len(groups) > 1 else groups:
        x, width, y, height = boxes.T
        yield x + width / 2, height
        yield y + height / 2, width
    for steps in axes.steps:
        yield _middles(flat(steps.edges)), flat(steps.values)
    for corners in (_table(data, 2) for data in axes.polygons):
        yield _outline(corners)
        yield _outline(corners[:, ::-1])
    for line in (line for line in axes.lines if line.steps.startswith("steps")):
        x, y = flat(line.x), flat(line.y)
        yield from ((x, y), (x[:-1], y[:-1]), (x[1:], y[1:]))


def _middles(edges: Array) -> Array:
    return (edges[:-1] + edges[1:]) / 2


def _outline(corners: Array) -> Curve:
    """The steps of a polygon that goes up and down them: between which x, and how high."""
    xs = np.unique(corners[:, 0])
    edges = xs[np.diff(xs, prepend=-np.inf) > 1e-6 * (xs[-1] - xs[0])] if xs.size else xs
    middles = _middles(edges)
    heights = np.zeros_like(middles)
    for (x0, y0), (x1, y1) in pairwise(corners):
        if y0 == y1:
            below = (min(x0, x1) < middles) & (middles < max(x0, x1))
            heights[below] = np.maximum(heights[below], y0)
    return middles, heights


def _shapes(axes: Axes) -> Iterator[Array]:
    """The parts of histograms: bars, steps and polygons, each as one array."""
    yield from (_table(group, 4) for group in axes.bars)
    yield from (np.concatenate((flat(s.edges), flat(s.values))) for s in axes.steps)
    yield from (_table(data, 2) for data in axes.polygons)


def pieces(figure: Figure) -> Iterator[Array]:
    """All curves and parts of histograms, each as one array."""
    for axes in figure.axes:
        yield from map(np.stack, axes_curves(axes))
        yield from _shapes(axes)


def _shows_anything(axes: Axes) -> bool:
    return bool(axes_curves(axes, FEW)) or next(_shapes(axes), None) is not None


def _has_artists(axes: Axes) -> bool:
    return any((axes.lines, axes.bars, axes.steps, axes.polygons, axes.scatters, axes.segments))


def _same_axes(first: Axes, second: Axes) -> bool:
    mine, other = axes_curves(first, FEW), axes_curves(second, FEW)
    for curve in mine:
        match = next((i for i, c in enumerate(other) if _same_curve(curve, c)), None)
        if match is None:
            return False
        del other[match]
    shapes, others = list(_shapes(first)), list(_shapes(second))
    return not other and len(shapes) == len(others) and all(map(same_numbers, shapes, others))


def _same_curve(first: Curve, second: Curve) -> bool:
    """The same ends, and the same height in between; 0.02 is for the steepest bend of a sampled curve."""
    (x, y), (other_x, other_y) = first, second
    ends = np.array([x[0], x[-1]]), np.array([other_x[0], other_x[-1]])
    if not same_numbers(*ends, atol=0.05 * (x[-1] - x[0]) + 1e-6):
        return False
    return bool(np.abs(y - np.interp(x, other_x, other_y)).max() <= 0.02 * max(1.0, np.ptp(y)))
