"""Hidden grader of a11_conv_shapes (12 points)."""

import operator
from contextlib import contextmanager

import torch

from autograder.judge import assert_form, assert_same, fail, item, probe, raises
from autograder.judge.compare import Failed
from autograder.judge.student import Raised

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
    small, large = (
        (
            student.conv_out_size(n, 3),
            student.conv_output_shape((2, 3, n, n), 4, 3),
            student.conv_weight_shape(2, n, n + 2, 3),
            student.conv_param_count(2, n, n + 2, 3),
        )
        for n in (draw(rng, 6, 8), draw(rng, 14, 18))
    )
    for pair in zip(small, large, strict=True):
        if str(pair[0]) == str(pair[1]):  # one constant among the four is enough
            return pair
    return small, large


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
    for value, right in sizes(student, reference, cases):
        assert_same(value, right)
        assert_form(value, right)


def sizes(student, reference, cases):
    """What conv_out_size answers and what is right. All are asked before one is judged, to tell why."""
    mine = [whole(student.conv_out_size(*args, **options)) for args, options in cases]
    right = [reference.conv_out_size(*args, **options) for args, options in cases]
    return list(zip(mine, right, strict=True))


@item(
    "size.floor", function="conv_out_size", points=1,
    ko="출력 크기: 나누어떨어지지 않을 때 내림", en="output size: rounded down",
)  # fmt: skip
def test_remainder_is_dropped(student, reference, rng):
    width, step = draw(rng, 5, 7), draw(rng, 3, 5)  # steps longer than the kernel: "errors"
    cases = (
        (width + step * draw(rng, 2, 6) + 1, width, step),
        (8, 3, 2),
        (6, 3, 2),  # Python's round() gives 3 here, and 5 for the next
        (10, 3, 2),
        (width + step * draw(rng, 2, 6) + step - 1, width, step),
    )
    named = [((n, kernel), {"stride": stride}) for n, kernel, stride in cases]
    for value, right in sizes(student, reference, named):
        assert_same(value, right)


@item(
    "size.dilation", function="conv_out_size", points=1,
    ko="출력 크기: dilation", en="output size: dilation",
)  # fmt: skip
def test_dilation_spreads_the_kernel(student, reference, rng, passed):
    cases = []
    for dilation in (4, 3, 2):
        kernel = draw(rng, 2, 5)
        n = dilation * (kernel - 1) + 1 + draw(rng, 5, 9)
        cases.append(((n, kernel), {"dilation": dilation}))
    cases.append(((7, 3), {"dilation": 2}))
    if {"size.basic", "size.floor"} <= passed:  # one mistake costs one item
        cases.append(((32, 5), {"stride": 2, "padding": 2, "dilation": 2}))
    for value, right in sizes(student, reference, cases):
        assert_same(value, right)


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
            ((3, 2, *sizes[:2]), 6, (3, 2), (3, 2), (0, 1), (1, 3)),
            ((3, 2, *sizes[:2]), 6, 3, 2, (2, 0), 1),
            ((2, 3, *sizes), 7, (2, 4, 3), 2, (1, 0, 2), (3, 1, 2)),
            ((2, 3, *sizes), 7, 3, (1, 3, 2), 1, 2),
            ((0, 3, *sizes), 2, 3, 2, 1),
        ]
    shapes = [whole(student.conv_output_shape(*args)) for args in cases]
    for args, value in zip(cases, shapes, strict=True):
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
    for function, options in (
        ("conv_weight_shape", {}), ("conv_param_count", {}), ("conv_param_count", {"bias": False}),
    ):  # fmt: skip
        values = [whole(student.call(function, *args, **options).value) for args in cases]
        for args, value in zip(cases, values, strict=True):
            assert_same(value, reference.call(function, *args, **options).value)
            assert_form(value, reference.call(function, *args, **options).value)


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
    for args in ((4,), (even,), (even, 3), (0, 2), (-1,), (3, 0), (3, -1), (5, -2)):
        with raises(ValueError):
            student.same_padding(*args)


