"""Finds the student's file and runs it as a module, without Jupyter.

    path = choose(folder, "a01_sigmoid", released_digest).path
    loaded = load(path, read_cells(path), "a01_sigmoid")

Every top-level statement runs by itself: a demo that fails, asks for input or exits takes nothing
else along. This needs Python's standard library only.
"""

import __future__

import ast
import glob
import hashlib
import io
import json
import linecache
import re
import sys
import traceback
import types
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

from _calls import Asked, NotDefined, NotWritten, ask, display

CHECK_CELL = re.compile(r"\s*(#@title )?%%check\b")  # a check cell, which is not your code
MAGIC = re.compile(
    r"^([ \t]*)(?:[\w.,\[\] \t]+=[ \t]*)?(?:[%!?](?:.*\\\n)*.*|[\w.*]+\?{1,2}[ \t]*)$", re.MULTILINE
)
MOST_MAGICS = 100
MAGICS = "get_ipython"  # what an exported notebook calls its magics by
PROMPTS = (r"^(?:>>>|\.\.\.)(?: |$)", r"^(?:In \[\d+\]: ?| +\.\.\.: ?)")


class Unreadable(Exception):
    """There is no file, or it is no notebook and no Python text."""

    def __init__(self, ko: str, en: str) -> None:
        super().__init__(en)
        self.ko, self.en = ko, en


@dataclass(frozen=True)
class Cell:
    """A code cell of a notebook, or of a .py (then `number` is 0)."""

    file: str
    source: str = ""
    number: int = 0
    first_line: int = 1

    @property
    def filename(self) -> str:
        """What tracebacks call it."""
        return f"{self.file}, cell {self.number}" if self.number else self.file


@dataclass(frozen=True)
class Problem:
    """What went wrong in a cell; `column` is where in `text`, for a syntax error."""

    cell: Cell
    line: int
    error: str
    text: str
    column: int = 0


@dataclass(frozen=True, eq=False)
class _Waiting:
    """A definition that lacked a name, and what the names that it binds stood for then."""

    code: types.CodeType
    missing: str
    bound: dict[str, object]


@dataclass(frozen=True)
class Choice:
    """The file to check; `unchanged` or `both_changed` against the release."""

    path: Path
    unchanged: bool = False
    both_changed: bool = False


@dataclass(frozen=True)
class Loaded:
    """A student's file, ready to be tested."""

    path: Path
    cells: dict[str, Cell]
    problems: list[Problem]
    module: types.ModuleType

    @property
    def defined(self) -> list[str]:
        """The functions and classes that are there."""
        return [name for name, value in vars(self.module).items() if callable(value)]

    def find(self, name: str) -> object:
        """What the file defines under this name; something that complains when it is called, else."""
        return getattr(self.module, name)


def choose(folder: Path, slug: str, released: str | None) -> Choice:
    """The file whose code differs from the release, else the notebook. Grading does the same."""
    found = [p for p in (folder / f"{slug}.ipynb", folder / f"{slug}.py") if p.is_file()]
    if not found:
        alike = ", ".join(path.name for path in _of_another_name(folder, slug))
        raise Unreadable(
            f"이 폴더에 {slug}.ipynb도 {slug}.py도 없습니다."
            + (f" {alike}의 이름을 {slug}.ipynb로 바꾸세요." if alike else ""),
            f"There is neither {slug}.ipynb nor {slug}.py in this folder."
            + (f" Rename {alike} to {slug}.ipynb." if alike else ""),
        )
    if released is None:
        return Choice(found[0])
    changed = [path for path in found if _digest_or_none(path) not in (None, released)]
    return Choice((changed or found)[0], not changed, len(changed) == 2)


def copies(folder: Path, slug: str, choice: Choice, released: str | None) -> list[Path]:
    """Other files that were worked in, such as `a01_sigmoid (1).ipynb`: nobody checks or grades them."""
    known = {None, released, _digest_or_none(choice.path)}
    return [p for p in _of_another_name(folder, slug) if _digest_or_none(p) not in known]


