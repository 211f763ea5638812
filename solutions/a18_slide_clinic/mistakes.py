"""a18_slide_clinic: known mistakes. Each replaces the reference's definition of that name."""

import copy

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn, optim

from autograder.judge.mistakes import mistake

BY_HAND = []  # what a notebook keeps between two cells


def as_nhwc(image):
    """(H, W, C), or a ValueError."""
    if image.dim() == 2:
        image = image.unsqueeze(2)
    if image.dim() != 3 or image.shape[2] not in (1, 3):
        raise ValueError(image.shape)
    return image


def all_logits(x, y, W, b, lr, steps, copied=True):
    """z before each update and at the end."""
    if copied:
        W, b = W.detach().clone(), b.detach().clone()
    W, b = W.requires_grad_(True), b.requires_grad_(True)
    optimizer = optim.SGD([W, b], lr=lr)
    logits = []
    for _ in range(steps + 1):
        z = x.matmul(W) + b
        logits.append(z.detach())
        if len(logits) <= steps:
            optimizer.zero_grad()
            F.cross_entropy(z, y).backward()
            optimizer.step()
    return torch.stack(logits)


def zeros(x):
    return torch.zeros((x.shape[1], 1), requires_grad=True), torch.zeros(1, requires_grad=True)


def trained(x, y, W, b, optimizer, updates, cost_of=F.binary_cross_entropy):
    """The costs before each update, and the one after the last."""
    costs = []
    for _ in range(updates):
        cost = cost_of(torch.sigmoid(x.matmul(W) + b), y)
        costs.append(cost.item())
        optimizer.zero_grad()
        cost.backward()
        optimizer.step()
    return [*costs, cost_of(torch.sigmoid(x.matmul(W) + b), y).item()]


def key(**changed):
    right = dict(zip((f"Q{number}" for number in range(1, 11)), "abcbbcbabc"))
    return {**right, **changed}


@mistake(
    "list.elementwise",
    loses=["list"],
    ko="W * x는 원소별 곱입니다. 특징이 여럿이면 행렬 곱 x_train.matmul(W)를 쓰세요.",
    en="W * x multiplies element by element. For several features it is x_train.matmul(W).",
)
def hypothesis_from_list(x_data, W, b):
    return torch.sigmoid((torch.tensor(x_data, dtype=W.dtype) * W.flatten()).mean(1, True) + b)


@mistake(
    "list.slide",
    loses=["list"],
    ko="x_data는 아직 리스트입니다. 텐서로 바꾼 다음 곱하세요.",
    en="x_data is a list still. Turn it into a tensor, then multiply.",
)
def hypothesis_from_list(x_data, W, b):
    return torch.sigmoid(W * x_data + b)


@mistake(
    "list.integers",
    loses=["list"],
    ko="정수만 든 리스트는 torch.tensor로 바꾸면 int64가 됩니다. dtype=W.dtype으로 만드세요.",
    en="torch.tensor makes int64 of a list of ints. Make it with dtype=W.dtype.",
)
def hypothesis_from_list(x_data, W, b):
    return torch.sigmoid(torch.tensor(x_data).matmul(W) + b)


@mistake(
    "list.float_tensor",
    loses=["list"],
    ko="FloatTensor는 늘 float32라서 float64인 W와 곱할 수 없습니다. dtype=W.dtype으로 만드세요.",
    en="A FloatTensor is always float32 and does not multiply with a float64 W. Use dtype=W.dtype.",
)
def hypothesis_from_list(x_data, W, b):
    return torch.sigmoid(torch.FloatTensor(x_data).matmul(W) + b)


@mistake(
    "list.float32_result",
    loses=["list"],
    ko="W가 float64여도 결과가 float32입니다. 결과의 dtype은 W와 같아야 합니다.",
    en="The result is float32 even for a float64 W. It must have the dtype of W.",
)
def hypothesis_from_list(x_data, W, b):
    return torch.sigmoid(torch.FloatTensor(x_data).matmul(W.float()) + b.float())


@mistake(
    "list.truncated",
    loses=["list"],
    ko="실수를 정수로 잘랐습니다. LongTensor가 아니라 W와 같은 dtype으로 바꾸세요.",
    en="Floats are cut down to ints. Convert to the dtype of W, not to a LongTensor.",
)
def hypothesis_from_list(x_data, W, b):
    rows = [[int(value) for value in row] for row in x_data]
    return torch.sigmoid(torch.tensor(rows, dtype=W.dtype).matmul(W) + b)


@mistake(
    "list.no_sigmoid",
    loses=["list"],
    ko="시그모이드를 적용하지 않은 xW + b의 값입니다.",
    en="This is xW + b, without the sigmoid.",
)
def hypothesis_from_list(x_data, W, b):
    return torch.tensor(x_data, dtype=W.dtype).matmul(W) + b


