"""Hidden grader of a17_optimizers (12 points)."""

import torch

from autograder.judge import Leaf, assert_form, assert_pure, assert_same, item, raises, require

SLIDE_W = torch.tensor([5.0])  # on J(w) = w²
NAMES = ("SGD", "Momentum", "NAG", "AdaGrad", "AdaDelta", "RMSProp", "Adam")
UNKNOWN = ("AdamW", "LBFGS", "RMSPropp", "")
LATE = 20_000  # so many steps that 0.999 ** t is 0 to all digits that count


def signed(rng, *shape, low=0.5, high=2.0, dtype=torch.float32):
    """Hidden numbers of either sign, none of them near 0: a wrong formula shows in each of them."""
    return positive(rng, *shape, low=low, high=high, dtype=dtype) * signs(rng, *shape, dtype=dtype)


def positive(rng, *shape, low=0.5, high=2.0, dtype=torch.float32):
    """Hidden squares and the like."""
    return torch.empty(shape, dtype=dtype).uniform_(low, high, generator=rng)


def signs(rng, *shape, dtype=torch.float32):
    """A 1 or a -1 for each number."""
    return torch.randint(0, 2, shape, generator=rng).to(dtype) * 2 - 1


def by_hand(student):
    """The student, whose steps must do without torch's optimizers."""
    return student.without("torch.optim")


def assert_new(run, expected):
    """Of the form of w; the arguments are as they were, and the results have memory of their own."""
    assert_form(run.value, expected)
    assert_pure(run)
    require(
        not run.shares,
        ko="돌려준 텐서가 입력과 메모리를 함께 씁니다. 새 텐서를 만들어 돌려주세요.",
        en="What you return shares its memory with an argument. Make a new tensor.",
    )


def assert_part(value, expected, *parts):
    """Some of the results are right: the others are looked at elsewhere."""
    if isinstance(value, tuple | list) and len(value) == len(expected):
        value = [value[i] if i in parts else wanted for i, wanted in enumerate(expected)]
    assert_same(value, expected)


@item("sgd", function="sgd_step", points=1, ko="SGD의 걸음", en="a step of SGD")
def test_sgd_steps_down_the_gradient(student, reference, rng):
    for args in (
        (SLIDE_W, 2 * SLIDE_W, 0.1),
        (signed(rng, 2, 3), signed(rng, 2, 3), 0.25),
        (signed(rng, 4, dtype=torch.float64), signed(rng, 4, dtype=torch.float64), 0.05),
    ):
        run, expected = by_hand(student).call("sgd_step", *args), reference.sgd_step(*args)
        assert_same(run.value, expected)
        assert_new(run, expected)


@item("nag.lookahead", function="lookahead", points=1, ko="미리 가 볼 자리", en="the place ahead")
def test_lookahead_is_where_the_velocity_leads(student, reference, rng):
    for args in (
        (torch.tensor([4.0]), torch.tensor([-1.0]), 0.9),
        (signed(rng, 2, 3), signed(rng, 2, 3), 0.7),
        (signed(rng, 4, dtype=torch.float64), signed(rng, 4, dtype=torch.float64), 0.4),
    ):
        run, expected = by_hand(student).call("lookahead", *args), reference.lookahead(*args)
        assert_same(run.value, expected)
        assert_new(run, expected)


@item("nag.step", function="nag_step", points=1, ko="NAG의 걸음", en="a step of NAG")
def test_nag_steps_with_the_gradient_ahead(student, reference, rng):
    w, v = SLIDE_W, torch.zeros(1)
    steps = [(w, v, 2 * w, 0.1)]
    for _ in range(3):
        w, v = reference.nag_step(*steps[-1])
        steps.append((w, v, 2 * (w + 0.9 * v), 0.1))
    for lr, m in ((0.25, 0.7), (0.05, 0.6)):
        steps.append((*(signed(rng, 2, 3, dtype=torch.float64) for _ in range(3)), lr, m))
    for args in steps:
        run, expected = by_hand(student).call("nag_step", *args), reference.nag_step(*args)
        assert_same(run.value, expected)
        assert_new(run, expected)


