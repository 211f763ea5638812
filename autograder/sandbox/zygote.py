"""The zygote: imports torch once, then forks a jailed guest for each submission.

It is started by `launch`, holds no grader, no solution and no submission, and speaks to the grader
by two kinds of socket. On the control socket (SOCK_SEQPACKET) each message asks for a guest and
carries two descriptors: the guest's own socket, and its lifeline. On a lifeline the grader asks
b"?" and is told the guest's CPU seconds; closing it kills the guest; the guest's end is told on it,
and so is why there could be no guest.
"""

import contextlib
import gc
import os
import selectors
import signal
import socket
import struct
import sys
import time
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec

from autograder.errors import SandboxUnavailable
from autograder.refusal import Refusal
from autograder.sandbox import heap, hugepages, kernel, namespaces
from autograder.sandbox.jail import LANDLOCK_HINT, Jail, Spec, Tier, self_test
from autograder.text import Text

GUEST_SOCKET = 3
NOT_JAILED, NOT_SERVED = 70, 71  # exit statuses of a guest that failed before or after its jail
POLL_SECONDS = 0.2
SECONDS = struct.Struct("<cd")
ENDED = struct.Struct("<cid")
UNBORN = b"!"  # and in words why
PRELOADED = """
    array bisect collections copy csv dataclasses datetime decimal fractions functools glob heapq
    inspect io itertools json logging math numbers operator os pathlib pickle pprint queue random re
    shutil statistics string tempfile textwrap threading time timeit traceback typing unittest
    numpy numpy.linalg numpy.random numpy.fft numpy.testing
    torch torch.nn torch.nn.functional torch.nn.init torch.optim torch.optim.lr_scheduler
    torch.autograd torch.autograd.functional torch.special torch.testing torch.utils.data
    torch.jit
    matplotlib matplotlib.pyplot matplotlib.backends.backend_agg mpl_toolkits.mplot3d tqdm
    tqdm.auto IPython
""".split()
DYNAMO = "torch._dynamo"  # imported by an optimizer's first step


def main(grader: int, base: str, tier: str, descriptor: int, dynamo: bool, huge: bool) -> None:
    """Prepare, say so on the control socket, then fork guests until the grader hangs up."""
    with socket.socket(fileno=descriptor) as control:
        try:
            kernel.die_with(grader)
            jail = _prepare(Path(base), Tier(tier), dynamo, huge)
        except (SandboxUnavailable, OSError) as error:
            control.send(msgspec.msgpack.encode(_refusal(error)))
        else:
            control.send(msgspec.msgpack.encode(time.process_time()))
            _Nursery(jail, control).run()


def _refusal(error: SandboxUnavailable | OSError) -> Refusal:
    if isinstance(error, SandboxUnavailable):
        return Refusal.of(error)
    why = Text(f"샌드박스를 만들 수 없습니다. ({error})", f"No sandbox can be made ({error}).")
    return Refusal(why, LANDLOCK_HINT)


def _prepare(base: Path, tier: Tier, dynamo: bool, huge: bool) -> Jail:
    """The jail for guests, when all is imported and the jail was tried. Raises SandboxUnavailable."""
    gc.disable()  # imports make many objects and no garbage
    if tier is Tier.NAMESPACES:
        namespaces.leave_host()
    _import_everything([*PRELOADED, DYNAMO] if dynamo else PRELOADED)
    _compile_nothing()
    from autograder.sandbox.rehearsal import rehearse

    _forget_attributes()
    rehearse(dynamo=dynamo)
    jail = Jail(base, tier)
    _require_one_thread()
    heap.settle()
    if huge:
        hugepages.use()
    gc.enable()
    gc.set_threshold(10_000)  # a guest makes few cycles, and looks for them less often
    jail.close_doors()
    if tier is not Tier.UNSAFE:
        _require_tight(jail, base / "canary")
    return jail


def _forget_attributes() -> None:
    """Empty Python's cache of where attributes are found: it is full of what only imports looked up.

    Whatever a guest looks up would push one of these names out, and copy the page it lies on.
    """
    forget = getattr(sys, "_clear_internal_caches", None) or sys._clear_type_cache
    forget()


def _require_one_thread() -> None:
    if len(os.listdir("/proc/self/task")) != 1:  # a forked child of OpenMP's threads would hang
        raise SandboxUnavailable(
            Text(
                "학생 코드의 프로세스를 만드는 곳에서 torch가 스레드를 시작했습니다.",
                "Torch started threads in the process that guests are forked from.",
            ),
            Text(
                "requirements.lock의 torch가 맞는지 확인하세요: make setup",
                "See that torch is the one of requirements.lock: make setup",
            ),
        )


def _require_tight(jail: Jail, canary: Path) -> None:
    """Raise SandboxUnavailable where a guest of this jail can do what none may."""
    broken = self_test(jail, Spec("test", 10, 256, 1), canary)
    if broken:
        raise SandboxUnavailable(
            Text(
                f"샌드박스가 안전하지 않습니다. ({broken.ko})",
                f"The sandbox does not hold: {broken.en}.",
            ),
            LANDLOCK_HINT,
        )


