"""`new` lays out an assignment that is whole, and `check` tells what an author breaks in it."""

import re
import shlex
import shutil

import pytest

from autograder.check.proofread import proofread
from autograder.course import load_course
from autograder.errors import CourseError
from autograder.new import new_assignment
from tests.conftest import PROJECT, autograder

SLUG = "a02_relu"
COURSE = """\
# The course.
title = "x"  # as the LMS has it
db_url = ""
assignments = [
    "a01_sigmoid", # easy ]
    # more to come
]

[limits]
cpu = 60
"""


def course_in(place, text=COURSE):
    (place / "course.toml").write_text(text)
    folder = place / "assignments" / "a01_sigmoid"
    folder.mkdir(parents=True)
    shutil.copy(PROJECT / "assignments" / "a01_sigmoid" / "assignment.toml", folder)
    return load_course(place)


@pytest.fixture
def course(tmp_path):
    return course_in(tmp_path)


@pytest.fixture
def laid_out(course):
    new_assignment(course, SLUG)
    return load_course(course.root)


def verbs_in(page):
    """The commands that a page shows, as make passes them on."""
    blocks = re.findall(r"^```sh\n(.*?)^```", page, re.MULTILINE | re.DOTALL)
    for line in "".join(blocks).splitlines():
        make, verb, *args = shlex.split(line)
        assert make == "make"
        yield [verb, *" ".join(arg.partition("=")[2] for arg in args).split()]


@pytest.mark.nightly
def test_every_command_of_the_page_for_authors_does_what_it_says(course):
    for name in ("autograder", "assignments/selfcheck"):
        shutil.copytree(PROJECT / name, course.root / name, ignore=shutil.ignore_patterns("__p*"))
    page = (PROJECT / "docs" / "writing-an-assignment.md").read_text("utf-8")
    said = {}
    for verb, *args in verbs_in(page.replace("/tmp/look", str(course.root / "look"))):
        run = said[verb] = autograder(verb, *args, cwd=course.root)
        assert run.returncode == 0, run.stdout + run.stderr
    assert list(said) == ["new", "check", "mutants", "release"]
    assert said["new"].stdout.startswith("assignments/a19_relu/a19_relu.py\n")
    assert "고칠 것 0건, 알려진 실수 3개 중 3개의 이름을 찾았습니다." in said["check"].stdout
    assert "100.0%" in said["mutants"].stdout
    assert (course.root / "look" / "release" / "a19_relu" / "a19_relu.ipynb").is_file()


def test_what_the_page_for_authors_says_of_files_is_so(course):
    page = (PROJECT / "docs" / "writing-an-assignment.md").read_text("utf-8")
    for path in new_assignment(course, "a19_relu"):
        assert path.name in page or f"{path.parent.name}/*.py" in page


def test_course_toml_keeps_all_else_as_it_was(laid_out):
    assert laid_out.slugs == ("a01_sigmoid", SLUG)
    told = (laid_out.root / "course.toml").read_text()
    assert told == COURSE.replace('"a01_sigmoid",', f'"a01_sigmoid",\n    "{SLUG}",')


@pytest.mark.parametrize("listed", ['[ "a01_sigmoid" ]', "['a01_sigmoid',]"])
def test_a_list_on_one_line_stays_on_it(tmp_path, listed):
    course = course_in(tmp_path, f'title = "x"\nassignments = {listed}\n')
    new_assignment(course, SLUG)
    assert load_course(tmp_path).slugs == ("a01_sigmoid", SLUG)
    assert (tmp_path / "course.toml").read_text().count("\n") == 2


def test_the_first_assignment_may_be_new(tmp_path):
    (tmp_path / "course.toml").write_text('title = "x"\nassignments = []\n')
    new_assignment(load_course(tmp_path), "a01_relu")
    assert load_course(tmp_path).slugs == ("a01_relu",)