@item(
    "errors", function="conv_out_size", points=2, kind="errors",
    also=("conv_output_shape", "conv_weight_shape", "conv_param_count"),
    ko="잘못된 입력에는 ValueError", en="ValueError for wrong input",
)  # fmt: skip
def test_wrong_input_is_refused_by_all_four_functions(student, reference, rng, passed):
    n = draw(rng, 4, 9)
    for case, sizes in wrong_sizes(n):
        refuses(student, "conv_out_size", case, *sizes)
    if passed >= SIZE_ITEMS:  # one mistake costs one item
        for case, sizes in right_sizes(n):
            accepts(student, reference, "conv_out_size", case, *sizes)
        refuses(student, "conv_out_size", TOO_LONG, *SPREAD_TOO_LONG)
    for case, args, options in WRONG_SHAPES:
        refuses(student, "conv_output_shape", case, *args, **options)
    sound = passed >= SIZE_ITEMS | {"shape.nd"}
    for case, (size, *options) in wrong_sizes(n):
        if sound or len(options) == 1:  # just a kernel
            refuses(student, "conv_output_shape", case, (2, 3, size, size), 4, *options)
    if sound:
        for case, (size, *options) in right_sizes(n):
            accepts(student, reference, "conv_output_shape", case, (2, 3, size, size), 4, *options)
        for case, args in WRONG_IN_ONE_DIMENSION:
            refuses(student, "conv_output_shape", case, *args)
    for function in ("conv_weight_shape", "conv_param_count"):
        for case, args in WRONG_LAYERS:
            refuses(student, function, case, *args)
        if "weights" in passed:
            refuses(student, function, below_one("kernel"), 2, 3, 4, (3, 0))


def below_one(name):
    return f"1보다 작은 {name}", f"{name} below 1"


TOO_LONG = "패딩한 입력보다 긴 커널", "a kernel longer than the padded input"
SPREAD_TOO_LONG = 6, 4, 1, 0, 2
NEGATIVE_PADDING = "0보다 작은 padding", "padding below 0"
TUPLE_LENGTH = "길이가 틀린 튜플", "a tuple of the wrong length"
DIMENSIONS = "1, 2, 3이 아닌 공간 차원의 수", "spatial dimensions other than 1, 2 or 3"


def wrong_sizes(n):
    """n, kernel, stride, padding, dilation: kernels too long, then numbers too small."""
    return (
        (TOO_LONG, (n, n + 4, 0)),
        (TOO_LONG, (n, n + 4)),
        (TOO_LONG, (n, n + 1)),
        (TOO_LONG, (n, n + 1, 3)),
        (TOO_LONG, (n, n + 3, 1, 1)),
        (TOO_LONG, (4, 9, 3)),
        (below_one("stride"), (5, 3, 0)),
        (below_one("stride"), (5, 3, -1)),
        (NEGATIVE_PADDING, (5, 3, 1, -1)),
        (below_one("dilation"), (5, 3, 1, 0, 0)),
        (below_one("dilation"), (5, 3, 1, 0, -1)),
        (below_one("kernel"), (5, 0)),
        (below_one("kernel"), (5, -1)),
        (below_one("n"), (0, 1, 1, 1)),
        (below_one("n"), (-1, 1, 1, 2)),
    )


def right_sizes(n):
    """n, kernel, stride, padding, dilation: unusual, but right."""
    return (
        (("입력과 길이가 같은 커널", "a kernel as long as the input"), (n, n)),
        (("패딩을 붙여야 들어가는 커널", "a kernel that fits thanks to the padding"), (3, 5, 1, 1)),
        (("벌려서 꼭 맞는 커널", "a spread kernel that just fits"), (7, 4, 1, 0, 2)),
        (("길이가 1인 커널", "a kernel of length 1"), (6, 1)),
        (("길이가 1인 입력", "an input of length 1"), (1, 1)),
        (("커널보다 큰 stride", "a stride longer than the kernel"), (9, 2, 3)),
        (("입력보다 큰 stride", "a stride longer than the input"), (5, 3, 7)),
        (("커널보다 작지 않은 padding", "padding no smaller than the kernel"), (6, 2, 1, 2)),
        (("커널보다 작지 않은 padding", "padding no smaller than the kernel"), (2, 2, 1, 3)),
        (("입력보다 큰 dilation", "a dilation longer than the input"), (3, 2, 1, 1, 4)),
        (("입력보다 큰 dilation", "a dilation longer than the input"), (4, 1, 1, 0, 6)),
    )


