"""Gradings made by hand, for tests of what is told of them."""

from datetime import UTC, datetime

import msgspec
import pytest

from autograder.record.basis import Basis
from autograder.record.history import Grading
from autograder.result import ItemResult, Outcome, Result, Status

BASIS = Basis("g" * 64, "r" * 64, "m" * 64, "e" * 64, "1.0.0", "2.13.0",
              {"call_cpu": 10.0, "cpu": 60.0}, "s" * 64, sandboxed=True)  # fmt: skip
RESULT = Result(
    "김민준", "a04_bce_cost", Status.GRADED, 3.0, 4.0,
    items=(ItemResult("bce.values", "bce", 2.0, 2.0, Outcome.PASSED),
           ItemResult("bce.shape", "bce", 1.0, 1.0, Outcome.PASSED),
           ItemResult("predict", "predict", 0.0, 1.0, Outcome.FAILED)),
    submission_sha256="f" * 64,
)  # fmt: skip


@pytest.fixture
def grading():
    """Makes a grading at a minute past noon that differs from the ordinary one in these fields."""

    def make(minute=0, basis=BASIS, run=None, deduction=0.0, **fields):
        result = msgspec.structs.astuple(msgspec.structs.replace(RESULT, **fields))
        time = datetime(2026, 11, 25, 12, minute, tzinfo=UTC)
        return Grading(*result, time=time, basis=basis, run=run, deduction=deduction)

    return make
