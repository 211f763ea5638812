# %% [markdown] tags=["ko"]
# # 새 과제
#
# 무엇을 왜 배우는지 몇 문장으로 씁니다. ReLU는 음수를 0으로 바꾸고 나머지는 그대로 둡니다.
#
# $$\mathrm{relu}(x) = \max(0, x)$$

# %% [markdown] tags=["en"]
# # New assignment
#
# Say in a few sentences what is learnt here, and why. ReLU turns negative numbers into 0 and leaves
# the others as they are.
#
# $$\mathrm{relu}(x) = \max(0, x)$$

# %%
import torch
from torch import Tensor

# %% [markdown] tags=["ko"]
# 먼저 실행해 볼 예입니다. 아직 작성하지 않은 함수를 부르지 않으므로 바로 실행됩니다.

# %% [markdown] tags=["en"]
# An example to run first. It calls nothing that is yet to be written.

# %%
if __name__ == "__main__":
    import matplotlib.pyplot as plt

    x = torch.arange(-3.0, 3.0, 0.1)
    plt.plot(x, torch.relu(x))
    plt.title("ReLU")
    plt.show()

# %% [markdown] tags=["ko"]
# ## 1. `relu` (3점)
#
# * 결과의 shape과 dtype은 `x`와 같습니다. 빈 텐서도 들어올 수 있습니다.
# * 입력으로 받은 텐서를 바꾸면 안 됩니다.

# %% [markdown] tags=["en"]
# ## 1. `relu` (3 points)
#
# * The result has the shape and dtype of `x`. Empty tensors may come in too.
# * The tensor that is given must not be changed.


# %%
def relu(x: Tensor) -> Tensor:
    """max(0, x)

    x: 어떤 shape이든 가능 / any shape  →  x와 같은 shape과 dtype / shape and dtype of x

    >>> relu(torch.tensor([-1.0, 0.0, 2.0]))
    tensor([0., 0., 2.])
    """
    raise NotImplementedError("relu")


# %% [markdown] tags=["ko"]
# 파일을 저장하고 아래 확인 셀이나 `pytest`로 확인하세요.

# %% [markdown] tags=["en"]
# Save the file, and check it with the check cell or with `pytest`.
