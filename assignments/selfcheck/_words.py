"""All that the self-check says, in Korean and in English."""

import sys


def language_of(release):
    """The language of the release; English where the console has no Hangul."""
    try:
        "한글".encode(getattr(sys.__stdout__, "encoding", None) or "utf-8")
    except UnicodeEncodeError:
        return "en"
    return release.get("language", "ko")


SAYS = {
    "ko": {
        "checking": "확인하는 파일: {}",
        "copies": "{0}도 고쳤지만, 확인하고 채점하는 것은 {1}입니다. {0}에 코드를 썼다면 그 이름을 {1}로 바꾸세요.",
        "unchanged": "아직 고친 곳이 없습니다. 코드를 썼다면 파일을 저장했는지 확인하세요.",
        "both_changed": "노트북과 .py를 모두 고쳤습니다. 노트북을 확인합니다.",
        "cell": "{}, 셀 {}, {}번째 줄",
        "line": "{}, {}번째 줄",
        "more": "그 밖의 문제 {}개. 위의 것부터 고치세요.",
        "passed": "통과",
        "failed": "실패",
        "unwritten": "미작성",
        "skipped": "생략",
        "not_written": "{}: 아직 작성하지 않음",
        "not_defined": "{}: 파일에 없음",
        "similar": " (비슷한 이름: {})",
        "mend_first": "맨 위에 나온 문제부터 고치세요.",
        "check_the_name": "함수 이름은 처음 그대로 두세요.",
        "not_in_notebook": "{}: 노트북에 없음. 위의 셀을 먼저 실행하고, 이름을 확인하세요",
        "no_module": "{} 모듈이 설치되어 있지 않습니다. 먼저 실행하세요:\n"
        "    python -m pip install -r requirements.txt",
        "no_module_here": "{0} 모듈이 없습니다. 새 셀에서 실행하세요: %pip install {0}",
        "slow": "아직 확인하는 중입니다 ({}). 끝나지 않으면 Ctrl-C로 멈추세요.",
        "reading": "파일 읽기",
        "stopped": "중단했습니다. 끝나지 않는 반복문이 있는지 확인하세요.",
        "summary": "문항 {total}개 중 {passed}개 통과, {failed}개 실패, {unwritten}개 미작성",
        "all_passed": "모두 통과했습니다! 채점에는 다른 입력도 쓰입니다.",
        "hand_in": "제출할 파일: {}",
        "call": "호출",
        "returned": "반환",
        "tested": "검사",
        "wanted": "기대",
        "error": "오류",
        "printed": "출력",
        "hint": "힌트",
        "an_error": "{} 오류 (raise로 발생시킵니다)",
        "or": " 또는 ",
        "same": "{}: 위와 같음",
        "long": "... (모두 {}개)",
        "first_difference": "{}번 원소부터 다릅니다. 기대: {}, 반환: {}",
        "shape": "shape이 {}입니다. {}이어야 합니다.",
        "dtype": "dtype이 {}입니다. {}로 바꾸세요.",
        "kind": "돌려준 값의 종류가 {}입니다. {}로 바꾸세요.",
        "nan": "결과에 nan이 있습니다. 0으로 나누거나, 0의 log나, inf끼리의 계산이 있는지 확인하세요.",
        "none": "None을 돌려주었습니다. return을 빠뜨리지 않았는지 확인하세요. (print는 값을 돌려주지 않습니다)",
        "changed": "입력으로 받은 텐서를 바꾸었습니다. +=, -=, 이름이 _로 끝나는 함수 대신 새 텐서를 만드세요.",
        "uses": "이 함수가 쓰는 {}부터 확인하세요. 아직 통과하지 못했습니다.",
        "parentheses": "함수를 부르지 않고 그대로 돌려주었습니다. 괄호를 붙이세요: {}()",
        "meant": "혹시 '{}' 아닌가요?",
        "not_imported": "맨 위에 {} 줄이 있는지 확인하세요. 노트북에서는 그 셀을 먼저 실행하세요.",
        "hidden": "변수 이름 {0} 때문에 원래의 {0}에 접근할 수 없습니다. 변수 이름을 바꾸고, 노트북에서는 커널도 다시 시작하세요.",
    },
    "en": {
        "checking": "Checking {}",
        "copies": "You changed {0} too, but {1} is what is checked and graded. If you work in {0}, rename it to {1}.",
        "unchanged": "Nothing is changed in it yet. If you wrote code: did you save the file?",
        "both_changed": "You changed both the notebook and the .py. The notebook is checked.",
        "cell": "{}, cell {}, line {}",
        "line": "{}, line {}",
        "more": "{} more problems. Mend those above first.",
        "passed": "passed",
        "failed": "failed",
        "unwritten": "to do",
        "skipped": "skipped",
        "not_written": "{}: not written yet",
        "not_defined": "{}: not in the file",
        "similar": " (but there is {})",
        "mend_first": "Mend the problem told at the top first.",
        "check_the_name": "Leave the names of the functions as they were.",
        "not_in_notebook": "{}: not in the notebook. Run the cells above, and check the name",
        "no_module": "The module {} is not installed. Run this first:\n"
        "    python -m pip install -r requirements.txt",
        "no_module_here": "The module {0} is missing. Run this in a new cell: %pip install {0}",
        "slow": "Still checking ({}). If it never ends, press Ctrl-C.",
        "reading": "reading the file",
        "stopped": "Stopped. Is there a loop that never ends?",
        "summary": "{total} tasks: {passed} passed, {failed} failed, {unwritten} to do",
        "all_passed": "All passed! Grading uses other inputs too.",
        "hand_in": "File to hand in: {}",
        "call": "call",
        "returned": "returned",
        "tested": "tested",
        "wanted": "wanted",
        "error": "error",
        "printed": "printed",
        "hint": "hint",
        "an_error": "{} (use raise)",
        "or": " or ",
        "same": "{}: the same",
        "long": "... ({} in all)",
        "first_difference": "They differ from element {} on: it is {}, and should be {}.",
        "shape": "The shape is {}. It should be {}.",
        "dtype": "The dtype is {}. It should be {}.",
        "kind": "The result is of type {}. It should be {}.",
        "nan": "There is a nan: look for a division by 0, a log of 0, or an inf less an inf.",
        "none": "It returned None. Is a return missing? (print returns nothing)",
        "changed": "It changed a tensor it was given. Make a new one in place of +=, -= or exp_().",
        "uses": "It uses {}, which has not passed yet: look there first.",
        "parentheses": "It returned the function itself, without calling it. Add parentheses: {}()",
        "meant": "Did you mean '{}'?",
        "not_imported": "Is there a line {} at the top? In a notebook, run its cell first.",
        "hidden": "Your variable {0} hides the {0} that was meant. Rename it; in a notebook, restart the kernel too.",
    },
}

