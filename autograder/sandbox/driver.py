"""Carries out the grader's requests on a module: the student's in the guest, ours in the grader.

An operation never raises what the student's code raised: the reply says it.
"""

import builtins
import contextvars
import dis
import inspect
import operator
import random
import re
import types
import warnings
from collections.abc import Callable, Collection, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Any

import numpy as np
import torch
from torch import nn

from autograder.sandbox import figures
from autograder.sandbox.bans import banned
from autograder.sandbox.loader import safe_text
from autograder.sandbox.orders import Leaf, Model, NonLeaf
from autograder.sandbox.protocol import Error, ModelState, Place, Reply, Request
from autograder.sandbox.watch import BannedOperator
from autograder.text import without_surrogates

LAYERS = (
    "Linear", "Sigmoid", "Tanh", "ReLU", "LeakyReLU", "Softplus", "Identity", "Dropout",
    "Flatten", "Conv1d", "Conv2d", "Conv3d",
)  # fmt: skip
TENSORS = (torch.Tensor, Leaf, NonLeaf)  # as arguments
HandedOver = tuple[list[nn.Parameter], str | None]  # a model's parameters, and its layers in words
_IS_LEAF = vars(torch._C.TensorBase)["is_leaf"].__get__  # what a property of a subclass cannot hide
NOWHERE = 0  # the address of a tensor's numbers where it has none
LONGEST_CHAIN = 20  # errors behind an error: a hostile chain has no end
IGNORE_ALL = [("ignore", None, Warning, None, 0)]


class MissingFunction(Exception):
    """The submission does not define what the item is about."""


class ModelMismatch(Exception):
    """The grader's weights do not fit the student's model."""


class NoOptimizer(Exception):
    """Something else came where a torch.optim.Optimizer was wanted."""


class Driver:
    """Carries out requests on one module, each by the method `_op_…` of a `_Run`."""

    def __init__(self, module: types.ModuleType) -> None:
        self.module = module
        self._context = contextvars.copy_context()  # before any cell has set something in it

    def run(self, request: Request) -> Reply:
        """Carry out one request."""
        if request.seed is not None:
            seed_everything(request.seed)
        run = _Run(self.module, request)
        error = None
        try:
            restore_settings()
            with (
                run.without(request.banned) if request.banned else nullcontext(),
                _replaced(self.module, request.using) if request.using else nullcontext(),
            ):
                self._context.copy().run(run.perform)
        except BaseException as caught:
            error = describe_error(caught)
        return run.reply(error)


def restore_settings() -> None:
    """Judge a function by what it does, not by what a demo cell has set for the whole process.

    Before each call, so only what differs is set: setting costs more than looking. (What numpy.seterr
    and decimal set belongs to a context, and each call has a fresh one.)
    """
    if not torch.is_grad_enabled():
        torch.set_grad_enabled(True)
    if torch.get_default_dtype() is not torch.float32:
        torch.set_default_dtype(torch.float32)
    if torch._C._len_torch_function_stack():  # a default device, such as the GPU of a demo
        torch.set_default_device(None)
    if torch.is_anomaly_enabled():
        torch.autograd.set_detect_anomaly(False)
    if warnings.filters != IGNORE_ALL:
        warnings.resetwarnings()
        warnings.simplefilter("ignore")


def seed_everything(seed: int) -> None:
    """Seed torch, random and numpy (not through torch.manual_seed: it costs 5 ms the first time)."""
    torch.default_generator.manual_seed(seed)
    random.seed(seed)
    np.random.seed(seed % (1 << 32))


def is_student_file(filename: str) -> bool:
    """Whether a code object's file name is a cell's: all others are paths, or not of Python."""
    return "/" not in filename and not filename.startswith("<")


def describe_error(error: BaseException) -> Error:
    """An exception as data, with its place in the student's own text."""
    error = _ban_behind(error) or error
    calls = list(_calls(error.__traceback__))
    own = [call for call in calls if is_student_file(call.tb_frame.f_code.co_filename)]
    last = own[-1] if own else None
    in_script = type(error) is torch.jit.Error
    raised_by_student = in_script or (last is not None and last is calls[-1] and _raises(last))
    kind = _meant_in_script(error) if in_script else type(error)
    return Error(
        [_class_name(base) for base in kind.__mro__[:20]],
        safe_text(error),
        _place(last) if last else None,
        own=raised_by_student,
        stub=raised_by_student and type(error) is NotImplementedError,
    )


def _calls(trace: types.TracebackType | None) -> Iterator[types.TracebackType]:
    """The calls that an error passed through, from the outermost to the one that raised."""
    while trace is not None:
        yield trace
        trace = trace.tb_next


