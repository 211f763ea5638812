"""The farm on a cluster: Dask's workers, each with an outpost of its own.

Sent are the code cells of a submission and the assignment's name; no student's name leaves this machine.
"""

import contextlib
import queue
import time
import uuid
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future as ConcurrentFuture
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import msgspec

from autograder.course import Course
from autograder.errors import KitError
from autograder.farm import Harvest
from autograder.farm.outpost import Opening, python
from autograder.record.basis import Basis
from autograder.refusal import Refusal
from autograder.result import Judged
from autograder.sandbox.jail import Tier
from autograder.submission import HandIn, Submission
from autograder.text import Text

if TYPE_CHECKING:
    from distributed import Client, Future

    from autograder.judge.session import Judge
    from autograder.judge.work import Bench

CONNECT_SECONDS = 10
LOOK_SECONDS = 1.0
PATIENCE_SECONDS = 5.0
ALONE_SECONDS = 600.0  # without a single worker, before the run ends
AHEAD = 4  # submissions under way for each thread of the workers
INSTALL = ".venv/bin/python -m pip install -r requirements-extras.lock"
LOSSES = 5  # workers that may be lost under one submission before it is given up


class Cluster:
    """The workers of the Dask scheduler at `address`; `tell` takes what the instructor should hear."""

    sandboxed = True

    def __init__(
        self, address: str, tiers: Sequence[Tier], tell: Callable[[Text], None] = lambda text: None
    ) -> None:
        if Tier.UNSAFE in tiers:
            raise KitError(
                Text(
                    "클러스터에서는 학생 코드를 격리해서만 실행합니다.",
                    "On a cluster student code is only run isolated.",
                ),
                Text(
                    "--unsafe-no-sandbox를 빼거나 이 컴퓨터에서 채점하세요.",
                    "Leave --unsafe-no-sandbox out, or grade on this machine.",
                ),
            )
        self._address = address
        self._tiers = tuple(tiers)
        self._tell = tell
        self._run = f"autograder-{uuid.uuid4().hex[:12]}"
        self._client: Client | None = None
        self._refused: dict[str, Refusal] = {}
        self._finished: queue.SimpleQueue[Future[bytes]] = queue.SimpleQueue()
        self._asked = 0
        self._workers, self._threads = 0, 0
        self._looked, self._alone = 0.0, 0.0
        # from `start` on
        self._course: Course
        self._opened: ConcurrentFuture[None]
        # from `ready` on
        self._bench: Bench

    def start(self, course: Course, basis: Mapping[str, Basis], count: int) -> None:
        """Have all workers open their outposts, in the background."""
        self._course = course
        self._client = _connected(self._address)
        self._client.subscribe_topic(self._run, self._hear)
        opening = Opening(dict(basis), course.secret, python(), self._tiers)
        self._opened = ThreadPoolExecutor(1).submit(self._open, msgspec.msgpack.encode(opening))

    def ready(self, judge: "Judge") -> float:
        """Wait for the first worker that can grade. Raises a KitError where all refuse."""
        from autograder.judge.work import Bench

        self._bench = Bench(self._course, judge, None)
        self._opened.result()
        started, told = time.monotonic(), False
        while not self._count():
            if self._refused and len(self._refused) >= self._workers:
                refusal = next(iter(self._refused.values()))
                nobody = Text("채점할 수 있는 워커가 없습니다.", "No worker can grade.")
                raise KitError(nobody + refusal.message, refusal.hint)
            if time.monotonic() - started > PATIENCE_SECONDS and not told:
                self._tell(
                    Text(
                        f"{self._address}: 아직 채점할 수 있는 워커가 없어 기다립니다.",
                        f"{self._address} has no worker that can grade yet: waiting for one.",
                    )
                )
                told = True
            self._require_company()
            time.sleep(LOOK_SECONDS)
        return 0.0

    def grade(self, hand_ins: Sequence[HandIn]) -> Harvest:
        """Grade, a few for each worker ahead. What a lost worker was at is done by another."""
        left = deque((hand_in, LOSSES) for hand_in in hand_ins)
        asked: dict[Future[bytes], tuple[HandIn, int]] = {}
        while left or asked:
            while left and len(asked) < max(1, AHEAD * self._count()):
                hand_in, losses = left.popleft()
                submission = hand_in.open()
                if submission.problem is not None:
                    yield hand_in, self._bench.grade(submission)
                else:
                    asked[self._ask(submission)] = hand_in, losses
            if asked:
                future = self._next()
                hand_in, losses = asked.pop(future)
                done = self._answer(future)
                if done is not None:
                    yield hand_in, _named(done, hand_in)
                elif losses > 1:
                    left.append((hand_in, losses - 1))
                else:
                    yield hand_in, self._bench.give_up(hand_in.open())

    def stop(self) -> None:
        """Close the outposts and hang up."""
        if self._client is None:
            return
        from autograder.farm import station

        # Unregistering alone ends outposts, too, but stops at the first worker that has died.
        with contextlib.suppress(Exception):
            self._client.run(station.close, self._run, on_error="ignore")
        with contextlib.suppress(Exception):
            self._client.unregister_worker_plugin(self._run)
        self._client.close()
        self._client = None

    def conditions(self) -> Text:
        """On how many threads it ran, and that their time is in no figure."""
        return Text(
            f"{self._address}의 스레드 {self._threads}개에서 쓴 CPU는 뺌",
            f"on {self._threads} threads of {self._address}, whose CPU is not in it",
        )

    @property
    def _dask(self) -> "Client":
        if self._client is None or self._client.status != "running":
            raise self._gone()
        return self._client

    def _gone(self) -> KitError:
        self._client = None  # nobody is left to take leave of
        return KitError(
            Text(
                f"{self._address} 스케줄러와 연결이 끊겼습니다.",
                f"The scheduler at {self._address} is gone.",
            ),
            Text(
                "채점한 것은 남아 있습니다. 스케줄러를 다시 시작하고 같은 명령을 실행하세요.",
                "What is graded is kept: start it again, and run the same command.",
            ),
        )

    def _open(self, opening: bytes) -> None:
        from autograder.farm.station import Station

        try:
            self._dask.register_plugin(Station(self._run, opening))
        except KitError:
            raise
        except Exception as error:
            why = f"{type(error).__name__}: {error}"
            raise KitError(
                Text(
                    f"{self._address}의 워커가 채점기를 불러오지 못했습니다. ({why})",
                    f"A worker of {self._address} could not load the kit ({why}).",
                ),
                Text(
                    "모든 워커를 채점기 폴더에서 그곳의 Python으로 시작하세요. docs/scaling.md에 방법이"
                    " 있습니다.",
                    "Start every worker in the kit's folder, by its own Python: docs/scaling.md says how.",
                ),
            ) from None

    def _hear(self, event: tuple[float, Any]) -> None:
        """A worker refuses."""
        worker, refusal = event[1]["worker"], msgspec.convert(event[1]["refusal"], Refusal)
        self._refused[worker] = refusal
        refuses = Text(f"채점하지 않는 워커 {worker}:", f"{worker} does not grade:")
        self._tell(refuses + refusal.message + refusal.hint)

    def _count(self) -> int:
        """How many threads can grade. The scheduler is asked once in a while."""
        if time.monotonic() - self._looked > LOOK_SECONDS:
            workers = self._dask.scheduler_info(n_workers=-1)["workers"]
            self._workers = len(workers)
            self._threads = sum(int(w["resources"].get(self._run, 0)) for w in workers.values())
            self._looked = time.monotonic()
        return self._threads

    def _require_company(self) -> None:
        """Raise a KitError where there has been no worker for too long."""
        if self._count():
            self._alone = 0.0
        elif not self._alone:
            self._alone = time.monotonic()
        elif time.monotonic() - self._alone > ALONE_SECONDS:
            minutes = ALONE_SECONDS / 60
            raise KitError(
                Text(
                    f"{self._address}: {minutes:.0f}분 동안 채점할 수 있는 워커가 없었습니다.",
                    f"{self._address} has had no worker that can grade for {minutes:.0f} minutes.",
                ),
                Text(
                    "채점한 것은 남아 있습니다. 워커를 시작하고 같은 명령을 실행하세요.",
                    "What is graded is kept: start workers, and run the same command.",
                ),
            )

    def _ask(self, submission: Submission) -> "Future[bytes]":
        from autograder.farm.station import grade

        self._asked += 1
        job = msgspec.msgpack.encode(msgspec.structs.replace(submission, student=""))
        future: Future[bytes] = self._dask.submit(
            grade,
            self._run,
            job,
            key=f"{self._run}-{self._asked}",
            resources={self._run: 1},
            pure=False,
        )
        future.add_done_callback(self._finished.put)
        return future

    def _next(self) -> "Future[bytes]":
        while True:
            try:
                return self._finished.get(timeout=LOOK_SECONDS)
            except queue.Empty:
                self._require_company()

    def _answer(self, future: "Future[bytes]") -> Judged | None:
        """What an outpost answered; None where it was lost with its worker."""
        if future.status == "error":
            why = future.exception()
            self._tell(
                Text(
                    f"워커 하나가 죽어서 하던 채점을 다른 워커가 합니다: {why}",
                    f"A worker is lost, and another grades what it was at: {why}",
                )
            )
            return None
        if future.status != "finished":
            raise self._gone()
        answer: Judged | Refusal = msgspec.msgpack.decode(future.result(), type=Judged | Refusal)
        if isinstance(answer, Refusal):
            raise KitError(answer.message, answer.hint)
        return answer


def _connected(address: str) -> "Client":
    try:
        from distributed import Client
    except ImportError:
        raise KitError(
            Text("Dask가 설치되어 있지 않습니다.", "Dask is not installed."),
            Text(
                f"make grade WORKERS=… 명령이 설치합니다. 직접 설치하려면: {INSTALL}",
                f"make grade WORKERS=… installs it; by hand: {INSTALL}",
            ),
        ) from None
    try:
        return Client(address, timeout=CONNECT_SECONDS, set_as_default=False)
    except (OSError, ValueError, TypeError) as error:
        reason = str(error) or type(error).__name__
        raise KitError(
            Text(
                f"{address}에서 응답하는 Dask 스케줄러가 없습니다. ({reason})",
                f"No Dask scheduler answers at {address} ({reason}).",
            ),
            Text(
                "dask scheduler로 시작하고, 화면에 나온 주소를 tcp://host:8786처럼 쓰세요.",
                "Start one (dask scheduler), and give its address as it prints it: tcp://host:8786.",
            ),
        ) from None


def _named(done: Judged, hand_in: HandIn) -> Judged:
    """With the student, whom the cluster did not know."""
    result, complaints = done
    return msgspec.structs.replace(result, student=hand_in.student), complaints
