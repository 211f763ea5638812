"""The operations on a module: what goes in is copied, what comes out is told."""

import warnings

import numpy as np
import pytest
import torch

from autograder.sandbox.cells import Cell
from autograder.sandbox.driver import Driver
from autograder.sandbox.loader import Loader, new_module
from autograder.sandbox.orders import Leaf, Model, NonLeaf
from autograder.sandbox.protocol import Request

CODE = """
from contextlib import contextmanager
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F

def double(x): return 2 * x
def in_place(x): return x.mul_(2)
def view(x): return x[:1]
def cut(x): return x.detach() * 2
def flag(x): return x.requires_grad, x.is_leaf
def fail(x): raise ValueError("no")
def fail_in_torch(x): return x @ torch.ones(7, 7)
def unwritten(x): raise NotImplementedError("unwritten")
@torch.jit.script
def scripted(x: torch.Tensor, wrong: bool):
    if wrong: raise ValueError("no")
    return x @ torch.ones(7, 7)
def settings(): return torch.is_grad_enabled(), str(torch.get_default_dtype()), torch.is_anomaly_enabled(), str(torch.ones(1).device)
def warn(x): return torch.tensor(x)
def divide(x): return np.float64(1) / np.float64(0)
def surrogate(x): raise ValueError("반쪽 \\ud800")
def random(n): return torch.rand(n)
def pool(x): return F.max_pool2d(x, 2)
def convolved(x): return F.conv2d(x, torch.ones(1, 1, 2, 2))
def mapped(x): return torch.func.vmap(pool)(x)
def my_pool(x): return x.unfold(2, 2, 2).unfold(3, 2, 2).amax((-1, -2))
def pool_of_mine(x): return my_pool(x)
from torch.nn.functional import max_pool2d as mp
@torch.jit.script
def scripted_pool(x: torch.Tensor): return F.max_pool2d(x, [2, 2])
def pool_in_script(x): return scripted_pool(x)
def pool_by_another_name(x): return mp(x, 2)
def pool_by_module(x): return nn.MaxPool2d(2)(x)
def pool_by_ops(x): return torch.ops.aten.max_pool2d(x, 2)
def pool_imported_inside(x):
    from torch.nn.functional import avg_pool2d
    return avg_pool2d(x, 2)
def pool_through_a_helper(x): return pool(x)
class Pooling:
    def __call__(self, x): return F.avg_pool2d(x, 2)
def pool_through_a_class(x): return Pooling()(x)
def pool_in_a_thread(x):
    import threading
    found = []
    thread = threading.Thread(target=lambda: found.append(1))
    pooled = F.max_pool2d
    return x
def pool_in_try(x):
    try: return F.max_pool2d(x, 2)
    except RuntimeError: raise ValueError("kernel too large") from None
def pool_in_dead_code(x): return my_pool(x) if x.dim() == 4 else F.max_pool2d(x, 2)
def max_pool2d(x): return my_pool(x)
def pool_called_as_torchs(x): return max_pool2d(x)
def step_by_function(w):
    from torch.optim._functional import sparse_adam
    return w
def step_by_a_module_of_another_name(w):
    import torch.optim._functional as plain
    plain.sparse_adam
    return w
def fused_step(w): torch._fused_sgd_([w], [w.clone()], [], weight_decay=0., momentum=0., lr=1., dampening=0., nesterov=False, maximize=False, is_first_step=True)
def fused_step_by_detour(w): getattr(torch, "_fused_" + "sgd_")([w], [w.clone()], [], weight_decay=0., momentum=0., lr=1., dampening=0., nesterov=False, maximize=False, is_first_step=True)
@torch.no_grad()
def halved(w): return w / 2
def step_under_no_grad(w): return halved(w)
def mapped_step(w): return torch.func.vmap(lambda each: each / 2)(w)
@contextmanager
def rate(lr): yield lr
def step_in_a_with(w):
    with rate(0.5) as lr: return lr * w
@torch.no_grad()
def step_found_under_no_grad(w): return getattr(torch.optim, "_functional").sparse_adam([], [], [], [], [], eps=1, beta1=1, beta2=1, lr=1, maximize=False)
def hostile_names(x): return odd.max_pool2d if "odd" in globals() else x
def step(w): torch.optim.SGD([w.requires_grad_()], lr=0.1)
def sigmoid(x): return x - 1
def hypothesis(x): return sigmoid(x)
def hypothesis_by_name(x): return sigmoid(x=x)
def train(model, x):
    optimizer = torch.optim.SGD(model.parameters(), lr=0.5)
    for _ in range(2):
        cost = model(x).sum()
        optimizer.zero_grad(); cost.backward(); optimizer.step()
def build(): return nn.Sequential(nn.Sequential(nn.Linear(2, 3), nn.LeakyReLU(0.3)), nn.Linear(3, 1, bias=False), nn.Softplus(2.0), nn.GELU())
def weighted(x, w=1.0, b=3.0): return w * x + b
def weigh(x): return weighted(x=x, b=3.0)
def set_weight(model, weight):
    with torch.no_grad(): model.weight.copy_(weight)
def swap_weight(model, weight): model.weight = nn.Parameter(weight)
def squares(cost, params): return cost + sum((p ** 2).sum() for p in params)
def make_sgd(name, params, lr): return torch.optim.SGD(params, lr=lr)
def no_optimizer(name, params, lr): return name
def same(model): return model
def set_p(model, p): model[1].p = p
def set_mode(model, mode): model.training = mode
def another(model): return nn.Linear(1, 1)
def refuse(model):
    with torch.no_grad(): model.weight.zero_()
    raise ValueError("no")
class Net(nn.Module):
    def __init__(self, n):
        super().__init__()
        self.linear = nn.Linear(n, 1)
    def forward(self, x): return self.linear(x)
"""


