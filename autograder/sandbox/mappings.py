"""What the zygote has mapped, and fewer of them: a fork copies each mapping, and its end undoes each."""

import ctypes
from itertools import pairwise
from typing import NamedTuple

READ, WRITE, EXECUTE = 1, 2, 4

_libc = ctypes.CDLL(None)
_protect = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_size_t, ctypes.c_size_t, ctypes.c_int)(
    ("mprotect", _libc)
)


class Mapping(NamedTuple):
    """A line of /proc/self/maps."""

    start: int
    end: int
    access: str
    name: str

    @classmethod
    def of(cls, place: str, access: str, *others: str) -> "Mapping":
        """From the fields of a line; the name of what has none is empty."""
        start, end = (int(address, 16) for address in place.split("-"))
        return cls(start, end, access, "".join(others[3:]).strip())

    @property
    def is_heap(self) -> bool:
        """Whether it is memory that the process has allocated."""
        return self.access.startswith("rw") and self.name in ("", "[heap]")

    @property
    def is_code(self) -> bool:
        """Whether it is code of a library's file."""
        return self.access == "r-xp" and self.name.startswith("/")


def mappings() -> list[Mapping]:
    """All of this process, by their addresses."""
    with open("/proc/self/maps") as maps:
        lines = [line.split(maxsplit=5) for line in maps]
    return [Mapping.of(*line) for line in lines]


def protect(start: int, end: int, access: int) -> bool:
    """mprotect(2); whether the kernel agrees."""
    return bool(_protect(start, end - start, access) == 0)


def join_libraries() -> None:
    """Make one mapping of a library's code and constants, and one of what it may write to.

    Each has five or six, which differ in what may be done with them. That is no bound for student
    code, which may change it itself.
    """
    found = mappings()
    libraries = {mapping.name for mapping in found if mapping.is_code}
    for mapping, after in pairwise(found):
        if mapping.access == "r--p" and mapping.name in libraries:
            beside = (after.start, after.name) == (mapping.end, mapping.name)
            other = WRITE if beside and after.access == "rw-p" else EXECUTE
            protect(mapping.start, mapping.end, READ | other)