@pytest.mark.parametrize(
    ("slug", "error", "hint"),
    [
        ("a01_sigmoid", "a01 is taken: a01_sigmoid.", "a02_sigmoid"),
        ("a01_other", "a01 is taken: a01_sigmoid.", "a02_other"),
        ("rnn", "'rnn' is no name", "a02_rnn"),
        ("../a02_x", "'../a02_x' is no name", "a02_rnn"),
        ("a03_there", "solutions/a03_there/mistakes.py is there already.", "make check"),
    ],
)
def test_a_name_that_is_wrong_or_taken_changes_nothing(course, slug, error, hint):
    there = course.root / "solutions" / "a03_there" / "mistakes.py"
    there.parent.mkdir(parents=True)
    there.touch()
    before = sorted(course.root.rglob("*"))
    with pytest.raises(CourseError) as caught:
        new_assignment(course, slug)
    assert error in str(caught.value)
    assert hint in caught.value.hint.en
    assert sorted(course.root.rglob("*")) == before
    assert (course.root / "course.toml").read_text() == COURSE


FILES = {
    "source": f"assignments/{SLUG}/{SLUG}.py",
    "self-check": f"assignments/{SLUG}/test_{SLUG}.py",
    "solution": f"solutions/{SLUG}/{SLUG}.py",
    "mistakes": f"solutions/{SLUG}/mistakes.py",
    "grader": f"autograder/graders/{SLUG}.py",
    "accepted": f"solutions/{SLUG}/accepted/clamped.py",
}


@pytest.mark.parametrize("file", FILES.values())
def test_a_file_that_is_gone_is_named_with_its_place(laid_out, file):
    (laid_out.root / file).unlink()
    (finding,) = proofread(laid_out[SLUG])
    assert re.fullmatch(r"(The .* is missing|No other right answer is there)\.", finding.what.en)
    assert file.removesuffix("clamped.py") in finding.hint.en


@pytest.mark.parametrize("file", [*FILES.values(), f"solutions/{SLUG}/equivalent.toml"])
def test_a_file_that_cannot_be_read_is_named_with_its_line(laid_out, file):
    path = laid_out.root / file
    text = path.read_text("utf-8")
    path.write_text(text + "\n)(\n", "utf-8")
    (finding,) = proofread(laid_out[SLUG])
    assert f"{file}" in finding.what.en
    assert f"line {len(text.splitlines()) + 2}" in finding.what.en
    path.write_bytes(text.encode("utf-16"))
    (finding,) = proofread(laid_out[SLUG])
    assert (finding.what.en, finding.hint.en) == (f"{file} is not UTF-8.", "Save it as UTF-8.")


@pytest.mark.parametrize(
    ("file", "old", "new", "what"),
    [
        ("source", '["ko"]', '["en"]', "0 text cells in Korean and 8 in English"),
        ("source", '# %% [markdown] tags=["en"]\n# Save', "# Save", "4 text cells in Korean and 3"),
        ("mistakes", "@mistake(", "@pytest.mark(", "No known mistake is there."),
        ("mistakes", "relu.dtype", "relu.abs", "Two mistakes are called relu.abs."),
        ("mistakes", "def relu", "def rely", "relu.abs replaces rely"),
        ("mistakes", "en=", "fr=", "mistakes.py, line 12: @mistake is not as it must be (Object"),
    ],
)
def test_what_is_amiss_inside_is_told_before_anything_runs(laid_out, file, old, new, what):
    path = laid_out.root / FILES[file]
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    finding = proofread(laid_out[SLUG])[0]
    assert what in finding.what.en
    assert finding.hint.en


def test_an_assignment_without_a_title_is_told_with_what_to_write(laid_out):
    (laid_out.root / f"assignments/{SLUG}/assignment.toml").unlink()
    with pytest.raises(
        CourseError, match=r"lists a02_relu, but .*assignment.toml is missing"
    ) as told:
        load_course(laid_out.root)
    assert "ko = " in told.value.hint.en