@item(
    "adagrad.values", function="adagrad_step", points=1,
    ko="AdaGrad의 걸음", en="a step of AdaGrad",
)  # fmt: skip
def test_adagrad_adds_up_squares(student, reference, rng):
    two_steps = [
        (torch.tensor([1.0]), torch.tensor([0.0]), torch.tensor([0.5]), 0.1),
        (torch.tensor([0.9]), torch.tensor([0.25]), torch.tensor([0.2]), 0.1),
    ]
    walk = steps_of(reference, "adagrad_step", rng, 0.3)
    for args in (*two_steps, *walk, *scattered(rng, 0.25)):
        run, expected = by_hand(student).call("adagrad_step", *args), reference.adagrad_step(*args)
        assert_same(run.value, expected)
        assert_new(run, expected)


@item(
    "adagrad.eps", function="adagrad_step", points=1,
    ko="AdaGrad: ε의 자리", en="AdaGrad: the place of ε",
)  # fmt: skip
def test_adagrad_adds_eps_outside_the_root(student, reference, rng):
    for args in eps_cases(rng, 1e-6):
        value = by_hand(student).adagrad_step(*args)
        assert_part(value, reference.adagrad_step(*args), 0)


@item(
    "rmsprop.values", function="rmsprop_step", points=1,
    ko="RMSProp의 걸음", en="a step of RMSProp",
)  # fmt: skip
def test_rmsprop_averages_squares(student, reference, rng):
    two_steps = [
        (torch.tensor([2.0]), torch.tensor([0.0]), torch.tensor([0.5]), 0.1),
        (torch.tensor([1.0]), torch.tensor([0.0025]), torch.tensor([0.2]), 0.1),
    ]
    walk = steps_of(reference, "rmsprop_step", rng, 0.1)
    with_rho = [(*args, rho) for rho in (0.9, 0.3) for args in scattered(rng, 0.25)]
    for args in (*two_steps, *walk, *with_rho):
        run, expected = by_hand(student).call("rmsprop_step", *args), reference.rmsprop_step(*args)
        assert_same(run.value, expected)
        assert_new(run, expected)


@item(
    "rmsprop.eps", function="rmsprop_step", points=1,
    ko="RMSProp: ε의 자리", en="RMSProp: the place of ε",
)  # fmt: skip
def test_rmsprop_adds_eps_outside_the_root(student, reference, rng):
    for args in eps_cases(rng, 1e-4, 0.9):
        value = by_hand(student).rmsprop_step(*args)
        assert_part(value, reference.rmsprop_step(*args), 0)


def steps_of(reference, function, rng, lr):
    """Twelve steps from s = 0 with hidden gradients, each from where the reference has come to.

    The gradients are so large that the place of ε, which has an item of its own, does not show.
    """
    w, s = signed(rng, 2, 3, dtype=torch.float64), torch.zeros(2, 3, dtype=torch.float64)
    steps = []
    for _ in range(12):
        steps.append((w, s, signed(rng, 2, 3, low=1.0, dtype=torch.float64), lr))
        w, s = getattr(reference, function)(*steps[-1])
    return steps


def scattered(rng, lr):
    """Two steps of one shape from places that no walk leads to."""
    return [(signed(rng, 4), positive(rng, 4), signed(rng, 4), lr) for _ in range(2)]


def eps_cases(rng, small, *rho):
    """Steps in which ε counts: a tiny gradient, none at all, and a large ε."""
    tiny = torch.tensor([small, -small, 0.0])
    return (
        (torch.ones(3), torch.zeros(3), tiny, 0.1),
        *(
            (signed(rng, 3), positive(rng, 3), signed(rng, 3), 0.5, *rho, eps)
            for eps in (0.5, 0.05)
        ),
    )


