"""Hidden grader of a05_logistic_by_hand (10 points)."""

import math

import numpy as np
import torch

from autograder.judge import (
    Leaf,
    assert_form,
    assert_pure,
    assert_same,
    item,
    raises,
    require,
    told,
)

ONE = torch.tensor([[1.0], [2.0], [3.0], [4.0], [5.0], [6.0]])
TWO = torch.tensor([[1.0, 2.0], [2.0, 3.0], [3.0, 1.0], [4.0, 3.0], [5.0, 3.0], [6.0, 2.0]])
SLIDE_Y = torch.tensor([[0.0], [0.0], [0.0], [1.0], [1.0], [1.0]])

UNEQUAL = [  # shapes that broadcast silently, and some that do not
    ((4,), (1,)),
    ((4, 1), (4,)),
    ((4,), (4, 1)),
    ((4, 1), (1, 4)),
    ((1,), (4,)),
    ((4, 1), (1, 1)),
    ((4,), (3,)),
    ((3, 1), (4, 1)),
]


def uniform(rng, *shape, low=-2.0, high=2.0, dtype=torch.float32):
    """Hidden inputs, evenly spread."""
    return torch.empty(shape, dtype=dtype).uniform_(low, high, generator=rng)


def shuffled(rng, y):
    """The same answers in another order."""
    return y[torch.randperm(len(y), generator=rng)]


def alternating(*shape, low=0.0, high=1.0):
    """low, high, low, …: where n x n is compared, half of it is wrong."""
    return torch.tensor([low, high]).repeat(4)[: torch.Size(shape).numel()].reshape(shape)


def parts(value, names):
    """The parts of a result, which are at least as many as their names."""
    count = len(names.split(", "))
    require(
        isinstance(value, tuple | list) and len(value) >= count,
        ko=f"{names}의 순서로 돌려주어야 합니다.",
        en=f"It must return {names}, in this order.",
    )
    return value


def weights(value):
    """W and b of a train_logistic: a missing `costs` is for the items on costs to say."""
    return tuple(parts(value, "W, b")[:2])


def costs_of(value):
    """All the costs of a train_logistic."""
    costs = parts(value, "W, b, costs")[2]
    if isinstance(costs, np.ndarray):
        costs = torch.from_numpy(costs)
    require(
        isinstance(costs, list | tuple) or (isinstance(costs, torch.Tensor) and costs.dim() == 1),
        ko="costs는 shape이 (epochs + 1,)인 텐서나 실수 리스트입니다.",
        en="costs is a tensor of shape (epochs + 1,) or a list of floats.",
    )
    require(
        len(costs) > 0,
        ko="costs가 비어 있습니다. 업데이트 전의 비용을 매번 담으세요.",
        en="costs is empty. Keep the cost before each update.",
    )
    return costs


def assert_detached(*values):
    """No value still hangs in the graph."""
    require(
        not any(isinstance(value, torch.Tensor) and value.requires_grad for value in values),
        ko="detach()나 item()으로 기울기 그래프에서 떼어 주세요. 아직 requires_grad가 True입니다.",
        en="Take it off the graph with detach() or item(): its requires_grad is still True.",
    )


def assert_double(*values):
    """Tensors of float64."""
    require(
        not any(isinstance(part, torch.Tensor) and part.dtype != torch.float64 for part in values),
        ko="x_train이 float64이면 W와 b도 float64여야 합니다. dtype=x_train.dtype으로 만드세요.",
        en="For a float64 x_train, W and b must be float64 too. Make them with dtype=x_train.dtype.",
    )


@item(
    "init", function="init_params", points=1,
    ko="0인 W와 b, requires_grad, d < 1의 오류", en="W and b of zeros, requires_grad, error for d < 1",
)  # fmt: skip
def test_parameters_are_zeros_that_require_grad(student, reference, rng):
    for d in (1, 2, int(torch.randint(3, 9, (), generator=rng))):
        run = student.call("init_params", d)
        value = parts(run.value, "W, b")
        with told(ko="W와 b는 모두 0입니다", en="W and b are all zeros"):
            assert_same(value, reference.init_params(d))
        assert_form(value, reference.init_params(d))
        require(
            all(part.requires_grad for part in value),
            ko="W와 b를 requires_grad=True로 만드세요.",
            en="Make W and b with requires_grad=True.",
        )
        require(
            not {0, 1}.intersection(run.computed),
            ko="계산하여 만든 텐서는 leaf가 아니어서 optimizer가 받지 않습니다. 처음부터 원하는 shape으로 만드세요.",
            en="A tensor that was computed is no leaf, and no optimizer takes it. Make it in its shape at once.",
        )
    for d in (0, -1, -3):
        with raises(ValueError):
            student.init_params(d)


@item(
    "one_update", function="train_logistic", points=2, kind="training",
    ko="0에서 시작하여 한 번 업데이트한 W와 b", en="W and b after one update from zeros",
)  # fmt: skip
def test_one_update_from_zeros_on_slide_data(student, reference, rng):
    for x, y in (
        (ONE, SLIDE_Y),
        (ONE, shuffled(rng, SLIDE_Y)),  # same shapes, other answers
        (TWO, SLIDE_Y),
        (TWO, shuffled(rng, SLIDE_Y)),
    ):
        run = student.call("train_logistic", x, y, epochs=0)
        W, b = weights(run.value)
        expected = weights(reference.train_logistic(x, y, epochs=0))
        assert_same((W, b), expected)
        assert_form((W, b), expected)
        assert_detached(W, b)
        assert_pure(run)


