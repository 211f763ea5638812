"""Programs without the wait: in forks of a process that has imported what they need."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from autograder.sandbox.launch import ENVIRONMENT


class Server:
    """Starts a program as often as one likes. It is itself started when it is needed."""

    def __init__(self, program: str) -> None:
        self._program = program
        self._process: subprocess.Popen[str] | None = None

    def run(
        self,
        *args: str,
        cwd: Path,
        environment: Mapping[str, str] = os.environ,
        program: str | None = None,
    ) -> subprocess.CompletedProcess[str]:
        """Run it to its end, or another program with what it has imported; what was said."""
        with tempfile.TemporaryDirectory(prefix="warm-") as place:
            said = [Path(place, name) for name in ("stdout", "stderr")]
            pid = self.start(
                *args, cwd=cwd, environment=environment, program=program,
                stdout=said[0], stderr=said[1],
            )  # fmt: skip
            status = self.wait(pid)
            return subprocess.CompletedProcess(args, status, *(path.read_text() for path in said))

    def start(
        self,
        *args: str,
        cwd: Path,
        environment: Mapping[str, str] = os.environ,
        program: str | None = None,
        stdout: Path | str = os.devnull,
        stderr: Path | str = os.devnull,
        file_limit: int | None = None,
    ) -> int:
        """Begin a run, with no file longer than `file_limit` bytes; its pid."""
        return self._order(
            start=program or self._program,
            arguments=args,
            folder=str(cwd),
            environment=dict(environment),
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
            self._process = _started(self._program)
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(order) + "\n")
        self._process.stdin.flush()
        return int(self._process.stdout.readline())


def _started(program: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, Path(__file__).with_name("server.py"), program],
        cwd="/",
        env=ENVIRONMENT | {"HOME": os.environ.get("HOME", "/")},  # a zygote's
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


SERVER = Server("autograder")
PYTEST = Server("pytest")
