"""a07_softmax_cross_entropy: known mistakes. Each replaces the reference's function of that name."""

import math

import numpy as np
import torch
import torch.nn.functional as F

from autograder.judge.mistakes import mistake


def ratio(e, dim):
    """e / Σ e, for mistakes that lie elsewhere."""
    return e / e.sum(dim=dim, keepdim=True)


def check_range(y, k):
    """The check of one_hot."""
    if ((y < 0) | (y >= k)).any():
        raise ValueError


def check_probs(p, Y):
    """The check of cost_from_probs."""
    if p.shape != Y.shape:
        raise ValueError


def log_probs(z, y):
    """The checks of cross_entropy, and log p."""
    if z.shape[0] == 0 or y.shape != z.shape[:1]:
        raise ValueError
    check_range(y, z.shape[1])
    return F.log_softmax(z, dim=1)


def picked(log_p, y):
    """The column of the right class, in each row."""
    return log_p[torch.arange(len(y)), y]


@mistake(
    "softmax.dim",
    loses=["softmax.values", "softmax.dim"],
    ko="다른 축(dim=0)으로 정규화한 값입니다. dim을 주지 않으면 마지막 축입니다.",
    en="This is normalised along the wrong axis (dim=0). Without a dim it is the last one.",
)
def softmax(z, dim=-1):
    return torch.softmax(z, dim=0)


@mistake(
    "softmax.default_dim",
    loses=["softmax.values", "softmax.dim"],
    ko="dim의 기본값이 0이 되어 있습니다. 주지 않으면 마지막 축(-1)입니다.",
    en="The default of dim is 0. Without a dim it is the last axis (-1).",
)
def softmax(z, dim=0):
    return torch.softmax(z, dim)


@mistake(
    "softmax.ignores_dim",
    loses=["softmax.dim"],
    ko="dim을 쓰지 않고 언제나 마지막 축을 따라 계산합니다.",
    en="dim is not used: it always runs along the last axis.",
)
def softmax(z, dim=-1):
    return torch.softmax(z, dim=-1)


@mistake(
    "softmax.dim_1",
    loses=["softmax.values", "softmax.dim"],
    ko="dim을 주지 않아도 dim=1을 따라 계산하여 1차원 텐서에서 오류가 납니다. 기본값은 마지막 축(-1)이고, 받은 dim을 씁니다.",
    en="Without a dim it runs along dim=1, and a 1-D tensor raises an error. The default is the last axis (-1); "
    "use the dim that comes in.",
)
def softmax(z, dim=-1):
    return torch.softmax(z, dim=1)


@mistake(
    "softmax.no_max",
    loses=["softmax.stable"],
    ko="큰 logit에서 exp가 inf가 되거나, 아주 작은 logit뿐인 행에서 모두 0이 됩니다. 먼저 행마다 최댓값을 빼세요.",
    en="exp becomes inf for large logits, or 0 all through a row of very small ones. Subtract the maximum "
    "of each row first.",
)
def softmax(z, dim=-1):
    return ratio(torch.exp(z), dim)


@mistake(
    "softmax.global_max",
    loses=["softmax.stable"],
    ko="전체 최댓값을 뺐습니다. 행(축)마다 최댓값을 빼야 합니다.",
    en="The maximum of everything was subtracted. It must be the maximum of each row (axis).",
)
def softmax(z, dim=-1):
    return ratio(torch.exp(z - z.max()), dim)


@mistake(
    "softmax.mean_subtracted",
    loses=["softmax.stable"],
    ko="최댓값이 아니라 평균이나 최솟값을 뺐습니다. 그보다 훨씬 큰 logit에서는 여전히 inf가 됩니다.",
    en="The mean or the minimum was subtracted, not the maximum. A logit far above it still gives inf.",
)
def softmax(z, dim=-1):
    return ratio(torch.exp(z - z.mean(dim=dim, keepdim=True)), dim)


@mistake(
    "softmax.clamped",
    loses=["softmax.stable"],
    ko="큰 logit을 잘라 내면 서로 다른 logit이 같아집니다. 자르지 말고 최댓값을 빼세요.",
    en="Cutting large logits off makes different ones equal. Subtract the maximum; cut nothing off.",
)
def softmax(z, dim=-1):
    return ratio(torch.exp(z.clamp(-80, 80)), dim)


@mistake(
    "softmax.nan_to_num",
    loses=["softmax.stable"],
    ko="nan을 0으로 바꾸면 확률이 틀립니다. nan이 생기지 않도록 최댓값을 빼세요.",
    en="Turning nan into 0 gives wrong probabilities. Subtract the maximum, so that no nan arises.",
)
def softmax(z, dim=-1):
    return torch.nan_to_num(ratio(torch.exp(z), dim))


@mistake(
    "softmax.nan_to_one",
    loses=["softmax.stable"],
    ko="nan을 1로 바꾸면 모두 더하여 1이 되지 않습니다. nan이 생기지 않도록 최댓값을 빼세요.",
    en="With nan turned into 1 they do not sum to 1. Subtract the maximum, so that no nan arises.",
)
def softmax(z, dim=-1):
    return torch.nan_to_num(ratio(torch.exp(z), dim), nan=1.0)


