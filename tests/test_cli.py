"""The command line: it says what it can, and what is wrong, in a sentence and a hint."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from autograder.collect.layouts import LMSS
from autograder.pages.returned import WHERE
from autograder.record.lms import TABLES
from tests.conftest import PROJECT, autograder, autograder_afresh


def test_help_lists_the_verbs():
    run = autograder_afresh("--help")
    assert run.returncode == 0
    for verb in ("release", "collect", "grade", "feedback", "report", "export", "history", "check"):
        assert verb in run.stdout


def test_help_does_not_wait_for_torch():
    code = (
        "import sys; sys.argv = ['autograder', '--help']\n"
        "from autograder.cli import main\n"
        "try: main()\nexcept SystemExit: pass\n"
        "print([name for name in ('torch', 'numpy', 'nbformat', 'pytest') if name in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], cwd=PROJECT, capture_output=True, text=True)
    assert run.stdout.splitlines()[-1] == "[]"


def assert_told(run, error, hint):
    """It ended with status 2 and a sentence, and has done nothing else."""
    assert run.returncode == 2
    assert error in run.stderr
    assert hint in run.stderr.partition("hint: ")[2]
    assert "Traceback" not in run.stderr
    assert run.stdout == ""


@pytest.mark.parametrize(
    ("args", "error", "hint"),
    [
        (
            ["grade", "--submitted", "/nowhere"],
            "There is nothing to grade in /nowhere.",
            "make collect",
        ),
        (["grade", "-a", "a99_nothing"], "No assignment is called 'a99_nothing'", "a01_sigmoid"),
        (["grade", "--isolation", "prayer"], "There is no isolation called 'prayer'", "landlock"),
        (["check", "a01_sigmod"], "No assignment is called 'a01_sigmod'", "mean a01_sigmoid?"),
        (["mutants", "a18"], "No assignment is called 'a18'", "mean a18_slide_clinic?"),
        (["feedback", "-a", "a99_nothing"], "No assignment is called 'a99_nothing'", "a01_sigmoid"),
        (["feedback", "--lms", "moodel"], "No zip can be made for 'moodel'", "moodle, canvas"),
        (["new", "rnn"], "'rnn' is no name for an assignment.", "a19_rnn"),
        (["similarity", "-a", "a03"], "No assignment is called 'a03'", "mean a03_dot_product?"),
        (["check", "a99_nothing"], "No assignment is called 'a99_nothing'", "a01_sigmoid"),
        (["release", "-a", "a99_nothing"], "No assignment is called 'a99_nothing'", "a01_sigmoid"),
        (
            ["feedback", "--out", "/nowhere"],
            "/nowhere/results.jsonl holds no such result",
            "make grade",
        ),
        (
            ["history", "4021", "a01_sigmoid", "--out", "/nowhere"],
            "knows no student called '4021'",
            "make grade",
        ),
        (["report", "--out", "/nowhere"], "/nowhere/results.jsonl holds no results", "make grade"),
        (["export", "blackboard"], "There is no export for 'blackboard'", "moodle, canvas, excel"),
        (["collect", "/nowhere"], "/nowhere", ""),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_the_instructor_can_mend_is_told_with_status_2(args, error, hint):
    assert_told(autograder(*args, "--lang", "en"), error, hint)


@pytest.mark.parametrize(
    "args", [("grade", "-a", "a99"), ("check", "a99"), ("release", "-a", "a99")]
)
def test_what_is_wrong_is_told_in_the_courses_language(args):
    run = autograder(*args)
    assert run.returncode == 2
    assert run.stderr.startswith(
        "error: 이름이 'a99'인 과제가 없습니다.\n\nhint: 이 과목의 과제: a01_"
    )


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        ('language = "ko"\ntitle =', "error: 파일이 올바르지 않습니다."),
        ("language = 'en'\ntitle =", "error: course.toml: "),
        ("title = 'x'\nassignments = ['a01_none']", "error: course.toml에 적힌 a01_none 과제의"),
        (
            'title = "x"\nassignments = []\nlanguage = "fr"',
            "error: course.toml: language 값이 'fr'입니다.",
        ),
    ],
)
def test_a_course_that_is_broken_is_told_in_its_own_language(tmp_path, wrong, error):
    (tmp_path / "course.toml").write_text(wrong)
    run = autograder("grade", cwd=tmp_path)
    assert run.returncode == 2
    assert (
        run.stderr.replace(f"{tmp_path}/course.toml 파일", "파일")
        .replace(f"{tmp_path}/", "")
        .startswith(error)
    )


def test_a_language_that_nothing_is_written_in_is_refused_in_the_courses():
    run = autograder("grade", "--lang", "fr")
    assert run.stderr == (
        "error: 'fr' 언어는 지원하지 않습니다.\n\nhint: --lang에는 ko 또는 en을 쓰세요.\n"
    )


def test_where_nothing_can_be_collected_nobody_is_graded_in_its_place(tmp_path):
    (tmp_path / "notes.txt").write_text("no hand-in")
    place = ["--submitted", tmp_path / "submitted", "--out", tmp_path]
    run = autograder("grade", tmp_path, *place, "--lang", "en")
    assert run.returncode == 2
    assert f"Nothing in {tmp_path} can be taken." in run.stderr
    assert "hint: A file is known by its assignment's name" in run.stderr


def test_a_file_in_place_of_a_folder_is_told_in_a_sentence(tmp_path):
    (tmp_path / "taken").write_text("")
    run = autograder("release", "-a", "a01_sigmoid", "--out", tmp_path / "taken", "--lang", "en")
    assert run.returncode == 2
    assert run.stderr.startswith(f"error: {tmp_path / 'taken'} cannot be used (File exists).")
    assert "Traceback" not in run.stderr


def test_output_that_finds_no_room_is_told_in_a_sentence():
    with Path("/dev/full").open("w") as full:
        run = subprocess.run(
            [sys.executable, "-m", "autograder", "--help"],
            cwd=PROJECT, stdout=full, stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
    assert run.returncode == 2
    assert run.stderr.startswith(
        "error: 출력을 쓸 수 없습니다. (No space left on device)\n\nhint: "
    )


def test_who_reads_the_first_lines_only_is_shown_no_traceback():
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer) as broken:
        run = subprocess.run(
            [sys.executable, "-m", "autograder", "--help"],
            cwd=PROJECT, stdout=broken, stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
    assert (run.returncode, run.stderr) == (1, "")


def test_a_run_of_these_tests_ends_as_one_that_is_typed():
    for args in (["--help"], ["grade", "-a", "a99_nothing"], ["grade", "--nonsense"]):
        forked, typed = autograder(*args), autograder_afresh(*args)
        assert forked.returncode == typed.returncode
        assert (forked.stdout, forked.stderr) == (typed.stdout, typed.stderr)


def make(*args, language="C.UTF-8"):
    return subprocess.run(
        ["make", "--no-print-directory", *args],
        cwd=PROJECT, env=os.environ | {"LC_ALL": language}, capture_output=True, text=True,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("language", "words"), [("C.UTF-8", "grade the class"), ("ko_KR.UTF-8", "수거부터")]
)
def test_make_alone_lists_the_verbs_on_one_screen(language, words):
    lines = make(language=language).stdout.splitlines()
    assert len(lines) <= 24
    assert max(map(len, lines)) <= 80
    shown = " ".join(lines)
    for verb in ("release", "collect", "grade", "feedback", "similarity", "new", "check", "kills"):
        assert f" {verb}" in shown
    assert words in shown


@pytest.mark.parametrize(
    ("verb", "hint"),
    [("grdae", "Did you mean make grade?"), ("xyz", "make alone lists the verbs.")],
)
def test_a_wrong_verb_of_make_names_the_nearest(verb, hint):
    run = make(verb)
    assert run.returncode == 2
    assert run.stderr.startswith(f"error: There is no 'make {verb}'.\n\nhint: {hint}\n")


@pytest.mark.parametrize(
    ("typed", "error", "hint"),
    [
        (
            ["grade", "FORM=moodle.zip"],
            "'make grade' takes no FORM=…",
            "It takes FROM WORKERS ARGS",
        ),
        (["grade", "ASSIGNMENT=a01_sigmoid"], "takes no ASSIGNMENT=…", "Options go into ARGS"),
        (["new", "FROM=a19_rnn"], "'make new' takes no FROM=…", "It takes NAME ARGS"),
        (["grade", "examples/class"], "There is no 'make examples/class'.", "FROM=moodle.zip"),
        (["collect"], "'make collect' needs FROM=…", "Like this: make collect FROM=moodle.zip"),
        (["history", "STUDENT=4021"], "'make history' needs ASSIGNMENT=…", "STUDENT=4021 ASSIGN"),
        (["report", "export"], "'make export' needs TO=…", "Like this: make export TO=moodle"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_make_would_pass_over_is_told_before_anything_runs(typed, error, hint):
    assert_told(make(*typed), error, hint)


def test_make_tells_what_is_wrong_in_the_terminals_language():
    run = make("grdae", language="ko_KR.UTF-8")
    assert (
        "error: 'make grdae' 명령은 없습니다.\n\nhint: 혹시 make grade 명령인가요?\n" in run.stderr
    )


@pytest.mark.parametrize(
    ("typed", "error", "hint"),
    [
        (["grad"], "'grad' 명령은 없습니다.", "혹시 grade 명령인가요?"),
        (["xyz"], "'xyz' 명령은 없습니다.", "python -m autograder --help"),
        (["grade", "--assignmnt", "x"], "--assignmnt 옵션은 없습니다.", "--assignment"),
        (["grade", "--foobar"], "--foobar 옵션은 없습니다.", "python -m autograder grade --help"),
        (["similarity", "--out"], "--out 뒤에 값이 없습니다.", "--help"),
        (["grade", "--jobs", "many"], "--jobs: 쓸 수 없는 값입니다.", "autograder grade --help"),
        (["collect"], "FROM... 값이 없습니다.", "python -m autograder collect --help"),
        (
            ["collect", "examples/clas"],
            "그런 파일이나 폴더가 없습니다.",
            "혹시 examples/class인가요?",
        ),
        (["collect", "none/x.zip"], "그런 파일이나 폴더가 없습니다.", "LMS에서 받은"),
        (["history", "4021"], "ASSIGNMENT 값이 없습니다.", "autograder history --help"),
        (["release", "a01_sigmoid"], "(Got unexpected extra argument", "autograder release --help"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_mistyped_command_is_told_in_a_sentence_and_a_hint(typed, error, hint):
    assert_told(autograder(*typed), error, hint)


@pytest.mark.parametrize(("language", "korean"), [("ko_KR.UTF-8", True), ("C.UTF-8", False)])
def test_help_is_in_the_language_of_the_terminal(monkeypatch, language, korean):
    monkeypatch.delenv("LC_ALL", raising=False)
    monkeypatch.setenv("LANG", language)
    options = autograder_afresh("grade", "--help").stdout.partition("Options:")[2]
    explained = re.findall(r"^  -.*?(?=^  -|\Z)", options, re.MULTILINE | re.DOTALL)[:-1]
    assert len(explained) > 10
    assert all(bool(re.search("[가-힣]", each)) is korean for each in explained)


@pytest.mark.parametrize(
    ("verb", "names"), [("collect", LMSS), ("feedback", WHERE), ("export", TABLES)]
)
def test_the_help_names_every_lms_that_a_verb_knows(verb, names):
    """The command line lists them by itself: it must not wait for the rooms that know."""
    words = re.findall(r"\w+", autograder(verb, "--help").stdout)
    assert set(names) <= set(words)


@pytest.mark.parametrize(
    ("around", "told"),
    [
        (
            {"LC_ALL": "", "LANG": "ko_KR.UTF-8"},
            "\n\nhint: course.toml이 있는 폴더에서 실행하세요.",
        ),
        ({"LC_ALL": "C.UTF-8", "LANG": "ko_KR.UTF-8"}, "\n\nhint: Run from the folder that holds"),
    ],
    ids=["ko", "en"],
)
def test_outside_a_course_it_says_where_to_go_in_the_terminals_language(
    tmp_path, monkeypatch, around, told
):
    for name, value in around.items():
        monkeypatch.setenv(name, value)
    run = autograder("grade", cwd=tmp_path)
    assert run.returncode == 2
    assert told in run.stderr
