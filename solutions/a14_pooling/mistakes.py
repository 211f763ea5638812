"""a14_pooling: known mistakes. Each replaces the reference's function of the same name."""

import math

import torch
import torch.nn.functional as F

from autograder.judge.mistakes import mistake


def check_window(n, kernel, stride, padding):
    if kernel < 1 or (stride is not None and stride < 1) or not 0 <= padding <= kernel // 2:
        raise ValueError
    if kernel > n + 2 * padding:
        raise ValueError


def check_4d(x):
    if x.dim() != 4:
        raise ValueError


def check_images(x, kernel, stride, padding):
    check_4d(x)
    for n in x.shape[2:]:
        check_window(n, kernel, stride, padding)


def windows_unchecked(x, kernel, stride, padding, frame=0.0):
    stride = kernel if stride is None else stride
    framed = F.pad(x, (padding, padding, padding, padding), value=frame)
    return framed.unfold(2, kernel, stride).unfold(3, kernel, stride)


def windows_of(x, kernel, stride, padding, frame=0.0):
    check_images(x, kernel, stride, padding)
    return windows_unchecked(x, kernel, stride, padding, frame)


# 1. max_pool2d


@mistake(
    "max.any_dimensions",
    loses=["errors"],
    ko="max_pool2d도 x가 4차원이 아니면 ValueError를 내야 합니다.",
    en="max_pool2d must raise a ValueError where x is not 4-D.",
)
def max_pool2d(x, kernel, stride=None, padding=0):
    for n in x.shape[-2:]:
        check_window(n, kernel, stride, padding)
    stride = kernel if stride is None else stride
    framed = F.pad(x, (padding, padding, padding, padding), value=-math.inf)
    return framed.unfold(-2, kernel, stride).unfold(-2, kernel, stride).amax((-2, -1))


@mistake(
    "max.ready_made",
    loses=["max.slide", "max.general", "max.negative_pad", "errors"],
    ko="이미 만들어져 있는 풀링을 불렀습니다. unfold나 반복문으로 직접 구현하세요.",
    en="A ready-made pooling was called. Write it yourself, with unfold or with loops.",
)
def max_pool2d(x, kernel, stride=None, padding=0):
    return F.max_pool2d(x, kernel, stride, padding)


@mistake(
    "max.adaptive",
    loses=["max.slide", "max.general", "max.negative_pad", "errors"],
    ko="adaptive 풀링의 인자는 창의 크기가 아니라 출력의 크기입니다. 게다가 이 문항에서는 쓸 수 없습니다.",
    en="Adaptive pooling takes the size of the output, not of the window. Nor is it allowed here.",
)
def max_pool2d(x, kernel, stride=None, padding=0):
    return F.adaptive_max_pool2d(x, kernel)


@mistake(
    "max.stride_one",
    loses=["max.slide"],
    ko="스트라이드를 주지 않으면 1이 아니라 kernel과 같습니다.",
    en="Where no stride is given it is the kernel, not 1.",
)
def max_pool2d(x, kernel, stride=None, padding=0):
    stride = 1 if stride is None else stride
    return windows_of(x, kernel, stride, padding, -math.inf).amax((-2, -1))


@mistake(
    "max.squeezed",
    loses=["max.slide"],
    ko="크기가 1인 차원이 사라졌습니다. 결과도 (N, C, H', W')로 네 차원이어야 합니다.",
    en="Dimensions of size 1 are gone. The result has four dimensions too: (N, C, H', W').",
)
def max_pool2d(x, kernel, stride=None, padding=0):
    return windows_of(x, kernel, stride, padding, -math.inf).amax((-2, -1)).squeeze()


@mistake(
    "max.graph_cut",
    loses=["max.slide"],
    ko="값은 맞지만 기울기가 끊겼습니다. .item(), torch.tensor(...), torch.no_grad(), numpy 없이 계산하세요.",
    en="The values are right, but the gradient is cut: do without .item(), torch.tensor(...), torch.no_grad(), numpy.",
)
def max_pool2d(x, kernel, stride=None, padding=0):
    cells = windows_of(x, kernel, stride, padding, -math.inf)
    result = torch.zeros(cells.shape[:4], dtype=x.dtype)
    for place in torch.cartesian_prod(*map(torch.arange, result.shape)).tolist():
        result[tuple(place)] = cells[tuple(place)].max().item()
    return result


@mistake(
    "max.float32",
    loses=["max.general"],
    ko="float64 입력의 결과가 float32가 되었습니다. torch.zeros(...)에 dtype=x.dtype을 주세요.",
    en="The result of a float64 input is float32. Give torch.zeros(...) dtype=x.dtype.",
)
def max_pool2d(x, kernel, stride=None, padding=0):
    return windows_of(x, kernel, stride, padding, -math.inf).amax((-2, -1)).float()


@mistake(
    "max.ceil",
    loses=["max.general"],
    ko="창이 다 들어가지 않는 끝부분까지 계산했습니다. 내림(floor)이므로 그 부분은 버립니다.",
    en="It goes on where no whole window fits. The size is rounded down: that part is dropped.",
)
def max_pool2d(x, kernel, stride=None, padding=0):
    check_images(x, kernel, stride, padding)
    step = kernel if stride is None else stride
    rows, columns = (-(n + 2 * padding - kernel) % step for n in x.shape[2:])
    frame = (padding, padding + columns, padding, padding + rows)
    framed = F.pad(x, frame, value=-math.inf)
    return framed.unfold(2, kernel, step).unfold(3, kernel, step).amax((-2, -1))


