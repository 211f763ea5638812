"""a16_momentum: known mistakes. Each replaces the reference's function of the same name."""

import torch

from autograder.judge.mistakes import mistake


def check(w, v, grad, lr, m):
    """The errors of momentum_step, for the mistakes that have them right."""
    if not w.shape == v.shape == grad.shape or lr < 0 or not 0 <= m < 1:
        raise ValueError


@mistake(
    "step.sign",
    loses=["step.first", "step.second"],
    ko="부호가 반대입니다. 속도에서 η∇J를 더하지 말고 빼야 비용이 줄어드는 쪽으로 움직입니다.",
    en="The sign is wrong: subtract η∇J from the velocity, or the step goes uphill.",
)
def momentum_step(w, v, grad, lr, m=0.9):
    check(w, v, grad, lr, m)
    v_next = m * v + lr * grad
    return w + v_next, v_next


@mistake(
    "step.minus_velocity",
    loses=["step.first", "step.second"],
    ko="w에서 속도를 뺐습니다. 슬라이드의 V에는 −가 이미 들어 있으므로 더해야 합니다.",
    en="The velocity is subtracted from w. The slides' V holds the minus already, so add it.",
)
def momentum_step(w, v, grad, lr, m=0.9):
    check(w, v, grad, lr, m)
    v_next = m * v - lr * grad
    return w - v_next, v_next


@mistake(
    "step.torch",
    loses=["step.first", "step.second"],
    ko="PyTorch 식의 값입니다. 여기서는 학습률을 속도 안에 넣는 슬라이드의 식을 쓰세요.",
    en="This is PyTorch's formula. Use that of the slides, with the learning rate in the velocity.",
)
def momentum_step(w, v, grad, lr, m=0.9):
    check(w, v, grad, lr, m)
    buf = m * v + grad
    return w - lr * buf, buf


@mistake(
    "step.plus_inside_minus_outside",
    loses=["step.first", "step.second"],
    ko="V = mV + η∇J를 만들어 w에서 뺐습니다. 슬라이드의 V는 부호가 반대이고, w에 더합니다.",
    en="V = mV + η∇J was made and subtracted from w. The slides' V has the other sign and is added.",
)
def momentum_step(w, v, grad, lr, m=0.9):
    check(w, v, grad, lr, m)
    v_next = m * v + lr * grad
    return w - v_next, v_next


@mistake(
    "step.no_carry",
    loses=["step.second"],
    ko="이전 속도 v를 사용하지 않았습니다. 새 속도는 m × v에서 시작합니다.",
    en="The earlier velocity v is not used. The new one starts from m × v.",
)
def momentum_step(w, v, grad, lr, m=0.9):
    check(w, v, grad, lr, m)
    v_next = -lr * grad
    return w + v_next, v_next


@mistake(
    "step.no_m",
    loses=["step.second"],
    ko="이전 속도에 m을 곱하지 않았습니다.",
    en="The earlier velocity is not multiplied by m.",
)
def momentum_step(w, v, grad, lr, m=0.9):
    check(w, v, grad, lr, m)
    v_next = v - lr * grad
    return w + v_next, v_next


@mistake(
    "step.fixed_m",
    loses=["step.second"],
    ko="m 인자 대신 0.9를 사용했습니다.",
    en="0.9 is used in place of the argument m.",
)
def momentum_step(w, v, grad, lr, m=0.9):
    check(w, v, grad, lr, m)
    v_next = 0.9 * v - lr * grad
    return w + v_next, v_next


@mistake(
    "step.fixed_lr",
    loses=["step.first", "step.second"],
    ko="lr 인자 대신 0.1을 사용했습니다.",
    en="0.1 is used in place of the argument lr.",
)
def momentum_step(w, v, grad, lr, m=0.9):
    check(w, v, grad, lr, m)
    v_next = m * v - 0.1 * grad
    return w + v_next, v_next


@mistake(
    "step.no_lr",
    loses=["step.first", "step.second"],
    ko="기울기에 학습률 lr을 곱하지 않았습니다.",
    en="The gradient is not multiplied by the learning rate lr.",
)
def momentum_step(w, v, grad, lr, m=0.9):
    check(w, v, grad, lr, m)
    v_next = m * v - grad
    return w + v_next, v_next


@mistake(
    "step.lr_twice",
    loses=["step.first", "step.second"],
    ko="학습률이 두 번 적용되었습니다. V에 이미 들어 있으므로 w에는 V를 그대로 더하세요.",
    en="The learning rate is applied twice. It is in V already, so add V to w as it is.",
)
def momentum_step(w, v, grad, lr, m=0.9):
    check(w, v, grad, lr, m)
    v_next = m * v - lr * grad
    return w + lr * v_next, v_next


@mistake(
    "step.lr_on_velocity",
    loses=["step.second"],
    ko="학습률을 이전 속도에도 곱했습니다. 기울기에만 곱합니다.",
    en="The earlier velocity is multiplied by the learning rate too. Only the gradient is.",
)
def momentum_step(w, v, grad, lr, m=0.9):
    check(w, v, grad, lr, m)
    v_next = lr * (m * v - grad)
    return w + v_next, v_next


