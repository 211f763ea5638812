"""a00_example: known mistakes. Each replaces the reference's function of the same name."""

from autograder.judge.mistakes import mistake


@mistake(
    "relu.abs",
    loses=["relu.values"],
    ko="절댓값입니다. 음수는 0이 됩니다.",
    en="This is the absolute value. Negative numbers become 0.",
)
def relu(x):
    return x.abs()


@mistake(
    "relu.dtype",
    loses=["relu.shape"],
    ko="dtype이 float32로 바뀌었습니다. x의 dtype을 그대로 두세요.",
    en="The dtype has become float32. Keep the dtype of x.",
)
def relu(x):
    return x.clamp(min=0).float()


@mistake(
    "relu.in_place",
    loses=["relu.values"],
    ko="clamp_는 입력으로 받은 텐서를 바꿉니다. clamp를 쓰세요.",
    en="clamp_ changes the tensor that it is given. Use clamp.",
)
def relu(x):
    return x.clamp_(min=0)
