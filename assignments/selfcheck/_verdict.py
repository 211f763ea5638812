"""Tells how each task went: what was called, what came back, what was wanted, and a hint.

The same words in `pytest` and in a notebook: conftest.py and the notebook's first cell are built on it.
"""

import ast
import difflib
import linecache
import math
import re
import sys
import traceback
import unicodedata
from dataclasses import dataclass, field

import _calls
import _words

KINDS = ("failed", "undefined", "unwritten", "skipped", "passed")  # the gravest first
ROWS = ("call", "returned", "tested", "wanted", "error", "printed", "hint")
IMPORTS = {
    "torch": "import torch",
    "nn": "from torch import nn",
    "F": "import torch.nn.functional as F",
    "np": "import numpy as np",
    "plt": "import matplotlib.pyplot as plt",
    "math": "import math",
}
SMALL = 16  # numbers that are shown one by one
PRINTED_LINES = 5
PLACES_TOLD = 4


@dataclass
class Test:
    """How one test went; `story` are rows of (label, text)."""

    name: str
    kind: str
    reason: str = ""
    story: list = field(default_factory=list)
    trace: list = field(default_factory=list)
    line: int = 0
    cause: tuple = ()  # what tells one failure from another, where one word about both is enough


@dataclass
class Verdict:
    """How the tests of one task went; `file` has them, where it is one that students know."""

    task: str
    file: str = ""
    tests: list = field(default_factory=list)

    @property
    def kind(self):
        """That of its gravest test; what is not there has failed."""
        kind = min((test.kind for test in self.tests), key=KINDS.index)
        return "failed" if kind == "undefined" else kind

    def hint(self, hints):
        """The known mistake that would have failed just the same tests, in just the same way."""
        told = []
        for test in sorted(self.tests, key=lambda test: test.name):
            if test.kind == "failed" and test.name not in hints.get("unknown", ()):
                told += [test.name, *test.trace]
        known = hints.get("hints", {}).get(self.task, {})
        found = {known[name] for name in _calls.fingerprints(told) if name in known}
        return found.pop() if told and len(found) == 1 else ""


class Teller:
    """Says it all in one language, in lines of some width."""

    def __init__(self, language, width=80):
        self.language, self.width = language, max(width, 40)
        self._labels = max(_width(self.say(row)) for row in ROWS)
        self._kinds = max(_width(self.say(kind)) for kind in ("passed", "failed", "unwritten"))

    def say(self, key, *args, **words):
        """A text of `_words`."""
        return _words.SAYS[self.language][key].format(*args, **words)

    def headline(self, verdict):
        """The task's one line: `passed  sigmoid (3/3)`."""
        passed = sum(test.kind == "passed" for test in verdict.tests)
        label = _padded(self.say(verdict.kind), self._kinds)
        reasons = [test.reason for test in verdict.tests if test.reason]
        ours = self.say("not_written", verdict.task)
        why = next((f"  {reason}" for reason in reasons if reason != ours), "")
        return f"{label}  {verdict.task} ({passed}/{len(verdict.tests)}){why}"

    def details(self, verdict, hints, wrong=()):
        """Below it: each failed test with its rows, one cause and one hint once; a known mistake last.

        Where none is known, what it uses and is `wrong` itself may be why.
        """
        hint, told, lines = verdict.hint(hints), set(), []
        hint = hint or (self.say("uses", ", ".join(wrong)) if wrong else "")
        for test in verdict.tests:
            if test.kind != "failed":
                continue
            if test.cause and test.cause in told:
                lines += folded(self.say("same", test.name), "  ", "    ", self.width)
                continue
            rows = [row for row in test.story if row[0] != "hint" or not (hint or row in told)]
            told.update({test.cause, *rows})
            place = f" ({verdict.file}:{test.line})" if verdict.file and test.line else ""
            lines += folded(test.name + place, "  ", "    ", self.width)
            lines += self._rows(rows)
        if hint:
            lines += self._rows([("hint", hint)], indent=2)
        return [*lines, ""] if lines else []

    def nudge(self, error):
        """What an error most often means, of its class and text; empty where nobody knows."""
        found = (nudge for nudge in _words.NUDGES if re.search(nudge[0], error))
        return next(found, ("", "", ""))[1 if self.language == "ko" else 2]

    def missing(self, key, name, known):
        """That a function is not there, and which one is there that may be meant."""
        alike = next((k for k in known if k.lower() == name.lower()), "")
        alike = alike or next(iter(difflib.get_close_matches(name, known, 1, 0.8)), "")
        return self.say(key, name) + (self.say("similar", alike) if alike else "")

    def summary(self, verdicts):
        """The last line; whether all passed is told in another."""
        kinds = [verdict.kind for verdict in verdicts]
        counts = {kind: kinds.count(kind) for kind in ("passed", "failed", "unwritten")}
        if counts["passed"] == len(kinds):
            return self.say("all_passed")
        return self.say("summary", total=len(kinds), **counts)

    def _rows(self, rows, indent=4):
        lines, last = [], None
        for label, text in rows:
            head = _padded("" if label == last else self.say(label), self._labels)
            first = " " * indent + head + "  "
            width = sys.maxsize if label == "printed" else self.width  # it may be in columns
            lines += folded(text, first, " " * (indent + self._labels + 2), width)
            last = label
        return lines