@mistake(
    "softmax.no_keepdim",
    loses=["softmax.values", "softmax.stable", "softmax.dim"],
    ko="합에 keepdim=True가 없어 shape이 맞지 않습니다. 정사각형이면 오류 없이 틀린 값이 나옵니다.",
    en="The sum lacks keepdim=True, and shapes do not fit. For a square the values are wrong without an error.",
)
def softmax(z, dim=-1):
    e = torch.exp(z - z.amax(dim=dim, keepdim=True))
    return e / e.sum(dim=dim)


@mistake(
    "softmax.sum_of_everything",
    loses=["softmax.values", "softmax.stable", "softmax.dim"],
    ko="전체의 합으로 나눈 값입니다. 한 행(축)의 합으로 나누어야 합니다.",
    en="This is divided by the sum of everything. Divide by the sum of the row (axis).",
)
def softmax(z, dim=-1):
    e = torch.exp(z - z.amax(dim=dim, keepdim=True))
    return e / e.sum()


@mistake(
    "softmax.no_exp",
    loses=["softmax.values", "softmax.stable", "softmax.dim"],
    ko="exp를 취하지 않고 z를 합으로 나눈 값입니다.",
    en="This is z divided by its sum; exp is missing.",
)
def softmax(z, dim=-1):
    return ratio(z, dim)


@mistake(
    "softmax.sigmoid",
    loses=["softmax.values", "softmax.stable", "softmax.dim"],
    ko="시그모이드의 값입니다. 소프트맥스는 모두 더하여 1이 되도록 합으로 나눕니다.",
    en="This is the sigmoid. The softmax divides by a sum, so that all together make 1.",
)
def softmax(z, dim=-1):
    return torch.sigmoid(z)


@mistake(
    "softmax.not_divided",
    loses=["softmax.values", "softmax.stable", "softmax.dim"],
    ko="exp(z)를 합으로 나누지 않았습니다.",
    en="exp(z) is not divided by the sum.",
)
def softmax(z, dim=-1):
    return torch.exp(z)


@mistake(
    "softmax.minus",
    loses=["softmax.values", "softmax.stable", "softmax.dim"],
    ko="exp(-z)를 사용했습니다. 시그모이드와 달리 소프트맥스는 exp(z)입니다.",
    en="exp(-z) was used. Unlike the sigmoid, the softmax takes exp(z).",
)
def softmax(z, dim=-1):
    return torch.softmax(-z, dim)


@mistake(
    "softmax.log",
    loses=["softmax.values", "softmax.stable", "softmax.dim"],
    ko="소프트맥스의 로그(log_softmax)입니다. 확률 자체가 필요합니다.",
    en="This is the logarithm of the softmax (log_softmax). It takes the probabilities themselves.",
)
def softmax(z, dim=-1):
    return torch.log_softmax(z, dim)


@mistake(
    "softmax.twice",
    loses=["softmax.values", "softmax.stable", "softmax.dim"],
    ko="softmax를 두 번 적용한 값입니다.",
    en="The softmax is applied twice.",
)
def softmax(z, dim=-1):
    return torch.softmax(torch.softmax(z, dim), dim)


@mistake(
    "softmax.by_max",
    loses=["softmax.values", "softmax.stable", "softmax.dim"],
    ko="합으로 나누지 않았습니다. 최댓값으로 나눈 것처럼 가장 큰 값이 1이 됩니다.",
    en="This is not divided by the sum: the largest is 1, as where one divides by the maximum.",
)
def softmax(z, dim=-1):
    e = torch.exp(z)
    return e / e.amax(dim=dim, keepdim=True)


@mistake(
    "softmax.in_place",
    loses=["softmax.values"],
    ko="z -= …는 입력 z 자체를 바꿉니다. z - …로 새 텐서를 만드세요.",
    en="z -= … changes the input z itself. Make a new tensor with z - ….",
)
def softmax(z, dim=-1):
    z -= z.amax(dim=dim, keepdim=True)
    return ratio(torch.exp(z), dim)


@mistake(
    "softmax.graph_cut",
    loses=["softmax.values"],
    ko="값은 맞지만 detach(), torch.no_grad()나 torch.tensor(...) 때문에 기울기가 끊겼습니다.",
    en="The value is right, but detach(), torch.no_grad() or torch.tensor(...) has cut the gradient.",
)
def softmax(z, dim=-1):
    with torch.no_grad():
        return torch.softmax(z, dim)


@mistake(
    "softmax.numpy",
    loses=["softmax.values"],
    ko="numpy를 거치면 기울기가 끊깁니다. torch의 연산만 쓰세요.",
    en="On the way through numpy the gradient is lost. Use operations of torch only.",
)
def softmax(z, dim=-1):
    z = z.numpy()
    e = np.exp(z - z.max(axis=dim, keepdims=True))
    return torch.from_numpy(e / e.sum(axis=dim, keepdims=True))


@mistake(
    "softmax.float32",
    loses=["softmax.values"],
    ko="결과가 언제나 float32입니다. .float()나 dtype 없는 torch.zeros를 확인하세요.",
    en="The result is always float32. Look for .float(), or torch.zeros without a dtype.",
)
def softmax(z, dim=-1):
    return torch.softmax(z.float(), dim)