@mistake(
    "step.dampened",
    loses=["step.first", "step.second"],
    ko="기울기에 (1 − m)을 곱한 값입니다. 슬라이드의 식에는 (1 − m)이 없습니다.",
    en="The gradient is multiplied by (1 − m), which is not in the slides' formula.",
)
def momentum_step(w, v, grad, lr, m=0.9):
    check(w, v, grad, lr, m)
    v_next = m * v - lr * (1 - m) * grad
    return w + v_next, v_next


@mistake(
    "step.average",
    loses=["step.first", "step.second"],
    ko="기울기의 이동 평균(mV + (1 − m)∇J)을 쓰는 다른 식입니다. 슬라이드의 식을 그대로 옮기세요.",
    en="This is another formula, a moving average mV + (1 − m)∇J. Use that of the slides.",
)
def momentum_step(w, v, grad, lr, m=0.9):
    check(w, v, grad, lr, m)
    v_next = m * v + (1 - m) * grad
    return w - lr * v_next, v_next


@mistake(
    "step.one_minus_m",
    loses=["step.first", "step.second"],
    ko="lr 자리에 (1 − m)을 사용했습니다. m = 0.9, lr = 0.1일 때만 우연히 같습니다.",
    en="(1 − m) stands where lr belongs. They are the same only by chance, at m = 0.9 and lr = 0.1.",
)
def momentum_step(w, v, grad, lr, m=0.9):
    check(w, v, grad, lr, m)
    v_next = m * v - (1 - m) * grad
    return w + v_next, v_next


@mistake(
    "step.m_on_gradient",
    loses=["step.first", "step.second"],
    ko="m을 기울기에 곱했습니다. m은 이전 속도에 곱합니다.",
    en="The gradient is multiplied by m. It is the earlier velocity that m belongs to.",
)
def momentum_step(w, v, grad, lr, m=0.9):
    check(w, v, grad, lr, m)
    v_next = v - m * lr * grad
    return w + v_next, v_next


@mistake(
    "step.m_on_both",
    loses=["step.first", "step.second"],
    ko="m을 괄호 전체에 곱했습니다. m은 이전 속도에만 곱합니다.",
    en="m multiplies the whole bracket. Only the earlier velocity is multiplied by it.",
)
def momentum_step(w, v, grad, lr, m=0.9):
    check(w, v, grad, lr, m)
    v_next = m * (v - lr * grad)
    return w + v_next, v_next


@mistake(
    "step.old_velocity",
    loses=["step.first", "step.second"],
    ko="w에 이전 속도를 더했습니다. 방금 구한 새 속도를 더하세요.",
    en="The earlier velocity is added to w. Add the new one.",
)
def momentum_step(w, v, grad, lr, m=0.9):
    check(w, v, grad, lr, m)
    return w + v, m * v - lr * grad


@mistake(
    "step.plain_w",
    loses=["step.second"],
    ko="w는 속도 없이 −η∇J만큼만 움직였습니다. 새 속도를 더하세요.",
    en="w moves by −η∇J only, without the velocity. Add the new velocity to it.",
)
def momentum_step(w, v, grad, lr, m=0.9):
    check(w, v, grad, lr, m)
    return w - lr * grad, m * v - lr * grad


@mistake(
    "step.nesterov",
    loses=["step.first", "step.second"],
    ko="NAG(Nesterov)의 식입니다. 슬라이드의 모멘텀은 w에 새 속도 V를 그대로 더합니다.",
    en="This is NAG (Nesterov). The slides' momentum adds the new velocity V to w as it is.",
)
def momentum_step(w, v, grad, lr, m=0.9):
    check(w, v, grad, lr, m)
    v_next = m * v - lr * grad
    return w + m * v_next - lr * grad, v_next


@mistake(
    "step.order",
    loses=["step.first", "step.second"],
    ko="돌려주는 순서가 바뀌었습니다. (새 w, 새 v)입니다.",
    en="The two results are in the wrong order: it is (new w, new v).",
)
def momentum_step(w, v, grad, lr, m=0.9):
    check(w, v, grad, lr, m)
    v_next = m * v - lr * grad
    return v_next, w + v_next


@mistake(
    "step.old_v_returned",
    loses=["step.first", "step.second"],
    ko="v는 새 속도가 아니라 받은 그대로 돌려주었습니다.",
    en="The v you return is the one you were given, not the new velocity.",
)
def momentum_step(w, v, grad, lr, m=0.9):
    check(w, v, grad, lr, m)
    return w + m * v - lr * grad, v.clone()


@mistake(
    "step.only_w",
    loses=["step.first", "step.second", "step.pure"],
    ko="w만 돌려주었습니다. return w_next, v_next처럼 새 속도도 돌려주세요.",
    en="Only w is returned. Return the new velocity too, as in return w_next, v_next.",
)
def momentum_step(w, v, grad, lr, m=0.9):
    check(w, v, grad, lr, m)
    return w + m * v - lr * grad


