"""Whatever a guest answers, the judge judges: nothing raises, nothing is ours, nothing is earned."""

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.course import load_course
from autograder.judge.session import with_judge
from autograder.result import Outcome
from autograder.sandbox import protocol
from autograder.sandbox.protocol import Error, ModelState, Place, Reply
from autograder.sandbox.wire import Opaque
from tests.conftest import PROJECT

SLUGS = ("a04_bce_cost", "a06_logistic_module", "a02_sigmoid_plot", "a17_optimizers")
pytestmark = pytest.mark.nightly

tensors = st.builds(
    lambda shape, dtype, grad: (
        torch.zeros(shape).to(dtype).requires_grad_(grad and dtype.is_floating_point)
    ),
    st.lists(st.integers(0, 3), max_size=4),
    st.sampled_from([torch.float32, torch.float64, torch.int64, torch.bool, torch.complex64]),
    st.booleans(),
)
scalars = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.sampled_from([0.0, float("nan"), float("inf"), -1e308])
    | st.text(max_size=5)
    | st.just(Opaque("object"))
)
values = st.recursive(
    scalars | tensors,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.lists(inner, max_size=3).map(tuple)
        | st.dictionaries(st.sampled_from(["figure", "value", "axes", 0, None]), inner, max_size=3)
    ),
    max_leaves=8,
)
lines = st.integers(-(1 << 63), (1 << 64) - 1)  # what a frame has room for
errors = st.builds(
    Error,
    st.lists(
        st.sampled_from(
            ["ValueError", "NotImplementedError", "MissingFunction", "BannedOperator",
             "ModelMismatch", "NoOptimizer", "KeyError", "<b>", ""]
        ),
        max_size=3,
    ),
    st.text(max_size=20),
    st.none() | st.builds(Place, st.text(max_size=5), lines, st.text(max_size=5)),
    st.booleans(),
    st.booleans(),
)  # fmt: skip
states = st.builds(
    ModelState,
    st.lists(st.text(max_size=3), max_size=3),
    st.lists(values, max_size=3),
    st.lists(st.booleans(), max_size=3),
    st.lists(st.booleans(), max_size=3),
    st.booleans(),
    st.lists(st.booleans(), max_size=3),
)
replies = st.builds(
    Reply,
    values,
    st.none() | errors,
    st.lists(values, max_size=3),
    st.dictionaries(st.integers(-2, 3), values, max_size=2),
    st.dictionaries(st.integers(-2, 3), st.booleans(), max_size=2),
    st.lists(st.integers(-2, 3), max_size=2),
    st.lists(states, max_size=2),
    st.none() | st.integers(-2, 3),
)


class Parrot:
    """A defendant who goes round a list of answers, whatever is asked."""

    def __init__(self, answers):
        self.problems = []
        self._answers = answers
        self._asked = 0

    def _next(self):
        self._asked += 1
        return self._answers[self._asked % len(self._answers)]

    def run(self, request):
        return self.read(protocol.split(protocol.encode(self._next())))

    def answers(self, requests, frames):
        return [protocol.split(protocol.encode(self._next())) for _ in requests], None

    def read(self, answer):
        return protocol.decode_reply(*answer)


@pytest.mark.parametrize("slug", SLUGS)
def test_any_replies_are_judged_and_earn_nothing(slug):
    @settings(max_examples=settings.default.max_examples // 20)  # each is a whole grading
    @given(st.lists(replies, min_size=1, max_size=3))
    def judged(answers):
        complaints = []
        items = judge.grade(slug, Parrot(answers), complaints.append)
        assert complaints == []
        assert {item.outcome for item in items} <= set(Outcome) - {Outcome.PASSED, Outcome.ERROR}

    def body(opened):
        nonlocal judge
        judge = opened
        judged()

    judge = None
    with_judge(load_course(PROJECT), [slug], body)
