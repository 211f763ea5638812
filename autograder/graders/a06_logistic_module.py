"""Hidden grader of a06_logistic_module (10 points)."""

import msgspec
import numpy as np
import torch

from autograder.judge import (
    Model,
    assert_differs,
    assert_form,
    assert_graph,
    assert_pure,
    assert_same,
    item,
    require,
)

SLIDE_X = torch.tensor([[1.0, 2.0], [2.0, 3.0], [3.0, 1.0], [4.0, 3.0], [5.0, 3.0], [6.0, 2.0]])
SLIDE_Y = torch.tensor([[0.0], [0.0], [0.0], [1.0], [1.0], [1.0]])

# The nn.Linear(2, 1) made after torch.manual_seed(1), as on the slides.
SLIDE_PARAMS = (
    torch.tensor([[0.36434608697891235, -0.3121015429496765]]),
    torch.tensor([-0.13708077371120453]),
)


def uniform(rng, *shape, low=-2.0, high=2.0):
    """Hidden inputs, evenly spread."""
    return torch.empty(shape).uniform_(low, high, generator=rng)


def linear_params(rng, d=2, bias=True):
    """Hidden weight and bias of nn.Linear(d, 1), none of them close to 0."""
    weight = uniform(rng, 1, d, low=0.5, high=1.5) * (
        1 - 2 * torch.randint(2, (1, d), generator=rng)
    )
    return (weight, uniform(rng, 1, low=0.3, high=1)) if bias else (weight,)


def data(rng, d=2):
    """Hidden data: two answers of 1 and five of 0."""
    y = torch.tensor([[1.0]] * 2 + [[0.0]] * 5)
    return uniform(rng, 7, d), y[torch.randperm(7, generator=rng)]


def sequential(d=2, bias=True, **more):
    """An nn.Sequential of the grader's."""
    return Model(layers=(("Linear", d, 1, bias), ("Sigmoid",)), **more)


def hidden_layer(rng):
    """A model of two linear layers: what takes `model` for one layer fails with it."""
    first = uniform(rng, 3, 2), uniform(rng, 3)
    layers = (("Linear", 2, 3), ("Tanh",), ("Linear", 3, 1), ("Sigmoid",))
    return Model(layers=layers, params=(*first, *linear_params(rng, 3)))


def models(params, passed):
    """What `train` and `evaluate` are tried on: the student's class, where right, and a Sequential."""
    own = [Model("BinaryClassifier", params=params)] if "class" in passed else []
    return [*own, sequential(params=params)]


def assert_parameters(state, wanted):
    """The model owns a weight (1, d) and, unless without one, a bias (1,), both to be trained."""
    require(
        len(state.params) > 0,
        ko="등록된 파라미터가 없습니다. 리스트 대신 self.linear = nn.Linear(...)로 __init__에서 저장하세요.",
        en="No parameters are registered. Save the layer in __init__, as self.linear = nn.Linear(...), "
        "not in a list.",
    )
    require(
        [p.shape for p in state.params] == [p.shape for p in wanted],
        ko="파라미터는 차례로 weight (1, in_features)와 bias (1,)여야 합니다. bias=False이면 weight 하나뿐입니다.",
        en="The parameters must be a weight (1, in_features) and a bias (1,), in this order; with "
        "bias=False only the weight.",
    )
    require(
        all(state.requires_grad),
        ko="requires_grad가 False인 파라미터가 있어 학습되지 않습니다.",
        en="Some parameters have requires_grad=False, so they cannot be trained.",
    )


def state_of(student, model, x):
    """A new model's parameters after one call; seeded, so that a known mistake makes the same ones."""
    return student.using(model="nn.Module.__call__").call("model", model, x, seed=1).models[0]


def assert_answers(student, reference, model, x, params, cotangent):
    """With these parameters the model gives sigmoid(xWᵀ + b), and gradients flow."""
    assert_parameters(state_of(student, model, x), params)
    model = msgspec.structs.replace(model, params=params)
    mine, expected = student.forward(model, x), reference.forward(model, x)
    assert_same(mine.output, expected.output)
    assert_form(mine.output, expected.output)
    assert_graph(mine.output)
    expected = reference.forward(model, x, cotangent)
    assert_same(student.forward(model, x, cotangent).grads, expected.grads)


