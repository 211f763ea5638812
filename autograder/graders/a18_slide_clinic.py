"""Hidden grader of a18_slide_clinic (10 points)."""

import unicodedata

import torch

from autograder.judge import (
    Leaf,
    Model,
    allowed,
    assert_form,
    assert_graph,
    assert_pure,
    assert_same,
    fail,
    item,
    raises,
    require,
    told,
)

ONE_FEATURE = [[1], [2], [3], [4], [5], [6]]
TWO_FEATURES = [[1, 2], [2, 3], [3, 1], [4, 3], [5, 3], [6, 2]]
LABELS = torch.tensor([[0.0], [0.0], [0.0], [1.0], [1.0], [1.0]])

X_SOFTMAX = torch.tensor([
    [1.0, 2.0, 1.0, 1.0], [2.0, 1.0, 3.0, 2.0], [3.0, 1.0, 3.0, 4.0], [4.0, 1.0, 5.0, 5.0],
    [1.0, 7.0, 5.0, 5.0], [1.0, 2.0, 5.0, 6.0], [1.0, 6.0, 6.0, 6.0], [1.0, 7.0, 7.0, 7.0],
])  # fmt: skip
Y_SOFTMAX = torch.tensor([2, 2, 2, 1, 1, 1, 0, 0])


def uniform(rng, *shape, low=-1.0, high=1.0, dtype=torch.float32):
    """Hidden inputs, evenly spread."""
    return torch.empty(shape, dtype=dtype).uniform_(low, high, generator=rng)


def linear(rng, d, dtype=torch.float32):
    """Hidden W (d, 1) and b (1,)."""
    return uniform(rng, d, 1, dtype=dtype), uniform(rng, 1, dtype=dtype)


def mixed(rng, n, d):
    """A hidden list of n rows: an int first, floats after it."""
    rows = uniform(rng, n, d, low=-2, high=2).tolist()
    return [[round(2 * row[0]), *row[1:]] for row in rows]


@item(
    "list", function="hypothesis_from_list", points=1,
    ko="리스트를 텐서로 바꾸어 σ(xW + b)", en="σ(xW + b) of a list",
)  # fmt: skip
def test_hypothesis_takes_lists_of_ints_and_floats(student, reference, rng):
    for args in (
        (ONE_FEATURE, torch.tensor([[4.163645]]), torch.tensor([-14.418201])),
        (TWO_FEATURES, *linear(rng, 2)),
        (mixed(rng, 5, 3), *linear(rng, 3)),
        (mixed(rng, 5, 3), *linear(rng, 3)),  # same shape, other values
        (mixed(rng, 1, 4), *linear(rng, 4)),
        (TWO_FEATURES, *linear(rng, 2, torch.float64)),
        (mixed(rng, 6, 2), *linear(rng, 2, torch.float64)),
    ):
        run = student.call("hypothesis_from_list", *args)
        assert_same(run.value, reference.hypothesis_from_list(*args))
        assert_form(run.value, reference.hypothesis_from_list(*args))
        assert_pure(run)
        cotangent = uniform(rng, len(args[0]), 1, dtype=args[1].dtype)
        mine = student.grad("hypothesis_from_list", *args, wrt=(1, 2), cotangent=cotangent)
        right = reference.grad("hypothesis_from_list", *args, wrt=(1, 2), cotangent=cotangent)
        assert_graph(mine.value)
        require(
            not any(gradient is None for gradient in mine.grads),
            ko="W나 b 중 하나로는 기울기가 이어지지 않습니다. 받은 W와 b를 그대로 쓰세요.",
            en="No gradient flows to W, or to b. Use the W and b that come in.",
        )
        assert_same(mine.grads, right.grads)


