"""a13_weight_init: known mistakes. Each replaces the reference's function of the same name."""

import math

import matplotlib.pyplot as plt
import numpy as np
import torch
import torch.nn as nn

from autograder.judge.mistakes import mistake

XAVIER = ("xavier_uniform", "xavier_normal")
KAIMING = ("kaiming_uniform", "kaiming_normal")


def both(shape):
    """fans as they should be, for mistakes that lie elsewhere."""
    if len(shape) < 2:
        raise ValueError
    area = math.prod(shape[2:])
    return shape[1] * area, shape[0] * area


def checked(name, mode="fan_in"):
    if name not in XAVIER + KAIMING:
        raise ValueError
    if name in KAIMING and mode not in ("fan_in", "fan_out"):
        raise ValueError


def scale(name, shape, gain=1.0, mode="fan_in"):
    """init_scale as it should be, for mistakes that lie elsewhere."""
    checked(name, mode)
    fan_in, fan_out = both(shape)
    top = 6 if name.endswith("uniform") else 2
    if name in XAVIER:
        return gain * math.sqrt(top / (fan_in + fan_out))
    return math.sqrt(top / (fan_in if mode == "fan_in" else fan_out))


def right(name, shape, seed=None, **kw):
    """init_weight as it should be, for mistakes that lie elsewhere."""
    if seed is not None:
        torch.manual_seed(seed)
    weight = torch.empty(tuple(shape))
    if name == "uniform":
        return weight.uniform_(kw.get("a", 0.0), kw.get("b", 5.0))
    if name == "normal":
        return weight.normal_(kw.get("mean", 0.0), kw.get("std", 1.0))
    if name == "eye":
        return nn.init.eye_(weight)
    if name in ("constant", "ones", "zeros"):
        return weight.fill_({"constant": kw.get("value", 2.0), "ones": 1.0, "zeros": 0.0}[name])
    mode = kw.get("mode", "fan_out" if name == "kaiming_normal" else "fan_in")
    s = scale(name, shape, kw.get("gain", 1.0), mode)
    return weight.uniform_(-s, s) if name.endswith("uniform") else weight.normal_(0.0, s)


def fits(conv, weight, bias):
    if weight.shape != conv.weight.shape or bias.shape != conv.bias.shape:
        raise ValueError


@mistake(
    "fans.smaller_first",
    loses=["fans"],
    ko="둘 가운데 작은 것을 fan_in으로 했습니다. shape은 언제나 (출력 채널, 입력 채널, …)의 순서입니다.",
    en="The smaller of the two is taken for fan_in. A shape always is (out, in, …).",
)
def fans(shape):
    if len(shape) < 2:
        raise ValueError
    area = math.prod(shape[2:])
    return min(shape[:2]) * area, max(shape[:2]) * area


@mistake(
    "fans.swapped",
    loses=["fans"],
    ko="fan_in과 fan_out이 바뀌었습니다. shape은 (출력 채널, 입력 채널, …)의 순서입니다.",
    en="fan_in and fan_out are swapped: a shape is (out, in, …).",
)
def fans(shape):
    if len(shape) < 2:
        raise ValueError
    area = math.prod(shape[2:])
    return shape[0] * area, shape[1] * area


@mistake(
    "fans.no_area",
    loses=["fans"],
    ko="커널 크기를 곱하지 않았습니다. 3×3 커널이면 채널마다 9칸을 봅니다.",
    en="The size of the kernel is missing: a 3×3 kernel sees 9 cells of each channel.",
)
def fans(shape):
    if len(shape) < 2:
        raise ValueError
    return shape[1], shape[0]


@mistake(
    "fans.one_side",
    loses=["fans"],
    ko="커널의 한 변만 곱했습니다. 넓이(모든 변의 곱)를 곱하세요.",
    en="Only one side of the kernel is in it. Multiply by its area, the product of all sides.",
)
def fans(shape):
    if len(shape) < 2:
        raise ValueError
    side = shape[2] if len(shape) > 2 else 1
    return shape[1] * side, shape[0] * side


@mistake(
    "fans.square",
    loses=["fans"],
    ko="커널이 정사각형이라고 가정했습니다. 변의 길이가 서로 다를 수도 있습니다.",
    en="It takes the kernel for a square. Its sides may differ.",
)
def fans(shape):
    if len(shape) < 2:
        raise ValueError
    area = shape[2] ** (len(shape) - 2) if len(shape) > 2 else 1
    return shape[1] * area, shape[0] * area


@mistake(
    "fans.sum",
    loses=["fans"],
    ko="커널의 변을 더했습니다. 넓이는 곱입니다.",
    en="The sides of the kernel were added. Its area is their product.",
)
def fans(shape):
    if len(shape) < 2:
        raise ValueError
    area = sum(shape[2:]) if len(shape) > 2 else 1
    return shape[1] * area, shape[0] * area


@mistake(
    "fans.in_only",
    loses=["fans"],
    ko="fan_out에 커널 크기를 곱하지 않았습니다.",
    en="The size of the kernel is missing in fan_out.",
)
def fans(shape):
    if len(shape) < 2:
        raise ValueError
    return shape[1] * math.prod(shape[2:]), shape[0]


@mistake(
    "fans.out_only",
    loses=["fans"],
    ko="fan_in에 커널 크기를 곱하지 않았습니다.",
    en="The size of the kernel is missing in fan_in.",
)
def fans(shape):
    if len(shape) < 2:
        raise ValueError
    return shape[1], shape[0] * math.prod(shape[2:])


@mistake(
    "fans.everything",
    loses=["fans"],
    ko="모든 크기를 곱했습니다. fan_in에는 출력 채널이, fan_out에는 입력 채널이 들어가지 않습니다.",
    en="All sizes were multiplied. The out channels are not in fan_in, nor the in channels in fan_out.",
)
def fans(shape):
    if len(shape) < 2:
        raise ValueError
    return math.prod(shape), math.prod(shape)


@mistake(
    "fans.two_sides",
    loses=["fans"],
    ko="커널이 2차원일 때만 맞습니다. shape[2:] 전체를 곱하세요.",
    en="It is right for two-dimensional kernels only. Multiply all of shape[2:].",
)
def fans(shape):
    if len(shape) < 2:
        raise ValueError
    area = shape[2] * shape[3] if len(shape) == 4 else 1
    return shape[1] * area, shape[0] * area


