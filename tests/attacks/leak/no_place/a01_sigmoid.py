RAISE = """
class MissingFunction(Exception): pass
def missing(text): raise MissingFunction(text)
def value(text): raise ValueError(text)
"""
exec(compile(RAISE, "/library.py", "exec"))


def digits(x):
    return "x".join(str(int(abs(each) * 1e6)) for each in x.flatten()[:3].tolist())


exec(compile("def sigmoid(x): missing(digits(x))", "/library.py", "exec"))
exec(compile("def hypothesis(x, W, b): value(digits(x))", "/library.py", "exec"))


def predict(h, threshold=0.5):
    value(digits(h))