@item(
    "conv", function="constant_conv", points=1,
    ko="가중치와 편향을 채운 바로 그 conv", en="the same conv, its weights and biases filled",
)  # fmt: skip
def test_conv_is_filled_in_place_and_returned(student, reference, rng):
    for layer in (
        ("Conv1d", 1, 1, 3),
        ("Conv2d", 1, 1, 3),
        ("Conv2d", 3, 2, (3, 5)),
        ("Conv3d", 1, 2, 3),
        ("Conv1d", 2, 3, 4),
        ("Conv1d", 2, 3, 4, 1, 0, 1, 1, False),
        ("Conv2d", 2, 4, 3, 1, 0, 1, 1, False),
        ("Conv3d", 2, 1, 2, 1, 0, 1, 1, False),
    ):
        filling = uniform(rng, 2, low=0.5, high=4) * torch.tensor([1.0, -1.0])
        args = Model(layers=(layer,)), *filling.tolist()
        run = student.call("constant_conv", *args)
        case = layer[0] + ", bias=False" * (False in layer)
        with told(ko=case, en=case):
            assert_filled(run, reference.call("constant_conv", *args).models[0])
    empty = Model(layers=(("Conv1d", 2, 3, 2),), params=(torch.zeros(3, 2, 2), torch.zeros(3)))
    with told(ko="모두 0이던 conv", en="a conv that was all 0"):
        run = student.call("constant_conv", empty, 0.5, 2.0)
        assert_filled(run, reference.call("constant_conv", empty, 0.5, 2.0).models[0])


def assert_filled(run, expected):
    """The conv itself came back, with the parameters it had, filled."""
    require(
        run.returned == 0,
        ko="받은 conv를 그대로 돌려주어야 합니다. return conv를 빠뜨렸거나 다른 것을 돌려주었습니다.",
        en="It must return the very conv that came in. Is return conv missing, or is it another object?",
    )
    mine, right = run.models[0], dict(zip(expected.names, expected.params, strict=True))
    require(
        {n: p.shape for n, p in zip(mine.names, mine.params, strict=True)}
        == {n: p.shape for n, p in right.items()},
        ko="conv의 파라미터(weight, bias)의 수나 shape이 달라졌습니다.",
        en="The number of parameters of conv (weight, bias), or their shapes, have changed.",
    )
    require(
        all(mine.requires_grad),
        ko="requires_grad가 False가 되어 학습할 수 없습니다.",
        en="requires_grad has become False: it cannot be trained.",
    )
    for name, parameter in zip(mine.names, mine.params, strict=True):
        require(
            torch.allclose(parameter.double(), right[name].double()),
            ko=f"{name}의 값이 다릅니다.",
            en=f"The values of {name} are wrong.",
        )


@item(
    "nchw", function="to_nchw", points=1,
    ko="(H, W, C)를 (1, C, H, W)로", en="from (H, W, C) to (1, C, H, W)",
)  # fmt: skip
def test_image_becomes_nchw_with_its_pixels_in_place(student, reference, rng):
    for shape, dtype in (
        ((4, 6, 3), torch.float32),
        ((4, 6, 3), torch.float32),  # same shape, other values
        ((7, 5, 1), torch.float32),
        ((6, 4), torch.float32),
        ((5, 3), torch.float32),  # grey: the 3 is its width
        ((3, 5, 3), torch.float32),
        ((4, 1, 3), torch.float32),
        ((1, 5, 1), torch.float32),
        ((1, 4), torch.float32),
        ((5, 7, 3), torch.float64),
    ):
        image = uniform(rng, *shape, dtype=dtype)
        with told(ko=str(shape), en=str(shape)), allowed():
            run = student.call("to_nchw", image)
        assert_form(run.value, reference.to_nchw(image))
        assert_same(run.value, reference.to_nchw(image))
        assert_pure(run)
    photo = uniform(rng, 4, 6, 3, low=0.0, high=255.0)  # as files hold it: to be left as it is
    assert_same(student.to_nchw(photo), reference.to_nchw(photo))
    image, cotangent = uniform(rng, 4, 6, 3), uniform(rng, 1, 3, 4, 6)
    mine = student.grad("to_nchw", image, cotangent=cotangent)
    assert_graph(mine.value)
    assert_same(mine.grads, reference.grad("to_nchw", image, cotangent=cotangent).grads)
    for shape in ((4, 6, 2), (4, 6, 4), (3, 4, 6), (1, 4, 6), (2, 4, 6, 3), (1, 3, 4, 6), (6,)):
        with told(ko=str(shape), en=str(shape)), raises(ValueError):
            student.to_nchw(uniform(rng, *shape))


