"""A watch on torch's operators and optimizers: whatever a banned one is called by, it is refused.

An operator of torch is a table of kernels, one for each dispatch key. The banned ones get a kernel at
a key that torch has left over. Where the watch is on, that key is asked first; operators that have no
kernel there run as they do without a watch, at no cost.

What makes a watch possible is done once in a process; guests have what the zygote has done. (To change
a class for each call would be dear: Python forgets each time what it remembers of it.)
"""

import types
from collections.abc import Callable, Sequence
from functools import cache, wraps
from typing import Any

import torch

OPTIMIZERS = "torch.optim"
STEPS = ("fused_sgd", "fused_adam", "fused_adagrad")
"""Parts of the names of operators that are a whole step of an optimizer."""
KEY = "TESTING_ONLY_GenericMode"
"""The dispatch key that torch has left over. It is switched on in one thread."""
_KEY: Any = torch._C._parse_dispatch_key(KEY)


class BannedOperator(RuntimeError):
    """The item asks to work without this ready-made operator."""


class Watch:
    """While it is on, operators with one of `names` in theirs raise, and for "torch.optim" optimizers.

    It sees them run, so no way of writing the call escapes and no name misleads.
    """

    def __init__(self, names: Sequence[str]) -> None:
        self.no_optimizers = OPTIMIZERS in names
        self._parts = [name for name in names if name != OPTIMIZERS]
        if self.no_optimizers:
            self._parts += STEPS
        self._refused: BannedOperator | None = None
        self._switch = torch._C._IncludeDispatchKeyGuard(_KEY)

    def __enter__(self) -> None:
        if self.no_optimizers:
            _let_optimizers_ask()
        for part in self._parts:
            _give_kernels(part)
        _watches.append(self)
        self._switch.__enter__()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: types.TracebackType | None,
    ) -> None:
        self._switch.__exit__(kind, error, trace)
        _watches.pop()
        made_another = isinstance(error, RuntimeError) and not isinstance(error, BannedOperator)
        if self._refused is not None and made_another:  # TorchScript has, without a text of it
            raise self._refused.with_traceback(trace) from None

    def meet(self, name: str) -> None:
        """Refuse an operator if it is banned."""
        if any(part in name for part in self._parts):
            self._refused = BannedOperator(name.strip("_").removesuffix("_with_indices"))
            raise self._refused


_watches: list[Watch] = []  # those that are on, the innermost last


@cache
def _give_kernels(part: str) -> None:
    """Let operators with this in their names ask whether they are banned, where KEY is on."""
    for full_name in _names_of_operators():
        namespace, name = full_name.split("::")
        if part in name and full_name not in _with_kernel:
            _with_kernel.add(full_name)
            _library(namespace).impl(name, _kernel_of(namespace, name), KEY, with_keyset=True)


def _kernel_of(namespace: str, name: str) -> Callable[..., Any]:
    packet, _, overload = name.partition(".")

    def kernel(keys: torch._C.DispatchKeySet, *args: Any, **kwargs: Any) -> Any:
        _watches[-1].meet(packet)
        operator = getattr(getattr(getattr(torch.ops, namespace), packet), overload or "default")
        return operator.redispatch(keys.remove(_KEY), *args, **kwargs)

    return kernel


_with_kernel: set[str] = set()


@cache
def _names_of_operators() -> list[str]:
    _library("_").fallback(torch.library.fallthrough_kernel, KEY)  # for all that have no kernel
    return list(torch._C._dispatch_get_all_op_names())


@cache
def _library(namespace: str) -> torch.library.Library:
    return torch.library.Library(namespace, "IMPL")


@cache
def _let_optimizers_ask() -> None:
    """Let each optimizer ask, as it is made, whether it may be."""
    original = torch.optim.Optimizer.__init__

    @wraps(original)
    def ask(self: torch.optim.Optimizer, *args: Any, **kwargs: Any) -> None:
        if _watches and _watches[-1].no_optimizers:
            raise BannedOperator(f"{OPTIMIZERS}.{type(self).__name__}")
        original(self, *args, **kwargs)

    torch.optim.Optimizer.__init__ = ask  # type: ignore[method-assign]
