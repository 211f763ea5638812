"""a12_conv_by_hand: known mistakes. Each replaces the reference's function of the same name."""

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

from autograder.judge.mistakes import mistake

LAYERS = {1: nn.Conv1d, 2: nn.Conv2d, 3: nn.Conv3d}


def check_conv(x, weight, bias, stride, padding):
    sizes = zip(x.shape[2:], weight.shape[2:])
    if stride < 1 or padding < 0 or any(k > n + 2 * padding for n, k in sizes):
        raise ValueError
    if x.shape[1] != weight.shape[1] or (bias is not None and len(bias) != len(weight)):
        raise ValueError


def check_p(p):
    if p < 0:
        raise ValueError


def framed(x, p):
    return F.pad(x, (p, p, p, p))


def windows_of(x, weight, stride):
    """(N, C, H', W', kH, kW)."""
    return x.unfold(2, weight.shape[2], stride).unfold(3, weight.shape[3], stride)


def convolved(x, weight, stride=1):
    return torch.einsum("nchwij,ocij->nohw", windows_of(x, weight, stride), weight)


def biased(out, bias):
    return out if bias is None else out + bias.reshape(-1, 1, 1)


def layer(ndim, in_channels, out_channels, kernel_size, weight, bias, stride=1, padding=0):
    conv = LAYERS[ndim](in_channels, out_channels, kernel_size, stride=stride, padding=padding)
    nn.init.constant_(conv.weight, weight)
    nn.init.constant_(conv.bias, bias)
    return conv


# 1. zero_pad2d


@mistake(
    "pad.one_sided",
    loses=["pad"],
    ko="위와 왼쪽에만 붙였습니다. 패딩은 위아래, 좌우 네 쪽에 모두 붙입니다.",
    en="Only the top and the left got zeros. Padding goes on all four sides.",
)
def zero_pad2d(x, p):
    check_p(p)
    return F.pad(x, (p, 0, p, 0))


@mistake(
    "pad.bottom_right",
    loses=["pad"],
    ko="아래와 오른쪽에만 붙였습니다. 패딩은 위아래, 좌우 네 쪽에 모두 붙입니다.",
    en="Only the bottom and the right got zeros. Padding goes on all four sides.",
)
def zero_pad2d(x, p):
    check_p(p)
    return F.pad(x, (0, 2 * p, 0, 2 * p))


@mistake(
    "pad.one_number",
    loses=["pad"],
    ko="F.pad에 준 숫자가 두 개뿐이라 너비에만 붙었습니다. 네 쪽이면 (p, p, p, p)입니다.",
    en="With two numbers F.pad frames the width only. Four sides take (p, p, p, p).",
)
def zero_pad2d(x, p):
    check_p(p)
    return F.pad(x, (p, p))


@mistake(
    "pad.all_dimensions",
    loses=["pad"],
    ko="모든 차원에 붙였습니다. 마지막 두 차원, 높이와 너비에만 붙입니다.",
    en="Every dimension was padded. Only the last two, height and width, are.",
)
def zero_pad2d(x, p):
    check_p(p)
    return F.pad(x, (p, p) * x.dim())


@mistake(
    "pad.minus_zero",
    loses=["pad"],
    ko="p가 0이면 padded[p:-p]는 빈 텐서가 됩니다. p : p + H처럼 쓰세요.",
    en="Where p is 0, padded[p:-p] is empty. Write p : p + H.",
)
def zero_pad2d(x, p):
    check_p(p)
    *front, H, W = x.shape
    padded = x.new_zeros(*front, H + 2 * p, W + 2 * p)
    padded[..., p:-p, p:-p] = x
    return padded


@mistake(
    "pad.four_dimensions",
    loses=["pad"],
    ko="4차원 입력만 받습니다. x.shape[-2:]를 쓰면 차원의 수와 상관없이 됩니다.",
    en="It takes 4-D input only. With x.shape[-2:] any number of dimensions will do.",
)
def zero_pad2d(x, p):
    check_p(p)
    N, C, H, W = x.shape
    padded = torch.zeros(N, C, H + 2 * p, W + 2 * p, dtype=x.dtype)
    padded[:, :, p : p + H, p : p + W] = x
    return padded


@mistake(
    "pad.float32",
    loses=["pad"],
    ko="결과가 늘 float32입니다. .float()나 dtype=x.dtype이 없는 torch.zeros(...)를 확인하세요.",
    en="The result is always float32. Look for .float(), or torch.zeros(...) without dtype=x.dtype.",
)
def zero_pad2d(x, p):
    check_p(p)
    *front, H, W = x.shape
    padded = torch.zeros(*front, H + 2 * p, W + 2 * p)
    padded[..., p : p + H, p : p + W] = x
    return padded


@mistake(
    "pad.replicated",
    loses=["pad"],
    ko="테두리를 0이 아니라 가장자리의 값으로 채웠습니다.",
    en="The frame repeats the values of the border; it should be 0.",
)
def zero_pad2d(x, p):
    check_p(p)
    rows = torch.arange(-p, x.shape[-2] + p).clamp(0, x.shape[-2] - 1)
    columns = torch.arange(-p, x.shape[-1] + p).clamp(0, x.shape[-1] - 1)
    return x[..., rows, :][..., columns]


