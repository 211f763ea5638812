"""Frames, and the plain data and tensors in them: all that a guest may answer.

A frame is `<II` (length of the structure, length of the blob), the structure as msgpack, the blob.
The structure is a message of `protocol`; the values in it are packed: None, bool, int, float, str
and lists as they are, everything else as a map of one key, its kind: {"tuple": […]},
{"dict": [[k, v], …]}, {"tensor": [dtype, shape, requires_grad]}, … The bytes of the tensors stand
in the blob, in the order of the values.

Nothing is executed by reading, sizes are checked before memory is taken, and whatever breaks the
format is a `WireError`.
"""

import math
import struct
from collections.abc import Sequence
from typing import Any

import msgspec
import numpy as np
import torch

from autograder.errors import WireError
from autograder.text import without_surrogates

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


def frame(structure: bytes, blobs: Sequence[bytes]) -> bytes:
    """A message's structure and the bytes of its tensors as one frame."""
    blob = b"".join(blobs)
    return b"".join((HEADER.pack(len(structure), len(blob)), structure, blob))


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


def pack(value: Any, blobs: list[bytes], depth: int = 0) -> Any:
    """A value as `Reader` reads it; the bytes of its tensors are added to `blobs`.

    Raises WireError where it is nested too deeply, or a dict of it is too large.
    """
    kind = type(value)
    if kind in _AS_IT_IS:
        return value
    if depth > MAX_DEPTH:
        raise WireError("nested too deeply")
    packer = _PACKERS.get(kind)
    if packer is None:
        packer = next((_PACKERS[base] for base in kind.__mro__ if base in _PACKERS), _pack_other)
    return packer(value, blobs, depth + 1)


def _pack_other(value: Any, blobs: list[bytes], depth: int) -> Any:
    return {"other": type(value).__name__[:MAX_NAME]}


def _pack_str(value: str, blobs: list[bytes], depth: int) -> Any:
    return without_surrogates(
        str.__str__(value)
    )  # of a member of an Enum str() would tell its name


def _pack_int(value: int, blobs: list[bytes], depth: int) -> Any:
    number = value if type(value) is int else int(value)
    if -(1 << 63) <= number < 1 << 63:
        return number
    if number.bit_length() > 3 * MAX_DIGITS:
        return {"other": "int"}
    return {"int": str(number)}


def _pack_list(value: list[Any], blobs: list[bytes], depth: int) -> Any:
    return [pack(item, blobs, depth) for item in value]


def _pack_tuple(value: tuple[Any, ...], blobs: list[bytes], depth: int) -> Any:
    return {"tuple": [pack(item, blobs, depth) for item in value]}


def _pack_dict(value: dict[Any, Any], blobs: list[bytes], depth: int) -> Any:
    _check_pairs(len(value))
    return {"dict": [[pack(k, blobs, depth), pack(v, blobs, depth)] for k, v in value.items()]}


_REQUIRES_GRAD = vars(torch._C.TensorBase)["requires_grad"].__get__  # not a subclass's own


def _pack_tensor(value: torch.Tensor, blobs: list[bytes], depth: int) -> Any:
    if type(value) is not torch.Tensor:
        with torch._C.DisableTorchFunctionSubclass():  # it may answer anything else itself
            plain = torch.Tensor.as_subclass(torch.Tensor.detach(value), torch.Tensor)
            value = plain.requires_grad_(_REQUIRES_GRAD(value))
    if value.layout is not torch.strided or not value.is_cpu:
        return {"other": f"Tensor ({value.layout}, {value.device.type})"}
    name = NAMES.get(value.dtype)
    if name is None or value.dim() > MAX_NDIM:
        return {"other": f"Tensor ({value.dtype}, {value.dim()} dimensions)"}
    blobs.append(tensor_bytes(value))
    return {"tensor": [name, list(value.shape), value.requires_grad]}


def tensor_bytes(tensor: torch.Tensor) -> bytes:
    """The numbers of a tensor, one after another."""
    if tensor.dtype is torch.bfloat16:  # NumPy has none
        tensor = tensor.detach().contiguous().view(torch.int16)
    return tensor.numpy(force=True).tobytes()


def _pack_array(value: "np.ndarray[Any, Any]", blobs: list[bytes], depth: int) -> Any:
    name = value.dtype.name
    if name not in DTYPES or value.ndim > MAX_NDIM:
        return {"other": f"ndarray ({name}, {value.ndim} dimensions)"[:MAX_NAME]}
    blobs.append(np.ascontiguousarray(value).tobytes())
    return {"ndarray": [name, list(value.shape)]}


def _check_pairs(count: int) -> None:
    if count > MAX_PAIRS:
        raise WireError(f"a dict of {count} pairs, at most {MAX_PAIRS}")


_AS_IT_IS: frozenset[type] = frozenset((type(None), bool, float))
_PACKERS: dict[type, Any] = {
    int: _pack_int,
    float: lambda value, blobs, depth: float(value),
    str: _pack_str,
    tuple: _pack_tuple,
    list: _pack_list,
    dict: _pack_dict,
    torch.Tensor: _pack_tensor,
    torch.nn.Parameter: _pack_tensor,
    np.ndarray: _pack_array,
    np.generic: lambda value, blobs, depth: pack(value.item(), blobs, depth),
    Opaque: lambda value, blobs, depth: {"other": value.type_name},
}


class Reader:
    """Turns what was packed back into values, taking tensor bytes from the blob as it goes."""

    def __init__(self, blob: bytes) -> None:
        self._blob = memoryview(blob)
        self._position = 0

    def close(self) -> None:
        """Raises WireError where more was sent than read."""
        if self._position != len(self._blob):
            raise WireError("bytes left over after the last tensor")

    def read(self, tree: Any, depth: int = 0) -> Any:
        """A value. Raises WireError."""
        if tree is None or type(tree) in (bool, int, float, str):
            return tree
        if depth > MAX_DEPTH:
            raise WireError("nested too deeply")
        if type(tree) is list:
            return [self.read(item, depth + 1) for item in tree]
        if type(tree) is not dict or len(tree) != 1:
            raise WireError("neither plain data nor a map of one kind")
        ((kind, body),) = tree.items()
        return self._tagged(kind, body, depth + 1)

    def _tagged(self, kind: Any, body: Any, depth: int) -> Any:
        if kind == "tuple" and type(body) is list:
            return tuple(self.read(item, depth) for item in body)
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
            key = self.read(pair[0], depth)
            try:
                result[key] = self.read(pair[1], depth)
            except TypeError:
                raise WireError("a key that cannot be one") from None
        return result

    def _tensor(self, body: Any) -> torch.Tensor:
        dtype, shape, requires_grad = _tensor_header(body)
        count = math.prod(shape)
        size = count * dtype.itemsize
        raw = self._blob[self._position : self._position + size]
        if len(raw) != size:
            raise WireError("a tensor longer than its bytes")
        self._position += size
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
