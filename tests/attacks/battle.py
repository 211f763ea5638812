"""One run of `grade` on a class of attackers, honest students sitting between them."""

import contextlib
import os
import random
import secrets
import signal
import socket
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Iterator
from functools import cached_property
from itertools import groupby, islice
from pathlib import Path

import msgspec

from autograder.result import Result
from autograder.sandbox import kernel
from tests.attacks.corpus import Attack
from tests.conftest import course_of, hand_in, read_lines, solution

SLUG = "a01_sigmoid"
SEED = 20261125
TROPHY = "attack-was-here"  # what an attack leaves or says where it won
LIMITS = """
[limits]
call_cpu = 1
call_wall = 5
cpu = 4
wall = 20
memory = 256
disk = 4

[due]
a01_sigmoid = 2099-01-01
"""
SAMPLE = 3  # attacks of a class that `make test` carries out
PATIENCE = 1500  # seconds for a whole class: far more than its limits come to
USER = 1000
PR_SET_CHILD_SUBREAPER = 36
# The interpreter may lie in a home that only root may enter: give the user that home, or an open one.
AS_USER = """
home=$1 tree=$2 aside=$3 options=$4; shift 4
mount --make-rprivate /
mount --bind "$tree" "$aside"
mount -t tmpfs -o "$options" tmpfs "$home"
mkdir -p "$tree"
mount --bind "$aside" "$tree"
exec setpriv --reuid=1000 --regid=1000 --clear-groups --inh-caps=-all "$@"
"""
HOMES = {"user": "mode=755", "owner": "mode=700,uid=1000,gid=1000"}


class Setting(msgspec.Struct, frozen=True):
    """How a class is graded: in which tier, as whom; `quick` is the part that `make test` runs.

    "root" and "user" are what they say, "owner" is a user whose closed home holds the interpreter,
    "self" is whoever runs the tests.
    """

    tier: str
    user: str
    quick: bool = False

    @property
    def name(self) -> str:
        return "quick" if self.quick else f"{self.tier}-{self.user}"

    @property
    def obstacle(self) -> str:
        """Why it cannot be had here; "" where it can."""
        if self.user == "root" and os.getuid() != 0:
            return "the tests are not run as root"
        if self.user in HOMES and os.getuid() != 0 and (self.user == "owner" or not closed_home()):
            return "only root can make another user"
        return ""

    def chosen(self, corpus: list[Attack]) -> list[Attack]:
        """All attacks; of the quick part the first few cheap ones of each class."""
        if not self.quick:
            return corpus
        cheap = (attack for attack in corpus if not attack.orders.costly)
        classes = groupby(cheap, key=lambda attack: attack.name.partition("/")[0])
        return [attack for _, attacks in classes for attack in islice(attacks, SAMPLE)]


