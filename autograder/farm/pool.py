"""Many jobs at once, on worker processes forked from this one."""

import contextlib
import gc
import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Generator, Sequence
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkProcess
from typing import Generic, TypeVar

from autograder.errors import KitError
from autograder.sandbox import kernel

Job = TypeVar("Job")
Done = TypeVar("Done")
ENDINGS = {signal.SIGINT, signal.SIGTERM, signal.SIGHUP}
ATTEMPTS = 2  # a job whose worker died is tried once more, in a worker of its own

_context = multiprocessing.get_context("fork")


def run(
    jobs: Sequence[Job],
    work: Callable[[Job], Done],
    workers: int,
    give_up: Callable[[Job], Done],
) -> Generator[tuple[Job, Done], None, None]:
    """Do the jobs, `workers` at a time, and yield each as it is done.

    Workers are forks: `work` may use whatever this process has loaded. A worker that dies loses
    its job only; a job that takes down its worker twice is done by `give_up` instead. A KitError
    that `work` raises ends the run and is raised here.
    """
    if not jobs:
        return
    gc.collect()
    gc.freeze()  # else workers look through all that is loaded, and copy each page that they look at
    waiting = deque((job, ATTEMPTS) for job in jobs)
    team = [Worker(work, cores) for cores in shares(max(1, min(workers, len(jobs))))]
    try:
        while waiting or any(worker.busy for worker in team):
            _give(waiting, team)
            for connection in wait([worker.connection for worker in team if worker.busy]):
                worker = next(w for w in team if w.connection is connection)
                job, left = worker.job
                try:
                    done = worker.take()
                except EOFError:
                    team[team.index(worker)] = worker.another()
                    if left > 1:
                        waiting.append((job, left - 1))
                        continue
                    done = give_up(job)
                _give(waiting, team)  # they go on while the caller is at this
                yield job, done
    finally:
        for worker in team:
            worker.dismiss()


def _give(waiting: deque[tuple[Job, int]], team: list["Worker[Job, Done]"]) -> None:
    """Give those of the team who have nothing to do what is waiting."""
    for worker in team:
        if not worker.busy and waiting:
            worker.give(*waiting.popleft())


def shares(workers: int) -> list[set[int]]:
    """The cores for each worker: one of its own where there are as many, else all.

    What a worker and its guests tell each other need not go from core to core then, nor wake one up.
    """
    cores = os.sched_getaffinity(0)
    return [{core} for core in cores] if len(cores) == workers else [cores] * workers


class Worker(Generic[Job, Done]):
    """One forked worker that runs on `cores`, and the job it is at."""

    def __init__(self, work: Callable[[Job], Done], cores: set[int]) -> None:
        self._work = work
        self._cores = cores
        self.connection, theirs = _context.Pipe()
        self.process: ForkProcess = _context.Process(
            target=_serve, args=(os.getpid(), theirs, work, cores), daemon=True
        )
        before = signal.pthread_sigmask(signal.SIG_BLOCK, ENDINGS)
        try:
            self.process.start()  # which is to settle what signals are to it before it gets one
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
        theirs.close()
        self.busy = False
        self.job: tuple[Job, int]

    def give(self, job: Job, attempts: int) -> None:
        """Start it on a job."""
        self.busy, self.job = True, (job, attempts)
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):  # `take` will notice
            self.connection.send(job)

    def take(self) -> Done:
        """What it has done. Raises EOFError where it died, and the KitError that the work raised."""
        try:
            done: Done | KitError = self.connection.recv()
        except OSError:  # perhaps in the middle of telling
            raise EOFError from None
        self.busy = False
        if isinstance(done, KitError):
            raise done
        return done

    def another(self) -> "Worker[Job, Done]":
        """One in its place, since it died."""
        replacement = Worker(self._work, self._cores)
        self.dismiss()
        return replacement

    def dismiss(self) -> None:
        """End it. (It holds nothing that must be tidied up, and would wait for the end of a pipe
        that its younger siblings have a copy of.)"""
        self.process.kill()
        self.process.join()
        self.connection.close()


def _serve(main: int, connection: Connection, work: Callable[[Job], Done], cores: set[int]) -> None:
    """Do jobs until the main process hangs up. Ctrl-C is for that: it ends its workers."""
    kernel.die_with(main)
    kernel.stay_on(cores)
    for ending in ENDINGS:
        signal.signal(ending, signal.SIG_IGN if ending == signal.SIGINT else signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDINGS)
    while True:
        try:
            job = connection.recv()
        except (EOFError, OSError):
            return
        try:
            done: Done | KitError = work(job)
        except KitError as error:
            done = error
        connection.send(done)
