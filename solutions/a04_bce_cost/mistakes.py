"""a04_bce_cost: known mistakes. Each replaces the reference's function of the same name."""

import torch
import torch.nn.functional as F

from autograder.judge.mistakes import mistake


def check_all(h, y):
    """The checks and the guard of the reference, for mistakes that lie elsewhere."""
    if h.shape != y.shape or h.numel() == 0:
        raise ValueError
    if ((h < 0) | (h > 1)).any():
        raise ValueError
    return h.clamp(1e-7, 1 - 1e-7), y.to(h.dtype)


@mistake(
    "mse.sum",
    loses=["mse"],
    ko="평균(mean) 대신 합(sum)을 구한 값과 같습니다.",
    en="This is the sum. It takes the mean.",
)
def mse_cost(prediction, y):
    if prediction.shape != y.shape or prediction.numel() == 0:
        raise ValueError
    return ((prediction - y) ** 2).sum()


@mistake(
    "mse.absolute",
    loses=["mse"],
    ko="차이의 절댓값을 평균한 값(MAE)입니다. MSE는 차이를 제곱합니다.",
    en="This is the mean of the absolute differences (MAE). The MSE squares them.",
)
def mse_cost(prediction, y):
    if prediction.shape != y.shape or prediction.numel() == 0:
        raise ValueError
    return (prediction - y).abs().mean()


@mistake(
    "mse.not_squared",
    loses=["mse"],
    ko="차이를 제곱하지 않았습니다. +와 −가 서로 지워집니다.",
    en="The differences are not squared, so that + and − cancel out.",
)
def mse_cost(prediction, y):
    if prediction.shape != y.shape or prediction.numel() == 0:
        raise ValueError
    return (prediction - y).mean()


@mistake(
    "mse.square_of_mean",
    loses=["mse"],
    ko="평균을 낸 다음 제곱했습니다. 먼저 제곱하고 나서 평균을 구하세요.",
    en="The mean was taken before squaring. Square first, then take the mean.",
)
def mse_cost(prediction, y):
    if prediction.shape != y.shape or prediction.numel() == 0:
        raise ValueError
    return (prediction - y).mean() ** 2


@mistake(
    "mse.caret",
    loses=["mse"],
    ko="^는 제곱이 아니라 비트 연산(XOR)입니다. 제곱은 ** 2입니다.",
    en="^ does not square: it is an operation on bits (XOR). To square, write ** 2.",
)
def mse_cost(prediction, y):
    if prediction.shape != y.shape or prediction.numel() == 0:
        raise ValueError
    return torch.mean((prediction - y) ^ 2)


@mistake(
    "mse.by_length",
    loses=["mse"],
    ko="합을 len(y), 즉 행의 수로 나누었습니다. 원소 전체의 평균(.mean())을 구하세요.",
    en="The sum is divided by len(y), the number of rows. Take the mean of all elements (.mean()).",
)
def mse_cost(prediction, y):
    if prediction.shape != y.shape or prediction.numel() == 0:
        raise ValueError
    return ((prediction - y) ** 2).sum() / len(y)


@mistake(
    "mse.root",
    loses=["mse"],
    ko="제곱근을 구한 값(RMSE)입니다. MSE에는 제곱근이 없습니다.",
    en="This is the square root (RMSE). The MSE has no root.",
)
def mse_cost(prediction, y):
    if prediction.shape != y.shape or prediction.numel() == 0:
        raise ValueError
    return ((prediction - y) ** 2).mean().sqrt()


@mistake(
    "mse.half",
    loses=["mse"],
    ko="2n으로 나눈 값입니다. 이 과제의 MSE는 n으로 나눕니다.",
    en="This is divided by 2n. Here the MSE is divided by n.",
)
def mse_cost(prediction, y):
    if prediction.shape != y.shape or prediction.numel() == 0:
        raise ValueError
    return ((prediction - y) ** 2).mean() / 2


