import ctypes
import os


def attack():
    libc = ctypes.CDLL(None, use_errno=True)
    buffer = ctypes.create_string_buffer(64)
    for pid in (os.getppid(), 1, int("@PID@"), os.getpid()):
        for number, args in ((101, (16, pid, 0, 0)), (310, (pid, buffer, 1, buffer, 1, 0)), (434, (pid, 0)), (312, (pid, pid, 0, 0, 0))):
            if libc.syscall(number, *args) != -1:
                return f"@TROPHY@ {number}"
    return "tried"


raise RuntimeError(attack())