@mistake(
    "softmax.up_to_2d",
    loses=["softmax.dim"],
    ko="2차원까지만 계산합니다. 3차원 이상도 들어옵니다.",
    en="It computes up to 2-D only. 3-D and more come in too.",
)
def softmax(z, dim=-1):
    if z.dim() > 2:
        raise ValueError("up to 2-D")
    return torch.softmax(z, dim)


@mistake(
    "softmax.empty",
    loses=["softmax.dim"],
    ko="빈 텐서에서 오류가 납니다. shape이 (0, 3)이면 결과도 (0, 3)입니다.",
    en="An empty tensor raises an error. For the shape (0, 3) the result is (0, 3).",
)
def softmax(z, dim=-1):
    if z.numel() == 0:
        raise ValueError("no logits")
    return torch.softmax(z, dim)


@mistake(
    "one_hot.int64",
    loses=["one_hot"],
    ko="dtype이 int64입니다. float32로 바꾸세요(.float()).",
    en="The dtype is int64. Turn it into float32 (.float()).",
)
def one_hot(y, k):
    check_range(y, k)
    return F.one_hot(y, k)


@mistake(
    "one_hot.runtime_error",
    loses=["one_hot"],
    ko="F.one_hot의 오류는 RuntimeError입니다. 먼저 검사하여 ValueError를 발생시키세요.",
    en="The error of F.one_hot is a RuntimeError. Check first, and raise a ValueError.",
)
def one_hot(y, k):
    return F.one_hot(y, k).float()


@mistake(
    "one_hot.no_check",
    loses=["one_hot"],
    ko="없는 클래스의 오류가 IndexError입니다. 먼저 검사하여 ValueError를 발생시키세요.",
    en="The error for a class that is not there is an IndexError. Check first, and raise a ValueError.",
)
def one_hot(y, k):
    return torch.eye(k)[y]


@mistake(
    "one_hot.negative",
    loses=["one_hot"],
    ko="−1이 마지막 클래스로 읽혔습니다. 0보다 작은 번호도 검사하세요.",
    en="−1 was taken for the last class. Check for numbers below 0 too.",
)
def one_hot(y, k):
    if (y >= k).any():
        raise ValueError
    return torch.eye(k)[y]


@mistake(
    "one_hot.zeros_row",
    loses=["one_hot"],
    ko="없는 클래스의 행이 조용히 0이 되었습니다. ValueError를 발생시키세요.",
    en="The row of a class that is not there quietly became zeros. Raise a ValueError.",
)
def one_hot(y, k):
    return (y.unsqueeze(1) == torch.arange(k)).float()


@mistake(
    "one_hot.clamped",
    loses=["one_hot"],
    ko="없는 클래스를 조용히 다른 클래스로 바꾸었습니다. ValueError를 발생시키세요.",
    en="A class that is not there was quietly changed into another. Raise a ValueError.",
)
def one_hot(y, k):
    return torch.eye(k)[y.clamp(0, k - 1)]


@mistake(
    "one_hot.upper_bound",
    loses=["one_hot"],
    ko="y > k만 검사했습니다. 클래스는 0부터 k−1까지이므로 k도 오류입니다.",
    en="Only y > k is checked for. Classes are 0 to k−1, so k is an error too.",
)
def one_hot(y, k):
    if ((y < 0) | (y > k)).any():
        raise ValueError
    return torch.eye(k + 1)[y][:, :k]


@mistake(
    "one_hot.max_of_y",
    loses=["one_hot"],
    ko="열의 수를 y에서 셌습니다. y에 나오지 않는 클래스도 있으니 k를 쓰세요.",
    en="The columns were counted in y, but a class may not occur there. Use k.",
)
def one_hot(y, k):
    check_range(y, k)
    return torch.eye(int(y.max()) + 1 if len(y) else k)[y]


@mistake(
    "one_hot.empty",
    loses=["one_hot"],
    ko="비어 있는 y의 y.max()는 오류입니다. n = 0이면 결과는 (0, k)입니다.",
    en="y.max() of an empty y is an error. For n = 0 the result is (0, k).",
)
def one_hot(y, k):
    if y.min() < 0 or y.max() >= k:
        raise ValueError
    return torch.eye(k)[y]


@mistake(
    "one_hot.all",
    loses=["one_hot"],
    ko=".all()은 모든 번호가 틀렸을 때만 참입니다. 하나라도 틀리면 오류이므로 .any()를 쓰세요.",
    en=".all() is true only where every number is wrong. One is enough for an error: use .any().",
)
def one_hot(y, k):
    if len(y) and ((y < 0).all() or (y >= k).all()):
        raise ValueError
    return F.one_hot(y.clamp(0, k - 1), k).float()


@mistake(
    "one_hot.three_classes",
    loses=["one_hot"],
    ko="클래스를 슬라이드처럼 3개로 고정했습니다. 열의 수는 k입니다.",
    en="Three classes are fixed, as on the slides. The number of columns is k.",
)
def one_hot(y, k):
    check_range(y, k)
    return torch.eye(max(3, k))[y][:, :3]


@mistake(
    "one_hot.list",
    loses=["one_hot"],
    ko="Python 리스트를 돌려주었습니다. torch.tensor(...)로 바꾸세요.",
    en="A Python list comes back. Turn it into a tensor with torch.tensor(...).",
)
def one_hot(y, k):
    check_range(y, k)
    return torch.eye(k)[y].tolist()



