"""Starts the zygote. Nothing here imports torch: the zygote and the grader can import it side by side."""

import os
import socket
import subprocess
import sys
import tempfile
from pathlib import Path
from types import TracebackType

import msgspec

from autograder.errors import SandboxUnavailable
from autograder.sandbox.jail import (
    LANDLOCK_HINT,
    TIERS,
    Spec,
    Tier,
    check_kernel,
    remove_tree,
)

PROJECT = Path(__file__).resolve().parent.parent.parent
START_SECONDS = 120
ENVIRONMENT = {
    "PATH": "/usr/bin:/bin",
    "LANG": "C.UTF-8",
    "MPLBACKEND": "Agg",
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
    """

    def __init__(self, tiers: tuple[Tier, ...] = TIERS["auto"], *, dynamo: bool = True) -> None:
        if Tier.UNSAFE not in tiers:
            check_kernel(PROJECT)
        self._tiers = list(tiers)
        self._dynamo = dynamo
        self.start_up_seconds = 0.0  # CPU that the zygote took to get ready
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
            if "error" not in answer:
                self.start_up_seconds = float(answer["seconds"])
                return self.tier
            self.stop()
            if not self._tiers:
                raise SandboxUnavailable(
                    str(answer["error"]), str(answer.get("hint")) or LANDLOCK_HINT
                )
            self._begin()

    def send(self, spec: Spec, *sockets: socket.socket) -> None:
        """Ask for a guest on these sockets: its own, and its lifeline."""
        message = msgspec.msgpack.encode(spec)
        socket.send_fds(self._control, [message], [each.fileno() for each in sockets])

    def stop(self) -> None:
        """End it and all its guests."""
        self._control.close()
        try:
            self._process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        remove_tree(self._base)

    def _begin(self) -> None:
        self.tier = self._tiers.pop(0)
        self._base = Path(tempfile.mkdtemp(prefix="autograder-"))
        self._base.chmod(0o711)  # guests of another uid pass through to their own folder
        (self._base / "canary").write_text("what a guest must not read\n")
        self._control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        program = (
            f"import sys; sys.path.insert(0, {str(PROJECT)!r}); "
            "from autograder.sandbox.zygote import main; "
            f"main({str(self._base)!r}, {self.tier.value!r}, {theirs.fileno()}, {self._dynamo})"
        )
        self._process = subprocess.Popen(
            [sys.executable, "-I", "-c", program],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            env=ENVIRONMENT | {"HOME": os.environ.get("HOME", "/")},
            pass_fds=[theirs.fileno()],
            cwd="/",
        )
        theirs.close()

    def _first_word(self) -> dict[str, str]:
        self._control.settimeout(START_SECONDS)
        try:
            said = self._control.recv(65536)
        except TimeoutError:
            said = b""
        self._control.settimeout(None)
        if not said:
            return {"error": "The sandbox could not be started.", "hint": "See the lines above."}
        return msgspec.msgpack.decode(said, type=dict[str, str])
