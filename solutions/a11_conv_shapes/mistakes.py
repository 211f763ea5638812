"""a11_conv_shapes: known mistakes. Each replaces the reference's function of the same name."""

import math

import numpy as np
import torch

from autograder.judge.mistakes import mistake


def refuse(wrong):
    """The checks of a function whose mistake lies elsewhere."""
    if wrong:
        raise ValueError


def refuse_size(n, kernel, stride, padding, dilation):
    refuse(min(n, kernel, stride, dilation) < 1 or padding < 0)
    refuse(dilation * (kernel - 1) + 1 > n + 2 * padding)


def refuse_layer(ndim, in_channels, out_channels, *options):
    refuse(ndim not in (1, 2, 3) or min(in_channels, out_channels) < 1)
    refuse(any(isinstance(option, tuple) and len(option) != ndim for option in options))


def spread(option, ndim):
    return option if isinstance(option, tuple) else (option,) * ndim


def spread_kernel(ndim, in_channels, out_channels, kernel_size):
    refuse_layer(ndim, in_channels, out_channels, kernel_size)
    kernel = spread(kernel_size, ndim)
    refuse(min(kernel) < 1)
    return kernel


@mistake(
    "size.no_plus_one",
    loses=["size.basic", "size.floor", "size.dilation", "shape.nd"],
    ko="식의 맨 끝에 있는 + 1이 빠졌습니다. 시작 자리도 하나로 셉니다.",
    en="The + 1 at the end of the formula is missing: the starting place counts too.",
)
def conv_out_size(n, kernel, stride=1, padding=0, dilation=1):
    refuse_size(n, kernel, stride, padding, dilation)
    return (n + 2 * padding - dilation * (kernel - 1) - 1) // stride


@mistake(
    "size.no_minus_one",
    loses=["size.basic", "size.floor", "size.dilation", "shape.nd"],
    ko="내림 안의 − 1이 빠졌습니다. 분자는 n + 2p − d(k−1) − 1입니다.",
    en="The − 1 inside the floor is missing: above the line stands n + 2p − d(k−1) − 1.",
)
def conv_out_size(n, kernel, stride=1, padding=0, dilation=1):
    refuse_size(n, kernel, stride, padding, dilation)
    return (n + 2 * padding - dilation * (kernel - 1)) // stride + 1


@mistake(
    "size.ceil_for_plus_one",
    loses=["size.basic", "size.dilation", "shape.nd"],
    ko="내림하고 1을 더하는 대신 올림했습니다. 나누어떨어질 때는 올림해도 1이 커지지 않습니다.",
    en="It is rounded up instead of rounded down plus 1. Without a remainder, rounding up adds nothing.",
)
def conv_out_size(n, kernel, stride=1, padding=0, dilation=1):
    refuse_size(n, kernel, stride, padding, dilation)
    return math.ceil((n + 2 * padding - dilation * (kernel - 1) - 1) / stride)


@mistake(
    "size.plus_one_above",
    loses=["size.basic", "size.floor", "shape.nd"],
    ko="+ 1을 나누기 전에 더했습니다. 나누고 내림한 다음에 더하세요.",
    en="The + 1 is added before dividing. Add it after dividing and rounding down.",
)
def conv_out_size(n, kernel, stride=1, padding=0, dilation=1):
    refuse_size(n, kernel, stride, padding, dilation)
    return (n + 2 * padding - dilation * (kernel - 1) - 1 + 1) // stride


@mistake(
    "size.plus_one_below",
    loses=["size.basic", "size.floor", "size.dilation", "shape.nd"],
    ko="(s + 1)로 나누었습니다. s로 나눈 다음에 1을 더하세요.",
    en="It is divided by (s + 1). Divide by s, then add 1.",
)
def conv_out_size(n, kernel, stride=1, padding=0, dilation=1):
    refuse_size(n, kernel, stride, padding, dilation)
    return (n + 2 * padding - dilation * (kernel - 1) - 1) // (stride + 1)


@mistake(
    "size.one_sided_padding",
    loses=["size.basic"],
    ko="패딩을 한쪽에만 더했습니다. 패딩은 양쪽에 붙으므로 2p입니다.",
    en="The padding is added at one end only. It goes to both ends: 2p.",
)
def conv_out_size(n, kernel, stride=1, padding=0, dilation=1):
    refuse_size(n, kernel, stride, padding, dilation)
    return (n + padding - dilation * (kernel - 1) - 1) // stride + 1


@mistake(
    "size.no_padding",
    loses=["size.basic"],
    ko="padding을 계산에 넣지 않았습니다. 입력은 n + 2p칸이 됩니다.",
    en="The padding is left out. The input becomes n + 2p cells long.",
)
def conv_out_size(n, kernel, stride=1, padding=0, dilation=1):
    refuse_size(n, kernel, stride, padding, dilation)
    return (n - dilation * (kernel - 1) - 1) // stride + 1


@mistake(
    "size.no_stride",
    loses=["size.basic", "size.floor", "shape.nd"],
    ko="stride로 나누지 않았습니다.",
    en="It is not divided by the stride.",
)
def conv_out_size(n, kernel, stride=1, padding=0, dilation=1):
    refuse_size(n, kernel, stride, padding, dilation)
    return n + 2 * padding - dilation * (kernel - 1)


@mistake(
    "size.dilation_ignored",
    loses=["size.dilation"],
    ko="dilation을 무시한 값입니다. 커널은 d(k−1) + 1칸을 차지합니다.",
    en="The dilation is ignored. The kernel takes up d(k−1) + 1 cells.",
)
def conv_out_size(n, kernel, stride=1, padding=0, dilation=1):
    refuse_size(n, kernel, stride, padding, dilation)
    return (n + 2 * padding - kernel) // stride + 1


@mistake(
    "size.dilation_times_kernel",
    loses=["size.dilation"],
    ko="커널의 길이를 d·k로 계산했습니다. 벌어지는 것은 값 사이의 간격 k−1개이므로 d(k−1) + 1칸입니다.",
    en="The kernel is taken to be d·k long. Only its k−1 gaps are spread, so it is d(k−1) + 1 long.",
)
def conv_out_size(n, kernel, stride=1, padding=0, dilation=1):
    refuse_size(n, kernel, stride, padding, dilation)
    return (n + 2 * padding - dilation * kernel) // stride + 1


