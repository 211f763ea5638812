"""a17_optimizers: known mistakes. Each replaces the reference's function of the same name."""

import torch

from autograder.judge.mistakes import mistake

remembered = {}


@mistake(
    "sgd.plus",
    loses=["sgd"],
    ko="부호가 반대입니다. 기울기의 반대 방향으로 가야 하므로 η × grad를 빼세요.",
    en="The sign is wrong: it goes against the gradient, so subtract η × grad.",
)
def sgd_step(w, grad, lr):
    return w + lr * grad


@mistake(
    "sgd.no_lr",
    loses=["sgd"],
    ko="기울기에 학습률 lr을 곱하지 않았습니다.",
    en="The gradient is not multiplied by the learning rate lr.",
)
def sgd_step(w, grad, lr):
    return w - grad


@mistake(
    "sgd.fixed_lr",
    loses=["sgd"],
    ko="lr 인자 대신 0.1을 사용했습니다.",
    en="0.1 is used in place of the argument lr.",
)
def sgd_step(w, grad, lr):
    return w - 0.1 * grad


@mistake(
    "sgd.divided",
    loses=["sgd"],
    ko="학습률로 나누었습니다. 기울기에 곱하세요.",
    en="It divides by the learning rate. Multiply the gradient by it.",
)
def sgd_step(w, grad, lr):
    return w - grad / lr


@mistake(
    "sgd.gradient_of_the_parabola",
    loses=["sgd"],
    ko="기울기를 2ω로 다시 계산했습니다. 기울기는 grad로 주어집니다.",
    en="The gradient is computed again, as 2ω. It is given: it is grad.",
)
def sgd_step(w, grad, lr):
    return w - lr * 2 * w


@mistake(
    "sgd.only_the_step",
    loses=["sgd"],
    ko="움직인 양만 돌려주었습니다. w에서 그만큼 뺀 새 w를 돌려주세요.",
    en="Only the step is returned. Return the new w, from which it is subtracted.",
)
def sgd_step(w, grad, lr):
    return lr * grad


@mistake(
    "sgd.no_return",
    loses=["sgd"],
    ko="return이 없어 None을 돌려줍니다. 계산한 새 w를 return하세요.",
    en="There is no return, so it gives None. Return the new w.",
)
def sgd_step(w, grad, lr):
    w = w - lr * grad


@mistake(
    "sgd.inplace",
    loses=["sgd"],
    ko="w -= …는 받은 w 자체를 바꿉니다. w - lr * grad처럼 새 텐서를 만드세요.",
    en="w -= … changes the w that was passed in. Make a new tensor, as in w - lr * grad.",
)
def sgd_step(w, grad, lr):
    w -= lr * grad
    return w


@mistake(
    "sgd.inplace_grad",
    loses=["sgd"],
    ko="grad *= lr은 받은 grad 자체를 바꿉니다. lr * grad를 쓰세요.",
    en="grad *= lr changes the grad that was passed in. Write lr * grad.",
)
def sgd_step(w, grad, lr):
    grad *= lr
    return w - grad


@mistake(
    "sgd.float32",
    loses=["sgd"],
    ko="결과가 늘 float32입니다. dtype은 w와 같아야 합니다.",
    en="The result is always float32. It must have the dtype of w.",
)
def sgd_step(w, grad, lr):
    return (w - lr * grad).float()


@mistake(
    "sgd.optimizer",
    loses=["sgd"],
    ko="torch.optim을 사용했습니다. 이 문항은 식을 직접 계산해야 합니다.",
    en="torch.optim is used. In this item you compute the formula yourself.",
)
def sgd_step(w, grad, lr):
    parameter = torch.nn.Parameter(w.clone())
    parameter.grad = grad.clone()
    torch.optim.SGD([parameter], lr=lr).step()
    return parameter.detach()


@mistake(
    "sgd.remembers",
    loses=["sgd"],
    ko="같은 shape이면 처음 계산한 값을 다시 돌려주었습니다. 부를 때마다 새로 계산하세요.",
    en="For one shape the first result is returned again. Compute it anew in each call.",
)
def sgd_step(w, grad, lr):
    if tuple(w.shape) not in remembered:
        remembered[tuple(w.shape)] = w - lr * grad
    return remembered[tuple(w.shape)].clone()


@mistake(
    "sgd.number_of_the_text",
    loses=["sgd"],
    ko="본문의 예에 나온 값을 적어 두었습니다. 인자로 계산하세요.",
    en="The number of the example is written down. Compute it from the arguments.",
)
def sgd_step(w, grad, lr):
    return torch.tensor([4.0])


@mistake(
    "sgd.clipped",
    loses=["sgd"],
    ko="기울기를 −1과 1 사이로 잘랐습니다. 주어진 기울기를 그대로 쓰세요.",
    en="The gradient is clipped to between −1 and 1. Use it as it is.",
)
def sgd_step(w, grad, lr):
    return w - lr * grad.clamp(-1, 1)


@mistake(
    "ahead.minus",
    loses=["nag.lookahead"],
    ko="부호가 반대입니다. 속도가 가는 쪽으로 m × v를 더하세요.",
    en="The sign is wrong: add m × v, where the velocity leads.",
)
def lookahead(w, v, m):
    return w - m * v


@mistake(
    "ahead.no_m",
    loses=["nag.lookahead"],
    ko="속도에 m을 곱하지 않았습니다.",
    en="The velocity is not multiplied by m.",
)
def lookahead(w, v, m):
    return w + v


@mistake(
    "ahead.fixed_m",
    loses=["nag.lookahead"],
    ko="m 인자 대신 0.9를 사용했습니다.",
    en="0.9 is used in place of the argument m.",
)
def lookahead(w, v, m):
    return w + 0.9 * v


@mistake(
    "ahead.one_minus_m",
    loses=["nag.lookahead"],
    ko="m 자리에 (1 − m)을 곱했습니다.",
    en="It is multiplied by (1 − m), where m belongs.",
)
def lookahead(w, v, m):
    return w + (1 - m) * v


@mistake(
    "ahead.m_on_w",
    loses=["nag.lookahead"],
    ko="m을 w에 곱했습니다. m은 속도 v에 곱합니다.",
    en="w is multiplied by m. It is the velocity v that m belongs to.",
)
def lookahead(w, v, m):
    return m * w + v


@mistake(
    "ahead.m_on_both",
    loses=["nag.lookahead"],
    ko="m을 괄호 전체에 곱했습니다. m은 속도 v에만 곱합니다.",
    en="m multiplies the whole bracket. Only the velocity v is multiplied by it.",
)
def lookahead(w, v, m):
    return m * (w + v)


@mistake(
    "ahead.only_velocity",
    loses=["nag.lookahead"],
    ko="m × v만 돌려주었습니다. 지금 자리 w에 더한 자리를 돌려주세요.",
    en="Only m × v is returned. Return the place: add it to w.",
)
def lookahead(w, v, m):
    return m * v


@mistake(
    "ahead.moves_w",
    loses=["nag.lookahead"],
    ko="w += …는 받은 w 자체를 바꿉니다. 미리 보기만 하고 w는 그대로 두세요.",
    en="w += … changes the w that was passed in. Only look ahead, and leave w where it is.",
)
def lookahead(w, v, m):
    w += m * v
    return w


@mistake(
    "ahead.inplace_v",
    loses=["nag.lookahead"],
    ko="v.mul_(m)은 받은 v 자체를 바꿉니다. m * v를 쓰세요.",
    en="v.mul_(m) changes the v that was passed in. Write m * v.",
)
def lookahead(w, v, m):
    return w + v.mul_(m)


@mistake(
    "ahead.numpy",
    loses=["nag.lookahead"],
    ko="numpy 배열을 돌려주었습니다. 텐서를 돌려주세요.",
    en="A numpy array is returned. Return a tensor.",
)
def lookahead(w, v, m):
    return w.numpy() + m * v.numpy()


@mistake(
    "nag.plus",
    loses=["nag.step"],
    ko="부호가 반대입니다. 속도에서 η × grad_ahead를 빼세요.",
    en="The sign is wrong: subtract η × grad_ahead from the velocity.",
)
def nag_step(w, v, grad_ahead, lr, m=0.9):
    v_next = m * v + lr * grad_ahead
    return w + v_next, v_next


@mistake(
    "nag.minus_velocity",
    loses=["nag.step"],
    ko="w에서 속도를 뺐습니다. v에 −가 이미 들어 있으므로 더해야 합니다.",
    en="The velocity is subtracted from w. v holds the minus already, so add it.",
)
def nag_step(w, v, grad_ahead, lr, m=0.9):
    v_next = m * v - lr * grad_ahead
    return w - v_next, v_next


@mistake(
    "nag.from_ahead",
    loses=["nag.step"],
    ko="미리 가 본 자리에서 출발했습니다. 움직이는 출발점은 w입니다.",
    en="It starts from the place ahead. The step starts from w.",
)
def nag_step(w, v, grad_ahead, lr, m=0.9):
    v_next = m * v - lr * grad_ahead
    return w + m * v + v_next, v_next


@mistake(
    "nag.only_gradient_from_ahead",
    loses=["nag.step"],
    ko="w에 속도를 더하지 않고 −η × grad_ahead만큼만 움직였습니다.",
    en="w moves by −η × grad_ahead only; the new velocity is to be added to it.",
)
def nag_step(w, v, grad_ahead, lr, m=0.9):
    return w - lr * grad_ahead, m * v - lr * grad_ahead


@mistake(
    "nag.looks_ahead_again",
    loses=["nag.step"],
    ko="새 속도로 한 번 더 앞을 보았습니다. 기울기가 이미 앞에서 온 것이므로 w에는 새 v만 더하세요.",
    en="It looks ahead once more with the new velocity. The gradient comes from ahead already: add just the new v to w.",
)
def nag_step(w, v, grad_ahead, lr, m=0.9):
    v_next = m * v - lr * grad_ahead
    return w + m * v_next - lr * grad_ahead, v_next


@mistake(
    "nag.torch",
    loses=["nag.step"],
    ko="PyTorch 식의 값입니다. 여기서는 학습률을 속도 안에 넣는 본문의 식을 쓰세요.",
    en="This is PyTorch's formula. Use that of the text, with the learning rate in the velocity.",
)
def nag_step(w, v, grad_ahead, lr, m=0.9):
    buf = m * v + grad_ahead
    return w - lr * (grad_ahead + m * buf), buf


@mistake(
    "nag.torch_momentum",
    loses=["nag.step"],
    ko="PyTorch의 Momentum 식입니다. 여기서는 학습률을 속도 안에 넣습니다.",
    en="This is PyTorch's formula of momentum. Here the learning rate goes into the velocity.",
)
def nag_step(w, v, grad_ahead, lr, m=0.9):
    buf = m * v + grad_ahead
    return w - lr * buf, buf


@mistake(
    "nag.no_carry",
    loses=["nag.step"],
    ko="이전 속도 v를 사용하지 않았습니다. 새 속도는 m × v에서 시작합니다.",
    en="The earlier velocity v is not used. The new one starts from m × v.",
)
def nag_step(w, v, grad_ahead, lr, m=0.9):
    v_next = -lr * grad_ahead
    return w + v_next, v_next


@mistake(
    "nag.no_m",
    loses=["nag.step"],
    ko="이전 속도에 m을 곱하지 않았습니다.",
    en="The earlier velocity is not multiplied by m.",
)
def nag_step(w, v, grad_ahead, lr, m=0.9):
    v_next = v - lr * grad_ahead
    return w + v_next, v_next


@mistake(
    "nag.fixed_m",
    loses=["nag.step"],
    ko="m 인자 대신 0.9를 사용했습니다.",
    en="0.9 is used in place of the argument m.",
)
def nag_step(w, v, grad_ahead, lr, m=0.9):
    v_next = 0.9 * v - lr * grad_ahead
    return w + v_next, v_next


@mistake(
    "nag.dampened",
    loses=["nag.step"],
    ko="기울기에 (1 − m)을 곱한 값입니다. 이 식에는 (1 − m)이 없습니다.",
    en="The gradient is multiplied by (1 − m), which is not in this formula.",
)
def nag_step(w, v, grad_ahead, lr, m=0.9):
    v_next = m * v - lr * (1 - m) * grad_ahead
    return w + v_next, v_next


@mistake(
    "nag.lr_twice",
    loses=["nag.step"],
    ko="학습률이 두 번 적용되었습니다. 속도에 이미 들어 있으므로 w에는 v를 그대로 더하세요.",
    en="The learning rate is applied twice. It is in the velocity already, so add v to w as it is.",
)
def nag_step(w, v, grad_ahead, lr, m=0.9):
    v_next = m * v - lr * grad_ahead
    return w + lr * v_next, v_next


@mistake(
    "nag.old_velocity",
    loses=["nag.step"],
    ko="w에 이전 속도를 더했습니다. 방금 구한 새 속도를 더하세요.",
    en="The earlier velocity is added to w. Add the new one.",
)
def nag_step(w, v, grad_ahead, lr, m=0.9):
    return w + v, m * v - lr * grad_ahead


@mistake(
    "nag.old_v_returned",
    loses=["nag.step"],
    ko="v는 새 속도가 아니라 받은 그대로 돌려주었습니다.",
    en="The v you return is the one you were given, not the new velocity.",
)
def nag_step(w, v, grad_ahead, lr, m=0.9):
    return w + m * v - lr * grad_ahead, v.clone()


@mistake(
    "nag.order",
    loses=["nag.step"],
    ko="돌려주는 순서가 바뀌었습니다. (새 w, 새 v)입니다.",
    en="The two results are in the wrong order: it is (new w, new v).",
)
def nag_step(w, v, grad_ahead, lr, m=0.9):
    v_next = m * v - lr * grad_ahead
    return v_next, w + v_next


@mistake(
    "nag.only_w",
    loses=["nag.step"],
    ko="w만 돌려주었습니다. 새 속도 v도 돌려주세요.",
    en="Only w is returned. Return the new velocity v too.",
)
def nag_step(w, v, grad_ahead, lr, m=0.9):
    return w + m * v - lr * grad_ahead


