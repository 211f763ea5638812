"""a15_overfitting_dropout: known mistakes. Each replaces the reference's function of the same name."""

import random

import numpy as np
import torch
from torch import nn

from autograder.judge.mistakes import mistake


def check_p(p):
    if not 0 <= p <= 1:
        raise ValueError


def check_lam(lam):
    if lam < 0:
        raise ValueError


def chosen(x, p, mask):
    return torch.rand_like(x) >= p if mask is None else mask


def scaled(x, p, mask):
    return x * mask / (1 - p) if p < 1 else torch.zeros_like(x)


# 1. fit_status


@mistake(
    "status.overfitting_first",
    loses=["status"],
    ko="과적합을 먼저 따졌습니다. 학습 정확도가 낮으면 차이가 커도 과소적합입니다.",
    en="Overfitting is asked for first. Where the training accuracy is low, it is underfitting.",
)
def fit_status(train_accuracy, val_accuracy, good=0.9, gap=0.1):
    if train_accuracy - val_accuracy > gap:
        return "overfitting"
    return "underfitting" if train_accuracy < good else "good"


@mistake(
    "status.by_validation",
    loses=["status"],
    ko="과소적합은 검증 정확도가 아니라 학습 정확도로 판정합니다.",
    en="Underfitting is told by the training accuracy, not by the validation accuracy.",
)
def fit_status(train_accuracy, val_accuracy, good=0.9, gap=0.1):
    if val_accuracy < good and train_accuracy - val_accuracy <= gap:
        return "underfitting"
    return "overfitting" if train_accuracy - val_accuracy > gap else "good"


@mistake(
    "status.just_good",
    loses=["status"],
    ko="학습 정확도가 good과 꼭 같으면 과소적합이 아닙니다. <=가 아니라 <입니다.",
    en="A training accuracy of just good is not underfitting: < and not <=.",
)
def fit_status(train_accuracy, val_accuracy, good=0.9, gap=0.1):
    if train_accuracy <= good:
        return "underfitting"
    return "overfitting" if train_accuracy - val_accuracy > gap else "good"


@mistake(
    "status.just_gap",
    loses=["status"],
    ko="차이가 gap과 꼭 같으면 과적합이 아닙니다. >=가 아니라 >입니다.",
    en="A difference of just gap is not overfitting: > and not >=.",
)
def fit_status(train_accuracy, val_accuracy, good=0.9, gap=0.1):
    if train_accuracy < good:
        return "underfitting"
    return "overfitting" if train_accuracy - val_accuracy >= gap else "good"


@mistake(
    "status.absolute",
    loses=["status"],
    ko="검증 정확도가 더 높은 것은 과적합이 아닙니다. abs를 빼세요.",
    en="A validation accuracy above the other is no overfitting. Leave out abs.",
)
def fit_status(train_accuracy, val_accuracy, good=0.9, gap=0.1):
    if train_accuracy < good:
        return "underfitting"
    return "overfitting" if abs(train_accuracy - val_accuracy) > gap else "good"


@mistake(
    "status.fixed",
    loses=["status"],
    ko="good과 gap 인자를 쓰지 않고 0.9와 0.1로 판정했습니다.",
    en="The arguments good and gap are not used, but 0.9 and 0.1.",
)
def fit_status(train_accuracy, val_accuracy, good=0.9, gap=0.1):
    if train_accuracy < 0.9:
        return "underfitting"
    return "overfitting" if train_accuracy - val_accuracy > 0.1 else "good"


@mistake(
    "status.swapped",
    loses=["status"],
    ko="과소적합과 과적합이 바뀌었습니다.",
    en="Underfitting and overfitting are swapped.",
)
def fit_status(train_accuracy, val_accuracy, good=0.9, gap=0.1):
    if train_accuracy < good:
        return "overfitting"
    return "underfitting" if train_accuracy - val_accuracy > gap else "good"


@mistake(
    "status.capital_letters",
    loses=["status"],
    ko="문자열의 철자가 다릅니다. 모두 소문자로 씁니다.",
    en="The string is spelled otherwise. It is all small letters.",
)
def fit_status(train_accuracy, val_accuracy, good=0.9, gap=0.1):
    if train_accuracy < good:
        return "Underfitting"
    return "Overfitting" if train_accuracy - val_accuracy > gap else "Good"


@mistake(
    "status.printed",
    loses=["status"],
    ko="print만 하고 return을 하지 않았습니다.",
    en="It prints the status and does not return it.",
)
def fit_status(train_accuracy, val_accuracy, good=0.9, gap=0.1):
    if train_accuracy < good:
        print("underfitting")
    elif train_accuracy - val_accuracy > gap:
        print("overfitting")
    else:
        print("good")


# 2. augment_hflip


@mistake(
    "augment.vertical",
    loses=["augment"],
    ko="위아래로 뒤집었습니다. 좌우는 마지막 차원 W입니다.",
    en="This turns the images upside down. Left and right are along W, the last dimension.",
)
def augment_hflip(x, y):
    return torch.cat([x, x.flip(2)]), torch.cat([y, y])


