"""The farm: a class is graded by many at once, on this machine (`here`) or on many (`cluster`)."""

from collections.abc import Generator, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

from autograder.course import Course
from autograder.record.basis import Basis
from autograder.result import Judged
from autograder.submission import HandIn
from autograder.text import Text

if TYPE_CHECKING:
    from autograder.judge.session import Judge

Harvest = Generator[tuple[HandIn, Judged], None, None]
"""What was handed in, and what it came to, as each is done."""


class Farm(Protocol):
    """Where submissions are graded. Its methods are called in their order, each once in a run."""

    sandboxed: bool

    def start(self, course: Course, basis: Mapping[str, Basis], count: int) -> None:
        """Begin to get ready for so many hand-ins of these assignments; do not wait for what takes long."""

    def ready(self, judge: "Judge") -> float:
        """Wait until it can grade; the CPU seconds that its own processes took for that."""

    def grade(self, hand_ins: Sequence[HandIn]) -> Harvest:
        """Grade, and yield each as it is done."""

    def stop(self) -> None:
        """End all that was started; also where that failed."""

    def conditions(self) -> Text:
        """How and where student code ran, for the line of --timings."""
