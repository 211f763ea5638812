"""What the verbs take from the command line, told in the terminal's language."""

from pathlib import Path
from typing import Annotated, Any

import typer

from autograder.errors import KitError
from autograder.text import Text, language_around


def help_text(ko: str, en: str) -> str:
    """A line of `--help`: no course has been read yet whose language it could be."""
    return Text(ko, en).in_language(language_around())


def option(*names: str, ko: str, en: str, **settings: Any) -> Any:
    """An option that is explained in both languages."""
    return typer.Option(*names, help=help_text(ko, en), **settings)


def _spoken(context: typer.Context, lang: str) -> str:
    """The language of what a verb tells, and of what goes wrong in it: --lang's, else the course's."""
    from autograder.course import language_of
    from autograder.text import LANGUAGES

    if lang not in ("", *LANGUAGES):
        raise KitError(
            Text(f"{lang!r} 언어는 지원하지 않습니다.", f"No texts in {lang!r}."),
            Text("--lang에는 ko 또는 en을 쓰세요.", "--lang takes ko or en."),
        )
    spoken = lang or language_of(Path())
    context.ensure_object(list).append(spoken)  # `main` speaks it, too
    return spoken


Assignments = Annotated[
    list[str] | None,
    option(
        "--assignment", "-a",
        ko="이 과제만. 여러 번 쓸 수 있습니다.", en="Only this assignment. May be repeated.",
    ),
]  # fmt: skip
Students = Annotated[
    list[str] | None,
    option(
        "--student", "-s",
        ko="이 학생만. 여러 번 쓸 수 있습니다.", en="Only this student. May be repeated.",
    ),
]  # fmt: skip
Language = Annotated[
    str,
    option(
        "--lang", callback=_spoken, show_default=False,
        ko="ko 또는 en. 기본은 course.toml의 언어.", en="ko or en; course.toml's by default.",
    ),
]  # fmt: skip
Jobs = Annotated[
    int,
    option(
        "--jobs", "-j", min=0, show_default=False,
        ko="동시에 채점할 작업 수. 기본은 코어마다 하나.", en="Workers; one per core by default.",
    ),
]  # fmt: skip
Lms = Annotated[
    str | None,
    option(
        ko="파일 이름으로 알 수 없을 때, FROM을 받은 곳: moodle, canvas, blackboard, brightspace,"
        " exchange, classroom, nbgrader, folders.",
        en="What FROM came from, where its names do not tell: moodle, canvas, blackboard, brightspace,"
        " exchange, classroom, nbgrader, folders.",
    ),
]
Submitted = Annotated[
    Path | None, option(ko="제출물이 있는 폴더.", en="Where the submissions lie.")
]
Out = Annotated[Path | None, option(ko="결과를 쓸 폴더.", en="Where the results go.")]
ReleaseOut = Annotated[
    Path | None,
    option(
        "--out", ko="release/를 만들 폴더. 기본은 여기.", en="Where release/ goes; here by default."
    ),
]
DbUrl = Annotated[
    str | None,
    option(
        ko="nbgrader의 성적부. 기본은 OUT/gradebook.db, 쓰지 않으려면 ''.",
        en="nbgrader's gradebook; OUT/gradebook.db by default, '' for none.",
    ),
]
Solutions = Annotated[
    bool,
    option(
        "--solutions",
        ko="과제 대신 모범 답안(solved/). 마감이 지난 과제만, 마감이 없으면 --assignment로 고른 것만.",
        en="The reference solutions (solved/) in place of the assignments: those whose due date"
        " is over, or without one those that --assignment names.",
    ),
]
Sources = Annotated[
    list[Path],
    typer.Argument(metavar="FROM...", help=help_text("폴더나 zip.", "Folders or zips.")),
]
SourcesFirst = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="[FROM]...",
        help=help_text(
            "먼저 모은 다음 이것만 채점합니다.", "Collect these first, grade just them."
        ),
    ),
]
Workers = Annotated[
    str | None,
    option(
        "--workers", "--dask", metavar="ADDRESS",
        ko="이 스케줄러의 Dask 워커에서 채점합니다. 예: tcp://scheduler:8786",
        en="Grade on the Dask workers of this scheduler, like tcp://scheduler:8786.",
    ),
]  # fmt: skip
NoCache = Annotated[
    bool,
    option(
        "--no-cache", ko="바뀌지 않은 것도 다시 채점합니다.", en="Grade again what is unchanged."
    ),
]
Timings = Annotated[
    bool,
    option(
        "--timings",
        ko="제출물 하나에 드는 시간을 알려 줍니다.",
        en="Say what one submission costs.",
    ),
]
Isolation = Annotated[
    str,
    option(
        metavar="TIER",
        ko="격리 방법. auto, 또는 하나만: namespaces, landlock.",
        en="auto, or only: namespaces, landlock.",
    ),
]
Unsafe = Annotated[
    bool,
    option(
        "--unsafe-no-sandbox",
        ko="학생 코드를 격리하지 않고 실행합니다.", en="Run student code without isolation.",
    ),
]  # fmt: skip
Zip = Annotated[
    bool,
    option(
        "--zip",
        ko="LMS에 다시 올릴 zip도 만듭니다. (returned/)",
        en="Zip them, too, as the LMS takes them back (returned/).",
    ),
]
ZipFor = Annotated[
    str | None,
    option(
        "--lms",
        ko="이 LMS에 올릴 zip만: moodle, canvas, folders.",
        en="Zip for this one only: moodle, canvas, folders.",
    ),
]
MarksFor = Annotated[str, typer.Argument(metavar="moodle|canvas|excel")]
Student = Annotated[str, typer.Argument(metavar="STUDENT")]
Assignment = Annotated[str, typer.Argument(metavar="ASSIGNMENT")]
NewName = Annotated[str, typer.Argument(metavar="NAME")]
Slugs = Annotated[list[str] | None, typer.Argument(metavar="[ASSIGNMENT]...")]
