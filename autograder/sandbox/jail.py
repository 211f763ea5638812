"""The jail: what the zygote prepares once, and what each guest does to itself before it serves."""

import contextlib
import itertools
import os
import resource
import secrets
import sys
import sysconfig
import tempfile
from enum import StrEnum
from pathlib import Path
from typing import Any

import msgspec

from autograder.errors import SandboxUnavailable
from autograder.sandbox import kernel, landlock, namespaces, seccomp
from autograder.text import Text

FIRST_UID = 0x7000_0000  # far from any real user; as root each guest has one of its own
UIDS = 0x100000
THREADS = 64
OPEN_FILES = 64

LANDLOCK_HINT = Text(
    "학생 코드는 격리하여 실행합니다. Landlock을 켠 Linux 5.13 이상을 쓰세요. (macOS와 Windows: Linux"
    " 컨테이너, 가상 머신, WSL2) 위험을 감수하려면 --unsafe-no-sandbox 옵션을 쓰세요.",
    "Student code is only run isolated. Use Linux 5.13 or newer with Landlock enabled (on macOS and "
    "Windows: a Linux container, virtual machine or WSL2), or --unsafe-no-sandbox at your own risk.",
)
DIED = Text("시험하던 프로세스가 죽었습니다", "it died")


class Tier(StrEnum):
    """How guests are isolated; the first two hold the same promises."""

    NAMESPACES = "namespaces"
    LANDLOCK = "landlock"
    UNSAFE = "unsafe"


TIERS = {
    "auto": (Tier.NAMESPACES, Tier.LANDLOCK),
    "namespaces": (Tier.NAMESPACES,),
    "landlock": (Tier.LANDLOCK,),
    "unsafe": (Tier.UNSAFE,),
}


class Spec(msgspec.Struct, frozen=True):
    """What one guest is for and what it may use: seconds of CPU, mebibytes of memory and disk."""

    module: str
    cpu: int
    memory: int
    disk: int


