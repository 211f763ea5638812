"""a02_sigmoid_plot: known mistakes. Each replaces the reference's function of the same name."""

import matplotlib.pyplot as plt
import numpy as np
import torch

from autograder.judge.mistakes import mistake


def check(w, b):
    """The check of the reference, for mistakes that lie elsewhere."""
    if len(w) != len(b):
        raise ValueError


def points(x):
    """The x to draw with, as it should be, for mistakes that lie elsewhere."""
    return torch.arange(-5.0, 5.0, 0.1) if x is None else x.detach()


def finish(fig, ax):
    ax.set_title("Sigmoid Function")
    ax.legend()
    return fig


@mistake(
    "curves.lifted",
    loses=["curves"],
    ko="b를 시그모이드 밖에서 더했습니다. 곡선이 옆이 아니라 위로 움직입니다.",
    en="b was added outside the sigmoid: the curve moves up, not sideways.",
)
def sigmoid_curves(x, w, b):
    check(w, b)
    return torch.stack([torch.sigmoid(u * x) + v for u, v in zip(w, b)])


@mistake(
    "curves.stretched",
    loses=["curves"],
    ko="w를 시그모이드 밖에서 곱했습니다. 경사가 아니라 높이가 바뀝니다.",
    en="w was multiplied outside the sigmoid: it changes the height, not the slope.",
)
def sigmoid_curves(x, w, b):
    check(w, b)
    return torch.stack([u * torch.sigmoid(x + v) for u, v in zip(w, b)])


@mistake(
    "curves.minus",
    loses=["curves"],
    ko="b를 뺐습니다. -(wx + b)의 괄호도 확인하세요. b가 양수이면 곡선이 왼쪽으로 움직입니다.",
    en="b was subtracted. Look at the brackets of -(wx + b) too. A positive b moves the curve to the left.",
)
def sigmoid_curves(x, w, b):
    check(w, b)
    return torch.stack([torch.sigmoid(u * x - v) for u, v in zip(w, b)])


@mistake(
    "curves.bracket",
    loses=["curves"],
    ko="w(x + b)를 계산했습니다. b에는 w를 곱하지 않습니다.",
    en="This is w(x + b). b is not multiplied by w.",
)
def sigmoid_curves(x, w, b):
    check(w, b)
    return torch.stack([torch.sigmoid(u * (x + v)) for u, v in zip(w, b)])


@mistake(
    "curves.exp_plus",
    loses=["curves"],
    ko="exp(x)를 사용했습니다. e^{-(wx+b)} 입니다.",
    en="exp(x) was used. It is e^{-(wx+b)}.",
)
def sigmoid_curves(x, w, b):
    check(w, b)
    return torch.stack([1 / (1 + torch.exp(u * x + v)) for u, v in zip(w, b)])


@mistake(
    "curves.no_one",
    loses=["curves"],
    ko="분모의 1 +가 빠졌습니다.",
    en="The 1 + in the denominator is missing.",
)
def sigmoid_curves(x, w, b):
    check(w, b)
    return torch.stack([1 / torch.exp(-(u * x + v)) for u, v in zip(w, b)])


@mistake(
    "curves.tanh",
    loses=["curves"],
    ko="tanh를 사용했습니다. tanh의 값은 -1과 1 사이입니다.",
    en="tanh was used. Its values lie between -1 and 1.",
)
def sigmoid_curves(x, w, b):
    check(w, b)
    return torch.stack([torch.tanh(u * x + v) for u, v in zip(w, b)])


@mistake(
    "curves.softmax",
    loses=["curves"],
    ko="softmax는 여러 값의 합을 1로 만드는 함수입니다. 값마다 따로 시그모이드를 쓰세요.",
    en="softmax makes several values sum to 1. Use the sigmoid of each value.",
)
def sigmoid_curves(x, w, b):
    check(w, b)
    return torch.stack([torch.softmax(u * x + v, 0) for u, v in zip(w, b)])


@mistake(
    "curves.line",
    loses=["curves"],
    ko="시그모이드를 적용하지 않았습니다. wx + b만 계산했습니다.",
    en="The sigmoid is missing: this is only wx + b.",
)
def sigmoid_curves(x, w, b):
    check(w, b)
    return torch.stack([u * x + v for u, v in zip(w, b)])


@mistake(
    "curves.no_b",
    loses=["curves"],
    ko="b를 더하지 않았습니다.",
    en="b is not added.",
)
def sigmoid_curves(x, w, b):
    check(w, b)
    return torch.stack([torch.sigmoid(u * x) for u, v in zip(w, b)])


@mistake(
    "curves.first_b",
    loses=["curves"],
    ko="모든 행에 b[0]을 더했습니다. 행마다 자기 b가 있습니다.",
    en="Every row gets b[0]. Each row has a b of its own.",
)
def sigmoid_curves(x, w, b):
    check(w, b)
    return torch.stack([torch.sigmoid(u * x + b[0]) for u in w])


@mistake(
    "curves.swapped",
    loses=["curves"],
    ko="w와 b의 자리가 바뀌었습니다.",
    en="w and b are in each other's place.",
)
def sigmoid_curves(x, w, b):
    check(w, b)
    return torch.stack([torch.sigmoid(v * x + u) for u, v in zip(w, b)])


