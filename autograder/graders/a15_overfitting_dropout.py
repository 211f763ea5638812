"""Hidden grader of a15_overfitting_dropout (12 points)."""

import operator

import torch

from autograder.judge import (
    Leaf,
    Model,
    NonLeaf,
    assert_form,
    assert_graph,
    assert_pure,
    assert_same,
    item,
    probe,
    raises,
    require,
    told,
)

SEED = 1  # so that a known mistake, asked again, draws the same random numbers
LAYERS = (("Linear", 4, 12), ("ReLU",), ("Dropout", 0.5), ("Linear", 12, 3))
ONE_LAYER = Model(layers=(("Dropout", 0.5),), training=True)  # no nn.Sequential to go through


def uniform(rng, *shape, low=0.5, high=2.0, dtype=torch.float32):
    """Hidden inputs, evenly spread; none is 0, unless the bounds say so."""
    return torch.empty(shape, dtype=dtype).uniform_(low, high, generator=rng)


def signed(rng, *shape, dtype=torch.float32):
    """Hidden inputs of both signs, none near 0."""
    signs = torch.randint(2, shape, generator=rng) * 2 - 1
    return uniform(rng, *shape, dtype=dtype) * signs


def draw(rng, low, high):
    """A hidden whole number, low <= number <= high."""
    return int(torch.randint(low, high + 1, (), generator=rng))


def mask_of(rng, *shape, keep):
    """A hidden mask that keeps so many elements."""
    count = torch.Size(shape).numel()
    return (torch.randperm(count, generator=rng) < keep).reshape(shape)


def whole(value):
    """As an int whatever Python takes for one, such as a 0-d integer tensor; a float stays a float."""
    try:
        return operator.index(value)
    except TypeError:
        return value


# 1. fit_status


@item(
    "status", function="fit_status", points=1,
    ko="과소적합, 과적합의 판정", en="under- or overfitting",
)  # fmt: skip
def test_status_by_the_accuracies(student, reference, rng):
    low, high = draw(rng, 50, 80) / 100, draw(rng, 93, 99) / 100
    cases = (
        ((0.99, 0.7), {}),
        ((0.6, 0.58), {}),
        ((0.95, 0.93), {}),
        ((0.95, 0.88), {}),
        ((low, low - 0.03), {}),
        ((low, low - 0.4), {}),  # far apart, but not good yet
        ((low, 0.95), {}),
        ((high, high - 0.03), {}),
        ((high, high - 0.2), {}),
        ((high, 1.0), {}),
        ((1.0, 0.0), {}),
        ((0.9, 0.85), {}),  # just good
        ((0.9, 0.5), {}),
        ((0.75, 0.75), {"good": 0.75}),
        ((0.74, 0.74), {"good": 0.75}),
        ((0.8, 0.97), {"good": 0.75}),
        ((0.95, 0.94), {"good": 0.97}),
        ((1.0, 0.75), {"gap": 0.25}),  # just not too far apart
        ((1.0, 0.74), {"gap": 0.25}),
        ((0.95, 0.9), {"gap": 0.02}),
        ((0.5, 0.25), {"good": 0.5, "gap": 0.25}),
    )
    # all are asked before any is judged: one wrong answer would not tell which mistake it is
    answers = [student.fit_status(*args, **options) for args, options in cases]
    for (args, options), answer in zip(cases, answers, strict=True):
        assert_same(answer, reference.fit_status(*args, **options))


# 2. augment_hflip


@item("augment", function="augment_hflip", points=1, ko="좌우로 뒤집은 이미지", en="mirror images")
def test_images_are_followed_by_their_mirror_images(student, reference, rng):
    for N, C, H, W, dtype in (
        (3, 2, 4, 4, torch.float32),
        (3, 2, 4, 4, torch.float32),  # same shape, other values
        (1, 1, 2, 3, torch.float32),
        (2, 3, 3, 5, torch.float64),
        (4, 1, 2, 2, torch.float32),
        (0, 3, 4, 4, torch.float32),
    ):
        x, y = signed(rng, N, C, H, W, dtype=dtype), torch.randperm(10, generator=rng)[:N]
        run = student.call("augment_hflip", x, y)
        expected = reference.augment_hflip(x, y)
        assert_same(run.value, expected)
        assert_form(run.value, expected)
        assert_pure(run)


