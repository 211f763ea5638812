"""results.jsonl: one line per student and assignment, written whole or not at all.

While a run is under way its results go to a journal beside it, line by line. A run that is killed
loses nothing: the next one takes the finished lines from there. Two runs do not write to one place:
the second is refused.
"""

import contextlib
import fcntl
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

import msgspec

from autograder.errors import KitError
from autograder.files import append, cannot_write, read_lines, write_atomically
from autograder.result import Result
from autograder.text import Text

RESULTS = "results.jsonl"
Key = tuple[str, str]
"""What identifies a result: (student, assignment)."""


def read_results(path: Path) -> dict[Key, Result]:
    """The results in a file, by (student, assignment)."""
    return {result.key: result for result in read_lines(path, Result)}


def no_results(out: Path) -> KitError:
    """That nothing has been graded yet."""
    return KitError(
        Text(f"{out / RESULTS} 파일에 채점 결과가 없습니다.", f"{out / RESULTS} holds no results."),
        Text("먼저 make grade로 채점하세요.", "Grade first: make grade"),
    )


def write_results(path: Path, results: Iterable[Result]) -> None:
    """Replace the file in one step."""
    write_atomically(path, b"".join(msgspec.json.encode(result) + b"\n" for result in results))


@contextlib.contextmanager
def claimed(out: Path) -> Iterator[None]:
    """Keep other runs from writing to `out`. The claim ends with this process, however that ends."""
    path = out / f"{RESULTS}.lock"
    try:
        out.mkdir(parents=True, exist_ok=True)
        lock = _locked(path)
    except BlockingIOError:
        raise KitError(
            Text(f"{out} 폴더에 다른 실행이 쓰고 있습니다.", f"Another run is writing to {out}."),
            Text(
                "끝날 때까지 기다리거나 다른 곳을 지정하세요: --out",
                "Wait for its end, or choose another place: --out.",
            ),
        ) from None
    except OSError as error:
        raise cannot_write(path, error) from None
    with lock:
        try:
            yield
        finally:
            path.unlink(missing_ok=True)


def _locked(path: Path) -> BinaryIO:
    """The file at `path`, made and locked. (Not flock: forked workers would hold that, too.)"""
    while True:
        file = path.open("ab")
        try:
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if os.fstat(file.fileno()).st_nlink:
                return file  # and not one that its last owner has just removed
        except BaseException:
            file.close()
            raise
        file.close()


class Journal:
    """The results of the run under way, or of one that was killed."""

    def __init__(self, out: Path) -> None:
        self.path = out / f"{RESULTS}.journal"

    def finished(self) -> dict[Key, Result]:
        """What a killed run had finished."""
        return read_results(self.path)

    def add(self, result: Result) -> None:
        """Keep a result at once."""
        append(self.path, msgspec.json.encode(result) + b"\n")

    def close(self) -> None:
        """The results stand in their file: the journal is not needed any more."""
        with contextlib.suppress(OSError):
            self.path.unlink(missing_ok=True)
