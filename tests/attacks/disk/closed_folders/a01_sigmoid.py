import os

os.mkdir("closed", 0o300)
open("closed/file", "w").close()
os.mkdir("closed/empty", 0)


def sigmoid(x):
    return x * 0