@mistake(
    "nag.inplace",
    loses=["nag.step"],
    ko="값은 맞지만 입력 텐서가 변경되었습니다. +=이나 mul_ 대신 새 텐서를 만드세요.",
    en="The values are right, but the arguments are changed. Make new tensors in place of += or mul_.",
)
def nag_step(w, v, grad_ahead, lr, m=0.9):
    v.mul_(m).sub_(lr * grad_ahead)
    w += v
    return w, v


@mistake(
    "nag.stacked",
    loses=["nag.step"],
    ko="두 결과를 텐서 하나로 쌓았습니다. return w_next, v_next처럼 튜플로 돌려주세요.",
    en="Both results are stacked into one tensor. Return a tuple, as in return w_next, v_next.",
)
def nag_step(w, v, grad_ahead, lr, m=0.9):
    v_next = m * v - lr * grad_ahead
    return torch.stack([w + v_next, v_next])


@mistake(
    "nag.lists",
    loses=["nag.step"],
    ko="숫자의 리스트를 돌려주었습니다. 텐서를 돌려주세요.",
    en="Lists of numbers are returned. Return tensors.",
)
def nag_step(w, v, grad_ahead, lr, m=0.9):
    v_next = m * v - lr * grad_ahead
    return (w + v_next).tolist(), v_next.tolist()


@mistake(
    "nag.optimizer",
    loses=["nag.step"],
    ko="torch.optim을 사용했습니다. 이 문항은 식을 직접 계산해야 합니다.",
    en="torch.optim is used. In this item you compute the formula yourself.",
)
def nag_step(w, v, grad_ahead, lr, m=0.9):
    parameter = torch.nn.Parameter(w + m * v)
    parameter.grad = grad_ahead.clone()
    torch.optim.SGD([parameter], lr=lr).step()
    return parameter.detach(), m * v - lr * grad_ahead


@mistake(
    "adagrad.dictionary",
    loses=["adagrad.values", "adagrad.eps"],
    ko="딕셔너리를 돌려주었습니다. (새 w, 새 s) 튜플을 돌려주세요.",
    en="A dict is returned. Return the tuple (new w, new s).",
)
def adagrad_step(w, s, grad, lr, eps=1e-10):
    s_next = s + grad**2
    return {"w": w - lr * grad / (torch.sqrt(s_next) + eps), "s": s_next}


@mistake(
    "adagrad.sign",
    loses=["adagrad.values", "adagrad.eps"],
    ko="기울기의 부호만 썼습니다. 기울기를 √s로 나누세요.",
    en="Only the sign of the gradient is used. Divide the gradient by √s.",
)
def adagrad_step(w, s, grad, lr, eps=1e-10):
    s_next = s + grad**2
    return w - lr * torch.sign(grad), s_next


@mistake(
    "adagrad.double",
    loses=["adagrad.values"],
    ko="결과가 늘 float64입니다. dtype은 w와 같아야 합니다.",
    en="The result is always float64. It must have the dtype of w.",
)
def adagrad_step(w, s, grad, lr, eps=1e-10):
    s_next = s + grad**2
    w_next = w - lr * grad / (torch.sqrt(s_next) + eps)
    return w_next.double(), s_next.double()


@mistake(
    "adagrad.eps_beside_the_rate",
    loses=["adagrad.eps"],
    ko="lr만 √s로 나누고 ε을 더했습니다. (√s + ε)으로 나누세요.",
    en="Only lr is divided by √s, and ε is added. Divide by (√s + ε).",
)
def adagrad_step(w, s, grad, lr, eps=1e-10):
    s_next = s + grad**2
    return w - (lr / torch.sqrt(s_next) + eps) * grad, s_next


@mistake(
    "adagrad.clamped",
    loses=["adagrad.eps"],
    ko="√s가 eps보다 작을 때만 eps로 바꾸었습니다. 식은 √s에 ε을 더합니다.",
    en="√s is replaced by eps where it is smaller. The formula adds ε to √s.",
)
def adagrad_step(w, s, grad, lr, eps=1e-10):
    s_next = s + grad**2
    return w - lr * grad / torch.sqrt(s_next).clamp(min=eps), s_next


@mistake(
    "adagrad.mean",
    loses=["adagrad.values", "adagrad.eps"],
    ko="기울기 제곱의 평균을 냈습니다. AdaGrad는 나누지 않고 계속 더합니다.",
    en="The squares are averaged. AdaGrad adds them up and does not divide.",
)
def adagrad_step(w, s, grad, lr, eps=1e-10):
    s_next = (s + grad**2) / 2
    return w - lr * grad / (torch.sqrt(s_next) + eps), s_next


@mistake(
    "adagrad.forgets",
    loses=["adagrad.values", "adagrad.eps"],
    ko="RMSProp처럼 이동 평균을 냈습니다. AdaGrad의 s는 합입니다.",
    en="This is a moving average, as in RMSProp. AdaGrad's s is a sum.",
)
def adagrad_step(w, s, grad, lr, eps=1e-10):
    s_next = 0.9 * s + 0.1 * grad**2
    return w - lr * grad / (torch.sqrt(s_next) + eps), s_next


@mistake(
    "adagrad.mean_of_elements",
    loses=["adagrad.values", "adagrad.eps"],
    ko="원소들의 제곱을 하나로 평균 냈습니다. 가중치마다 따로 기억해야 합니다.",
    en="The squares of all elements are averaged into one. Each weight has a sum of its own.",
)
def adagrad_step(w, s, grad, lr, eps=1e-10):
    s_next = s + (grad**2).mean()
    return w - lr * grad / (torch.sqrt(s_next) + eps), s_next


@mistake(
    "adagrad.lr_in_s",
    loses=["adagrad.values", "adagrad.eps"],
    ko="학습률이 s 안에 들어갔습니다. s에는 기울기의 제곱만 더합니다.",
    en="The learning rate is inside s. Only the squared gradient is added to it.",
)
def adagrad_step(w, s, grad, lr, eps=1e-10):
    s_next = s + (lr * grad) ** 2
    return w - lr * grad / (torch.sqrt(s_next) + eps), s_next


@mistake(
    "adagrad.no_square",
    loses=["adagrad.values", "adagrad.eps"],
    ko="기울기를 제곱하지 않고 절댓값을 넣었습니다.",
    en="Absolute gradients go into s where their squares belong.",
)
def adagrad_step(w, s, grad, lr, eps=1e-10):
    s_next = s + grad.abs()
    return w - lr * grad / (torch.sqrt(s_next) + eps), s_next


@mistake(
    "adagrad.no_carry",
    loses=["adagrad.values", "adagrad.eps"],
    ko="예전 s를 사용하지 않았습니다.",
    en="The earlier s is not used.",
)
def adagrad_step(w, s, grad, lr, eps=1e-10):
    s_next = grad**2
    return w - lr * grad / (torch.sqrt(s_next) + eps), s_next


@mistake(
    "adagrad.old_s",
    loses=["adagrad.values", "adagrad.eps"],
    ko="예전 s의 제곱근으로 나누었습니다. 지금의 기울기까지 넣은 새 s로 나누세요.",
    en="It divides by the root of the earlier s. Divide by that of the new one.",
)
def adagrad_step(w, s, grad, lr, eps=1e-10):
    return w - lr * grad / (torch.sqrt(s) + eps), s + grad**2


@mistake(
    "adagrad.no_root",
    loses=["adagrad.values", "adagrad.eps"],
    ko="s로 나누었습니다. s의 제곱근으로 나누세요.",
    en="It divides by s. Divide by its square root.",
)
def adagrad_step(w, s, grad, lr, eps=1e-10):
    s_next = s + grad**2
    return w - lr * grad / (s_next + eps), s_next


@mistake(
    "adagrad.no_division",
    loses=["adagrad.values", "adagrad.eps"],
    ko="보폭을 s의 제곱근으로 나누지 않았습니다.",
    en="The step is not divided by the root of s.",
)
def adagrad_step(w, s, grad, lr, eps=1e-10):
    return w - lr * grad, s + grad**2


@mistake(
    "adagrad.plus",
    loses=["adagrad.values", "adagrad.eps"],
    ko="부호가 반대입니다. w에서 빼야 합니다.",
    en="The sign is wrong: subtract from w.",
)
def adagrad_step(w, s, grad, lr, eps=1e-10):
    s_next = s + grad**2
    return w + lr * grad / (torch.sqrt(s_next) + eps), s_next


@mistake(
    "adagrad.no_lr",
    loses=["adagrad.values", "adagrad.eps"],
    ko="학습률 lr을 곱하지 않았습니다.",
    en="The learning rate lr is missing.",
)
def adagrad_step(w, s, grad, lr, eps=1e-10):
    s_next = s + grad**2
    return w - grad / (torch.sqrt(s_next) + eps), s_next


@mistake(
    "adagrad.order",
    loses=["adagrad.values", "adagrad.eps"],
    ko="돌려주는 순서가 바뀌었습니다. (새 w, 새 s)입니다.",
    en="The two results are in the wrong order: it is (new w, new s).",
)
def adagrad_step(w, s, grad, lr, eps=1e-10):
    s_next = s + grad**2
    return s_next, w - lr * grad / (torch.sqrt(s_next) + eps)


@mistake(
    "adagrad.only_w",
    loses=["adagrad.values", "adagrad.eps"],
    ko="w만 돌려주었습니다. 새 s도 돌려주세요.",
    en="Only w is returned. Return the new s too.",
)
def adagrad_step(w, s, grad, lr, eps=1e-10):
    s_next = s + grad**2
    return w - lr * grad / (torch.sqrt(s_next) + eps)


@mistake(
    "adagrad.old_s_returned",
    loses=["adagrad.values"],
    ko="s는 새 값이 아니라 받은 그대로 돌려주었습니다.",
    en="The s you return is the one you were given, not the new one.",
)
def adagrad_step(w, s, grad, lr, eps=1e-10):
    s_next = s + grad**2
    return w - lr * grad / (torch.sqrt(s_next) + eps), s.clone()


@mistake(
    "adagrad.root_returned",
    loses=["adagrad.values"],
    ko="s의 제곱근을 돌려주었습니다. 다음 걸음에 쓸 s 자체를 돌려주세요.",
    en="The root of s is returned. Return s itself, for the next step.",
)
def adagrad_step(w, s, grad, lr, eps=1e-10):
    s_next = s + grad**2
    return w - lr * grad / (torch.sqrt(s_next) + eps), torch.sqrt(s_next)


@mistake(
    "adagrad.inplace",
    loses=["adagrad.values"],
    ko="값은 맞지만 s가 변경되었습니다. +=이나 mul_ 대신 새 텐서를 만드세요.",
    en="The values are right, but s is changed. Make a new tensor in place of += or mul_.",
)
def adagrad_step(w, s, grad, lr, eps=1e-10):
    s += grad**2
    return w - lr * grad / (torch.sqrt(s) + eps), s


@mistake(
    "adagrad.inplace_w",
    loses=["adagrad.values"],
    ko="w -= …는 받은 w 자체를 바꿉니다. 새 텐서를 만드세요.",
    en="w -= … changes the w that was passed in. Make a new tensor.",
)
def adagrad_step(w, s, grad, lr, eps=1e-10):
    s_next = s + grad**2
    w -= lr * grad / (torch.sqrt(s_next) + eps)
    return w, s_next


@mistake(
    "adagrad.float32",
    loses=["adagrad.values"],
    ko="결과가 늘 float32입니다. dtype은 w와 같아야 합니다.",
    en="The result is always float32. It must have the dtype of w.",
)
def adagrad_step(w, s, grad, lr, eps=1e-10):
    s_next = s + grad**2
    w_next = w - lr * grad / (torch.sqrt(s_next) + eps)
    return w_next.float(), s_next.float()


@mistake(
    "adagrad.eps_inside",
    loses=["adagrad.eps"],
    ko="ε을 루트 안에 넣었습니다. √s를 구한 다음에 더하세요.",
    en="ε is inside the root. Take √s first, and add ε to it.",
)
def adagrad_step(w, s, grad, lr, eps=1e-10):
    s_next = s + grad**2
    return w - lr * grad / torch.sqrt(s_next + eps), s_next


@mistake(
    "adagrad.no_eps",
    loses=["adagrad.eps"],
    ko="ε이 없습니다. s와 grad가 0이면 0으로 나누어 nan이 됩니다.",
    en="ε is missing. Where s and grad are 0, it divides by 0 and gives nan.",
)
def adagrad_step(w, s, grad, lr, eps=1e-10):
    s_next = s + grad**2
    return w - lr * grad / torch.sqrt(s_next), s_next


@mistake(
    "adagrad.fixed_eps",
    loses=["adagrad.eps"],
    ko="eps 인자 대신 1e-10을 사용했습니다.",
    en="1e-10 is used in place of the argument eps.",
)
def adagrad_step(w, s, grad, lr, eps=1e-10):
    s_next = s + grad**2
    return w - lr * grad / (torch.sqrt(s_next) + 1e-10), s_next


@mistake(
    "adagrad.no_brackets",
    loses=["adagrad.eps"],
    ko="괄호가 없어 ε을 나눈 결과에 더했습니다. (√s + ε)으로 나누세요.",
    en="Without brackets ε is added to the quotient. Divide by (√s + ε).",
)
def adagrad_step(w, s, grad, lr, eps=1e-10):
    s_next = s + grad**2
    return w - lr * grad / torch.sqrt(s_next) + eps, s_next


@mistake(
    "adagrad.optimizer",
    loses=["adagrad.values", "adagrad.eps"],
    ko="torch.optim을 사용했습니다. 이 문항은 식을 직접 계산해야 합니다.",
    en="torch.optim is used. In this item you compute the formula yourself.",
)
def adagrad_step(w, s, grad, lr, eps=1e-10):
    parameter = torch.nn.Parameter(w.clone())
    parameter.grad = grad.clone()
    torch.optim.Adagrad([parameter], lr=lr, eps=eps).step()
    return parameter.detach(), s + grad**2


