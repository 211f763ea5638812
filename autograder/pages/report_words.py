"""The class report's words, in Korean and English."""

from autograder.record.survey import FEWEST, GAPS, WEAK

WORDS = {
    "ko": {
        "title": "학급 보고서",
        "class": "학생 {students}명 · 과제 {assignments}개 · 채점한 과제의 평균 득점 {share}",
        "gaps": "미제출 {missing}건 · 읽을 수 없음 {unreadable}건 · 도움이 필요한 학생 {need}명",
        "again": "다시 가르칠 것",
        "frequent": "가장 많은 실수",
        "hard": "가장 어려운 항목",
        "no_hard": "모두가 모든 항목을 통과했습니다.",
        "of": "{of}명 중 {n}명",
        "earned": "득점 {share}",
        "need": "도움이 필요한 학생",
        "need_rule": f"채점한 과제에서 얻은 점수가 {WEAK:.0%} 미만이거나, 내지 않았거나 읽을 수 없는 과제가 전체의"
        f" {GAPS}분의 1 이상인 학생입니다.",
        "no_need": "이 기준에 해당하는 학생은 없습니다.",
        "student": "학생", "score": "점수", "share": "비율", "missing": "미제출",
        "unreadable": "읽을 수 없음", "nothing": "채점한 것 없음",
        "assignments": "과제별 점수 분포",
        "bars": "막대는 득점 비율 10% 구간마다의 학생 수입니다. 미제출과 읽을 수 없는 제출물은 0점과 따로 셉니다.",
        "mean": "평균", "median": "중앙값", "graded": "채점", "zeros": "0점", "late": "지각",
        "people": "{n}명", "none_graded": "채점한 제출물이 없습니다.",
        "no_mistakes": "알려진 실수와 일치한 답이 없습니다.",
        "mistakes": "알려진 실수, 많은 순서로",
        "mistakes_rule": "한 학생은 실수마다 한 번만 셉니다. 예시는 그 실수를 한 학생 한 명의 코드이며, 주석과 글,"
        " 스스로 지은 이름을 지웠습니다.",
        "rare": "한 명만 한 실수 {n}가지",
        "example": "예시",
        "breaks": "시간 초과와 실행 오류",
        "no_breaks": "시간 초과나 실행 오류가 없습니다.",
        "assignment": "과제", "function": "함수", "what": "결과", "count": "학생 수", "who": "누구",
        "heat": "학생별 항목 결과",
        "heat_rule": "점수가 높은 학생부터입니다. 빈칸은 통과입니다.",
        "items": "항목별 난이도와 변별도",
        "items_rule": "득점 비율은 채점한 제출물이 얻은 점수의 비율이며 낮을수록 어려운 항목입니다. 변별도는 그 항목과 같은"
        " 과제의 나머지 점수 사이의 점이연 상관계수입니다. 0.2보다 작으면 항목을 살펴보세요. 채점한 학생이"
        f" {FEWEST}명 미만이거나 모두 같은 결과이면 알 수 없어 –로 둡니다.",
        "item": "항목", "points": "배점", "discrimination": "변별도",
        "moved": "바뀐 점수",
        "moved_rule": "다시 채점하여 점수나 지각 여부가 바뀐 과제를 최근 것부터 보여 줍니다.",
        "no_moved": "바뀐 점수가 없습니다.",
        "more": "이보다 앞선 {n}건은 make history로 볼 수 있습니다.",
        "when": "언제", "why": "이유",
    },
    "en": {
        "title": "Class report",
        "class": "{students} students · {assignments} assignments · {share} of the graded points earned",
        "gaps": "{missing} missing · {unreadable} unreadable · {need} students need help",
        "again": "What to teach again",
        "frequent": "Most frequent mistakes",
        "hard": "Hardest items",
        "no_hard": "Everyone passed every item.",
        "of": "{n} of {of}",
        "earned": "{share} earned",
        "need": "Who needs help",
        "need_rule": f"Who earned less than {WEAK:.0%} of what was graded, or has {1 / GAPS:.0%} or more of the"
        " assignments missing or unreadable.",
        "no_need": "By this rule, nobody.",
        "student": "student", "score": "score", "share": "share", "missing": "missing",
        "unreadable": "unreadable", "nothing": "nothing graded",
        "assignments": "Marks by assignment",
        "bars": "A bar is the number of students in each tenth of the marks. Missing and unreadable work is"
        " counted apart from zero.",
        "mean": "mean", "median": "median", "graded": "graded", "zeros": "zero", "late": "late",
        "people": "{n}", "none_graded": "Nothing was graded.",
        "no_mistakes": "No answer was that of a known mistake.",
        "mistakes": "Known mistakes, the most frequent first",
        "mistakes_rule": "A student counts once for each. The example is the code of one who made it, without"
        " comments, texts and names of the student's own.",
        "rare": "{n} mistakes that one student made",
        "example": "Example",
        "breaks": "Time-outs and crashes",
        "no_breaks": "Nothing ran out of time or crashed.",
        "assignment": "assignment", "function": "function", "what": "outcome", "count": "students",
        "who": "who",
        "heat": "Students and items",
        "heat_rule": "The strongest students come first. An empty cell is an item that passed.",
        "items": "Difficulty and discrimination of the items",
        "items_rule": "The share is what graded work earned of the points: the lower, the harder. Discrimination is"
        " the point-biserial correlation of the item with the rest of its assignment; below 0.2 the item"
        f" deserves a look. With fewer than {FEWEST} students graded, or the same result for all, it says"
        " nothing: –.",
        "item": "item", "points": "points", "discrimination": "discrimination",
        "moved": "Marks that moved",
        "moved_rule": "Where work was graded again and its mark, or its being late, changed; the newest first.",
        "no_moved": "No mark has moved.",
        "more": "{n} earlier ones: make history tells them.",
        "when": "when", "why": "why",
    },
}  # fmt: skip
