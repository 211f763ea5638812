"""Hidden grader of a12_conv_by_hand (12 points)."""

import torch

from autograder.judge import (
    Model,
    assert_form,
    assert_graph,
    assert_pure,
    assert_same,
    fail,
    item,
    probe,
    raises,
    require,
)
from autograder.judge.compare import Failed
from autograder.judge.student import Raised

SLIDE_TABLE = torch.tensor([
    [2.0, 1, 1, 0, 0], [1, 4, 1, 1, 2], [3, 0, 1, 1, 0], [2, 1, 0, 1, 2], [1, 2, 3, 4, 5],
])  # fmt: skip
SLIDE_FRAMED = torch.tensor([
    [0.0, 0, 0, 0, 0, 0, 0], [0, 2, 1, 1, 0, 0, 0], [0, 1, 4, 1, 1, 2, 0], [0, 3, 0, 1, 1, 0, 0],
    [0, 2, 1, 0, 1, 2, 0], [0, 1, 2, 3, 4, 5, 0], [0, 0, 0, 0, 0, 0, 0],
])  # fmt: skip
COUNTED = torch.arange(1.0, 17).reshape(1, 1, 4, 4)
ONE_TO_FOUR = torch.tensor([[[[1.0, 2], [3, 4]]]])
SUMS = torch.tensor([[[[44.0, 54, 64], [84, 94, 104], [124, 134, 144]]]])

# All ready-made convolutions by the names of their operators; unfold, einsum and FFT have others.
READY_MADE = ("convolution", "conv1d", "conv2d", "conv3d", "conv_")
ATOL = 1e-3  # a wrong value is wrong by 1/16 at least (see `distinct`); an FFT rounds more