@mistake(
    "step.optimizer",
    loses=["step.first", "step.second", "step.pure", "step.errors"],
    ko="torch.optim을 사용했습니다. 이 문항은 식을 직접 계산해야 합니다.",
    en="torch.optim is used. In this item you compute the formula yourself.",
)
def momentum_step(w, v, grad, lr, m=0.9):
    check(w, v, grad, lr, m)
    parameter = torch.nn.Parameter(w.clone())
    parameter.grad = grad.clone()
    optimizer = torch.optim.SGD([parameter], lr=lr, momentum=m)
    optimizer.state[parameter]["momentum_buffer"] = -v / lr
    optimizer.step()
    return parameter.detach(), parameter.detach() - w


@mistake(
    "step.inplace",
    loses=["step.pure"],
    ko="입력 텐서가 변경되었습니다. +=이나 mul_ 대신 w + v처럼 새 텐서를 만드세요.",
    en="The arguments are changed. Make new tensors, as in w + v, in place of += or mul_.",
)
def momentum_step(w, v, grad, lr, m=0.9):
    check(w, v, grad, lr, m)
    v.mul_(m).sub_(lr * grad)
    w += v
    return w, v


@mistake(
    "step.inplace_w",
    loses=["step.pure"],
    ko="w += v는 받은 w 자체를 바꿉니다. w_next = w + v처럼 새 텐서를 만드세요.",
    en="w += v changes the w that was passed in. Make a new tensor, as in w_next = w + v.",
)
def momentum_step(w, v, grad, lr, m=0.9):
    check(w, v, grad, lr, m)
    v = m * v - lr * grad
    w += v
    return w, v


@mistake(
    "step.inplace_grad",
    loses=["step.pure"],
    ko="grad *= lr은 받은 grad 자체를 바꿉니다. lr * grad처럼 새 텐서를 만드세요.",
    en="grad *= lr changes the grad that was passed in. Make a new tensor, as in lr * grad.",
)
def momentum_step(w, v, grad, lr, m=0.9):
    check(w, v, grad, lr, m)
    grad *= lr
    v_next = m * v - grad
    return w + v_next, v_next


@mistake(
    "step.float32",
    loses=["step.pure"],
    ko="결과가 늘 float32입니다. dtype은 w와 같아야 합니다.",
    en="The result is always float32. It must have the dtype of w.",
)
def momentum_step(w, v, grad, lr, m=0.9):
    check(w, v, grad, lr, m)
    v_next = (m * v - lr * grad).float()
    return w.float() + v_next, v_next


@mistake(
    "step.rows",
    loses=["step.pure"],
    ko="len(w)로 반복하면 0차원 텐서에서 오류가 납니다. 텐서 전체를 한 번에 계산하세요.",
    en="A loop over len(w) fails for a 0-d tensor. Compute with the whole tensor at once.",
)
def momentum_step(w, v, grad, lr, m=0.9):
    check(w, v, grad, lr, m)
    v_next = torch.stack([m * v[i] - lr * grad[i] for i in range(len(w))])
    return w + v_next, v_next


@mistake(
    "step.no_checks",
    loses=["step.errors"],
    ko="shape, lr, m 가운데 확인하지 않은 것이 있습니다. 계산하기 전에 확인하여 ValueError를 내세요.",
    en="Not all of the shapes, lr and m are checked. Do so before you compute, and raise a ValueError.",
)
def momentum_step(w, v, grad, lr, m=0.9):
    v_next = m * v - lr * grad
    return w + v_next, v_next


@mistake(
    "step.broadcast",
    loses=["step.errors"],
    ko="브로드캐스팅이 되는 shape도 서로 다르면 ValueError가 필요합니다.",
    en="Shapes that broadcast take a ValueError too where they are not the same.",
)
def momentum_step(w, v, grad, lr, m=0.9):
    if lr < 0 or not 0 <= m < 1:
        raise ValueError
    try:
        v_next = m * v - lr * grad
        return w + v_next, v_next
    except RuntimeError:
        raise ValueError from None


@mistake(
    "step.grad_shape",
    loses=["step.errors"],
    ko="w와 v의 shape만 확인했습니다. grad의 shape도 같아야 합니다.",
    en="Only the shapes of w and v are checked. That of grad must be the same too.",
)
def momentum_step(w, v, grad, lr, m=0.9):
    if w.shape != v.shape or lr < 0 or not 0 <= m < 1:
        raise ValueError
    v_next = m * v - lr * grad
    return w + v_next, v_next


@mistake(
    "step.m_of_one",
    loses=["step.errors"],
    ko="m = 1도 잘못된 입력입니다. m은 1보다 작아야 합니다.",
    en="m = 1 is wrong input too: m must be less than 1.",
)
def momentum_step(w, v, grad, lr, m=0.9):
    if not w.shape == v.shape == grad.shape or lr < 0 or m < 0 or m > 1:
        raise ValueError
    v_next = m * v - lr * grad
    return w + v_next, v_next


@mistake(
    "step.m_unchecked",
    loses=["step.errors"],
    ko="m이 0보다 작거나 1 이상이면 ValueError가 필요합니다.",
    en="It takes a ValueError where m is below 0, or is 1 or more.",
)
def momentum_step(w, v, grad, lr, m=0.9):
    if not w.shape == v.shape == grad.shape or lr < 0:
        raise ValueError
    v_next = m * v - lr * grad
    return w + v_next, v_next


