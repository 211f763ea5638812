"""A guest: reads orders from its socket, carries them out on the student's module, answers."""

import os
import time
from typing import NoReturn

from autograder.sandbox import protocol, wire
from autograder.sandbox.driver import Driver, seed_everything
from autograder.sandbox.loader import load_cell, new_module, safe_text
from autograder.sandbox.protocol import Error, Load, Loaded, Reply, Request


def serve(socket: int, name: str) -> NoReturn:
    """Serve orders until the grader hangs up."""
    module = new_module(name)
    driver = Driver(module)
    seed_everything(0)
    try:
        while True:
            order = protocol.decode_order(*_read_frame(socket))
            if isinstance(order, Load):
                started = time.process_time()
                problems = load_cell(module, order.cell, order.used_seconds)
                answer: Reply | Loaded = Loaded(problems[:100], time.process_time() - started)
            else:
                answer = driver.run(order)
            _write(socket, _frame(answer, order))
    except EOFError:
        os._exit(0)


def _frame(answer: Reply | Loaded, order: Request | Load) -> bytes:
    """The answer's frame; one that is too large or strange is answered with an error."""
    try:
        return protocol.encode(answer)
    except Exception as error:
        if isinstance(order, Load):
            return protocol.encode(Loaded())
        return protocol.encode(Reply(error=Error(["ResultTooLarge"], safe_text(error))))


def _read_frame(socket: int) -> tuple[bytes, bytes]:
    """One order (os.read, because the filter refuses the calls that sockets have)."""
    start = wire.HEADER.size
    received: bytes | bytearray = _part(socket)
    while len(received) < start:
        received += _part(socket)
    structure, blob = wire.HEADER.unpack_from(received)
    middle, end = start + structure, start + structure + blob
    if len(received) < end:
        received = bytearray(received)
        while len(received) < end:
            received += _part(socket)
    return bytes(received[start:middle]), bytes(received[middle:])


def _part(socket: int) -> bytes:
    part = os.read(socket, 1 << 18)
    if not part:
        raise EOFError
    return part


def _write(socket: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(socket, view) :]