@mistake(
    "list.no_bias",
    loses=["list"],
    ko="편향 b를 더하지 않았습니다.",
    en="The bias b is left out.",
)
def hypothesis_from_list(x_data, W, b):
    return torch.sigmoid(torch.tensor(x_data, dtype=W.dtype).matmul(W))


@mistake(
    "list.flat",
    loses=["list"],
    ko="결과가 (n,)입니다. (n, 1)이어야 합니다.",
    en="The result is (n,). It must be (n, 1).",
)
def hypothesis_from_list(x_data, W, b):
    return torch.sigmoid(torch.tensor(x_data, dtype=W.dtype).matmul(W) + b).squeeze(1)


@mistake(
    "list.graph_cut",
    loses=["list"],
    ko="값은 맞지만 numpy, detach(), torch.tensor(...) 등으로 W와 b의 기울기가 끊겼습니다.",
    en="The value is right, but numpy, detach(), torch.tensor(...) or the like cuts the gradient to W and b.",
)
def hypothesis_from_list(x_data, W, b):
    z = np.array(x_data) @ W.detach().numpy() + b.detach().numpy()
    return torch.sigmoid(torch.from_numpy(z).to(W.dtype))


@mistake(
    "list.returned_as_list",
    loses=["list"],
    ko="리스트를 돌려주었습니다. 기울기가 이어지도록 텐서를 돌려주세요.",
    en="It returns a list. Return a tensor, so that gradients flow.",
)
def hypothesis_from_list(x_data, W, b):
    return torch.sigmoid(torch.tensor(x_data, dtype=W.dtype).matmul(W) + b).tolist()


@mistake(
    "conv.bias_assumed",
    loses=["conv"],
    ko="bias=False인 층에서는 conv.bias가 None입니다. 먼저 확인하세요.",
    en="In a layer made with bias=False, conv.bias is None. Check that first.",
)
def constant_conv(conv, weight, bias):
    nn.init.constant_(conv.weight, weight)
    nn.init.constant_(conv.bias, bias)
    return conv


@mistake(
    "conv.bias_made",
    loses=["conv"],
    ko="편향이 없던 층에 편향을 만들었습니다. bias=False이면 가중치만 채우세요.",
    en="A layer without a bias was given one. With bias=False fill the weights only.",
)
def constant_conv(conv, weight, bias):
    nn.init.constant_(conv.weight, weight)
    conv.bias = nn.Parameter(torch.full((conv.out_channels,), bias))
    return conv


@mistake(
    "conv.no_return",
    loses=["conv"],
    ko="return conv가 없습니다. 받은 conv를 돌려주어야 합니다.",
    en="There is no return conv. The conv that came in must be returned.",
)
def constant_conv(conv, weight, bias):
    nn.init.constant_(conv.weight, weight)
    if conv.bias is not None:
        nn.init.constant_(conv.bias, bias)


@mistake(
    "conv.copied",
    loses=["conv"],
    ko="복사본을 채워서 돌려주었습니다. 받은 conv를 그 자리에서 바꾸세요.",
    en="A copy is filled and returned. Change the conv that came in.",
)
def constant_conv(conv, weight, bias):
    conv = copy.deepcopy(conv)
    for name, parameter in conv.named_parameters():
        nn.init.constant_(parameter, weight if name == "weight" else bias)
    return conv


@mistake(
    "conv.swapped",
    loses=["conv"],
    ko="weight와 bias가 뒤바뀌었습니다.",
    en="weight and bias have changed places.",
)
def constant_conv(conv, weight, bias):
    nn.init.constant_(conv.weight, bias)
    if conv.bias is not None:
        nn.init.constant_(conv.bias, weight)
    return conv


@mistake(
    "conv.bias_left",
    loses=["conv"],
    ko="편향을 채우지 않았습니다.",
    en="The biases are not filled.",
)
def constant_conv(conv, weight, bias):
    nn.init.constant_(conv.weight, weight)
    if conv.bias is not None:
        nn.init.zeros_(conv.bias)
    return conv


@mistake(
    "conv.same_for_both",
    loses=["conv"],
    ko="편향까지 weight로 채웠습니다.",
    en="The biases are filled with `weight` too.",
)
def constant_conv(conv, weight, bias):
    for parameter in conv.parameters():
        nn.init.constant_(parameter, weight)
    return conv


@mistake(
    "conv.slide_numbers",
    loses=["conv"],
    ko="인자와 상관없이 슬라이드의 1과 3으로 채웠습니다.",
    en="It fills in the 1 and 3 of the slide, whatever the arguments are.",
)
def constant_conv(conv, weight, bias):
    nn.init.constant_(conv.weight, 1)
    if conv.bias is not None:
        nn.init.constant_(conv.bias, 3)
    return conv


