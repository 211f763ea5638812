"""Starts the zygote. Nothing here imports torch: the zygote and the grader can import it side by side."""

import contextlib
import fcntl
import os
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

import msgspec

from autograder.errors import SandboxUnavailable
from autograder.refusal import Refusal
from autograder.sandbox.jail import TIERS, Spec, Tier, check_kernel, remove_tree
from autograder.text import Text

PROJECT = Path(__file__).resolve().parent.parent.parent
START_SECONDS = 120
MANY = 100  # guests, for whom huge pages are worth the second that they take
FOLDERS = "autograder-zygote-"
ENVIRONMENT = {
    "PATH": "/usr/bin:/bin",
    "LANG": "C.UTF-8",
    "MPLBACKEND": "Agg",
    "CUDA_VISIBLE_DEVICES": "",  # what is graded here is graded everywhere
    "PYTHONHASHSEED": "0",
    "PYTHONDONTWRITEBYTECODE": "1",
    "OMP_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "MALLOC_ARENA_MAX": "2",  # else each thread reserves 64 MB of the limited address space
}


class Zygote:
    """A zygote: starting, then running. Use as a context manager; forked workers share it.

    It is in namespaces where the host allows them. `ready` waits until it can fork guests. Without
    `dynamo` it starts nearly two seconds earlier; a guest that needs torch._dynamo imports it itself.
    Where many `guests` are to come, it takes another second to make each of them cheaper.
    """

    def __init__(
        self, tiers: tuple[Tier, ...] = TIERS["auto"], *, dynamo: bool = True, guests: int = 1
    ) -> None:
        if Tier.UNSAFE not in tiers:
            check_kernel(PROJECT)
        self._tiers = list(tiers)
        self._dynamo = dynamo
        self._huge = guests >= MANY
        self._control: socket.socket
        self._guests: socket.socket  # to the nursery of this process,
        self._nursed: int  # or of that one, which this was forked from
        self._begin()

    def __enter__(self) -> "Zygote":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    def ready(self) -> Tier:
        """Wait until it is ready; how guests are isolated. Raises SandboxUnavailable."""
        while True:
            answer = self._first_word()
            if not isinstance(answer, Refusal):
                self.start_up_seconds = answer
                return self.tier
            self.stop()
            if not self._tiers:
                raise SandboxUnavailable(answer.message, answer.hint)
            self._begin()

    def revive(self) -> None:
        """Start another in place of one that has died; its guests are gone."""
        self.stop()
        self._tiers.insert(0, self.tier)
        self._begin()
        self.ready()

    def send(self, spec: Spec, *sockets: socket.socket) -> None:
        """Ask for a guest on these sockets: its own, and its lifeline."""
        message = msgspec.msgpack.encode(spec)
        socket.send_fds(self._nursery(), [message], [each.fileno() for each in sockets])

    def _nursery(self) -> socket.socket:
        """The way to this process's own nursery, which runs where this process does."""
        if self._nursed != os.getpid():
            ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
            cores = msgspec.msgpack.encode(sorted(os.sched_getaffinity(0)))
            with theirs:
                socket.send_fds(self._control, [cores], [theirs.fileno()])
            self._guests, self._nursed = ours, os.getpid()
        return self._guests

    def stop(self) -> None:
        """End it, all nurseries and all guests."""
        with contextlib.suppress(OSError):
            self._control.shutdown(socket.SHUT_RDWR)  # forked workers have it, too
        self._control.close()
        if self._nursed == os.getpid():
            self._guests.close()
        try:
            self._process.wait(timeout=10 if self.start_up_seconds else 0)  # it listens when ready
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._folder.close()

    def _begin(self) -> None:
        self.tier = self._tiers.pop(0)
        self.start_up_seconds = 0.0  # CPU that it took to get ready
        self._nursed = 0
        self._base, self._folder = _own_folder()
        with contextlib.ExitStack() as undo:  # a signal may come before anybody has this zygote
            undo.callback(self._folder.close)
            self._control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
            self._process = _interpreter(self._program(theirs.fileno()), theirs)
            theirs.close()
            undo.pop_all()

    def _program(self, socket_number: int) -> str:
        return (
            f"import sys; sys.path.insert(0, {str(PROJECT)!r}); "
            "from autograder.sandbox.zygote import main; "
            f"main({os.getpid()}, {str(self._base)!r}, {self.tier.value!r}, "
            f"{socket_number}, {self._dynamo}, {self._huge})"
        )

    def _first_word(self) -> float | Refusal:
        """The CPU seconds that it took, or why there will be no guests."""
        self._control.settimeout(START_SECONDS)
        try:
            said = self._control.recv(65536)
        except OSError:  # it took too long, or died
            said = b""
        self._control.settimeout(None)
        if not said:
            return Refusal(
                Text("샌드박스를 시작하지 못했습니다.", "The sandbox could not be started."),
                Text("위에 나온 내용을 확인하세요.", "See the lines above."),
            )
        return msgspec.msgpack.decode(said, type=float | Refusal)


def _interpreter(program: str, inherited: socket.socket) -> subprocess.Popen[bytes]:
    """A Python of its own that runs `program`, with nothing of this one but a socket."""
    return subprocess.Popen(
        [sys.executable, "-I", "-c", program],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        env=ENVIRONMENT | {"HOME": os.environ.get("HOME", "/")},
        pass_fds=[inherited.fileno()],
        cwd="/",
        start_new_session=True,  # Ctrl-C in the terminal is for the grader, which ends it
    )


def _own_folder() -> tuple[Path, contextlib.ExitStack]:
    """A folder for a zygote, and what removes it. Its lock ends with this process at the latest."""
    try:
        _sweep()
        while True:
            keep = contextlib.ExitStack()
            folder = Path(tempfile.mkdtemp(prefix=FOLDERS))
            keep.callback(remove_tree, folder)
            fcntl.flock(keep.enter_context(_opened(folder)), fcntl.LOCK_EX)
            if folder.exists():  # no other run has swept it before it was locked
                break
            keep.close()
        folder.chmod(0o711)  # guests of another uid pass through to their own folder
        (folder / "canary").write_text("what a guest must not read\n")
        return folder, keep
    except OSError as error:
        raise SandboxUnavailable(
            Text(
                f"임시 파일을 둘 폴더를 만들 수 없습니다. ({error.strerror})",
                f"No folder for temporary files could be made ({error.strerror}).",
            ),
            Text(
                "/tmp를 비우거나, TMPDIR에 공간이 있는 폴더를 지정하세요.",
                "Make room in /tmp, or set TMPDIR to a folder that has some.",
            ),
        ) from None


def _sweep() -> None:
    """Remove the folders of runs that were killed: those that nobody holds the lock of."""
    for folder in Path(tempfile.gettempdir()).glob(f"{FOLDERS}*"):
        with contextlib.suppress(OSError), _opened(folder) as lock:  # another user's, or in use
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if os.fstat(lock).st_uid == os.getuid():
                remove_tree(folder)


@contextlib.contextmanager
def _opened(folder: Path) -> Iterator[int]:
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    try:
        yield descriptor
    finally:
        os.close(descriptor)