@mistake(
    "rmsprop.dictionary",
    loses=["rmsprop.values", "rmsprop.eps"],
    ko="딕셔너리를 돌려주었습니다. (새 w, 새 s) 튜플을 돌려주세요.",
    en="A dict is returned. Return the tuple (new w, new s).",
)
def rmsprop_step(w, s, grad, lr, rho=0.99, eps=1e-8):
    s_next = rho * s + (1 - rho) * grad**2
    return {"w": w - lr * grad / (torch.sqrt(s_next) + eps), "s": s_next}


@mistake(
    "rmsprop.sign",
    loses=["rmsprop.values", "rmsprop.eps"],
    ko="기울기의 부호만 썼습니다. 기울기를 √s로 나누세요.",
    en="Only the sign of the gradient is used. Divide the gradient by √s.",
)
def rmsprop_step(w, s, grad, lr, rho=0.99, eps=1e-8):
    s_next = rho * s + (1 - rho) * grad**2
    return w - lr * torch.sign(grad), s_next


@mistake(
    "rmsprop.double",
    loses=["rmsprop.values"],
    ko="결과가 늘 float64입니다. dtype은 w와 같아야 합니다.",
    en="The result is always float64. It must have the dtype of w.",
)
def rmsprop_step(w, s, grad, lr, rho=0.99, eps=1e-8):
    s_next = rho * s + (1 - rho) * grad**2
    w_next = w - lr * grad / (torch.sqrt(s_next) + eps)
    return w_next.double(), s_next.double()


@mistake(
    "rmsprop.eps_beside_the_rate",
    loses=["rmsprop.eps"],
    ko="lr만 √s로 나누고 ε을 더했습니다. (√s + ε)으로 나누세요.",
    en="Only lr is divided by √s, and ε is added. Divide by (√s + ε).",
)
def rmsprop_step(w, s, grad, lr, rho=0.99, eps=1e-8):
    s_next = rho * s + (1 - rho) * grad**2
    return w - (lr / torch.sqrt(s_next) + eps) * grad, s_next


@mistake(
    "rmsprop.clamped",
    loses=["rmsprop.eps"],
    ko="√s가 eps보다 작을 때만 eps로 바꾸었습니다. 식은 √s에 ε을 더합니다.",
    en="√s is replaced by eps where it is smaller. The formula adds ε to √s.",
)
def rmsprop_step(w, s, grad, lr, rho=0.99, eps=1e-8):
    s_next = rho * s + (1 - rho) * grad**2
    return w - lr * grad / torch.sqrt(s_next).clamp(min=eps), s_next


@mistake(
    "rmsprop.sum",
    loses=["rmsprop.values", "rmsprop.eps"],
    ko="AdaGrad처럼 제곱을 더하기만 했습니다. RMSProp은 이동 평균을 냅니다.",
    en="The squares are added up, as in AdaGrad. RMSProp takes a moving average.",
)
def rmsprop_step(w, s, grad, lr, rho=0.99, eps=1e-8):
    s_next = s + grad**2
    return w - lr * grad / (torch.sqrt(s_next) + eps), s_next


@mistake(
    "rmsprop.decayed_sum",
    loses=["rmsprop.values", "rmsprop.eps"],
    ko="새 제곱에 (1 − ρ)를 곱하지 않았습니다.",
    en="The new square is not multiplied by (1 − ρ).",
)
def rmsprop_step(w, s, grad, lr, rho=0.99, eps=1e-8):
    s_next = rho * s + grad**2
    return w - lr * grad / (torch.sqrt(s_next) + eps), s_next


@mistake(
    "rmsprop.swapped_rho",
    loses=["rmsprop.values", "rmsprop.eps"],
    ko="ρ와 (1 − ρ)의 자리가 바뀌었습니다. ρ는 예전 s에 곱합니다.",
    en="ρ and (1 − ρ) are swapped. It is the earlier s that ρ belongs to.",
)
def rmsprop_step(w, s, grad, lr, rho=0.99, eps=1e-8):
    s_next = (1 - rho) * s + rho * grad**2
    return w - lr * grad / (torch.sqrt(s_next) + eps), s_next


@mistake(
    "rmsprop.fixed_rho",
    loses=["rmsprop.values", "rmsprop.eps"],
    ko="rho 인자 대신 0.99를 사용했습니다.",
    en="0.99 is used in place of the argument rho.",
)
def rmsprop_step(w, s, grad, lr, rho=0.99, eps=1e-8):
    s_next = 0.99 * s + 0.01 * grad**2
    return w - lr * grad / (torch.sqrt(s_next) + eps), s_next


@mistake(
    "rmsprop.lr_in_s",
    loses=["rmsprop.values", "rmsprop.eps"],
    ko="학습률이 s 안에 들어갔습니다. s에는 기울기의 제곱만 들어갑니다.",
    en="The learning rate is inside s. Only the squared gradient goes into it.",
)
def rmsprop_step(w, s, grad, lr, rho=0.99, eps=1e-8):
    s_next = rho * s + (1 - rho) * (lr * grad) ** 2
    return w - lr * grad / (torch.sqrt(s_next) + eps), s_next


@mistake(
    "rmsprop.no_square",
    loses=["rmsprop.values", "rmsprop.eps"],
    ko="기울기를 제곱하지 않고 절댓값을 넣었습니다.",
    en="Absolute gradients go into s where their squares belong.",
)
def rmsprop_step(w, s, grad, lr, rho=0.99, eps=1e-8):
    s_next = rho * s + (1 - rho) * grad.abs()
    return w - lr * grad / (torch.sqrt(s_next) + eps), s_next


@mistake(
    "rmsprop.no_carry",
    loses=["rmsprop.values", "rmsprop.eps"],
    ko="예전 s를 사용하지 않았습니다.",
    en="The earlier s is not used.",
)
def rmsprop_step(w, s, grad, lr, rho=0.99, eps=1e-8):
    s_next = (1 - rho) * grad**2
    return w - lr * grad / (torch.sqrt(s_next) + eps), s_next


@mistake(
    "rmsprop.old_s",
    loses=["rmsprop.values", "rmsprop.eps"],
    ko="예전 s의 제곱근으로 나누었습니다. 지금의 기울기까지 넣은 새 s로 나누세요.",
    en="It divides by the root of the earlier s. Divide by that of the new one.",
)
def rmsprop_step(w, s, grad, lr, rho=0.99, eps=1e-8):
    return w - lr * grad / (torch.sqrt(s) + eps), rho * s + (1 - rho) * grad**2


@mistake(
    "rmsprop.no_root",
    loses=["rmsprop.values", "rmsprop.eps"],
    ko="s로 나누었습니다. s의 제곱근으로 나누세요.",
    en="It divides by s. Divide by its square root.",
)
def rmsprop_step(w, s, grad, lr, rho=0.99, eps=1e-8):
    s_next = rho * s + (1 - rho) * grad**2
    return w - lr * grad / (s_next + eps), s_next


@mistake(
    "rmsprop.no_division",
    loses=["rmsprop.values", "rmsprop.eps"],
    ko="보폭을 s의 제곱근으로 나누지 않았습니다.",
    en="The step is not divided by the root of s.",
)
def rmsprop_step(w, s, grad, lr, rho=0.99, eps=1e-8):
    return w - lr * grad, rho * s + (1 - rho) * grad**2


@mistake(
    "rmsprop.plus",
    loses=["rmsprop.values", "rmsprop.eps"],
    ko="부호가 반대입니다. w에서 빼야 합니다.",
    en="The sign is wrong: subtract from w.",
)
def rmsprop_step(w, s, grad, lr, rho=0.99, eps=1e-8):
    s_next = rho * s + (1 - rho) * grad**2
    return w + lr * grad / (torch.sqrt(s_next) + eps), s_next


@mistake(
    "rmsprop.no_lr",
    loses=["rmsprop.values", "rmsprop.eps"],
    ko="학습률 lr을 곱하지 않았습니다.",
    en="The learning rate lr is missing.",
)
def rmsprop_step(w, s, grad, lr, rho=0.99, eps=1e-8):
    s_next = rho * s + (1 - rho) * grad**2
    return w - grad / (torch.sqrt(s_next) + eps), s_next


@mistake(
    "rmsprop.order",
    loses=["rmsprop.values", "rmsprop.eps"],
    ko="돌려주는 순서가 바뀌었습니다. (새 w, 새 s)입니다.",
    en="The two results are in the wrong order: it is (new w, new s).",
)
def rmsprop_step(w, s, grad, lr, rho=0.99, eps=1e-8):
    s_next = rho * s + (1 - rho) * grad**2
    return s_next, w - lr * grad / (torch.sqrt(s_next) + eps)


@mistake(
    "rmsprop.only_w",
    loses=["rmsprop.values", "rmsprop.eps"],
    ko="w만 돌려주었습니다. 새 s도 돌려주세요.",
    en="Only w is returned. Return the new s too.",
)
def rmsprop_step(w, s, grad, lr, rho=0.99, eps=1e-8):
    s_next = rho * s + (1 - rho) * grad**2
    return w - lr * grad / (torch.sqrt(s_next) + eps)


@mistake(
    "rmsprop.old_s_returned",
    loses=["rmsprop.values"],
    ko="s는 새 값이 아니라 받은 그대로 돌려주었습니다.",
    en="The s you return is the one you were given, not the new one.",
)
def rmsprop_step(w, s, grad, lr, rho=0.99, eps=1e-8):
    s_next = rho * s + (1 - rho) * grad**2
    return w - lr * grad / (torch.sqrt(s_next) + eps), s.clone()


@mistake(
    "rmsprop.root_returned",
    loses=["rmsprop.values"],
    ko="s의 제곱근을 돌려주었습니다. 다음 걸음에 쓸 s 자체를 돌려주세요.",
    en="The root of s is returned. Return s itself, for the next step.",
)
def rmsprop_step(w, s, grad, lr, rho=0.99, eps=1e-8):
    s_next = rho * s + (1 - rho) * grad**2
    return w - lr * grad / (torch.sqrt(s_next) + eps), torch.sqrt(s_next)


@mistake(
    "rmsprop.inplace",
    loses=["rmsprop.values"],
    ko="값은 맞지만 s가 변경되었습니다. +=이나 mul_ 대신 새 텐서를 만드세요.",
    en="The values are right, but s is changed. Make a new tensor in place of += or mul_.",
)
def rmsprop_step(w, s, grad, lr, rho=0.99, eps=1e-8):
    s.mul_(rho).add_((1 - rho) * grad**2)
    return w - lr * grad / (torch.sqrt(s) + eps), s


@mistake(
    "rmsprop.inplace_w",
    loses=["rmsprop.values"],
    ko="w -= …는 받은 w 자체를 바꿉니다. 새 텐서를 만드세요.",
    en="w -= … changes the w that was passed in. Make a new tensor.",
)
def rmsprop_step(w, s, grad, lr, rho=0.99, eps=1e-8):
    s_next = rho * s + (1 - rho) * grad**2
    w -= lr * grad / (torch.sqrt(s_next) + eps)
    return w, s_next


@mistake(
    "rmsprop.float32",
    loses=["rmsprop.values"],
    ko="결과가 늘 float32입니다. dtype은 w와 같아야 합니다.",
    en="The result is always float32. It must have the dtype of w.",
)
def rmsprop_step(w, s, grad, lr, rho=0.99, eps=1e-8):
    s_next = rho * s + (1 - rho) * grad**2
    w_next = w - lr * grad / (torch.sqrt(s_next) + eps)
    return w_next.float(), s_next.float()


@mistake(
    "rmsprop.eps_inside",
    loses=["rmsprop.eps"],
    ko="ε을 루트 안에 넣었습니다. √s를 구한 다음에 더하세요.",
    en="ε is inside the root. Take √s first, and add ε to it.",
)
def rmsprop_step(w, s, grad, lr, rho=0.99, eps=1e-8):
    s_next = rho * s + (1 - rho) * grad**2
    return w - lr * grad / torch.sqrt(s_next + eps), s_next


@mistake(
    "rmsprop.no_eps",
    loses=["rmsprop.eps"],
    ko="ε이 없습니다. s와 grad가 0이면 0으로 나누어 nan이 됩니다.",
    en="ε is missing. Where s and grad are 0, it divides by 0 and gives nan.",
)
def rmsprop_step(w, s, grad, lr, rho=0.99, eps=1e-8):
    s_next = rho * s + (1 - rho) * grad**2
    return w - lr * grad / torch.sqrt(s_next), s_next


@mistake(
    "rmsprop.fixed_eps",
    loses=["rmsprop.eps"],
    ko="eps 인자 대신 1e-8을 사용했습니다.",
    en="1e-8 is used in place of the argument eps.",
)
def rmsprop_step(w, s, grad, lr, rho=0.99, eps=1e-8):
    s_next = rho * s + (1 - rho) * grad**2
    return w - lr * grad / (torch.sqrt(s_next) + 1e-8), s_next


@mistake(
    "rmsprop.no_brackets",
    loses=["rmsprop.eps"],
    ko="괄호가 없어 ε을 나눈 결과에 더했습니다. (√s + ε)으로 나누세요.",
    en="Without brackets ε is added to the quotient. Divide by (√s + ε).",
)
def rmsprop_step(w, s, grad, lr, rho=0.99, eps=1e-8):
    s_next = rho * s + (1 - rho) * grad**2
    return w - lr * grad / torch.sqrt(s_next) + eps, s_next


@mistake(
    "rmsprop.optimizer",
    loses=["rmsprop.values", "rmsprop.eps"],
    ko="torch.optim을 사용했습니다. 이 문항은 식을 직접 계산해야 합니다.",
    en="torch.optim is used. In this item you compute the formula yourself.",
)
def rmsprop_step(w, s, grad, lr, rho=0.99, eps=1e-8):
    parameter = torch.nn.Parameter(w.clone())
    parameter.grad = grad.clone()
    torch.optim.RMSprop([parameter], lr=lr, eps=eps).step()
    return parameter.detach(), rho * s + (1 - rho) * grad**2