def _import_everything(names: Sequence[str]) -> None:
    """All that student code is likely to import: later it would cost each guest, or be unreachable."""
    import importlib

    warnings.simplefilter("ignore")
    for name in names:
        with contextlib.suppress(ImportError):
            importlib.import_module(name)
    import autograder.sandbox.rehearsal  # noqa: F401

    warnings.resetwarnings()
    sys.path.remove(str(Path(__file__).resolve().parent.parent.parent))  # the kit is not for guests


def _compile_nothing() -> None:
    """Let torch.compile hand back what it is given: no guest may start a compiler.

    What it compiles answers the same without. Its import alone would take longer than a cell may.
    """
    import torch

    def as_it_is(model: Any = None, **options: Any) -> Any:
        return as_it_is if model is None else model

    torch.compile = as_it_is


class _Guest(msgspec.Struct):
    """A running guest as the zygote knows it."""

    number: int
    pid: int
    handle: int
    lifeline: socket.socket
    spec: Spec
    overfull: bool = False


class _Nursery:
    """Forks guests, watches them, tells of their end."""

    def __init__(self, jail: Jail, control: socket.socket) -> None:
        self.jail = jail
        self.control = control
        self.guests: dict[int, _Guest] = {}
        self.count = 0
        self.selector = selectors.DefaultSelector()
        self.selector.register(control, selectors.EVENT_READ, None)

    def run(self) -> None:
        """Serve until the control socket closes; then every guest ends too."""
        while True:
            for key, _ in self.selector.select(None if self.jail.namespaced else POLL_SECONDS):
                if key.data is None:
                    if not self._spawn():
                        return self._end()
                elif key.data in self.guests.values():
                    self._attend(key.fileobj, key.data)
            self._watch_folders()

    def _spawn(self) -> bool:
        try:
            data, descriptors, _, _ = socket.recv_fds(self.control, 4096, 2)
        except ConnectionResetError:  # the grader was killed
            return False
        if not data:
            return False
        spec = msgspec.msgpack.decode(data, type=Spec)
        self.count += 1
        lifeline = socket.socket(fileno=descriptors[1])
        lifeline.setblocking(False)
        pid = kernel.fork()
        if pid == 0:
            self._become_guest(descriptors[0], lifeline, spec)
        os.close(descriptors[0])
        guest = _Guest(self.count, pid, os.pidfd_open(pid), lifeline, spec)
        self.guests[pid] = guest
        self.selector.register(lifeline, selectors.EVENT_READ, guest)
        self.selector.register(guest.handle, selectors.EVENT_READ, guest)
        return True

    def _become_guest(self, descriptor: int, lifeline: socket.socket, spec: Spec) -> None:
        try:
            signal.set_wakeup_fd(-1)
            null = os.open("/dev/null", os.O_RDWR)
            self.jail.enter(spec, self.count)
        except BaseException as error:  # ours: no student's code has run yet
            with contextlib.suppress(OSError):  # the grader may have hung up
                lifeline.send(UNBORN + str(error).encode()[:500])
            os._exit(NOT_JAILED)
        try:
            for standard in (0, 1, 2):
                os.dup2(null, standard)
            os.dup2(descriptor, GUEST_SOCKET)
            os.closerange(GUEST_SOCKET + 1, 1 << 16)
            from autograder.sandbox.guest import serve

            serve(GUEST_SOCKET, spec.module)
            os._exit(0)
        finally:
            os._exit(NOT_SERVED)

    def _attend(self, fileobj: Any, guest: _Guest) -> None:
        if fileobj == guest.handle:
            return self._bury(guest)
        try:
            asked = guest.lifeline.recv(16)
        except BlockingIOError:
            return None
        except OSError:
            asked = b""
        if asked:
            self._tell(guest, SECONDS.pack(b"c", _cpu_seconds(guest.pid)))
        else:
            self.selector.unregister(guest.lifeline)
            signal.pidfd_send_signal(guest.handle, signal.SIGKILL)
        return None

    def _bury(self, guest: _Guest) -> None:
        _, status, usage = os.wait4(guest.pid, 0)
        del self.guests[guest.pid]
        code = -signal.SIGXFSZ if guest.overfull else os.waitstatus_to_exitcode(status)
        self._tell(guest, ENDED.pack(b"x", code, usage.ru_utime + usage.ru_stime))
        for registered in (guest.lifeline, guest.handle):
            with contextlib.suppress(KeyError, ValueError):
                self.selector.unregister(registered)
        guest.lifeline.close()
        os.close(guest.handle)
        self.jail.clean_up(guest.number)

    def _tell(self, guest: _Guest, message: bytes) -> None:
        with contextlib.suppress(OSError):  # the grader may have hung up
            guest.lifeline.send(message)

    def _watch_folders(self) -> None:
        for guest in self.guests.values():
            if self.jail.overfull(guest.number, guest.spec.disk):
                guest.overfull = True
                signal.pidfd_send_signal(guest.handle, signal.SIGKILL)

    def _end(self) -> None:
        for guest in list(self.guests.values()):
            signal.pidfd_send_signal(guest.handle, signal.SIGKILL)
            self._bury(guest)


def _cpu_seconds(pid: int) -> float:
    """The CPU time of another process (its clock's number is made of its pid; see clock_getcpuclockid)."""
    try:
        return time.clock_gettime((~pid << 3) | 2)
    except OSError:
        return 0.0
