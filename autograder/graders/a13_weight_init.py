"""Hidden grader of a13_weight_init (12 points)."""

import math
import operator

import torch

from autograder.judge import (
    Leaf,
    Model,
    assert_differs,
    assert_form,
    assert_histogram,
    assert_pure,
    assert_same,
    assert_values,
    item,
    left_over,
    raises,
    require,
    told,
)
from autograder.judge.compare import Failed, fail, kind_of, numbers
from autograder.judge.student import Raised

SLIDE_LAYER = (1, 1, 5, 5)
SHAPES = (SLIDE_LAYER, (64, 32, 3, 3), (200, 300), [8, 4, 3], (6, 4, 3, 5), (2, 3, 3, 4, 5))
N = 20_000
INITIALISERS = ("xavier_uniform", "xavier_normal", "kaiming_uniform", "kaiming_normal")

OURS = {
    "fans": "lambda shape: torch.nn.init._calculate_fan_in_and_fan_out(torch.empty(tuple(shape)))",
    "init_scale": (
        "lambda name, shape, gain=1.0, mode='fan_in': (lambda fi, fo, fan: ("
        "gain * (6 / (fi + fo)) ** 0.5, gain * (2 / (fi + fo)) ** 0.5, (6 / fan) ** 0.5, (2 / fan) ** 0.5"
        f"))(*(f := torch.nn.init._calculate_fan_in_and_fan_out(torch.empty(tuple(shape)))),"
        f" f[('fan_in', 'fan_out').index(mode)])[{INITIALISERS}.index(name)]"
    ),
}


def uniform(rng, *shape, low=-1.0, high=1.0):
    """Hidden inputs, evenly spread."""
    return torch.empty(shape).uniform_(low, high, generator=rng)


def draw(rng, low, high):
    """A hidden whole number, low <= number <= high."""
    return int(torch.randint(low, high + 1, (), generator=rng))


def look(student, passed, earlier, check):
    """Check; where a function of an earlier task is wrong, it is enough if it is right with ours."""
    needed = {task: OURS[function] for task, function in earlier.items() if task not in passed}
    try:
        check(student)
    except (Failed, Raised):
        if not needed:
            raise
        functions = {earlier[task]: source for task, source in needed.items()}
        check(student.using(**functions))


# 1. fans


def whole(value):
    """As an int whatever Python takes for one, such as a 0-d integer tensor; a float stays a float."""
    if isinstance(value, tuple | list):
        return tuple(whole(part) for part in value)
    try:
        return operator.index(value)
    except TypeError:
        return value


@item("fans", function="fans", points=2, ko="fan_in과 fan_out", en="fan_in and fan_out")
def test_fans_count_channels_times_the_area_of_the_kernel(student, reference, rng):
    hidden = tuple(draw(rng, 2, 9) for _ in range(2)), tuple(draw(rng, 2, 9) for _ in range(4))
    shapes = *SHAPES, (hidden[0][0], hidden[0][0] + 3), (11, 13, *hidden[1])
    values = [whole(student.fans(shape)) for shape in shapes]  # all, so that they tell a mistake
    for value, shape in zip(values, shapes, strict=True):
        assert_same(value, reference.fans(shape))
        assert_form(value, reference.fans(shape))
    for shape in ((5,), (1,), [7], ()):
        with told(ko=f"shape {shape}", en=f"shape {shape}"), raises(ValueError):
            student.fans(shape)


# 2. init_scale


