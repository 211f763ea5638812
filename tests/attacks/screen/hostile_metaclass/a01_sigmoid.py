class Meta(type):
    __mro__ = property(lambda cls: iter(int, 1))
    __name__ = property(lambda cls: "\x1b[31m" * 10**6)
    __module__ = property(lambda cls: 1 / 0)

    def __instancecheck__(cls, other):
        return True


class Hostile(Exception, metaclass=Meta):
    def __getattribute__(self, name):
        raise KeyboardInterrupt


def sigmoid(x):
    raise Hostile


def hypothesis(x, W, b):
    raise type("E" * 10**6, (Exception,), {})
