"""What the zygote does once, so that no guest does it first: load a submission, answer questions.

A guest writes to whatever it uses for the first time, if only to count references, and each page
that it writes to is copied for it. What has been through its first time before the fork (bytecode
that adapts to what runs, caches, lazy imports, the allocators' free lists) is written to less.
"""

import linecache
import socket
import sys

import torch
from torch import nn

from autograder.sandbox import protocol
from autograder.sandbox.cells import Cell
from autograder.sandbox.guest import serve
from autograder.sandbox.orders import Leaf, Model
from autograder.sandbox.protocol import Load, Request
from autograder.sandbox.watch import OPTIMIZERS, Watch

TIMES = 8  # bytecode adapts when it has run that often
NAME = "rehearsal"
SOURCE = '''
import torch
from torch import nn


def cost(t, y, power=2):
    """The mean of |t - y| ** power."""
    if power < 1:
        raise ValueError(f"power must be at least 1, is {power}")
    if t.shape != y.shape:
        raise ValueError("t and y have different shapes")
    h = torch.sigmoid(t).clamp(1e-7, 1 - 1e-7)
    _ = -(y * torch.log(h) + (1 - y) * torch.log(1 - h)).mean()
    return ((t - y).abs() ** power).mean()


def tour(x: torch.Tensor, W: torch.Tensor) -> torch.Tensor:
    z = x @ W + torch.zeros(W.shape[1])
    p = torch.exp(z - z.max(dim=1, keepdim=True).values)
    p = p / p.sum(dim=1, keepdim=True)
    rows = torch.arange(len(x))
    chosen = p[rows, p.argmax(dim=1)].detach().clone()
    parts = [row.reshape(1, -1) * 2 for row in p]
    table = torch.cat(parts).T.unsqueeze(0).squeeze(0)
    out = torch.empty(2, 2)
    for i in range(2):
        for j in range(2):
            out[i, j] = table[i, j].item() ** 0.5
    if x.dim() != 2 or x.size(0) < 1 or not torch.is_tensor(x) or x.dtype != torch.float32:
        raise ValueError("x must be a matrix")
    with torch.no_grad():
        chosen -= 0.1 * chosen.mean().to(x.dtype)
    return torch.where(out > 0.5, out, -out).amax() + torch.stack([chosen.sum(), z.pow(2).mean()]).sum()


class Model(nn.Module):
    def __init__(self):
        super().__init__()
        self.layer = nn.Linear(2, 1)

    def forward(self, x):
        return torch.sigmoid(self.layer(x))


shown = f"{cost(torch.ones(3), torch.zeros(3))} {Model()(torch.ones(1, 2))}"
'''
"""A submission of ours, with a little of what all have."""


def rehearse(*, dynamo: bool) -> None:
    """Use torch, then load and question a submission of our own; nothing of it stays."""
    torch.set_num_threads(1)
    _train()
    with Watch(["pool", "conv", OPTIMIZERS]):  # as courses do
        torch.ones(1) + 1
    if dynamo:
        _optimize()
    load = protocol.encode(Load(Cell(NAME, SOURCE)))
    orders = b"".join([load, *map(protocol.encode, _questions())])
    for _ in range(TIMES):
        ours, theirs = socket.socketpair()
        with ours, theirs:
            ours.sendall(orders)
            ours.shutdown(socket.SHUT_WR)
            serve(theirs.fileno(), NAME)
    del sys.modules[NAME], linecache.cache[NAME]


def _train() -> None:
    model = nn.Sequential(nn.Linear(4, 3), nn.Sigmoid(), nn.Linear(3, 1), nn.Sigmoid())
    nn.functional.binary_cross_entropy(model(torch.ones(5, 4)), torch.ones(5, 1)).backward()
    scores = torch.zeros(2, 3, requires_grad=True)
    nn.functional.cross_entropy(scores, torch.tensor([0, 1])).backward()
    image = torch.ones(1, 1, 5, 5, requires_grad=True)
    convolved = nn.functional.conv2d(image, torch.ones(1, 1, 3, 3))
    nn.functional.max_pool2d(convolved, 2).sum().backward()


def _optimize() -> None:
    """The first step of an optimizer imports torch._dynamo."""
    for kind in (torch.optim.SGD, torch.optim.Adam):
        w = torch.ones(2, requires_grad=True)
        optimizer = kind([w], lr=0.1)
        for _ in range(2):
            optimizer.zero_grad()
            (w * w).sum().backward()
            optimizer.step()


def _questions() -> list[Request]:
    t, y = torch.tensor([0.5, -1.0, 2.0]), torch.tensor([0.0, 0.5, 1.0])
    model, one = Model("Model"), torch.ones(1, 1)
    return [
        Request("call", "cost", [t, y], {"power": 3}, seed=1),
        Request("call", "cost", [t, y.reshape(3, 1)]),
        Request("call", "cost", [t, y, 0]),
        Request("call", "cost", [[1, 2], (3, 4)]),
        Request("grad", "cost", [Leaf(t), y], wrt=[0]),
        Request(
            "grad", "tour", [torch.eye(3), Leaf(torch.eye(3))], wrt=[1], cotangent=torch.ones(())
        ),
        Request("forward", "", [model, torch.ones(1, 2)], cotangent=one),
        Request("call", "missing", [1, 2.5, "three", None, True]),
    ]