@mistake(
    "mse.rows",
    loses=["mse"],
    ko=".mean(0)은 열마다 평균을 구합니다. 원소 전체의 평균은 .mean()입니다.",
    en=".mean(0) takes the mean of each column. The mean of all elements is .mean().",
)
def mse_cost(prediction, y):
    if prediction.shape != y.shape or prediction.numel() == 0:
        raise ValueError
    return ((prediction - y) ** 2).mean(0)


@mistake(
    "mse.item",
    loses=["mse"],
    ko=".item()으로 꺼낸 Python 숫자입니다. 텐서 그대로 돌려주어야 기울기가 이어집니다.",
    en="This is a Python number, taken out with .item(). Return the tensor, so that gradients flow.",
)
def mse_cost(prediction, y):
    if prediction.shape != y.shape or prediction.numel() == 0:
        raise ValueError
    return ((prediction - y) ** 2).mean().item()


@mistake(
    "mse.in_place",
    loses=["mse"],
    ko="prediction -= y는 입력 텐서 자체를 바꿉니다. prediction - y로 새 텐서를 만드세요.",
    en="prediction -= y changes the input itself. Make a new tensor with prediction - y.",
)
def mse_cost(prediction, y):
    if prediction.shape != y.shape or prediction.numel() == 0:
        raise ValueError
    prediction -= y
    return (prediction**2).mean()


@mistake(
    "mse.nxn",
    loses=["mse"],
    ko="(n,1)과 (n,)이 브로드캐스팅되어 n×n 평균이 된 값입니다. shape이 다르면 ValueError가 필요합니다.",
    en="(n,1) and (n,) broadcast, and this is the mean of n×n numbers. Raise a ValueError where shapes differ.",
)
def mse_cost(prediction, y):
    if prediction.numel() == 0:
        raise ValueError
    return ((prediction - y) ** 2).mean()


@mistake(
    "mse.no_empty_check",
    loses=["mse"],
    ko="원소가 없으면 평균이 nan이 됩니다. 비어 있을 때에도 ValueError가 필요합니다.",
    en="Without elements the mean is nan. It takes a ValueError for empty tensors too.",
)
def mse_cost(prediction, y):
    if prediction.shape != y.shape:
        raise ValueError
    return ((prediction - y) ** 2).mean()


@mistake(
    "bce.no_minus",
    loses=["bce.values", "bce.zero_one"],
    ko="값의 부호가 반대입니다. 비용함수 맨 앞의 −를 확인하세요.",
    en="The sign is wrong. Look at the − in front of the formula.",
)
def bce_cost(h, y):
    h, y = check_all(h, y)
    return (y * torch.log(h) + (1 - y) * torch.log(1 - h)).mean()


@mistake(
    "bce.sum",
    loses=["bce.values"],
    ko="평균(mean) 대신 합(sum)을 구한 값과 같습니다.",
    en="This is the sum. It takes the mean.",
)
def bce_cost(h, y):
    h, y = check_all(h, y)
    return -(y * torch.log(h) + (1 - y) * torch.log(1 - h)).sum()


@mistake(
    "bce.rows",
    loses=["bce.values"],
    ko="합을 len(h), 즉 행의 수로 나누었습니다. 원소 전체의 평균(.mean())을 구하세요.",
    en="The sum is divided by len(h), the number of rows. Take the mean of all elements (.mean()).",
)
def bce_cost(h, y):
    h, y = check_all(h, y)
    return -(y * torch.log(h) + (1 - y) * torch.log(1 - h)).sum() / len(h)


@mistake(
    "bce.half",
    loses=["bce.values", "bce.zero_one"],
    ko="2n으로 나눈 값입니다. n으로 나누세요.",
    en="This is divided by 2n. Divide by n.",
)
def bce_cost(h, y):
    h, y = check_all(h, y)
    return -(y * torch.log(h) + (1 - y) * torch.log(1 - h)).mean() / 2


@mistake(
    "bce.log10",
    loses=["bce.values", "bce.zero_one"],
    ko="자연로그(torch.log)가 아닌 상용로그(log10)를 사용한 값입니다.",
    en="The common logarithm (log10) was used. It takes the natural one (torch.log).",
)
def bce_cost(h, y):
    h, y = check_all(h, y)
    return -(y * torch.log10(h) + (1 - y) * torch.log10(1 - h)).mean()


