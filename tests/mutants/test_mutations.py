"""What becomes of a reference when it is mutated."""

import pytest

SOURCE = '''"""A module."""

import torch
from torch import Tensor

EPS = 1e-7


def normalised(x: Tensor, dim: int = 1) -> Tensor:
    """Zero mean."""
    if x.dim() < 2:
        raise ValueError("two dims are wanted")
    total = x.clone()
    total -= x.mean(dim, keepdim=True)
    return total / (x.std(dim, keepdim=True) + EPS)
'''


@pytest.fixture(scope="module")
def mutants():
    from autograder.mutants.mutations import mutants_of  # its parser takes a second to import

    return list(mutants_of(SOURCE))


@pytest.mark.parametrize(
    "line",
    [
        "if x.dim() <= 2:",  # a comparison
        "if not (x.dim() < 2):",
        "total = x",  # a call is missing
        "total += x.mean(dim, keepdim=True)",  # an operator
        "total -= x.sum(dim, keepdim=True)",  # a reduction
        "total -= x.mean(dim, keepdim=False)",  # an argument
        "total -= x.mean(keepdim=True)",
        "return total / (x.std(dim, keepdim=True))",  # a term is missing
        "def normalised(x: Tensor, dim: int = 0) -> Tensor:",  # a dim
        "EPS = 2e-07",  # a constant
        "pass",  # a statement is missing
    ],
)
def test_what_numerical_code_gets_wrong_is_among_the_mutants(mutants, line):
    assert line in {mutant.became for mutant in mutants}


def test_texts_types_and_imports_are_left_alone(mutants):
    for mutant in mutants:
        assert all(line in mutant.source for line in SOURCE.splitlines()[:5])
        assert mutant.became == "pass" or "raise" not in mutant.was


def test_no_two_mutants_are_alike_and_none_is_the_original(mutants):
    sources = [mutant.source for mutant in mutants]
    assert len(set(sources)) == len(sources)
    assert SOURCE not in sources
