import socket


def attack():
    socket.create_connection(("127.0.0.1", int("@PORT@")), 1).send(b"x")
    return "@TROPHY@"


raise RuntimeError(attack())
