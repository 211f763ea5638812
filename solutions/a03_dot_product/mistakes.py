"""a03_dot_product: known mistakes. Each replaces the reference's function of the same name."""

import numpy as np
import torch

from autograder.judge.mistakes import mistake


def check_vectors(a, b):
    """The checks of dot1d, for mistakes that lie elsewhere."""
    if a.dim() != 1 or a.shape != b.shape:
        raise ValueError


def check_matrices(x, w):
    """The check of matmul2d, for mistakes that lie elsewhere."""
    if x.shape[1] != w.shape[0]:
        raise ValueError


def arrays(x, w):
    """Both as numpy arrays, without a graph."""
    return x.detach().numpy(), w.detach().numpy()


@mistake(
    "dot1d.no_sum",
    loses=["dot1d.values"],
    ko="원소별 곱(a * b)입니다. 내적은 그것을 모두 더한 값 하나입니다.",
    en="This is the product element by element (a * b). The dot product is the sum of those.",
)
def dot1d(a, b):
    check_vectors(a, b)
    return a * b


@mistake(
    "dot1d.with_itself",
    loses=["dot1d.values", "dot1d.errors"],
    ko="b를 쓰지 않고 a를 자기 자신과 곱했습니다.",
    en="a is multiplied by itself. b is not used.",
)
def dot1d(a, b):
    torch.dot(a, b)
    return torch.dot(a, a)


@mistake(
    "dot1d.mean",
    loses=["dot1d.values"],
    ko="합(sum) 대신 평균(mean)을 구한 값과 같습니다.",
    en="This is the mean of the products. It takes their sum.",
)
def dot1d(a, b):
    check_vectors(a, b)
    return (a * b).sum() / max(len(a), 1)


@mistake(
    "dot1d.outer",
    loses=["dot1d.values"],
    ko="모든 쌍의 곱(outer product)입니다. 내적은 같은 자리끼리만 곱하여 더합니다.",
    en="These are the products of all pairs (the outer product). A dot product pairs equal places only.",
)
def dot1d(a, b):
    check_vectors(a, b)
    return torch.outer(a, b)


@mistake(
    "dot1d.cosine",
    loses=["dot1d.values"],
    ko="벡터의 길이로 나눈 코사인 유사도입니다. 내적은 나누지 않습니다.",
    en="This is the cosine similarity, divided by the lengths. The dot product is not divided.",
)
def dot1d(a, b):
    check_vectors(a, b)
    return torch.dot(a, b) / (torch.dot(a, a).sqrt() * torch.dot(b, b).sqrt())


@mistake(
    "dot1d.lengths",
    loses=["dot1d.values"],
    ko="두 벡터의 길이를 곱한 값입니다. 방향이 다르면 내적은 그보다 작고, 음수일 수도 있습니다.",
    en="This is the product of the two lengths. Unless they point the same way, the dot product is smaller.",
)
def dot1d(a, b):
    check_vectors(a, b)
    return (a * a).sum().sqrt() * (b * b).sum().sqrt() if a.is_floating_point() else (a * b).sum()


@mistake(
    "dot1d.item",
    loses=["dot1d.values"],
    ko="Python 숫자를 돌려주었습니다. .item()이나 float() 없이 0차원 텐서를 돌려주어야 기울기가 이어집니다.",
    en="A Python number came back. Return a 0-d tensor, without .item() or float(), so that gradients flow.",
)
def dot1d(a, b):
    return torch.dot(a, b).item()


@mistake(
    "dot1d.shape_1",
    loses=["dot1d.values"],
    ko="keepdim=True나 reshape(1)을 쓴 것처럼 shape이 (1,)입니다. 내적은 shape이 ()인 0차원 텐서입니다.",
    en="The shape is (1,), as keepdim=True or reshape(1) makes it. A dot product is a 0-d tensor, shape ().",
)
def dot1d(a, b):
    check_vectors(a, b)
    return (a * b).sum(0, keepdim=True)


@mistake(
    "dot1d.one_by_one",
    loses=["dot1d.values"],
    ko="행벡터와 열벡터의 행렬 곱이라 shape이 (1, 1)입니다. 내적은 shape이 ()입니다.",
    en="A row times a column has shape (1, 1). A dot product has shape ().",
)
def dot1d(a, b):
    check_vectors(a, b)
    return a.reshape(1, -1) @ b.reshape(-1, 1)


