"""The zygote's heap, and what it has run of its libraries' code, on huge pages.

A fork copies one entry for a huge page instead of 512. Of code that lies in a file it copies none:
each part that a guest runs would be a page fault first, some 300 of them. Memory of our own with the
same bytes in the same place spares them. Where the kernel has no huge pages, all stays as it is.
"""

import ctypes
import os
from array import array
from collections.abc import Iterator
from itertools import groupby

from autograder.sandbox.mappings import EXECUTE, READ, WRITE, Mapping, mappings, protect

HUGE = 2 << 20
PAGE = 4096
IN_USE = 16  # of the 512 pages that a huge one replaces; with fewer, it is not worth its memory
PRESENT = 1 << 63  # bit of a page's entry in /proc/self/pagemap
MAP_PRIVATE, MAP_ANONYMOUS = 0x02, 0x20
MADV_HUGEPAGE, MADV_COLLAPSE = 14, 25
MREMAP_MAYMOVE, MREMAP_FIXED = 1, 2

_libc = ctypes.CDLL(None)
_address, _size, _int = ctypes.c_size_t, ctypes.c_size_t, ctypes.c_int
_mmap = ctypes.CFUNCTYPE(_address, _address, _size, _int, _int, _int, ctypes.c_long)(
    ("mmap", _libc)
)
_mremap = ctypes.CFUNCTYPE(_address, _address, _size, _size, _int, _address)(("mremap", _libc))
_madvise = ctypes.CFUNCTYPE(_int, _address, _size, _int)(("madvise", _libc))
_munmap = ctypes.CFUNCTYPE(_int, _address, _size)(("munmap", _libc))
FAILED = ctypes.c_size_t(-1).value


def use() -> None:
    """Move there what can be moved."""
    for mapping in mappings():
        if mapping.is_heap:
            _madvise(mapping.start, mapping.end - mapping.start, MADV_COLLAPSE)
        elif (
            mapping.is_code and os.uname().machine == "x86_64"
        ):  # others have to be told of new code
            for start, end in _parts_in_use(mapping):
                _move(start, end)


def _parts_in_use(code: Mapping) -> Iterator[tuple[int, int]]:
    """Where the process has run code, in whole huge pages that lie side by side."""
    first = -(-code.start // HUGE) * HUGE
    starts = range(first, code.end - HUGE + 1, HUGE)
    try:
        with open("/proc/self/pagemap", "rb", buffering=0) as pagemap:
            used = [_pages_in_use(pagemap.fileno(), start) >= IN_USE for start in starts]
    except OSError:  # not for everybody to read
        return
    for in_use, group in groupby(zip(starts, used, strict=True), key=lambda pair: pair[1]):
        if in_use:
            side_by_side = [start for start, _ in group]
            yield side_by_side[0], side_by_side[-1] + HUGE


def _pages_in_use(pagemap: int, start: int) -> int:
    entries = array("Q", os.pread(pagemap, HUGE // PAGE * 8, start // PAGE * 8))
    return sum(entry >= PRESENT for entry in entries)


def _move(start: int, end: int) -> None:
    """Put a copy on huge pages in the place of code; the one call that swaps them runs in the kernel."""
    size = end - start
    copy = _reserve(size)
    if copy is None:
        return
    _madvise(copy, size, MADV_HUGEPAGE)
    ctypes.memmove(copy, start, size)
    moved = (
        _madvise(copy, size, MADV_COLLAPSE) == 0
        and protect(copy, copy + size, READ | EXECUTE)
        and _mremap(copy, size, size, MREMAP_MAYMOVE | MREMAP_FIXED, start) != FAILED
    )
    if not moved:
        _munmap(copy, size)


def _reserve(size: int) -> int | None:
    """Memory that begins where a huge page may."""
    area = _mmap(0, size + HUGE, READ | WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
    if area == FAILED:
        return None
    copy = -(-area // HUGE) * HUGE
    if copy > area:
        _munmap(area, copy - area)
    _munmap(copy + size, area + HUGE - copy)
    return int(copy)