@item(
    "trajectory", function="train_logistic", points=3, kind="training",
    ko="다른 데이터로 2번, 3번, 11번 업데이트한 W와 b",
    en="W and b after 2, 3 and 11 updates, other data",
)  # fmt: skip
def test_a_few_updates_on_data_of_other_sizes(student, reference, rng):
    x, y = uniform(rng, 9, 3), shuffled(rng, torch.tensor([[0.0]] * 6 + [[1.0]] * 3))
    for dtype in (torch.float32, torch.float64):
        for epochs in (2, 1, 10):  # two updates look alike for too many mistakes
            args, options = (x.to(dtype), y.to(dtype)), {"lr": 0.3, "epochs": epochs}
            mine = weights(student.train_logistic(*args, **options))
            assert_same(mine, weights(reference.train_logistic(*args, **options)))
            if dtype == torch.float64:  # the dtype for float32 is for one_update to say
                assert_double(*mine)
    x, y = uniform(rng, 5, 2, low=-1, high=1), shuffled(rng, torch.tensor([[0.0]] + [[1.0]] * 4))
    for lr in (2.0, 0.0):
        mine = weights(student.train_logistic(x, y, lr=lr, epochs=2))
        assert_same(mine, weights(reference.train_logistic(x, y, lr=lr, epochs=2)))
    # on the slide's data the cost rises at first: the last W and b are not the best ones
    mine = weights(student.train_logistic(ONE, SLIDE_Y, epochs=2))
    assert_same(mine, weights(reference.train_logistic(ONE, SLIDE_Y, epochs=2)))


@item(
    "slide_final", function="train_logistic", points=2, kind="training",
    ko="슬라이드의 학습이 끝난 뒤의 W, b, 비용", en="W, b and cost at the end of the slide's training",
)  # fmt: skip
def test_training_as_on_the_slide_ends_at_its_numbers(student, reference):
    for x, cost in ((ONE, 0.040259), (TWO, 0.019852)):
        value = student.train_logistic(x, SLIDE_Y)
        # 1e-3 leaves the number of updates, and which cost is logged, to the other items
        expected = weights(reference.train_logistic(x, SLIDE_Y))
        assert_same(weights(value), expected, rtol=1e-3)
        assert_same(costs_of(value)[-1], cost, rtol=1e-3)


@item(
    "costs", function="train_logistic", points=1, kind="training",
    ko="업데이트 전의 비용 epochs + 1개", en="epochs + 1 costs, each before its update",
)  # fmt: skip
def test_costs_are_those_before_each_update(student, reference, rng):
    # after one update at most: what goes wrong from the second one on costs other items
    for x in (ONE, TWO):
        y = shuffled(rng, SLIDE_Y)
        for epochs in (1, 0):  # the mean of one cost is its last one
            costs = costs_of(student.train_logistic(x, y, epochs=epochs))
            require(
                len(costs) <= epochs + 1,
                ko="costs에 비용이 epochs + 1개보다 많습니다. 함수 안에서 costs = []로 시작하는지 확인하세요.",
                en="There are more than epochs + 1 costs. Does costs = [] stand inside the function?",
            )
            assert_same(costs, reference.train_logistic(x, y, epochs=epochs)[2])
            assert_detached(costs, *costs)
    costs = costs_of(student.train_logistic(TWO, SLIDE_Y, epochs=24))
    assert_same(costs[0], math.log(2))
    require(
        len(costs) == 25,
        ko="costs의 개수가 epochs + 1이 아닙니다. 비용을 매번 빠짐없이 담으세요.",
        en="There are not epochs + 1 costs. Keep the cost every time.",
    )


@item(
    "accuracy",
    function="accuracy",
    points=1,
    ko="맞힌 비율과 shape 검사",
    en="fraction that is right, and its check of shapes",
)
def test_accuracy_is_the_fraction_of_right_predictions(student, reference, rng):
    h = torch.tensor([0.1, 0.25, 0.4, 0.5, 0.6, 0.75, 0.9])  # each threshold is one of them
    order = torch.randperm(7, generator=rng)
    h, y = h[order], torch.tensor([0.0, 1, 1, 1, 1, 1, 1])[order]
    for args in (
        (  # 5 right 1s, 1 wrong one, 3 wrong 0s, 2 right ones: no two of their sums are the same
            torch.tensor([0.55, 0.6, 0.7, 0.8, 0.9, 0.65, 0.1, 0.2, 0.3, 0.15, 0.4]),
            torch.tensor([1.0, 1, 1, 1, 1, 0, 1, 1, 1, 0, 0]),
        ),
        (h, y, 0.25),
        (h, y),
        (h, y, 0.75),
        (h, y, 0.0),
        (h, 1 - y, 0.75),
        (h.double().reshape(7, 1), y.double().reshape(7, 1)),
        (Leaf(h.reshape(7, 1)), y.reshape(7, 1), 0.25),
        (torch.tensor([[0.5]]), torch.tensor([[1.0]])),
        (torch.tensor([0.25]), torch.tensor([1.0])),
    ):
        run = student.call("accuracy", *args)
        assert_same(run.value, reference.accuracy(*args))
        assert_form(run.value, reference.accuracy(*args))
        assert_pure(run)
    for first, second in UNEQUAL:
        with raises(ValueError):
            student.accuracy(alternating(*first, low=0.2, high=0.9), alternating(*second))
