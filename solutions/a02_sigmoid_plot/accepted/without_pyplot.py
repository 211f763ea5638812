"""A Figure without pyplot, sorted points, matrices drawn at once; numpy's eye for the graph."""

import torch
from matplotlib.figure import Figure


def sigmoid_curves(x, w, b):
    if len(w) < len(b) or len(w) > len(b):
        raise ValueError("w and b differ in length")
    parameters = torch.tensor([w, b], dtype=x.dtype)
    return torch.special.expit(torch.outer(parameters[0], x) + parameters[1].reshape(-1, 1))


class Plotter:
    """A callable object in place of a function."""

    def __init__(self, w, b):
        self.w, self.b = w, b

    def __call__(self, x=None):
        fig = Figure()
        ax = fig.subplots()
        with torch.no_grad():
            x = torch.arange(-5, 5, 0.1) if x is None else torch.sort(x).values.detach()
            lines = ax.plot(x, sigmoid_curves(x, self.w, self.b).T)
        ax.legend(lines, [f"{w}x + {b}" for w, b in zip(self.w, self.b)])
        ax.set(title="sigmoid curves", xlabel="x", ylabel="H(x)")
        return fig


plot_slopes = Plotter([0.5, 1.0, 2.0, 10.0], [0.0] * 4)
plot_shifts = Plotter([1.0] * 4, [0.5, 0.0, 1.0, 2.0])