@mistake(
    "conv.zeros_left",
    loses=["conv"],
    ko="편향이 모두 0이면 채우지 않습니다. 편향이 있는지는 conv.bias is not None으로 확인하세요.",
    en="Biases that are all 0 are not filled. Ask whether there is a bias with conv.bias is not None.",
)
def constant_conv(conv, weight, bias):
    nn.init.constant_(conv.weight, weight)
    if conv.bias is not None and conv.bias.any():
        nn.init.constant_(conv.bias, bias)
    return conv


@mistake(
    "conv.frozen",
    loses=["conv"],
    ko="requires_grad가 False가 되어 더 학습할 수 없습니다.",
    en="requires_grad has become False, so it can no longer be trained.",
)
def constant_conv(conv, weight, bias):
    conv.requires_grad_(False)
    conv.weight.fill_(weight)
    if conv.bias is not None:
        conv.bias.fill_(bias)
    return conv


@mistake(
    "conv.in_place_on_leaf",
    loses=["conv"],
    ko="requires_grad인 파라미터는 그냥 fill_할 수 없습니다. torch.no_grad()나 nn.init을 쓰세요.",
    en="A parameter that requires grad refuses a bare fill_. Use torch.no_grad() or nn.init.",
)
def constant_conv(conv, weight, bias):
    conv.weight.fill_(weight)
    if conv.bias is not None:
        conv.bias.fill_(bias)
    return conv


@mistake(
    "conv.other_shape",
    loses=["conv"],
    ko=".data에는 어떤 shape이든 들어갑니다. 가중치의 shape이 달라지지 않게 torch.full_like를 쓰세요.",
    en=".data takes any shape. Use torch.full_like, so that the weights keep theirs.",
)
def constant_conv(conv, weight, bias):
    conv.weight.data = torch.full((1, 1, 3, 3), weight)
    if conv.bias is not None:
        conv.bias.data = torch.full((1,), bias)
    return conv


@mistake(
    "nchw.reshape",
    loses=["nchw"],
    ko="reshape나 view는 픽셀을 뒤섞습니다. 축의 순서를 바꾸는 permute를 쓰세요.",
    en="reshape (or view) mixes up the pixels. Use permute, which changes the order of axes.",
)
def to_nchw(image):
    image = as_nhwc(image)
    height, width, channels = image.shape
    return image.reshape(1, channels, height, width)


@mistake(
    "nchw.transposed",
    loses=["nchw"],
    ko="높이와 너비가 뒤바뀌었습니다. permute(2, 0, 1)입니다.",
    en="Height and width have changed places. It is permute(2, 0, 1).",
)
def to_nchw(image):
    return as_nhwc(image).permute(2, 1, 0).unsqueeze(0)


@mistake(
    "nchw.no_batch",
    loses=["nchw"],
    ko="앞의 개수 차원이 없습니다. unsqueeze(0)으로 (1, C, H, W)를 만드세요.",
    en="The first dimension, the number, is missing. Make it (1, C, H, W) with unsqueeze(0).",
)
def to_nchw(image):
    return as_nhwc(image).permute(2, 0, 1)


@mistake(
    "nchw.channels_first_dimension",
    loses=["nchw"],
    ko="(C, 1, H, W)입니다. 개수 1이 맨 앞에 와야 합니다.",
    en="This is (C, 1, H, W). The number, 1, comes first.",
)
def to_nchw(image):
    return as_nhwc(image).permute(2, 0, 1).unsqueeze(1)


@mistake(
    "nchw.nhwc",
    loses=["nchw"],
    ko="채널이 아직 맨 뒤에 있습니다. PyTorch에서는 개수 다음에 옵니다.",
    en="The channels still come last. In PyTorch they come right after the number.",
)
def to_nchw(image):
    return as_nhwc(image).unsqueeze(0)


@mistake(
    "nchw.grey_refused",
    loses=["nchw"],
    ko="(H, W)인 흑백 이미지도 받아야 합니다.",
    en="A grey image (H, W) must be taken too.",
)
def to_nchw(image):
    if image.dim() != 3 or image.shape[2] not in (1, 3):
        raise ValueError(image.shape)
    return image.permute(2, 0, 1).unsqueeze(0)


@mistake(
    "nchw.colour_only",
    loses=["nchw"],
    ko="채널이 1개인 (H, W, 1)도 받아야 합니다.",
    en="(H, W, 1), with one channel, must be taken too.",
)
def to_nchw(image):
    if image.dim() == 2:
        return image[None, None]
    if image.dim() != 3 or image.shape[2] != 3:
        raise ValueError(image.shape)
    return image.permute(2, 0, 1).unsqueeze(0)