@mistake(
    "bce.log2",
    loses=["bce.values"],
    ko="자연로그(torch.log)가 아닌 밑이 2인 로그(log2)를 사용한 값입니다.",
    en="The logarithm to base 2 (log2) was used. It takes the natural one (torch.log).",
)
def bce_cost(h, y):
    h, y = check_all(h, y)
    return -(y * torch.log2(h) + (1 - y) * torch.log2(1 - h)).mean()


@mistake(
    "bce.swapped",
    loses=["bce.values", "bce.zero_one", "bce.grad"],
    ko="y와 (1−y)의 자리가 바뀐 값입니다.",
    en="y and (1−y) have changed places.",
)
def bce_cost(h, y):
    h, y = check_all(h, y)
    return -((1 - y) * torch.log(h) + y * torch.log(1 - h)).mean()


@mistake(
    "bce.one_term",
    loses=["bce.values", "bce.zero_one", "bce.grad"],
    ko="y·log h만 있습니다. 정답이 0일 때의 (1−y)·log(1−h)가 빠졌습니다.",
    en="Only y·log h is there. For answers of 0 it takes (1−y)·log(1−h) as well.",
)
def bce_cost(h, y):
    h, y = check_all(h, y)
    return -(y * torch.log(h)).mean()


@mistake(
    "bce.half_minus",
    loses=["bce.values", "bce.zero_one", "bce.grad"],
    ko="−가 첫째 항에만 붙었습니다. 두 항 전체를 괄호로 묶으세요.",
    en="The − reaches the first term only. Put both terms in parentheses.",
)
def bce_cost(h, y):
    h, y = check_all(h, y)
    return (-y * torch.log(h) + (1 - y) * torch.log(1 - h)).mean()


@mistake(
    "bce.mse",
    loses=["bce.values", "bce.zero_one", "bce.grad"],
    ko="MSE의 값입니다. 로지스틱 회귀의 비용은 이진 크로스 엔트로피입니다.",
    en="This is the MSE. The cost of logistic regression is the binary cross entropy.",
)
def bce_cost(h, y):
    h, y = check_all(h, y)
    return ((h - y) ** 2).mean()


@mistake(
    "bce.arguments_swapped",
    loses=["bce.values", "bce.zero_one", "bce.grad"],
    ko="두 인자의 순서가 바뀌었습니다. F.binary_cross_entropy(h, y)처럼 확률을 먼저, 정답을 나중에 넣습니다.",
    en="The two arguments have changed places: the probability comes first, as in F.binary_cross_entropy(h, y).",
)
def bce_cost(h, y):
    _, y = check_all(h, y)
    return F.binary_cross_entropy(y, h)


@mistake(
    "bce.sigmoid_twice",
    loses=["bce.values", "bce.zero_one", "bce.grad"],
    ko="시그모이드를 한 번 더 적용한 값입니다. h는 이미 확률이므로 …_with_logits 함수를 쓰지 않습니다.",
    en="The sigmoid was applied once more. h is a probability already: no …_with_logits here.",
)
def bce_cost(h, y):
    h, y = check_all(h, y)
    return F.binary_cross_entropy_with_logits(h, y)


@mistake(
    "bce.mean_of_rows",
    loses=["bce.values", "bce.scalar"],
    ko=".mean(0)은 열마다 평균을 구합니다. 원소 전체의 평균은 .mean()입니다.",
    en=".mean(0) takes the mean of each column. The mean of all elements is .mean().",
)
def bce_cost(h, y):
    h, y = check_all(h, y)
    return -(y * torch.log(h) + (1 - y) * torch.log(1 - h)).mean(0)


@mistake(
    "bce.item",
    loses=["bce.scalar", "bce.grad"],
    ko=".item()으로 꺼낸 Python 숫자입니다. 0차원 텐서 그대로 돌려주어야 기울기가 이어집니다.",
    en="This is a Python number, taken out with .item(). Return the 0-d tensor, so that gradients flow.",
)
def bce_cost(h, y):
    h, y = check_all(h, y)
    return -(y * torch.log(h) + (1 - y) * torch.log(1 - h)).mean().item()