def used(function, names):
    """Which of these names a function uses; of a class, its methods."""
    parts = vars(function).values() if isinstance(function, type) else [function]
    codes = [part.__code__ for part in parts if hasattr(part, "__code__")]
    for code in codes:  # it grows by the functions within
        codes += [each for each in code.co_consts if hasattr(each, "co_names")]
    return [name for name in names if any(name in code.co_names for code in codes)]


def failed_test(name, teller, error, calls, compared, printed, test_file, place):
    """A test that failed. Whatever strange value the student's code gave, the others are told too."""
    test = Test(name, "failed")
    try:
        story = Story(teller, error, calls, compared, test_file, place)
        test.line, test.story = story.line, story.rows(printed)
        test.cause = story.cause
        test.trace = _calls.trace(calls, error)
    except Exception:
        test.story = test.story or [("error", type(error).__name__)]
    return test


class Story:
    """Why a test failed, as rows; `place` names a frame of the student's code, or is None for others."""

    def __init__(self, teller, error, calls, compared, test_file, place):
        self.say, self.teller = teller.say, teller
        self.error, self.calls, self.compared = error, calls, compared
        frames = list(traceback.walk_tb(error.__traceback__))
        lines = traceback.extract_tb(error.__traceback__)
        places = [(place(*frame), line) for frame, line in zip(frames, lines, strict=True)]
        self.places = [(where, line) for where, line in places if where]
        self.mine = [frame for frame, (where, _) in zip(frames, places, strict=True) if where]
        self.nothing_came = False
        tests = [(f, n) for f, n in frames if f.f_code.co_filename == test_file]
        self.line = tests[0][1] if tests else 0  # of the test itself, not of what it shares
        self.statement = _statement(test_file, self.line)
        self.inside = {f.f_code.co_name: f.f_locals for f, _ in frames}

    def rows(self, printed=""):
        """Rows of (label, text)."""
        raised = _raises_around(self.statement)
        compared = isinstance(self.error, AssertionError) or "assert_close" in self.inside
        if self.places or not (raised or compared):
            rows = self._raised(raised)
        elif isinstance(self.error, _calls.Changed):
            rows = [*self._called(self.calls), ("hint", self.say("changed"))]
        elif raised:
            rows = [*self._called(self.calls[-1:]), ("wanted", self._error_wanted(raised))]
        else:
            rows = self._unequal()
        lines = [line for line in printed.strip().split("\n") if line.strip()]
        return rows + [("printed", line) for line in lines[-PRINTED_LINES:]]

    @property
    def cause(self):
        """Of an error its class and its way through the student's lines; that nothing came back."""
        places = tuple(where for where, _ in self.places)
        if places:
            return (type(self.error).__name__, *places)
        return ("None",) if self.nothing_came else ()

    def _called(self, calls):
        for call in calls:
            yield "call", called(call)
            if not call.raised:
                yield "returned", shown(call.value)

    def _raised(self, wanted):
        """An exception: its type and text, and the student's own lines."""
        rows = list(self._called(self.calls[-1:]))
        if not self.places and rows and rows[-1] == ("returned", "None"):
            return [*rows, ("hint", self._nothing_came())]
        if not self.places and self.statement:
            looked_at = getattr(self.statement, "test", self.statement)
            rows.append(("tested", _one_line(ast.unparse(looked_at))))
        name = type(self.error).__name__
        said = str(self.error).strip() if any(self.error.args) else ""
        told = said if name == "Asked" else f"{name}: {said}" if said else name
        rows.append(("error", told))
        told = dict.fromkeys((where, *quoted(line)) for where, line in self.places)
        rows += [("error", line) for place in [*told][-PLACES_TOLD:] for line in place]
        if wanted:
            rows.append(("wanted", self._error_wanted(wanted)))
        nudge = self._nudge()
        return rows + ([("hint", nudge)] if nudge else [])

    def _nudge(self):
        hidden = _hidden(self.error, *self.mine[-1]) if self.mine else ""
        if hidden:
            return self.say("hidden", hidden)
        name = getattr(self.error, "name", None)
        if isinstance(self.error, NameError) and name in IMPORTS:
            return self.say("not_imported", IMPORTS[name])
        meant = _meant(self.error)
        if meant:
            return self.say("meant", meant)
        return self.teller.nudge(f"{type(self.error).__name__}: {self.error}")

    def _nothing_came(self):
        self.nothing_came = True
        return self.say("none")

    def _error_wanted(self, raises):
        kinds = raises.elts if isinstance(raises, ast.Tuple) else [raises]
        return self.say("an_error", self.say("or").join(map(ast.unparse, kinds)))

    def _unequal(self):
        """A test's own comparison: the value that was looked at, and the one that was wanted."""
        text, got, wanted, sign = self._comparison()
        call = self._call_of(got)
        rows = list(self._called([call] if call else []))
        mine, right = told_apart(got, wanted)
        if not (call and _is_same(call, got)):
            rows.append(("tested", f"{text} = {mine}"))
        elif rows:
            rows[-1] = ("returned", mine)
        rows.append(("wanted", f"{sign} {right}".strip()))
        came = call.value if call else got
        note = self._note(came if came is None or _is_array(came) else got, wanted)
        return rows + ([("hint", note)] if note else [])

    def _comparison(self):
        """The text of what was looked at, its value, the wanted one, and a sign other than ==."""
        close = self.inside.get("assert_close")
        test = getattr(self.statement, "test", None)
        if close and "actual" in close and "expected" in close:
            call = getattr(self.statement, "value", None)
            text = ast.unparse(call.args[0]) if getattr(call, "args", ()) else ""
            return text, close["actual"], close["expected"], ""
        if self.compared and isinstance(test, ast.Compare) and len(test.ops) == 1:
            sign, got, wanted = self.compared
            return ast.unparse(test.left), got, wanted, "" if sign in ("==", "is") else sign
        if self.compared and isinstance(test, ast.Compare):
            sign, got, wanted = self.compared
            return shown(got), got, wanted, "" if sign in ("==", "is") else sign
        return _one_line(ast.unparse(test or self.statement or ast.Pass())), False, True, ""

    def _call_of(self, got):
        """The call that gave this value; else the last one."""
        same = [call for call in self.calls if _is_same(call, got)]
        return (same or self.calls or [None])[-1]

    def _note(self, got, wanted):
        """The one thing that is most worth knowing of two values that differ."""
        if got is None:
            return self._nothing_came()
        if callable(got) and not isinstance(got, type):
            return self.say("parentheses", shown(got))
        if _is_array(got) and type(wanted).__module__.startswith("torch"):
            return self.say("kind", "numpy.ndarray", "torch.Tensor")
        if not _is_tensor(wanted):
            return ""
        if not _is_tensor(got):
            return self.say("kind", type(got).__name__, "torch.Tensor")
        if got.shape != wanted.shape:
            return self.say("shape", tuple(got.shape), tuple(wanted.shape))
        if got.dtype != wanted.dtype:
            return self.say("dtype", got.dtype, wanted.dtype)
        if got.isnan().any() and not wanted.isnan().any():
            return self.say("nan")
        return self._first_difference(got, wanted) if got.numel() > SMALL else ""

    def _first_difference(self, got, wanted):
        close = self.inside.get("assert_close", {})
        rtol, atol = close.get("rtol"), close.get("atol")
        rtol, atol = (1e-4, 1e-6) if rtol is None or atol is None else (rtol, atol)
        for index in (~got.isclose(wanted, rtol=rtol, atol=atol)).nonzero().tolist():
            place = f"[{', '.join(map(str, index))}]"
            mine, right = told_apart(got[tuple(index)].item(), wanted[tuple(index)].item())
            return (
                self.say("first_difference", place, right, mine)
                if self.teller.language == "ko"
                else self.say("first_difference", place, mine, right)
            )
        return ""


