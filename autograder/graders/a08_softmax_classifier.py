"""Hidden grader of a08_softmax_classifier (14 points)."""

import msgspec
import torch

from autograder.judge import (
    Leaf,
    Model,
    assert_differs,
    assert_form,
    assert_graph,
    assert_pure,
    assert_same,
    item,
    probe,
    raises,
    require,
)

SLIDE_X = torch.tensor([
    [1.0, 2.0, 1.0, 1.0], [2.0, 1.0, 3.0, 2.0], [3.0, 1.0, 3.0, 4.0], [4.0, 1.0, 5.0, 5.0],
    [1.0, 7.0, 5.0, 5.0], [1.0, 2.0, 5.0, 6.0], [1.0, 6.0, 6.0, 6.0], [1.0, 7.0, 7.0, 7.0],
])  # fmt: skip
SLIDE_Y = torch.tensor([2, 2, 2, 1, 1, 1, 0, 0])

# The second nn.Linear(4, 3) made after torch.manual_seed(1): training it gives the slide's logits.
SLIDE_PARAMS = (
    torch.tensor([
        [-0.0450136661529541, 0.0724719762802124, -0.0019974112510681152, 0.43708336353302],
        [0.155595064163208, -0.18620312213897705, -0.3019806742668152, -0.08380782604217529],
        [-0.21567034721374512, -0.16022425889968872, 0.0239408016204834, 0.29806387424468994],
    ]),
    torch.tensor([0.27176833152770996, -0.48877543210983276, 0.3099602460861206]),
)  # fmt: skip
SLIDE_LOGITS = torch.tensor([
    [-4.3709, -0.3246, 4.5068], [-3.0665, 0.6256, 2.5122], [-7.2341, 3.7583, 4.7448],
    [-6.3326, 4.4897, 3.0981], [0.6266, 1.4420, -2.1420], [2.1208, 3.8136, -3.9867],
    [2.7828, 2.3761, -4.5870], [4.1330, 2.8725, -6.3362],
])  # fmt: skip


def uniform(rng, *shape, low=-2.0, high=2.0, dtype=torch.float32):
    """Hidden inputs, evenly spread."""
    return torch.empty(shape, dtype=dtype).uniform_(low, high, generator=rng)


def labels(rng, n, k):
    """Hidden labels, 0 to k - 1."""
    return torch.randint(k, (n,), generator=rng)


def linear_params(rng, d=4, k=3):
    """Hidden weight and bias of nn.Linear(d, k)."""
    return uniform(rng, k, d, low=-1, high=1), uniform(rng, k, low=-1, high=1)


def scores(rng, n, k):
    """Hidden logits, all of them negative, no two in a row equal, but close to each other."""
    return torch.stack([torch.randperm(k, generator=rng) - k for _ in range(n)]) / 4


def taken_apart(value):
    """W, b and costs of a train_by_hand."""
    require(
        isinstance(value, tuple | list) and len(value) == 3,
        ko="W, b, costs 세 개를 돌려주어야 합니다.",
        en="It must return three things: W, b, costs.",
    )
    return value


def assert_weights(value, expected):
    """W (d, k) and b, (1, k) or (k,), of the right values and dtype."""
    W, b, _ = taken_apart(value)
    assert_same((W, b), expected[:2])
    assert_form(W, expected[0])
    in_a_row = isinstance(b, torch.Tensor) and b.dim() == 1
    assert_form(b, expected[1].flatten() if in_a_row else expected[1])


def assert_costs(costs, expected):
    """One cost before each update, as a list or in a row."""
    assert_same(costs, expected, rtol=1e-3)
    require(
        not isinstance(costs, torch.Tensor) or costs.dim() == 1,
        ko="costs의 shape은 (epochs + 1,)입니다.",
        en="costs must have the shape (epochs + 1,).",
    )