@item(
    "scale", function="init_scale", points=3,
    ko="Xavier와 Kaiming의 범위와 표준편차", en="bounds and standard deviations of Xavier and Kaiming",
)  # fmt: skip
def test_scales_of_the_slide_and_of_layers_with_two_different_fans(student, reference, rng, passed):
    gains = 5 / 3, 0.1 * draw(rng, 20, 30)
    hidden = (2 * draw(rng, 10, 15), 2 * draw(rng, 20, 25) + 1, 3)  # of the sum of fans, odd too

    def check(student):
        calls = [(name, shape) for name in INITIALISERS for shape in (*SHAPES, hidden)]
        calls += [(name, SHAPES[1], gain) for name in INITIALISERS[:2] for gain in gains]
        mine = [student.init_scale(*args) for args in calls]
        for number, args in zip(mine, calls, strict=True):
            assert_number(number, reference.init_scale(*args))
        for name in INITIALISERS[2:]:
            for mode, gain in (("fan_out", 1.0), ("fan_in", 1.0), ("fan_in", gains[0])):
                mine, wanted = (
                    w.init_scale(name, SHAPES[1], gain, mode=mode) for w in (student, reference)
                )
                assert_number(mine, wanted)
        for args, options in (
            (("uniform", (3, 4)), {}),
            (("kaiming", (3, 4)), {}),
            (("kaiming_normal", (3, 4)), {"mode": "fan_avg"}),
            (("kaiming_uniform", (3, 4)), {"mode": "fan_inn"}),
            *(((name, (5,)), {}) for name in INITIALISERS),
        ):
            case = ", ".join(map(str, (*args, *options.values())))
            with told(ko=case, en=case), raises(ValueError):
                student.init_scale(*args, **options)

    look(student, passed, {"fans": "fans"}, check)


def assert_number(actual, expected):
    assert_same(actual, expected)
    assert_form(actual, expected)


# 3. init_weight

EARLIER = {"fans": "fans", "scale": "init_scale"}


@item(
    "init.fixed", function="init_weight", points=1,
    ko="정해진 값의 초기화와 오류", en="initialisers of fixed values, and errors",
)  # fmt: skip
def test_fixed_values_and_what_is_refused(student, reference, rng, passed):
    value = 0.25 * draw(rng, 9, 40)

    def check(student):
        for args, options in (
            (("constant", SLIDE_LAYER), {}),
            (("constant", (2, 3)), {"value": value}),
            (("constant", [4]), {"value": -3.0}),
            (("ones", (3, 2, 5)), {}),
            (("zeros", (2, 3, 3, 3)), {}),
            (("eye", (4, 4)), {}),
            (("eye", (3, 5)), {}),
            (("eye", (6, 2), 3), {}),
        ):
            weight = student.init_weight(*args, **options)
            assert_same(weight, reference.init_weight(*args, **options))
            assert_form(weight, reference.init_weight(*args, **options))
            require(
                not weight.requires_grad,
                ko="requires_grad가 False인 텐서를 돌려주어야 합니다.",
                en="The tensor that comes back must not require grad.",
            )
        for name, shape in (
            ("unknown", (3, 4)),
            ("xavier", (3, 4)),
            ("eye", SLIDE_LAYER),
            ("eye", (5,)),
            ("eye", (2, 2, 2)),
            *((name, (5,)) for name in INITIALISERS),
        ):
            with told(ko=f"{name}, {shape}", en=f"{name}, {shape}"), raises(ValueError):
                student.init_weight(name, shape)

    look(student, passed, EARLIER, check)


@item(
    "init.random", function="init_weight", points=2,
    ko="무작위 초기화의 분포와 seed", en="distributions of random initialisers, and seeds",
)  # fmt: skip
def test_random_values_have_their_distribution_and_their_seed(student, reference, rng, passed):
    shape = ((40, 25, 4, 5), (50, 20, 5, 4), (25, 16, 10, 5))[draw(rng, 0, 2)]
    seeds = torch.randint(1, 10**6, (20,), generator=rng).tolist()
    low = -0.25 * draw(rng, 2, 9)
    cases = [
        ("uniform", (200, 100), {}, (0.0, 5.0)),
        ("uniform", (N,), {"a": 1.0, "b": 10.0}, (1.0, 10.0)),
        ("uniform", (100, 200), {"a": low, "b": 1.5}, (low, 1.5)),
        ("normal", (200, 100), {}, (0.0, 1.0)),
        ("normal", (N,), {"mean": low, "std": 0.3}, (low, 0.3)),
        ("xavier_uniform", shape, {}, None),
        ("xavier_uniform", shape, {"gain": 2.5}, None),
        ("xavier_normal", shape, {}, None),
        ("xavier_normal", shape, {"gain": 2.5}, None),
        ("kaiming_uniform", shape, {}, "fan_in"),
        ("kaiming_uniform", shape, {"mode": "fan_out"}, "fan_out"),
        ("kaiming_normal", shape, {}, "fan_out"),
        ("kaiming_normal", shape, {"mode": "fan_in"}, "fan_in"),
    ]

    def check(student):
        for (name, size, options, law), seed in zip(cases, seeds, strict=False):
            if law is None or isinstance(law, str):
                mode = {"mode": law} if law else {}
                scale = reference.init_scale(name, size, **{**options, **mode})
                law = (-scale, scale) if name.endswith("uniform") else (0.0, scale)
            value = student.init_weight(name, size, seed, **options)
            if "init.fixed" in passed:  # where it is not, the form may be what is wrong
                assert_form(value, torch.empty(size))
                require(not value.requires_grad, ko="requires_grad가 True입니다.",
                        en="The tensor requires grad.")  # fmt: skip
            assert_distribution(name, value, *law)
        assert_seeds(student, seeds[-2:])

    look(student, passed, EARLIER, check)


