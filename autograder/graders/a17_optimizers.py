"""Hidden grader of a17_optimizers (12 points)."""

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

NAMES = ("SGD", "Momentum", "NAG", "AdaGrad", "AdaDelta", "RMSProp", "Adam")
OTHER_SPELLINGS = ("sgd", "MOMENTUM", "nag", "adagrad", "ADADELTA", "rmsPROP", "ADAM")
UNKNOWN = ("AdamW", "LBFGS", "SGDM")
SPARED = torch.tensor([1.0, 1.0, 0.0])  # times this, the last weight has never had a gradient
STEEP = torch.tensor([1.0, 1.0, 20.0, 0.0])  # times this, one s is large, and the last is 0
LATE = 20_000  # so many steps that 0.999 ** t is 0 to all digits that count


def signed(rng, *shape, low=0.5, high=2.0, dtype=torch.float32):
    """Hidden numbers of either sign, none of them near 0: a wrong formula shows in each of them."""
    return positive(rng, *shape, low=low, high=high, dtype=dtype) * signs(rng, *shape, dtype=dtype)


def several(count, rng, *shape, dtype=torch.float32):
    """Hidden tensors of one shape. Two calls of a shape tell who remembers the first."""
    return [signed(rng, *shape, dtype=dtype) for _ in range(count)]


def positive(rng, *shape, low=0.5, high=2.0, dtype=torch.float32):
    """Hidden squares and the like."""
    return torch.empty(shape, dtype=dtype).uniform_(low, high, generator=rng)


def signs(rng, *shape, dtype=torch.float32):
    """A 1 or a -1 for each number."""
    return torch.randint(0, 2, shape, generator=rng).to(dtype) * 2 - 1


def by_hand(student):
    """The student, whose steps must do without torch's optimizers."""
    return student.without("torch.optim")


def assert_steps(student, reference, function, steps, parts=(0, 1, 2)):
    """The right numbers in these results; all are new, of the form of w, and no argument changed.

    All steps are asked before one is judged: one alone fits several mistakes.
    """
    runs = [by_hand(student).call(function, *args) for args in steps]
    for args, run in zip(steps, runs, strict=True):
        expected = getattr(reference, function)(*args)
        assert_part(run.value, expected, parts)
        assert_form(run.value, expected)
        assert_pure(run)
        require(
            not run.shares,
            ko="돌려준 텐서가 입력과 메모리를 함께 씁니다. 새 텐서를 만들어 돌려주세요.",
            en="What you return shares its memory with an argument. Make a new tensor.",
        )


def assert_part(value, expected, parts):
    """The right numbers in these results: the others are looked at elsewhere."""
    both = isinstance(value, tuple | list) and isinstance(expected, tuple)
    if both and len(value) == len(expected):
        value = [value[i] if i in parts else wanted for i, wanted in enumerate(expected)]
    assert_same(value, expected)


@item("sgd", function="sgd_step", points=1, ko="SGD의 걸음", en="a step of SGD")
def test_sgd_steps_down_the_gradient(student, reference, rng):
    steps = (
        (*several(2, rng, 4), 0.25),
        (*several(2, rng, 4), 0.25),
        (*several(2, rng, 2, 3, dtype=torch.float64), 0.05),
    )
    assert_steps(student, reference, "sgd_step", steps)


@item("nag.lookahead", function="lookahead", points=1, ko="미리 가 볼 자리", en="the place ahead")
def test_lookahead_is_where_the_velocity_leads(student, reference, rng):
    steps = (
        (*several(2, rng, 4), 0.7),
        (*several(2, rng, 4), 0.7),
        (*several(2, rng, 2, 3, dtype=torch.float64), 0.4),
    )
    assert_steps(student, reference, "lookahead", steps)