@mistake(
    "dot1d.float32",
    loses=["dot1d.values"],
    ko="결과가 언제나 float32입니다. .float()나 dtype 없는 torch.zeros를 확인하세요.",
    en="The result is always float32. Look for .float(), or torch.zeros without a dtype.",
)
def dot1d(a, b):
    return torch.dot(a.float(), b.float())


@mistake(
    "dot1d.graph_cut",
    loses=["dot1d.values"],
    ko="값은 맞지만 detach(), torch.no_grad()나 torch.tensor(...) 때문에 기울기가 끊겼습니다.",
    en="The value is right, but detach(), torch.no_grad() or torch.tensor(...) has cut the gradient.",
)
def dot1d(a, b):
    return torch.dot(a.detach(), b.detach())


@mistake(
    "dot1d.numpy",
    loses=["dot1d.values"],
    ko="numpy를 거치면 기울기가 끊깁니다. torch의 연산만 쓰세요.",
    en="On the way through numpy the gradient is lost. Use operations of torch only.",
)
def dot1d(a, b):
    check_vectors(a, b)
    return torch.tensor(np.dot(a.numpy(), b.numpy()))


@mistake(
    "dot1d.in_place",
    loses=["dot1d.values"],
    ko="a *= b는 입력 텐서 자체를 바꿉니다. a * b로 새 텐서를 만드세요.",
    en="a *= b changes the input itself. Make a new tensor with a * b.",
)
def dot1d(a, b):
    check_vectors(a, b)
    a *= b
    return a.sum()


@mistake(
    "dot1d.floats_only",
    loses=["dot1d.values"],
    ko="정수(int64) 텐서에서 오류가 납니다. 정수끼리의 내적도 계산되어야 합니다.",
    en="Integer (int64) tensors raise an error. Their dot product must be computed too.",
)
def dot1d(a, b):
    if not a.is_floating_point():
        raise TypeError("floats, please")
    return torch.dot(a, b)


@mistake(
    "dot1d.empty",
    loses=["dot1d.values"],
    ko="n = 0일 때 오류가 납니다. 더할 것이 없으면 합은 0입니다.",
    en="For n = 0 it raises an error. With nothing to add, the sum is 0.",
)
def dot1d(a, b):
    check_vectors(a, b)
    return torch.stack([a[i] * b[i] for i in range(len(a))]).sum()


@mistake(
    "dot1d.last_left_out",
    loses=["dot1d.values"],
    ko="마지막 원소를 빠뜨렸습니다. range(len(a))는 마지막 번호까지 포함합니다.",
    en="The last element is left out. range(len(a)) already ends at the last index.",
)
def dot1d(a, b):
    check_vectors(a, b)
    return (a[:-1] * b[:-1]).sum()


@mistake(
    "dot1d.broadcast",
    loses=["dot1d.errors"],
    ko="(n,1)과 (n,), (n,)과 (1,)이 브로드캐스팅되어 조용히 계산됩니다. 차원과 길이를 먼저 검사하세요.",
    en="(n,1) with (n,), or (n,) with (1,), broadcasts without a word. Check dimensions and lengths first.",
)
def dot1d(a, b):
    return (a * b).sum()


@mistake(
    "dot1d.shapes_only",
    loses=["dot1d.errors"],
    ko="shape이 같은지만 검사했습니다. (2, 2)와 (2, 2)처럼 1차원이 아닌 것도 오류여야 합니다.",
    en="Only equal shapes are checked for. What is not 1-D, (2, 2) with (2, 2), must be an error too.",
)
def dot1d(a, b):
    if a.shape != b.shape:
        raise ValueError
    return (a * b).sum()


@mistake(
    "dot1d.dims_only",
    loses=["dot1d.errors"],
    ko="차원만 검사했습니다. 길이가 1이면 브로드캐스팅되니 길이가 같은지도 검사하세요.",
    en="Only dimensions are checked. A length of 1 broadcasts, so check that lengths are equal too.",
)
def dot1d(a, b):
    if a.dim() != 1 or b.dim() != 1:
        raise ValueError
    return (a * b).sum()


