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


def open_paths(paths: Sequence[str]) -> list[tuple[int, int]]:
    """Descriptors and rights for paths that guests may read; opened once, used for each guest."""
    opened = []
    for path in paths:
        descriptor = os.open(path, os.O_PATH | os.O_CLOEXEC)
        opened.append((descriptor, _READ if os.path.isdir(path) else _READ_FILE))
    return opened


def restrict(readable: Sequence[tuple[int, int]], writable: str) -> None:
    """Confine this process for good: `readable` as `open_paths` gave it, one folder to write in."""
    version = abi()
    handled = max(bits for since, bits in _ACCESS_BY_ABI.items() if since <= version)
    fields = [handled]
    if version >= _NET_FROM_ABI:
        fields.append(_NET_ALL)
    if version >= _SCOPE_FROM_ABI:
        fields.append(_SCOPE_ALL)
    attributes = (ctypes.c_uint64 * len(fields))(*fields)
    ruleset = kernel.syscall(
        "landlock_create_ruleset",
        ctypes.byref(attributes),
        ctypes.c_size_t(ctypes.sizeof(attributes)),
        0,
    )
    own = os.open(writable, os.O_PATH | os.O_CLOEXEC)
    for descriptor, rights in (*readable, (own, _WRITE)):
        rule = _PathBeneath(rights & handled, descriptor)
        kernel.syscall("landlock_add_rule", ruleset, _RULE_PATH_BENEATH, ctypes.byref(rule), 0)
    kernel.syscall("landlock_restrict_self", ruleset, 0)
    os.close(own)
    os.close(ruleset)