# 3. count_parameters


@item("count", function="count_parameters", points=1, ko="파라미터의 수", en="number of parameters")
def test_weights_and_biases_of_all_layers_are_counted(student, reference, rng):
    hidden = [draw(rng, 2, 40) for _ in range(5)]
    for sizes in ([2, 10, 10, 10, 1], [2, 1], [784, 128, 10], (4, 3), hidden, hidden[:3]):
        for options in ({}, {"bias": True}, {"bias": False}):
            value = whole(student.count_parameters(sizes, **options))
            assert_same(value, reference.count_parameters(sizes, **options))
            assert_form(value, reference.count_parameters(sizes, **options))


# 4. l2_cost


@item(
    "l2", function="l2_cost", points=2,
    ko="가중치 규제: 값과 기울기", en="regularisation: value and gradient",
)  # fmt: skip
def test_squares_of_the_listed_parameters_are_added_to_the_cost(student, reference, rng):
    double = torch.float64
    for cost, params, lam in (
        (uniform(rng), [signed(rng, 3, 2), signed(rng, 2), signed(rng, 1, 2)], 0.05),
        (uniform(rng), [signed(rng, 3, 2), signed(rng, 2), signed(rng, 1, 2)], 0.05),
        (torch.tensor(0.5), [torch.tensor([[1.0, -2.0]]), torch.tensor([3.0])], 0.1),
        (uniform(rng), [signed(rng, 4, 3, 2, 2), signed(rng, 5), signed(rng)], 0.3),
        (uniform(rng), (signed(rng, 7),), 2),
        (uniform(rng), [signed(rng, 3, 2), signed(rng, 2)], 0.0),
        (uniform(rng), [], 0.5),
        (uniform(rng, dtype=double), [signed(rng, 3, 2, dtype=double)], 0.2),
        (uniform(rng, dtype=double), [], 0.2),
    ):
        run = student.call("l2_cost", cost, params, lam)
        expected = reference.l2_cost(cost, params, lam)
        assert_same(run.value, expected)
        assert_form(run.value, expected)
        assert_pure(run)
    for lam in (0.05, 1.5):
        args = uniform(rng), [signed(rng, 3, 2), signed(rng, 2), signed(rng, 2, 2, 1)], lam
        mine = student.grad("l2_cost", *args, wrt=(0, 1))
        assert_graph(mine.value)
        require(
            all(grad is not None for grad in mine.grads),
            ko="cost나 params의 기울기가 끊겼습니다. .item(), .data, .detach()를 쓰지 않았는지 확인하세요.",
            en="The gradient by cost or by params is cut. Look for .item(), .data or .detach().",
        )
        assert_same(mine.grads, reference.grad("l2_cost", *args, wrt=(0, 1)).grads)
    for params in ([signed(rng, 3, 2)], []):
        for lam in (-0.1, -2):
            empty = (
                {"ko": ", 빈 params", "en": ", empty params"}
                if not params
                else {"ko": "", "en": ""}
            )
            case = {language: f"lam = {lam}{more}" for language, more in empty.items()}
            with told(**case), raises(ValueError):
                student.l2_cost(uniform(rng), params, lam)


# 5. dropout


@item(
    "dropout.mask", function="dropout", points=2,
    ko="주어진 mask", en="with a mask given",
)  # fmt: skip
def test_mask_decides_and_what_is_left_grows(student, reference, rng):
    untouched = True
    for shape, keep, p, dtype in (
        ((2, 4), 5, 0.2, torch.float32),
        ((3, 5), 6, 0.5, torch.float32),
        ((12,), 7, 0.8, torch.float32),
        ((12,), 7, 0.8, torch.float32),  # same shape, other values
        ((2, 3, 2, 2), 11, 0.3, torch.float64),
    ):
        x, mask = signed(rng, *shape, dtype=dtype), mask_of(rng, *shape, keep=keep)
        run = student.call("dropout", x, p, True, mask, seed=SEED)
        expected = reference.dropout(x, p, True, mask)
        assert_same(run.value, expected)
        assert_form(run.value, expected)
        untouched = untouched and not run.changed
    for p in (0.2, 0.5, 0.8):
        x, mask = signed(rng, 3, 4), mask_of(rng, 3, 4, keep=5)
        assert_graph(student.call("dropout", NonLeaf(x), p, mask=mask, seed=SEED).value)
        if untouched:  # a change in place costs dropout.edges; on a leaf torch refuses it
            args, cotangent = (x, p, True, mask), signed(rng, 3, 4)
            mine = student.grad("dropout", *args, cotangent=cotangent)
            assert_same(mine.grads, reference.grad("dropout", *args, cotangent=cotangent).grads)