@mistake(
    "pad.ones",
    loses=["pad"],
    ko="테두리를 0이 아니라 1로 채웠습니다.",
    en="The frame was filled with 1; it should be 0.",
)
def zero_pad2d(x, p):
    check_p(p)
    return F.pad(x, (p, p, p, p), value=1)


@mistake(
    "pad.half",
    loses=["pad"],
    ko="p를 양쪽에 나누어 붙였습니다. 한쪽에 p줄씩이므로 크기는 2p만큼 커집니다.",
    en="p was divided between the two ends. Each end gets p lines, so the size grows by 2p.",
)
def zero_pad2d(x, p):
    check_p(p)
    return F.pad(x, (p // 2, p - p // 2) * 2)


@mistake(
    "pad.always_one",
    loses=["pad"],
    ko="p를 쓰지 않고 늘 한 줄만 붙였습니다.",
    en="The argument p is not used: there is always one line.",
)
def zero_pad2d(x, p):
    check_p(p)
    return framed(x, 1)


@mistake(
    "pad.graph_cut",
    loses=["pad"],
    ko="값은 맞지만 numpy나 detach(), torch.no_grad() 때문에 기울기가 끊겼습니다.",
    en="The values are right, but numpy, detach() or torch.no_grad() has cut the gradient.",
)
def zero_pad2d(x, p):
    check_p(p)
    width = [(0, 0)] * (x.dim() - 2) + [(p, p)] * 2
    return torch.from_numpy(np.pad(x.detach().numpy(), width))


@mistake(
    "pad.negative",
    loses=["pad"],
    ko="p < 0일 때 ValueError가 필요합니다. F.pad는 음수를 받으면 오류 없이 잘라 냅니다.",
    en="p < 0 needs a ValueError. F.pad cuts the border off without a word.",
)
def zero_pad2d(x, p):
    return framed(x, p)


@mistake(
    "pad.assert",
    loses=["pad"],
    ko="assert는 AssertionError를 냅니다. raise ValueError(...)를 쓰세요.",
    en="assert raises an AssertionError. Use raise ValueError(...).",
)
def zero_pad2d(x, p):
    assert p >= 0
    return framed(x, p)


@mistake(
    "pad.no_return",
    loses=["pad"],
    ko="return이 없어서 None을 돌려줍니다.",
    en="Without return it gives back None.",
)
def zero_pad2d(x, p):
    check_p(p)
    framed(x, p)


# 2. conv2d


@mistake(
    "conv.ready_made",
    loses=["conv.single", "conv.channels", "conv.stride_pad", "conv.bias+grad", "conv.errors"],
    ko="이미 만들어져 있는 합성곱을 불렀습니다. 반복문이나 unfold로 직접 구현하세요.",
    en="A ready-made convolution was called. Write it yourself, with loops or with unfold.",
)
def conv2d(x, weight, bias=None, stride=1, padding=0):
    check_conv(x, weight, bias, stride, padding)
    return F.conv2d(x, weight, bias, stride, padding)


@mistake(
    "conv.flipped",
    loses=["conv.single"],
    ko="커널을 뒤집은 값입니다. PyTorch의 conv는 뒤집지 않습니다.",
    en="This is with the kernel turned. PyTorch's conv does not turn it.",
)
def conv2d(x, weight, bias=None, stride=1, padding=0):
    check_conv(x, weight, bias, stride, padding)
    return biased(convolved(framed(x, padding), weight.flip(2, 3), stride), bias)


@mistake(
    "conv.flipped_sideways",
    loses=["conv.single"],
    ko="커널을 좌우로 뒤집은 값입니다. PyTorch의 conv는 뒤집지 않습니다.",
    en="This is with the kernel mirrored. PyTorch's conv does not turn it.",
)
def conv2d(x, weight, bias=None, stride=1, padding=0):
    check_conv(x, weight, bias, stride, padding)
    return biased(convolved(framed(x, padding), weight.flip(3), stride), bias)


@mistake(
    "conv.transposed_kernel",
    loses=["conv.single", "conv.channels", "conv.stride_pad"],
    ko="커널의 행과 열이 바뀌었습니다. weight[o, c, i, j]의 i는 세로, j는 가로입니다.",
    en="The rows and columns of the kernel are swapped: in weight[o, c, i, j] i goes down, j across.",
)
def conv2d(x, weight, bias=None, stride=1, padding=0):
    check_conv(x, weight, bias, stride, padding)
    return biased(convolved(framed(x, padding), weight.transpose(2, 3), stride), bias)


@mistake(
    "conv.mean",
    loses=["conv.single", "conv.channels", "conv.stride_pad", "conv.bias+grad"],
    ko="곱한 값을 더하지 않고 평균을 냈습니다.",
    en="The products were averaged, not added up.",
)
def conv2d(x, weight, bias=None, stride=1, padding=0):
    check_conv(x, weight, bias, stride, padding)
    return biased(convolved(framed(x, padding), weight, stride) / weight[0].numel(), bias)


@mistake(
    "conv.matmul",
    loses=["conv.single", "conv.channels", "conv.stride_pad", "conv.bias+grad"],
    ko="행렬곱(@)을 했습니다. 겹친 값끼리(*) 곱해야 합니다.",
    en="This is a matrix product (@). The values that lie on each other are multiplied (*).",
)
def conv2d(x, weight, bias=None, stride=1, padding=0):
    check_conv(x, weight, bias, stride, padding)
    windows = windows_of(framed(x, padding), weight, stride)
    return biased(torch.einsum("nchwij,ocjk->nohw", windows, weight), bias)


@mistake(
    "conv.three_dimensions",
    loses=["conv.single"],
    ko="값은 맞지만 크기가 1인 차원이 사라졌습니다. 결과는 언제나 (N, O, H', W')입니다.",
    en="The values are right, but dimensions of size 1 are gone. The result is always (N, O, H', W').",
)
def conv2d(x, weight, bias=None, stride=1, padding=0):
    check_conv(x, weight, bias, stride, padding)
    return biased(convolved(framed(x, padding), weight, stride), bias).squeeze()


@mistake(
    "conv.float32",
    loses=["conv.single"],
    ko="float64 입력의 결과가 float32가 되었습니다. .float()나 dtype=x.dtype이 없는 torch.zeros(...)를 확인하세요.",
    en="The result of float64 input is float32. Look for .float(), or torch.zeros(...) without dtype=x.dtype.",
)
def conv2d(x, weight, bias=None, stride=1, padding=0):
    check_conv(x, weight, bias, stride, padding)
    return biased(convolved(framed(x, padding), weight, stride), bias).float()


@mistake(
    "conv.changes_x",
    loses=["conv.single"],
    ko="입력 x가 변경되었습니다. 새 텐서를 만들어 계산하세요.",
    en="The input x was changed. Compute in a new tensor.",
)
def conv2d(x, weight, bias=None, stride=1, padding=0):
    check_conv(x, weight, bias, stride, padding)
    out = biased(convolved(framed(x, padding), weight, stride), bias)
    if not x.requires_grad:
        x.zero_()
    return out


@mistake(
    "conv.smaller_by_one",
    loses=["conv.single", "conv.channels", "conv.stride_pad", "conv.bias+grad"],
    ko="출력의 크기에서 +1을 빠뜨렸습니다. (n + 2p − k) // s + 1입니다.",
    en="The +1 is missing in the size of the output: (n + 2p − k) // s + 1.",
)
def conv2d(x, weight, bias=None, stride=1, padding=0):
    check_conv(x, weight, bias, stride, padding)
    return biased(convolved(framed(x, padding), weight, stride), bias)[:, :, :-1, :-1]


@mistake(
    "conv.channels_apart",
    loses=["conv.channels"],
    ko="채널의 결과를 더하지 않았습니다. 필터 하나가 모든 채널을 더해 숫자 하나를 만듭니다.",
    en="The channels were not added up: a filter makes one number out of all of them.",
)
def conv2d(x, weight, bias=None, stride=1, padding=0):
    check_conv(x, weight, bias, stride, padding)
    windows = windows_of(framed(x, padding), weight, stride)
    return biased(torch.einsum("nchwij,ocij->nchw", windows, weight), bias)


@mistake(
    "conv.first_channel",
    loses=["conv.channels"],
    ko="첫 채널만 계산했습니다. 모든 채널의 결과를 더하세요.",
    en="Only the first channel was computed. Add up the results of all channels.",
)
def conv2d(x, weight, bias=None, stride=1, padding=0):
    check_conv(x, weight, bias, stride, padding)
    return biased(convolved(framed(x[:, :1], padding), weight[:, :1], stride), bias)


@mistake(
    "conv.first_filter",
    loses=["conv.channels"],
    ko="첫 필터만 계산했습니다. 출력의 채널은 필터의 수 O입니다.",
    en="Only the first filter was used. The output has as many channels as there are filters.",
)
def conv2d(x, weight, bias=None, stride=1, padding=0):
    check_conv(x, weight, bias, stride, padding)
    return biased(convolved(framed(x, padding), weight[:1], stride), bias)


@mistake(
    "conv.first_image",
    loses=["conv.channels"],
    ko="첫 이미지만 계산했습니다. N개의 이미지를 모두 계산하세요.",
    en="Only the first image was computed. Do all N of them.",
)
def conv2d(x, weight, bias=None, stride=1, padding=0):
    check_conv(x, weight, bias, stride, padding)
    return biased(convolved(framed(x[:1], padding), weight, stride), bias)


@mistake(
    "conv.filters_first",
    loses=["conv.channels"],
    ko="N과 O의 자리가 바뀌었습니다. 결과는 (N, O, H', W')입니다.",
    en="N and O are swapped. The result is (N, O, H', W').",
)
def conv2d(x, weight, bias=None, stride=1, padding=0):
    check_conv(x, weight, bias, stride, padding)
    return biased(convolved(framed(x, padding), weight, stride), bias).transpose(0, 1)


@mistake(
    "conv.last_channel",
    loses=["conv.channels"],
    ko="채널마다 결과를 덮어써서 마지막 채널만 남았습니다. =가 아니라 더하기입니다.",
    en="Each channel overwrites the one before, so only the last is left. Add, do not assign.",
)
def conv2d(x, weight, bias=None, stride=1, padding=0):
    check_conv(x, weight, bias, stride, padding)
    return biased(convolved(framed(x[:, -1:], padding), weight[:, -1:], stride), bias)


@mistake(
    "conv.one_sided_padding",
    loses=["conv.stride_pad"],
    ko="위와 왼쪽에만 패딩했습니다. 패딩은 네 쪽에 모두 붙입니다.",
    en="Only the top and the left were padded. Padding goes on all four sides.",
)
def conv2d(x, weight, bias=None, stride=1, padding=0):
    check_conv(x, weight, bias, stride, padding)
    return biased(convolved(F.pad(x, (padding, 0, padding, 0)), weight, stride), bias)


@mistake(
    "conv.no_padding",
    loses=["conv.stride_pad"],
    ko="padding 인자를 쓰지 않았습니다.",
    en="The argument padding is not used.",
)
def conv2d(x, weight, bias=None, stride=1, padding=0):
    check_conv(x, weight, bias, stride, padding)
    return biased(convolved(x, weight, stride), bias)


@mistake(
    "conv.no_stride",
    loses=["conv.stride_pad"],
    ko="stride 인자를 쓰지 않았습니다.",
    en="The argument stride is not used.",
)
def conv2d(x, weight, bias=None, stride=1, padding=0):
    check_conv(x, weight, bias, stride, padding)
    return biased(convolved(framed(x, padding), weight), bias)


@mistake(
    "conv.stride_of_output",
    loses=["conv.stride_pad"],
    ko="출력의 크기만 stride로 줄이고, 커널은 한 칸씩 밀었습니다. 시작하는 칸은 i * stride입니다.",
    en="The stride shrinks the output, but the kernel still moves by one cell. It starts at i * stride.",
)
def conv2d(x, weight, bias=None, stride=1, padding=0):
    check_conv(x, weight, bias, stride, padding)
    every = biased(convolved(framed(x, padding), weight), bias)
    rows, columns = ((n - 1) // stride + 1 for n in every.shape[2:])
    return every[:, :, :rows, :columns]


@mistake(
    "conv.square_image",
    loses=["conv.stride_pad"],
    ko="H와 W가 같다고 보았습니다. 세로와 가로의 출력 크기를 따로 구하세요.",
    en="It takes H and W to be equal. Find the size of the output for each.",
)
def conv2d(x, weight, bias=None, stride=1, padding=0):
    check_conv(x, weight, bias, stride, padding)
    out = biased(convolved(framed(x, padding), weight, stride), bias)
    return out[:, :, : out.shape[3], : out.shape[2]]


@mistake(
    "conv.square_kernel",
    loses=["conv.stride_pad"],
    ko="커널이 정사각형이라고 보았습니다. kH와 kW는 다를 수 있습니다.",
    en="It takes the kernel to be square. kH and kW may differ.",
)
def conv2d(x, weight, bias=None, stride=1, padding=0):
    check_conv(x, weight, bias, stride, padding)
    k = min(weight.shape[2:])
    return biased(convolved(framed(x, padding), weight[:, :, :k, :k], stride), bias)


@mistake(
    "conv.ceil",
    loses=["conv.stride_pad"],
    ko="끝에 남은 칸까지 계산했습니다. 내림(floor)이므로 그 부분은 버립니다.",
    en="It goes on into what is left over at the end. The size is rounded down: that part is dropped.",
)
def conv2d(x, weight, bias=None, stride=1, padding=0):
    check_conv(x, weight, bias, stride, padding)
    x = framed(x, padding)
    down, across = (-(n - k) % stride for n, k in zip(x.shape[2:], weight.shape[2:]))
    return biased(convolved(F.pad(x, (0, across, 0, down)), weight, stride), bias)


@mistake(
    "conv.no_images",
    loses=["conv.stride_pad"],
    ko="이미지가 하나도 없으면(N = 0) torch.stack([])이 오류를 냅니다.",
    en="Without any images (N = 0), torch.stack([]) is an error.",
)
def conv2d(x, weight, bias=None, stride=1, padding=0):
    check_conv(x, weight, bias, stride, padding)
    images = [convolved(framed(x[n : n + 1], padding), weight, stride)[0] for n in range(len(x))]
    return biased(torch.stack(images), bias)


@mistake(
    "conv.view",
    loses=["conv.stride_pad"],
    ko="연속이 아닌 텐서에 view를 썼습니다. reshape을 쓰세요.",
    en="view was used on a tensor that is not contiguous. Use reshape.",
)
def conv2d(x, weight, bias=None, stride=1, padding=0):
    check_conv(x, weight, bias, stride, padding)
    pixels = x.view(x.shape[0], x.shape[1], -1)
    return biased(convolved(framed(pixels.reshape(x.shape), padding), weight, stride), bias)


@mistake(
    "conv.unpadded_check",
    loses=["conv.stride_pad"],
    ko="커널의 크기를 패딩하기 전의 입력과 비교했습니다. 패딩해서 들어가면 잘못이 아닙니다.",
    en="The kernel was compared with the input before padding. Where padding makes it fit, all is well.",
)
def conv2d(x, weight, bias=None, stride=1, padding=0):
    check_conv(x, weight, bias, stride, padding)
    if weight.shape[2] > x.shape[2] or weight.shape[3] > x.shape[3]:
        raise ValueError("kernel too large")
    return biased(convolved(framed(x, padding), weight, stride), bias)


@mistake(
    "conv.bias_per_channel",
    loses=["conv.bias+grad"],
    ko="편향을 채널마다 더했습니다. 채널의 결과를 모두 더한 다음 한 번만 더합니다.",
    en="The bias was added once per channel. Add it once, after the channels are added up.",
)
def conv2d(x, weight, bias=None, stride=1, padding=0):
    check_conv(x, weight, bias, stride, padding)
    bias = None if bias is None else bias * x.shape[1]
    return biased(convolved(framed(x, padding), weight, stride), bias)


@mistake(
    "conv.no_bias",
    loses=["conv.bias+grad"],
    ko="편향을 더하지 않았습니다.",
    en="The bias was not added.",
)
def conv2d(x, weight, bias=None, stride=1, padding=0):
    check_conv(x, weight, bias, stride, padding)
    return convolved(framed(x, padding), weight, stride)


@mistake(
    "conv.bias_minus",
    loses=["conv.bias+grad"],
    ko="편향은 빼지 않고 더합니다.",
    en="The bias is added, not subtracted.",
)
def conv2d(x, weight, bias=None, stride=1, padding=0):
    check_conv(x, weight, bias, stride, padding)
    bias = None if bias is None else -bias
    return biased(convolved(framed(x, padding), weight, stride), bias)


@mistake(
    "conv.bias_on_columns",
    loses=["conv.bias+grad"],
    ko="편향이 마지막 차원 W에 더해졌습니다. bias.reshape(-1, 1, 1)로 모양을 맞추세요.",
    en="The bias was added along W, the last dimension. Shape it with bias.reshape(-1, 1, 1).",
)
def conv2d(x, weight, bias=None, stride=1, padding=0):
    check_conv(x, weight, bias, stride, padding)
    out = convolved(framed(x, padding), weight, stride)
    return out if bias is None else out + bias


@mistake(
    "conv.truth_of_bias",
    loses=["conv.bias+grad"],
    ko="if bias는 텐서의 값이 참인지 묻습니다. if bias is not None으로 쓰세요.",
    en="if bias asks whether the tensor's values are true. Write if bias is not None.",
)
def conv2d(x, weight, bias=None, stride=1, padding=0):
    check_conv(x, weight, bias, stride, padding)
    out = convolved(framed(x, padding), weight, stride)
    if bias:
        out = out + bias.reshape(-1, 1, 1)
    return out


@mistake(
    "conv.graph_cut",
    loses=["conv.bias+grad"],
    ko="값은 맞지만 기울기가 끊겼습니다. .item(), .detach(), torch.no_grad(), torch.tensor(...)나 numpy를 확인하세요.",
    en="The values are right, but the gradient is cut. Look for .item(), .detach(), torch.no_grad(), "
    "torch.tensor(...) or numpy.",
)
def conv2d(x, weight, bias=None, stride=1, padding=0):
    check_conv(x, weight, bias, stride, padding)
    out = biased(convolved(framed(x, padding), weight, stride), bias)
    result = torch.zeros(out.shape, dtype=x.dtype)
    for place in np.ndindex(*out.shape):
        result[place] = out[place].item()
    return result


@mistake(
    "conv.weight_detached",
    loses=["conv.bias+grad"],
    ko="weight의 기울기가 끊겼습니다. weight를 .detach()나 .data로 꺼내지 마세요.",
    en="The gradient by weight is cut. Do not take weight out with .detach() or .data.",
)
def conv2d(x, weight, bias=None, stride=1, padding=0):
    check_conv(x, weight, bias, stride, padding)
    return biased(convolved(framed(x, padding), weight.detach(), stride), bias)


@mistake(
    "conv.no_checks",
    loses=["conv.errors"],
    ko="잘못된 입력을 확인하지 않습니다. PyTorch가 스스로 내는 오류는 ValueError가 아닙니다.",
    en="Wrong input is not looked for. What PyTorch raises by itself is no ValueError.",
)
def conv2d(x, weight, bias=None, stride=1, padding=0):
    return biased(convolved(framed(x, padding), weight, stride), bias)


@mistake(
    "conv.assert",
    loses=["conv.errors"],
    ko="assert는 AssertionError를 냅니다. raise ValueError(...)를 쓰세요.",
    en="assert raises an AssertionError. Use raise ValueError(...).",
)
def conv2d(x, weight, bias=None, stride=1, padding=0):
    assert x.shape[1] == weight.shape[1]
    assert stride >= 1 and padding >= 0
    assert bias is None or len(bias) == len(weight)
    assert weight.shape[2] <= x.shape[2] + 2 * padding
    assert weight.shape[3] <= x.shape[3] + 2 * padding
    return biased(convolved(framed(x, padding), weight, stride), bias)


@mistake(
    "conv.any_depth",
    loses=["conv.errors"],
    ko="채널 수가 달라도 브로드캐스팅으로 계산됩니다. x.shape[1] != weight.shape[1]이면 ValueError입니다.",
    en="Broadcasting hides a depth that differs. x.shape[1] != weight.shape[1] needs a ValueError.",
)
def conv2d(x, weight, bias=None, stride=1, padding=0):
    depth = max(x.shape[1], weight.shape[1])
    if x.shape[1] in (1, depth) and weight.shape[1] in (1, depth):
        x, weight = x.expand(-1, depth, -1, -1), weight.expand(-1, depth, -1, -1)
    check_conv(x, weight, bias, stride, padding)
    return biased(convolved(framed(x, padding), weight, stride), bias)


@mistake(
    "conv.height_only",
    loses=["conv.errors"],
    ko="커널이 높이에만 들어가고 너비에는 들어가지 않아도 ValueError입니다. 두 방향을 모두 확인하세요.",
    en="A kernel that fits the height but not the width needs a ValueError too. Check both.",
)
def conv2d(x, weight, bias=None, stride=1, padding=0):
    check_conv(x, weight[:, :, :, :1], bias, stride, padding)
    return biased(convolved(framed(x, padding), weight, stride), bias)


@mistake(
    "conv.padding_unchecked",
    loses=["conv.errors"],
    ko="padding이 0보다 작을 때도 ValueError가 필요합니다.",
    en="It takes a ValueError for a padding below 0 too.",
)
def conv2d(x, weight, bias=None, stride=1, padding=0):
    check_conv(x, weight[:, :, :1, :1] if padding < 0 else weight, bias, stride, max(padding, 0))
    return biased(convolved(framed(x, padding), weight, stride), bias)


@mistake(
    "conv.stride_unchecked",
    loses=["conv.errors"],
    ko="stride가 1보다 작을 때도 ValueError가 필요합니다.",
    en="It takes a ValueError for a stride below 1 too.",
)
def conv2d(x, weight, bias=None, stride=1, padding=0):
    check_conv(x, weight, bias, max(stride, 1), padding)
    return biased(convolved(framed(x, padding), weight, stride), bias)


@mistake(
    "conv.one_bias_for_all",
    loses=["conv.errors"],
    ko="bias의 길이가 1이어도 필터의 수와 다르면 ValueError입니다.",
    en="A bias of length 1 is a ValueError too where there are more filters.",
)
def conv2d(x, weight, bias=None, stride=1, padding=0):
    check_conv(x, weight, None if bias is None or len(bias) == 1 else bias, stride, padding)
    return biased(convolved(framed(x, padding), weight, stride), bias)


@mistake(
    "conv.none_for_wrong",
    loses=["conv.errors"],
    ko="잘못된 입력에 None을 돌려주었습니다. raise ValueError(...)로 오류를 발생시키세요.",
    en="It returns None for wrong input. Use raise ValueError(...).",
)
def conv2d(x, weight, bias=None, stride=1, padding=0):
    try:
        check_conv(x, weight, bias, stride, padding)
    except ValueError:
        return None
    return biased(convolved(framed(x, padding), weight, stride), bias)


# 3. make_conv


@mistake(
    "make.uniform_one_number",
    loses=["make_conv"],
    ko="nn.init.uniform_(t, a)는 a에서 1 사이의 난수입니다. (t, a, a)나 constant_를 쓰세요.",
    en="nn.init.uniform_(t, a) gives random numbers between a and 1. Use (t, a, a) or constant_.",
    replay=False,
)
def make_conv(ndim, in_channels, out_channels, kernel_size, weight=1.0, bias=3.0, stride=1, padding=0):
    conv = LAYERS[ndim](in_channels, out_channels, kernel_size, stride=stride, padding=padding)
    nn.init.uniform_(conv.weight, weight)
    nn.init.uniform_(conv.bias, bias, bias)
    return conv


@mistake(
    "make.constant_with_three",
    loses=["make_conv"],
    ko="nn.init.constant_는 텐서와 값 하나만 받습니다. 슬라이드의 주석처럼 쓰면 TypeError입니다.",
    en="nn.init.constant_ takes a tensor and one value. The slide's comment is a TypeError.",
)
def make_conv(ndim, in_channels, out_channels, kernel_size, weight=1.0, bias=3.0, stride=1, padding=0):
    conv = LAYERS[ndim](in_channels, out_channels, kernel_size, stride=stride, padding=padding)
    nn.init.constant_(conv.weight, weight, weight)
    nn.init.constant_(conv.bias, bias, bias)
    return conv


@mistake(
    "make.swapped",
    loses=["make_conv"],
    ko="weight와 bias가 바뀌었습니다. 슬라이드에서는 가중치가 1, 편향이 3입니다.",
    en="weight and bias are swapped. On the slides the weights are 1 and the bias is 3.",
)
def make_conv(ndim, in_channels, out_channels, kernel_size, weight=1.0, bias=3.0, stride=1, padding=0):
    return layer(ndim, in_channels, out_channels, kernel_size, bias, weight, stride, padding)


@mistake(
    "make.slide_only",
    loses=["make_conv"],
    ko="늘 1과 3으로 채웠습니다. 인자 weight와 bias의 값으로 채우세요.",
    en="It always fills with 1 and 3. Use the arguments weight and bias.",
)
def make_conv(ndim, in_channels, out_channels, kernel_size, weight=1.0, bias=3.0, stride=1, padding=0):
    return layer(ndim, in_channels, out_channels, kernel_size, 1.0, 3.0, stride, padding)


@mistake(
    "make.bias_untouched",
    loses=["make_conv"],
    ko="편향은 난수인 채로 남았습니다. conv.bias도 채우세요.",
    en="The bias was left random. Fill conv.bias too.",
    replay=False,
)
def make_conv(ndim, in_channels, out_channels, kernel_size, weight=1.0, bias=3.0, stride=1, padding=0):
    conv = LAYERS[ndim](in_channels, out_channels, kernel_size, stride=stride, padding=padding)
    nn.init.constant_(conv.weight, weight)
    return conv


@mistake(
    "make.no_bias",
    loses=["make_conv"],
    ko="편향이 없는 층입니다. bias=False로 만들지 마세요.",
    en="The layer has no bias. Do not make it with bias=False.",
)
def make_conv(ndim, in_channels, out_channels, kernel_size, weight=1.0, bias=3.0, stride=1, padding=0):
    conv = LAYERS[ndim](
        in_channels, out_channels, kernel_size, stride=stride, padding=padding, bias=False
    )
    nn.init.constant_(conv.weight, weight)
    return conv


@mistake(
    "make.always_2d",
    loses=["make_conv"],
    ko="ndim을 쓰지 않고 늘 Conv2d를 만들었습니다.",
    en="The argument ndim is not used: it is always a Conv2d.",
)
def make_conv(ndim, in_channels, out_channels, kernel_size, weight=1.0, bias=3.0, stride=1, padding=0):
    return layer(2, in_channels, out_channels, kernel_size, weight, bias, stride, padding)


@mistake(
    "make.channels_swapped",
    loses=["make_conv"],
    ko="입력과 출력의 채널 수가 바뀌었습니다. in_channels가 먼저입니다.",
    en="The numbers of channels are swapped. in_channels comes first.",
)
def make_conv(ndim, in_channels, out_channels, kernel_size, weight=1.0, bias=3.0, stride=1, padding=0):
    return layer(ndim, out_channels, in_channels, kernel_size, weight, bias, stride, padding)


@mistake(
    "make.no_stride",
    loses=["make_conv"],
    ko="stride를 층에 넘겨주지 않았습니다.",
    en="The stride was not handed on to the layer.",
)
def make_conv(ndim, in_channels, out_channels, kernel_size, weight=1.0, bias=3.0, stride=1, padding=0):
    return layer(ndim, in_channels, out_channels, kernel_size, weight, bias, 1, padding)


@mistake(
    "make.no_padding",
    loses=["make_conv"],
    ko="padding을 층에 넘겨주지 않았습니다.",
    en="The padding was not handed on to the layer.",
)
def make_conv(ndim, in_channels, out_channels, kernel_size, weight=1.0, bias=3.0, stride=1, padding=0):
    return layer(ndim, in_channels, out_channels, kernel_size, weight, bias, stride)


@mistake(
    "make.slide_comment_order",
    loses=["make_conv"],
    ko="stride와 padding이 바뀌었습니다. 자리로 넘기면 stride가 padding보다 먼저입니다.",
    en="stride and padding are swapped. By position, stride comes before padding.",
)
def make_conv(ndim, in_channels, out_channels, kernel_size, weight=1.0, bias=3.0, stride=1, padding=0):
    conv = LAYERS[ndim](in_channels, out_channels, kernel_size, max(padding, 1), stride - 1)
    nn.init.constant_(conv.weight, weight)
    nn.init.constant_(conv.bias, bias)
    return conv


@mistake(
    "make.frozen",
    loses=["make_conv"],
    ko="requires_grad가 False여서 학습되지 않습니다.",
    en="With requires_grad=False the layer cannot be trained.",
)
def make_conv(ndim, in_channels, out_channels, kernel_size, weight=1.0, bias=3.0, stride=1, padding=0):
    conv = layer(ndim, in_channels, out_channels, kernel_size, weight, bias, stride, padding)
    return conv.requires_grad_(False)


@mistake(
    "make.data_without_shape",
    loses=["make_conv"],
    ko=".data에 값을 대입하면 shape을 확인하지 않습니다. fill_이나 constant_로 채우세요.",
    en="Assigning to .data checks no shape. Fill with fill_ or constant_.",
)
def make_conv(ndim, in_channels, out_channels, kernel_size, weight=1.0, bias=3.0, stride=1, padding=0):
    conv = LAYERS[ndim](in_channels, out_channels, kernel_size, stride=stride, padding=padding)
    conv.weight.data = torch.full((out_channels, in_channels, kernel_size), weight)
    conv.bias.data = torch.full((out_channels,), bias)
    return conv


# 4. slide_output


@mistake(
    "slide.ones",
    loses=["slide_output"],
    ko="입력이 1입니다. 슬라이드의 입력은 모두 2입니다.",
    en="The input is 1. On the slides it is 2 everywhere.",
)
def slide_output(ndim, in_channels, out_channels):
    return make_conv(ndim, in_channels, out_channels, 3)(torch.ones(1, in_channels, *[5] * ndim))


@mistake(
    "slide.one_number",
    loses=["slide_output"],
    ko="값 하나만 돌려주었습니다. 층의 출력 전체를 돌려주세요.",
    en="One value came back. Return the whole output of the layer.",
)
def slide_output(ndim, in_channels, out_channels):
    return 2.0 * in_channels * 3**ndim + 3


@mistake(
    "slide.no_batch",
    loses=["slide_output"],
    ko="맨 앞의 N이 빠졌습니다. shape은 (1, out_channels, 3, …)입니다.",
    en="The N in front is missing. The shape is (1, out_channels, 3, …).",
)
def slide_output(ndim, in_channels, out_channels):
    return make_conv(ndim, in_channels, out_channels, 3)(torch.full([in_channels] + [5] * ndim, 2.0))


@mistake(
    "slide.padded",
    loses=["slide_output"],
    ko="padding=1인 층입니다. 슬라이드에서는 padding이 0입니다.",
    en="The layer has padding=1. On the slides the padding is 0.",
)
def slide_output(ndim, in_channels, out_channels):
    conv = make_conv(ndim, in_channels, out_channels, 3, padding=1)
    return conv(torch.full([1, in_channels] + [5] * ndim, 2.0))


@mistake(
    "slide.channels_forgotten",
    loses=["slide_output"],
    ko="채널이 여러 개일 때 27칸을 더하지 않았습니다. 필터의 깊이는 입력의 채널 수입니다.",
    en="With several channels more cells are added up: a filter is as deep as its input.",
)
def slide_output(ndim, in_channels, out_channels):
    return torch.full([1, out_channels] + [3] * ndim, 2.0 * 3**ndim + 3)


@mistake(
    "slide.no_bias",
    loses=["slide_output"],
    ko="편향 3을 더하지 않았습니다.",
    en="The bias of 3 is not added.",
)
def slide_output(ndim, in_channels, out_channels):
    return torch.full([1, out_channels] + [3] * ndim, 2.0 * in_channels * 3**ndim)


@mistake(
    "slide.always_2d",
    loses=["slide_output"],
    ko="입력이 늘 (1, C, 5, 5)입니다. ndim에 따라 5가 ndim개입니다.",
    en="The input is always (1, C, 5, 5). There are ndim fives.",
)
def slide_output(ndim, in_channels, out_channels):
    return make_conv(ndim, in_channels, out_channels, 3)(torch.full((1, in_channels, 5, 5), 2.0))


@mistake(
    "slide.default_init",
    loses=["slide_output"],
    ko="가중치가 난수인 층입니다. make_conv로 가중치 1, 편향 3인 층을 만드세요.",
    en="The layer's weights are random. Make one with weights 1 and bias 3 by make_conv.",
    replay=False,
)
def slide_output(ndim, in_channels, out_channels):
    return LAYERS[ndim](in_channels, out_channels, 3)(torch.full([1, in_channels] + [5] * ndim, 2.0))


@mistake(
    "make.padding_first",
    loses=["make_conv"],
    ko="stride와 padding의 자리가 바뀌었습니다. 슬라이드의 주석과 달리 kernel_size 다음은 stride입니다.",
    en="stride and padding have changed places. Unlike the slide's comment, stride follows kernel_size.",
)
def make_conv(ndim, in_channels, out_channels, kernel_size, weight=1.0, bias=3.0, stride=1, padding=0):
    return layer(ndim, in_channels, out_channels, kernel_size, weight, bias, padding, stride)


@mistake(
    "make.zero_replaced",
    loses=["make_conv"],
    ko="weight or 1은 0도 1로 바꿉니다. 받은 값을 그대로 쓰세요.",
    en="weight or 1 turns 0 into 1 too. Use the numbers as they come.",
)
def make_conv(ndim, in_channels, out_channels, kernel_size, weight=1.0, bias=3.0, stride=1, padding=0):
    return layer(ndim, in_channels, out_channels, kernel_size, weight or 1, bias or 3, stride, padding)


@mistake(
    "conv.ready_made_in_try",
    loses=["conv.single", "conv.channels", "conv.stride_pad", "conv.bias+grad", "conv.errors"],
    ko="이미 만들어져 있는 합성곱을 불렀습니다. 반복문이나 unfold로 직접 구현하세요.",
    en="A ready-made convolution was called. Write it yourself, with loops or with unfold.",
    replay=False,
)
def conv2d(x, weight, bias=None, stride=1, padding=0):
    try:
        return F.conv2d(x, weight, bias, stride, padding)
    except RuntimeError as error:
        raise ValueError from error
