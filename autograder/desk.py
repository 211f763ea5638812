"""The instructor's screen: progress while a verb works, tables and complaints when it is done."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import msgspec
from rich.markup import escape

from autograder.collect import Taken, collect
from autograder.collect.table import table_of
from autograder.course import Course
from autograder.errors import CollectError, KitError
from autograder.farm import Farm
from autograder.files import write_atomically
from autograder.grade import Graded, Plan, Timing, grade, make_plan
from autograder.nbgrading.asking import ask_book, ask_by_hand, ask_deadlines
from autograder.nbgrading.database import gradebook_of, is_there
from autograder.nbgrading.keep import GradedClass, keep_nbgrader
from autograder.record.glance import summary
from autograder.record.history import history_of
from autograder.record.lms import left_out, require_table, sheets
from autograder.record.marks import NO_BOOK, Book, Mark, Marks, changes_of, marks
from autograder.record.overview import LINES, overview
from autograder.record.results import RESULTS, Key, claimed, no_results, read_results
from autograder.record.table import grades_csv
from autograder.record.trail import told_by_hand, trail
from autograder.result import Result, Status
from autograder.screen import progress, stderr, stdout
from autograder.text import Text, plain, visible

WHY_NOT = Text("이유는 위에 나와 있습니다.", "It is told above why not.")
WHAT_IS_KNOWN = Text(
    "파일은 a01_sigmoid.ipynb, 20240001_a01_sigmoid.py처럼 과제 이름으로 알아봅니다. 과제 이름은 course.toml에"
    " 있습니다.",
    "A file is known by its assignment's name, as in a01_sigmoid.ipynb or 20240001_a01_sigmoid.py;"
    " course.toml lists the assignments.",
)
MOST_STUDENTS = 5  # named in a line
MOST_MOVED = 40  # lines; the report has more of them
TEXTS = {
    "ko": {
        "alike": "비슷하다는 것은 증거가 아닙니다. 나란히 읽어 보세요: {path}",
        "nameless": "LMS가 붙인 이름을 몰라 넣지 못한 것이 {n}건입니다. LMS에서 받은 zip을 그대로 다시 수거하세요: {some}",
        "grading": "채점",
        "left_out": "roster.csv에 이메일이 없는 학생 {n}명은 넣지 않았습니다: {some}",
        "strangers": "roster.csv에 없는 학생 {n}명은 LMS가 알아보지 못할 수 있습니다: {some}",
        "pages": "피드백 페이지 {n}개 → {place}",
        "everyone": "학생별 점수는 {path}에 있습니다.",
        "moved": "점수가 바뀐 과제 {n}건:", "more": "  … 외 {n}건 (make report)",
        "graded": "{n}건 ({fresh}건 새로 채점) → {out}",
        "no_gradebook": "성적부({place})가 없어 채점한 점수를 그대로 씁니다.",
        "uncounted": "formgrader에서 점수를 매겼지만 제출물이 없어 세지 않은 것 {n}건: {some}",
        "outdated": "채점 결과가 바뀌었지만 formgrader에서 매긴 점수를 그대로 쓴 것 {n}건, 확인하세요: {some}",
        "extended": "course.toml: [extensions.{who}]의 학생이 이 반에 없습니다. id를 확인하세요.",
        "collected": "{students}명의 파일 {files}개를 수거했습니다. (이전 제출 {older}개는 따로 보관) → {place}",
        "timings": "제출물마다 CPU {each:.1f} ms ({graded}건 채점에 CPU {grading:.2f}초, 걸린 시간 {wall:.2f}초,"
                   " 시작에 든 CPU {start_up:.2f}초는 따로, {conditions})",
    },
    "en": {
        "alike": "Being alike is no proof. Read them side by side: {path}",
        "nameless": "Left out, for the LMS's name of the hand-in is not known; collect the LMS's own zip ({n}): {some}",
        "grading": "grading",
        "left_out": "Without an e-mail in roster.csv, and left out ({n}): {some}",
        "strangers": "Not in roster.csv, so the LMS may not know them ({n}): {some}",
        "pages": "Feedback pages: {n} → {place}",
        "everyone": "Everyone's marks are in {path}.",
        "moved": "Marks that moved ({n}):", "more": "  … and {n} more (make report)",
        "graded": "Results: {n} ({fresh} graded now) → {out}",
        "no_gradebook": "There is no gradebook at {place}, so marks are as graded.",
        "uncounted": "Given marks in the formgrader, but nothing is handed in, so not counted ({n}): {some}",
        "outdated": "Graded otherwise now, and the marks given in the formgrader still count; see to it ({n}): {some}",
        "extended": "course.toml: nobody in the class is called {who}, whom [extensions] names. See the id.",
        "collected": "Collected: files {files}, students {students} (older ones, kept apart: {older}) → {place}",
        "timings": "{each:.1f} ms CPU per submission ({graded} graded, {grading:.2f} s CPU, {wall:.2f} s on the"
                   " clock; start-up {start_up:.2f} s CPU apart; {conditions})",
    },
}  # fmt: skip


class Request(msgspec.Struct, frozen=True):
    """What the instructor asked `grade` for."""

    submitted: Path
    out: Path
    slugs: list[str]
    students: list[str]
    farm: Farm
    language: str
    use_cache: bool
    timings: bool


def grade_class(course: Course, request: Request) -> bool:
    """Grade, write the records, show the class. False where a grader of ours failed."""
    texts = TEXTS[request.language]
    deadlines, unread = ask_deadlines(course, request.out)
    plan = make_plan(course, request.submitted, request.slugs, request.students, deadlines.of)
    if not plan.hand_ins:
        raise _nothing_to_grade(request)
    with claimed(request.out):
        with progress(texts["grading"]) as advance:
            graded = grade(
                course,
                plan,
                request.out,
                request.farm,
                use_cache=request.use_cache,
                advance=advance,
            )
        everything = read_results(request.out / RESULTS)
        by_hand, unread_book = ask_by_hand(course, request.out)
        book = Book(deadlines.of, by_hand)  # by the dates that it was graded by
        known = marks(course, everything.values(), request.submitted, book)
        table = grades_csv(course, list(everything.values()), course.roster, known)
        write_atomically(request.out / "grades.csv", table)
        trouble = _keep_nbgrader(course, request, plan, graded, everything, known)
        trouble = unread_book or trouble or unread
    _show(course, graded, request, texts, known)
    _tell_strangers(course, {student for student, _ in everything}, texts)
    _tell_by_hand(graded, everything, book, request.language)
    if trouble is not None:
        raise trouble
    return not graded.complaints


def _nothing_to_grade(request: Request) -> KitError:
    named = Text(
        "--student와 --assignment로 지정한 것이 없습니다. 폴더 이름은 <학번>/<과제>입니다.",
        "Of those that --student and --assignment name nothing lies there: its folders are named"
        " <student>/<assignment>.",
    )
    anything = Text(
        "LMS에서 받은 것은 make collect FROM=…으로 수거합니다. make grade FROM=…은 채점까지 합니다.",
        "make collect FROM=… takes what the LMS gave; make grade FROM=… does both.",
    )
    return KitError(
        Text(
            f"채점할 제출물이 없습니다. ({request.submitted})",
            f"There is nothing to grade in {request.submitted}.",
        ),
        named if request.students or request.slugs else anything,
    )


@contextmanager
def _book(course: Course, out: Path, language: str) -> Iterator[Book]:
    """What the gradebook says of marks, for a block that writes them down.

    A gradebook that is not there or does not answer is told of after the block, which then has written
    the marks as graded. Where lateness costs something, one that does not answer is told of in place of
    the block: it may know of extensions, and nobody is to read of a deduction that does not hold.
    """
    book, unread = ask_book(course, out)
    if unread is not None and course.late is not None:
        raise unread
    yield NO_BOOK if unread else book
    if unread is not None:
        raise unread
    if (url := gradebook_of(course, out)) and not is_there(url):
        told = TEXTS[language]["no_gradebook"].format(place=url.database)
        stderr().print(escape(told), style="yellow", soft_wrap=True)


def _keep_nbgrader(
    course: Course,
    request: Request,
    plan: Plan,
    graded: Graded,
    results: dict[Key, Result],
    known: Marks,
) -> KitError | None:
    """Write nbgrader's records; what hinders that is told when the class has been shown."""

    def released(slugs: Collection[str]) -> dict[str, str]:
        from autograder.release import notebooks

        return notebooks(course, request.language, slugs, graded.items)

    late = {key: mark.late for key, mark in known.items()}
    whole = GradedClass(
        request.submitted, request.out, request.language, plan.hand_ins, results, late
    )
    try:
        for note in keep_nbgrader(course, whole, released):
            stderr().print(escape(note.in_language(request.language)), style="yellow")
    except KitError as error:
        return error
    return None