@mistake(
    "adadelta.rmsprop",
    loses=["adadelta"],
    ko="RMSProp처럼 √s로만 나누었습니다. 움직인 양 √(d + ε)도 곱해야 합니다.",
    en="It only divides by √s, as RMSProp does. It takes √(d + ε) as a factor too.",
)
def adadelta_step(w, s, d, grad, lr=1.0, rho=0.9, eps=1e-6):
    s_next = rho * s + (1 - rho) * grad**2
    u = grad / (torch.sqrt(s_next) + eps)
    d_next = rho * d + (1 - rho) * u**2
    return w - lr * u, s_next, d_next


@mistake(
    "adadelta.new_d",
    loses=["adadelta"],
    ko="d를 먼저 갱신한 다음 w를 움직였습니다. u를 구할 때 d는 예전 값입니다.",
    en="d is updated before w moves. In u it is the earlier d.",
)
def adadelta_step(w, s, d, grad, lr=1.0, rho=0.9, eps=1e-6):
    s_next = rho * s + (1 - rho) * grad**2
    u = torch.sqrt(d + eps) / torch.sqrt(s_next + eps) * grad
    d_next = rho * d + (1 - rho) * u**2
    return w - lr * torch.sqrt(d_next + eps) / torch.sqrt(s_next + eps) * grad, s_next, d_next


@mistake(
    "adadelta.lr_in_d",
    loses=["adadelta"],
    ko="학습률을 곱한 양을 d에 넣었습니다. d에는 u의 제곱만 들어갑니다.",
    en="The learning rate is inside d. Only the square of u goes into it.",
)
def adadelta_step(w, s, d, grad, lr=1.0, rho=0.9, eps=1e-6):
    s_next = rho * s + (1 - rho) * grad**2
    u = lr * torch.sqrt(d + eps) / torch.sqrt(s_next + eps) * grad
    d_next = rho * d + (1 - rho) * u**2
    return w - u, s_next, d_next


@mistake(
    "adadelta.no_lr",
    loses=["adadelta"],
    ko="학습률 lr을 곱하지 않았습니다. 기본값은 1이지만 다른 값도 들어옵니다.",
    en="The learning rate lr is missing. It is 1 by default, but other values come in too.",
)
def adadelta_step(w, s, d, grad, lr=1.0, rho=0.9, eps=1e-6):
    s_next = rho * s + (1 - rho) * grad**2
    u = torch.sqrt(d + eps) / torch.sqrt(s_next + eps) * grad
    d_next = rho * d + (1 - rho) * u**2
    return w - u, s_next, d_next


@mistake(
    "adadelta.gradient_in_d",
    loses=["adadelta"],
    ko="d에 기울기의 제곱을 넣었습니다. 움직인 양 u의 제곱을 넣으세요.",
    en="The squared gradient goes into d. Take the square of the update u.",
)
def adadelta_step(w, s, d, grad, lr=1.0, rho=0.9, eps=1e-6):
    s_next = rho * s + (1 - rho) * grad**2
    u = torch.sqrt(d + eps) / torch.sqrt(s_next + eps) * grad
    return w - lr * u, s_next, rho * d + (1 - rho) * grad**2


@mistake(
    "adadelta.u_not_squared",
    loses=["adadelta"],
    ko="d에 u를 제곱하지 않고 넣었습니다.",
    en="u goes into d without being squared.",
)
def adadelta_step(w, s, d, grad, lr=1.0, rho=0.9, eps=1e-6):
    s_next = rho * s + (1 - rho) * grad**2
    u = torch.sqrt(d + eps) / torch.sqrt(s_next + eps) * grad
    return w - lr * u, s_next, rho * d + (1 - rho) * u.abs()


@mistake(
    "adadelta.eps_outside",
    loses=["adadelta"],
    ko="ε을 루트 밖에서 더했습니다. AdaDelta에서는 두 루트 안에 있습니다.",
    en="ε is outside the roots. In AdaDelta it stands inside both.",
)
def adadelta_step(w, s, d, grad, lr=1.0, rho=0.9, eps=1e-6):
    s_next = rho * s + (1 - rho) * grad**2
    u = (torch.sqrt(d) + eps) / (torch.sqrt(s_next) + eps) * grad
    d_next = rho * d + (1 - rho) * u**2
    return w - lr * u, s_next, d_next


@mistake(
    "adadelta.no_eps",
    loses=["adadelta"],
    ko="ε이 없어 d = 0에서 한 걸음도 움직이지 못합니다.",
    en="Without ε it never takes a step from d = 0.",
)
def adadelta_step(w, s, d, grad, lr=1.0, rho=0.9, eps=1e-6):
    s_next = rho * s + (1 - rho) * grad**2
    u = torch.sqrt(d) / torch.sqrt(s_next) * grad
    d_next = rho * d + (1 - rho) * u**2
    return w - lr * u, s_next, d_next


@mistake(
    "adadelta.eps_below_only",
    loses=["adadelta"],
    ko="분자의 루트에 ε이 빠졌습니다. d = 0에서는 움직이지 못합니다.",
    en="ε is missing in the upper root. From d = 0 it does not move.",
)
def adadelta_step(w, s, d, grad, lr=1.0, rho=0.9, eps=1e-6):
    s_next = rho * s + (1 - rho) * grad**2
    u = torch.sqrt(d) / torch.sqrt(s_next + eps) * grad
    d_next = rho * d + (1 - rho) * u**2
    return w - lr * u, s_next, d_next


@mistake(
    "adadelta.old_s",
    loses=["adadelta"],
    ko="예전 s로 u를 구했습니다. s를 먼저 갱신하세요.",
    en="u is computed with the earlier s. Update s first.",
)
def adadelta_step(w, s, d, grad, lr=1.0, rho=0.9, eps=1e-6):
    s_next = rho * s + (1 - rho) * grad**2
    u = torch.sqrt(d + eps) / torch.sqrt(s + eps) * grad
    d_next = rho * d + (1 - rho) * u**2
    return w - lr * u, s_next, d_next


@mistake(
    "adadelta.upside_down",
    loses=["adadelta"],
    ko="u의 분자와 분모가 바뀌었습니다. √(d + ε)이 위입니다.",
    en="The fraction in u is upside down: √(d + ε) stands above.",
)
def adadelta_step(w, s, d, grad, lr=1.0, rho=0.9, eps=1e-6):
    s_next = rho * s + (1 - rho) * grad**2
    u = torch.sqrt(s_next + eps) / torch.sqrt(d + eps) * grad
    d_next = rho * d + (1 - rho) * u**2
    return w - lr * u, s_next, d_next


@mistake(
    "adadelta.no_roots",
    loses=["adadelta"],
    ko="루트 없이 나누었습니다. √(d + ε)과 √(s + ε)입니다.",
    en="The roots are missing: it is √(d + ε) and √(s + ε).",
)
def adadelta_step(w, s, d, grad, lr=1.0, rho=0.9, eps=1e-6):
    s_next = rho * s + (1 - rho) * grad**2
    u = (d + eps) / (s_next + eps) * grad
    d_next = rho * d + (1 - rho) * u**2
    return w - lr * u, s_next, d_next


@mistake(
    "adadelta.no_gradient",
    loses=["adadelta"],
    ko="u에 기울기를 곱하지 않았습니다.",
    en="u is not multiplied by the gradient.",
)
def adadelta_step(w, s, d, grad, lr=1.0, rho=0.9, eps=1e-6):
    s_next = rho * s + (1 - rho) * grad**2
    u = torch.sqrt(d + eps) / torch.sqrt(s_next + eps)
    d_next = rho * d + (1 - rho) * u**2
    return w - lr * u, s_next, d_next


@mistake(
    "adadelta.sum",
    loses=["adadelta"],
    ko="s에 제곱을 더하기만 했습니다. 이동 평균을 내야 합니다.",
    en="The squares are added up in s. It takes a moving average.",
)
def adadelta_step(w, s, d, grad, lr=1.0, rho=0.9, eps=1e-6):
    s_next = s + grad**2
    u = torch.sqrt(d + eps) / torch.sqrt(s_next + eps) * grad
    d_next = rho * d + (1 - rho) * u**2
    return w - lr * u, s_next, d_next


@mistake(
    "adadelta.swapped_rho",
    loses=["adadelta"],
    ko="ρ와 (1 − ρ)의 자리가 바뀌었습니다. ρ는 예전 값에 곱합니다.",
    en="ρ and (1 − ρ) are swapped. It is the earlier value that ρ belongs to.",
)
def adadelta_step(w, s, d, grad, lr=1.0, rho=0.9, eps=1e-6):
    s_next = (1 - rho) * s + rho * grad**2
    u = torch.sqrt(d + eps) / torch.sqrt(s_next + eps) * grad
    d_next = (1 - rho) * d + rho * u**2
    return w - lr * u, s_next, d_next


@mistake(
    "adadelta.fixed_numbers",
    loses=["adadelta"],
    ko="rho와 eps 인자 대신 0.9와 1e-6을 사용했습니다.",
    en="0.9 and 1e-6 are used in place of the arguments rho and eps.",
)
def adadelta_step(w, s, d, grad, lr=1.0, rho=0.9, eps=1e-6):
    s_next = 0.9 * s + 0.1 * grad**2
    u = torch.sqrt(d + 1e-6) / torch.sqrt(s_next + 1e-6) * grad
    return w - lr * u, s_next, 0.9 * d + 0.1 * u**2


@mistake(
    "adadelta.plus",
    loses=["adadelta"],
    ko="부호가 반대입니다. w에서 η × u를 빼세요.",
    en="The sign is wrong: subtract η × u from w.",
)
def adadelta_step(w, s, d, grad, lr=1.0, rho=0.9, eps=1e-6):
    s_next = rho * s + (1 - rho) * grad**2
    u = torch.sqrt(d + eps) / torch.sqrt(s_next + eps) * grad
    d_next = rho * d + (1 - rho) * u**2
    return w + lr * u, s_next, d_next


@mistake(
    "adadelta.order",
    loses=["adadelta"],
    ko="돌려주는 순서가 바뀌었습니다. (새 w, 새 s, 새 d)입니다.",
    en="The results are in the wrong order: it is (new w, new s, new d).",
)
def adadelta_step(w, s, d, grad, lr=1.0, rho=0.9, eps=1e-6):
    s_next = rho * s + (1 - rho) * grad**2
    u = torch.sqrt(d + eps) / torch.sqrt(s_next + eps) * grad
    d_next = rho * d + (1 - rho) * u**2
    return w - lr * u, d_next, s_next


@mistake(
    "adadelta.old_d_returned",
    loses=["adadelta"],
    ko="d는 새 값이 아니라 받은 그대로 돌려주었습니다.",
    en="The d you return is the one you were given, not the new one.",
)
def adadelta_step(w, s, d, grad, lr=1.0, rho=0.9, eps=1e-6):
    s_next = rho * s + (1 - rho) * grad**2
    u = torch.sqrt(d + eps) / torch.sqrt(s_next + eps) * grad
    return w - lr * u, s_next, d.clone()


@mistake(
    "adadelta.update_returned",
    loses=["adadelta"],
    ko="d 자리에 움직인 양 u를 돌려주었습니다. 그 제곱의 이동 평균을 돌려주세요.",
    en="The update u is returned in the place of d, which is the moving average of its square.",
)
def adadelta_step(w, s, d, grad, lr=1.0, rho=0.9, eps=1e-6):
    s_next = rho * s + (1 - rho) * grad**2
    u = torch.sqrt(d + eps) / torch.sqrt(s_next + eps) * grad
    return w - lr * u, s_next, u


@mistake(
    "adadelta.only_w_and_s",
    loses=["adadelta"],
    ko="새 d를 돌려주지 않았습니다. (새 w, 새 s, 새 d)를 돌려주세요.",
    en="The new d is not returned. Return (new w, new s, new d).",
)
def adadelta_step(w, s, d, grad, lr=1.0, rho=0.9, eps=1e-6):
    s_next = rho * s + (1 - rho) * grad**2
    u = torch.sqrt(d + eps) / torch.sqrt(s_next + eps) * grad
    return w - lr * u, s_next


@mistake(
    "adadelta.inplace",
    loses=["adadelta"],
    ko="값은 맞지만 입력 텐서가 변경되었습니다. mul_이나 -= 대신 새 텐서를 만드세요.",
    en="The values are right, but the arguments are changed. Make new tensors, without mul_ or -=.",
)
def adadelta_step(w, s, d, grad, lr=1.0, rho=0.9, eps=1e-6):
    s.mul_(rho).add_((1 - rho) * grad**2)
    u = torch.sqrt(d + eps) / torch.sqrt(s + eps) * grad
    d.mul_(rho).add_((1 - rho) * u**2)
    w -= lr * u
    return w, s, d


@mistake(
    "adadelta.optimizer",
    loses=["adadelta"],
    ko="torch.optim을 사용했습니다. 이 문항은 식을 직접 계산해야 합니다.",
    en="torch.optim is used. In this item you compute the formula yourself.",
)
def adadelta_step(w, s, d, grad, lr=1.0, rho=0.9, eps=1e-6):
    s_next = rho * s + (1 - rho) * grad**2
    u = torch.sqrt(d + eps) / torch.sqrt(s_next + eps) * grad
    d_next = rho * d + (1 - rho) * u**2
    parameter = torch.nn.Parameter(w.clone())
    parameter.grad = grad.clone()
    torch.optim.Adadelta([parameter], lr=lr, rho=rho, eps=eps).step()
    return parameter.detach(), s_next, d_next