@mistake(
    "step.lr_of_zero",
    loses=["step.errors"],
    ko="lr = 0이나 m = 0은 잘못된 입력이 아닙니다. 0보다 작을 때만 ValueError입니다.",
    en="lr = 0 and m = 0 are no wrong input. Only below 0 it takes a ValueError.",
)
def momentum_step(w, v, grad, lr, m=0.9):
    if not w.shape == v.shape == grad.shape or lr <= 0 or not 0 < m < 1:
        raise ValueError
    v_next = m * v - lr * grad
    return w + v_next, v_next


@mistake(
    "step.assert",
    loses=["step.errors"],
    ko="assert는 AssertionError를 냅니다. if로 확인하고 raise ValueError를 쓰세요.",
    en="assert raises an AssertionError. Check with if, and raise ValueError.",
)
def momentum_step(w, v, grad, lr, m=0.9):
    assert w.shape == v.shape == grad.shape
    assert lr >= 0
    assert 0 <= m < 1
    v_next = m * v - lr * grad
    return w + v_next, v_next


@mistake(
    "run.torch",
    loses=["run.schedule"],
    ko="PyTorch 식의 값입니다. 학습률이 바뀌면 슬라이드의 식과 길이 달라집니다.",
    en="This is PyTorch's formula. Where the learning rate changes, it parts from the slides' one.",
)
def run_momentum(A, w0, lrs, m):
    w, buf = w0, torch.zeros_like(w0)
    path = [w]
    for lr in lrs:
        buf = m * buf + A @ w
        w = w - lr * buf
        path.append(w)
    return torch.stack(path)


@mistake(
    "run.sign",
    loses=["run.path", "run.schedule"],
    ko="부호가 반대입니다. 속도에서 η∇J를 빼야 합니다.",
    en="The sign is wrong: subtract η∇J from the velocity.",
)
def run_momentum(A, w0, lrs, m):
    w, v = w0, torch.zeros_like(w0)
    path = [w]
    for lr in lrs:
        v = m * v + lr * (A @ w)
        w = w + v
        path.append(w)
    return torch.stack(path)


@mistake(
    "run.no_momentum",
    loses=["run.path", "run.schedule"],
    ko="보통의 경사하강법의 값입니다. 속도를 다음 걸음으로 이어 가야 합니다.",
    en="This is ordinary gradient descent. The velocity must be carried into the next step.",
)
def run_momentum(A, w0, lrs, m):
    w = w0
    path = [w]
    for lr in lrs:
        v = torch.zeros_like(w0)
        v = m * v - lr * (A @ w)
        w = w + v
        path.append(w)
    return torch.stack(path)


@mistake(
    "run.old_velocity",
    loses=["run.path", "run.schedule"],
    ko="이전 속도로 w를 먼저 움직였습니다. 속도를 새로 구한 다음에 더하세요.",
    en="w moves with the earlier velocity. Compute the new velocity first, then add it.",
)
def run_momentum(A, w0, lrs, m):
    w, v = w0, torch.zeros_like(w0)
    path = [w]
    for lr in lrs:
        w, v = w + v, m * v - lr * (A @ w)
        path.append(w)
    return torch.stack(path)


@mistake(
    "run.gradient_of_start",
    loses=["run.path", "run.schedule"],
    ko="기울기를 늘 w0에서 구했습니다. 걸음마다 지금의 w에서 다시 구하세요.",
    en="The gradient is always that at w0. Take it at the present w in each step.",
)
def run_momentum(A, w0, lrs, m):
    w, v, grad = w0, torch.zeros_like(w0), A @ w0
    path = [w]
    for lr in lrs:
        v = m * v - lr * grad
        w = w + v
        path.append(w)
    return torch.stack(path)


@mistake(
    "run.half",
    loses=["run.path", "run.schedule"],
    ko="기울기에 ½이 남아 있습니다. J = ½ ωᵀAω를 미분하면 Aω입니다.",
    en="A ½ is left in the gradient. The derivative of J = ½ ωᵀAω is Aω.",
)
def run_momentum(A, w0, lrs, m):
    w, v = w0, torch.zeros_like(w0)
    path = [w]
    for lr in lrs:
        v = m * v - lr * 0.5 * (A @ w)
        w = w + v
        path.append(w)
    return torch.stack(path)


@mistake(
    "run.two_w",
    loses=["run.path", "run.schedule"],
    ko="기울기를 2ω로 고정했습니다. A가 [[2]]가 아닐 수도 있으므로 Aω를 쓰세요.",
    en="The gradient is fixed at 2ω. A need not be [[2]], so use Aω.",
)
def run_momentum(A, w0, lrs, m):
    w, v = w0, torch.zeros_like(w0)
    path = [w]
    for lr in lrs:
        v = m * v - lr * 2 * w
        w = w + v
        path.append(w)
    return torch.stack(path)


@mistake(
    "run.diagonal",
    loses=["run.schedule"],
    ko="A의 대각선만 곱한 값입니다. Aω는 행렬과 벡터의 곱(A @ w)입니다.",
    en="Only the diagonal of A is used. Aω is the product of a matrix and a vector, A @ w.",
)
def run_momentum(A, w0, lrs, m):
    w, v = w0, torch.zeros_like(w0)
    path = [w]
    for lr in lrs:
        v = m * v - lr * A.diagonal() * w
        w = w + v
        path.append(w)
    return torch.stack(path)


