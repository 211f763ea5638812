"""A submission in its guest: loaded cell by cell, replaced when it dies, within its limits."""

import time
from collections.abc import Sequence

import msgspec

from autograder.course import Limits
from autograder.errors import GuestGone, Reason, WireError
from autograder.sandbox import protocol
from autograder.sandbox.cells import MOST_PROBLEMS, Cell, Effort, Problem
from autograder.sandbox.jail import Spec
from autograder.sandbox.launch import Zygote
from autograder.sandbox.protocol import Load, Reply, Request
from autograder.sandbox.remote import Guest, spawn
from autograder.sandbox.wire import Frame

LOAD_CPU, LOAD_WALL = 8.0, 25.0  # what one cell may take before its guest is given up


class Sandboxed:
    """A submission as the judge speaks to it; each request is answered, or raises GuestGone."""

    def __init__(self, zygote: Zygote, module: str, cells: Sequence[Cell], limits: Limits) -> None:
        self._zygote = zygote
        self._module = module
        self._cells = list(cells)
        self._limits = limits
        self._guest: Guest | None = None
        self._started = time.monotonic()
        self._used = 0.0  # CPU seconds of the guests before this one
        self._killed = False
        self.problems: list[Problem] = []

    def run(self, request: Request) -> Reply:
        """Carry out a request in the guest. Raises GuestGone where no answer comes."""
        answers, gone = self.answers([request], [protocol.encode(request)])
        if gone is not None:
            raise gone
        return self.read(answers[0])

    def answers(
        self, requests: Sequence[Request], frames: Sequence[bytes]
    ) -> tuple[list[Frame], GuestGone | None]:
        """Carry out requests, given with their frames; why the answers end early where they do.

        GuestGone.detail names the function that gave none. What was asked of a guest that was
        killed from outside is asked once more.
        """
        answers, gone = self._asked(requests, frames)
        if gone is not None and gone.reason == "killed":
            answers, gone = self._asked(requests, frames)
        return answers, gone

    def _asked(
        self, requests: Sequence[Request], frames: Sequence[bytes]
    ) -> tuple[list[Frame], GuestGone | None]:
        answers: list[Frame] = []
        try:
            guest = self._ready_guest()
        except GuestGone as gone:
            return answers, gone
        try:
            for answer in guest.ask_all(frames, self._limits.call_cpu, self._call_wall):
                answers.append(answer)
        except GuestGone as gone:
            self._bury(guest)
            gone.reason, gone.detail = self._reason(gone), requests[len(answers)].function
            return answers, gone
        return answers, None

    def read(self, answer: Frame) -> Reply:
        """What an answer says. Raises GuestGone where it breaks the protocol."""
        try:
            return protocol.decode_reply(*answer)
        except WireError as error:
            self.close()
            raise GuestGone("died", str(error)) from None

    def close(self) -> None:
        """End the guest."""
        if self._guest is not None:
            self._bury(self._guest)

    def _ready_guest(self) -> Guest:
        """The guest with all cells loaded; a cell that takes it down is loaded with less effort."""
        while self._guest is None:
            if self._wall_left() <= 0 or self._cpu_left() <= 0:
                raise GuestGone("timeout")
            guest = spawn(self._zygote, self._spec())
            if self._load(guest):
                self._guest = guest
            else:
                self._bury(guest)
        return self._guest

    def _load(self, guest: Guest) -> bool:
        problems: list[Problem] = []
        used = 0.0
        for index, cell in enumerate(self._cells):
            if cell.effort == Effort.NOTHING:
                continue
            try:
                frames = guest.ask(protocol.encode(Load(cell, used)), LOAD_CPU, LOAD_WALL)
                loaded = protocol.decode_loaded(*frames)
            except GuestGone as gone:
                if self._reason(gone) != "killed":
                    self._lower_effort(index)
                return False
            except WireError:
                self._lower_effort(index)
                return False
            problems += loaded.problems
            used += max(0.0, loaded.seconds)
        self._keep(problems)
        return True

    def _reason(self, gone: GuestGone) -> Reason:
        """Why a guest is gone. Killed once it may be the machine's fault, twice it is not."""
        if gone.reason != "killed":
            return gone.reason
        again, self._killed = self._killed, True
        return "died" if again else "killed"

    def _lower_effort(self, index: int) -> None:
        """Load the cell that took the guest down with less effort, and no demo after it."""
        cell = self._cells[index]
        self._note(Problem("killed", cell.name, cell.first_line, "", ""))
        self._cells[index] = msgspec.structs.replace(
            cell, effort=min(cell.effort + 1, Effort.NOTHING)
        )
        for later in range(index + 1, len(self._cells)):
            self._skip_demos(later)

    def _keep(self, problems: list[Problem]) -> None:
        """Tell each problem once, and do not wait again for a demo that was cut off."""
        late = {(problem.cell, problem.line) for problem in problems if problem.kind == "late"}
        for problem in problems:
            if problem.kind == "raised" and (problem.cell, problem.line) in late:
                continue  # it ran in the end
            self._note(problem)
            if problem.kind == "interrupted":
                for index, cell in enumerate(self._cells):
                    if cell.name == problem.cell and _covers(cell, problem.line):
                        self._skip_demos(index)

    def _skip_demos(self, index: int) -> None:
        cell = self._cells[index]
        if cell.effort < Effort.NO_DEMOS:
            self._cells[index] = msgspec.structs.replace(cell, effort=Effort.NO_DEMOS)

    def _note(self, problem: Problem) -> None:
        if problem not in self.problems and len(self.problems) < MOST_PROBLEMS:
            self.problems.append(problem)

    def _spec(self) -> Spec:
        cpu = int(self._cpu_left() + LOAD_CPU) + 1
        return Spec(self._module, cpu, self._limits.memory, self._limits.disk)

    def _bury(self, guest: Guest) -> None:
        if self._guest is guest:
            self._guest = None
        self._used += guest.cpu_seconds
        guest.close()

    def _call_wall(self) -> float:
        return min(self._limits.call_wall, self._wall_left())

    def _wall_left(self) -> float:
        return self._started + self._limits.wall - time.monotonic()

    def _cpu_left(self) -> float:
        return self._limits.cpu - self._used


def _covers(cell: Cell, line: int) -> bool:
    return cell.first_line <= line < cell.first_line + cell.source.count("\n") + 1