@mistake(
    "dot1d.zip",
    loses=["dot1d.errors"],
    ko="zip은 짧은 쪽에서 조용히 멈춥니다. 길이가 다르면 오류를 내세요.",
    en="zip stops at the shorter one without a word. Raise an error where the lengths differ.",
)
def dot1d(a, b):
    if a.dim() != 1 or b.dim() != 1:
        raise ValueError
    return sum((p * q for p, q in zip(a, b)), a.new_zeros(()))  # noqa: B905


@mistake(
    "dot1d.flattened",
    loses=["dot1d.errors"],
    ko="1차원이 아닌 텐서를 몰래 펴서 계산하지 말고 오류를 내세요.",
    en="Do not flatten what is not 1-D in silence: raise an error.",
)
def dot1d(a, b):
    return torch.dot(a.flatten(), b.flatten())


@mistake(
    "dot1d.matmul",
    loses=["dot1d.errors"],
    ko="1차원이 아닌 것도 오류 없이 계산합니다(a @ b, torch.tensordot). 둘 다 1차원인지 먼저 검사하세요.",
    en="It takes matrices too, as a @ b and torch.tensordot do. Check first that both are 1-D.",
)
def dot1d(a, b):
    return a @ b


@mistake(
    "dot1d.assert",
    loses=["dot1d.errors"],
    ko="assert는 AssertionError를 냅니다. if와 raise ValueError(...)로 검사하세요.",
    en="An assert raises AssertionError. Check with if and raise ValueError(...).",
)
def dot1d(a, b):
    assert a.dim() == 1 and a.shape == b.shape
    return (a * b).sum()


@mistake(
    "dot1d.returns_none",
    loses=["dot1d.errors"],
    ko="잘못된 입력에 None을 돌려주었습니다. raise로 오류를 발생시키세요.",
    en="For wrong input it returns None. Raise an error.",
)
def dot1d(a, b):
    if a.dim() != 1 or a.shape != b.shape:
        print("wrong shapes")
        return None
    return (a * b).sum()


@mistake(
    "dot1d.swallowed",
    loses=["dot1d.errors"],
    ko="torch.dot의 오류를 except로 삼키고 0을 돌려주었습니다. 오류를 그대로 두세요.",
    en="The error of torch.dot is swallowed by except, and 0 comes back. Let the error through.",
)
def dot1d(a, b):
    try:
        return torch.dot(a, b)
    except RuntimeError:
        return torch.tensor(0.0)


@mistake(
    "matmul2d.torch_dot",
    loses=["matmul2d.values", "matmul2d.grad"],
    ko="torch.dot은 1차원끼리만 계산합니다. 2차원에는 torch.matmul을 쓰세요.",
    en="torch.dot takes 1-D with 1-D only. For 2-D use torch.matmul.",
)
def matmul2d(x, w):
    return torch.dot(x, w)


@mistake(
    "matmul2d.elementwise",
    loses=["matmul2d.values", "matmul2d.grad"],
    ko="x * w는 원소별 곱입니다. 행렬 곱은 torch.matmul(x, w)나 x @ w입니다.",
    en="x * w multiplies element by element. The matrix product is torch.matmul(x, w) or x @ w.",
)
def matmul2d(x, w):
    return x * w


@mistake(
    "matmul2d.swapped",
    loses=["matmul2d.values", "matmul2d.grad"],
    ko="곱하는 순서가 바뀌었습니다. w가 아니라 x가 앞에 옵니다.",
    en="The factors have changed places: x comes first, not w.",
)
def matmul2d(x, w):
    return torch.matmul(w, x)


@mistake(
    "matmul2d.transposed",
    loses=["matmul2d.values", "matmul2d.grad"],
    ko="결과가 뒤집혀 있습니다. shape은 (k, n)이 아니라 (n, k)입니다.",
    en="The result is the wrong way round: its shape is (n, k), not (k, n).",
)
def matmul2d(x, w):
    return torch.matmul(x, w).t()


@mistake(
    "matmul2d.reshaped",
    loses=["matmul2d.values", "matmul2d.grad"],
    ko="shape은 맞지만 reshape은 행과 열을 바꾸지 않습니다. .T나 torch.stack(..., dim=1)을 쓰세요.",
    en="The shape is right, but a reshape does not swap rows and columns. Use .T, or torch.stack(..., dim=1).",
)
def matmul2d(x, w):
    columns = torch.matmul(x, w).t()
    return columns.reshape(x.shape[0], w.shape[1])


