"""The verbs, as the command line has them: each is one room's work and how to tell of it.

Data goes to stdout, progress and complaints to stderr. Only what every verb needs is imported at
the top: `--help` must not wait for torch.
"""

import gc
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from autograder.errors import KitError

if TYPE_CHECKING:
    from autograder.course import Course
    from autograder.farm import Farm
    from autograder.sandbox.jail import Tier
    from autograder.text import Text

app = typer.Typer(
    help="Releases, collects and grades the course's assignments.",
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)

Assignments = Annotated[
    list[str] | None,
    typer.Option("--assignment", "-a", help="Only this assignment. May be repeated."),
]
Students = Annotated[
    list[str] | None, typer.Option("--student", "-s", help="Only this student. May be repeated.")
]


def _spoken(context: typer.Context, lang: str) -> str:
    """The language of what a verb tells, and of what goes wrong in it: --lang's, else the course's."""
    from autograder.course import language_of
    from autograder.text import LANGUAGES, Text

    if lang not in ("", *LANGUAGES):
        raise KitError(
            Text(f"{lang!r} 언어는 지원하지 않습니다.", f"No texts in {lang!r}."),
            Text("--lang에는 ko 또는 en을 쓰세요.", "--lang takes ko or en."),
        )
    spoken = lang or language_of(Path())
    context.ensure_object(list).append(spoken)  # `main` speaks it, too
    return spoken


Language = Annotated[
    str,
    typer.Option(
        "--lang", callback=_spoken, show_default=False, help="ko or en; course.toml's by default."
    ),
]
Jobs = Annotated[int, typer.Option("--jobs", "-j", min=0, help="Workers; one per core by default.")]
Lms = Annotated[
    str | None,
    typer.Option(
        help="What FROM came from, where its names do not tell: moodle, canvas, blackboard, brightspace,"
        " exchange, classroom, nbgrader, folders."
    ),
]
Submitted = Annotated[Path | None, typer.Option(help="Where the submissions lie.")]
Out = Annotated[Path | None, typer.Option(help="Where the results go.")]
DbUrl = Annotated[
    str | None,
    typer.Option(help="nbgrader's gradebook; OUT/gradebook.db by default, '' for none."),
]


ENDINGS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def main() -> None:
    """Run a verb; what the instructor can mend is told in a sentence and a hint, with status 2."""
    gc.set_threshold(50_000)  # imports make many objects and no garbage
    stopped = _stop_on_signals()
    spoken: list[str] = []
    try:
        app(obj=spoken)
    except BaseException as error:
        _let_go()
        from autograder.endings import STOPPED, complain, mendable

        told = STOPPED if stopped else mendable(error)
        if told is None:
            raise
        complain(told, spoken)
        sys.exit(128 + stopped[0] if stopped else 2)
    _let_go()


def _let_go() -> None:
    """From here on nothing is left to be stopped, and a second Ctrl-C would only make a mess."""
    for each in ENDINGS:
        signal.signal(each, signal.SIG_IGN)


def _stop_on_signals() -> list[int]:
    """Let Ctrl-C, SIGTERM and SIGHUP end a verb in good order; the list will hold what came."""
    stopped: list[int] = []

    def stop(number: int, frame: object) -> None:
        stopped.append(number)
        raise KeyboardInterrupt

    for each in ENDINGS:
        if signal.getsignal(each) is not signal.SIG_IGN:  # as nohup wants it
            signal.signal(each, stop)
    return stopped


@app.command()
def release(
    assignment: Assignments = None,
    lang: Language = "",
    out: Annotated[Path | None, typer.Option(help="Where release/ goes; here by default.")] = None,
    db_url: DbUrl = None,
    solutions: Annotated[
        bool,
        typer.Option(
            "--solutions",
            help="The reference solutions (solved/) in place of the assignments: those whose due date"
            " is over, or without one those that --assignment names.",
        ),
    ] = False,
) -> None:
    """Make the folders and zips that students download (release/), and tell nbgrader of them."""
    from autograder import desk
    from autograder.release import release as make_release

    course = _with_gradebook(_course(), db_url)
    slugs = course.chosen(assignment or [])
    if solutions:
        desk.hand_out_solutions(course, out or course.root, assignment or [], lang)
        return
    for path in make_release(course, out or course.root, lang, slugs, _teller(lang)):
        print(path)