def called(call):
    """`sigmoid(tensor([0.]), dim=1)`."""
    args = [shown(arg, short=True) for arg in call.args]
    args += [f"{name}={shown(arg, short=True)}" for name, arg in call.kwargs.items()]
    return f"{call.name}({', '.join(args)})"


def told_apart(got, wanted):
    """Both values as text, with as many digits as it takes to see how they differ."""
    for digits in (6, 9, 17):
        mine, right = shown(got, digits), shown(wanted, digits)
        if mine != right:
            break
    return mine, right


def shown(value, digits=6, short=False):
    """A value, short and readable: small tensors whole, large ones by their shape and first numbers."""
    if hasattr(value, "expected") and type(value).__module__.startswith("_pytest"):
        return shown(value.expected, digits)  # pytest.approx
    if _is_tensor(value):
        return _tensor("tensor", value.detach(), digits, short)
    if _is_array(value):
        return _tensor("array", value, digits, short)
    if isinstance(value, float):
        return _number(value, digits)
    if isinstance(value, _calls.Model) and short:
        return f"{value.name}(...)"
    if isinstance(value, _calls.Model):
        return f"{value.name}: {', '.join(map(str, value.shapes))}"
    if type(value).__name__ == "Size":
        return str(tuple(value))
    if type(value) in (list, tuple):
        return _sequence(value, digits, short)
    if type(value) is dict:
        parts = (f"{key!r}: {shown(part, digits, True)}" for key, part in value.items())
        return "{" + ", ".join(parts) + "}"
    if isinstance(value, type) or type(value).__name__ in ("function", "builtin_function_or_method"):
        return value.__name__
    return _one_line(repr(value))


