"""Hidden grader of a10_xor_mlp (14 points)."""

import torch
import torch.nn.functional as F

from autograder.judge import (
    Model,
    assert_form,
    assert_graph,
    assert_pure,
    assert_same,
    fail,
    item,
    raises,
    require,
    told,
)

X = torch.tensor([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
XOR = torch.tensor([[0.0], [1.0], [1.0], [0.0]])
XNOR = 1 - XOR

SLIDE_LAYERS = (
    ("Linear", 2, 10), ("Sigmoid",), ("Linear", 10, 10), ("Sigmoid",),
    ("Linear", 10, 10), ("Sigmoid",), ("Linear", 10, 1), ("Sigmoid",),
)  # fmt: skip
SLIDE_SHAPES = ((10, 2), (10,), (10, 10), (10,), (10, 10), (10,), (1, 10), (1,))

SMALL_LAYERS = (("Linear", 2, 5), ("Tanh",), ("Linear", 5, 1), ("Sigmoid",))
SMALL_SHAPES = ((5, 2), (5,), (1, 5), (1,))
SINGLE_LAYER = (("Linear", 2, 1), ("Sigmoid",))

# The slide's network stays at a cost of 0.693 from the seeds 2, 6, 10 and 15 for XOR, and learns
# XNOR from those in LEARNING_SEEDS. So training it from the seed as it is loses three items of four.
STUCK_SEEDS = (2, 6, 10, 15)
LEARNING_SEEDS = (3, 4, 5, 18)
# In these orders the Y of XNOR reads 0, 1, 1, 0: who does not look at the given rows takes it for XOR.
ROW_ORDERS = ((1, 0, 3, 2), (1, 3, 0, 2), (2, 0, 3, 1), (2, 3, 0, 1))


def uniform(rng, *shape, low=-1.0, high=1.0):
    """Hidden inputs, evenly spread."""
    return torch.empty(shape).uniform_(low, high, generator=rng)


def one_of(values, rng):
    """A value drawn with the course's secret."""
    return values[int(torch.randint(len(values), (), generator=rng))]


def slide_start():
    """261 starting weights without a random generator: the same on every machine."""
    k = torch.arange(261, dtype=torch.float64)
    v = torch.sin((k + 1) * 12.9898) * 43758.5453
    weights = 2 * (2 * (v - v.floor()) - 1)
    parts = weights.float().split([torch.Size(shape).numel() for shape in SLIDE_SHAPES])
    return tuple(part.reshape(shape) for part, shape in zip(parts, SLIDE_SHAPES, strict=True))


def slide_model(passed):
    """The network to be trained: the student's own where it is right, else ours."""
    if "build" in passed:
        return Model("build_mlp", params=slide_start())
    return Model(layers=SLIDE_LAYERS, params=slide_start())


def slide_layers(params):
    """The network of the slide with these parameters, as layers for `forward`."""
    pairs = zip(params[::2], params[1::2], strict=True)
    return [layer for W, b in pairs for layer in (("Linear", W, b), ("Sigmoid",))]


def forward(layers, x):
    """What a network of these layers answers, in float64."""
    for layer in layers:
        x = layer_output(x, *layer)
    return x


def layer_output(x, name, *options):
    """What one layer answers. Only layers that can be recomputed here are known."""
    if name == "Linear":
        weight, bias = options
        return F.linear(x.double(), weight.double(), None if bias is None else bias.double())
    if name == "LeakyReLU":
        return F.leaky_relu(x, *options)
    if name == "Softplus":
        return F.softplus(x, *options)
    if name in ("Sigmoid", "Tanh", "ReLU"):
        return getattr(torch, name.lower())(x)
    if name == "Identity":
        return x
    # export tells the type of any other layer, or of what is no layer at all
    kind = str(options[0] if name == "other" else name)[:40]
    return fail(
        ko=f"허용된 층으로 이루어진 nn.Sequential이 아니어서 계산할 수 없습니다. ({kind})",
        en=f"It is no nn.Sequential of the layers that are allowed, so it cannot be computed ({kind}).",
    )


@item(
    "build", function="build_mlp", points=2,
    ko="슬라이드의 신경망 2-10-10-10-1", en="the network of the slide, 2-10-10-10-1",
)  # fmt: skip
def test_build_mlp_is_the_network_of_the_slide(student, rng):
    axis = torch.linspace(-1, 2, 5)
    grid = torch.cartesian_prod(axis, axis)
    state = student.forward(Model("build_mlp"), grid).model
    student.export("build_mlp", seed=1)  # not judged: the diagnosis knows wrong layers by it
    require(
        tuple(tuple(parameter.shape) for parameter in state.params) == SLIDE_SHAPES,
        ko="파라미터의 shape이 슬라이드의 신경망과 다릅니다. 층의 수와 크기, bias를 확인하세요.",
        en="The shapes of the parameters are not the slide's. Look at the number and sizes of layers, and bias.",
    )
    require(
        all(state.requires_grad),
        ko="requires_grad가 False인 파라미터가 있어 학습되지 않습니다.",
        en="Some parameters have requires_grad=False, so they cannot be trained.",
    )
    require(
        drawn_by_torch(state.params),
        ko="시작 가중치나 편향이 PyTorch의 기본값이 아닙니다. 초기화하지 말고 그대로 두세요.",
        en="The initial weights or biases are not those of PyTorch. Leave them as they are drawn.",
    )
    params = tuple(uniform(rng, *shape) for shape in SLIDE_SHAPES)
    output = student.forward(Model("build_mlp", params=params), grid).output
    expected = forward(slide_layers(params), grid).float()
    with told(
        ko="Linear마다 바로 뒤에 Sigmoid가 하나씩 있는지 확인하세요",
        en="See that one Sigmoid follows each Linear, and nothing else",
    ):
        assert_same(output, expected)
    assert_form(output, expected)
    assert_graph(output)
    again = student.forward(Model("build_mlp"), grid).model
    require(
        not all(map(torch.equal, again.params, params)),
        ko="다시 부르면 앞에서 돌려준 신경망이 그대로 나옵니다. 부를 때마다 새로 만드세요.",
        en="Another call gives the network of the call before. Make a new one in each call.",
    )


def drawn_by_torch(params):
    """Whether these look like what nn.Linear draws, U(−1/√fan_in, 1/√fan_in): 261 numbers of it."""
    weights = params[::2]  # a bias has the fan_in of its weight
    drawn = [p * weights[i // 2].shape[1] ** 0.5 for i, p in enumerate(params)]
    drawn = torch.cat([p.flatten() for p in drawn]).double()
    if len(drawn.unique()) < len(drawn) - 5:  # two may be the same by chance, not all biases
        return False
    return bool(drawn.abs().max() < 1.001) and 0.45 < drawn.std() < 0.7  # 0.577, and ±5σ is 0.09


def assert_trained(run, start, expected):
    """The parameters are where the right updates lead."""
    params, right = run.models[0].params, expected.models[0].params
    require(
        [(p.shape, p.dtype) for p in params] == [(p.shape, p.dtype) for p in right],
        ko="학습하는 동안 파라미터의 수나 shape, dtype이 바뀌었습니다.",
        en="The number of parameters, or their shape or dtype, changed during the training.",
    )
    require(
        not all(torch.equal(mine, before) for mine, before in zip(params, start, strict=True)),
        ko="model의 파라미터가 바뀌지 않았습니다. 새 모델을 만들지 않았는지, optimizer.step()이 있는지 확인하세요.",
        en="The parameters of model did not change. Is another model trained, or optimizer.step() missing?",
    )
    require(
        all(
            torch.allclose(mine.double(), wanted.double(), rtol=1e-4, atol=1e-6)
            for mine, wanted in zip(params, right, strict=True)
        ),
        ko="업데이트 후의 파라미터가 다릅니다.",
        en="The parameters after the updates are wrong.",
    )


@item(
    "train.trajectory_1", function="train", points=1, kind="training",
    ko="파라미터: 업데이트 1번 후", en="parameters after 1 update",
)  # fmt: skip
def test_one_update_changes_the_model_in_place(student, reference, passed):
    run = student.train(slide_model(passed), "train", X, XOR, epochs=0)
    expected = reference.train(slide_model(passed), "train", X, XOR, epochs=0)
    assert_trained(run, slide_start(), expected)
    assert_form(run.value, expected.value)
    require(
        all(run.models[0].requires_grad),
        ko="model의 requires_grad가 False가 되어 이어서 학습할 수 없습니다. True로 남겨 두세요.",
        en="requires_grad of model has become False: its training cannot go on. Leave it True.",
    )
    require(
        not run.value.requires_grad,
        ko="costs가 계산 그래프에 연결되어 있습니다. cost.item() 또는 cost.detach()로 기록하세요.",
        en="costs is still connected to the graph. Record cost.item() or cost.detach().",
    )
    assert_pure(run)


@item(
    "train.trajectory_2", function="train", points=1, kind="training",
    ko="파라미터: 업데이트 2번 후", en="parameters after 2 updates",
)  # fmt: skip
def test_the_second_update_does_not_remember_the_first(student, reference, passed):
    run = student.train(slide_model(passed), "train", X, XOR, lr=1.0, epochs=1)
    expected = reference.train(slide_model(passed), "train", X, XOR, lr=1.0, epochs=1)
    assert_trained(run, slide_start(), expected)


@item(
    "train.trajectory_11", function="train", points=1, kind="training",
    ko="파라미터: 업데이트 11번 후, 다른 모델과 데이터도", en="parameters after 11 updates, of another model too",
)  # fmt: skip
def test_eleven_updates_of_the_slide_model_and_of_a_hidden_one(student, reference, passed, rng):
    small = tuple(uniform(rng, *shape) for shape in SMALL_SHAPES)
    data = uniform(rng, 7, 2)
    labels = (uniform(rng, 7, 1) > 0).float()
    lr = float(uniform(rng, low=0.2, high=0.6))
    # far off: all outputs are near 1 and all labels 0, so the first gradient is longer than 1
    off = uniform(rng, 1, 2, low=0.5, high=1.0), uniform(rng, 1)
    far = uniform(rng, 5, 2, low=2.0, high=4.0)
    for model, args in (
        (slide_model(passed), (X, XOR, 1.0, 10)),
        (Model(layers=SMALL_LAYERS, params=small), (data, labels, lr, 10)),
        (Model(layers=SINGLE_LAYER, params=off), (far, torch.zeros(5, 1), lr, 0)),
    ):
        run = student.train(model, "train", *args)
        assert_trained(run, model.params, reference.train(model, "train", *args))


@item(
    "train.solves", function="train", points=2, kind="training",
    ko="301번 업데이트로 XOR 풀기", en="XOR is solved after 301 updates",
)  # fmt: skip
def test_three_hundred_epochs_solve_xor(student, reference, passed):
    run = student.train(slide_model(passed), "train", X, XOR, epochs=300)
    right = reference.train(slide_model(passed), "train", X, XOR, epochs=300)
    require(
        len(costs_of(run)) == 301,
        ko="costs에는 비용이 epochs + 1개 있어야 합니다.",
        en="costs must hold epochs + 1 costs.",
    )
    with told(ko="epoch마다의 비용", en="the costs of the epochs"):
        assert_same(costs_of(run), right.value, rtol=1e-2)
    h = forward(slide_layers(run.models[0].params), X)
    require(
        bool(((h - XOR).abs() < 0.05).all()),
        ko="학습이 끝난 모델의 출력이 아직 XOR과 다릅니다.",
        en="After training the outputs of the model are not XOR yet.",
    )


def costs_of(run):
    """The costs in a row, none where something else came back; their form is another item's."""
    costs = run.value.flatten() if isinstance(run.value, torch.Tensor) else run.value
    return costs if isinstance(costs, torch.Tensor | list | tuple) else []


@item(
    "evaluate", function="evaluate", points=2,
    ko="출력, 예측, 정확도. 모델은 그대로", en="output, prediction, accuracy; the model as it was",
)  # fmt: skip
def test_evaluate_tells_how_good_a_model_is_and_leaves_it_alone(student, reference, rng):
    for wrong_labels, training in ((1, True), (2, False)):
        # all weights are positive and outdo the bias: the sign of a row of x decides, never a tie;
        # five of six are above 0.5, the lowest of them below the mean of all six
        params = uniform(rng, 1, 3, low=0.5, high=1.0), uniform(rng, 1, low=-0.1, high=0.1)
        sizes = torch.tensor([1.0, 1.0, 1.0, 1.0, 0.25, -0.25])
        sizes = sizes[torch.randperm(6, generator=rng)].reshape(6, 1)
        x = sizes * uniform(rng, 6, 3, low=1.0, high=1.2)
        y = (sizes > 0).float()
        y[:wrong_labels] = 1 - y[:wrong_labels]
        model = Model(layers=(("Linear", 3, 1), ("Sigmoid",)), params=params, training=training)
        run = student.call("evaluate", model, x, y)
        assert_same(run.value, reference.evaluate(model, x, y))
        assert_form(run.value, reference.evaluate(model, x, y))
        require(
            not run.value[0].requires_grad,
            ko="hypothesis가 계산 그래프에 연결되어 있습니다. torch.no_grad()나 .detach()를 쓰세요.",
            en="hypothesis is still connected to the graph. Use torch.no_grad() or .detach().",
        )
        assert_pure(run)
        assert_untouched(run.models[0], model)


def assert_untouched(state, model):
    """The model is as it was handed over."""
    require(
        state.training == model.training,
        ko="model의 모드(train/eval)가 바뀌었습니다. 처음 모드로 되돌려 놓으세요.",
        en="The mode of model (train/eval) has changed. Set it back to what it was.",
    )
    require(
        not any(state.has_grad),
        ko="model에 기울기(.grad)가 남았습니다. 평가할 때는 backward()가 필요 없습니다.",
        en="Gradients (.grad) were left in model. Evaluating takes no backward().",
    )
    require(
        all(state.requires_grad),
        ko="model의 requires_grad가 바뀌어 더 학습할 수 없습니다. torch.no_grad()를 쓰세요.",
        en="requires_grad of model has changed: it can no longer be trained. Use torch.no_grad().",
    )
    require(
        [p.dtype for p in state.params] == [p.dtype for p in model.params],
        ko="평가하는 동안 model의 dtype이 바뀌었습니다. model.double()은 model 자체를 바꿉니다.",
        en="The dtype of model changed while it was evaluated: model.double() changes model itself.",
    )
    require(
        all(map(torch.equal, state.params, model.params)),
        ko="평가하는 동안 model의 파라미터가 바뀌었습니다.",
        en="The parameters of model changed while it was evaluated.",
    )


@item(
    "solve.stuck_seeds_1", function="solve_xor", points=1, kind="training",
    ko="슬라이드의 신경망이 멈추는 seed (1)", en="a seed where the slide's network is stuck (1)",
)  # fmt: skip
def test_solves_xor_from_a_seed_where_the_slide_is_stuck(student, rng):
    seed = one_of(STUCK_SEEDS[:2], rng)
    assert_solved(student.export("solve_xor", X, XOR, seed), X, XOR)


@item(
    "solve.stuck_seeds_2", function="solve_xor", points=1, kind="training",
    ko="슬라이드의 신경망이 멈추는 seed (2)", en="a seed where the slide's network is stuck (2)",
)  # fmt: skip
def test_solves_xor_from_another_seed_where_the_slide_is_stuck(student, rng):
    seed = one_of(STUCK_SEEDS[2:], rng)
    assert_solved(student.export("solve_xor", X, XOR, seed), X, XOR)


@item(
    "solve.stuck_seeds_3", function="solve_xor", points=1, kind="training",
    ko="슬라이드의 신경망이 멈추는 seed (3), 임의의 seed",
    en="a seed where the slide's network is stuck (3), and any seed",
)  # fmt: skip
def test_solves_xor_from_a_stuck_seed_and_from_any_seed(student, rng):
    any_seed = int(torch.randint(20, 10_000, (), generator=rng))
    for seed in (one_of(STUCK_SEEDS, rng), any_seed):
        assert_solved(student.export("solve_xor", X, XOR, seed), X, XOR)


@item(
    "solve.general", function="solve_xor", points=1, kind="training",
    ko="XNOR, 다른 행 순서, 같은 seed면 같은 결과", en="XNOR, rows in another order, same seed same network",
)  # fmt: skip
def test_solves_xnor_with_shuffled_rows_the_same_way_twice(student, rng):
    order = list(one_of(ROW_ORDERS, rng))
    seed = one_of(LEARNING_SEEDS, rng)
    first = student.export("solve_xor", X[order], XNOR[order], seed)
    assert_pure(student.exchanges[-1][1])
    assert_solved(first, X[order], XNOR[order])
    second = student.export("solve_xor", X[order], XNOR[order], seed)
    require(
        same_weights(first, second),
        ko="같은 seed로 두 번 불렀는데 가중치가 다릅니다. 맨 앞에서 torch.manual_seed(seed)를 부르세요.",
        en="Two calls with one seed gave different weights. Begin with torch.manual_seed(seed).",
    )


def assert_solved(layers, x, y):
    """The network of these layers, computed here, is within 0.1 of every y."""
    h = forward(layers, x)
    require(
        h.shape == y.shape,
        ko=f"신경망의 출력은 shape {tuple(y.shape)}이어야 하는데 {tuple(h.shape)}입니다.",
        en=f"The network must answer with shape {tuple(y.shape)}, but it is {tuple(h.shape)}.",
    )
    require(
        not bool(((h - 0.5).abs() < 0.1).all()),
        ko="네 출력이 모두 0.5 근처입니다(비용 0.693). 학습이 시작점 근처에서 멈춰 있습니다. "
        "초기화, 활성화함수, optimizer를 바꾸거나 다시 시작해 보세요.",
        en="All four outputs are near 0.5 (cost 0.693): training is stuck where it began. Try another "
        "initialisation, activation or optimizer, or start again.",
    )
    require(
        bool(((h - y).abs() < 0.1).all()) or not bool(((h.sigmoid() - y).abs() < 0.1).all()),
        ko="출력이 정답에 가까워지려면 시그모이드를 한 번 더 거쳐야 합니다. 마지막에 nn.Sigmoid를 넣으세요.",
        en="Only the sigmoid of the outputs is near the answers. Put an nn.Sigmoid at the end.",
    )
    require(
        bool(((h - y).abs() < 0.1).all()),
        ko="정답과 0.1 이상 다른 출력이 있습니다. 풀릴 때까지 학습했는지, 받은 X와 Y를 썼는지 확인하세요.",
        en="An output is 0.1 or more off. Is it trained until it is solved, and on the X and Y it got?",
    )


def same_weights(first, second):
    """Whether two networks have the same layers with the same numbers."""
    mine, other = ([part for layer in layers for part in layer] for layers in (first, second))
    return len(mine) == len(other) and all(map(same_part, mine, other))


def same_part(first, second):
    """Whether two parts of layers (a name, a weight, a bias, a slope) are the same."""
    if isinstance(first, torch.Tensor) and isinstance(second, torch.Tensor):
        return first.shape == second.shape and torch.allclose(first, second, rtol=1e-4, atol=1e-6)
    return type(first) is type(second) and first == second


@item(
    "is_deep", function="is_deep", points=1,
    ko="은닉층이 2개 이상이면 True", en="True from two hidden layers on",
)  # fmt: skip
def test_is_deep_counts_hidden_layers_only(student, reference, rng):
    size = int(torch.randint(3, 50, (), generator=rng))
    cases = (
        [2, 1],
        [2, 10, 1],
        [2, 10, 10, 1],
        [2, 10, 10, 10, 1],
        [size, size],
        (size, 100 * size, 1),
        (size, 1, 1, size),
        [1] * size + [2],
    )
    values = [student.is_deep(sizes) for sizes in cases]  # all tell a mistake
    for sizes, value in zip(cases, values, strict=True):
        assert_same(value, reference.is_deep(sizes))
        assert_form(value, reference.is_deep(sizes))
    for sizes in ([], [size], (size,)):
        with raises(ValueError):
            student.is_deep(sizes)
