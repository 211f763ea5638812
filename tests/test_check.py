"""`check` tells an author what is not as it must be, and how to mend it."""

import shutil

import pytest

from tests.conftest import PROJECT, autograder, course_of

SLUG = "a01_sigmoid"


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """What check says of a course with one fault of each kind."""
    course = course_of(tmp_path_factory.mktemp("check"), SLUG)
    shutil.copytree(
        PROJECT / "assignments" / "a11_conv_shapes", course / "assignments" / "a11_conv_shapes"
    )
    (course / "course.toml").write_text(
        f'title = "x"\nassignments = ["{SLUG}", "a11_conv_shapes"]\n'
    )
    (course / "solutions" / SLUG / "mistakes.py").write_text(
        '@mistake("sigmoid.none", loses=["sig.values"], ko="가", en="a")\n'
        "def sigmoid(x):\n    return x\n\n\n"
        '@mistake("predict.fine", loses=["predict", "nothing"], ko="나", en="b")\n'
        "def predict(h, threshold=0.5):\n    return h >= threshold\n"
    )
    (course / "solutions" / SLUG / "accepted" / "wrong.py").write_text("def predict(h): return h\n")
    source = course / "assignments" / SLUG / f"{SLUG}.py"
    source.write_text(
        source.read_text("utf-8").replace('NotImplementedError("predict")', "ValueError"), "utf-8"
    )
    tests = course / "assignments" / SLUG / f"test_{SLUG}.py"
    tests.write_text(tests.read_text("utf-8").replace("[0.5]", "[0.6]"), "utf-8")
    run = autograder("check", "--lang", "en", cwd=course)
    assert run.returncode == 1
    return " ".join(run.stdout.split())


@pytest.mark.parametrize(
    "finding",
    [
        "The reference solution is missing.",
        "Write solutions/a11_conv_shapes/a11_conv_shapes.py",
        "mistake sigmoid.none loses sig.extreme",
        "mistake predict.fine does not lose predict.",
        "mistake predict.fine loses nothing, which is no item.",
        "accepted/wrong.py loses predict",
        "the stub: predict must be 'not written', and is 'crashed'.",
        "a01_sigmoid.py: predict is not a stub.",
        "test_a01_sigmoid.py, test_sigmoid_of_zero_is_one_half fails on the reference solution",
    ],
)
def test_each_fault_is_found(told, finding):
    assert finding in told


def test_each_finding_has_a_remedy(told):
    for remedy in (
        "Make the grader fairer",
        "Add a case to the item",
        "docs/writing-an-assignment.md",
    ):
        assert remedy in told


def test_findings_are_told_in_the_courses_language(tmp_path):
    course = course_of(tmp_path, SLUG)
    (course / "solutions" / SLUG / f"{SLUG}.py").unlink()
    run = autograder("check", cwd=course)
    assert run.returncode == 1
    assert "모범 답안 파일이 없습니다." in run.stdout
    assert f"solutions/{SLUG}/{SLUG}.py 파일을 쓰세요." in " ".join(run.stdout.split())
    assert "고칠 것 1건" in run.stdout


def test_bold_text_that_readers_would_see_with_its_stars_is_found(tmp_path):
    course = course_of(tmp_path, SLUG)
    source = course / "assignments" / SLUG / f"{SLUG}.py"
    words = "# 거의 **45°**로 **새 $s$**, 한 번 **더** 갑니다.\n"
    source.write_text(
        source.read_text("utf-8").replace('tags=["ko"]\n', f'tags=["ko"]\n{words}', 1), "utf-8"
    )
    run = autograder("check", "--lang", "en", cwd=course)
    assert run.returncode == 1
    assert "**45°**로 is not shown in bold" in run.stdout
    assert run.stdout.count("with its stars") == 1
