"""Hidden grader of a04_bce_cost (12 points)."""

import math

import torch

from autograder.judge import (
    Leaf,
    assert_form,
    assert_gradients,
    assert_pure,
    assert_same,
    item,
    probe,
    raises,
    require,
    told,
)

SLIDE_X = torch.tensor([[1.0], [2.0], [3.0], [4.0], [5.0], [6.0]])
SLIDE_Y = torch.tensor([[0.0], [0.0], [0.0], [1.0], [1.0], [1.0]])

UNEQUAL = [  # shapes that broadcast silently, and one that does not
    ((4, 1), (4,)),
    ((4,), (4, 1)),
    ((4, 1), (1, 4)),
    ((4,), (1,)),
    ((1,), (4,)),
    ((4, 3), (3,)),
    ((4,), (3,)),
]
EMPTY = [((0,), (0,)), ((0, 1), (0, 1))]


def uniform(rng, *shape, low=-1.0, high=1.0, dtype=torch.float32):
    """Hidden inputs, evenly spread."""
    return torch.empty(shape, dtype=dtype).uniform_(low, high, generator=rng)


def probabilities(rng, *shape, low=0.15, high=0.85, dtype=torch.float32):
    """Values of h. In this range even a guard of 1e-5 does not show: bce.zero_one looks for that."""
    return uniform(rng, *shape, low=low, high=high, dtype=dtype)


def labels(*shape, dtype=torch.float32):
    """Answers: one 1, two 0, again and again."""
    count = torch.Size(shape).numel()
    return (torch.arange(count) % 3 == 0).reshape(shape).to(dtype)


def assert_between(value, low, high, *, ko, en):
    """One finite number between two bounds."""
    assert_same(value, 0.0, rtol=0, atol=torch.inf)
    require(low <= torch.as_tensor(value).item() <= high, ko=ko, en=en)


def refuses(call, first, second, errors=(ValueError,)):
    """These two tensors must be refused."""
    shapes = f"{tuple(first.shape)}, {tuple(second.shape)}"
    with told(ko=f"shape {shapes}", en=f"shapes {shapes}"), raises(*errors):
        call(first, second)


@item(
    "mse", function="mse_cost", points=1,
    ko="평균 제곱 오차와 shape 검사", en="mean squared error, and its check of shapes",
)  # fmt: skip
def test_mse_is_the_mean_of_squares_of_equal_shapes(student, reference, rng):
    for args in (
        (torch.tensor([2.0, 4.0, 6.0]), torch.tensor([1.0, 4.0, 8.0])),
        (uniform(rng, 6, 1, high=3), uniform(rng, 6, 1, high=3)),
        (uniform(rng, 6, 1, high=3), uniform(rng, 6, 1, high=3)),
        (uniform(rng, 4, 3), uniform(rng, 3, 4).t()),
        (uniform(rng, 1, 5, dtype=torch.float64), uniform(rng, 1, 5, dtype=torch.float64)),
    ):
        run = student.call("mse_cost", *args)
        assert_same(run.value, reference.mse_cost(*args))
        assert_form(run.value, reference.mse_cost(*args))
        assert_pure(run)
    args = uniform(rng, 4, 3), uniform(rng, 4, 3)
    mine = student.grad("mse_cost", *args)
    assert_gradients(mine, reference.grad("mse_cost", *args).grads)
    for first, second in UNEQUAL + EMPTY:
        refuses(student.mse_cost, uniform(rng, *first), uniform(rng, *second))


@probe("bce_cost")
def ordinary_bce(student, rng):
    y = labels(5)
    return student.bce_cost(probabilities(rng, 5), y), student.bce_cost(probabilities(rng, 5), y)


@item(
    "bce.values", function="bce_cost", points=3,
    ko="이진 크로스 엔트로피의 값", en="values of the binary cross entropy",
)  # fmt: skip
def test_bce_is_the_mean_over_all_elements(student, reference, rng):
    for h, y in (
        (torch.tensor([0.9, 0.2, 0.6, 0.05, 0.7]), torch.tensor([1.0, 0.0, 0.0, 1.0, 1.0])),
        (torch.full((6, 1), 0.5), SLIDE_Y),
        (probabilities(rng, 4, 3), labels(4, 3)),
        (probabilities(rng, 4, 3), labels(4, 3)),  # same shape, other values
        (probabilities(rng, 3, 4).t(), labels(4, 3)),
        (probabilities(rng, 1, 5), labels(1, 5)),
        (probabilities(rng, 7, 1), labels(7, 1)),
        (probabilities(rng, 1), torch.ones(1)),
        (probabilities(rng, 1), torch.zeros(1)),
    ):
        run = student.call("bce_cost", h, y)
        assert_same(run.value, reference.bce_cost(h, y))
        assert_pure(run)


