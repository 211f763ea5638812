"""The kernel's doors that Python has no handles for, through ctypes."""

import contextlib
import ctypes
import os
import signal
from collections.abc import Collection
from typing import Any

_libc = ctypes.CDLL(None, use_errno=True)
_libc_with_gil = ctypes.PyDLL(None, use_errno=True)

CLONE_NEWNS = 0x00020000
CLONE_NEWCGROUP = 0x02000000
CLONE_NEWUTS = 0x04000000
CLONE_NEWIPC = 0x08000000
CLONE_NEWUSER = 0x10000000
CLONE_NEWPID = 0x20000000
CLONE_NEWNET = 0x40000000

MS_RDONLY, MS_NOSUID, MS_NODEV, MS_NOEXEC = 1, 2, 4, 8
MS_REMOUNT, MS_NOATIME, MS_NODIRATIME = 32, 1024, 2048
MS_BIND, MS_REC, MS_PRIVATE, MS_RELATIME = 4096, 16384, 1 << 18, 1 << 21
MNT_DETACH = 2

PR_SET_PDEATHSIG, PR_SET_DUMPABLE, PR_SET_KEEPCAPS = 1, 4, 8
PR_SET_SECCOMP, PR_SET_NO_NEW_PRIVS = 22, 38
SECCOMP_MODE_FILTER = 2

CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH = 1, 2
_CAPABILITY_VERSION_3 = 0x20080522
_CapabilityHeader, _CapabilityData = ctypes.c_uint32 * 2, ctypes.c_uint32 * 6

_SYSCALLS = {  # the same numbers on x86-64 and on every newer architecture
    "landlock_create_ruleset": 444,
    "landlock_add_rule": 445,
    "landlock_restrict_self": 446,
}
_PIVOT_ROOT = {"x86_64": 155}.get(os.uname().machine, 41)


def call(name: str, *args: Any) -> int:
    """A function of libc; raises OSError where it returns -1."""
    return _checked(name, getattr(_libc, name)(*args))


def syscall(name: str, *args: Any) -> int:
    """A system call that libc has no function for; raises OSError where it fails."""
    return _checked(name, _libc.syscall(_SYSCALLS[name], *args))


def _checked(name: str, result: int) -> int:
    if result == -1:
        number = ctypes.get_errno()
        raise OSError(number, f"{name}: {os.strerror(number)}")
    return result


def fork() -> int:
    """fork(2) alone, for a process of one thread.

    What Python does in each child besides (new locks, new seeds, a look at all threads) is for those
    that have more. It writes to a hundred pages, which would be copied for each child.
    """
    return _checked("fork", _libc_with_gil.fork())


def mount(source: str, target: str, kind: str = "", flags: int = 0, options: str = "") -> None:
    """mount(2)."""
    call(
        "mount", source.encode(), target.encode(), kind.encode() or None, ctypes.c_ulong(flags),
        options.encode() or None,
    )  # fmt: skip


def pivot_root(new: str, old: str) -> None:
    """pivot_root(2)."""
    _checked("pivot_root", _libc.syscall(_PIVOT_ROOT, new.encode(), old.encode()))


def prctl(option: int, *args: int) -> None:
    """prctl(2)."""
    call("prctl", option, *(ctypes.c_ulong(arg) for arg in (*args, 0, 0, 0, 0)[:4]))


def die_with(parent: int) -> None:
    """Be killed when the parent ends; it may have ended just before this was asked for."""
    prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)


def stay_on(cores: Collection[int]) -> None:
    """Run on these cores; where a container has lost them meanwhile, on any."""
    with contextlib.suppress(OSError):
        os.sched_setaffinity(0, cores)


def set_capabilities(*kept: int) -> None:
    """Keep just these capabilities."""
    mask = sum(1 << capability for capability in kept)
    header = _CapabilityHeader(_CAPABILITY_VERSION_3, 0)
    data = _CapabilityData(mask, mask, 0, 0, 0, 0)
    call("capset", ctypes.byref(header), ctypes.byref(data))
