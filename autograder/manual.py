"""What an instructor gave by hand in nbgrader's formgrader, task by task; the gradebook keeps it."""

import msgspec

from autograder.result import total


class Manual(msgspec.Struct, frozen=True):
    """What was given for a task: `points` in place of ours (None leaves them), points on top, a word."""

    points: float | None = None
    extra: float = 0.0
    comment: str = ""

    @property
    def gives_points(self) -> bool:
        """Whether it is more than a comment."""
        return self.points is not None or self.extra != 0

    def after(self, raw: float) -> float:
        """What the task comes to where the graders gave `raw`, as nbgrader has it."""
        return total([raw if self.points is None else self.points, self.extra])


ByHand = dict[tuple[str, str], dict[str, Manual]]
"""By (student, assignment), then by task."""
