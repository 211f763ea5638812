"""Times a command as a whole: its process and all that come of it."""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

KIT = Path(__file__).resolve().parent.parent.parent


def timed(command: tuple[list[str], Path]) -> list[float]:
    """CPU (of the process and all its descendants) and wall seconds of a command."""
    args, place = command
    started = time.perf_counter()
    with tempfile.TemporaryFile() as told:
        process = subprocess.Popen(args, cwd=place, env=environment(), stdout=told, stderr=told)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - started
        if status:
            told.seek(0)
            sys.exit(f"{' '.join(map(str, args))}\n{told.read().decode()}")
    return [usage.ru_utime + usage.ru_stime, wall]


def environment() -> dict[str, str]:
    """One thread for torch everywhere: more only wait for each other in calls this small."""
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"  # nbgrader calls alembic by name
    paths = f"{KIT}:{KIT / 'tools/bench'}"
    return {**os.environ, "OMP_NUM_THREADS": "1", "PATH": path, "PYTHONPATH": paths}
