"""Files of ours: replaced in one step, added to by lines, read line by line; strangers': opened with care.

A run may be killed at any moment, so no file is ever half written, and a line that was cut off is
passed over when the file is read.
"""

import contextlib
import errno
import os
import secrets
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import msgspec

from autograder.errors import KitError
from autograder.text import Text, unreadable, unwritable

Line = TypeVar("Line")


def write_atomically(path: Path, data: bytes, *, durable: bool = True) -> None:
    """Replace a file in one step: whoever reads it finds the old or the new one, never half of one.

    `durable` means that not even a power cut leaves half of one; what can be made again need not be.
    Raises KitError where it cannot be written.
    """
    try:
        swap_in(path, data, durable=durable)
    except OSError as error:
        raise cannot_write(path, error) from None


def swap_in(path: Path, data: bytes, *, durable: bool = False) -> None:
    """The same for whoever has words of their own: raises the OSError as it is."""
    path.parent.mkdir(parents=True, exist_ok=True)
    # Beside it, under a name that nobody else writes to, and that no link in a folder bears.
    beside = path.with_name(f".{secrets.token_hex(8)}.tmp")
    try:
        with beside.open("xb") as file:
            file.write(data)
            if durable:
                file.flush()
                os.fsync(file.fileno())
        beside.replace(path)
    finally:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)


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
        raise cannot_write(path, error) from None


def open_regular(path: Path | str) -> int:
    """Open a stranger's file to be read, neither through a link nor waiting for a pipe's other end.

    Raises OSError, also where it is no regular file.
    """
    file = os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NOFOLLOW | os.O_NONBLOCK)
    if stat.S_ISREG(os.fstat(file).st_mode):
        return file
    os.close(file)
    raise OSError(errno.EINVAL, "not a regular file", str(path))


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


def cannot_write(path: Path, error: OSError) -> KitError:
    """That a file or folder of ours cannot be written: the disk's fault, or its rights."""
    return KitError(
        unwritable(path, error.strerror),
        Text(
            "디스크 공간과 쓰기 권한을 확인하고 다시 실행하세요. 잃은 것은 없습니다.",
            "Make room or give yourself the right to write there, then run again; nothing is lost.",
        ),
    )