@item(
    "bce.scalar", function="bce_cost", points=1, kind="shape",
    ko="0차원 텐서와 dtype", en="a 0-d tensor, and its dtype",
)  # fmt: skip
def test_bce_is_a_0d_tensor_of_the_dtype_of_h(student, reference, rng):
    for shape in ((5,), (6, 1), (1, 4), (4, 3), (1, 1)):
        for dtype in (torch.float32, torch.float64):
            h, y = probabilities(rng, *shape, dtype=dtype), labels(*shape, dtype=dtype)
            assert_form(student.bce_cost(h, y), reference.bce_cost(h, y))


@item(
    "bce.shape_guard", function="bce_cost", points=2, kind="errors",
    ko="shape이 다르거나 비어 있을 때의 오류", en="errors for different shapes and empty tensors",
)  # fmt: skip
def test_bce_refuses_different_shapes_and_empty_tensors(student, rng):
    for first, second in UNEQUAL + EMPTY:
        refuses(student.bce_cost, probabilities(rng, *first), labels(*second))


@item(
    "bce.zero_one", function="bce_cost", points=2, kind="robustness",
    ko="정확히 0이나 1인 h", en="h of exactly 0 or 1",
)  # fmt: skip
def test_bce_is_finite_for_h_of_exactly_0_or_1(student, reference, rng, passed):
    def cost(h, y, dtype=torch.float32):
        run = student.call("bce_cost", torch.tensor(h, dtype=dtype), torch.tensor(y, dtype=dtype))
        assert_pure(run)
        return run.value

    right = {
        "ko": "h가 정답과 같은 0이나 1일 때의 비용이 0.0001을 넘거나 0보다 작습니다.",
        "en": "Where h is 0 or 1 and equals the answer, the cost is above 0.0001 or below 0.",
    }
    wrong = {
        "ko": "h가 정답과 반대인 0이나 1일 때의 비용이 10과 1000 사이가 아닙니다.",
        "en": "Where h is 0 or 1 and the opposite of the answer, the cost is not between 10 and 1000.",
    }
    mixed = {
        "ko": "정확히 0이나 1인 h가 다른 값과 섞여 있을 때의 비용이 맞지 않습니다.",
        "en": "Where an h of exactly 0 or 1 stands among other values, the cost is not right.",
    }
    for dtype in (torch.float32, torch.float64):
        for h in (0.0, 1.0):
            assert_between(cost([h], [h], dtype), -1e-4, 1e-4, **right)
            assert_between(cost([h], [1 - h], dtype), 10, 1000, **wrong)

    # The bounds leave room for the sum in place of the mean, which costs bce.values already.
    ordinary, y = probabilities(rng, 4), labels(4)
    total = 4 * reference.bce_cost(ordinary, y).item()
    ordinary, y = ordinary.tolist(), y.tolist()
    assert_between(cost([*ordinary, 0, 1], [*y, 0, 1]), total / 20, 2 * total + 1, **mixed)
    assert_between(
        cost([0, *ordinary, 1, 0, 1], [0, *y, 1, 1, 0]), 20 / 8, 2000 + 2 * total + 1, **mixed
    )
    if "bce.values" in passed:
        guard_is_small(cost, reference)


def guard_is_small(cost, reference):
    """A guard of at most 1e-6 changes little even here; one of 1e-5 shows."""
    for h, y, rtol in (
        (0.99, 1.0, 1e-4),
        (0.01, 0.0, 1e-4),
        (4e-6, 1.0, 0.03),
        (1 - 4e-6, 0.0, 0.03),
    ):
        wanted = reference.bce_cost(torch.tensor([h]), torch.tensor([y])).item()
        assert_between(
            cost([h], [y]),
            wanted * (1 - rtol) - 1e-6,
            wanted * (1 + rtol) + 1e-6,
            ko="안전을 위해 더하거나 잘라 내는 작은 값이 너무 큽니다. 10^(−6) 이하여야 합니다.",
            en="The small number added or cut off for safety is too large: at most 10^(−6).",
        )


