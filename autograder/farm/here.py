"""The farm on this machine: one zygote, and workers forked from the process that has the judge."""

import contextlib
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from autograder.course import Course
from autograder.errors import SandboxGone
from autograder.farm import Harvest, pool
from autograder.record.basis import Basis
from autograder.sandbox.jail import Tier
from autograder.sandbox.launch import Zygote
from autograder.submission import HandIn
from autograder.text import Text

if TYPE_CHECKING:
    from autograder.judge.session import Judge
    from autograder.judge.work import Bench

REVIVALS = 3  # a zygote that dies more often in one run is short of something


class Here:
    """As many workers as `jobs`, their guests isolated as the first of `tiers` that this machine has."""

    def __init__(self, jobs: int, tiers: tuple[Tier, ...]) -> None:
        self.sandboxed = Tier.UNSAFE not in tiers
        self._jobs = jobs
        self._tiers = tiers
        self._zygote: Zygote | None = None
        # from `start` on
        self._course: Course
        self._slugs: list[str]
        # from `ready` on
        self._bench: Bench

    def start(self, course: Course, basis: Mapping[str, Basis], count: int) -> None:
        """Start the zygote."""
        self._course, self._slugs = course, sorted(basis)
        self._zygote = Zygote(self._tiers, dynamo=course.needs_dynamo(basis), guests=count)

    def ready(self, judge: "Judge") -> float:
        """Wait for the zygote; the CPU seconds it took."""
        from autograder.judge.work import Bench

        assert self._zygote is not None
        judge.rehearse(self._slugs)
        self._zygote.ready()
        self._bench = Bench(self._course, judge, self._zygote)
        return self._zygote.start_up_seconds

    def grade(self, hand_ins: Sequence[HandIn]) -> Harvest:
        """Grade to the end. A zygote that dies is replaced, and what was under way done again."""
        left = {hand_in.key: hand_in for hand_in in hand_ins}
        for revivals in reversed(range(REVIVALS + 1)):
            try:
                with contextlib.closing(self._run(list(left.values()))) as graded:
                    for hand_in, done in graded:
                        del left[hand_in.key]
                        yield hand_in, done
                return
            except SandboxGone:
                if self._zygote is None or not revivals:
                    raise
                self._zygote.revive()

    def _run(self, left: Sequence[HandIn]) -> Harvest:
        bench = self._bench
        return pool.run(
            left,
            lambda hand_in: bench.grade(hand_in.open()),  # read where it is graded, side by side
            self._jobs,
            lambda hand_in: bench.give_up(hand_in.open()),
        )

    def stop(self) -> None:
        """End the zygote and its guests."""
        if self._zygote is not None:
            self._zygote.stop()

    def conditions(self) -> Text:
        """How student code was isolated."""
        if self._zygote is None:
            return Text("격리할 것 없음", "isolation: none needed")
        tier = self._zygote.tier.value
        return Text(f"격리: {tier}", f"isolation: {tier}")
