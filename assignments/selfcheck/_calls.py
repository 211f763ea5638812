"""Keeps what a test asks of the student's code: each call, what came back, and a fingerprint of it.

Nothing changes for the code: functions keep their names, classes stay what they are.
"""

import base64
import functools
import hashlib
import itertools
import json
import linecache
import math
import sys
import traceback
import types
import weakref
import zlib
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from typing import Any

LOOKED_AT = 12  # numbers of a tensor that go into its fingerprint
MOST_DOUBTFUL = 5  # numbers that lie between two roundings: each doubles the fingerprints
TOO_LONG = 10_000


class NotWritten(Exception):
    """What `raise NotImplementedError(...)` raises in the student's file.

    Python's own is a RuntimeError, so an unwritten function would pass a test that expects one.
    """


class NotDefined(Exception):
    """A test called something that the student's file does not define."""


class Asked(Exception):
    """The student's function called input(), and nobody is there to answer."""


class Changed(AssertionError):
    """A call changed a tensor that it was given: grading looks at that too."""


def unwritten(error):
    """The name of what is not written yet."""
    return str(error) or traceback.extract_tb(error.__traceback__)[-1].name


def ask(*args, **kwargs):
    """Stands for input() while the student's functions are checked."""
    raise Asked("input()")


def display(*things, **options):
    """What a notebook has without an import; here nobody looks."""


@dataclass(frozen=True)
class Model:
    """What is kept of an nn.Module: its class, and its parameters' shapes."""

    name: str
    shapes: tuple


@dataclass
class Call:
    """A call of a function, a class or a model of the student's; `raised` names an exception."""

    name: str
    args: tuple
    kwargs: dict = field(default_factory=dict)
    value: Any = None
    raised: str = ""
    changed: tuple = ()


@contextmanager
def as_at_first():
    """While tests are read and run, what a demo has set for all (float64, no gradients) does not hold."""
    torch = sys.modules.get("torch")
    with ExitStack() as stack:
        if torch:
            stack.enter_context(torch.enable_grad())
            stack.callback(torch.set_default_dtype, torch.get_default_dtype())
            torch.set_default_dtype(torch.float32)
        yield


class Recorder:
    """Keeps the calls that a test makes."""

    def __init__(self):
        self.calls = []
        self._busy = True  # until a test runs, and while the student's code does
        self._classes = {}
        self._models = weakref.WeakKeyDictionary()

    def stand_for(self, name, find):
        """A module for tests to import from: what `find` finds, its calls recorded."""
        module = types.ModuleType(name)
        module.__getattr__ = lambda wanted: self.recorded(wanted, find)
        return module

    def recorded(self, name, find):
        """A function as it was, whose calls are kept; it is looked for anew in each call."""
        value = find(name)
        if isinstance(value, type):
            self._classes[value] = name
        if isinstance(value, type) or not callable(value) or hasattr(value, "forward"):
            return value

        @functools.wraps(value)
        def function(*args, **kwargs):
            return self._ask(name, find(name), args, kwargs)

        return function

    def forget_classes(self):
        """The names of the classes so far: others take their place."""
        names = set(self._classes.values())
        self._classes = {}
        return names

    @contextmanager
    def watching(self, test):
        """While a test runs. One test is as another, and as in grading: chance starts from one seed,
        numbers that one test changes in place are whole in the next.
        """
        self.calls = []
        torch = sys.modules.get("torch")
        with ExitStack() as stack:
            if torch:
                stack.enter_context(as_at_first())
                stack.enter_context(torch.random.fork_rng(devices=[]))
                torch.default_generator.manual_seed(0)
                hook = torch.nn.modules.module.register_module_forward_hook(self._ran)
                stack.callback(hook.remove)
                stack.callback(_restored, list(_tensors(vars(sys.modules[test.__module__]))))
            for kind, name in self._classes.items():
                stack.enter_context(self._made(kind, name))
            self._busy = False
            stack.callback(setattr, self, "_busy", True)
            yield
            self.calls = next(([c] for c in self.calls if c.changed), self.calls)
            if self.calls and self.calls[0].changed:
                raise Changed(self.calls[0].name)

    def _ask(self, name, function, args, kwargs):
        if self._busy:
            return function(*args, **kwargs)
        call = Call(name, kept(args), kept(kwargs))
        self.calls.append(call)
        self._busy = True
        try:
            value = function(*args, **kwargs)
        except BaseException as error:
            call.raised = type(error).__name__
            raise
        finally:
            self._busy = False
            call.changed = _changed(call.args, args)
        call.value = kept(value)
        if isinstance(call.value, Model):
            self._models[value] = name
        return value

    @contextmanager
    def _made(self, kind, name):
        """The class itself, but for an __init__ that is recorded."""
        own = vars(kind).get("__init__")
        init = kind.__init__

        @functools.wraps(init)
        def recorded(made, *args, **kwargs):
            def build(*args, **kwargs):
                init(made, *args, **kwargs)
                return made

            self._ask(name, build, args, kwargs)

        kind.__init__ = recorded
        try:
            yield
        finally:
            if own is None:
                del kind.__init__
            else:
                kind.__init__ = own

    def _ran(self, model, args, value):
        """A model of the student's was called by the test."""
        if not self._busy and model in self._models:
            self.calls.append(Call(f"{self._models[model]}()", kept(args), {}, kept(value)))


def _tensors(names):
    """The tensors among a module's values, each with a copy."""
    for value in names.values():
        parts = value.values() if isinstance(value, dict) else value
        for part in parts if isinstance(value, (dict, list, tuple)) else [value]:
            if isinstance(part, sys.modules["torch"].Tensor):
                yield part, part.detach().clone(), part.requires_grad


