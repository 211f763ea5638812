"""A guest as the grader sees it: questions to ask, limits to keep."""

import contextlib
import select
import signal
import socket
import time
from typing import NoReturn

from autograder.errors import GuestGone, SandboxGone, SandboxUnavailable, WireError
from autograder.sandbox import wire
from autograder.sandbox.jail import Spec
from autograder.sandbox.launch import Zygote
from autograder.sandbox.zygote import ENDED, SECONDS, UNBORN

LAST_WORD = 5.0  # seconds within which the zygote tells of a guest's end
FIRST_LOOK = 0.25  # seconds of waiting after which a guest's CPU time is asked for
LOOK_AGAIN = 0.1


def spawn(zygote: Zygote, spec: Spec) -> "Guest":
    """A fresh guest. Raises SandboxGone where the zygote has died."""
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)
    lifeline, far_end = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    try:
        zygote.send(spec, theirs, far_end)
    except OSError as error:
        raise _gone(error) from None
    finally:
        theirs.close()
        far_end.close()
    return Guest(ours, lifeline)


class Guest:
    """A running guest: one question at a time, each within its limits."""

    def __init__(self, data: socket.socket, lifeline: socket.socket) -> None:
        self._data = data
        self._data.setblocking(False)
        self._readable = _poll(data, select.POLLIN)
        self._lifeline = lifeline
        self._status: int | None = None
        self.cpu_seconds = 0.0

    def ask(self, frame: bytes, cpu: float, wall: float) -> tuple[bytes, bytes]:
        """Send a frame, wait for the answer's structure and blob.

        Raises GuestGone where the guest dies, breaks the protocol or exceeds `cpu` or `wall`
        seconds; it is dead then. Raises SandboxGone where the zygote died, and the guest with it.
        """
        patience = _Patience(self, cpu, wall)
        try:
            self._send(frame, patience)
            return self._receive(patience)
        except WireError as error:
            self.close()
            raise GuestGone("died", str(error)) from None
        except GuestGone:
            self.close()
            raise

    def close(self) -> None:
        """Hang up: the zygote kills the guest."""
        self._data.close()
        self._lifeline.close()

    def used_seconds(self) -> float:
        """The CPU time that the guest has used, by the kernel's account."""
        with contextlib.suppress(OSError):  # it has ended: reading will tell
            self._lifeline.send(b"?")
            self._hear(timeout=1.0)
        return self.cpu_seconds

    def _send(self, data: bytes, patience: "_Patience") -> None:
        view = memoryview(data)
        while view:
            try:
                view = view[self._data.send(view) :]
            except BlockingIOError:
                patience.wait(_poll(self._data, select.POLLOUT))
            except OSError:
                self._died()

    def _receive(self, patience: "_Patience") -> tuple[bytes, bytes]:
        """One whole frame, and nothing after it. Most fit into what one recv gives."""
        start = wire.HEADER.size
        received: bytes | bytearray = self._part(patience)
        while len(received) < start:
            received += self._part(patience)
        structure, blob = wire.HEADER.unpack_from(received)
        wire.check_lengths(structure, blob)
        middle, end = start + structure, start + structure + blob
        if len(received) < end:
            received = bytearray(received)
            while len(received) < end:
                received += self._part(patience)
        if len(received) > end:
            raise WireError("more than one answer")
        return bytes(received[start:middle]), bytes(received[middle:])

    def _part(self, patience: "_Patience") -> bytes:
        patience.wait(self._readable)
        try:
            part = self._data.recv(1 << 18)
        except OSError:
            part = b""
        return part or self._died()

    def _died(self) -> NoReturn:
        """The guest's socket is closed; its lifeline says how it ended."""
        while self._status is None and self._hear(timeout=LAST_WORD):
            pass
        reasons = {-signal.SIGXCPU: "timeout", -signal.SIGKILL: "killed"}
        raise GuestGone(reasons.get(self._status or 0, "died"), f"status {self._status}")

    def _hear(self, timeout: float) -> bool:
        """Take what is said on the lifeline: CPU seconds so far, the end, or why there is no guest."""
        if not _poll(self._lifeline, select.POLLIN).poll(timeout * 1000):
            return False
        try:
            said = self._lifeline.recv(1024)
        except OSError as error:
            raise _gone(error) from None
        if said[:1] == b"c":
            self.cpu_seconds = SECONDS.unpack(said)[1]
        elif said[:1] == b"x":
            _, self._status, self.cpu_seconds = ENDED.unpack(said)
        elif said[:1] == UNBORN:
            raise SandboxUnavailable(
                f"No guest could be locked in ({said[1:].decode(errors='replace')}).",
                "Is the disk of temporary files full? What is graded so far is kept.",
            )
        elif self._status is None:
            raise _gone("it hung up")
        return bool(said)


def _gone(why: object) -> SandboxGone:
    return SandboxGone(
        f"The sandbox's zygote has died ({why}).",
        "Is there enough memory? Run again: what is graded so far is kept.",
    )


def _poll(opened: socket.socket, event: int) -> select.poll:
    poll = select.poll()
    poll.register(opened, event)
    return poll


class _Patience:
    """How long one question may take, in CPU seconds of the guest and in seconds on the wall."""

    def __init__(self, guest: Guest, cpu: float, wall: float) -> None:
        self._guest = guest
        self._cpu = cpu
        self._started = time.monotonic()
        self._deadline = self._started + wall
        self._before: float | None = None

    def wait(self, ready: select.poll) -> None:
        """Wait until a socket is ready. Raises GuestGone where patience ends first."""
        first = FIRST_LOOK if self._before is None else LOOK_AGAIN
        while not ready.poll(1000 * max(0.0, min(first, self._deadline - time.monotonic()))):
            if time.monotonic() >= self._deadline or self._cpu_used() >= self._cpu:
                raise GuestGone("timeout")
            first = LOOK_AGAIN

    def _cpu_used(self) -> float:
        """CPU seconds since the question was asked.

        Asking the zygote at the start of each question would double its cost, so what was used
        before is worked out at the first look, when it can only be off by a fraction of a second.
        """
        now = self._guest.used_seconds()
        if self._before is None:
            self._before = max(0.0, now - (time.monotonic() - self._started))
        return now - self._before