@item("nag.step", function="nag_step", points=1, ko="NAG의 걸음", en="a step of NAG")
def test_nag_steps_with_the_gradient_ahead(student, reference, rng):
    steps = (
        (*several(3, rng, 4), 0.25, 0.7),
        (*several(3, rng, 4), 0.25, 0.7),
        (*several(3, rng, 2, 3, dtype=torch.float64), 0.05),
        (torch.tensor([5.0]), torch.zeros(1), torch.tensor([10.0]), 0.1),
    )
    assert_steps(student, reference, "nag_step", steps)


@item(
    "adagrad.values", function="adagrad_step", points=1,
    ko="AdaGrad의 걸음", en="a step of AdaGrad",
)  # fmt: skip
def test_adagrad_adds_up_squares(student, reference, rng):
    steps = (
        *scattered(rng, 0.25),
        *walk(reference, "adagrad_step", rng),
        (torch.tensor([1.0]), torch.tensor([0.0]), torch.tensor([0.5]), 0.1),
    )
    assert_steps(student, reference, "adagrad_step", steps)


@item(
    "adagrad.eps", function="adagrad_step", points=1,
    ko="AdaGrad: ε의 자리", en="AdaGrad: the place of ε",
)  # fmt: skip
def test_adagrad_adds_eps_outside_the_root(student, reference, rng):
    assert_place_of_eps(student, reference, "adagrad_step", eps_cases(rng, 1e-6))


@item(
    "rmsprop.values", function="rmsprop_step", points=1,
    ko="RMSProp의 걸음", en="a step of RMSProp",
)  # fmt: skip
def test_rmsprop_averages_squares(student, reference, rng):
    steps = (
        *scattered(rng, 0.25, 0.7),
        *walk(reference, "rmsprop_step", rng),
        (torch.tensor([1.0]), torch.tensor([0.0025]), torch.tensor([0.2]), 0.1),
    )
    assert_steps(student, reference, "rmsprop_step", steps)


@item(
    "rmsprop.eps", function="rmsprop_step", points=1,
    ko="RMSProp: ε의 자리", en="RMSProp: the place of ε",
)  # fmt: skip
def test_rmsprop_adds_eps_outside_the_root(student, reference, rng):
    assert_place_of_eps(student, reference, "rmsprop_step", eps_cases(rng, 1e-4, 0.9))


def scattered(rng, lr, *rho):
    """Two steps of one shape, from places that no walk leads to."""
    return [(signed(rng, 4), positive(rng, 4), signed(rng, 4), lr, *rho) for _ in range(2)]


def walk(reference, function, rng):
    """Three steps from s = 0 with hidden gradients, each from where the reference has come to.

    The gradients are so large that the place of ε, which has an item of its own, does not show.
    """
    w, s = signed(rng, 2, 3, dtype=torch.float64), torch.zeros(2, 3, dtype=torch.float64)
    for _ in range(3):
        args = w, s, signed(rng, 2, 3, low=1.0, dtype=torch.float64), 0.1
        yield args
        w, s = getattr(reference, function)(*args)


def assert_place_of_eps(student, reference, function, steps):
    """The right new w; all steps are asked before one is judged."""
    values = [getattr(by_hand(student), function)(*args) for args in steps]
    for args, value in zip(steps, values, strict=True):
        assert_part(value, getattr(reference, function)(*args), (0,))


def eps_cases(rng, small, *rho):
    """Steps in which ε counts: a tiny gradient, and none at all; a large ε, between the roots of s."""
    tiny = torch.tensor([small, -small, 0.0])
    return (
        (torch.ones(3), torch.zeros(3), tiny, 0.1, *rho),
        (signed(rng, 4), positive(rng, 4) * STEEP, signed(rng, 4) * STEEP.sign(), 0.5, *rho, 3.0),
    )


@item("adadelta", function="adadelta_step", points=1, ko="AdaDelta의 걸음", en="a step of AdaDelta")
def test_adadelta_steps_by_what_it_has_moved(student, reference, rng):
    steps = (
        (*places(rng, 4), 0.5, 0.6, 0.3),
        (*places(rng, 4), 0.5, 0.6, 0.3),
        (*places(rng, 2, 3, dtype=torch.float64), 0.25),
        (signed(rng, 3), torch.zeros(3), torch.zeros(3), signed(rng, 3)),
        places(rng, 4),  # the last one alone may name a mistake: nothing special is in it
    )
    assert_steps(student, reference, "adadelta_step", steps)