def _of_another_name(folder: Path, slug: str) -> list[Path]:
    found = folder.glob(f"{glob.escape(slug)}*.ipynb*")
    return sorted(path for path in found if path.name != f"{slug}.ipynb")


def read_cells(path: Path) -> list[Cell]:
    """The code cells of a notebook or of a .py."""
    text = _text(path)
    if ".ipynb" in path.name:
        return _notebook_cells(path, text)
    lines = text.split("\n")
    _remember(str(path), text)
    starts = [0, *(i for i, line in enumerate(lines) if i and re.match(r"# ?%%", line))]
    ends = [*starts[1:], len(lines)]
    return [
        Cell(str(path), "\n".join(lines[start:end]), first_line=start + 1)
        for start, end in zip(starts, ends, strict=True)
    ]


def code_of(cells: list[Cell]) -> str:
    """The code without comments and blank lines: what tells your file from the release."""
    lines = (line.rstrip() for cell in cells for line in cell.source.split("\n"))
    return "\n".join(line for line in lines if line and not line.lstrip().startswith("#"))


def digest_of(cells: list[Cell]) -> str:
    """What `.release.json` keeps of the code."""
    return hashlib.sha256(code_of(cells).encode("utf-8", "surrogatepass")).hexdigest()


def load(path: Path, cells: list[Cell], name: str) -> Loaded:
    """Run the cells as the module `name`, in order; what fails is told, never raised."""
    module = types.ModuleType(name)
    sys.modules[name] = module
    vars(module).update(NotImplementedError=NotWritten, input=ask, display=display)
    waiting: list[_Waiting] = []
    problems = []
    for cell in cells:
        problems += _run(cell, vars(module), waiting)
        _define_what_waited(vars(module), waiting)
    vars(module)["__getattr__"] = _stand_in
    return Loaded(path, {cell.filename: cell for cell in cells}, problems, module)


def without_magics(source: str) -> str:
    """The cell as IPython reads it, magics blanked out, every other line where it was."""
    first = source.lstrip().split("\n", 1)[0]
    if first.startswith("%%") and not re.match(r"%%(time|timeit|capture|prun)\b", first):
        return ""
    source = _without_prompts(source)
    for _ in range(MOST_MAGICS):  # each costs a parse of the whole cell
        start = _wrong_line(source)
        if start is None:
            return source
        magic = MAGIC.match(source, start)
        if magic is None:  # a magic may mislead the parser to another line
            break
        source = source[:start] + _blank(magic) + source[magic.end() :]
    return MAGIC.sub(_blank, source)


def _without_prompts(source: str) -> str:
    """Without the `>>>` of a copied session, and without what all lines are indented by."""
    prompt = next((p for p in PROMPTS if re.match(p, source.lstrip())), None)
    if prompt:
        return re.sub(prompt, "", source, flags=re.MULTILINE)
    lines = source.split("\n")
    first = next((line for line in lines if line.strip()), "")
    indent = first[: len(first) - len(first.lstrip())]
    return "\n".join(line.removeprefix(indent) for line in lines)


def _wrong_line(source: str) -> int | None:
    """Where the line with the first syntax error starts; None where there is none."""
    try:
        ast.parse(source)
    except SyntaxError as error:
        lines = source.split("\n")[: (error.lineno or 1) - 1]
        return sum(len(line) + 1 for line in lines)
    return None


def _blank(magic: re.Match[str]) -> str:
    return f"{magic[1]}pass" + "\n" * magic[0].count("\n")


def _digest_or_none(path: Path) -> str | None:
    try:
        return digest_of(read_cells(path))
    except Unreadable:
        return None