@mistake(
    "one_hot.transposed",
    loses=["one_hot"],
    ko="뒤집혀 있습니다. shape은 (k, n)이 아니라 (n, k)입니다.",
    en="It is the wrong way round: its shape is (n, k), not (k, n).",
)
def one_hot(y, k):
    check_range(y, k)
    return torch.eye(k)[y].t()


@mistake(
    "one_hot.from_1",
    loses=["one_hot"],
    ko="클래스를 1부터 셌습니다. 번호는 0부터 시작합니다.",
    en="Classes are counted from 1. They start at 0.",
)
def one_hot(y, k):
    check_range(y, k)
    return torch.eye(k)[y - 1]


@mistake(
    "one_hot.assert",
    loses=["one_hot"],
    ko="assert는 AssertionError를 냅니다. if와 raise ValueError(...)로 검사하세요.",
    en="An assert raises AssertionError. Check with if and raise ValueError(...).",
)
def one_hot(y, k):
    assert bool(((y >= 0) & (y < k)).all())
    return torch.eye(k)[y]


@mistake(
    "probs.sum",
    loses=["probs"],
    ko="평균(mean) 대신 합(sum)을 구한 값과 같습니다. 데이터의 수 n으로 나누세요.",
    en="This is the sum. Divide it by n, the number of rows.",
)
def cost_from_probs(p, Y):
    check_probs(p, Y)
    return -torch.xlogy(Y, p).sum()


@mistake(
    "probs.mean",
    loses=["probs"],
    ko="n이 아니라 nk로 나눈 값입니다. 원소 전체의 .mean()이 아니라 행마다의 합을 n으로 나누세요.",
    en="This is divided by nk, not by n. Not the .mean() of all elements: the sum of the rows, divided by n.",
)
def cost_from_probs(p, Y):
    check_probs(p, Y)
    return -torch.xlogy(Y, p).mean()


@mistake(
    "probs.by_classes",
    loses=["probs"],
    ko="데이터의 수 n이 아니라 클래스의 수 k로 나누었습니다.",
    en="This is divided by k, the number of classes, not by n.",
)
def cost_from_probs(p, Y):
    check_probs(p, Y)
    return -torch.xlogy(Y, p).sum() / p.shape[1]


@mistake(
    "probs.rows",
    loses=["probs"],
    ko="행마다의 비용 n개입니다. 그 평균을 구하세요.",
    en="These are the n costs of the rows. Take their mean.",
)
def cost_from_probs(p, Y):
    check_probs(p, Y)
    return -torch.xlogy(Y, p).sum(1)


@mistake(
    "probs.no_minus",
    loses=["probs"],
    ko="값의 부호가 반대입니다. 비용함수 맨 앞의 −를 확인하세요.",
    en="The sign is wrong. Look at the − in front of the formula.",
)
def cost_from_probs(p, Y):
    check_probs(p, Y)
    return torch.xlogy(Y, p).sum() / len(p)


@mistake(
    "probs.no_log",
    loses=["probs"],
    ko="log를 빠뜨렸습니다.",
    en="The log is missing.",
)
def cost_from_probs(p, Y):
    check_probs(p, Y)
    return -(Y * p).sum() / len(p)


@mistake(
    "probs.log10",
    loses=["probs"],
    ko="자연로그(torch.log)가 아닌 상용로그(log10)를 사용한 값입니다.",
    en="The common logarithm (log10) was used. It takes the natural one (torch.log).",
)
def cost_from_probs(p, Y):
    check_probs(p, Y)
    return -torch.xlogy(Y, p).sum() / len(p) / math.log(10)


@mistake(
    "probs.log2",
    loses=["probs"],
    ko="자연로그(torch.log)가 아닌 밑이 2인 로그(log2)를 사용한 값입니다.",
    en="The logarithm to base 2 (log2) was used. It takes the natural one (torch.log).",
)
def cost_from_probs(p, Y):
    check_probs(p, Y)
    return -torch.xlogy(Y, p).sum() / len(p) / math.log(2)


@mistake(
    "probs.nan",
    loses=["probs"],
    ko="p가 정확히 0인 자리에서 0 × log 0이 nan이 됩니다. 그 항은 0이어야 합니다.",
    en="Where p is exactly 0, 0 × log 0 is nan. That term must be 0.",
)
def cost_from_probs(p, Y):
    check_probs(p, Y)
    return -(Y * torch.log(p)).sum() / len(p)


@mistake(
    "probs.eps",
    loses=["probs"],
    ko="log에 더한 작은 값이 너무 큽니다. 10^(−6) 이하여야 합니다.",
    en="The small number added inside the log is too large. It may be at most 10^(−6).",
)
def cost_from_probs(p, Y):
    check_probs(p, Y)
    return -(Y * torch.log(p + 1e-3)).sum() / len(p)


@mistake(
    "probs.eps_5",
    loses=["probs"],
    ko="log에 더한 작은 값이 너무 큽니다. 10^(−6) 이하여야 합니다.",
    en="The small number added inside the log is too large. It may be at most 10^(−6).",
)
def cost_from_probs(p, Y):
    check_probs(p, Y)
    return -(Y * torch.log(p + 1e-5)).sum() / len(p)


