"""The zygote's heap, made ready for many forks.

A guest shares the zygote's memory, and each page that it writes to is copied for it. What it
allocates would go into the holes that imports have left all over the heap, and cost a page each.
With these filled, what a guest makes lies side by side on few pages.
"""

import ctypes
import gc

POOL = 1 << 14  # Python's allocator cuts such pools into blocks of one size
BLOCKS = range(48, 513, 16)  # the sizes that it serves, but for the two smallest
CHUNKS = (*range(1 << 16, 1024, -512), *range(1024, 16, -16))  # of malloc: its bins' and between
ENOUGH = 4 << 20  # bytes of one size, should an allocator lay them out in another way

_libc = ctypes.CDLL(None)
_malloc = ctypes.CFUNCTYPE(ctypes.c_size_t, ctypes.c_size_t)(("malloc", _libc))
_free = ctypes.CFUNCTYPE(None, ctypes.c_size_t)(("free", _libc))
_sbrk = ctypes.CFUNCTYPE(ctypes.c_size_t, ctypes.c_ssize_t)(("sbrk", _libc))
_allocate = ctypes.PYFUNCTYPE(ctypes.c_size_t, ctypes.c_size_t)(
    ("PyObject_Malloc", ctypes.pythonapi)
)


def settle() -> None:
    """Fill the holes; have the garbage collector leave all that is there alone."""
    gc.collect()
    for size in BLOCKS:
        _fill_pools(size)
    for size in CHUNKS:
        _fill_gaps(size)
    gc.freeze()


def _fill_pools(size: int) -> None:
    """Allocate blocks until they fill a pool in a row: no other has room left."""
    in_a_row, before = 0, 0
    for _ in range(ENOUGH // size):
        block = _allocate(size)
        in_a_row = in_a_row + 1 if block == before + size else 1
        if in_a_row >= POOL // size - 3:  # its header takes some
            return
        before = block


def _fill_gaps(size: int) -> None:
    """Allocate chunks until one is cut from the top of the heap, where no gap is as large."""
    top = _top()
    for _ in range(ENOUGH // size):
        chunk = _malloc(size - 8)
        if chunk >= top:
            _free(chunk)
            return


def _top() -> int:
    """Where the free end of malloc's heap begins; 0 where libc does not tell (glibc before 2.33)."""
    try:
        told: _Mallinfo2 = ctypes.CFUNCTYPE(_Mallinfo2)(("mallinfo2", _libc))()
    except AttributeError:
        return 0
    return int(_sbrk(0)) - told.keepcost


class _Mallinfo2(ctypes.Structure):
    """What mallinfo2(3) tells; `keepcost` is how long that free end is."""

    keepcost: int
    _fields_ = [
        (name, ctypes.c_size_t)
        for name in (
            "arena", "ordblks", "smblks", "hblks", "hblkhd", "usmblks", "fsmblks", "uordblks",
            "fordblks", "keepcost",
        )
    ]  # fmt: skip
