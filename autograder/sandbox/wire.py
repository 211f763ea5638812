"""Frames of plain data and tensors: all that a guest may answer.

A frame is `<II` (length of the structure, length of the blob), the structure as msgpack, the blob.
The structure holds None, bool, int, float, str and lists as they are; everything else is a map of
one key, its kind: {"tuple": […]}, {"dict": [[k, v], …]}, {"tensor": [dtype, shape,
requires_grad]}, … The bytes of the tensors stand in the blob, in the order of the structure.

Nothing is executed by decoding, sizes are checked before memory is taken, and whatever breaks the
format is a `WireError`.
"""

import math
import struct
from functools import cache
from typing import Any

import msgspec
import numpy as np
import torch

from autograder.errors import WireError

MAX_STRUCTURE = 1 << 18  # decoded, empty lists take 130 times their bytes
MAX_BLOB = 16 << 20  # as numbers to be compared, booleans take 8 times theirs
MAX_PAIRS = 1000  # of a dict: keys can be made to collide, which costs the square of their number
MAX_DEPTH = 24
MAX_NDIM = 8
MAX_DIGITS = 1000
MAX_NAME = 200

HEADER = struct.Struct("<II")
Frame = tuple[bytes, bytes]  # structure and blob

DTYPES: dict[str, torch.dtype] = {
    str(dtype).removeprefix("torch."): dtype
    for dtype in (
        torch.float32, torch.float64, torch.float16, torch.bfloat16,
        torch.int8, torch.int16, torch.int32, torch.int64, torch.uint8,
        torch.bool, torch.complex64, torch.complex128,
    )
}  # fmt: skip
NAMES = {dtype: name for name, dtype in DTYPES.items()}


class Opaque(msgspec.Struct, frozen=True):
    """An object that does not cross: only the name of its type does."""

    type_name: str


def dumps(value: Any) -> bytes:
    """A value as one frame. Raises WireError where it is too deep, or a dict too large."""
    blobs: list[bytes] = []
    structure = msgspec.msgpack.encode(_encode(value, blobs, 0))
    blob = b"".join(blobs)
    return b"".join((HEADER.pack(len(structure), len(blob)), structure, blob))


def loads(structure: bytes | memoryview, blob: bytes | memoryview) -> Any:
    """The value of a frame. Raises WireError."""
    try:
        tree = msgspec.msgpack.decode(structure)
    except (msgspec.MsgspecError, RecursionError, ValueError, TypeError) as error:
        raise WireError(f"not msgpack: {error}") from None
    decoder = _Decoder(memoryview(blob))
    value = decoder.decode(tree, 0)
    if decoder.position != len(blob):
        raise WireError("bytes left over after the last tensor")
    return value


def take_frame(come: bytearray, *, trusted: bool = False) -> Frame | None:
    """Take the first frame of what has come, where it has come whole.

    Raises WireError as soon as it shows that a frame would be longer than it may, unless `trusted`.
    """
    start = HEADER.size
    if len(come) < start:
        return None
    structure, blob = HEADER.unpack_from(come)
    if not trusted:
        check_lengths(structure, blob)
    middle, end = start + structure, start + structure + blob
    if len(come) < end:
        return None
    frame = bytes(come[start:middle]), bytes(come[middle:end])
    del come[:end]
    return frame


def check_lengths(structure: int, blob: int) -> None:
    """Refuse a guest's frame by its header, before any memory is taken for it."""
    if structure > MAX_STRUCTURE:
        raise WireError(f"structure of {structure} bytes, at most {MAX_STRUCTURE}")
    if blob > MAX_BLOB:
        raise WireError(f"tensors of {blob} bytes, at most {MAX_BLOB}")


def _encode(value: Any, blobs: list[bytes], depth: int) -> Any:
    kind = type(value)
    if kind in _AS_IT_IS:
        return value
    if depth > MAX_DEPTH:
        raise WireError("nested too deeply")
    encode = _ENCODERS.get(kind)
    if encode is None:
        encode = next(
            (_ENCODERS[base] for base in kind.__mro__ if base in _ENCODERS), _encode_other
        )
    return encode(value, blobs, depth + 1)


