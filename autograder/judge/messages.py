"""What the student reads about an item that did not pass, in Korean and in English."""

import builtins
import re
from collections.abc import Sequence

from autograder.sandbox.cells import Problem
from autograder.sandbox.protocol import Error, Place
from autograder.text import Text, plain

TEXTS_OF_PYTHON = frozenset(
    "ArithmeticError AssertionError AttributeError FileNotFoundError ImportError IndexError "
    "ModuleNotFoundError NameError NotImplementedError OverflowError PermissionError "
    "RecursionError RuntimeError TypeError UnboundLocalError ValueError ZeroDivisionError".split()
)
"""Classes whose text Python itself wrote, unless the student's own code raised them."""
MOST_DIGITS = 20  # in a library's text; sizes need no more, hidden numbers may
LAST_LINE = 9999  # of a cell: what a guest says beyond that is no line, but may be a hidden number


def place_of(place: Place | None) -> Text:
    """ "cell 4, line 2, in sigmoid", in parentheses; empty where it is unknown.

    A guest may call its cells, lines and functions anything, also as a hidden number.
    """
    if place is None or not _is_line(place.line):
        return Text("", "")
    cell, function = masked(plain(place.cell, 60)), masked(plain(place.function, 60))
    return Text(
        f" ({_cell_in_korean(cell)}, {place.line}번째 줄, {function})",
        f" ({cell}, line {place.line}, in {function})",
    )


def _is_line(number: int) -> bool:
    return 0 < number <= LAST_LINE


def _place_in_cells(problem: Problem) -> Text:
    """ "cell 4, line 2"; the cell alone where it is no line that anybody has written."""
    cell = masked(plain(problem.cell, 60))
    ko, en = _cell_in_korean(cell), cell
    if _is_line(problem.line):
        ko, en = f"{ko}, {problem.line}번째 줄", f"{en}, line {problem.line}"
    return Text(ko, en)


def _cell_in_korean(name: str) -> str:
    return re.sub(r"^cell (\d+)$", r"\1번째 셀", name)


def class_of(error: Error) -> str:
    """The first of the exception's classes that is Python's own: names of one's own may say anything."""
    return next((name for name in error.names if hasattr(builtins, name)), "Exception")


def crashed(error: Error, function: str) -> Text:
    """The student's code raised where it should have answered.

    Its text is shown only where Python or torch wrote it, and without fractions: what the
    student's own `raise` says they know already, and it could carry hidden inputs out: of that it
    is said that this input takes no error.
    """
    name = class_of(error)
    place = place_of(error.place)
    if error.own:
        return Text(
            f"올바른 입력인데 {function}에서 {name} 오류가 발생했습니다{place.ko}",
            f"{function} raised {name}{place.en}, but this input is right.",
        )
    said = f": {_library_text(error)}" if _library_text(error) else ""
    return Text(
        f"{function}에서 {name} 오류가 발생했습니다{place.ko}{said}",
        f"{function} raised {name}{place.en}{said}",
    )


def _library_text(error: Error) -> str:
    if error.own or not error.names or error.names[0] not in TEXTS_OF_PYTHON:
        return ""
    return masked(plain(error.message))


def masked(text: str) -> str:
    """A library's text without what could be a hidden value, or a path of this machine.

    Sizes stay, since they help ("mat1 is 2x3"): short whole numbers, and few of them.
    """
    text = re.sub(r"(?<![\w.…])(?:/[^\s/'\"(),:;]+)+/([^\s/'\"(),:;]+)", r"…/\1", text)
    text = re.sub(r"\d+\.\d*(?:e[-+]?\d+)?|\d+e[-+]?\d+|\d{4,}", "…", text)
    return text if len(re.findall(r"\d", text)) <= MOST_DIGITS else re.sub(r"\d+", "…", text)