@mistake(
    "augment.half_turn",
    loses=["augment"],
    ko="180° 돌렸습니다. 마지막 차원 하나만 뒤집으세요.",
    en="This is half a turn. Flip the last dimension only.",
)
def augment_hflip(x, y):
    return torch.cat([x, x.flip(2, 3)]), torch.cat([y, y])


@mistake(
    "augment.transposed",
    loses=["augment"],
    ko="행과 열을 바꾸었습니다(transpose). 좌우로 뒤집는 것은 flip입니다.",
    en="Rows and columns were swapped (transpose). To mirror is to flip.",
)
def augment_hflip(x, y):
    return torch.cat([x, x.transpose(2, 3)]), torch.cat([y, y])


@mistake(
    "augment.labels_interleaved",
    loses=["augment"],
    ko="라벨이 하나씩 반복되었습니다. 이미지의 순서와 같게 [y, y]로 이어 붙이세요.",
    en="Each label is repeated in place. In the order of the images they are [y, y].",
)
def augment_hflip(x, y):
    return torch.cat([x, x.flip(3)]), y.repeat_interleave(2)


@mistake(
    "augment.pairs",
    loses=["augment"],
    ko="원래 이미지와 뒤집은 이미지가 번갈아 나옵니다. 원래 이미지 전부가 먼저입니다.",
    en="Originals and mirror images alternate. All originals come first.",
)
def augment_hflip(x, y):
    return torch.stack([x, x.flip(3)], 1).flatten(0, 1), y.repeat_interleave(2)


@mistake(
    "augment.mirror_first",
    loses=["augment"],
    ko="뒤집은 이미지가 먼저 나옵니다. 원래 이미지가 먼저입니다.",
    en="The mirror images come first. The originals do.",
)
def augment_hflip(x, y):
    return torch.cat([x.flip(3), x]), torch.cat([y, y])


@mistake(
    "augment.mirror_only",
    loses=["augment"],
    ko="뒤집은 이미지만 돌려주었습니다. 원래 이미지에 이어 붙이세요.",
    en="Only the mirror images came back. Put them after the originals.",
)
def augment_hflip(x, y):
    return x.flip(3), y


@mistake(
    "augment.labels_flipped",
    loses=["augment"],
    ko="라벨까지 뒤집었습니다. 뒤집은 이미지의 순서는 그대로이므로 라벨도 그대로입니다.",
    en="The labels were flipped too. The mirror images keep their order, and so do the labels.",
)
def augment_hflip(x, y):
    return torch.cat([x, x.flip(3)]), torch.cat([y, y.flip(0)])


@mistake(
    "augment.order_reversed",
    loses=["augment"],
    ko="이미지의 순서(첫 번째 차원)를 뒤집었습니다. 좌우는 마지막 차원입니다.",
    en="The order of the images was reversed (the first dimension). Left and right are along the last.",
)
def augment_hflip(x, y):
    return torch.cat([x, x.flip(0)]), torch.cat([y, y])


@mistake(
    "augment.images_only",
    loses=["augment"],
    ko="이미지만 돌려주었습니다. (images, labels) 두 개를 돌려주세요.",
    en="Only the images came back. Return both, (images, labels).",
)
def augment_hflip(x, y):
    return torch.cat([x, x.flip(3)])


@mistake(
    "augment.in_place",
    loses=["augment"],
    ko="입력 x가 변경되었습니다. flip처럼 새 텐서를 만드는 함수를 쓰세요.",
    en="The input x was changed. Use a function that makes a new tensor, such as flip.",
)
def augment_hflip(x, y):
    originals = x.clone()
    x[:] = x.flip(3)
    return torch.cat([originals, x]), torch.cat([y, y])


@mistake(
    "augment.float_labels",
    loses=["augment"],
    ko="라벨이 float32가 되었습니다. int64 그대로 두세요. torch.Tensor(...)는 늘 float32입니다.",
    en="The labels are float32 now. Leave them int64; torch.Tensor(...) always is float32.",
)
def augment_hflip(x, y):
    return torch.cat([x, x.flip(3)]), torch.Tensor(y.tolist() * 2)


# 3. count_parameters


@mistake(
    "count.no_bias",
    loses=["count"],
    ko="편향을 세지 않았습니다. 층마다 출력 뉴런의 수만큼 있습니다.",
    en="The biases are not counted. Each layer has one per output neuron.",
)
def count_parameters(layer_sizes, bias=True):
    return sum(a * b for a, b in zip(layer_sizes, layer_sizes[1:]))


@mistake(
    "count.always_bias",
    loses=["count"],
    ko="bias=False인데도 편향을 세었습니다.",
    en="The biases are counted even with bias=False.",
)
def count_parameters(layer_sizes, bias=True):
    return sum((a + 1) * b for a, b in zip(layer_sizes, layer_sizes[1:]))