@pytest.fixture(scope="module")
def driver():
    module = new_module("driven")
    assert Loader(module).load(Cell("cell 1", CODE)) == []
    return Driver(module)


def run(driver, op, function, *args, **more):
    return driver.run(Request(op, function, list(args), **more))


def test_a_call_returns_the_value(driver):
    assert run(driver, "call", "double", torch.tensor([1.0])).value.tolist() == [2.0]


def test_a_changed_argument_is_told_and_the_original_is_safe(driver):
    x = torch.ones(2)
    reply = run(driver, "call", "in_place", x)
    assert x.tolist() == [1.0, 1.0]
    assert reply.changed[0].tolist() == [2.0, 2.0]
    assert reply.shares == [0]


def test_a_leaf_is_told_from_what_was_computed(driver):
    made = "lambda: (torch.zeros(2, requires_grad=True), torch.zeros(2, requires_grad=True).view(2, 1))"
    assert run(driver, "call", "double", torch.ones(2)).computed == []
    assert run(driver, "call", "double", Leaf(torch.ones(2))).computed == [0]
    assert run(driver, "call", "made", using={"made": made}).computed == [1]


def test_a_view_of_an_argument_shares_its_memory(driver):
    assert run(driver, "call", "view", torch.ones(2)).shares == [0]
    assert run(driver, "call", "double", torch.ones(2)).shares == []


def test_leaves_and_computed_tensors_can_be_passed(driver):
    assert run(driver, "call", "flag", Leaf(torch.ones(1))).value == (True, True)
    assert run(driver, "call", "flag", NonLeaf(torch.ones(1))).value == (True, False)


def test_a_result_of_the_wrong_size_comes_back_without_gradients_and_without_an_error(driver):
    reply = run(driver, "grad", "double", torch.ones(2), wrt=[0], cotangent=torch.ones(3))
    assert reply.error is None
    assert reply.value.tolist() == [2.0, 2.0]
    assert reply.grads == [None]


