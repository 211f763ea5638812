"""The wire carries plain data and tensors as they are, and refuses everything else."""

import contextlib
import struct
from enum import Enum

import msgspec
import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.errors import WireError
from autograder.sandbox import protocol, wire
from autograder.sandbox.cells import Cell
from autograder.sandbox.orders import Leaf, Model, NonLeaf
from autograder.sandbox.protocol import Load, Reply, Request
from autograder.sandbox.wire import Opaque


def send(value):
    """The value of a reply, as it comes to the grader."""
    return protocol.decode_reply(*protocol.split(protocol.encode(Reply(value)))).value


def order(value):
    """The value as an argument of an order, as it comes to the guest."""
    request = Request("call", "f", [value], {"named": value})
    arrived = protocol.decode_order(*protocol.split(protocol.encode(request)))
    (positional,) = arrived.args
    assert msgspec.structs.replace(arrived, args=[], kwargs={}) == Request("call", "f")
    assert type(positional) is type(arrived.kwargs["named"])
    return positional


def forged(blob=b"", **fields):
    """What the grader makes of a reply with these fields."""
    structure = msgspec.msgpack.encode({"type": "Reply", **fields})
    return protocol.decode_reply(structure, blob)


plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.lists(inner, max_size=4).map(tuple)
        | st.dictionaries(st.text(max_size=5) | st.integers(), inner, max_size=4)
    ),
    max_leaves=20,
)


@given(plain)
@settings(max_examples=200, deadline=None)
def test_plain_data_arrives_as_it_was_sent(value):
    for way in (send, order):
        assert way(value) == value
        assert type(way(value)) is type(value)


@pytest.mark.parametrize("value", [[], {}, (), "", 0, False, None])
def test_a_reply_that_is_empty_is_not_nothing(value):
    assert send(value) == value
    assert type(send(value)) is type(value)


@pytest.mark.parametrize("dtype", wire.DTYPES.values(), ids=str)
@pytest.mark.parametrize("shape", [(), (0,), (3,), (2, 0, 3), (2, 3, 4)], ids=str)
def test_tensors_arrive_with_shape_dtype_and_values(dtype, shape):
    tensor = torch.ones(shape).cumsum(0).to(dtype) if shape else torch.tensor(1).to(dtype)
    for way in (send, order):
        arrived = way(tensor)
        assert arrived.dtype == dtype
        assert arrived.shape == tensor.shape
        assert torch.equal(arrived, tensor)


def test_a_view_keeps_its_strides_on_the_way_to_the_guest():
    view = torch.arange(6.0).reshape(2, 3).t()
    assert torch.equal(order(view), view)
    assert order(view).stride() == view.stride()
    assert send(view).is_contiguous()


def test_an_expanded_view_travels_as_the_numbers_it_shows():
    assert torch.equal(order(torch.ones(1).expand(3, 2)), torch.ones(3, 2))


def test_requires_grad_travels_with_a_tensor():
    for way in (send, order):
        assert way(torch.ones(2, requires_grad=True)).requires_grad
        assert not way(torch.ones(2)).requires_grad


@pytest.mark.parametrize("kind", [Leaf, NonLeaf])
def test_what_the_guest_is_to_make_of_a_tensor_travels_in_an_order(kind):
    arrived = order([kind(torch.ones(2))])[0]
    assert type(arrived) is kind
    assert torch.equal(arrived.tensor, torch.ones(2))


def test_a_model_travels_as_what_it_is_to_be_built_from():
    model = Model(
        None, (1,), (("Linear", 2, 1), ("Sigmoid",)), (torch.ones(1, 2),), True, "float64"
    )
    arrived = order(model)
    assert msgspec.structs.replace(arrived, params=None) == msgspec.structs.replace(
        model, params=None
    )
    assert torch.equal(arrived.params[0], torch.ones(1, 2))


def test_numpy_and_what_cannot_cross_travel_in_orders_too():
    assert np.array_equal(order(np.arange(3)), np.arange(3))
    assert order(np.float32(0.5)) == 0.5
    assert order(Opaque("Linear")) == Opaque("Linear")
    assert order(object()) == Opaque("object")


def test_a_cell_is_loaded_as_it_was_sent():
    load = Load(Cell("cell 1", "print('안녕')", 3), 0.5)
    assert protocol.decode_order(*protocol.split(protocol.encode(load))) == load


def test_numpy_arrives_as_numpy_and_numpy_scalars_as_numbers():
    assert send(np.arange(3)).tolist() == [0, 1, 2]
    assert send([np.float64(0.5), np.int64(3), np.bool_(True)]) == [0.5, 3, True]


def test_a_text_arrives_as_what_it_equals_whatever_it_calls_itself():
    class Status(str, Enum):  # noqa: UP042, as students write it
        GOOD = "good"

    assert send([Status.GOOD, np.str_("good")]) == ["good", "good"]


def test_what_cannot_cross_arrives_as_the_name_of_its_type():
    assert send(object()) == wire.Opaque("object")
    assert send(torch.ones(2).to_sparse()).type_name.startswith("Tensor (torch.sparse")


