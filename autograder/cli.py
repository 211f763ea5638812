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
from typing import TYPE_CHECKING

import typer

from autograder import options as given
from autograder.errors import KitError
from autograder.options import help_text

if TYPE_CHECKING:
    from autograder.course import Course
    from autograder.farm import Farm
    from autograder.sandbox.jail import Tier
    from autograder.text import Text

app = typer.Typer(
    help=help_text(
        "이 과목의 과제를 배부하고, 모으고, 채점합니다.",
        "Releases, collects and grades the course's assignments.",
    ),
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


ENDINGS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def main() -> None:
    """Run a verb; what the instructor can mend is told in a sentence and a hint, with status 2."""
    gc.set_threshold(50_000)  # imports make many objects and no garbage
    stopped = _stop_on_signals()
    spoken: list[str] = []
    try:
        status = app(sys.argv[1:] or ["--help"], obj=spoken, standalone_mode=False)
        if stopped:  # typer caught it, and has only a status to say of it
            raise KeyboardInterrupt
        sys.stdout.flush()  # else Python does it, when nobody is there to tell that there is no room
    except BrokenPipeError:  # `| head` has read enough
        _drop_output()
        sys.exit(1)
    except BaseException as error:
        _let_go()
        from autograder.endings import STOPPED, complain, mendable

        wrong = STOPPED if stopped else mendable(error)
        if wrong is None:
            raise
        complain(wrong, spoken)
        _drop_output()
        sys.exit(128 + stopped[0] if stopped else 2)
    _let_go()
    sys.exit(status)


def _drop_output() -> None:
    """Let go of what cannot be written: Python would try it once more at its end, and complain."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


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


def _verb(ko: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """A function as a verb; `--help` shows its docstring, or `ko` in a Korean terminal."""
    return lambda function: app.command(help=help_text(ko, function.__doc__ or ""))(function)


@_verb("학생이 내려받을 폴더와 zip(release/)을 만들고 nbgrader에 알립니다.")
def release(
    assignment: given.Assignments = None,
    lang: given.Language = "",
    out: given.ReleaseOut = None,
    db_url: given.DbUrl = None,
    solutions: given.Solutions = False,
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


@_verb("LMS에서 받은 폴더나 zip을 submitted/<학생>/<과제>/로 정리합니다.")
def collect(
    sources: given.Sources,
    submitted: given.Submitted = None,
    lang: given.Language = "",
    lms: given.Lms = None,
) -> None:
    """Take what an LMS gave (a folder or zip) and lay it out as submitted/<student>/<assignment>/."""
    from autograder import desk

    course = _course()
    place = submitted or course.root / "submitted"
    desk.collect_class(course, sources, place, course.root, lang, lms)


@_verb("제출물을 채점합니다: results.jsonl, grades.csv, nbgrader 성적부, 반 전체의 표.")
def grade(
    sources: given.SourcesFirst = None,
    submitted: given.Submitted = None,
    out: given.Out = None,
    assignment: given.Assignments = None,
    student: given.Students = None,
    jobs: given.Jobs = 0,
    workers: given.Workers = None,
    lang: given.Language = "",
    lms: given.Lms = None,
    no_cache: given.NoCache = False,
    db_url: given.DbUrl = None,
    timings: given.Timings = False,
    isolation: given.Isolation = "auto",
    unsafe: given.Unsafe = False,
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


@_verb(
    "학생과 과제마다 피드백 페이지를 씁니다: 문항별 점수와 결과와 힌트.\n\n"
    "nbgrader의 exchange로 받은 제출물의 페이지는 `nbgrader release_feedback`으로 돌려줍니다."
)
def feedback(
    submitted: given.Submitted = None,
    out: given.Out = None,
    assignment: given.Assignments = None,
    student: given.Students = None,
    lang: given.Language = "",
    db_url: given.DbUrl = None,
    zips: given.Zip = False,
    lms: given.ZipFor = None,
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


@_verb("코드가 많이 비슷한 제출물을 나란히 보여 줍니다(similarity.html). 증거는 아닙니다.")
def similarity(
    submitted: given.Submitted = None,
    out: given.Out = None,
    assignment: given.Assignments = None,
    lang: given.Language = "",
) -> None:
    """Show which submissions share much code, side by side (similarity.html). It is no proof."""
    from autograder import desk

    course = _course()
    slugs = course.chosen(assignment or [])
    place = submitted or course.root / "submitted"
    desk.tell_similarity(course, place, out or course.root, slugs, lang)


@_verb("반 보고서(report.html)를 씁니다: 다시 가르칠 것, 도움이 필요한 학생, 바뀐 점수.")
def report(
    submitted: given.Submitted = None,
    out: given.Out = None,
    lang: given.Language = "",
    db_url: given.DbUrl = None,
) -> None:
    """Write the class report (report.html): what to teach again, who needs help, whose mark moved."""
    from autograder import desk

    course = _with_gradebook(_course(), db_url)
    place, handed_in = out or course.root, submitted or course.root / "submitted"
    print(desk.report_class(course, handed_in, place, lang))


@_verb("점수를 LMS나 엑셀에 넣을 파일로 씁니다: export/<lms>.csv와 문항별 표.")
def export(
    lms: given.MarksFor,
    submitted: given.Submitted = None,
    out: given.Out = None,
    lang: given.Language = "",
    db_url: given.DbUrl = None,
) -> None:
    """Write the marks as an LMS or a spreadsheet takes them: export/<lms>.csv, and item by item."""
    from autograder import desk

    course = _with_gradebook(_course(), db_url)
    place, handed_in = out or course.root, submitted or course.root / "submitted"
    for path in desk.export_marks(course, handed_in, place, lms, lang):
        print(path)


@_verb("누가 언제 어떤 파일로 채점되었고 점수가 왜 바뀌었는지 알려 줍니다.")
def history(
    student: given.Student,
    assignment: given.Assignment,
    out: given.Out = None,
    lang: given.Language = "",
) -> None:
    """Tell when someone was graded, from which file, by what, and why the mark changed."""
    from autograder import desk

    course = _course()
    desk.tell_history(course, out or course.root, student, assignment, lang)


@_verb("새 과제(a19_rnn)의 틀을 동작하는 예제와 함께 만들고 course.toml에 넣습니다.")
def new(slug: given.NewName, lang: given.Language = "") -> None:
    """Lay out a new assignment (a19_rnn) with a working example, and add it to course.toml."""
    from autograder.new import new_assignment
    from autograder.text import Text

    course = _course()
    for path in new_assignment(course, slug):
        print(path.relative_to(course.root))
    _teller(lang)(Text(f"다음: make check ARGS={slug}", f"Next: make check ARGS={slug}"))


@_verb("과목 자체를 검사합니다: 작성 전의 과제, 모범 답안, 다른 정답, 알려진 실수.")
def check(
    slugs: given.Slugs = None,
    jobs: given.Jobs = 0,
    lang: given.Language = "",
) -> None:
    """Check the course itself: stubs, references, accepted answers and known mistakes."""
    from autograder import workshop

    course = _course()
    if not workshop.check_course(course, course.chosen(slugs or []), jobs, lang):
        raise typer.Exit(1)


@_verb("채점기를 시험합니다: 모범 답안을 틀리게 바꾼 것을 모두 잡아내는지 봅니다.")
def mutants(
    slugs: given.Slugs = None,
    jobs: given.Jobs = 0,
    lang: given.Language = "",
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