@mistake(
    "fans.linear_swapped",
    loses=["fans"],
    ko="Linear의 가중치도 (출력, 입력)의 순서입니다.",
    en="The weight of a Linear is (out, in) too.",
)
def fans(shape):
    if len(shape) < 2:
        raise ValueError
    if len(shape) == 2:
        return shape[0], shape[1]
    area = math.prod(shape[2:])
    return shape[1] * area, shape[0] * area


@mistake(
    "fans.index_error",
    loses=["fans"],
    ko="차원이 하나이면 IndexError가 납니다. ValueError를 직접 발생시키세요.",
    en="With one dimension this is an IndexError. Raise a ValueError of your own.",
)
def fans(shape):
    area = math.prod(shape[2:])
    return shape[1] * area, shape[0] * area


@mistake(
    "fans.one_dimension",
    loses=["fans"],
    ko="차원이 하나인데도 값을 돌려줍니다. ValueError를 발생시키세요.",
    en="It returns a value for one dimension. Raise a ValueError.",
)
def fans(shape):
    if len(shape) < 2:
        return shape[0] if shape else 1, 1
    area = math.prod(shape[2:])
    return shape[1] * area, shape[0] * area


@mistake(
    "fans.assert",
    loses=["fans"],
    ko="assert는 python -O로 실행하면 사라집니다. raise ValueError를 쓰세요.",
    en="python -O removes an assert. Use raise ValueError.",
)
def fans(shape):
    assert len(shape) >= 2
    area = math.prod(shape[2:])
    return shape[1] * area, shape[0] * area


@mistake(
    "fans.floats",
    loses=["fans"],
    ko="나눗셈 /의 결과는 float입니다. 정수가 필요하니 곱하거나 //로 나누세요.",
    en="Dividing by / gives floats. Whole numbers are wanted: multiply, or divide by //.",
)
def fans(shape):
    if len(shape) < 2:
        raise ValueError
    total = math.prod(shape)
    return total / shape[0], total / shape[1]


@mistake(
    "fans.no_channels",
    loses=["fans"],
    ko="커널의 넓이만 셌습니다. 채널의 수도 곱하세요.",
    en="Only the area of the kernel is counted. Multiply by the number of channels.",
)
def fans(shape):
    if len(shape) < 2:
        raise ValueError
    area = math.prod(shape[2:])
    return area, area


@mistake(
    "scale.no_root",
    loses=["scale"],
    ko="제곱근을 빠뜨렸습니다.",
    en="The square root is missing.",
)
def init_scale(name, shape, gain=1.0, mode="fan_in"):
    checked(name, mode)
    i, o = both(shape)
    return scale(name, shape, mode=mode) ** 2 * gain


@mistake(
    "scale.swapped_numbers",
    loses=["scale"],
    ko="6과 2가 바뀌었습니다. 균등분포의 범위가 6, 정규분포의 표준편차가 2입니다.",
    en="6 and 2 are swapped: 6 is for the bound of the uniform, 2 for the standard deviation of the normal.",
)
def init_scale(name, shape, gain=1.0, mode="fan_in"):
    checked(name, mode)
    i, o = both(shape)
    top = 2 if name.endswith("uniform") else 6
    return gain * math.sqrt(top / (i + o)) if name in XAVIER else math.sqrt(top / (i if mode == "fan_in" else o))


@mistake(
    "scale.std_as_bound",
    loses=["scale"],
    ko="표준편차를 그대로 범위로 썼습니다. 균등분포의 범위는 표준편차의 √3배입니다.",
    en="The standard deviation was taken for the bound. The bound of a uniform is √3 times as large.",
)
def init_scale(name, shape, gain=1.0, mode="fan_in"):
    checked(name, mode)
    i, o = both(shape)
    value = scale(name, shape, gain, mode)
    return value / math.sqrt(3) if name.endswith("uniform") else value


@mistake(
    "scale.no_relu_gain",
    loses=["scale"],
    ko="Kaiming에서 ReLU의 gain √2를 빠뜨렸습니다.",
    en="The gain √2 of ReLU is missing in Kaiming.",
)
def init_scale(name, shape, gain=1.0, mode="fan_in"):
    checked(name, mode)
    i, o = both(shape)
    value = scale(name, shape, gain, mode)
    return value / math.sqrt(2) if name in KAIMING else value


@mistake(
    "scale.gain_in_kaiming",
    loses=["scale"],
    ko="Kaiming에도 gain을 곱했습니다. gain은 Xavier에만 쓰입니다.",
    en="Kaiming is multiplied by gain too. It is used in Xavier only.",
)
def init_scale(name, shape, gain=1.0, mode="fan_in"):
    checked(name, mode)
    return scale(name, shape, gain, mode) * (gain if name in KAIMING else 1)


@mistake(
    "scale.relu_gain_twice",
    loses=["scale"],
    ko="ReLU의 gain √2를 두 번 곱했습니다. 6과 2에 이미 들어 있습니다.",
    en="The gain √2 of ReLU is in it twice: 6 and 2 hold it already.",
)
def init_scale(name, shape, gain=1.0, mode="fan_in"):
    checked(name, mode)
    i, o = both(shape)
    value = scale(name, shape, gain, mode)
    return value * math.sqrt(2) if name in KAIMING else value


@mistake(
    "scale.no_gain",
    loses=["scale"],
    ko="Xavier에 gain을 곱하지 않았습니다.",
    en="gain is missing in Xavier.",
)
def init_scale(name, shape, gain=1.0, mode="fan_in"):
    checked(name, mode)
    i, o = both(shape)
    return scale(name, shape, 1.0, mode)


@mistake(
    "scale.gain_squared",
    loses=["scale"],
    ko="gain을 두 번 곱했습니다.",
    en="gain is multiplied twice.",
)
def init_scale(name, shape, gain=1.0, mode="fan_in"):
    checked(name, mode)
    i, o = both(shape)
    return scale(name, shape, gain**2, mode)


@mistake(
    "scale.gain_in_root",
    loses=["scale"],
    ko="gain이 제곱근 안에 들어갔습니다. 밖에서 곱하세요.",
    en="gain stands inside the root. Multiply outside.",
)
def init_scale(name, shape, gain=1.0, mode="fan_in"):
    checked(name, mode)
    i, o = both(shape)
    return scale(name, shape, math.sqrt(gain), mode)


@mistake(
    "scale.mean_of_fans",
    loses=["scale"],
    ko="fan_in과 fan_out의 합이 아니라 평균을 썼습니다.",
    en="The mean of the two fans was taken in place of their sum.",
)
def init_scale(name, shape, gain=1.0, mode="fan_in"):
    checked(name, mode)
    i, o = both(shape)
    value = scale(name, shape, gain, mode)
    return value * math.sqrt(2) if name in XAVIER else value