@mistake(
    "nchw.no_check",
    loses=["nchw"],
    ko="채널의 수를 확인하지 않았습니다. 1이나 3이 아니면 ValueError가 필요합니다.",
    en="The number of channels is not checked. Unless it is 1 or 3 it takes a ValueError.",
)
def to_nchw(image):
    if image.dim() == 2:
        image = image.unsqueeze(2)
    if image.dim() != 3:
        raise ValueError(image.shape)
    return image.permute(2, 0, 1).unsqueeze(0)


@mistake(
    "nchw.takes_chw",
    loses=["nchw"],
    ko="이미 (3, H, W)인 이미지도 받았습니다. 여기에서는 ValueError가 필요합니다.",
    en="An image that is (3, H, W) already is let through. Here it takes a ValueError.",
)
def to_nchw(image):
    if image.dim() == 3 and image.shape[0] in (1, 3) and image.shape[2] not in (1, 3):
        return image.unsqueeze(0)
    return as_nhwc(image).permute(2, 0, 1).unsqueeze(0)


@mistake(
    "nchw.chw_first",
    loses=["nchw"],
    ko="첫 차원이 3이면 이미 (3, H, W)라고 보았습니다. 높이가 3인 이미지도 있으니 마지막 차원을 보세요.",
    en="With a first dimension of 3 it is taken for (3, H, W). An image may be 3 high: look at the last one.",
)
def to_nchw(image):
    if image.dim() == 3 and image.shape[0] == 3:
        return image.unsqueeze(0)
    return as_nhwc(image).permute(2, 0, 1).unsqueeze(0)


@mistake(
    "nchw.takes_batches",
    loses=["nchw"],
    ko="여러 장의 이미지 (N, H, W, 3)도 받았습니다. 이미지 한 장이 아니면 ValueError가 필요합니다.",
    en="Several images, (N, H, W, 3), are let through. Unless it is one image it takes a ValueError.",
)
def to_nchw(image):
    if image.dim() == 4 and image.shape[3] in (1, 3):
        return image.permute(0, 3, 1, 2)
    return as_nhwc(image).permute(2, 0, 1).unsqueeze(0)


@mistake(
    "nchw.assert",
    loses=["nchw"],
    ko="assert는 AssertionError를 냅니다. if와 raise ValueError를 쓰세요.",
    en="assert raises AssertionError. Use if and raise ValueError.",
)
def to_nchw(image):
    if image.dim() == 2:
        image = image.unsqueeze(2)
    assert image.dim() == 3
    assert image.shape[2] in (1, 3)
    return image.permute(2, 0, 1).unsqueeze(0)


@mistake(
    "nchw.graph_cut",
    loses=["nchw"],
    ko="numpy, detach(), torch.no_grad() 등으로 기울기가 끊겼습니다. image.permute(...)를 그대로 쓰세요.",
    en="numpy, detach(), torch.no_grad() or the like cuts the gradient. Use image.permute(...) itself.",
)
def to_nchw(image):
    pixels = as_nhwc(image).detach().numpy()
    return torch.from_numpy(pixels.transpose(2, 0, 1)[np.newaxis].copy())


@mistake(
    "nchw.scaled",
    loses=["nchw"],
    ko="픽셀의 값을 255로 나누었습니다. 축의 순서만 바꾸세요.",
    en="The pixels are divided by 255. Change the order of axes only.",
)
def to_nchw(image):
    return as_nhwc(image).permute(2, 0, 1).unsqueeze(0) / 255


@mistake(
    "nchw.scaled_above_1",
    loses=["nchw"],
    ko="값이 1보다 크면 255로 나누었습니다. 값은 그대로 두고 축의 순서만 바꾸세요.",
    en="Where values exceed 1 they are divided by 255. Leave them, and change the order of axes only.",
)
def to_nchw(image):
    nchw = as_nhwc(image).permute(2, 0, 1).unsqueeze(0)
    return nchw / 255 if nchw.max() > 1 else nchw


@mistake(
    "row_sums.softmax",
    loses=["row_sums"],
    ko="logit이 아니라 소프트맥스의 합입니다. 그 합은 늘 1입니다.",
    en="These are sums of the softmax, not of logits. They are always 1.",
)
def logit_row_sums(x, y, W, b, lr, steps):
    return torch.softmax(all_logits(x, y, W, b, lr, steps), dim=2).sum(dim=2)


@mistake(
    "row_sums.columns",
    loses=["row_sums"],
    ko="행이 아니라 열(클래스)마다 더했습니다. sum(dim=1)입니다.",
    en="The columns (classes) are added up, not the rows. It is sum(dim=1).",
)
def logit_row_sums(x, y, W, b, lr, steps):
    return all_logits(x, y, W, b, lr, steps).sum(dim=1)