@mistake(
    "count.one_bias_per_layer",
    loses=["count"],
    ko="층마다 편향을 하나만 세었습니다. 출력 뉴런마다 하나입니다.",
    en="One bias per layer was counted. There is one per output neuron.",
)
def count_parameters(layer_sizes, bias=True):
    return sum(a * b + bias for a, b in zip(layer_sizes, layer_sizes[1:]))


@mistake(
    "count.bias_of_input",
    loses=["count"],
    ko="편향을 입력 뉴런마다 세었습니다. 출력 뉴런마다 하나입니다.",
    en="One bias per input neuron was counted. There is one per output neuron.",
)
def count_parameters(layer_sizes, bias=True):
    return sum(a * b + bias * a for a, b in zip(layer_sizes, layer_sizes[1:]))


@mistake(
    "count.bias_everywhere",
    loses=["count"],
    ko="입력층의 뉴런에도 편향을 세었습니다. 입력에는 편향이 없습니다.",
    en="The input neurons were given biases too. They have none.",
)
def count_parameters(layer_sizes, bias=True):
    weights = sum(a * b for a, b in zip(layer_sizes, layer_sizes[1:]))
    return weights + (sum(layer_sizes) if bias else 0)


@mistake(
    "count.neurons",
    loses=["count"],
    ko="뉴런의 수를 더했습니다. 층의 가중치는 입력 × 출력개입니다.",
    en="The neurons were added up. A layer has inputs × outputs weights.",
)
def count_parameters(layer_sizes, bias=True):
    return sum(layer_sizes)


@mistake(
    "count.float",
    loses=["count"],
    ko="결과가 실수(float)입니다. 정수(int)로 돌려주세요.",
    en="The result is a float. Return an int.",
)
def count_parameters(layer_sizes, bias=True):
    return 1.0 * sum(a * b + bias * b for a, b in zip(layer_sizes, layer_sizes[1:]))


@mistake(
    "count.last_layer_missing",
    loses=["count"],
    ko="마지막 층을 빠뜨렸습니다. 층은 len(layer_sizes) − 1개입니다.",
    en="The last layer is missing. There are len(layer_sizes) − 1 layers.",
)
def count_parameters(layer_sizes, bias=True):
    return sum(a * b + bias * b for a, b in zip(layer_sizes[:-1], layer_sizes[1:-1]))


# 4. l2_cost


@mistake(
    "l2.norm",
    loses=["l2"],
    ko="제곱의 합에 제곱근을 씌운 norm입니다. 제곱의 합 그대로 더하세요.",
    en="This is the norm, the root of the sum of squares. Add the sum of squares itself.",
)
def l2_cost(cost, params, lam):
    check_lam(lam)
    return cost + lam * sum(w.norm() for w in params)


@mistake(
    "l2.mean",
    loses=["l2"],
    ko="제곱의 합 대신 평균을 더했습니다.",
    en="The mean of the squares was added, not their sum.",
)
def l2_cost(cost, params, lam):
    check_lam(lam)
    return cost + lam * sum((w**2).mean() for w in params)


@mistake(
    "l2.half",
    loses=["l2"],
    ko="λ/2를 곱한 값입니다. 이 과제의 식에는 1/2이 없습니다.",
    en="This is with λ/2. There is no 1/2 in the formula of this assignment.",
)
def l2_cost(cost, params, lam):
    check_lam(lam)
    return cost + lam / 2 * sum((w**2).sum() for w in params)


@mistake(
    "l2.absolute",
    loses=["l2"],
    ko="제곱 대신 절댓값을 더했습니다. 그것은 L1 규제입니다.",
    en="Absolute values were added, not squares. That is L1 regularisation.",
)
def l2_cost(cost, params, lam):
    check_lam(lam)
    return cost + lam * sum(w.abs().sum() for w in params)


@mistake(
    "l2.square_of_sum",
    loses=["l2"],
    ko="합을 제곱했습니다. 먼저 제곱한 다음 더하세요.",
    en="The sum was squared. Square first, then add up.",
)
def l2_cost(cost, params, lam):
    check_lam(lam)
    return cost + lam * sum(w.sum() ** 2 for w in params)


@mistake(
    "l2.no_bias",
    loses=["l2"],
    ko="1차원인 파라미터를 뺐습니다. 편향도 목록에 있으면 더합니다.",
    en="Parameters of one dimension were left out. Biases count where they are listed.",
)
def l2_cost(cost, params, lam):
    check_lam(lam)
    return cost + lam * sum((w**2).sum() for w in params if w.dim() > 1)


@mistake(
    "l2.first_only",
    loses=["l2"],
    ko="첫 파라미터만 더했습니다. 반복문 안에서 return하지 않았는지 확인하세요.",
    en="Only the first parameter was added. Is there a return inside the loop?",
)
def l2_cost(cost, params, lam):
    check_lam(lam)
    for w in params:
        return cost + lam * (w**2).sum()
    return cost


