"""Hidden grader of a03_dot_product (8 points)."""

import torch

from autograder.judge import (
    Leaf,
    NonLeaf,
    assert_form,
    assert_gradients,
    assert_pure,
    assert_same,
    item,
    probe,
    raises,
    require,
)

SLIDE_X = torch.tensor([[1.0, 2.0], [2.0, 3.0], [3.0, 1.0], [4.0, 3.0], [5.0, 3.0], [6.0, 2.0]])
SLIDE_W = torch.tensor([[3.252991], [1.517896]])  # after the training of the slides
ATOL = 1e-5  # a sum of products that cancel out keeps the rounding of its larger parts
DOUBLE = torch.float64


def uniform(rng, *shape, low=0.5, high=2.0, dtype=torch.float32):
    """Hidden inputs of both signs. No value is small, so that no mistake hides behind one."""
    values = torch.empty(shape, dtype=dtype).uniform_(low, high, generator=rng)
    return values * (2 * torch.randint(2, shape, generator=rng) - 1)


def assert_product(student, reference, function, *args):
    """Value, form, and arguments left alone."""
    run = student.call(function, *args)
    expected = reference.call(function, *args).value
    assert_same(run.value, expected, atol=ATOL)
    assert_form(run.value, expected)
    assert_pure(run)


def assert_both_gradients(student, reference, function, first, second, cotangent):
    """Gradients reach both arguments, and are right."""
    mine = student.grad(function, first, second, wrt=(0, 1), cotangent=cotangent)
    expected = reference.grad(function, first, second, wrt=(0, 1), cotangent=cotangent)
    assert_gradients(mine, expected.grads, atol=ATOL)


# 1. dot1d


@probe("dot1d")
def ordinary_vectors(student, rng):
    a = uniform(rng, 4)
    return student.dot1d(a, uniform(rng, 4)), student.dot1d(a, uniform(rng, 4))


@item(
    "dot1d.values", function="dot1d", points=1,
    ko="두 벡터의 내적", en="dot product of two vectors",
)  # fmt: skip
def test_dot_product_of_two_vectors(student, reference, rng):
    for a, b in (
        (uniform(rng, 6), uniform(rng, 6)),  # first what no mistake gets right by chance
        (uniform(rng, 6), uniform(rng, 6)),  # same shape, other values
        (torch.tensor([1.0, 2.0, 3.0]), torch.tensor([4.0, 5.0, 6.0])),
        (torch.tensor([1.0, -2.0, 3.0]), torch.tensor([-4.0, 5.0, 6.0])),
        (torch.tensor([1.0, 2.0, -3.0]), torch.tensor([4.0, -5.0, 6.0])),  # a negative one
        (uniform(rng, 1), uniform(rng, 1)),
        (uniform(rng, 5, dtype=DOUBLE), uniform(rng, 5, dtype=DOUBLE)),
        (uniform(rng, 4, 2)[:, 1], uniform(rng, 4, 3)[:, 0]),  # columns: not contiguous
    ):
        assert_product(student, reference, "dot1d", a, b)
    assert_both_gradients(
        student, reference, "dot1d", uniform(rng, 5), uniform(rng, 5), torch.tensor(2.0)
    )
    for n in (4, 0):
        a, b = (torch.randint(1, 9, (n,), generator=rng) for _ in range(2))
        assert_same(student.dot1d(a, b), reference.dot1d(a, b))
    assert_same(student.dot1d(torch.empty(0), torch.empty(0)), torch.tensor(0.0))


@item(
    "dot1d.errors", function="dot1d", points=1, kind="errors",
    ko="1차원이 아니거나 길이가 다를 때의 오류", en="errors unless both are 1-D and equally long",
)  # fmt: skip
def test_dot_product_refuses_all_but_two_equally_long_vectors(student, rng):
    for first, second in (
        ((4, 1), (4,)),
        ((4,), (4, 1)),
        ((4,), (3,)),
        ((4,), (1,)),
        ((1,), (4,)),
        ((0,), (1,)),
        ((2, 2), (2, 2)),
        ((4,), (1, 4)),
        ((1, 4), (4,)),
        ((3, 4), (4,)),
        ((4,), (4, 3)),
        ((1, 4), (4, 1)),
        ((4, 1), (4, 1)),
        ((2, 3, 4), (2, 3, 4)),
    ):
        with raises(ValueError, RuntimeError):
            student.dot1d(uniform(rng, *first), uniform(rng, *second))
    # A 0-d tensor is not 1-D either; len() and shape[0] of it raise errors of their own.
    with raises(ValueError, RuntimeError, TypeError, IndexError):
        student.dot1d(uniform(rng), uniform(rng))


