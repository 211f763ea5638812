"""Landlock: which files a guest may read, which one folder it may write, no TCP, no signals out.

https://docs.kernel.org/userspace-api/landlock.html
"""

import ctypes
import os
from collections.abc import Sequence

from autograder.sandbox import kernel

_CREATE_VERSION = 1
_RULE_PATH_BENEATH = 1
_READ = (1 << 2) | (1 << 3)  # read files, list folders: neither execute nor write
_READ_FILE = 1 << 2
_ACCESS_BY_ABI = {1: (1 << 13) - 1, 2: (1 << 14) - 1, 3: (1 << 15) - 1, 5: (1 << 16) - 1}
_NET_FROM_ABI, _SCOPE_FROM_ABI = 4, 6
_NET_ALL, _SCOPE_ALL = 0b11, 0b11
# In the private folder: all but execute (bit 0) and making devices, sockets, pipes, links (6, 9–12).
_WRITE = ((1 << 16) - 1) & ~(1 << 0) & ~(0b1111001 << 6)


class _PathBeneath(ctypes.Structure):
    _pack_ = 1
    _fields_ = (("allowed_access", ctypes.c_uint64), ("parent_fd", ctypes.c_int32))


def abi() -> int:
    """The kernel's Landlock version; 0 where it has none."""
    try:
        return kernel.syscall("landlock_create_ruleset", None, ctypes.c_size_t(0), _CREATE_VERSION)
    except OSError:
        return 0


class Rules:
    """What guests may do, as the kernel takes it: laid out once, imposed on each guest."""

    def __init__(self, readable: Sequence[str]) -> None:
        version = abi()
        self._handled = max(bits for since, bits in _ACCESS_BY_ABI.items() if since <= version)
        fields = [self._handled]
        if version >= _NET_FROM_ABI:
            fields.append(_NET_ALL)
        if version >= _SCOPE_FROM_ABI:
            fields.append(_SCOPE_ALL)
        self._attributes = (ctypes.c_uint64 * len(fields))(*fields)
        self._readable = [self._beneath(path, _rights(path)) for path in readable]

    def _beneath(self, path: str, rights: int) -> _PathBeneath:
        """What is allowed at a path and below it, by a descriptor that stays open."""
        descriptor = os.open(path, os.O_PATH | os.O_CLOEXEC)
        return _PathBeneath(rights & self._handled, descriptor)

    def impose(self, writable: str) -> None:
        """Confine this process for good: `readable` to read, one folder to write in."""
        ruleset = kernel.syscall(
            "landlock_create_ruleset",
            ctypes.byref(self._attributes),
            ctypes.c_size_t(ctypes.sizeof(self._attributes)),
            0,
        )
        own = self._beneath(writable, _WRITE)
        for rule in (*self._readable, own):
            kernel.syscall("landlock_add_rule", ruleset, _RULE_PATH_BENEATH, ctypes.byref(rule), 0)
        kernel.syscall("landlock_restrict_self", ruleset, 0)
        os.close(own.parent_fd)
        os.close(ruleset)


def _rights(path: str) -> int:
    return _READ if os.path.isdir(path) else _READ_FILE
