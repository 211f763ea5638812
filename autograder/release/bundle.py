"""What is in a bundle: the text of each file, by its name."""

import hashlib
import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import jinja2

from autograder.course import PARTS, Assignment, Course, missing, not_utf8
from autograder.release.check_cells import Checks, packed
from autograder.release.hints import Hints
from autograder.release.notebook import as_ipynb, as_percent, cells_in
from autograder.release.rubric import Task
from autograder.submission import code_of, parse_percent
from autograder.text import Text

TEMPLATES = Path(__file__).parent / "templates"
SELF_CHECK = Text(
    "모든 배포 폴더에 들어가는 파일입니다. git에서 되살리세요.",
    "It travels with every bundle; git restores it.",
)

Bundle = dict[str, str]


def bundle_of(
    course: Course,
    assignment: Assignment,
    tasks: Sequence[Task],
    language: str,
    hints: Hints | None = None,
) -> Bundle:
    """The files of an assignment's bundle in one language."""
    slug, selfcheck = assignment.slug, course.root / "assignments" / "selfcheck"
    source = read(assignment.source)
    cells = cells_in(source, assignment.source.name, language)
    checks, told = checks_of(course, assignment, language), packed_hints(hints, language)
    travelling = _selfcheck(selfcheck)
    return {
        f"{slug}.ipynb": as_ipynb(slug, cells, checks, tasks, told),
        f"{slug}.py": as_percent(cells),
        assignment.self_check.name: checks.tests,
        **travelling,
        ".release.json": _release_note(language, source, checks.tasks_by_test(tasks), told),
        "README.md": _readme(course, assignment, tasks, language),
        "requirements.txt": read(TEMPLATES / "requirements.txt"),
    }


def checks_of(course: Course, assignment: Assignment, language: str) -> Checks:
    """The public tests of an assignment."""
    tests = read(assignment.self_check)
    return Checks(assignment.slug, tests, course.root / "assignments" / "selfcheck", language)


def packed_hints(hints: Hints | None, language: str) -> str:
    """The hints in one language as one line of text; empty where there are none."""
    return packed(hints.in_language(language)) if hints else ""


def read(path: Path, hint: Text = PARTS) -> str:
    """A text file of the course."""
    try:
        return path.read_text("utf-8")
    except FileNotFoundError:
        raise missing(path, hint) from None
    except UnicodeDecodeError:
        raise not_utf8(path) from None


def _selfcheck(folder: Path) -> Bundle:
    """What pytest needs in the student's folder, without what tools or authors leave beside it."""
    names = {
        "conftest.py",
        "pytest.ini",
        "matplotlibrc",
        *(path.name for path in folder.glob("*.py")),
    }
    return {name: read(folder / name, SELF_CHECK) for name in sorted(names)}


def course_readme(course: Course, slugs: Sequence[str], language: str) -> str:
    """What stands above the folders of these assignments."""
    titles = [(slug, course[slug].title.in_language(language)) for slug in slugs]
    template = _templates().get_template(f"COURSE.{language}.md")
    return template.render(course=course.title.in_language(language), assignments=titles)


def _readme(course: Course, assignment: Assignment, tasks: Sequence[Task], language: str) -> str:
    task = tasks[0].name if tasks else "…"
    return (
        _templates()
        .get_template(f"README.{language}.md")
        .render(
            slug=assignment.slug,
            course=course.title.in_language(language),
            title=assignment.title.in_language(language),
            task=task,
            wide=max(len("--watch"), len(task)) + len("check.py    "),
        )
    )


def _release_note(language: str, source: str, tasks: dict[str, str], hints: str) -> str:
    """Tells the self-check its language, the code that nobody has worked on yet, tasks and hints."""
    code = code_of(parse_percent(source.encode(), "source"))
    digest = hashlib.sha256(code.encode()).hexdigest()
    note = {"language": language, "code_sha256": digest, "tasks": tasks, "hints": hints}
    return json.dumps(note, indent=1) + "\n"


@cache
def _templates() -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        undefined=jinja2.StrictUndefined,
        keep_trailing_newline=True,
    )