@item("adadelta", function="adadelta_step", points=1, ko="AdaDelta의 걸음", en="a step of AdaDelta")
def test_adadelta_steps_by_what_it_has_moved(student, reference, rng):
    double = torch.float64
    w, s, d = torch.tensor([1.0]), torch.zeros(1), torch.zeros(1)
    steps = []
    for grad in (0.5, 0.2, -0.4):
        steps.append((w, s, d, torch.tensor([grad])))
        w, s, d = reference.adadelta_step(*steps[-1])
    for lr, rho, eps in ((1.0, 0.9, 1e-6), (0.5, 0.6, 0.3), (0.5, 0.3, 0.05)):
        squares = positive(rng, 2, 3, dtype=double), positive(rng, 2, 3, dtype=double)
        w, grad = signed(rng, 2, 3, dtype=double), signed(rng, 2, 3, dtype=double)
        steps.append((w, *squares, grad, lr, rho, eps))
    for args in steps:
        run, expected = (
            by_hand(student).call("adadelta_step", *args),
            reference.adadelta_step(*args),
        )
        assert_same(run.value, expected)
        assert_new(run, expected)


@item("adam.moments", function="adam_step", points=1, ko="Adam의 새 m과 v", en="Adam's new m and v")
def test_adam_averages_gradients_and_their_squares(student, reference, rng):
    for args in (
        (*moments(rng, 4), 2, 0.1),
        (*moments(rng, 4), 3, 0.1, 0.8, 0.6),
        (*moments(rng, 2, 3, dtype=torch.float64), 5, 0.1, 0.3, 0.7),
    ):
        run, expected = by_hand(student).call("adam_step", *args), reference.adam_step(*args)
        assert_part(run.value, expected, 1, 2)
        assert_new(run, expected)


@item("adam.update", function="adam_step", points=1, ko="Adam의 새 w", en="Adam's new w")
def test_adam_moves_the_weights_late_in_a_training(student, reference, rng):
    for args in (
        (*moments(rng, 4), LATE, 0.25),
        (*moments(rng, 4), LATE, 0.5, 0.8, 0.6),
        (*moments(rng, 2, 3, dtype=torch.float64), LATE, 0.5, 0.3, 0.7),
    ):
        assert_part(by_hand(student).adam_step(*args), reference.adam_step(*args), 0)


@item(
    "adam.correction", function="adam_step", points=1,
    ko="Adam의 편향 보정과 ε", en="Adam's bias correction and ε",
)  # fmt: skip
def test_adam_corrects_the_bias_of_early_steps(student, reference, rng):
    student, zeros = by_hand(student), torch.zeros(3)
    steps = [
        (torch.zeros(3), zeros, zeros, torch.tensor([1e-3, -1e-3, 0.0]), 1, 1.0),
        (signed(rng, 3), zeros, zeros, signed(rng, 3), 1, 0.5, 0.8, 0.6, 0.5),
    ]
    w, m, v = signed(rng, 3), zeros, zeros
    for t in range(1, 5):
        steps.append((w, m, v, signed(rng, 3), t, 0.25))
        w, m, v = reference.adam_step(*steps[-1])
    steps.append((*moments(rng, 3), 3, 0.5, 0.7, 0.9, 0.2))
    for args in steps:
        assert_part(student.adam_step(*args), reference.adam_step(*args), 0)
    for t in (0, -1, -5):
        with raises(ValueError):
            student.adam_step(*moments(rng, 3), t, 0.1)


def moments(rng, *shape, dtype=torch.float32):
    """A hidden w, m, v and gradient, as in the middle of a training."""
    w, m, grad = (signed(rng, *shape, dtype=dtype) for _ in range(3))
    return w, m, positive(rng, *shape, dtype=dtype), grad


@item(
    "factory", function="make_optimizer", points=1,
    ko="PyTorch의 일곱 옵티마이저", en="the seven optimizers of PyTorch",
)  # fmt: skip
def test_factory_makes_the_optimizers_of_the_slides(student, reference, rng):
    for name in NAMES:
        params = [signed(rng, 3), signed(rng, 2, 2)]
        gradients = [[signed(rng, 3), signed(rng, 2, 2)] for _ in range(3)]
        for lr, spelling in ((0.5, name), (0.05, name.lower()), (0.5, name.upper())):
            args = spelling, params, lr
            assert_same(
                student.optimize("make_optimizer", *args, gradients=gradients),
                reference.optimize("make_optimizer", *args, gradients=gradients),
            )
    for name in UNKNOWN:
        with raises(ValueError):
            student.make_optimizer(name, [Leaf(SLIDE_W)], 0.1)