def _tensor(kind, value, digits, short):
    dtype = str(value.dtype).removeprefix("torch.")
    told = "" if dtype in ("float32", "int64", "bool") else f", {dtype}"
    if value.ndim <= 2 and math.prod(value.shape) <= (SMALL // 2 if short else SMALL):
        return f"{kind}({_nested(value.tolist(), digits)}{told})"
    size = f"shape {tuple(value.shape)}{told}"
    if short:
        return f"{kind}({size})"
    first = ", ".join(_number(v, digits) for v in value.flatten()[:4].tolist())
    return f"{kind}({size}: {first}, ...)"


def _nested(value, digits):
    if isinstance(value, list):
        return f"[{', '.join(_nested(part, digits) for part in value)}]"
    return _number(value, digits)


def _sequence(values, digits, short):
    left, right = "[]" if isinstance(values, list) else "()"
    parts = [shown(value, digits, short or len(values) > 2) for value in values[:9]]
    if len(values) > len(parts):
        parts = [*parts[:3], f"... ({len(values)})"]
    return f"{left}{', '.join(parts)}{',' * (right == ')' and len(values) == 1)}{right}"


def _number(value, digits):
    if not isinstance(value, float):
        return str(value)
    text = f"{value:.{digits}g}"
    return text if set(text) & set(".en") else f"{text}.0"


def _is_tensor(value):
    torch = sys.modules.get("torch")
    return torch is not None and isinstance(value, torch.Tensor)


def _is_array(value):
    return type(value).__module__ == "numpy" and type(value).__name__ == "ndarray"


def _is_same(call, value):
    return _calls.told_of(call.value) == _calls.told_of(_calls.kept(value))


def _one_line(text, most=200):
    text = " ".join(text.split())
    return text if len(text) <= most else text[:most] + " ..."


def _statement(path, line):
    """The innermost statement of the tests that stands on a line."""
    text = "".join(linecache.getlines(path))
    found = [
        node
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.stmt) and node.lineno <= line <= (node.end_lineno or 0)
    ]
    statement = found[-1] if found else None
    for node in found:
        for inner in getattr(node, "body", []) if isinstance(node, ast.With) else []:
            inner.around = node
    return statement


