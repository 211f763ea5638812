"""The trial of one submission: item after item, a verdict on each."""

import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
import torch

from autograder.errors import GuestGone, SandboxUnavailable
from autograder.judge import messages
from autograder.judge.compare import ATOL, RTOL, Failed, NotRefused, call_of, numbers
from autograder.judge.diagnosis import failed_last
from autograder.judge.items import NEEDS_LIFE, Item
from autograder.judge.room import Room, Run
from autograder.judge.script import Defendant, Hearing, Script, Verdict
from autograder.judge.student import Raised, Student
from autograder.result import Outcome
from autograder.sandbox.protocol import Reply, Request
from autograder.text import Text, plain

PASSED: Verdict = (Outcome.PASSED, None, None)


class Trial:
    """One submission before the judge."""

    def __init__(
        self, room: Room, run: Run, defendant: Defendant, report: Callable[[Text], None]
    ) -> None:
        self.room = room
        self.run = run
        self.defendant = defendant
        self.report = report
        self.hung: set[str] = set()  # functions that ran into a limit of time: not called again
        self.passed: set[str] = set()  # items
        self.works: set[str] = set()  # functions that have passed an item: no stubs
        self.life: dict[str, Verdict] = {}  # by function, what its probe came to

    def verdict(self, item: Item, test: pytest.Item) -> Verdict:
        """Run one item, unless its function hung before or is not alive."""
        if self.hung & {item.function, *item.also}:
            return Outcome.TIMEOUT, messages.TIMED_OUT, None
        if item.kind in NEEDS_LIFE:
            life = self._life(item.function)
            if life is not PASSED:
                return life
        result = self._heard(
            self.room.script_of(item, test, self.run),
            lambda student: self._judged(item, test, student),
        )
        if result is PASSED:
            self.passed.add(item.id)
            self.works.add(item.function)
        return result

    def _heard(self, script: Script, judged: Callable[[Student], Verdict]) -> Verdict:
        """Put a script to the defendant; the verdict on the answers, anew only where it must be."""
        hearing = Hearing(self.defendant, script)
        key = hearing.key(self._before())
        known = script.known(key) if hearing.repeatable else None
        if known is not None:
            return known
        verdict = judged(Student(hearing))
        if hearing.repeatable and verdict[0] is not Outcome.ERROR:
            script.remember(key, verdict)
        return verdict

    def _before(self) -> bytes:
        """What a verdict may depend on besides the answers."""
        broken = [problem for problem in self.defendant.problems if problem.defines]
        return msgspec.msgpack.encode((sorted(self.passed), broken))

    def _judged(self, item: Item, test: pytest.Item, student: Student) -> Verdict:
        caught = self.run(test, self.room, self.passed, student)
        if caught is None:
            return PASSED
        if isinstance(caught, SandboxUnavailable):
            raise caught  # nothing that happened says anything of the student
        if isinstance(caught, GuestGone):
            return self._gone(caught, item.function)
        if isinstance(caught, Raised) and (caught.error.stub or _is_missing(caught)):
            return self._without_code(caught, student)
        if isinstance(caught, Failed | Raised):
            return self._explained(item, student, caught)
        return self._unexpected(item, test)

    def _gone(self, gone: GuestGone, function: str) -> Verdict:
        if gone.reason != "timeout":
            return Outcome.CRASHED, messages.DIED, None
        self.hung.add(gone.detail or function)
        return Outcome.TIMEOUT, messages.TIMED_OUT, None

    def _without_code(self, raised: Raised, student: Student) -> Verdict:
        if raised.error.stub:
            place = raised.error.place
            name = messages.masked(plain(place.function if place else raised.function, 60))
            if raised.function in self.works | _answered(student):
                return Outcome.FAILED, messages.gave_up(name), None
            return Outcome.NOT_ATTEMPTED, messages.not_attempted(name), None
        name = messages.masked(plain(raised.error.message, 60))
        broken = messages.not_defined(name, self.defendant.problems)
        if broken is not None:
            return Outcome.CRASHED, broken, None
        return Outcome.NOT_ATTEMPTED, messages.missing(name), None

    def _explained(self, item: Item, student: Student, caught: Failed | Raised) -> Verdict:
        actual = caught.actual if isinstance(caught, Failed) else None
        exchanges = failed_last(student.exchanges, actual)
        mistake = self.room.diagnosis.name(item.id, exchanges)
        outcome, text = _plain_verdict(caught)
        if mistake is not None:
            return outcome, mistake.hint, mistake.id
        if isinstance(caught, Failed) and caught.compared:
            text = messages.told_with(text, self.room.diagnosis.relation(exchanges, actual))
        if isinstance(caught, NotRefused):
            call = call_of(student.exchanges[-1][0])
            text = Text(f"{call.ko}: {text.ko}", f"{call.en}: {text.en}")
        return outcome, text, None

    def _unexpected(self, item: Item, test: pytest.Item) -> Verdict:
        """The grader's own code raised: on a strange value of the student's, or for a fault of ours.

        It is the student's value where the same item goes well with the reference.
        """
        again = self.run(test, self.room, self.passed, Student(self.room.reference))
        if again is None:
            return Outcome.FAILED, messages.BAD_ANSWER, None
        self.report(messages.grader_failed(self.room.slug, item.id, _trace(again, test.path)))
        return Outcome.ERROR, messages.OURS, None

    def _life(self, function: str) -> Verdict:
        """PASSED where the function answers ordinary inputs with proper values of its own."""
        if function not in self.life:
            self.life[function] = self._heard(
                self.room.script_of_probe(function), lambda student: self._probed(function, student)
            )
        return self.life[function]

    def _probed(self, function: str, student: Student) -> Verdict:
        try:
            first, second, again = self.room.probe(function, student)
        except GuestGone as gone:
            return self._gone(gone, function)
        except Raised as raised:
            if raised.error.stub or _is_missing(raised):
                return self._without_code(raised, student)
            outcome, text = _plain_verdict(raised)
            return outcome, text, None
        except SandboxUnavailable:
            raise
        except Exception:  # the probe cannot go on with such a value: with the reference's it could
            return Outcome.FAILED, messages.NOT_ALIVE, None
        if not (_alive(first) and _alive(second)):
            return Outcome.FAILED, messages.NOT_ALIVE, None
        if _close(first, second):
            trains = any(reply.models for _, reply in student.exchanges)
            text = messages.NOT_TRAINED if trains else messages.ALWAYS_THE_SAME
            return Outcome.FAILED, text, None
        if _settled(student) and not _close(first, again):
            return Outcome.FAILED, messages.NEVER_THE_SAME, None
        if self._hands_back(student):
            return Outcome.FAILED, messages.AS_IT_CAME, None
        return PASSED

    def _hands_back(self, student: Student) -> bool:
        """Whether some answer is an argument as it came, where the right answer is not."""
        return any(
            _is_argument(request, reply)
            and not _is_argument(request, self.room.reference.run(request))
            for request, reply in student.exchanges
        )