def test_gradients_are_weighted_by_the_cotangent_and_none_where_cut(driver):
    x, cotangent = torch.ones(2), torch.tensor([1.0, 3.0])
    grads = run(driver, "grad", "double", x, wrt=[0], cotangent=cotangent).grads
    assert grads[0].tolist() == [2.0, 6.0]
    assert run(driver, "grad", "cut", x, wrt=[0]).grads == [None]


def test_an_exception_is_data_with_its_place(driver):
    error = run(driver, "call", "fail", torch.ones(1)).error
    assert error.names[:2] == ["ValueError", "Exception"]
    assert (error.place.cell, error.place.function, error.own) == ("cell 1", "fail", True)


def test_an_errors_text_can_always_be_sent(driver):
    error = run(driver, "call", "surrogate", torch.ones(2)).error
    assert error.message == "반쪽 ?"


def test_what_torch_raises_is_not_the_students_own_raise(driver):
    error = run(driver, "call", "fail_in_torch", torch.ones(2, 2)).error
    assert error.names[0] == "RuntimeError"
    assert not error.own


def test_only_the_raise_of_an_untouched_stub_is_a_stub(driver):
    assert run(driver, "call", "unwritten", torch.ones(1)).error.stub
    assert not run(driver, "call", "fail", torch.ones(1)).error.stub


def test_a_scripted_function_raises_what_its_text_says(driver):
    error = run(driver, "call", "scripted", torch.ones(2), True).error
    assert error.names[:2] == ["ValueError", "Exception"]
    assert error.own
    error = run(driver, "call", "scripted", torch.ones(2), False).error
    assert error.names[0] == "RuntimeError"
    assert not error.own


def test_what_a_demo_has_set_for_the_whole_process_is_as_usual_again(driver):
    with warnings.catch_warnings(), np.errstate(all="raise"):
        warnings.simplefilter("error")
        torch.set_grad_enabled(False)
        torch.set_default_dtype(torch.float64)
        torch.autograd.set_detect_anomaly(True)
        torch.set_default_device("meta")
        assert run(driver, "call", "settings").value == (True, "torch.float32", False, "cpu")
        assert run(driver, "call", "warn", torch.ones(2)).error is None
        assert run(driver, "call", "divide", torch.ones(2)).value == float("inf")


def test_a_missing_function_is_told_as_such(driver):
    assert run(driver, "call", "nowhere").error.names[0] == "MissingFunction"


def test_the_same_seed_gives_the_same_numbers(driver):
    first, again, other = (run(driver, "call", "random", 3, seed=s).value for s in (1, 1, 2))
    assert torch.equal(first, again)
    assert not torch.equal(first, other)


def test_a_banned_operator_raises_however_it_is_reached(driver):
    x = torch.arange(16.0).reshape(1, 1, 4, 4)
    assert run(driver, "call", "pool", x, banned=["pool"]).error.names[0] == "BannedOperator"
    assert run(driver, "call", "pool", x).error is None


def test_an_operator_that_another_item_bans_runs_as_ever(driver):
    x = torch.arange(16.0).reshape(1, 1, 4, 4)
    assert run(driver, "call", "convolved", x, banned=["conv"]).error.message == "conv2d"
    reply = run(driver, "grad", "convolved", x, wrt=[0], banned=["pool"])
    assert reply.value.flatten().tolist()[:2] == [10, 14]
    assert reply.grads[0][0, 0, 1].tolist() == [2, 4, 4, 2]