@mistake(
    "row_sums.no_last",
    loses=["row_sums"],
    ko="마지막 업데이트 후의 합이 없습니다. 결과는 steps + 1행입니다.",
    en="The sums after the last update are missing. The result has steps + 1 rows.",
)
def logit_row_sums(x, y, W, b, lr, steps):
    return all_logits(x, y, W, b, lr, steps).sum(dim=2)[:steps]


@mistake(
    "row_sums.no_first",
    loses=["row_sums"],
    ko="시작할 때의 합이 없습니다. 0번 행은 업데이트하기 전의 합입니다.",
    en="The sums at the start are missing. Row 0 holds those before any update.",
)
def logit_row_sums(x, y, W, b, lr, steps):
    return all_logits(x, y, W, b, lr, steps).sum(dim=2)[1:]


@mistake(
    "row_sums.always_zero",
    loses=["row_sums"],
    ko="합이 늘 0이라고 보았습니다. 0에서 시작할 때에만 0입니다.",
    en="The sums are taken to be 0 always. They are 0 only where the start is zeros.",
)
def logit_row_sums(x, y, W, b, lr, steps):
    return x.new_zeros(steps + 1, len(x))


@mistake(
    "row_sums.from_zeros",
    loses=["row_sums"],
    ko="받은 W와 b 대신 0에서 시작했습니다.",
    en="It starts from zeros in place of the W and b that come in.",
)
def logit_row_sums(x, y, W, b, lr, steps):
    return all_logits(x, y, torch.zeros_like(W), torch.zeros_like(b), lr, steps).sum(dim=2)


@mistake(
    "row_sums.no_bias",
    loses=["row_sums"],
    ko="편향 b를 더하지 않았습니다.",
    en="The bias b is left out.",
)
def logit_row_sums(x, y, W, b, lr, steps):
    return x.matmul(W).sum(dim=1).repeat(steps + 1, 1).detach()


@mistake(
    "row_sums.mse",
    loses=["row_sums"],
    ko="cross_entropy가 아닌 MSE로 학습하여 합이 변했습니다.",
    en="Training with the MSE in place of cross_entropy changes the sums.",
)
def logit_row_sums(x, y, W, b, lr, steps):
    W, b = W.detach().clone().requires_grad_(True), b.detach().clone().requires_grad_(True)
    Y = F.one_hot(y, W.shape[1]).to(x.dtype)
    optimizer = optim.SGD([W, b], lr=lr)
    sums = []
    for _ in range(steps + 1):
        z = x.matmul(W) + b
        sums.append(z.detach().sum(dim=1))
        optimizer.zero_grad()
        F.mse_loss(z, Y).backward()
        optimizer.step()
    return torch.stack(sums)


@mistake(
    "row_sums.adam",
    loses=["row_sums"],
    ko="Adam은 원소마다 보폭이 달라 합이 변합니다. optimizer는 SGD입니다.",
    en="Adam takes another step size for each element, so the sums change. The optimizer is SGD.",
)
def logit_row_sums(x, y, W, b, lr, steps):
    W, b = W.detach().clone().requires_grad_(True), b.detach().clone().requires_grad_(True)
    optimizer = optim.Adam([W, b], lr=lr)
    sums = []
    for _ in range(steps + 1):
        z = x.matmul(W) + b
        sums.append(z.detach().sum(dim=1))
        optimizer.zero_grad()
        F.cross_entropy(z, y).backward()
        optimizer.step()
    return torch.stack(sums)


@mistake(
    "row_sums.transposed",
    loses=["row_sums"],
    ko="행과 열이 뒤바뀌었습니다. 결과는 (steps + 1, n)입니다.",
    en="Rows and columns have changed places. The result is (steps + 1, n).",
)
def logit_row_sums(x, y, W, b, lr, steps):
    return all_logits(x, y, W, b, lr, steps).sum(dim=2).T


@mistake(
    "row_sums.means",
    loses=["row_sums"],
    ko="합이 아니라 평균을 구했습니다.",
    en="These are means, not sums.",
)
def logit_row_sums(x, y, W, b, lr, steps):
    return all_logits(x, y, W, b, lr, steps).mean(dim=2)


@mistake(
    "row_sums.in_place",
    loses=["row_sums"],
    ko="받은 W와 b가 바뀌었습니다. detach().clone()으로 복사본을 만들어 학습시키세요.",
    en="The W and b that came in have changed. Train copies, made with detach().clone().",
)
def logit_row_sums(x, y, W, b, lr, steps):
    return all_logits(x, y, W, b, lr, steps, copied=False).sum(dim=2)