@mistake(
    "scale.whole_mean",
    loses=["scale"],
    ko="fan의 평균을 //로 구해 소수점 아래가 버려졌습니다. /로 나누세요.",
    en="The mean of the fans is taken with //, which drops what is behind the point. Use /.",
)
def init_scale(name, shape, gain=1.0, mode="fan_in"):
    checked(name, mode)
    i, o = both(shape)
    if name in XAVIER:
        return gain * math.sqrt((3 if name == "xavier_uniform" else 1) / ((i + o) // 2))
    return scale(name, shape, gain, mode)


@mistake(
    "scale.relu_gain_by_default",
    loses=["scale"],
    ko="gain이 1이면 ReLU의 gain √2를 썼습니다. Xavier에는 받은 gain을 그대로 쓰세요.",
    en="For a gain of 1 that of ReLU, √2, is used. Xavier takes the gain that it is given.",
)
def init_scale(name, shape, gain=1.0, mode="fan_in"):
    checked(name, mode)
    return scale(name, shape, math.sqrt(2) if gain == 1 else gain, mode)


@mistake(
    "scale.xavier_fan_in",
    loses=["scale"],
    ko="Xavier에서 fan_in만 썼습니다. fan_in과 fan_out을 더합니다.",
    en="Only fan_in is in Xavier. It is the sum of fan_in and fan_out.",
)
def init_scale(name, shape, gain=1.0, mode="fan_in"):
    checked(name, mode)
    i, o = both(shape)
    top = 6 if name.endswith("uniform") else 2
    return gain * math.sqrt(top / (2 * i)) if name in XAVIER else scale(name, shape, gain, mode)


@mistake(
    "scale.kaiming_sum",
    loses=["scale"],
    ko="Kaiming에서 fan_in과 fan_out을 더했습니다. mode가 정하는 하나만 씁니다.",
    en="In Kaiming both fans were added. It takes the one that mode says.",
)
def init_scale(name, shape, gain=1.0, mode="fan_in"):
    checked(name, mode)
    i, o = both(shape)
    top = 6 if name.endswith("uniform") else 2
    return scale(name, shape, gain, mode) if name in XAVIER else math.sqrt(top / (i + o))


@mistake(
    "scale.no_mode",
    loses=["scale"],
    ko="mode를 쓰지 않았습니다. fan_out이면 fan_out으로 나눕니다.",
    en="mode is not used. With fan_out it divides by fan_out.",
)
def init_scale(name, shape, gain=1.0, mode="fan_in"):
    checked(name, mode)
    i, o = both(shape)
    return scale(name, shape, gain, "fan_in")


@mistake(
    "scale.mode_swapped",
    loses=["scale"],
    ko="mode의 fan_in과 fan_out이 바뀌었습니다.",
    en="fan_in and fan_out of mode are swapped.",
)
def init_scale(name, shape, gain=1.0, mode="fan_in"):
    checked(name, mode)
    i, o = both(shape)
    return scale(name, shape, gain, "fan_out" if mode == "fan_in" else "fan_in")


@mistake(
    "scale.normal_fan_out",
    loses=["scale"],
    ko="kaiming_normal도 기본값은 fan_in입니다.",
    en="kaiming_normal has fan_in by default too.",
)
def init_scale(name, shape, gain=1.0, mode="fan_in"):
    checked(name, mode)
    i, o = both(shape)
    if name == "kaiming_normal" and mode == "fan_in":
        return math.sqrt(2 / o)
    return scale(name, shape, gain, mode)


@mistake(
    "scale.variance",
    loses=["scale"],
    ko="정규분포에서 표준편차 대신 분산을 구했습니다.",
    en="For the normal this is the variance, not the standard deviation.",
)
def init_scale(name, shape, gain=1.0, mode="fan_in"):
    checked(name, mode)
    i, o = both(shape)
    value = scale(name, shape, gain, mode)
    return value**2 if name.endswith("normal") else value


@mistake(
    "scale.no_area",
    loses=["scale"],
    ko="커널 크기를 빠뜨린 값입니다.",
    en="The size of the kernel is missing in it.",
)
def init_scale(name, shape, gain=1.0, mode="fan_in"):
    checked(name, mode)
    i, o = both(shape)
    return scale(name, shape[:2], gain, mode)


@mistake(
    "scale.none_for_unknown",
    loses=["scale"],
    ko="모르는 name에 None을 돌려줍니다. ValueError를 발생시키세요.",
    en="For an unknown name it returns None. Raise a ValueError.",
)
def init_scale(name, shape, gain=1.0, mode="fan_in"):
    return scale(name, shape, gain, mode) if name in XAVIER + KAIMING else None


@mistake(
    "scale.key_error",
    loses=["scale"],
    ko="사전에 없는 name은 KeyError를 냅니다. ValueError를 직접 발생시키세요.",
    en="A name that is not in the dict is a KeyError. Raise a ValueError of your own.",
)
def init_scale(name, shape, gain=1.0, mode="fan_in"):
    checked(dict.fromkeys(XAVIER + KAIMING, "xavier_normal")[name])
    return scale(name, shape, gain, mode)


@mistake(
    "scale.any_mode",
    loses=["scale"],
    ko="fan_in이 아닌 mode를 모두 fan_out으로 여깁니다. 모르는 mode는 ValueError입니다.",
    en="Any mode but fan_in is taken for fan_out. An unknown mode is a ValueError.",
)
def init_scale(name, shape, gain=1.0, mode="fan_in"):
    return scale(name, shape, gain, mode if mode == "fan_in" else "fan_out")


@mistake(
    "scale.tensor",
    loses=["scale"],
    ko="텐서를 돌려주었습니다. Python의 float가 필요하니 math.sqrt를 쓰거나 .item()을 부르세요.",
    en="A tensor came back. A Python float is wanted: use math.sqrt, or call .item().",
)
def init_scale(name, shape, gain=1.0, mode="fan_in"):
    checked(name, mode)
    i, o = both(shape)
    return torch.tensor(scale(name, shape, gain, mode))


@mistake(
    "scale.rounded",
    loses=["scale"],
    ko="값을 반올림했습니다.",
    en="The value was rounded.",
)
def init_scale(name, shape, gain=1.0, mode="fan_in"):
    checked(name, mode)
    i, o = both(shape)
    return round(scale(name, shape, gain, mode), 2)


@mistake(
    "scale.no_return",
    loses=["scale"],
    ko="return이 없어서 None을 돌려줍니다.",
    en="There is no return statement, so that None comes back.",
)
def init_scale(name, shape, gain=1.0, mode="fan_in"):
    checked(name, mode)
    i, o = both(shape)
    value = scale(name, shape, gain, mode)  # noqa: F841


@mistake(
    "init.constant_one",
    loses=["init.fixed"],
    ko="constant의 기본값은 2입니다.",
    en="The default of constant is 2.",
)
def init_weight(name, shape, seed=None, **kw):
    if name == "constant":
        kw = {"value": kw.get("value", 1.0)}
    return right(name, shape, seed, **kw)


@mistake(
    "init.constant_fixed",
    loses=["init.fixed"],
    ko="value를 쓰지 않고 언제나 2로 채웁니다.",
    en="It always fills with 2 and never uses value.",
)
def init_weight(name, shape, seed=None, **kw):
    kw.pop("value", None)
    return right(name, shape, seed, **kw)


@mistake(
    "init.integers",
    loses=["init.fixed"],
    ko="정수로 채우면 int64 텐서가 됩니다. float32가 필요합니다.",
    en="Filling with a whole number makes an int64 tensor. float32 is wanted.",
)
def init_weight(name, shape, seed=None, **kw):
    if name == "constant":
        return torch.full(tuple(shape), kw.get("value", 2))
    return right(name, shape, seed, **kw)


@mistake(
    "init.square_eye",
    loses=["init.fixed"],
    ko="torch.eye(shape[0])처럼 정사각형입니다. torch.eye(*shape)를 쓰세요.",
    en="It is a square, as torch.eye(shape[0]) makes it. Use torch.eye(*shape).",
)
def init_weight(name, shape, seed=None, **kw):
    if name == "eye" and len(shape) == 2:
        return torch.eye(shape[0])
    return right(name, shape, seed, **kw)


@mistake(
    "init.eye_ones",
    loses=["init.fixed"],
    ko="eye는 대각선만 1입니다. 나머지는 0입니다.",
    en="eye has ones on its diagonal only. All else is 0.",
)
def init_weight(name, shape, seed=None, **kw):
    if name == "eye" and len(shape) == 2:
        return torch.ones(tuple(shape))
    return right(name, shape, seed, **kw)


@mistake(
    "init.dirac",
    loses=["init.fixed"],
    ko="conv의 shape에는 eye를 쓸 수 없습니다. ValueError를 발생시키세요.",
    en="eye is not for the shape of a conv. Raise a ValueError.",
)
def init_weight(name, shape, seed=None, **kw):
    if name == "eye" and len(shape) == 4:
        return nn.init.dirac_(torch.empty(tuple(shape)))
    return right(name, shape, seed, **kw)


@mistake(
    "init.eye_of_two",
    loses=["init.fixed"],
    ko="차원이 둘이 아닌데 앞의 두 크기로 eye를 만들었습니다. ValueError를 발생시키세요.",
    en="It takes the first two sizes where there are not two dimensions. Raise a ValueError.",
)
def init_weight(name, shape, seed=None, **kw):
    if name == "eye" and len(shape) != 2:
        return torch.eye(*shape[:2])
    return right(name, shape, seed, **kw)


@mistake(
    "init.unknown_empty",
    loses=["init.fixed"],
    ko="모르는 name이면 초기화하지 않은 텐서를 돌려줍니다. ValueError를 발생시키세요.",
    en="For an unknown name a tensor comes back that nothing was written to. Raise a ValueError.",
)
def init_weight(name, shape, seed=None, **kw):
    if name not in (*XAVIER, *KAIMING, "uniform", "normal", "constant", "ones", "zeros", "eye"):
        return torch.zeros(tuple(shape))
    return right(name, shape, seed, **kw)


@mistake(
    "init.unknown_key",
    loses=["init.fixed"],
    ko="사전에 없는 name은 KeyError를 냅니다. ValueError를 직접 발생시키세요.",
    en="A name that is not in the dict is a KeyError. Raise a ValueError of your own.",
)
def init_weight(name, shape, seed=None, **kw):
    names = (*XAVIER, *KAIMING, "uniform", "normal", "constant", "ones", "zeros", "eye")
    {known: known for known in names}[name]
    return right(name, shape, seed, **kw)


@mistake(
    "init.one_dimension",
    loses=["init.fixed"],
    ko="차원이 하나일 때 shape[1]이 없어서 IndexError가 납니다. ValueError를 직접 발생시키세요.",
    en="With one dimension there is no shape[1]: an IndexError. Raise a ValueError of your own.",
)
def init_weight(name, shape, seed=None, **kw):
    if name in XAVIER + KAIMING:
        shape[1]
    return right(name, shape, seed, **kw)


@mistake(
    "init.parameter",
    loses=["init.fixed"],
    ko="nn.Parameter처럼 requires_grad가 True입니다. requires_grad가 False인 텐서를 돌려주세요.",
    en="Its requires_grad is True, as that of an nn.Parameter. Return a tensor that does not require grad.",
)
def init_weight(name, shape, seed=None, **kw):
    return nn.Parameter(right(name, shape, seed, **kw))


@mistake(
    "init.float64",
    loses=["init.fixed"],
    ko="결과가 float64입니다. float32로 바꾸세요.",
    en="The result is float64. Make it float32.",
)
def init_weight(name, shape, seed=None, **kw):
    return right(name, shape, seed, **kw).double()


@mistake(
    "init.scalar",
    loses=["init.fixed"],
    ko="모든 칸을 채우지 않고 값 하나만 돌려줍니다.",
    en="It returns one value and does not fill all cells.",
)
def init_weight(name, shape, seed=None, **kw):
    if name in ("constant", "ones", "zeros"):
        return torch.tensor({"constant": kw.get("value", 2.0), "ones": 1.0, "zeros": 0.0}[name])
    return right(name, shape, seed, **kw)


@mistake(
    "init.unit",
    loses=["init.random"],
    ko="a와 b를 쓰지 않고 0과 1 사이에서 뽑았습니다.",
    en="Drawn between 0 and 1: a and b are not used.",
)
def init_weight(name, shape, seed=None, **kw):
    if name == "uniform":
        kw = {"a": 0.0, "b": 1.0}
    return right(name, shape, seed, **kw)


@mistake(
    "init.no_bounds",
    loses=["init.random"],
    ko="a와 b를 쓰지 않고 언제나 0과 5 사이에서 뽑았습니다.",
    en="Always drawn between 0 and 5: a and b are not used.",
)
def init_weight(name, shape, seed=None, **kw):
    if name == "uniform":
        kw = {}
    return right(name, shape, seed, **kw)


@mistake(
    "init.width",
    loses=["init.random"],
    ko="a + b * rand는 a와 a + b 사이입니다. b - a를 곱하세요.",
    en="a + b * rand lies between a and a + b. Multiply by b - a.",
)
def init_weight(name, shape, seed=None, **kw):
    if name == "uniform":
        a, b = kw.get("a", 0.0), kw.get("b", 5.0)
        kw = {"a": a, "b": a + b}
    return right(name, shape, seed, **kw)


@mistake(
    "init.whole_numbers",
    loses=["init.random"],
    ko="정수만 뽑았습니다. 실수에서 뽑으세요.",
    en="Only whole numbers were drawn. Draw real ones.",
)
def init_weight(name, shape, seed=None, **kw):
    weight = right(name, shape, seed, **kw)
    return weight.round() if name == "uniform" else weight


@mistake(
    "init.std_as_variance",
    loses=["init.random"],
    ko="std의 제곱을 곱했습니다. 표준편차를 그대로 곱하세요.",
    en="Multiplied by the square of std. Multiply by the standard deviation itself.",
)
def init_weight(name, shape, seed=None, **kw):
    if name == "normal":
        kw["std"] = kw.get("std", 1.0) ** 2
    return right(name, shape, seed, **kw)


@mistake(
    "init.no_mean",
    loses=["init.random"],
    ko="mean을 더하지 않았습니다.",
    en="mean is not added.",
)
def init_weight(name, shape, seed=None, **kw):
    kw.pop("mean", None)
    return right(name, shape, seed, **kw)


@mistake(
    "init.std_as_bound",
    loses=["init.random"],
    ko="표준편차를 그대로 균등분포의 범위로 썼습니다. 범위는 표준편차의 √3배입니다.",
    en="The standard deviation was taken for the bound of the uniform. The bound is √3 times as large.",
)
def init_weight(name, shape, seed=None, **kw):
    weight = right(name, shape, seed, **kw)
    return weight / math.sqrt(3) if name in ("xavier_uniform", "kaiming_uniform") else weight


@mistake(
    "init.half",
    loses=["init.random"],
    ko="0과 범위 사이에서만 뽑았습니다. 음수도 나와야 합니다.",
    en="Drawn between 0 and the bound only. There must be negative values too.",
)
def init_weight(name, shape, seed=None, **kw):
    weight = right(name, shape, seed, **kw)
    return weight.abs() if name in ("xavier_uniform", "kaiming_uniform") else weight


@mistake(
    "init.normal_for_uniform",
    loses=["init.random"],
    ko="균등분포 대신 표준편차가 같은 정규분포에서 뽑았습니다.",
    en="Drawn from a normal of the same standard deviation in place of the uniform.",
)
def init_weight(name, shape, seed=None, **kw):
    weight = right(name, shape, seed, **kw)
    if name in ("xavier_uniform", "kaiming_uniform"):
        weight.normal_(0.0, float(weight.std()))
    return weight


@mistake(
    "init.uniform_for_normal",
    loses=["init.random"],
    ko="정규분포 대신 균등분포에서 뽑았습니다.",
    en="Drawn from a uniform in place of the normal.",
)
def init_weight(name, shape, seed=None, **kw):
    weight = right(name, shape, seed, **kw)
    if name in ("xavier_normal", "kaiming_normal"):
        bound = math.sqrt(3) * float(weight.std())
        weight.uniform_(-bound, bound)
    return weight


@mistake(
    "init.truncated",
    loses=["init.random"],
    ko="양 끝을 잘라 낸 정규분포입니다. nn.init.normal_처럼 자르지 않습니다.",
    en="The ends of this normal are cut off. It is not to be cut, as in nn.init.normal_.",
)
def init_weight(name, shape, seed=None, **kw):
    weight = right(name, shape, seed, **kw)
    if name == "normal":
        mean, std = kw.get("mean", 0.0), kw.get("std", 1.0)
        nn.init.trunc_normal_(weight, mean, std, mean - 2 * std, mean + 2 * std)
    return weight


@mistake(
    "init.no_gain",
    loses=["init.random"],
    ko="Xavier에서 gain을 쓰지 않았습니다.",
    en="gain is not used in Xavier.",
)
def init_weight(name, shape, seed=None, **kw):
    kw.pop("gain", None)
    return right(name, shape, seed, **kw)


@mistake(
    "init.normal_fan_in",
    loses=["init.random"],
    ko="kaiming_normal의 기본값은 슬라이드처럼 fan_out입니다.",
    en="kaiming_normal has fan_out by default, as on the slide.",
)
def init_weight(name, shape, seed=None, **kw):
    if name == "kaiming_normal":
        kw.setdefault("mode", "fan_in")
    return right(name, shape, seed, **kw)


@mistake(
    "init.uniform_fan_out",
    loses=["init.random"],
    ko="kaiming_uniform의 기본값은 fan_in입니다.",
    en="kaiming_uniform has fan_in by default.",
)
def init_weight(name, shape, seed=None, **kw):
    if name == "kaiming_uniform":
        kw.setdefault("mode", "fan_out")
    return right(name, shape, seed, **kw)


@mistake(
    "init.no_mode",
    loses=["init.random"],
    ko="mode를 쓰지 않았습니다.",
    en="mode is not used.",
)
def init_weight(name, shape, seed=None, **kw):
    kw.pop("mode", None)
    return right(name, shape, seed, **kw)


@mistake(
    "init.linear_gain",
    loses=["init.random"],
    ko="nonlinearity를 ReLU로 정하지 않아 gain √2가 빠졌습니다.",
    en="The nonlinearity is not ReLU, so that the gain √2 is missing.",
)
def init_weight(name, shape, seed=None, **kw):
    weight = right(name, shape, seed, **kw)
    return weight / math.sqrt(2) if name in KAIMING else weight


@mistake(
    "init.default_a",
    loses=["init.random"],
    ko="nn.Linear의 기본값인 a=√5를 썼습니다. ReLU에는 쓰지 않습니다.",
    en="a=√5 is the default of nn.Linear. It is not for ReLU.",
)
def init_weight(name, shape, seed=None, **kw):
    weight = right(name, shape, seed, **kw)
    return weight / math.sqrt(6) if name == "kaiming_uniform" else weight


@mistake(
    "init.fans_of_first_two",
    loses=["init.random"],
    ko="커널 크기를 빠뜨린 fan으로 뽑았습니다.",
    en="Drawn with fans that lack the size of the kernel.",
)
def init_weight(name, shape, seed=None, **kw):
    weight = right(name, shape, seed, **kw)
    return weight * math.sqrt(math.prod(shape[2:])) if name in XAVIER + KAIMING else weight


@mistake(
    "init.seed_ignored",
    loses=["init.random"],
    ko="seed를 쓰지 않았습니다. torch.manual_seed(seed)를 부르세요.",
    en="seed is not used. Call torch.manual_seed(seed).",
    replay=False,
)
def init_weight(name, shape, seed=None, **kw):
    return right(name, shape, None, **kw)


@mistake(
    "init.always_seeded",
    loses=["init.random"],
    ko="seed가 None이어도 같은 값이 나옵니다. None이면 seed를 정하지 마세요.",
    en="The same values come even where seed is None. Set no seed then.",
)
def init_weight(name, shape, seed=None, **kw):
    return right(name, shape, 0 if seed is None else seed, **kw)


@mistake(
    "init.seed_0",
    loses=["init.random"],
    ko="if seed: 는 0도 없는 것으로 봅니다. seed is not None인지 확인하세요.",
    en="if seed: takes 0 for no seed too. Ask whether seed is not None.",
    replay=False,
)
def init_weight(name, shape, seed=None, **kw):
    return right(name, shape, seed or None, **kw)


@mistake(
    "init.one_seed",
    loses=["init.random"],
    ko="seed가 무엇이든 같은 값이 나옵니다. 받은 seed를 쓰세요.",
    en="The same values come whatever the seed. Use the one that comes in.",
)
def init_weight(name, shape, seed=None, **kw):
    return right(name, shape, None if seed is None else 1, **kw)


@mistake(
    "init.numpy_float64",
    loses=["init.random"],
    ko="numpy의 난수는 float64입니다. float32로 바꾸세요.",
    en="Random numbers of numpy are float64. Make them float32.",
)
def init_weight(name, shape, seed=None, **kw):
    weight = right(name, shape, seed, **kw)
    return weight.double() if name == "normal" else weight


@mistake(
    "init.flat",
    loses=["init.random"],
    ko="shape을 쓰지 않고 한 줄로 뽑았습니다.",
    en="Drawn as one row: shape is not used.",
)
def init_weight(name, shape, seed=None, **kw):
    weight = right(name, shape, seed, **kw)
    return weight.flatten() if name in ("normal", "uniform") else weight


@mistake(
    "init.one_value",
    loses=["init.random"],
    ko="값 하나를 뽑아 모든 칸을 채웠습니다.",
    en="One value was drawn, and all cells filled with it.",
)
def init_weight(name, shape, seed=None, **kw):
    weight = right(name, shape, seed, **kw)
    return torch.full_like(weight, float(weight.flatten()[0])) if name == "normal" else weight


@mistake(
    "init.sorted",
    loses=["init.random"],
    ko="뽑은 값을 정렬했습니다. 뽑은 순서 그대로 두세요.",
    en="What was drawn is sorted. Leave it in the order in which it was drawn.",
)
def init_weight(name, shape, seed=None, **kw):
    weight = right(name, shape, seed, **kw)
    return weight.flatten().sort().values.reshape(weight.shape) if name == "uniform" else weight


@mistake(
    "set_conv.data",
    loses=["set_conv"],
    ko=".data = 은 shape을 검사하지 않습니다. 3×3 가중치를 넣으면 5×5 conv가 조용히 3×3이 됩니다.",
    en=".data = checks no shape: a 3×3 weight silently makes a 3×3 conv of a 5×5 one.",
)
def set_conv_params(conv, weight, bias):
    conv.weight.data = weight.clone()
    conv.bias.data = bias.clone()


@mistake(
    "set_conv.copy_alone",
    loses=["set_conv"],
    ko="copy_는 크기 1을 늘려 넣고, 맞지 않으면 RuntimeError를 냅니다. 먼저 shape을 비교하세요.",
    en="copy_ stretches sizes of 1, and else raises a RuntimeError. Compare the shapes first.",
)
def set_conv_params(conv, weight, bias):
    with torch.no_grad():
        conv.weight.copy_(weight)
        conv.bias.copy_(bias)


@mistake(
    "set_conv.weight_only_checked",
    loses=["set_conv"],
    ko="bias의 shape을 검사하지 않았습니다. (1, 1, 1, 1)도 ValueError입니다.",
    en="The shape of bias is not checked. (1, 1, 1, 1) is a ValueError too.",
)
def set_conv_params(conv, weight, bias):
    if weight.shape != conv.weight.shape:
        raise ValueError
    with torch.no_grad():
        conv.weight.copy_(weight)
        conv.bias.copy_(bias)


@mistake(
    "set_conv.numel",
    loses=["set_conv"],
    ko="shape이 달라도 원소의 수가 같으면 받습니다. shape이 완전히 같아야 합니다.",
    en="Another shape is taken where the number of elements is the same. The shapes must be exactly the same.",
)
def set_conv_params(conv, weight, bias):
    if weight.numel() != conv.weight.numel() or bias.numel() != conv.bias.numel():
        raise ValueError
    with torch.no_grad():
        conv.weight.copy_(weight.reshape(conv.weight.shape))
        conv.bias.copy_(bias.reshape(conv.bias.shape))


@mistake(
    "set_conv.late",
    loses=["set_conv"],
    ko="weight를 이미 바꾼 뒤에 bias를 검사합니다. 먼저 둘 다 검사하세요.",
    en="bias is checked after weight has changed already. Check both first.",
)
def set_conv_params(conv, weight, bias):
    if weight.shape != conv.weight.shape:
        raise ValueError
    with torch.no_grad():
        conv.weight.copy_(weight)
    if bias.shape != conv.bias.shape:
        raise ValueError
    with torch.no_grad():
        conv.bias.copy_(bias)


@mistake(
    "set_conv.new_parameters",
    loses=["set_conv"],
    ko="nn.Parameter를 새로 만들었습니다. 먼저 만든 optimizer는 옛 파라미터만 움직입니다.",
    en="New nn.Parameters were made. An optimizer made before moves the old ones only.",
)
def set_conv_params(conv, weight, bias):
    fits(conv, weight, bias)
    conv.weight = nn.Parameter(weight.clone())
    conv.bias = nn.Parameter(bias.clone())


@mistake(
    "set_conv.frozen",
    loses=["set_conv"],
    ko="requires_grad가 False로 남아서 더 이상 학습되지 않습니다.",
    en="requires_grad stays False, so that nothing is learnt any more.",
)
def set_conv_params(conv, weight, bias):
    fits(conv, weight, bias)
    conv.requires_grad_(False)
    conv.weight.copy_(weight)
    conv.bias.copy_(bias)


@mistake(
    "set_conv.with_graph",
    loses=["set_conv"],
    ko="torch.no_grad() 없이는 학습하는 파라미터를 고칠 수 없습니다.",
    en="Without torch.no_grad() a parameter that is learnt cannot be changed in place.",
)
def set_conv_params(conv, weight, bias):
    fits(conv, weight, bias)
    conv.weight.copy_(weight)
    conv.bias.copy_(bias)


@mistake(
    "set_conv.shared",
    loses=["set_conv"],
    ko="값을 복사하지 않고 같은 메모리를 씁니다. 학습하면 받은 텐서까지 바뀝니다.",
    en="The memory is shared, not copied: training would change the tensors that came in.",
)
def set_conv_params(conv, weight, bias):
    fits(conv, weight, bias)
    conv.weight.data = weight
    conv.bias.data = bias


@mistake(
    "set_conv.no_bias",
    loses=["set_conv"],
    ko="bias를 넣지 않았습니다.",
    en="bias is not set.",
)
def set_conv_params(conv, weight, bias):
    fits(conv, weight, bias)
    with torch.no_grad():
        conv.weight.copy_(weight)


@mistake(
    "set_conv.no_weight",
    loses=["set_conv"],
    ko="weight를 넣지 않았습니다.",
    en="weight is not set.",
)
def set_conv_params(conv, weight, bias):
    fits(conv, weight, bias)
    with torch.no_grad():
        conv.bias.copy_(bias)


@mistake(
    "set_conv.added",
    loses=["set_conv"],
    ko="기존 값에 더했습니다. 덮어쓰세요.",
    en="The values were added to the old ones. Overwrite them.",
)
def set_conv_params(conv, weight, bias):
    fits(conv, weight, bias)
    with torch.no_grad():
        conv.weight += weight
        conv.bias += bias


@mistake(
    "set_conv.plain",
    loses=["set_conv"],
    ko="이름을 다시 묶기만 했습니다. 함수 밖의 conv는 그대로입니다.",
    en="Only names are bound anew. The conv outside stays as it was.",
)
def set_conv_params(conv, weight, bias):
    fits(conv, weight, bias)
    w, b = conv.weight, conv.bias
    w, b = weight, bias  # noqa: F841


@mistake(
    "set_conv.new_conv",
    loses=["set_conv"],
    ko="새 conv를 만들었습니다. 받은 conv 자체를 바꾸어야 합니다.",
    en="A new conv was made. Change the one that came in.",
)
def set_conv_params(conv, weight, bias):
    fits(conv, weight, bias)
    new = nn.Conv2d(conv.in_channels, conv.out_channels, conv.kernel_size)
    with torch.no_grad():
        new.weight.copy_(weight)
        new.bias.copy_(bias)
    return new


@mistake(
    "set_conv.slide_bias",
    loses=["set_conv"],
    ko="bias를 슬라이드처럼 (1, 1, 1, 1)로 바꾸었습니다. shape은 (출력 채널,)입니다.",
    en="bias was given the shape (1, 1, 1, 1) of the slide. Its shape is (out channels,).",
)
def set_conv_params(conv, weight, bias):
    fits(conv, weight, bias)
    with torch.no_grad():
        conv.weight.copy_(weight)
    conv.bias.data = bias.clone().reshape(1, -1, 1, 1)


@mistake(
    "set_conv.assert",
    loses=["set_conv"],
    ko="assert는 python -O로 실행하면 사라집니다. raise ValueError를 쓰세요.",
    en="python -O removes an assert. Use raise ValueError.",
)
def set_conv_params(conv, weight, bias):
    assert weight.shape == conv.weight.shape
    assert bias.shape == conv.bias.shape
    with torch.no_grad():
        conv.weight.copy_(weight)
        conv.bias.copy_(bias)


@mistake(
    "set_conv.zeroed",
    loses=["set_conv"],
    ko="받은 텐서를 바꾸었습니다.",
    en="The tensors that came in were changed.",
)
def set_conv_params(conv, weight, bias):
    fits(conv, weight, bias)
    with torch.no_grad():
        conv.weight.copy_(weight)
        conv.bias.copy_(bias)
    weight.zero_()


@mistake(
    "plot.sorted_line",
    loses=["plot"],
    ko="선 그래프에도 정렬한 값을 그렸습니다. 선은 t의 순서 그대로입니다.",
    en="The line shows sorted values too. It takes t in its own order.",
)
def plot_init(t, bins=10):
    t = t.detach()
    fig, (left, right) = plt.subplots(1, 2)
    left.plot(np.sort(t))
    right.hist(t, bins=bins)
    return fig


@mistake(
    "plot.indices",
    loses=["plot"],
    ko="값이 아니라 번호의 히스토그램입니다.",
    en="This is a histogram of the indices, not of the values.",
)
def plot_init(t, bins=10):
    t = t.detach()
    fig, (left, right) = plt.subplots(1, 2)
    left.plot(range(len(t)), t)
    right.hist(range(len(t)), bins=bins)
    return fig


@mistake(
    "plot.weighted",
    loses=["plot"],
    ko="번호의 구간마다 t를 더한 것입니다. hist(t, bins=bins)라고 쓰세요.",
    en="This adds up t over bins of its indices. Write hist(t, bins=bins).",
)
def plot_init(t, bins=10):
    t = t.detach()
    fig, (left, right) = plt.subplots(1, 2)
    left.plot(range(len(t)), t)
    right.hist(range(len(t)), bins=bins, weights=t)
    return fig


@mistake(
    "plot.no_bins",
    loses=["plot"],
    ko="bins를 쓰지 않아 언제나 구간이 10개입니다.",
    en="bins is not used: there are always ten.",
)
def plot_init(t, bins=10):
    t = t.detach()
    fig, (left, right) = plt.subplots(1, 2)
    left.plot(range(len(t)), t)
    right.hist(t)
    return fig


@mistake(
    "plot.edges",
    loses=["plot"],
    ko="linspace(…, bins)는 경계가 bins개여서 구간이 하나 모자랍니다. bins + 1입니다.",
    en="linspace(…, bins) has bins edges, which is one bin too few. Take bins + 1.",
)
def plot_init(t, bins=10):
    t = t.detach()
    fig, (left, right) = plt.subplots(1, 2)
    left.plot(range(len(t)), t)
    right.hist(t, bins=np.linspace(t.min(), t.max(), bins))
    return fig


@mistake(
    "plot.cumulative",
    loses=["plot"],
    ko="막대가 앞의 것까지 더해져 쌓입니다(cumulative).",
    en="The bars add up all before them (cumulative).",
)
def plot_init(t, bins=10):
    t = t.detach()
    fig, (left, right) = plt.subplots(1, 2)
    left.plot(range(len(t)), t)
    right.hist(t, bins=bins, cumulative=True)
    return fig


@mistake(
    "plot.bars_of_values",
    loses=["plot"],
    ko="값 하나마다 막대를 하나씩 그렸습니다. 히스토그램은 구간마다 개수를 셉니다.",
    en="There is a bar for each value. A histogram counts how many lie in each bin.",
)
def plot_init(t, bins=10):
    t = t.detach()
    fig, (left, right) = plt.subplots(1, 2)
    left.plot(range(len(t)), t)
    right.bar(range(len(t)), t)
    return fig


@mistake(
    "plot.against_itself",
    loses=["plot"],
    ko="가로축에 번호가 아니라 값을 썼습니다.",
    en="The horizontal axis shows the values and not their indices.",
)
def plot_init(t, bins=10):
    t = t.detach()
    fig, (left, right) = plt.subplots(1, 2)
    left.plot(t, t)
    right.hist(t, bins=bins)
    return fig


@mistake(
    "plot.scatter",
    loses=["plot"],
    ko="점만 찍었습니다. 선 그래프는 plot으로 그립니다.",
    en="These are points only. A line is drawn with plot.",
)
def plot_init(t, bins=10):
    t = t.detach()
    fig, (left, right) = plt.subplots(1, 2)
    left.scatter(range(len(t)), t)
    right.hist(t, bins=bins)
    return fig


@mistake(
    "plot.swapped_axes",
    loses=["plot"],
    ko="가로축과 세로축이 바뀌었습니다. 가로축이 번호입니다.",
    en="The axes are swapped. The indices are on the horizontal one.",
)
def plot_init(t, bins=10):
    t = t.detach()
    fig, (left, right) = plt.subplots(1, 2)
    left.plot(t, range(len(t)))
    right.hist(t, bins=bins)
    return fig


@mistake(
    "plot.no_line",
    loses=["plot"],
    ko="선 그래프가 없습니다.",
    en="There is no line plot.",
)
def plot_init(t, bins=10):
    t = t.detach()
    fig, (left, right) = plt.subplots(1, 2)
    right.hist(t, bins=bins)
    return fig


@mistake(
    "plot.no_histogram",
    loses=["plot"],
    ko="돌려준 그림에 hist, bar, stairs, step으로 그린 히스토그램이 없습니다. 선과 같은 그림에 그리세요.",
    en="The figure that comes back has no histogram by hist, bar, stairs or step. Draw one beside the line.",
)
def plot_init(t, bins=10):
    t = t.detach()
    fig, (left, right) = plt.subplots(1, 2)
    left.plot(range(len(t)), t)
    return fig


@mistake(
    "plot.one_axes",
    loses=["plot"],
    ko="선과 막대를 한 좌표축에 겹쳐 그렸습니다. 좌표축을 둘 만드세요.",
    en="Line and bars share one Axes. Make two.",
)
def plot_init(t, bins=10):
    t = t.detach()
    fig, ax = plt.subplots()
    ax.plot(range(len(t)), t)
    ax.hist(t, bins=bins)
    return fig


@mistake(
    "plot.attached",
    loses=["plot"],
    ko="requires_grad인 텐서는 그대로 그릴 수 없습니다. .detach()로 떼어 내세요.",
    en="A tensor that requires grad cannot be drawn as it is. Take .detach() of it.",
)
def plot_init(t, bins=10):
    fig, (left, right) = plt.subplots(1, 2)
    left.plot(range(len(t)), t)
    right.hist(t, bins=bins)
    return fig


@mistake(
    "plot.left_over",
    loses=["plot"],
    ko="plt.subplot은 지금 열려 있는 그림에 그립니다. plt.figure()로 새 그림을 만드세요.",
    en="plt.subplot draws on the picture that is open. Make a new one with plt.figure().",
)
def plot_init(t, bins=10):
    t = t.detach()
    plt.subplot(1, 2, 1)
    plt.plot(range(len(t)), t)
    plt.subplot(1, 2, 2)
    plt.hist(t, bins=bins)
    return plt.gcf()


@mistake(
    "plot.closed",
    loses=["plot"],
    ko="돌려준 그림도, 열려 있는 그림도 없습니다. return fig를 쓰세요.",
    en="No figure comes back, and none is left open. Write return fig.",
)
def plot_init(t, bins=10):
    t = t.detach()
    fig, (left, right) = plt.subplots(1, 2)
    left.plot(range(len(t)), t)
    right.hist(t, bins=bins)
    plt.close(fig)


@mistake(
    "plot.counts",
    loses=["plot"],
    ko="그림이 아니라 값을 돌려주었습니다. Figure를 돌려주세요.",
    en="Values came back, not a picture. Return the Figure.",
)
def plot_init(t, bins=10):
    t = t.detach()
    fig, (left, right) = plt.subplots(1, 2)
    left.plot(range(len(t)), t)
    counts, edges, bars = right.hist(t, bins=bins)
    return counts


@mistake(
    "plot.sorted_in_place",
    loses=["plot"],
    ko="t 자체를 정렬했습니다. 입력 텐서를 바꾸면 안 됩니다.",
    en="t itself was sorted. The tensor that came in must not change.",
)
def plot_init(t, bins=10):
    values = t.detach().clone()
    t.data.copy_(values.sort().values)
    t = values
    fig, (left, right) = plt.subplots(1, 2)
    left.plot(range(len(t)), t)
    right.hist(t, bins=bins)
    return fig


@mistake(
    "plot.fixed_range",
    loses=["plot"],
    ko="구간이 0과 10 사이로 정해져 있습니다. t의 최솟값과 최댓값 사이를 나누세요.",
    en="The bins are fixed between 0 and 10. Divide what lies between the least and the greatest of t.",
)
def plot_init(t, bins=10):
    t = t.detach()
    fig, (left, right) = plt.subplots(1, 2)
    left.plot(range(len(t)), t)
    right.hist(t, bins=bins, range=(0, 10))
    return fig


@mistake(
    "fans.power",
    loses=["fans"],
    ko="커널의 한 변을 거듭제곱했습니다. 정사각형이 아닐 수도 있으므로 모든 변을 곱하세요.",
    en="It takes a power of one side of the kernel. It need not be a square: multiply all sides.",
)
def fans(shape):
    if len(shape) < 2:
        raise ValueError
    area = shape[-1] ** (len(shape) - 2)
    return shape[1] * area, shape[0] * area