@mistake(
    "adam.swapped_betas",
    loses=["adam.moments", "adam.update", "adam.correction"],
    ko="β₁과 β₂가 바뀌었습니다. β₁은 m에, β₂는 v에 씁니다.",
    en="β₁ and β₂ are swapped: β₁ belongs to m, β₂ to v.",
)
def adam_step(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    if t < 1:
        raise ValueError
    m_next = beta2 * m + (1 - beta2) * grad
    v_next = beta1 * v + (1 - beta1) * grad**2
    m_hat = m_next / (1 - beta2**t)
    v_hat = v_next / (1 - beta1**t)
    return w - lr * m_hat / (torch.sqrt(v_hat) + eps), m_next, v_next


@mistake(
    "adam.beta_on_gradient",
    loses=["adam.moments", "adam.update", "adam.correction"],
    ko="β와 (1 − β)의 자리가 바뀌었습니다. β는 예전 값에 곱합니다.",
    en="β and (1 − β) are swapped. It is the earlier value that β belongs to.",
)
def adam_step(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    if t < 1:
        raise ValueError
    m_next = (1 - beta1) * m + beta1 * grad
    v_next = (1 - beta2) * v + beta2 * grad**2
    m_hat = m_next / (1 - beta1**t)
    v_hat = v_next / (1 - beta2**t)
    return w - lr * m_hat / (torch.sqrt(v_hat) + eps), m_next, v_next


@mistake(
    "adam.sums",
    loses=["adam.moments", "adam.update", "adam.correction"],
    ko="새 기울기에 (1 − β)를 곱하지 않았습니다.",
    en="The new gradient is not multiplied by (1 − β).",
)
def adam_step(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    if t < 1:
        raise ValueError
    m_next = beta1 * m + grad
    v_next = beta2 * v + grad**2
    m_hat = m_next / (1 - beta1**t)
    v_hat = v_next / (1 - beta2**t)
    return w - lr * m_hat / (torch.sqrt(v_hat) + eps), m_next, v_next


@mistake(
    "adam.no_square",
    loses=["adam.moments", "adam.update", "adam.correction"],
    ko="v에 기울기를 제곱하지 않고 넣었습니다.",
    en="The gradient goes into v without being squared.",
)
def adam_step(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    if t < 1:
        raise ValueError
    m_next = beta1 * m + (1 - beta1) * grad
    v_next = beta2 * v + (1 - beta2) * grad.abs()
    m_hat = m_next / (1 - beta1**t)
    v_hat = v_next / (1 - beta2**t)
    return w - lr * m_hat / (torch.sqrt(v_hat) + eps), m_next, v_next


@mistake(
    "adam.square_of_m",
    loses=["adam.moments", "adam.update", "adam.correction"],
    ko="v에 m의 제곱을 넣었습니다. 기울기의 제곱을 넣으세요.",
    en="The square of m goes into v. Take the square of the gradient.",
)
def adam_step(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    if t < 1:
        raise ValueError
    m_next = beta1 * m + (1 - beta1) * grad
    v_next = beta2 * v + (1 - beta2) * m_next**2
    m_hat = m_next / (1 - beta1**t)
    v_hat = v_next / (1 - beta2**t)
    return w - lr * m_hat / (torch.sqrt(v_hat) + eps), m_next, v_next


@mistake(
    "adam.variance",
    loses=["adam.moments", "adam.update", "adam.correction"],
    ko="v에 (grad − m)의 제곱을 넣었습니다. 기울기 자체의 제곱을 넣으세요.",
    en="The square of (grad − m) goes into v. Take the square of the gradient itself.",
)
def adam_step(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    if t < 1:
        raise ValueError
    m_next = beta1 * m + (1 - beta1) * grad
    v_next = beta2 * v + (1 - beta2) * (grad - m_next) ** 2
    m_hat = m_next / (1 - beta1**t)
    v_hat = v_next / (1 - beta2**t)
    return w - lr * m_hat / (torch.sqrt(v_hat) + eps), m_next, v_next


@mistake(
    "adam.fixed_betas",
    loses=["adam.moments", "adam.update", "adam.correction"],
    ko="beta1과 beta2 인자 대신 0.9와 0.999를 사용했습니다.",
    en="0.9 and 0.999 are used in place of the arguments beta1 and beta2.",
)
def adam_step(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    if t < 1:
        raise ValueError
    m_next = 0.9 * m + 0.1 * grad
    v_next = 0.999 * v + 0.001 * grad**2
    m_hat = m_next / (1 - 0.9**t)
    v_hat = v_next / (1 - 0.999**t)
    return w - lr * m_hat / (torch.sqrt(v_hat) + eps), m_next, v_next


@mistake(
    "adam.no_carry",
    loses=["adam.moments", "adam.update", "adam.correction"],
    ko="예전 m과 v를 사용하지 않았습니다.",
    en="The earlier m and v are not used.",
)
def adam_step(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    if t < 1:
        raise ValueError
    m_next = (1 - beta1) * grad
    v_next = (1 - beta2) * grad**2
    m_hat = m_next / (1 - beta1**t)
    v_hat = v_next / (1 - beta2**t)
    return w - lr * m_hat / (torch.sqrt(v_hat) + eps), m_next, v_next


@mistake(
    "adam.order",
    loses=["adam.moments", "adam.update", "adam.correction"],
    ko="돌려주는 순서가 바뀌었습니다. (새 w, 새 m, 새 v)입니다.",
    en="The results are in the wrong order: it is (new w, new m, new v).",
)
def adam_step(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    if t < 1:
        raise ValueError
    m_next = beta1 * m + (1 - beta1) * grad
    v_next = beta2 * v + (1 - beta2) * grad**2
    m_hat = m_next / (1 - beta1**t)
    v_hat = v_next / (1 - beta2**t)
    return m_next, v_next, w - lr * m_hat / (torch.sqrt(v_hat) + eps)


@mistake(
    "adam.only_w",
    loses=["adam.moments", "adam.update", "adam.correction"],
    ko="w만 돌려주었습니다. 새 m과 새 v도 돌려주세요.",
    en="Only w is returned. Return the new m and the new v too.",
)
def adam_step(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    if t < 1:
        raise ValueError
    m_next = beta1 * m + (1 - beta1) * grad
    v_next = beta2 * v + (1 - beta2) * grad**2
    m_hat = m_next / (1 - beta1**t)
    v_hat = v_next / (1 - beta2**t)
    return w - lr * m_hat / (torch.sqrt(v_hat) + eps)


@mistake(
    "adam.optimizer",
    loses=["adam.moments", "adam.update", "adam.correction"],
    ko="torch.optim을 사용했습니다. 이 문항은 식을 직접 계산해야 합니다.",
    en="torch.optim is used. In this item you compute the formula yourself.",
)
def adam_step(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    if t < 1:
        raise ValueError
    m_next = beta1 * m + (1 - beta1) * grad
    v_next = beta2 * v + (1 - beta2) * grad**2
    parameter = torch.nn.Parameter(w.clone())
    parameter.grad = grad.clone()
    torch.optim.Adam([parameter], lr=lr, betas=(beta1, beta2), eps=eps).step()
    return parameter.detach(), m_next, v_next


@mistake(
    "adam.corrected_returned",
    loses=["adam.moments"],
    ko="보정한 m과 v를 돌려주었습니다. 다음 걸음에 쓸, 보정하기 전의 값을 돌려주세요.",
    en="The corrected m and v are returned. Return them as they are before the correction, for the next step.",
)
def adam_step(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    if t < 1:
        raise ValueError
    m_next = beta1 * m + (1 - beta1) * grad
    v_next = beta2 * v + (1 - beta2) * grad**2
    m_hat = m_next / (1 - beta1**t)
    v_hat = v_next / (1 - beta2**t)
    return w - lr * m_hat / (torch.sqrt(v_hat) + eps), m_hat, v_hat


@mistake(
    "adam.old_moments_returned",
    loses=["adam.moments"],
    ko="m과 v는 새 값이 아니라 받은 그대로 돌려주었습니다.",
    en="The m and v you return are those you were given, not the new ones.",
)
def adam_step(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    if t < 1:
        raise ValueError
    m_next = beta1 * m + (1 - beta1) * grad
    v_next = beta2 * v + (1 - beta2) * grad**2
    m_hat = m_next / (1 - beta1**t)
    v_hat = v_next / (1 - beta2**t)
    return w - lr * m_hat / (torch.sqrt(v_hat) + eps), m.clone(), v.clone()


@mistake(
    "adam.moments_swapped",
    loses=["adam.moments"],
    ko="m과 v의 순서가 바뀌었습니다. (새 w, 새 m, 새 v)입니다.",
    en="m and v are in the wrong order: it is (new w, new m, new v).",
)
def adam_step(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    if t < 1:
        raise ValueError
    m_next = beta1 * m + (1 - beta1) * grad
    v_next = beta2 * v + (1 - beta2) * grad**2
    m_hat = m_next / (1 - beta1**t)
    v_hat = v_next / (1 - beta2**t)
    return w - lr * m_hat / (torch.sqrt(v_hat) + eps), v_next, m_next


@mistake(
    "adam.inplace",
    loses=["adam.moments"],
    ko="값은 맞지만 입력 텐서가 변경되었습니다. mul_이나 -= 대신 새 텐서를 만드세요.",
    en="The values are right, but the arguments are changed. Make new tensors, without mul_ or -=.",
)
def adam_step(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    if t < 1:
        raise ValueError
    m.mul_(beta1).add_((1 - beta1) * grad)
    v.mul_(beta2).add_((1 - beta2) * grad**2)
    w -= lr * (m / (1 - beta1**t)) / (torch.sqrt(v / (1 - beta2**t)) + eps)
    return w, m, v


@mistake(
    "adam.inplace_w",
    loses=["adam.moments"],
    ko="w -= …는 받은 w 자체를 바꿉니다. 새 텐서를 만드세요.",
    en="w -= … changes the w that was passed in. Make a new tensor.",
)
def adam_step(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    if t < 1:
        raise ValueError
    m_next = beta1 * m + (1 - beta1) * grad
    v_next = beta2 * v + (1 - beta2) * grad**2
    m_hat = m_next / (1 - beta1**t)
    v_hat = v_next / (1 - beta2**t)
    w -= lr * m_hat / (torch.sqrt(v_hat) + eps)
    return w, m_next, v_next


@mistake(
    "adam.float32",
    loses=["adam.moments"],
    ko="결과가 늘 float32입니다. dtype은 w와 같아야 합니다.",
    en="The results are always float32. They must have the dtype of w.",
)
def adam_step(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    if t < 1:
        raise ValueError
    m_next = beta1 * m + (1 - beta1) * grad
    v_next = beta2 * v + (1 - beta2) * grad**2
    m_hat = m_next / (1 - beta1**t)
    v_hat = v_next / (1 - beta2**t)
    w_next = w - lr * m_hat / (torch.sqrt(v_hat) + eps)
    return w_next.float(), m_next.float(), v_next.float()


@mistake(
    "adam.no_root",
    loses=["adam.update", "adam.correction"],
    ko="v̂으로 나누었습니다. v̂의 제곱근으로 나누세요.",
    en="It divides by v̂. Divide by its square root.",
)
def adam_step(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    if t < 1:
        raise ValueError
    m_next = beta1 * m + (1 - beta1) * grad
    v_next = beta2 * v + (1 - beta2) * grad**2
    m_hat = m_next / (1 - beta1**t)
    v_hat = v_next / (1 - beta2**t)
    return w - lr * m_hat / (v_hat + eps), m_next, v_next


@mistake(
    "adam.gradient_for_m",
    loses=["adam.update", "adam.correction"],
    ko="m̂ 대신 지금의 기울기로 움직였습니다.",
    en="It moves by the present gradient in place of m̂.",
)
def adam_step(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    if t < 1:
        raise ValueError
    m_next = beta1 * m + (1 - beta1) * grad
    v_next = beta2 * v + (1 - beta2) * grad**2
    v_hat = v_next / (1 - beta2**t)
    return w - lr * grad / (torch.sqrt(v_hat) + eps), m_next, v_next


@mistake(
    "adam.old_moments",
    loses=["adam.update", "adam.correction"],
    ko="예전 m과 v로 w를 움직였습니다. 새 값으로 움직이세요.",
    en="w moves by the earlier m and v. Use the new ones.",
)
def adam_step(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    if t < 1:
        raise ValueError
    m_next = beta1 * m + (1 - beta1) * grad
    v_next = beta2 * v + (1 - beta2) * grad**2
    m_hat = m / (1 - beta1**t)
    v_hat = v / (1 - beta2**t)
    return w - lr * m_hat / (torch.sqrt(v_hat) + eps), m_next, v_next


@mistake(
    "adam.plus",
    loses=["adam.update", "adam.correction"],
    ko="부호가 반대입니다. w에서 빼야 합니다.",
    en="The sign is wrong: subtract from w.",
)
def adam_step(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    if t < 1:
        raise ValueError
    m_next = beta1 * m + (1 - beta1) * grad
    v_next = beta2 * v + (1 - beta2) * grad**2
    m_hat = m_next / (1 - beta1**t)
    v_hat = v_next / (1 - beta2**t)
    return w + lr * m_hat / (torch.sqrt(v_hat) + eps), m_next, v_next


@mistake(
    "adam.no_lr",
    loses=["adam.update", "adam.correction"],
    ko="학습률 lr을 곱하지 않았습니다.",
    en="The learning rate lr is missing.",
)
def adam_step(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    if t < 1:
        raise ValueError
    m_next = beta1 * m + (1 - beta1) * grad
    v_next = beta2 * v + (1 - beta2) * grad**2
    m_hat = m_next / (1 - beta1**t)
    v_hat = v_next / (1 - beta2**t)
    return w - m_hat / (torch.sqrt(v_hat) + eps), m_next, v_next


@mistake(
    "adam.fixed_t",
    loses=["adam.update", "adam.correction"],
    ko="t를 쓰지 않고 늘 (1 − β)로 나누었습니다. (1 − β의 t제곱)으로 나누세요.",
    en="It always divides by (1 − β), without t. Divide by 1 minus β to the power of t.",
)
def adam_step(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    if t < 1:
        raise ValueError
    m_next = beta1 * m + (1 - beta1) * grad
    v_next = beta2 * v + (1 - beta2) * grad**2
    m_hat = m_next / (1 - beta1)
    v_hat = v_next / (1 - beta2)
    return w - lr * m_hat / (torch.sqrt(v_hat) + eps), m_next, v_next


@mistake(
    "adam.beta_times_t",
    loses=["adam.update", "adam.correction"],
    ko="β에 t를 곱했습니다. β의 t제곱은 beta**t입니다.",
    en="β is multiplied by t. Its power is beta**t.",
)
def adam_step(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    if t < 1:
        raise ValueError
    m_next = beta1 * m + (1 - beta1) * grad
    v_next = beta2 * v + (1 - beta2) * grad**2
    m_hat = m_next / (1 - beta1 * t)
    v_hat = (v_next / (1 - beta2 * t)).abs()
    return w - lr * m_hat / (torch.sqrt(v_hat) + eps), m_next, v_next


@mistake(
    "adam.no_correction",
    loses=["adam.correction"],
    ko="편향 보정이 없습니다. 처음 몇 걸음의 m과 v를 (1 − β의 t제곱)으로 나누세요.",
    en="There is no bias correction. Divide m and v by 1 minus β to the power of t.",
)
def adam_step(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    if t < 1:
        raise ValueError
    m_next = beta1 * m + (1 - beta1) * grad
    v_next = beta2 * v + (1 - beta2) * grad**2
    return w - lr * m_next / (torch.sqrt(v_next) + eps), m_next, v_next


@mistake(
    "adam.only_m_corrected",
    loses=["adam.correction"],
    ko="m만 보정했습니다. v도 보정해야 합니다.",
    en="Only m is corrected. v takes a correction too.",
)
def adam_step(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    if t < 1:
        raise ValueError
    m_next = beta1 * m + (1 - beta1) * grad
    v_next = beta2 * v + (1 - beta2) * grad**2
    m_hat = m_next / (1 - beta1**t)
    return w - lr * m_hat / (torch.sqrt(v_next) + eps), m_next, v_next


@mistake(
    "adam.only_v_corrected",
    loses=["adam.correction"],
    ko="v만 보정했습니다. m도 보정해야 합니다.",
    en="Only v is corrected. m takes a correction too.",
)
def adam_step(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    if t < 1:
        raise ValueError
    m_next = beta1 * m + (1 - beta1) * grad
    v_next = beta2 * v + (1 - beta2) * grad**2
    v_hat = v_next / (1 - beta2**t)
    return w - lr * m_next / (torch.sqrt(v_hat) + eps), m_next, v_next


@mistake(
    "adam.correction_multiplied",
    loses=["adam.correction"],
    ko="보정할 때 나누지 않고 곱했습니다.",
    en="The correction multiplies where it must divide.",
)
def adam_step(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    if t < 1:
        raise ValueError
    m_next = beta1 * m + (1 - beta1) * grad
    v_next = beta2 * v + (1 - beta2) * grad**2
    m_hat = m_next * (1 - beta1**t)
    v_hat = v_next * (1 - beta2**t)
    return w - lr * m_hat / (torch.sqrt(v_hat) + eps), m_next, v_next


@mistake(
    "adam.correction_swapped",
    loses=["adam.correction"],
    ko="보정에 쓰는 β₁과 β₂가 바뀌었습니다. m은 β₁, v는 β₂입니다.",
    en="β₁ and β₂ are swapped in the correction: β₁ belongs to m, β₂ to v.",
)
def adam_step(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    if t < 1:
        raise ValueError
    m_next = beta1 * m + (1 - beta1) * grad
    v_next = beta2 * v + (1 - beta2) * grad**2
    m_hat = m_next / (1 - beta2**t)
    v_hat = v_next / (1 - beta1**t)
    return w - lr * m_hat / (torch.sqrt(v_hat) + eps), m_next, v_next


@mistake(
    "adam.correction_of_the_root",
    loses=["adam.correction"],
    ko="√v를 보정했습니다. v를 보정한 다음에 제곱근을 구하세요.",
    en="The correction divides √v. Correct v first, and then take the root.",
)
def adam_step(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    if t < 1:
        raise ValueError
    m_next = beta1 * m + (1 - beta1) * grad
    v_next = beta2 * v + (1 - beta2) * grad**2
    m_hat = m_next / (1 - beta1**t)
    return w - lr * m_hat / (torch.sqrt(v_next) / (1 - beta2**t) + eps), m_next, v_next


@mistake(
    "adam.t_plus_1",
    loses=["adam.correction"],
    ko="t + 1로 보정했습니다. t는 이미 1부터 셉니다.",
    en="It is corrected with t + 1. t counts from 1 already.",
)
def adam_step(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    if t < 1:
        raise ValueError
    m_next = beta1 * m + (1 - beta1) * grad
    v_next = beta2 * v + (1 - beta2) * grad**2
    m_hat = m_next / (1 - beta1 ** (t + 1))
    v_hat = v_next / (1 - beta2 ** (t + 1))
    return w - lr * m_hat / (torch.sqrt(v_hat) + eps), m_next, v_next


@mistake(
    "adam.t_minus_1",
    loses=["adam.correction"],
    ko="t − 1로 보정했습니다. 첫 걸음(t = 1)에서 0으로 나누게 됩니다.",
    en="It is corrected with t − 1, and divides by 0 in the first step (t = 1).",
)
def adam_step(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    if t < 1:
        raise ValueError
    m_next = beta1 * m + (1 - beta1) * grad
    v_next = beta2 * v + (1 - beta2) * grad**2
    m_hat = m_next / (1 - beta1 ** (t - 1))
    v_hat = v_next / (1 - beta2 ** (t - 1))
    return w - lr * m_hat / (torch.sqrt(v_hat) + eps), m_next, v_next


@mistake(
    "adam.eps_inside",
    loses=["adam.correction"],
    ko="ε을 루트 안에 넣었습니다. √v̂을 구한 다음에 더하세요.",
    en="ε is inside the root. Take √v̂ first, and add ε to it.",
)
def adam_step(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    if t < 1:
        raise ValueError
    m_next = beta1 * m + (1 - beta1) * grad
    v_next = beta2 * v + (1 - beta2) * grad**2
    m_hat = m_next / (1 - beta1**t)
    v_hat = v_next / (1 - beta2**t)
    return w - lr * m_hat / torch.sqrt(v_hat + eps), m_next, v_next


@mistake(
    "adam.no_eps",
    loses=["adam.correction"],
    ko="ε이 없습니다. v와 grad가 0이면 0으로 나누어 nan이 됩니다.",
    en="ε is missing. Where v and grad are 0, it divides by 0 and gives nan.",
)
def adam_step(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    if t < 1:
        raise ValueError
    m_next = beta1 * m + (1 - beta1) * grad
    v_next = beta2 * v + (1 - beta2) * grad**2
    m_hat = m_next / (1 - beta1**t)
    v_hat = v_next / (1 - beta2**t)
    return w - lr * m_hat / torch.sqrt(v_hat), m_next, v_next


@mistake(
    "adam.no_brackets",
    loses=["adam.correction"],
    ko="괄호가 없어 ε을 나눈 결과에 더했습니다. (√v̂ + ε)으로 나누세요.",
    en="Without brackets ε is added to the quotient. Divide by (√v̂ + ε).",
)
def adam_step(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    if t < 1:
        raise ValueError
    m_next = beta1 * m + (1 - beta1) * grad
    v_next = beta2 * v + (1 - beta2) * grad**2
    m_hat = m_next / (1 - beta1**t)
    v_hat = v_next / (1 - beta2**t)
    return w - lr * m_hat / torch.sqrt(v_hat) + eps, m_next, v_next


@mistake(
    "adam.eps_before_correction",
    loses=["adam.correction"],
    ko="보정하기 전의 √v에 ε을 더했습니다. 보정한 √v̂에 더하세요.",
    en="ε is added to √v before the correction. Add it to the corrected √v̂.",
)
def adam_step(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    if t < 1:
        raise ValueError
    m_next = beta1 * m + (1 - beta1) * grad
    v_next = beta2 * v + (1 - beta2) * grad**2
    rate = lr * (1 - beta2**t) ** 0.5 / (1 - beta1**t)
    return w - rate * m_next / (torch.sqrt(v_next) + eps), m_next, v_next


@mistake(
    "adam.fixed_eps",
    loses=["adam.correction"],
    ko="eps 인자 대신 1e-8을 사용했습니다.",
    en="1e-8 is used in place of the argument eps.",
)
def adam_step(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    if t < 1:
        raise ValueError
    m_next = beta1 * m + (1 - beta1) * grad
    v_next = beta2 * v + (1 - beta2) * grad**2
    m_hat = m_next / (1 - beta1**t)
    v_hat = v_next / (1 - beta2**t)
    return w - lr * m_hat / (torch.sqrt(v_hat) + 1e-8), m_next, v_next


@mistake(
    "adam.no_check",
    loses=["adam.correction"],
    ko="t가 1보다 작으면 ValueError가 필요합니다.",
    en="It takes a ValueError where t is below 1.",
)
def adam_step(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    t = max(t, 1)
    m_next = beta1 * m + (1 - beta1) * grad
    v_next = beta2 * v + (1 - beta2) * grad**2
    m_hat = m_next / (1 - beta1**t)
    v_hat = v_next / (1 - beta2**t)
    return w - lr * m_hat / (torch.sqrt(v_hat) + eps), m_next, v_next


@mistake(
    "adam.only_zero_checked",
    loses=["adam.correction"],
    ko="t가 음수일 때도 ValueError가 필요합니다.",
    en="It takes a ValueError where t is negative too.",
)
def adam_step(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    if t == 0:
        raise ValueError
    m_next = beta1 * m + (1 - beta1) * grad
    v_next = beta2 * v + (1 - beta2) * grad**2
    m_hat = m_next / (1 - beta1**t)
    v_hat = v_next / (1 - beta2**t)
    return w - lr * m_hat / (torch.sqrt(v_hat) + eps), m_next, v_next


@mistake(
    "adam.assertion",
    loses=["adam.correction"],
    ko="assert가 아니라 ValueError가 필요합니다. assert는 python -O에서 사라집니다.",
    en="It takes a ValueError, not an assert, which is gone when one runs python -O.",
)
def adam_step(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    assert t >= 1
    m_next = beta1 * m + (1 - beta1) * grad
    v_next = beta2 * v + (1 - beta2) * grad**2
    m_hat = m_next / (1 - beta1**t)
    v_hat = v_next / (1 - beta2**t)
    return w - lr * m_hat / (torch.sqrt(v_hat) + eps), m_next, v_next


@mistake(
    "adam.decays_the_weights",
    loses=["adam.update", "adam.correction"],
    ko="AdamW처럼 가중치도 줄였습니다. Adam의 식에는 없습니다.",
    en="The weights are shrunk too, as in AdamW. Adam does not do that.",
)
def adam_step(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    if t < 1:
        raise ValueError
    m_next = beta1 * m + (1 - beta1) * grad
    v_next = beta2 * v + (1 - beta2) * grad**2
    m_hat = m_next / (1 - beta1**t)
    v_hat = v_next / (1 - beta2**t)
    return (1 - 0.01 * lr) * w - lr * m_hat / (torch.sqrt(v_hat) + eps), m_next, v_next


@mistake(
    "adam.nadam",
    loses=["adam.update", "adam.correction"],
    ko="NAdam의 식입니다. Adam은 m̂으로 움직입니다.",
    en="This is NAdam. Adam moves by m̂.",
)
def adam_step(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    if t < 1:
        raise ValueError
    m_next = beta1 * m + (1 - beta1) * grad
    v_next = beta2 * v + (1 - beta2) * grad**2
    m_hat = beta1 * m_next / (1 - beta1 ** (t + 1)) + (1 - beta1) * grad / (1 - beta1**t)
    v_hat = v_next / (1 - beta2**t)
    return w - lr * m_hat / (torch.sqrt(v_hat) + eps), m_next, v_next


@mistake(
    "adam.counts_itself",
    loses=["adam.update", "adam.correction"],
    ko="걸음을 함수 안에서 따로 세었습니다. 인자 t를 쓰세요.",
    en="The steps are counted inside the function. Use the argument t.",
)
def adam_step(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    if t < 1:
        raise ValueError
    m_next = beta1 * m + (1 - beta1) * grad
    v_next = beta2 * v + (1 - beta2) * grad**2
    remembered["t"] = remembered.get("t", 0) + 1
    t = remembered["t"]
    m_hat = m_next / (1 - beta1**t)
    v_hat = v_next / (1 - beta2**t)
    return w - lr * m_hat / (torch.sqrt(v_hat) + eps), m_next, v_next


@mistake(
    "adam.returns_the_error",
    loses=["adam.correction"],
    ko="오류를 return으로 돌려주었습니다. raise ValueError(...)로 발생시키세요.",
    en="The error is returned. Raise it: raise ValueError(...).",
)
def adam_step(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    if t < 1:
        return ValueError("t")
    m_next = beta1 * m + (1 - beta1) * grad
    v_next = beta2 * v + (1 - beta2) * grad**2
    m_hat = m_next / (1 - beta1**t)
    v_hat = v_next / (1 - beta2**t)
    return w - lr * m_hat / (torch.sqrt(v_hat) + eps), m_next, v_next


@mistake(
    "adam.other_error",
    loses=["adam.correction"],
    ko="다른 종류의 오류입니다. t가 1보다 작으면 ValueError가 필요합니다.",
    en="This is another kind of error. Where t is below 1 it takes a ValueError.",
)
def adam_step(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    if t < 1:
        raise RuntimeError("t")
    m_next = beta1 * m + (1 - beta1) * grad
    v_next = beta2 * v + (1 - beta2) * grad**2
    m_hat = m_next / (1 - beta1**t)
    v_hat = v_next / (1 - beta2**t)
    return w - lr * m_hat / (torch.sqrt(v_hat) + eps), m_next, v_next


@mistake(
    "adam.always_raises",
    loses=["adam.moments", "adam.update", "adam.correction"],
    ko="어떤 t에서도 ValueError가 납니다. t가 1보다 작을 때만 필요합니다.",
    en="It raises a ValueError for every t. It is wanted only where t is below 1.",
)
def adam_step(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    raise ValueError("t < 1")


@mistake(
    "factory.no_momentum_class",
    loses=["factory"],
    ko="torch.optim에 Momentum이라는 클래스는 없습니다. SGD에 momentum=0.9를 주세요.",
    en="There is no class Momentum in torch.optim. Give momentum=0.9 to SGD.",
)
def make_optimizer(name, params, lr):
    name = name.lower()
    if name == "sgd":
        return torch.optim.SGD(params, lr=lr)
    if name == "momentum":
        return torch.optim.Momentum(params, lr=lr)
    if name == "nag":
        return torch.optim.SGD(params, lr=lr, momentum=0.9, nesterov=True)
    if name == "adagrad":
        return torch.optim.Adagrad(params, lr=lr)
    if name == "adadelta":
        return torch.optim.Adadelta(params, lr=lr)
    if name == "rmsprop":
        return torch.optim.RMSprop(params, lr=lr)
    if name == "adam":
        return torch.optim.Adam(params, lr=lr)
    raise ValueError


@mistake(
    "factory.no_nag_class",
    loses=["factory"],
    ko="torch.optim에 NAG라는 클래스는 없습니다. SGD에 momentum=0.9, nesterov=True를 주세요.",
    en="There is no class NAG in torch.optim. Give momentum=0.9 and nesterov=True to SGD.",
)
def make_optimizer(name, params, lr):
    name = name.lower()
    if name == "sgd":
        return torch.optim.SGD(params, lr=lr)
    if name == "momentum":
        return torch.optim.SGD(params, lr=lr, momentum=0.9)
    if name == "nag":
        return torch.optim.NAG(params, lr=lr)
    if name == "adagrad":
        return torch.optim.Adagrad(params, lr=lr)
    if name == "adadelta":
        return torch.optim.Adadelta(params, lr=lr)
    if name == "rmsprop":
        return torch.optim.RMSprop(params, lr=lr)
    if name == "adam":
        return torch.optim.Adam(params, lr=lr)
    raise ValueError


@mistake(
    "factory.names_of_the_slides",
    loses=["factory"],
    ko="torch.optim의 이름은 슬라이드와 대소문자가 다릅니다. Adagrad, Adadelta, RMSprop입니다.",
    en="The classes of torch.optim are spelled otherwise: Adagrad, Adadelta, RMSprop.",
)
def make_optimizer(name, params, lr):
    name = name.lower()
    if name == "sgd":
        return torch.optim.SGD(params, lr=lr)
    if name == "momentum":
        return torch.optim.SGD(params, lr=lr, momentum=0.9)
    if name == "nag":
        return torch.optim.SGD(params, lr=lr, momentum=0.9, nesterov=True)
    if name == "adagrad":
        return torch.optim.AdaGrad(params, lr=lr)
    if name == "adadelta":
        return torch.optim.AdaDelta(params, lr=lr)
    if name == "rmsprop":
        return torch.optim.RMSProp(params, lr=lr)
    if name == "adam":
        return torch.optim.Adam(params, lr=lr)
    raise ValueError


@mistake(
    "factory.nesterov_alone",
    loses=["factory"],
    ko="nesterov=True는 momentum이 있어야 쓸 수 있습니다. momentum=0.9도 주세요.",
    en="nesterov=True needs a momentum. Give momentum=0.9 too.",
)
def make_optimizer(name, params, lr):
    name = name.lower()
    if name == "sgd":
        return torch.optim.SGD(params, lr=lr)
    if name == "momentum":
        return torch.optim.SGD(params, lr=lr, momentum=0.9)
    if name == "nag":
        return torch.optim.SGD(params, lr=lr, nesterov=True)
    if name == "adagrad":
        return torch.optim.Adagrad(params, lr=lr)
    if name == "adadelta":
        return torch.optim.Adadelta(params, lr=lr)
    if name == "rmsprop":
        return torch.optim.RMSprop(params, lr=lr)
    if name == "adam":
        return torch.optim.Adam(params, lr=lr)
    raise ValueError


@mistake(
    "factory.nag_is_momentum",
    loses=["factory"],
    ko="NAG에 nesterov=True가 빠져 Momentum과 같아졌습니다.",
    en="NAG lacks nesterov=True, so it is the same as Momentum.",
)
def make_optimizer(name, params, lr):
    name = name.lower()
    if name == "sgd":
        return torch.optim.SGD(params, lr=lr)
    if name == "momentum":
        return torch.optim.SGD(params, lr=lr, momentum=0.9)
    if name == "nag":
        return torch.optim.SGD(params, lr=lr, momentum=0.9)
    if name == "adagrad":
        return torch.optim.Adagrad(params, lr=lr)
    if name == "adadelta":
        return torch.optim.Adadelta(params, lr=lr)
    if name == "rmsprop":
        return torch.optim.RMSprop(params, lr=lr)
    if name == "adam":
        return torch.optim.Adam(params, lr=lr)
    raise ValueError


@mistake(
    "factory.nadam",
    loses=["factory"],
    ko="NAdam은 NAG가 아닙니다. SGD에 momentum=0.9, nesterov=True를 주세요.",
    en="NAdam is not NAG. Give momentum=0.9 and nesterov=True to SGD.",
)
def make_optimizer(name, params, lr):
    name = name.lower()
    if name == "sgd":
        return torch.optim.SGD(params, lr=lr)
    if name == "momentum":
        return torch.optim.SGD(params, lr=lr, momentum=0.9)
    if name == "nag":
        return torch.optim.NAdam(params, lr=lr)
    if name == "adagrad":
        return torch.optim.Adagrad(params, lr=lr)
    if name == "adadelta":
        return torch.optim.Adadelta(params, lr=lr)
    if name == "rmsprop":
        return torch.optim.RMSprop(params, lr=lr)
    if name == "adam":
        return torch.optim.Adam(params, lr=lr)
    raise ValueError


@mistake(
    "factory.momentum_is_sgd",
    loses=["factory"],
    ko="Momentum에 momentum=0.9가 빠져 SGD와 같아졌습니다.",
    en="Momentum lacks momentum=0.9, so it is the same as SGD.",
)
def make_optimizer(name, params, lr):
    name = name.lower()
    if name == "sgd":
        return torch.optim.SGD(params, lr=lr)
    if name == "momentum":
        return torch.optim.SGD(params, lr=lr)
    if name == "nag":
        return torch.optim.SGD(params, lr=lr, momentum=0.9, nesterov=True)
    if name == "adagrad":
        return torch.optim.Adagrad(params, lr=lr)
    if name == "adadelta":
        return torch.optim.Adadelta(params, lr=lr)
    if name == "rmsprop":
        return torch.optim.RMSprop(params, lr=lr)
    if name == "adam":
        return torch.optim.Adam(params, lr=lr)
    raise ValueError


@mistake(
    "factory.sgd_is_momentum",
    loses=["factory"],
    ko="SGD에도 momentum=0.9를 주었습니다. SGD는 아무것도 기억하지 않습니다.",
    en="SGD has momentum=0.9 too. SGD remembers nothing.",
)
def make_optimizer(name, params, lr):
    name = name.lower()
    if name == "sgd":
        return torch.optim.SGD(params, lr=lr, momentum=0.9)
    if name == "momentum":
        return torch.optim.SGD(params, lr=lr, momentum=0.9)
    if name == "nag":
        return torch.optim.SGD(params, lr=lr, momentum=0.9, nesterov=True)
    if name == "adagrad":
        return torch.optim.Adagrad(params, lr=lr)
    if name == "adadelta":
        return torch.optim.Adadelta(params, lr=lr)
    if name == "rmsprop":
        return torch.optim.RMSprop(params, lr=lr)
    if name == "adam":
        return torch.optim.Adam(params, lr=lr)
    raise ValueError


@mistake(
    "factory.dampened",
    loses=["factory"],
    ko="dampening=0.9를 주었습니다. 나머지 값은 PyTorch의 기본값을 쓰세요.",
    en="dampening=0.9 is given. Leave everything else at PyTorch's defaults.",
)
def make_optimizer(name, params, lr):
    name = name.lower()
    if name == "sgd":
        return torch.optim.SGD(params, lr=lr)
    if name == "momentum":
        return torch.optim.SGD(params, lr=lr, momentum=0.9, dampening=0.9)
    if name == "nag":
        return torch.optim.SGD(params, lr=lr, momentum=0.9, nesterov=True)
    if name == "adagrad":
        return torch.optim.Adagrad(params, lr=lr)
    if name == "adadelta":
        return torch.optim.Adadelta(params, lr=lr)
    if name == "rmsprop":
        return torch.optim.RMSprop(params, lr=lr)
    if name == "adam":
        return torch.optim.Adam(params, lr=lr)
    raise ValueError


@mistake(
    "factory.adamw",
    loses=["factory"],
    ko="AdamW는 Adam과 다릅니다. 가중치를 조금씩 줄이기도 합니다.",
    en="AdamW is not Adam: it shrinks the weights a little too.",
)
def make_optimizer(name, params, lr):
    name = name.lower()
    if name == "sgd":
        return torch.optim.SGD(params, lr=lr)
    if name == "momentum":
        return torch.optim.SGD(params, lr=lr, momentum=0.9)
    if name == "nag":
        return torch.optim.SGD(params, lr=lr, momentum=0.9, nesterov=True)
    if name == "adagrad":
        return torch.optim.Adagrad(params, lr=lr)
    if name == "adadelta":
        return torch.optim.Adadelta(params, lr=lr)
    if name == "rmsprop":
        return torch.optim.RMSprop(params, lr=lr)
    if name == "adam":
        return torch.optim.AdamW(params, lr=lr)
    raise ValueError


@mistake(
    "factory.weight_decay",
    loses=["factory"],
    ko="weight_decay를 주었습니다. 나머지 값은 PyTorch의 기본값을 쓰세요.",
    en="A weight_decay is given. Leave everything else at PyTorch's defaults.",
)
def make_optimizer(name, params, lr):
    name = name.lower()
    if name == "sgd":
        return torch.optim.SGD(params, lr=lr, weight_decay=0.01)
    if name == "momentum":
        return torch.optim.SGD(params, lr=lr, momentum=0.9)
    if name == "nag":
        return torch.optim.SGD(params, lr=lr, momentum=0.9, nesterov=True)
    if name == "adagrad":
        return torch.optim.Adagrad(params, lr=lr)
    if name == "adadelta":
        return torch.optim.Adadelta(params, lr=lr)
    if name == "rmsprop":
        return torch.optim.RMSprop(params, lr=lr)
    if name == "adam":
        return torch.optim.Adam(params, lr=lr)
    raise ValueError


@mistake(
    "factory.rmsprop_momentum",
    loses=["factory"],
    ko="RMSProp에 momentum을 주었습니다. 나머지 값은 PyTorch의 기본값을 쓰세요.",
    en="RMSProp has a momentum. Leave everything else at PyTorch's defaults.",
)
def make_optimizer(name, params, lr):
    name = name.lower()
    if name == "sgd":
        return torch.optim.SGD(params, lr=lr)
    if name == "momentum":
        return torch.optim.SGD(params, lr=lr, momentum=0.9)
    if name == "nag":
        return torch.optim.SGD(params, lr=lr, momentum=0.9, nesterov=True)
    if name == "adagrad":
        return torch.optim.Adagrad(params, lr=lr)
    if name == "adadelta":
        return torch.optim.Adadelta(params, lr=lr)
    if name == "rmsprop":
        return torch.optim.RMSprop(params, lr=lr, momentum=0.9)
    if name == "adam":
        return torch.optim.Adam(params, lr=lr)
    raise ValueError


@mistake(
    "factory.adadelta_without_lr",
    loses=["factory"],
    ko="AdaDelta에 lr을 주지 않았습니다.",
    en="AdaDelta is not given lr.",
)
def make_optimizer(name, params, lr):
    name = name.lower()
    if name == "sgd":
        return torch.optim.SGD(params, lr=lr)
    if name == "momentum":
        return torch.optim.SGD(params, lr=lr, momentum=0.9)
    if name == "nag":
        return torch.optim.SGD(params, lr=lr, momentum=0.9, nesterov=True)
    if name == "adagrad":
        return torch.optim.Adagrad(params, lr=lr)
    if name == "adadelta":
        return torch.optim.Adadelta(params)
    if name == "rmsprop":
        return torch.optim.RMSprop(params, lr=lr)
    if name == "adam":
        return torch.optim.Adam(params, lr=lr)
    raise ValueError


@mistake(
    "factory.defaults",
    loses=["factory"],
    ko="학습률 lr을 사용하지 않았습니다.",
    en="The learning rate lr is not used.",
)
def make_optimizer(name, params, lr):
    name = name.lower()
    if name == "sgd":
        return torch.optim.SGD(params)
    if name == "momentum":
        return torch.optim.SGD(params, momentum=0.9)
    if name == "nag":
        return torch.optim.SGD(params, momentum=0.9, nesterov=True)
    if name == "adagrad":
        return torch.optim.Adagrad(params)
    if name == "adadelta":
        return torch.optim.Adadelta(params)
    if name == "rmsprop":
        return torch.optim.RMSprop(params)
    if name == "adam":
        return torch.optim.Adam(params)
    raise ValueError


@mistake(
    "factory.first_parameter",
    loses=["factory"],
    ko="params의 첫 번째 텐서만 움직입니다. params 전체를 넘겨주세요.",
    en="Only the first tensor of params moves. Pass on all of params.",
)
def make_optimizer(name, params, lr):
    params = [params[0]]
    name = name.lower()
    if name == "sgd":
        return torch.optim.SGD(params, lr=lr)
    if name == "momentum":
        return torch.optim.SGD(params, lr=lr, momentum=0.9)
    if name == "nag":
        return torch.optim.SGD(params, lr=lr, momentum=0.9, nesterov=True)
    if name == "adagrad":
        return torch.optim.Adagrad(params, lr=lr)
    if name == "adadelta":
        return torch.optim.Adadelta(params, lr=lr)
    if name == "rmsprop":
        return torch.optim.RMSprop(params, lr=lr)
    if name == "adam":
        return torch.optim.Adam(params, lr=lr)
    raise ValueError


@mistake(
    "factory.copies",
    loses=["factory"],
    ko="params를 복사하여 넘겨주었습니다. 그러면 원래 텐서가 움직이지 않습니다.",
    en="Copies of params are passed on, so the tensors themselves do not move.",
)
def make_optimizer(name, params, lr):
    params = [p.detach().clone().requires_grad_() for p in params]
    name = name.lower()
    if name == "sgd":
        return torch.optim.SGD(params, lr=lr)
    if name == "momentum":
        return torch.optim.SGD(params, lr=lr, momentum=0.9)
    if name == "nag":
        return torch.optim.SGD(params, lr=lr, momentum=0.9, nesterov=True)
    if name == "adagrad":
        return torch.optim.Adagrad(params, lr=lr)
    if name == "adadelta":
        return torch.optim.Adadelta(params, lr=lr)
    if name == "rmsprop":
        return torch.optim.RMSprop(params, lr=lr)
    if name == "adam":
        return torch.optim.Adam(params, lr=lr)
    raise ValueError


@mistake(
    "factory.capitals_matter",
    loses=["factory"],
    ko="대문자와 소문자를 구별했습니다. name.lower()로 맞춘 다음에 비교하세요.",
    en="Capital and small letters are told apart. Compare name.lower().",
)
def make_optimizer(name, params, lr):
    if name == "SGD":
        return torch.optim.SGD(params, lr=lr)
    if name == "Momentum":
        return torch.optim.SGD(params, lr=lr, momentum=0.9)
    if name == "NAG":
        return torch.optim.SGD(params, lr=lr, momentum=0.9, nesterov=True)
    if name == "AdaGrad":
        return torch.optim.Adagrad(params, lr=lr)
    if name == "AdaDelta":
        return torch.optim.Adadelta(params, lr=lr)
    if name == "RMSProp":
        return torch.optim.RMSprop(params, lr=lr)
    if name == "Adam":
        return torch.optim.Adam(params, lr=lr)
    raise ValueError


@mistake(
    "factory.small_letters_of_the_slides",
    loses=["factory"],
    ko='소문자로 바꾼 이름을 "SGD"처럼 대문자가 든 이름과 비교했습니다.',
    en='A name in small letters is compared with one that has capitals, as "SGD".',
)
def make_optimizer(name, params, lr):
    name = name.lower()
    if name == "SGD":
        return torch.optim.SGD(params, lr=lr)
    if name == "Momentum":
        return torch.optim.SGD(params, lr=lr, momentum=0.9)
    if name == "NAG":
        return torch.optim.SGD(params, lr=lr, momentum=0.9, nesterov=True)
    if name == "AdaGrad":
        return torch.optim.Adagrad(params, lr=lr)
    if name == "AdaDelta":
        return torch.optim.Adadelta(params, lr=lr)
    if name == "RMSProp":
        return torch.optim.RMSprop(params, lr=lr)
    if name == "Adam":
        return torch.optim.Adam(params, lr=lr)
    raise ValueError


@mistake(
    "factory.default",
    loses=["factory"],
    ko="목록에 없는 이름에 SGD를 돌려주었습니다. ValueError를 발생시키세요.",
    en="SGD is returned for a name that is not in the list. Raise a ValueError.",
)
def make_optimizer(name, params, lr):
    name = name.lower()
    if name == "sgd":
        return torch.optim.SGD(params, lr=lr)
    if name == "momentum":
        return torch.optim.SGD(params, lr=lr, momentum=0.9)
    if name == "nag":
        return torch.optim.SGD(params, lr=lr, momentum=0.9, nesterov=True)
    if name == "adagrad":
        return torch.optim.Adagrad(params, lr=lr)
    if name == "adadelta":
        return torch.optim.Adadelta(params, lr=lr)
    if name == "rmsprop":
        return torch.optim.RMSprop(params, lr=lr)
    if name == "adam":
        return torch.optim.Adam(params, lr=lr)
    return torch.optim.SGD(params, lr=lr)


@mistake(
    "factory.none",
    loses=["factory"],
    ko="목록에 없는 이름에 None을 돌려주었습니다. ValueError를 발생시키세요.",
    en="None is returned for a name that is not in the list. Raise a ValueError.",
)
def make_optimizer(name, params, lr):
    name = name.lower()
    if name == "sgd":
        return torch.optim.SGD(params, lr=lr)
    if name == "momentum":
        return torch.optim.SGD(params, lr=lr, momentum=0.9)
    if name == "nag":
        return torch.optim.SGD(params, lr=lr, momentum=0.9, nesterov=True)
    if name == "adagrad":
        return torch.optim.Adagrad(params, lr=lr)
    if name == "adadelta":
        return torch.optim.Adadelta(params, lr=lr)
    if name == "rmsprop":
        return torch.optim.RMSprop(params, lr=lr)
    if name == "adam":
        return torch.optim.Adam(params, lr=lr)
    return None


@mistake(
    "factory.key_error",
    loses=["factory"],
    ko="목록에 없는 이름에 KeyError가 납니다. ValueError를 발생시키세요.",
    en="A name that is not in the list gives a KeyError. Raise a ValueError.",
)
def make_optimizer(name, params, lr):
    name = name.lower()
    if name == "sgd":
        return torch.optim.SGD(params, lr=lr)
    if name == "momentum":
        return torch.optim.SGD(params, lr=lr, momentum=0.9)
    if name == "nag":
        return torch.optim.SGD(params, lr=lr, momentum=0.9, nesterov=True)
    if name == "adagrad":
        return torch.optim.Adagrad(params, lr=lr)
    if name == "adadelta":
        return torch.optim.Adadelta(params, lr=lr)
    if name == "rmsprop":
        return torch.optim.RMSprop(params, lr=lr)
    if name == "adam":
        return torch.optim.Adam(params, lr=lr)
    raise KeyError(name)


@mistake(
    "factory.any_class",
    loses=["factory"],
    ko="목록에 없는 이름도 torch.optim에서 찾아 돌려주었습니다. 그런 이름에는 ValueError가 필요합니다.",
    en="A name that is not in the list is looked up in torch.optim. It takes a ValueError.",
)
def make_optimizer(name, params, lr):
    name = name.lower()
    if name == "sgd":
        return torch.optim.SGD(params, lr=lr)
    if name == "momentum":
        return torch.optim.SGD(params, lr=lr, momentum=0.9)
    if name == "nag":
        return torch.optim.SGD(params, lr=lr, momentum=0.9, nesterov=True)
    if name == "adagrad":
        return torch.optim.Adagrad(params, lr=lr)
    if name == "adadelta":
        return torch.optim.Adadelta(params, lr=lr)
    if name == "rmsprop":
        return torch.optim.RMSprop(params, lr=lr)
    if name == "adam":
        return torch.optim.Adam(params, lr=lr)
    for known, kind in vars(torch.optim).items():
        if known.lower() == name:
            return kind(params, lr=lr)
    raise ValueError


@mistake(
    "factory.class_returned",
    loses=["factory"],
    ko="클래스를 돌려주었습니다. params와 lr을 넣어 만든 객체를 돌려주세요.",
    en="The class is returned. Return an object that is made with params and lr.",
)
def make_optimizer(name, params, lr):
    kinds = {"sgd": torch.optim.SGD, "adam": torch.optim.Adam}
    if name.lower() not in kinds:
        raise ValueError
    return kinds[name.lower()]


@mistake(
    "factory.no_return",
    loses=["factory"],
    ko="옵티마이저를 만들었지만 돌려주지 않았습니다. return이 필요합니다.",
    en="The optimizer is made but not returned. It takes a return.",
)
def make_optimizer(name, params, lr):
    if name.lower() not in ("sgd", "momentum", "nag", "adagrad", "adadelta", "rmsprop", "adam"):
        raise ValueError
    torch.optim.SGD(params, lr=lr)


@mistake(
    "factory.already_stepped",
    loses=["factory"],
    ko="옵티마이저를 만들면서 이미 움직였습니다. 만들기만 하고 step()은 부르지 마세요.",
    en="It has moved the weights already. Only make the optimizer, and do not call step().",
)
def make_optimizer(name, params, lr):
    for p in params:
        p.grad = torch.ones_like(p)
    optimizer = torch.optim.SGD(params, lr=lr)
    optimizer.step()
    if name.lower() == "sgd":
        return optimizer
    raise ValueError


@mistake(
    "factory.begins_alike",
    loses=["factory"],
    ko='이름의 앞부분만 비교하여 "AdamW"도 Adam이 되었습니다. 이름 전체를 비교하세요.',
    en='Only the beginning of the name is compared, so "AdamW" becomes Adam. Compare the whole name.',
)
def make_optimizer(name, params, lr):
    name = name.lower()
    if name == "sgd":
        return torch.optim.SGD(params, lr=lr)
    if name == "momentum":
        return torch.optim.SGD(params, lr=lr, momentum=0.9)
    if name == "nag":
        return torch.optim.SGD(params, lr=lr, momentum=0.9, nesterov=True)
    if name == "adagrad":
        return torch.optim.Adagrad(params, lr=lr)
    if name == "adadelta":
        return torch.optim.Adadelta(params, lr=lr)
    if name == "rmsprop":
        return torch.optim.RMSprop(params, lr=lr)
    if name.startswith("adam"):
        return torch.optim.Adam(params, lr=lr)
    raise ValueError


@mistake(
    "factory.partial",
    loses=["factory"],
    ko="옵티마이저가 아니라 옵티마이저를 만드는 함수를 돌려주었습니다. 불러서 만든 객체를 돌려주세요.",
    en="A function that makes the optimizer is returned. Call it, and return the object.",
)
def make_optimizer(name, params, lr):
    if name.lower() not in ("sgd", "momentum", "nag", "adagrad", "adadelta", "rmsprop", "adam"):
        raise ValueError
    return lambda: torch.optim.SGD(params, lr=lr)


@mistake(
    "adadelta.small_lr",
    loses=["adadelta"],
    ko="lr의 기본값이 0.001입니다. AdaDelta에서는 1.0입니다.",
    en="The default of lr is 0.001. In AdaDelta it is 1.0.",
)
def adadelta_step(w, s, d, grad, lr=0.001, rho=0.9, eps=1e-6):
    s_next = rho * s + (1 - rho) * grad**2
    u = torch.sqrt(d + eps) / torch.sqrt(s_next + eps) * grad
    return w - lr * u, s_next, rho * d + (1 - rho) * u**2


@mistake(
    "rmsprop.default_rho",
    loses=["rmsprop.values"],
    ko="rho의 기본값이 0.9입니다. PyTorch처럼 0.99로 두세요.",
    en="The default of rho is 0.9. Leave it at PyTorch's 0.99.",
)
def rmsprop_step(w, s, grad, lr, rho=0.9, eps=1e-8):
    s_next = rho * s + (1 - rho) * grad**2
    return w - lr * grad / (torch.sqrt(s_next) + eps), s_next


@mistake(
    "adagrad.whole_norm",
    loses=["adagrad.values", "adagrad.eps"],
    ko="기울기의 제곱을 모두 더했습니다. s는 원소별이므로 가중치마다 따로 더하세요.",
    en="The squares of all gradients are added up. s goes element by element: each weight has its own.",
)
def adagrad_step(w, s, grad, lr, eps=1e-10):
    s_next = s + (grad**2).sum()
    return w - lr * grad / (torch.sqrt(s_next) + eps), s_next


@mistake(
    "adam.old_m",
    loses=["adam.update", "adam.correction"],
    ko="예전 m으로 w를 움직였습니다. 지금의 기울기까지 넣은 새 m을 쓰세요.",
    en="w is moved by the earlier m. Use the new one, with the present gradient in it.",
)
def adam_step(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    if t < 1:
        raise ValueError
    m_next = beta1 * m + (1 - beta1) * grad
    v_next = beta2 * v + (1 - beta2) * grad**2
    m_hat, v_hat = m / (1 - beta1**t), v_next / (1 - beta2**t)
    return w - lr * m_hat / (torch.sqrt(v_hat) + eps), m_next, v_next


@mistake(
    "adam.fixed_lr",
    loses=["adam.update", "adam.correction"],
    ko="lr 인자 대신 0.001을 사용했습니다.",
    en="0.001 is used in place of the argument lr.",
)
def adam_step(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    if t < 1:
        raise ValueError
    m_next = beta1 * m + (1 - beta1) * grad
    v_next = beta2 * v + (1 - beta2) * grad**2
    m_hat, v_hat = m_next / (1 - beta1**t), v_next / (1 - beta2**t)
    return w - 0.001 * m_hat / (torch.sqrt(v_hat) + eps), m_next, v_next


@mistake(
    "adam.fused",
    loses=["adam.moments", "adam.update", "adam.correction"],
    ko="torch에 이미 있는 Adam의 걸음을 불렀습니다. 이 문항은 식을 직접 계산해야 합니다.",
    en="A ready-made step of Adam is called. In this item you compute the formula yourself.",
)
def adam_step(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    if t < 1:
        raise ValueError
    new = [x.clone() for x in (w, m, v)]
    torch._fused_adam_(
        new[:1], [grad], new[1:2], new[2:], [], [torch.tensor(float(t))],
        lr=lr, beta1=beta1, beta2=beta2, weight_decay=0.0, eps=eps, amsgrad=False, maximize=False,
    )  # fmt: skip
    return tuple(new)
