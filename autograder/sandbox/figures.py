"""Describes a matplotlib figure by its data: lines, bars, steps, texts. Never by its pixels."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np


@contextmanager
def opened() -> Iterator[Callable[[Any], Any]]:
    """Gives a function that finds the figure a call made: its value, or the one it opened."""
    from matplotlib import pyplot

    before = set(pyplot.get_fignums())

    def figure_of(value: Any) -> Any:
        found = _figure_in(value)
        if found is not None:
            return found
        new = [number for number in pyplot.get_fignums() if number not in before]
        return pyplot.figure(new[0]) if value is None and len(new) == 1 else None

    yield figure_of


def _figure_in(value: Any) -> Any:
    """The Figure in a Figure, Axes, (fig, ax), or list or array of Axes; None in anything else."""
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    if isinstance(value, Figure):
        return value
    if isinstance(value, Axes):
        return value.get_figure(root=True)
    if isinstance(value, np.ndarray):
        value = value.ravel().tolist()
    if isinstance(value, list | tuple) and value:
        return _figure_in(value[0])
    return None


def describe(figure: Any) -> dict[str, Any] | None:
    """Titles, legends and, for each Axes, its artists' data; None where there is no figure."""
    if figure is None:
        return None
    return {
        "suptitle": figure.get_suptitle(),
        "legend": [text.get_text() for legend in figure.legends for text in legend.get_texts()],
        "axes": [_axes(axes) for axes in figure.axes],
    }


def _axes(axes: Any) -> dict[str, Any]:
    legend = axes.get_legend()
    return {
        "title": " ".join(
            filter(None, (axes.get_title(loc=at) for at in ("left", "center", "right")))
        ),
        "xlabel": axes.get_xlabel(),
        "ylabel": axes.get_ylabel(),
        "legend": [text.get_text() for text in legend.get_texts()] if legend else [],
        "lines": [_line(line) for line in axes.lines],
        "bars": [
            [float(v) for v in (p.get_x(), p.get_width(), p.get_y(), p.get_height())]
            for p in axes.patches
            if type(p).__name__ == "Rectangle"
        ],
        "steps": [_step(p) for p in axes.patches if type(p).__name__ == "StepPatch"],
        "polygons": [
            np.asarray(p.get_xy(), dtype=float)
            for p in axes.patches
            if type(p).__name__ == "Polygon"
        ],
        "scatters": [
            np.asarray(c.get_offsets(), dtype=float)
            for c in axes.collections
            if type(c).__name__ == "PathCollection"
        ],
        "segments": [
            np.asarray(segment, dtype=float)
            for c in axes.collections
            if type(c).__name__ == "LineCollection"
            for segment in c.get_segments()
        ],
    }


def _line(line: Any) -> dict[str, Any]:
    from matplotlib.colors import to_hex

    return {
        "x": np.asarray(line.get_xdata(), dtype=float),
        "y": np.asarray(line.get_ydata(), dtype=float),
        "style": str(line.get_linestyle()),
        "color": to_hex(line.get_color()),
        "label": str(line.get_label()),
    }


def _step(patch: Any) -> dict[str, Any]:
    data = patch.get_data()
    return {
        "values": np.asarray(data.values, dtype=float),
        "edges": np.asarray(data.edges, dtype=float),
    }