@mistake(
    "max.channels_mixed",
    loses=["max.general"],
    ko="채널까지 합쳐 하나의 최댓값을 구했습니다. 풀링은 채널마다 따로 합니다.",
    en="The maximum was taken over the channels too. Each channel is pooled by itself.",
)
def max_pool2d(x, kernel, stride=None, padding=0):
    return windows_of(x, kernel, stride, padding, -math.inf).amax((1, -2, -1)).unsqueeze(1)


@mistake(
    "max.first_channel",
    loses=["max.general"],
    ko="첫 채널만 계산했습니다. N과 C는 그대로 남아야 합니다.",
    en="Only the first channel was computed. N and C must stay.",
)
def max_pool2d(x, kernel, stride=None, padding=0):
    return windows_of(x, kernel, stride, padding, -math.inf).amax((-2, -1))[:, :1]


@mistake(
    "max.square_only",
    loses=["max.general"],
    ko="H와 W가 같다고 보았습니다. 세로와 가로의 출력 크기를 따로 구하세요.",
    en="It takes H and W to be equal. Find the size of the output for each.",
)
def max_pool2d(x, kernel, stride=None, padding=0):
    pooled = windows_of(x, kernel, stride, padding, -math.inf).amax((-2, -1))
    return pooled[:, :, : pooled.shape[3], : pooled.shape[2]]