@item(
    "dropout.random", function="dropout", points=2,
    ko="난수로 고르기", en="with random numbers",
)  # fmt: skip
def test_each_element_is_dropped_by_itself_with_probability_p(student, rng, passed):
    sound = "dropout.mask" in passed  # one mistake costs one item
    for x, p in (
        (torch.ones(100, 1000), 0.2),
        (uniform(rng, 20_000), 0.5),
        (signed(rng, 10, 8, 10, 25), 0.8),
    ):
        value = student.call("dropout", x, p, seed=draw(rng, 0, 1 << 30)).value
        assert_independent(dropped_of(value, x, p, sound), p)
    assert_seeds_decide(student, rng, sound)
    if sound:
        assert_graph(student.call("dropout", NonLeaf(uniform(rng, 50)), seed=SEED).value)


def dropped_of(value, x, p, sound):
    """Which elements are 0; all others are x times one factor, where `sound` times 1 / (1 - p)."""
    if sound:
        assert_form(value, x)
    value = torch.as_tensor(value).double()
    assert_same(value * 0, x * 0)  # numbers, as many as in x
    value = value.reshape(x.shape)
    dropped = value == 0
    factors = (value / x)[~dropped]
    right = torch.full_like(factors, 1 / (1 - p))
    assert_same(factors, right if sound else factors[:1].expand_as(factors))
    return dropped


def assert_independent(dropped, p):
    """As many are dropped as p says, and neighbours have nothing to do with each other."""
    margin = 6 * (p * (1 - p) / dropped.numel()) ** 0.5
    require(
        abs(dropped.double().mean().item() - p) < margin,
        ko="0이 된 원소의 비율이 p가 아닙니다. p는 원소를 지울 확률입니다.",
        en="The fraction of zeros is not p. The probability of dropping an element is p.",
    )
    for dim in range(dropped.dim()):
        n = dropped.shape[dim] - 1
        equal = dropped.narrow(dim, 0, n) == dropped.narrow(dim, 1, n)
        require(
            abs(equal.double().mean().item() - (p**2 + (1 - p) ** 2)) < 0.03,
            ko="이웃한 원소들이 함께 지워집니다. 원소마다 따로 정해야 합니다.",
            en="Neighbours are dropped together. Each element is to be decided by itself.",
        )


def assert_seeds_decide(student, rng, sound):
    """The same seed drops the same elements, another one others, and not always as many."""
    x, p = uniform(rng, 1000), 0.5
    seeds = torch.randperm(1 << 16, generator=rng)[:12].tolist()
    drops = [
        dropped_of(student.call("dropout", x, p, seed=seed).value, x, p, sound)
        for seed in (seeds[0], *seeds)
    ]
    require(
        drops[0].equal(drops[1]),
        ko="같은 시드로 다시 불렀는데 결과가 다릅니다. torch.rand처럼 시드를 따르는 난수를 쓰세요.",
        en="The same seed does not give the same result. Use random numbers that follow the seed.",
    )
    require(
        not drops[1].equal(drops[2]),
        ko="시드가 달라도 결과가 같습니다. 함수 안에서 시드를 정하지 않았는지 확인하세요.",
        en="Another seed gives the same result. Does the function set a seed of its own?",
    )
    require(
        len({int(dropped.sum()) for dropped in drops}) > 1,
        ko="0이 된 원소의 수가 늘 같습니다. 원소마다 따로 정하므로 평균만 p입니다.",
        en="The number of zeros is always the same. Each element is on its own: only the mean is p.",
    )


@probe("dropout")
def ordinary_inputs(student, rng):
    return [student.call("dropout", signed(rng, 60), seed=SEED).value for _ in range(2)]


