class ModelMismatch(Exception):
    pass


class MissingFunction(Exception):
    pass


def sigmoid(x):
    raise ModelMismatch(f"not an nn.Module but {x.flatten()[:3].tolist()}")


def hypothesis(x, W, b):
    raise MissingFunction(str(x.flatten()[:3].tolist()))
