import ctypes
import os


def attack():
    libc = ctypes.CDLL(None, use_errno=True)
    for gained in (
        lambda: os.setuid(0),
        lambda: os.setresuid(0, 0, 0),
        lambda: os.setgroups([0]),
        lambda: os.chroot("."),
        lambda: os.chmod(".", 0o4777),
        lambda: os.chown(".", 0, 0),
        lambda: os.symlink("/etc/passwd", "link"),
        lambda: os.link("/etc/passwd", "link"),
        lambda: os.mknod("device", 0o20666, 0x103),
        lambda: os.mkfifo("pipe"),
    ):
        try:
            gained()
        except OSError:
            continue
        return "@TROPHY@"
    return "tried"


raise RuntimeError(attack())
