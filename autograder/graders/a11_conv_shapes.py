"""Hidden grader of a11_conv_shapes (12 points)."""

import operator

import torch

from autograder.judge import assert_form, assert_same, item, probe, raises

SLIDE_LAYERS = (
    ((1, 1, 5), 1, 3),
    ((1, 1, 5, 5), 1, 3),
    ((1, 3, 5, 5), 1, 3),
    ((1, 3, 5, 5), 3, 3),
    ((1, 1, 5, 5, 5), 1, 3),
)
SIZE_ITEMS = {"size.basic", "size.floor", "size.dilation"}


def draw(rng, low, high):
    """A hidden whole number, low <= number <= high."""
    return int(torch.randint(low, high + 1, (), generator=rng))


def whole(value):
    """As an int whatever Python takes for one, such as a 0-d integer tensor; a float stays a float."""
    if isinstance(value, tuple | list):
        return tuple(whole(part) for part in value)
    try:
        return operator.index(value)
    except TypeError:
        return value


@probe("conv_out_size")
def ordinary_layers(student, rng):
    return [
        (
            student.conv_out_size(n, 3),
            student.conv_output_shape((2, 3, n, n), 4, 3),
            student.conv_weight_shape(2, n, 4, 3),
            student.conv_param_count(2, n, 4, 3),
        )
        for n in (draw(rng, 6, 9), draw(rng, 10, 14))
    ]


@item(
    "size.basic", function="conv_out_size", points=2,
    ko="출력 크기: 커널, 스트라이드, 패딩", en="output size: kernel, stride, padding",
)  # fmt: skip
def test_size_on_the_slides_and_for_hidden_numbers_without_remainder(student, reference, rng):
    cases = [((5, 3), {}), ((5, 3, 1, 1), {}), ((3, 2), {}), ((28, 5), {}), ((7, 3, 2), {})]
    for stride in (1, 2, 3):
        kernel, padding = draw(rng, 3, 5), draw(rng, 1, 2)
        n = kernel - 2 * padding + stride * draw(rng, 4, 9)
        cases.append(((n, kernel), {"stride": stride, "padding": padding}))
    for args, options in cases:
        value = whole(student.conv_out_size(*args, **options))
        assert_same(value, reference.conv_out_size(*args, **options))
        assert_form(value, reference.conv_out_size(*args, **options))


@item(
    "size.floor", function="conv_out_size", points=1,
    ko="출력 크기: 나누어떨어지지 않을 때 내림", en="output size: rounded down",
)  # fmt: skip
def test_remainder_is_dropped(student, reference, rng):
    width, step = draw(rng, 2, 5), draw(rng, 3, 5)
    for n, kernel, stride in (
        (width + step * draw(rng, 2, 6) + 1, width, step),
        (8, 3, 2),
        (6, 3, 2),  # Python's round() gives 3 here, and 5 for the next
        (10, 3, 2),
        (width + step * draw(rng, 2, 6) + step - 1, width, step),
    ):
        value = whole(student.conv_out_size(n, kernel, stride=stride))
        assert_same(value, reference.conv_out_size(n, kernel, stride=stride))


@item(
    "size.dilation", function="conv_out_size", points=1,
    ko="출력 크기: dilation", en="output size: dilation",
)  # fmt: skip
def test_dilation_spreads_the_kernel(student, reference, rng, passed):
    cases = []
    for dilation in (4, 3, 2):
        kernel = draw(rng, 2, 5)
        n = dilation * (kernel - 1) + 1 + draw(rng, 5, 9)
        cases.append((n, kernel, {"dilation": dilation}))
    cases.append((7, 3, {"dilation": 2}))
    if {"size.basic", "size.floor"} <= passed:  # one mistake costs one item
        cases.append((32, 5, {"stride": 2, "padding": 2, "dilation": 2}))
    for n, kernel, options in cases:
        value = whole(student.conv_out_size(n, kernel, **options))
        assert_same(value, reference.conv_out_size(n, kernel, **options))


@item(
    "shape.nd", function="conv_output_shape", points=3,
    ko="Conv1d, Conv2d, Conv3d의 출력 shape", en="output shape of Conv1d, Conv2d, Conv3d",
)  # fmt: skip
def test_output_shape_in_one_two_and_three_dimensions(student, reference, rng, passed):
    sizes = draw(rng, 8, 10), draw(rng, 11, 13), draw(rng, 14, 16)
    cases = [
        ((2, 3, 8, 13), 4, 3),
        *SLIDE_LAYERS,
        ((1, 3, 3, 3), 1, 2),
        ((2, 3, 9, 15), 4, (3, 2)),
        ((2, 3, 9, 15), 4, 3, (2, 3)),
        ((2, 5, *sizes[:1]), 3, (draw(rng, 2, 4),)),
        ((3, 2, *sizes[:2]), 6, (draw(rng, 2, 4), 5)),
        ((2, 3, *sizes), 7, (4, draw(rng, 2, 3), 5)),
        ((0, 3, *sizes[:2]), 2, 3),
    ]
    sound = passed >= SIZE_ITEMS
    if sound:  # one mistake costs one item: padding, remainders, dilation and floats have gone well
        cases += [
            ((2, 5, *sizes[:1]), 3, 4, 1, 1),
            ((2, 5, *sizes[:1]), 3, 4, 2, 1, 2),
            ((3, 2, *sizes[:2]), 6, (3, 2), (3, 2), (0, 2), (1, 3)),
            ((3, 2, *sizes[:2]), 6, 3, 2, (2, 0), 1),
            ((2, 3, *sizes), 7, (2, 4, 3), 2, (1, 0, 2), (3, 1, 2)),
            ((2, 3, *sizes), 7, 3, (1, 3, 2), 1, 2),
            ((0, 3, *sizes), 2, 3, 2, 1),
        ]
    for args in cases:
        value = whole(student.conv_output_shape(*args))
        assert_same(value, reference.conv_output_shape(*args))
        if sound:
            assert_form(value, reference.conv_output_shape(*args))