@mistake(
    "run.elementwise",
    loses=["run.schedule"],
    ko="A * w는 원소별 곱이라 (d, d)가 됩니다. Aω는 A @ w로 구하세요.",
    en="A * w multiplies element by element and gives (d, d). Write A @ w for Aω.",
)
def run_momentum(A, w0, lrs, m):
    path = torch.zeros(len(lrs) + 1, len(w0), dtype=w0.dtype)
    path[0] = w0
    w, v = w0, torch.zeros_like(w0)
    for i, lr in enumerate(lrs):
        v = m * v - lr * (A * w)
        w = w + v
        path[i + 1] = w
    return path


@mistake(
    "run.first_lr",
    loses=["run.schedule"],
    ko="첫 번째 학습률만 계속 사용했습니다. 걸음마다 lrs의 다음 값을 쓰세요.",
    en="Only the first learning rate is used. Take the next one of lrs in each step.",
)
def run_momentum(A, w0, lrs, m):
    w, v = w0, torch.zeros_like(w0)
    path = [w]
    for _ in lrs:
        v = m * v - lrs[0] * (A @ w)
        w = w + v
        path.append(w)
    return torch.stack(path)


@mistake(
    "run.empty_lrs",
    loses=["run.schedule"],
    ko="lrs가 비어 있으면 오류가 납니다. 그때의 결과는 w0 한 행, 곧 (1, d)입니다.",
    en="Empty lrs raise an error. The result then is w0 as the only row, (1, d).",
)
def run_momentum(A, w0, lrs, m):
    v = -lrs[0] * (A @ w0)
    path = [w0, w0 + v]
    for lr in lrs[1:]:
        v = m * v - lr * (A @ path[-1])
        path.append(path[-1] + v)
    return torch.stack(path)


@mistake(
    "run.empty_vector",
    loses=["run.schedule"],
    ko="lrs가 비어 있을 때도 결과는 2차원입니다. (d,)가 아니라 (1, d)입니다.",
    en="With empty lrs too the result has two dimensions: (1, d), not (d,).",
)
def run_momentum(A, w0, lrs, m):
    if len(lrs) == 0:
        return w0.clone()
    w, v = w0, torch.zeros_like(w0)
    path = [w]
    for lr in lrs:
        v = m * v - lr * (A @ w)
        w = w + v
        path.append(w)
    return torch.stack(path)


@mistake(
    "run.nesterov",
    loses=["run.path", "run.schedule"],
    ko="ω + mV에서 기울기를 구했습니다. 그것은 NAG입니다. 여기서는 ω에서 구합니다.",
    en="The gradient is taken at ω + mV, which is NAG. Here it is taken at ω.",
)
def run_momentum(A, w0, lrs, m):
    w, v, path = w0, torch.zeros_like(w0), [w0]
    for lr in lrs:
        w, v = momentum_step(w, v, A @ (w + m * v), lr, m)
        path.append(w)
    return torch.stack(path)


@mistake(
    "run.last_lr",
    loses=["run.schedule"],
    ko="lrs의 마지막 학습률을 모든 걸음에 썼습니다. 걸음마다 그 차례의 학습률을 쓰세요.",
    en="The last learning rate of lrs is used in all steps. Each step has its own.",
)
def run_momentum(A, w0, lrs, m):
    w, v, path = w0, torch.zeros_like(w0), [w0]
    for _ in lrs:
        w, v = momentum_step(w, v, A @ w, lrs[-1], m)
        path.append(w)
    return torch.stack(path)


@mistake(
    "run.start_itself",
    loses=["run.schedule"],
    ko="lrs가 비어 있으면 w0과 메모리를 함께 쓰는 텐서를 돌려줍니다. 새 텐서를 만드세요.",
    en="With empty lrs what comes back shares its memory with w0. Make a new tensor.",
)
def run_momentum(A, w0, lrs, m):
    w, v, path = w0, torch.zeros_like(w0), [w0]
    for lr in lrs:
        w, v = momentum_step(w, v, A @ w, lr, m)
        path.append(w)
    return torch.stack(path) if lrs else w0.reshape(1, -1)


@mistake(
    "run.no_start",
    loses=["run.path", "run.schedule"],
    ko="첫 행이 w0가 아닙니다. 움직이기 전의 w0도 담아야 len(lrs) + 1행이 됩니다.",
    en="The first row is not w0. Keep w0 from before the first step too: len(lrs) + 1 rows.",
)
def run_momentum(A, w0, lrs, m):
    w, v = w0, torch.zeros_like(w0)
    path = []
    for lr in lrs:
        v = m * v - lr * (A @ w)
        w = w + v
        path.append(w)
    return torch.stack(path) if path else torch.empty(0, len(w0))


@mistake(
    "run.no_end",
    loses=["run.path", "run.schedule"],
    ko="마지막으로 도착한 ω가 빠졌습니다. 행은 len(lrs) + 1개입니다.",
    en="The ω reached last is missing. There are len(lrs) + 1 rows.",
)
def run_momentum(A, w0, lrs, m):
    w, v = w0, torch.zeros_like(w0)
    path = []
    for lr in lrs:
        path.append(w)
        v = m * v - lr * (A @ w)
        w = w + v
    return torch.stack(path) if path else torch.empty(0, len(w0))