@mistake(
    "row_sums.list",
    loses=["row_sums"],
    ko="리스트를 돌려주었습니다. torch.stack으로 텐서를 만드세요.",
    en="It returns a list. Make a tensor of it with torch.stack.",
)
def logit_row_sums(x, y, W, b, lr, steps):
    return all_logits(x, y, W, b, lr, steps).sum(dim=2).tolist()


@mistake(
    "row_sums.float32",
    loses=["row_sums"],
    ko="x가 float64여도 결과가 float32입니다. 결과의 dtype은 x와 같아야 합니다.",
    en="The result is float32 even for a float64 x. It must have the dtype of x.",
)
def logit_row_sums(x, y, W, b, lr, steps):
    return all_logits(x, y, W, b, lr, steps).sum(dim=2).float()


@mistake(
    "stale.logged_twice",
    loses=["stale"],
    ko="두 값이 모두 마지막 업데이트 전의 비용입니다. 새 W와 b로 hypothesis를 다시 계산하세요.",
    en="Both are the cost before the last update. Compute hypothesis again with the new W and b.",
)
def logged_and_true_cost(x_train, y_train, lr, epochs):
    W, b = zeros(x_train)
    costs = trained(x_train, y_train, W, b, optim.SGD([W, b], lr=lr), epochs + 1)
    return costs[-2], costs[-2]


@mistake(
    "stale.true_twice",
    loses=["stale"],
    ko="두 값이 모두 마지막 업데이트 후의 비용입니다. 첫 번째 값은 업데이트 전의 비용입니다.",
    en="Both are the cost after the last update. The first one is from before it.",
)
def logged_and_true_cost(x_train, y_train, lr, epochs):
    W, b = zeros(x_train)
    costs = trained(x_train, y_train, W, b, optim.SGD([W, b], lr=lr), epochs + 1)
    return costs[-1], costs[-1]


@mistake(
    "stale.reversed",
    loses=["stale"],
    ko="순서가 반대입니다. 기록된 비용이 먼저입니다.",
    en="The order is the wrong way round: the logged cost comes first.",
)
def logged_and_true_cost(x_train, y_train, lr, epochs):
    W, b = zeros(x_train)
    costs = trained(x_train, y_train, W, b, optim.SGD([W, b], lr=lr), epochs + 1)
    return costs[-1], costs[-2]


@mistake(
    "stale.epochs",
    loses=["stale"],
    ko="업데이트 횟수가 다릅니다. range(epochs + 1)입니다.",
    en="The number of updates is wrong: it is range(epochs + 1).",
)
def logged_and_true_cost(x_train, y_train, lr, epochs):
    W, b = zeros(x_train)
    costs = trained(x_train, y_train, W, b, optim.SGD([W, b], lr=lr), max(epochs, 1))
    return costs[-2], costs[-1]


@mistake(
    "stale.one_more",
    loses=["stale"],
    ko="한 번 더 업데이트한 값입니다. 진짜 비용은 업데이트하지 않고 다시 계산하기만 합니다.",
    en="There is one update more. The true cost is only computed again, without an update.",
)
def logged_and_true_cost(x_train, y_train, lr, epochs):
    W, b = zeros(x_train)
    costs = trained(x_train, y_train, W, b, optim.SGD([W, b], lr=lr), epochs + 2)
    return costs[-2], costs[-1]


@mistake(
    "stale.no_zero_grad",
    loses=["stale"],
    ko="두 번째 업데이트부터 기울기가 누적되었습니다. optimizer.zero_grad()를 확인하세요.",
    en="From the second update on the gradients pile up. Look for optimizer.zero_grad().",
)
def logged_and_true_cost(x_train, y_train, lr, epochs):
    W, b = zeros(x_train)
    optimizer = optim.SGD([W, b], lr=lr)
    for _ in range(epochs + 1):
        cost = F.binary_cross_entropy(torch.sigmoid(x_train.matmul(W) + b), y_train)
        cost.backward()
        optimizer.step()
    after = F.binary_cross_entropy(torch.sigmoid(x_train.matmul(W) + b), y_train)
    return cost.item(), after.item()


@mistake(
    "stale.sum",
    loses=["stale"],
    ko="평균(mean) 대신 합(sum)으로 비용을 구한 값과 같습니다.",
    en="This is what the sum of the costs gives, in place of their mean.",
)
def logged_and_true_cost(x_train, y_train, lr, epochs):
    W, b = zeros(x_train)
    summed = nn.BCELoss(reduction="sum")
    costs = trained(x_train, y_train, W, b, optim.SGD([W, b], lr=lr), epochs + 1, summed)
    return costs[-2], costs[-1]


