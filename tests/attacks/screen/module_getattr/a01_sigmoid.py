import sys


def __getattr__(name):
    return lambda *args, **kwargs: 0


sys.modules[__name__].__class__ = type("Module", (type(sys),), {"__dict__": property(lambda self: 1 / 0)})
