"""a01_sigmoid: known mistakes. Each replaces the reference's function of the same name."""

import math

import torch

from autograder.judge.mistakes import mistake

KEPT = {}  # between calls


@mistake(
    "sigmoid.sign",
    loses=["sig.values", "sig.grad_stable"],
    ko="exp(x)를 사용했습니다. e^(−x)입니다.",
    en="exp(x) was used. It is e^(−x).",
)
def sigmoid(x):
    return 1 / (1 + torch.exp(x))


@mistake(
    "sigmoid.no_one",
    loses=["sig.values", "sig.extreme", "sig.grad", "sig.grad_stable"],
    ko="분모에 1 +가 빠졌습니다. 1 / (1 + e^(−x))입니다.",
    en="The 1 + is missing below the line: it is 1 / (1 + e^(−x)).",
)
def sigmoid(x):
    return 1 / torch.exp(-x)


@mistake(
    "sigmoid.tanh",
    loses=["sig.values", "sig.extreme", "sig.grad"],
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
    "sigmoid.brackets",
    loses=["sig.values", "sig.extreme", "sig.grad", "sig.grad_stable"],
    ko="1 / 1 + e^(−x)는 1 + e^(−x)입니다. 분모 전체를 괄호로 묶으세요.",
    en="1 / 1 + e^(−x) is 1 + e^(−x). Put the whole denominator in parentheses.",
)
def sigmoid(x):
    return 1 / 1 + torch.exp(-x)


@mistake(
    "sigmoid.float32",
    loses=["sig.shape"],
    ko="float64를 넣어도 결과가 float32입니다. dtype은 x와 같아야 합니다.",
    en="For float64 the result is float32. It must have the dtype of x.",
)
def sigmoid(x):
    return torch.sigmoid(x.float())


@mistake(
    "sigmoid.graph_cut",
    loses=["sig.grad", "sig.grad_stable"],
    ko="값은 맞지만 기울기가 끊겼습니다. detach(), torch.no_grad(), torch.tensor(...), numpy 없이 계산하세요.",
    en="The values are right, but the gradient is cut: do without detach(), torch.no_grad(), torch.tensor(...), numpy.",
)
def sigmoid(x):
    return torch.sigmoid(x.detach())


@mistake(
    "sigmoid.new_leaf",
    loses=["sig.grad", "sig.grad_stable"],
    ko="결과에 requires_grad=True를 붙여도 x와는 이어지지 않습니다. detach() 없이 계산하세요.",
    en="Setting requires_grad=True on the result does not connect it to x. Compute without detach().",
)
def sigmoid(x):
    return torch.sigmoid(x.detach()).requires_grad_()


@mistake(
    "sigmoid.zero_gradient",
    loses=["sig.grad", "sig.grad_stable"],
    ko="기울기가 어디에서나 0입니다. detach()한 값에 0을 곱한 x를 더하지 말고, x 자체로 계산하세요.",
    en="The gradient is 0 everywhere. Compute with x itself: no detached value, plus x times 0.",
)
def sigmoid(x):
    return x * 0 + torch.sigmoid(x.detach())


@mistake(
    "sigmoid.squeezed",
    loses=["sig.shape"],
    ko="squeeze()는 크기가 1인 축을 모두 없앱니다. 결과의 shape은 x와 같아야 합니다.",
    en="squeeze() drops every axis of size 1. The result must have the shape of x.",
)
def sigmoid(x):
    return torch.sigmoid(x).squeeze()


@mistake(
    "sigmoid.in_place",
    loses=["sig.values", "sig.grad", "sig.grad_stable"],
    ko="입력 x 자체를 바꾸었습니다. 이름이 _로 끝나는 함수나 *= 대신 새 텐서를 만드세요.",
    en="The input x itself is changed. Make a new tensor in place of a function ending in _ or of *=.",
)
def sigmoid(x):
    return x.sigmoid_()


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
    loses=["sig.values", "sig.grad"],
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
    "hypothesis.minus_bias",
    loses=["hyp.values"],
    ko="편향 b를 뺐습니다. xW + b입니다.",
    en="The bias b is subtracted. It is xW + b.",
)
def hypothesis(x, W, b):
    return torch.sigmoid(x.matmul(W) - b)


@mistake(
    "hypothesis.left_product",
    loses=["hyp.values"],
    ko="W와 x의 순서가 바뀌었습니다. (n, d)와 (d, 1)의 곱이므로 x.matmul(W)입니다.",
    en="W and x are the wrong way round. (n, d) times (d, 1) is x.matmul(W).",
)
def hypothesis(x, W, b):
    return torch.sigmoid(W @ x + b)


@mistake(
    "hypothesis.broadcast",
    loses=["hyp.values"],
    ko="W가 한 행뿐이면 오류 없이 늘어나 계산됩니다. x의 열과 W의 행의 수를 먼저 비교하세요.",
    en="A W of one row is stretched without an error. Compare the columns of x and the rows of W first.",
)
def hypothesis(x, W, b):
    return torch.sigmoid((x * W.t()).sum(1, keepdim=True) + b)


@mistake(
    "hypothesis.kept",
    loses=["hyp.values"],
    ko="shape이 같으면 전에 계산한 값을 돌려줍니다. 부를 때마다 x, W, b로 새로 계산하세요.",
    en="For the same shape it returns what it computed before. Compute it anew from x, W, b in every call.",
    replay=False,  # its answer depends on what was called before
)
def hypothesis(x, W, b):
    return KEPT.setdefault(x.shape, torch.sigmoid(x @ W + b))