def _trace(error: BaseException, grader: Path) -> str:
    """An error's trace from the grader's own file on: what pytest does around it tells nothing."""
    trace = error.__traceback__
    while trace is not None and trace.tb_frame.f_code.co_filename != str(grader):
        trace = trace.tb_next
    return "".join(traceback.format_exception(type(error), error, trace or error.__traceback__))


def _plain_verdict(caught: Failed | Raised) -> tuple[Outcome, Text]:
    if isinstance(caught, Failed):
        return Outcome.FAILED, caught.text
    if "BannedOperator" in caught.error.names:
        return Outcome.FAILED, messages.banned(caught.error)
    if "NoOptimizer" in caught.error.names:
        return Outcome.FAILED, messages.NO_OPTIMIZER
    if "ResultTooLarge" in caught.error.names:
        return Outcome.FAILED, messages.TOO_LARGE
    if "ModelMismatch" in caught.error.names:
        return Outcome.FAILED, messages.mismatch(caught.error)
    return Outcome.CRASHED, messages.crashed(caught.error, caught.function)


def _answered(student: Student) -> set[str]:
    """The functions that have returned something."""
    return {request.function for request, reply in student.exchanges if reply.error is None}


def _is_missing(raised: Raised) -> bool:
    return raised.error.names[:1] == ["MissingFunction"] and raised.error.place is None


def _settled(student: Student) -> bool:
    """Whether the arguments settle the answers: tensors, and no seed for a function of chance."""
    requests = [request for request, _ in student.exchanges]
    return all(
        request.seed is None and any(isinstance(arg, torch.Tensor) for arg in request.args)
        for request in requests
    )


def _is_argument(request: Request, reply: Reply) -> bool:
    return any(isinstance(arg, torch.Tensor) and _equal(arg, reply.value) for arg in request.args)


def _alive(value: Any) -> bool:
    found = numbers(value)
    return found is not None and found.numel() > 0 and bool(torch.isfinite(found).all())


def _close(first: Any, second: Any) -> bool:
    """Equal but for rounding: who shuffles the rows of a batch adds them up in another order."""
    mine, other = numbers(first), numbers(second)
    if mine is None or other is None:
        return False
    return mine.shape == other.shape and bool(
        torch.isclose(mine, other.to(mine.dtype), rtol=RTOL, atol=ATOL).all()
    )


def _equal(first: Any, second: Any) -> bool:
    mine, other = numbers(first), numbers(second)
    if mine is None or other is None:
        return False
    return mine.shape == other.shape and bool((mine == other).all())
