"""Whatever a guest sends is a reply or a typed error, soon and within bounds.

`make test` tries some hundreds of frames a property, `make fuzz` ten thousand.
"""

import contextlib
import socket
import tracemalloc

import msgspec
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from autograder.errors import GuestGone, WireError
from autograder.sandbox import protocol, wire
from autograder.sandbox.nursery import ENDED
from autograder.sandbox.protocol import Error, ModelState, Place, Reply
from autograder.sandbox.remote import Guest

PRIME = (1 << 61) - 1  # Python's hashes of integers are remainders of this

REPLIES = [
    Reply(value=torch.ones(3), changed={1: torch.zeros(2)}, shares=[0], tracked=[0]),
    Reply(error=Error(["ValueError", "Exception"], "no", Place("cell 1", 2, "f"), own=True)),
    Reply(
        value=(1, 2.5, "text", None, [torch.ones(2, 2, dtype=torch.bool)]),
        grads=[torch.ones(2), None],
        models=[ModelState(["w"], [torch.ones(1)], [True], [False], True, [True])],
    ),
]
FRAMES = [protocol.encode(reply) for reply in REPLIES]

scalars = (
    st.none()
    | st.booleans()
    | st.integers(-(1 << 63), (1 << 64) - 1)
    | st.floats()
    | st.text(max_size=8)
    | st.binary(max_size=8)
)
sizes = st.lists(st.integers(-2, 5) | st.sampled_from([1 << 24, 1 << 40, True, None]), max_size=9)
headers = st.tuples(
    st.sampled_from([*wire.DTYPES, "object", "", 5]), sizes, st.booleans() | sizes
).map(list)
FIELDS = [*Reply.__struct_fields__, "nothing"]


def tagged(inner):
    """Maps of one kind, right and wrong ones."""
    return st.one_of(
        st.tuples(st.sampled_from(["tuple", "dict", "int", "other", "leaf", "model", "x"]), inner),
        st.tuples(st.sampled_from(["tensor", "ndarray"]), headers),
    ).map(lambda pair: dict([pair]))


trees = st.recursive(
    scalars | headers, lambda inner: st.lists(inner, max_size=4) | tagged(inner), max_leaves=25
)
replies = st.dictionaries(st.sampled_from(FIELDS), trees, max_size=5).map(
    lambda fields: {"type": "Reply", **fields}
)


def read(structure: bytes, blob: bytes) -> Reply | None:
    """A reply, or None where it is none."""
    try:
        reply = protocol.decode_reply(structure, blob)
    except WireError:
        return None
    assert isinstance(reply, Reply)
    return reply


@given(trees | replies, st.binary(max_size=64))
def test_any_tree_is_a_reply_or_a_wire_error(tree, blob):
    read(msgspec.msgpack.encode(tree), blob)


@given(st.sampled_from(FRAMES), st.data())
def test_a_reply_with_bytes_changed_put_in_or_left_out_is_a_reply_or_a_wire_error(frame, data):
    structure, blob = protocol.split(frame)
    parts = [structure, blob]
    for _ in range(data.draw(st.integers(1, 4))):
        which = data.draw(st.integers(0, 1))
        part = parts[which]
        start = data.draw(st.integers(0, len(part)))
        end = data.draw(st.integers(start, min(len(part), start + 4)))
        parts[which] = part[:start] + data.draw(st.binary(max_size=4)) + part[end:]
    read(*parts)


@given(st.binary(max_size=400), st.lists(st.sampled_from(FRAMES), max_size=2))
def test_any_bytes_on_the_socket_are_answers_or_the_end_of_the_guest(noise, frames):
    ours, theirs = socket.socketpair()
    lifeline, far_end = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    guest = Guest(ours, lifeline)
    theirs.setblocking(False)
    with contextlib.closing(guest), theirs, far_end:
        asking = guest.ask_all([b"?"] * 3, cpu=1, wall=lambda: 1)
        far_end.send(ENDED.pack(b"x", 1, 0.0))
        theirs.sendall(b"".join(frames) + noise)
        theirs.shutdown(socket.SHUT_WR)
        with contextlib.suppress(GuestGone):
            assert len(list(asking)) == 3


MODEL = {"names": [], "params": [], "requires_grad": [], "has_grad": [], "training": True}
COSTLY = {
    "lists": {"value": [[]] * 250_000},
    "dicts": {"value": [{"dict": []}] * 37_000},
    "empty tensors": {"value": [{"tensor": ["bool", [0], False]}] * 10_000},
    "empty arrays": {"value": [{"ndarray": ["bool", [0]]}] * 15_000},
    "long integers": {"value": [{"int": "9" * 1000}] * 250},
    "gradients": {"grads": [[]] * 250_000},
    "arguments": {"changed": {n: [] for n in range(1 << 16, 100_000)}},
    "models": {"models": [MODEL] * 4_000},
    "names": {"error": {"names": [""] * 250_000}},
    "positions": {"tracked": [1 << 20] * 50_000},
}


@pytest.mark.parametrize("fields", COSTLY.values(), ids=COSTLY)
def test_the_most_costly_replies_are_read_within_bounds(fields):
    encoded = msgspec.msgpack.encode({"type": "Reply", **fields})
    assert wire.MAX_STRUCTURE * 0.6 < len(encoded) < wire.MAX_STRUCTURE
    tracemalloc.start()
    assert read(encoded, b"") is not None
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 100 << 20


def test_keys_that_collide_are_refused_before_they_are_compared():
    keys = [{"int": str(PRIME * (number + (1 << 62)))} for number in range(wire.MAX_PAIRS + 1)]
    value = {"dict": [[key, 0] for key in keys]}
    assert read(msgspec.msgpack.encode({"type": "Reply", "value": value}), b"") is None
