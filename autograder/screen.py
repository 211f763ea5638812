"""What every verb shows its work on: a bar while it works, and consoles for what it tells."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic
from typing import TextIO

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

SHORTEST = 0.1  # seconds between two pictures of the bar


@contextmanager
def progress(label: str) -> Iterator[Callable[[int, int], None]]:
    """A bar with count, rate and time left, on stderr; `advance(done, of)` moves it.

    It is drawn here and not by rich's thread: workers are forked meanwhile, and one that is forked while
    a thread holds a lock waits for it for ever.
    """
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(compact=True),
    )
    with Progress(*columns, console=stderr(), transient=True, auto_refresh=False) as bar:
        task = bar.add_task(label, total=None, rate="")
        bar.refresh()
        drawn = monotonic()

        def advance(done: int, of: int) -> None:
            nonlocal drawn
            speed = bar.tasks[0].finished_speed or bar.tasks[0].speed
            bar.update(task, completed=done, total=of, rate=f"{speed:.0f}/s" if speed else "")
            if done == of or monotonic() - drawn > SHORTEST:
                bar.refresh()
                drawn = monotonic()

        yield advance


def stdout() -> Console:
    """For what was asked for: tables and paths, which may go on to another program."""
    return _console(sys.stdout)


def stderr() -> Console:
    """For progress, notes and complaints."""
    return _console(sys.stderr)


def _console(stream: TextIO) -> Console:
    """Where the output is no terminal its lines are not broken at 80 columns."""
    return Console(file=stream, highlight=False, width=None if stream.isatty() else 200)