class Battle:
    """A graded class: what came of each attack, and what else could be seen of it."""

    def __init__(self, setting: Setting, attacks: list[Attack]) -> None:
        self.setting = setting
        self.secrets = {name: _word() for name in ("beside", "home", "environment", "course")}
        self.place = Path(tempfile.mkdtemp(prefix="attacks-"))
        self.place.chmod(0o755)
        self.course = course_of(self.place, *_slugs(attacks), limits=LIMITS)
        self.students = _seated(attacks)
        self.results: dict[tuple[str, str], Result] = {}
        self.new_processes: list[int] = []
        for name in ("home", "tmp", "aside", "submitted"):
            (self.place / name).mkdir()
        (self.place / "canary.txt").write_text(self.secrets["beside"])
        (self.place / "home" / "canary.txt").write_text(self.secrets["home"])
        (self.course / ".course-secret").write_text(self.secrets["course"])

    def fight(self) -> None:
        """Hand everything in, grade it, write the feedback; keep what could be seen."""
        with listening() as ears, _adopting_orphans():
            self._hand_in(ears)
            if os.getuid() == 0 and self.setting.user in HOMES:
                subprocess.run(["chown", "-hR", f"{USER}:{USER}", self.place], check=True)
            before = self._surroundings()
            verbs = [
                self._run("collect", self.place / "moodle", "--submitted", self.submitted),
                self._run(
                    "grade", "--submitted", self.submitted, "--out", self.out, "--jobs", 2,
                    "--isolation", self.setting.tier, "--lang", "en",
                ),
                self._run("feedback", "--out", self.out, "--lang", "en"),
            ]  # fmt: skip
            self.new_files = sorted(self._surroundings() ^ before)
            self.heard = ears.heard()
            self.new_processes = _children()
        self.graded = verbs[1]
        self.screen = "".join(verb.stdout + verb.stderr for verb in verbs)
        self.results = {result.key: result for result in read_lines(self.out)}

    @property
    def submitted(self) -> Path:
        return self.place / "submitted"

    @property
    def out(self) -> Path:
        return self.place / "out"

    @property
    def honest(self) -> list[str]:
        return [student for student, attack in self.students.items() if attack is None]

    @cached_property
    def name_of(self) -> dict[str, str]:
        """The student who carries out an attack."""
        return {attack.name: student for student, attack in self.students.items() if attack}

    def result_of(self, attack: Attack) -> Result:
        student = os.fsencode(self.name_of[attack.name]).decode("utf-8", "backslashreplace")
        return self.results[student, attack.orders.assignment]

    def score_of(self, honest: str) -> float:
        return self.results[honest, SLUG].score

    def page_of(self, attack: Attack) -> str:
        student, slug = self.result_of(attack).key
        return (self.out / "feedback" / student / slug / f"{slug}.html").read_text("utf-8")

    def records(self) -> dict[str, str]:
        """All that the run wrote or said, by where it stands."""
        files = [path for path in self.out.rglob("*") if path.is_file()]
        texts = {str(path.relative_to(self.out)): path.read_text("utf-8") for path in files}
        return {**texts, "the screen": self.screen}

    def clean_up(self) -> None:
        for pid in self.new_processes:
            os.kill(pid, signal.SIGKILL)
        for path in _trophies():
            path.unlink()
        subprocess.run(["rm", "-rf", self.place], check=True)

    def _hand_in(self, ears: "Ears") -> None:
        words = {
            "PORT": str(ears.port), "ABSTRACT": ears.abstract, "PID": str(os.getpid()),
            "COURSE": str(self.course), "PLACE": str(self.place), "TROPHY": TROPHY,
        }  # fmt: skip
        collected = False
        for student, attack in self.students.items():
            collected = attack.orders.collected if attack else collected  # as the attack beside it
            lms = self.place / "moodle" / f"student {student}_{student}_assignsubmission_file_"
            if attack:
                slug = attack.orders.assignment
                attack.hand_in(lms if collected else self.submitted / student / slug, words)
            elif collected:
                lms.mkdir(parents=True)
                (lms / f"{SLUG}.py").write_text(solution(SLUG), "utf-8")
            else:
                hand_in(self.submitted, student, SLUG, solution(SLUG))
        numbers = filter(str.isdigit, self.students)
        rows = "".join(f"{number},student {number},\n" for number in numbers)
        (self.course / "roster.csv").write_text("id,name,email\n" + rows, "utf-8")

    def _run(self, *args: object) -> subprocess.CompletedProcess[str]:
        environment = {
            "HOME": str(self.place / "home"), "TMPDIR": str(self.place / "tmp"),
            "LANG": "C.UTF-8", "PATH": os.environ["PATH"], "PYTHONDONTWRITEBYTECODE": "1",
            "GRADER_PASSWORD": self.secrets["environment"],
        }  # fmt: skip
        return subprocess.run(
            [*self._as_user(), sys.executable, "-m", "autograder", *map(str, args)],
            cwd=self.course, env=environment, capture_output=True, text=True,
            errors="surrogateescape", check=False, timeout=PATIENCE,
        )  # fmt: skip

    def _as_user(self) -> list[str]:
        if os.getuid() != 0 or self.setting.user not in HOMES:
            return []
        drop = [
            "setpriv",
            f"--reuid={USER}",
            f"--regid={USER}",
            "--clear-groups",
            "--inh-caps=-all",
        ]
        home = closed_home()
        if home is None:
            return drop
        options = HOMES[self.setting.user]
        script = ["unshare", "-m", "sh", "-ec", AS_USER, "sh"]
        return [*script, str(home), sys.base_prefix, str(self.place / "aside"), options]

    def _surroundings(self) -> set[str]:
        """The files that a run must leave as they are: the course's, temporary ones, libraries."""
        folders = [self.course, self.place / "home", self.place / "tmp"]
        ours = (path for folder in folders for path in folder.rglob("*") if not _cached(path))
        kept = {f"{path} {path.stat().st_size} {path.stat().st_mtime_ns}" for path in ours}
        libraries = Path(sysconfig.get_paths()["purelib"]).iterdir()
        return kept | {str(path) for path in (*libraries, *_trophies())}