@mistake(
    "run.only_end",
    loses=["run.path", "run.schedule"],
    ko="마지막 ω만 돌려주었습니다. 지나온 ω를 모두 한 행씩 담으세요.",
    en="Only the last ω is returned. Keep every ω on the way, one per row.",
)
def run_momentum(A, w0, lrs, m):
    w, v = w0, torch.zeros_like(w0)
    for lr in lrs:
        v = m * v - lr * (A @ w)
        w = w + v
    return w


@mistake(
    "run.velocities",
    loses=["run.path", "run.schedule"],
    ko="속도 V를 담았습니다. 지나온 ω를 담아야 합니다.",
    en="The velocities V are kept. Keep every ω on the way.",
)
def run_momentum(A, w0, lrs, m):
    w, v = w0, torch.zeros_like(w0)
    path = [w]
    for lr in lrs:
        v = m * v - lr * (A @ w)
        w = w + v
        path.append(v)
    return torch.stack(path)


@mistake(
    "run.columns",
    loses=["run.path", "run.schedule"],
    ko="ω를 열로 쌓아 (d, len(lrs) + 1)이 되었습니다. 한 행에 하나씩 쌓으세요.",
    en="Every ω stands in a column, which gives (d, len(lrs) + 1). Put one in each row.",
)
def run_momentum(A, w0, lrs, m):
    w, v = w0, torch.zeros_like(w0)
    path = [w]
    for lr in lrs:
        v = m * v - lr * (A @ w)
        w = w + v
        path.append(w)
    return torch.stack(path, dim=1)


@mistake(
    "run.same_rows",
    loses=["run.path", "run.schedule"],
    ko="모든 행이 같은 텐서입니다. w += v는 이미 담은 행까지 바꾸므로 w = w + v를 쓰세요.",
    en="All rows are one tensor. w += v changes the rows kept before too; write w = w + v.",
)
def run_momentum(A, w0, lrs, m):
    w, v = w0.clone(), torch.zeros_like(w0)
    path = [w]
    for lr in lrs:
        v = m * v - lr * (A @ w)
        w += v
        path.append(w)
    return torch.stack(path)


@mistake(
    "run.same_rows_and_w0",
    loses=["run.path", "run.schedule"],
    ko="w += v가 w0와 이미 담은 행까지 모두 바꾸었습니다. w = w + v를 쓰세요.",
    en="w += v has changed w0 and all the rows kept before. Write w = w + v.",
)
def run_momentum(A, w0, lrs, m):
    w, v = w0, torch.zeros_like(w0)
    path = [w]
    for lr in lrs:
        v = m * v - lr * (A @ w)
        w += v
        path.append(w)
    return torch.stack(path)


@mistake(
    "run.same_tensor",
    loses=["run.path", "run.schedule"],
    ko="w += v는 path에 이미 담은 ω까지 바꾸어, 모두 마지막 ω가 됩니다. w = w + v를 쓰거나 w.clone()을 담으세요.",
    en="w += v also changes the ω that are in the list already: all become the last one. "
    "Write w = w + v, or append w.clone().",
)
def run_momentum(A, w0, lrs, m):
    w, v = w0.clone(), torch.zeros_like(w0)
    path = [w0]
    for lr in lrs:
        v = m * v - lr * (A @ w)
        w += v
        path.append(w)
    return torch.stack(path)


@mistake(
    "run.inplace",
    loses=["run.path"],
    ko="w += v가 받은 w0 자체를 바꾸었습니다. w0.clone()에서 시작하거나 w = w + v를 쓰세요.",
    en="w += v has changed the w0 passed in. Start from w0.clone(), or write w = w + v.",
)
def run_momentum(A, w0, lrs, m):
    w, v = w0, torch.zeros_like(w0)
    path = [w.clone()]
    for lr in lrs:
        v = m * v - lr * (A @ w)
        w += v
        path.append(w.clone())
    return torch.stack(path)


@mistake(
    "run.float32",
    loses=["run.path"],
    ko="결과가 늘 float32입니다. torch.zeros에 dtype=w0.dtype을 넣으세요.",
    en="The result is always float32. Give torch.zeros a dtype=w0.dtype.",
)
def run_momentum(A, w0, lrs, m):
    path = torch.zeros(len(lrs) + 1, len(w0))
    path[0] = w0
    w, v = w0, torch.zeros_like(w0)
    for i, lr in enumerate(lrs):
        v = m * v - lr * (A @ w)
        w = w + v
        path[i + 1] = w
    return path


@mistake(
    "run.list",
    loses=["run.path"],
    ko="텐서의 리스트를 돌려주었습니다. torch.stack으로 (len(lrs) + 1, d) 텐서를 만드세요.",
    en="A list of tensors is returned. Make one tensor (len(lrs) + 1, d) with torch.stack.",
)
def run_momentum(A, w0, lrs, m):
    w, v = w0, torch.zeros_like(w0)
    path = [w]
    for lr in lrs:
        v = m * v - lr * (A @ w)
        w = w + v
        path.append(w)
    return path