@mistake(
    "stale.mse",
    loses=["stale"],
    ko="MSE를 사용한 값입니다. 비용은 이진 크로스 엔트로피입니다.",
    en="This is the MSE. The cost is the binary cross entropy.",
)
def logged_and_true_cost(x_train, y_train, lr, epochs):
    W, b = zeros(x_train)
    costs = trained(x_train, y_train, W, b, optim.SGD([W, b], lr=lr), epochs + 1, F.mse_loss)
    return costs[-2], costs[-1]


@mistake(
    "stale.random_start",
    loses=["stale"],
    ko="nn.Linear의 난수에서 시작했습니다. W와 b는 0에서 시작합니다.",
    en="It starts from the random numbers of nn.Linear. W and b start from zeros.",
)
def logged_and_true_cost(x_train, y_train, lr, epochs):
    torch.manual_seed(1)
    layer = nn.Linear(x_train.shape[1], 1)
    W, b = layer.weight.detach().T.requires_grad_(True), layer.bias.detach().requires_grad_(True)
    costs = trained(x_train, y_train, W, b, optim.SGD([W, b], lr=lr), epochs + 1)
    return costs[-2], costs[-1]


@mistake(
    "stale.no_bias",
    loses=["stale"],
    ko="b가 한 번도 갱신되지 않았습니다. 옵티마이저에 [W, b]를 모두 넣으세요.",
    en="b was never updated. Give the optimizer both: [W, b].",
)
def logged_and_true_cost(x_train, y_train, lr, epochs):
    W, b = zeros(x_train)
    costs = trained(x_train, y_train, W, b, optim.SGD([W], lr=lr), epochs + 1)
    return costs[-2], costs[-1]


@mistake(
    "stale.one_feature",
    loses=["stale"],
    ko="W를 (1, 1)로 고정했습니다. 특징의 수는 x_train.shape[1]입니다.",
    en="W is fixed at (1, 1). The number of features is x_train.shape[1].",
)
def logged_and_true_cost(x_train, y_train, lr, epochs):
    W, b = zeros(torch.zeros(1, 1))
    costs = trained(x_train, y_train, W, b, optim.SGD([W, b], lr=lr), epochs + 1)
    return costs[-2], costs[-1]


@mistake(
    "stale.tensors",
    loses=["stale"],
    ko="텐서를 돌려주었습니다. .item()으로 파이썬 실수로 바꾸세요.",
    en="It returns tensors. Turn them into Python floats with .item().",
)
def logged_and_true_cost(x_train, y_train, lr, epochs):
    W, b = zeros(x_train)
    costs = trained(x_train, y_train, W, b, optim.SGD([W, b], lr=lr), epochs + 1)
    return torch.tensor(costs[-2]), torch.tensor(costs[-1])


@mistake(
    "stale.slide_numbers",
    loses=["stale"],
    ko="슬라이드의 숫자를 그대로 적었습니다. 받은 데이터로 학습하여 계산하세요.",
    en="The numbers of the slide are written down. Train on the data that comes in.",
)
def logged_and_true_cost(x_train, y_train, lr, epochs):
    return 0.0402585, 0.0402294


@mistake(
    "stale.kept_between_calls",
    loses=["stale"],
    ko="함수 밖의 W와 b를 이어서 학습합니다. 함수 안에서 매번 0으로 만드세요.",
    en="It goes on with a W and b from outside. Make them of zeros inside the function, every time.",
    replay=False,  # its answer depends on what was called before
)
def logged_and_true_cost(x_train, y_train, lr, epochs):
    if not BY_HAND or BY_HAND[0].shape[0] != x_train.shape[1]:
        BY_HAND[:] = zeros(x_train)
    W, b = BY_HAND
    costs = trained(x_train, y_train, W, b, optim.SGD([W, b], lr=lr), epochs + 1)
    return costs[-2], costs[-1]


@mistake(
    "quiz.cost_is_zero",
    loses=["quiz.q1"],
    ko="슬라이드의 설명 그대로입니다. 4번을 0에서 시작하여 실행하면 cost가 1.0986일 때에도 합이 0입니다.",
    en="That is what the slide says. Run task 4 from zeros: the sum is 0 at a cost of 1.0986 as well.",
)
def answers():
    return key(Q1="b")


@mistake(
    "quiz.softmax_normalises",
    loses=["quiz.q1"],
    ko="소프트맥스는 logit을 바꾸지 않습니다. 합이 1인 것은 소프트맥스의 결과입니다.",
    en="The softmax does not change the logits. It is the result of the softmax that adds up to 1.",
)
def answers():
    return key(Q1="c")