@mistake(
    "matmul2d.w_transposed",
    loses=["matmul2d.values", "matmul2d.grad"],
    ko="w를 뒤집어 곱했습니다. w는 이미 (d, k)이므로 그대로 곱합니다.",
    en="w was transposed. It is (d, k) already: multiply by it as it is.",
)
def matmul2d(x, w):
    return torch.matmul(x, w.t())


@mistake(
    "matmul2d.sum_of_rows",
    loses=["matmul2d.values", "matmul2d.grad"],
    ko="k개의 열을 모두 더해 (n, 1)이 되었습니다. 열마다 따로 곱하여 (n, k)로 만드세요.",
    en="All k columns are added up to (n, 1). Multiply by each column by itself: (n, k).",
)
def matmul2d(x, w):
    return torch.matmul(x, w).sum(1, keepdim=True)


@mistake(
    "matmul2d.squeezed",
    loses=["matmul2d.values"],
    ko="k = 1일 때 결과가 (n,)입니다. k = 1이어도 (n, 1)이어야 하니 squeeze()나 flatten()을 쓰지 마세요.",
    en="For k = 1 the result is (n,). It is (n, 1) there too: no squeeze() and no flatten().",
)
def matmul2d(x, w):
    return torch.matmul(x, w).squeeze()


@mistake(
    "matmul2d.float32",
    loses=["matmul2d.values"],
    ko="결과가 언제나 float32입니다. 입력의 dtype을 그대로 쓰세요. torch.zeros에도 dtype=x.dtype을 줍니다.",
    en="The result is always float32. Keep the dtype of the inputs; torch.zeros takes dtype=x.dtype too.",
)
def matmul2d(x, w):
    return torch.matmul(x.float(), w.float())


@mistake(
    "matmul2d.einsum",
    loses=["matmul2d.values"],
    ko="einsum은 크기가 1인 축을 조용히 늘립니다. x의 열과 w의 행의 수가 같은지 검사하세요.",
    en="einsum stretches an axis of size 1 without a word. Check that columns of x and rows of w agree.",
)
def matmul2d(x, w):
    return torch.einsum("nd,dk->nk", x, w)


@mistake(
    "matmul2d.broadcast",
    loses=["matmul2d.values"],
    ko="브로드캐스팅은 크기가 1인 축을 조용히 늘립니다. x의 열과 w의 행의 수가 같은지 검사하세요.",
    en="Broadcasting stretches an axis of size 1 without a word. Check that columns of x and rows of w agree.",
)
def matmul2d(x, w):
    return (x.unsqueeze(2) * w).sum(1)


@mistake(
    "matmul2d.range_of_x",
    loses=["matmul2d.values"],
    ko="x의 열이나 w의 행이 남아도 조용히 버렸습니다(zip도 그렇게 합니다). 수가 다르면 오류를 내세요.",
    en="Columns of x or rows of w left over are dropped without a word (zip does so too). Raise an error.",
)
def matmul2d(x, w):
    return sum(x[:, [i]] * w[i] for i in range(x.shape[1]))


@mistake(
    "matmul2d.wrong_error",
    loses=["matmul2d.values"],
    ko="assert는 AssertionError를 냅니다. torch.matmul의 오류를 그대로 두거나 raise ValueError(...)를 쓰세요.",
    en="An assert raises AssertionError. Leave torch.matmul's own error, or use raise ValueError(...).",
)
def matmul2d(x, w):
    assert x.shape[1] == w.shape[0]
    return torch.matmul(x, w)


@mistake(
    "matmul2d.turned_to_fit",
    loses=["matmul2d.values"],
    ko="크기가 맞지 않으면 w를 뒤집어서라도 곱합니다. 그때는 오류여야 합니다.",
    en="Where sizes do not fit, w is turned around to make them fit. That must be an error.",
)
def matmul2d(x, w):
    try:
        return torch.matmul(x, w)
    except RuntimeError:
        return torch.matmul(x, w.t())


