"""The example class, line by line: each of its thirteen students gets just what they deserve."""

import itertools
import shutil
import subprocess

import pytest

from tests.conftest import PROJECT, autograder, course_of, outcomes, read_lines

POINTS = {
    "a01_sigmoid": 10,
    "a04_bce_cost": 12,
    "a08_softmax_classifier": 14,
    "a10_xor_mlp": 14,
    "a11_conv_shapes": 12,
    "a14_pooling": 12,
    "a16_momentum": 12,
}
TRAININGS = ("a08_softmax_classifier", "a10_xor_mlp")  # nearly a second for each student
ALIKE = ("4026", "4027", "4028", "4029", "4031", "4032", "4033")  # theirs are right like the others


@pytest.fixture(scope="module", params=["most", pytest.param("all", marks=pytest.mark.nightly)])
def left_out(request):
    """(student, assignment) of what is not handed in, to save time."""
    return set() if request.param == "all" else set(itertools.product(ALIKE, TRAININGS))


@pytest.fixture(scope="module")
def place(left_out, tmp_path_factory):
    """What comes of the README's own command on a copy of the class.

    What loops is ended after two seconds, not ten.
    """
    place = tmp_path_factory.mktemp("class")
    shutil.copytree(PROJECT / "examples" / "class", place / "moodle")
    for student, slug in left_out:
        (work,) = place.glob(f"moodle/*_{student}_*/{slug}*")
        work.unlink()
    run = autograder(
        "grade", place / "moodle", "--submitted", place / "submitted", "--out", place,
        cwd=course_of(place, *POINTS, limits="[limits]\ncall_cpu = 2\n"),
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    (place / "stderr").write_text(run.stderr)
    (place / "stdout").write_text(run.stdout)
    return place


@pytest.fixture(scope="module")
def graded(place):
    """(student, assignment) → result."""
    return {line.key: line for line in read_lines(place)}


def lost(graded, student):
    """What a student lost: assignment → {item: outcome}."""
    return {
        slug: items
        for slug in POINTS
        if (
            items := {
                item: outcome
                for item, outcome in outcomes(graded[student, slug]).items()
                if outcome != "passed"
            }
        )
    }


def test_there_is_a_line_for_everyone_and_everything(graded):
    students = {student for student, _ in graded}
    assert len(students) == 13
    assert len(graded) == 13 * 7
    assert all(graded[s, slug].max_score == most for s in students for slug, most in POINTS.items())


@pytest.mark.parametrize(
    ("student", "why"),
    [
        ("4021", "perfect, in Korean"),
        ("4024", "perfect, in English, in files called a01_sigmoid (1).ipynb"),
        ("4029", "right, but prints to stderr and warns"),
        ("4030", "a .py in place of each notebook"),
        ("4032", "a cell twice, as copies with one id"),
    ],
)
def test_right_work_gets_everything(graded, left_out, student, why):
    full = {slug: most for slug, most in POINTS.items() if (student, slug) not in left_out}
    assert {slug: graded[student, slug].score for slug in full} == full


def test_typical_mistakes_lose_their_items_and_are_named(graded):
    assert lost(graded, "4022") == {
        "a01_sigmoid": {"sig.grad_stable": "failed", "predict": "failed"},
        "a04_bce_cost": {"bce.values": "failed"},
        "a08_softmax_classifier": {"model.forward": "failed"},
        "a10_xor_mlp": {
            "train.trajectory_2": "failed",
            "train.trajectory_11": "failed",
            "train.solves": "failed",
        },
        "a11_conv_shapes": {"size.basic": "failed", "same": "failed"},
        "a14_pooling": {"max.negative_pad": "failed", "avg.padding": "failed"},
        "a16_momentum": {"step.second": "failed"},
    }
    named = {i.mistake for slug in POINTS for i in graded["4022", slug].items if i.points == 0}
    assert named == {
        "sigmoid.slide_gradient", "predict.exclusive", "bce.sum", "model.softmax",
        "train.no_zero_grad", "size.one_sided_padding", "same.both_sides", "max.zero_pad",
        "avg.always_exclude", "step.no_carry",
    }  # fmt: skip


def test_partly_done_work_gets_its_part_and_the_rest_is_not_attempted(graded):
    scores = {slug: graded["4023", slug].score for slug in POINTS}
    assert scores == dict(zip(POINTS, (8, 1, 2, 3, 5, 1, 5), strict=True))
    assert {o for items in lost(graded, "4023").values() for o in items.values()} == {
        "not_attempted"
    }


def test_untouched_stubs_get_nothing_and_are_not_attempted(graded):
    assert sum(graded["4025", slug].score for slug in POINTS) == 0
    assert {o for items in lost(graded, "4025").values() for o in items.values()} == {
        "not_attempted"
    }


def test_a_syntax_error_in_one_cell_costs_its_function_only(graded):
    assert lost(graded, "4026") == {"a04_bce_cost": {"mse": "crashed"}}


def test_an_infinite_loop_in_one_function_costs_it_only(graded):
    assert lost(graded, "4027") == {"a11_conv_shapes": {"same": "timeout"}}


def test_an_exit_in_one_function_costs_it_only(graded):
    assert lost(graded, "4028") == {"a16_momentum": {"convert": "crashed"}}


def test_a_corrupt_notebook_is_unreadable_and_costs_nothing_else(graded, place):
    broken = graded["4031", "a14_pooling"]
    assert (broken.status, broken.score, broken.items) == ("unreadable", 0, ())
    assert lost(graded, "4031") == {}
    assert "4031: a14_pooling.ipynb: 노트북 파일이 손상되었습니다" in (place / "stderr").read_text()


def test_what_was_not_handed_in_is_missing(graded, place, left_out):
    missing = {key for key, result in graded.items() if result.status == "missing"}
    assert missing == {("4033", "a16_momentum"), *left_out}
    assert "미제출" in (place / "stdout").read_text()
    assert lost(graded, "4033") == {}


def test_collecting_says_how_much_was_taken(place, left_out):
    files = 90 - len(left_out)
    assert f"13명의 파일 {files}개를 수거했습니다" in (place / "stderr").read_text()


def test_git_keeps_the_example_as_it_is():
    """No file of the example falls to .gitignore, whose names are those of the kit's results."""
    ignored = subprocess.run(
        ["git", "status", "--short", "--ignored", "examples"],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert "!!" not in ignored.stdout