@mistake(
    "curves.every_pair",
    loses=["curves"],
    ko="w와 b의 모든 조합을 계산했습니다. w[i]는 b[i]와만 짝을 이룹니다.",
    en="Every w was combined with every b. w[i] goes with b[i] only.",
)
def sigmoid_curves(x, w, b):
    check(w, b)
    return torch.stack([torch.sigmoid(u * x + v) for u in w for v in b])


@mistake(
    "curves.zip_only",
    loses=["curves"],
    ko="zip은 길이가 다르면 짧은 쪽에 맞추어 나머지를 버립니다. 먼저 길이를 비교하세요.",
    en="zip drops what the longer one has more. Compare the lengths first.",
)
def sigmoid_curves(x, w, b):
    return torch.stack([torch.sigmoid(u * x + v) for u, v in zip(w, b)])


@mistake(
    "curves.broadcast",
    loses=["curves"],
    ko="길이가 1인 쪽은 말없이 늘어납니다(브로드캐스팅). 먼저 길이를 비교하세요.",
    en="A length of 1 is silently stretched (broadcasting). Compare the lengths first.",
)
def sigmoid_curves(x, w, b):
    w, b = torch.tensor(w, dtype=x.dtype), torch.tensor(b, dtype=x.dtype)
    return torch.sigmoid(w[:, None] * x + b[:, None])


@mistake(
    "curves.too_few_only",
    loses=["curves"],
    ko="b가 남을 때도 길이가 다른 것입니다. <가 아니라 !=로 비교하세요.",
    en="It is a difference in length too where b has more. Compare with !=, not with <.",
)
def sigmoid_curves(x, w, b):
    if len(b) < len(w):
        raise ValueError
    return torch.stack([torch.sigmoid(u * x + v) for u, v in zip(w, b)])


@mistake(
    "curves.assert",
    loses=["curves"],
    ko="assert는 python -O로 실행하면 사라집니다. raise ValueError를 쓰세요.",
    en="python -O removes an assert. Use raise ValueError.",
)
def sigmoid_curves(x, w, b):
    assert len(w) == len(b)
    return torch.stack([torch.sigmoid(u * x + v) for u, v in zip(w, b)])


@mistake(
    "curves.none_for_error",
    loses=["curves"],
    ko="오류를 발생시키지 않고 None을 돌려줍니다. raise ValueError를 쓰세요.",
    en="No error is raised, but None comes back. Use raise ValueError.",
)
def sigmoid_curves(x, w, b):
    if len(w) != len(b):
        return None
    return torch.stack([torch.sigmoid(u * x + v) for u, v in zip(w, b)])


@mistake(
    "curves.transposed",
    loses=["curves"],
    ko="결과가 (m, k)입니다. 곡선 하나가 한 행이 되어야 합니다.",
    en="The result is (m, k). Each curve must be one row.",
)
def sigmoid_curves(x, w, b):
    check(w, b)
    return torch.stack([torch.sigmoid(u * x + v) for u, v in zip(w, b)], dim=1)


@mistake(
    "curves.one_row",
    loses=["curves"],
    ko="cat은 곡선을 한 줄로 이어 붙입니다. 행으로 쌓는 것은 torch.stack입니다.",
    en="cat joins the curves into one row. torch.stack puts them on top of each other.",
)
def sigmoid_curves(x, w, b):
    check(w, b)
    return torch.cat([torch.sigmoid(u * x + v) for u, v in zip(w, b)])


@mistake(
    "curves.list",
    loses=["curves"],
    ko="텐서의 리스트를 돌려주었습니다. torch.stack으로 텐서 하나를 만드세요.",
    en="A list of tensors came back. Make one tensor with torch.stack.",
)
def sigmoid_curves(x, w, b):
    check(w, b)
    return [torch.sigmoid(u * x + v) for u, v in zip(w, b)]


@mistake(
    "curves.squeezed",
    loses=["curves"],
    ko="squeeze는 k = 1일 때 행의 축까지 없앱니다.",
    en="For k = 1 squeeze removes the dimension of the rows too.",
)
def sigmoid_curves(x, w, b):
    check(w, b)
    return torch.stack([torch.sigmoid(u * x + v) for u, v in zip(w, b)]).squeeze()


@mistake(
    "curves.always_four",
    loses=["curves"],
    ko="곡선이 언제나 네 개라고 가정했습니다. k = len(w)입니다.",
    en="It takes for granted that there are four curves. There are k = len(w).",
)
def sigmoid_curves(x, w, b):
    check(w, b)
    return torch.stack([torch.sigmoid(w[i] * x + b[i]) for i in range(4)])


@mistake(
    "curves.numpy",
    loses=["curves"],
    ko="기울기가 끊겼습니다. numpy나 math, detach() 없이 torch의 함수로 계산하세요.",
    en="The gradient is cut. Compute with torch's functions, without numpy, math or detach().",
)
def sigmoid_curves(x, w, b):
    check(w, b)
    z = x.detach().numpy() * np.array(w)[:, None] + np.array(b)[:, None]
    return torch.tensor(1 / (1 + np.exp(-z)), dtype=x.dtype)