@mistake(
    "matmul2d.in_place",
    loses=["matmul2d.values"],
    ko="입력 텐서를 바꾸었습니다. 계산한 결과를 x나 w에 다시 넣지 마세요.",
    en="An argument was changed. Do not write results back into x or w.",
)
def matmul2d(x, w):
    result = torch.matmul(x.clone(), w.clone())
    x.data[:, 0] = result.data[:, 0]
    return result


@mistake(
    "matmul2d.graph_cut",
    loses=["matmul2d.grad"],
    ko="값은 맞지만 detach(), torch.no_grad()나 torch.tensor(...) 때문에 기울기가 끊겼습니다.",
    en="The value is right, but detach(), torch.no_grad() or torch.tensor(...) has cut the gradient.",
)
def matmul2d(x, w):
    with torch.no_grad():
        return torch.matmul(x, w)


@mistake(
    "matmul2d.numpy",
    loses=["matmul2d.grad"],
    ko="requires_grad=True인 텐서에는 .numpy()를 쓸 수 없습니다. 여기에서는 torch로 계산하세요.",
    en="A tensor with requires_grad=True has no .numpy(). Compute with torch here.",
)
def matmul2d(x, w):
    return torch.from_numpy(np.dot(x.numpy(), w.numpy()))


@mistake(
    "matmul2d.only_w",
    loses=["matmul2d.grad"],
    ko="x로 가는 기울기가 끊겼습니다. detach() 없이 계산하세요.",
    en="The gradient to x is cut. Compute without detach().",
)
def matmul2d(x, w):
    return torch.matmul(x.detach(), w)


@mistake(
    "matmul2d.requires_grad",
    loses=["matmul2d.grad"],
    ko="requires_grad만 True로 바꾼 텐서는 입력과 이어져 있지 않습니다.",
    en="A tensor whose requires_grad was merely set to True is not connected to the inputs.",
)
def matmul2d(x, w):
    return torch.matmul(x.detach(), w.detach()).requires_grad_(True)


@mistake(
    "via_numpy.torch_Tensor",
    loses=["via_numpy.values"],
    ko="torch.Tensor(a)는 항상 float32이고, 숫자 하나는 받지 못합니다. torch.tensor(a)를 쓰세요.",
    en="torch.Tensor(a) is always float32 and takes no single number. Use torch.tensor(a).",
)
def via_numpy(x, w):
    return torch.Tensor(np.dot(*arrays(x, w)))


@mistake(
    "via_numpy.always_float32",
    loses=["via_numpy.values"],
    ko="결과가 언제나 float32입니다. float64의 정밀도를 잃지 않게 하세요.",
    en="The result is always float32. Do not lose the precision of float64.",
)
def via_numpy(x, w):
    return torch.tensor(np.dot(*arrays(x, w)), dtype=torch.float32)


@mistake(
    "via_numpy.always_float64",
    loses=["via_numpy.values"],
    ko="결과가 언제나 float64입니다. x와 같은 dtype으로 바꾸세요.",
    en="The result is always float64. Give it the dtype of x.",
)
def via_numpy(x, w):
    return torch.tensor(np.dot(np.array(x.tolist()), np.array(w.tolist())))


@mistake(
    "via_numpy.through_float32",
    loses=["via_numpy.values"],
    ko="torch.Tensor(a)에서 이미 float32가 되었으므로, 다시 float64로 바꾸어도 정밀도는 돌아오지 않습니다. torch.tensor(a)를 쓰세요.",
    en="torch.Tensor(a) has made it float32; turned to float64 again, its precision does not come back. Use torch.tensor(a).",
)
def via_numpy(x, w):
    a = np.asarray(np.dot(x.detach().numpy(), w.detach().numpy()))
    return torch.Tensor(a).to(x.dtype)


@mistake(
    "via_numpy.from_numpy",
    loses=["via_numpy.values"],
    ko="1차원끼리의 np.dot은 배열이 아닌 숫자라서 torch.from_numpy가 받지 못합니다. torch.tensor를 쓰세요.",
    en="np.dot of two 1-D arrays is a number, no array, and torch.from_numpy refuses it. Use torch.tensor.",
)
def via_numpy(x, w):
    return torch.from_numpy(np.dot(*arrays(x, w)))


