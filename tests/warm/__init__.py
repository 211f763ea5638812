"""The command line without the wait: in forks of a process that has everything imported."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from autograder.sandbox.launch import ENVIRONMENT


class Server:
    """Starts the command line, as often as one likes. It is itself started when it is needed."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[str] | None = None

    def run(self, *args: str, cwd: Path) -> subprocess.CompletedProcess[str]:
        """Run a verb to its end, with what it has said."""
        with tempfile.TemporaryDirectory(prefix="warm-") as place:
            said = [Path(place, name) for name in ("stdout", "stderr")]
            status = self.wait(self.start(*args, cwd=cwd, stdout=said[0], stderr=said[1]))
            return subprocess.CompletedProcess(args, status, *(path.read_text() for path in said))

    def start(
        self,
        *args: str,
        cwd: Path,
        stdout: Path | str = os.devnull,
        stderr: Path | str = os.devnull,
        file_limit: int | None = None,
        **environment: str,
    ) -> int:
        """Begin a verb, with no file longer than `file_limit` bytes; its pid."""
        return self._order(
            start=args,
            folder=str(cwd),
            environment={**os.environ, **environment},
            stdin=os.devnull,
            stdout=str(stdout),
            stderr=str(stderr),
            file_limit=file_limit,
        )

    def wait(self, pid: int) -> int:
        """Wait for the end of one: its exit status."""
        return self._order(wait=pid)

    def close(self) -> None:
        """End the server, which has nothing under way."""
        if self._process is not None:
            self._process.communicate()

    def _order(self, **order: object) -> int:
        if self._process is None:
            self._process = _started()
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(order) + "\n")
        self._process.stdin.flush()
        return int(self._process.stdout.readline())


def _started() -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, Path(__file__).with_name("server.py")],
        cwd="/",
        env=ENVIRONMENT | {"HOME": os.environ.get("HOME", "/")},  # a zygote's
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


SERVER = Server()
