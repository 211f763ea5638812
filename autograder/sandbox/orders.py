"""Frames of the grader's orders, which the guest believes.

A guest's answers are read with suspicion, piece by piece (`wire`). What the grader sends needs none, and a
guest reads a hundred orders for one submission: so msgspec reads them, straight into the messages. What
msgpack has no word for is an extension: a tensor is a head (dtype, flags, sizes, strides) and its bytes.
"""

import math
import struct
from typing import Any

import msgspec
import numpy as np
import torch

from autograder.sandbox.wire import DTYPES, HEADER, MAX_NAME, Opaque, tensor_bytes

TENSOR, TUPLE, PAIRS, LEAF, NONLEAF, MODEL, INT, ARRAY, OPAQUE = range(9)
HEAD = struct.Struct("<BBBxxxxx")  # dtype, flags, dimensions; eight bytes, as numbers want to lie
REQUIRES_GRAD, STRIDED = 1, 2
KINDS = list(DTYPES.values())


class Leaf(msgspec.Struct, frozen=True):
    """An argument that requires grad: the guest makes it a fresh leaf."""

    tensor: torch.Tensor


class NonLeaf(msgspec.Struct, frozen=True):
    """An argument that requires grad and was computed: the guest makes leaf * 1."""

    tensor: torch.Tensor


class Model(msgspec.Struct, frozen=True):
    """An nn.Module that the guest builds and hands to a function.

    Either `factory` names the student's class or function, called with `args`, or `layers` lists
    standard layers for an nn.Sequential: [["Linear", 2, 1], ["Sigmoid"]] (one layer alone: that
    layer). `params` are copied in the order of `model.parameters()`; `training` sets its mode.
    """

    factory: str | None = None
    args: tuple[Any, ...] = ()
    layers: tuple[tuple[Any, ...], ...] = ()
    params: tuple[torch.Tensor, ...] | None = None
    training: bool | None = None
    dtype: str = "float32"


def dumps(message: msgspec.Struct) -> bytes:
    """A message as one frame."""
    fields = {name: _packed(getattr(message, name)) for name in message.__struct_fields__}
    structure = msgspec.msgpack.encode(msgspec.structs.replace(message, **fields))
    return HEADER.pack(len(structure), 0) + structure


def reader(kind: Any) -> "msgspec.msgpack.Decoder[Any]":
    """What reads the structures of frames that hold messages of this kind."""
    return msgspec.msgpack.Decoder(kind, ext_hook=_unpacked)


def _packed(value: Any) -> Any:
    """A value as msgspec can write it and `_unpacked` reads it back."""
    if value is None or isinstance(value, bool | str | float):
        return value
    if isinstance(value, int):
        return value if -(1 << 63) <= value < 1 << 63 else _ext(INT, str(value))
    if isinstance(value, list):
        return [_packed(item) for item in value]
    if isinstance(value, tuple):
        return _ext(TUPLE, [_packed(item) for item in value])
    if isinstance(value, dict):
        if all(type(key) is str for key in value):
            return {key: _packed(item) for key, item in value.items()}
        return _ext(PAIRS, [[_packed(key), _packed(item)] for key, item in value.items()])
    if isinstance(value, torch.Tensor):
        return msgspec.msgpack.Ext(TENSOR, _tensor(value))
    if isinstance(value, Leaf | NonLeaf):
        return _ext(LEAF if isinstance(value, Leaf) else NONLEAF, _packed(value.tensor))
    return _packed_object(value)


def _packed_object(value: Any) -> Any:
    if isinstance(value, Model):
        return _ext(MODEL, [_packed(field) for field in msgspec.structs.astuple(value)])
    if isinstance(value, np.ndarray):
        return _ext(ARRAY, _packed(torch.from_numpy(value.copy())))
    if isinstance(value, np.generic):
        return _packed(value.item())
    if isinstance(value, msgspec.Struct) and not isinstance(value, Opaque):
        return value  # a part of a message, of plain fields only
    name = value.type_name if isinstance(value, Opaque) else type(value).__name__[:MAX_NAME]
    return _ext(OPAQUE, name)


def _ext(code: int, body: Any) -> msgspec.msgpack.Ext:
    return msgspec.msgpack.Ext(code, msgspec.msgpack.encode(body))


def _tensor(value: torch.Tensor) -> bytes:
    plain = value.detach()
    strides = () if plain.is_contiguous() or 0 in plain.stride() else plain.stride()
    flags = REQUIRES_GRAD * value.requires_grad | STRIDED * bool(strides)
    sizes = (*plain.shape, *strides)
    head = HEAD.pack(KINDS.index(plain.dtype), flags, plain.dim())
    return head + struct.pack(f"<{len(sizes)}q", *sizes) + tensor_bytes(plain)


def _unpacked(code: int, data: memoryview) -> Any:
    if code == TENSOR:
        return _tensor_of(data)
    body = _PLAIN.decode(data)
    if code == TUPLE:
        return tuple(body)
    if code == PAIRS:
        return dict(body)
    if code == LEAF:
        return Leaf(body)
    if code == NONLEAF:
        return NonLeaf(body)
    if code == MODEL:
        return Model(*body)
    if code == ARRAY:
        return body.numpy()
    return int(body) if code == INT else Opaque(body)


_PLAIN = reader(Any)


def _tensor_of(data: memoryview) -> torch.Tensor:
    kind, flags, dimensions = HEAD.unpack_from(data)
    numbers = 2 * dimensions if flags & STRIDED else dimensions
    sizes = struct.unpack_from(f"<{numbers}q", data, HEAD.size)
    shape, dtype = sizes[:dimensions], KINDS[kind]
    if math.prod(shape):
        start = HEAD.size + 8 * numbers
        flat = torch.frombuffer(bytearray(data), dtype=dtype, offset=start)
        tensor = flat if dimensions == 1 else flat.reshape(shape)
    else:
        tensor = torch.empty(shape, dtype=dtype)
    if flags & STRIDED:
        tensor = torch.empty_strided(shape, sizes[dimensions:], dtype=dtype).copy_(tensor)
    return tensor.requires_grad_(True) if flags & REQUIRES_GRAD else tensor
