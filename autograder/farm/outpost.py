"""A grader for one Dask worker: a process of its own, with judge, zygote and workers.

A Dask worker has threads, and what has threads must not be forked. So all that forks lives here; the
Dask worker speaks to it through sockets, the *seats*: one for each submission it may ask for at a time.
On the first seat comes the *opening* of the run, answered by None or a refusal; then on each seat
submissions, answered by what `Bench.grade` returns, or by a refusal.
"""

import platform
import sys
from collections.abc import Sequence
from multiprocessing.connection import Connection, wait
from typing import TYPE_CHECKING

import msgspec

from autograder.course import Course, load_course
from autograder.errors import KitError, SandboxGone
from autograder.farm.pool import ATTEMPTS, Worker, shares
from autograder.record.basis import Basis, bases
from autograder.record.changes import differences
from autograder.refusal import Refusal
from autograder.sandbox.jail import Tier
from autograder.sandbox.launch import MANY, PROJECT, Zygote
from autograder.submission import Submission
from autograder.text import LANGUAGES, Text

if TYPE_CHECKING:
    from autograder.judge.session import Judge
    from autograder.judge.work import Bench

IDLE_SECONDS = 900.0  # after which it ends: perhaps the run that asked for it was killed


class Opening(msgspec.Struct, frozen=True):
    """What a run tells its outposts: the assignments, by what they are graded, the hidden inputs."""

    basis: dict[str, Basis]
    secret: str
    python: str
    tiers: tuple[Tier, ...]


def python() -> str:
    """The Python that this is: another one may word what a student reads another way."""
    return ".".join(platform.python_version_tuple()[:2])


def main(descriptors: Sequence[int]) -> None:
    """Open, then grade until the Dask worker hangs up."""
    seats = [Connection(each) for each in descriptors]
    try:
        opening = msgspec.msgpack.decode(seats[0].recv_bytes(), type=Opening)
        _open(opening, seats)
    except SandboxGone:
        sys.exit("The zygote has died: all begins anew.")  # its end is told by the seats' end
    except KitError as error:
        _say(seats[0], Refusal.of(error))
    except EOFError:  # it hung up before it had said anything
        pass


def _open(opening: Opening, seats: Sequence[Connection]) -> None:
    from autograder.judge.session import with_judge
    from autograder.judge.work import Bench

    course = load_course(PROJECT).with_secret(opening.secret)
    _require_same(course, opening)
    slugs = sorted(opening.basis)

    dynamo = course.needs_dynamo(slugs)
    with Zygote(opening.tiers, dynamo=dynamo, guests=MANY) as zygote:

        def body(judge: "Judge") -> None:
            judge.rehearse(slugs)
            zygote.ready()
            _say(seats[0], None)
            _serve(seats, Bench(course, judge, zygote))

        with_judge(course, slugs, body)


def _require_same(course: Course, opening: Opening) -> None:
    """Raise a KitError where this kit would not grade just as the one that asks."""
    here = bases(course, opening.basis, sandboxed=True)
    found = [
        Text(f"{slug}: {text.ko}", f"{slug}: {text.en}")
        for slug, wanted in opening.basis.items()
        for text in differences(here[slug], wanted)
    ]
    if opening.python != python():
        found.append(
            Text(
                f"이쪽은 Python {python()}, 저쪽은 {opening.python}",
                f"Python {python()} here, {opening.python} there",
            )
        )
    if found:
        ko, en = (
            "; ".join(dict.fromkeys(t.in_language(each) for t in found)) for each in LANGUAGES
        )
        raise KitError(
            Text(
                f"{PROJECT} 폴더의 채점기가 다릅니다. ({ko})",
                f"The kit in {PROJECT} is another one ({en}).",
            ),
            Text(
                "같은 커밋과 course.toml로 맞추고, 거기서 make setup을 실행한 뒤 워커를 다시 시작하세요.",
                "Bring it to the same commit and course.toml, run make setup there, start its workers"
                " anew.",
            ),
        )


def _serve(seats: Sequence[Connection], bench: "Bench") -> None:
    """Give each seat's submissions to a worker of its own, until a seat hangs up or nobody asks."""
    team: list[Worker[bytes, bytes]] = [
        Worker(lambda data: _graded(bench, data), cores) for cores in shares(len(seats))
    ]
    try:
        while True:
            busy = [worker.connection for worker in team if worker.busy]
            ready = wait([*seats, *busy], None if busy else IDLE_SECONDS)
            if not ready:
                return
            for number, seat in enumerate(seats):
                if seat in ready:
                    team[number].give(seat.recv_bytes(), ATTEMPTS)
                elif team[number].connection in ready:
                    team[number] = _answered(seat, team[number], bench)
    except (EOFError, ConnectionError):
        return
    finally:
        for worker in team:
            worker.dismiss()


def _graded(bench: "Bench", data: bytes) -> bytes:
    return msgspec.msgpack.encode(bench.grade(msgspec.msgpack.decode(data, type=Submission)))


def _answered(
    seat: Connection, worker: "Worker[bytes, bytes]", bench: "Bench"
) -> "Worker[bytes, bytes]":
    """Answer by what the worker has done; where it died, it is replaced."""
    job, left = worker.job
    try:
        seat.send_bytes(worker.take())
        return worker
    except SandboxGone:
        raise  # with the zygote all must begin anew
    except KitError as error:
        _say(seat, Refusal.of(error))
        return worker
    except EOFError:
        another = worker.another()
        if left > 1:
            another.give(job, left - 1)
        else:
            _say(seat, bench.give_up(msgspec.msgpack.decode(job, type=Submission)))
        return another


def _say(seat: Connection, answer: object) -> None:
    seat.send_bytes(msgspec.msgpack.encode(answer))
