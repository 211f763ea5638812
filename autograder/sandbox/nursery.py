"""A nursery: a fork of the zygote that forks a jailed guest for each submission of one worker.

It runs on that worker's cores, so that what a guest needs is in the caches of the core that forks it
and hears from it. On its control socket (SOCK_SEQPACKET) each message asks for a guest and carries
two descriptors: the guest's own socket, and its lifeline. On a lifeline the grader asks b"?" and is
told the guest's CPU seconds; closing it kills the guest; the guest's end is told on it, and so is
why there could be no guest.
"""

import contextlib
import itertools
import os
import selectors
import signal
import socket
import struct
import time
from collections.abc import Collection
from typing import Any, NoReturn

import msgspec

from autograder.sandbox import kernel
from autograder.sandbox.jail import Jail, Spec

GUEST_SOCKET = 3
NOT_JAILED, NOT_SERVED = 70, 71  # exit statuses of a guest that failed before or after its jail
POLL_SECONDS = 0.2
SECONDS = struct.Struct("<cd")
ENDED = struct.Struct("<cid")
UNBORN = b"!"  # and in words why
NURSERIES = 1024  # so many have no number of a guest, nor its uid, in common


def run(
    jail: Jail, control: socket.socket, zygote: int, number: int, cores: Collection[int]
) -> NoReturn:
    """What a freshly forked nursery does until its worker hangs up."""
    kernel.die_with(zygote)
    kernel.stay_on(cores)
    _Nursery(jail, control, number).run()
    os._exit(0)


def received(control: socket.socket) -> tuple[bytes, list[int]]:
    """What is asked for on a control socket, with its descriptors; nothing where the grader has hung up."""
    try:
        data, descriptors, _, _ = socket.recv_fds(control, 1 << 16, 2)
    except ConnectionResetError:  # the grader was killed
        return b"", []
    return data, descriptors


class _Guest(msgspec.Struct):
    """A running guest as its nursery knows it."""

    number: int
    pid: int
    handle: int
    lifeline: socket.socket
    spec: Spec
    overfull: bool = False


class _Nursery:
    """Forks guests, watches them, tells of their end."""

    def __init__(self, jail: Jail, control: socket.socket, number: int) -> None:
        self.jail = jail
        self.control = control
        self.guests: dict[int, _Guest] = {}
        self.numbers = itertools.count(number % NURSERIES, NURSERIES)
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
        data, descriptors = received(self.control)
        if not data:
            return False
        spec = msgspec.msgpack.decode(data, type=Spec)
        number, nursery = next(self.numbers), os.getpid()
        lifeline = socket.socket(fileno=descriptors[1])
        lifeline.setblocking(False)
        pid = kernel.fork()
        if pid == 0:
            self._become_guest(descriptors[0], lifeline, spec, number, nursery)
        os.close(descriptors[0])
        guest = _Guest(number, pid, os.pidfd_open(pid), lifeline, spec)
        self.guests[pid] = guest
        self.selector.register(lifeline, selectors.EVENT_READ, guest)
        self.selector.register(guest.handle, selectors.EVENT_READ, guest)
        return True

    def _become_guest(
        self, descriptor: int, lifeline: socket.socket, spec: Spec, number: int, nursery: int
    ) -> NoReturn:
        try:
            signal.set_wakeup_fd(-1)
            null = os.open("/dev/null", os.O_RDWR)
            self.jail.enter(spec, number, nursery)
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
