import os
import sys

import msgspec

guest = sys.modules["autograder.sandbox.guest"]
wire = sys.modules["autograder.sandbox.wire"]
frame = guest._frame
headers = (
    [
        ["float32", [-1], False],
        ["float32", [1 << 62], False],
        ["float32", [1 << 31, 1 << 31, 0], True],
        ["object", [1], False],
        ["float32", [2], False, [-1]],
        ["float32", "ab", False],
        ["bool", [8], True],
        [None, None, None],
        ["float64", [1] * 100, False],
        ["qint8", [8], False],
    ]
)


def forged(answer, order):
    if type(order).__name__ == "Load":
        return frame(answer, order)
    body = {"type": "Reply", "value": {"tensor": headers[os.getpid() % len(headers)]}}
    structure = msgspec.msgpack.encode(body)
    return wire.HEADER.pack(len(structure), 8) + structure + b"\xff" * 8


guest._frame = forged