def assert_distribution(name, value, first, second):
    """N numbers as if drawn from U(first, second), or from N(first, second)."""
    found = numbers(value)
    if found is None or found.is_complex():
        ko, en = kind_of(value)
        fail(ko=f"{name}: 텐서가 필요합니다. (돌려준 값: {ko})", en=f"{name}: it returned {en}.")
    require(
        found.numel() == N, ko=f"{name}: 원소의 수가 다릅니다.", en=f"{name}: its size is wrong."
    )
    ordered = found.sort().values
    if name.endswith("uniform"):
        mean, std = (first + second) / 2, (second - first) / math.sqrt(12)
        law = ((ordered - first) / (second - first)).clamp(0, 1)
        slack = 1e-6 * max(abs(first), abs(second))
        require(
            first - slack <= ordered[0].item() and ordered[-1].item() <= second + slack,
            ko=f"{name}: 범위를 벗어난 값이 있습니다.",
            en=f"{name}: some values lie outside its bounds.",
        )
    else:
        mean, std = first, second
        law = torch.special.ndtr((ordered - first) / second)
    require(
        abs(found.mean().item() - mean) < 5 * std / math.sqrt(N)
        and abs(found.std().item() / std - 1) < 0.03,
        ko=f"{name}: 평균이나 표준편차가 다릅니다.",
        en=f"{name}: its mean or its standard deviation is wrong.",
    )
    steps = torch.arange(N + 1, dtype=torch.float64) / N
    distance = torch.maximum((law - steps[:-1]).abs(), (law - steps[1:]).abs()).max()
    require(distance.item() < 0.02, ko=f"{name}: 분포의 모양이 다릅니다.",
            en=f"{name}: this is another distribution.")  # fmt: skip
    drawn = (found.flatten() - mean) / std
    require(
        (drawn[1:] * drawn[:-1]).mean().abs().item() < 0.1,  # ±14σ where they were drawn
        ko=f"{name}: 이웃한 값이 서로 닮았습니다. 값마다 따로 뽑으세요.",
        en=f"{name}: values that stand side by side are alike. Draw each by itself.",
    )


def assert_seeds(student, seeds):
    """One seed, one tensor; two seeds, two tensors; no seed, another tensor each time."""
    for name in ("uniform", "kaiming_normal"):
        for seed in (*seeds, 0):
            first, again = (student.init_weight(name, (6, 7), seed) for _ in range(2))
            require(
                torch.equal(numbers(first), numbers(again)),
                ko="seed가 같으면 결과도 같아야 합니다." if seed else "seed=0도 하나의 seed입니다.",
                en="The same seed must give the same tensor." if seed else "seed=0 is a seed too.",
            )
        for pair in (seeds, (None, None), (0, seeds[0])):
            first, other = (student.init_weight(name, (6, 7), seed) for seed in pair)
            assert_differs(
                first, other,
                ko="seed가 다르거나 None이면 다른 값이 나와야 합니다.",
                en="Another seed, and None, must give other values.",
            )  # fmt: skip


# 4. set_conv_params