@item(
    "bce.input_checks", function="bce_cost", points=1, kind="errors",
    ko="정수·bool인 y, 범위를 벗어난 h", en="y of int64 or bool, h out of range",
)  # fmt: skip
def test_bce_takes_int_and_bool_labels_and_refuses_logits(student, reference, rng, passed):
    h = torch.tensor([0.3])
    for dtype, name in ((torch.int64, "int64"), (torch.bool, "bool")):
        for y in (torch.ones(1), torch.zeros(1)):
            value = student.bce_cost(h, y.to(dtype))
            if "bce.values" in passed:  # one mistake costs one item
                with told(ko=f"y가 {name}일 때", en=f"y of {name}"):
                    assert_same(value, reference.bce_cost(h, y))
    for wrong, ko, en in (
        (1.7, "h에 1보다 큰 값이 있을 때", "a value of h above 1"),
        (-0.2, "h에 0보다 작은 값이 있을 때", "a value of h below 0"),
        (3.0, "h에 1보다 큰 값이 있을 때", "a value of h above 1"),
        (-4.0, "h에 0보다 작은 값이 있을 때", "a value of h below 0"),
    ):
        for y in (0.0, 1.0):
            h = torch.cat([probabilities(rng, 3), torch.tensor([wrong])]).reshape(4, 1)
            with told(ko=ko, en=en), raises(ValueError, RuntimeError):
                student.bce_cost(h, torch.tensor([[0.0], [1.0], [1.0], [y]]))


@item(
    "bce.grad", function="bce_cost", points=1, kind="gradient",
    ko="기울기 (h−y) / (h(1−h)) / n", en="gradient (h−y) / (h(1−h)) / n",
)  # fmt: skip
def test_bce_gradient_by_h(student, reference, rng, passed):
    h, y = probabilities(rng, 6, 1, low=0.05, high=0.95), labels(6, 1)
    mine = student.grad("bce_cost", h, y)
    (gradient,), (expected,) = mine.grads, reference.grad("bce_cost", h, y).grads
    if "bce.values" not in passed and gradient is not None:
        # one mistake costs one item: n times the cost, n times this
        factor = float((gradient * expected).sum() / expected.square().sum())
        expected = expected * (factor if factor and math.isfinite(factor) else 1)
    # 1e-3: whether a guard is too large is for bce.zero_one to say.
    assert_gradients(mine, [expected], rtol=1e-3)


@item(
    "grad+step", function="cost_gradient", also=("gradient_step",), points=1,
    ko="비용의 기울기와 경사하강법 한 걸음", en="gradient of the cost, and one step of gradient descent",
)  # fmt: skip
def test_gradient_of_the_cost_and_one_step_down(student, reference, rng):
    student = student.using(bce_cost="nn.functional.binary_cross_entropy")
    x, W, b = uniform(rng, 7, 3), uniform(rng, 3, 1), uniform(rng, 1)
    double = torch.float64
    for args in (
        (x, labels(7, 1), W, b),  # first what no mistake gets right by chance
        (SLIDE_X, SLIDE_Y, torch.zeros(1, 1), torch.zeros(1)),
        (uniform(rng, 3, 7).t(), labels(7, 1), Leaf(W), Leaf(b)),
        (uniform(rng, 5, 2, dtype=double), labels(5, 1, dtype=double),
         uniform(rng, 2, 1, dtype=double), uniform(rng, 1, dtype=double)),
    ):  # fmt: skip
        with told(ko="cost_gradient", en="cost_gradient"):
            run = student.call("cost_gradient", *args)
            assert_same(run.value, reference.cost_gradient(*args))
            assert_form(run.value, reference.cost_gradient(*args))
            assert_pure(run)

    for args in (
        (uniform(rng, 4, 2), uniform(rng, 4, 2), 0.1),
        (torch.zeros(1, 1), torch.tensor([[-0.75]]), 1.0),
        (uniform(rng, 3, 1), uniform(rng, 3, 1), 2.5),
        (uniform(rng, 1), uniform(rng, 1, low=0.5), 0.5),
        (uniform(rng, 2, 3, dtype=double), uniform(rng, 2, 3, dtype=double), 1.5),
    ):
        with told(ko="gradient_step", en="gradient_step"):
            run = student.call("gradient_step", *args)
            assert_same(run.value, reference.gradient_step(*args))
            assert_form(run.value, reference.gradient_step(*args))
            assert_pure(run)
    with told(ko="gradient_step", en="gradient_step"):
        mine = student.grad("gradient_step", W, uniform(rng, 3, 1), 2.5)
        assert_gradients(mine, [torch.ones(3, 1)])
        for shape in ((1,), (3,), (1, 3), (1, 1), (2, 1)):
            refuses(
                lambda W, grad: student.gradient_step(W, grad, 0.1),
                W, uniform(rng, *shape), (ValueError, RuntimeError),
            )  # fmt: skip