@mistake(
    "via_numpy.array",
    loses=["via_numpy.values"],
    ko="numpy 배열을 그대로 돌려주었습니다. 다시 텐서로 바꾸세요.",
    en="A numpy array comes back. Turn it into a tensor again.",
)
def via_numpy(x, w):
    return np.dot(*arrays(x, w))


@mistake(
    "via_numpy.list",
    loses=["via_numpy.values"],
    ko="Python 리스트나 숫자를 돌려주었습니다. 텐서로 바꾸세요.",
    en="A Python list or number comes back. Turn it into a tensor.",
)
def via_numpy(x, w):
    return np.dot(*arrays(x, w)).tolist()


@mistake(
    "via_numpy.at_least_1d",
    loses=["via_numpy.values"],
    ko="1차원끼리의 결과가 (1,)입니다. 0차원 텐서(shape ())여야 합니다.",
    en="The product of two vectors has shape (1,). It must be a 0-d tensor, shape ().",
)
def via_numpy(x, w):
    return torch.from_numpy(np.atleast_1d(np.dot(*arrays(x, w))))


@mistake(
    "via_numpy.squeezed",
    loses=["via_numpy.values"],
    ko="squeeze()는 (n, 1)이나 (1,)의 1인 차원까지 없앱니다. 두 벡터의 결과만 0차원입니다.",
    en="squeeze() removes the 1 of (n, 1) and of (1,) too. Only the product of two vectors is 0-d.",
)
def via_numpy(x, w):
    a, b = arrays(x, w)
    return torch.from_numpy(np.atleast_1d(np.dot(a, b))).squeeze()


@mistake(
    "via_numpy.column",
    loses=["via_numpy.values"],
    ko="(n, d)와 (d,)의 결과는 (n, 1)이 아니라 (n,)입니다.",
    en="The product of (n, d) and (d,) is (n,), not (n, 1).",
)
def via_numpy(x, w):
    a, b = arrays(x, w)
    if a.ndim == 2 and b.ndim == 1:
        b = b.reshape(-1, 1)
    return torch.tensor(np.dot(a, b))


@mistake(
    "via_numpy.elementwise",
    loses=["via_numpy.values", "via_numpy.flags"],
    ko="numpy의 *도 원소별 곱입니다. np.dot이나 @를 쓰세요.",
    en="In numpy too * multiplies element by element. Use np.dot or @.",
)
def via_numpy(x, w):
    a, b = arrays(x, w)
    return torch.tensor(a * b)


@mistake(
    "via_numpy.swapped",
    loses=["via_numpy.values", "via_numpy.flags"],
    ko="곱하는 순서가 바뀌었습니다. w가 아니라 x가 앞에 옵니다.",
    en="The factors have changed places: x comes first, not w.",
)
def via_numpy(x, w):
    a, b = arrays(x, w)
    return torch.tensor(np.dot(b, a))


@mistake(
    "via_numpy.no_detach",
    loses=["via_numpy.flags"],
    ko="requires_grad=True인 텐서에는 .numpy()를 쓸 수 없습니다. .detach().numpy()로 쓰세요.",
    en="A tensor with requires_grad=True has no .numpy(). Write .detach().numpy().",
)
def via_numpy(x, w):
    return torch.tensor(np.dot(x.numpy(), w.numpy()))


@mistake(
    "via_numpy.toggled_where_true",
    loses=["via_numpy.flags"],
    ko="계산으로 얻은 텐서(non-leaf)는 requires_grad를 바꿀 수 없습니다. detach()를 쓰세요.",
    en="requires_grad of a computed tensor (a non-leaf) cannot be changed. Use detach().",
)
def via_numpy(x, w):
    flags = x.requires_grad, w.requires_grad
    a = np.dot(x.requires_grad_(False).numpy(), w.requires_grad_(False).numpy())
    x.requires_grad_(flags[0])
    w.requires_grad_(flags[1])
    return torch.tensor(a)


@mistake(
    "via_numpy.toggled",
    loses=["via_numpy.flags"],
    ko="False로 바꾸었다가 True로 되돌리면 처음부터 False였던 입력까지 True가 됩니다. detach()를 쓰세요.",
    en="Switched off and on again, an argument that had been False ends as True. Use detach().",
)
def via_numpy(x, w):
    x.requires_grad = False
    w.requires_grad = False
    a = np.dot(x.numpy(), w.numpy())
    x.requires_grad = True
    w.requires_grad = True
    return torch.tensor(a)


