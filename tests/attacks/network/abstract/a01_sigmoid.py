import socket


def attack():
    socket.socket(socket.AF_UNIX).connect("\0@ABSTRACT@")
    return "@TROPHY@"


raise RuntimeError(attack())
