"""The watch: after each save of the notebook or the .py the verdict, and what to do next.

    Saves ──► Spare.check ──► screen, Progress
              (`_warm.py`)

A spare is a Python of its own that was started beforehand, so that torch is there already, and that
checks once: a loop that never ends can be stopped, and nothing is left of what the last check did.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path

from _words import language_of

SAYS = {
    "ko": {
        "start": "준비하는 중입니다. 처음에는 몇 초 걸립니다.",
        "no_watcher": "(watchfiles 모듈이 없어서 0.2초마다 파일을 살펴봅니다.)",
        "slow": "아직 확인하는 중입니다 ({}). 끝나지 않으면 Ctrl-C로 멈추세요.",
        "stopped": "확인을 멈췄습니다 ({}). 끝나지 않는 반복문이 있는지 보세요.",
        "died": "확인하던 Python이 갑자기 끝났습니다 ({}). 메모리를 너무 많이 쓰지 않는지 보세요.",
        "outside": "파일 읽기",
        "lost": "전에는 통과했던 문항입니다: {}",
        "next": "다음 문항: {}",
        "wait": "{} 파일을 저장하면 다시 확인합니다. 끝내려면 Ctrl-C를 누르세요.",
        "summary": "문항 {}개 중 {}개를 통과했습니다.",
    },
    "en": {
        "start": "Getting ready. The first check takes some seconds.",
        "no_watcher": "(The module watchfiles is missing, so files are looked at every 0.2 seconds.)",
        "slow": "Still checking ({}). If it never ends, press Ctrl-C.",
        "stopped": "Stopped ({}). Is there a loop that never ends?",
        "died": "The Python that checked your file died ({}). Does it use too much memory?",
        "outside": "reading the file",
        "lost": "Passed before, but not now: {}",
        "next": "Next task: {}",
        "wait": "{} Save the file to check again. Ctrl-C ends the watch.",
        "summary": "{1} of {0} tasks passed.",
    },
}
SPARES = 2  # who saves twice in a row waits for neither
LOOK = 0.2  # seconds between two looks at the files, where nothing calls earlier
SOON = 0.02
SETTLED = 0.05  # a file that has not changed for so long is saved
BROKEN = 1.5  # one that cannot be read for so long will stay like that
SLOW = 2.0  # a check that takes so long may never end
CLEAR = "\x1b[2J\x1b[H"


class Watch:
    """Checks after each save, until all is right or the student ends it."""

    def __init__(self, release, chosen, tests):
        tasks = release.get("tasks", {}).items()
        self.says = SAYS[language_of(release)]
        self.progress = Progress({t: task for t, task in tasks if task in chosen or not chosen})
        self.tests = tests
        self.alarm = threading.Event()  # rings when there is something to look at
        self.saves = Saves()
        self.modules = _imported_by_the_tests()  # and whatever checks turn out to need
        self.spares = []
        self.check = None  # the one that is at it
        self.told_slow = self.complete = False

    def run(self):
        """Watch; the status is 0 only where all is right."""
        if os.name == "nt":
            os.system("")  # a Windows console understands colours from then on
        print(self.says["start"])
        if not _wake_at_changes(self.alarm):
            print(self.says["no_watcher"])
        try:
            while not self.complete and self._goes_on():
                pass
        except KeyboardInterrupt:  # twice in a row
            pass
        finally:
            for process in filter(None, [self.check, *self.spares]):
                process.end()
        print(self.says["summary"].format(len(self.progress.tasks), len(self.progress.passed)))
        return 0 if self.complete else 1

    def _goes_on(self):
        """One look. Ctrl-C stops the check; where none runs, the watch."""
        try:
            self._look()
            self.alarm.wait(SOON if self.saves.expected else LOOK)
            self.alarm.clear()
        except KeyboardInterrupt:
            if self.check is None:
                return False
            self._tell_where("stopped")
        return True

    def _look(self):
        if self.saves.news():
            self._start()
        elif self.check and self.check.answer:
            self._tell(self.check.answer)
        elif self.check and self.check.ended:
            self._tell_where("died")
        elif self.check and self.check.is_slow and not self.told_slow:
            self.told_slow = True
            print(self.says["slow"].format(self._place), flush=True)
        elif self.check is None or self.check.is_slow:
            self._warm_up()

    def _start(self):
        """Check what is saved now; a check of what was saved before is of no use any more."""
        if self.check:
            self.check.end()
        self.check = self.spares.pop(0) if self.spares else Spare(self.modules, self.alarm)
        self.check.start(self.tests)
        self.told_slow = False

    def _warm_up(self):
        """One spare after the other, so that the first is warm soon."""
        if len(self.spares) < SPARES and all(spare.is_warm for spare in self.spares):
            self.spares.append(Spare(self.modules, self.alarm))

    def _learn(self, modules):
        """Spares that lack what a check had to import are not warm."""
        self.modules += modules
        while modules and self.spares:
            self.spares.pop().end()

    def _tell(self, answer):
        self._learn(answer["modules"])
        self.complete = answer["status"] == 0
        self.progress.take(answer["tests"])
        notes = [("lost", ", ".join(self.progress.lost)), ("next", self.progress.next)]
        told = [self.says[key].format(what) for key, what in notes if what]
        self._show("\n".join([answer["screen"].strip("\n"), "", *told]))

    def _tell_where(self, key):
        self._show(self.says[key].format(self._place))

    def _show(self, text):
        """The verdict alone on the screen; where output is kept, one below the other."""
        self.check.end()
        self.check = None
        clock = time.strftime("%H:%M:%S")  # tells one verdict from the same again
        wait = [] if self.complete else [self.says["wait"].format(clock)]
        print("\n".join([CLEAR if sys.stdout.isatty() else "", text, *wait]), flush=True)

    @property
    def _place(self):
        """What the check is at: a task, or code that runs before any."""
        return self.progress.task_of.get(self.check.at) or self.says["outside"]


def _slugs():
    return [path.stem[len("test_") :] for path in Path().glob("test_a*.py")]


def _imported_by_the_tests():
    texts = [Path(f"test_{slug}.py").read_text("utf-8") for slug in _slugs()]
    found = re.findall(r"^(?:import|from) (\w+)", "\n".join(texts), re.MULTILINE)
    return sorted(set(found) - set(_slugs()))


class Saves:
    """Tells when the notebook or the .py was saved, once the file is whole."""

    def __init__(self):
        self.paths = [Path(slug + suffix) for slug in _slugs() for suffix in (".ipynb", ".py")]
        self.told = self.seen = None
        self.since = 0.0

    @property
    def expected(self):
        """Whether a save is going on."""
        return self.seen != self.told

    def news(self):
        """Whether there is something new to check; editors write in steps, or put another file there."""
        found = [_signature(path) for path in self.paths]
        if found != self.seen:
            self.seen, self.since = found, time.monotonic()
        quiet = time.monotonic() - self.since
        if not self.expected or quiet < SETTLED or (quiet < BROKEN and not self._are_whole()):
            return False
        self.told = self.seen
        return True

    def _are_whole(self):
        there = [path for path in self.paths if path.exists()]
        return bool(there) and all(map(_is_whole, there))


class Spare:
    """A Python that gets warm, and then checks once; `alarm` rings when there is something new."""

    def __init__(self, modules, alarm):
        apart = {"start_new_session": True}  # Ctrl-C is for us, not for it
        if os.name == "nt":
            apart = {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP}
        self.process = subprocess.Popen(
            [sys.executable, "-B", "_warm.py"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "MPLBACKEND": "Agg", "PYTHONIOENCODING": sys.stdout.encoding},
            encoding="ascii",
            **apart,
        )
        self.is_warm = self.ended = False
        self.at, self.answer, self.started = None, None, None
        self._order(modules)
        threading.Thread(target=self._listen, args=[alarm], daemon=True).start()

    def start(self, tests):
        """Check now."""
        self.started = time.monotonic()
        columns = shutil.get_terminal_size().columns
        self._order({"tests": tests, "columns": columns, "color": _color()})

    @property
    def is_slow(self):
        """Whether the check has taken so long that it may never end."""
        return self.is_warm and time.monotonic() - self.started > SLOW

    def end(self):
        """Whatever it is at."""
        self.process.kill()
        self.process.wait()

    def _order(self, order):
        with suppress(OSError):  # it died: `ended` tells
            print(json.dumps(order), file=self.process.stdin, flush=True)

    def _listen(self, alarm):
        with suppress(OSError, ValueError):
            for line in self.process.stdout:
                message = json.loads(line)
                if self.started and not self.is_warm:
                    self.started = time.monotonic()  # it was asked too soon
                self.is_warm = True
                self.at = message.get("at", self.at)
                self.answer = message if "status" in message else None
                alarm.set()
        self.ended = True
        alarm.set()


class Progress:
    """The tasks that are passed now, and those that ever were."""

    def __init__(self, tasks):
        self.task_of = tasks  # by test
        self.tasks = list(dict.fromkeys(tasks.values()))
        self.kept = Path(".progress.json")
        self.passed, self.lost = [], []
        self.ever = self._read()

    @property
    def next(self):
        """The first task that is not passed."""
        return next((task for task in self.tasks if task not in self.passed), None)

    def take(self, outcomes):
        """Note what became of each test."""
        found = {task: set() for task in self.tasks}
        for test, task in self.task_of.items():
            found[task].add(outcomes.get(test))
        self.passed = [task for task in self.tasks if found[task] == {"passed"}]
        self.lost = [task for task in self.tasks if "failed" in found[task] and task in self.ever]
        self.ever |= set(self.passed)
        with suppress(OSError):  # a folder that is only for reading
            self.kept.write_text(json.dumps({"passed": sorted(self.ever)}), "utf-8")

    def _read(self):
        try:
            return set(json.loads(self.kept.read_text("utf-8"))["passed"])
        except (OSError, ValueError, KeyError, TypeError):
            return set()


def _wake_at_changes(alarm):
    """Ring at each change in this folder; False where nothing can tell, and looking must do."""
    try:
        from watchfiles import watch
    except ImportError:
        return False

    def ring():
        with suppress(Exception):  # a network drive may refuse: looking does for it as well
            for _ in watch(".", watch_filter=None, debounce=50, step=10, recursive=False):
                alarm.set()

    threading.Thread(target=ring, daemon=True).start()
    return True


def _signature(path):
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino


def _is_whole(path):
    try:
        data = path.read_bytes()
        return bool(json.loads(data) if path.suffix == ".ipynb" else data)
    except (OSError, ValueError, RecursionError):
        return False


def _color():
    """As pytest would choose it, were its output not ours."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return "no"
    return "yes" if sys.stdout.isatty() or os.environ.get("FORCE_COLOR") else "no"