def _encode_other(value: Any, blobs: list[bytes], depth: int) -> Any:
    return {"other": type(value).__name__[:MAX_NAME]}


def _encode_str(value: str, blobs: list[bytes], depth: int) -> Any:
    return str(value).encode("utf-8", "replace").decode("utf-8")  # lone surrogates do not cross


def _encode_int(value: int, blobs: list[bytes], depth: int) -> Any:
    number = value if type(value) is int else int(value)
    if -(1 << 63) <= number < 1 << 63:
        return number
    if number.bit_length() > 3 * MAX_DIGITS:
        return {"other": "int"}
    return {"int": str(number)}


def _encode_list(value: list[Any], blobs: list[bytes], depth: int) -> Any:
    return [_encode(item, blobs, depth) for item in value]


def _encode_tuple(value: tuple[Any, ...], blobs: list[bytes], depth: int) -> Any:
    return {"tuple": [_encode(item, blobs, depth) for item in value]}


def _encode_dict(value: dict[Any, Any], blobs: list[bytes], depth: int) -> Any:
    _check_pairs(len(value))
    return {
        "dict": [[_encode(k, blobs, depth), _encode(v, blobs, depth)] for k, v in value.items()]
    }


_REQUIRES_GRAD = vars(torch._C.TensorBase)["requires_grad"].__get__


def _encode_tensor(value: torch.Tensor, blobs: list[bytes], depth: int) -> Any:
    with torch._C.DisableTorchFunctionSubclass():  # a subclass may answer anything else itself
        plain, requires_grad = torch.Tensor.detach(value), bool(_REQUIRES_GRAD(value))
    if plain.layout is not torch.strided or plain.device.type != "cpu":
        return {"other": f"Tensor ({plain.layout}, {plain.device.type})"}
    if plain.dtype not in NAMES or plain.dim() > MAX_NDIM:
        return {"other": f"Tensor ({plain.dtype}, {plain.dim()} dimensions)"}
    blobs.append(tensor_bytes(plain))
    return {"tensor": [NAMES[plain.dtype], list(plain.shape), requires_grad]}


def tensor_bytes(plain: torch.Tensor) -> bytes:
    """The numbers of a tensor that is outside the graph, one after another."""
    flat = plain.resolve_conj().resolve_neg().contiguous()
    if flat.dtype is torch.bfloat16:
        flat = flat.view(torch.int16)
    return flat.numpy().tobytes()


def _encode_array(value: "np.ndarray[Any, Any]", blobs: list[bytes], depth: int) -> Any:
    name = value.dtype.name
    if name not in DTYPES or value.ndim > MAX_NDIM:
        return {"other": f"ndarray ({name}, {value.ndim} dimensions)"[:MAX_NAME]}
    blobs.append(np.ascontiguousarray(value).tobytes())
    return {"ndarray": [name, list(value.shape)]}


def _check_pairs(count: int) -> None:
    if count > MAX_PAIRS:
        raise WireError(f"a dict of {count} pairs, at most {MAX_PAIRS}")


def _encode_struct(value: msgspec.Struct, blobs: list[bytes], depth: int) -> Any:
    """A message: its fields that are not what they are by default."""
    pairs = []
    for name, default in _fields(type(value)):
        field = getattr(value, name)
        if field is not default and not (type(field) is type(default) in _CONTAINERS and not field):
            pairs.append([name, _encode(field, blobs, depth)])
    return {"dict": pairs}


@cache
def _fields(kind: type[msgspec.Struct]) -> list[tuple[str, Any]]:
    """Names and defaults."""
    return [
        (
            field.name,
            field.default
            if field.default_factory is msgspec.NODEFAULT
            else field.default_factory(),
        )
        for field in msgspec.structs.fields(kind)
    ]


