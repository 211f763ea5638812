"""What runs inside a Dask worker: it keeps an outpost, and hands submissions on to it.

A worker that cannot grade as the run wants it says so by an event; one that can takes on a resource
of the run's name. Dask gives work only to those that have it, also to workers that come later.
"""

import asyncio
import contextlib
import os
import queue
import socket
import subprocess
import sys
import threading
from collections.abc import Sequence
from multiprocessing.connection import Connection, Pipe
from typing import Any

import msgspec
from distributed import Worker, WorkerPlugin, get_worker

from autograder.refusal import Refusal
from autograder.sandbox.launch import PROJECT
from autograder.text import Text

LIVES = 3  # an outpost that dies more often under one submission is short of something
END_SECONDS = 10
LOG = Text("워커의 로그를 확인하세요.", "See the worker's log.")
DIED = Refusal(Text("채점 프로세스가 여러 번 죽었습니다.", "The grader died again and again."), LOG)
NOT_STARTED = Refusal(
    Text("채점 프로세스를 시작하지 못했습니다.", "The grader could not be started."), LOG
)
PROGRAM = (
    "import sys; from autograder.farm.outpost import main; main([int(n) for n in sys.argv[1:]])"
)


class Outpost:
    """The process that grades. Threads share it; where it has died the next submission revives it."""

    def __init__(self, opening: bytes, threads: int) -> None:
        self._opening = opening
        self._threads = threads
        self._lock = threading.Lock()
        self._closed = False
        self._ours: list[Connection] = []
        self._free: queue.SimpleQueue[Connection] = queue.SimpleQueue()
        self._process: subprocess.Popen[bytes] | None = None
        self._refusal = DIED

    def open(self) -> Refusal | None:
        """Start it and wait until it can grade, or says why it cannot."""
        with self._lock:
            return self._begin()

    def grade(self, job: bytes) -> bytes:
        """Have one submission graded."""
        for _ in range(LIVES):
            free = self._free
            seat = free.get()
            try:
                seat.send_bytes(job)
                answer = seat.recv_bytes()
            except (EOFError, OSError):
                self._revive(free)
                free.put(seat)  # whoever waits there finds out, too
            else:
                free.put(seat)
                return answer
        return msgspec.msgpack.encode(self._refusal)

    def close(self) -> None:
        """End it: hung up on, it tidies up and goes."""
        with self._lock:
            self._closed = True
            self._end()

    def _revive(self, dead: "queue.SimpleQueue[Connection]") -> None:
        with self._lock:
            if self._free is dead and not self._closed:  # no other thread has done it
                self._end()
                self._refusal = self._begin() or self._refusal

    def _begin(self) -> Refusal | None:
        pairs = [Pipe() for _ in range(self._threads)]
        self._process = _started([theirs for _, theirs in pairs])
        for _, theirs in pairs:
            theirs.close()
        self._ours = [ours for ours, _ in pairs]
        try:
            self._ours[0].send_bytes(self._opening)
            refusal = msgspec.msgpack.decode(self._ours[0].recv_bytes(), type=Refusal | None)
        except (EOFError, OSError):
            refusal = NOT_STARTED
        if refusal is None:
            self._free = queue.SimpleQueue()
            for seat in self._ours:
                self._free.put(seat)
        return refusal

    def _end(self) -> None:
        for seat in self._ours:
            _hang_up(seat)
        if self._process is not None:
            try:
                self._process.wait(END_SECONDS)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()


class Station(WorkerPlugin):
    """Makes a Dask worker one that grades for a run, or has it say why it is none."""

    def __init__(self, run: str, opening: bytes) -> None:
        self.name = run
        self._opening = opening
        self.outpost: Outpost  # from `setup` on, in the worker

    async def setup(self, worker: Worker) -> None:
        """Open an outpost. (It never raises: that would end workers which serve others, too.)"""
        threads = worker.state.nthreads
        self.outpost = Outpost(self._opening, threads)
        refusal = await asyncio.to_thread(self.outpost.open)
        if refusal is None:
            await worker.set_resources(**{self.name: threads})
        else:
            said = {"worker": worker.address, "refusal": msgspec.to_builtins(refusal)}
            worker.log_event(self.name, said)

    async def teardown(self, worker: Worker) -> None:
        """End the outpost, where the run could not."""
        await asyncio.to_thread(self.outpost.close)


def grade(run: str, job: bytes) -> bytes:
    """The task that Dask runs: a submission's way to the outpost and back."""
    station: Any = get_worker().plugins[run]
    answer: bytes = station.outpost.grade(job)
    return answer


def close(run: str, dask_worker: Worker) -> None:
    """End a run's outpost on a worker; what Dask calls on each when the run is over."""
    station: Any = dask_worker.plugins.get(run)
    if station is not None:
        station.outpost.close()


def _hang_up(seat: Connection) -> None:
    """Tell the other side at once, also where a thread of ours is waiting for an answer."""
    with contextlib.suppress(OSError), socket.socket(fileno=os.dup(seat.fileno())) as end:
        end.shutdown(socket.SHUT_RDWR)


def _started(seats: Sequence[Connection]) -> subprocess.Popen[bytes]:
    descriptors = [seat.fileno() for seat in seats]
    return subprocess.Popen(
        [sys.executable, "-c", PROGRAM, *map(str, descriptors)],
        cwd=PROJECT,
        pass_fds=descriptors,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        start_new_session=True,  # Ctrl-C in the worker's terminal is for the worker, which hangs up
    )