def _restored(tensors):
    for tensor, copy, requires_grad in tensors:
        if tensor.grad_fn is not None:
            tensor.detach_()
        tensor.requires_grad_(requires_grad).data = copy
        tensor.grad = None


def kept(value):
    """A copy of the tensors in a value, for the test may change them afterwards."""
    torch = sys.modules.get("torch")
    if torch and isinstance(value, torch.nn.Module):
        return Model(type(value).__name__, tuple(tuple(p.shape) for p in value.parameters()))
    if torch and isinstance(value, torch.Tensor):
        copy = value.detach().clone()
        return copy.requires_grad_(value.requires_grad) if value.is_floating_point() else copy
    if type(value) in (list, tuple) and len(value) < TOO_LONG:
        return type(value)(map(kept, value))
    if type(value) is dict:
        return {key: kept(part) for key, part in value.items()}
    return value


def _changed(before, after):
    """The places of the tensors that the call has changed."""
    torch = sys.modules.get("torch")
    pairs = enumerate(zip(before, after, strict=True))
    return tuple(
        n
        for n, (old, new) in pairs
        if torch and isinstance(new, torch.Tensor) and not torch.equal(old, new)
    )


def trace(calls, error):
    """What came back in a test, as texts and numbers in a row."""
    told = []
    for call in calls:
        told += [call.name, call.raised, str(call.changed), *told_of(call.value)]
    return [*told, _kind_of(error)]


def fingerprints(told):
    """The short names of a trace, its numbers rounded; several where one lies between two roundings."""
    options, doubtful = [], 0
    for part in told:
        rounded = [part] if isinstance(part, str) else _roundings(part)
        doubtful += len(rounded) > 1
        options.append(rounded if doubtful <= MOST_DOUBTFUL else rounded[:1])
    return [
        hashlib.blake2b("|".join(parts).encode(), digest_size=6).hexdigest()
        for parts in itertools.product(*options)
    ]


def unpacked(text):
    """What a release has packed into one line; nothing where it has packed nothing."""
    return json.loads(zlib.decompress(base64.b85decode(text))) if text else {}


def _roundings(number):
    """Rounded to four digits; then as it is rounded where it is a little smaller or larger."""
    near = (number, number * (1 - 3e-6), number * (1 + 3e-6))
    return list(dict.fromkeys(f"{each:.3e}" for each in near))


def _kind_of(error):
    """A test's own complaint is the same for all; of an exception, what Python or torch wrote."""
    if isinstance(error, AssertionError) or type(error).__module__.startswith("_pytest"):
        return "assert"
    last = traceback.extract_tb(error.__traceback__)[-1]
    line = linecache.getline(last.filename, last.lineno or 0).strip()
    name = type(error).__name__
    return name if line.startswith("raise") else f"{name}: {error}"


def told_of(value):
    """A value as texts and numbers in a row."""
    torch = sys.modules.get("torch")
    if torch and isinstance(value, torch.Tensor):
        looks = f"{tuple(value.shape)}{value.dtype}{value.requires_grad}"
        return [looks, *_numbers(value.detach().flatten())]
    if isinstance(value, float):
        return ["float", *_rounded([value])]
    if isinstance(value, (list, tuple)):
        return _told_of_many(value)
    if isinstance(value, dict):
        return [part for key in value for part in (str(key), *told_of(value[key]))]
    if isinstance(value, Model):
        return [str(value.shapes)]
    if type(value).__module__ == "numpy":
        return ["numpy", str(value.shape), str(value.dtype), *_numbers(value.flatten().tolist())]
    figure = getattr(value, "figure", value)
    if hasattr(figure, "axes") and hasattr(figure, "savefig"):
        return [part for axes in figure.axes for line in _drawn(axes) for part in line]
    return [repr(value)] if isinstance(value, (str, int, type(None))) else [type(value).__name__]


def _told_of_many(values):
    """Costs may come as numbers or as tensors: both are told alike."""
    torch = sys.modules.get("torch")
    if torch and values and all(isinstance(v, torch.Tensor) and v.ndim == 0 for v in values):
        looks = f"grad {any(v.requires_grad for v in values)}"
        return [looks, str(len(values)), *_numbers([v.item() for v in values])]
    if values and all(isinstance(v, float) for v in values):
        return ["grad False", str(len(values)), *_numbers(values)]
    return ["(", *(part for value in values[:LOOKED_AT] for part in told_of(value)), ")"]


def _drawn(axes):
    for line in axes.lines:
        yield ["line", *_numbers(line.get_xydata().flatten())]
    for dots in axes.collections:
        yield ["dots", *_numbers(dots.get_offsets().flatten())]


def _numbers(values):
    """Some of many numbers, from the first to the last."""
    count = len(values)
    if count > LOOKED_AT:
        values = [values[round(n * (count - 1) / (LOOKED_AT - 1))] for n in range(LOOKED_AT)]
    values = [value.item() if hasattr(value, "item") else value for value in values]
    return _rounded(values)


def _rounded(values):
    """Numbers, but texts for what is whole, infinite, no number, or nothing beside the others."""
    if not all(isinstance(value, float) for value in values):
        return list(map(str, values))
    scale = max((abs(value) for value in values if math.isfinite(value)), default=0)
    least = max(1e-7, 1e-6 * scale)
    return [
        str(value) if not math.isfinite(value) else "0" if abs(value) < least else value
        for value in values
    ]
