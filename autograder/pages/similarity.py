"""One page of those who share much code, side by side: OUT/similarity.html."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from autograder.course import Course
from autograder.files import write_atomically
from autograder.pages.look import environment
from autograder.similarity import RUN, SHARE, TOKENS, Group

WORDS = {
    "ko": {
        "title": "비슷한 제출물",
        "no_proof": "비슷하다는 것은 베꼈다는 증거가 아닙니다. 두 사람과 이야기하기 전에 직접 읽어 보세요. 같은 자료를"
        " 보았거나 함께 공부했을 수도 있습니다.",
        "how": "연속한 토큰 {run}개 이상이 같은 곳을 셉니다. 이름만 바꾼 것은 같은 것으로 봅니다. 배포한 코드, 모범 답안,"
        " 인정되는 다른 풀이, 알려진 실수에 있는 코드는 세지 않습니다. 같은 토큰이 {tokens}개(약 다섯 줄) 이상이고 짧은 쪽의"
        " {share:.0%} 이상일 때만 보여 줍니다. 짧은 함수는 누가 써도 같기 때문입니다. 여럿이 이어져 있으면 한 묶음으로,"
        " 그 묶음을 잇는 가장 비슷한 쌍만 보여 줍니다. 큰 묶음은 수업이나 교재에서 온 코드일 수도 있습니다.",
        "none": "그런 제출물이 없습니다.",
        "group": "{n}명이 한 묶음",
        "and_more": "외 {n}명",
        "the_same": "이름, 주석, 배치를 빼면 똑같은 {n}명:",
        "shared": "토큰 {tokens}개가 같음, 짧은 쪽의 {share:.0%}",
    },
    "en": {
        "title": "Submissions that are alike",
        "no_proof": "Being alike is no proof of copying. Read for yourself before you speak to anybody: they"
        " may have learnt together, or from the same page.",
        "how": "What counts is code that is the same for {run} tokens or more; names that were changed count as"
        " the same. Left out is what stands in the released code, in the reference, in another answer that is"
        " accepted or in a known mistake. A pair is shown from {tokens} shared tokens on (some five lines) that are {share:.0%} of"
        " the shorter one or more: short functions look alike whoever writes them. Those who are linked are one"
        " group, shown by the strongest pairs that link it. A large group may have its code from a lesson or"
        " a book.",
        "none": "There are none.",
        "group": "A group of {n}",
        "and_more": "and {n} more",
        "the_same": "The same but for names, comments and layout ({n}):",
        "shared": "{tokens} tokens shared, {share:.0%} of the shorter one",
    },
}


def write_similarity(
    course: Course, out: Path, groups: Mapping[str, Sequence[Group]], language: str
) -> Path:
    """Write the page; `groups` are by assignment."""
    words = WORDS[language]
    page = environment().get_template("similarity.html").render(
        course=course.title.in_language(language),
        language=language,
        words=words,
        how=words["how"].format(run=RUN, tokens=TOKENS, share=SHARE),
        found=[
            (course[slug].title.in_language(language), told)
            for slug, told in groups.items()
            if told
        ],
        names=course.roster,
    )  # fmt: skip
    path = out / "similarity.html"
    write_atomically(path, page.encode())
    return path