def distinct(rng, *shape, dtype=torch.float32):
    """Hidden inputs of both signs: no two alike (a turned kernel shows), quarters (exact sums)."""
    count = torch.Size(shape).numel()
    return ((torch.randperm(count, generator=rng) - count // 2) / 4).to(dtype).reshape(shape)


def even(x):
    """Made to look the same upside down and back to front."""
    x = x + x.flip(-1)
    return x + x.flip(-2)


class Inputs:
    """What conv2d is tried on: simpler where an earlier item is lost, as one mistake costs one item.

    Filters look the same turned over where conv.single is lost, there is one channel only where
    conv.channels is.
    """

    def __init__(self, rng, passed):
        self.rng = rng
        self.form = "conv.single" in passed
        self.channels = "conv.channels" in passed

    def image(self, N, C, H, W):
        size = (N, C) if self.channels else (min(N, 1), 1)
        return distinct(self.rng, *size, H, W)

    def filters(self, count, C, kH, kW):
        size = (count, C) if self.channels else (1, 1)
        weight = distinct(self.rng, *size, kH, kW)
        return weight if self.form else even(weight)

    def bias(self, count):
        return distinct(self.rng, count if self.channels else 1) + 1


def by_hand(student, passed):
    """The student without ready-made convolutions; where zero_pad2d is lost, x + 0 stands for it."""
    student = student.without(*READY_MADE)
    return student if "pad" in passed else student.using(zero_pad2d="add")


def judges_padding(student, passed):
    """Whether padding can be judged in conv2d: not where a wrong zero_pad2d does it."""
    student = student.without(*READY_MADE)
    return "pad" in passed or outcome(student) == outcome(student.using(zero_pad2d="add"))


def outcome(student):
    """What comes of a padded convolution, be it an error."""
    try:
        return str(student.conv2d(COUNTED, ONE_TO_FOUR, None, 1, 1))
    except Raised as raised:
        return raised.error.names


def assert_convolved(value, expected, form=True):
    """The right numbers, and where `form` the right shape and dtype."""
    assert_same(value, expected, atol=ATOL)
    if form:
        assert_form(value, expected)


# 1. zero_pad2d


@item("pad", function="zero_pad2d", points=2, ko="0으로 두른 테두리", en="a frame of zeros")
def test_frame_of_zeros_on_all_four_sides(student, reference, rng):
    assert_same(student.zero_pad2d(SLIDE_TABLE, 1), SLIDE_FRAMED)
    for x, p in (
        (SLIDE_TABLE, 1),
        (distinct(rng, 2, 3, 4, 6), 2),
        (distinct(rng, 2, 3, 4, 6), 2),  # same shape, other values
        (distinct(rng, 3, 4, 5), 0),
        (distinct(rng, 4, 3), 0),
        (distinct(rng, 1, 2), 3),
        (distinct(rng, 2, 1, 2, 4, 3), 1),
        (distinct(rng, 4, 3, dtype=torch.float64), 2),
        (torch.randperm(12, generator=rng).reshape(3, 4) + 1, 1),  # int64
        (distinct(rng, 5, 3).t(), 1),
    ):
        run = student.call("zero_pad2d", x, p)
        assert_same(run.value, reference.zero_pad2d(x, p))
        assert_form(run.value, reference.zero_pad2d(x, p))
        assert_pure(run)
    for p in (0, 2):
        args = distinct(rng, 2, 4, 3), p
        cotangent = distinct(rng, 2, 4 + 2 * p, 3 + 2 * p)
        mine = student.grad("zero_pad2d", *args, cotangent=cotangent)
        assert_graph(mine.value)
        assert_same(mine.grads, reference.grad("zero_pad2d", *args, cotangent=cotangent).grads)
    for p in (-1, -2):
        with raises(ValueError):
            student.zero_pad2d(distinct(rng, 1, 1, 6, 6), p)


# 2. conv2d


@item(
    "conv.single", function="conv2d", points=2,
    ko="채널 하나, 필터 하나", en="one channel, one filter",
)  # fmt: skip
def test_one_filter_slides_over_one_channel(student, reference, rng, passed):
    student = by_hand(student, passed)
    run = student.call("conv2d", COUNTED, ONE_TO_FOUR)
    assert_convolved(run.value, SUMS)
    assert_pure(run)
    double = torch.float64
    for x, weight in (
        (distinct(rng, 1, 1, 5, 5), distinct(rng, 1, 1, 3, 3)),
        (distinct(rng, 1, 1, 5, 5), distinct(rng, 1, 1, 3, 3)),  # same shapes, other values
        (distinct(rng, 1, 1, 3, 3), distinct(rng, 1, 1, 3, 3)),
        (distinct(rng, 1, 1, 4, 4, dtype=double), distinct(rng, 1, 1, 2, 2, dtype=double)),
    ):
        assert_convolved(student.conv2d(x, weight), reference.conv2d(x, weight))


@item(
    "conv.channels", function="conv2d", points=2,
    ko="여러 채널, 여러 필터, 여러 이미지", en="several channels, filters and images",
)  # fmt: skip
def test_each_filter_adds_up_all_channels(student, reference, rng, passed):
    student, inputs = by_hand(student, passed), Inputs(rng, passed | {"conv.channels"})
    for N, C, filters, n, k in (
        (1, 3, 1, 3, 2),  # the slide: 3×3×3 and 3×2×2
        (2, 3, 4, 4, 2),
        (1, 1, 3, 4, 3),
        (3, 2, 1, 3, 2),
        (2, 4, 4, 4, 3),
    ):
        args = inputs.image(N, C, n, n), inputs.filters(filters, C, k, k)
        assert_convolved(student.conv2d(*args), reference.conv2d(*args), inputs.form)


@item(
    "conv.stride_pad", function="conv2d", points=2,
    ko="스트라이드, 패딩, 여러 크기", en="stride, padding, all sizes",
)  # fmt: skip
def test_any_stride_padding_and_size(student, reference, rng, passed):
    padded = judges_padding(student, passed)
    student, inputs = by_hand(student, passed), Inputs(rng, passed)
    for sizes, kernel, stride, padding in (
        ((5, 4), (2, 3), 1, 0),
        ((8, 5), (2, 3), 2, 0),
        ((5, 7), (3, 2), 3, 0),
        ((4, 8), (1, 2), 3, 0),  # steps over some cells
        ((4, 5), (3, 2), 1, 1),
        ((3, 4), (2, 3), 1, 2),
        ((6, 5), (3, 3), 2, 1),
        ((5, 6), (2, 4), 3, 2),
        ((2, 3), (4, 5), 1, 1),  # just fits
        ((2, 3), (1, 1), 1, 2),  # places with nothing but padding
    ):
        if padding and not padded:
            continue
        args = inputs.image(2, 2, *sizes), inputs.filters(3, 2, *kernel)
        options = {"stride": stride, "padding": padding}
        assert_convolved(
            student.conv2d(*args, **options), reference.conv2d(*args, **options), inputs.form
        )
    args = inputs.image(2, 2, 5, 4).transpose(2, 3), inputs.filters(3, 2, 2, 3)
    assert_convolved(student.conv2d(*args), reference.conv2d(*args), inputs.form)
    args = inputs.image(0, 2, 4, 5), inputs.filters(3, 2, 2, 3)
    form = inputs.form and inputs.channels
    assert_convolved(student.conv2d(*args), reference.conv2d(*args), form)


@item("conv.bias+grad", function="conv2d", points=1, ko="편향과 기울기", en="bias and gradients")
def test_bias_is_added_once_and_gradients_reach_all_three(student, reference, rng, passed):
    student, inputs = by_hand(student, passed), Inputs(rng, passed)
    args = inputs.image(2, 3, 4, 4), inputs.filters(2, 3, 2, 2), inputs.bias(2)
    run = student.call("conv2d", *args)
    assert_convolved(run.value, reference.conv2d(*args), inputs.form)
    if inputs.form:
        assert_pure(run)
    unbiased = student.conv2d(*args[:2], None)
    assert_convolved(unbiased, reference.conv2d(*args[:2]), inputs.form)
    assert_gradients(student, reference, inputs, *args)
    assert_gradients(student, reference, inputs, *args[:2])
    if {"pad", "conv.stride_pad"} <= passed and inputs.form:
        args = inputs.image(2, 2, 5, 4), inputs.filters(3, 2, 3, 2), inputs.bias(3)
        options = {"stride": 2, "padding": 1}
        assert_convolved(student.conv2d(*args, **options), reference.conv2d(*args, **options))
        assert_gradients(student, reference, inputs, *args, 2, 1)


def assert_gradients(student, reference, inputs, *args):
    """The gradients by x, weight and bias, as far as they are there."""
    wrt = tuple(i for i, arg in enumerate(args) if isinstance(arg, torch.Tensor))
    cotangent = inputs.image(*reference.conv2d(*args).shape)
    if not inputs.form:  # then the gradient by weight too looks the same turned over
        args, cotangent = (even(args[0]), *args[1:]), even(cotangent)
    mine = student.grad("conv2d", *args, wrt=wrt, cotangent=cotangent)
    assert_graph(mine.value)
    for name, grad in zip(("x", "weight", "bias"), mine.grads, strict=False):
        require(
            grad is not None,
            ko=f"{name}의 기울기가 끊겼습니다. .item(), .detach(), torch.tensor(...)를 쓰지 않았는지 확인하세요.",
            en=f"The gradient by {name} is cut. Look for .item(), .detach() or torch.tensor(...).",
        )
    expected = reference.grad("conv2d", *args, wrt=wrt, cotangent=cotangent)
    assert_same(mine.grads, expected.grads, atol=ATOL)


@probe("conv2d")
def ordinary_convolutions(student, rng):
    student = student.without(*READY_MADE)
    args = [(distinct(rng, 1, 1, 4, 4), distinct(rng, 1, 1, 2, 2)) for _ in range(2)]
    try:
        return [student.conv2d(*pair) for pair in args]
    except Raised:  # perhaps for a mistake in zero_pad2d
        return [student.using(zero_pad2d="add").conv2d(*pair) for pair in args]


@item(
    "conv.errors", function="conv2d", points=1, kind="errors",
    ko="잘못된 입력에는 ValueError", en="ValueError for wrong input",
)  # fmt: skip
def test_wrong_input_is_refused(student, rng, passed):
    padded = judges_padding(student, passed)
    student = by_hand(student, passed)
    for case, (C, depth, kernel, biases, stride, padding) in WRONG:
        if padding and not padded:
            continue
        x, weight = distinct(rng, 2, C, 4, 4), distinct(rng, 2, depth, *kernel)
        bias = None if biases is None else distinct(rng, biases)
        refuses(student, case, x, weight, bias, stride, padding)


DEPTH = "채널 수와 필터의 깊이가 다를 때", "a filter of another depth than the input"
TOO_LARGE = "커널이 패딩한 입력보다 클 때", "a kernel larger than the padded input"
STRIDE = "stride가 1보다 작을 때", "stride below 1"
PADDING = "padding이 0보다 작을 때", "padding below 0"
BIASES = "bias의 길이가 필터의 수와 다를 때", "a bias of another length than there are filters"
WRONG = (  # channels, depth of the 2 filters, their size, biases, stride, padding; on 4×4
    (DEPTH, (3, 2, (2, 2), None, 1, 0)),
    (DEPTH, (2, 3, (2, 2), None, 1, 0)),
    (DEPTH, (3, 1, (2, 2), None, 1, 0)),  # these two would broadcast
    (DEPTH, (1, 3, (2, 2), None, 1, 0)),
    (TOO_LARGE, (3, 3, (5, 5), None, 1, 0)),
    (TOO_LARGE, (3, 3, (5, 2), None, 1, 0)),
    (TOO_LARGE, (3, 3, (2, 5), None, 1, 0)),
    (TOO_LARGE, (3, 3, (6, 6), None, 3, 0)),
    (TOO_LARGE, (3, 3, (7, 7), None, 1, 1)),
    (STRIDE, (3, 3, (2, 2), None, 0, 0)),
    (STRIDE, (3, 3, (2, 2), None, -1, 0)),
    (PADDING, (3, 3, (2, 2), None, 1, -1)),
    (PADDING, (3, 3, (1, 1), None, 1, -1)),
    (BIASES, (3, 3, (2, 2), 3, 1, 0)),
    (BIASES, (3, 3, (2, 2), 1, 1, 0)),  # this one would broadcast
)


def refuses(student, case, *args):
    """conv2d must raise ValueError in this case."""
    try:
        with raises(ValueError):
            student.conv2d(*args)
    except Failed as failed:
        fail(ko=f"{case[0]}: {failed.text.ko}", en=f"{case[1]}: {failed.text.en}")


# 3. make_conv and slide_output


@item(
    "make_conv", function="make_conv", points=1,
    ko="상수로 채운 합성곱 층", en="a convolution layer filled with constants",
)  # fmt: skip
def test_layers_of_one_two_and_three_dimensions(student, reference, rng):
    for args, sizes in (
        ((1, 1, 1, 3), (5,)),
        ((2, 3, 1, 3), (5, 5)),
        ((3, 1, 2, 3), (4, 3, 5)),
        ((1, 2, 3, 4, 0.5, -1.5), (6,)),
        ((2, 2, 3, 2, -0.75, 2.0, 2), (5, 6)),
        ((2, 2, 3, 2, 1.5, -0.5), (5, 6)),  # same shapes, other numbers
        ((2, 3, 2, 3, 2.5, 0.25, 2, 1), (4, 5)),
        ((3, 2, 1, 2, 0.25, 0.5, 1, 1), (2, 3, 2)),
        ((1, 1, 2, 3, 0.0, 0.0), (4,)),  # 0 is a number like others
    ):
        model, x = Model("make_conv", args), distinct(rng, 2, args[1], *sizes)
        expected = reference.forward(model, x)
        cotangent = distinct(rng, *expected.output.shape)
        expected = reference.forward(model, x, cotangent)
        assert_constants(student.forward(model, x).model, expected.model)
        mine = student.forward(model, x, cotangent)
        assert_convolved(mine.output, expected.output)
        assert_same(mine.grads, expected.grads, atol=ATOL)


def assert_constants(state, expected):
    """Parameters of the right shapes, filled with the right numbers, that can still be trained."""
    require(
        [p.shape for p in state.params] == [p.shape for p in expected.params],
        ko="파라미터는 weight (out_channels, in_channels, k, …)와 bias (out_channels,) 두 개여야 합니다.",
        en="There must be two parameters: weight (out_channels, in_channels, k, …) and bias "
        "(out_channels,).",
    )
    require(
        all(
            torch.allclose(mine.double(), right.double())
            for mine, right in zip(state.params, expected.params, strict=True)
        ),
        ko="가중치나 편향이 주어진 값으로 채워지지 않았습니다.",
        en="The weight or the bias is not filled with the number given.",
    )
    require(
        all(state.requires_grad),
        ko="requires_grad가 False인 파라미터가 있어 학습되지 않습니다.",
        en="Some parameters have requires_grad=False, so they cannot be trained.",
    )


@item(
    "slide_output", function="slide_output", points=1,
    ko="슬라이드의 출력", en="the outputs of the slides",
)  # fmt: skip
def test_outputs_of_the_slides_are_9_and_21_and_57(student, reference, passed):
    for args in ((1, 1, 1), (2, 1, 1), (2, 3, 1), (2, 3, 3), (3, 1, 1), (3, 2, 4), (1, 4, 2)):
        try:
            value = student.slide_output(*args)
            assert_same(value, reference.slide_output(*args))
            assert_form(value, reference.slide_output(*args))
        except (Failed, Raised):
            if "make_conv" in passed or not feeds_make_conv(student, *args):
                raise


def feeds_make_conv(student, ndim, in_channels, out_channels):
    """Whether all is well but make_conv: a layer that passes its input on gets the right input."""
    lent = student.using(make_conv="nn.Identity")
    try:
        value = lent.slide_output(ndim, in_channels, out_channels)
        assert_same(value, torch.full((1, in_channels) + (5,) * ndim, 2.0))
    except (Failed, Raised):
        return False
    return True