@pytest.mark.parametrize(
    ("function", "operator"),
    [
        ("pool", "max_pool2d"),
        ("mapped", "max_pool2d"),
        ("pool_by_another_name", "max_pool2d"),
        ("pool_by_module", "MaxPool2d"),
        ("pool_by_ops", "max_pool2d"),
        ("pool_imported_inside", "avg_pool2d"),
        ("pool_through_a_helper", "max_pool2d"),
        ("pool_through_a_class", "avg_pool2d"),
        ("pool_in_a_thread", "max_pool2d"),
        ("pool_in_try", "max_pool2d"),
        ("pool_in_script", "max_pool2d"),
    ],
)
def test_a_ban_names_the_operator_and_the_place(driver, function, operator):
    x = torch.arange(16.0).reshape(1, 1, 4, 4)
    error = run(driver, "call", function, x, banned=["pool"]).error
    assert (error.names[0], error.message) == ("BannedOperator", operator)
    assert error.place.cell == "cell 1"
    assert run(driver, "call", function, x).error is None


@pytest.mark.parametrize("function", ["pool_of_mine", "pool_called_as_torchs", "pool_in_dead_code"])
def test_a_ban_minds_neither_the_students_own_names_nor_what_does_not_run(driver, function):
    x = torch.arange(16.0).reshape(1, 1, 4, 4)
    reply = run(driver, "call", function, x, banned=["pool"])
    assert reply.value.flatten().tolist() == [5, 7, 13, 15]


@pytest.mark.parametrize("function", ["step_by_function", "step_by_a_module_of_another_name"])
def test_a_step_of_torch_optim_in_plain_functions_is_found_by_reading(driver, function):
    error = run(driver, "call", function, torch.ones(1), banned=["torch.optim"]).error
    assert (error.names[0], error.message) == ("BannedOperator", "sparse_adam")


def test_a_step_of_torch_optim_is_found_by_a_detour_of_a_decorated_function(driver):
    w = torch.ones(1)
    error = run(driver, "call", "step_found_under_no_grad", w, banned=["torch.optim"]).error
    assert (error.names[0], error.message) == ("BannedOperator", "sparse_adam")


@pytest.mark.parametrize("function", ["step_under_no_grad", "mapped_step", "step_in_a_with"])
def test_decorators_that_torch_optim_uses_too_are_no_steps_of_it(driver, function):
    # as another function takes a detour, all of torch.optim is watched
    reply = run(driver, "call", function, torch.ones(1), banned=["torch.optim"])
    assert reply.value.item() == 0.5


@pytest.mark.parametrize("function", ["fused_step", "fused_step_by_detour"])
def test_a_step_that_is_one_operator_of_torch_is_an_optimizers_too(driver, function):
    w = torch.ones(1)
    assert run(driver, "call", function, w, banned=["torch.optim"]).error.message == "fused_sgd"
    assert run(driver, "call", function, w).error is None


def test_optimizers_can_be_banned_and_come_back(driver):
    w = torch.ones(1)
    assert run(driver, "call", "step", w, banned=["torch.optim"]).error.names[0] == "BannedOperator"
    assert run(driver, "call", "step", w).error is None


def test_a_ready_made_function_stands_in_for_a_call_only(driver):
    x = torch.zeros(1)
    assert run(driver, "call", "hypothesis", x, using={"sigmoid": "sigmoid"}).value.item() == 0.5
    assert run(driver, "call", "hypothesis", x).value.item() == -1.0


def test_a_stand_in_takes_the_students_own_keywords(driver):
    reply = run(driver, "call", "hypothesis_by_name", torch.zeros(1), using={"sigmoid": "sigmoid"})
    assert reply.value.item() == 0.5


def test_a_model_gets_the_graders_weights_and_is_told_after_training(driver):
    params = (torch.tensor([[1.0, 2.0]]), torch.tensor([0.5]))
    model = Model(factory="Net", args=(2,), params=params, training=False)
    state = run(driver, "call", "train", model, torch.ones(1, 2)).models[0]
    assert [p.tolist() for p in state.params] == [[[0.0, 1.0]], [-0.5]]
    assert state.names == ["linear.weight", "linear.bias"]
    assert state.training is False


