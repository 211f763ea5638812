"""What an item asks, written down: put to a guest in one go, and judged once for the same answers.

A grader's test asks a question, looks at the answer, asks the next. It is run once with the
reference as its student, and what it asks then is the item's *script*. A guest is asked the whole
script at once, so that neither side waits for the other between two questions; then the test runs on
the answers. Where it strays from the script (a question may depend on the answer before) it asks
the guest itself. A verdict depends on the answers and on what went before in the same submission
only, so what has been judged once need not be judged again.
"""

import hashlib
from collections.abc import Sequence
from typing import Protocol

from autograder.errors import GuestGone
from autograder.judge.student import Transport
from autograder.result import Outcome
from autograder.sandbox import protocol
from autograder.sandbox.cells import Problem
from autograder.sandbox.protocol import Reply, Request
from autograder.sandbox.wire import Frame
from autograder.text import Text

Verdict = tuple[Outcome, Text | None, str | None]
"""Outcome, message, and the id of the known mistake."""

REMEMBERED = 1000  # verdicts per item; answers that differ each time must not fill the memory


class Defendant(Transport, Protocol):
    """A submission under judgement; `problems` is what went wrong in its cells."""

    problems: list[Problem]

    def answers(
        self, requests: Sequence[Request], frames: Sequence[bytes]
    ) -> tuple[list[Frame], GuestGone | None]:
        """The answers to these requests, and why there is none to the one after the last."""

    def read(self, answer: Frame) -> Reply:
        """What an answer says; raises GuestGone where it says nothing."""


class Script:
    """The questions of an item, and the verdicts on answers to them."""

    def __init__(self, requests: Sequence[Request]) -> None:
        self.requests = list(requests)
        self.frames = [protocol.encode(request) for request in requests]
        self._verdicts: dict[bytes, Verdict] = {}

    def asks(self, place: int, request: Request) -> bool:
        """Whether this is the question at this place."""
        return place < len(self.frames) and self.frames[place] == protocol.encode(request)

    def known(self, key: bytes) -> Verdict | None:
        """The verdict on these answers, where it has been given before."""
        return self._verdicts.get(key)

    def remember(self, key: bytes, verdict: Verdict) -> None:
        """Keep a verdict."""
        if len(self._verdicts) >= REMEMBERED:
            self._verdicts.clear()
        self._verdicts[key] = verdict


class Hearing(Transport):
    """The hearing of a defendant: the script has been answered, and a test asks its questions."""

    def __init__(self, defendant: Defendant, script: Script) -> None:
        self._defendant = defendant
        self._script = script
        self._answers, self._gone = defendant.answers(script.requests, script.frames)
        self._asked = 0
        self._strayed = False

    def key(self, before: bytes) -> bytes:
        """What tells these answers, after what went before, from all others."""
        digest = hashlib.blake2b(before, digest_size=16)
        for structure, blob in self._answers:
            digest.update(b"%d,%d;" % (len(structure), len(blob)))
            digest.update(structure)
            digest.update(blob)
        return digest.digest()

    @property
    def repeatable(self) -> bool:
        """Whether a verdict would be the same wherever these answers are given."""
        return self._gone is None and not self._strayed

    def run(self, request: Request) -> Reply:
        """The answer to the script's next question; to any other that of the guest, asked now."""
        place = self._asked
        self._asked += 1
        if not self._strayed and self._script.asks(place, request):
            if place < len(self._answers):
                return self._defendant.read(self._answers[place])
            if self._gone is not None:
                raise self._gone
        self._strayed = True
        return self._defendant.run(request)