@mistake(
    "bce.graph_cut",
    loses=["bce.grad"],
    ko="값은 맞지만 기울기가 끊겼습니다. detach(), torch.no_grad(), torch.tensor(...), numpy 없이 계산하세요.",
    en="The value is right, but the gradient is cut: do without detach(), torch.no_grad(), torch.tensor(...), numpy.",
)
def bce_cost(h, y):
    h, y = check_all(h.detach(), y)
    return -(y * torch.log(h) + (1 - y) * torch.log(1 - h)).mean()


@mistake(
    "bce.float32",
    loses=["bce.scalar"],
    ko="float64를 넣어도 결과가 float32입니다. dtype은 h와 같아야 합니다(.float()나 torch.tensor(...)를 살펴보세요).",
    en="For float64 the result is float32. It must have the dtype of h: look at .float() or torch.tensor(...).",
)
def bce_cost(h, y):
    h, y = check_all(h.float(), y.float())
    return -(y * torch.log(h) + (1 - y) * torch.log(1 - h)).mean()


@mistake(
    "bce.shape_1",
    loses=["bce.scalar"],
    ko="shape이 (1,)인 텐서입니다. 비용은 shape이 ()인 0차원 텐서여야 합니다.",
    en="The tensor has shape (1,). The cost must be a 0-d tensor, shape ().",
)
def bce_cost(h, y):
    h, y = check_all(h, y)
    return -(y * torch.log(h) + (1 - y) * torch.log(1 - h)).mean().reshape(1)


@mistake(
    "bce.nxn",
    loses=["bce.shape_guard"],
    ko="(n,1)과 (n,)이 브로드캐스팅되어 n×n 평균이 된 값입니다. shape이 다르면 ValueError가 필요합니다.",
    en="(n,1) and (n,) broadcast, and this is the mean of n×n numbers. Raise a ValueError where shapes differ.",
)
def bce_cost(h, y):
    if h.numel() == 0 or ((h < 0) | (h > 1)).any():
        raise ValueError
    h, y = h.clamp(1e-7, 1 - 1e-7), y.to(h.dtype)
    return -(y * torch.log(h) + (1 - y) * torch.log(1 - h)).mean()


@mistake(
    "bce.flattened",
    loses=["bce.shape_guard"],
    ko="(n,1)과 (n,)을 몰래 펴서 맞추지 말고 ValueError로 알려야 합니다. numel()이 아니라 shape을 비교하세요.",
    en="Do not flatten (n,1) and (n,) in silence: raise a ValueError. Compare shape, not numel().",
)
def bce_cost(h, y):
    h, y = check_all(h.flatten(), y.flatten())
    return -(y * torch.log(h) + (1 - y) * torch.log(1 - h)).mean()


@mistake(
    "bce.no_empty_check",
    loses=["bce.shape_guard"],
    ko="원소가 없으면 평균이 nan이 됩니다. 비어 있을 때에도 ValueError가 필요합니다.",
    en="Without elements the mean is nan. It takes a ValueError for empty tensors too.",
)
def bce_cost(h, y):
    if h.shape != y.shape or ((h < 0) | (h > 1)).any():
        raise ValueError
    h, y = h.clamp(1e-7, 1 - 1e-7), y.to(h.dtype)
    return -(y * torch.log(h) + (1 - y) * torch.log(1 - h)).mean()


@mistake(
    "bce.assert",
    loses=["bce.shape_guard", "bce.input_checks"],
    ko="assert는 AssertionError를 냅니다. if와 raise ValueError(...)로 검사하세요.",
    en="An assert raises AssertionError. Check with if and raise ValueError(...).",
)
def bce_cost(h, y):
    assert h.shape == y.shape and h.numel() > 0
    assert h.min() >= 0 and h.max() <= 1
    h, y = h.clamp(1e-7, 1 - 1e-7), y.to(h.dtype)
    return -(y * torch.log(h) + (1 - y) * torch.log(1 - h)).mean()