@mistake(
    "hypothesis.flat",
    loses=["hyp.values"],
    ko="값은 맞지만 shape이 (n,)입니다. (n, 1)로 돌려주세요.",
    en="The values are right, but of shape (n,). Return (n, 1).",
)
def hypothesis(x, W, b):
    return torch.sigmoid(x.matmul(W) + b).flatten()


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
    "predict.reversed",
    loses=["predict"],
    ko="True와 False가 반대입니다. 임계값 이상이 True입니다.",
    en="True and False are the wrong way round: the threshold or more is True.",
)
def predict(h, threshold=0.5):
    return h < threshold


@mistake(
    "predict.round",
    loses=["predict"],
    ko="반올림한 값입니다. 반올림은 0.5를 0으로 만들고, 다른 임계값에서는 쓸 수 없습니다.",
    en="These are rounded values. Rounding makes 0.5 a 0, and no other threshold works.",
)
def predict(h, threshold=0.5):
    return torch.round(h).bool()


@mistake(
    "predict.or_half",
    loses=["predict"],
    ko="threshold or 0.5는 threshold가 0일 때도 0.5가 됩니다. threshold를 그대로 쓰세요.",
    en="threshold or 0.5 is 0.5 for a threshold of 0 too. Use threshold as it is.",
)
def predict(h, threshold=0.5):
    return h >= (threshold or 0.5)


@mistake(
    "predict.tolerance",
    loses=["predict"],
    ko="임계값에 가까울 뿐 임계값보다 작은 값도 True가 됩니다. 오차를 허용하지 말고 >=로 비교하세요.",
    en="A value close to the threshold, but below it, becomes True. Compare with >=, without a tolerance.",
)
def predict(h, threshold=0.5):
    return h > threshold - 0.001


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
    "boundary.one_half",
    loses=["boundary"],
    ko="wx + b = 0.5를 풀었습니다. 0.5는 시그모이드의 값이고, σ(0) = 0.5이므로 wx + b = 0을 풀어야 합니다.",
    en="This solves wx + b = 0.5. It is the sigmoid that is 0.5, and as σ(0) = 0.5, solve wx + b = 0.",
)
def decision_boundary(W, b):
    if W.item() == 0:
        raise ValueError
    return ((0.5 - b) / W).squeeze()


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


@mistake(
    "boundary.one_by_one",
    loses=["boundary"],
    ko="값은 맞지만 shape이 (1, 1)입니다. 0차원 텐서로 바꾸세요(squeeze()나 reshape(())).",
    en="The value is right, but of shape (1, 1). Make it 0-d, with squeeze() or reshape(()).",
)
def decision_boundary(W, b):
    if W.item() == 0:
        raise ValueError
    return -b / W


@mistake(
    "boundary.number",
    loses=["boundary"],
    ko=".item()으로 꺼낸 Python 숫자입니다. 기울기가 이어지도록 0차원 텐서를 돌려주세요.",
    en="This is a Python number, taken out with .item(). Return a 0-d tensor, so that gradients flow.",
)
def decision_boundary(W, b):
    if W.item() == 0:
        raise ValueError
    return -b.item() / W.item()


@mistake(
    "boundary.graph_cut",
    loses=["boundary"],
    ko="값은 맞지만 기울기가 끊겼습니다. .item()이나 torch.tensor(...) 없이 -b / W를 그대로 쓰세요.",
    en="The value is right, but the gradient is cut. Use -b / W as it is, without .item() or torch.tensor(...).",
)
def decision_boundary(W, b):
    if W.item() == 0:
        raise ValueError
    return torch.tensor(-b.item() / W.item())


@mistake(
    "boundary.slope_cut",
    loses=["boundary"],
    ko="W로 가는 기울기가 끊겼습니다. W.item()은 0인지 확인할 때만 쓰고, −b / W로 계산하세요.",
    en="The gradient to W is cut. Use W.item() only to see whether it is 0, and compute −b / W.",
)
def decision_boundary(W, b):
    if W.item() == 0:
        raise ValueError
    return (-b / W.item()).squeeze()


@mistake(
    "boundary.no_zero_bias",
    loses=["boundary"],
    ko="b가 0인 것은 잘못이 아닙니다. 경계가 0일 뿐입니다. W가 0일 때만 ValueError입니다.",
    en="A b of 0 is not wrong: the boundary is 0. Only a W of 0 is a ValueError.",
)
def decision_boundary(W, b):
    if W.item() == 0 or b.item() == 0:
        raise ValueError
    return (-b / W).squeeze()


@mistake(
    "boundary.rounded_to_zero",
    loses=["boundary"],
    ko="0에 가까운 W까지 거부했습니다. W가 0일 때만 ValueError입니다.",
    en="A W near 0 is refused too. Only a W of 0 is a ValueError.",
)
def decision_boundary(W, b):
    if int(W) == 0:
        raise ValueError
    return (-b / W).squeeze()


@mistake(
    "boundary.positive_only",
    loses=["boundary"],
    ko="W가 음수인 것은 잘못이 아닙니다. 0일 때만 ValueError입니다.",
    en="A negative W is not wrong. Only a W of 0 is a ValueError.",
)
def decision_boundary(W, b):
    if W.item() <= 0:
        raise ValueError
    return (-b / W).squeeze()


@mistake(
    "boundary.assert",
    loses=["boundary"],
    ko="assert는 AssertionError를 냅니다. if로 확인하고 raise ValueError를 쓰세요.",
    en="assert raises an AssertionError. Check with if, and raise ValueError.",
)
def decision_boundary(W, b):
    assert W.item() != 0
    return (-b / W).squeeze()
