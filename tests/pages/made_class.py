"""A class made from known seeds: right, wrong and mangled answers, and nobody was graded for it."""

import random

import msgspec

from autograder.catalogue import item_titles
from autograder.judge.mistakes import read_mistakes
from autograder.record.results import write_results
from autograder.result import ItemResult, Outcome, Result, Status, total
from autograder.submission import find_hand_in
from tests.conftest import hand_in

OTHERS = (Outcome.FAILED, Outcome.NOT_ATTEMPTED, Outcome.CRASHED, Outcome.TIMEOUT, Outcome.ERROR)


def made_class(course, out, students, seed=1):
    """Results of so many students in all assignments, written to `out`; returns them."""
    rng = random.Random(seed)
    rubrics = {slug: _rubric(course, slug, rng) for slug in course.slugs}
    results = [
        _result(student, rng.random(), slug, rubrics[slug], rng)
        for student in (str(5000 + number) for number in range(students))
        for slug in course.slugs
    ]
    write_results(out / "results.jsonl", results)
    return results


def hand_in_mistakes(course, results, submitted):
    """Let those who made a mistake have handed it in; returns the results with its digest."""
    known = {slug: {m.id: m for m in read_mistakes(course[slug].mistakes)} for slug in course.slugs}
    kept = []
    for result in results:
        made = {item.mistake for item in result.items} - {None}
        if made:
            code = "\n".join(known[result.assignment][one].source for one in sorted(made))
            hand_in(submitted, result.student, result.assignment, [code])
            folder = submitted / result.student / result.assignment
            read = find_hand_in(folder, result.student, course[result.assignment])
            result = msgspec.structs.replace(result, submission_sha256=read.sha256)
        kept.append(result)
    return kept


def _rubric(course, slug, rng):
    """For each item its id, points, difficulty and the mistakes that lose it."""
    mistakes = read_mistakes(course[slug].mistakes)
    rubric = []
    for _, item in item_titles(course, [slug]):
        mine = [mistake for mistake in mistakes if item in mistake.loses]
        function = mine[0].function if mine else item.partition(".")[0]
        mine = [mistake for mistake in mine if mistake.function == function][:4]
        rubric.append((item, function, rng.choice([1.0, 1.0, 2.0, 0.5]), rng.random() * 0.7, mine))
    return rubric


def _result(student, talent, slug, rubric, rng):
    most = total([points for _, _, points, _, _ in rubric])
    chance = rng.random()
    if chance < 0.06:
        return Result(student, slug, Status.MISSING, 0.0, most)
    if chance < 0.08:
        return Result(student, slug, Status.UNREADABLE, 0.0, most)
    hopeless = rng.random() < 0.03
    items = tuple(_item(part, talent if not hopeless else -9, rng) for part in rubric)
    score = total([item.points for item in items])
    return Result(student, slug, Status.GRADED, score, most, rng.random() < 0.1, items)


def _item(part, talent, rng):
    item, function, points, difficulty, mistakes = part
    if talent + 0.3 * rng.random() > difficulty:
        return ItemResult(item, function, points, points, Outcome.PASSED)
    outcome = rng.choices(OTHERS, (70, 15, 8, 5, 2))[0]
    if outcome is not Outcome.FAILED or not mistakes or rng.random() < 0.3:
        return ItemResult(item, function, 0.0, points, outcome)
    made = mistakes[min(int(rng.expovariate(1.5)), len(mistakes) - 1)]
    return ItemResult(item, function, 0.0, points, outcome, made.id, made.hint)