_CONTAINERS = frozenset((list, dict))
_AS_IT_IS: frozenset[type] = frozenset((type(None), bool, float))
_ENCODERS: dict[type, Any] = {
    int: _encode_int,
    float: lambda value, blobs, depth: float(value),
    str: _encode_str,
    tuple: _encode_tuple,
    list: _encode_list,
    dict: _encode_dict,
    torch.Tensor: _encode_tensor,
    np.ndarray: _encode_array,
    np.generic: lambda value, blobs, depth: _encode(value.item(), blobs, depth),
    Opaque: lambda value, blobs, depth: {"other": value.type_name},
    msgspec.Struct: _encode_struct,
}


class _Decoder:
    """Turns a tree back into values, taking tensor bytes from the blob as it goes."""

    def __init__(self, blob: memoryview) -> None:
        self.blob = blob
        self.position = 0

    def decode(self, tree: Any, depth: int) -> Any:
        if tree is None or type(tree) in (bool, int, float, str):
            return tree
        if depth > MAX_DEPTH:
            raise WireError("nested too deeply")
        if type(tree) is list:
            return [self.decode(item, depth + 1) for item in tree]
        if type(tree) is not dict or len(tree) != 1:
            raise WireError("neither plain data nor a map of one kind")
        ((kind, body),) = tree.items()
        return self._tagged(kind, body, depth + 1)

    def _tagged(self, kind: Any, body: Any, depth: int) -> Any:
        if kind == "tuple" and type(body) is list:
            return tuple(self.decode(item, depth) for item in body)
        if kind == "dict" and type(body) is list:
            return self._dict(body, depth)
        if kind == "tensor":
            return self._tensor(body)
        if kind == "ndarray" and type(body) is list and len(body) == 2:
            return self._tensor([*body, False]).numpy()
        if kind == "int" and type(body) is str and len(body) <= MAX_DIGITS + 1:
            return _big_int(body)
        if kind == "other" and type(body) is str:
            return Opaque(body[:MAX_NAME])
        raise WireError("unknown kind of value")

    def _dict(self, body: list[Any], depth: int) -> dict[Any, Any]:
        _check_pairs(len(body))
        result = {}
        for pair in body:
            if type(pair) is not list or len(pair) != 2:
                raise WireError("a dict is a list of pairs")
            key = self.decode(pair[0], depth)
            try:
                result[key] = self.decode(pair[1], depth)
            except TypeError:
                raise WireError("a key that cannot be one") from None
        return result

    def _tensor(self, body: Any) -> torch.Tensor:
        dtype, shape, requires_grad = _tensor_header(body)
        count = math.prod(shape)
        size = count * dtype.itemsize
        raw = self.blob[self.position : self.position + size]
        if len(raw) != size:
            raise WireError("a tensor longer than its bytes")
        self.position += size
        tensor = _from_bytes(raw, dtype, count).reshape(shape)
        if requires_grad and (dtype.is_floating_point or dtype.is_complex):
            tensor.requires_grad_(True)
        return tensor


def _tensor_header(body: Any) -> tuple[torch.dtype, list[int], bool]:
    if type(body) is not list or len(body) != 3:
        raise WireError("a tensor is [dtype, shape, requires_grad]")
    name, shape, requires_grad = body
    if type(name) is not str or name not in DTYPES:
        raise WireError("unknown dtype")
    if type(shape) is not list or len(shape) > MAX_NDIM:
        raise WireError("not a shape")
    if any(type(n) is not int or not 0 <= n <= MAX_BLOB for n in shape):
        raise WireError("not a shape")
    if math.prod(n or 1 for n in shape) > MAX_BLOB:
        raise WireError("a shape larger than any frame")
    return DTYPES[name], shape, requires_grad is True


def _from_bytes(raw: memoryview, dtype: torch.dtype, count: int) -> torch.Tensor:
    if count == 0:
        return torch.empty(0, dtype=dtype)
    if dtype is torch.bool:  # a byte that is neither 0 nor 1 would be a bool that is neither
        return torch.frombuffer(bytearray(raw), dtype=torch.uint8) != 0
    return torch.frombuffer(bytearray(raw), dtype=dtype)


def _big_int(text: str) -> int:
    digits = text.removeprefix("-")
    if not (digits.isascii() and digits.isdigit()):
        raise WireError("not an integer")
    return int(text)
