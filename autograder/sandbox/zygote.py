"""The zygote: imports torch once, then forks a nursery for each of the grader's workers.

It is started by `launch`, and holds no grader, no solution and no submission. Each message on its
control socket (SOCK_SEQPACKET) asks for a nursery, which forks the guests: it says on which cores,
and carries the nursery's own control socket.
"""

import contextlib
import gc
import os
import selectors
import socket
import sys
import time
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec

from autograder.errors import SandboxUnavailable
from autograder.refusal import Refusal
from autograder.sandbox import heap, hugepages, kernel, mappings, namespaces, nursery
from autograder.sandbox.jail import LANDLOCK_HINT, Jail, Spec, Tier, self_test
from autograder.text import Text

PRELOADED = """
    array bisect collections copy csv dataclasses datetime decimal fractions functools glob heapq
    inspect io itertools json logging math numbers operator os pathlib pickle pprint queue random re
    shutil statistics string tempfile textwrap threading time timeit traceback typing unittest
    numpy numpy.linalg numpy.random numpy.fft numpy.testing
    torch torch.nn torch.nn.functional torch.nn.init torch.optim torch.optim.lr_scheduler
    torch.autograd torch.autograd.functional torch.special torch.testing torch.utils.data
    torch.jit
    matplotlib matplotlib.pyplot matplotlib.backends.backend_agg mpl_toolkits.mplot3d tqdm
    tqdm.auto IPython
""".split()
DYNAMO = "torch._dynamo"  # imported by an optimizer's first step


def main(grader: int, base: str, tier: str, descriptor: int, dynamo: bool, huge: bool) -> None:
    """Prepare, say so on the control socket, then fork nurseries until the grader hangs up."""
    with socket.socket(fileno=descriptor) as control:
        try:
            kernel.die_with(grader)
            jail = _prepare(Path(base), Tier(tier), dynamo, huge)
        except (SandboxUnavailable, OSError) as error:
            control.send(msgspec.msgpack.encode(_refusal(error)))
        else:
            control.send(msgspec.msgpack.encode(time.process_time()))
            _Nurseries(jail, control).run()


def _refusal(error: SandboxUnavailable | OSError) -> Refusal:
    if isinstance(error, SandboxUnavailable):
        return Refusal.of(error)
    why = Text(f"샌드박스를 만들 수 없습니다. ({error})", f"No sandbox can be made ({error}).")
    return Refusal(why, LANDLOCK_HINT)


def _prepare(base: Path, tier: Tier, dynamo: bool, huge: bool) -> Jail:
    """The jail for guests, when all is imported and the jail was tried. Raises SandboxUnavailable."""
    gc.disable()  # imports make many objects and no garbage
    if tier is Tier.NAMESPACES:
        namespaces.leave_host()
    _import_everything([*PRELOADED, DYNAMO] if dynamo else PRELOADED)
    _compile_nothing()
    from autograder.sandbox.rehearsal import rehearse

    _forget_attributes()
    rehearse(dynamo=dynamo)
    jail = Jail(base, tier)
    _require_one_thread()
    heap.settle()
    if huge:
        hugepages.use()
    mappings.join_libraries()
    gc.enable()
    gc.set_threshold(10_000)  # a guest makes few cycles, and looks for them less often
    jail.close_doors()
    if tier is not Tier.UNSAFE:
        _require_tight(jail, base / "canary")
    return jail


def _forget_attributes() -> None:
    """Empty Python's cache of where attributes are found: it is full of what only imports looked up.

    Whatever a guest looks up would push one of these names out, and copy the page it lies on.
    """
    forget = getattr(sys, "_clear_internal_caches", None) or sys._clear_type_cache
    forget()


def _require_one_thread() -> None:
    if len(os.listdir("/proc/self/task")) != 1:  # a forked child of OpenMP's threads would hang
        raise SandboxUnavailable(
            Text(
                "학생 코드의 프로세스를 만드는 곳에서 torch가 스레드를 시작했습니다.",
                "Torch started threads in the process that guests are forked from.",
            ),
            Text(
                "requirements.lock의 torch가 맞는지 확인하세요: make setup",
                "See that torch is the one of requirements.lock: make setup",
            ),
        )


def _require_tight(jail: Jail, canary: Path) -> None:
    """Raise SandboxUnavailable where a guest of this jail can do what none may."""
    broken = self_test(jail, Spec("test", 10, 256, 1), canary)
    if broken:
        raise SandboxUnavailable(
            Text(
                f"샌드박스가 안전하지 않습니다. ({broken.ko})",
                f"The sandbox does not hold: {broken.en}.",
            ),
            LANDLOCK_HINT,
        )


def _import_everything(names: Sequence[str]) -> None:
    """All that student code is likely to import: later it would cost each guest, or be unreachable."""
    import importlib

    warnings.simplefilter("ignore")
    for name in names:
        with contextlib.suppress(ImportError):
            importlib.import_module(name)
    import autograder.sandbox.rehearsal  # noqa: F401

    warnings.resetwarnings()
    sys.path.remove(str(Path(__file__).resolve().parent.parent.parent))  # the kit is not for guests


def _compile_nothing() -> None:
    """Let torch.compile hand back what it is given: no guest may start a compiler.

    What it compiles answers the same without. Its import alone would take longer than a cell may.
    """
    import torch

    def as_it_is(model: Any = None, **options: Any) -> Any:
        return as_it_is if model is None else model

    torch.compile = as_it_is


class _Nurseries:
    """Forks nurseries, and waits for their end."""

    def __init__(self, jail: Jail, control: socket.socket) -> None:
        self._jail = jail
        self._control = control
        self._running: dict[int, tuple[int, socket.socket]] = {}  # by a handle of the process
        self._count = 0
        self._selector = selectors.DefaultSelector()
        self._selector.register(control, selectors.EVENT_READ)

    def run(self) -> None:
        """Serve until the control socket closes; then every nursery ends, and its guests with it."""
        while True:
            for key, _ in self._selector.select():
                if key.fd in self._running:
                    self._bury(key.fd)
                elif not self._open():
                    return self._end()

    def _open(self) -> bool:
        """Fork a nursery; False where the grader has hung up."""
        data, descriptors = nursery.received(self._control)
        if not data:
            return False
        self._count += 1
        control, zygote = socket.socket(fileno=descriptors[0]), os.getpid()
        pid = kernel.fork()
        if pid == 0:
            self._selector.close()
            self._control.close()
            nursery.run(self._jail, control, zygote, self._count, msgspec.msgpack.decode(data))
        handle = os.pidfd_open(pid)
        self._running[handle] = pid, control
        self._selector.register(handle, selectors.EVENT_READ)
        return True

    def _bury(self, handle: int) -> None:
        pid, control = self._running.pop(handle)
        os.waitpid(pid, 0)
        self._selector.unregister(handle)
        os.close(handle)
        control.close()

    def _end(self) -> None:
        for _, control in self._running.values():
            with contextlib.suppress(OSError):  # the worker was quicker
                control.shutdown(socket.SHUT_RDWR)
        for handle in list(self._running):
            self._bury(handle)