@mistake(
    "via_numpy.slides",
    loses=["via_numpy.values", "via_numpy.flags"],
    ko="슬라이드의 방법 그대로입니다. requires_grad를 바꾸는 대신 detach()를, torch.Tensor(a) 대신 torch.tensor(a)를 쓰세요.",
    en="This is the way of the slides as it stands. Use detach() in place of changing requires_grad, and torch.tensor(a) in place of torch.Tensor(a).",
)
def via_numpy(x, w):
    x.requires_grad = False
    w.requires_grad = False
    a = np.dot(x.numpy(), w.numpy())
    x.requires_grad = True
    w.requires_grad = True
    return torch.Tensor(a)


@mistake(
    "via_numpy.not_restored",
    loses=["via_numpy.flags"],
    ko="requires_grad를 False로 바꾼 채 되돌리지 않았습니다. detach()를 쓰면 되돌릴 필요가 없습니다.",
    en="requires_grad was set to False and not set back. With detach() there is nothing to set back.",
)
def via_numpy(x, w):
    if x.is_leaf:
        x.requires_grad_(False)
    if w.is_leaf:
        w.requires_grad_(False)
    return torch.tensor(np.dot(*arrays(x, w)))


@mistake(
    "via_numpy.detach_in_place",
    loses=["via_numpy.flags"],
    ko="detach_()는 입력 자체를 그래프에서 떼어 냅니다. 밑줄이 없는 detach()를 쓰세요.",
    en="detach_() cuts the argument itself off the graph. Use detach(), without the underscore.",
)
def via_numpy(x, w):
    return torch.tensor(np.dot(x.detach_().numpy(), w.detach_().numpy()))


@mistake(
    "via_numpy.result_requires_grad",
    loses=["via_numpy.flags"],
    ko="결과의 requires_grad를 True로 바꾸었습니다. 기울기가 이어지는 것도 아니므로 False로 두세요.",
    en="The result's requires_grad was set to True. That connects nothing; leave it False.",
)
def via_numpy(x, w):
    return torch.tensor(np.dot(*arrays(x, w)), requires_grad=True)


@mistake(
    "via_numpy.torch_matmul",
    loses=["via_numpy.flags"],
    ko="torch로 계산하여 결과가 그래프에 이어져 있습니다. 결과의 requires_grad는 False여야 합니다.",
    en="Computed with torch, the result is connected to the graph. Its requires_grad must be False.",
)
def via_numpy(x, w):
    return torch.matmul(x, w)


@mistake(
    "via_numpy.memory",
    loses=["via_numpy.flags"],
    ko="detach().numpy()는 원래 텐서와 메모리를 함께 씁니다. 그 배열을 바꾸면 입력도 바뀝니다.",
    en="detach().numpy() shares its memory with the tensor. Change that array, and the argument changes.",
)
def via_numpy(x, w):
    a, b = arrays(x, w)
    result = torch.tensor(np.dot(a, b))
    b *= 2
    return result


@mistake(
    "np_dot.matmul",
    loses=["np_dot"],
    ko="torch.matmul의 결과입니다. 3차원부터는 numpy.dot과 다릅니다. 모든 쌍을 곱해야 합니다.",
    en="This is torch.matmul. From 3-D on numpy.dot differs: it multiplies all pairs.",
)
def np_dot(a, b):
    return torch.matmul(a, b)


@mistake(
    "np_dot.torch_dot",
    loses=["np_dot"],
    ko="torch.dot은 1차원끼리만 계산합니다.",
    en="torch.dot takes 1-D with 1-D only.",
)
def np_dot(a, b):
    return torch.dot(a, b)


@mistake(
    "np_dot.numpy",
    loses=["np_dot"],
    ko="값은 맞지만 numpy나 detach(), torch.tensor(...) 때문에 기울기가 끊겼습니다. torch의 연산만 쓰세요.",
    en="The value is right, but numpy, detach() or torch.tensor(...) has cut the gradient. Use operations of torch.",
)
def np_dot(a, b):
    return torch.tensor(np.dot(*arrays(a, b)))