@mistake(
    "bce.nan",
    loses=["bce.zero_one"],
    ko="h가 정확히 0 또는 1일 때 비용이 nan입니다. log(0)을 계산하지 않는지 확인하세요.",
    en="Where h is exactly 0 or 1 the cost is nan. Does it take log(0)?",
)
def bce_cost(h, y):
    _, y = check_all(h, y)
    return -(y * torch.log(h) + (1 - y) * torch.log(1 - h)).mean()


@mistake(
    "bce.one_guard",
    loses=["bce.zero_one"],
    ko="log h에만 작은 값을 더했습니다. log(1 − h)에도 h가 1이면 log(0)이 됩니다.",
    en="Only log h has a guard. log(1 − h) is log(0) too, where h is 1.",
)
def bce_cost(h, y):
    _, y = check_all(h, y)
    return -(y * torch.log(h + 1e-7) + (1 - y) * torch.log(1 - h)).mean()


@mistake(
    "bce.strict_range",
    loses=["bce.zero_one"],
    ko="h가 정확히 0이나 1인 것은 잘못이 아닙니다. 0보다 작거나 1보다 클 때만 오류입니다.",
    en="An h of exactly 0 or 1 is not wrong. It takes an error only below 0 or above 1.",
)
def bce_cost(h, y):
    if h.shape != y.shape or h.numel() == 0 or ((h <= 0) | (h >= 1)).any():
        raise ValueError
    y = y.to(h.dtype)
    return -(y * torch.log(h) + (1 - y) * torch.log(1 - h)).mean()


@mistake(
    "bce.clamp_rounded",
    loses=["bce.zero_one"],
    ko="float32에서 1 − 1e-12는 1로 반올림되므로, h가 1이면 여전히 log(0)이 됩니다. 1e-7처럼 더 큰 값을 쓰세요.",
    en="In float32 1 − 1e-12 is rounded to 1, so h = 1 still takes log(0). Use a larger number such as 1e-7.",
)
def bce_cost(h, y):
    _, y = check_all(h, y)
    h = h.clamp(1e-12, 1 - 1e-12)
    return -(y * torch.log(h) + (1 - y) * torch.log(1 - h)).mean()


@mistake(
    "bce.infinite",
    loses=["bce.zero_one"],
    ko="맞은 쪽의 nan은 없앴지만, 틀린 쪽의 비용이 아직 무한대(또는 10^38)입니다. 10과 1000 사이로 막으세요.",
    en="The nan of right answers is gone, but wrong ones still cost infinity (or 10^38). Keep it between 10 and 1000.",
)
def bce_cost(h, y):
    _, y = check_all(h, y)
    return -torch.where(y == 1, h, 1 - h).log().mean()


@mistake(
    "bce.zeroed",
    loses=["bce.zero_one"],
    ko="무한대까지 0으로 바꾸어, 완전히 틀린 예측의 비용이 0이 되었습니다. 10과 1000 사이여야 합니다.",
    en="Infinity was turned into 0 too, so that quite wrong predictions cost nothing. It takes 10 to 1000.",
)
def bce_cost(h, y):
    _, y = check_all(h, y)
    costs = -(y * torch.log(h) + (1 - y) * torch.log(1 - h))
    return torch.nan_to_num(costs, nan=0.0, posinf=0.0).mean()


@mistake(
    "bce.eps",
    loses=["bce.zero_one"],
    ko="log에 더한 작은 값이 너무 큽니다. 10^(−6) 이하여야 합니다.",
    en="The small number added inside the log is too large. It may be at most 10^(−6).",
)
def bce_cost(h, y):
    _, y = check_all(h, y)
    return -(y * torch.log(h + 1e-5) + (1 - y) * torch.log(1 - h + 1e-5)).mean()