@item(
    "set_conv", function="set_conv_params", points=2,
    ko="파라미터 복사와 shape 검사", en="copying parameters, and checking their shapes",
)  # fmt: skip
def test_parameters_are_copied_where_their_shapes_fit(student, rng):
    for layer, weight, bias in (
        ((1, 1, 5), torch.ones(1, 1, 5, 5), torch.tensor([0.5])),
        ((2, 3, 3), uniform(rng, 3, 2, 3, 3), uniform(rng, 3)),
        ((3, 2, 4), uniform(rng, 2, 3, 4, 4).transpose(2, 3), uniform(rng, 4)[::2]),
    ):
        run = student.call("set_conv_params", conv(rng, *layer)[0], weight, bias)
        (state,) = run.models
        assert_same(state.params, [weight, bias])
        assert_form(state.params, [weight, bias])
        assert_pure(run)
        require(
            state.kept == [True, True],
            ko="conv.weight나 conv.bias가 새 객체로 바뀌었습니다. 값만 복사하세요.",
            en="conv.weight or conv.bias is a new object. Copy the values only.",
        )
        require(
            state.requires_grad == [True, True],
            ko="파라미터의 requires_grad가 False가 되었습니다.",
            en="The parameters no longer require grad.",
        )
        require(
            not run.shares,
            ko="conv가 받은 텐서와 메모리를 같이 씁니다. copy_로 값을 복사하세요.",
            en="conv shares its memory with the tensors that came in. Copy the values with copy_.",
        )
    refuses_other_shapes(student, rng)


def refuses_other_shapes(student, rng):
    """A ValueError, and the conv as it was."""
    for layer, weight, bias in (
        ((1, 1, 5), (1, 1, 3, 3), (1,)),
        ((1, 1, 5), (1, 1, 5, 5), (1, 1, 1, 1)),
        ((1, 1, 5), (1, 1, 5, 5), ()),
        ((1, 1, 5), (5, 5), (1,)),
        ((2, 3, 3), (3, 2, 3, 3), (1,)),
        ((2, 3, 3), (3, 2, 3, 3), (3, 1)),
        ((2, 3, 3), (3, 2, 3, 3), (4,)),
        ((2, 3, 3), (1, 1, 3, 3), (3,)),
        ((2, 3, 3), (2, 3, 3, 3), (3,)),
        ((2, 3, 3), (3, 2, 5, 5), (3,)),
        ((2, 3, 3), (2, 3, 3, 3), (2,)),
    ):
        model, before = conv(rng, *layer)
        with raises(ValueError):
            student.call("set_conv_params", model, uniform(rng, *weight), uniform(rng, *bias))
        _, reply = student.exchanges[-1]
        for mine, was in zip(reply.models[0].params, before, strict=True):
            require(
                torch.equal(mine, was),
                ko="ValueError가 발생해도 conv가 이미 바뀌었습니다. 먼저 둘 다 검사하세요.",
                en="In spite of the ValueError conv has changed already. Check both first.",
            )


def conv(rng, channels, out, kernel):
    """A convolution with values of ours, and these."""
    params = uniform(rng, out, channels, kernel, kernel), uniform(rng, out)
    return Model(layers=(("Conv2d", channels, out, kernel),), params=params), params


# 5. plot_init


def values(rng, count, bins, low, high):
    """Values in no order; none lies near the edge of a bin, but for the least and the greatest."""
    spread = torch.rand(count - bins - 2, generator=rng)
    places = torch.cat([torch.arange(bins), (bins * spread**2).floor()])
    places = places + 0.2 + 0.6 * torch.rand(count - 2, generator=rng)
    places = torch.cat([places, torch.tensor([0.0, bins])])
    return low + (high - low) / bins * places[torch.randperm(count, generator=rng)]


@item(
    "plot", function="plot_init", points=2, kind="figure",
    ko="선 그래프와 히스토그램", en="line plot and histogram",
)  # fmt: skip
def test_values_and_histogram_are_drawn_on_a_new_figure(student, rng):
    first, second = values(rng, 100, 10, 1.0, 10.0), values(rng, 37, 7, -3.0, 4.0)
    figures = []
    for t, given, options in ((first, first, {}), (second, Leaf(second), {"bins": 7})):
        figure = student.figure("plot_init", given, **options)
        assert_pure(student.exchanges[-1][1])
        places = assert_values(figure, t) | assert_histogram(figure, t, options.get("bins", 10))
        require(
            len(places) >= 2,
            ko="선 그래프와 히스토그램을 서로 다른 좌표축(Axes)에 그리세요.",
            en="Draw the line and the histogram on two Axes.",
        )
        figures.append(figure)
    require(
        left_over(figures[1], figures[0]) == 0,
        ko="앞에서 그린 그래프가 남아 있습니다. 새 Figure를 만들어 그리세요.",
        en="An earlier plot is left over. Draw on a new Figure.",
    )
