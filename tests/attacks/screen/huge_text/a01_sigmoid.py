class Huge(Exception):
    def __str__(self):
        return "x" * (100 << 20)


class Broken(Exception):
    def __str__(self):
        raise self

    __repr__ = __str__


class Liar(Exception):
    def __str__(self):
        return type("Text", (str,), {"__getitem__": lambda self, key: self * 10**9})("x")


def sigmoid(x):
    raise Huge


def hypothesis(x, W, b):
    raise Broken


def predict(h, threshold=0.5):
    raise Liar
