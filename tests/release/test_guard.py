"""What must not go out is refused, in a sentence and with a hint, before anything is written."""

import pytest

from autograder.errors import KitError
from autograder.nbgrading.database import gradebook_of, opened
from autograder.release import release

SOURCE = "assignments/a01_double/a01_double.py"
STUB = '    raise NotImplementedError("double")'


def refused(small, language="ko"):
    """The sentence and the hint of the refusal; nothing is written."""
    with pytest.raises(KitError) as caught:
        release(small.course, small.root, language, ["a01_double"])
    assert not small.target.exists()
    assert caught.value.hint.en
    return f"{caught.value} {caught.value.hint.en}"


def test_an_assignment_without_a_file_for_students(small):
    (small.root / SOURCE).unlink()
    assert "a01_double.py is not in" in refused(small)


def test_an_assignment_without_a_self_check(small):
    (small.root / "assignments/a01_double/test_a01_double.py").unlink()
    assert "test_a01_double.py is not in" in refused(small)


def test_a_course_without_its_self_check_kit(small):
    (small.root / "assignments/selfcheck/pytest.ini").unlink()
    assert "pytest.ini is not in" in refused(small)


def test_a_file_that_is_not_utf_8(small):
    (small.root / SOURCE).write_bytes("# %% [markdown]\n# 두 배\n".encode("cp949"))
    assert "is not UTF-8" in refused(small)


def test_an_assignment_without_text_in_the_language(small):
    small.change(SOURCE, 'tags=["en"]', 'tags=["ko"]')
    assert 'tags=["en"]' in refused(small, "en")


def test_text_that_is_not_written_as_comments(small):
    small.change(SOURCE, "# # 두 배\n", '"""\n# 두 배\n"""\n')
    assert "other code" in refused(small)


def test_an_ipython_magic_that_only_the_notebook_would_run(small):
    small.change(SOURCE, "# %%\ndef", "# %%\n# %matplotlib inline\ndef")
    assert "leave IPython magics out" in refused(small)


def test_a_syntax_error(small):
    small.change(SOURCE, "def double(x):", "def double(x:")
    assert "a01_double.py, line" in refused(small)


def test_a_stub_that_returns_something(small):
    small.change(SOURCE, STUB, "    return None")
    assert "double is not a stub" in refused(small)


def test_a_class_of_which_nothing_is_left_to_write(small):
    small.change(SOURCE, '        raise NotImplementedError("Doubler")\n', "")
    assert "Doubler is not a stub" in refused(small)


def test_a_graded_function_that_students_do_not_have(small):
    small.change(SOURCE, "def double(x)", "def twice(x)")
    assert "has no double, which is graded" in refused(small)


def test_a_stub_with_the_solution_above_it(small):
    answer = "    the_factor_of_the_reference = 2\n    return the_factor_of_the_reference * x\n"
    small.change(SOURCE, STUB, answer + STUB)
    assert "holds the whole reference solution" in refused(small)


def test_a_stub_with_the_solution_commented_out(small):
    answer = "    # the_factor_of_the_reference = 2\n    # return the_factor_of_the_reference * x\n"
    small.change(SOURCE, STUB, answer + STUB)
    assert "holds the whole reference solution" in refused(small)


def test_a_line_of_the_solution_in_the_self_check_kit(small):
    small.write("assignments/selfcheck/_hints.py", "# return the_factor_of_the_reference * x\n")
    message = refused(small)
    assert "_hints.py would show students a line of" in message
    assert "return the_factor_of_the_reference * x" in message


def test_a_line_of_the_solution_in_the_check_cells(small):
    path = small.root / "assignments/selfcheck/notebook/check.py"
    path.write_text(f"# return the_factor_of_the_reference * x\n{path.read_text()}", "utf-8")
    message = refused(small)
    assert "a01_double.ipynb would show students a line of" in message


def test_a_refused_assignment_is_unknown_to_nbgrader(kept):
    kept.change(SOURCE, STUB, "    return None")
    refused(kept)
    assert not (kept.root / "source").exists()
    with opened(gradebook_of(kept.course, kept.root)) as gradebook:
        assert gradebook.assignments == []


def test_a_task_without_a_public_test(small):
    small.change("assignments/a01_double/test_a01_double.py", "Doubler().factor", "double(1)")
    assert "test_a01_double.py has no test of Doubler" in refused(small)


def test_two_tasks_in_one_cell(small):
    small.change(SOURCE, "\n\n# %%\nclass Doubler", "\n\nclass Doubler")
    assert "double and Doubler are to be written in one cell" in refused(small)


@pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning")  # of nbgrader's own models
def test_other_tasks_than_those_that_were_graded(kept):
    with opened(gradebook_of(kept.course, kept.root)) as gradebook:
        gradebook.add_assignment("a01_double")
        gradebook.add_notebook("a01_double", "a01_double")
        gradebook.add_student("4021")
        gradebook.add_submission("a01_double", "4021")
    assert "other tasks than when it was handed in" in refused(kept)


def test_a_gradebook_that_is_none(kept):
    (kept.root / "gradebook.db").write_bytes(b"no database at all, but a text" * 9)
    assert "cannot be used (file is not a database)" in refused(kept)


def test_a_line_of_an_accepted_answer_in_the_self_check_kit(small):
    small.write(
        "solutions/a01_double/accepted/sum.py",
        "def double(x):\n    return sum([x, x], start=0.0)\n",
    )
    small.write("assignments/selfcheck/_hints.py", "HINT = 'return sum([x, x], start=0.0)'\n")
    assert "sum.py" in refused(small)


def test_a_line_of_the_grader_in_the_self_check_kit(small):
    small.write("assignments/selfcheck/_more.py", "assert student.double(123456789) == 246913578\n")
    assert "_more.py would show" in refused(small)


def test_a_start_that_students_are_given_is_no_leak(small):
    small.change(SOURCE, STUB, "    the_factor_of_the_reference = 2\n" + STUB)
    assert release(small.course, small.root, "ko", ["a01_double"])


def test_a_line_that_the_public_text_shows_is_no_leak(small):
    small.change(SOURCE, "# 값을 두 배로 만드세요.", "# `return the_factor_of_the_reference * x`")
    small.write("assignments/selfcheck/_hints.py", "# return the_factor_of_the_reference * x\n")
    assert release(small.course, small.root, "ko", ["a01_double"])


def test_an_assignment_whose_grader_is_not_written_yet_can_be_released(small):
    (small.root / "autograder/graders/a01_double.py").unlink()
    assert release(small.course, small.root, "ko", ["a01_double"])


def test_one_unfit_assignment_keeps_all_from_being_written(small):
    small.write(
        "course.toml", 'title = "x"\ndb_url = ""\nassignments = ["a01_double", "a02_empty"]\n'
    )
    small.write("assignments/a02_empty/assignment.toml", '[title]\nko = "빈"\nen = "Empty"\n')
    with pytest.raises(KitError):
        release(small.course, small.root, "ko", small.course.slugs)
    assert not small.target.exists()


def test_an_unknown_assignment(small):
    with pytest.raises(KitError, match="a09_nix"):
        release(small.course, small.root, "ko", ["a09_nix"])