def _show(
    course: Course, graded: Graded, request: Request, texts: dict[str, str], known: Marks
) -> None:
    """The class as a table on stdout; what the instructor should look at, below it on stderr."""
    console = stdout()
    if len({result.student for result in graded.results}) > LINES:
        console.print(overview(course, graded.results, request.language))
        console.print(escape(texts["everyone"].format(path=request.out / "grades.csv")))
    else:
        console.print(summary(course, graded.results, request.language, known))
    _tell_unreadable(graded.results, request.language)
    _tell_complaints(graded.complaints, request.language)
    _tell_moved(graded, request.language)
    told = texts["graded"].format(n=len(graded.results), fresh=graded.fresh, out=request.out)
    stderr().print(escape(told))
    if request.timings and graded.timing is not None:
        stderr().print(_timings(graded.timing, request.language), style="dim")


def _tell_unreadable(results: Sequence[Result], language: str) -> None:
    for result in results:
        if result.status is Status.UNREADABLE:
            for note in result.notes:
                line = f"{result.student}: {note.in_language(language)}"
                stderr().print(escape(visible(line)), style="yellow")


def _tell_complaints(complaints: Mapping[Text, Sequence[str]], language: str) -> None:
    """Tell of graders of ours that failed, with their traces: once, however many they failed for."""
    for complaint, students in complaints.items():
        lines = f"{_some(students)}: {complaint.in_language(language)}".splitlines()
        stderr().print(escape("\n".join(map(visible, lines))), style="bold red")


