"""Describes a matplotlib figure by its data: lines, bars, steps, texts. Never by its pixels."""

import types
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np

_shown: set[int] = set()  # numbers of figures that plt.show() was called with


@contextmanager
def drawn(fresh: bool) -> Iterator[Callable[[Any], Any]]:
    """Gives a function that finds the figure of a call: its value, or the one that it drew on.

    In a notebook plt.show() shows the open figures and forgets them. Here they stay for this call,
    and are closed before the next. All others stay open, and pile up, until a `fresh` start.
    """
    pyplot = _pyplot()
    _close(pyplot.get_fignums() if fresh else _shown)
    before = {artist for figure in _open_figures() for artist in _artists(figure)}

    def figure_of(value: Any) -> Any:
        if value is not None and value is not pyplot:
            return _figure_in(value)
        touched = [figure for figure in _open_figures() if not before.issuperset(_artists(figure))]
        return touched[0] if len(touched) == 1 else None

    with _show_remembers():
        yield figure_of


def _pyplot() -> types.ModuleType:
    import matplotlib

    matplotlib.use("agg")  # never a window, wherever this runs
    from matplotlib import pyplot

    return pyplot


def _close(numbers: Iterable[int]) -> None:
    from matplotlib import pyplot

    for number in list(numbers):
        pyplot.close(number)
    _shown.clear()


def _open_figures() -> list[Any]:
    from matplotlib._pylab_helpers import Gcf

    return [manager.canvas.figure for manager in Gcf.get_all_fig_managers()]


def _artists(figure: Any) -> list[Any]:
    return [artist for axes in figure.axes for artist in axes.get_children()]


@contextmanager
def _show_remembers() -> Iterator[None]:
    """While it lasts plt.show() and figure.show() note what they show, and do nothing more."""
    from matplotlib.backend_bases import FigureManagerBase

    def show(self: Any) -> None:
        _shown.add(self.num)

    original = FigureManagerBase.show
    FigureManagerBase.show = show  # type: ignore[method-assign]
    try:
        yield
    finally:
        FigureManagerBase.show = original  # type: ignore[method-assign]


def _figure_in(value: Any) -> Any:
    """The Figure of a Figure, Axes or line, or of the first in a list, tuple or array of these."""
    from matplotlib.artist import Artist

    if isinstance(value, Artist):
        return value.get_figure(root=True)
    if isinstance(value, np.ndarray):
        value = value.ravel().tolist() if value.dtype == object else []
    if isinstance(value, list | tuple):
        return next((found for part in value if (found := _figure_in(part)) is not None), None)
    return None


def describe(figure: Any) -> dict[str, Any]:
    """Titles, legends and, for each Axes, its artists' data."""
    parts = [figure, *figure.subfigs]
    return {
        "suptitle": " ".join(filter(None, (part.get_suptitle() for part in parts))),
        "legend": [text for part in parts for legend in part.legends for text in _texts(legend)],
        "axes": [_axes(axes) for axes in _visible(figure.axes)],
    }


def _axes(axes: Any) -> dict[str, Any]:
    """An Axes; `bars` holds x, width, y, height of each, in one array for each call that drew them."""
    together = {id(bar) for bars in axes.containers for bar in bars if _is(bar, "Rectangle")}
    alone = [p for p in _named(axes.patches, "Rectangle") if id(p) not in together]
    groups = [[bar for bar in bars if _is(bar, "Rectangle")] for bars in axes.containers]
    return {
        "title": " ".join(
            filter(None, (axes.get_title(loc=at) for at in ("left", "center", "right")))
        ),
        "xlabel": axes.get_xlabel(),
        "ylabel": axes.get_ylabel(),
        "legend": [text for legend in _legends(axes) for text in _texts(legend)],
        "lines": [_line(line) for line in _visible(axes.lines)],
        "bars": [_boxes(group) for group in (*groups, alone) if group],
        "steps": [_step(patch) for patch in _named(axes.patches, "StepPatch")],
        "polygons": [_array(patch.get_xy()) for patch in _named(axes.patches, "Polygon")],
        "scatters": [
            _array(dots.get_offsets())
            for dots in _named(_visible(axes.collections), "PathCollection")
        ],
        "segments": [
            _array(segment)
            for collection in _named(axes.collections, "LineCollection")
            for segment in collection.get_segments()
        ],
    }


def _visible(artists: Iterable[Any]) -> list[Any]:
    """Those that can be seen: not switched off, nor without any colour."""
    return [
        artist
        for artist in artists
        if artist.get_visible() and np.any(np.asarray(artist.get_alpha()) != 0)
    ]


def _is(artist: Any, name: str) -> bool:
    return type(artist).__name__ == name


def _named(artists: Any, name: str) -> list[Any]:
    return [artist for artist in artists if _is(artist, name)]


def _array(data: Any) -> np.ndarray:
    return np.array(np.ma.filled(data, np.nan) if np.ma.isMaskedArray(data) else data, dtype=float)


def _legends(axes: Any) -> list[Any]:
    """The Axes' own, and those that `add_artist` has kept beside it."""
    own = axes.get_legend()
    return [own, *(kept for kept in _named(axes.artists, "Legend") if kept is not own)]


def _texts(legend: Any) -> list[str]:
    shown = legend and legend.get_visible()
    return [text.get_text() for text in legend.get_texts()] if shown else []


def _boxes(bars: list[Any]) -> np.ndarray:
    return _array([[b.get_x(), b.get_width(), b.get_y(), b.get_height()] for b in bars])


def _line(line: Any) -> dict[str, Any]:
    from matplotlib.colors import to_hex

    return {
        "x": _array(line.get_xdata(orig=False)),
        "y": _array(line.get_ydata(orig=False)),
        "style": str(line.get_linestyle()),
        "steps": str(line.get_drawstyle()),
        "color": to_hex(line.get_color()),
        "label": str(line.get_label()),
    }


def _step(patch: Any) -> dict[str, Any]:
    data = patch.get_data()
    return {"values": _array(data.values), "edges": _array(data.edges)}
