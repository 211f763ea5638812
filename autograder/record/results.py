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
from typing import BinaryIO, TypeVar

import msgspec

from autograder.errors import KitError
from autograder.result import Result
from autograder.text import Text, unreadable, unwritable

NAME = "results.jsonl"
Key = tuple[str, str]
Line = TypeVar("Line")


def read_results(path: Path) -> dict[Key, Result]:
    """The results in a file, by (student, assignment)."""
    return {result.key: result for result in read_lines(path, Result)}


def read_lines(path: Path, kind: type[Line]) -> Iterator[Line]:
    """The lines of a file, as `kind`; one that is cut off or foreign is left out."""
    for line in raw_lines(path):
        with contextlib.suppress(msgspec.MsgspecError, UnicodeDecodeError):
            yield msgspec.json.decode(line, type=kind)


def raw_lines(path: Path) -> Iterator[bytes]:
    """The lines of a file as they are, without their ends; none where there is no file."""
    try:
        with path.open("rb") as file:
            for line in file:
                yield line.removesuffix(b"\n")
    except (FileNotFoundError, NotADirectoryError):
        return
    except OSError as error:
        raise KitError(
            unreadable(path, error.strerror),
            Text(
                "읽기 권한을 확인하거나 다른 곳으로 옮기세요.",
                "Give yourself the right to read it, or move it away.",
            ),
        ) from None


def no_results(out: Path) -> KitError:
    """That nothing has been graded yet."""
    return KitError(
        Text(f"{out / NAME} 파일에 채점 결과가 없습니다.", f"{out / NAME} holds no results."),
        Text("먼저 make grade로 채점하세요.", "Grade first: make grade"),
    )


def write_results(path: Path, results: Iterable[Result]) -> None:
    """Replace the file in one step."""
    write_atomically(path, b"".join(msgspec.json.encode(result) + b"\n" for result in results))


def write_atomically(path: Path, data: bytes, *, durable: bool = True) -> None:
    """Replace a file in one step: whoever reads it finds the old or the new one, never half of one.

    `durable` means that not even a power cut leaves half of one; what can be made again needs it not.
    """
    temporary = path.with_name(f"{path.name}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with temporary.open("wb") as file:
            file.write(data)
            if durable:
                file.flush()
                os.fsync(file.fileno())
        temporary.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise _unwritable(path, error) from None


@contextlib.contextmanager
def claimed(out: Path) -> Iterator[None]:
    """Keep other runs from writing to `out`. The claim ends with this process, however that ends."""
    path = out / f"{NAME}.lock"
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
        raise _unwritable(path, error) from None
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


def append(path: Path, lines: bytes, *, durable: bool = False) -> None:
    """Add lines to a file, below whatever a killed run has left of its last one."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a+b") as file:
            if file.tell():
                file.seek(-1, os.SEEK_END)
                lines = lines if file.read(1) == b"\n" else b"\n" + lines
            file.write(lines)
            if durable:
                file.flush()
                os.fsync(file.fileno())
    except OSError as error:
        raise _unwritable(path, error) from None


class Journal:
    """The results of the run under way, or of one that was killed."""

    def __init__(self, out: Path) -> None:
        self.path = out / f"{NAME}.journal"

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


def _unwritable(path: Path, error: OSError) -> KitError:
    return KitError(
        unwritable(path, error.strerror),
        Text(
            "디스크 공간과 쓰기 권한을 확인하고 다시 실행하세요. 잃은 것은 없습니다.",
            "Make room or give yourself the right to write there, then run again; nothing is lost.",
        ),
    )
