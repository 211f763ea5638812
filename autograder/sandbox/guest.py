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
    inbox = _Inbox(socket)
    try:
        while True:
            order = protocol.decode_order(*inbox.take())
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
        frame = protocol.encode(answer)
        wire.check_lengths(*wire.HEADER.unpack_from(frame))
        return frame
    except Exception as error:
        if isinstance(order, Load):
            return protocol.encode(Loaded())
        return protocol.encode(Reply(error=Error(["ResultTooLarge"], safe_text(error))))


class _Inbox:
    """What has come from the grader (os.read, because the filter refuses the calls of sockets)."""

    def __init__(self, socket: int) -> None:
        self._socket = socket
        self._come = bytearray()

    def take(self) -> wire.Frame:
        """The next order; more may have come along with it."""
        while (frame := wire.take(self._come, trusted=True)) is None:
            part = os.read(self._socket, 1 << 18)
            if not part:
                raise EOFError
            self._come += part
        return frame


def _write(socket: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(socket, view) :]
