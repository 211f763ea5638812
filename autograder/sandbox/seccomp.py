"""seccomp: the system calls that a guest may make. Everything else fails with EPERM."""

import ctypes
import errno
import os
import tempfile

from autograder.errors import SandboxUnavailable
from autograder.sandbox import kernel
from autograder.text import Text

ALLOWED = """
    read readv pread64 preadv write writev pwrite64 pwritev lseek close close_range
    fstat newfstatat stat lstat statx statfs fstatfs access faccessat faccessat2 readlink readlinkat
    open openat getdents64 getcwd chdir fchdir mkdir mkdirat rmdir unlink unlinkat
    rename renameat renameat2 ftruncate fsync fdatasync fallocate fadvise64 flock umask
    dup dup2 dup3 pipe pipe2 poll ppoll select pselect6
    epoll_create1 epoll_ctl epoll_wait epoll_pwait eventfd2
    mmap munmap mprotect mremap madvise brk mincore msync membarrier
    rt_sigaction rt_sigprocmask rt_sigreturn rt_sigsuspend rt_sigpending rt_sigtimedwait
    sigaltstack restart_syscall
    futex futex_waitv sched_yield sched_getaffinity sched_getparam sched_getscheduler
    sched_get_priority_max sched_get_priority_min getcpu set_robust_list get_robust_list rseq
    set_tid_address gettid getpid getppid getpgrp getpgid getsid getuid geteuid getgid getegid
    getgroups getresuid getresgid uname sysinfo getrusage times getrlimit getpriority getsockname
    clock_gettime clock_getres clock_nanosleep nanosleep gettimeofday time getrandom
    setitimer getitimer alarm pause timer_create timer_settime timer_gettime timer_delete
    arch_prctl exit exit_group
""".split()

_CLONE_THREAD = 0x00010000
_HARMLESS_IOCTLS = (0x5401, 0x5421, 0x5450, 0x5451, 0x541B)  # TCGETS, FIONBIO, FIO(N)CLEX, FIONREAD
_HARMLESS_FCNTLS = (0, 1, 2, 3, 4, 5, 6, 7, 1030, 1032)  # no F_SETOWN, F_SETSIG, F_NOTIFY, seals


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_void_p))


class Filter:
    """The filter as the kernel takes it: compiled once, installed in each guest."""

    def __init__(self) -> None:
        self._code = _compile()
        self._program = _Program(
            len(self._code) // 8, ctypes.cast(ctypes.c_char_p(self._code), ctypes.c_void_p)
        )

    def install(self) -> None:
        """Confine this process for good (no_new_privs must be set)."""
        kernel.prctl(
            kernel.PR_SET_SECCOMP, kernel.SECCOMP_MODE_FILTER, ctypes.addressof(self._program)
        )


def _compile() -> bytes:
    try:
        import pyseccomp as library
    except (ImportError, RuntimeError, OSError) as error:
        raise SandboxUnavailable(
            Text(f"seccomp을 쓸 수 없습니다. ({error})", f"seccomp cannot be used: {error}."),
            Text(
                "libseccomp을 설치하세요. (Debian과 Ubuntu: apt-get install libseccomp2)",
                "Install libseccomp (Debian and Ubuntu: apt-get install libseccomp2).",
            ),
        ) from None
    rules = library.SyscallFilter(library.ERRNO(errno.EPERM))
    for name in ALLOWED:
        # Newer architectures lack the older calls.
        if library.resolve_syscall(library.Arch.NATIVE, name) >= 0:
            rules.add_rule(library.ALLOW, name)
    argument, masked, equal = library.Arg, library.MASKED_EQ, library.EQ
    rules.add_rule(library.ALLOW, "clone", argument(0, masked, _CLONE_THREAD, _CLONE_THREAD))
    # clone3's flags cannot be seen from here: where it is not implemented, libc falls back to clone.
    rules.add_rule(library.ERRNO(errno.ENOSYS), "clone3")
    # Limits may be asked for, not set: the third argument is where the new ones would stand.
    rules.add_rule(library.ALLOW, "prlimit64", argument(2, equal, 0))
    for request in _HARMLESS_IOCTLS:
        rules.add_rule(library.ALLOW, "ioctl", argument(1, equal, request))
    for command in _HARMLESS_FCNTLS:
        rules.add_rule(library.ALLOW, "fcntl", argument(1, equal, command))
    with tempfile.TemporaryFile() as file:
        rules.export_bpf(file)
        file.seek(0)
        return file.read()


def available() -> bool:
    """Whether the kernel has seccomp filters (CONFIG_SECCOMP_FILTER)."""
    return os.path.exists("/proc/sys/kernel/seccomp/actions_avail")