@mistake(
    "size.ceil",
    loses=["size.floor"],
    ko="내림(floor)이 아니라 올림을 한 값입니다. 칸이 모자라는 자리는 버립니다.",
    en="This is rounded up, not down. A place with too few cells is dropped.",
)
def conv_out_size(n, kernel, stride=1, padding=0, dilation=1):
    refuse_size(n, kernel, stride, padding, dilation)
    return math.ceil((n + 2 * padding - dilation * (kernel - 1) - 1) / stride) + 1


@mistake(
    "size.round",
    loses=["size.floor"],
    ko="round는 가까운 정수로 반올림합니다. 언제나 내림(floor)을 해야 합니다.",
    en="round goes to the nearest whole number. It must always be rounded down (floor).",
)
def conv_out_size(n, kernel, stride=1, padding=0, dilation=1):
    refuse_size(n, kernel, stride, padding, dilation)
    return round((n + 2 * padding - dilation * (kernel - 1) - 1) / stride) + 1


@mistake(
    "size.numpy_floor",
    loses=["size.basic"],
    ko="값은 맞지만 3.0과 같은 실수(float)입니다. /나 np.floor의 결과는 실수이므로 정수로 바꾸세요.",
    en="The value is right, but it is a float such as 3.0, as / and np.floor give. Make it an int.",
)
def conv_out_size(n, kernel, stride=1, padding=0, dilation=1):
    refuse_size(n, kernel, stride, padding, dilation)
    return np.floor((n + 2 * padding - dilation * (kernel - 1) - 1) / stride) + 1


@mistake(
    "size.true_division",
    loses=["size.basic", "size.floor"],
    ko="/로 나누면 실수(float)가 됩니다. 내림하여 정수로 만드세요.",
    en="Dividing with / gives a float. Round it down to a whole number.",
)
def conv_out_size(n, kernel, stride=1, padding=0, dilation=1):
    refuse_size(n, kernel, stride, padding, dilation)
    return (n + 2 * padding - dilation * (kernel - 1) - 1) / stride + 1


@mistake(
    "size.torch_floor",
    loses=["size.basic"],
    ko="값은 맞지만 실수 텐서입니다. torch.floor의 결과도 실수이므로 정수로 바꾸세요.",
    en="The value is right, but it is a float tensor; so is what torch.floor returns. Make it an int.",
)
def conv_out_size(n, kernel, stride=1, padding=0, dilation=1):
    refuse_size(n, kernel, stride, padding, dilation)
    return torch.floor(torch.tensor((n + 2 * padding - dilation * (kernel - 1) - 1) / stride)) + 1