@item(
    "row_sums", function="logit_row_sums", points=2, kind="training",
    ko="학습하는 동안 logit의 각 행의 합", en="sums of the rows of logits during training",
)  # fmt: skip
def test_row_sums_stay_what_they_are_at_the_start(student, reference, rng):
    y = torch.tensor([3, 0, 1, 1, 2])
    for args in (
        (X_SOFTMAX, Y_SOFTMAX, torch.zeros(4, 3), torch.zeros(1, 3), 0.1, 100),
        (X_SOFTMAX, Y_SOFTMAX, torch.zeros(4, 3), torch.zeros(3), 0.1, 3),
        (uniform(rng, 5, 3), y, uniform(rng, 3, 4), uniform(rng, 1, 4), 0.3, 0),
        (uniform(rng, 5, 3), y, uniform(rng, 3, 4), uniform(rng, 4), 0.3, 20),
        (uniform(rng, 5, 3), y, uniform(rng, 3, 4), uniform(rng, 1, 4), 0.3, 20),
        (uniform(rng, 5, 3), y, Leaf(uniform(rng, 3, 4)), Leaf(uniform(rng, 4)), 0.5, 4),
    ):
        run = student.call("logit_row_sums", *args)
        assert_row_sums(run, reference.logit_row_sums(*args))
    args = [uniform(rng, *shape, dtype=torch.float64) for shape in ((5, 3), (3, 4), (4,))]
    args = args[0], y, *args[1:], 0.3, 2
    assert_row_sums(student.call("logit_row_sums", *args), reference.logit_row_sums(*args))


def assert_row_sums(run, expected):
    """One row of sums for each update and one for the end, all of them the first one."""
    assert_form(run.value, expected)
    assert_same(run.value[0], expected[0], atol=1e-5)
    assert_same(run.value, expected, rtol=0, atol=1e-4 if not expected[0].any() else 1e-3)
    assert_pure(run)


@item(
    "stale", function="logged_and_true_cost", points=1, kind="training",
    ko="마지막 업데이트 전과 후의 비용", en="the cost before and after the last update",
)  # fmt: skip
def test_the_logged_cost_is_one_update_behind(student, reference, rng):
    one, two = torch.FloatTensor(ONE_FEATURE), torch.FloatTensor(TWO_FEATURES)
    labels = torch.tensor([[1.0], [0.0], [0.0], [1.0], [0.0], [1.0], [1.0]])
    for args in (
        (one, LABELS, 1.0, 1),
        (one, LABELS, 1.0, 0),
        (one, LABELS, 1.0, 10),
        (uniform(rng, 7, 3), labels, 0.5, 10),
        (one, LABELS, 1.0, 1000),
        (two, LABELS, 1.0, 1000),
    ):
        run = student.call("logged_and_true_cost", *args)
        assert_same(run.value, reference.logged_and_true_cost(*args))
        assert_form(tuple(run.value), reference.logged_and_true_cost(*args))
        assert_pure(run)


def assert_answer(student, reference, question, *, ko, en):
    """This question has the right letter; `ko` and `en` say where to look, not what is right."""
    given = chosen(student.answers(), question)
    if not given:
        fail(ko=f"{question}의 답이 없습니다.", en=f"There is no answer to {question}.")
    require(
        given in ("a", "b", "c", "d"),
        ko='답은 "a"부터 "d"까지의 글자 하나로 적으세요.',
        en='Write the answer as one letter from "a" to "d".',
    )
    require(given == reference.answers()[question], ko=ko, en=en)


def chosen(value, question):
    """The letter chosen for a question; empty where there is none."""
    require(
        isinstance(value, dict),
        ko='{"Q1": "a", …}와 같은 dict를 돌려주어야 합니다.',
        en='It must return a dict such as {"Q1": "a", …}.',
    )
    letters = {as_typed(key).strip().upper(): letter for key, letter in value.items()}
    return as_typed(letters.get(question) or "").strip(" ().").lower()


def as_typed(word):
    """Text, its full-width letters (ａ) as those of an English keyboard."""
    return unicodedata.normalize("NFKC", str(word))


@item("quiz.q1", function="answers", points=0.4, ko="Q1. logit의 합", en="Q1. sums of logits")
def test_question_1(student, reference):
    assert_answer(
        student, reference, "Q1",
        ko="4번을 0에서 시작하여 실행하고, 비용이 얼마인지와 기울기 p − y의 합을 함께 보세요.",
        en="Run task 4 from zeros; look at the cost, and at the sum of the gradient p − y.",
    )  # fmt: skip


