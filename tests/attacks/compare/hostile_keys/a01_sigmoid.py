import torch


class Key(str):
    def __hash__(self):
        return hash("value")

    def __eq__(self, other):
        return True


def sigmoid(x):
    return {Key("figure"): {"figure": {}}, (1, (2, float("nan"))): x, None: x, Key("value"): x}
