"""Hidden grader of a07_softmax_cross_entropy (10 points)."""

import math

import torch

from autograder.judge import (
    assert_form,
    assert_gradients,
    assert_pure,
    assert_same,
    item,
    probe,
    raises,
    told,
)
from autograder.judge.student import Raised

SLIDE_LOGITS = torch.tensor([
    [-4.3709, -0.3246, 4.5068], [-3.0665, 0.6256, 2.5122], [-7.2341, 3.7583, 4.7448],
    [-6.3326, 4.4897, 3.0981], [0.6266, 1.4420, -2.1420], [2.1208, 3.8136, -3.9867],
    [2.7828, 2.3761, -4.5870], [4.1330, 2.8725, -6.3362],
])  # fmt: skip
SLIDE_Y = torch.tensor([2, 2, 2, 1, 1, 1, 0, 0])
DOUBLE = torch.float64


def logits(rng, *shape, dtype=torch.float32):
    """Hidden logits: no two alike and none 0, between -3 and 3."""
    count = torch.Size(shape).numel()
    steps = torch.randperm(count, generator=rng).to(dtype)
    jitter = torch.rand(count, generator=rng).to(dtype) / 4
    return (6 * (steps + 0.5 + jitter) / (count + 1) - 3).reshape(shape)


def labels(rng, n, k):
    """Hidden class numbers, 0 to k - 1."""
    return torch.randint(k, (n,), generator=rng)


def one_hot(y, k, dtype=torch.float32):
    """The rows of `y` as the task wants them."""
    return torch.eye(k, dtype=dtype)[y]


def with_helpers(student, passed):
    """Where softmax or one_hot of the student's own is wrong, torch's stand in for them."""
    ready_made = {}
    if not {"softmax.values", "softmax.stable", "softmax.dim"} <= passed:
        ready_made["softmax"] = "nn.functional.softmax"
    if "one_hot" not in passed:
        ready_made["one_hot"] = "nn.functional.one_hot"
    return student.using(**ready_made) if ready_made else student


# 1. softmax


@probe("softmax")
def ordinary_softmax(student, rng):
    return student.softmax(logits(rng, 2, 3)), student.softmax(logits(rng, 2, 3))


@item(
    "softmax.values", function="softmax", points=2,
    ko="마지막 축을 따라 계산한 값", en="values along the last axis",
)  # fmt: skip
def test_softmax_of_vectors_and_of_rows(student, reference, rng):
    rows = logits(rng, 2, 3)
    for z in (
        torch.tensor([1.0, 2.0, 3.0]),
        rows,
        rows + 7,  # the same probabilities
        logits(rng, 2, 3),  # same shape, other values
        logits(rng, 3, 3),  # a square, where a missing keepdim raises no error
        SLIDE_LOGITS,
        logits(rng, 1, 4),
        logits(rng, 4, 1),
        logits(rng, 5, dtype=DOUBLE),
        logits(rng, 4, 2, dtype=DOUBLE),
        logits(rng, 3, 4).t(),  # not contiguous
    ):
        run = student.call("softmax", z)
        assert_same(run.value, reference.softmax(z))
        assert_form(run.value, reference.softmax(z))
        assert_pure(run)
    z, cotangent = logits(rng, 3, 4), logits(rng, 3, 4)
    mine = student.grad("softmax", z, cotangent=cotangent)
    assert_gradients(mine, reference.grad("softmax", z, cotangent=cotangent).grads)


@item(
    "softmax.stable", function="softmax", points=2, kind="robustness",
    ko="큰 logit, 크기가 서로 다른 행", en="large logits, rows of different magnitude",
)  # fmt: skip
def test_softmax_of_large_logits(student, reference, rng, passed):
    def assert_right(z, rtol, atol):
        value = student.softmax(z)
        columns = "softmax.values" not in passed and same(value, reference.softmax(z, 0), atol)
        if not columns:  # the wrong axis has cost softmax.values already
            assert_same(value, reference.softmax(z), rtol=rtol, atol=atol)

    for z in (
        [[1000.0, 1001.0, 1002.0]],
        [[0.0, 0.0, 1.0], [1000.0, 0.0, 0.0]],
        [[-1000.0, -1001.0, -1002.0], [0.0, 1.0, 2.0]],
        [[-1000.0, -1001.0, -1002.0], [1002.0, 1000.0, 1001.0]],
    ):
        for dtype in (torch.float32, DOUBLE):
            assert_right(torch.tensor(z, dtype=dtype), rtol=3e-4, atol=1e-6)
    assert_right(logits(rng, 4, 3) + torch.tensor([[0.0], [500.0], [-500.0], [90.0]]), 3e-4, 1e-6)
    # Here exp(z - logsumexp(z)) is 3e-4 off in float32; a gap of 50 makes every value 0 or 1.
    far = 50.0 * torch.stack([torch.randperm(3, generator=rng) for _ in range(4)])
    assert_right(far + torch.tensor([[10000.0], [-10000.0], [0.0], [9000.0]]), 0, 1e-3)
    assert_right(torch.tensor([[10000.0, 0.0, -10000.0], [-10000.0, -9000.0, 10000.0]]), 0, 1e-3)