def test_weights_that_do_not_fit_are_a_mismatch(driver):
    model = Model(factory="Net", args=(2,), params=(torch.ones(1, 3), torch.ones(1)))
    assert run(driver, "call", "train", model, torch.ones(1, 2)).error.names[0] == "ModelMismatch"


def test_a_model_of_standard_layers_can_be_built_by_the_grader(driver):
    model = Model(
        layers=(("Linear", 2, 1), ("Sigmoid",)), params=(torch.zeros(1, 2), torch.zeros(1))
    )
    reply = run(driver, "forward", "", model, torch.ones(3, 2), cotangent=torch.ones(3, 1))
    assert reply.value.tolist() == [[0.5]] * 3
    assert [tuple(g.shape) for g in reply.grads] == [(1, 2), (1,), (3, 2)]


def test_a_network_is_exported_flat_with_its_constants(driver):
    layers = run(driver, "export", "build").value
    assert [layer[0] for layer in layers] == ["Linear", "LeakyReLU", "Linear", "Softplus", "other"]
    assert layers[1][1] == pytest.approx(0.3)
    assert layers[2][2] is None
    assert layers[4] == ("other", "GELU")


def test_a_right_function_can_be_written_out_and_knows_the_students_defaults(driver):
    twice = {"weighted": "lambda x, w, b: 2 * torch.ones_like(x) + b"}
    assert run(driver, "call", "weigh", torch.zeros(1), using=twice).value.item() == 5.0


def test_a_parameter_is_kept_or_a_new_one_and_may_share_memory(driver):
    model = Model(layers=(("Linear", 1, 1),))
    reply = run(driver, "call", "set_weight", model, torch.ones(1, 1))
    assert (reply.models[0].kept, reply.shares) == ([True, True], [])
    reply = run(driver, "call", "swap_weight", model, torch.ones(1, 1))
    assert (sorted(reply.models[0].kept), reply.shares) == ([False, True], [1])


def test_gradients_by_each_tensor_of_a_list(driver):
    params = [torch.tensor([1.0]), torch.tensor([2.0, 3.0])]
    reply = run(driver, "grad", "squares", torch.tensor(1.0), params, wrt=[0, 1])
    assert [g.tolist() for g in reply.grads] == [1.0, [2.0], [4.0, 6.0]]


def test_an_optimizer_makes_its_steps_with_given_gradients(driver):
    gradients = [[torch.tensor([1.0])], [torch.tensor([2.0])]]
    params = [torch.tensor([5.0])]
    more = {"wrt": [1], "cotangent": gradients}
    steps = run(driver, "optimize", "make_sgd", "SGD", params, 0.5, **more)
    assert [[p.tolist() for p in step] for step in steps.value] == [[[4.5]], [[3.5]]]
    assert run(driver, "optimize", "no_optimizer", "SGD", params, 0.5, **more).error.names[0] == (
        "NoOptimizer"
    )


def test_a_returned_model_is_told_from_another_one(driver):
    model = Model(layers=(("Linear", 1, 1),))
    assert run(driver, "call", "same", model).returned == 0
    assert run(driver, "call", "another", model).returned is None


@pytest.mark.parametrize("mode", [True, False])
def test_a_model_is_in_its_mode_with_all_that_is_in_it(driver, mode):
    model = Model(layers=(("Linear", 1, 1), ("Dropout", 0.5)), training=not mode)
    (state,) = run(driver, "call", "set_mode", model, mode).models
    assert state.training is not mode


def test_a_layer_that_is_set_otherwise_is_told(driver):
    model = Model(layers=(("Linear", 1, 1), ("Dropout", 0.5)))
    told = [run(driver, "call", "set_p", model, p).models[0].rebuilt for p in (0.5, 0.0)]
    assert told == [False, True]


def test_a_model_is_told_after_an_error_too(driver):
    reply = run(driver, "call", "refuse", Model(layers=(("Linear", 1, 1),)))
    assert reply.error.names[0] == "ValueError"
    assert reply.models[0].params[0].tolist() == [[0.0]]
