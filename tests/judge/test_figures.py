"""What graders ask of figures: whatever way a figure was drawn, what it shows counts."""

import matplotlib.pyplot as plt
import numpy as np
import pytest
import torch

from autograder.judge import (
    assert_curves,
    assert_histogram,
    assert_legend,
    assert_title,
    assert_values,
    curves,
    left_over,
)
from autograder.judge.compare import Failed
from autograder.judge.drawing import read, same_drawing, same_texts
from autograder.judge.reference import LocalTransport
from autograder.sandbox.cells import Cell
from autograder.sandbox.figures import describe
from autograder.sandbox.protocol import Request

X = torch.arange(-5.0, 5.0, 0.1)
T = torch.tensor([0.0, 0.5, 0.7, 1.5, 2.2, 2.4, 2.6, 2.8, 3.5, 5.0])
COUNTS, EDGES = np.histogram(T.numpy(), 5)
WANTED = {"w = 1": torch.sigmoid, "w = 10": lambda x: torch.sigmoid(10 * x)}


@pytest.fixture
def ax():
    plt.close("all")
    yield plt.subplots()[1]
    plt.close("all")


def seen(ax):
    """The figure as it comes from a guest."""
    return read({"figure": describe(ax.figure)})


def draw(ax, *functions, x=X, **style):
    for function in functions:
        ax.plot(x, function(x), **style)


def finely(ax):
    draw(ax, *WANTED.values(), x=torch.linspace(-5, 4.9, 1000), linestyle="--")


def as_points(ax):
    for function in WANTED.values():
        ax.scatter(X, function(X))


def backwards_among_others(ax):
    draw(ax, *reversed(WANTED.values()), torch.tanh, x=X.flip(0))
    ax.plot([0, 0], [1.0, 0.0], ":")
    ax.axvline(0)


@pytest.mark.parametrize("way", [finely, as_points, backwards_among_others])
def test_curves_are_recognised_however_they_are_sampled(ax, way):
    way(ax)
    assert_curves(seen(ax), WANTED, -5, 4.9)


def test_a_missing_curve_is_named(ax):
    draw(ax, torch.sigmoid, lambda x: 10 * torch.sigmoid(x))
    with pytest.raises(Failed, match=r"lacks a curve: w = 10\."):
        assert_curves(seen(ax), WANTED, -5, 4.9)


def test_one_curve_does_not_stand_for_two(ax):
    draw(ax, torch.sigmoid)
    with pytest.raises(Failed, match=r"lacks a curve: again\."):
        assert_curves(seen(ax), {"first": torch.sigmoid, "again": torch.sigmoid}, -5, 4.9)


@pytest.mark.parametrize("x", [X[:60], 2 * X, X - 3])
def test_curves_over_another_range_are_told(ax, x):
    draw(ax, *WANTED.values(), x=x)
    with pytest.raises(Failed, match="range of x"):
        assert_curves(seen(ax), WANTED, -5, 4.9)


def test_curves_belong_on_one_axes(ax):
    draw(ax, torch.sigmoid)
    draw(ax.figure.add_subplot(212), WANTED["w = 10"])
    with pytest.raises(Failed, match="one Axes"):
        assert_curves(seen(ax), WANTED, -5, 4.9)


def test_what_is_no_figure_is_told_by_its_kind():
    with pytest.raises(Failed, match=r"must return a Figure, but returned None"):
        assert_curves(read({"value": None}), WANTED, -5, 4.9)


@pytest.mark.parametrize("told", [{"figure": {"axes": 3}}, {"figure": 1}, 7, {}])
def test_a_guest_that_tells_nonsense_has_no_figure(told):
    with pytest.raises(Failed, match="must return a Figure"):
        assert_title(read(told), "sigmoid")


def test_arrays_that_are_none_hold_no_curves(ax):
    draw(ax, torch.sigmoid)
    told = describe(ax.figure)
    told["axes"][0]["lines"][0]["y"] = "none"
    told["axes"][0]["bars"] = [np.ones(3), None]
    assert curves(read({"figure": told})) == []
    assert same_drawing(read({"figure": told}), read({"figure": told}))


def test_a_title_counts_in_any_letters_and_any_place(ax):
    ax.set_title("The SIGMOID function", loc="right")
    assert_title(seen(ax), "sigmoid")
    with pytest.raises(Failed, match='does not say "tanh"'):
        assert_title(seen(ax), "tanh")


def test_legend_entries_are_counted_on_axes_and_figure(ax):
    draw(ax, torch.sigmoid, torch.tanh)
    with pytest.raises(Failed, match="no legend"):
        assert_legend(seen(ax), 2)
    ax.figure.legend(["a", "b"])
    assert_legend(seen(ax), 2)
    with pytest.raises(Failed, match="needs 3 entries, but has 2"):
        assert_legend(seen(ax), 3)