@mistake(
    "bce.clamp_5",
    loses=["bce.zero_one"],
    ko="h를 0과 1에서 너무 멀리 잘랐습니다. 10^(−6) 이하로 자르세요.",
    en="h is cut off too far from 0 and 1. Cut off at most 10^(−6).",
)
def bce_cost(h, y):
    _, y = check_all(h, y)
    h = h.clamp(1e-5, 1 - 1e-5)
    return -(y * torch.log(h) + (1 - y) * torch.log(1 - h)).mean()


@mistake(
    "bce.clamp_3",
    loses=["bce.zero_one"],
    ko="h를 0과 1에서 너무 멀리 잘랐습니다. 10^(−6) 이하로 자르세요.",
    en="h is cut off too far from 0 and 1. Cut off at most 10^(−6).",
)
def bce_cost(h, y):
    _, y = check_all(h, y)
    h = h.clamp(1e-3, 1 - 1e-3)
    return -(y * torch.log(h) + (1 - y) * torch.log(1 - h)).mean()


@mistake(
    "bce.clamp_in_place",
    loses=["bce.zero_one"],
    ko="clamp_나 h[h == 0] = …는 입력 h 자체를 바꿉니다. 새 텐서를 만드는 clamp를 쓰세요.",
    en="clamp_ or h[h == 0] = … changes the input h itself. Use clamp, which makes a new tensor.",
)
def bce_cost(h, y):
    _, y = check_all(h, y)
    h.data.clamp_(1e-7, 1 - 1e-7)
    return -(y * torch.log(h) + (1 - y) * torch.log(1 - h)).mean()


@mistake(
    "bce.clamp_leaf",
    loses=["bce.zero_one", "bce.grad"],
    ko="clamp_나 h[h == 0] = …는 입력 h 자체를 바꿉니다. 기울기를 구하는 h는 그 자리에서 바꿀 수도 없습니다. clamp를 쓰세요.",
    en="clamp_ or h[h == 0] = … changes the input h itself, which torch forbids where h requires grad. Use clamp.",
)
def bce_cost(h, y):
    _, y = check_all(h, y)
    h.clamp_(1e-7, 1 - 1e-7)
    return -(y * torch.log(h) + (1 - y) * torch.log(1 - h)).mean()


@mistake(
    "bce.no_range_check",
    loses=["bce.input_checks"],
    ko="clamp가 잘못된 입력을 감추었습니다. h가 0과 1 사이를 벗어나면 오류를 내세요.",
    en="The clamp hides wrong input. Raise an error where h is not between 0 and 1.",
)
def bce_cost(h, y):
    if h.shape != y.shape or h.numel() == 0:
        raise ValueError
    h, y = h.clamp(1e-7, 1 - 1e-7), y.to(h.dtype)
    return -(y * torch.log(h) + (1 - y) * torch.log(1 - h)).mean()


@mistake(
    "bce.upper_only",
    loses=["bce.input_checks"],
    ko="h가 1보다 클 때만 검사했습니다. 0보다 작을 때에도 오류를 내세요.",
    en="Only values above 1 are refused. Raise an error for values below 0 too.",
)
def bce_cost(h, y):
    if h.shape != y.shape or h.numel() == 0 or (h > 1).any():
        raise ValueError
    h, y = h.clamp(1e-7, 1 - 1e-7), y.to(h.dtype)
    return -(y * torch.log(h) + (1 - y) * torch.log(1 - h)).mean()


@mistake(
    "bce.nan_for_logits",
    loses=["bce.input_checks"],
    ko="h가 0과 1 사이를 벗어나면 음수의 log가 되어 nan이 나옵니다. nan 대신 오류를 내세요.",
    en="Where h is not between 0 and 1, the log of a negative number gives nan. Raise an error in its place.",
)
def bce_cost(h, y):
    if h.shape != y.shape or h.numel() == 0:
        raise ValueError
    y = y.to(h.dtype)
    logs = torch.log(h).clamp(min=-100), torch.log(1 - h).clamp(min=-100)
    return -(y * logs[0] + (1 - y) * logs[1]).mean()