@mistake(
    "curves.float32",
    loses=["curves"],
    ko="x가 float64여도 결과가 float32입니다. .float()나 dtype 없는 torch.zeros를 확인하세요.",
    en="The result is float32 even where x is float64. Look for .float(), or torch.zeros without a dtype.",
)
def sigmoid_curves(x, w, b):
    check(w, b)
    return torch.stack([torch.sigmoid(u * x.float() + v) for u, v in zip(w, b)])


@mistake(
    "curves.in_place",
    loses=["curves"],
    ko="x *= w는 입력 텐서 자체를 바꿉니다. w * x로 새 텐서를 만드세요.",
    en="x *= w changes the input itself. Make a new tensor with w * x.",
)
def sigmoid_curves(x, w, b):
    check(w, b)
    rows = []
    for u, v in zip(w, b):
        rows.append(torch.sigmoid(u * x + v))
    x *= w[-1]
    return torch.stack(rows)


@mistake(
    "curves.no_points",
    loses=["curves"],
    ko="점이 없으면(m = 0) 점을 하나씩 쌓을 수 없습니다. x 전체를 한 번에 계산하세요.",
    en="Without points (m = 0) there is nothing to stack one by one. Compute all of x at once.",
)
def sigmoid_curves(x, w, b):
    check(w, b)
    return torch.stack([torch.stack([torch.sigmoid(u * p + v) for p in x]) for u, v in zip(w, b)])


@mistake(
    "curves.rounded",
    loses=["curves"],
    ko="값을 반올림했습니다. 계산한 값 그대로 돌려주세요.",
    en="The values were rounded. Return them as they are.",
)
def sigmoid_curves(x, w, b):
    check(w, b)
    return torch.stack([torch.sigmoid(u * x + v) for u, v in zip(w, b)]).round(decimals=3)


@mistake(
    "curves.integers",
    loses=["curves"],
    ko="w를 정수로 바꾸어 소수점 아래가 사라졌습니다.",
    en="w was turned into whole numbers, so that its fraction is lost.",
)
def sigmoid_curves(x, w, b):
    check(w, b)
    return torch.stack([torch.sigmoid(int(u) * x + v) for u, v in zip(w, b)])


@mistake(
    "curves.returns_early",
    loses=["curves"],
    ko="return이 반복문 안에 있어서 첫 곡선만 계산합니다.",
    en="The return stands inside the loop: only the first curve is computed.",
)
def sigmoid_curves(x, w, b):
    check(w, b)
    rows = []
    for u, v in zip(w, b):
        rows.append(torch.sigmoid(u * x + v))
        return torch.stack(rows)


@mistake(
    "curves.no_return",
    loses=["curves"],
    ko="return이 없어서 None을 돌려줍니다.",
    en="There is no return statement, so that None comes back.",
)
def sigmoid_curves(x, w, b):
    check(w, b)
    rows = torch.stack([torch.sigmoid(u * x + v) for u, v in zip(w, b)])  # noqa: F841


@mistake(
    "slopes.height",
    loses=["slopes.data"],
    ko="w를 시그모이드 밖에서 곱했습니다. 경사가 아니라 높이가 바뀝니다.",
    en="w was multiplied outside the sigmoid: it changes the height, not the slope.",
)
def plot_slopes(x=None):
    x = points(x)
    fig, ax = plt.subplots()
    for v in (0.5, 1, 2, 10):
        ax.plot(x, v * torch.sigmoid(x), label=f"w = {v}")
    return finish(fig, ax)


@mistake(
    "slopes.falling",
    loses=["slopes.data"],
    ko="곡선이 내려갑니다. exp(x)가 아니라 exp(-wx)입니다.",
    en="The curves fall. It is exp(-wx), not exp(x).",
)
def plot_slopes(x=None):
    x = points(x)
    fig, ax = plt.subplots()
    for v in (0.5, 1, 2, 10):
        ax.plot(x, 1 / (1 + torch.exp(v * x)), label=f"w = {v}")
    return finish(fig, ax)


@mistake(
    "slopes.divided",
    loses=["slopes.data"],
    ko="x를 w로 나누었습니다. w가 클수록 가파르도록 곱하세요.",
    en="x was divided by w. Multiply, so that a larger w is steeper.",
)
def plot_slopes(x=None):
    x = points(x)
    fig, ax = plt.subplots()
    for v in (0.5, 1, 2, 10):
        ax.plot(x, torch.sigmoid(x / v), label=f"w = {v}")
    return finish(fig, ax)


@mistake(
    "slopes.three",
    loses=["slopes.data"],
    ko="곡선이 하나 모자랍니다. 슬라이드에는 w = 10도 있습니다.",
    en="One curve is missing: the slide has w = 10 too.",
)
def plot_slopes(x=None):
    x = points(x)
    fig, ax = plt.subplots()
    for v in (0.5, 1, 2):
        ax.plot(x, torch.sigmoid(v * x), label=f"w = {v}")
    return finish(fig, ax)


@mistake(
    "slopes.other_w",
    loses=["slopes.data"],
    ko="w가 슬라이드와 다릅니다. 0.5, 1, 2, 10입니다.",
    en="These are not the w of the slide: 0.5, 1, 2, 10.",
)
def plot_slopes(x=None):
    x = points(x)
    fig, ax = plt.subplots()
    for v in (1, 2, 5, 10):
        ax.plot(x, torch.sigmoid(v * x), label=f"w = {v}")
    return finish(fig, ax)