@item(
    "dropout.edges", function="dropout", points=2, kind="robustness",
    ko="추론, p = 0과 1, 오류, 입력은 그대로", en="inference, p of 0 and 1, errors, x unchanged",
)  # fmt: skip
def test_edges_of_dropout(student, rng, passed):
    sound = "dropout.mask" in passed
    x, mask = signed(rng, 3, 4), mask_of(rng, 3, 4, keep=5)
    kept = torch.ones(3, 4, dtype=torch.bool)
    double = signed(rng, 5, dtype=torch.float64)
    cases = (
        (x, (x, 0.5, False)),
        (x, (x, 0.8, False, mask)),
        (x, (x, 1.0, False)),
        (x, (x, 0.0, False, mask)),
        (double, (double, 0.3, False)),
        (x, (x, 0.0)),
        (x, (x, 0)),
        (x, (x, 0.0, True, kept)),
        (double, (double, 0.0)),
        (x * 0, (x, 1.0)),
        (x * 0, (x, 1)),
        (x * 0, (x, 1.0, True, ~kept)),
        (x * 0, (x, 1.0, True, mask if sound else ~kept)),
        (double * 0, (double, 1.0)),
        (torch.empty(0), (torch.empty(0),)),
        (torch.empty(0, 4), (torch.empty(0, 4), 0.2)),
        (torch.empty(3, 0), (torch.empty(3, 0), 0.2, False)),
    )
    runs = [student.call("dropout", *args, seed=SEED) for _, args in cases]
    for (expected, _), run in zip(cases, runs, strict=True):
        assert_same(run.value, expected)
        if sound:  # one mistake costs one item
            assert_form(run.value, expected)
        assert_pure(run)
    for args in ((0.5,), (0.2,), (0.8, True, mask)):
        assert_pure(student.call("dropout", x, *args, seed=SEED))
    for p in (-0.1, 1.5, -2, 1.001):
        for rest in ((), (False,), (True, mask), (False, mask)):
            with raises(ValueError):
                student.call("dropout", x, p, *rest, seed=SEED)


# 6. predict_eval


@item(
    "predict_eval", function="predict_eval", points=1,
    ko="드롭아웃 없이 예측", en="predicting without dropout",
)  # fmt: skip
def test_prediction_in_eval_mode_leaves_the_model_as_it_was(student, reference, rng):
    for training, dtype in ((True, "float32"), (False, "float32"), (True, "float64")):
        kind = getattr(torch, dtype)
        params = tuple(signed(rng, *shape, dtype=kind) for shape in ((12, 4), (12,), (3, 12), (3,)))
        model = Model(layers=LAYERS, params=params, training=training, dtype=dtype)
        for x in (signed(rng, 6, 4, dtype=kind), Leaf(signed(rng, 1, 4, dtype=kind))):
            assert_predicted(student, reference, model, x)
    assert_predicted(student, reference, ONE_LAYER, signed(rng, 6, 4))


def assert_predicted(student, reference, model, x):
    """Twice the output in eval mode, and the model as it was."""
    expected = reference.train(model, "predict_eval", x)
    for _ in range(2):
        run = student.train(model, "predict_eval", x, seed=SEED)
        assert_same(run.value, expected.value)
        assert_form(run.value, expected.value)
        assert_pure(run)
        assert_left_alone(run, expected.models[0])


def assert_left_alone(run, expected):
    """No graph hangs on the output, and the model is as it was."""
    require(
        not run.value.requires_grad,
        ko="결과가 아직 기울기 그래프에 연결되어 있습니다. torch.no_grad()를 쓰세요.",
        en="The result is still connected to the graph. Use torch.no_grad().",
    )
    (model,) = run.models
    require(
        model.training == expected.training,
        ko="모델의 모드가 부르기 전과 다릅니다. 안에 든 층까지 model.train(...)으로 되돌리세요.",
        en="The mode of the model is not what it was. Put it back with model.train(...), all its layers too.",
    )
    require(
        not model.rebuilt,
        ko="모델의 층이 부르기 전과 다릅니다. Dropout의 p를 바꾸거나 층을 빼지 말고 model.eval()을 쓰세요.",
        en="The layers of the model are not what they were. Do not set p of Dropout or take layers out: "
        "use model.eval().",
    )
    require(
        all(model.requires_grad),
        ko="파라미터의 requires_grad가 False가 되어 더 학습할 수 없습니다.",
        en="The parameters now have requires_grad=False, so the model cannot be trained on.",
    )
    assert_same(model.params, expected.params)
