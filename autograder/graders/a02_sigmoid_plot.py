"""Hidden grader of a02_sigmoid_plot (8 points)."""

import torch

from autograder.judge import (
    Leaf,
    assert_curves,
    assert_form,
    assert_gradients,
    assert_legend,
    assert_pure,
    assert_same,
    assert_title,
    curves,
    item,
    left_over,
    raises,
    require,
)
from autograder.judge.compare import Failed
from autograder.judge.student import Raised

SLIDE_X = torch.arange(-5.0, 5.0, 0.1)
SLOPES = {f"w = {w}": lambda x, w=w: torch.sigmoid(w * x) for w in (0.5, 1, 2, 10)}
SHIFTS = {f"b = {b}": lambda x, b=b: torch.sigmoid(x + b) for b in (0.5, 0, 1, 2)}
OURS = (
    "lambda x, w, b: torch.sigmoid(torch.as_tensor(w).reshape(-1, 1) * torch.as_tensor(x)"
    " + torch.as_tensor(b).reshape(-1, 1))"
)


def uniform(rng, *shape, low=-3.0, high=3.0, dtype=torch.float32):
    """Hidden inputs, evenly spread."""
    return torch.empty(shape, dtype=dtype).uniform_(low, high, generator=rng)


def parameters(rng, count):
    """Weights of both signs, and biases: no two alike."""
    w = torch.arange(1, count + 1) * torch.tensor([1, -1]).repeat(count)[:count] * 0.75
    b = torch.randperm(count, generator=rng) * 0.5 + uniform(rng, 1, low=0.2, high=0.4)
    return w.tolist(), b.tolist()


def wide(rng, count, low, high, dtype=torch.float32):
    """An x in no order, from `low` to `high`."""
    inner = uniform(rng, count - 2, low=low, high=high, dtype=dtype)
    ends = torch.tensor([low, high], dtype=dtype)
    return torch.cat([ends, inner])[torch.randperm(count, generator=rng)]


def look(student, passed, check):
    """Check figures; where sigmoid_curves is wrong, it is enough if they are right with ours."""
    try:
        check(student)
    except (Failed, Raised):
        if "curves" in passed:
            raise
        check(student.using(sigmoid_curves=OURS))


@item(
    "curves", function="sigmoid_curves", points=3,
    ko="곡선의 값, shape, 기울기, 길이 오류",
    en="values of the curves, shape, gradient, error for lengths",
)  # fmt: skip
def test_rows_are_curves_of_one_w_and_one_b_each(student, reference, rng):
    x, three, one = uniform(rng, 7), parameters(rng, 3), parameters(rng, 1)
    for args in (
        (SLIDE_X, [0.5, 1, 2, 10], [0, 0, 0, 0]),
        (SLIDE_X, [1, 1, 1, 1], [0.5, 0, 1, 2]),
        (x, *three),
        (uniform(rng, 7), *parameters(rng, 3)),  # same shapes, other values
        (uniform(rng, 3), *three),
        (uniform(rng, 5), *one),
        (uniform(rng, 1), *three),
        (uniform(rng, 14)[::2], *map(tuple, three)),
        (uniform(rng, 6, dtype=torch.float64), *three),
        (torch.empty(0), *three),
        (torch.empty(0, dtype=torch.float64), *one),
    ):
        run = student.call("sigmoid_curves", *args)
        assert_same(run.value, reference.sigmoid_curves(*args))
        assert_form(run.value, reference.sigmoid_curves(*args))
        assert_pure(run)
    cotangent = uniform(rng, 3, 7)
    mine = student.grad("sigmoid_curves", x, *three, cotangent=cotangent)
    expected = reference.grad("sigmoid_curves", x, *three, cotangent=cotangent)
    assert_gradients(mine, expected.grads)
    for w, b in ((3, 2), (2, 3), (3, 1), (1, 3), (4, 7)):
        with raises(ValueError):
            student.sigmoid_curves(x, parameters(rng, w)[0], parameters(rng, b)[1])


@item(
    "slopes.data", function="plot_slopes", points=2, kind="figure",
    ko="네 경사의 곡선", en="the curves of four slopes",
)  # fmt: skip
def test_four_slopes_are_drawn(student, rng, passed):
    assert_drawn(student, passed, "plot_slopes", SLOPES, wide(rng, 100, -7.0, 6.0))


@item(
    "shifts.data", function="plot_shifts", points=1, kind="figure",
    ko="네 이동의 곡선", en="the curves of four shifts",
)  # fmt: skip
def test_four_shifts_are_drawn(student, rng, passed):
    x = wide(rng, 100, -6.0, 8.0, torch.float64)
    assert_drawn(student, passed, "plot_shifts", SHIFTS, x)


def assert_drawn(student, passed, plot, wanted, x):
    """The curves are there on the slide's x and on this one."""

    def check(student):
        assert_curves(student.figure(plot), wanted, -5.0, 4.9)
        assert_curves(student.figure(plot, x), wanted, x.min().item(), x.max().item())
        assert_pure(student.exchanges[-1][1])

    look(student, passed, check)


@item(
    "title+legend", function="plot_slopes", also=("plot_shifts",), points=1, kind="figure",
    ko="제목과 범례", en="title and legend",
)  # fmt: skip
def test_both_figures_have_a_title_and_a_legend(student, passed):
    def check(student):
        for plot in ("plot_slopes", "plot_shifts"):
            figure = student.figure(plot, SLIDE_X)
            assert_title(figure, "sigmoid")
            # A curve that is not drawn has cost its point, and has no name to be told either.
            assert_legend(figure, min(4, drawn(figure)))

    look(student, passed, check)


@item(
    "fresh", function="plot_slopes", also=("plot_shifts",), points=1, kind="figure",
    ko="그림마다 자기 곡선만, requires_grad인 x", en="own curves only, and x that requires grad",
)  # fmt: skip
def test_no_curve_of_an_earlier_call_is_left_over(student, rng, passed):
    x, other = Leaf(wide(rng, 100, -5.5, 5.0)), Leaf(wide(rng, 110, -6.0, 6.5))

    def check(student):
        slopes, shifts, slopes_again, shifts_again = (
            student.figure(plot, x) for plot, x in (("plot_slopes", x), ("plot_shifts", other)) * 2
        )
        require(
            left_over(shifts, slopes) < drawn(slopes)
            and drawn(slopes_again) <= drawn(slopes)
            and drawn(shifts_again) <= drawn(shifts),
            ko="앞에서 그린 그래프의 선이 남아 있습니다. 새 Figure를 만들어 그리세요.",
            en="Lines of an earlier plot are left over. Draw on a new Figure.",
        )
        require(
            all(reply.tracked == [0] for _, reply in student.exchanges[-4:]),
            ko="그린 뒤에 x의 requires_grad가 False가 되었습니다. x를 바꾸지 않는 .detach()를 쓰세요.",
            en="After drawing, requires_grad of x is False. Use .detach(), which leaves x as it is.",
        )

    look(student, passed, check)


def drawn(figure):
    """How many curves there are, at least one."""
    found = len(curves(figure))
    require(found > 0, ko="그림에 곡선이 없습니다.", en="The figure has no curve.")
    return found