@item(
    "hand.one_update", function="train_by_hand", points=2, kind="training",
    ko="0에서 시작하여 한 번 업데이트한 W와 b", en="W and b after one update from zeros",
)  # fmt: skip
def test_one_update_from_zeros_on_slide_data(student, reference, rng):
    for y in (SLIDE_Y, SLIDE_Y[torch.randperm(8, generator=rng)]):
        run = student.call("train_by_hand", SLIDE_X, y, epochs=0)
        assert_weights(run.value, reference.train_by_hand(SLIDE_X, y, epochs=0))
        assert_pure(run)


@item(
    "hand.trajectory", function="train_by_hand", points=1, kind="training",
    ko="다른 데이터로 2번, 11번 업데이트한 W와 b", en="W and b after 2 and 11 updates, other data",
)  # fmt: skip
def test_a_few_updates_on_data_of_other_sizes(student, reference, rng):
    for epochs, dtype, used in (
        (1, torch.float32, 4),
        (10, torch.float32, 3),  # the last of the four classes does not occur
        (10, torch.float64, 4),
    ):
        x, y = uniform(rng, 7, 3, dtype=dtype), labels(rng, 7, used)
        options = {"num_classes": 4, "lr": 0.3, "epochs": epochs}
        run = student.call("train_by_hand", x, y, **options)
        assert_weights(run.value, reference.train_by_hand(x, y, **options))
        assert_pure(run)
    # the cost only rises here: the last W and b are not the best ones
    args, options = (SLIDE_X, SLIDE_Y), {"lr": 0.3, "epochs": 2}
    value = student.train_by_hand(*args, **options)
    assert_weights(value, reference.train_by_hand(*args, **options))


@item(
    "hand.final", function="train_by_hand", points=1, kind="training",
    ko="슬라이드의 학습: costs, 끝난 뒤의 W와 b", en="the training of the slide: costs, final W and b",
)  # fmt: skip
def test_training_as_on_the_slide_ends_at_its_cost(student, reference):
    value = student.train_by_hand(SLIDE_X, SLIDE_Y)
    expected = reference.train_by_hand(SLIDE_X, SLIDE_Y)
    W, b, costs = taken_apart(value)
    assert_costs(costs, expected[2])
    assert_same(costs[1000], 0.248155, rtol=1e-3)
    assert_same((W, b), expected[:2], rtol=1e-3, atol=1e-3)
    W, b = torch.as_tensor(W), torch.as_tensor(b)
    z = SLIDE_X.double() @ W.double().reshape(4, 3) + b.double().flatten()
    require(
        bool((z.sum(1).abs() < 1e-3).all()),
        ko="0에서 시작하면 xW + b의 각 행의 합은 학습 중에도 계속 0입니다.",
        en="From zeros, each row of xW + b keeps the sum 0 all through the training.",
    )
    require(
        not any(isinstance(part, torch.Tensor) and part.requires_grad for part in (W, b, *costs)),
        ko="W, b, costs를 detach()하여 돌려주세요. 아직 기울기 그래프에 연결되어 있습니다.",
        en="Return W, b and costs detached: they are still connected to the graph.",
    )


@item(
    "model.forward", function="SoftmaxClassifierModel", points=3,
    ko="파라미터와 logits", en="parameters and logits",
)  # fmt: skip
def test_model_is_one_linear_layer_and_answers_logits(student, reference, rng):
    for args, n, d, k, training in (
        ((), 6, 4, 3, True),
        ((7, 5), 6, 7, 5, True),
        ((), 1, 4, 3, False),
    ):
        x, params = uniform(rng, n, d), linear_params(rng, d, k)
        model = Model("SoftmaxClassifierModel", args, training=training)
        assert_parameters(student.forward(model, x).model, params)
        model = msgspec.structs.replace(model, params=params)
        mine, expected = student.forward(model, x), reference.forward(model, x)
        assert_same(mine.output, expected.output)
        assert_form(mine.output, expected.output)
        assert_graph(mine.output)
        cotangent = uniform(rng, n, k)
        expected = reference.forward(model, x, cotangent)
        assert_same(student.forward(model, x, cotangent).grads, expected.grads)
    first, second = (Model("SoftmaxClassifierModel", params=linear_params(rng)) for _ in range(2))
    run = student.using(side_by_side="nn.Sequential").call("side_by_side", first, second)
    require(
        all(map(torch.equal, run.models[0].params, first.params)),
        ko="모델을 두 번 만들면 파라미터를 함께 씁니다. 층은 __init__ 안에서 새로 만드세요.",
        en="Made twice, the models share their parameters. Make the layer anew, inside __init__.",
    )