@mistake(
    "slopes.biased",
    loses=["slopes.data"],
    ko="b를 더했습니다. plot_slopes에서는 b = 0입니다.",
    en="A b was added. In plot_slopes b is 0.",
)
def plot_slopes(x=None):
    x = points(x)
    fig, ax = plt.subplots()
    for v in (0.5, 1, 2, 10):
        ax.plot(x, torch.sigmoid(v * x + 1), label=f"w = {v}")
    return finish(fig, ax)


@mistake(
    "slopes.the_other",
    loses=["slopes.data"],
    ko="이동 그래프를 그렸습니다. plot_slopes는 w를 바꿉니다.",
    en="These are the shifts. plot_slopes varies w.",
)
def plot_slopes(x=None):
    x = points(x)
    fig, ax = plt.subplots()
    for v in (0.5, 1, 2, 10):
        ax.plot(x, torch.sigmoid(x + v), label=f"w = {v}")
    return finish(fig, ax)


@mistake(
    "slopes.ignores_x",
    loses=["slopes.data"],
    ko="받은 x를 쓰지 않고 언제나 같은 범위를 그립니다.",
    en="It always draws the same range and never uses the x that comes in.",
)
def plot_slopes(x=None):
    x = torch.arange(-5.0, 5.0, 0.1)
    fig, ax = plt.subplots()
    for v in (0.5, 1, 2, 10):
        ax.plot(x, torch.sigmoid(v * x), label=f"w = {v}")
    return finish(fig, ax)


@mistake(
    "slopes.no_default",
    loses=["slopes.data"],
    ko="x가 None일 때의 기본값이 없습니다. torch.arange(-5.0, 5.0, 0.1)을 쓰세요.",
    en="There is no default where x is None. Use torch.arange(-5.0, 5.0, 0.1).",
)
def plot_slopes(x=None):
    x = x.detach()
    fig, ax = plt.subplots()
    for v in (0.5, 1, 2, 10):
        ax.plot(x, torch.sigmoid(v * x), label=f"w = {v}")
    return finish(fig, ax)


@mistake(
    "slopes.few_points",
    loses=["slopes.data"],
    ko="torch.arange(-5, 5)는 점이 열 개뿐입니다. 간격 0.1을 주세요.",
    en="torch.arange(-5, 5) has ten points only. Give it the step 0.1.",
)
def plot_slopes(x=None):
    x = torch.arange(-5, 5) if x is None else x.detach()
    fig, ax = plt.subplots()
    for v in (0.5, 1, 2, 10):
        ax.plot(x, torch.sigmoid(v * x), label=f"w = {v}")
    return finish(fig, ax)


@mistake(
    "slopes.half",
    loses=["slopes.data"],
    ko="x의 절반만 그렸습니다. 처음부터 끝까지 그리세요.",
    en="Only half of x is drawn. Draw it from one end to the other.",
)
def plot_slopes(x=None):
    x = points(x)
    x = x[x >= 0]
    fig, ax = plt.subplots()
    for v in (0.5, 1, 2, 10):
        ax.plot(x, torch.sigmoid(v * x), label=f"w = {v}")
    return finish(fig, ax)


@mistake(
    "slopes.without_x",
    loses=["slopes.data"],
    ko="x를 주지 않고 그려서 가로축이 x가 아니라 점의 번호입니다.",
    en="Drawn without x, so that the axis shows the numbers of the points and not x.",
)
def plot_slopes(x=None):
    x = points(x)
    fig, ax = plt.subplots()
    for v in (0.5, 1, 2, 10):
        ax.plot(torch.sigmoid(v * x), label=f"w = {v}")
    return finish(fig, ax)


@mistake(
    "slopes.sorted_x",
    loses=["slopes.data"],
    ko="x만 크기순으로 바꾸면 y와 짝이 맞지 않습니다. y도 정렬한 x로 계산하세요.",
    en="Sorting x alone tears it from its y. Compute y from the sorted x too.",
)
def plot_slopes(x=None):
    x = points(x)
    fig, ax = plt.subplots()
    for v in (0.5, 1, 2, 10):
        ax.plot(x.sort().values, torch.sigmoid(v * x), label=f"w = {v}")
    return finish(fig, ax)


@mistake(
    "slopes.four_axes",
    loses=["slopes.data"],
    ko="곡선을 네 좌표축에 나누어 그렸습니다. 한 좌표축에 그려야 비교할 수 있습니다.",
    en="The curves are spread over four Axes. On one Axes they can be compared.",
)
def plot_slopes(x=None):
    x = points(x)
    fig, axes = plt.subplots(2, 2)
    for v, ax in zip((0.5, 1, 2, 10), axes.ravel()):
        ax.plot(x, torch.sigmoid(v * x), label=f"w = {v}")
        ax.set_title("Sigmoid Function")
        ax.legend()
    return fig


@mistake(
    "slopes.closed",
    loses=["slopes.data", "title+legend", "fresh"],
    ko="그림을 돌려주지 않았고, 그려 놓은 그림 하나를 찾을 수도 없습니다. 한 그림에 그리고 return fig를 쓰세요.",
    en="No figure comes back, nor is just one left open to be found. Draw on one and write return fig.",
)
def plot_slopes(x=None):
    x = points(x)
    fig, ax = plt.subplots()
    for v in (0.5, 1, 2, 10):
        ax.plot(x, torch.sigmoid(v * x), label=f"w = {v}")
    finish(fig, ax)
    plt.close(fig)


