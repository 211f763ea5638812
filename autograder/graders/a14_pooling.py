"""Hidden grader of a14_pooling (12 points)."""

from functools import partial

import torch

from autograder.judge import (
    allowed,
    assert_form,
    assert_graph,
    assert_pure,
    assert_same,
    item,
    probe,
    raises,
    told,
)

SLIDE = torch.tensor([[[[5.0, 2, 3, 4], [2, 1, 0, 1], [3, 7, 9, 5], [1, 4, 1, 8]]]])
MAXIMA = torch.tensor([[[[5.0, 4.0], [7.0, 9.0]]]])
MEANS = torch.tensor([[[[2.5, 2.0], [3.75, 5.75]]]])


def distinct(rng, *shape, dtype=torch.float32):
    """Hidden inputs of both signs: no two alike (no tied maximum), quarters (sums are exact)."""
    count = torch.Size(shape).numel()
    return ((torch.randperm(count, generator=rng) - count // 2) / 4).to(dtype).reshape(shape)


def images(rng, dtype=torch.float32):
    """Two images of three channels, higher than wide."""
    return distinct(rng, 2, 3, 7, 5, dtype=dtype)


def turned(rng):
    """A view that is not contiguous, wider than high."""
    return distinct(rng, 2, 3, 8, 5).transpose(2, 3)


def assert_side_by_side(student, reference, rng, pool, expected):
    """Windows side by side, as on the slide: value, form, graph, gradient, arguments untouched."""
    run = student.call(pool, SLIDE, 2)
    assert_same(run.value, expected)
    assert_form(run.value, expected)
    assert_pure(run)
    assert_same(student.call(pool, SLIDE, 2, None).value, expected)
    x, cotangent = distinct(rng, 1, 1, 6, 6), distinct(rng, 1, 1, 2, 2)
    assert_same(student.call(pool, x, 3).value, reference.call(pool, x, 3).value)
    assert_gradient(student, reference, cotangent, pool, x, 3)


def assert_gradient(student, reference, cotangent, pool, *args):
    """Asked for its gradient, a function gives value, graph and gradient of the reference."""
    mine = student.grad(pool, *args, cotangent=cotangent)
    assert_same(mine.value, reference.call(pool, *args).value)
    assert_graph(mine.value)
    assert_same(mine.grads, reference.grad(pool, *args, cotangent=cotangent).grads)


# 1. max_pool2d


@item(
    "max.slide", function="max_pool2d", points=2,
    ko="슬라이드의 표, 기본 스트라이드", en="the table of the slide, the default stride",
)  # fmt: skip
def test_maxima_of_windows_side_by_side(student, reference, rng):
    assert_side_by_side(student.without("pool"), reference, rng, "max_pool2d", MAXIMA)


@item(
    "max.general", function="max_pool2d", points=2,
    ko="여러 크기와 스트라이드", en="all sizes and strides",
)  # fmt: skip
def test_maxima_of_any_images_with_any_kernel_and_stride(student, reference, rng, passed):
    student = student.without("pool")
    for args in (
        (images(rng), 2, 2),  # the last row and the last column are left over
        (images(rng), 3, 1),
        (images(rng), 3, 2),
        (images(rng), 2, 3),
        (images(rng, torch.float64), 2, 1),
        (turned(rng), 2, 2),
    ):
        value = student.max_pool2d(*args)
        assert_same(value, reference.max_pool2d(*args))
        if "max.slide" in passed:  # one mistake costs one item: there the form counts already
            assert_form(value, reference.max_pool2d(*args))


@item(
    "max.negative_pad", function="max_pool2d", points=1,
    ko="패딩과 음수", en="padding and negative values",
)  # fmt: skip
def test_padding_never_wins_against_negative_values(student, reference, rng, passed):
    student = student.without("pool")
    for shift, scale, stride in ((100, 1, 2), (0, 1, 1), (100, 1e30, 2)):
        x = (distinct(rng, 1, 1, 9, 9) - shift) * scale
        assert_same(
            student.max_pool2d(x, 3, stride=stride, padding=1),
            reference.max_pool2d(x, 3, stride=stride, padding=1),
        )
    if "max.slide" in passed:
        assert_padded(student, reference, rng, "max_pool2d")


def assert_padded(student, reference, rng, pool):
    """Padded windows side by side, the last ones with the least values: value and gradient."""
    x = distinct(rng, 16).sort(descending=True).values.reshape(1, 1, 4, 4)
    x[..., 1, 1] = x.min() - 1  # the least stands in no window alone: who pads with it is right
    for kernel, padding in ((4, 2), (2, 1)):
        size = (4 + 2 * padding) // kernel
        cotangent = distinct(rng, 1, 1, size, size)
        assert_gradient(student, reference, cotangent, pool, x, kernel, None, padding)


# 2. avg_pool2d


@item(
    "avg.slide", function="avg_pool2d", points=2,
    ko="슬라이드의 표, 기본 스트라이드", en="the table of the slide, the default stride",
)  # fmt: skip
def test_means_of_windows_side_by_side(student, reference, rng):
    assert_side_by_side(student.without("pool"), reference, rng, "avg_pool2d", MEANS)


@item(
    "avg.padding", function="avg_pool2d", points=1,
    ko="여러 크기와 스트라이드, 패딩과 분모", en="all sizes and strides, padding and the divisor",
)  # fmt: skip
def test_means_of_any_images_with_and_without_the_padding(student, reference, rng, passed):
    student = student.without("pool")
    cases = (
        (SLIDE, 3, 2, 1),
        (images(rng), 3, 1, 1),
        (images(rng), 4, 3, 2),
        (images(rng), 2, 2, 0),
        (images(rng, torch.float64), 2, 3, 0),
        (turned(rng), 3, 2, 0),
    )
    mine, wanted = (  # all, to tell why
        [[who.avg_pool2d(*args), who.avg_pool2d(*args, count_include_pad=False)] for args in cases]
        for who in (student, reference)
    )
    assert_same(mine, wanted)
    if "avg.slide" in passed:
        assert_form(mine, wanted)
        assert_padded(student, reference, rng, "avg_pool2d")


# 3. global_avg_pool2d


@probe("global_avg_pool2d")
def ordinary_images(student, rng):
    x = images(rng)
    return student.global_avg_pool2d(x), student.global_avg_pool2d(x + 1)


@item(
    "gap.values", function="global_avg_pool2d", points=1,
    ko="채널마다의 평균", en="the mean of each channel",
)  # fmt: skip
def test_global_average_is_the_mean_of_each_channel(student, reference, rng):
    run = student.call("global_avg_pool2d", SLIDE)
    assert_same(run.value, torch.tensor([[3.5]]))
    assert_pure(run)
    x, cotangent = images(rng), distinct(rng, 2, 3)
    assert_same(student.global_avg_pool2d(x), reference.global_avg_pool2d(x))
    assert_gradient(student, reference, cotangent, "global_avg_pool2d", x)


@item(
    "gap.shape", function="global_avg_pool2d", points=1, kind="shape",
    ko="shape (N, C)", en="shape (N, C)",
)  # fmt: skip
def test_global_average_has_one_number_per_image_and_channel(student, reference, rng):
    for x in (images(rng), SLIDE, distinct(rng, 2, 1, 3, 4, dtype=torch.float64), turned(rng)):
        assert_form(student.global_avg_pool2d(x), reference.global_avg_pool2d(x))


# 4. pool_out_size


@item(
    "out_size", function="pool_out_size", points=1,
    ko="출력 크기, 내림과 올림", en="output size, rounded down and up",
)  # fmt: skip
def test_output_size_rounded_down_and_rounded_up(student, reference, rng):
    hidden = torch.randint(20, 300, (4,), generator=rng).tolist()
    cases = (
        ((5, 2), {}),
        ((5, 2), {"ceil_mode": True}),
        ((4, 3, 2, 1), {}),
        ((224, 3, 2, 1), {}),
        ((6, 3, 1, 1), {}),
        ((112, 3, 2), {"ceil_mode": True}),
        ((7, 3, 2), {"ceil_mode": True}),  # nothing left over
        ((4, 2, 5), {"ceil_mode": True}),  # one window more would start far outside
        ((3, 2, 3), {"ceil_mode": True}),  # … just outside
        ((3, 2, 2, 1), {"ceil_mode": True}),  # … in the padding on the right
        ((4, 3, 2, 1), {"ceil_mode": True}),  # the last window starts in the last cell
        *(((n, 5, 4, 2), {}) for n in hidden),
        *(((n, 4, 7, 1), {"ceil_mode": True}) for n in hidden),
    )
    sizes = [student.pool_out_size(*args, **options) for args, options in cases]  # all, to tell why
    for (args, options), size in zip(cases, sizes, strict=True):
        assert_same(size, reference.pool_out_size(*args, **options))
        assert_form(size, reference.pool_out_size(*args, **options))


# 1 to 4. What is wrong, and what is not

WRONG_WINDOWS = (  # kernel, stride, padding, on 4 cells
    (0, 1, 0),
    (-1, 1, 0),
    (2, 0, 0),
    (2, -1, 0),
    (2, None, -1),
    (1, None, 1),
    (3, 1, 2),
    (5, None, 0),
    (7, 1, 1),
)
LEGAL_WINDOWS = ((1, 1, 0), (4, None, 0), (2, 1, 1), (6, 1, 1))
WRONG_SHAPES = ((4, 4), (2, 4, 4), (1, 1, 2, 4, 4))


@probe("max_pool2d")
def ordinary_calls_of_all_four(student, rng):
    x = distinct(rng, 1, 1, 4, 4)
    return [
        (
            student.max_pool2d(x + shift, 2),
            student.avg_pool2d(x + shift, 2),
            student.global_avg_pool2d(x + shift),
            student.pool_out_size(4 + shift, 2),
        )
        for shift in (0, 2)
    ]


@item(
    "errors", function="max_pool2d", points=1, kind="errors",
    also=("avg_pool2d", "global_avg_pool2d", "pool_out_size"),
    ko="네 함수의 오류 처리", en="errors in all four functions",
)  # fmt: skip
def test_wrong_input_raises_in_all_four_and_legal_input_does_not(student, reference, rng, passed):
    square, low, narrow = (distinct(rng, 1, 2, *size) for size in ((4, 4), (4, 8), (8, 4)))
    for function, call in (
        ("pool_out_size", partial(student.pool_out_size, 4)),
        ("pool_out_size(ceil_mode=True)", partial(student.pool_out_size, 4, ceil_mode=True)),
        ("max_pool2d", partial(student.max_pool2d, square)),
        ("avg_pool2d", partial(student.avg_pool2d, square)),
    ):
        for window in WRONG_WINDOWS:
            with told(**on_4_cells(function, window)), raises(ValueError):
                call(*window)
    for function in ("max_pool2d", "avg_pool2d"):
        for x in (low, narrow):
            size = f"{x.shape[2]}×{x.shape[3]}, kernel 5"
            with told(ko=f"{function}, {size}", en=f"{function}, {size}"), raises(ValueError):
                student.call(function, x, 5)
    for function, options in (
        ("max_pool2d", {"kernel": 2}),
        ("avg_pool2d", {"kernel": 2}),
        ("global_avg_pool2d", {}),
    ):
        for shape in WRONG_SHAPES:
            case = f"{function}, {len(shape)}"
            with told(ko=f"{case}차원인 x", en=f"{case}-D x"), raises(ValueError):
                student.call(function, distinct(rng, *shape), **options)
    legal_windows_and_no_images(student, reference, square, passed)


def on_4_cells(function, window):
    """The case in words, for `told`."""
    kernel, stride, padding = window
    case = f"4, kernel {kernel}, stride {stride}, padding {padding}"
    return {"ko": f"{function}, 길이 {case}", "en": f"{function}, length {case}"}


def legal_windows_and_no_images(student, reference, square, passed):
    """Only of functions that are right otherwise: one mistake costs one item."""
    for function, earlier in (
        ("max_pool2d", {"max.general", "max.negative_pad"}),
        ("avg_pool2d", {"avg.padding"}),
    ):
        if earlier <= passed:
            for window in LEGAL_WINDOWS:
                with told(**on_4_cells(function, window)), allowed():
                    student.call(function, square, *window)
            takes_no_images(student, reference, function, 2, 2)
    if {"gap.values", "gap.shape"} <= passed:
        takes_no_images(student, reference, "global_avg_pool2d")
    if "out_size" in passed:
        for window in LEGAL_WINDOWS:
            with told(**on_4_cells("pool_out_size", window)), allowed():
                student.pool_out_size(4, *window)


def takes_no_images(student, reference, function, *window):
    """Of no images nothing is left, in the right shape."""
    nothing = torch.empty(0, 2, 4, 4)
    with told(ko="이미지가 없을 때(N = 0)", en="no images (N = 0)"), allowed():
        assert_form(
            student.call(function, nothing, *window).value,
            reference.call(function, nothing, *window).value,
        )
