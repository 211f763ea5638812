"""The figure operation: which figure a call made, what is told of it, what piles up."""

import matplotlib.pyplot as plt
import pytest
import torch

from autograder.sandbox.cells import Cell
from autograder.sandbox.driver import Driver
from autograder.sandbox.loader import Loader, new_module
from autograder.sandbox.protocol import Request

CODE = """
import matplotlib.pyplot as plt
import numpy as np
from matplotlib.pyplot import show

def shown(x): plt.plot(x, 2 * x, label="두 배"); plt.title("Plot"); plt.legend(); plt.show()
def shown_by_name(x): plt.plot(x); show()
def shown_by_itself(x): fig, ax = plt.subplots(); ax.plot(x); fig.show()
def left_open(x): plt.plot(x)
def cleared(x): plt.figure(1); plt.clf(); plt.plot(x)
def nothing(x): pass
def two(x): plt.figure(); plt.plot(x); plt.figure(); plt.plot(x)
def closed(x): plt.plot(x); plt.close()
def number(x): plt.plot(x); return 7
def fails(x): plt.plot(x.requires_grad_())

def figure(x): fig, ax = plt.subplots(); ax.plot(x); return fig
def axes(x): return plt.subplots()[1]
def pair(x): fig, ax = plt.subplots(); ax.hist(x, bins=3); return fig, ax
def array(x): return plt.subplots(2, 2)[1]
def module(x): plt.plot(x); return plt
def lines(x): return plt.plot(x)
def bars(x): return plt.hist(x, bins=3)
def closed_and_returned(x): fig, ax = plt.subplots(); ax.plot(x); plt.close(fig); return fig

def texts(x):
    fig, (a, b) = plt.subplots(1, 2)
    fig.suptitle("over all"); a.set_title("left", loc="left"); a.set_title("right", loc="right")
    a.plot(x, label="one"); fig.legend(); b.plot(x); b.legend(["two"])
    return fig
def two_legends(x):
    fig, ax = plt.subplots(); one, two = ax.plot(x)[0], ax.plot(x)[0]
    ax.add_artist(ax.legend([one], ["one"])); ax.legend([two], ["two"])
    return fig
def one_legend_kept(x):
    fig, ax = plt.subplots(); ax.plot(x); ax.add_artist(ax.legend(["one"]))
    return fig
def invisible(x):
    fig, (a, b) = plt.subplots(1, 2)
    a.plot(x, label="seen"); a.plot(x, alpha=0); a.plot(x, visible=False); a.scatter(x, x, alpha=0)
    a.legend().set_visible(False); b.plot(x); b.set_visible(False)
    return fig
def shapes(x):
    fig, ax = plt.subplots()
    ax.bar([0, 1], [2, 3]); ax.bar([5], [6]); ax.axvspan(0, 1)
    ax.stairs([1, 2], [0, 1, 2]); ax.hist(x, bins=3, histtype="step"); ax.step(x, x)
    ax.scatter(x, x); ax.vlines(0, 0, 1); ax.plot([0, 1, 2], np.ma.masked_equal([4, 5, 6], 5))
    return fig
"""


@pytest.fixture(scope="module")
def driver():
    module = new_module("drawn")
    assert Loader(module).load(Cell("cell 1", CODE)) == []
    yield Driver(module)
    plt.close("all")


@pytest.fixture
def draw(driver):
    """Draw with one function after another; only the first starts afresh."""

    def draw(*names, x=torch.arange(3.0)):  # noqa: B008
        replies = [
            driver.run(Request("figure", name, [x], fresh=not number))
            for number, name in enumerate(names)
        ]
        return replies[-1]

    return draw


def count(reply):
    (axes,) = reply.value["figure"]["axes"]
    return len(axes["lines"])


def test_what_was_shown_is_the_figure_where_nothing_is_returned(draw):
    (axes,) = draw("shown").value["figure"]["axes"]
    assert (axes["title"], axes["legend"]) == ("Plot", ["두 배"])
    assert axes["lines"][0]["y"].tolist() == [0, 2, 4]


@pytest.mark.parametrize(
    "name",
    ["figure", "axes", "pair", "array", "module", "lines", "bars", "closed_and_returned"],
)
def test_a_figure_is_found_in_what_stands_for_it(draw, name):
    assert draw(name).value.keys() == {"figure"}


@pytest.mark.parametrize("name", ["nothing", "two", "closed", "number"])
def test_where_there_is_no_one_figure_the_value_is_told(draw, name):
    assert draw(name).value == {"value": 7 if name == "number" else None}


def test_an_old_figure_is_not_taken_for_the_work_of_a_call_that_draws_nothing(draw):
    assert draw("left_open", "nothing").value == {"value": None}


def test_figures_left_open_pile_up_within_an_item_only(draw):
    assert count(draw("left_open", "left_open", "left_open")) == 3
    assert count(draw("left_open")) == 1


@pytest.mark.parametrize("name", ["shown", "shown_by_name", "shown_by_itself"])
def test_what_was_shown_does_not_pile_up(draw, name):
    assert count(draw(name, name)) == 1
    assert count(draw(name, "left_open")) == 1


def test_a_figure_cleared_and_drawn_on_again_is_the_calls_own(draw):
    assert count(draw("cleared", "cleared")) == 1


def test_an_error_while_drawing_is_told_and_harms_no_later_call(draw):
    reply = draw("fails")
    assert reply.error.names[0] == "RuntimeError"
    assert count(draw("figure")) == 1


def test_titles_and_legends_are_found_wherever_they_stand(draw):
    told = draw("texts").value["figure"]
    assert told["suptitle"] == "over all"
    assert told["legend"] == ["one"]
    assert [axes["title"] for axes in told["axes"]] == ["left right", ""]
    assert told["axes"][1]["legend"] == ["two"]


def test_a_legend_that_is_kept_beside_another_is_told_and_none_twice(draw):
    (axes,) = draw("two_legends").value["figure"]["axes"]
    assert sorted(axes["legend"]) == ["one", "two"]
    (axes,) = draw("one_legend_kept").value["figure"]["axes"]
    assert axes["legend"] == ["one"]


def test_what_cannot_be_seen_is_not_told(draw):
    (axes,) = draw("invisible").value["figure"]["axes"]
    assert [len(axes[kind]) for kind in ("lines", "scatters", "legend")] == [1, 0, 0]


def test_every_kind_of_shape_is_told_by_its_data(draw):
    (axes,) = draw("shapes").value["figure"]["axes"]
    assert [group[:, 3].tolist() for group in axes["bars"]] == [[2, 3], [6], [1]]
    assert axes["steps"][0]["edges"].tolist() == [0, 1, 2]
    assert axes["polygons"][0].shape[1] == 2
    assert axes["scatters"][0].tolist() == [[0, 0], [1, 1], [2, 2]]
    assert axes["segments"][0].tolist() == [[0, 0], [0, 1]]
    assert axes["lines"][0]["steps"] == "steps-pre"
    assert str(axes["lines"][1]["y"].tolist()) == "[4.0, nan, 6.0]"
