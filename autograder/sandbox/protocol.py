"""What the grader asks of a guest and what it answers: messages, and their frames."""

from collections.abc import Callable
from typing import Any, TypeVar

import msgspec

from autograder.errors import WireError
from autograder.sandbox import orders, wire
from autograder.sandbox.cells import Cell, Problem


class Request(msgspec.Struct, frozen=True, tag=True, omit_defaults=True):
    """One operation on a function or class of the module; the driver has a method `_op_…` for each.

    "call"      the value of function(*args, **kwargs)
    "grad"      that, and the gradients of (value * cotangent).sum() by the args at `wrt`
    "forward"   args are a Model and x: the model's output; with a cotangent the gradients of its
                parameters and of x
    "optimize"  the function makes an optimizer for the tensors at `wrt`; `cotangent` has the
                gradients for each step, the value is what the tensors are after each
    "export"    the layers of the nn.Sequential that the function returns
    "figure"    what the function draws; `fresh` closes what earlier requests left open

    `seed` seeds torch, numpy and random before it. While it runs, operators whose name holds one of
    `banned` raise, and the functions in `using` are replaced by right ones (so that a mistake in one
    task costs that task only).
    """

    op: str
    function: str
    args: list[Any] = []
    kwargs: dict[str, Any] = {}
    seed: int | None = None
    wrt: list[int] = []
    cotangent: Any = None
    banned: list[str] = []
    using: dict[str, str] = {}
    fresh: bool = False


class Place(msgspec.Struct, frozen=True):
    """Where in the student's own text: cell (or file), line, function."""

    cell: str
    line: int
    function: str


class Error(msgspec.Struct, frozen=True, omit_defaults=True):
    """An exception: the names of its classes, its text, where it was raised.

    `own` says that a `raise` of the student's own code raised it, `stub` that it is the
    NotImplementedError of an untouched stub.
    """

    names: list[str]
    message: str = ""
    place: Place | None = None
    own: bool = False
    stub: bool = False


class ModelState(msgspec.Struct, frozen=True, omit_defaults=True):
    """A model after a call: parameters in their order, mode, whether gradients are left.

    `kept` tells which are the very parameters that it was handed over with: only these does an
    optimizer of an earlier day still move. `rebuilt` tells whether its layers are others, or have
    other settings; of a model that the student has defined it tells nothing.
    """

    names: list[str]
    params: list[Any]
    requires_grad: list[bool]
    has_grad: list[bool]
    training: bool
    kept: list[bool] = []
    rebuilt: bool = False


class Reply(msgspec.Struct, frozen=True, tag=True, omit_defaults=True):
    """What came of a request: a value or an error, and what can be seen besides.

    `grads`     a gradient for each tensor that was asked for; None where the graph is cut
    `changed`   tensor arguments that are no longer as they were handed over, by position
    `tracked`   positions of the tensor arguments that require grad afterwards
    `shares`    positions of those whose memory the value, or a parameter of a model, lies in
    `models`    the models that were handed over, in their order, as they are afterwards
    `returned`  which of `models` the value is; None where it is none
    `computed`  positions of the value's tensors that require grad and are no leaves
    """

    value: Any = None
    error: Error | None = None
    grads: list[Any] = []
    changed: dict[int, Any] = {}
    tracked: list[int] = []
    shares: list[int] = []
    models: list[ModelState] = []
    returned: int | None = None
    computed: list[int] = []


class Load(msgspec.Struct, frozen=True, tag=True):
    """Run a cell; answered by Loaded."""

    cell: Cell
    used_seconds: float = 0.0


class Loaded(msgspec.Struct, frozen=True, tag=True, omit_defaults=True):
    """What went wrong in a cell, and the CPU it took."""

    problems: list[Problem] = []
    seconds: float = 0.0


Message = TypeVar("Message")

_ORDERS = orders.reader(Request | Load)
_REPLIES = msgspec.msgpack.Decoder(Reply)
_LOADED = msgspec.msgpack.Decoder(Loaded)
_ENCODER = msgspec.msgpack.Encoder()


def encode(message: Request | Reply | Load | Loaded) -> bytes:
    """A message as one frame. Raises WireError or what msgspec does where a value cannot cross."""
    if isinstance(message, Request | Load):
        return orders.dumps(message)
    blobs: list[bytes] = []
    if isinstance(message, Reply):
        message = _with_values(message, lambda value: wire.pack(value, blobs))
    return wire.frame(_ENCODER.encode(message), blobs)


def _with_values(reply: Reply, change: Callable[[Any], Any]) -> Reply:
    """The reply with all that may be a tensor changed, in the order in which it crosses."""
    return msgspec.structs.replace(
        reply,
        value=change(reply.value),
        grads=[change(grad) for grad in reply.grads],
        changed={index: change(arg) for index, arg in reply.changed.items()},
        models=[
            msgspec.structs.replace(model, params=[change(param) for param in model.params])
            for model in reply.models
        ],
    )


def decode_order(structure: bytes, _blob: bytes) -> Request | Load:
    """What the grader asks, read by the guest."""
    order: Request | Load = _ORDERS.decode(structure)
    return order


def decode_reply(structure: bytes, blob: bytes) -> Reply:
    """A guest's answer to a request. Raises WireError."""
    reader = wire.Reader(blob)
    reply = _with_values(_read(_REPLIES, structure), reader.read)
    reader.close()
    return reply


def decode_loaded(structure: bytes, blob: bytes) -> Loaded:
    """A guest's answer to a load. Raises WireError."""
    wire.Reader(blob).close()
    return _read(_LOADED, structure)


def _read(decoder: "msgspec.msgpack.Decoder[Message]", structure: bytes) -> Message:
    try:
        return decoder.decode(structure)
    except (msgspec.MsgspecError, RecursionError, ValueError, TypeError) as error:
        raise WireError(f"another answer than asked for: {error}") from None


def split(frame: bytes) -> wire.Frame:
    """A whole frame's structure and blob."""
    structure, blob = wire.HEADER.unpack_from(frame)
    start = wire.HEADER.size
    return frame[start : start + structure], frame[start + structure : start + structure + blob]