# What an error of Python's or torch's most often means: a part of its text, Korean, English.
NUDGES = (
    (
        r"KeyboardInterrupt",
        "끝나지 않는 반복문이 있는지 확인하세요. 이 줄은 건너뜁니다.",
        "Is there a loop that never ends? This line is passed over.",
    ),
    (
        r"^input\(\)$",
        "확인할 때는 답할 사람이 없어서 이 줄은 건너뜁니다.",
        "Nobody answers while your file is checked, so this line is passed over.",
    ),
    (
        r"invalid non-printable",
        "보이지 않는 특수 공백이 있습니다. 그 자리를 지우고 스페이스를 다시 넣으세요.",
        "There is a special blank. Delete it, and press the space bar.",
    ),
    (
        r"invalid character",
        "영문 자판의 기호가 아닙니다. 괄호, 따옴표, 빼기 기호 등을 영문 상태에서 다시 쓰세요.",
        "This sign is not the one on the keyboard. Type the bracket, quote or minus anew.",
    ),
    (
        r"inconsistent use of tabs",
        "들여쓰기에 탭과 스페이스가 섞여 있습니다. 스페이스 4칸으로 통일하세요.",
        "Tabs and spaces are mixed. Indent by four spaces.",
    ),
    (
        r"unindent does not match|unexpected indent",
        "들여쓰기가 맞지 않습니다. 함께 실행되는 줄들은 같은 칸에서 시작해야 합니다.",
        "The indentation does not fit. Lines that belong together start in the same column.",
    ),
    (
        r"expected an indented block",
        "콜론(:) 다음 줄은 스페이스 4칸을 들여 쓰세요.",
        "Indent the line below the colon by four spaces.",
    ),
    (
        r"outside function",
        "함수 밖에 있습니다. 들여쓰기를 확인하세요.",
        "It stands outside the function. Look at the indentation.",
    ),
    (
        r"expected ':'",
        "줄 끝에 콜론(:)을 붙이세요.",
        "End the line with a colon.",
    ),
    (
        r"was never closed|unmatched|does not match opening",
        "괄호의 짝이 맞지 않습니다.",
        "A bracket lacks its partner.",
    ),
    (
        r"unterminated",
        "따옴표를 닫지 않았습니다.",
        "A quote is not closed.",
    ),
    (
        r"instead of '='",
        "같은지 비교할 때는 ==를 쓰세요.",
        "To compare, write ==.",
    ),
    (
        r"SyntaxError: (invalid|cannot|expected)",
        "^가 가리키는 곳과 그 바로 앞에 빠지거나 더 들어간 글자가 없는지 보세요.",
        "Look at the place above the ^ and just before it: is a sign missing, or one too many?",
    ),
    (
        r"bitwise_xor|for \^",
        "거듭제곱은 ^가 아니라 **입니다.",
        "A power is written **, not ^.",
    ),
    (
        r"RecursionError",
        "함수가 자기 자신을 끝없이 부릅니다. 같은 이름의 torch 함수를 부르려고 했다면 torch.을 붙이세요.",
        "The function calls itself without end. If you meant torch's function, put torch. in front.",
    ),
    (
        r"Asked",
        "함수 안에서 input()을 쓰지 마세요. 필요한 값은 인자로 들어옵니다.",
        "Do not use input() in a function: its values come in as arguments.",
    ),
    (
        r"SystemExit",
        "함수 안에서 exit()나 quit()를 쓰지 마세요. 함수를 끝내려면 return을 쓰세요.",
        "Do not use exit() or quit() in a function. To end it, use return.",
    ),
    (
        r"UnboundLocalError",
        "함수 안에서 값을 넣기 전에 쓴 변수입니다.",
        "The variable is used before the function gives it a value.",
    ),
    (
        r"before Module.__init__",
        "__init__의 첫 줄에 super().__init__()을 쓰세요.",
        "Write super().__init__() as the first line of __init__.",
    ),
    (
        r"missing \d+ required|takes \d+ positional|unexpected keyword|got multiple values",
        "def 줄의 인자를 처음 그대로 두었는지, 함수를 부를 때 인자를 모두 썼는지 확인하세요.",
        "Are the arguments in the def line as they were, and all of them given in each call?",
    ),
    (
        r"'NoneType'",
        "값이 None입니다. 부른 함수에 return이 있는지 확인하세요.",
        "A value is None. Does the function you call have a return?",
    ),
    (
        r"shapes cannot be multiplied|inconsistent tensor size|size mismatch|batch2 tensor",
        "행렬 곱에서는 앞 행렬의 열 수와 뒤 행렬의 행 수가 같아야 합니다. 순서와 shape을 확인하세요.",
        "In a matrix product the first one's columns must be as many as the second one's rows.",
    ),
    (
        r"1D tensors expected",
        "torch.dot은 1차원 텐서 둘에만 씁니다. 행렬에는 @를 쓰세요.",
        "torch.dot takes two 1-D tensors. For matrices use @.",
    ),
    (
        r"Dimension out of range|out of bounds|index out of range|too many indices",
        "그런 번호의 차원이나 원소가 없습니다. print(x.shape)로 확인해 보세요.",
        "There is no such dimension or element. Look at print(x.shape).",
    ),
    (
        r"must match the size|not broadcastable|shape .* is invalid|cannot be broadcast",
        "두 텐서의 shape이 맞지 않습니다. print(x.shape)로 확인해 보세요.",
        "The shapes of the tensors do not fit. Look at them with print(x.shape).",
    ),
    (
        r"must be Tensor, not|must be real number, not|only one element tensors|"
        r"only integer tensors|only length-1 arrays|converted to Python scalars|"
        r"converted to a Scalar",
        "텐서에는 math나 numpy의 함수가 아니라 torch의 함수(torch.exp 등)를 쓰세요.",
        "For tensors use torch's functions (torch.exp, ...), not those of math or numpy.",
    ),
    (
        r"Boolean value of Tensor",
        "원소가 여러 개인 텐서는 if나 and에 바로 쓸 수 없습니다. 원소별 비교(>=)나 torch.where를 쓰세요.",
        "A tensor of several elements cannot stand in an if. Use >= or torch.where.",
    ),
    (
        r"leaf Variable that requires grad",
        "파라미터를 직접 바꿀 때는 with torch.no_grad(): 안에서 바꾸세요.",
        "Change parameters inside with torch.no_grad(): only.",
    ),
    (
        r"does not require grad",
        "기울기가 끊겼습니다. .item(), .detach(), torch.tensor(...)를 쓰지 않았는지 확인하세요.",
        "The gradient is cut. Look for .item(), .detach() or torch.tensor(...).",
    ),
    (
        r"Can't call numpy\(\)",
        "기울기가 필요한 텐서입니다. .detach().numpy()를 쓰세요.",
        "The tensor requires a gradient. Use .detach().numpy().",
    ),
    (
        r"dtype|scalar type",
        "dtype이 서로 다릅니다. .float()나 .to(x.dtype)로 맞추세요.",
        "The dtypes differ. Make them the same with .float() or .to(x.dtype).",
    ),
    (
        r"too many values to unpack|not enough values to unpack|cannot unpack",
        "돌려준 값의 개수가 다릅니다. 설명에 나온 값을 모두, 그 순서대로 돌려주세요.",
        "It returned another number of values than the text asks for.",
    ),
    (
        r"'list' object has no attribute|list indices must|'tuple' object has no attribute",
        "리스트나 튜플이 아니라 텐서가 필요합니다. torch.tensor(...)나 torch.stack(...)으로 바꾸세요.",
        "A tensor is wanted, not a list or tuple. Use torch.tensor(...) or torch.stack(...).",
    ),
    (
        r"'(float|int|bool)' object has no attribute",
        "Python 숫자가 아니라 텐서가 필요합니다.",
        "A tensor is wanted, not a number of Python's.",
    ),
    (
        r"has no len|is not iterable|is not subscriptable|not callable",
        "값의 종류가 다릅니다. print(type(...))으로 확인해 보세요.",
        "It is a value of another kind. Look at it with print(type(...)).",
    ),
    (
        r"ZeroDivisionError",
        "0으로 나누었습니다.",
        "Something is divided by 0.",
    ),
)