@mistake(
    "l2.last_only",
    loses=["l2"],
    ko="마지막 파라미터만 더했습니다. 반복할 때마다 벌점을 덮어쓰지 말고 더하세요.",
    en="Only the last parameter was added. Do not overwrite the penalty in the loop, add to it.",
)
def l2_cost(cost, params, lam):
    check_lam(lam)
    penalty = 0
    for w in params:
        penalty = (w**2).sum()
    return cost + lam * penalty


@mistake(
    "l2.minus",
    loses=["l2"],
    ko="벌점을 뺐습니다. 가중치가 크면 비용도 커져야 합니다.",
    en="The penalty was subtracted. Large weights are to make the cost larger.",
)
def l2_cost(cost, params, lam):
    check_lam(lam)
    return cost - lam * sum((w**2).sum() for w in params)


@mistake(
    "l2.penalty_only",
    loses=["l2"],
    ko="벌점만 돌려주었습니다. cost에 더하세요.",
    en="Only the penalty came back. Add it to the cost.",
)
def l2_cost(cost, params, lam):
    check_lam(lam)
    return lam * sum((w**2).sum() for w in params) + 0 * cost


@mistake(
    "l2.lam_squared",
    loses=["l2"],
    ko="λ까지 제곱되었습니다. 제곱한 다음 λ를 곱하세요.",
    en="λ was squared too. Square first, then multiply by λ.",
)
def l2_cost(cost, params, lam):
    check_lam(lam)
    return cost + sum(((lam * w) ** 2).sum() for w in params)


@mistake(
    "l2.in_place",
    loses=["l2"],
    ko="+=로 받은 cost가 변경되었습니다. cost = cost + ...로 쓰세요.",
    en="The cost that was passed in is changed by +=. Write cost = cost + ....",
)
def l2_cost(cost, params, lam):
    check_lam(lam)
    for w in params:
        cost += lam * (w**2).sum()
    return cost


@mistake(
    "l2.graph_cut",
    loses=["l2"],
    ko="값은 맞지만 params의 기울기가 끊겼습니다. .item(), .data, .detach(), torch.no_grad()를 확인하세요.",
    en="The values are right, but the gradient by params is cut. Look for .item(), .data, .detach() or "
    "torch.no_grad().",
)
def l2_cost(cost, params, lam):
    check_lam(lam)
    return cost + lam * sum((w**2).sum().item() for w in params)


@mistake(
    "l2.new_tensor",
    loses=["l2"],
    ko="torch.tensor(...)로 새로 만든 결과는 기울기가 끊깁니다.",
    en="A result made anew by torch.tensor(...) has no gradient.",
)
def l2_cost(cost, params, lam):
    check_lam(lam)
    total = float(cost) + lam * sum(float((w**2).sum()) for w in params)
    return torch.tensor(total, dtype=cost.dtype)


@mistake(
    "l2.negative",
    loses=["l2"],
    ko="lam < 0일 때 ValueError가 필요합니다.",
    en="lam < 0 needs a ValueError.",
)
def l2_cost(cost, params, lam):
    return cost + lam * sum((w**2).sum() for w in params)


@mistake(
    "l2.empty",
    loses=["l2"],
    ko="params가 비어 있으면 torch.cat([])이 오류를 냅니다. 그때의 결과는 cost입니다.",
    en="For an empty params torch.cat([]) is an error. Then the result is cost.",
)
def l2_cost(cost, params, lam):
    check_lam(lam)
    return cost + lam * (torch.cat([w.flatten() for w in params]) ** 2).sum()


@mistake(
    "l2.one_dimension",
    loses=["l2"],
    ko="결과의 shape이 (1,)입니다. 0차원 텐서여야 합니다.",
    en="The result has the shape (1,). It is to be a 0-d tensor.",
)
def l2_cost(cost, params, lam):
    check_lam(lam)
    return cost + lam * sum(((w**2).sum() for w in params), torch.zeros(1, dtype=cost.dtype))


# 5. dropout


@mistake(
    "dropout.divided_by_p",
    loses=["dropout.mask"],
    ko="1/(1−p) 대신 1/p를 곱했습니다. p = 0.5에서만 같습니다.",
    en="The factor is 1/p and should be 1/(1−p). They are alike for p = 0.5 only.",
)
def dropout(x, p=0.5, training=True, mask=None):
    check_p(p)
    if not training or p == 0:
        return x
    return x * chosen(x, p, mask) / p


@mistake(
    "dropout.keep_probability",
    loses=["dropout.mask", "dropout.random", "dropout.edges"],
    ko="p를 남길 확률로 썼습니다. p는 지울 확률입니다.",
    en="p was taken for the probability to keep. It is the probability to drop.",
)
def dropout(x, p=0.5, training=True, mask=None):
    check_p(p)
    if not training:
        return x
    return scaled(x, 1 - p, chosen(x, 1 - p, mask))


