"""Solutions go out when nobody can hand in any more, and nothing goes out with them."""

import json
from datetime import UTC, datetime, timedelta

import pytest

from autograder.course import load_course
from autograder.errors import CourseError
from autograder.nbgrading.deadlines import Deadlines
from autograder.release.solved import closed, release_solutions
from autograder.submission import CHECK_CELL, code_of, parse
from tests.conftest import PROJECT, autograder, solution

NOW = datetime(2026, 12, 2, tzinfo=UTC)
BEFORE, AFTER = NOW - timedelta(days=1), NOW + timedelta(days=1)


def lines_of(path):
    return set(code_of(parse(path.read_bytes(), path.name)).splitlines())


@pytest.mark.parametrize("language", ["ko", "en"])
def test_each_stub_is_the_references_own_with_the_text_around_it(tmp_path, language):
    course = load_course(PROJECT)
    slugs = ["a01_sigmoid", "a18_slide_clinic"]
    for slug, folder in zip(
        slugs, release_solutions(course, tmp_path, language, slugs), strict=True
    ):
        notebook, script = folder / f"{slug}.ipynb", folder / f"{slug}.py"
        assert sorted(folder.iterdir()) == [notebook, script]
        assert lines_of(notebook) == lines_of(script)
        assert not any("raise NotImplementedError" in line for line in lines_of(script))
        reference = {
            line for line in solution(slug).splitlines() if line.startswith(("def ", "    re"))
        }
        assert reference <= lines_of(script)
        cells = json.loads(notebook.read_text("utf-8"))["cells"]
        assert not any(CHECK_CELL.match("".join(cell["source"])) for cell in cells)
        assert not any("nbgrader" in cell["metadata"] for cell in cells)
        text = script.read_text("utf-8")
        assert (("점)" in text), ("points)" in text)) == (language == "ko", language == "en")


def test_what_the_reference_needs_stands_in_front_of_it(small):
    small.change(
        "solutions/a01_double/a01_double.py", "def double", "import math\n\nTWO = 2\n\n\ndef double"
    )
    (folder,) = release_solutions(small.course, small.root, "en", ["a01_double"])
    text = (folder / "a01_double.py").read_text()
    assert text.index("import math") < text.index("TWO = 2") < text.index("def double")


def test_only_what_is_past_its_last_day_goes_out(small):
    course = small.course
    (slug,) = course.slugs
    assert closed(course, [], {slug: BEFORE}, NOW) == [slug]
    with pytest.raises(CourseError, match="No assignment is past its due date"):
        closed(course, [], {slug: AFTER}, NOW)
    with pytest.raises(CourseError, match="a01_double can still be handed in, until 2026-12-03"):
        closed(course, [slug], {slug: AFTER}, NOW)


def test_without_a_due_date_it_goes_out_where_it_is_named(small):
    course = small.course
    with pytest.raises(CourseError, match="No assignment is past") as told:
        closed(course, [], {}, NOW)
    assert "--assignment" in told.value.hint.en
    assert closed(course, ["a01_double"], {}, NOW) == ["a01_double"]


def test_anybodys_extension_keeps_the_solution_private(small):
    small.write(
        "course.toml",
        'title = "x"\nassignments = ["a01_double"]\n[due]\na01_double = 2026-12-01T00:00:00Z\n'
        '[extensions.4021]\na01_double = "3 days"\n',
    )
    assignment = small.course["a01_double"]
    granted = Deadlines({}, {("4022", "a01_double"): timedelta(days=5)})
    assert Deadlines().last(assignment) == datetime(2026, 12, 4, tzinfo=UTC)
    assert granted.last(assignment) == datetime(2026, 12, 6, tzinfo=UTC)


def test_the_verb_tells_where_the_solution_lies(tmp_path):
    run = autograder(
        "release", "--solutions", "-a", "a01_sigmoid", "--out", tmp_path, "--db-url", ""
    )
    assert (run.returncode, run.stdout) == (0, f"{tmp_path / 'solved' / 'a01_sigmoid'}\n"), (
        run.stderr
    )
    assert list(tmp_path.iterdir()) == [tmp_path / "solved"]
