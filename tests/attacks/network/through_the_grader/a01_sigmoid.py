import os
import socket


def sigmoid(x):
    talk = socket.socket(fileno=3)
    talk.connect(("127.0.0.1", int("@PORT@")))
    talk.sendto(b"x", ("127.0.0.1", int("@PORT@")))
