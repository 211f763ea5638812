"""A guest as the grader sees it: questions to ask, limits to keep."""

import contextlib
import select
import signal
import socket
import time
from collections.abc import Callable, Iterator, Sequence
from typing import NoReturn

from autograder.errors import GuestGone, Reason, SandboxGone, SandboxUnavailable, WireError
from autograder.sandbox import wire
from autograder.sandbox.jail import Spec
from autograder.sandbox.launch import Zygote
from autograder.sandbox.nursery import ENDED, SECONDS, UNBORN
from autograder.sandbox.wire import Frame
from autograder.text import Text

LAST_WORD = 5.0  # seconds within which the zygote tells of a guest's end
FIRST_LOOK = 0.25  # seconds of waiting after which a guest's CPU time is asked for
LOOK_AGAIN = 0.1
MAX_ANSWERS = 64 << 20  # what comes of one asking is kept until it is judged,
MAX_STRUCTURES = 2 << 20  # and a structure takes far more than its bytes when it is read


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
        self._lifeline = lifeline
        self._status: int | None = None
        self.cpu_seconds = 0.0

    def ask(self, frame: bytes, cpu: float, wall: float) -> Frame:
        """Send a frame and wait for the answer; see `ask_all`."""
        (answer,) = self.ask_all([frame], cpu, lambda: wall)
        return answer

    def ask_all(
        self, frames: Sequence[bytes], cpu: float, wall: Callable[[], float]
    ) -> Iterator[Frame]:
        """Send frames and yield the answers as they come, structure and blob of each.

        Raises GuestGone where the guest dies, breaks the protocol, or takes more than `cpu` or
        `wall()` seconds for one of them; it is dead then. Raises SandboxGone where the zygote died,
        and the guest with it.
        """
        try:
            mail = _Mail(self._data, frames)
            for _ in frames:
                yield self._next(mail, _Patience(self, cpu, wall()))
        except WireError as error:
            self.close()
            raise GuestGone("died", str(error)) from None
        except GuestGone:
            self.close()
            raise

    def _next(self, mail: "_Mail", patience: "_Patience") -> Frame:
        while (frame := mail.take()) is None:
            patience.wait(mail.ready)
            if not mail.exchange():
                self._died()
        return frame

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

    def _died(self) -> NoReturn:
        """The guest's socket is closed; its lifeline says how it ended."""
        while self._status is None and self._hear(timeout=LAST_WORD):
            pass
        reasons: dict[int, Reason] = {-signal.SIGXCPU: "timeout", -signal.SIGKILL: "killed"}
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
            why = said[1:].decode(errors="replace")
            raise SandboxUnavailable(
                Text(
                    f"학생 코드를 격리하지 못했습니다. ({why})",
                    f"No guest could be locked in ({why}).",
                ),
                Text(
                    "임시 파일을 두는 디스크가 가득 찼는지 확인하세요. 지금까지 채점한 것은 남아 있습니다.",
                    "Is the disk of temporary files full? What is graded so far is kept.",
                ),
            )
        elif self._status is None:
            raise _gone("EOF")
        return bool(said)


def _gone(why: object) -> SandboxGone:
    return SandboxGone(
        Text(f"샌드박스의 zygote가 죽었습니다. ({why})", f"The sandbox's zygote has died ({why})."),
        Text(
            "메모리가 모자라지 않은지 확인하고 다시 실행하세요. 지금까지 채점한 것은 남아 있습니다.",
            "Is there enough memory? Run again: what is graded so far is kept.",
        ),
    )


class _Mail:
    """What is still to be sent to a guest, and what has come from it.

    Both ways at once: a guest that cannot get rid of its answers would not read on.
    """

    def __init__(self, data: socket.socket, frames: Sequence[bytes]) -> None:
        self._data = data
        self._outgoing = memoryview(b"".join(frames))
        self._come = bytearray()
        self._total = self._structures = 0
        self.ready = _poll(data, select.POLLIN)
        if self.ready.poll(0) and self.exchange() and self._come:
            raise WireError("an answer before the question")
        self._send()

    def take(self) -> Frame | None:
        """The first frame of what has come, where it has come whole."""
        frame = wire.take_frame(self._come)
        if frame is None:
            return None
        self._structures += len(frame[0])
        if self._structures > MAX_STRUCTURES:
            raise WireError(f"structures of more than {MAX_STRUCTURES} bytes in all")
        return frame

    def exchange(self) -> bool:
        """Take what is there and send what can be sent; False where the guest has hung up."""
        self._send()
        try:
            part = self._data.recv(1 << 18)
        except BlockingIOError:
            return True
        except OSError:
            return False
        self._come += part
        self._total += len(part)
        if self._total > MAX_ANSWERS:
            raise WireError(f"answers of more than {MAX_ANSWERS} bytes in all")
        return bool(part)

    def _send(self) -> None:
        if not self._outgoing:
            return
        while self._outgoing:
            try:
                self._outgoing = self._outgoing[self._data.send(self._outgoing) :]
            except BlockingIOError:
                self.ready = _poll(self._data, select.POLLIN | select.POLLOUT)
                return
            except OSError:  # it has hung up: what it said before is still to be read
                self._outgoing = self._outgoing[:0]
        self.ready = _poll(self._data, select.POLLIN)


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
        """Wait until a socket is ready. Raises GuestGone where patience ends first.

        A guest that sends a byte now and then is always ready: it runs out of time all the same.
        """
        pause = FIRST_LOOK if self._before is None else LOOK_AGAIN
        while (left := self._deadline - time.monotonic()) > 0:
            if ready.poll(1000 * min(pause, left)):
                return
            if self._cpu_used() >= self._cpu:
                break
            pause = LOOK_AGAIN
        raise GuestGone("timeout")

    def _cpu_used(self) -> float:
        """CPU seconds since the question was asked.

        Asking the zygote at the start of each question would double its cost, so what was used
        before is worked out at the first look, when it can only be off by a fraction of a second.
        """
        now = self._guest.used_seconds()
        if self._before is None:
            self._before = max(0.0, now - (time.monotonic() - self._started))
        return now - self._before
