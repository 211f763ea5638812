"""A guest: reads orders from its socket, carries them out on the student's module, answers."""

import os
import time
from collections import deque
from collections.abc import Iterator

from autograder.sandbox import protocol, wire
from autograder.sandbox.cells import MOST_PROBLEMS
from autograder.sandbox.driver import Driver, restore_settings, seed_everything
from autograder.sandbox.loader import Loader, new_module, safe_text
from autograder.sandbox.protocol import Error, Load, Loaded, Reply, Request

LETTER_BYTES = 1 << 15  # answers that are longer together do not wait for more,
LETTER_SECONDS = 0.001  # and none waits longer than this while more are being worked out


def serve(socket: int, name: str) -> None:
    """Serve orders until the grader hangs up."""
    module = new_module(name)
    driver, loader = Driver(module), Loader(module)
    seed_everything(0)
    post = _Post(socket)
    # All that have come are read first: reading and running in turn drives each other's
    # code and data out of the processor's caches, which costs a fifth more.
    while frames := post.take():
        orders = deque(protocol.decode_order(*frame) for frame in frames)
        while orders:
            order = orders.popleft()
            post.give(answer(driver, loader, order))
            if orders and _subject(orders[0]) != _subject(order):
                post.send()  # what comes next may be the end of this process


def _subject(order: Request | Load) -> str:
    """What an order is about; it is blamed for what it leaves unanswered."""
    return order.cell.name if isinstance(order, Load) else order.function


def answer(driver: Driver, loader: Loader, order: Request | Load) -> bytes:
    """Carry out an order; the frame that answers it."""
    if isinstance(order, Request):
        return _frame(driver.run(order), order)
    started = time.process_time()
    problems = loader.load(order.cell, order.used_seconds)
    restore_settings()  # before the next order is read: its tensors are made on the default device
    return _frame(Loaded(problems[:MOST_PROBLEMS], time.process_time() - started), order)


def _frame(said: Reply | Loaded, order: Request | Load) -> bytes:
    """The frame of an answer; one that is too large or strange is answered with an error."""
    try:
        frame = protocol.encode(said)
        wire.check_lengths(*wire.HEADER.unpack_from(frame))
        return frame
    except Exception as error:
        if isinstance(order, Load):
            return protocol.encode(Loaded())
        return protocol.encode(Reply(error=Error(["ResultTooLarge"], safe_text(error))))


class _Post:
    """Orders that come from the grader, answers that go to it.

    Answers to quick questions travel together, since each letter wakes the grader. (It is os.read
    and os.write, because the filter refuses the calls of sockets.)
    """

    def __init__(self, socket: int) -> None:
        self._socket = socket
        self._come = bytearray()
        self._going = bytearray()
        self._sent = time.monotonic()

    def take(self) -> list[wire.Frame]:
        """The orders that have come whole, none where the grader has hung up.

        No answer is kept back until then.
        """
        self.send()
        while not (frames := list(self._whole())):
            part = os.read(self._socket, 1 << 18)
            if not part:
                return []
            self._come += part
        return frames

    def _whole(self) -> Iterator[wire.Frame]:
        while (frame := wire.take_frame(self._come, trusted=True)) is not None:
            yield frame

    def give(self, frame: bytes) -> None:
        """Send an answer, at the latest with the first one that is a millisecond younger."""
        self._going += frame
        if len(self._going) > LETTER_BYTES or time.monotonic() - self._sent > LETTER_SECONDS:
            self.send()

    def send(self) -> None:
        """Send what is ready."""
        view = memoryview(bytes(self._going))
        self._going.clear()
        while view:
            view = view[os.write(self._socket, view) :]
        self._sent = time.monotonic()
