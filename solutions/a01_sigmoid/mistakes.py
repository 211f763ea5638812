"""a01_sigmoid: known mistakes. Each replaces the reference's function of the same name."""

import math

import torch

from autograder.judge.mistakes import mistake


@mistake(
    "sigmoid.sign",
    loses=["sig.values", "sig.shape", "sig.extreme", "sig.grad", "sig.grad_stable"],
    ko="exp(x)를 사용했습니다. e^(−x)입니다.",
    en="exp(x) was used. It is e^(−x).",
)
def sigmoid(x):
    return 1 / (1 + torch.exp(x))


@mistake(
    "sigmoid.no_one",
    loses=["sig.values", "sig.shape", "sig.extreme", "sig.grad", "sig.grad_stable"],
    ko="분모에 1 +가 빠졌습니다. 1 / (1 + e^(−x))입니다.",
    en="The 1 + is missing below the line: it is 1 / (1 + e^(−x)).",
)
def sigmoid(x):
    return 1 / torch.exp(-x)


@mistake(
    "sigmoid.tanh",
    loses=["sig.values", "sig.shape", "sig.extreme", "sig.grad"],
    ko="tanh(x)의 값입니다. tanh는 −1과 1 사이이고, 시그모이드는 0과 1 사이입니다.",
    en="This is tanh(x), which lies between −1 and 1. The sigmoid lies between 0 and 1.",
)
def sigmoid(x):
    return torch.tanh(x)


@mistake(
    "sigmoid.exp_over_exp",
    loses=["sig.extreme", "sig.grad_stable"],
    ko="exp(x) / (1 + exp(x))는 x가 크면 inf / inf = nan이 됩니다.",
    en="exp(x) / (1 + exp(x)) becomes inf / inf = nan for large x.",
)
def sigmoid(x):
    return torch.exp(x) / (1 + torch.exp(x))


@mistake(
    "sigmoid.slide_gradient",
    loses=["sig.grad_stable"],
    ko="슬라이드의 식은 값은 맞지만, x < −88.7에서 기울기가 nan이 됩니다. (심화)",
    en="The formula of the slides gives the right value, but its gradient is nan for x < −88.7 (stretch).",
)
def sigmoid(x):
    return 1 / (1 + torch.exp(-x))


@mistake(
    "sigmoid.graph_cut",
    loses=["sig.shape", "sig.grad", "sig.grad_stable"],
    ko="torch.tensor(...)나 .item()으로 값을 꺼내면 기울기가 끊깁니다. torch.exp를 쓰세요.",
    en="Taking values out with torch.tensor(...) or .item() cuts the gradient. Use torch.exp.",
)
def sigmoid(x):
    flat = [1 / (1 + math.exp(-v)) if v > -700 else 0.0 for v in x.flatten().tolist()]
    return torch.tensor(flat).reshape(x.shape)


@mistake(
    "sigmoid.math_exp",
    loses=["sig.shape", "sig.extreme", "sig.grad", "sig.grad_stable"],
    ko="math.exp는 숫자 하나만 계산하고, −1000에서는 OverflowError가 납니다. torch.exp를 쓰세요.",
    en="math.exp takes one number only, and raises OverflowError at −1000. Use torch.exp.",
)
def sigmoid(x):
    return torch.tensor([1 / (1 + math.exp(-v)) for v in x.flatten().tolist()]).reshape(x.shape)


@mistake(
    "sigmoid.rough_e",
    loses=["sig.values", "sig.shape", "sig.grad"],
    ko="e를 2.718로 줄여 쓰면 값이 조금씩 어긋납니다. torch.exp를 쓰세요.",
    en="With e cut to 2.718 the values are slightly off. Use torch.exp.",
)
def sigmoid(x):
    return torch.where(x > -80, 1 / (1 + 2.718 ** (-x.clamp(min=-80))), torch.zeros_like(x))


@mistake(
    "hypothesis.elementwise",
    loses=["hyp.values"],
    ko="W * x는 원소별 곱입니다. 특징이 여러 개이면 x.matmul(W)가 필요합니다.",
    en="W * x multiplies element by element. With several features it takes x.matmul(W).",
)
def hypothesis(x, W, b):
    return torch.sigmoid(W * x + b)


@mistake(
    "hypothesis.no_bias",
    loses=["hyp.values"],
    ko="편향 b를 더하지 않았습니다.",
    en="The bias b is not added.",
)
def hypothesis(x, W, b):
    return torch.sigmoid(x.matmul(W))


@mistake(
    "hypothesis.no_sigmoid",
    loses=["hyp.values"],
    ko="xW + b까지만 계산했습니다. 시그모이드를 적용하세요.",
    en="This is xW + b only. Apply the sigmoid to it.",
)
def hypothesis(x, W, b):
    return x.matmul(W) + b


@mistake(
    "predict.exclusive",
    loses=["predict"],
    ko="> 를 사용했습니다. 임계값과 같을 때도 True입니다(>=).",
    en="> was used. A value equal to the threshold is True too (>=).",
)
def predict(h, threshold=0.5):
    return h > threshold


@mistake(
    "predict.fixed_threshold",
    loses=["predict"],
    ko="threshold 인자 대신 0.5를 사용했습니다.",
    en="0.5 is used in place of the argument threshold.",
)
def predict(h, threshold=0.5):
    return h >= 0.5


@mistake(
    "predict.float",
    loses=["predict"],
    ko="0과 1이 아니라 True와 False(torch.bool)를 돌려주어야 합니다.",
    en="It must return True and False (torch.bool), not 0 and 1.",
)
def predict(h, threshold=0.5):
    return (h >= threshold).float()


@mistake(
    "boundary.sign",
    loses=["boundary"],
    ko="부호가 반대입니다. wx + b = 0이면 x = −b/w입니다.",
    en="The sign is wrong: wx + b = 0 gives x = −b/w.",
)
def decision_boundary(W, b):
    if W.item() == 0:
        raise ValueError
    return (b / W).squeeze()


@mistake(
    "boundary.upside_down",
    loses=["boundary"],
    ko="분자와 분모가 바뀌었습니다. x = −b/w입니다.",
    en="Numerator and denominator are swapped: x = −b/w.",
)
def decision_boundary(W, b):
    if W.item() == 0:
        raise ValueError
    return (-W / b).squeeze()


@mistake(
    "boundary.no_check",
    loses=["boundary"],
    ko="W가 0이면 ValueError가 필요합니다.",
    en="It takes a ValueError where W is 0.",
)
def decision_boundary(W, b):
    return (-b / W).squeeze()