def test_values_are_a_line_in_their_order_from_0_or_from_1(ax):
    ax.plot(T)
    assert assert_values(seen(ax), T) == {0}
    ax.clear()
    ax.plot(range(1, 11), T.tolist(), "o-")
    assert assert_values(seen(ax), T) == {0}


@pytest.mark.parametrize("way", [lambda ax: ax.plot(T.flip(0)), lambda ax: ax.plot(T, T)])
def test_values_in_another_order_or_place_are_told(ax, way):
    way(ax)
    with pytest.raises(Failed, match="in their order"):
        assert_values(seen(ax), T)


def one_by_one(ax):
    for count, edge in zip(COUNTS, EDGES, strict=False):
        ax.bar(edge, count, width=0.9, align="edge")


HISTOGRAMS = {
    "hist": lambda ax: ax.hist(np.sort(T), bins=5),
    "edges": lambda ax: ax.hist(T.tolist(), bins=EDGES, rwidth=0.7),
    "lying": lambda ax: ax.hist(T, bins=5, orientation="horizontal"),
    "density": lambda ax: ax.hist(T, bins=5, density=True),
    "shares": lambda ax: ax.hist(T, bins=5, weights=np.full(10, 0.1)),
    "step": lambda ax: ax.hist(T, bins=5, histtype="step"),
    "filled": lambda ax: ax.hist(T, bins=5, histtype="stepfilled"),
    "lying step": lambda ax: ax.hist(T, bins=5, histtype="step", orientation="horizontal"),
    "bars at the edge": lambda ax: ax.bar(EDGES[:-1], COUNTS, width=0.5),
    "bars in the middle": lambda ax: ax.bar((EDGES[:-1] + EDGES[1:]) / 2, COUNTS),
    "lying bars": lambda ax: ax.barh(EDGES[:-1], COUNTS, align="edge"),
    "bars one by one": one_by_one,
    "stairs": lambda ax: ax.stairs(COUNTS, EDGES),
    "steps after": lambda ax: ax.step(EDGES, [*COUNTS, COUNTS[-1]], where="post"),
    "steps before": lambda ax: ax.step(EDGES, [0, *COUNTS]),
    "steps in the middle": lambda ax: ax.step(EDGES[:-1] + 0.5, COUNTS, where="mid"),
    "among others": lambda ax: (ax.hist(T, bins=5), ax.axvspan(1, 2), ax.axvline(3)),
}


@pytest.mark.parametrize("name", HISTOGRAMS)
def test_a_histogram_counts_however_it_is_drawn(ax, name):
    HISTOGRAMS[name](ax)
    assert assert_histogram(seen(ax), T, 5) == {0}


WRONG = {
    "There is no histogram": lambda ax: ax.plot(T),
    "does not have `bins` bins": lambda ax: ax.hist(T, bins=6),
    "are not those of the values": lambda ax: ax.hist(range(10), bins=5, weights=T),
    "not those of the values of t": lambda ax: ax.bar(range(5), COUNTS[::-1]),
    "The bars": lambda ax: ax.hist(T, bins=5, cumulative=True),
    "bars of the histogram": lambda ax: ax.bar(np.arange(5) + 10, COUNTS),
}


@pytest.mark.parametrize("message", WRONG)
def test_a_wrong_histogram_is_told(ax, message):
    WRONG[message](ax)
    with pytest.raises(Failed, match=message):
        assert_histogram(seen(ax), T, 5)


def test_what_is_left_over_of_an_earlier_figure_is_counted(ax):
    draw(ax, torch.sigmoid, torch.tanh)
    ax.hist(T, bins=5)
    earlier = seen(ax)
    draw(ax, torch.sigmoid, x=X + 1)
    assert left_over(seen(ax), earlier) == 3
    ax.clear()
    draw(ax, torch.sigmoid, x=X + 1)
    assert left_over(seen(ax), earlier) == 0


def test_two_drawings_are_the_same_by_what_they_show(ax):
    draw(ax, *WANTED.values())
    ax.set_title("mine")
    mine = seen(ax)
    ax.clear()
    draw(ax, *reversed(WANTED.values()), x=torch.linspace(-5, 5, 300), color="red")
    assert same_drawing(mine, seen(ax))
    assert not same_texts(mine, seen(ax))
    draw(ax, torch.tanh)
    assert not same_drawing(mine, seen(ax))
    assert not same_drawing(seen(ax), mine)


def test_figures_are_drawn_again_in_their_order_and_not_recalled():
    code = "import matplotlib.pyplot as plt\ndef pile(x): plt.plot(x)"
    transport = LocalTransport("piled", [Cell("cell 1", code)])
    first, again = Request("figure", "pile", [X], fresh=True), Request("figure", "pile", [X])

    def lines(replies):
        return [len(curves(read(reply.value))) for reply in replies]

    assert lines(transport.run(request) for request in (first, again, again)) == [1, 2, 3]
    assert lines(transport.replay([first, again])) == [1, 2]
    plt.close("all")