@item(
    "sequential", function="make_sequential", points=2,
    ko="선형층과 시그모이드, bias=False", en="a linear layer and a sigmoid, bias=False",
)  # fmt: skip
def test_sequential_is_a_linear_layer_and_a_sigmoid(student, reference, rng):
    for args, d, bias in (
        ((2,), 2, True),
        ((5, True), 5, True),
        ((2, False), 2, False),
        ((1, False), 1, False),
    ):
        params, cotangent = linear_params(rng, d, bias), uniform(rng, 6, 1)
        model = Model("make_sequential", args)
        assert_answers(student, reference, model, uniform(rng, 6, d), params, cotangent)
    assert_two_models(student, rng, "make_sequential", 2)


@item(
    "class", function="BinaryClassifier", points=3,
    ko="등록된 파라미터와 시그모이드의 값", en="registered parameters, and the value of the sigmoid",
)  # fmt: skip
def test_class_is_a_linear_layer_and_a_sigmoid(student, reference, rng):
    for args, n, d, training in (
        ((), 6, 2, True),
        ((5,), 4, 5, False),  # in evaluation mode it is the same model
        ((1,), 3, 1, True),
        ((), 1, 2, True),
        ((), 0, 2, True),
    ):
        params, cotangent = linear_params(rng, d), uniform(rng, n, 1)
        model = Model("BinaryClassifier", args, training=training)
        assert_answers(student, reference, model, uniform(rng, n, d), params, cotangent)
    assert_two_models(student, rng, "BinaryClassifier")


def assert_two_models(student, rng, factory, *args):
    """Side by side: making the second must leave the first as it was."""
    first, second = (Model(factory, args, params=linear_params(rng)) for _ in range(2))
    run = student.using(side_by_side="nn.Sequential").call("side_by_side", first, second)
    for state, model in zip(run.models, (first, second), strict=True):
        require(
            all(map(torch.equal, state.params, model.params)),
            ko="모델을 두 번 만들면 파라미터를 함께 씁니다. 만들 때마다 층을 새로 만드세요.",
            en="Made twice, the models share their parameters. Make the layers anew each time.",
        )


@item(
    "train.trajectory", function="train", points=2, kind="training",
    ko="1번, 2번, 11번 업데이트한 파라미터", en="parameters after 1, 2 and 11 updates",
)  # fmt: skip
def test_a_few_updates_of_the_model_that_is_handed_over(student, reference, rng, passed):
    params, (x, y) = linear_params(rng), data(rng)
    for epochs in (0, 1, 10):
        for model in models(params, passed):
            assert_trained(student, reference, model, x, y, epochs)
    model = sequential(3, False, params=linear_params(rng, 3, bias=False))
    assert_trained(student, reference, model, *data(rng, 3), 10)
    assert_trained(student, reference, hidden_layer(rng), x, y, 1)
    # the cost rises at first: the last parameters are not the best ones
    rising = sequential(1, params=(torch.zeros(1, 1), torch.zeros(1)))
    assert_trained(student, reference, rising, SLIDE_X[:, :1], SLIDE_Y, 2, lr=1.0)


def assert_trained(student, reference, model, x, y, epochs, lr=0.3):
    """The parameters are where the right updates lead. (`train` returns only the costs.)"""
    run = student.train(model, "train", x, y, lr=lr, epochs=epochs)
    expected = reference.train(model, "train", x, y, lr=lr, epochs=epochs).models[0].params
    params = run.models[0].params
    assert_differs(
        params,
        model.params,
        ko="model의 파라미터가 바뀌지 않았습니다. 새 모델을 만들지 않았는지, "
        "epochs + 1번 업데이트하는지 확인하세요.",
        en="The parameters of model did not change. Did you make a new model? "
        "Are there epochs + 1 updates?",
    )
    require(
        [(p.shape, p.dtype) for p in params] == [(p.shape, p.dtype) for p in expected],
        ko="학습하는 동안 파라미터의 수나 shape, dtype이 바뀌었습니다.",
        en="The number of parameters, or their shape or dtype, changed during the training.",
    )
    require(
        all(
            torch.allclose(mine, right, rtol=1e-4, atol=1e-6)
            for mine, right in zip(params, expected, strict=True)
        ),
        ko="업데이트 후의 파라미터가 다릅니다.",
        en="The parameters after the updates are wrong.",
    )
    assert_pure(run)