@mistake(
    "dropout.no_scaling",
    loses=["dropout.mask"],
    ko="1/(1−p)배를 하지 않았습니다.",
    en="The factor 1/(1−p) is missing.",
)
def dropout(x, p=0.5, training=True, mask=None):
    check_p(p)
    return x * chosen(x, p, mask) if training and p > 0 else x


@mistake(
    "dropout.times_keep",
    loses=["dropout.mask"],
    ko="(1−p)로 나누지 않고 곱했습니다.",
    en="It multiplies by (1−p) and should divide.",
)
def dropout(x, p=0.5, training=True, mask=None):
    check_p(p)
    return x * chosen(x, p, mask) * (1 - p) if training and p > 0 else x


@mistake(
    "dropout.observed_rate",
    loses=["dropout.mask"],
    ko="mask가 실제로 남긴 비율로 나누었습니다. 1 − p로 나눕니다.",
    en="It divides by the fraction that this mask keeps. Divide by 1 − p.",
)
def dropout(x, p=0.5, training=True, mask=None):
    check_p(p)
    if not training or p == 0:
        return x
    mask = chosen(x, p, mask)
    return x * mask / mask.double().mean().clamp(min=1e-9).to(x.dtype)


@mistake(
    "dropout.mask_inverted",
    loses=["dropout.mask"],
    ko="mask가 True인 원소를 지웠습니다. True는 남기라는 뜻입니다.",
    en="It drops where the mask is True. True means keep.",
)
def dropout(x, p=0.5, training=True, mask=None):
    check_p(p)
    if not training or p == 0:
        return x
    return scaled(x, p, torch.rand_like(x) >= p if mask is None else ~mask)


@mistake(
    "dropout.mask_ignored",
    loses=["dropout.mask"],
    ko="mask 인자를 쓰지 않고 늘 난수로 골랐습니다.",
    en="The argument mask is not used: it is always random.",
)
def dropout(x, p=0.5, training=True, mask=None):
    check_p(p)
    return scaled(x, p, torch.rand_like(x) >= p) if training else x


@mistake(
    "dropout.without_x",
    loses=["dropout.mask", "dropout.random", "dropout.edges"],
    ko="mask를 1/(1−p)배 하기만 하고 x를 곱하지 않았습니다.",
    en="This is the mask times 1/(1−p). It is to be multiplied by x.",
)
def dropout(x, p=0.5, training=True, mask=None):
    check_p(p)
    if not training or p == 0:
        return x
    return scaled(torch.ones_like(x), p, chosen(x, p, mask)) + 0 * x


@mistake(
    "dropout.only_kept",
    loses=["dropout.mask", "dropout.random", "dropout.edges"],
    ko="지운 원소가 사라졌습니다. 0으로 남겨 shape을 지키세요.",
    en="The dropped elements are gone. They stay, as zeros, so that the shape is kept.",
)
def dropout(x, p=0.5, training=True, mask=None):
    check_p(p)
    if not training or p == 0:
        return x
    return x[chosen(x, p, mask)] / max(1 - p, 1e-9)


@mistake(
    "dropout.float32",
    loses=["dropout.mask"],
    ko="float64 입력의 결과가 float32가 되었습니다.",
    en="The result of float64 input is float32.",
)
def dropout(x, p=0.5, training=True, mask=None):
    check_p(p)
    return scaled(x, p, chosen(x, p, mask)).float() if training and p > 0 else x


@mistake(
    "dropout.graph_cut",
    loses=["dropout.mask"],
    ko="값은 맞지만 x의 기울기가 끊겼습니다. .detach()나 .data를 쓰지 마세요.",
    en="The values are right, but the gradient by x is cut. Do not use .detach() or .data.",
)
def dropout(x, p=0.5, training=True, mask=None):
    check_p(p)
    return scaled(x.detach(), p, chosen(x, p, mask)) if training and p > 0 else x


@mistake(
    "dropout.one_number",
    loses=["dropout.random"],
    ko="난수 하나로 텐서 전체를 정했습니다. 원소마다 난수가 하나씩 필요합니다.",
    en="One random number decides on the whole tensor. Each element needs its own.",
)
def dropout(x, p=0.5, training=True, mask=None):
    check_p(p)
    if not training or p == 0:
        return x
    return scaled(x, p, torch.rand(1).item() >= p if mask is None else mask)


@mistake(
    "dropout.rows",
    loses=["dropout.random"],
    ko="행마다 난수가 하나뿐이라 행 전체가 함께 지워집니다.",
    en="There is one random number per row, so whole rows are dropped together.",
)
def dropout(x, p=0.5, training=True, mask=None):
    check_p(p)
    if not training or p == 0:
        return x
    if mask is None:
        mask = (torch.rand(x.shape[0]) >= p).reshape(-1, *[1] * (x.dim() - 1))
    return scaled(x, p, mask)