class Jail:
    """The prepared confinement. `enter` is for a freshly forked guest, and there is no way back."""

    def __init__(self, base: Path, tier: Tier) -> None:
        self.base = base
        self.namespaced = tier is Tier.NAMESPACES
        self._filter = None if tier is Tier.UNSAFE else seccomp.Filter()
        self._statm = os.open("/proc/self/statm", os.O_RDONLY | os.O_CLOEXEC)
        self._rules: landlock.Rules  # from `close_doors` on, where there is a filter, too
        self._unreachable = False  # the interpreter, for any uid but its owner's
        self._root = namespaces.build_root(base, readable_paths()) if self.namespaced else None

    def close_doors(self) -> None:
        """Called once, when the zygote has imported all it needs: leave the host's files."""
        if self._root is not None:
            namespaces.enter_root(self._root)
        if self._filter is not None:
            readable = [*readable_paths(), "/dev/null", "/dev/urandom"]
            self._rules = landlock.Rules([path for path in readable if os.path.exists(path)])
        self._unreachable = not self.namespaced and not _reachable_by_all(
            sys.base_prefix, sys.prefix
        )

    def enter(self, spec: Spec, number: int, parent: int) -> None:
        """Confine this process: own session, private folder, limits, uid, Landlock, seccomp.

        It dies with `parent`, and no other guest that runs has this number.
        """
        os.setsid()
        uid = FIRST_UID + number % UIDS if os.getuid() == 0 else os.getuid()
        gid = uid if os.getuid() == 0 else os.getgid()
        home = self._make_home(spec, number, uid, gid)
        self._limit(spec, own_uid=uid != os.getuid())
        self._become(uid, gid)
        kernel.die_with(parent)
        kernel.prctl(kernel.PR_SET_DUMPABLE, 0)
        kernel.prctl(kernel.PR_SET_NO_NEW_PRIVS, 1)
        os.chdir(home)
        for name in ("HOME", "TMPDIR", "MPLCONFIGDIR"):
            os.environ[name] = home
        tempfile.tempdir = home  # the zygote has looked for one of its own before
        if self._filter is not None:
            self._rules.impose(home)
            self._filter.install()

    def clean_up(self, number: int) -> None:
        """Remove what a guest left; in a namespace it went with the guest."""
        if not self.namespaced:
            remove_tree(self._home(number))

    def overfull(self, number: int, megabytes: int) -> bool:
        """Whether a guest's folder holds more than it may (a namespaced one cannot)."""
        if self.namespaced:
            return False
        sizes, folders = [0], [str(self._home(number))]
        while folders and sum(sizes) <= megabytes << 20 and len(sizes) <= namespaces.INODES:
            try:
                entries = list(os.scandir(folders.pop()))
                sizes += [entry.stat(follow_symlinks=False).st_size for entry in entries]
                folders += [each.path for each in entries if each.is_dir(follow_symlinks=False)]
            except FileNotFoundError:  # the guest was quicker
                continue
            except OSError:  # too deep to look into, or closed
                return True
        return bool(folders) or sum(sizes) > megabytes << 20 or len(sizes) > namespaces.INODES

    def _home(self, number: int) -> Path:
        return self.base / f"guest{number}"

    def _make_home(self, spec: Spec, number: int, uid: int, gid: int) -> str:
        if self.namespaced:
            return namespaces.private_folder(spec.disk, uid, gid)
        home = self._home(number)
        home.mkdir(mode=0o700)
        if uid != os.getuid():
            os.chown(home, uid, gid)
        return str(home)

    def _limit(self, spec: Spec, *, own_uid: bool) -> None:
        size = int(os.pread(self._statm, 64, 0).split()[0]) * resource.getpagesize()
        limits: dict[int, int] = {
            resource.RLIMIT_AS: size + (spec.memory << 20),
            resource.RLIMIT_FSIZE: (spec.disk << 20) if self.namespaced else 1 << 20,
            resource.RLIMIT_NOFILE: OPEN_FILES,
            resource.RLIMIT_CORE: 0,
        }
        if own_uid:  # else it would count every process of the user
            limits[resource.RLIMIT_NPROC] = THREADS
        for limit, value in limits.items():
            resource.setrlimit(limit, (value, value))
        # A second apart: SIGXCPU tells that it was this limit, and SIGKILL would not.
        resource.setrlimit(resource.RLIMIT_CPU, (spec.cpu, spec.cpu + 1))

    def _become(self, uid: int, gid: int) -> None:
        kept: tuple[int, ...] = ()
        if uid != os.getuid():
            if self._unreachable:
                # The interpreter lies where only its owner may go, and late imports must still
                # find it. Landlock keeps the capability to the folders that it allows.
                kernel.prctl(kernel.PR_SET_KEEPCAPS, 1)
                kept = (kernel.CAP_DAC_READ_SEARCH,)
            os.setgroups([])
            os.setresgid(gid, gid, gid)
            os.setresuid(uid, uid, uid)
        try:
            kernel.set_capabilities(*kept)
        except PermissionError:  # a container that has not got it to give
            kernel.set_capabilities()


def remove_tree(top: Path) -> None:
    """Remove a folder, however deep it is and whatever rights are missing in it.

    What lies deeper is moved up to `top`, so that no path grows long and nothing recurses.
    """
    mark, count = secrets.token_hex(8), itertools.count()
    with contextlib.suppress(OSError):
        while entries := list(os.scandir(top)):
            for entry in entries:
                if not entry.is_dir(follow_symlinks=False):
                    os.unlink(entry)
                    continue
                os.chmod(entry, 0o700)
                for inner in list(os.scandir(entry)):
                    if inner.is_dir(follow_symlinks=False):
                        os.chmod(inner, 0o700)
                    os.rename(inner, top / f"{mark}-{next(count)}")
                os.rmdir(entry)
        os.rmdir(top)


