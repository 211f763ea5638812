"""A zygote in reserve: a fork that has imported what zygotes import, until its owner needs it."""

import contextlib
import json
import os
import select
import signal
import socket
import subprocess
import sys
import traceback
from pathlib import Path


class Reserve:
    """A child that becomes the first zygote. Those that replace it are started as they always are."""

    def __init__(self, modules, start_anew):
        self._start_anew = start_anew
        self._orders, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._pid = os.fork()
        if self._pid == 0:
            self._orders.close()
            _wait_and_become(theirs, modules)
        theirs.close()

    def start(self, program, inherited):
        """In place of `launch._interpreter`."""
        if self._pid is None:
            return self._start_anew(program, inherited)
        pid, self._pid = self._pid, None
        order = json.dumps([program, inherited.fileno()]).encode()
        with self._orders:
            socket.send_fds(self._orders, [order], [inherited.fileno()])
        return _Child(pid)


class _Child:
    """As much of a subprocess.Popen as `launch` asks for."""

    def __init__(self, pid):
        self._pid = pid
        self._handle = os.pidfd_open(pid)

    def wait(self, timeout=None):
        if not select.select([self._handle], [], [], timeout)[0]:
            raise subprocess.TimeoutExpired("zygote", timeout)
        with contextlib.suppress(ChildProcessError):  # it has been waited for before
            os.waitpid(self._pid, 0)

    def kill(self):
        signal.pidfd_send_signal(self._handle, signal.SIGKILL)


def _wait_and_become(orders, modules):
    """Be the interpreter of the program that is ordered."""
    owner = os.getppid()
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)  # a zygote is in no terminal's group
    order, descriptors, _, _ = socket.recv_fds(orders, 65536, 1)
    if not order:  # the owner has ended and needed none
        os._exit(0)
    os.setsid()
    signal.signal(signal.SIGINT, before)
    Path("/proc/self/comm").write_text(f"zygote-{owner}")
    program, inherited = json.loads(order)
    null = os.open(os.devnull, os.O_RDWR)
    for number, descriptor in ((null, 0), (null, 1), (descriptors[0], inherited)):
        os.dup2(number, descriptor)
    orders.detach()
    os.closerange(3, inherited)
    os.closerange(inherited + 1, 64)
    for name in sys.modules.keys() - modules:  # guests are not to find the judge
        del sys.modules[name]
    try:
        exec(program, {})
    except BaseException:
        traceback.print_exc()
        os._exit(1)
    os._exit(0)
