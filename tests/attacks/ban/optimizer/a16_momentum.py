from torch.optim import SGD as Ready


class SGD(Ready):
    __init__ = object.__init__


def momentum_step(w, v, grad, lr, m=0.9):
    optimizer = SGD([w], lr)
    optimizer.step()
    return w, v


def torch_momentum_step(w, v, grad, lr, m=0.9):
    optimizer = Ready([w], lr, momentum=m)
    optimizer.step()
    return w, v