WRONG_SHAPES = (
    (TUPLE_LENGTH, ((1, 1, 5, 5), 1, (3, 3, 3)), {}),
    (TUPLE_LENGTH, ((1, 1, 5, 5), 1, (3,)), {}),
    (TUPLE_LENGTH, ((1, 1, 5, 5), 1, 3), {"stride": (1, 1, 1)}),
    (TUPLE_LENGTH, ((1, 1, 5, 5), 1, 3), {"padding": (1,)}),
    (TUPLE_LENGTH, ((1, 1, 5, 5), 1, 3), {"dilation": (1, 1, 1)}),
    (DIMENSIONS, ((1, 5), 1, 3), {}),
    (DIMENSIONS, ((1, 1, 5, 5, 5, 5), 1, 3), {}),
    (below_one("out_channels"), ((1, 1, 5, 5), 0, 3), {}),
    (below_one("out_channels"), ((1, 1, 5, 5), -1, 3), {}),
    (below_one("in_channels"), ((1, 0, 5, 5), 1, 3), {}),
    (below_one("in_channels"), ((1, -1, 5, 5), 1, 3), {}),
)
WRONG_IN_ONE_DIMENSION = (
    (TOO_LONG, ((2, 3, *SPREAD_TOO_LONG[:1]), 4, *SPREAD_TOO_LONG[1:])),
    (TOO_LONG, ((1, 1, 5, 3), 1, 4)),
    (TOO_LONG, ((1, 1, 5, 5), 1, (3, 6))),
    (below_one("kernel"), ((1, 1, 5, 5), 1, (3, 0))),
    (below_one("stride"), ((1, 1, 5, 5), 1, 3, (1, 0))),
    (NEGATIVE_PADDING, ((1, 1, 5, 5), 1, 3, 1, (0, -1))),
    (below_one("dilation"), ((1, 1, 5, 5), 1, 3, 1, 0, (1, 0))),
)
WRONG_LAYERS = (
    (TUPLE_LENGTH, (2, 3, 4, (3, 3, 3))),
    (TUPLE_LENGTH, (2, 3, 4, (3,))),
    (DIMENSIONS, (0, 3, 4, 3)),
    (DIMENSIONS, (4, 3, 4, 3)),
    (below_one("in_channels"), (2, 0, 4, 3)),
    (below_one("in_channels"), (2, -1, 4, 3)),
    (below_one("out_channels"), (2, 3, 0, 3)),
    (below_one("out_channels"), (2, 3, -1, 3)),
    (below_one("kernel"), (2, 3, 4, 0)),
    (below_one("kernel"), (1, 3, 4, -1)),
)


def refuses(student, function, case, *args, **options):
    """The function must raise ValueError in this case."""
    with told(function, case), raises(ValueError):
        student.call(function, *args, **options)


def accepts(student, reference, function, case, *args):
    """The function must give a value in this case, and the right one."""
    with told(function, case):
        try:
            value = student.call(function, *args).value
        except Raised as raised:
            if "ValueError" not in raised.error.names:
                raise
            fail(
                ko="올바른 입력인데 ValueError가 발생했습니다.",
                en="This input is right, but ValueError was raised.",
            )
        assert_same(whole(value), reference.call(function, *args).value)


@contextmanager
def told(function, case):
    """Name the function and the case in what the student reads."""
    try:
        yield
    except Failed as failed:
        ko, en = case
        text = failed.text
        fail(ko=f"{function}, {ko}: {text.ko}", en=f"{function}, {en}: {text.en}")