# 2. matmul2d


@item(
    "matmul2d.values", function="matmul2d", points=1,
    ko="행렬 곱, 크기가 맞지 않을 때의 오류", en="matrix product, and its error where sizes do not fit",
)  # fmt: skip
def test_matrix_product_and_its_error(student, reference, rng):
    for x, w in (
        (SLIDE_X, SLIDE_W),
        (uniform(rng, 4, 3), uniform(rng, 3, 5)),
        (uniform(rng, 4, 3), uniform(rng, 3, 5)),  # same shape, other values
        (uniform(rng, 3, 3), uniform(rng, 3, 3)),  # where x * w, w @ x and x.T @ w exist too
        (uniform(rng, 1, 4), uniform(rng, 4, 1)),
        (uniform(rng, 4, 1), uniform(rng, 1, 3)),
        (uniform(rng, 2, 5, dtype=DOUBLE), uniform(rng, 5, 2, dtype=DOUBLE)),
        (uniform(rng, 3, 6).t(), uniform(rng, 4, 3).t()),
    ):
        assert_product(student, reference, "matmul2d", x, w)
    for first, second in (
        ((6, 2), (3, 1)),
        ((6, 2), (1, 3)),
        ((6, 2), (1, 1)),
        ((6, 1), (2, 1)),
        ((3, 1), (3, 4)),
        ((3, 2), (3, 2)),
        ((2, 3), (4, 3)),
    ):
        with raises(ValueError, RuntimeError):
            student.matmul2d(uniform(rng, *first), uniform(rng, *second))


@item(
    "matmul2d.grad", function="matmul2d", points=1, kind="gradient",
    ko="x와 w의 기울기", en="gradients by x and w",
)  # fmt: skip
def test_gradients_of_the_matrix_product_by_both(student, reference, rng):
    assert_both_gradients(
        student, reference, "matmul2d",
        uniform(rng, 4, 3), uniform(rng, 3, 2), uniform(rng, 4, 2),
    )  # fmt: skip
    # As in the training of the slides: the weights require grad, the data does not.
    mine = student.grad("matmul2d", SLIDE_X, SLIDE_W, wrt=(1,))
    assert_gradients(mine, [torch.tensor([[21.0], [14.0]])])


# 3. via_numpy


@probe("via_numpy")
def ordinary_matrices(student, rng):
    x = uniform(rng, 3, 4)
    return student.via_numpy(x, uniform(rng, 4, 2)), student.via_numpy(x, uniform(rng, 4, 2))


@item(
    "via_numpy.values", function="via_numpy", points=1,
    ko="numpy로 계산한 곱과 그 dtype", en="the product computed with numpy, and its dtype",
)  # fmt: skip
def test_product_by_way_of_numpy(student, reference, rng):
    for dtype in (torch.float32, DOUBLE):
        for first, second in (
            ((4, 3), (3, 2)), ((5,), (5,)), ((4, 3), (3,)), ((3, 3), (3, 3)),
            ((6, 2), (2, 1)), ((1, 3), (3,)),
        ):  # fmt: skip
            x, w = uniform(rng, *first, dtype=dtype), uniform(rng, *second, dtype=dtype)
            value, expected = student.via_numpy(x, w), reference.via_numpy(x, w)
            assert_same(value, expected, atol=ATOL)
            assert_form(value, expected)
    require(
        torch.allclose(value, expected, rtol=1e-9, atol=1e-9),
        ko="dtype은 float64이지만 정밀도는 float32입니다. torch.Tensor(a)나 float32를 거치지 마세요.",
        en="The dtype is float64, but only as precise as float32. Do not go through torch.Tensor(a) or float32.",
    )
    x, w = uniform(rng, 3, 5).t(), uniform(rng, 4, 3).t()
    assert_same(student.via_numpy(x, w), reference.via_numpy(x, w), atol=ATOL)


