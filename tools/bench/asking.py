"""Asks functions what a grader asks of them, with nothing around it.

The floor does this in a warm process; the tests of the plain notebooks do the same, with this text
in a cell. So it uses torch and nothing of the kit.
"""

from collections.abc import Mapping
from typing import Any

import torch
from torch import nn


def ask(names: Mapping[str, Any], question: Mapping[str, Any]) -> Any:
    """What a function answers, or the name of the exception that it raises."""
    if question["seed"] is not None:
        torch.manual_seed(question["seed"])
    try:
        return _asked(names, question)
    except Exception as error:
        return type(error).__name__


def same(got: Any, want: Any) -> bool:
    """Whether an answer is the one that is wanted, as a teacher's test would ask."""
    if isinstance(want, torch.Tensor):
        return got.shape == want.shape and torch.allclose(got.detach(), want, atol=1e-4)
    if isinstance(want, (tuple, list)):
        return len(got) == len(want) and all(map(same, got, want))
    if isinstance(want, float):
        return bool(abs(got - want) <= 1e-4)
    return want is None or bool(got == want)


def _asked(names: Mapping[str, Any], question: Mapping[str, Any]) -> Any:
    args = [_made(names, arg) for arg in question["args"]]
    if question["op"] == "forward":
        model, x = args
        return model(x)
    value = names[question["function"]](*args, **question["kwargs"])
    if question["op"] == "grad":
        leaves = [args[index] for index in question["wrt"]]
        return list(torch.autograd.grad(value.sum(), leaves, allow_unused=True))
    return value


def _made(names: Mapping[str, Any], arg: Any) -> Any:
    if isinstance(arg, torch.Tensor):
        return arg.clone()
    if not (isinstance(arg, tuple) and arg and arg[0] in ("leaf", "model")):
        return arg
    if arg[0] == "leaf":
        return arg[1].clone().requires_grad_(True)
    _, factory, factory_args, layers, params = arg
    if factory:
        model = names[factory](*factory_args)
    else:
        built = [getattr(nn, name)(*layer) for name, *layer in layers]
        model = built[0] if len(built) == 1 else nn.Sequential(*built)
    if params is not None:
        with torch.no_grad():
            for parameter, value in zip(model.parameters(), params, strict=True):
                parameter.copy_(value)
    return model