@mistake(
    "max.unfold_order",
    loses=["max.general"],
    ko="F.unfold의 결과를 (N, C, k·k, 창의 수)가 아닌 순서로 나누어 채널이 섞였습니다.",
    en="The result of F.unfold is to be cut into (N, C, k·k, windows). In this order channels mix.",
)
def max_pool2d(x, kernel, stride=None, padding=0):
    check_images(x, kernel, stride, padding)
    stride = kernel if stride is None else stride
    N, C, H, W = x.shape
    columns = F.unfold(F.pad(x, (padding,) * 4, value=-math.inf), kernel, stride=stride)
    sizes = [(n + 2 * padding - kernel) // stride + 1 for n in (H, W)]
    return columns.reshape(N, kernel * kernel, C, *sizes).amax(1)


@mistake(
    "max.merged_shape",
    loses=["max.general"],
    ko="값은 맞지만 N과 C가 하나로 합쳐진 채입니다. 마지막에 (N, C, H', W')로 되돌리세요.",
    en="The values are right, but N and C are still merged. Turn it back into (N, C, H', W').",
)
def max_pool2d(x, kernel, stride=None, padding=0):
    pooled = windows_of(x, kernel, stride, padding, -math.inf).amax((-2, -1))
    return pooled.flatten(0, 1).unsqueeze(1)


@mistake(
    "max.reshape",
    loses=["max.general", "max.negative_pad"],
    ko="stride와 padding을 쓰지 않고 창을 나란히 나누었습니다. reshape이면 H와 W가 나누어떨어질 때만 맞습니다.",
    en="The windows lie side by side, and stride and padding are not used. With reshape H and W must divide evenly too.",
)
def max_pool2d(x, kernel, stride=None, padding=0):
    check_images(x, kernel, stride, padding)
    N, C, H, W = x.shape
    return x.reshape(N, C, H // kernel, kernel, W // kernel, kernel).amax((3, 5))


@mistake(
    "max.stride_ignored",
    loses=["max.general", "max.negative_pad"],
    ko="stride 인자를 쓰지 않고 창을 늘 kernel만큼 옮겼습니다.",
    en="The argument stride is not used: the window always moves by kernel.",
)
def max_pool2d(x, kernel, stride=None, padding=0):
    check_images(x, kernel, stride, padding)
    return windows_unchecked(x, kernel, None, padding, -math.inf).amax((-2, -1))


@mistake(
    "max.absolute",
    loses=["max.slide", "max.general", "max.negative_pad"],
    ko="절댓값이 가장 큰 값을 골랐습니다. 음수는 양수보다 작습니다.",
    en="It picks by absolute value. A negative number is smaller than a positive one.",
)
def max_pool2d(x, kernel, stride=None, padding=0):
    return windows_of(x.abs(), kernel, stride, padding, -math.inf).amax((-2, -1))


@mistake(
    "max.minimum",
    loses=["max.slide", "max.general", "max.negative_pad"],
    ko="창에서 가장 큰 값이 아니라 가장 작은 값입니다.",
    en="This is the smallest value of each window, not the largest.",
)
def max_pool2d(x, kernel, stride=None, padding=0):
    return windows_of(x, kernel, stride, padding, math.inf).amin((-2, -1))


@mistake(
    "max.nan_pad",
    loses=["max.slide", "max.general", "max.negative_pad", "errors"],
    ko="0 × (−∞)는 0이 아니라 nan입니다. F.pad의 value에 −∞를 주거나 torch.where를 쓰세요.",
    en="0 × (−∞) is nan, not 0. Give −∞ to F.pad as its value, or use torch.where.",
)
def max_pool2d(x, kernel, stride=None, padding=0):
    check_images(x, kernel, stride, padding)
    frame = (padding, padding, padding, padding)
    framed = F.pad(x, frame) + (1 - F.pad(torch.ones_like(x), frame)) * -math.inf
    return windows_unchecked(framed, kernel, stride, 0).amax((-2, -1))


@mistake(
    "max.from_zero",
    loses=["max.general", "max.negative_pad"],
    ko="최댓값을 0에서 시작하여 비교했습니다. 창의 값이 모두 음수이면 0이 남습니다. −∞에서 시작하세요.",
    en="The comparison starts from 0, which is left where all values of a window are negative. Start from −∞.",
)
def max_pool2d(x, kernel, stride=None, padding=0):
    return windows_of(x, kernel, stride, padding, -math.inf).amax((-2, -1)).clamp(min=0)


@mistake(
    "max.zero_pad",
    loses=["max.negative_pad"],
    ko="max pooling의 패딩은 0이 아니라 −∞입니다. 0은 음수를 이깁니다.",
    en="Max pooling pads with −∞, not with 0: a 0 wins against negative values.",
)
def max_pool2d(x, kernel, stride=None, padding=0):
    return windows_of(x, kernel, stride, padding).amax((-2, -1))


@mistake(
    "max.small_number_pad",
    loses=["max.negative_pad"],
    ko="−999처럼 정해 둔 수로 패딩하면 그보다 작은 값에서 틀립니다. float('-inf')를 쓰세요.",
    en="A fixed number such as −999 fails for values below it. Pad with float('-inf').",
)
def max_pool2d(x, kernel, stride=None, padding=0):
    return windows_of(x, kernel, stride, padding, -999.0).amax((-2, -1))


@mistake(
    "max.mean_pad",
    loses=["max.negative_pad"],
    ko="x의 평균으로 패딩했습니다. 평균보다 작은 값만 있는 창에서 틀립니다. float('-inf')를 쓰세요.",
    en="The mean of x pads. It wins where a window holds smaller values only. Pad with float('-inf').",
)
def max_pool2d(x, kernel, stride=None, padding=0):
    return windows_of(x, kernel, stride, padding, x.mean().item()).amax((-2, -1))


@mistake(
    "max.reflected",
    loses=["max.negative_pad"],
    ko="가장자리의 값을 비추어(reflect) 패딩했습니다. 창 밖의 값이 뽑힐 수 있습니다. −∞로 패딩하세요.",
    en="The image is mirrored into the padding: a value from outside the window may be picked. Pad with −∞.",
)
def max_pool2d(x, kernel, stride=None, padding=0):
    check_images(x, kernel, stride, padding)
    stride = kernel if stride is None else stride
    framed = F.pad(x, (padding, padding, padding, padding), mode="reflect") if padding else x
    return framed.unfold(2, kernel, stride).unfold(3, kernel, stride).amax((-2, -1))


@mistake(
    "max.stride_one_when_padded",
    loses=["max.negative_pad"],
    ko="padding이 있으면 기본 stride를 1로 했습니다. stride가 None이면 언제나 kernel과 같습니다.",
    en="With padding the default stride is 1 here. A stride of None always means kernel.",
)
def max_pool2d(x, kernel, stride=None, padding=0):
    stride = 1 if stride is None and padding else stride
    return windows_of(x, kernel, stride, padding, -math.inf).amax((-2, -1))


@mistake(
    "max.padding_cuts_graph",
    loses=["max.negative_pad"],
    ko="패딩할 때 기울기가 끊깁니다. .detach()나 .data, .item()을 쓰지 마세요.",
    en="The padding cuts the gradient. Do without .detach(), .data and .item().",
)
def max_pool2d(x, kernel, stride=None, padding=0):
    if padding:
        check_images(x, kernel, stride, padding)
        x = x.detach()
    return windows_of(x, kernel, stride, padding, -math.inf).amax((-2, -1))


@mistake(
    "max.no_padding",
    loses=["max.negative_pad"],
    ko="padding 인자를 쓰지 않았습니다.",
    en="The argument padding is not used.",
)
def max_pool2d(x, kernel, stride=None, padding=0):
    check_images(x, kernel, stride, padding)
    return windows_unchecked(x, kernel, stride, 0).amax((-2, -1))


@mistake(
    "max.one_sided_padding",
    loses=["max.negative_pad"],
    ko="패딩은 위아래, 좌우 네 쪽에 모두 붙입니다.",
    en="The padding goes on all four sides: above, below, left and right.",
)
def max_pool2d(x, kernel, stride=None, padding=0):
    check_images(x, kernel, stride, padding)
    framed = F.pad(x, (padding, 0, padding, 0), value=-math.inf)
    return windows_unchecked(framed, kernel, stride, 0).amax((-2, -1))


@mistake(
    "max.no_checks",
    loses=["errors"],
    ko="max_pool2d가 잘못된 kernel, stride, padding이나 shape에 ValueError를 내지 않습니다.",
    en="max_pool2d raises no ValueError for a wrong kernel, stride, padding or shape.",
)
def max_pool2d(x, kernel, stride=None, padding=0):
    return windows_unchecked(x, kernel, stride, padding, -math.inf).amax((-2, -1))


@mistake(
    "max.assert",
    loses=["errors"],
    ko="assert는 AssertionError를 냅니다. raise ValueError(...)를 쓰세요.",
    en="assert raises an AssertionError. Use raise ValueError(...).",
)
def max_pool2d(x, kernel, stride=None, padding=0):
    assert x.dim() == 4
    assert kernel >= 1 and (stride is None or stride >= 1) and 0 <= padding <= kernel // 2
    assert kernel <= min(x.shape[2:]) + 2 * padding
    return windows_unchecked(x, kernel, stride, padding, -math.inf).amax((-2, -1))


@mistake(
    "max.stride_or_kernel",
    loses=["errors"],
    ko="stride or kernel은 stride=0도 kernel로 바꿉니다. stride is None인지 확인하세요.",
    en="stride or kernel turns stride=0 into kernel too. Ask whether stride is None.",
)
def max_pool2d(x, kernel, stride=None, padding=0):
    return windows_of(x, kernel, stride or kernel, padding, -math.inf).amax((-2, -1))


@mistake(
    "max.padding_up_to_kernel",
    loses=["errors"],
    ko="padding > kernel // 2일 때도 ValueError가 필요합니다.",
    en="It takes a ValueError for padding > kernel // 2 too.",
)
def max_pool2d(x, kernel, stride=None, padding=0):
    check_images(x, kernel, stride, min(padding, kernel // 2))
    return windows_unchecked(x, kernel, stride, padding, -math.inf).amax((-2, -1))


@mistake(
    "max.height_only",
    loses=["errors"],
    ko="kernel이 H와 W 가운데 하나에만 들어가도 ValueError입니다. 두 방향을 모두 확인하세요.",
    en="A kernel that fits only one of H and W is a ValueError too. Check both.",
)
def max_pool2d(x, kernel, stride=None, padding=0):
    check_4d(x)
    check_window(x.shape[2], kernel, stride, padding)
    return windows_unchecked(x, kernel, stride, padding, -math.inf).amax((-2, -1))


@mistake(
    "max.strict_kernel",
    loses=["errors"],
    ko="kernel은 패딩까지 붙인 크기 n + 2·padding과 비교합니다. n보다 커도 될 때가 있습니다.",
    en="Compare kernel with n + 2·padding, the size with its padding. It may be larger than n.",
)
def max_pool2d(x, kernel, stride=None, padding=0):
    if kernel > min(x.shape[2:]):
        raise ValueError
    return windows_of(x, kernel, stride, padding, -math.inf).amax((-2, -1))


@mistake(
    "max.no_images",
    loses=["errors"],
    ko="데이터가 없어도(N = 0) 오류가 아닙니다. shape (0, C, H', W')인 빈 텐서를 돌려주세요.",
    en="No images at all (N = 0) is no error. Return an empty tensor of shape (0, C, H', W').",
)
def max_pool2d(x, kernel, stride=None, padding=0):
    cells = windows_of(x, kernel, stride, padding, -math.inf)
    return torch.stack([image.amax((-2, -1)) for image in cells])


# 2. avg_pool2d


@mistake(
    "avg.any_dimensions",
    loses=["errors"],
    ko="avg_pool2d도 x가 4차원이 아니면 ValueError를 내야 합니다.",
    en="avg_pool2d must raise a ValueError where x is not 4-D.",
)
def avg_pool2d(x, kernel, stride=None, padding=0, count_include_pad=True):
    for n in x.shape[-2:]:
        check_window(n, kernel, stride, padding)
    stride = kernel if stride is None else stride

    def sums(values):
        framed = F.pad(values, (padding, padding, padding, padding))
        return framed.unfold(-2, kernel, stride).unfold(-2, kernel, stride).sum((-2, -1))

    return sums(x) / (kernel**2 if count_include_pad else sums(torch.ones_like(x)))


@mistake(
    "avg.ready_made",
    loses=["avg.slide", "avg.padding", "errors"],
    ko="이미 만들어져 있는 풀링을 불렀습니다. unfold나 반복문으로 직접 구현하세요.",
    en="A ready-made pooling was called. Write it yourself, with unfold or with loops.",
)
def avg_pool2d(x, kernel, stride=None, padding=0, count_include_pad=True):
    return F.avg_pool2d(x, kernel, stride, padding, count_include_pad=count_include_pad)


@mistake(
    "avg.stride_one",
    loses=["avg.slide"],
    ko="스트라이드를 주지 않으면 1이 아니라 kernel과 같습니다.",
    en="Where no stride is given it is the kernel, not 1.",
)
def avg_pool2d(x, kernel, stride=None, padding=0, count_include_pad=True):
    stride = 1 if stride is None else stride
    total = windows_of(x, kernel, stride, padding).sum((-2, -1))
    real = windows_of(torch.ones_like(x), kernel, stride, padding).sum((-2, -1))
    return total / (kernel**2 if count_include_pad else real)


@mistake(
    "avg.changes_input",
    loses=["avg.slide"],
    ko="x /= ...는 입력으로 받은 텐서를 바꿉니다. x / ...로 새 텐서를 만드세요.",
    en="x /= ... changes the tensor that was handed in. Make a new one with x / ...",
)
def avg_pool2d(x, kernel, stride=None, padding=0, count_include_pad=True):
    check_images(x, kernel, stride, padding)
    real = windows_of(torch.ones_like(x), kernel, stride, padding).sum((-2, -1))
    x /= kernel**2
    mean = windows_of(x, kernel, stride, padding).sum((-2, -1))
    return mean if count_include_pad else mean * kernel**2 / real


@mistake(
    "avg.sum",
    loses=["avg.slide", "avg.padding"],
    ko="평균(mean) 대신 합(sum)을 구한 값과 같습니다.",
    en="This is the sum in place of the mean.",
)
def avg_pool2d(x, kernel, stride=None, padding=0, count_include_pad=True):
    return windows_of(x, kernel, stride, padding).sum((-2, -1))


@mistake(
    "avg.kernel_once",
    loses=["avg.slide", "avg.padding"],
    ko="합을 kernel로 나누었습니다. 창에는 kernel × kernel개의 칸이 있습니다.",
    en="The sum is divided by kernel. A window has kernel × kernel cells.",
)
def avg_pool2d(x, kernel, stride=None, padding=0, count_include_pad=True):
    return windows_of(x, kernel, stride, padding).sum((-2, -1)) / kernel


@mistake(
    "avg.median",
    loses=["avg.slide", "avg.padding"],
    ko="평균이 아니라 중앙값(median)입니다.",
    en="This is the median, not the mean.",
)
def avg_pool2d(x, kernel, stride=None, padding=0, count_include_pad=True):
    return windows_of(x, kernel, stride, padding).flatten(-2).median(-1).values


@mistake(
    "avg.floor_division",
    loses=["avg.slide", "avg.padding"],
    ko="//는 소수점 아래를 버립니다. /로 나누세요.",
    en="// drops the fraction. Divide with /.",
)
def avg_pool2d(x, kernel, stride=None, padding=0, count_include_pad=True):
    return windows_of(x, kernel, stride, padding).sum((-2, -1)) // kernel**2


@mistake(
    "avg.always_four",
    loses=["avg.slide", "avg.padding"],
    ko="합을 늘 4로 나누었습니다. 4는 kernel이 2일 때만 맞습니다.",
    en="The sum is always divided by 4, which is right only for a kernel of 2.",
)
def avg_pool2d(x, kernel, stride=None, padding=0, count_include_pad=True):
    return windows_of(x, kernel, stride, padding).sum((-2, -1)) / 4


@mistake(
    "avg.reshape_order",
    loses=["avg.slide", "avg.padding"],
    ko="reshape의 순서가 다릅니다. H는 (H // k, k)로, W는 (W // k, k)로 나누어야 합니다.",
    en="The order in reshape is wrong: H is cut into (H // k, k), and W into (W // k, k).",
)
def avg_pool2d(x, kernel, stride=None, padding=0, count_include_pad=True):
    check_images(x, kernel, stride, padding)
    N, C, H, W = x.shape
    return x.reshape(N, C, H // kernel, W // kernel, kernel, kernel).mean((-2, -1))


@mistake(
    "avg.always_include",
    loses=["avg.padding"],
    ko="평균의 분모(패딩 포함 여부)가 다릅니다. count_include_pad=False이면 실제 칸의 수로 나눕니다.",
    en="The divisor is wrong: with count_include_pad=False one divides by the number of real cells.",
)
def avg_pool2d(x, kernel, stride=None, padding=0, count_include_pad=True):
    return windows_of(x, kernel, stride, padding).mean((-2, -1))


@mistake(
    "avg.always_exclude",
    loses=["avg.padding"],
    ko="평균의 분모(패딩 포함 여부)가 다릅니다. count_include_pad=True이면 언제나 kernel²으로 나눕니다.",
    en="The divisor is wrong: with count_include_pad=True one always divides by kernel².",
)
def avg_pool2d(x, kernel, stride=None, padding=0, count_include_pad=True):
    real = windows_of(torch.ones_like(x), kernel, stride, padding).sum((-2, -1))
    return windows_of(x, kernel, stride, padding).sum((-2, -1)) / real


@mistake(
    "avg.flag_reversed",
    loses=["avg.padding"],
    ko="count_include_pad의 True와 False가 뒤바뀌었습니다.",
    en="True and False of count_include_pad are swapped.",
)
def avg_pool2d(x, kernel, stride=None, padding=0, count_include_pad=True):
    total = windows_of(x, kernel, stride, padding).sum((-2, -1))
    real = windows_of(torch.ones_like(x), kernel, stride, padding).sum((-2, -1))
    return total / (real if count_include_pad else kernel**2)


@mistake(
    "avg.infinite_pad",
    loses=["avg.padding"],
    ko="−∞로 패딩하면 평균도 −∞가 됩니다. 평균 풀링의 패딩은 0입니다.",
    en="Padding with −∞ makes the mean −∞. Average pooling pads with 0.",
)
def avg_pool2d(x, kernel, stride=None, padding=0, count_include_pad=True):
    return windows_of(x, kernel, stride, padding, -math.inf).mean((-2, -1))


@mistake(
    "avg.padding_cuts_graph",
    loses=["avg.padding"],
    ko="패딩할 때 기울기가 끊깁니다. .detach()나 .data, .item()을 쓰지 마세요.",
    en="The padding cuts the gradient. Do without .detach(), .data and .item().",
)
def avg_pool2d(x, kernel, stride=None, padding=0, count_include_pad=True):
    total = windows_of(x.detach() if padding else x, kernel, stride, padding).sum((-2, -1))
    if count_include_pad:
        return total / kernel**2
    return total / windows_of(torch.ones_like(x), kernel, stride, padding).sum((-2, -1))


@mistake(
    "avg.always_corner",
    loses=["avg.padding"],
    ko="모든 창을 (k − p)²으로 나누었습니다. 모서리의 창만 그렇습니다. 창마다 패딩이 아닌 칸을 세세요.",
    en="Every window is divided by (k − p)², as in a corner. Count the cells that are not padding in each.",
)
def avg_pool2d(x, kernel, stride=None, padding=0, count_include_pad=True):
    total = windows_of(x, kernel, stride, padding).sum((-2, -1))
    return total / (kernel if count_include_pad else kernel - padding) ** 2


@mistake(
    "avg.start_only",
    loses=["avg.padding"],
    ko="왼쪽과 위의 패딩만 뺐습니다. 오른쪽과 아래의 패딩도 칸 수에서 빼세요.",
    en="Only the padding on the left and above is taken off the count. Take that on the right and below too.",
)
def avg_pool2d(x, kernel, stride=None, padding=0, count_include_pad=True):
    total = windows_of(x, kernel, stride, padding).sum((-2, -1))
    if count_include_pad:
        return total / kernel**2
    step = kernel if stride is None else stride
    rows, columns = (
        kernel - (padding - torch.arange(n) * step).clamp(min=0) for n in total.shape[2:]
    )
    return total / (rows[:, None] * columns)


@mistake(
    "avg.zeros_not_counted",
    loses=["avg.padding"],
    ko="0이 아닌 칸을 세었습니다. 입력에도 0이 있을 수 있으므로 패딩이 아닌 칸을 세어야 합니다.",
    en="It counts the cells that are not 0. The input may hold 0 too: count cells outside the padding.",
)
def avg_pool2d(x, kernel, stride=None, padding=0, count_include_pad=True):
    cells = windows_of(x, kernel, stride, padding)
    if count_include_pad:
        return cells.mean((-2, -1))
    return cells.sum((-2, -1)) / (cells != 0).sum((-2, -1))


@mistake(
    "avg.reshape",
    loses=["avg.padding"],
    ko="reshape로 나누는 방법은 H와 W가 나누어떨어지고 창이 겹치지 않을 때만 맞습니다.",
    en="Cutting with reshape works only where H and W divide evenly and windows do not overlap.",
)
def avg_pool2d(x, kernel, stride=None, padding=0, count_include_pad=True):
    check_images(x, kernel, stride, padding)
    N, C, H, W = x.shape
    return x.reshape(N, C, H // kernel, kernel, W // kernel, kernel).mean((3, 5))


@mistake(
    "avg.channels_mixed",
    loses=["avg.padding"],
    ko="채널까지 합쳐 평균을 구했습니다. 풀링은 채널마다 따로 합니다.",
    en="The mean was taken over the channels too. Each channel is pooled by itself.",
)
def avg_pool2d(x, kernel, stride=None, padding=0, count_include_pad=True):
    total = windows_of(x, kernel, stride, padding).mean(1, keepdim=True).sum((-2, -1))
    real = windows_of(torch.ones_like(x[:, :1]), kernel, stride, padding).sum((-2, -1))
    return total / (kernel**2 if count_include_pad else real)


@mistake(
    "avg.no_checks",
    loses=["errors"],
    ko="avg_pool2d가 잘못된 kernel, stride, padding이나 shape에 ValueError를 내지 않습니다.",
    en="avg_pool2d raises no ValueError for a wrong kernel, stride, padding or shape.",
)
def avg_pool2d(x, kernel, stride=None, padding=0, count_include_pad=True):
    total = windows_unchecked(x, kernel, stride, padding).sum((-2, -1))
    real = windows_unchecked(torch.ones_like(x), kernel, stride, padding).sum((-2, -1))
    return total / (kernel**2 if count_include_pad else real)


# 3. global_avg_pool2d


@mistake(
    "gap.one_by_one",
    loses=["gap.shape"],
    ko="결과의 shape이 (N, C, 1, 1)입니다. keepdim 없이 평균을 내거나 flatten(1)로 (N, C)로 만드세요.",
    en="The shape is (N, C, 1, 1). Leave keepdim out, or make it (N, C) with flatten(1).",
)
def global_avg_pool2d(x):
    check_4d(x)
    return F.adaptive_avg_pool2d(x, 1)


@mistake(
    "gap.squeezed",
    loses=["gap.shape"],
    ko="N이나 C가 1이면 squeeze()가 그 차원까지 없앱니다. 결과는 언제나 (N, C)입니다.",
    en="Where N or C is 1, squeeze() removes that dimension too. The result is always (N, C).",
)
def global_avg_pool2d(x):
    check_4d(x)
    return x.mean((2, 3)).squeeze()


@mistake(
    "gap.whole_batch",
    loses=["gap.values", "gap.shape"],
    ko="모든 이미지와 채널의 평균 하나를 구했습니다. 이미지마다, 채널마다 하나씩 구하세요.",
    en="This is one mean over all images and channels. Take one for each image and each channel.",
)
def global_avg_pool2d(x):
    check_4d(x)
    return x.mean().reshape(1, 1)


@mistake(
    "gap.over_images",
    loses=["gap.values", "gap.shape"],
    ko="이미지들(N)까지 평균했습니다. H와 W, 즉 dim 2와 3에 대해서만 평균합니다.",
    en="The images (N) were averaged too. Take the mean over H and W only: dims 2 and 3.",
)
def global_avg_pool2d(x):
    check_4d(x)
    return x.mean((0, 2, 3))


@mistake(
    "gap.over_channels",
    loses=["gap.values", "gap.shape"],
    ko="채널(C)까지 평균했습니다. H와 W, 즉 dim 2와 3에 대해서만 평균합니다.",
    en="The channels (C) were averaged too. Take the mean over H and W only: dims 2 and 3.",
)
def global_avg_pool2d(x):
    check_4d(x)
    return x.mean((1, 2, 3))


@mistake(
    "gap.one_direction",
    loses=["gap.values", "gap.shape"],
    ko="한 방향으로만 평균했습니다. H와 W 두 방향을 모두 평균해야 합니다.",
    en="The mean was taken in one direction only. It takes both H and W.",
)
def global_avg_pool2d(x):
    check_4d(x)
    return x.mean(3)


@mistake(
    "gap.sum",
    loses=["gap.values"],
    ko="평균(mean) 대신 합(sum)을 구한 값과 같습니다.",
    en="This is the sum in place of the mean.",
)
def global_avg_pool2d(x):
    check_4d(x)
    return x.sum((2, 3))


@mistake(
    "gap.maximum",
    loses=["gap.values"],
    ko="평균이 아니라 최댓값입니다. Global Average Pooling은 평균을 구합니다.",
    en="This is the maximum. Global average pooling takes the mean.",
)
def global_avg_pool2d(x):
    check_4d(x)
    return x.amax((2, 3))


@mistake(
    "gap.square_only",
    loses=["gap.values"],
    ko="H와 W가 같다고 보고 나누었습니다. 칸의 수는 H × W입니다.",
    en="It divides as if H and W were equal. The number of cells is H × W.",
)
def global_avg_pool2d(x):
    check_4d(x)
    return x.sum((2, 3)) / x.shape[3] ** 2


@mistake(
    "gap.graph_cut",
    loses=["gap.values"],
    ko="값은 맞지만 기울기가 끊겼습니다. .item(), torch.tensor(...), torch.no_grad() 없이 x.mean(...)을 그대로 쓰세요.",
    en="The values are right, but the gradient is cut: use x.mean(...) as it is, without .item(), torch.tensor(...), torch.no_grad().",
)
def global_avg_pool2d(x):
    check_4d(x)
    means = [[channel.mean().item() for channel in image] for image in x]
    return torch.tensor(means, dtype=x.dtype).reshape(x.shape[:2])


@mistake(
    "gap.view",
    loses=["gap.shape"],
    ko="연속이 아닌 텐서에는 view를 쓸 수 없습니다. x.mean(...)이나 reshape을 쓰세요.",
    en="view does not work on a tensor that is not contiguous. Use x.mean(...) or reshape.",
)
def global_avg_pool2d(x):
    check_4d(x)
    return x.view(x.shape[0], x.shape[1], -1).mean(2)


@mistake(
    "gap.no_images",
    loses=["errors"],
    ko="데이터가 없으면(N = 0) reshape(..., -1)의 −1을 계산할 수 없습니다. flatten(2)나 x.mean(...)을 쓰세요.",
    en="Without images (N = 0) the −1 in reshape(..., -1) has no answer. Use flatten(2) or x.mean(...).",
)
def global_avg_pool2d(x):
    check_4d(x)
    return x.reshape(x.shape[0], x.shape[1], -1).mean(2)


@mistake(
    "gap.nothing",
    loses=["errors"],
    ko="이미지가 없을 때의 결과도 shape이 (0, C)이어야 합니다.",
    en="With no images too the result has a shape: (0, C).",
)
def global_avg_pool2d(x):
    check_4d(x)
    return x.mean((2, 3)) if len(x) else torch.empty(0)


@mistake(
    "gap.no_check",
    loses=["errors"],
    ko="global_avg_pool2d도 x가 4차원이 아니면 ValueError를 내야 합니다.",
    en="global_avg_pool2d too must raise a ValueError where x is not 4-D.",
)
def global_avg_pool2d(x):
    return x.mean((-2, -1))


# 4. pool_out_size


@mistake(
    "size.naive_ceil",
    loses=["out_size"],
    ko="올림만 했습니다. 마지막 창이 n + padding 안에서 시작하지 않으면 하나를 빼야 합니다.",
    en="It only rounds up. A last window that does not start inside n + padding must go.",
)
def pool_out_size(n, kernel, stride=None, padding=0, ceil_mode=False):
    check_window(n, kernel, stride, padding)
    steps = (n + 2 * padding - kernel) / (kernel if stride is None else stride)
    return (math.ceil(steps) if ceil_mode else math.floor(steps)) + 1


@mistake(
    "size.one_more",
    loses=["out_size"],
    ko="끝에 남는 칸이 없는데도 창을 더했습니다. 나누어떨어지면 올림과 내림이 같습니다.",
    en="It adds a window where no cells are left over. An exact division is the same up and down.",
)
def pool_out_size(n, kernel, stride=None, padding=0, ceil_mode=False):
    check_window(n, kernel, stride, padding)
    stride = kernel if stride is None else stride
    size = (n + 2 * padding - kernel) // stride + 1
    return size + 1 if ceil_mode and size * stride < n + padding else size


@mistake(
    "size.clip_too_late",
    loses=["out_size"],
    ko="마지막 창이 시작하는 자리가 정확히 n + padding일 때도 그 창을 빼야 합니다.",
    en="A last window that starts exactly at n + padding must go too.",
)
def pool_out_size(n, kernel, stride=None, padding=0, ceil_mode=False):
    check_window(n, kernel, stride, padding)
    stride = kernel if stride is None else stride
    if not ceil_mode:
        return (n + 2 * padding - kernel) // stride + 1
    size = math.ceil((n + 2 * padding - kernel) / stride) + 1
    return size - 1 if (size - 1) * stride > n + padding else size


@mistake(
    "size.clip_at_the_end",
    loses=["out_size"],
    ko="마지막 창의 시작을 n + 2·padding과 비교했습니다. 오른쪽 패딩에서 시작하는 창도 빼야 하므로 n + padding입니다.",
    en="The start of the last window is compared with n + 2·padding. One in the right padding goes too: n + padding.",
)
def pool_out_size(n, kernel, stride=None, padding=0, ceil_mode=False):
    check_window(n, kernel, stride, padding)
    stride = kernel if stride is None else stride
    if not ceil_mode:
        return (n + 2 * padding - kernel) // stride + 1
    size = math.ceil((n + 2 * padding - kernel) / stride) + 1
    return size - 1 if (size - 1) * stride >= n + 2 * padding else size


@mistake(
    "size.clip_too_early",
    loses=["out_size"],
    ko="마지막 창의 시작을 n과 비교했습니다. 왼쪽 패딩이 앞에 있으므로 n + padding과 비교합니다.",
    en="The start of the last window is compared with n. The left padding comes first: n + padding.",
)
def pool_out_size(n, kernel, stride=None, padding=0, ceil_mode=False):
    check_window(n, kernel, stride, padding)
    stride = kernel if stride is None else stride
    if not ceil_mode:
        return (n + 2 * padding - kernel) // stride + 1
    size = math.ceil((n + 2 * padding - kernel) / stride) + 1
    return size - 1 if (size - 1) * stride >= n else size


@mistake(
    "size.always_floor",
    loses=["out_size"],
    ko="ceil_mode=True일 때도 내림을 했습니다.",
    en="It rounds down with ceil_mode=True too.",
)
def pool_out_size(n, kernel, stride=None, padding=0, ceil_mode=False):
    check_window(n, kernel, stride, padding)
    return (n + 2 * padding - kernel) // (kernel if stride is None else stride) + 1


@mistake(
    "size.round",
    loses=["out_size"],
    ko="반올림(round)을 했습니다. ceil_mode가 아니면 내림(floor)입니다.",
    en="It rounds to the nearest number. Without ceil_mode one rounds down.",
)
def pool_out_size(n, kernel, stride=None, padding=0, ceil_mode=False):
    check_window(n, kernel, stride, padding)
    return round((n + 2 * padding - kernel) / (kernel if stride is None else stride)) + 1


@mistake(
    "size.no_plus_one",
    loses=["out_size"],
    ko="+1이 빠졌습니다. 맨 처음 자리도 세어야 합니다.",
    en="The + 1 is missing: the very first place counts too.",
)
def pool_out_size(n, kernel, stride=None, padding=0, ceil_mode=False):
    check_window(n, kernel, stride, padding)
    steps = (n + 2 * padding - kernel) / (kernel if stride is None else stride)
    return math.ceil(steps) if ceil_mode else math.floor(steps)


@mistake(
    "size.one_sided_padding",
    loses=["out_size"],
    ko="패딩은 양쪽에 붙으므로 n + 2·padding입니다.",
    en="Padding goes on both sides: n + 2·padding.",
)
def pool_out_size(n, kernel, stride=None, padding=0, ceil_mode=False):
    check_window(n, kernel, stride, padding)
    stride = kernel if stride is None else stride
    if not ceil_mode:
        return (n + padding - kernel) // stride + 1
    size = math.ceil((n + padding - kernel) / stride) + 1
    return size - 1 if (size - 1) * stride >= n + padding else size


@mistake(
    "size.stride_one",
    loses=["out_size"],
    ko="스트라이드를 주지 않으면 1이 아니라 kernel과 같습니다.",
    en="Where no stride is given it is the kernel, not 1.",
)
def pool_out_size(n, kernel, stride=1, padding=0, ceil_mode=False):
    check_window(n, kernel, stride, padding)
    steps = (n + 2 * padding - kernel) / (1 if stride is None else stride)
    return (math.ceil(steps) if ceil_mode else math.floor(steps)) + 1


@mistake(
    "size.float",
    loses=["out_size"],
    ko="결과가 실수(float)입니다. //로 나누거나 int로 바꾸어 정수(int)를 돌려주세요.",
    en="The result is a float. Divide with // or convert it: it must be an int.",
)
def pool_out_size(n, kernel, stride=None, padding=0, ceil_mode=False):
    check_window(n, kernel, stride, padding)
    step = float(kernel if stride is None else stride)
    room = n + 2 * padding - kernel
    if not ceil_mode:
        return room // step + 1
    size = -(-room // step) + 1
    return size - 1 if (size - 1) * step >= n + padding else size


@mistake(
    "size.no_checks",
    loses=["errors"],
    ko="pool_out_size가 잘못된 kernel, stride, padding에 ValueError를 내지 않습니다.",
    en="pool_out_size raises no ValueError for a wrong kernel, stride or padding.",
)
def pool_out_size(n, kernel, stride=None, padding=0, ceil_mode=False):
    stride = kernel if stride is None else stride
    if not ceil_mode:
        return (n + 2 * padding - kernel) // stride + 1
    size = math.ceil((n + 2 * padding - kernel) / stride) + 1
    return size - 1 if (size - 1) * stride >= n + padding else size


@mistake(
    "size.kernel_unchecked",
    loses=["errors"],
    ko="pool_out_size가 kernel > n + 2·padding을 확인하지 않습니다.",
    en="pool_out_size does not look whether kernel > n + 2·padding.",
)
def pool_out_size(n, kernel, stride=None, padding=0, ceil_mode=False):
    stride = kernel if stride is None else stride
    if kernel < 1 or stride < 1 or not 0 <= padding <= kernel // 2:
        raise ValueError
    if not ceil_mode:
        return (n + 2 * padding - kernel) // stride + 1
    size = math.ceil((n + 2 * padding - kernel) / stride) + 1
    return size - 1 if (size - 1) * stride >= n + padding else size


@mistake(
    "size.ceil_unchecked",
    loses=["errors"],
    ko="kernel > n + 2·padding이면 ceil_mode=True일 때도 ValueError입니다.",
    en="kernel > n + 2·padding is a ValueError with ceil_mode=True too.",
)
def pool_out_size(n, kernel, stride=None, padding=0, ceil_mode=False):
    check_window(n + kernel if ceil_mode else n, kernel, stride, padding)
    stride = kernel if stride is None else stride
    if not ceil_mode:
        return (n + 2 * padding - kernel) // stride + 1
    size = math.ceil((n + 2 * padding - kernel) / stride) + 1
    return size - 1 if (size - 1) * stride >= n + padding else size


@mistake(
    "max.height_for_both",
    loses=["max.general"],
    ko="출력의 높이를 너비로도 썼습니다. H와 W는 다를 수 있으므로 크기를 따로 구하세요.",
    en="The height of the output is taken for its width too. H and W may differ: find each size.",
)
def max_pool2d(x, kernel, stride=None, padding=0):
    pooled = F.pad(x, [padding] * 4, value=-math.inf)
    stride = kernel if stride is None else stride
    if x.dim() != 4 or min(kernel, stride) < 1 or not 0 <= padding <= kernel // 2:
        raise ValueError
    if kernel > min(pooled.shape[2:]):
        raise ValueError
    maxima = pooled.unfold(2, kernel, stride).unfold(3, kernel, stride).amax((-1, -2))
    return maxima[..., : maxima.shape[2]]
