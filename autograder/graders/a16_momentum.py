"""Hidden grader of a16_momentum (12 points)."""

import torch

from autograder.judge import (
    allowed,
    assert_form,
    assert_pure,
    assert_same,
    item,
    probe,
    raises,
    require,
    told,
)

SLIDE_A = torch.tensor([[2.0]])  # J(w) = w²
SLIDE_W = torch.tensor([5.0])
PATH_ATOL = 1e-5  # a path that crosses 0 carries the rounding of its larger values with it


def uniform(rng, *shape, low=-2.0, high=2.0, dtype=torch.float32):
    """Hidden inputs, evenly spread."""
    return torch.empty(shape, dtype=dtype).uniform_(low, high, generator=rng)


def symmetric(rng, d):
    """A hidden A whose entries off the diagonal count."""
    half = uniform(rng, d, d, low=0.4, high=0.8)
    return half + half.t()


def assert_new(run):
    """The arguments are as they were, and the results have memory of their own."""
    assert_pure(run)
    require(
        not run.shares,
        ko="돌려준 텐서가 입력과 메모리를 함께 씁니다. 새 텐서를 만들어 돌려주세요.",
        en="What you return shares its memory with an argument. Make a new tensor.",
    )


@probe("momentum_step")
def ordinary_steps(student, rng):
    student = student.without("torch.optim")
    first, second = ([uniform(rng, 3) for _ in range(3)] for _ in range(2))
    return student.momentum_step(*first, 0.1), student.momentum_step(*second, 0.1)


@item(
    "step.first", function="momentum_step", points=1,
    ko="첫 번째 걸음 (v = 0)", en="first step (v = 0)",
)  # fmt: skip
def test_first_step_of_the_slide_and_of_hidden_weights(student, reference, rng):
    steps = (
        (SLIDE_W, torch.zeros(1), 2 * SLIDE_W, 0.1),
        (uniform(rng, 2, 3), torch.zeros(2, 3), uniform(rng, 2, 3), 0.25, 0.7),
    )
    assert_steps(student.without("torch.optim"), reference, steps)


def assert_steps(student, reference, steps):
    """All are asked before one is judged: the first alone fits several mistakes."""
    values = [student.momentum_step(*args) for args in steps]
    for args, value in zip(steps, values, strict=True):
        assert_same(value, reference.momentum_step(*args))


@item(
    "step.second", function="momentum_step", points=2,
    ko="속도가 있을 때의 걸음", en="step with a velocity",
)  # fmt: skip
def test_step_carries_the_velocity_on(student, reference, rng):
    steps = (
        (torch.tensor([4.0]), torch.tensor([-1.0]), torch.tensor([8.0]), 0.1),
        (uniform(rng, 3, 2), uniform(rng, 3, 2), uniform(rng, 3, 2), 0.05, 0.8),
        (uniform(rng, 3, 2), uniform(rng, 3, 2), uniform(rng, 3, 2), 0.05, 0.8),
    )
    assert_steps(student.without("torch.optim"), reference, steps)


@item(
    "step.pure", function="momentum_step", points=1, kind="purity",
    ko="입력은 그대로, 결과는 새 텐서", en="arguments unchanged, results new",
)  # fmt: skip
def test_step_makes_new_tensors_of_the_same_shape_and_dtype(student, reference, rng):
    student = student.without("torch.optim")
    for dtype in (torch.float32, torch.float64):
        for shape in ((), (4,), (2, 3)):
            args = [uniform(rng, *shape, dtype=dtype) for _ in range(3)]
            run = student.call("momentum_step", *args, 0.1, 0.7)
            assert_form(run.value, reference.momentum_step(*args, 0.1, 0.7))
            assert_new(run)


@item(
    "step.errors", function="momentum_step", points=1, kind="errors",
    ko="잘못된 입력에는 ValueError", en="ValueError for wrong input",
)  # fmt: skip
def test_step_refuses_other_shapes_and_impossible_rates(student, rng):
    student = student.without("torch.optim")
    args = [uniform(rng, 3, 2) for _ in range(3)]
    for lr, m in ((-1.0, 0.9), (-0.001, 0.9), (0.1, -0.1), (0.1, 1.5), (0.1, 1.0)):
        rates = f"lr = {lr:g}, m = {m:g}"
        with told(ko=rates, en=rates), raises(ValueError):
            student.momentum_step(*args, lr, m)
    for shapes in (
        ((3, 2), (1, 2), (3, 2)),
        ((1, 2), (3, 2), (3, 2)),
        ((3, 2), (), (3, 2)),
        ((3, 2), (3, 2), (1, 2)),
        ((3, 2), (3, 2), (3, 1)),
        ((3, 2), (3, 2), (2,)),
        ((3, 2), (2, 3), (3, 2)),
        ((3,), (3,), (4,)),
    ):
        case = "w {}, v {}, grad {}".format(*shapes)
        with told(ko=case, en=case), raises(ValueError):
            student.momentum_step(*(uniform(rng, *shape) for shape in shapes), 0.1, 0.9)
    for lr, m in ((0.0, 0.9), (0.1, 0.0), (2.0, 0.99)):
        rates = f"lr = {lr:g}, m = {m:g}"
        with told(ko=rates, en=rates), allowed():
            student.momentum_step(*args, lr, m)