def places(rng, *shape, dtype=torch.float32):
    """A hidden w, s, d and gradient, as in the middle of a training."""
    w, grad = several(2, rng, *shape, dtype=dtype)
    return w, positive(rng, *shape, dtype=dtype), positive(rng, *shape, dtype=dtype), grad


@item("adam.moments", function="adam_step", points=1, ko="Adam의 새 m과 v", en="Adam's new m and v")
def test_adam_averages_gradients_and_their_squares(student, reference, rng):
    steps = (
        (*moments(rng, 4), 3, 0.1, 0.8, 0.6),
        (*moments(rng, 4), 3, 0.1, 0.8, 0.6),
        (*moments(rng, 2, 3, dtype=torch.float64), 2, 0.1),
    )
    assert_steps(student, reference, "adam_step", steps, parts=(1, 2))


@item("adam.update", function="adam_step", points=1, ko="Adam의 새 w", en="Adam's new w")
def test_adam_moves_the_weights_late_in_a_training(student, reference, rng):
    for args in (
        (*moments(rng, 4), LATE, 0.5, 0.8, 0.6),
        (*moments(rng, 4), LATE, 0.5, 0.8, 0.6),
        (*moments(rng, 2, 3, dtype=torch.float64), LATE, 0.25),
        (*moments(rng, 4), LATE),
    ):
        assert_part(by_hand(student).adam_step(*args), reference.adam_step(*args), (0,))


@item(
    "adam.correction", function="adam_step", points=1,
    ko="Adam의 편향 보정과 ε", en="Adam's bias correction and ε",
)  # fmt: skip
def test_adam_corrects_the_bias_of_early_steps(student, reference, rng):
    student, zeros = by_hand(student), torch.zeros(3)
    for args in (
        (signed(rng, 3), *(part * SPARED for part in moments(rng, 3)[1:]), 3, 0.5, 0.7, 0.9, 0.2),
        (*moments(rng, 3), 2, 0.25),
        (signed(rng, 3), zeros, zeros, signed(rng, 3), 1, 0.25),
        (zeros, zeros, zeros, torch.tensor([1e-5, -1e-5, 0.0]), 1, 1.0),
    ):
        assert_part(student.adam_step(*args), reference.adam_step(*args), (0,))
    for t in (0, -1):
        with raises(ValueError):
            student.adam_step(*moments(rng, 3), t, 0.1)


def moments(rng, *shape, dtype=torch.float32):
    """A hidden w, m, v and gradient, as in the middle of a training."""
    w, m, grad = several(3, rng, *shape, dtype=dtype)
    return w, m, positive(rng, *shape, dtype=dtype), grad


@item(
    "factory", function="make_optimizer", points=1,
    ko="PyTorch의 일곱 옵티마이저", en="the seven optimizers of PyTorch",
)  # fmt: skip
def test_factory_makes_the_optimizers_of_the_slides(student, reference, rng):
    params = [signed(rng, 3), signed(rng, 2, 2)]
    gradients = [[signed(rng, 3), signed(rng, 2, 2)] for _ in range(3)]
    spellings = *((name, 0.5) for name in NAMES), *((name, 0.25) for name in OTHER_SPELLINGS)
    for name, lr in spellings:
        with told(ko=name, en=name):
            assert_same(
                student.optimize("make_optimizer", name, params, lr, gradients=gradients),
                reference.optimize("make_optimizer", name, params, lr, gradients=gradients),
            )
    for name in UNKNOWN:
        with told(ko=f"목록에 없는 이름 {name}", en=f"{name}, not in the list"), raises(ValueError):
            student.make_optimizer(name, [Leaf(params[0])], 0.1)