@mistake(
    "quiz.comment_order",
    loses=["quiz.q2"],
    ko="슬라이드의 주석이 틀렸습니다. help(nn.Conv2d)의 첫 줄에서 순서를 확인하세요.",
    en="The comment on the slide is wrong. Look at the first line of help(nn.Conv2d).",
)
def answers():
    return key(Q2="a")


@mistake(
    "quiz.window_counted",
    loses=["quiz.q3"],
    ko="2 × 2 칸은 창의 크기입니다. 최댓값을 고르는 데 학습할 숫자가 있을까요?",
    en="The 2 × 2 cells are the size of the window. Is there a number to be learned in a maximum?",
)
def answers():
    return key(Q3="a")


@mistake(
    "quiz.dropout_scales",
    loses=["quiz.q4"],
    ko="PyTorch는 학습할 때 1/(1−p)를 미리 곱합니다. eval()에서는 무엇이 남을까요?",
    en="PyTorch multiplies by 1/(1−p) while training. What is left to do in eval()?",
)
def answers():
    return key(Q4="c")


@mistake(
    "quiz.dropout_halves",
    loses=["quiz.q4"],
    ko="뉴런을 버리는 것은 학습할 때입니다. 슬라이드는 추론할 때 어떻다고 했나요?",
    en="Neurons are dropped while training. What does the slide say about inference?",
)
def answers():
    return key(Q4="a")


@mistake(
    "quiz.optim_momentum",
    loses=["quiz.q5"],
    ko="torch.optim에는 Momentum이라는 클래스가 없습니다.",
    en="torch.optim has no class called Momentum.",
)
def answers():
    return key(Q5="a")


@mistake(
    "quiz.in_words",
    loses=["quiz.q5"],
    ko="보기의 내용을 적었습니다. 그 앞의 글자만 적으세요.",
    en="It holds the words of a choice. Write just the letter in front of them.",
)
def answers():
    return key(Q5="optim.SGD(momentum=0.9)")


@mistake(
    "quiz.one_hidden_layer",
    loses=["quiz.q6"],
    ko="은닉층이 하나여도 다층 퍼셉트론이지만, 슬라이드의 심층 신경망은 아닙니다.",
    en="With one hidden layer it is a multi-layer perceptron, but not yet deep as the slide has it.",
)
def answers():
    return key(Q6="b")


@mistake(
    "quiz.probabilities",
    loses=["quiz.q7"],
    ko="확률을 넣으면 소프트맥스가 두 번 적용됩니다. 비용함수 안에 이미 있습니다.",
    en="With probabilities the softmax is applied twice: it is inside the cost function already.",
)
def answers():
    return key(Q7="a")


@mistake(
    "quiz.shift_right",
    loses=["quiz.q8"],
    ko="sigmoid(x + 2)가 0.5가 되는 x를 구해 보세요. 0보다 큰가요, 작은가요?",
    en="Find the x where sigmoid(x + 2) is 0.5. Is it above 0 or below?",
)
def answers():
    return key(Q8="b")


@mistake(
    "quiz.regularisation",
    loses=["quiz.q9"],
    ko="가중치 규제는 슬라이드의 네 가지 방법 중 하나입니다. 아닌 것을 고르세요.",
    en="Weight regularisation is one of the four remedies on the slide. Choose what is none.",
)
def answers():
    return key(Q9="c")


@mistake(
    "quiz.channels_last",
    loses=["quiz.q10"],
    ko="채널이 맨 뒤에 있습니다. nn.Conv2d가 받는 순서를 3번에서 확인하세요.",
    en="The channels come last here. See task 3 for the order that nn.Conv2d takes.",
)
def answers():
    return key(Q10="b")


@mistake(
    "quiz.incomplete",
    loses=["quiz.q7", "quiz.q9"],
    ko="답이 없는 질문이 있습니다.",
    en="Some questions have no answer.",
)
def answers():
    left = key()
    del left["Q7"], left["Q9"]
    return left


@mistake(
    "quiz.all_b",
    loses=["quiz.q1", "quiz.q3", "quiz.q6", "quiz.q8", "quiz.q10"],
    ko="모든 질문에 같은 글자를 적었습니다.",
    en="There is the same letter for every question.",
)
def answers():
    return dict.fromkeys(key(), "b")


@mistake(
    "quiz.list",
    loses=[
        "quiz.q1", "quiz.q2", "quiz.q3", "quiz.q4", "quiz.q5",
        "quiz.q6", "quiz.q7", "quiz.q8", "quiz.q9", "quiz.q10",
    ],
    ko='리스트를 돌려주었습니다. {"Q1": "a", …}와 같은 dict여야 합니다.',
    en='It returns a list. It must be a dict such as {"Q1": "a", …}.',
)  # fmt: skip
def answers():
    return list(key().values())