@mistake(
    "dropout.same_in_each_row",
    loses=["dropout.random"],
    ko="행마다 같은 자리가 지워집니다. x와 shape이 같은 난수를 만드세요.",
    en="The same places are dropped in each row. Make random numbers of the shape of x.",
)
def dropout(x, p=0.5, training=True, mask=None):
    check_p(p)
    if not training or p == 0:
        return x
    return scaled(x, p, torch.rand(x.shape[-1]) >= p if mask is None else mask)


@mistake(
    "dropout.exactly_p",
    loses=["dropout.random"],
    ko="늘 정해진 개수만큼 지웁니다. 원소마다 따로 정하므로 평균만 p입니다.",
    en="It always drops a fixed number. Each element is on its own: only the mean is p.",
)
def dropout(x, p=0.5, training=True, mask=None):
    check_p(p)
    if not training or p == 0:
        return x
    if mask is None:
        mask = (torch.randperm(x.numel()) >= p * x.numel()).reshape(x.shape)
    return scaled(x, p, mask)


@mistake(
    "dropout.normal",
    loses=["dropout.random"],
    ko="정규분포 난수(randn)를 p와 비교했습니다. 0과 1 사이에 고른 torch.rand를 쓰세요.",
    en="Normal random numbers (randn) are compared with p. Use torch.rand, evenly spread from 0 to 1.",
)
def dropout(x, p=0.5, training=True, mask=None):
    check_p(p)
    if not training or p == 0:
        return x
    return scaled(x, p, torch.randn(x.shape) >= p if mask is None else mask)


@mistake(
    "dropout.own_seed",
    loses=["dropout.random"],
    ko="함수 안에서 시드를 정해서 늘 같은 뉴런이 지워집니다.",
    en="A seed set inside the function drops the same neurons every time.",
)
def dropout(x, p=0.5, training=True, mask=None):
    torch.manual_seed(0)
    check_p(p)
    if not training or p == 0:
        return x
    return scaled(x, p, chosen(x, p, mask))


@mistake(
    "dropout.generator",
    loses=["dropout.random"],
    ko="난수 생성기를 새로 만들어 시드를 따르지 않습니다. torch.rand를 쓰세요.",
    en="A random generator of its own does not follow the seed. Use torch.rand.",
    replay=False,
)
def dropout(x, p=0.5, training=True, mask=None):
    check_p(p)
    if not training or p == 0:
        return x
    if mask is None:
        mask = torch.from_numpy(np.random.default_rng().random(x.shape) >= p)
    return scaled(x, p, mask)


@mistake(
    "dropout.random_graph_cut",
    loses=["dropout.random"],
    ko="mask가 없을 때 x의 기울기가 끊깁니다. 값을 꺼내 새 텐서를 만들지 마세요.",
    en="Without a mask the gradient by x is cut. Do not take the values out into a new tensor.",
)
def dropout(x, p=0.5, training=True, mask=None):
    check_p(p)
    if not training or p == 0:
        return x
    if mask is None:
        values = [0.0 if random.random() < p else v / (1 - p) for v in x.flatten().tolist()]
        return torch.tensor(values, dtype=x.dtype).reshape(x.shape)
    return scaled(x, p, mask)


@mistake(
    "dropout.at_inference",
    loses=["dropout.edges"],
    ko="training=False인데도 지웠습니다. 추론할 때는 모든 뉴런을 씁니다.",
    en="It drops at training=False too. At inference all neurons are used.",
)
def dropout(x, p=0.5, training=True, mask=None):
    check_p(p)
    return scaled(x, p, chosen(x, p, mask)) if p > 0 else x


@mistake(
    "dropout.scaled_at_inference",
    loses=["dropout.mask", "dropout.edges"],
    ko="추론할 때 (1−p)배를 했습니다. 학습할 때 1/(1−p)배를 하므로 추론할 때는 그대로입니다.",
    en="It multiplies by (1−p) at inference. As training divides by it, inference changes nothing.",
)
def dropout(x, p=0.5, training=True, mask=None):
    check_p(p)
    if not training:
        return x * (1 - p)
    return x * chosen(x, p, mask) if p > 0 else x


@mistake(
    "dropout.mask_at_inference",
    loses=["dropout.edges"],
    ko="추론인데도 mask를 적용했습니다. training을 먼저 확인하세요.",
    en="The mask is applied at inference too. Look at training first.",
)
def dropout(x, p=0.5, training=True, mask=None):
    check_p(p)
    if mask is None and (not training or p == 0):
        return x
    return scaled(x, p, chosen(x, p, mask))


@mistake(
    "dropout.nan",
    loses=["dropout.edges"],
    ko="p = 1이면 0 / 0, 즉 nan이 됩니다. 따로 처리하세요.",
    en="For p = 1 this is 0 / 0, that is nan. Treat it by itself.",
)
def dropout(x, p=0.5, training=True, mask=None):
    check_p(p)
    if not training or p == 0:
        return x
    return x * chosen(x, p, mask) / (1 - p)