@mistake(
    "probs.clamp",
    loses=["probs"],
    ko="p를 0에서 너무 멀리 잘랐습니다. 10^(−6) 이하로 자르세요.",
    en="p is cut off too far from 0. Cut off at most 10^(−6).",
)
def cost_from_probs(p, Y):
    check_probs(p, Y)
    return -(Y * torch.log(p.clamp(min=1e-5))).sum() / len(p)


@mistake(
    "probs.clamp_in_place",
    loses=["probs"],
    ko="clamp_나 p[p == 0] = …는 입력 p 자체를 바꿉니다. 새 텐서를 만드는 clamp를 쓰세요.",
    en="clamp_ or p[p == 0] = … changes the input p itself. Use clamp, which makes a new tensor.",
)
def cost_from_probs(p, Y):
    check_probs(p, Y)
    p.data.clamp_(min=1e-7)
    return -(Y * torch.log(p)).sum() / len(p)


@mistake(
    "probs.softmax",
    loses=["probs"],
    ko="확률에 softmax를 한 번 더 적용한 값입니다. p는 이미 확률입니다.",
    en="The softmax is applied to probabilities once more. p is probabilities already.",
)
def cost_from_probs(p, Y):
    check_probs(p, Y)
    return -(Y * torch.log_softmax(p, 1)).sum() / len(p)


@mistake(
    "probs.binary",
    loses=["probs"],
    ko="이진 크로스 엔트로피의 값입니다. 여기에는 (1−Y)·log(1−p) 항이 없습니다.",
    en="This is the binary cross entropy. Here there is no term (1−Y)·log(1−p).",
)
def cost_from_probs(p, Y):
    check_probs(p, Y)
    return F.binary_cross_entropy(p, Y)


@mistake(
    "probs.binary_sum",
    loses=["probs"],
    ko="(1−Y)·log(1−p) 항이 더 있습니다. 크로스 엔트로피에는 Y·log p만 있습니다.",
    en="There is a term (1−Y)·log(1−p) too many. The cross entropy has Y·log p only.",
)
def cost_from_probs(p, Y):
    check_probs(p, Y)
    return F.binary_cross_entropy(p, Y, reduction="sum") / len(p)


@mistake(
    "probs.largest",
    loses=["probs"],
    ko="정답 클래스가 아니라 가장 큰 확률로 계산했습니다. Y가 1인 자리의 p를 쓰세요.",
    en="It takes the largest probability, not that of the right class. Use p where Y is 1.",
)
def cost_from_probs(p, Y):
    check_probs(p, Y)
    return -torch.log(p.amax(1)).mean()


@mistake(
    "probs.log_of_mean",
    loses=["probs"],
    ko="정답의 확률을 평균한 다음 log를 취했습니다. 먼저 log를 취하고 평균을 구하세요.",
    en="The mean was taken before the log. Take the log first, then the mean.",
)
def cost_from_probs(p, Y):
    check_probs(p, Y)
    return -torch.log((Y * p).sum() / len(p))


@mistake(
    "probs.squared",
    loses=["probs"],
    ko="차이의 제곱(MSE)입니다. 크로스 엔트로피는 -log p입니다.",
    en="These are squared differences (MSE). The cross entropy is -log p.",
)
def cost_from_probs(p, Y):
    check_probs(p, Y)
    return ((p - Y) ** 2).sum() / len(p)


@mistake(
    "probs.broadcast",
    loses=["probs"],
    ko="shape이 달라도 브로드캐스팅되어 계산됩니다. 먼저 shape을 비교하여 ValueError를 발생시키세요.",
    en="Different shapes broadcast without a word. Compare the shapes first and raise a ValueError.",
)
def cost_from_probs(p, Y):
    return -torch.xlogy(Y, p).sum() / len(p)


@mistake(
    "probs.flattened",
    loses=["probs"],
    ko="원소의 수(numel)만 비교하고 펴서 계산했습니다. shape 전체가 같아야 합니다.",
    en="Only numbers of elements (numel) are compared, then flattened. The whole shapes must be equal.",
)
def cost_from_probs(p, Y):
    if p.numel() != Y.numel():
        raise ValueError
    return -torch.xlogy(Y.flatten(), p.flatten()).sum() / len(p)



@mistake(
    "probs.rows_only",
    loses=["probs"],
    ko="행의 수만 비교했습니다. shape 전체가 같아야 합니다.",
    en="Only the numbers of rows are compared. The whole shapes must be equal.",
)
def cost_from_probs(p, Y):
    if len(p) != len(Y):
        raise ValueError
    return -torch.xlogy(Y, p).sum() / len(p)


@mistake(
    "probs.wrong_error",
    loses=["probs"],
    ko="shape이 다를 때의 오류는 ValueError여야 합니다. assert나 RuntimeError는 안 됩니다.",
    en="For different shapes it must be a ValueError, no assert and no RuntimeError.",
)
def cost_from_probs(p, Y):
    assert p.shape == Y.shape
    return -torch.xlogy(Y, p).sum() / len(p)


@mistake(
    "probs.item",
    loses=["probs"],
    ko="Python 숫자를 돌려주었습니다. .item()이나 float() 없이 0차원 텐서를 돌려주어야 기울기가 이어집니다.",
    en="A Python number came back. Return a 0-d tensor, without .item() or float(), so that gradients flow.",
)
def cost_from_probs(p, Y):
    check_probs(p, Y)
    return (-torch.xlogy(Y, p).sum() / len(p)).item()


