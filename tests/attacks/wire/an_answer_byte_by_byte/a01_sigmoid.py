import os
import time


def sigmoid(x):
    os.write(3, b"\xff\xff\x03\0\0\0\0\0")
    while True:
        os.write(3, b"\x90")
        time.sleep(0.2)
