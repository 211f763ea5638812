"""A stage for accidents: a small class, and runs of `grade` whose processes can be killed."""

import os
import shutil
import signal
import tempfile
import time
from pathlib import Path

from tests.conftest import course_of, hand_in, solution, stub
from tests.warm import SERVER

SLUG = "a01_sigmoid"
RIGHT = solution(SLUG)
KILLS_ITSELF = (
    RIGHT + "\nimport signal\ndef predict(*_):\n    signal.raise_signal(signal.SIGKILL)\n"
)
CLASS = {
    **{f"right{number}": f"{RIGHT}\n# {number}\n" for number in range(6)},
    **{f"wrong{n}": RIGHT.replace("h >=", "h >") + f"\n# {n}\n" for n in range(3)},
    "stub": stub(SLUG),
    "kills itself": KILLS_ITSELF,
    "unreadable": b"{",
}


class Stage:
    """A course and a class, to start graders on."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self.course = course_of(place, SLUG)
        self.submitted = place / "submitted"
        for student, text in CLASS.items():
            hand_in(self.submitted, student, SLUG, text)
        self.temporary = Path(tempfile.mkdtemp(prefix="kills-"))
        self.temporary.chmod(0o711)  # guests have uids of their own
        self._count = 0

    def start(self, out: Path, *options: object, file_limit: int | None = None) -> "Run":
        """Begin a run that writes to `out`, with no file longer than `file_limit` bytes."""
        self._count += 1
        told = self.place / f"stderr{self._count}"
        given = ["--submitted", self.submitted, "--out", out, "--jobs", 2, "--lang", "en", *options]
        pid = SERVER.start(
            "grade", *map(str, given),
            cwd=self.course, stderr=told, file_limit=file_limit,
            environment=os.environ | {"TMPDIR": str(self.temporary)},
        )  # fmt: skip
        return Run(self, pid, out, told)

    def close(self) -> None:
        """Tidy up."""
        shutil.rmtree(self.temporary)


class Run:
    """A run under way, and its processes."""

    def __init__(self, stage: Stage, pid: int, out: Path, stderr: Path) -> None:
        self.stage = stage
        self.pid = pid
        self.out = out
        self.started = time.monotonic()
        self._stderr = stderr
        self._begun: float | None = None

    @property
    def over(self) -> bool:
        """Whether the grader has ended. (Its pid is not given to another before `end`.)"""
        return _state(self.pid) == "Z"

    @property
    def age(self) -> float:
        """Seconds since it began."""
        return time.monotonic() - self.started

    def end(self) -> tuple[int, str]:
        """Wait for its end: exit status, and what it said on stderr."""
        status = SERVER.wait(self.pid)
        return status, self._stderr.read_text("utf-8").lstrip()

    def wait_for(self, kind: str) -> list[int]:
        """The processes of a kind, as soon as there are any; none where the run is over before."""
        while not (found := self.processes(kind)) and not self.over:
            time.sleep(0.005)
        return found

    def processes(self, kind: str) -> list[int]:
        """The pids of the grader, workers, zygote, nurseries or guests."""
        children = _children(self.pid)
        zygotes = [pid for pid in children if _is_zygote(pid)]
        # A child that is to become a zygote looks like a worker at first.
        workers = [pid for pid in children if pid not in zygotes] if zygotes else []
        first = [pid for zygote in zygotes for pid in _children(zygote) if _is_first(pid)]
        # Before there are workers its only child is the one that tries to break out.
        nurseries = [pid for z in first or zygotes for pid in _children(z)] if workers else []
        found = {
            "grader": [self.pid],
            "ctrl-c": [self.pid],
            "worker": workers,
            "zygote": first or zygotes,
            "nursery": nurseries,
            "guest": [pid for nursery in nurseries for pid in _children(nursery)],
        }
        return found[kind]

    def reach(self, moment: float, begun: float) -> None:
        """Wait for a moment of a run whose grading had begun at `begun` when it was measured."""
        if moment >= begun and self._begun is None:
            self.wait_for("worker")
            self._begun = self.age
        start = self._begun - begun if self._begun is not None else 0.0
        time.sleep(max(0.0, start + moment - self.age))

    def kill(self, kind: str, which: int) -> bool:
        """Kill one process of a kind, as soon as there is one. False where the run was over before.

        "ctrl-c" is what a terminal does to all of them, or rather to the grader's group.
        """
        while (found := self.wait_for(kind)) and not self.over:
            try:
                if kind == "ctrl-c":
                    os.killpg(self.pid, signal.SIGINT)
                else:
                    os.kill(found[which % len(found)], signal.SIGKILL)
                return True
            except ProcessLookupError:  # guests come and go
                continue
        return False

    def left_behind(self) -> list[int]:
        """Processes of this stage that live though its runs are over, after a moment of grace."""
        deadline = time.monotonic() + 10
        while (found := self._alive()) and time.monotonic() < deadline:
            time.sleep(0.01)
        return found

    def _alive(self) -> list[int]:
        """The grader's session, its first zygote, and zygotes started with a folder of this stage."""
        marks = f"zygote-{self.pid}\n".encode(), bytes(self.stage.temporary)
        pids = [int(path.name) for path in Path("/proc").iterdir() if path.name.isdigit()]
        mine = [
            pid
            for pid in pids
            if _session(pid) == self.pid or any(mark in _told_of(pid) for mark in marks)
        ]
        return [pid for pid in mine if _state(pid) not in ("Z", "X", "")]


def _read(pid: int, name: str) -> bytes:
    try:
        return Path(f"/proc/{pid}/{name}").read_bytes()
    except OSError:
        return b""


def _stat(pid: int) -> list[bytes]:
    """The fields of /proc/PID/stat after the name: state, parent, group, session, …"""
    return _read(pid, "stat").rpartition(b")")[2].split()


def _state(pid: int) -> str:
    return b"".join(_stat(pid)[:1]).decode()


def _session(pid: int) -> int:
    return int(b"".join(_stat(pid)[3:4]) or -1)


def _children(pid: int) -> list[int]:
    return [int(child) for child in _read(pid, f"task/{pid}/children").split()]


def _told_of(pid: int) -> bytes:
    """A process's name, and how it was started."""
    return _read(pid, "comm") + _read(pid, "cmdline")


def _is_zygote(pid: int) -> bool:
    """Whether it is one or a child of one: by its name, or by the folder that it was started with."""
    return b"zygote-" in _told_of(pid)


def _is_first(pid: int) -> bool:
    """Whether it is the first process of a PID namespace."""
    lines = _read(pid, "status").splitlines()
    numbers = next((line.split()[1:] for line in lines if line.startswith(b"NSpid:")), [])
    return len(numbers) > 1 and numbers[-1] == b"1"