def same(value, expected, atol):
    """Whether a value holds these numbers."""
    if not torch.is_tensor(value) or value.shape != expected.shape:
        return False
    return torch.allclose(value.double(), expected.double(), rtol=3e-4, atol=atol)


@item("softmax.dim", function="softmax", points=1, ko="다른 축", en="other axes")
def test_softmax_along_any_axis(student, reference, rng, passed):
    for shape, dims in (
        ((2, 3, 4), (0, 1, 2, -1, -2, -3)),
        ((4, 3), (0, 1, -2)),
        ((3, 3), (0, 1)),
        ((3, 3, 3), (0, 1, 2)),
        ((5,), (0, -1)),
        ((2, 3, 2, 2), (1,)),
    ):
        z = logits(rng, *shape)
        for dim in dims:
            assert_same(student.softmax(z, dim), reference.softmax(z, dim))
    z = logits(rng, 2, 3, 4)
    assert_same(student.softmax(z), reference.softmax(z))
    # There is no maximum of everything here, and the dtype counts: both cost an item above.
    if {"softmax.values", "softmax.stable"} <= passed:
        assert_form(student.softmax(torch.empty(0, 3)), torch.empty(0, 3))


# 2. one_hot


@item(
    "one_hot", function="one_hot", points=1, ko="원-핫 벡터와 오류", en="one-hot vectors and errors"
)
def test_one_hot_has_a_1_in_the_column_of_each_label(student, reference, rng):
    for y, k in (
        (SLIDE_Y, 3),
        (labels(rng, 7, 4), 4),
        (labels(rng, 7, 4), 4),  # same shape, other labels
        (labels(rng, 4, 3), 6),  # classes that do not occur
        (torch.tensor([1]), 2),
        (torch.zeros(3, dtype=torch.int64), 1),
        (torch.empty(0, dtype=torch.int64), 3),
    ):
        run = student.call("one_hot", y, k)
        assert_same(run.value, reference.one_hot(y, k))
        assert_form(run.value, reference.one_hot(y, k))
        assert_pure(run)
    for y in ([7], [3], [-1, 0, 1], [0, 1, 3], [2, -3], [-100]):
        with told(ko=f"y = {y}, k = 3", en=f"y = {y}, k = 3"), raises(ValueError):
            student.one_hot(torch.tensor(y), 3)


# 3. cost_from_probs


@item(
    "probs", function="cost_from_probs", points=1,
    ko="확률에서 구한 비용, 정확히 0인 확률", en="cost of probabilities, also of exactly 0",
)  # fmt: skip
def test_cost_of_probabilities(student, reference, rng):
    def assert_cost(p, Y, rtol=1e-4, atol=1e-6):
        run = student.call("cost_from_probs", p, Y)
        assert_same(run.value, reference.cost_from_probs(p, Y), rtol=rtol, atol=atol)
        assert_form(run.value, reference.cost_from_probs(p, Y))
        assert_pure(run)

    p = torch.tensor([[0.7, 0.2, 0.1], [0.1, 0.8, 0.1], [0.3, 0.3, 0.4], [0.25, 0.5, 0.25]])
    assert_cost(p, one_hot(torch.tensor([1, 1, 2, 0]), 3))
    for n, k, dtype in (
        (5, 3, torch.float32),
        (5, 3, torch.float32),  # same shape, other values
        (4, 4, torch.float32),
        (1, 3, torch.float32),
        (2, 5, DOUBLE),
    ):
        p = torch.softmax(logits(rng, n, k, dtype=dtype) / 2, 1)
        assert_cost(p, one_hot(labels(rng, n, k), k, dtype))
    p = torch.softmax(logits(rng, 3, 6) / 2, 0).t()
    assert_cost(p, one_hot(labels(rng, 6, 3), 3))

    for dtype in (torch.float32, DOUBLE):
        p = torch.tensor([[0.0, 1.0, 0.0], [0.5, 0.0, 0.5], [0.0, 0.75, 0.25]], dtype=dtype)
        assert_cost(p, one_hot(torch.tensor([1, 2, 1]), 3, dtype))
        perfect = one_hot(labels(rng, 4, 3), 3, dtype)
        assert_cost(perfect, perfect, atol=2e-6)
    # A guard of at most 1e-6 changes little even here; one of 1e-5 shows.
    assert_cost(torch.tensor([[2e-6, 1 - 2e-6, 0.0]]), torch.tensor([[1.0, 0.0, 0.0]]), rtol=0.05)

    p, Y = torch.softmax(logits(rng, 4, 3) / 2, 1), one_hot(labels(rng, 4, 3), 3)
    mine = student.grad("cost_from_probs", p, Y)
    assert_gradients(mine, reference.grad("cost_from_probs", p, Y).grads, rtol=1e-3)

    p = torch.softmax(logits(rng, 4, 3), 1)
    for shape in ((3,), (1, 3), (4, 1), (4,), (1,), (3, 4), (12,), (5, 3), (4, 2), (1, 4, 3)):
        with raises(ValueError):
            student.cost_from_probs(p, torch.ones(shape))
    for shape in ((1, 3), (3, 3), (4, 1)):
        with raises(ValueError):
            student.cost_from_probs(torch.full(shape, 0.25), one_hot(SLIDE_Y[2:6], 3))