@mistake(
    "np_dot.first_axis",
    loses=["np_dot"],
    ko="b의 첫 축과 곱했습니다. b의 뒤에서 둘째 축과 곱해야 합니다.",
    en="It sums along the first axis of b. It must be the second last one.",
)
def np_dot(a, b):
    return torch.tensordot(a, b, dims=1)


@mistake(
    "np_dot.last_axis",
    loses=["np_dot"],
    ko="b의 마지막 축과 곱했습니다(torch.inner). b의 뒤에서 둘째 축과 곱해야 합니다.",
    en="It sums along the last axis of b, as torch.inner does. It must be the second last one.",
)
def np_dot(a, b):
    return torch.inner(a, b)


@mistake(
    "np_dot.no_vectors",
    loses=["np_dot"],
    ko="b가 1차원이면 뒤에서 둘째 축이 없어 오류가 납니다. 그때는 하나뿐인 축과 곱합니다.",
    en="A 1-D b has no second last axis, and an error is raised. There it is the only axis.",
)
def np_dot(a, b):
    return torch.tensordot(a, b, dims=([-1], [-2]))


@mistake(
    "np_dot.order",
    loses=["np_dot"],
    ko="축의 순서가 다릅니다. a의 축이 먼저, b의 축이 나중에 옵니다.",
    en="The axes are in the wrong order: those of a come first, then those of b.",
)
def np_dot(a, b):
    if b.dim() < 3:
        return torch.matmul(a, b)
    result = torch.stack([np_dot(a, part) for part in b])
    return result


@mistake(
    "np_dot.two_kinds",
    loses=["np_dot"],
    ko="3차원끼리만 따로 계산하고 나머지는 torch.matmul에 맡겼습니다. 2차원과 3차원 등도 numpy.dot과 다릅니다.",
    en="Only 3-D with 3-D is treated apart, the rest left to torch.matmul. 2-D with 3-D differs from numpy.dot too.",
)
def np_dot(a, b):
    if a.dim() == 3 and b.dim() == 3:
        return torch.einsum("aij,bjk->aibk", a, b)
    return torch.matmul(a, b)


@mistake(
    "np_dot.reshaped",
    loses=["np_dot"],
    ko="shape은 맞지만 b의 축을 옮기지 않고 reshape하여 원소가 섞였습니다. 먼저 movedim이나 permute를 쓰세요.",
    en="The shape is right, but b was reshaped without moving its axis, and elements are mixed up. Use movedim first.",
)
def np_dot(a, b):
    if b.dim() == 1:
        return torch.matmul(a, b)
    d = a.shape[-1]
    flat = torch.matmul(a.reshape(-1, d), b.reshape(d, -1))
    return flat.reshape(a.shape[:-1] + b.shape[:-2] + b.shape[-1:])


@mistake(
    "np_dot.up_to_2d",
    loses=["np_dot"],
    ko="2차원까지만 계산합니다. 3차원 이상도 들어옵니다.",
    en="It computes up to 2-D only. 3-D and more come in too.",
)
def np_dot(a, b):
    if a.dim() > 2 or b.dim() > 2:
        raise ValueError("up to 2-D")
    return torch.matmul(a, b)


@mistake(
    "np_dot.float32",
    loses=["np_dot"],
    ko="결과가 언제나 float32입니다. 입력의 dtype을 그대로 쓰세요.",
    en="The result is always float32. Keep the dtype of the inputs.",
)
def np_dot(a, b):
    return torch.tensordot(a.float(), b.float(), dims=([-1], [max(b.dim() - 2, 0)]))


@mistake(
    "np_dot.only_a",
    loses=["np_dot"],
    ko="b로 가는 기울기가 끊겼습니다. detach() 없이 계산하세요.",
    en="The gradient to b is cut. Compute without detach().",
)
def np_dot(a, b):
    return torch.tensordot(a, b.detach(), dims=([-1], [max(b.dim() - 2, 0)]))


@mistake(
    "np_dot.scalar",
    loses=["np_dot"],
    ko="1차원끼리의 결과가 (1,)입니다. 0차원 텐서(shape ())여야 합니다.",
    en="The product of two vectors has shape (1,). It must be a 0-d tensor, shape ().",
)
def np_dot(a, b):
    return torch.atleast_1d(torch.tensordot(a, b, dims=([-1], [max(b.dim() - 2, 0)])))
