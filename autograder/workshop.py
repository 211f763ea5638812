"""The author's screen: what is wrong with the course, and what its graders let through."""

import os
from collections.abc import Sequence

from rich.markup import escape
from rich.table import Table

from autograder.course import Course
from autograder.screen import progress, stderr, stdout

TEXTS = {
    "ko": {
        "checking": "점검",
        "checked": "과제 {slugs}개, 답안 {cases}개를 채점했습니다. 고칠 것 {findings}건, 알려진 실수 {mistakes}개 중"
                   " {named}개의 이름을 찾았습니다.",
        "misnamed": "다른 이름으로 알려 준 실수: {names}",
        "survivor": "{slug}, {line}번째 줄: {was}\n    이렇게 바꾸어도 통과합니다: {became}", "gone": "(없앰)",
        "stale": "{slug}: equivalent.toml에 있지만 점수를 잃는 항목: {entry}",
    },
    "en": {
        "checking": "checking",
        "checked": "Assignments: {slugs}. Answers graded: {cases}. Findings: {findings}. Known mistakes that are"
                   " named: {named} of {mistakes}.",
        "misnamed": "told under another name: {names}",
        "survivor": "{slug}, line {line}: {was}\n    gets through as: {became}", "gone": "(gone)",
        "stale": "{slug}: equivalent.toml lists what is caught: {entry}",
    },
}  # fmt: skip
FINDINGS = {"ko": ("과제", "고칠 것", "도움말"), "en": ("assignment", "what", "hint")}
SCORES = {
    "ko": ("과제", "바꾼 답안", "잡아낸 것", "뜻이 같은 것", "비율"),
    "en": ("assignment", "mutants", "caught", "equivalent", "score"),
}


def check_course(course: Course, slugs: Sequence[str], jobs: int, language: str) -> bool:
    """Check the course, and tell what is not as it must be. True where nothing is."""
    from autograder.check import check

    texts = TEXTS[language]
    with progress(texts["checking"]) as advance:
        checked = check(course, slugs, jobs=jobs or len(os.sched_getaffinity(0)), advance=advance)
    console = stdout()
    if checked.findings:
        table = Table(*FINDINGS[language], show_lines=True)
        for finding in checked.findings:
            words = (each.in_language(language) for each in (finding.what, finding.hint))
            table.add_row(*map(escape, (finding.assignment, *words)))
        console.print(table)
    told = texts["checked"].format(
        slugs=len(slugs),
        cases=checked.cases,
        findings=len(checked.findings),
        named=checked.named,
        mistakes=checked.mistakes,
    )
    console.print(told)
    for names in checked.misnamed:
        stderr().print(escape(texts["misnamed"].format(names=names)), style="dim")
    return not checked.findings


def score_mutants(course: Course, slugs: Sequence[str], jobs: int, language: str) -> bool:
    """Grade the references' mutants, and tell which get through. True where none does."""
    from autograder.mutants import score_mutants as score

    texts = TEXTS[language]
    with progress(texts["checking"]) as advance:
        scores = score(course, slugs, jobs=jobs or len(os.sched_getaffinity(0)), advance=advance)
    console = stdout()
    table = Table(*SCORES[language])
    for one in scores:
        counts = (one.mutants, one.caught, one.equivalent)
        table.add_row(one.assignment, *map(str, counts), f"{one.share:.1%}")
    console.print(table)
    for one in scores:
        for mutant in one.survivors:
            told = texts["survivor"].format(
                slug=one.assignment,
                line=mutant.line,
                was=mutant.was,
                became=mutant.became or texts["gone"],
            )
            console.print(escape(told))
        for entry in one.stale:
            console.print(escape(texts["stale"].format(slug=one.assignment, entry=entry)))
    return all(one.clean for one in scores)