@mistake(
    "slopes.values",
    loses=["slopes.data", "title+legend", "fresh"],
    ko="그림이 아니라 값을 돌려주었습니다. Figure를 돌려주세요.",
    en="Values came back, not a picture. Return the Figure.",
)
def plot_slopes(x=None):
    x = points(x)
    fig, ax = plt.subplots()
    for v in (0.5, 1, 2, 10):
        ax.plot(x, torch.sigmoid(v * x), label=f"w = {v}")
    finish(fig, ax)
    return torch.stack([torch.sigmoid(v * x) for v in (0.5, 1, 2, 10)])


@mistake(
    "slopes.empty_figure",
    loses=["slopes.data", "title+legend", "fresh"],
    ko="빈 그림을 돌려주었습니다. 그린 뒤에 plt.figure(), plt.clf(), plt.cla()를 부르거나 곡선을 숨기지 마세요.",
    en="An empty picture comes back. After drawing, call no plt.figure(), plt.clf() or plt.cla(), and hide "
    "no curve.",
)
def plot_slopes(x=None):
    x = points(x)
    fig, ax = plt.subplots()
    for v in (0.5, 1, 2, 10):
        ax.plot(x, torch.sigmoid(v * x), label=f"w = {v}")
    finish(fig, ax)
    return plt.figure()


@mistake(
    "slopes.no_title",
    loses=["title+legend"],
    ko="그림에 제목이 없습니다. 축 이름(xlabel)은 제목이 아닙니다.",
    en="The figure has no title. The name of an axis (xlabel) is none.",
)
def plot_slopes(x=None):
    x = points(x)
    fig, ax = plt.subplots()
    for v in (0.5, 1, 2, 10):
        ax.plot(x, torch.sigmoid(v * x), label=f"w = {v}")
    ax.legend()
    return fig


@mistake(
    "slopes.other_title",
    loses=["title+legend"],
    ko="제목에 sigmoid라는 말이 없습니다.",
    en="The title does not say sigmoid.",
)
def plot_slopes(x=None):
    x = points(x)
    fig, ax = plt.subplots()
    for v in (0.5, 1, 2, 10):
        ax.plot(x, torch.sigmoid(v * x), label=f"w = {v}")
    ax.legend()
    ax.set_title("시그모이드")
    return fig


@mistake(
    "slopes.labels_only",
    loses=["title+legend"],
    ko="범례가 없거나 비어 있습니다. 선마다 label=을 주고, 다 그린 다음 legend()를 부르세요.",
    en="There is no legend, or an empty one. Give each line a label=, and call legend() after drawing.",
)
def plot_slopes(x=None):
    x = points(x)
    fig, ax = plt.subplots()
    for v in (0.5, 1, 2, 10):
        ax.plot(x, torch.sigmoid(v * x), label=f"w = {v}")
    ax.set_title("Sigmoid Function")
    return fig


@mistake(
    "slopes.one_label",
    loses=["title+legend"],
    ko="범례에 이름이 하나뿐입니다. 곡선마다 이름을 붙이세요.",
    en="The legend names one curve only. Give each curve a name.",
)
def plot_slopes(x=None):
    x = points(x)
    fig, ax = plt.subplots()
    for v in (0.5, 1, 2, 10):
        ax.plot(x, torch.sigmoid(v * x))
    ax.set_title("Sigmoid Function")
    ax.legend(["sigmoid"])
    return fig


@mistake(
    "slopes.same_figure",
    loses=["fresh"],
    ko="앞에서 그린 그림 위에 이어서 그립니다. plt.figure()나 plt.subplots()로 새 그림을 만드세요.",
    en="It goes on drawing on the picture from before. Make a new one with plt.figure() or plt.subplots().",
)
def plot_slopes(x=None):
    x = points(x)
    for v in (0.5, 1, 2, 10):
        plt.plot(x, torch.sigmoid(v * x), label=f"w = {v}")
    return finish(plt.gcf(), plt.gca())


@mistake(
    "slopes.named_figure",
    loses=["fresh"],
    ko="앞에서 부를 때 그린 그림에 다시 그립니다. plt.figure(이름)은 같은 이름의 그림을, plt.plot은 열려 있는 그림을 다시 씁니다.",
    en="It draws on the picture of an earlier call: plt.figure(name) opens that of this name again, plt.plot "
    "takes the one that is open.",
)
def plot_slopes(x=None):
    x = points(x)
    fig = plt.figure("slopes")
    for v in (0.5, 1, 2, 10):
        plt.plot(x, torch.sigmoid(v * x), label=f"w = {v}")
    return finish(fig, fig.gca())


@mistake(
    "slopes.default_axes",
    loses=["fresh"],
    ko="기본값의 좌표축은 한 번만 만들어집니다. 함수 안에서 새로 만드세요.",
    en="An Axes in a default is made only once. Make it inside the function.",
    replay=False,
)
def plot_slopes(x=None, ax=plt.subplots()[1]):
    x = points(x)
    fig = ax.figure
    for v in (0.5, 1, 2, 10):
        ax.plot(x, torch.sigmoid(v * x), label=f"w = {v}")
    return finish(fig, ax)