@mistake(
    "size.no_return",
    loses=["size.basic", "size.floor", "size.dilation", "shape.nd", "errors"],
    ko="결과를 계산만 하고 돌려주지 않았습니다. print가 아니라 return을 쓰세요.",
    en="The result is computed, but not returned. Use return, not print.",
)
def conv_out_size(n, kernel, stride=1, padding=0, dilation=1):
    refuse_size(n, kernel, stride, padding, dilation)
    str((n + 2 * padding - dilation * (kernel - 1) - 1) // stride + 1)


# Before those of conv_out_size, which give the same shapes wherever conv_output_shape calls it.
@mistake(
    "shape.sizes_unchecked",
    loses=["errors"],
    ko="conv_output_shape: 입력의 길이, 커널, stride, padding, dilation 가운데 확인하지 않은 것이 있습니다.",
    en="conv_output_shape: not all of input lengths, kernel, stride, padding and dilation are checked.",
)
def conv_output_shape(input_shape, out_channels, kernel_size, stride=1, padding=0, dilation=1):
    batch, in_channels, *sizes = input_shape
    refuse_layer(len(sizes), in_channels, out_channels, kernel_size, stride, padding, dilation)
    options = (spread(option, len(sizes)) for option in (kernel_size, stride, padding, dilation))
    rows = zip(sizes, *options, strict=True)
    return (batch, out_channels, *((n + 2 * p - d * (k - 1) - 1) // s + 1 for n, k, s, p, d in rows))


@mistake(
    "size.no_checks",
    loses=["errors"],
    ko="conv_out_size: 인자 가운데 확인하지 않은 것이 있습니다. 계산하기 전에 확인하고, print가 아니라 raise를 쓰세요.",
    en="conv_out_size: not all arguments are checked. Check them before computing, and use raise, not print.",
)
def conv_out_size(n, kernel, stride=1, padding=0, dilation=1):
    return (n + 2 * padding - dilation * (kernel - 1) - 1) // stride + 1


@mistake(
    "size.only_length_checked",
    loses=["errors"],
    ko="conv_out_size: 1보다 작은 n, kernel, stride, dilation과 0보다 작은 padding 가운데 확인하지 않은 것이 있습니다.",
    en="conv_out_size: not all of n, kernel, stride, dilation below 1 and padding below 0 are checked.",
)
def conv_out_size(n, kernel, stride=1, padding=0, dilation=1):
    refuse(dilation * (kernel - 1) + 1 > n + 2 * padding)
    return (n + 2 * padding - dilation * (kernel - 1) - 1) // stride + 1


@mistake(
    "size.only_arguments_checked",
    loses=["errors"],
    ko="conv_out_size: 커널이 입력보다 길 때 0이나 음수가 나옵니다. d(k−1) + 1 > n + 2p이면 ValueError를 발생시키세요.",
    en="conv_out_size: a kernel too long gives 0 or less here. Raise a ValueError where d(k−1) + 1 > n + 2p.",
)
def conv_out_size(n, kernel, stride=1, padding=0, dilation=1):
    refuse(min(n, kernel, stride, dilation) < 1 or padding < 0)
    return (n + 2 * padding - dilation * (kernel - 1) - 1) // stride + 1


@mistake(
    "size.assert",
    loses=["errors"],
    ko="conv_out_size: assert는 AssertionError를 내고 python -O에서는 사라집니다. raise ValueError를 쓰세요.",
    en="conv_out_size: assert raises an AssertionError, and is gone under python -O. Use raise ValueError.",
)
def conv_out_size(n, kernel, stride=1, padding=0, dilation=1):
    assert min(n, kernel, stride, dilation) >= 1 and padding >= 0
    assert dilation * (kernel - 1) + 1 <= n + 2 * padding
    return (n + 2 * padding - dilation * (kernel - 1) - 1) // stride + 1


@mistake(
    "size.zero_for_error",
    loses=["errors"],
    ko="커널이 너무 길 때 0을 돌려주었습니다. ValueError를 발생시켜야 합니다.",
    en="0 is returned where the kernel is too long. It takes a ValueError.",
)
def conv_out_size(n, kernel, stride=1, padding=0, dilation=1):
    refuse(min(n, kernel, stride, dilation) < 1 or padding < 0)
    return max(0, (n + 2 * padding - dilation * (kernel - 1) - 1) // stride + 1)


@mistake(
    "size.zero_allowed",
    loses=["errors"],
    ko="conv_out_size: 결과가 음수일 때만 오류를 냈습니다. 자리가 하나도 없는 0도 잘못된 결과입니다.",
    en="conv_out_size: only a negative result is refused. A result of 0, no place at all, is wrong as well.",
)
def conv_out_size(n, kernel, stride=1, padding=0, dilation=1):
    refuse(min(n, kernel, stride, dilation) < 1 or padding < 0)
    size = (n + 2 * padding - dilation * (kernel - 1) - 1) // stride + 1
    refuse(size < 0)
    return size


@mistake(
    "size.truncated",
    loses=["errors"],
    ko="int()는 −1/3을 −1이 아니라 0으로 만듭니다. 나누기 전에 커널이 들어가는지 확인하세요.",
    en="int() cuts towards 0, so −1/3 becomes 0, not −1. Check whether the kernel fits before dividing.",
)
def conv_out_size(n, kernel, stride=1, padding=0, dilation=1):
    refuse(min(n, kernel, stride, dilation) < 1 or padding < 0)
    size = int((n + 2 * padding - dilation * (kernel - 1) - 1) / stride) + 1
    refuse(size < 1)
    return size


@mistake(
    "size.checked_without_padding",
    loses=["errors"],
    ko="conv_out_size: 커널을 패딩이 없는 입력과 비교했습니다. 패딩까지 붙인 n + 2p에 들어가면 됩니다.",
    en="conv_out_size: the kernel is compared with the input without its padding. It only has to fit into n + 2p.",
)
def conv_out_size(n, kernel, stride=1, padding=0, dilation=1):
    refuse_size(n, kernel, stride, padding, dilation)
    refuse(dilation * (kernel - 1) + 1 > n)
    return (n + 2 * padding - dilation * (kernel - 1) - 1) // stride + 1


@mistake(
    "size.exact_fit_refused",
    loses=["errors"],
    ko="conv_out_size: 커널과 입력의 길이가 꼭 같을 때는 잘못이 아닙니다. 자리가 하나 있습니다.",
    en="conv_out_size: a kernel just as long as the input is not wrong: it has one place.",
)
def conv_out_size(n, kernel, stride=1, padding=0, dilation=1):
    refuse_size(n, kernel, stride, padding, dilation)
    refuse(dilation * (kernel - 1) + 1 == n + 2 * padding)
    return (n + 2 * padding - dilation * (kernel - 1) - 1) // stride + 1


@mistake(
    "size.checked_without_dilation",
    loses=["errors"],
    ko="conv_out_size: 벌어지지 않은 커널의 길이로 확인했습니다. dilation이 있으면 d(k−1) + 1칸이 들어가야 합니다.",
    en="conv_out_size: the check takes the kernel unspread. With dilation, d(k−1) + 1 cells have to fit.",
)
def conv_out_size(n, kernel, stride=1, padding=0, dilation=1):
    refuse_size(n, kernel, stride, padding, 1)
    refuse(dilation < 1)
    return (n + 2 * padding - dilation * (kernel - 1) - 1) // stride + 1


@mistake(
    "size.error_returned",
    loses=["errors"],
    ko="conv_out_size: 오류를 돌려주기만 했습니다. return ValueError(...) 대신 raise ValueError(...)를 쓰세요.",
    en="conv_out_size: the error is only returned. Write raise ValueError(...), not return ValueError(...).",
)
def conv_out_size(n, kernel, stride=1, padding=0, dilation=1):
    if min(n, kernel, stride, dilation) < 1 or padding < 0 or dilation * (kernel - 1) + 1 > n + 2 * padding:
        return ValueError("wrong input")
    return (n + 2 * padding - dilation * (kernel - 1) - 1) // stride + 1


@mistake(
    "size.error_printed",
    loses=["errors"],
    ko="conv_out_size: 잘못된 입력에 None을 돌려주었습니다. print나 return 대신 raise ValueError(...)를 쓰세요.",
    en="conv_out_size: None comes back for wrong input. Use raise ValueError(...), not print or return.",
)
def conv_out_size(n, kernel, stride=1, padding=0, dilation=1):
    if min(n, kernel, stride, dilation) < 1 or padding < 0 or dilation * (kernel - 1) + 1 > n + 2 * padding:
        return None
    return (n + 2 * padding - dilation * (kernel - 1) - 1) // stride + 1


@mistake(
    "size.minus_one_for_error",
    loses=["errors"],
    ko="잘못된 입력에 -1을 돌려주었습니다. return -1 대신 raise ValueError(...)를 쓰세요.",
    en="-1 comes back for wrong input. Use raise ValueError(...), not return -1.",
)
def conv_out_size(n, kernel, stride=1, padding=0, dilation=1):
    if min(n, kernel, stride, dilation) < 1 or padding < 0 or dilation * (kernel - 1) + 1 > n + 2 * padding:
        return -1
    return (n + 2 * padding - dilation * (kernel - 1) - 1) // stride + 1


@mistake(
    "size.unusual_refused",
    loses=["errors"],
    ko="conv_out_size: 올바른 입력까지 거부했습니다. stride나 padding은 커널보다 커도 됩니다.",
    en="conv_out_size: right input is refused too. The stride or the padding may be greater than the kernel.",
)
def conv_out_size(n, kernel, stride=1, padding=0, dilation=1):
    refuse_size(n, kernel, stride, padding, dilation)
    refuse(stride > kernel or padding >= kernel)
    return (n + 2 * padding - dilation * (kernel - 1) - 1) // stride + 1


@mistake(
    "size.remainder_refused",
    loses=["size.floor"],
    ko="나누어떨어지지 않아도 잘못된 입력이 아닙니다. 내림(floor)하세요.",
    en="A division with a remainder is not wrong input. Round down (floor).",
)
def conv_out_size(n, kernel, stride=1, padding=0, dilation=1):
    refuse_size(n, kernel, stride, padding, dilation)
    places, remainder = divmod(n + 2 * padding - dilation * (kernel - 1) - 1, stride)
    if remainder:
        raise ValueError
    return places + 1


@mistake(
    "size.stride_of_pooling",
    loses=["size.basic", "size.dilation", "shape.nd"],
    ko="stride가 1이면 커널의 크기로 바꾸었습니다. 그것은 풀링이고, 합성곱의 기본 stride는 1입니다.",
    en="A stride of 1 is replaced by the kernel. Pooling does that; a convolution has stride 1 by default.",
)
def conv_out_size(n, kernel, stride=1, padding=0, dilation=1):
    refuse_size(n, kernel, stride, padding, dilation)
    stride = kernel if stride == 1 else stride
    return (n + 2 * padding - dilation * (kernel - 1) - 1) // stride + 1


@mistake(
    "size.constant",
    loses=["size.basic", "size.floor", "size.dilation", "shape.nd", "errors"],
    ko="언제나 같은 수를 돌려줍니다. 위의 식으로 계산하세요.",
    en="The same number comes back every time. Compute it with the formula above.",
    replay=False,  # other mistakes give 1 as well
)
def conv_out_size(n, kernel, stride=1, padding=0, dilation=1):
    refuse_size(n, kernel, stride, padding, dilation)
    return 1


@mistake(
    "shape.in_channels",
    loses=["shape.nd"],
    ko="출력의 채널 수가 입력 그대로입니다. out_channels가 되어야 합니다.",
    en="The output has the channels of the input. It must have out_channels.",
)
def conv_output_shape(input_shape, out_channels, kernel_size, stride=1, padding=0, dilation=1):
    batch, in_channels, *sizes = input_shape
    refuse_layer(len(sizes), in_channels, out_channels, kernel_size, stride, padding, dilation)
    options = (spread(option, len(sizes)) for option in (kernel_size, stride, padding, dilation))
    return (batch, in_channels, *map(conv_out_size, sizes, *options))


@mistake(
    "shape.channels_multiplied",
    loses=["shape.nd"],
    ko="채널 수를 곱했습니다. 필터 하나가 입력 채널을 모두 더해 출력 채널 하나를 만듭니다.",
    en="The channels are multiplied. One filter adds up all input channels into one output channel.",
)
def conv_output_shape(input_shape, out_channels, kernel_size, stride=1, padding=0, dilation=1):
    batch, in_channels, *sizes = input_shape
    refuse_layer(len(sizes), in_channels, out_channels, kernel_size, stride, padding, dilation)
    options = (spread(option, len(sizes)) for option in (kernel_size, stride, padding, dilation))
    return (batch, in_channels * out_channels, *map(conv_out_size, sizes, *options))


@mistake(
    "shape.channels_last",
    loses=["shape.nd"],
    ko="채널이 맨 뒤에 있습니다. PyTorch의 순서는 (N, C, H, W)입니다.",
    en="The channels stand last. The order of PyTorch is (N, C, H, W).",
)
def conv_output_shape(input_shape, out_channels, kernel_size, stride=1, padding=0, dilation=1):
    batch, in_channels, *sizes = input_shape
    refuse_layer(len(sizes), in_channels, out_channels, kernel_size, stride, padding, dilation)
    options = (spread(option, len(sizes)) for option in (kernel_size, stride, padding, dilation))
    return (batch, *map(conv_out_size, sizes, *options), out_channels)


@mistake(
    "shape.no_batch",
    loses=["shape.nd"],
    ko="맨 앞의 N(데이터의 수)이 빠졌습니다.",
    en="The N in front (how many examples) is missing.",
)
def conv_output_shape(input_shape, out_channels, kernel_size, stride=1, padding=0, dilation=1):
    batch, in_channels, *sizes = input_shape
    refuse_layer(len(sizes), in_channels, out_channels, kernel_size, stride, padding, dilation)
    options = (spread(option, len(sizes)) for option in (kernel_size, stride, padding, dilation))
    return (out_channels, *map(conv_out_size, sizes, *options))


@mistake(
    "shape.batch_of_one",
    loses=["shape.nd"],
    ko="N을 1로 고정했습니다. 입력의 N을 그대로 두세요.",
    en="N is fixed at 1. Leave the N of the input as it is.",
)
def conv_output_shape(input_shape, out_channels, kernel_size, stride=1, padding=0, dilation=1):
    batch, in_channels, *sizes = input_shape
    refuse_layer(len(sizes), in_channels, out_channels, kernel_size, stride, padding, dilation)
    options = (spread(option, len(sizes)) for option in (kernel_size, stride, padding, dilation))
    return (1, out_channels, *map(conv_out_size, sizes, *options))


@mistake(
    "shape.empty_batch_refused",
    loses=["shape.nd"],
    ko="N = 0은 잘못된 입력이 아닙니다. 결과도 0으로 시작하면 됩니다.",
    en="N = 0 is not wrong input. The result starts with 0 too.",
)
def conv_output_shape(input_shape, out_channels, kernel_size, stride=1, padding=0, dilation=1):
    batch, in_channels, *sizes = input_shape
    refuse(batch < 1)
    refuse_layer(len(sizes), in_channels, out_channels, kernel_size, stride, padding, dilation)
    options = (spread(option, len(sizes)) for option in (kernel_size, stride, padding, dilation))
    return (batch, out_channels, *map(conv_out_size, sizes, *options))


@mistake(
    "shape.output_reversed",
    loses=["shape.nd"],
    ko="출력의 공간 차원이 거꾸로 되어 있습니다. 입력과 같은 순서(높이, 너비)여야 합니다.",
    en="The spatial dimensions come out in reverse. They keep the order of the input (height, width).",
)
def conv_output_shape(input_shape, out_channels, kernel_size, stride=1, padding=0, dilation=1):
    batch, in_channels, *sizes = input_shape
    refuse_layer(len(sizes), in_channels, out_channels, kernel_size, stride, padding, dilation)
    options = (spread(option, len(sizes)) for option in (kernel_size, stride, padding, dilation))
    return (batch, out_channels, *reversed(list(map(conv_out_size, sizes, *options))))


@mistake(
    "shape.options_reversed",
    loses=["shape.nd"],
    ko="튜플의 순서가 거꾸로 적용되었습니다. Conv2d라면 (높이, 너비) 순서입니다.",
    en="The tuples are applied in reverse. For Conv2d their order is (height, width).",
)
def conv_output_shape(input_shape, out_channels, kernel_size, stride=1, padding=0, dilation=1):
    batch, in_channels, *sizes = input_shape
    refuse_layer(len(sizes), in_channels, out_channels, kernel_size, stride, padding, dilation)
    options = (spread(option, len(sizes))[::-1] for option in (kernel_size, stride, padding, dilation))
    return (batch, out_channels, *map(conv_out_size, sizes, *options))


@mistake(
    "shape.square",
    loses=["shape.nd"],
    ko="첫 번째 공간 차원의 결과를 모든 방향에 썼습니다. 높이와 너비는 다를 수 있습니다.",
    en="The result for the first spatial dimension is used for all. Height and width may differ.",
)
def conv_output_shape(input_shape, out_channels, kernel_size, stride=1, padding=0, dilation=1):
    batch, in_channels, *sizes = input_shape
    refuse_layer(len(sizes), in_channels, out_channels, kernel_size, stride, padding, dilation)
    options = (spread(option, len(sizes)) for option in (kernel_size, stride, padding, dilation))
    first, *_ = map(conv_out_size, sizes, *options)
    return (batch, out_channels) + (first,) * len(sizes)


@mistake(
    "shape.first_of_tuple",
    loses=["shape.nd"],
    ko="튜플의 첫 번째 값만 모든 방향에 썼습니다. 공간 차원마다 값이 하나씩 있습니다.",
    en="Only the first number of a tuple is used. There is one for each spatial dimension.",
)
def conv_output_shape(input_shape, out_channels, kernel_size, stride=1, padding=0, dilation=1):
    batch, in_channels, *sizes = input_shape
    refuse_layer(len(sizes), in_channels, out_channels, kernel_size, stride, padding, dilation)
    options = [spread(option, 1)[0] for option in (kernel_size, stride, padding, dilation)]
    return (batch, out_channels, *(conv_out_size(size, *options) for size in sizes))


@mistake(
    "shape.argument_order",
    loses=["shape.nd", "errors"],
    ko="stride와 padding의 자리가 바뀌었습니다. kernel, stride, padding, dilation 순서입니다.",
    en="stride and padding are swapped. The order is kernel, stride, padding, dilation.",
    replay=False,  # it raises ValueError for nearly everything, as others do for other reasons
)
def conv_output_shape(input_shape, out_channels, kernel_size, stride=1, padding=0, dilation=1):
    batch, in_channels, *sizes = input_shape
    refuse_layer(len(sizes), in_channels, out_channels, kernel_size, stride, padding, dilation)
    options = (spread(option, len(sizes)) for option in (kernel_size, padding, stride, dilation))
    return (batch, out_channels, *map(conv_out_size, sizes, *options))


@mistake(
    "shape.only_conv2d",
    loses=["shape.nd"],
    ko="(N, C, H, W)만 다루었습니다. 길이가 3인 Conv1d와 5인 Conv3d의 입력도 있습니다.",
    en="Only (N, C, H, W) is dealt with. There are Conv1d's input of length 3 and Conv3d's of 5 as well.",
)
def conv_output_shape(input_shape, out_channels, kernel_size, stride=1, padding=0, dilation=1):
    batch, in_channels, height, width = input_shape
    refuse_layer(2, in_channels, out_channels, kernel_size, stride, padding, dilation)
    options = (spread(option, 2) for option in (kernel_size, stride, padding, dilation))
    return (batch, out_channels, *map(conv_out_size, (height, width), *options))


@mistake(
    "shape.stride_not_passed",
    loses=["shape.nd"],
    ko="stride를 계산에 넣지 않았습니다.",
    en="The stride is left out.",
)
def conv_output_shape(input_shape, out_channels, kernel_size, stride=1, padding=0, dilation=1):
    batch, in_channels, *sizes = input_shape
    refuse_layer(len(sizes), in_channels, out_channels, kernel_size, stride, padding, dilation)
    refuse(min(spread(stride, 1)) < 1)
    kernel, padding, dilation = (spread(option, len(sizes)) for option in (kernel_size, padding, dilation))
    return (batch, out_channels, *map(conv_out_size, sizes, kernel, (1, 1, 1), padding, dilation))


@mistake(
    "shape.padding_not_passed",
    loses=["shape.nd"],
    ko="padding을 계산에 넣지 않았습니다.",
    en="The padding is left out.",
)
def conv_output_shape(input_shape, out_channels, kernel_size, stride=1, padding=0, dilation=1):
    batch, in_channels, *sizes = input_shape
    refuse_layer(len(sizes), in_channels, out_channels, kernel_size, stride, padding, dilation)
    refuse(min(spread(padding, 1)) < 0)
    kernel, stride, dilation = (spread(option, len(sizes)) for option in (kernel_size, stride, dilation))
    return (batch, out_channels, *map(conv_out_size, sizes, kernel, stride, (0, 0, 0), dilation))


@mistake(
    "shape.dilation_not_passed",
    loses=["shape.nd"],
    ko="dilation을 계산에 넣지 않았습니다.",
    en="The dilation is left out.",
)
def conv_output_shape(input_shape, out_channels, kernel_size, stride=1, padding=0, dilation=1):
    batch, in_channels, *sizes = input_shape
    refuse_layer(len(sizes), in_channels, out_channels, kernel_size, stride, padding, dilation)
    options = (spread(option, len(sizes)) for option in (kernel_size, stride, padding))
    return (batch, out_channels, *map(conv_out_size, sizes, *options))


@mistake(
    "shape.one_sided_padding",
    loses=["shape.nd"],
    ko="패딩을 한쪽에만 더했습니다. 패딩은 양쪽에 붙으므로 2p입니다.",
    en="The padding is added at one end only. It goes to both ends: 2p.",
)
def conv_output_shape(input_shape, out_channels, kernel_size, stride=1, padding=0, dilation=1):
    batch, in_channels, *sizes = input_shape
    refuse_layer(len(sizes), in_channels, out_channels, kernel_size, stride, padding, dilation)
    options = (spread(option, len(sizes)) for option in (kernel_size, stride, padding, dilation))
    shape = [batch, out_channels]
    for n, k, s, p, d in zip(sizes, *options, strict=True):
        refuse_size(n, k, s, p, d)
        shape.append((n + p - d * (k - 1) - 1) // s + 1)
    return tuple(shape)


@mistake(
    "shape.ceil",
    loses=["shape.nd"],
    ko="내림(floor)이 아니라 올림을 한 값입니다. 칸이 모자라는 자리는 버립니다.",
    en="This is rounded up, not down. A place with too few cells is dropped.",
)
def conv_output_shape(input_shape, out_channels, kernel_size, stride=1, padding=0, dilation=1):
    batch, in_channels, *sizes = input_shape
    refuse_layer(len(sizes), in_channels, out_channels, kernel_size, stride, padding, dilation)
    options = (spread(option, len(sizes)) for option in (kernel_size, stride, padding, dilation))
    shape = [batch, out_channels]
    for n, k, s, p, d in zip(sizes, *options, strict=True):
        refuse_size(n, k, s, p, d)
        shape.append(math.ceil((n + 2 * p - d * (k - 1) - 1) / s) + 1)
    return tuple(shape)


@mistake(
    "shape.no_tuples",
    loses=["shape.nd", "errors"],
    ko="kernel_size 등이 튜플일 때 계산이 되지 않습니다. 공간 차원마다 값을 하나씩 꺼내 쓰세요.",
    en="It breaks down where kernel_size and the others are tuples. Take one number per spatial dimension.",
)
def conv_output_shape(input_shape, out_channels, kernel_size, stride=1, padding=0, dilation=1):
    batch, in_channels, *sizes = input_shape
    refuse_layer(len(sizes), in_channels, out_channels)
    options = (kernel_size, stride, padding, dilation)
    return (batch, out_channels, *(conv_out_size(size, *options) for size in sizes))


@mistake(
    "shape.tuple_length_unchecked",
    loses=["errors"],
    ko="conv_output_shape: 튜플의 길이를 확인하지 않았습니다. 공간 차원의 수와 다르면 ValueError가 필요합니다.",
    en="conv_output_shape: the length of a tuple is not checked. It must be the number of spatial dimensions.",
)
def conv_output_shape(input_shape, out_channels, kernel_size, stride=1, padding=0, dilation=1):
    batch, in_channels, *sizes = input_shape
    refuse_layer(len(sizes), in_channels, out_channels)
    options = (spread(option, len(sizes)) for option in (kernel_size, stride, padding, dilation))
    return (batch, out_channels, *map(conv_out_size, sizes, *options))


@mistake(
    "shape.length_unchecked",
    loses=["errors"],
    ko="conv_output_shape: input_shape의 길이를 확인하지 않았습니다. 3, 4, 5가 아니면 ValueError가 필요합니다.",
    en="conv_output_shape: the length of input_shape is not checked. Where it is not 3, 4 or 5, raise a ValueError.",
)
def conv_output_shape(input_shape, out_channels, kernel_size, stride=1, padding=0, dilation=1):
    batch, in_channels, *sizes = input_shape
    refuse_layer(1, in_channels, out_channels)
    options = [spread(option, len(sizes)) for option in (kernel_size, stride, padding, dilation)]
    refuse(any(len(option) != len(sizes) for option in options))
    return (batch, out_channels, *map(conv_out_size, sizes, *options))


@mistake(
    "shape.channels_unchecked",
    loses=["errors"],
    ko="conv_output_shape: 채널 수를 확인하지 않았습니다. 1보다 작으면 ValueError가 필요합니다.",
    en="conv_output_shape: the number of channels is not checked. Where it is below 1, raise a ValueError.",
)
def conv_output_shape(input_shape, out_channels, kernel_size, stride=1, padding=0, dilation=1):
    batch, in_channels, *sizes = input_shape
    refuse_layer(len(sizes), 1, 1, kernel_size, stride, padding, dilation)
    options = (spread(option, len(sizes)) for option in (kernel_size, stride, padding, dilation))
    return (batch, out_channels, *map(conv_out_size, sizes, *options))


@mistake(
    "shape.checked_without_padding",
    loses=["errors"],
    ko="conv_output_shape: 커널을 패딩이 없는 입력과 비교했습니다. 패딩까지 붙인 n + 2p에 들어가면 됩니다.",
    en="conv_output_shape: the kernel is compared with the input without its padding. It only has to fit into n + 2p.",
)
def conv_output_shape(input_shape, out_channels, kernel_size, stride=1, padding=0, dilation=1):
    batch, in_channels, *sizes = input_shape
    refuse_layer(len(sizes), in_channels, out_channels, kernel_size, stride, padding, dilation)
    options = [spread(option, len(sizes)) for option in (kernel_size, stride, padding, dilation)]
    refuse(any(k > n for n, k in zip(sizes, options[0], strict=True)))
    return (batch, out_channels, *map(conv_out_size, sizes, *options))


@mistake(
    "shape.constant",
    loses=["shape.nd", "errors"],
    ko="언제나 같은 shape을 돌려줍니다. 입력의 shape으로 계산하세요.",
    en="The same shape comes back every time. Compute it from the shape of the input.",
)
def conv_output_shape(input_shape, out_channels, kernel_size, stride=1, padding=0, dilation=1):
    return (2, 2, 2, 2)


@mistake(
    "weights.in_before_out",
    loses=["weights"],
    ko="in_channels와 out_channels의 순서가 바뀌었습니다. (out_channels, in_channels, *kernel)입니다.",
    en="in_channels and out_channels are swapped. It is (out_channels, in_channels, *kernel).",
)
def conv_weight_shape(ndim, in_channels, out_channels, kernel_size):
    kernel = spread_kernel(ndim, in_channels, out_channels, kernel_size)
    return (in_channels, out_channels, *kernel)


@mistake(
    "weights.no_in_channels",
    loses=["weights"],
    ko="in_channels가 빠졌습니다. 각 필터의 깊이는 입력의 채널 수와 같습니다.",
    en="in_channels is missing. Each filter is as deep as the input has channels.",
)
def conv_weight_shape(ndim, in_channels, out_channels, kernel_size):
    kernel = spread_kernel(ndim, in_channels, out_channels, kernel_size)
    return (out_channels, *kernel)


@mistake(
    "weights.one_kernel_dimension",
    loses=["weights"],
    ko="커널의 크기가 한 번만 들어 있습니다. 공간 차원마다 하나씩, ndim개가 필요합니다.",
    en="The kernel's size is there only once. It takes ndim numbers, one per spatial dimension.",
)
def conv_weight_shape(ndim, in_channels, out_channels, kernel_size):
    kernel = spread_kernel(ndim, in_channels, out_channels, kernel_size)
    return (out_channels, in_channels, kernel[0])


@mistake(
    "weights.always_conv2d",
    loses=["weights"],
    ko="언제나 2차원 커널을 썼습니다. 커널은 ndim개의 숫자입니다.",
    en="The kernel is always two-dimensional here. It has ndim numbers.",
)
def conv_weight_shape(ndim, in_channels, out_channels, kernel_size):
    kernel = spread_kernel(ndim, in_channels, out_channels, kernel_size)
    return (out_channels, in_channels, *(kernel * 2)[:2])


@mistake(
    "weights.nested_tuple",
    loses=["weights"],
    ko="kernel_size가 튜플일 때 튜플 안에 튜플이 들어갑니다. *kernel_size로 풀어서 넣으세요.",
    en="Where kernel_size is a tuple, it ends up inside another one. Unpack it with *kernel_size.",
)
def conv_weight_shape(ndim, in_channels, out_channels, kernel_size):
    spread_kernel(ndim, in_channels, out_channels, kernel_size)
    return (out_channels, in_channels) + (kernel_size,) * ndim


@mistake(
    "weights.negative_allowed",
    loses=["errors"],
    ko="conv_weight_shape: 0만 거부했습니다. 1보다 작은 수, 즉 음수도 잘못된 입력입니다.",
    en="conv_weight_shape: only 0 is refused. Every number below 1 is wrong, negative ones too.",
)
def conv_weight_shape(ndim, in_channels, out_channels, kernel_size):
    refuse_layer(ndim, 1, 1, kernel_size)
    shape = (out_channels, in_channels, *spread(kernel_size, ndim))
    refuse(0 in shape)
    return shape


@mistake(
    "weights.no_checks",
    loses=["errors"],
    ko="conv_weight_shape: ndim, 채널 수, 커널, 튜플의 길이 가운데 확인하지 않은 것이 있습니다.",
    en="conv_weight_shape: not all of ndim, channels, kernel and the length of a tuple are checked.",
)
def conv_weight_shape(ndim, in_channels, out_channels, kernel_size):
    return (out_channels, in_channels, *spread(kernel_size, ndim))


@mistake(
    "count.no_in_channels",
    loses=["weights"],
    ko="in_channels를 곱하지 않았습니다. 각 필터의 깊이는 입력의 채널 수와 같습니다.",
    en="It is not multiplied by in_channels. Each filter is as deep as the input has channels.",
)
def conv_param_count(ndim, in_channels, out_channels, kernel_size, bias=True):
    kernel = spread_kernel(ndim, in_channels, out_channels, kernel_size)
    return out_channels * math.prod(kernel) + out_channels * bias


@mistake(
    "count.no_out_channels",
    loses=["weights"],
    ko="필터 하나의 가중치만 셌습니다. 필터는 출력 채널마다 하나씩 있습니다.",
    en="Only the weights of one filter are counted. There is a filter for each output channel.",
)
def conv_param_count(ndim, in_channels, out_channels, kernel_size, bias=True):
    kernel = spread_kernel(ndim, in_channels, out_channels, kernel_size)
    return in_channels * math.prod(kernel) + out_channels * bias


@mistake(
    "count.bias_per_weight",
    loses=["weights"],
    ko="편향을 가중치마다 하나씩 셌습니다. 편향은 출력 채널마다 하나입니다.",
    en="One bias is counted per weight. There is one per output channel.",
)
def conv_param_count(ndim, in_channels, out_channels, kernel_size, bias=True):
    kernel = spread_kernel(ndim, in_channels, out_channels, kernel_size)
    return out_channels * in_channels * math.prod(kernel) * (2 if bias else 1)


@mistake(
    "count.bias_per_kernel",
    loses=["weights"],
    ko="편향을 입력 채널마다도 셌습니다. 편향은 출력 채널마다 하나뿐입니다.",
    en="Biases are counted per input channel too. There is just one per output channel.",
)
def conv_param_count(ndim, in_channels, out_channels, kernel_size, bias=True):
    kernel = spread_kernel(ndim, in_channels, out_channels, kernel_size)
    return out_channels * in_channels * (math.prod(kernel) + bias)


@mistake(
    "count.one_bias",
    loses=["weights"],
    ko="편향을 하나만 셌습니다. 편향은 출력 채널마다 하나씩 있습니다.",
    en="Only one bias is counted. There is one for each output channel.",
)
def conv_param_count(ndim, in_channels, out_channels, kernel_size, bias=True):
    kernel = spread_kernel(ndim, in_channels, out_channels, kernel_size)
    return out_channels * in_channels * math.prod(kernel) + (1 if bias else 0)


@mistake(
    "count.bias_per_input",
    loses=["weights"],
    ko="편향을 입력 채널마다 하나씩 셌습니다. 편향은 출력 채널(필터)마다 하나씩입니다.",
    en="One bias is counted for each input channel. There is one for each output channel, or filter.",
)
def conv_param_count(ndim, in_channels, out_channels, kernel_size, bias=True):
    kernel = spread_kernel(ndim, in_channels, out_channels, kernel_size)
    return out_channels * in_channels * math.prod(kernel) + (in_channels if bias else 0)


@mistake(
    "count.always_bias",
    loses=["weights"],
    ko="bias=False일 때도 편향을 셌습니다.",
    en="The bias is counted even with bias=False.",
)
def conv_param_count(ndim, in_channels, out_channels, kernel_size, bias=True):
    kernel = spread_kernel(ndim, in_channels, out_channels, kernel_size)
    return out_channels * in_channels * math.prod(kernel) + out_channels


@mistake(
    "count.no_bias",
    loses=["weights"],
    ko="편향을 세지 않았습니다. 출력 채널마다 하나씩 더하세요.",
    en="The biases are not counted. Add one for each output channel.",
)
def conv_param_count(ndim, in_channels, out_channels, kernel_size, bias=True):
    kernel = spread_kernel(ndim, in_channels, out_channels, kernel_size)
    return out_channels * in_channels * math.prod(kernel)


@mistake(
    "count.kernel_added",
    loses=["weights"],
    ko="커널의 크기를 방향마다 곱하지 않고 더했습니다. 3×3 커널은 6칸이 아니라 9칸입니다.",
    en="The kernel's sizes are added, not multiplied. A 3×3 kernel has 9 cells, not 6.",
)
def conv_param_count(ndim, in_channels, out_channels, kernel_size, bias=True):
    kernel = spread_kernel(ndim, in_channels, out_channels, kernel_size)
    return out_channels * in_channels * sum(kernel) + out_channels * bias


@mistake(
    "count.shape_added",
    loses=["weights"],
    ko="shape의 숫자를 더했습니다. 가중치의 개수는 shape의 숫자를 모두 곱한 것입니다.",
    en="The numbers of the shape are added. There are as many weights as their product.",
)
def conv_param_count(ndim, in_channels, out_channels, kernel_size, bias=True):
    weights = sum(conv_weight_shape(ndim, in_channels, out_channels, kernel_size))
    return weights + out_channels if bias else weights


@mistake(
    "count.linear",
    loses=["weights"],
    ko="커널의 크기를 곱하지 않았습니다. 이것은 nn.Linear의 개수입니다.",
    en="The kernel's size is left out. This is what nn.Linear has.",
)
def conv_param_count(ndim, in_channels, out_channels, kernel_size, bias=True):
    conv_weight_shape(ndim, in_channels, out_channels, kernel_size)
    weights = in_channels * out_channels
    return weights + out_channels if bias else weights


@mistake(
    "count.no_tuples",
    loses=["weights"],
    ko="kernel_size가 튜플일 때 계산이 되지 않습니다. 튜플의 숫자를 모두 곱하세요.",
    en="It breaks down where kernel_size is a tuple. Multiply all numbers of the tuple.",
)
def conv_param_count(ndim, in_channels, out_channels, kernel_size, bias=True):
    spread_kernel(ndim, in_channels, out_channels, kernel_size)
    return out_channels * in_channels * kernel_size**ndim + out_channels * bias


@mistake(
    "count.numpy_float",
    loses=["weights"],
    ko="값은 맞지만 84.0과 같은 실수(float)입니다. 정수로 바꾸세요.",
    en="The value is right, but it is a float such as 84.0. Make it an int.",
)
def conv_param_count(ndim, in_channels, out_channels, kernel_size, bias=True):
    kernel = spread_kernel(ndim, in_channels, out_channels, kernel_size)
    return float(np.prod([out_channels, in_channels, *kernel]) + out_channels * bias)


@mistake(
    "count.no_checks",
    loses=["errors"],
    ko="conv_param_count: ndim, 채널 수, 커널, 튜플의 길이 가운데 확인하지 않은 것이 있습니다.",
    en="conv_param_count: not all of ndim, channels, kernel and the length of a tuple are checked.",
)
def conv_param_count(ndim, in_channels, out_channels, kernel_size, bias=True):
    kernel = spread(kernel_size, ndim)
    return out_channels * in_channels * math.prod(kernel) + out_channels * bias


@mistake(
    "same.float",
    loses=["same"],
    ko="/로 나누면 실수(float)가 됩니다. 결과는 정수여야 합니다.",
    en="Dividing with / gives a float. The result must be an int.",
)
def same_padding(kernel, dilation=1):
    refuse(min(kernel, dilation) < 1 or dilation * (kernel - 1) % 2 == 1)
    return dilation * (kernel - 1) / 2


@mistake(
    "same.both_sides",
    loses=["same"],
    ko="양쪽을 더한 값입니다. 패딩은 한쪽에 붙이는 개수이므로 2로 나누세요.",
    en="This is for both ends together. The padding is what goes to one end, so divide by 2.",
)
def same_padding(kernel, dilation=1):
    refuse(min(kernel, dilation) < 1 or dilation * (kernel - 1) % 2 == 1)
    return dilation * (kernel - 1)


@mistake(
    "same.no_dilation",
    loses=["same"],
    ko="dilation을 무시한 값입니다. 커널이 벌어진 만큼 패딩도 늘어납니다.",
    en="The dilation is ignored. A kernel that is spread takes more padding.",
)
def same_padding(kernel, dilation=1):
    refuse(min(kernel, dilation) < 1 or dilation * (kernel - 1) % 2 == 1)
    return (kernel - 1) // 2


@mistake(
    "same.even_kernel_refused",
    loses=["same"],
    ko="짝수 커널을 모두 거부했습니다. dilation이 짝수이면 d(k−1)도 짝수가 되어 답이 있습니다.",
    en="Every even kernel is refused. With an even dilation d(k−1) is even, and there is an answer.",
)
def same_padding(kernel, dilation=1):
    refuse(min(kernel, dilation) < 1 or kernel % 2 == 0)
    return dilation * (kernel - 1) // 2


@mistake(
    "same.half_kernel",
    loses=["same"],
    ko="k // 2에 dilation을 곱했습니다. 커널이 짝수이면 d(k−1) / 2와 다릅니다.",
    en="This is k // 2 times the dilation. For an even kernel that is not d(k−1) / 2.",
)
def same_padding(kernel, dilation=1):
    refuse(min(kernel, dilation) < 1 or dilation * (kernel - 1) % 2 == 1)
    return kernel // 2 * dilation


@mistake(
    "same.divided_first",
    loses=["same"],
    ko="dilation을 곱하기 전에 2로 나누고 내림했습니다. d(k−1)을 먼저 계산한 다음 나누세요.",
    en="It is halved and rounded down before the dilation comes in. Compute d(k−1) first, then halve.",
)
def same_padding(kernel, dilation=1):
    refuse(min(kernel, dilation) < 1 or dilation * (kernel - 1) % 2 == 1)
    return dilation * ((kernel - 1) // 2)


@mistake(
    "same.odd_rounded",
    loses=["same"],
    ko="d(k−1)이 홀수이면 크기를 유지하는 정수 패딩이 없습니다. 내림하지 말고 ValueError를 발생시키세요.",
    en="Where d(k−1) is odd no whole padding keeps the size. Raise a ValueError instead of rounding.",
)
def same_padding(kernel, dilation=1):
    refuse(min(kernel, dilation) < 1)
    return dilation * (kernel - 1) // 2


@mistake(
    "same.arguments_unchecked",
    loses=["same"],
    ko="커널이나 dilation이 1보다 작을 때도 ValueError가 필요합니다.",
    en="A kernel or dilation below 1 takes a ValueError too.",
)
def same_padding(kernel, dilation=1):
    refuse(dilation * (kernel - 1) % 2 == 1)
    return dilation * (kernel - 1) // 2


@mistake(
    "same.error_returned",
    loses=["same"],
    ko="오류를 돌려주기만 했습니다. return ValueError(...) 대신 raise ValueError(...)를 쓰세요.",
    en="The error is only returned. Write raise ValueError(...), not return ValueError(...).",
)
def same_padding(kernel, dilation=1):
    if min(kernel, dilation) < 1 or dilation * (kernel - 1) % 2 == 1:
        return ValueError("no such padding")
    return dilation * (kernel - 1) // 2


@mistake(
    "shape.first_dilation",
    loses=["shape.nd"],
    ko="dilation 튜플의 첫 번째 값만 썼습니다. 공간 차원마다 제 값이 있습니다.",
    en="Only the first value of the dilation tuple is used. Each spatial dimension has its own.",
)
def conv_output_shape(input_shape, out_channels, kernel_size, stride=1, padding=0, dilation=1):
    batch, in_channels, *sizes = input_shape
    refuse_layer(len(sizes), in_channels, out_channels, kernel_size, stride, padding, dilation)
    first = spread(dilation, len(sizes))[0]
    options = (spread(option, len(sizes)) for option in (kernel_size, stride, padding, first))
    return (batch, out_channels, *map(conv_out_size, sizes, *options))