def _tell_moved(graded: Graded, language: str) -> None:
    """Whose mark moved, by how much and why: a line each, as far as they can be taken in."""
    if not graded.moved:
        return
    console, texts = stderr(), TEXTS[language]
    console.print(texts["moved"].format(n=len(graded.moved)), style="bold")
    for shift in graded.moved[:MOST_MOVED]:
        who = f"{plain(shift.new.student)} · {shift.new.assignment}"
        line = f"  {who}: {shift.mark(language)}, {shift.why(language)}"
        console.print(escape(line), soft_wrap=True)
    if len(graded.moved) > MOST_MOVED:
        console.print(texts["more"].format(n=len(graded.moved) - MOST_MOVED))


def _tell_strangers(course: Course, students: set[str], texts: dict[str, str]) -> None:
    """Tell of extensions that are nobody's: an id that was mistyped would help no one."""
    named = {who for assignment in course.assignments for who in assignment.extensions}
    for who in sorted(named - students - set(course.roster)):
        stderr().print(escape(texts["extended"].format(who=visible(who))), style="yellow")


def _tell_by_hand(graded: Graded, results: dict[Key, Result], book: Book, language: str) -> None:
    """Tell of marks by hand that were given to other work: it is gone by now, or graded otherwise."""
    given = {
        key
        for key, tasks in book.by_hand.items()
        if key in results and any(each.gives_points for each in tasks.values())
    }
    gone = {key for key in given if results[key].status is Status.MISSING}
    moved = {(each.new.student, each.new.assignment) for each in graded.moved if each.by}
    for text, keys in (("uncounted", gone), ("outdated", given & moved - gone)):
        _tell_students(text, [f"{student}/{slug}" for student, slug in sorted(keys)], language)


def _timings(timing: Timing, language: str) -> str:
    return TEXTS[language]["timings"].format(
        each=timing.per_submission * 1000,
        graded=timing.graded,
        grading=timing.grading,
        wall=timing.wall,
        start_up=timing.start_up,
        conditions=timing.conditions.in_language(language),
    )


def collect_class(
    course: Course,
    sources: Sequence[Path],
    submitted: Path,
    out: Path,
    language: str,
    lms: str | None,
) -> tuple[Taken, ...]:
    """Collect, and tell what could not be taken and what was; returns what was taken.

    Superseded attempts are kept in `collected`, beside `submitted`. Who was late is told by the due
    dates of course.toml and of the gradebook in `out`.
    """
    sources = [each.expanduser() if each.parts[:1] == ("~",) else each for each in sources]
    collection = collect(course, sources, submitted, submitted.parent / "collected", lms)
    console = stderr()
    for problem in collection.problems:
        console.print(escape(problem.in_language(language)), style="yellow")
    deadlines, _ = ask_deadlines(course, out)  # grade tells of a gradebook that cannot be read
    table = table_of(course, collection, deadlines.of, language)
    if table is not None:
        console.print(table)
    if not collection.taken:
        raise _nothing_to_take(sources, WHY_NOT if collection.problems else WHAT_IS_KNOWN)
    students = {entry.student for entry in collection.taken}
    told = TEXTS[language]["collected"].format(
        files=len(collection.taken),
        students=len(students),
        older=len(collection.superseded),
        place=submitted,
    )
    console.print(escape(told))
    return collection.taken


def _nothing_to_take(sources: Sequence[Path], hint: Text) -> CollectError:
    places = ", ".join(visible(str(source)) for source in sources)
    told = Text(f"가져올 것이 없습니다. ({places})", f"Nothing in {places} can be taken.")
    return CollectError(told, hint)