@item(
    "train.slide", function="train", points=1, kind="training",
    ko="슬라이드의 학습과 costs, bias가 없는 학습", en="training and costs of the slide; without a bias",
)  # fmt: skip
def test_training_as_on_the_slide_ends_at_its_cost(student, reference, rng, passed):
    model = models(SLIDE_PARAMS, passed)[0]
    for epochs in (10, 5000):  # the short one finds most mistakes at once
        costs = costs_of(student.train(model, "train", SLIDE_X, SLIDE_Y, epochs=epochs))
        expected = reference.train(model, "train", SLIDE_X, SLIDE_Y, epochs=epochs).value
        assert_same(costs, expected, rtol=1e-3)
    assert_same(costs[5000], 0.038108, rtol=1e-3)
    for d, lowest in ((1, 0.615655), (2, 0.510079)):
        model = sequential(d, False, params=linear_params(rng, d, bias=False))
        costs = costs_of(student.train(model, "train", SLIDE_X[:, :d], SLIDE_Y, epochs=500))
        require(
            len(costs) == 501,
            ko="costs의 개수가 epochs + 1이 아닙니다.",
            en="There are not epochs + 1 costs.",
        )
        assert_same(costs[500], lowest, rtol=1e-3)


def costs_of(run):
    """The costs that a train returned, in a row or a list."""
    costs = run.value
    if isinstance(costs, np.ndarray):
        costs = torch.from_numpy(costs)
    require(
        isinstance(costs, list | tuple) or (isinstance(costs, torch.Tensor) and costs.dim() == 1),
        ko="costs를 shape이 (epochs + 1,)인 텐서나 실수 리스트로 돌려주세요.",
        en="Return costs, as a tensor of shape (epochs + 1,) or a list of floats.",
    )
    return costs


@item(
    "evaluate", function="evaluate", points=2,
    ko="지금 파라미터의 비용과 정확도", en="cost and accuracy with the parameters of now",
)  # fmt: skip
def test_evaluation_is_fresh_and_leaves_no_trace(student, reference, rng, passed):
    asked = []
    for training, wrong in ((True, (1, 2)), (False, (1, 4, 6)), (True, ())):
        params = linear_params(rng)
        for model in models(params, passed):
            model = msgspec.structs.replace(model, training=training)
            asked.append((model, *judged_data(rng, params, wrong)))
    # all are asked before any is judged: one wrong accuracy would not tell which mistake it is
    runs = [student.call("evaluate", *args) for args in asked]
    for args, run in zip(asked, runs, strict=True):
        expected = reference.evaluate(*args)
        assert_same(run.value, expected)
        assert_form(run.value, expected)
        assert_pure(run)
        assert_left_alone(run.models[0], args[0])
    (weight,) = params = linear_params(rng, bias=False)
    x, y = judged_data(rng, (weight, torch.zeros(1)), wrong=(5,))
    model = sequential(bias=False, params=params)
    assert_same(student.evaluate(model, x, y), reference.evaluate(model, x, y))


def judged_data(rng, params, wrong):
    """Data whose answers are the model's own predictions, but for the rows in `wrong`.

    No value of H(x) is close to 0.5.
    """
    weight, bias = params
    signs = torch.tensor([-1.0, -1.0, -1.0, 1.0, 1.0, 1.0, 1.0])
    z, first = signs * uniform(rng, 7, low=0.4, high=2.5), uniform(rng, 7)
    x = torch.stack([first, (z - bias - weight[0, 0] * first) / weight[0, 1]], dim=1)
    y = (signs > 0).float()
    y[list(wrong)] = 1 - y[list(wrong)]
    order = torch.randperm(7, generator=rng)
    return x[order], y[order].unsqueeze(1)


def assert_left_alone(state, model):
    """Neither the parameters nor the mode changed, and no gradients are left."""
    require(
        [p.dtype for p in state.params] == [p.dtype for p in model.params],
        ko="evaluate가 파라미터의 dtype을 바꾸었습니다. model.double()은 model 자체를 바꿉니다.",
        en="evaluate changed the dtype of the parameters: model.double() changes model itself.",
    )
    require(
        all(map(torch.equal, state.params, model.params)),
        ko="evaluate가 파라미터를 바꾸었습니다. 업데이트하지 말고 비용과 정확도만 구하세요.",
        en="evaluate changed the parameters. It must only compute cost and accuracy, without an update.",
    )
    require(
        all(state.requires_grad),
        ko="evaluate가 파라미터의 requires_grad를 꺼서 더 학습할 수 없습니다. torch.no_grad()를 쓰세요.",
        en="evaluate switched requires_grad of the parameters off: no training goes on. Use torch.no_grad().",
    )
    require(
        not any(state.has_grad),
        ko="파라미터에 기울기가 남아 있습니다. backward()를 부르지 말고 torch.no_grad() 안에서 계산하세요.",
        en="Gradients are left in the parameters. Compute inside torch.no_grad(), without backward().",
    )
    require(
        state.training == model.training,
        ko="model.training이 부르기 전과 다릅니다. 학습 모드나 평가 모드를 되돌려 놓으세요.",
        en="model.training is not what it was before. Set the mode back.",
    )
