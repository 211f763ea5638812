"""Our own code behind the same operations as the student's, in the grader's process."""

import hashlib
import io
import warnings
from collections.abc import Sequence
from contextlib import redirect_stdout
from typing import Any

import torch

from autograder.course import Assignment
from autograder.errors import CourseError
from autograder.judge.mistakes import Mistake
from autograder.sandbox import protocol
from autograder.sandbox.cells import Cell
from autograder.sandbox.driver import Driver
from autograder.sandbox.loader import Loader, new_module
from autograder.sandbox.protocol import Reply, Request
from autograder.submission import parse_percent
from autograder.text import Text

KEPT = 2000  # a script has about a hundred questions


class LocalTransport:
    """Runs requests on a module of ours, and remembers what came of them.

    Figures pile up, so of them what came of a succession of requests is remembered. Values pass
    through the wire's encoding, so that both sides of a comparison have had the same done to them.
    """

    def __init__(self, name: str, cells: Sequence[Cell]) -> None:
        if any("matplotlib" in cell.source for cell in cells):
            import matplotlib.pyplot  # noqa: F401  # guests have it; it may outlast a statement's time

        module = new_module(name)
        loader = Loader(module)
        for cell in cells:
            for problem in loader.load(cell):
                what = f"{problem.error}: {problem.message}"
                raise CourseError(
                    Text(
                        f"{problem.cell}, {problem.line}번째 줄: {what}",
                        f"{problem.cell}, line {problem.line}: {what}.",
                    ),
                    Text(
                        "모범 답안, 다른 정답, 알려진 실수는 모두 실행되어야 합니다. 파일을 고치세요.",
                        "Solutions, mistakes and accepted answers must run; correct the file.",
                    ),
                )
        self._driver = Driver(module)
        self._replies: dict[str | bytes, Reply] = {}
        self._replays: dict[tuple[str | bytes, ...], list[Reply]] = {}

    def run(self, request: Request) -> Reply:
        """Carry out a request, or recall its reply."""
        if request.op == "figure":  # what it shows depends on what was drawn before
            return self._compute(request)
        key = _key(request)
        if key not in self._replies:
            _make_room(self._replies)
            self._replies[key] = self._compute(request)
        return self._replies[key]

    def replay(self, requests: Sequence[Request]) -> list[Reply]:
        """Carry out requests one after another, or recall how they went before."""
        key = tuple(map(_key, requests))
        if key not in self._replays:
            _make_room(self._replays)
            self._replays[key] = [self.run(request) for request in requests]
        return self._replays[key]

    def _compute(self, request: Request) -> Reply:
        order = protocol.decode_order(*protocol.split(protocol.encode(request)))
        assert isinstance(order, Request)
        with (
            torch.random.fork_rng(devices=[]),
            warnings.catch_warnings(action="ignore"),
            redirect_stdout(io.StringIO()),  # a known mistake may print in place of returning
        ):
            reply = self._driver.run(order)
        return protocol.decode_reply(*protocol.split(protocol.encode(reply)))


def _make_room(kept: dict[Any, Any]) -> None:
    """Forget, before it is too much: a question may hold what a student answered, new in each."""
    if len(kept) >= KEPT:
        kept.clear()


def _key(request: Request) -> str | bytes:
    """What tells a request from every other: its text where it is plain numbers, else its bytes."""
    if request.op == "call" and all(map(_is_plain, (*request.args, *request.kwargs.values()))):
        return repr(request)
    return hashlib.blake2b(protocol.encode(request), digest_size=16).digest()


def _is_plain(value: object) -> bool:
    if type(value) is tuple:
        return all(map(_is_plain, value))
    return value is None or type(value) in (bool, int, float, str)


def reference_cells(assignment: Assignment) -> list[Cell]:
    """The reference solution, as the cells of a submission."""
    path = assignment.solution
    return parse_percent(path.read_bytes(), path.name)


def mistake_cells(assignment: Assignment, mistake: Mistake) -> list[Cell]:
    """The reference with one mistake in it: the later definition counts."""
    return [*reference_cells(assignment), Cell(f"mistake {mistake.id}", mistake.source)]
