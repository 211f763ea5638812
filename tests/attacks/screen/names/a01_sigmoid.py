TEXT = "\x1b[2J<img src=x onerror=alert(1)>\u202e=1+1"


def sigmoid(x):
    code = compile("def f(): raise ValueError", TEXT, "exec")
    exec(code, names := {})
    names["f"].__code__ = names["f"].__code__.replace(co_name=TEXT, co_qualname=TEXT)
    names["f"]()


def hypothesis(x, W, b):
    raise type(TEXT, (Exception,), {"__module__": TEXT})(TEXT)


def predict(h, threshold=0.5):
    return type(TEXT, (), {})()


raise type(TEXT, (RuntimeError,), {})(TEXT)