def assert_parameters(state, wanted):
    """The model owns a weight (k, d) and a bias (k,), both to be trained, and nothing else."""
    require(
        len(state.params) > 0,
        ko="등록된 파라미터가 없습니다. __init__에서 self.linear = nn.Linear(...)로 저장하세요.",
        en="No parameters are registered. Save the layer in __init__: self.linear = nn.Linear(...).",
    )
    require(
        [p.shape for p in state.params] == [p.shape for p in wanted],
        ko="파라미터는 weight (num_classes, in_features)와 bias (num_classes,) 두 개여야 합니다.",
        en="There must be two parameters: weight (num_classes, in_features), bias (num_classes,).",
    )
    require(
        all(state.requires_grad),
        ko="requires_grad가 False인 파라미터가 있어 학습되지 않습니다.",
        en="Some parameters have requires_grad=False, so they cannot be trained.",
    )


def models(params, passed):
    """What `train` is tried on: the student's class, where that is right, and a plain nn.Linear."""
    own = [Model("SoftmaxClassifierModel", params=params)] if "model.forward" in passed else []
    return [*own, Model(layers=(("Linear", 4, 3),), params=params)]


@probe("train")
def ordinary_training(student, rng):
    model = Model(layers=(("Linear", 4, 3),), params=linear_params(rng))
    runs = [
        student.train(model, "train", uniform(rng, 5, 4), labels(rng, 5, 3), epochs=1)
        for _ in range(2)
    ]
    return runs[0].models[0].params, runs[1].models[0].params


@item(
    "train.trajectory", function="train", points=2, kind="training",
    ko="1번, 2번, 11번 업데이트한 파라미터", en="parameters after 1, 2 and 11 updates",
)  # fmt: skip
def test_a_few_updates_of_the_model_that_is_handed_over(student, reference, rng, passed):
    params, x, y = linear_params(rng), uniform(rng, 7, 4), labels(rng, 7, 3)
    for epochs in (0, 1, 10):
        for model in models(params, passed):
            assert_trained(student, reference, model, x, y, epochs)
    assert_trained(student, reference, two_layers(rng), uniform(rng, 7, 2), labels(rng, 7, 5), 1)


def two_layers(rng):
    """What takes `model` for one linear layer fails with it, and so does what takes k for 3."""
    params = *linear_params(rng, 2, 6), *linear_params(rng, 6, 5)
    return Model(layers=(("Linear", 2, 6), ("Tanh",), ("Linear", 6, 5)), params=params)


def assert_trained(student, reference, model, x, y, epochs):
    """The model that was handed over is where the right updates lead."""
    run = student.train(model, "train", x, y, lr=0.3, epochs=epochs)
    expected = reference.train(model, "train", x, y, lr=0.3, epochs=epochs)
    assert_differs(
        run.models[0].params,
        model.params,
        ko="model의 파라미터가 바뀌지 않았습니다. 새 모델을 만들지 않았는지, "
        "epochs + 1번 업데이트하는지 확인하세요.",
        en="The parameters of model did not change. Did you make a new model? "
        "Are there epochs + 1 updates?",
    )
    assert_updated(run.models[0].params, expected.models[0].params)
    assert_pure(run)


def assert_updated(params, expected):
    """The parameters are where the right updates lead. (`train` returns only the costs.)"""
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


