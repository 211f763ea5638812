"""Hidden grader of a09_perceptron (10 points)."""

import math

import torch

from autograder.judge import (
    Leaf,
    assert_form,
    assert_pure,
    assert_same,
    fail,
    item,
    probe,
    raises,
    require,
)
from autograder.judge.student import Raised

X = torch.tensor([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
TABLES = {
    "AND": torch.tensor([0.0, 0.0, 0.0, 1.0]),
    "OR": torch.tensor([0.0, 1.0, 1.0, 1.0]),
    "NAND": torch.tensor([1.0, 1.0, 1.0, 0.0]),
    "XOR": torch.tensor([0.0, 1.0, 1.0, 0.0]),
}
START = torch.tensor([[0.8], [-0.6]]), torch.tensor([0.3])
MARGIN = 1e-3 * (1 - 1e-5)  # 0.001 itself will do, whatever float32 makes of 0.002 − 0.001


def uniform(rng, *shape, low=-1.0, high=1.0, dtype=torch.float32):
    """Hidden inputs, evenly spread."""
    return torch.empty(shape, dtype=dtype).uniform_(low, high, generator=rng)


def whole(rng, *shape, low=-4, high=5):
    """Hidden whole numbers: sums of their products are exact, in any order."""
    return torch.randint(low, high, shape, generator=rng).float()


def weights(rng):
    """A hidden start of the training."""
    return uniform(rng, 2, 1), uniform(rng, 1)


def alike(value, other):
    """Whether both are tensors of one shape and the same numbers."""
    tensors = isinstance(value, torch.Tensor) and isinstance(other, torch.Tensor)
    return tensors and value.shape == other.shape and torch.allclose(value.float(), other.float())


@item("step", function="step", points=1, ko="계단함수", en="the step function")
def test_step_is_one_from_zero_on(student, reference, rng):
    tiny = torch.tensor([0.0, -0.0, 1e-30, -1e-30, 0.3, -0.3, 0.5, -0.5, 7.0, -7.0])
    for x in (
        tiny,
        uniform(rng, 4, 3),
        uniform(rng, 4, 3),  # same shape, other values: nothing may be remembered
        uniform(rng, 5, dtype=torch.float64),
        uniform(rng, 2, 6).t(),
        torch.empty(0),
    ):
        run = student.call("step", x)
        assert_same(run.value, reference.step(x))
        assert_form(run.value, reference.step(x))
        assert_pure(run)


def with_sums(rng, sums, d, b):
    """Hidden x (n, d) and W (d,), W of both signs, such that x @ W + b are these sums."""
    W = uniform(rng, d, low=0.5, high=2.0) * torch.tensor([1.0, -1.0] * d)[:d]
    x = uniform(rng, len(sums), d, low=-3, high=3)
    return x + torch.outer((sums - b - x @ W) / (W @ W), W), W


@item(
    "perceptron", function="perceptron", points=1,
    ko="Σ W_i x_i + b와 계단함수", en="Σ W_i x_i + b, and the step function",
)  # fmt: skip
def test_perceptron_is_the_step_of_the_weighted_sum(student, reference, rng, passed):
    # far from 0 a straight stand-in answers like the step function: a wrong step costs its own item
    lent = student if "step" in passed else student.using(step="nn.functional.hardsigmoid")
    sums = torch.tensor([4.0, 5.0, 4.5, -4.0, -5.0, -4.5])
    for x, W, b in (
        (10 * X, torch.tensor([2.0, -1.0]), -15.0),
        (*with_sums(rng, sums, 4, 6.0), 6.0),
        (*with_sums(rng, sums[torch.randperm(6, generator=rng)], 4, -6.0), -6.0),
        (*with_sums(rng, sums[:1], 3, -7.0), -7.0),
        (torch.tensor([[3.0], [-3.0]]), torch.tensor([-4.0]), 1.0),
        (torch.empty(0, 3), torch.tensor([1.0, 2.0, 3.0]), 0.5),
    ):
        run = lent.call("perceptron", x, W, b)
        assert_same(run.value, reference.perceptron(x, W, b))
        assert_form(run.value, reference.perceptron(x, W, b))
        assert_pure(run)
    assert_exact_at_zero(student, reference, rng, passed)


def assert_exact_at_zero(student, reference, rng, passed):
    """Sums of exactly 0 and close to it; where the student's own step is wrong, as that has it."""
    W, base = torch.tensor([1.0, -2.0, 0.5]), whole(rng, 3)
    sums = torch.tensor([0.0, 0.25, -0.25, 3.0, -3.0])
    x = base.repeat(5, 1)
    x[:, 0] += sums
    args = x, W, -float(base @ W)
    value, expected = student.perceptron(*args), reference.perceptron(*args)
    own = None if "step" in passed else answer(lambda: student.step(sums))
    assert_same(value, own if alike(value, own) else expected)


def answer(ask):
    """What the student's own functions give; None where they give nothing."""
    try:
        return ask()
    except (Raised, TypeError, ValueError, RuntimeError):
        return None


def assert_gate(name, value):
    """W and b make this gate, with a margin."""
    W, b = taken_apart(value)
    sums = X.double() @ W.double() + float(b)
    require(
        torch.equal((sums >= 0).float(), TABLES[name]),
        ko=f"{name}의 진리표와 다릅니다. 네 입력마다 W·x + b의 부호를 확인하세요.",
        en=f"This is not the truth table of {name}. Look at the sign of W·x + b for each of the four inputs.",
    )
    require(
        bool((sums.abs() >= MARGIN).all()),
        ko=f"{name}: W·x + b가 0이거나 0에 너무 가까운 입력이 있습니다. 직선을 점에서 떨어뜨리세요.",
        en=f"{name}: for some input W·x + b is 0, or too close to it. Keep the line away from the points.",
    )


def taken_apart(value):
    """W (2,) and b, the number, of a gate."""
    if not (isinstance(value, tuple | list) and len(value) == 2):
        fail(ko="(W, b) 두 개를 돌려주어야 합니다.", en="It must return two things: (W, b).")
    W, b = value
    require(
        isinstance(W, torch.Tensor) and W.shape == (2,) and W.is_floating_point(),
        ko="W는 shape (2,)인 float 텐서여야 합니다.",
        en="W must be a float tensor of shape (2,).",
    )
    b = b.item() if isinstance(b, torch.Tensor) and b.dim() == 0 else b
    require(
        isinstance(b, int | float) and math.isfinite(b) and bool(W.isfinite().all()),
        ko="b는 유한한 파이썬 숫자여야 합니다.",
        en="b must be a finite Python number.",
    )
    return W, b


@item(
    "gate.values", function="gate", points=1,
    ko="AND, OR, NAND의 W와 b", en="W and b of AND, OR, NAND",
)  # fmt: skip
def test_gates_have_their_truth_tables_well_away_from_zero(student):
    for name in ("AND", "OR", "NAND"):
        assert_gate(name, student.gate(name))


@probe("gate")
def ordinary_gates(student, rng):
    first = student.gate("AND")
    others = [answer(lambda: student.gate("OR")), answer(lambda: student.gate("NAND"))]
    others = [gate for gate in others if gate is not None]  # one may be missing
    return [first] * len(others), others


@item(
    "gate.errors", function="gate", points=1, kind="errors",
    ko="다른 이름에는 ValueError", en="ValueError for any other name",
)  # fmt: skip
def test_there_is_no_other_gate(student):
    for name in ("XOR", "XNOR", "NOR", "NOT", "PERCEPTRON", ""):
        with raises(ValueError):
            student.gate(name)


@item(
    "xor_gate", function="xor_gate", points=2,
    ko="두 층으로 만든 XOR", en="XOR, made in two layers",
)  # fmt: skip
def test_xor_gate_is_one_where_its_inputs_differ(student, rng, passed):
    table = expected_xor(student, passed)
    single = range(4) if "perceptron" in passed else ()  # a perceptron may fail there alone
    for rows in (
        torch.arange(4),
        torch.tensor([3, 3, 0, 1]),  # same shape, other values
        torch.randperm(4, generator=rng),
        torch.cat([torch.arange(4), torch.randint(4, (5,), generator=rng)]),
        *(torch.tensor([row]) for row in single),
    ):
        run = student.call("xor_gate", X[rows])
        assert_same(run.value, table[rows])
        assert_form(run.value, table[rows])
        assert_pure(run)


def expected_xor(student, passed):
    """The table of XOR; of a student's wrong gates, wired as they should be, what these give.

    Their mistake costs its own item, not this one too. Gates that all answer the same are none.
    """
    if {"step", "perceptron", "gate.values"} <= passed:
        return TABLES["XOR"]
    own = answer(lambda: wired(student))
    return own if alike(student.xor_gate(X), own) else TABLES["XOR"]


def wired(student):
    """OR and NAND into AND, with the student's own perceptron and gates."""
    layer = [student.perceptron(X, *student.gate(name)) for name in ("OR", "NAND")]
    hidden = torch.stack(layer, dim=1)
    return student.perceptron(hidden, *student.gate("AND")) if len(hidden.unique()) > 1 else None


def assert_trained(run, expected):
    """W (2, 1) and b (1,) after the updates."""
    W, b, _ = trained(run.value)
    assert_same((W, b), expected[:2])


def trained(value):
    """W, b and costs of a training."""
    require(
        isinstance(value, tuple | list) and len(value) == 3,
        ko="W, b, costs 세 개를 돌려주어야 합니다.",
        en="It must return three things: W, b, costs.",
    )
    return value


@item(
    "train.trajectory_1", function="train_single_layer", points=1, kind="training",
    ko="업데이트 1번 후의 W와 b, 받은 텐서는 그대로", en="W and b after 1 update; arguments as they were",
)  # fmt: skip
def test_one_update_from_the_given_weights(student, reference, rng):
    W, b = weights(rng)
    for args, options in (
        ((X, TABLES["XOR"].reshape(4, 1), *START), {}),
        ((X, TABLES["AND"].reshape(4, 1), W, b), {"lr": 0.5}),
        ((X, TABLES["NAND"].reshape(4, 1), Leaf(W), Leaf(b)), {"lr": 0.5}),
    ):
        run = student.call("train_single_layer", *args, **options, epochs=0)
        expected = reference.train_single_layer(*args, **options, epochs=0)
        assert_trained(run, expected)
        assert_form(tuple(run.value[:2]), expected[:2])
        assert_pure(run)


@item(
    "train.trajectory_11", function="train_single_layer", points=1, kind="training",
    ko="업데이트 2번, 11번 후의 W와 b, 비용", en="W, b and costs after 2 and 11 updates",
)  # fmt: skip
def test_a_few_updates_on_several_tables(student, reference, rng):
    rows = torch.cat([torch.randperm(4, generator=rng), torch.randint(4, (2,), generator=rng)])
    labels = torch.tensor([[1.0], [0.0], [0.0], [1.0], [1.0], [0.0]])
    for args, epochs in (
        ((X, TABLES["XOR"].reshape(4, 1), *START, 1.0), 1),
        ((X, TABLES["XOR"].reshape(4, 1), *START, 1.0), 10),
        # the cost rises: the last is not the best
        ((X, TABLES["XOR"].reshape(4, 1), *START, 12.0), 2),
        *(
            ((X, TABLES[name].reshape(4, 1), *weights(rng), 0.5), 10)
            for name in ("AND", "OR", "NAND")
        ),
        ((X[rows], labels, *weights(rng), 0.7), 1),
        ((X[rows], labels, *weights(rng), 0.7), 10),
    ):
        run = student.call("train_single_layer", *args, epochs=epochs)
        expected = reference.train_single_layer(*args, epochs=epochs)
        assert_trained(run, expected)
        assert_costs(run.value[2], expected[2])


def assert_costs(costs, expected):
    """One cost before each update, as a list or in a row."""
    assert_same(costs, expected)
    require(
        not isinstance(costs, torch.Tensor) or costs.dim() == 1,
        ko="costs의 shape은 (epochs + 1,)입니다.",
        en="costs must have the shape (epochs + 1,).",
    )


@item(
    "train.limit", function="train_single_layer", points=1, kind="training",
    ko="XOR은 0.5에서 멈추고 OR은 풀림", en="XOR stays at 0.5, OR gets solved",
)  # fmt: skip
def test_a_single_layer_is_stuck_at_one_half_for_xor_and_learns_or(student, rng, passed):
    xor, either = TABLES["XOR"].reshape(4, 1), TABLES["OR"].reshape(4, 1)
    W, b, costs = trained(student.train_single_layer(X, xor, *START, epochs=1000))
    require(
        len(costs) == 1001 or "train.trajectory_11" not in passed,
        ko="비용이 epochs + 1개가 아닙니다. 비용이 더 줄지 않아도 끝까지 학습하세요.",
        en="There are not epochs + 1 costs. Train to the end, even where the cost falls no further.",
    )
    assert_same(outputs(W, b), torch.full((4,), 0.5), rtol=0, atol=1e-3)
    assert_same(costs[-1], 0.693147, rtol=1e-3)
    W, b, costs = trained(student.train_single_layer(X, either, *weights(rng), epochs=500))
    assert_same(outputs(W, b).round(), TABLES["OR"])
    assert_same(costs[-1], 0.025, rtol=0, atol=0.025)


def outputs(W, b):
    """σ(XW + b), computed here: what the trained weights answer."""
    W, b = torch.as_tensor(W).double().reshape(2), torch.as_tensor(b).double().flatten()
    return torch.sigmoid(X.double() @ W + b)


@item(
    "separable", function="is_separable", points=1,
    ko="진리표 16개", en="all 16 truth tables",
)  # fmt: skip
def test_all_tables_but_two_are_separable(student, reference):
    tables = list(torch.cartesian_prod(*[torch.tensor([0.0, 1.0])] * 4))
    # all are asked before any is judged: one wrong answer would not tell which mistake it is
    runs = [student.call("is_separable", Y) for Y in tables]
    for Y, run in zip(tables, runs, strict=True):
        assert_same(run.value, reference.is_separable(Y))
        assert_form(run.value, reference.is_separable(Y))
        assert_pure(run)