def banned(error: Error) -> Text:
    """A ready-made operator was used where the item asks to do without."""
    named = re.fullmatch(r"[A-Za-z_.]+(?:\dd)?[a-z_]*", error.message[:60])
    used = "" if error.own or not named else named[0]
    place = place_of(error.place)
    return Text(
        "이 문항은 준비된 연산 없이 직접 계산해야 합니다."
        + (f" 사용한 연산: {used}{place.ko}" if used else ""),
        "This item asks you to compute it yourself, without a ready-made operator."
        + (f" You used {used}{place.en}." if used else ""),
    )


def told_with(text: Text, relation: Text | None) -> Text:
    """What is wrong, and how it relates to what is right; a cut graph says both."""
    if relation is None or relation is GRAPH_CUT:
        return relation or text
    return Text(f"{text.ko} {relation.ko}", f"{text.en} {relation.en}")


def not_attempted(function: str) -> Text:
    """The stub is as it was released, or its line that says so has been left in."""
    return Text(
        f"{function}: 아직 작성하지 않았습니다. 작성했다면 raise NotImplementedError 줄을 지우세요.",
        f"{function} is not written yet. If it is, delete its line raise NotImplementedError.",
    )


def gave_up(function: str) -> Text:
    """A function that works elsewhere raises NotImplementedError for this input."""
    return Text(
        f"{function}에서 이 입력에 NotImplementedError 오류가 발생했습니다.",
        f"{function} raised NotImplementedError for this input.",
    )


def not_defined(function: str, problems: Sequence[Problem]) -> Text | None:
    """The function is lost with a broken cell; None where it simply is not there."""
    for problem in problems:
        if function in problem.defines:
            said = problem_note(problem)
            read = problem.kind != "syntax"
            return Text(
                f"{function}: {'정의할' if read else '셀을 읽을'} 수 없습니다. {said.ko}",
                f"{function} could not be {'defined' if read else 'read'}. {said.en}",
            )
    return None


def missing(function: str) -> Text:
    """Nothing of that name is in the submission."""
    return Text(
        f"{function}: 제출물에 없습니다. 이름을 바꾸거나 셀을 지우지 않았는지 확인하세요.",
        f"{function} is not in the submission. Was it renamed, or its cell deleted?",
    )


def problem_note(problem: Problem) -> Text:
    """A note on a cell that did not run as a whole; it costs nothing by itself."""
    if problem.kind == "syntax":
        return syntax_problem(problem)
    place = _place_in_cells(problem)
    if problem.kind == "raised":
        error, said = plain(problem.error, 60), masked(plain(problem.message))
        return Text(
            f"{place.ko}: {error} 오류가 발생하여 이 문장은 건너뛰었습니다. {said}".rstrip(),
            f"{place.en}: {error} was raised, so this statement was passed over. {said}".rstrip(),
        )
    if problem.kind == "late":
        name = masked(plain(problem.message, 60))
        return Text(
            f"{place.ko}: 이 정의에 필요한 {name}이(가) 뒤의 셀에 있어, 그 셀 다음에 다시 실행했습니다. "
            f"위에서부터 차례로 실행되도록 그 셀을 위로 옮기세요.",
            f"{place.en}: it needs {name}, which a later cell brings, so it was run again after that. "
            f"Move that cell up.",
        )
    if problem.kind == "killed":
        cell = masked(plain(problem.cell, 60))
        return Text(
            f"{_cell_in_korean(cell)}: 실행하던 프로세스가 종료되어 함수와 클래스의 정의만 실행했습니다.",
            f"{cell}: running it ended the process, so only its definitions were run.",
        )
    harmless = not problem.defines
    return Text(
        f"{place.ko}: 너무 오래 걸려 중단했습니다." + " 채점에는 영향이 없습니다." * harmless,
        f"{place.en}: it took too long and was cut off."
        + " That costs nothing by itself." * harmless,
    )


def syntax_problem(problem: Problem) -> Text:
    """A syntax error with its place, line and caret."""
    place = _place_in_cells(problem)
    said = f"{plain(problem.error, 40)}: {masked(plain(problem.message))}"
    line = problem.text.rstrip().replace("\t", " ")
    shown = "".join(c for c in line if c.isprintable())
    column = min(max(0, problem.column), len(shown) + 1)  # a guest may say anything
    caret = " " * (column - 1) + "^" if column else ""
    tail = f"\n    {shown}\n    {caret}".rstrip() if shown else ""
    return Text(
        f"{place.ko}에 문법 오류가 있습니다. {said}{tail}",
        f"There is a syntax error in {place.en}. {said}{tail}",
    )