@mistake(
    "bce.float_labels_only",
    loses=["bce.input_checks"],
    ko="y가 정수이면 오류가 납니다. F.binary_cross_entropy 같은 연산에 넣기 전에 y의 dtype을 바꾸세요.",
    en="An integer y raises an error. Convert it before it goes into F.binary_cross_entropy or the like.",
)
def bce_cost(h, y):
    if h.shape != y.shape or h.numel() == 0:
        raise ValueError
    return F.binary_cross_entropy(h, y)


@mistake(
    "bce.bool_labels",
    loses=["bce.input_checks"],
    ko="y가 bool이면 오류가 납니다. 1 - y 같은 계산을 하기 전에 y를 h의 dtype으로 바꾸세요.",
    en="A bool y raises an error. Convert it to the dtype of h before a computation such as 1 - y.",
)
def bce_cost(h, y):
    h, _ = check_all(h, y)
    return -(y * torch.log(h) + (1 - y) * torch.log(1 - h)).mean()


@mistake(
    "bce.bool_reversed",
    loses=["bce.input_checks"],
    ko="y가 bool이면 True와 False가 반대로 계산됩니다. 뒤집지 말고 h의 dtype으로 바꾸기만 하세요.",
    en="For a bool y, True and False are the wrong way round. Convert it to the dtype of h as it is.",
)
def bce_cost(h, y):
    h, y = check_all(h, ~y if y.dtype == torch.bool else y)
    return F.binary_cross_entropy(h, y)


@mistake(
    "bce.slide_formula",
    loses=["bce.shape_guard", "bce.zero_one", "bce.input_checks"],
    ko="슬라이드의 식만 있습니다. shape과 h의 범위를 검사하고, log(0)을 막아야 합니다.",
    en="This is the formula of the slides alone. It takes checks of the shapes and of h, and a guard against log(0).",
)
def bce_cost(h, y):
    return -(y * torch.log(h) + (1 - y) * torch.log(1 - h)).mean()


@mistake(
    "gradient.sign",
    loses=["grad+step"],
    ko="기울기의 부호가 반대입니다. y − H가 아니라 H − y입니다.",
    en="The gradient has the wrong sign: it is H − y, not y − H.",
)
def cost_gradient(x, y, W, b):
    error = y - torch.sigmoid(x.matmul(W) + b)
    return x.T.matmul(error) / len(x), error.mean(0)


@mistake(
    "gradient.sum",
    loses=["grad+step"],
    ko="기울기를 n으로 나누지 않았습니다. 평균의 기울기이므로 n으로 나눕니다.",
    en="The gradient is not divided by n. It belongs to a mean, so divide it by n.",
)
def cost_gradient(x, y, W, b):
    error = torch.sigmoid(x.matmul(W) + b) - y
    return x.T.matmul(error), error.sum(0)


@mistake(
    "gradient.no_sigmoid",
    loses=["grad+step"],
    ko="시그모이드를 빠뜨렸습니다. H = σ(xW + b)에서 y를 빼야 합니다.",
    en="The sigmoid is missing: y is subtracted from H = σ(xW + b).",
)
def cost_gradient(x, y, W, b):
    error = x.matmul(W) + b - y
    return x.T.matmul(error) / len(x), error.mean(0)


@mistake(
    "gradient.of_mse",
    loses=["grad+step"],
    ko="MSE의 기울기입니다. 이진 크로스 엔트로피를 미분하세요.",
    en="This is the gradient of the MSE. Differentiate the binary cross entropy.",
)
def cost_gradient(x, y, W, b):
    h = torch.sigmoid(x.matmul(W) + b)
    error = 2 * (h - y) * h * (1 - h)
    return x.T.matmul(error) / len(x), error.mean(0)


@mistake(
    "gradient.no_b",
    loses=["grad+step"],
    ko="b의 기울기를 구하지 않고 0을 돌려주었습니다.",
    en="The gradient for b is not computed; 0 comes back.",
)
def cost_gradient(x, y, W, b):
    error = torch.sigmoid(x.matmul(W) + b) - y
    return x.T.matmul(error) / len(x), torch.zeros(1, dtype=x.dtype)


