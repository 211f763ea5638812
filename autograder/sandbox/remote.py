"""A guest as the grader sees it: questions to ask, limits to keep."""

import contextlib
import select
import socket
import time
from typing import NoReturn

from autograder.errors import GuestGone, SandboxUnavailable, WireError
from autograder.sandbox import wire
from autograder.sandbox.jail import Spec
from autograder.sandbox.launch import Zygote
from autograder.sandbox.zygote import ENDED, SECONDS

FIRST_LOOK = 0.25  # seconds of waiting after which a guest's CPU time is asked for
LOOK_AGAIN = 0.1


def spawn(zygote: Zygote, spec: Spec) -> "Guest":
    """A fresh guest."""
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)
    lifeline, far_end = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    try:
        zygote.send(spec, theirs, far_end)
    except OSError as error:
        raise SandboxUnavailable(f"The sandbox's zygote is gone ({error}).", "Run again.") from None
    finally:
        theirs.close()
        far_end.close()
    return Guest(ours, lifeline)


class Guest:
    """A running guest: one question at a time, each within its limits."""

    def __init__(self, data: socket.socket, lifeline: socket.socket) -> None:
        self._data = data
        self._lifeline = lifeline
        self.cpu_seconds = 0.0

    def ask(self, frame: bytes, cpu: float, wall: float) -> tuple[bytes, bytes]:
        """Send a frame, wait for the answer's structure and blob.

        Raises GuestGone where the guest dies, breaks the protocol or exceeds `cpu` or `wall`
        seconds; it is dead then.
        """
        patience = _Patience(self, cpu, wall)
        try:
            self._send(frame, patience)
            structure, blob = wire.HEADER.unpack(self._receive(wire.HEADER.size, patience))
            wire.check_lengths(structure, blob)
            return self._receive(structure, patience), self._receive(blob, patience)
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
        with contextlib.suppress(OSError):
            self._lifeline.send(b"?")
            self._hear(timeout=1.0)
        return self.cpu_seconds

    def _send(self, data: bytes, patience: "_Patience") -> None:
        view = memoryview(data)
        self._data.setblocking(False)
        while view:
            try:
                view = view[self._data.send(view) :]
            except BlockingIOError:
                patience.wait(self._data, select.POLLOUT)
            except OSError:
                raise GuestGone("died", "it hung up") from None

    def _receive(self, size: int, patience: "_Patience") -> bytes:
        parts = []
        while size:
            try:
                part = self._data.recv(min(size, 1 << 20))
            except BlockingIOError:
                patience.wait(self._data, select.POLLIN)
                continue
            except OSError:
                part = b""
            if not part:
                self._died()
            parts.append(part)
            size -= len(part)
        return b"".join(parts)

    def _died(self) -> NoReturn:
        """The guest's socket is closed; its lifeline says how it ended."""
        status = self._hear(timeout=2.0)
        if status == -24:  # SIGXCPU
            raise GuestGone("timeout")
        raise GuestGone("died", f"status {status}")

    def _hear(self, timeout: float) -> int | None:
        """Take what the zygote says on the lifeline: CPU seconds so far, or the end and its status."""
        poll = select.poll()
        poll.register(self._lifeline, select.POLLIN)
        if not poll.poll(timeout * 1000):
            return None
        said = self._lifeline.recv(64)
        if said[:1] == b"c":
            self.cpu_seconds = SECONDS.unpack(said)[1]
        elif said[:1] == b"x":
            _, status, self.cpu_seconds = ENDED.unpack(said)
            return int(status)
        return None


class _Patience:
    """How long one question may take, in CPU seconds of the guest and in seconds on the wall."""

    def __init__(self, guest: Guest, cpu: float, wall: float) -> None:
        self._guest = guest
        self._cpu = cpu
        self._started = time.monotonic()
        self._deadline = self._started + wall
        self._before: float | None = None

    def wait(self, data: socket.socket, event: int) -> None:
        """Wait until the socket is ready. Raises GuestGone where patience ends first."""
        poll = select.poll()
        poll.register(data, event)
        first = FIRST_LOOK if self._before is None else LOOK_AGAIN
        while not poll.poll(1000 * max(0.0, min(first, self._deadline - time.monotonic()))):
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