def _place(call: types.TracebackType) -> Place:
    code = call.tb_frame.f_code
    return Place(code.co_filename, call.tb_lineno, without_surrogates(code.co_name))


def _raises(call: types.TracebackType) -> bool:
    """Whether a `raise` statement stands there, and not a call into C that raised."""
    instruction = call.tb_frame.f_code.co_code[call.tb_lasti]
    return dis.opname[instruction] == "RAISE_VARARGS"


def _ban_behind(error: BaseException) -> BaseException | None:
    """The ban that the student's own `except` has made another error of, for whatever torch raises."""
    behind: BaseException | None = error
    for _ in range(LONGEST_CHAIN):
        if behind is None or type(behind) is BannedOperator:
            return behind
        behind = vars(BaseException)["__context__"].__get__(behind)  # whatever its class says
    return None


def _meant_in_script(error: BaseException) -> type:
    """TorchScript turns each `raise` into an error of its own, which tells the class in its text."""
    meant = re.findall(r"^builtins\.(\w+)", str(error), re.MULTILINE)
    kind = getattr(builtins, meant[-1], None) if meant else None
    return kind if isinstance(kind, type) else type(error)


def _class_name(kind: type) -> str:
    """Its name; with its module where it only borrows the name of one of Python's own."""
    name = without_surrogates(kind.__name__)
    borrowed = getattr(builtins, name, kind) is not kind
    return f"{kind.__module__}.{name}" if borrowed else name


class _Run:
    """One request under way: its working copies, and what came out."""

    def __init__(self, module: types.ModuleType, request: Request) -> None:
        self.module = module
        self.request = request
        self.models: list[nn.Module] = []
        self.before: list[HandedOver] = []  # the same, as they were handed over
        self.working: list[Any] = []
        self.value: Any = None
        self.grads: list[Any] = []

    def without(self, operators: list[str]) -> AbstractContextManager[None]:
        """Without these ready-made operators."""
        return banned(self.module.__dict__.get(self.request.function), operators)

    def perform(self) -> None:
        operation: Callable[[], None] = getattr(self, f"_op_{self.request.op}")
        operation()

    def _op_call(self) -> None:
        self.value = self._call()

    def _op_grad(self) -> None:
        self.value = self._call(leaves=self.request.wrt)
        self.grads = _backward(self.value, self._leaves(), self.request.cotangent)

    def _leaves(self) -> list[torch.Tensor]:
        """The arguments at `wrt`; of a list, each of its tensors."""
        chosen = [self.working[index] for index in self.request.wrt]
        return [leaf for arg in chosen for leaf in (arg if isinstance(arg, list) else [arg])]

    def _op_forward(self) -> None:
        """args = [model, x]; gradients of the parameters, in their order, and of x."""
        spec, x = self.request.args
        model = self._build(spec)
        self.working = [None, _leaf(x) if self.request.cotangent is not None else _copy(x)]
        self.value = model(self.working[1])
        if self.request.cotangent is not None:
            wrt = [*model.parameters(), self.working[1]]
            self.grads = _backward(self.value, wrt, self.request.cotangent)

    def _op_optimize(self) -> None:
        """Steps of the optimizer that the function makes for the tensors at `wrt`.

        Each entry of `cotangent` holds their gradients for one step; the value is what the tensors
        are after each.
        """
        optimizer = self._call(leaves=self.request.wrt)
        if not isinstance(optimizer, torch.optim.Optimizer):
            raise NoOptimizer(type(optimizer).__name__)
        self.value = [self._stepped(optimizer, grads) for grads in self.request.cotangent]

    def _stepped(self, optimizer: torch.optim.Optimizer, grads: Any) -> list[torch.Tensor]:
        leaves = self._leaves()
        for leaf, grad in zip(leaves, grads, strict=True):
            leaf.grad = grad.clone()
        optimizer.step()
        return [leaf.detach().clone() for leaf in leaves]

    def _op_export(self) -> None:
        self.value = export_layers(self._call())

    def _op_figure(self) -> None:
        with figures.drawn(self.request.fresh) as figure_of:
            value = self._call()
            figure = figure_of(value)
        self.value = {"value": value} if figure is None else {"figure": figures.describe(figure)}

    def _call(self, leaves: Collection[int] = ()) -> Any:
        """What the function returns; the arguments at `leaves` require grad."""
        function = self._find(self.request.function)
        self.working = [
            _as_leaves(arg) if index in leaves else self._materialise(arg)
            for index, arg in enumerate(self.request.args)
        ]
        kwargs = {name: self._materialise(arg) for name, arg in self.request.kwargs.items()}
        return function(*self.working, **kwargs)

    def _find(self, name: str) -> Callable[..., Any]:
        try:
            function: Callable[..., Any] = self.module.__dict__[name]
        except KeyError:
            raise MissingFunction(name) from None
        return function

    def _materialise(self, arg: Any) -> Any:
        """The student's own copy of an argument."""
        if isinstance(arg, torch.Tensor):
            return _copy(arg)
        if isinstance(arg, Leaf):
            return _leaf(arg.tensor)
        if isinstance(arg, NonLeaf):
            return _leaf(arg.tensor) * 1
        if isinstance(arg, Model):
            return self._build(arg)
        if isinstance(arg, list | tuple):
            return type(arg)(self._materialise(item) for item in arg)
        if isinstance(arg, dict):
            return {key: self._materialise(item) for key, item in arg.items()}
        return arg

    def _build(self, spec: Model) -> nn.Module:
        model = self._from_factory(spec) if spec.factory else _from_layers(spec.layers)
        self.models.append(model)
        self.before.append((list(model.parameters()), None if spec.factory else repr(model)))
        if spec.dtype != "float32":
            model.to(getattr(torch, spec.dtype))
        if spec.params is not None:
            _load(model, spec.params)
        if spec.training is not None:
            model.train(spec.training)
        return model

    def _from_factory(self, spec: Model) -> nn.Module:
        model = self._find(str(spec.factory))(*spec.args)
        if not isinstance(model, nn.Module):
            raise ModelMismatch(f"not an nn.Module but {type(model).__name__}")
        return model

    def reply(self, error: Error | None) -> Reply:
        """What there is to tell; after an error too, arguments may have changed."""
        args = [
            (index, original, mine)
            for index, (original, mine) in enumerate(
                zip(self.request.args, self.working, strict=False)
            )
            if isinstance(original, TENSORS) and isinstance(mine, torch.Tensor)
        ]
        return Reply(
            value=None if error else self.value,
            error=error,
            grads=self.grads,
            changed={i: mine.detach() for i, original, mine in args if _differs(original, mine)},
            tracked=[i for i, _, mine in args if mine.requires_grad],
            shares=self._shares([(i, mine) for i, _, mine in args]),
            models=[_state(*pair) for pair in zip(self.models, self.before, strict=True)],
            returned=next((i for i, model in enumerate(self.models) if model is self.value), None),
            computed=[] if error else _computed(self.value),
        )

    def _shares(self, args: list[tuple[int, torch.Tensor]]) -> list[int]:
        """Which of the arguments lie where the value lies, or a parameter of a model."""
        if not args:
            return []
        held = [self.value, *(p for model in self.models for p in model.parameters())]
        starts = set(_starts(held)) - {NOWHERE}
        return [i for i, mine in args if _start(mine) in starts] if starts else []