@item(
    "run.path", function="run_momentum", points=2,
    ko="여러 걸음: 일정한 학습률", en="many steps, one learning rate",
)  # fmt: skip
def test_path_of_the_slide_and_of_hidden_parabolas(student, reference, rng):
    student = student.without("torch.optim")
    for args in (
        (SLIDE_A, SLIDE_W, [0.1] * 5, 0.9),
        (uniform(rng, 1, 1, low=1.2, high=1.8), uniform(rng, 1, low=1, high=2), (0.2,) * 7, 0.8),
        (SLIDE_A.double(), uniform(rng, 1, low=-2, high=-1, dtype=torch.float64), [0.3] * 4, 0.5),
    ):
        run = student.call("run_momentum", *args)
        assert_same(run.value, reference.run_momentum(*args), atol=PATH_ATOL)
        assert_form(run.value, reference.run_momentum(*args))
        assert_new(run)


@item(
    "run.schedule", function="run_momentum", points=2,
    ko="여러 걸음: 바뀌는 학습률, 여러 차원", en="many steps, changing learning rates, several dimensions",
)  # fmt: skip
def test_path_under_a_schedule_and_in_several_dimensions(student, reference, rng, passed):
    student = student.without("torch.optim")
    for args in (
        (SLIDE_A, SLIDE_W, [0.1, 0.1, 0.1, 0.01, 0.01], 0.9),
        (symmetric(rng, 2), uniform(rng, 2), (0.3, 0.3, 0.05, 0.1), 0.8),
        (symmetric(rng, 3), uniform(rng, 3), [0.2, 0.1, 0.02], 0.0),
    ):
        assert_same(student.run_momentum(*args), reference.run_momentum(*args), atol=PATH_ATOL)
    args = symmetric(rng, 2), uniform(rng, 2), [], 0.9
    standing = student.call("run_momentum", *args)
    assert_same(standing.value, reference.run_momentum(*args))
    if "run.path" in passed:  # one mistake costs one item
        assert_form(standing.value, reference.run_momentum(*args))
        assert_new(standing)


@item(
    "torch.step", function="torch_momentum_step", points=2,
    ko="PyTorch의 식", en="PyTorch's formula",
)  # fmt: skip
def test_torch_step_on_the_parabola_and_with_hidden_gradients(student, reference, rng):
    student = student.without("torch.optim")
    w, buf = uniform(rng, 3, 2, dtype=torch.float64), torch.zeros(3, 2, dtype=torch.float64)
    for lr in (0.2, 0.2, 0.02, 0.02, 0.05):
        grad = uniform(rng, 3, 2, dtype=torch.float64)
        w, buf = same_torch_step(student, reference, w, buf, grad, lr, 0.7)
    w, buf = SLIDE_W, torch.zeros(1)
    for _ in range(5):
        w, buf = same_torch_step(student, reference, w, buf, 2 * w, 0.1)
    elsewhere = [
        uniform(rng, 1) for _ in range(3)
    ]  # on no path: who remembers the last buf goes wrong
    same_torch_step(student, reference, *elsewhere, 0.1)


def same_torch_step(student, reference, *args):
    """Check one step; the next one starts from where the reference is."""
    run, expected = student.call("torch_momentum_step", *args), reference.torch_momentum_step(*args)
    assert_same(run.value, expected, atol=PATH_ATOL)
    assert_form(run.value, expected)
    assert_new(run)
    return expected


@item(
    "convert", function="to_torch_buffer", points=1,
    ko="속도에서 버퍼로", en="from velocity to buffer",
)  # fmt: skip
def test_buffer_is_minus_v_over_lr(student, reference, rng):
    for args in (
        (uniform(rng, 3, 2), 0.05),
        (torch.tensor([-1.0]), 0.1),
        (uniform(rng, dtype=torch.float64), 2.0),
    ):
        run = student.call("to_torch_buffer", *args)
        assert_same(run.value, reference.to_torch_buffer(*args))
        assert_form(run.value, reference.to_torch_buffer(*args))
        assert_new(run)
    for lr in (0.0, -0.1):
        with told(ko=f"lr = {lr:g}", en=f"lr = {lr:g}"), raises(ValueError):
            student.to_torch_buffer(uniform(rng, 2), lr)