def export_marks(course: Course, submitted: Path, out: Path, lms: str, language: str) -> list[Path]:
    """Write OUT/export/, and tell whom the LMS may not know."""
    require_table(lms)
    results = list(read_results(out / RESULTS).values())
    if not results:
        raise no_results(out)
    with _book(course, out, language) as book:
        files = sheets(course, results, lms, marks(course, results, submitted, book))
        for name, data in files.items():
            write_atomically(out / "export" / name, data)
        left = left_out(course, results, lms)
        strangers = {result.student for result in results} - set(course.people) - set(left)
        _tell_students("left_out", left, language)
        _tell_students("strangers", sorted(strangers) if lms != "excel" else [], language)
    return [out / "export" / name for name in files]


def _tell_students(text: str, students: Sequence[str], language: str) -> None:
    if students:
        told = TEXTS[language][text].format(n=len(students), some=_some(students))
        stderr().print(escape(told), style="yellow")


def _some(students: Sequence[str]) -> str:
    """The first few of them, by name."""
    more = ", …" if len(students) > MOST_STUDENTS else ""
    return ", ".join(map(plain, students[:MOST_STUDENTS])) + more


def write_pages(
    course: Course,
    submitted: Path,
    out: Path,
    language: str,
    slugs: Sequence[str],
    students: Sequence[str],
) -> list[Path]:
    """Write the students' pages, with the marks that count now, and tell how many."""
    from autograder.pages.feedback import write_feedback

    with _book(course, out, language) as book:
        written = write_feedback(course, submitted, out, language, slugs, students, book)
    print(TEXTS[language]["pages"].format(n=len(written), place=out / "feedback"))
    return written


def report_class(course: Course, submitted: Path, out: Path, language: str) -> Path:
    """Write the class report, with the marks that count now."""
    from autograder.pages.report import write_report

    with _book(course, out, language) as book:
        return write_report(course, submitted, out, language, book)


def tell_similarity(
    course: Course, submitted: Path, out: Path, slugs: Sequence[str], language: str
) -> None:
    """Compare what was handed in for each assignment, and write the page of what is alike."""
    from autograder.pages.similarity import WORDS, write_similarity
    from autograder.similarity import groups_in

    handed_in = [each.open() for each in make_plan(course, submitted, slugs, []).hand_ins]
    if not handed_in:
        raise KitError(
            Text(
                f"비교할 제출물이 없습니다. ({submitted})",
                f"There is nothing to compare in {submitted}.",
            ),
            Text(
                "LMS에서 받은 것은 make collect FROM=…으로 수거합니다.",
                "make collect FROM=… takes what the LMS gave.",
            ),
        )
    found = {
        slug: groups_in(course[slug], [each for each in handed_in if each.assignment == slug])
        for slug in slugs
    }
    path = write_similarity(course, out, found, language)
    for slug, groups in found.items():
        for group in groups:
            most, who = group.pairs[0], " · ".join(map(visible, group.students))
            shared = WORDS[language]["shared"].format(tokens=most.tokens, share=most.share)
            print(f"{slug}: {who} ({shared})")
    stderr().print(escape(TEXTS[language]["alike"].format(path=path)))


def hand_out_solutions(course: Course, out: Path, slugs: Sequence[str], language: str) -> None:
    """Write the reference solutions of what nobody can hand in any more."""
    from autograder.release.solved import closed, release_solutions

    deadlines, unread = ask_deadlines(course, out)
    if unread is not None:
        raise unread  # it may know of an extension
    last = {slug: deadlines.last(course[slug]) for slug in course.slugs}
    free = closed(course, slugs, last, datetime.now(UTC))
    for folder in release_solutions(course, out, language, free):
        print(folder)


def zip_pages(
    out: Path, submitted: Path, pages: Sequence[Path], lms: str | None, language: str
) -> None:
    """Zip the pages for the LMS; tell where each zip is taken back, and whose page is in none."""
    from autograder.pages.returned import WHERE, write_zips

    made, nameless = write_zips(out, submitted, pages, lms)
    for zipped in made:
        where = WHERE[zipped.lms].in_language(language)
        stdout().print(escape(f"{zipped.path} ({zipped.pages}) · {where}"), soft_wrap=True)
    _tell_students("nameless", nameless, language)


def tell_history(course: Course, out: Path, student: str, slug: str, language: str) -> None:
    """Tell how someone was graded in an assignment, and why their mark changed; by hand at last."""
    console = stdout()
    entries = history_of(out, student, slug)
    console.print(escape(f"{plain(student)} · {slug}"))
    for headline, lines in trail(entries, language):
        console.print(f"\n{escape(headline)}", style="bold", soft_wrap=True)
        for line in lines:
            console.print(f"    {escape(line)}", soft_wrap=True)
    book, unread = ask_book(course, out)
    result = read_results(out / RESULTS).get((student, slug))
    if result is not None:
        for line in told_by_hand(Mark(result.score, changes_of(result, book.by_hand)), language):
            console.print(escape(line), soft_wrap=True)
    if unread is not None:
        raise unread