@mistake(
    "probs.graph_cut",
    loses=["probs"],
    ko="값은 맞지만 detach(), torch.no_grad()나 torch.tensor(...) 때문에 기울기가 끊겼습니다.",
    en="The value is right, but detach(), torch.no_grad() or torch.tensor(...) has cut the gradient.",
)
def cost_from_probs(p, Y):
    check_probs(p, Y)
    return -torch.xlogy(Y, p.detach()).sum() / len(p)


@mistake(
    "probs.float32",
    loses=["probs"],
    ko="결과가 언제나 float32입니다. p의 dtype을 그대로 쓰세요.",
    en="The result is always float32. Keep the dtype of p.",
)
def cost_from_probs(p, Y):
    check_probs(p, Y)
    return -torch.xlogy(Y.float(), p.float()).sum() / len(p)


@mistake(
    "probs.shape_1",
    loses=["probs"],
    ko="shape이 (1,)인 텐서입니다. 비용은 shape이 ()인 0차원 텐서여야 합니다.",
    en="The tensor has shape (1,). The cost must be a 0-d tensor, shape ().",
)
def cost_from_probs(p, Y):
    check_probs(p, Y)
    return (-torch.xlogy(Y, p).sum() / len(p)).reshape(1)


@mistake(
    "ce.double",
    loses=["ce.values", "ce.extreme+grad"],
    ko="softmax를 두 번 적용한 값입니다. F.cross_entropy는 logits를 받습니다.",
    en="The softmax is applied twice. F.cross_entropy takes logits.",
)
def cross_entropy(z, y):
    log_probs(z, y)
    return F.cross_entropy(F.softmax(z, dim=1), y)


@mistake(
    "ce.sum",
    loses=["ce.values", "ce.extreme+grad"],
    ko="평균(mean) 대신 합(sum)을 구한 값과 같습니다.",
    en="This is the sum. It takes the mean.",
)
def cross_entropy(z, y):
    return -picked(log_probs(z, y), y).sum()


@mistake(
    "ce.mean_of_all",
    loses=["ce.values", "ce.extreme+grad"],
    ko="n이 아니라 nk로 나눈 값입니다. 원-핫을 곱한 (n, k) 전체의 .mean()은 k배 작습니다.",
    en="This is divided by nk, not by n: the .mean() of all (n, k) products is k times too small.",
)
def cross_entropy(z, y):
    return -(F.one_hot(y, z.shape[1]) * log_probs(z, y)).mean()


@mistake(
    "ce.columns",
    loses=["ce.values", "ce.extreme+grad"],
    ko="log_p[:, y]는 모든 행에서 모든 정답의 열을 골라 (n, n)이 됩니다. log_p[torch.arange(n), y]를 쓰세요.",
    en="log_p[:, y] picks the columns of all answers in every row: (n, n). Use log_p[torch.arange(n), y].",
)
def cross_entropy(z, y):
    return -log_probs(z, y)[:, y].mean()


@mistake(
    "ce.no_target",
    loses=["ce.values", "ce.extreme+grad"],
    ko="정답을 고르지 않고 모든 클래스의 -log p를 평균한 값입니다.",
    en="This is the mean of -log p over all classes. Only the right class counts.",
)
def cross_entropy(z, y):
    return -log_probs(z, y).mean()


@mistake(
    "ce.nll_of_softmax",
    loses=["ce.values", "ce.extreme+grad"],
    ko="F.nll_loss에 softmax를 넣어 비용이 음수입니다. log_softmax를 넣으세요.",
    en="F.nll_loss was given a softmax, so the cost is negative. Give it log_softmax.",
)
def cross_entropy(z, y):
    log_probs(z, y)
    return F.nll_loss(F.softmax(z, dim=1), y)


@mistake(
    "ce.nll_of_logits",
    loses=["ce.values", "ce.extreme+grad"],
    ko="소프트맥스 없이 logit을 그대로 사용했습니다. log_softmax가 필요합니다.",
    en="The logits are used as they are, without a softmax. It takes log_softmax.",
)
def cross_entropy(z, y):
    log_probs(z, y)
    return -picked(z, y).mean()


@mistake(
    "ce.no_minus",
    loses=["ce.values", "ce.extreme+grad"],
    ko="값의 부호가 반대입니다. 비용함수 맨 앞의 −를 확인하세요.",
    en="The sign is wrong. Look at the − in front of the formula.",
)
def cross_entropy(z, y):
    return picked(log_probs(z, y), y).mean()


@mistake(
    "ce.binary",
    loses=["ce.values", "ce.extreme+grad"],
    ko="binary_cross_entropy를 사용한 값입니다. 클래스가 셋 이상이면 정답의 -log p만 더합니다.",
    en="This is binary_cross_entropy. With more classes only -log p of the right one counts.",
)
def cross_entropy(z, y):
    log_probs(z, y)
    Y = F.one_hot(y, z.shape[1]).to(z.dtype)
    return F.binary_cross_entropy(F.softmax(z, dim=1), Y)