class Ears:
    """Listeners on loopback (TCP and UDP) and on an abstract unix socket."""

    def __init__(self, sockets: list[socket.socket], abstract: str) -> None:
        self._sockets = sockets
        self.port = sockets[0].getsockname()[1]
        self.abstract = abstract

    def heard(self) -> list[str]:
        """Who called."""
        called = []
        for each in self._sockets:
            each.settimeout(0.1)
            with contextlib.suppress(TimeoutError):
                _ = each.recvfrom(100) if each.type == socket.SOCK_DGRAM else each.accept()
                called.append(str(each))
        return called


@contextlib.contextmanager
def listening() -> Iterator[Ears]:
    """Open the listeners; the two of loopback have one port."""
    abstract = f"attack-{_word()}"
    with (
        socket.create_server(("127.0.0.1", 0)) as tcp,
        socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as udp,
        socket.socket(socket.AF_UNIX) as unix,
    ):
        udp.bind(tcp.getsockname())
        unix.bind("\0" + abstract)
        unix.listen()
        yield Ears([tcp, udp, unix], abstract)


def closed_home() -> Path | None:
    """The folder above the interpreter that only its owner may enter, if there is one."""
    above = reversed(Path(sys.base_prefix).parents)
    return next((path for path in above if not path.stat().st_mode & 0o001), None)


def _slugs(attacks: list[Attack]) -> list[str]:
    return sorted({SLUG, *(attack.orders.assignment for attack in attacks)})


def _seated(attacks: list[Attack]) -> dict[str, Attack | None]:
    """The class by student: attacks in random order, an honest student before and after each."""
    shuffled = random.Random(SEED).sample(attacks, len(attacks))
    students: dict[str, Attack | None] = {"1000": None}
    for number, attack in zip(range(1001, 9999, 2), shuffled, strict=False):
        students[attack.student(number)] = attack
        students[str(number + 1)] = None
    return students


def _word() -> str:
    """A secret in letters: digits could be masked for another reason."""
    return "".join(secrets.choice("bcdfghjkmnpqrstvwxz") for _ in range(20))


@contextlib.contextmanager
def _adopting_orphans() -> Iterator[None]:
    """Whatever outlives its parent becomes a child of this process, and so is seen."""
    kernel.prctl(PR_SET_CHILD_SUBREAPER, 1)
    try:
        yield
    finally:
        kernel.prctl(PR_SET_CHILD_SUBREAPER, 0)


def _children() -> list[int]:
    children = Path("/proc/self/task").glob("*/children")
    return [int(pid) for path in children for pid in path.read_text().split()]


def _cached(path: Path) -> bool:
    """What Python and matplotlib keep for themselves, and the folders around it."""
    return path.is_dir() or not {"__pycache__", "matplotlib"}.isdisjoint(path.parts)


def _trophies() -> list[Path]:
    """What attacks leave where they can, by its name."""
    libraries = [Path(path) for path in (sysconfig.get_paths()["stdlib"], torch_home())]
    folders = ("/", "/tmp", "/var/tmp", "/dev/shm", "/run", "/etc", Path.home(), *libraries)
    found = (path for folder in folders for path in Path(folder).glob(f"{TROPHY}*"))
    return [path for path in found if path.is_file()]


def torch_home() -> str:
    return str(Path(sysconfig.get_paths()["purelib"]) / "torch")