@item(
    "train.slide_logits", function="train", points=2, kind="training",
    ko="슬라이드의 logits와 cost", en="logits and cost of the slide",
)  # fmt: skip
def test_training_leads_to_the_logits_printed_on_the_slide(student, reference, passed):
    model = models(SLIDE_PARAMS, passed)[0]
    run = student.train(model, "train", SLIDE_X, SLIDE_Y, epochs=999)
    assert_costs(run.value, reference.train(model, "train", SLIDE_X, SLIDE_Y, epochs=999).value)
    trained = msgspec.structs.replace(model, params=tuple(run.models[0].params))
    # the slide prints the logits, and the cost, from before its last update: the one left out here
    assert_same(student.forward(trained, SLIDE_X).output, SLIDE_LOGITS, rtol=0, atol=2e-3)
    last = student.train(trained, "train", SLIDE_X, SLIDE_Y, epochs=0)
    assert_same(last.value, [0.250818], rtol=1e-3)


@item(
    "predict", function="predict", points=1,
    ko="가장 큰 logit의 번호", en="index of the largest logit",
)  # fmt: skip
def test_predict_is_the_column_of_the_largest_logit(student, reference, rng):
    for z in (
        SLIDE_LOGITS,
        Leaf(scores(rng, 6, 4)),  # a model's output requires grad
        scores(rng, 6, 4),  # same shape, other values
        scores(rng, 5, 3).double(),
        scores(rng, 6, 3).t().contiguous().t(),
        scores(rng, 1, 3),
        scores(rng, 5, 1),
        torch.empty(0, 3),
    ):
        run = student.call("predict", z)
        assert_same(run.value, reference.predict(z))
        assert_form(run.value, reference.predict(z))
        assert_pure(run)


@item("accuracy", function="accuracy", points=1, ko="맞힌 비율", en="fraction that is right")
def test_accuracy_is_the_fraction_of_right_predictions(student, reference, rng):
    for z, y in (
        (SLIDE_LOGITS, SLIDE_Y),
        (SLIDE_LOGITS, (SLIDE_Y + 1) % 3),
        (SLIDE_LOGITS, torch.tensor([2, 2, 2, 0, 0, 0, 0, 0])),
        (Leaf(scores(rng, 9, 4)), labels(rng, 9, 4)),
        (scores(rng, 1, 5), labels(rng, 1, 5)),
    ):
        run = student.call("accuracy", z, y)
        assert_same(run.value, reference.accuracy(z, y))
        assert_form(run.value, reference.accuracy(z, y))
        assert_pure(run)
    for n, m in ((8, 7), (8, 9), (8, 1), (1, 8), (8, 0), (0, 8), (0, 0)):
        with raises(ValueError):
            student.accuracy(uniform(rng, n, 3), labels(rng, m, 3))


@item(
    "independent", function="train", points=1, kind="robustness",
    ko="두 번 학습해도 서로 영향이 없음, float64 모델", en="two trainings do not disturb each other; float64",
)  # fmt: skip
def test_each_training_starts_anew_and_float64_works(student, rng, passed):
    params, x, y = linear_params(rng), uniform(rng, 7, 4), labels(rng, 7, 3)
    model = models(params, passed)[0]
    other = msgspec.structs.replace(model, params=linear_params(rng))
    first = student.train(model, "train", x, y, epochs=2)
    student.train(other, "train", uniform(rng, 5, 4), labels(rng, 5, 3), epochs=2)
    again = student.train(model, "train", x, y, epochs=2)
    require(
        alike(first, again),
        ko="같은 학습을 다시 하면 결과가 다릅니다. 함수 밖의 변수에 저장하는 것이 없는지 확인하세요.",
        en="The same training, done again, ends elsewhere. Is something kept outside the function?",
    )
    double = msgspec.structs.replace(
        model, params=tuple(p.double() for p in params), dtype="float64"
    )
    require(
        alike(first, student.train(double, "train", x.double(), y, epochs=2)),
        ko="float64 모델을 float64 데이터로 학습한 결과가 float32일 때와 다릅니다.",
        en="Training a float64 model on float64 data does not give what float32 gives.",
    )


def alike(run, other):
    """Two trainings end with the same parameters."""
    return all(
        torch.allclose(mine.double(), theirs.double(), rtol=1e-3, atol=1e-5)
        for mine, theirs in zip(run.models[0].params, other.models[0].params, strict=True)
    )
