"""스스로 확인하기 · Self-check for a17_optimizers: run `pytest` in this folder.

본문의 숫자로 확인합니다. 채점에는 다른 입력도 쓰입니다.
These are the numbers of the text. Grading uses other inputs too.
"""

import pytest
import torch
from a17_optimizers import (
    adadelta_step,
    adagrad_step,
    adam_step,
    lookahead,
    make_optimizer,
    nag_step,
    rmsprop_step,
    sgd_step,
)
from torch.testing import assert_close

ZERO = torch.tensor([0.0])
ONE = torch.tensor([1.0])
FIRST, SECOND = torch.tensor([0.5]), torch.tensor([0.2])  # the gradients of the text
NAMES = ["SGD", "Momentum", "NAG", "AdaGrad", "AdaDelta", "RMSProp", "Adam"]


def assert_new_tensors(step, count, **more):
    """From some tensors it makes others of their shape and dtype, one fewer, and leaves them alone."""
    for dtype in (torch.float32, torch.float64):
        args = [torch.full((2, 3), 0.5, dtype=dtype) for _ in range(count)]
        results = step(*args, lr=0.1, **more)
        assert isinstance(results, (tuple, list))
        assert [result.shape for result in results] == [(2, 3)] * (count - 1)
        assert [result.dtype for result in results] == [dtype] * (count - 1)
        assert all((arg == 0.5).all() for arg in args)


def test_sgd_goes_from_5_to_4():
    assert_close(sgd_step(torch.tensor([5.0]), torch.tensor([10.0]), lr=0.1), torch.tensor([4.0]))


def test_lookahead_goes_on_by_m_times_the_velocity():
    ahead = lookahead(torch.tensor([4.0]), torch.tensor([-1.0]), m=0.9)
    assert_close(ahead, torch.tensor([3.1]))


def test_nag_goes_down_the_parabola():
    w, v = torch.tensor([5.0]), torch.tensor([0.0])
    path = []
    for _ in range(5):
        grad_ahead = 2 * (w + 0.9 * v)
        w, v = nag_step(w, v, grad_ahead, lr=0.1)
        path.append(w.item())
    assert path == pytest.approx([4.0, 2.48, 0.8896, -0.433408, -1.299292], rel=1e-4)


def test_nag_returns_new_tensors_and_leaves_the_old_ones():
    assert_new_tensors(nag_step, 3)


def test_adagrad_divides_by_the_root_of_the_sum():
    w, s = adagrad_step(ONE, ZERO, FIRST, lr=0.1)
    assert (w.item(), s.item()) == pytest.approx((0.9, 0.25), rel=1e-4)
    w, s = adagrad_step(torch.tensor([0.9]), torch.tensor([0.25]), SECOND, lr=0.1)
    assert (w.item(), s.item()) == pytest.approx((0.862861, 0.29), rel=1e-4)


def test_adagrad_stays_where_there_was_never_a_gradient():
    w, _ = adagrad_step(ONE, ZERO, ZERO, lr=0.1)
    assert w.item() == 1.0
    w, s = adagrad_step(torch.ones(2), torch.zeros(2), torch.tensor([0.0, 0.5]), lr=0.1)
    assert w.tolist() == pytest.approx([1.0, 0.9], rel=1e-4)
    assert s.tolist() == pytest.approx([0.0, 0.25], rel=1e-4)


def test_adagrad_returns_new_tensors_and_leaves_the_old_ones():
    assert_new_tensors(adagrad_step, 3)


def test_rmsprop_divides_by_the_root_of_the_moving_average():
    w, s = rmsprop_step(ONE, ZERO, FIRST, lr=0.1)
    assert (w.item(), s.item()) == pytest.approx((0.0, 0.0025), rel=1e-4, abs=1e-5)
    w, s = rmsprop_step(torch.tensor([0.0]), torch.tensor([0.0025]), SECOND, lr=0.1)
    assert (w.item(), s.item()) == pytest.approx((-0.373002, 0.002875), rel=1e-4)


def test_rmsprop_adds_eps_outside_the_root():
    w, _ = rmsprop_step(ONE, ZERO, torch.tensor([1e-4]), lr=0.1)
    assert w.item() == pytest.approx(0.000999, abs=1e-5)


def test_rmsprop_returns_new_tensors_and_leaves_the_old_ones():
    assert_new_tensors(rmsprop_step, 3)


def test_adadelta_needs_no_learning_rate():
    w, s, d = adadelta_step(ONE, ZERO, ZERO, FIRST)
    assert (w.item(), s.item()) == pytest.approx((0.996838, 0.025), rel=1e-5)
    w, s, d = adadelta_step(w, s, d, SECOND)
    assert w.item() == pytest.approx(0.995100, rel=1e-5)
    w, s, d = adadelta_step(ONE, ZERO, ZERO, FIRST, lr=0.5)
    assert (w.item(), d.item()) == pytest.approx((0.998419, 1e-6), rel=1e-4)


def test_adadelta_returns_new_tensors_and_leaves_the_old_ones():
    assert_new_tensors(adadelta_step, 4)


def test_adam_moves_by_lr_in_its_first_step():
    w, m, v = adam_step(ONE, ZERO, ZERO, FIRST, t=1, lr=0.1)
    assert (w.item(), m.item(), v.item()) == pytest.approx((0.9, 0.05, 0.00025), rel=1e-4)
    w, m, v = adam_step(w, m, v, SECOND, t=2, lr=0.1)
    assert w.item() == pytest.approx(0.810142, rel=1e-4)
    w, _, _ = adam_step(ONE, ZERO, ZERO, FIRST, t=1, lr=0.1)
    assert w.item() == pytest.approx(0.9, rel=1e-4)


def test_adam_counts_from_1():
    with pytest.raises(ValueError):
        adam_step(ONE, ZERO, ZERO, FIRST, t=0)


def test_adam_returns_new_tensors_and_leaves_the_old_ones():
    assert_new_tensors(adam_step, 4, t=1)


@pytest.mark.parametrize("name", NAMES)
def test_optimizers_of_the_slides_move_the_weights(name):
    for spelling in (name, name.lower(), name.upper()):
        w = torch.tensor([5.0], requires_grad=True)
        optimizer = make_optimizer(spelling, [w], lr=0.1)
        (w**2).sum().backward()
        optimizer.step()
        assert w.item() < 5.0


def test_momentum_keeps_nine_tenths_of_its_velocity():
    w = torch.tensor([5.0], requires_grad=True)
    optimizer = make_optimizer("Momentum", [w], lr=0.1)
    for _ in range(2):
        optimizer.zero_grad()
        (w**2).sum().backward()
        optimizer.step()
    assert w.item() == pytest.approx(2.3, rel=1e-4)


def test_unknown_names_are_refused():
    with pytest.raises(ValueError):
        make_optimizer("AdamW", [torch.tensor([5.0], requires_grad=True)], lr=0.1)
