"""Hidden grader of a01_sigmoid (10 points)."""

import torch

from autograder.judge import (
    allowed,
    assert_form,
    assert_gradients,
    assert_graph,
    assert_pure,
    assert_same,
    item,
    probe,
    raises,
    require,
    told,
)
from autograder.judge.compare import Failed
from autograder.judge.messages import GRAPH_CUT

SLIDE_X = torch.tensor([[1.0], [2.0], [3.0], [4.0], [5.0], [6.0]])
SLIDE_W = torch.tensor([[4.163645]])
SLIDE_B = torch.tensor([-14.418201])


def uniform(rng, *shape, low=-5.0, high=5.0, dtype=torch.float32):
    """Hidden inputs, evenly spread."""
    return torch.empty(shape, dtype=dtype).uniform_(low, high, generator=rng)


@probe("sigmoid")
def ordinary_sigmoid(student, rng):
    return student.sigmoid(uniform(rng, 3)), student.sigmoid(uniform(rng, 3))


@item("sig.values", function="sigmoid", points=2, ko="시그모이드의 값", en="values of the sigmoid")
def test_values_on_the_slide_grid_and_on_hidden_inputs(student, reference, rng):
    for x in (
        torch.arange(-5.0, 5.0, 0.1),
        uniform(rng, 4, 7, low=-8, high=8),
        uniform(rng, 4, 7, low=-8, high=8),  # same shape, other values: nothing may be remembered
        torch.tensor([-0.0, 0.0, 1.0]),
    ):
        run = student.call("sigmoid", x)
        assert_same(run.value, reference.sigmoid(x))
        assert_pure(run)


@item(
    "sig.shape",
    function="sigmoid",
    points=1,
    kind="shape",
    ko="shape과 dtype",
    en="shape and dtype",
)
def test_keeps_shape_and_dtype_of_any_tensor(student, reference, rng):
    for x in (
        uniform(rng),
        torch.empty(0, 3),
        uniform(rng, 2, 3, dtype=torch.float64),
        uniform(rng, 2, 5).t(),
        uniform(rng, 3, 1),
    ):
        assert_form(student.sigmoid(x), reference.sigmoid(x))


@item(
    "sig.extreme", function="sigmoid", points=1, kind="robustness",
    ko="아주 크거나 작은 x", en="very large and very small x",
)  # fmt: skip
def test_stays_finite_for_huge_inputs(student, reference, passed):
    x = torch.tensor([89.0, -89.0, 200.0, -200.0, 1e4, -1e4])
    value = student.sigmoid(x)
    if "sig.values" in passed:
        assert_same(value, reference.sigmoid(x))
    else:  # one mistake costs one item: 0 and 1 may be the wrong way round
        assert_same(value, (torch.as_tensor(value) > 0.5).float())
        middle = torch.as_tensor(student.sigmoid(torch.tensor([-1.0, 1.0])))
        require(
            bool(((middle > 0.1) & (middle < 0.9)).all()),
            ko="0에 가까운 x에서는 0이나 1이 아니라 그 사이의 값이 필요합니다.",
            en="Near x = 0 the value must lie between 0 and 1, and be neither.",
        )


@item(
    "sig.grad", function="sigmoid", points=1, kind="gradient",
    ko="기울기 σ(1−σ)", en="gradient σ(1−σ)",
)  # fmt: skip
def test_gradient_is_sigma_times_one_minus_sigma(student, reference, rng, passed):
    x = uniform(rng, 3, 5, low=0.05, high=20) * torch.tensor([1.0, -1.0, 1.0, -1.0, 1.0])
    cotangent = uniform(rng, 3, 5)
    mine = student.grad("sigmoid", x, cotangent=cotangent)
    expected = reference.grad("sigmoid", x, cotangent=cotangent).grads
    (gradient,) = mine.grads
    if "sig.values" not in passed and gradient is not None and (gradient * expected[0]).sum() < 0:
        expected = [-expected[0]]  # one mistake costs one item: 1 − σ has the gradient −σ(1−σ)
    assert_gradients(mine, expected)