def _copy(arg: Any) -> Any:
    if not isinstance(arg, torch.Tensor):
        return arg
    return (arg.detach() if arg.requires_grad else arg).clone()


def _leaf(arg: Any) -> torch.Tensor:
    tensor = arg.tensor if isinstance(arg, Leaf | NonLeaf) else arg
    return tensor.detach().clone().requires_grad_(True)


def _computed(value: Any) -> list[int]:
    """Which parts of a value an optimizer would refuse: they hang in the graph and are no leaf."""
    parts = value if isinstance(value, tuple | list) else [value]
    return [
        i for i, part in enumerate(parts) if isinstance(part, torch.Tensor) and not _is_leaf(part)
    ]


def _is_leaf(tensor: torch.Tensor) -> bool:
    if type(tensor) is torch.Tensor:
        return tensor.is_leaf
    with torch._C.DisableTorchFunctionSubclass():  # it may answer anything else itself
        return bool(_IS_LEAF(tensor))


def _as_leaves(arg: Any) -> Any:
    return [_leaf(part) for part in arg] if isinstance(arg, list) else _leaf(arg)


def _backward(out: Any, wrt: list[torch.Tensor], cotangent: torch.Tensor | None) -> list[Any]:
    """d (out * cotangent).sum() / d wrt; None for each where the graph was cut, or the size is wrong."""
    if isinstance(out, tuple | list) and out:
        out = out[0]
    if not isinstance(out, torch.Tensor) or not out.requires_grad:
        return [None] * len(wrt)
    if cotangent is not None and cotangent.numel() != out.numel():
        return [None] * len(wrt)  # `value` tells it: an error of ours would read like the student's
    weighted = out if cotangent is None else out * cotangent.reshape(out.shape).to(out.dtype)
    return list(torch.autograd.grad(weighted.sum(), wrt, allow_unused=True))


