"""Ready-made operators that an item bans: watched while they run, and found in the code that runs.

The watch sees every operator of torch, whatever it is called by. Reading the code adds what is no
operator (a step of torch.optim in plain functions), and what runs where the watch does not look (in
another thread): only a name that is loaded while the item runs counts, and only one that means
torch's own object, so neither dead code nor a student's own `max_pool2d` gives an alarm.
A ban is a courtesy: it tells honest students what an item asks for.
"""

import dis
import inspect
import sys
import types
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from functools import cache
from typing import Any

from autograder.sandbox.watch import OPTIMIZERS, STEPS, BannedOperator, Watch

DETOURS = frozenset(
    "getattr vars eval exec attrgetter methodcaller import_module ops _C __dict__ __getattribute__"
    " modules getmembers get_objects __subclasses__".split()
)
"""Names by which code reaches things that reading it does not find."""
LIBRARIES = ("torch", "scipy")
TOOL = 4  # of sys.monitoring; no debugger, profiler or coverage has it
Loads = dict[types.CodeType, dict[int, str]]
"""Of some code objects, the places (offsets) where a ready-made thing is loaded, and its name."""

_read_already: dict[tuple[int, tuple[str, ...]], tuple[Any, Loads]] = {}


def banned(function: Any, names: Sequence[str]) -> AbstractContextManager[None]:
    """Ban operators by a part of their name ("pool"), and "torch.optim" as a whole, in a call."""
    loads = _read_once(function, tuple(names))
    return _banned_and_read(Watch(names), loads) if loads else Watch(names)


@contextmanager
def _banned_and_read(watch: Watch, loads: Loads) -> Iterator[None]:
    with watch, _watched(loads):
        yield


def _read_once(function: Any, names: tuple[str, ...]) -> Loads:
    """What reading finds, kept: it costs more than an ordinary call.

    The function is kept with it, so that no other gets its id.
    """
    key = id(function), names
    if key not in _read_already:
        loads = _read(function, names)
        if OPTIMIZERS in names and _takes_detours(function):
            loads |= _steps_in_python()
        _read_already[key] = function, loads
    return _read_already[key][1]


def _read(function: Any, names: Sequence[str]) -> Loads:
    """What a function, and all of the student's that it may call, loads of what is banned."""
    found: Loads = {}
    waiting, seen = [function], set()
    with suppress(Exception):  # names may mean anything; what cannot be read is still watched
        while waiting:
            current = inspect.unwrap(waiting.pop())
            if id(current) in seen:
                continue
            seen.add(id(current))
            if isinstance(current, type):
                waiting += [each for each in vars(current).values() if callable(each)]
            if not isinstance(current, types.FunctionType):
                continue
            for code in _with_inner(current.__code__):
                things = _within_reach(code, current.__globals__)
                waiting += [t for t in things if getattr(t, "__module__", "") == current.__module__]
                if any(_is_ready_made(thing, names) for thing in things):
                    found[code] = _places(code, current.__globals__, names)
    return {code: places for code, places in found.items() if places}


def _places(code: types.CodeType, own: dict[str, Any], names: Sequence[str]) -> dict[int, str]:
    """Where code loads what is banned, and what it is called."""
    return {
        offset: thing.__name__.strip("_")
        for offset, thing in _loaded(code, own)
        if _is_ready_made(thing, names)
    }


def _takes_detours(function: Any) -> bool:
    """Whether a function of the student's, this one or another, reaches things by detours."""
    with suppress(ValueError):  # wrapped in a circle
        function = inspect.unwrap(function)
    functions = [
        each
        for each in getattr(function, "__globals__", {}).values()
        if isinstance(each, types.FunctionType) and each.__module__ == function.__module__
    ]
    return any(
        not DETOURS.isdisjoint(code.co_names)
        for each in functions
        for code in _with_inner(each.__code__)
    )


@cache
def _steps_in_python() -> Loads:
    """All code of torch.optim, each place of it: who finds a way there gets no further."""
    homes = [home for name, home in sys.modules.items() if name.startswith(OPTIMIZERS)]
    return {
        each.__code__: dict.fromkeys(range(0, len(each.__code__.co_code), 2), each.__qualname__)
        for home in homes
        for thing in vars(home).values()
        for each in _functions_of(thing)
        if _is_written_there(each)
    }


def _is_written_there(function: types.FunctionType) -> bool:
    """Whether its code stands in torch.optim.

    What `contextmanager` or `no_grad` makes of a function has its name and its module, but is the
    code of all that they decorate.
    """
    return str(function.__globals__.get("__name__")).startswith(OPTIMIZERS)


