"""스스로 확인하기 · Self-check for a16_momentum: run `pytest` in this folder.

슬라이드의 숫자로 확인합니다. 채점에는 다른 입력도 쓰입니다.
These are the numbers of the slides. Grading uses other inputs too.
"""

import pytest
import torch
from a16_momentum import momentum_step, run_momentum, to_torch_buffer, torch_momentum_step
from torch.testing import assert_close


def test_first_step_goes_from_5_to_4():
    w, v = momentum_step(torch.tensor([5.0]), torch.tensor([0.0]), torch.tensor([10.0]), lr=0.1)
    assert_close(w, torch.tensor([4.0]))
    assert_close(v, torch.tensor([-1.0]))


def test_second_step_keeps_nine_tenths_of_the_velocity():
    w, v = momentum_step(torch.tensor([4.0]), torch.tensor([-1.0]), torch.tensor([8.0]), lr=0.1)
    assert_close(w, torch.tensor([2.3]))
    assert_close(v, torch.tensor([-1.7]))


def test_step_keeps_shape_and_dtype():
    w = torch.ones(3, 2, dtype=torch.float64)
    for result in momentum_step(w, torch.zeros_like(w), torch.ones_like(w), lr=0.1, m=0.5):
        assert result.shape == (3, 2)
        assert result.dtype == torch.float64


def test_step_with_another_momentum():
    w, v = momentum_step(torch.ones(2), torch.full((2,), -1.0), torch.ones(2), lr=0.1, m=0.5)
    assert_close(v, torch.full((2,), -0.6))
    assert_close(w, torch.full((2,), 0.4))


def test_step_leaves_its_arguments_as_they_are():
    w, v, grad = torch.tensor([4.0]), torch.tensor([-1.0]), torch.tensor([8.0])
    momentum_step(w, v, grad, lr=0.1)
    assert (w.item(), v.item(), grad.item()) == (4.0, -1.0, 8.0)


def test_path_down_the_parabola_runs_past_the_minimum():
    path = run_momentum(torch.tensor([[2.0]]), torch.tensor([5.0]), [0.1] * 5, m=0.9)
    assert path.shape == (6, 1)
    expected = torch.tensor([[5.0], [4.0], [2.3], [0.31], [-1.543], [-2.9021]])
    assert_close(path, expected, rtol=1e-4, atol=1e-5)


def test_torch_step_takes_the_same_path_with_another_memory():
    w, buf = torch.tensor([5.0]), torch.tensor([0.0])
    path, memory = [], []
    for _ in range(5):
        w, buf = torch_momentum_step(w, buf, grad=2 * w, lr=0.1)
        path.append(w.item())
        memory.append(buf.item())
    assert path == pytest.approx([4.0, 2.3, 0.31, -1.543, -2.9021], rel=1e-4)
    assert memory == pytest.approx([10.0, 17.0, 19.9, 18.53, 13.591], rel=1e-4)


def test_velocity_of_minus_1_is_a_buffer_of_10():
    assert_close(to_torch_buffer(torch.tensor([-1.0]), lr=0.1), torch.tensor([10.0]))


def test_there_is_no_buffer_for_a_learning_rate_of_0():
    with pytest.raises(ValueError):
        to_torch_buffer(torch.tensor([-1.0]), lr=0.0)