@mistake(
    "slopes.attached",
    loses=["fresh"],
    ko="requires_grad인 x는 그대로 그릴 수 없습니다. .detach()로 떼어 내세요.",
    en="An x that requires grad cannot be drawn as it is. Take .detach() of it.",
)
def plot_slopes(x=None):
    x = torch.arange(-5.0, 5.0, 0.1) if x is None else x
    fig, ax = plt.subplots()
    for v in (0.5, 1, 2, 10):
        ax.plot(x, torch.sigmoid(v * x), label=f"w = {v}")
    return finish(fig, ax)


@mistake(
    "slopes.detach_in_place",
    loses=["fresh"],
    ko="detach_()는 x 자체를 그래프에서 떼어 냅니다. 밑줄이 없는 detach()를 쓰세요.",
    en="detach_() cuts x itself off the graph. Use detach(), without the underscore.",
)
def plot_slopes(x=None):
    x = torch.arange(-5.0, 5.0, 0.1) if x is None else x.detach_()
    fig, ax = plt.subplots()
    for v in (0.5, 1, 2, 10):
        ax.plot(x, torch.sigmoid(v * x), label=f"w = {v}")
    return finish(fig, ax)


@mistake(
    "slopes.cleared_too_late",
    loses=["fresh"],
    ko="그림을 지우지 않고 좌표축만 늘렸습니다. 앞의 곡선이 같은 그림에 남아 있습니다.",
    en="An Axes was added, but the picture is the old one, with the curves from before.",
)
def plot_slopes(x=None):
    x = points(x)
    fig = plt.gcf()
    ax = fig.add_axes([0.1, 0.1, 0.8, 0.8])
    for v in (0.5, 1, 2, 10):
        ax.plot(x, torch.sigmoid(v * x), label=f"w = {v}")
    return finish(fig, ax)


@mistake(
    "shifts.lifted",
    loses=["shifts.data"],
    ko="b를 시그모이드 밖에서 더했습니다. 곡선이 옆이 아니라 위로 움직입니다.",
    en="b was added outside the sigmoid: the curves move up, not sideways.",
)
def plot_shifts(x=None):
    x = points(x)
    fig, ax = plt.subplots()
    for v in (0.5, 0, 1, 2):
        ax.plot(x, torch.sigmoid(x) + v, label=f"b = {v}")
    return finish(fig, ax)


@mistake(
    "shifts.right",
    loses=["shifts.data"],
    ko="b를 빼서 곡선이 오른쪽으로 움직였습니다. b가 양수이면 왼쪽으로 움직입니다.",
    en="b was subtracted, so that the curves move to the right. A positive b moves them to the left.",
)
def plot_shifts(x=None):
    x = points(x)
    fig, ax = plt.subplots()
    for v in (0.5, 0, 1, 2):
        ax.plot(x, torch.sigmoid(x - v), label=f"b = {v}")
    return finish(fig, ax)


@mistake(
    "shifts.x_moved",
    loses=["shifts.data"],
    ko="x축의 위치를 b만큼 더해서 그렸습니다. 곡선이 오른쪽으로 밀립니다.",
    en="The places on the x axis were moved by b, which pushes the curves to the right.",
)
def plot_shifts(x=None):
    x = points(x)
    fig, ax = plt.subplots()
    for v in (0.5, 0, 1, 2):
        ax.plot(x + v, torch.sigmoid(x), label=f"b = {v}")
    return finish(fig, ax)


@mistake(
    "shifts.no_zero",
    loses=["shifts.data"],
    ko="b = 0인 곡선이 없습니다. 기준이 되는 곡선도 그리세요.",
    en="The curve of b = 0 is missing. Draw the one to compare with, too.",
)
def plot_shifts(x=None):
    x = points(x)
    fig, ax = plt.subplots()
    for v in (0.5, 1, 2):
        ax.plot(x, torch.sigmoid(x + v), label=f"b = {v}")
    return finish(fig, ax)


@mistake(
    "shifts.other_b",
    loses=["shifts.data"],
    ko="b가 슬라이드와 다릅니다. 0.5, 0, 1, 2입니다.",
    en="These are not the b of the slide: 0.5, 0, 1, 2.",
)
def plot_shifts(x=None):
    x = points(x)
    fig, ax = plt.subplots()
    for v in (-1, 0, 1, 2):
        ax.plot(x, torch.sigmoid(x + v), label=f"b = {v}")
    return finish(fig, ax)


@mistake(
    "shifts.x_changed",
    loses=["shifts.data"],
    ko="x += b는 입력 텐서를 바꿉니다. 다음 곡선도 그만큼 더 움직입니다.",
    en="x += b changes the tensor that came in, and the next curve moves all the further.",
)
def plot_shifts(x=None):
    x = torch.arange(-5.0, 5.0, 0.1) if x is None else x
    start = x.detach().clone()
    fig, ax = plt.subplots()
    for v in (0, 0.5, 0.5, 1):
        with torch.no_grad():
            x += v
        ax.plot(start, torch.sigmoid(x.detach()), label=f"b + {v}")
    return finish(fig, ax)


