import ctypes


def attack():
    libc = ctypes.CDLL(None, use_errno=True)
    for number, args in ((57, ()), (58, ()), (56, (17, 0, 0, 0, 0)), (56, (0x100 | 17, 0, 0, 0, 0)), (435, (0, 88))):
        if libc.syscall(number, *args) != -1:
            return f"@TROPHY@ {number}"
    return "tried"


raise RuntimeError(attack())
