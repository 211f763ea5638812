"""Refuses a bundle that is not fit for students: stubs already filled, or answers in it."""

import ast
import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from autograder.course import Assignment, no_python
from autograder.errors import CourseError
from autograder.release.bundle import Bundle, read
from autograder.release.check_cells import unpacked
from autograder.release.rubric import Definition, Task
from autograder.submission import code_of, parse
from autograder.text import Text

PACKED = re.compile(r"[0-9A-Za-z!#$%&()*+;<=>?@^_`{|}~-]{80,}")  # no word is as long
LONG = 25  # shorter lines are everybody's: `return x`, `super().__init__()`


class _Source:
    """A Python file of the course. One that is not written yet is empty: `check` tells of it."""

    def __init__(self, path: Path) -> None:
        text = read(path) if path.exists() else ""
        try:
            self.tree = ast.parse(text)
        except SyntaxError as error:
            raise no_python(path.name, error) from None
        self.name = path.name
        self.lines = text.splitlines()

    @property
    def definitions(self) -> dict[str, Definition]:
        """The functions and classes at the top level."""
        return {node.name: node for node in self.tree.body if isinstance(node, Definition)}

    def body(self, node: ast.AST) -> Iterator[str]:
        """The lines of all functions in `node` below signature and docstring, stripped."""
        for function in _functions(node):
            described = ast.get_docstring(function) is not None
            for statement in function.body[described:][:1]:
                lines = self.lines[statement.lineno - 1 : function.end_lineno]
                yield from filter(None, map(str.strip, lines))


def guard(assignment: Assignment, tasks: Sequence[Task], bundle: Bundle) -> None:
    """Raise a CourseError where the bundle must not go out."""
    _require_same_code(assignment, bundle)
    _require_stubs(assignment, tasks)
    _refuse_answers(assignment, bundle)


def _require_same_code(assignment: Assignment, bundle: Bundle) -> None:
    """Grading tells a student's file from the release by its code, so all forms must agree."""
    name = assignment.source.name
    code = code_of(parse(assignment.source.read_bytes(), name))
    for released in (f"{assignment.slug}.ipynb", f"{assignment.slug}.py"):
        if code_of(parse(bundle[released].encode(), released)) != code:
            raise CourseError(
                Text(
                    f"{name} 파일과 그것으로 만든 {released} 파일의 코드가 다릅니다.",
                    f"{name} holds other code than the {released} that is made from it.",
                ),
                Text(
                    "글 셀은 `# %% [markdown]` 아래에 # 주석으로 쓰고, IPython 매직은 빼세요.",
                    "Write text cells as # comments below `# %% [markdown]`, "
                    "and leave IPython magics out.",
                ),
            )


def _require_stubs(assignment: Assignment, tasks: Sequence[Task]) -> None:
    """Each graded task is there, is not written yet, and does not show its answer."""
    source, solution = _Source(assignment.source), _Source(assignment.solution)
    graded = [function for task in tasks for function in task.functions]
    for task in graded or solution.definitions:
        answer = list(solution.body(solution.definitions.get(task, ast.Pass())))
        wrong = _wrong_with(task, source, answer)
        if wrong is not None:
            raise wrong


def _wrong_with(task: str, source: _Source, answer: list[str]) -> CourseError | None:
    """What keeps a stub from going out; `answer` are the lines of the reference's own body."""
    remedy = Text(
        f'학생이 작성할 부분입니다. 마지막 줄을 raise NotImplementedError("{task}")로 하세요.',
        f'Students write it: end it with raise NotImplementedError("{task}").',
    )
    stub = source.definitions.get(task)
    if stub is None:
        return CourseError(
            Text(
                f"{source.name} 파일에 채점할 {task}의 정의가 없습니다.",
                f"{source.name} has no {task}, which is graded.",
            ),
            remedy,
        )
    if not any(map(_is_unwritten, _functions(stub))):
        return CourseError(
            Text(
                f"{source.name}: {task} 부분이 비어 있지 않습니다.",
                f"{source.name}: {task} is not a stub.",
            ),
            remedy,
        )
    if _shows(source, stub, answer):
        return CourseError(
            Text(
                f"{source.name}: 비어 있어야 할 {task} 안에 모범 답안이 그대로 들어 있습니다.",
                f"{source.name}: the stub of {task} holds the whole reference solution.",
            ),
            Text(
                "답을 지우세요. 주석으로 남긴 것도 지우세요.",
                "Take the answer out, also where it is commented out.",
            ),
        )
    return None


def _is_unwritten(function: ast.FunctionDef) -> bool:
    """Whether the last statement is `raise NotImplementedError`."""
    last = function.body[-1]
    names = {node.id for node in ast.walk(last) if isinstance(node, ast.Name)}
    return isinstance(last, ast.Raise) and "NotImplementedError" in names


def _shows(source: _Source, stub: Definition, answer: list[str]) -> bool:
    """Whether every line of the answer stands in the stub, as code or as a comment."""
    lines = source.lines[stub.lineno - 1 : stub.end_lineno]
    return bool(answer) and set(answer) <= {line.strip().lstrip("# ") for line in lines}


def _refuse_answers(assignment: Assignment, bundle: Bundle) -> None:
    """What stands in solutions, mistakes and grader only may stand nowhere in a bundle."""
    public = read(assignment.source) + bundle[assignment.self_check.name]
    texts = {name: _readable(name, text) for name, text in bundle.items()}
    private = [assignment.solution, *assignment.accepted, assignment.mistakes, assignment.grader]
    for path in private:
        secret = _Source(path)
        for line in filter(_is_telling, secret.body(secret.tree)):
            for name, text in texts.items():
                if line in text and line not in public:
                    raise CourseError(
                        Text(
                            f"{path} 파일의 한 줄이 {name} 파일에서 학생에게 보입니다: {line}",
                            f"{name} would show students a line of {path}: {line}",
                        ),
                        Text(
                            "과제나 assignments/selfcheck에서 그 줄을 빼세요.",
                            "Take it out of the assignment or of assignments/selfcheck.",
                        ),
                    )


def _is_telling(line: str) -> bool:
    return len(line) >= LONG and not line.startswith(("import ", "from "))


def _readable(name: str, text: str) -> str:
    """A file as one reads it: a notebook's cells without JSON's escapes, and what is packed in it."""
    if name.endswith(".ipynb"):
        text = "\n".join("".join(cell["source"]) for cell in json.loads(text)["cells"])
    parts = (part for packed in PACKED.findall(text) for part in unpacked(packed).values())
    return "\n".join([text, *map(str, parts)])


def _functions(node: ast.AST) -> list[ast.FunctionDef]:
    """A function itself, or the functions in a class or file."""
    return [found for found in ast.walk(node) if isinstance(found, ast.FunctionDef)]