@app.command()
def collect(
    sources: Annotated[list[Path], typer.Argument(metavar="FROM...", help="Folders or zips.")],
    submitted: Submitted = None,
    lang: Language = "",
    lms: Lms = None,
) -> None:
    """Take what an LMS gave (a folder or zip) and lay it out as submitted/<student>/<assignment>/."""
    from autograder import desk

    course = _course()
    place = submitted or course.root / "submitted"
    desk.collect_class(course, sources, place, course.root, lang, lms)


@app.command()
def grade(
    sources: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[FROM]...", help="Collect these first, grade just them."),
    ] = None,
    submitted: Submitted = None,
    out: Out = None,
    assignment: Assignments = None,
    student: Students = None,
    jobs: Jobs = 0,
    workers: Annotated[
        str | None,
        typer.Option(
            "--workers",
            "--dask",
            metavar="ADDRESS",
            help="Grade on the Dask workers of this scheduler, like tcp://scheduler:8786.",
        ),
    ] = None,
    lang: Language = "",
    lms: Lms = None,
    no_cache: Annotated[
        bool, typer.Option("--no-cache", help="Grade again what is unchanged.")
    ] = False,
    db_url: DbUrl = None,
    timings: Annotated[
        bool, typer.Option("--timings", help="Say what one submission costs.")
    ] = False,
    isolation: Annotated[
        str, typer.Option(help="auto, or only: namespaces, landlock.", metavar="TIER")
    ] = "auto",
    unsafe: Annotated[
        bool, typer.Option("--unsafe-no-sandbox", help="Run student code without isolation.")
    ] = False,
) -> None:
    """Grade what was handed in: results.jsonl, grades.csv, nbgrader's gradebook, a table of the class."""
    from autograder import desk

    course = _with_gradebook(_course(), db_url)
    place = submitted or course.root / "submitted"
    students, slugs = list(student or []), list(assignment or [])
    if sources:
        taken = desk.collect_class(course, sources, place, out or course.root, lang, lms)
        students = students or sorted({entry.student for entry in taken})
        slugs = slugs or [s for s in course.slugs if s in {entry.slug for entry in taken}]
    request = desk.Request(
        place,
        out or course.root,
        slugs,
        students,
        _farm(workers, jobs, "unsafe" if unsafe else isolation, lang),
        lang,
        not no_cache,
        timings,
    )
    if not desk.grade_class(course, request):
        raise typer.Exit(1)


@app.command()
def feedback(
    submitted: Submitted = None,
    out: Out = None,
    assignment: Assignments = None,
    student: Students = None,
    lang: Language = "",
    db_url: DbUrl = None,
    zips: Annotated[
        bool, typer.Option("--zip", help="Zip them, too, as the LMS takes them back (returned/).")
    ] = False,
    lms: Annotated[
        str | None, typer.Option(help="Zip for this one only: moodle, canvas, folders.")
    ] = None,
) -> None:
    """Write one page per student and assignment: score, outcome and hint for every item.

    What was handed in by nbgrader's exchange, `nbgrader release_feedback` returns the pages of.
    """
    from autograder import desk
    from autograder.pages.returned import require_lms

    course = _with_gradebook(_course(), db_url)
    require_lms(lms)
    for slug in assignment or ():
        course[slug]
    out, submitted = out or course.root, submitted or course.root / "submitted"
    written = desk.write_pages(course, submitted, out, lang, assignment or [], student or [])
    if zips or lms:
        desk.zip_pages(out, submitted, written, lms, lang)


@app.command()
def similarity(
    submitted: Submitted = None,
    out: Out = None,
    assignment: Assignments = None,
    lang: Language = "",
) -> None:
    """Show which submissions share much code, side by side (similarity.html). It is no proof."""
    from autograder import desk

    course = _course()
    slugs = course.chosen(assignment or [])
    place = submitted or course.root / "submitted"
    desk.tell_similarity(course, place, out or course.root, slugs, lang)