@mistake(
    "shifts.the_other",
    loses=["shifts.data"],
    ko="경사 그래프를 그렸습니다. plot_shifts는 b를 바꿉니다.",
    en="These are the slopes. plot_shifts varies b.",
)
def plot_shifts(x=None):
    x = points(x)
    fig, ax = plt.subplots()
    for v in (0.5, 0, 1, 2):
        ax.plot(x, torch.sigmoid(v * x), label=f"b = {v}")
    return finish(fig, ax)


@mistake(
    "shifts.ignores_x",
    loses=["shifts.data"],
    ko="받은 x를 쓰지 않고 언제나 같은 범위를 그립니다.",
    en="It always draws the same range and never uses the x that comes in.",
)
def plot_shifts(x=None):
    x = torch.arange(-5.0, 5.0, 0.1)
    fig, ax = plt.subplots()
    for v in (0.5, 0, 1, 2):
        ax.plot(x, torch.sigmoid(x + v), label=f"b = {v}")
    return finish(fig, ax)


@mistake(
    "shifts.no_default",
    loses=["shifts.data"],
    ko="x가 None일 때의 기본값이 없습니다. torch.arange(-5.0, 5.0, 0.1)을 쓰세요.",
    en="There is no default where x is None. Use torch.arange(-5.0, 5.0, 0.1).",
)
def plot_shifts(x=None):
    x = x.detach()
    fig, ax = plt.subplots()
    for v in (0.5, 0, 1, 2):
        ax.plot(x, torch.sigmoid(x + v), label=f"b = {v}")
    return finish(fig, ax)


@mistake(
    "shifts.few_points",
    loses=["shifts.data"],
    ko="torch.arange(-5, 5)는 점이 열 개뿐입니다. 간격 0.1을 주세요.",
    en="torch.arange(-5, 5) has ten points only. Give it the step 0.1.",
)
def plot_shifts(x=None):
    x = torch.arange(-5, 5) if x is None else x.detach()
    fig, ax = plt.subplots()
    for v in (0.5, 0, 1, 2):
        ax.plot(x, torch.sigmoid(x + v), label=f"b = {v}")
    return finish(fig, ax)


@mistake(
    "shifts.half",
    loses=["shifts.data"],
    ko="x의 절반만 그렸습니다. 처음부터 끝까지 그리세요.",
    en="Only half of x is drawn. Draw it from one end to the other.",
)
def plot_shifts(x=None):
    x = points(x)
    x = x[x >= 0]
    fig, ax = plt.subplots()
    for v in (0.5, 0, 1, 2):
        ax.plot(x, torch.sigmoid(x + v), label=f"b = {v}")
    return finish(fig, ax)


@mistake(
    "shifts.without_x",
    loses=["shifts.data"],
    ko="x를 주지 않고 그려서 가로축이 x가 아니라 점의 번호입니다.",
    en="Drawn without x, so that the axis shows the numbers of the points and not x.",
)
def plot_shifts(x=None):
    x = points(x)
    fig, ax = plt.subplots()
    for v in (0.5, 0, 1, 2):
        ax.plot(torch.sigmoid(x + v), label=f"b = {v}")
    return finish(fig, ax)


@mistake(
    "shifts.sorted_x",
    loses=["shifts.data"],
    ko="x만 크기순으로 바꾸면 y와 짝이 맞지 않습니다. y도 정렬한 x로 계산하세요.",
    en="Sorting x alone tears it from its y. Compute y from the sorted x too.",
)
def plot_shifts(x=None):
    x = points(x)
    fig, ax = plt.subplots()
    for v in (0.5, 0, 1, 2):
        ax.plot(x.sort().values, torch.sigmoid(x + v), label=f"b = {v}")
    return finish(fig, ax)


@mistake(
    "shifts.four_axes",
    loses=["shifts.data"],
    ko="곡선을 네 좌표축에 나누어 그렸습니다. 한 좌표축에 그려야 비교할 수 있습니다.",
    en="The curves are spread over four Axes. On one Axes they can be compared.",
)
def plot_shifts(x=None):
    x = points(x)
    fig, axes = plt.subplots(2, 2)
    for v, ax in zip((0.5, 0, 1, 2), axes.ravel()):
        ax.plot(x, torch.sigmoid(x + v), label=f"b = {v}")
        ax.set_title("Sigmoid Function")
        ax.legend()
    return fig


@mistake(
    "shifts.closed",
    loses=["shifts.data", "title+legend", "fresh"],
    ko="그림을 돌려주지 않았고, 그려 놓은 그림 하나를 찾을 수도 없습니다. 한 그림에 그리고 return fig를 쓰세요.",
    en="No figure comes back, nor is just one left open to be found. Draw on one and write return fig.",
)
def plot_shifts(x=None):
    x = points(x)
    fig, ax = plt.subplots()
    for v in (0.5, 0, 1, 2):
        ax.plot(x, torch.sigmoid(x + v), label=f"b = {v}")
    finish(fig, ax)
    plt.close(fig)


@mistake(
    "shifts.values",
    loses=["shifts.data", "title+legend", "fresh"],
    ko="그림이 아니라 값을 돌려주었습니다. Figure를 돌려주세요.",
    en="Values came back, not a picture. Return the Figure.",
)
def plot_shifts(x=None):
    x = points(x)
    fig, ax = plt.subplots()
    for v in (0.5, 0, 1, 2):
        ax.plot(x, torch.sigmoid(x + v), label=f"b = {v}")
    finish(fig, ax)
    return torch.stack([torch.sigmoid(x + v) for v in (0.5, 0, 1, 2)])