NOT_ALIVE = Text(
    "평범한 입력에 맞는 값을 돌려주는 함수에만 점수가 주어집니다. 먼저 함수가 값을 계산하도록 하세요.",
    "This item counts only for a function that computes a value for ordinary input. Make that work first.",
)
ALWAYS_THE_SAME = Text(
    "다른 입력에도 늘 같은 값을 돌려줍니다. 받은 인자로 매번 새로 계산하는지 확인하세요.",
    "It returns the same value for different inputs. Compute it anew from the arguments each time.",
)
NOT_TRAINED = Text(
    "다른 데이터를 주어도 model의 파라미터가 똑같습니다. 건네받은 model 자체를 학습하는지 확인하세요.",
    "With other data the parameters of model are still the same. Is it the model that came in which you train?",
)
NEVER_THE_SAME = Text(
    "같은 입력에도 부를 때마다 다른 값을 돌려줍니다. 받은 인자만으로 계산하는지 확인하세요.",
    "It returns another value each time for the same input. Compute it from the arguments alone.",
)
AS_IT_CAME = Text(
    "받은 인자를 그대로 돌려줍니다. 계산한 값을 돌려주세요.",
    "It returns an argument as it came. Return what you compute from it.",
)
TIMED_OUT = Text(
    "제한 시간 안에 끝나지 않았습니다. 끝나지 않는 반복이 있는지 확인하세요.",
    "It did not end within the time limit. Is there a loop that never ends?",
)
DIED = Text(
    "코드를 실행하던 프로세스가 도중에 종료되었습니다. (종료 함수 호출 또는 메모리 초과)",
    "The process that ran your code ended (an exit call, or out of memory).",
)
BAD_ANSWER = Text(
    "돌려준 값의 형식이 맞지 않아 채점할 수 없습니다.",
    "The value you return is of a kind that cannot be graded.",
)
OURS = Text(
    "채점 프로그램의 오류입니다. 감점이 아니며 선생님이 다시 채점합니다.",
    "The grader itself failed here. This is not your loss; it will be graded again.",
)


GRAPH_CUT = Text(
    "결과에서 기울기가 끊겼습니다. .item(), .detach(), torch.tensor(...), torch.no_grad()나 numpy를 "
    "쓰지 않았는지 확인하세요.",
    "The gradient is cut. Look for .item(), .detach(), torch.tensor(...), torch.no_grad() or numpy.",
)
NO_OPTIMIZER = Text(
    "torch.optim의 옵티마이저를 돌려주어야 합니다.", "It must return an optimizer of torch.optim."
)

TOO_LARGE = Text(
    "돌려준 값이 너무 크거나 너무 깊이 겹쳐 있어서 읽을 수 없습니다.",
    "What it returned is too large, or nested too deeply, to be read.",
)


def grader_failed(slug: str, item: str, trace: str) -> Text:
    """What the instructor hears where `OURS` is what the student reads."""
    return Text(
        f"{slug}: {item} 항목의 채점 코드에서 오류가 났습니다.\n{trace}",
        f"{slug}: the grader of {item} failed.\n{trace}",
    )


def mismatch(error: Error) -> Text:
    """The student's model does not have the parameters that the task asks for."""
    said = masked(plain(error.message))
    if said.startswith("not an nn.Module"):
        kind = said.removeprefix("not an nn.Module but ")
        return Text(
            f"nn.Module을 돌려주어야 합니다. (돌려준 값: {kind})",
            f"It must return an nn.Module ({said}).",
        )
    return Text(
        f"모델의 파라미터가 문항과 다릅니다. ({said}) self.이름 = nn.Linear(...)로 등록했는지 확인하세요.",
        f"The model's parameters are not as the task asks ({said}). "
        "Are they registered as self.name = nn.Linear(...)?",
    )