@mistake(
    "dropout.p_below_1",
    loses=["dropout.edges"],
    ko="p = 1은 잘못이 아닙니다. 모두 0이 됩니다.",
    en="p = 1 is not wrong: all become 0.",
)
def dropout(x, p=0.5, training=True, mask=None):
    if not 0 <= p < 1:
        raise ValueError
    return scaled(x, p, chosen(x, p, mask)) if training and p > 0 else x


@mistake(
    "dropout.in_place",
    loses=["dropout.edges"],
    ko="x[~mask] = 0으로 입력 x가 변경되었습니다. x * mask처럼 새 텐서를 만드세요.",
    en="x[~mask] = 0 changes the input x. Make a new tensor, as in x * mask.",
)
def dropout(x, p=0.5, training=True, mask=None):
    check_p(p)
    if not training or p == 0:
        return x
    x[~chosen(x, p, mask)] = 0
    return x / (1 - p) if p < 1 else x


@mistake(
    "dropout.no_check",
    loses=["dropout.edges"],
    ko="p가 0과 1 사이가 아니면 ValueError가 필요합니다.",
    en="A p that is not between 0 and 1 needs a ValueError.",
)
def dropout(x, p=0.5, training=True, mask=None):
    return scaled(x, p, chosen(x, p, mask)) if training and p != 0 else x


@mistake(
    "dropout.check_in_training",
    loses=["dropout.edges"],
    ko="추론일 때는 p를 확인하지 않습니다. training보다 p를 먼저 확인하세요.",
    en="At inference p is not checked. Check p before training.",
)
def dropout(x, p=0.5, training=True, mask=None):
    if not training:
        return x
    check_p(p)
    return scaled(x, p, chosen(x, p, mask)) if p > 0 else x


@mistake(
    "dropout.check_without_mask",
    loses=["dropout.edges"],
    ko="mask가 있을 때는 p를 확인하지 않습니다.",
    en="With a mask p is not checked.",
)
def dropout(x, p=0.5, training=True, mask=None):
    if mask is None:
        check_p(p)
    return scaled(x, p, chosen(x, p, mask)) if training and p != 0 else x


@mistake(
    "dropout.assert",
    loses=["dropout.edges"],
    ko="assert는 AssertionError를 냅니다. raise ValueError(...)를 쓰세요.",
    en="assert raises an AssertionError. Use raise ValueError(...).",
)
def dropout(x, p=0.5, training=True, mask=None):
    assert 0 <= p <= 1
    return scaled(x, p, chosen(x, p, mask)) if training and p > 0 else x


@mistake(
    "dropout.no_return",
    loses=["dropout.mask", "dropout.random", "dropout.edges"],
    ko="학습할 때의 return이 없어서 None을 돌려줍니다.",
    en="While training there is no return, so it gives back None.",
)
def dropout(x, p=0.5, training=True, mask=None):
    check_p(p)
    if not training or p == 0:
        return x
    scaled(x, p, chosen(x, p, mask))


# 6. predict_eval


@mistake(
    "predict.no_eval",
    loses=["predict_eval"],
    ko="model.eval()을 부르지 않아서 드롭아웃이 켜져 있습니다.",
    en="Without model.eval() dropout is still on.",
)
def predict_eval(model, x):
    with torch.no_grad():
        return model(x)


@mistake(
    "predict.graph",
    loses=["predict_eval"],
    ko="결과가 아직 기울기 그래프에 연결되어 있습니다. model.eval()은 기울기를 끄지 않습니다.",
    en="The result is still connected to the graph: model.eval() does not switch gradients off.",
)
def predict_eval(model, x):
    was_training = model.training
    model.eval()
    output = model(x)
    model.train(was_training)
    return output


@mistake(
    "predict.stays_in_eval",
    loses=["predict_eval"],
    ko="추론 모드인 채로 남은 층이 있습니다. 부르기 전의 모드를 기억하여 model.train(...)으로 되돌리세요.",
    en="Layers stay in inference mode. Remember the mode it had before, and go back with model.train(...).",
)
def predict_eval(model, x):
    model.eval()
    with torch.no_grad():
        return model(x)


@mistake(
    "predict.always_train",
    loses=["predict_eval"],
    ko="언제나 학습 모드로 되돌립니다. 부르기 전의 모드를 기억해 두세요.",
    en="It always goes back to training mode. Remember the mode it had before.",
)
def predict_eval(model, x):
    model.eval()
    with torch.no_grad():
        output = model(x)
    model.train()
    return output


@mistake(
    "predict.dropout_taken_out",
    loses=["predict_eval"],
    ko="모델의 층을 바꾼 채로 두었습니다(Dropout의 p를 0으로 하는 등). 층은 그대로 두고 model.eval()을 쓰세요.",
    en="The layers of the model were left changed (p of Dropout set to 0, say). Leave them: use model.eval().",
)
def predict_eval(model, x):
    for layer in model.modules():
        if isinstance(layer, nn.Dropout):
            layer.p = 0.0
    with torch.no_grad():
        return model(x)


