"""스스로 확인하기 · Self-check for a03_dot_product: run `pytest` in this folder.

슬라이드의 숫자로 확인합니다. 채점에는 다른 입력도 쓰입니다.
These are the numbers of the slides. Grading uses other inputs too.
"""

import numpy as np
import pytest
import torch
from a03_dot_product import dot1d, matmul2d, np_dot, via_numpy
from torch.testing import assert_close

x_train = torch.FloatTensor([[1, 2], [2, 3], [3, 1], [4, 3], [5, 3], [6, 2]])
W = torch.tensor([[3.252991], [1.517896]])
XW = torch.tensor([[6.288783], [11.059670], [11.276869], [17.565652], [20.818643], [22.553738]])


def numbers(*shape):
    """0, 1, 2, … in this shape."""
    return torch.arange(float(torch.Size(shape).numel())).reshape(shape)


def test_dot_product_of_two_vectors():
    result = dot1d(torch.tensor([1.0, 2.0, 3.0]), torch.tensor([4.0, 5.0, 6.0]))
    assert_close(result, torch.tensor(32.0))


def test_dot_product_of_two_vectors_of_integers():
    assert int(dot1d(torch.tensor([1, 2, 3]), torch.tensor([4, 5, 6]))) == 32


def test_dot_product_keeps_the_dtype():
    a = torch.tensor([1.0, 2.0], dtype=torch.float64)
    assert_close(dot1d(a, a), torch.tensor(5.0, dtype=torch.float64))


def test_dot_product_refuses_matrices():
    with pytest.raises((ValueError, RuntimeError)):
        dot1d(torch.ones(2, 2), torch.ones(2, 2))


def test_dot_product_refuses_different_lengths():
    with pytest.raises((ValueError, RuntimeError)):
        dot1d(torch.ones(4), torch.ones(1))


def test_matrix_product_of_the_data_of_the_slides():
    assert_close(matmul2d(x_train, W), XW, rtol=1e-4, atol=1e-6)


def test_matrix_product_hands_gradients_on():
    w = W.clone().requires_grad_(True)
    matmul2d(x_train, w).sum().backward()
    assert_close(w.grad, torch.tensor([[21.0], [14.0]]))


def test_numpy_gives_the_same_product_without_a_gradient():
    w = W.clone().requires_grad_(True)
    result = via_numpy(x_train, w)
    assert_close(result, XW, rtol=1e-4, atol=1e-6)
    assert not result.requires_grad
    assert w.requires_grad


def test_numpy_gives_a_0d_tensor_for_two_vectors_and_keeps_float64():
    a = torch.tensor([1.0, 2.0, 3.0], dtype=torch.float64)
    assert_close(via_numpy(a, a), torch.tensor(14.0, dtype=torch.float64))


@pytest.mark.parametrize(
    "shapes", [((2, 3), (3, 4)), ((2, 3, 4), (4,)), ((2, 3, 4), (5, 4, 6)), ((5, 3, 4), (5, 4, 6))]
)
def test_np_dot_gives_what_numpy_gives(shapes):
    a, b = (numbers(*shape) for shape in shapes)
    assert_close(np_dot(a, b), torch.from_numpy(np.dot(a.numpy(), b.numpy())), rtol=1e-4, atol=1e-6)