@mistake(
    "gradient.order",
    loses=["grad+step"],
    ko="돌려주는 순서가 바뀌었습니다. W의 기울기가 먼저입니다.",
    en="The two results are in the wrong order: the gradient for W comes first.",
)
def cost_gradient(x, y, W, b):
    error = torch.sigmoid(x.matmul(W) + b) - y
    return error.mean(0), x.T.matmul(error) / len(x)


@mistake(
    "gradient.flat",
    loses=["grad+step"],
    ko="W의 기울기의 shape은 W와 같은 (d, 1)이어야 합니다.",
    en="The gradient for W must have the shape of W, (d, 1).",
)
def cost_gradient(x, y, W, b):
    error = torch.sigmoid(x.matmul(W) + b) - y
    return (x * error).mean(0), error.mean(0)


@mistake(
    "gradient.needs_leaves",
    loses=["grad+step"],
    ko="W와 b의 requires_grad가 False이면 backward()를 할 수 없습니다. W.detach().clone().requires_grad_()로 시작하세요.",
    en="Where W and b do not require grad, backward() fails. Start from W.detach().clone().requires_grad_().",
)
def cost_gradient(x, y, W, b):
    F.binary_cross_entropy(torch.sigmoid(x.matmul(W) + b), y).backward()
    return W.grad, b.grad


@mistake(
    "gradient.b_0d",
    loses=["grad+step"],
    ko="b의 기울기의 shape은 b와 같은 (1,)이어야 합니다. 0차원 텐서가 아닙니다.",
    en="The gradient for b must have the shape of b, (1,). It is not a 0-d tensor.",
)
def cost_gradient(x, y, W, b):
    error = torch.sigmoid(x.matmul(W) + b) - y
    return x.T.matmul(error) / len(x), error.mean()


@mistake(
    "step.plus",
    loses=["grad+step"],
    ko="W + α·grad를 구했습니다. 비용을 줄이려면 기울기의 반대 방향(−)으로 가야 합니다.",
    en="This is W + α·grad. To lower the cost one goes against the gradient (−).",
)
def gradient_step(W, grad, alpha):
    if W.shape != grad.shape:
        raise ValueError
    return W + alpha * grad


@mistake(
    "step.no_alpha",
    loses=["grad+step"],
    ko="학습률 α를 곱하지 않았습니다.",
    en="The learning rate α is left out.",
)
def gradient_step(W, grad, alpha):
    if W.shape != grad.shape:
        raise ValueError
    return W - grad


@mistake(
    "step.alpha_on_both",
    loses=["grad+step"],
    ko="W에도 α를 곱했습니다. α는 grad에만 곱합니다.",
    en="W is multiplied by α too. Only grad is.",
)
def gradient_step(W, grad, alpha):
    if W.shape != grad.shape:
        raise ValueError
    return alpha * (W - grad)


@mistake(
    "step.in_place",
    loses=["grad+step"],
    ko="W -= …는 입력 W 자체를 바꿉니다. W - alpha * grad로 새 텐서를 만드세요.",
    en="W -= … changes the input W itself. Make a new tensor with W - alpha * grad.",
)
def gradient_step(W, grad, alpha):
    if W.shape != grad.shape:
        raise ValueError
    W -= alpha * grad
    return W


@mistake(
    "step.graph_cut",
    loses=["grad+step"],
    ko="torch.no_grad()나 detach() 때문에 결과가 W와 이어져 있지 않습니다.",
    en="With torch.no_grad() or detach() the result is no longer connected to W.",
)
def gradient_step(W, grad, alpha):
    if W.shape != grad.shape:
        raise ValueError
    with torch.no_grad():
        return W - alpha * grad


@mistake(
    "step.no_shape_check",
    loses=["grad+step"],
    ko="W와 grad의 shape이 달라도 브로드캐스팅되어 계산됩니다. 먼저 shape을 비교하세요.",
    en="W and grad of different shapes broadcast without a word. Compare the shapes first.",
)
def gradient_step(W, grad, alpha):
    return W - alpha * grad