def test_a_subclass_of_tensor_arrives_as_a_plain_tensor():
    class Sly(torch.Tensor):
        @classmethod
        def __torch_function__(cls, func, types, args=(), kwargs=None):
            return True

    arrived = send(torch.ones(2).as_subclass(Sly))
    assert type(arrived) is torch.Tensor
    assert arrived.tolist() == [1.0, 1.0]


def test_a_subclass_cannot_hide_that_it_hangs_in_the_graph():
    class Sly(torch.Tensor):
        requires_grad = False

        def detach(self):
            return torch.zeros(1)

    arrived = send((torch.ones(2, requires_grad=True) * 1).as_subclass(Sly))
    assert arrived.requires_grad
    assert arrived.tolist() == [1.0, 1.0]


def test_bool_bytes_other_than_0_and_1_become_true():
    arrived = forged(b"\x00\x01\xff", value={"tensor": ["bool", [3], False]}).value
    assert arrived.tolist() == [False, True, True]
    assert int(arrived.sum()) == 2


@pytest.mark.parametrize(
    ("structure", "blob"),
    [
        ({"tensor": ["float32", [2], False]}, b"\0" * 4),
        ({"tensor": ["float32", [1], False]}, b"\0" * 8),
        ({"tensor": ["float32", [-1], False]}, b""),
        ({"tensor": ["float32", [1 << 40], False]}, b""),
        ({"tensor": ["float32", [0, 1 << 20, 1 << 20], False]}, b""),
        ({"tensor": ["float32", [True], False]}, b"\0" * 4),
        ({"tensor": ["float32", [1] * 9, False]}, b"\0" * 4),
        ({"tensor": ["object", [1], False]}, b"\0" * 8),
        ({"tensor": ["float32", [1]]}, b"\0" * 4),
        ({"tensor": None}, b""),
        ({"ndarray": ["float32"]}, b""),
        ({"int": "1e9"}, b""),
        ({"int": "9" * 5000}, b""),
        ({"int": "٣"}, b""),
        ({"dict": [[1]]}, b""),
        ({"dict": [[[1], 2]]}, b""),
        ({"tuple": 3}, b""),
        ({"model": []}, b""),
        ({"leaf": 1}, b""),
        ({"tensor": ["float32", [1], None, True]}, b"1234"),
        ({"a": 1, "b": 2}, b""),
        ({1: 2}, b""),
        (msgspec.msgpack.Ext(5, b"x"), b""),
        (b"bytes", b""),
        (None, b"left over"),
    ],
)
def test_a_malformed_value_is_a_wire_error(structure, blob):
    with pytest.raises(WireError):
        forged(blob, value=structure)


def test_a_dict_beyond_the_limit_is_a_wire_error_on_both_sides():
    pairs = [[n, None] for n in range(wire.MAX_PAIRS + 1)]
    with pytest.raises(WireError, match="1001 pairs"):
        send(dict(pairs))
    with pytest.raises(WireError, match="1001 pairs"):
        forged(value={"dict": pairs})


def test_nesting_beyond_the_limit_is_a_wire_error_on_both_sides():
    deep = None
    for _ in range(100):
        deep = [deep]
    with pytest.raises(WireError):
        protocol.encode(Reply(deep))
    with pytest.raises(WireError):
        forged(value=deep)
    deeper = b"\x82\xa4type\xa5Reply\xa5value" + b"\x91" * 100_000 + b"\xc0"
    with pytest.raises(WireError):
        protocol.decode_reply(deeper, b"")


@given(st.binary(max_size=200), st.binary(max_size=40))
@settings(max_examples=500, deadline=None)
def test_random_bytes_are_a_reply_or_a_wire_error(structure, blob):
    with contextlib.suppress(WireError):
        protocol.decode_reply(structure, blob)


@given(st.binary(max_size=300))
@settings(max_examples=300, deadline=None)
def test_a_reply_with_flipped_bytes_is_a_reply_or_a_wire_error(noise):
    good = protocol.encode(Reply(value=torch.ones(3), changed={1: torch.zeros(2)}, shares=[0]))
    mixed = bytes(a ^ b for a, b in zip(good, noise + bytes(len(good)), strict=False))
    structure, blob = protocol.split(good[:8] + mixed[8:])
    with contextlib.suppress(WireError):
        assert isinstance(protocol.decode_reply(structure, blob), Reply)


@pytest.mark.parametrize("header", [(wire.MAX_STRUCTURE + 1, 0), (0, wire.MAX_BLOB + 1)])
def test_a_frame_is_refused_by_its_header_alone(header):
    with pytest.raises(WireError):
        wire.check_lengths(*struct.unpack("<II", struct.pack("<II", *header)))


def test_an_answer_to_another_question_is_a_wire_error():
    loaded = protocol.encode(protocol.Loaded())
    with pytest.raises(WireError):
        protocol.decode_reply(*protocol.split(loaded))
    for fields in ({"grads": 5}, {"changed": [1]}, {"models": [{"params": 2}]}, {"type": "Loaded"}):
        with pytest.raises(WireError):
            forged(**fields)
