"""Plots for pages: SVG that takes ink, colours and font from the page, and is the same in every run."""

import io
import re
from collections.abc import Sequence
from typing import Any

COLOURS = {"#111111": "var(--ink)", "#222222": "var(--soft)", "#333333": "var(--bar)"}
"""Colours that matplotlib is given, and the page's own that take their place."""
FONT = "DejaVu Sans"  # matplotlib brings it along and measures with it; the page sets its own
TENTHS = 10


def histograms(shares: Sequence[Sequence[float]]) -> list[str]:
    """Histograms of shares from 0 to 1, in tenths; the counts of all to one scale."""
    import matplotlib
    from matplotlib.figure import Figure

    counts = [_tenths(part) for part in shares]
    highest = max((max(part) for part in counts), default=0)
    style: Any = {
        "svg.fonttype": "none", "svg.hashsalt": "autograder", "font.size": 8, "font.family": FONT,
    }  # fmt: skip
    with matplotlib.rc_context(style):
        figure = Figure(figsize=(2.6, 1.1))
        return [
            _histogram(figure, f"plot{number}", part, highest)
            for number, part in enumerate(counts, start=1)
        ]


def _tenths(shares: Sequence[float]) -> list[int]:
    """How many shares fall into each tenth; the first and the last take what lies outside."""
    places = [max(0, min(int(share * TENTHS + 1e-9), TENTHS - 1)) for share in shares]
    return [places.count(place) for place in range(TENTHS)]


def _histogram(figure: Any, name: str, counts: Sequence[int], highest: int) -> str:
    figure.clear()
    axes = figure.add_axes((0.02, 0.22, 0.96, 0.74))
    bars = axes.bar([place + 0.5 for place in range(TENTHS)], counts, width=0.9, color="#333333")
    axes.bar_label(bars, [str(n) if n else "" for n in counts], color="#111111", padding=1)
    axes.set_xlim(0, TENTHS)
    axes.set_ylim(0, max(highest, 1) * 1.25)
    axes.set_xticks([0, TENTHS / 2, TENTHS], ["0%", "50%", "100%"])
    for tick, side in zip(axes.get_xticklabels(), ("left", "center", "right"), strict=True):
        tick.set_horizontalalignment(side)
    axes.tick_params(length=0, labelcolor="#222222")
    axes.set_yticks([])
    axes.spines[["top", "left", "right"]].set_visible(False)
    axes.spines["bottom"].set_color("#222222")
    return _inline(figure, name, _told(counts))


def _told(counts: Sequence[int]) -> str:
    """What the bars show, for whoever does not see them."""
    bars = [f"{10 * place}–{10 * place + 10}%: {n}" for place, n in enumerate(counts) if n]
    return ", ".join(bars)


def _inline(figure: Any, name: str, told: str) -> str:
    """The figure as an element of a page: no prologue, no style sheet, no id twice."""
    file = io.StringIO()
    figure.savefig(file, format="svg", transparent=True, metadata={"Date": None, "Creator": None})
    svg = file.getvalue()
    svg = svg[svg.index("<svg") :].replace("<svg ", f'<svg role="img" aria-label="{told}" ', 1)
    for unwanted in (
        r"<metadata>.*?</metadata>\s*",
        r"<defs>\s*<style.*?</defs>\s*",
        r"<!--.*?-->\s*",
    ):
        svg = re.sub(unwanted, "", svg, flags=re.DOTALL)
    svg = re.sub(r'(\bid="|url\(#|href="#)', rf"\g<1>{name}-", svg)
    svg = re.sub(rf"font: ([\d.]+px) '{FONT}'[^;]*", r"font-size: \1", svg)
    for colour, variable in COLOURS.items():
        svg = svg.replace(colour, variable)
    return svg