def _functions_of(thing: Any) -> Iterator[types.FunctionType]:
    """A function, or the methods of a class, and what decorators have wrapped."""
    for each in vars(thing).values() if isinstance(thing, type) else [thing]:
        if isinstance(each, types.FunctionType):
            both = each, inspect.unwrap(each)
            yield from (part for part in both if isinstance(part, types.FunctionType))


def _with_inner(code: types.CodeType) -> Iterator[types.CodeType]:
    yield code
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            yield from _with_inner(constant)


def _within_reach(code: types.CodeType, names: dict[str, Any]) -> list[Any]:
    """What code may load by the names that it uses; some too many, but found at once."""
    found: dict[int, Any] = {}
    waiting = [names.get(name, sys.modules.get(name)) for name in code.co_names]
    while waiting:
        thing = waiting.pop()
        if id(thing) not in found and isinstance(thing, types.ModuleType):
            waiting += [vars(thing).get(name) for name in code.co_names]
        found[id(thing)] = thing
    return list(found.values())


def _loaded(code: types.CodeType, names: dict[str, Any]) -> Iterator[tuple[int, Any]]:
    """What code loads by global names, by names of modules ("F.max_pool2d") and by imports."""
    held: Any = None
    source: Any = None  # the module that an import names
    bound: Any = None  # what an import is about to give a name of the function's own
    own: dict[str, Any] = {}
    for step in dis.get_instructions(code):
        if step.opname in ("LOAD_GLOBAL", "LOAD_NAME"):
            held = names.get(step.argval)
        elif step.opname in ("LOAD_ATTR", "LOAD_METHOD") and isinstance(held, types.ModuleType):
            held = vars(held).get(step.argval)
        elif step.opname == "IMPORT_NAME":
            held = source = sys.modules.get(step.argval)
            bound = sys.modules.get(step.argval.partition(".")[0])
        elif step.opname == "IMPORT_FROM" and isinstance(source, types.ModuleType):
            held = vars(source).get(step.argval)
            bound = source if held is None else held  # "import a.b as c" asks a.b itself for "b"
        elif step.opname == "STORE_FAST":
            own[step.argval], bound, held = bound, None, None
        else:
            held = own.get(step.argval) if step.opname.startswith("LOAD_FAST") else None
        if held is not None:
            yield step.offset, held


def _is_ready_made(thing: Any, names: Sequence[str]) -> bool:
    home = getattr(thing, "__module__", None)
    if not (callable(thing) and isinstance(home, str) and home.split(".")[0] in LIBRARIES):
        return False
    name = str(getattr(thing, "__name__", "")).lower()
    return any(
        home.startswith(OPTIMIZERS) or any(step in name for step in STEPS)
        if banned_name == OPTIMIZERS
        else banned_name in name
        for banned_name in names
    )


if sys.version_info >= (3, 12):

    @contextmanager
    def _watched(loads: Loads) -> Iterator[None]:
        """Raise where one of these is loaded."""
        monitoring = sys.monitoring
        instruction = monitoring.events.INSTRUCTION

        def met(code: types.CodeType, offset: int) -> None:
            if offset in loads.get(code, ()):
                raise BannedOperator(loads[code][offset])

        monitoring.use_tool_id(TOOL, __name__)
        monitoring.register_callback(TOOL, instruction, met)
        for code in loads:
            monitoring.set_local_events(TOOL, code, instruction)
        try:
            yield
        finally:
            for code in loads:
                monitoring.set_local_events(TOOL, code, monitoring.events.NO_EVENTS)
            monitoring.register_callback(TOOL, instruction, None)
            monitoring.free_tool_id(TOOL)

else:

    @contextmanager
    def _watched(loads: Loads) -> Iterator[None]:
        """Raise where one of these is loaded."""

        def enter(frame: types.FrameType, event: str, arg: Any) -> Callable[..., Any] | None:
            if frame.f_code not in loads:
                return None
            frame.f_trace_opcodes = True
            return step

        def step(frame: types.FrameType, event: str, arg: Any) -> Callable[..., Any]:
            name = loads[frame.f_code].get(frame.f_lasti) if event == "opcode" else None
            if name is not None:
                raise BannedOperator(name)
            return step

        before = sys.gettrace()
        sys.settrace(enter)
        try:
            yield
        finally:
            sys.settrace(before)