# 4. cross_entropy


@probe("cross_entropy")
def ordinary_cross_entropy(student, rng):
    y = torch.tensor([1, 0, 2, 1])
    first, second = logits(rng, 4, 3), logits(rng, 4, 3)
    try:
        return student.cross_entropy(first, y), student.cross_entropy(second, y)
    except Raised:  # perhaps in a softmax or one_hot of their own, which cost items of theirs
        student = with_helpers(student, set())
        return student.cross_entropy(first, y), student.cross_entropy(second, y)


@item(
    "ce.values", function="cross_entropy", points=2,
    ko="logit에서 구한 평균 비용", en="mean cost of logits",
)  # fmt: skip
def test_cross_entropy_of_logits(student, reference, rng, passed):
    student = with_helpers(student, passed)
    assert_same(student.cross_entropy(SLIDE_LOGITS, SLIDE_Y), 0.250814)
    assert_same(student.cross_entropy(torch.zeros(8, 3), SLIDE_Y), math.log(3))
    for z, y in (
        (SLIDE_LOGITS, SLIDE_Y),
        (logits(rng, 2, 5), labels(rng, 2, 5)),
        (logits(rng, 6, 4), labels(rng, 6, 4)),
        (logits(rng, 6, 4), labels(rng, 6, 4)),  # same shape, other values
        (logits(rng, 3, 3), labels(rng, 3, 3)),
        (logits(rng, 1, 4), labels(rng, 1, 4)),
        (logits(rng, 4, 5, dtype=DOUBLE), labels(rng, 4, 5)),
        (logits(rng, 3, 5).t(), labels(rng, 5, 3)),
        (torch.zeros(3, 2), torch.tensor([0, 1, 1])),
    ):
        run = student.call("cross_entropy", z, y)
        assert_same(run.value, reference.cross_entropy(z, y))
        assert_form(run.value, reference.cross_entropy(z, y))
        assert_pure(run)


@item(
    "ce.extreme+grad", function="cross_entropy", points=1, kind="robustness",
    ko="큰 logit, 기울기, 오류", en="large logits, gradient, errors",
)  # fmt: skip
def test_cross_entropy_of_large_logits_its_gradient_and_errors(student, reference, rng, passed):
    student = with_helpers(student, passed)
    cases = [
        (torch.tensor(z), torch.tensor([label]))
        for z in ([[1000.0, 0.0, 0.0]], [[-1000.0, 0.0, 3.0]], [[1000.0, 1002.0, 1001.0]])
        for label in range(3)
    ]
    two_rows = torch.tensor([[0.0, 1000.0, 0.0], [0.0, 0.0, -1000.0]], dtype=DOUBLE)
    cases.insert(1, (two_rows, torch.tensor([0, 2])))  # a single row does not tell the axis
    costs = [student.cross_entropy(*args) for args in cases]  # a single nan is many mistakes'
    for args, cost in zip(cases, costs, strict=True):
        assert_same(cost, reference.cross_entropy(*args), atol=1e-3)

    for z, y in ((SLIDE_LOGITS, SLIDE_Y), (logits(rng, 5, 4), labels(rng, 5, 4))):
        mine = student.grad("cross_entropy", z, y)
        assert_gradients(mine, reference.grad("cross_entropy", z, y).grads)

    z, y = logits(rng, 4, 3), torch.tensor([0, 2, 1, 1])
    for wrong in (y.unsqueeze(1), y.unsqueeze(0), one_hot(y, 3).long(), y[:3], y[:1], y.repeat(2)):
        with raises(ValueError, RuntimeError):
            student.cross_entropy(z, wrong)
    with raises(ValueError, RuntimeError):
        student.cross_entropy(z[:1], y)
    with raises(ValueError):
        student.cross_entropy(torch.empty(0, 3), torch.empty(0, dtype=torch.int64))
    for label in (3, -1, -2, 7):
        case = {"ko": f"클래스가 3개이고 y에 {label}", "en": f"3 classes, and {label} in y"}
        with told(**case), raises(ValueError, IndexError, RuntimeError):
            student.cross_entropy(z, torch.tensor([0, label, 1, 2]))