@mistake(
    "ce.dim",
    loses=["ce.values", "ce.extreme+grad"],
    ko="소프트맥스가 다른 축(dim=0)에 적용되었습니다. 한 행의 확률을 모두 더하면 1이어야 합니다.",
    en="The softmax runs along the wrong axis (dim=0). The probabilities of each row must sum to 1.",
)
def cross_entropy(z, y):
    log_probs(z, y)
    return F.nll_loss(F.log_softmax(z, dim=0), y)


@mistake(
    "ce.log2",
    loses=["ce.values", "ce.extreme+grad"],
    ko="자연로그(torch.log)가 아닌 밑이 2인 로그(log2)를 사용한 값입니다.",
    en="The logarithm to base 2 (log2) was used. It takes the natural one (torch.log).",
)
def cross_entropy(z, y):
    return -picked(log_probs(z, y), y).mean() / math.log(2)


@mistake(
    "ce.from_1",
    loses=["ce.values", "ce.extreme+grad"],
    ko="클래스를 1부터 세어 한 칸 옆의 확률을 골랐습니다. 번호는 0부터 시작합니다.",
    en="Classes are counted from 1, so the column beside the right one was picked. They start at 0.",
)
def cross_entropy(z, y):
    return -picked(log_probs(z, y), y - 1).mean()


@mistake(
    "ce.item",
    loses=["ce.values", "ce.extreme+grad"],
    ko="Python 숫자를 돌려주었습니다. .item()이나 float() 없이 0차원 텐서를 돌려주어야 기울기가 이어집니다.",
    en="A Python number came back. Return a 0-d tensor, without .item() or float(), so that gradients flow.",
)
def cross_entropy(z, y):
    return -picked(log_probs(z, y), y).mean().item()


@mistake(
    "ce.rows",
    loses=["ce.values", "ce.extreme+grad"],
    ko="행마다의 비용 n개입니다. 그 평균을 구하세요.",
    en="These are the n costs of the rows. Take their mean.",
)
def cross_entropy(z, y):
    return -picked(log_probs(z, y), y)


@mistake(
    "ce.float32",
    loses=["ce.values"],
    ko="결과가 언제나 float32입니다. z의 dtype을 그대로 쓰세요.",
    en="The result is always float32. Keep the dtype of z.",
)
def cross_entropy(z, y):
    return -picked(log_probs(z.float(), y), y).mean()


@mistake(
    "ce.shape_1",
    loses=["ce.values"],
    ko="shape이 (1,)인 텐서입니다. 비용은 shape이 ()인 0차원 텐서여야 합니다.",
    en="The tensor has shape (1,). The cost must be a 0-d tensor, shape ().",
)
def cross_entropy(z, y):
    return -picked(log_probs(z, y), y).mean().reshape(1)


@mistake(
    "ce.in_place",
    loses=["ce.values"],
    ko="입력 z를 바꾸었습니다. z - …로 새 텐서를 만드세요.",
    en="The input z was changed. Make a new tensor with z - ….",
)
def cross_entropy(z, y):
    cost = -picked(log_probs(z, y), y).mean()
    z.data -= z.data.amax(1, keepdim=True)
    return cost


@mistake(
    "ce.ignored_class",
    loses=["ce.values", "ce.extreme+grad"],
    ko="ignore_index=0은 정답이 0인 행을 평균에서 뺍니다. 0도 하나의 클래스입니다.",
    en="ignore_index=0 leaves the rows of class 0 out of the mean. 0 is a class like any other.",
)
def cross_entropy(z, y):
    log_probs(z, y)
    return F.cross_entropy(z, y, ignore_index=0)


@mistake(
    "ce.log_of_softmax",
    loses=["ce.extreme+grad"],
    ko="softmax를 구한 뒤 log를 취하면 log 0이 되어 inf가 나옵니다. z − logsumexp(z)나 log_softmax를 쓰세요.",
    en="The log of a softmax may be log 0, and the cost inf. Use z − logsumexp(z) or log_softmax.",
)
def cross_entropy(z, y):
    log_probs(z, y)
    return -picked(torch.log(F.softmax(z, dim=1)), y).mean()


@mistake(
    "ce.slide_formulas",
    loses=["ce.extreme+grad"],
    ko="큰 logit에서 exp가 inf가 되어 nan이 나옵니다. z − logsumexp(z)나 log_softmax를 쓰세요.",
    en="For large logits exp becomes inf, and the cost nan. Use z − logsumexp(z) or log_softmax.",
)
def cross_entropy(z, y):
    log_probs(z, y)
    return -picked(torch.log(ratio(torch.exp(z), 1)), y).mean()


@mistake(
    "ce.log_sum_exp",
    loses=["ce.extreme+grad"],
    ko="torch.log(torch.exp(z).sum())은 큰 logit에서 inf가 됩니다. torch.logsumexp를 쓰세요.",
    en="torch.log(torch.exp(z).sum()) becomes inf for large logits. Use torch.logsumexp.",
)
def cross_entropy(z, y):
    log_probs(z, y)
    return (torch.log(torch.exp(z).sum(1)) - picked(z, y)).mean()


@mistake(
    "ce.eps",
    loses=["ce.extreme+grad"],
    ko="log에 작은 값을 더하면 비용이 그 log에서 멈춥니다. 확률이 아니라 z − logsumexp(z)로 계산하세요.",
    en="With a small number inside the log, the cost stops at its log. Compute z − logsumexp(z) in place of p.",
)
def cross_entropy(z, y):
    log_probs(z, y)
    return -picked(torch.log(F.softmax(z, dim=1) + 1e-12), y).mean()


