"""results.jsonl: one line per student and assignment, written whole or not at all.

While a run is under way its results go to a journal beside it, line by line. A run that is killed
loses nothing: the next one takes the finished lines from there.
"""

import contextlib
import os
from collections.abc import Iterable
from pathlib import Path

import msgspec

from autograder.errors import KitError
from autograder.result import Result

NAME = "results.jsonl"
Key = tuple[str, str]


def read_results(path: Path) -> dict[Key, Result]:
    """The results in a file, by (student, assignment); a line that is cut off or foreign is left out."""
    results = {}
    with contextlib.suppress(FileNotFoundError), path.open("rb") as file:
        for line in file:
            with contextlib.suppress(msgspec.MsgspecError):
                result = msgspec.json.decode(line, type=Result)
                results[result.key] = result
    return results


def write_results(path: Path, results: Iterable[Result]) -> None:
    """Replace the file in one step."""
    write_atomically(path, b"".join(msgspec.json.encode(result) + b"\n" for result in results))


def write_atomically(path: Path, data: bytes) -> None:
    """Replace a file in one step: whoever reads it finds the old or the new one, never half of one."""
    temporary = path.with_name(f"{path.name}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with temporary.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise KitError(
            f"{path} cannot be written ({error.strerror}).",
            "Make room or give yourself the right to write there, then run again; nothing is lost.",
        ) from None


class Journal:
    """The results of the run under way, or of one that was killed."""

    def __init__(self, out: Path) -> None:
        self._path = out / f"{NAME}.journal"

    def finished(self) -> dict[Key, Result]:
        """What a killed run had finished."""
        return read_results(self._path)

    def add(self, result: Result) -> None:
        """Keep a result at once."""
        line = msgspec.json.encode(result) + b"\n"
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with self._path.open("ab") as file:
                file.write(line)
        except OSError as error:
            raise KitError(
                f"{self._path} cannot be written ({error.strerror}).",
                "Make room, then run again: what is graded so far is kept.",
            ) from None

    def close(self) -> None:
        """The results stand in their file: the journal is not needed any more."""
        with contextlib.suppress(OSError):
            self._path.unlink(missing_ok=True)
