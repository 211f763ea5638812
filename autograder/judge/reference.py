"""Our own code behind the same operations as the student's, in the grader's process."""

import hashlib
import warnings
from collections.abc import Sequence

import torch

from autograder.course import Assignment
from autograder.errors import CourseError
from autograder.judge.mistakes import Mistake
from autograder.sandbox import protocol
from autograder.sandbox.cells import Cell
from autograder.sandbox.driver import Driver
from autograder.sandbox.loader import load_cell, new_module
from autograder.sandbox.protocol import Reply, Request
from autograder.submission import parse_percent


class LocalTransport:
    """Runs requests on a module of ours; the same request is computed once.

    Values pass through the wire's encoding, so that both sides of a comparison have had the same
    done to them.
    """

    def __init__(self, name: str, cells: Sequence[Cell]) -> None:
        module = new_module(name)
        for cell in cells:
            for problem in load_cell(module, cell):
                raise CourseError(
                    f"{problem.cell}, line {problem.line}: {problem.error}: {problem.message}.",
                    "Solutions, mistakes and accepted answers must run; correct the file.",
                )
        self._driver = Driver(module)
        self._replies: dict[bytes, Reply] = {}

    def run(self, request: Request) -> Reply:
        """Carry out a request, or recall its reply."""
        frame = protocol.encode(request)
        key = hashlib.blake2b(frame, digest_size=16).digest()
        if key not in self._replies:
            order = protocol.decode_order(*protocol.split(frame))
            assert isinstance(order, Request)
            with torch.random.fork_rng(devices=[]), warnings.catch_warnings(action="ignore"):
                reply = self._driver.run(order)
            self._replies[key] = protocol.decode_reply(*protocol.split(protocol.encode(reply)))
        return self._replies[key]


def reference_cells(assignment: Assignment) -> list[Cell]:
    """The reference solution, as the cells of a submission."""
    path = assignment.solution
    return parse_percent(path.read_bytes(), path.name)


def mistake_cells(assignment: Assignment, mistake: Mistake) -> list[Cell]:
    """The reference with one mistake in it: the later definition counts."""
    return [*reference_cells(assignment), Cell(f"mistake {mistake.id}", mistake.source)]