def _raises_around(statement):
    """What `with pytest.raises(...)` wants there; None where it is another statement."""
    block = getattr(statement, "around", statement)
    call = _call_in(block, "raises") if isinstance(block, ast.With) else None
    return call.args[0] if call and call.args else None


def _call_in(node, name):
    """The call of a function of this name in a statement."""
    for part in ast.walk(node or ast.Pass()):
        if isinstance(part, ast.Call) and ast.unparse(part.func).split(".")[-1] == name:
            return part
    return None


def _meant(error):
    """The name that was meant in place of one that is not there, as far as one can guess."""
    name = getattr(error, "name", None)
    if isinstance(error, NameError) and name:
        frame = list(traceback.walk_tb(error.__traceback__))[-1][0]
        known = {**frame.f_builtins, **frame.f_globals, **frame.f_locals}
        if callable(getattr(sys.modules.get("torch"), name, None)):
            return f"torch.{name}"
    elif isinstance(error, AttributeError) and name:
        known = dir(getattr(error, "obj", None))
    else:
        return ""
    return next(iter(difflib.get_close_matches(name, [*map(str, known)], 1, 0.75)), "")


def _hidden(error, frame, line):
    """A name on the line that stood for a module or for a function of Python's, and does no more."""
    values = {**frame.f_globals, **frame.f_locals}
    for argument in frame.f_code.co_varnames[: frame.f_code.co_argcount]:
        values.pop(argument, None)
    text = linecache.getline(frame.f_code.co_filename, line)
    used = [name for name in re.findall(r"(?<![\w.])[A-Za-z_]\w*", text) if name in values]
    if isinstance(error, AttributeError):
        meant = (n for n in used if n in IMPORTS and values[n] is getattr(error, "obj", values))
        return next((n for n in meant if type(values[n]).__name__ != "module"), "")
    if isinstance(error, TypeError) and "not callable" in str(error):
        return next((n for n in used if n in frame.f_builtins and not callable(values[n])), "")
    return ""


def quoted(line):
    """A line of the student's, and a mark below the part that failed where Python tells it."""
    text = line.line or ""
    start, end = getattr(line, "colno", None), getattr(line, "end_colno", None)
    whole = linecache.getline(line.filename, line.lineno or 0).rstrip("\n")
    indent = len(whole) - len(whole.lstrip())
    if start is None or end is None or line.end_lineno != line.lineno or not text.isascii():
        return (f"    {text}",)
    if end - start == len(text):
        return (f"    {text}",)  # the whole line: nothing to point at
    return (f"    {text}", " " * (4 + start - indent) + "^" * (end - start))


def folded(text, first, rest, width):
    """Lines of at most this width, broken at blanks: a Hangul syllable is two wide."""
    lines, line = [], first
    for word in text.rstrip().split(" "):
        if _width(line) + _width(word) > width and line.strip() and line not in (first, rest):
            lines.append(line.rstrip())
            line = rest
        line += word + " "
    return [*lines, line.rstrip()]


def _padded(text, width):
    return text + " " * (width - _width(text))


def _width(text):
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)