@item(
    "weights", function="conv_weight_shape", points=2, also=("conv_param_count",),
    ko="가중치의 shape과 파라미터의 수", en="shape of the weight, number of parameters",
)  # fmt: skip
def test_weight_shape_and_parameter_count(student, reference, rng):
    cases = [
        *(
            (len(shape) - 2, shape[1], out_channels, kernel)
            for shape, out_channels, kernel in SLIDE_LAYERS
        ),
        (1, 4, 3, (5,)),
        (2, 3, 4, (3, 5)),
        (3, 2, 5, (1, 2, 4)),
        *((ndim, draw(rng, 2, 4), draw(rng, 5, 8), draw(rng, 2, 4)) for ndim in (1, 2, 3)),
    ]
    for args in cases:
        shape = whole(student.conv_weight_shape(*args))
        assert_same(shape, reference.conv_weight_shape(*args))
        assert_form(shape, reference.conv_weight_shape(*args))
        for options in ({}, {"bias": False}):
            count = whole(student.conv_param_count(*args, **options))
            assert_same(count, reference.conv_param_count(*args, **options))
            assert_form(count, reference.conv_param_count(*args, **options))


@item(
    "same", function="same_padding", points=1,
    ko="크기를 유지하는 패딩", en="padding that keeps the size",
)  # fmt: skip
def test_same_padding_or_none_at_all(student, reference, rng):
    odd, even = 2 * draw(rng, 3, 6) + 1, 2 * draw(rng, 3, 6)
    for args in ((3,), (5,), (3, 2), (4, 2), (1,), (odd,), (odd, draw(rng, 2, 4)), (even, 4)):
        value = whole(student.same_padding(*args))
        assert_same(value, reference.same_padding(*args))
        assert_form(value, reference.same_padding(*args))
    for args in ((4,), (even,), (even, 3), (0, 2), (-1,), (3, 0)):
        with raises(ValueError):
            student.same_padding(*args)


@item(
    "errors", function="conv_out_size", points=2, kind="errors",
    also=("conv_output_shape", "conv_weight_shape", "conv_param_count"),
    ko="잘못된 입력에는 ValueError", en="ValueError for wrong input",
)  # fmt: skip
def test_wrong_input_is_refused_by_all_four_functions(student, rng, passed):
    n = draw(rng, 4, 9)
    refuses_wrong_sizes(student, n)
    student.conv_out_size(n, n)  # just fits
    if passed >= SIZE_ITEMS:  # one mistake costs one item
        student.conv_out_size(3, 5, padding=1)
        student.conv_out_size(7, 4, dilation=2)
        with raises(ValueError):
            student.conv_out_size(6, 4, dilation=2)
    refuses_wrong_shapes(student)
    refuses_wrong_weights(student)


def refuses_wrong_sizes(student, n):
    """Kernels that are too long, then arguments that are too small."""
    for args, options in (
        ((n, n + 4), {"stride": 0}),
        ((n, n + 4), {}),
        ((n, n + 1), {}),
        ((n, n + 1), {"stride": 3}),
        ((4, 9), {"stride": 3}),
        ((5, 3), {"stride": 0}),
        ((5, 3), {"stride": -1}),
        ((5, 3), {"padding": -1}),
        ((5, 3), {"dilation": 0}),
        ((5, 3), {"dilation": -1}),
        ((5, 0), {}),
        ((5, -1), {}),
        ((0, 1), {"padding": 1}),
        ((-1, 1), {"padding": 2}),
    ):
        with raises(ValueError):
            student.conv_out_size(*args, **options)


def refuses_wrong_shapes(student):
    """Tuples and shapes of the wrong length, then single numbers that are too small or too large."""
    for args, options in (
        (((1, 1, 5, 5), 1, (3, 3, 3)), {}),
        (((1, 1, 5, 5), 1, (3,)), {}),
        (((1, 1, 5, 5), 1, 3), {"stride": (1, 1, 1)}),
        (((1, 1, 5, 5), 1, 3), {"padding": (1,)}),
        (((1, 1, 5, 5), 1, 3), {"dilation": (1, 1, 1)}),
        (((1, 5), 1, 3), {}),
        (((1, 1, 5, 5, 5, 5), 1, 3), {}),
        (((1, 1, 5, 5), 0, 3), {}),
        (((1, 0, 5, 5), 1, 3), {}),
        (((1, 1, 5, 3), 1, 4), {}),
        (((1, 1, 5, 5), 1, (3, 6)), {}),
        (((1, 1, 0), 1, 1), {"padding": 1}),
        (((1, 1, 5, 5), 1, 3), {"stride": (1, 0)}),
        (((1, 1, 5, 5), 1, 3), {"padding": (0, -1)}),
    ):
        with raises(ValueError):
            student.conv_output_shape(*args, **options)


def refuses_wrong_weights(student):
    """Layers that do not exist: dimensions, channels, kernels."""
    for function in ("conv_weight_shape", "conv_param_count"):
        for args in (
            (2, 3, 4, (3, 3, 3)),
            (2, 3, 4, (3,)),
            (0, 3, 4, 3),
            (4, 3, 4, 3),
            (2, 0, 4, 3),
            (2, 3, 0, 3),
            (2, 3, 4, 0),
            (2, 3, 4, (3, 0)),
        ):
            with raises(ValueError):
                student.call(function, *args)