@item(
    "via_numpy.flags", function="via_numpy", points=1, kind="robustness",
    ko="requires_grad인 입력 (leaf와 non-leaf), 그대로인 입력",
    en="inputs that require grad (leaf and non-leaf), left as they are",
)  # fmt: skip
def test_tensors_that_require_grad_stay_as_they_are(student, reference, rng, passed):
    def plain(tensor):
        return tensor

    for one, other in (
        (plain, plain),
        (plain, NonLeaf),
        (NonLeaf, plain),
        (plain, Leaf),  # as on the slide: data and weights
        (Leaf, plain),
        (Leaf, Leaf),
        (NonLeaf, Leaf),
    ):
        x, w = uniform(rng, 3, 4), uniform(rng, 4, 2)
        run = student.call("via_numpy", one(x), other(w))
        assert_cut_off(run, [one is not plain, other is not plain])
        if "via_numpy.values" in passed:  # one mistake costs one item
            assert_same(run.value, reference.via_numpy(x, w), atol=ATOL)


def assert_cut_off(run, flags):
    """The result is outside the graph; the arguments are as they were, their flags too."""
    require(
        not (isinstance(run.value, torch.Tensor) and run.value.requires_grad),
        ko="결과의 requires_grad는 False여야 합니다.",
        en="The result must have requires_grad=False.",
    )
    require(
        [0 in run.tracked, 1 in run.tracked] == flags,
        ko="함수를 부른 뒤 입력의 requires_grad가 바뀌어 있습니다. detach()를 쓰면 바뀌지 않습니다.",
        en="requires_grad of an argument has changed. With detach() it stays what it was.",
    )
    assert_pure(run)
    require(
        not run.shares,
        ko="돌려준 텐서가 입력과 메모리를 함께 씁니다. 새 텐서를 만들어 돌려주세요.",
        en="What you return shares its memory with an argument. Make a new tensor.",
    )


# 4. np_dot


@item("np_dot", function="np_dot", points=2, ko="numpy.dot과 같은 결과", en="what numpy.dot gives")
def test_np_dot_gives_what_numpy_gives_in_any_dimensions(student, reference, rng):
    for first, second in (
        ((4, 3), (3, 2)),
        ((4,), (4,)),
        ((3, 4), (4,)),
        ((4,), (4, 3)),
        ((2, 3, 4), (4,)),
        ((2, 3, 4), (5, 4, 6)),
        ((5, 3, 4), (5, 4, 6)),  # where torch.matmul gives (5, 3, 6)
        ((3, 3, 3), (3, 3, 3)),  # where the order of axes does not show in the shape
        ((3, 4), (2, 4, 5)),
        ((2, 3, 4), (4, 5)),
        ((4,), (2, 4, 3)),
        ((2, 3, 2, 4), (3, 4, 2)),
        ((2, 3), (2, 1, 3, 4)),
    ):
        assert_product(student, reference, "np_dot", uniform(rng, *first), uniform(rng, *second))
    a, b = uniform(rng, 2, 3, 4, dtype=DOUBLE), uniform(rng, 5, 4, 2, dtype=DOUBLE)
    assert_product(student, reference, "np_dot", a, b)
    a, b = uniform(rng, 4, 3, 2).transpose(0, 2), uniform(rng, 5, 3, 4).transpose(1, 2)
    assert_product(student, reference, "np_dot", a, b)
    for first, second, result in (
        ((2, 3, 4), (5, 4, 2), (2, 3, 5, 2)),
        ((3, 4), (4,), (3,)),
        ((4,), (4,), ()),
    ):
        assert_both_gradients(
            student, reference, "np_dot",
            uniform(rng, *first), uniform(rng, *second), uniform(rng, *result),
        )  # fmt: skip