@mistake(
    "run.double",
    loses=["run.path", "run.schedule"],
    ko="기울기가 두 배입니다. J = ½ωᵀAω의 기울기는 2Aω가 아니라 Aω입니다.",
    en="The gradient is twice too large: for J = ½ωᵀAω it is Aω, not 2Aω.",
)
def run_momentum(A, w0, lrs, m):
    w, v = w0, torch.zeros_like(w0)
    path = [w]
    for lr in lrs:
        v = m * v - lr * 2 * (A @ w)
        w = w + v
        path.append(w)
    return torch.stack(path)


@mistake(
    "run.fixed_m",
    loses=["run.path", "run.schedule"],
    ko="m 인자 대신 0.9를 사용했습니다.",
    en="0.9 is used in place of the argument m.",
)
def run_momentum(A, w0, lrs, m):
    w, v = w0, torch.zeros_like(w0)
    path = [w]
    for lr in lrs:
        v = 0.9 * v - lr * (A @ w)
        w = w + v
        path.append(w)
    return torch.stack(path)


@mistake(
    "run.flat",
    loses=["run.path"],
    ko="모든 ω가 한 줄로 이어져 있습니다(torch.cat이나 squeeze). torch.stack으로 (len(lrs) + 1, d)로 쌓으세요.",
    en="Every ω stands in one line (torch.cat or squeeze). Make (len(lrs) + 1, d) of them with torch.stack.",
)
def run_momentum(A, w0, lrs, m):
    w, v = w0, torch.zeros_like(w0)
    path = [w]
    for lr in lrs:
        v = m * v - lr * (A @ w)
        w = w + v
        path.append(w)
    return torch.cat(path)


@mistake(
    "torch.in_place",
    loses=["torch.step"],
    ko="mul_, add_나 +=은 받은 텐서 자체를 바꿉니다. m * buf + grad처럼 새 텐서를 만드세요.",
    en="mul_, add_ and += change the tensor that was passed in. Make a new one, as in m * buf + grad.",
)
def torch_momentum_step(w, buf, grad, lr, m=0.9):
    buf.mul_(m).add_(grad)
    return w - lr * buf, buf


@mistake(
    "torch.slide",
    loses=["torch.step"],
    ko="슬라이드 식의 값입니다. PyTorch의 buf에는 학습률과 −가 들어가지 않습니다.",
    en="This is the slides' formula. PyTorch's buf holds neither the learning rate nor the minus.",
)
def torch_momentum_step(w, buf, grad, lr, m=0.9):
    buf_next = m * buf - lr * grad
    return w + buf_next, buf_next


@mistake(
    "torch.lr_in_buffer",
    loses=["torch.step"],
    ko="학습률을 buf 안에 넣었습니다. PyTorch는 w를 움직일 때 학습률을 곱합니다.",
    en="The learning rate is inside buf. PyTorch multiplies by it when it moves w.",
)
def torch_momentum_step(w, buf, grad, lr, m=0.9):
    buf_next = m * buf + lr * grad
    return w - buf_next, buf_next


@mistake(
    "torch.lr_twice",
    loses=["torch.step"],
    ko="학습률이 두 번 적용되었습니다. buf에는 기울기를 그대로 더하세요.",
    en="The learning rate is applied twice. Add the gradient to buf as it is.",
)
def torch_momentum_step(w, buf, grad, lr, m=0.9):
    buf_next = m * buf + lr * grad
    return w - lr * buf_next, buf_next


@mistake(
    "torch.plus",
    loses=["torch.step"],
    ko="부호가 반대입니다. PyTorch의 식은 w에서 η × buf를 뺍니다.",
    en="The sign is wrong: PyTorch subtracts η × buf from w.",
)
def torch_momentum_step(w, buf, grad, lr, m=0.9):
    buf_next = m * buf + grad
    return w + lr * buf_next, buf_next


@mistake(
    "torch.no_carry",
    loses=["torch.step"],
    ko="이전 buf를 사용하지 않았습니다. 새 buf는 m × buf에서 시작합니다.",
    en="The earlier buf is not used. The new one starts from m × buf.",
)
def torch_momentum_step(w, buf, grad, lr, m=0.9):
    buf_next = grad.clone()
    return w - lr * buf_next, buf_next


@mistake(
    "torch.dampened",
    loses=["torch.step"],
    ko="기울기에 (1 − m)을 곱한 값입니다. PyTorch의 식에는 (1 − m)이 없습니다.",
    en="The gradient is multiplied by (1 − m), which is not in PyTorch's formula.",
)
def torch_momentum_step(w, buf, grad, lr, m=0.9):
    buf_next = m * buf + (1 - m) * grad
    return w - lr * buf_next, buf_next


@mistake(
    "torch.old_buffer",
    loses=["torch.step"],
    ko="w를 이전 buf로 움직였습니다. 방금 구한 새 buf를 쓰세요.",
    en="w moves by the earlier buf. Use the new one.",
)
def torch_momentum_step(w, buf, grad, lr, m=0.9):
    return w - lr * buf, m * buf + grad


@mistake(
    "torch.nesterov",
    loses=["torch.step"],
    ko="nesterov=True일 때의 값입니다. 여기서는 w에서 η × buf만 뺍니다.",
    en="This is what nesterov=True does. Here only η × buf is subtracted from w.",
)
def torch_momentum_step(w, buf, grad, lr, m=0.9):
    buf_next = m * buf + grad
    return w - lr * (grad + m * buf_next), buf_next