def _text(path: Path) -> str:
    """UTF-8, or CP949 as older Korean editors save; any line ends."""
    try:
        data = path.read_bytes()
    except OSError:
        raise Unreadable(f"{path}: 파일을 열 수 없습니다.", f"{path} cannot be opened.") from None
    for encoding in ("utf-8-sig", "cp949"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text.replace("\r\n", "\n").replace("\r", "\n")
    raise Unreadable(
        f"{path.name}: 텍스트 파일이 아닙니다. UTF-8로 저장하세요.",
        f"{path.name} is not text. Save it as UTF-8.",
    )


def _notebook_cells(path: Path, text: str) -> list[Cell]:
    try:
        sources = [
            (number, "".join(cell.get("source", "")))
            for number, cell in enumerate(json.loads(text)["cells"], start=1)
            if cell.get("cell_type") == "code"
        ]
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise Unreadable(
            f"{path.name}: 노트북 파일이 손상되었습니다. Jupyter에서 다시 저장하세요.",
            f"{path.name} is not a notebook any more. Save it again in Jupyter.",
        ) from None
    cells = [
        Cell(path.name, source, number)
        for number, source in sources
        if source.strip() and not CHECK_CELL.match(source)
    ]
    for cell in cells:
        _remember(cell.filename, cell.source)
    return cells


def _remember(filename: str, source: str) -> None:
    """Let tracebacks and `inspect.getsource` find the text."""
    lines = [line + "\n" for line in source.split("\n")]
    linecache.cache[filename] = (len(source), None, lines, filename)


def _run(cell: Cell, namespace: dict[str, object], waiting: list[_Waiting]) -> list[Problem]:
    with _quiet():
        try:
            tree = _parse(cell)
        except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
            return [_syntax_problem(cell, error)]
    flags = _future_flags(tree)
    problems = []
    for statement in _statements(tree):
        if _undoes(statement, namespace):
            continue
        try:
            with _quiet():
                code = compile(ast.Module([statement], []), cell.filename, "exec", flags, True)
                exec(code, namespace)
        except SyntaxError as error:
            problems.append(_syntax_problem(cell, error))
        except (NotWritten, SystemExit, EOFError):
            pass  # a demo of a function still to be written, exit(): nothing to tell
        except (Exception, KeyboardInterrupt) as error:  # Ctrl-C: what follows may do, as in grading
            lacks = error.name if type(error) is NameError else None
            if lacks == MAGICS:
                continue
            problems.append(_problem(cell, statement, error))
            bound = {name: namespace.get(name) for name in _bound_by(statement)}
            if bound and isinstance(lacks, str) and lacks not in namespace:
                waiting.append(_Waiting(code, lacks, bound))
    return problems


def _undoes(statement: ast.stmt, namespace: dict[str, object]) -> bool:
    """Whether it is an untouched stub below the answer: in the notebook, the answer ran last."""
    if not (isinstance(statement, (ast.FunctionDef, ast.ClassDef)) and _is_stub(statement)):
        return False
    answer = namespace.get(statement.name)
    own = isinstance(answer, (types.FunctionType, type))  # not what a star import brought
    return own and getattr(answer, "__module__", None) == namespace["__name__"]


def _is_stub(definition: ast.FunctionDef | ast.ClassDef) -> bool:
    """Nothing but docstrings and `raise NotImplementedError("its name")`."""
    body = [node for node in definition.body if not _is_text(node)]
    if isinstance(definition, ast.ClassDef):
        return bool(body) and all(isinstance(n, ast.FunctionDef) and _is_stub(n) for n in body)
    return len(body) == 1 and _is_unwritten(body[0])


def _is_unwritten(node: ast.stmt) -> bool:
    raised = node.exc if isinstance(node, ast.Raise) else None
    called = raised.func if isinstance(raised, ast.Call) else None
    return isinstance(called, ast.Name) and called.id == "NotImplementedError"


def _is_text(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _define_what_waited(namespace: dict[str, object], waiting: list[_Waiting]) -> None:
    """Run the definitions whose missing name a later cell has brought, as grading does."""
    while ready := [each for each in waiting if each.missing in namespace]:
        for each in ready:
            waiting.remove(each)
            if all(namespace.get(name) is value for name, value in each.bound.items()):
                _define(each, namespace, waiting)


def _define(each: _Waiting, namespace: dict[str, object], waiting: list[_Waiting]) -> None:
    try:
        with _quiet():
            exec(each.code, namespace)
    except NameError as error:
        if isinstance(error.name, str) and error.name not in namespace:
            waiting.append(_Waiting(each.code, error.name, each.bound))
    except (Exception, KeyboardInterrupt, SystemExit):
        pass  # that it failed has been told


def _bound_by(statement: ast.stmt) -> list[str]:
    """The names that a definition or a plain assignment binds; of other statements none."""
    if isinstance(statement, (ast.FunctionDef, ast.ClassDef)):
        return [statement.name]
    if isinstance(statement, ast.Assign):
        return [target.id for target in statement.targets if isinstance(target, ast.Name)]
    return []


def _statements(tree: ast.Module) -> Iterator[ast.stmt]:
    """The statements in order; of a demo under `if __name__ == "__main__":` what it defines."""
    guards = ("__name__ == '__main__'", "'__main__' == __name__")
    definitions = (ast.FunctionDef, ast.ClassDef, ast.Import, ast.ImportFrom)
    for statement in tree.body:
        if isinstance(statement, ast.If) and ast.unparse(statement.test) in guards:
            yield from (inner for inner in statement.body if isinstance(inner, definitions))
        yield statement


def _parse(cell: Cell) -> ast.Module:
    above = "\n" * (cell.first_line - 1)  # so that lines count from the top of the file
    try:
        return ast.parse(above + cell.source, cell.filename)
    except SyntaxError:
        plain = without_magics(cell.source)
        if plain == cell.source:
            raise
        return ast.parse(above + plain, cell.filename)


def _future_flags(tree: ast.Module) -> int:
    """`from __future__ import ...` holds for its whole cell, though each statement runs alone."""
    flags = 0
    for node in tree.body:
        if isinstance(node, ast.ImportFrom) and node.module == "__future__":
            for alias in node.names:
                flags |= getattr(__future__, alias.name).compiler_flag
    return flags


@contextmanager
def _quiet() -> Iterator[None]:
    """Nothing printed, nothing asked, no warnings."""
    stdin = sys.stdin
    sys.stdin = io.StringIO()
    sink = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", errors="replace")
    try:
        with redirect_stdout(sink), redirect_stderr(sink), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        sys.stdin = stdin


def _syntax_problem(cell: Cell, error: BaseException) -> Problem:
    line = getattr(error, "lineno", None) or cell.first_line
    text = linecache.getline(cell.filename, line).rstrip()
    said = getattr(error, "msg", None) or str(error)
    column = 0 if isinstance(error, IndentationError) else getattr(error, "offset", None) or 0
    return Problem(cell, line, f"{type(error).__name__}: {said}", text, column)


def _problem(cell: Cell, statement: ast.stmt, error: BaseException) -> Problem:
    frames = traceback.extract_tb(error.__traceback__)
    lines = [frame.lineno for frame in frames if frame.filename == cell.filename]
    line = (lines or [None])[0] or statement.lineno
    said = "".join(traceback.format_exception_only(type(error), error)).strip()
    said = "input()" if isinstance(error, Asked) else said
    return Problem(cell, line, said, linecache.getline(cell.filename, line).rstrip())


def _stand_in(name: str) -> Callable[..., None]:
    """Stands for what a broken cell would have defined, so that tests of other cells still run."""
    if name.startswith("__"):
        raise AttributeError(name)

    def stand_in(*args: object, **kwargs: object) -> None:
        raise NotDefined(name)

    return stand_in