@app.command()
def report(
    submitted: Submitted = None, out: Out = None, lang: Language = "", db_url: DbUrl = None
) -> None:
    """Write the class report (report.html): what to teach again, who needs help, whose mark moved."""
    from autograder import desk

    course = _with_gradebook(_course(), db_url)
    place, handed_in = out or course.root, submitted or course.root / "submitted"
    print(desk.report_class(course, handed_in, place, lang))


@app.command()
def export(
    lms: Annotated[str, typer.Argument(metavar="moodle|canvas|excel")],
    submitted: Submitted = None,
    out: Out = None,
    lang: Language = "",
    db_url: DbUrl = None,
) -> None:
    """Write the marks as an LMS or a spreadsheet takes them: export/<lms>.csv, and item by item."""
    from autograder import desk

    course = _with_gradebook(_course(), db_url)
    place, handed_in = out or course.root, submitted or course.root / "submitted"
    for path in desk.export_marks(course, handed_in, place, lms, lang):
        print(path)


@app.command()
def history(
    student: Annotated[str, typer.Argument(metavar="STUDENT")],
    assignment: Annotated[str, typer.Argument(metavar="ASSIGNMENT")],
    out: Out = None,
    lang: Language = "",
) -> None:
    """Tell when someone was graded, from which file, by what, and why the mark changed."""
    from autograder import desk

    course = _course()
    desk.tell_history(course, out or course.root, student, assignment, lang)


@app.command()
def new(slug: Annotated[str, typer.Argument(metavar="NAME")], lang: Language = "") -> None:
    """Lay out a new assignment (a19_rnn) with a working example, and add it to course.toml."""
    from autograder.new import new_assignment
    from autograder.text import Text

    course = _course()
    for path in new_assignment(course, slug):
        print(path.relative_to(course.root))
    _teller(lang)(Text(f"다음: make check ARGS={slug}", f"Next: make check ARGS={slug}"))


@app.command()
def check(
    slugs: Annotated[list[str] | None, typer.Argument(metavar="[ASSIGNMENT]...")] = None,
    jobs: Jobs = 0,
    lang: Language = "",
) -> None:
    """Check the course itself: stubs, references, accepted answers and known mistakes."""
    from autograder import workshop

    course = _course()
    if not workshop.check_course(course, course.chosen(slugs or []), jobs, lang):
        raise typer.Exit(1)


@app.command()
def mutants(
    slugs: Annotated[list[str] | None, typer.Argument(metavar="[ASSIGNMENT]...")] = None,
    jobs: Jobs = 0,
    lang: Language = "",
) -> None:
    """Test the graders: is every change that makes a reference solution wrong caught?"""
    from autograder import workshop

    course = _course()
    if not workshop.score_mutants(course, course.chosen(slugs or []), jobs, lang):
        raise typer.Exit(1)


def _course() -> "Course":
    from autograder.course import load_course

    return load_course(Path.cwd())


def _with_gradebook(course: "Course", db_url: str | None) -> "Course":
    """The course with another gradebook than course.toml names, where --db-url names one."""
    import msgspec

    return course if db_url is None else msgspec.structs.replace(course, db_url=db_url)


def _tiers(isolation: str) -> "tuple[Tier, ...]":
    """The ways to isolate that `--isolation` allows."""
    from autograder.sandbox.jail import TIERS
    from autograder.text import Text

    if isolation not in TIERS:
        tiers = ", ".join(TIERS)
        raise KitError(
            Text(
                f"알 수 없는 격리 방법입니다: {isolation!r}",
                f"There is no isolation called {isolation!r}.",
            ),
            Text(f"다음 중 하나를 쓰세요: {tiers}", f"One of: {tiers}."),
        )
    return TIERS[isolation]


def _farm(workers: str | None, jobs: int, isolation: str, lang: str) -> "Farm":
    """Where to grade: on a cluster where its scheduler is named, else here."""
    tiers = _tiers(isolation)
    if workers is not None:
        from autograder.farm.cluster import Cluster

        return Cluster(workers, tiers, _teller(lang))
    from autograder.farm.here import Here

    return Here(jobs or len(os.sched_getaffinity(0)), tiers)


def _teller(lang: str) -> "Callable[[Text], None]":
    """What prints a sentence on stderr, in one language."""
    return lambda text: print(text.in_language(lang), file=sys.stderr)