@mistake(
    "shifts.empty_figure",
    loses=["shifts.data", "title+legend", "fresh"],
    ko="빈 그림을 돌려주었습니다. 그린 뒤에 plt.figure(), plt.clf(), plt.cla()를 부르거나 곡선을 숨기지 마세요.",
    en="An empty picture comes back. After drawing, call no plt.figure(), plt.clf() or plt.cla(), and hide "
    "no curve.",
)
def plot_shifts(x=None):
    x = points(x)
    fig, ax = plt.subplots()
    for v in (0.5, 0, 1, 2):
        ax.plot(x, torch.sigmoid(x + v), label=f"b = {v}")
    finish(fig, ax)
    return plt.figure()


@mistake(
    "shifts.other_title",
    loses=["title+legend"],
    ko="제목에 sigmoid라는 말이 없습니다.",
    en="The title does not say sigmoid.",
)
def plot_shifts(x=None):
    x = points(x)
    fig, ax = plt.subplots()
    for v in (0.5, 0, 1, 2):
        ax.plot(x, torch.sigmoid(x + v), label=f"b = {v}")
    ax.legend()
    ax.set_title("시그모이드")
    return fig


@mistake(
    "shifts.xlabel",
    loses=["title+legend"],
    ko="그림에 제목이 없습니다. 축 이름(xlabel)은 제목이 아닙니다.",
    en="The figure has no title. The name of an axis (xlabel) is none.",
)
def plot_shifts(x=None):
    x = points(x)
    fig, ax = plt.subplots()
    for v in (0.5, 0, 1, 2):
        ax.plot(x, torch.sigmoid(x + v), label=f"b = {v}")
    ax.legend()
    ax.set_xlabel("Sigmoid Function")
    return fig


@mistake(
    "shifts.legend_first",
    loses=["title+legend"],
    ko="범례가 없거나 비어 있습니다. 선마다 label=을 주고, 다 그린 다음 legend()를 부르세요.",
    en="There is no legend, or an empty one. Give each line a label=, and call legend() after drawing.",
)
def plot_shifts(x=None):
    x = points(x)
    fig, ax = plt.subplots()
    ax.legend()
    for v in (0.5, 0, 1, 2):
        ax.plot(x, torch.sigmoid(x + v), label=f"b = {v}")
    ax.set_title("Sigmoid Function")
    return fig


@mistake(
    "shifts.one_label",
    loses=["title+legend"],
    ko="범례에 이름이 하나뿐입니다. 곡선마다 이름을 붙이세요.",
    en="The legend names one curve only. Give each curve a name.",
)
def plot_shifts(x=None):
    x = points(x)
    fig, ax = plt.subplots()
    for v in (0.5, 0, 1, 2):
        ax.plot(x, torch.sigmoid(x + v))
    ax.set_title("Sigmoid Function")
    ax.legend(["sigmoid"])
    return fig


@mistake(
    "shifts.same_figure",
    loses=["fresh"],
    ko="앞에서 그린 그림 위에 이어서 그립니다. plt.figure()나 plt.subplots()로 새 그림을 만드세요.",
    en="It goes on drawing on the picture from before. Make a new one with plt.figure() or plt.subplots().",
)
def plot_shifts(x=None):
    x = points(x)
    for v in (0.5, 0, 1, 2):
        plt.plot(x, torch.sigmoid(x + v), label=f"b = {v}")
    return finish(plt.gcf(), plt.gca())


@mistake(
    "shifts.named_figure",
    loses=["fresh"],
    ko="plt.figure(이름)은 같은 이름의 그림을 다시 엽니다. 앞에서 그린 선이 남아 있습니다.",
    en="plt.figure(name) opens the picture of that name again, with the lines that are on it.",
)
def plot_shifts(x=None):
    x = points(x)
    fig = plt.figure("shifts")
    for v in (0.5, 0, 1, 2):
        plt.plot(x, torch.sigmoid(x + v), label=f"b = {v}")
    return finish(fig, fig.gca())


@mistake(
    "shifts.half_detached",
    loses=["fresh"],
    ko="requires_grad인 값은 그대로 그릴 수 없습니다. x와 y 모두 .detach()로 떼어 내세요.",
    en="What requires grad cannot be drawn as it is. Take .detach() of both x and y.",
)
def plot_shifts(x=None):
    x = torch.arange(-5.0, 5.0, 0.1) if x is None else x
    fig, ax = plt.subplots()
    for v in (0.5, 0, 1, 2):
        ax.plot(x.detach(), torch.sigmoid(x + v), label=f"b = {v}")
    return finish(fig, ax)


@mistake(
    "shifts.cleared_too_late",
    loses=["fresh"],
    ko="그림을 지우지 않고 좌표축만 늘렸습니다. 앞의 곡선이 같은 그림에 남아 있습니다.",
    en="An Axes was added, but the picture is the old one, with the curves from before.",
)
def plot_shifts(x=None):
    x = points(x)
    fig = plt.gcf()
    ax = fig.add_axes([0.1, 0.1, 0.8, 0.8])
    for v in (0.5, 0, 1, 2):
        ax.plot(x, torch.sigmoid(x + v), label=f"b = {v}")
    return finish(fig, ax)