def readable_paths() -> list[str]:
    """What guests may read: interpreter, its libraries, shared libraries, fonts, time zones."""
    paths = sysconfig.get_paths()
    wanted = [
        paths["stdlib"], paths["platstdlib"], paths["purelib"], paths["platlib"],
        f"{sys.base_prefix}/lib", f"{sys.prefix}/lib",
        "/lib", "/lib64", "/usr/lib", "/usr/lib64",
        "/usr/share/fonts", "/usr/share/zoneinfo", "/etc/localtime", "/etc/ld.so.cache",
    ]  # fmt: skip
    return [path for path in dict.fromkeys(wanted) if os.path.exists(path)]


def check_kernel(project: Path) -> None:
    """Refuse to go on where student code could not be isolated."""
    if sys.platform != "linux" or landlock.abi() < 1:
        raise SandboxUnavailable(
            Text("이 컴퓨터에서는 Landlock을 쓸 수 없습니다.", "This machine has no Landlock."),
            LANDLOCK_HINT,
        )
    if not seccomp.available():
        raise SandboxUnavailable(
            Text(
                "이 컴퓨터에서는 seccomp 필터를 쓸 수 없습니다.",
                "This machine has no seccomp filters.",
            ),
            LANDLOCK_HINT,
        )
    for path in map(os.path.realpath, readable_paths()):
        if project.is_relative_to(path):
            raise SandboxUnavailable(
                Text(
                    f"이 과목의 폴더가 학생 코드도 읽을 수 있는 {path} 폴더 아래에 있습니다.",
                    f"The course lies below {path}, which student code may read.",
                ),
                Text("폴더를 다른 곳으로 옮기세요.", "Move the course's folder somewhere else."),
            )


def _reachable_by_all(*paths: str) -> bool:
    """Whether any user may enter every folder on the way."""
    ways = (part for path in paths for part in [Path(path), *Path(path).parents])
    return all(part.stat().st_mode & 0o001 for part in ways)


def self_test(jail: Jail, spec: Spec, canary: Path) -> Text | None:
    """Try to break out of a jail, in a forked process; what could be done, None where nothing."""
    ours, theirs = os.pipe()
    zygote = os.getpid()
    child = os.fork()
    if child == 0:
        os.close(ours)
        os.write(theirs, msgspec.msgpack.encode(_try_everything(jail, spec, canary, zygote)))
        os._exit(0)
    os.close(theirs)
    with open(ours, "rb") as pipe:
        found = pipe.read()
    os.waitpid(child, 0)
    jail.clean_up(0)
    return msgspec.msgpack.decode(found, type=Text | None) if found else DIED


def _try_everything(jail: Jail, spec: Spec, canary: Path, zygote: int) -> Text | None:
    import socket

    try:
        jail.enter(spec, 0, zygote)
    except BaseException as error:
        why = str(error)[:1000]
        return Text(f"들어갈 수 없습니다: {why}", f"it could not be entered: {why}")
    attempts: dict[Text, Any] = {
        Text("호스트의 파일을 읽을", "read a file of the host"): lambda: open(canary).close(),
        Text("소켓을 열", "open a socket"): lambda: socket.socket(socket.AF_INET).close(),
        Text("프로세스를 시작할", "start a process"): lambda: os.fork() or os._exit(0),
        Text("다른 프로세스에 신호를 보낼", "signal another process"): lambda: os.kill(
            os.getppid(), 0
        ),
        Text("제한을 올릴", "raise its limits"): lambda: resource.setrlimit(
            resource.RLIMIT_CPU, (9999, 9999)
        ),
    }
    for what, attempt in attempts.items():
        try:
            attempt()
        except OSError:
            continue
        except ValueError:
            continue
        return Text(f"안에서 {what.ko} 수 있습니다", f"a guest could {what.en}")
    try:
        Path(os.environ["TMPDIR"], "own").write_text("x")
    except OSError as error:
        return Text(
            f"안에서 자기 폴더에 쓸 수 없습니다: {error}",
            f"a guest could not write to its own folder: {error}",
        )
    return None