def _from_layers(layers: Any) -> nn.Module:
    built = []
    for name, *args in layers:
        if name not in LAYERS:
            raise ModelMismatch(f"no such layer: {name}")
        built.append(getattr(nn, name)(*args))
    return built[0] if len(built) == 1 else nn.Sequential(*built)


def _load(model: nn.Module, params: tuple[torch.Tensor, ...]) -> None:
    own = list(model.parameters())
    shapes, wanted = [tuple(p.shape) for p in own], [tuple(p.shape) for p in params]
    if shapes != wanted:
        raise ModelMismatch(f"parameters {shapes}, expected {wanted}")
    with torch.no_grad():
        for parameter, value in zip(own, params, strict=True):
            parameter.copy_(value)


def _state(model: nn.Module, before: HandedOver) -> ModelState:
    named, (parameters, layers) = list(model.named_parameters()), before
    return ModelState(
        names=[name for name, _ in named],
        params=[parameter.detach().clone() for _, parameter in named],
        requires_grad=[parameter.requires_grad for _, parameter in named],
        has_grad=[
            parameter.grad is not None and bool(parameter.grad.any()) for _, parameter in named
        ],
        training=_mode(model),
        kept=[any(parameter is old for old in parameters) for _, parameter in named],
        rebuilt=layers is not None and repr(model) != layers,
    )


def _mode(model: nn.Module) -> bool:
    """Its mode; the other one where a part of it has that: a dropout inside may have been left in it."""
    modes = [module.training for module in model.modules()]
    return all(modes) if model.training else any(modes)


def _differs(original: Any, mine: torch.Tensor) -> bool:
    before = original if isinstance(original, torch.Tensor) else original.tensor
    if before.dtype != mine.dtype:
        return True
    if torch.equal(before, mine):
        return False
    if before.shape != mine.shape:
        return True
    before, after = before.detach(), mine.detach()
    same = before == after
    return not bool((same | ((before != before) & (after != after))).all())


def _starts(values: Any) -> Iterator[int]:
    """Where the numbers of tensors lie, also of those in tuples and lists."""
    for value in values:
        if isinstance(value, torch.Tensor):
            yield _start(value)
        elif isinstance(value, tuple | list):
            yield from _starts(value)


def _start(tensor: torch.Tensor) -> int:
    if tensor.layout is not torch.strided:
        return NOWHERE
    return tensor.untyped_storage().data_ptr()


def export_layers(model: Any) -> list[tuple[Any, ...]]:
    """An nn.Sequential as data that the grader can compute with; unknown layers by name only."""
    if isinstance(model, nn.Sequential):
        return [layer for child in model for layer in export_layers(child)]
    if isinstance(model, nn.Linear):
        return [("Linear", model.weight, model.bias)]
    if isinstance(model, nn.LeakyReLU):
        return [("LeakyReLU", float(model.negative_slope))]
    if isinstance(model, nn.Softplus):
        return [("Softplus", float(model.beta), float(model.threshold))]
    for kind in (nn.Sigmoid, nn.Tanh, nn.ReLU, nn.Identity):
        if isinstance(model, kind):
            return [(kind.__name__,)]
    return [("other", type(model).__name__)]


def _ready_made(source: str) -> Callable[..., Any]:
    """A function that the grader names or writes out."""
    if source.startswith("lambda"):
        function: Callable[..., Any] = eval(source, {"torch": torch})
    else:
        function = operator.attrgetter(source)(torch)
    return function


def _stand_in(original: Any, ready: Callable[..., Any]) -> Callable[..., Any]:
    """A right function, to be called as the student's own is: also by the names of its parameters."""

    def function(*args: Any, **kwargs: Any) -> Any:
        if kwargs and callable(original):
            bound = inspect.signature(original).bind(*args, **kwargs)
            bound.apply_defaults()
            args, kwargs = bound.args, bound.kwargs
        return ready(*args, **kwargs)

    return function


@contextmanager
def _replaced(module: types.ModuleType, using: dict[str, str]) -> Iterator[None]:
    """Let names of the module mean right functions for a while.

    They are functions of torch, {"sigmoid": "sigmoid"}, or written out: {"half": "lambda x: x / 2"}.
    """
    before = {name: module.__dict__[name] for name in using if name in module.__dict__}
    for name, ready in using.items():
        module.__dict__[name] = _stand_in(before.get(name), _ready_made(ready))
    try:
        yield
    finally:
        for name in using:
            module.__dict__.pop(name, None)
        module.__dict__.update(before)
