"""What a student finds in the folder that was released."""

import hashlib
import json
import shutil
from pathlib import Path

import jupytext
import nbformat
import pytest
from nbgrader.validator import Validator

from autograder.course import load_course
from autograder.release import release
from autograder.submission import CHECK_CELL, code_of, parse
from tests.conftest import PROJECT

LANGUAGES = ("ko", "en")


@pytest.fixture(scope="module")
def released(tmp_path_factory, gradebook):
    """The real first assignment in both languages: language → folder."""
    course = load_course(PROJECT)
    folders = {}
    for language in LANGUAGES:
        out = tmp_path_factory.mktemp(language)
        shutil.copy(gradebook, out)
        folders[language] = release(course, out, language, ["a01_sigmoid"])[0]
    return folders


def notebook_of(folder):
    return nbformat.read(folder / f"{folder.name}.ipynb", as_version=4)


def text_of(folder):
    return "\n".join(c.source for c in notebook_of(folder).cells if c.cell_type == "markdown")


def files_in(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def is_work(cell):
    """Whether it is code, and not ours that checks it."""
    return cell.cell_type == "code" and not CHECK_CELL.match(cell.source)


def code_in(path):
    return code_of(parse(path.read_bytes(), path.name))


@pytest.mark.parametrize("language", LANGUAGES)
def test_grading_sees_the_same_code_in_the_notebook_the_py_and_the_source(released, language):
    folder = released[language]
    source = code_in(PROJECT / "assignments" / "a01_sigmoid" / "a01_sigmoid.py")
    assert code_in(folder / "a01_sigmoid.ipynb") == source
    assert code_in(folder / "a01_sigmoid.py") == source


def test_the_notebook_holds_text_of_its_language_only(released):
    assert "부품 검사에서" in text_of(released["ko"])
    assert "A part that scores" not in text_of(released["ko"])
    assert "A part that scores" in text_of(released["en"])
    assert "부품 검사에서" not in text_of(released["en"])


def test_what_students_write_in_is_the_same_in_both_languages(released):
    ko, en = (
        [cell.source for cell in notebook_of(released[language]).cells if is_work(cell)]
        for language in LANGUAGES
    )
    assert ko == en


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_notebook_is_valid_and_has_no_outputs_and_no_tags_of_ours(released, language):
    notebook = notebook_of(released[language])
    nbformat.validate(notebook)
    assert notebook.metadata.kernelspec.name == "python3"
    assert notebook.metadata.language_info.name == "python"
    assert all("nbgrader" in cell.metadata or not cell.metadata for cell in notebook.cells)
    assert all(not cell.outputs for cell in notebook.cells if cell.cell_type == "code")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_py_holds_the_cells_of_the_notebook_without_checks_and_header(released, language):
    path = released[language] / "a01_sigmoid.py"
    cells = [(c.cell_type, c.source) for c in jupytext.read(path, fmt="py:percent").cells]
    notebook = notebook_of(released[language])
    assert cells == [
        (c.cell_type, c.source) for c in notebook.cells if c.cell_type == "markdown" or is_work(c)
    ]
    assert path.read_text("utf-8").startswith("# %% [markdown]\n# # ")


def test_two_releases_are_the_same_byte_for_byte(small):
    first = files_in(release(small.course, small.root, "ko", ["a01_double"])[0])
    assert files_in(release(small.course, small.root, "ko", ["a01_double"])[0]) == first


def test_nbgrader_finds_as_source_just_what_students_get(released):
    out = released["ko"].parents[1]
    assert files_in(out / "source" / "a01_sigmoid") == files_in(released["ko"])


def test_cell_ids_are_unique(released):
    ids = [cell.id for cell in notebook_of(released["ko"]).cells]
    assert len(set(ids)) == len(ids)


def test_the_folder_holds_what_a_student_needs_and_nothing_else(released):
    assert {path.name for path in released["ko"].iterdir()} == {
        "a01_sigmoid.ipynb",
        "a01_sigmoid.py",
        "test_a01_sigmoid.py",
        "check.py",
        "conftest.py",
        "_calls.py",
        "_loader.py",
        "_warm.py",
        "_watch.py",
        "_verdict.py",
        "_words.py",
        "pytest.ini",
        "matplotlibrc",
        ".release.json",
        "README.md",
        "requirements.txt",
    }


@pytest.mark.parametrize(("language", "title"), [("ko", "시그모이드"), ("en", "Sigmoid")])
def test_the_readme_tells_title_commands_and_the_file_to_hand_in(released, language, title):
    text = (released[language] / "README.md").read_text("utf-8")
    assert text.startswith(f"# {title}")
    for command in (
        "pip install -r requirements.txt",
        "jupyter lab a01_sigmoid.ipynb",
        "py check.py",
        "~/torch-env/bin/python check.py",
        "check.py sigmoid",
    ):
        assert command in text
    assert "`a01_sigmoid.ipynb`**" in text


def test_the_release_note_tells_language_digest_of_the_code_and_the_task_of_each_test(released):
    note = json.loads((released["en"] / ".release.json").read_text("utf-8"))
    code = code_in(released["en"] / "a01_sigmoid.ipynb")
    assert note["language"] == "en"
    assert note["code_sha256"] == hashlib.sha256(code.encode()).hexdigest()
    assert note["tasks"]["test_predict_counts_the_threshold_itself_as_true"] == "predict"
    assert list(dict.fromkeys(note["tasks"].values())) == [
        "sigmoid",
        "hypothesis",
        "predict",
        "decision_boundary",
    ]


def test_text_without_a_language_is_in_both(small):
    for language in LANGUAGES:
        folder = release(small.course, small.root, language, ["a01_double"])[0]
        assert "$y = 2x$" in text_of(folder)


def test_what_tools_and_authors_leave_beside_the_self_check_stays_there(small):
    small.write("assignments/selfcheck/__pycache__/conftest.cpython-311.pyc", "x")
    small.write("assignments/selfcheck/notes.txt", "x")
    folder = release(small.course, small.root, "ko", ["a01_double"])[0]
    names = {path.name for path in folder.iterdir()}
    assert not names & {"__pycache__", "notes.txt"}


def test_what_an_earlier_release_left_is_gone(small):
    small.write("release/a01_double/old.txt", "x")
    small.write("release/a01_double/data/old.txt", "x")
    folder = release(small.course, small.root, "ko", ["a01_double"])[0]
    assert not (folder / "old.txt").exists()
    assert not (folder / "data").exists()


def test_everything_else_in_the_target_stays_and_nothing_is_added(small):
    small.write("release/README.md", "mine")
    small.write("release/a02_other/x.txt", "x")
    release(small.course, small.root, "ko", ["a01_double"])
    assert {path.name for path in small.target.iterdir()} == {
        "README.md",
        "a01_double",
        "a01_double.zip",
        "a02_other",
        "작은-과목.zip",
    }
    assert (small.target / "README.md").read_text() == "mine"


def test_the_old_folder_is_back_where_the_new_one_cannot_be_put(small, monkeypatch):
    small.write("release/a01_double/old.txt", "x")
    rename = Path.rename

    def refuse_the_new_one(path, target):
        if path.parent.name == "new":
            raise PermissionError("open in another program")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", refuse_the_new_one)
    with pytest.raises(PermissionError):
        release(small.course, small.root, "ko", ["a01_double"])
    assert [path.name for path in small.target.iterdir()] == ["a01_double"]
    assert (small.target / "a01_double" / "old.txt").exists()


def test_nbgraders_validate_tells_what_is_not_written_yet(small):
    folder = release(small.course, small.root, "en", ["a01_double"])[0]
    failed = Validator().validate(str(folder / "a01_double.ipynb"))["failed"]
    assert [cell["source"].split("\n")[0] for cell in failed] == [
        "%%check double",
        "%%check Doubler",
    ]
    assert "to do   double (0/1)" in failed[0]["raw_error"]
    assert "Traceback" not in failed[0]["raw_error"]