@mistake(
    "torch.order",
    loses=["torch.step"],
    ko="돌려주는 순서가 바뀌었습니다. (새 w, 새 buf)입니다.",
    en="The two results are in the wrong order: it is (new w, new buf).",
)
def torch_momentum_step(w, buf, grad, lr, m=0.9):
    buf_next = m * buf + grad
    return buf_next, w - lr * buf_next


@mistake(
    "torch.inplace",
    loses=["torch.step"],
    ko="값은 맞지만 입력 텐서가 변경되었습니다. mul_이나 -= 대신 새 텐서를 만드세요.",
    en="The values are right, but the arguments are changed. Make new tensors, without mul_ or -=.",
)
def torch_momentum_step(w, buf, grad, lr, m=0.9):
    buf.mul_(m).add_(grad)
    w -= lr * buf
    return w, buf


@mistake(
    "torch.grad_as_buffer",
    loses=["torch.step"],
    ko="첫 걸음에 grad 자체를 buf로 돌려주었습니다. m * buf + grad처럼 새 텐서를 만드세요.",
    en="In the first step grad itself is returned as buf. Make a new tensor, as in m * buf + grad.",
)
def torch_momentum_step(w, buf, grad, lr, m=0.9):
    buf_next = m * buf + grad if buf.any() else grad
    return w - lr * buf_next, buf_next


@mistake(
    "torch.remembers",
    loses=["torch.step"],
    ko="받은 buf 대신 함수가 스스로 기억해 둔 buf를 씁니다. 인자로 받은 buf를 쓰세요.",
    en="It goes on with a buf that it has kept itself. Use the buf that comes in.",
)
def torch_momentum_step(w, buf, grad, lr, m=0.9, kept={}):
    buf = m * kept.get(w.shape, buf) + grad
    kept[w.shape] = buf
    return w - lr * buf, buf.clone()


@mistake(
    "torch.optimizer",
    loses=["torch.step"],
    ko="torch.optim을 사용했습니다. 이 문항은 식을 직접 계산해야 합니다.",
    en="torch.optim is used. In this item you compute the formula yourself.",
)
def torch_momentum_step(w, buf, grad, lr, m=0.9):
    parameter = torch.nn.Parameter(w.clone())
    parameter.grad = grad.clone()
    optimizer = torch.optim.SGD([parameter], lr=lr, momentum=m)
    optimizer.state[parameter]["momentum_buffer"] = buf.clone()
    optimizer.step()
    return parameter.detach(), optimizer.state[parameter]["momentum_buffer"]


@mistake(
    "convert.sign",
    loses=["convert"],
    ko="부호가 반대입니다. V = −η × buf이므로 buf에는 −가 붙습니다.",
    en="The sign is wrong: V = −η × buf, so buf takes a minus.",
)
def to_torch_buffer(v, lr):
    if lr <= 0:
        raise ValueError
    return v / lr


@mistake(
    "convert.times",
    loses=["convert"],
    ko="lr을 곱했습니다. V = −η × buf를 buf에 대해 풀면 lr로 나눕니다.",
    en="lr was multiplied. Solve V = −η × buf for buf: it is divided by lr.",
)
def to_torch_buffer(v, lr):
    if lr <= 0:
        raise ValueError
    return -v * lr


@mistake(
    "convert.upside_down",
    loses=["convert"],
    ko="분자와 분모가 바뀌었습니다. v를 lr로 나누세요.",
    en="Numerator and denominator are swapped. Divide v by lr.",
)
def to_torch_buffer(v, lr):
    if lr <= 0:
        raise ValueError
    return -lr / v


@mistake(
    "convert.no_check",
    loses=["convert"],
    ko="lr이 0이거나 0보다 작으면 ValueError가 필요합니다.",
    en="It takes a ValueError where lr is 0 or below.",
)
def to_torch_buffer(v, lr):
    return -v / lr


@mistake(
    "convert.only_zero",
    loses=["convert"],
    ko="lr이 0보다 작을 때도 ValueError가 필요합니다.",
    en="It takes a ValueError where lr is below 0 too.",
)
def to_torch_buffer(v, lr):
    if lr == 0:
        raise ValueError
    return -v / lr


@mistake(
    "convert.inplace",
    loses=["convert"],
    ko="입력 텐서가 변경되었습니다. neg_나 /= 대신 새 텐서를 만드세요.",
    en="The argument is changed. Make a new tensor in place of neg_ or /=.",
)
def to_torch_buffer(v, lr):
    if lr <= 0:
        raise ValueError
    v /= -lr
    return v


@mistake(
    "step.whole_old_velocity",
    loses=["step.second"],
    ko="w에 이전 속도 v를 m 없이 더했습니다. 새 속도를 구하여 w에 더하세요.",
    en="The earlier v is added to w without m. Find the new velocity, and add that to w.",
)
def momentum_step(w, v, grad, lr, m=0.9):
    if w.shape != v.shape or w.shape != grad.shape or lr < 0 or not 0 <= m < 1:
        raise ValueError
    return w + v - lr * grad, m * v - lr * grad