@item(
    "quiz.q2", function="answers", points=0.4, ko="Q2. Conv2d의 인자", en="Q2. arguments of Conv2d"
)
def test_question_2(student, reference):
    assert_answer(
        student, reference, "Q2",
        ko="help(nn.Conv2d)의 첫 줄에서 인자의 순서를 확인하세요.",
        en="Look at the order of arguments in the first line of help(nn.Conv2d).",
    )  # fmt: skip


@item(
    "quiz.q3",
    function="answers",
    points=0.4,
    ko="Q3. 풀링의 파라미터",
    en="Q3. parameters of pooling",
)
def test_question_3(student, reference):
    assert_answer(
        student, reference, "Q3",
        ko="list(nn.MaxPool2d(2).parameters())를 출력해 보세요.",
        en="Print list(nn.MaxPool2d(2).parameters()).",
    )  # fmt: skip


@item(
    "quiz.q4",
    function="answers",
    points=0.4,
    ko="Q4. 추론할 때의 드롭아웃",
    en="Q4. dropout in eval mode",
)
def test_question_4(student, reference):
    assert_answer(
        student, reference, "Q4",
        ko="nn.Dropout(0.5).eval()(torch.ones(5))를 실행해 보세요.",
        en="Run nn.Dropout(0.5).eval()(torch.ones(5)).",
    )  # fmt: skip


@item("quiz.q5", function="answers", points=0.4, ko="Q5. 모멘텀", en="Q5. momentum")
def test_question_5(student, reference):
    assert_answer(
        student, reference, "Q5",
        ko="고른 것을 실제로 만들어 보세요. dir(torch.optim)에 그 이름이 있나요? 그 인자를 받나요?",
        en="Try to make the one you chose. Is the name in dir(torch.optim)? Does it take that argument?",
    )  # fmt: skip


@item("quiz.q6", function="answers", points=0.4, ko="Q6. 심층 신경망", en="Q6. deep networks")
def test_question_6(student, reference):
    assert_answer(
        student, reference, "Q6",
        ko="다층 퍼셉트론 슬라이드에서 심층 신경망(DNN)의 정의를 다시 읽어 보세요.",
        en="Read the definition of a deep neural network on the slide about the multi-layer perceptron.",
    )  # fmt: skip


@item(
    "quiz.q7",
    function="answers",
    points=0.4,
    ko="Q7. cross_entropy의 입력",
    en="Q7. input of cross_entropy",
)
def test_question_7(student, reference):
    assert_answer(
        student, reference, "Q7",
        ko="슬라이드의 주석 '비용함수에 소프트맥스함수가 포함'이 무슨 뜻인지 생각해 보세요.",
        en="Think about the comment on the slide: 'the softmax is part of the cost function'.",
    )  # fmt: skip


@item(
    "quiz.q8",
    function="answers",
    points=0.4,
    ko="Q8. 시그모이드의 이동",
    en="Q8. shift of the sigmoid",
)
def test_question_8(student, reference):
    assert_answer(
        student, reference, "Q8",
        ko="sigmoid(x + 2)가 0.5가 되는 x를 구하거나, 두 그래프를 그려 보세요.",
        en="Find the x where sigmoid(x + 2) is 0.5, or plot both.",
    )  # fmt: skip


@item("quiz.q9", function="answers", points=0.4, ko="Q9. 과적합", en="Q9. overfitting")
def test_question_9(student, reference):
    assert_answer(
        student, reference, "Q9",
        ko="슬라이드의 네 가지 방법과 비교하세요. 모델의 복잡도는 줄여야 할까요, 늘려야 할까요?",
        en="Compare with the four remedies on the slide. Should a model be less complex, or more?",
    )  # fmt: skip


@item(
    "quiz.q10",
    function="answers",
    points=0.4,
    ko="Q10. 이미지의 shape",
    en="Q10. shape of an image",
)
def test_question_10(student, reference):
    assert_answer(
        student, reference, "Q10",
        ko="고른 shape의 텐서를 nn.Conv2d(3, 1, 3)에 넣어 보고, 개수·채널·높이·너비가 무엇인지 보세요.",
        en="Put a tensor of that shape into nn.Conv2d(3, 1, 3): what are number, channels, height, width?",
    )  # fmt: skip
