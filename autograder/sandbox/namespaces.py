"""Namespaces: a guest's world holds the interpreter, some libraries and an empty folder. Nothing else.

Used where the host allows it (as root, or by an unprivileged user namespace). Entering happens once,
in the zygote; each guest adds a mount namespace of its own for its private folder.
"""

import os
import signal
from collections.abc import Sequence
from pathlib import Path

from autograder.sandbox import kernel

PRIVATE = "guest"
INODES = 256  # files and folders that a private folder holds
_DEVICES = ("/dev/null", "/dev/zero", "/dev/random", "/dev/urandom")
_ISOLATED = (
    kernel.CLONE_NEWNS | kernel.CLONE_NEWPID | kernel.CLONE_NEWNET | kernel.CLONE_NEWIPC
    | kernel.CLONE_NEWUTS | kernel.CLONE_NEWCGROUP
)  # fmt: skip
_KEPT_FLAGS = {  # what a mount in a user namespace must keep when it is made read-only
    os.ST_NOSUID: kernel.MS_NOSUID,
    os.ST_NODEV: kernel.MS_NODEV,
    os.ST_NOEXEC: kernel.MS_NOEXEC,
    os.ST_NOATIME: kernel.MS_NOATIME,
    os.ST_NODIRATIME: kernel.MS_NODIRATIME,
    os.ST_RELATIME: kernel.MS_RELATIME,
}


def leave_host() -> None:
    """Enter new namespaces; the process goes on as the first one of a new PID namespace.

    The original process stays behind, waits and ends with it. Raises OSError where the host does
    not allow namespaces.
    """
    uid, gid = os.getuid(), os.getgid()
    if uid == 0:
        kernel.call("unshare", _ISOLATED)
    else:
        kernel.call("unshare", _ISOLATED | kernel.CLONE_NEWUSER)
        Path("/proc/self/setgroups").write_text("deny")
        Path("/proc/self/uid_map").write_text(f"{uid} {uid} 1")
        Path("/proc/self/gid_map").write_text(f"{gid} {gid} 1")
    child = os.fork()
    if child:
        _wait_for(child)
    kernel.prctl(kernel.PR_SET_PDEATHSIG, signal.SIGKILL)


def _wait_for(child: int) -> None:
    kernel.prctl(kernel.PR_SET_PDEATHSIG, signal.SIGKILL)
    os.closerange(3, 256)
    _, status = os.waitpid(child, 0)
    os._exit(os.waitstatus_to_exitcode(status) & 0xFF)


def build_root(base: Path, readable: Sequence[str]) -> Path:
    """Build the guests' world below `base`: read-only views of `readable`, devices, empty folders."""
    kernel.mount("", "/", flags=kernel.MS_REC | kernel.MS_PRIVATE)
    root = base / "root"
    root.mkdir()
    kernel.mount(
        "tmpfs", str(root), "tmpfs", kernel.MS_NOSUID | kernel.MS_NODEV, "size=1m,mode=755"
    )
    for path in (*readable, *_DEVICES):
        _show(Path(path), root)
    for name in ("tmp", "proc", "old", PRIVATE):
        (root / name).mkdir(exist_ok=True)
    return root


def enter_root(root: Path) -> None:
    """Make `root` the root of this process's world; what was there before is gone."""
    kernel.pivot_root(str(root), str(root / "old"))
    os.chdir("/")
    kernel.call("umount2", b"/old", kernel.MNT_DETACH)
    os.rmdir("/old")
    kernel.mount(
        "", "/", flags=kernel.MS_REMOUNT | kernel.MS_BIND | kernel.MS_RDONLY | kernel.MS_NOSUID
    )  # fmt: skip


def private_folder(megabytes: int, uid: int, gid: int) -> str:
    """Give this process, and it alone, a small writable folder (not /tmp: .venv may lie there)."""
    kernel.call("unshare", kernel.CLONE_NEWNS)
    options = f"size={megabytes}m,nr_inodes={INODES},mode=700,uid={uid},gid={gid}"
    flags = kernel.MS_NOSUID | kernel.MS_NODEV | kernel.MS_NOEXEC
    kernel.mount("tmpfs", f"/{PRIVATE}", "tmpfs", flags, options)
    return f"/{PRIVATE}"


def _show(path: Path, root: Path) -> None:
    """Make a path of the host visible below `root`; links on the way stay links (/lib → usr/lib)."""
    for part in reversed([path, *path.parents][:-1]):
        place = root / part.relative_to("/")
        if place.is_symlink() or place.exists():
            continue
        if part.is_symlink():
            place.symlink_to(os.readlink(part))
            _show(Path(os.path.realpath(part)), root)
        elif part != path:
            place.mkdir(mode=0o755)
        elif part.is_dir():
            place.mkdir(mode=0o755)
            _bind(part, place)
        elif part.exists():
            place.touch()
            _bind(part, place)


def _bind(source: Path, place: Path) -> None:
    kernel.mount(str(source), str(place), flags=kernel.MS_BIND | kernel.MS_REC)
    kept = os.statvfs(place).f_flag
    flags = sum(flag for bit, flag in _KEPT_FLAGS.items() if kept & bit)
    kernel.mount(
        "", str(place), flags=kernel.MS_REMOUNT | kernel.MS_BIND | kernel.MS_RDONLY | flags
    )  # fmt: skip