@mistake(
    "ce.clamped_logits",
    loses=["ce.extreme+grad"],
    ko="logit을 잘라 내면 큰 logit의 비용이 달라집니다. z − logsumexp(z)는 자르지 않아도 안전합니다.",
    en="Cutting the logits off changes the cost of large ones. z − logsumexp(z) is safe as it is.",
)
def cross_entropy(z, y):
    return -picked(log_probs(z.clamp(-100, 100), y), y).mean()



@mistake(
    "ce.graph_cut",
    loses=["ce.extreme+grad"],
    ko="값은 맞지만 detach(), torch.no_grad()나 torch.tensor(...) 때문에 기울기가 끊겼습니다.",
    en="The value is right, but detach(), torch.no_grad() or torch.tensor(...) has cut the gradient.",
)
def cross_entropy(z, y):
    return -picked(log_probs(z.detach(), y), y).mean()


@mistake(
    "ce.no_empty_check",
    loses=["ce.extreme+grad"],
    ko="데이터가 없으면 평균이 nan이 됩니다. n = 0일 때 ValueError를 발생시키세요.",
    en="Without data the mean is nan. Raise a ValueError for n = 0.",
)
def cross_entropy(z, y):
    return F.cross_entropy(z, y)


@mistake(
    "ce.no_shape_check",
    loses=["ce.extreme+grad"],
    ko="y의 shape을 검사하지 않아 (n, 1)이나 길이 1이 브로드캐스팅됩니다. 1차원이고 길이가 n인지 확인하세요.",
    en="The shape of y is not checked, so (n, 1) or a length of 1 broadcasts. It must be 1-D, of length n.",
)
def cross_entropy(z, y):
    if len(z) == 0:
        raise ValueError
    check_range(y, z.shape[1])
    return -F.log_softmax(z, dim=1)[torch.arange(len(z)), y].mean()


@mistake(
    "ce.flattened_labels",
    loses=["ce.extreme+grad"],
    ko="(n, 1)인 y를 몰래 펴서 맞추지 말고 오류를 내세요. y는 1차원이어야 합니다.",
    en="Do not flatten a y of shape (n, 1) in silence: raise an error. y must be 1-D.",
)
def cross_entropy(z, y):
    y = y.flatten()
    return -picked(log_probs(z, y), y).mean()


@mistake(
    "ce.zero_for_empty",
    loses=["ce.extreme+grad"],
    ko="데이터가 없을 때 0을 돌려주었습니다. n = 0일 때 ValueError를 발생시키세요.",
    en="Without data it returns 0. Raise a ValueError for n = 0.",
)
def cross_entropy(z, y):
    if len(z) == 0:
        return z.sum()
    return F.cross_entropy(z, y)



@mistake(
    "ce.gather",
    loses=["ce.extreme+grad"],
    ko="y가 짧으면 조용히 앞의 행만 씁니다. gather나 torch.arange(len(y))가 그렇습니다. y의 길이가 n인지 확인하세요.",
    en="Where y is shorter, only the first rows are used, as by gather or torch.arange(len(y)). Check that its "
    "length is n.",
)
def cross_entropy(z, y):
    if len(z) == 0 or y.dim() != 1:
        raise ValueError
    return -F.log_softmax(z, dim=1).gather(1, y.unsqueeze(1)).mean()


@mistake(
    "ce.negative",
    loses=["ce.extreme+grad"],
    ko="−1이 마지막 클래스로 읽혔습니다. 0보다 작은 번호는 오류여야 합니다.",
    en="−1 was taken for the last class. A number below 0 must be an error.",
)
def cross_entropy(z, y):
    if len(z) == 0 or y.shape != z.shape[:1]:
        raise ValueError
    return -picked(F.log_softmax(z, dim=1), y).mean()


@mistake(
    "ce.clamped_labels",
    loses=["ce.extreme+grad"],
    ko="없는 클래스를 조용히 다른 클래스로 바꾸었습니다. 오류를 발생시키세요.",
    en="A class that is not there was quietly changed into another. Raise an error.",
)
def cross_entropy(z, y):
    if len(z) == 0 or y.shape != z.shape[:1]:
        raise ValueError
    return F.cross_entropy(z, y.clamp(0, z.shape[1] - 1))



@mistake(
    "ce.zeros_row",
    loses=["ce.extreme+grad"],
    ko="없는 클래스의 비용이 조용히 0이 되었습니다. 오류를 발생시키세요.",
    en="A class that is not there quietly costs 0. Raise an error.",
)
def cross_entropy(z, y):
    if len(z) == 0 or y.shape != z.shape[:1]:
        raise ValueError
    Y = y.unsqueeze(1) == torch.arange(z.shape[1])
    return -(Y * F.log_softmax(z, dim=1)).sum() / len(y)


@mistake(
    "ce.assert",
    loses=["ce.extreme+grad"],
    ko="assert는 AssertionError를 냅니다. if와 raise ValueError(...)로 검사하세요.",
    en="An assert raises AssertionError. Check with if and raise ValueError(...).",
)
def cross_entropy(z, y):
    assert len(z) > 0 and y.shape == z.shape[:1]
    return F.cross_entropy(z, y)