@mistake(
    "predict.frozen",
    loses=["predict_eval"],
    ko="파라미터의 requires_grad를 False로 바꾸어 더 학습할 수 없습니다. torch.no_grad()를 쓰세요.",
    en="Setting requires_grad=False on the parameters ends their training. Use torch.no_grad().",
)
def predict_eval(model, x):
    was_training = model.training
    model.eval()
    for parameter in model.parameters():
        parameter.requires_grad_(False)
    output = model(x.detach())
    model.train(was_training)
    return output


@mistake(
    "predict.numpy",
    loses=["predict_eval"],
    ko="numpy 배열을 돌려주었습니다. 텐서를 돌려주세요.",
    en="It returns a numpy array. Return a tensor.",
)
def predict_eval(model, x):
    was_training = model.training
    model.eval()
    output = model(x).detach().numpy()
    model.train(was_training)
    return output


@mistake(
    "predict.classes",
    loses=["predict_eval"],
    ko="가장 큰 값의 번호를 돌려주었습니다. 모델의 출력을 그대로 돌려주세요.",
    en="It returns the index of the largest value. Return the model's output as it is.",
)
def predict_eval(model, x):
    was_training = model.training
    model.eval()
    with torch.no_grad():
        output = model(x).argmax(1)
    model.train(was_training)
    return output


@mistake(
    "predict.linear_layers_only",
    loses=["predict_eval"],
    ko="Linear 층만 차례로 계산했습니다. 모델 전체를 model(x)로 부르세요.",
    en="Only the Linear layers were run. Call the whole model, model(x).",
)
def predict_eval(model, x):
    with torch.no_grad():
        for layer in model:
            if isinstance(layer, nn.Linear):
                x = layer(x)
    return x


@mistake(
    "predict.all_but_dropout",
    loses=["predict_eval"],
    ko="Dropout만 빼고 층을 하나씩 계산했습니다. nn.Sequential이 아닌 모델도 있으니 model.eval() 뒤에 model(x)로 부르세요.",
    en="The layers are run one by one, without Dropout. Not every model is an nn.Sequential: use model.eval(), "
    "then model(x).",
)
def predict_eval(model, x):
    with torch.no_grad():
        for layer in model:
            if not isinstance(layer, nn.Dropout):
                x = layer(x)
    return x


@mistake(
    "augment.channels_reversed",
    loses=["augment"],
    ko="채널의 순서(두 번째 차원)를 뒤집었습니다. 좌우는 마지막 차원입니다.",
    en="The order of the channels was reversed (the second dimension). Left and right are along the last.",
)
def augment_hflip(x, y):
    return torch.cat([x, x.flip(1)]), torch.cat([y, y])


@mistake(
    "augment.no_images",
    loses=["augment"],
    ko="이미지가 하나도 없으면(N = 0) torch.stack([])이 오류를 냅니다.",
    en="Without any images (N = 0), torch.stack([]) is an error.",
)
def augment_hflip(x, y):
    return torch.stack([*x, *(image.flip(-1) for image in x)]), torch.cat([y, y])


@mistake(
    "l2.zero_refused",
    loses=["l2"],
    ko="lam = 0은 잘못된 입력이 아닙니다. 0보다 작을 때만 ValueError입니다.",
    en="lam = 0 is no wrong input. Only below 0 it takes a ValueError.",
)
def l2_cost(cost, params, lam):
    if lam <= 0:
        raise ValueError
    return cost + lam * sum((p**2).sum() for p in params)


@mistake(
    "status.both_low",
    loses=["status"],
    ko="검증 정확도까지 good과 비교했습니다. 과소적합은 학습 정확도만 보고 정합니다.",
    en="The validation accuracy is compared with good too. Underfitting is told by the training accuracy alone.",
)
def fit_status(train_accuracy, val_accuracy, good=0.9, gap=0.1):
    if train_accuracy < good and val_accuracy < good:
        return "underfitting"
    return "overfitting" if train_accuracy - val_accuracy > gap else "good"


@mistake(
    "dropout.almost_zero",
    loses=["dropout.edges"],
    ko="p = 1인데 0이 아닌 값이 있습니다. 0으로 나누지 않으려고 아주 작은 수로 나누지 말고, p = 1이면 0을 돌려주세요.",
    en="Not all is 0 for p = 1. Do not divide by a very small number to avoid 0: return zeros where p is 1.",
)
def dropout(x, p=0.5, training=True, mask=None):
    check_p(p)
    if not training or p == 0:
        return x
    if mask is None:
        mask = torch.rand(x.shape) >= p
    return x * mask / max(1 - p, 1e-12)


@mistake(
    "predict.outermost_mode_only",
    loses=["predict_eval"],
    ko="model.training에 값을 넣으면 안에 든 층은 바뀌지 않습니다. model.train(...)을 쓰세요.",
    en="To assign to model.training does not reach the layers inside. Use model.train(...).",
    replay=False,
)
def predict_eval(model, x):
    before = model.training
    model.eval()
    with torch.no_grad():
        output = model(x)
    model.training = before
    return output