@item(
    "sig.grad_stable", function="sigmoid", points=1, kind="robustness",
    ko="심화: 아주 큰 |x|에서의 기울기", en="stretch: gradient for very large |x|",
)  # fmt: skip
def test_gradient_is_zero_and_not_nan_far_out(student):
    x = torch.tensor([100.0, -100.0, 1000.0, -1000.0, 1.0])
    mine = student.grad("sigmoid", x)
    assert_graph(mine.value)
    if mine.grads[0] is None:
        raise Failed(GRAPH_CUT)
    far_out, near = mine.grads[0][:4], mine.grads[0][4]
    require(
        not bool(far_out.isnan().any()),
        ko="x의 절댓값이 매우 클 때 기울기가 nan이 됩니다. (심화)",
        en="For x very far from 0 the gradient becomes nan (stretch).",
    )
    require(
        bool(near != 0),
        ko="x = 1에서도 기울기가 0입니다. detach()나 0을 곱한 x로 기울기가 끊기지 않았는지 확인하세요.",
        en="Even at x = 1 the gradient is 0. Is it cut by detach(), or by an x times 0?",
    )
    assert_same(far_out, torch.zeros(4))


@item("hyp.values", function="hypothesis", points=2, ko="H(x) = σ(xW + b)", en="H(x) = σ(xW + b)")
def test_hypothesis_of_slide_data_and_of_several_features(student, reference, rng):
    student = student.using(sigmoid="sigmoid")
    W, b = uniform(rng, 3, 1), uniform(rng, 1)
    for args in (
        (SLIDE_X, SLIDE_W, SLIDE_B),
        (uniform(rng, 5, 3, low=-1, high=1), W, b),
        (uniform(rng, 5, 3, low=-1, high=1), W, b),  # same shape, other values
        (torch.empty(0, 3), W, b),
    ):
        run = student.call("hypothesis", *args)
        assert_same(run.value, reference.hypothesis(*args))
        assert_form(run.value, reference.hypothesis(*args))
        assert_pure(run)
    args = (uniform(rng, 4, 3, low=-1, high=1), W, b)
    mine = student.grad("hypothesis", *args, wrt=(0, 1, 2))
    assert_gradients(mine, reference.grad("hypothesis", *args, wrt=(0, 1, 2)).grads)
    for shape in ((2, 1), (1, 1)):  # (6, 3) * (1, 1) would broadcast silently
        case = {"ko": f"x (6, 3)과 W {shape}", "en": f"x (6, 3) and W {shape}"}
        with told(**case), raises(ValueError, RuntimeError):
            student.hypothesis(uniform(rng, 6, 3), uniform(rng, *shape), b)


@item(
    "predict",
    function="predict",
    points=1,
    ko="임계값 이상이면 True",
    en="True from the threshold on",
)
def test_predict_is_inclusive_for_any_threshold(student, reference, rng):
    scores = torch.tensor([[59.5, 60.0], [60.5, 100.0]])
    cases = (
        (torch.tensor([-3.0, 0.1, 0.4, 0.6, 1.2, -0.8]), {}),  # no tie yet
        (torch.tensor([0.25, 0.5, 0.75]), {}),
        (scores, {"threshold": 60.0}),
        (torch.tensor([0.0, 0.25, 0.5]), {"threshold": 0.25}),
        (torch.tensor([-1.0, 0.0, 0.25, 0.5, 1.0]), {"threshold": 0.0}),
        (torch.tensor([0.5, 0.4999, 0.5001]), {}),  # close to it is not at it
        (uniform(rng, 6, 1, dtype=torch.float64), {}),
    )
    runs = [student.call("predict", h, **options) for h, options in cases]  # all tell a mistake
    for (h, options), run in zip(cases, runs, strict=True):
        assert_same(run.value, reference.predict(h, **options))
        assert_form(run.value, reference.predict(h, **options))
        assert_pure(run)


@item(
    "boundary", function="decision_boundary", points=1,
    ko="H(x) = 0.5가 되는 x", en="the x with H(x) = 0.5",
)  # fmt: skip
def test_boundary_is_minus_b_over_W(student, reference, rng):
    falling = uniform(rng, 1, 1, low=-3, high=-1)
    flat = uniform(rng, 1, 1, low=0.1, high=0.4)  # small, and not 0
    for W, b in (
        (SLIDE_W, SLIDE_B),
        (falling, uniform(rng, 1)),
        (falling, torch.zeros(1)),
        (flat, uniform(rng, 1)),
    ):
        with allowed():
            run = student.call("decision_boundary", W, b)
        assert_same(run.value, reference.decision_boundary(W, b))
        assert_form(run.value, reference.decision_boundary(W, b))
        assert_pure(run)
    mine = student.grad("decision_boundary", SLIDE_W, SLIDE_B, wrt=(0, 1))
    expected = reference.grad("decision_boundary", SLIDE_W, SLIDE_B, wrt=(0, 1))
    assert_gradients(mine, expected.grads)
    with told(ko="W = 0", en="W = 0"), raises(ValueError):
        student.decision_boundary(torch.zeros(1, 1), SLIDE_B)
