"""The self-check and the grader agree: what passes here does not fail there."""

import inspect
import pickle

import numpy as np
import pytest
import torch

from autograder.course import load_course
from autograder.judge.compare import Failed, assert_form, assert_same, numbers
from autograder.judge.mistakes import read_mistakes
from autograder.judge.reference import mistake_cells, reference_cells
from autograder.release.bundle import checks_of
from autograder.release.hints import hints_in
from autograder.release.public_tests import TooLong, with_public_tests
from autograder.release.rubric import rubrics
from autograder.submission import parse_percent
from tests.conftest import PROJECT

COURSE = load_course(PROJECT)
SAMPLE = ["a01_sigmoid"]
TRAINING = 4_500  # calls of torch's functions: what takes more is too long for this
STRICTER = {("a01_sigmoid", "unusual_dress.py")}  # pytest.raises does not know TorchScript's errors


def test_an_answer_that_passes_a_task_is_an_answer_that_the_judge_accepts():
    assert disagreements(SAMPLE) == []


@pytest.mark.nightly
def test_so_it_is_for_every_answer_of_the_course():
    assert disagreements(COURSE.slugs) == []


def disagreements(slugs):
    """Calls whose answers the judge would not accept, of tasks whose public tests all passed.

    Of every known mistake, each call that a public test made is asked of the reference and compared
    as graders compare: numbers, form, arguments left as they were, errors.
    A single test may look at one side of an answer only (its shape, a few of its numbers); the
    student reads a verdict for the task, so that is what must hold. Left out is what has no one
    right value: models and figures (their tests look at all that matters), answers drawn at random,
    and trainings too long for this.
    """
    return _collected(slugs, _disagreements)


@pytest.mark.nightly
def test_an_accepted_answer_passes_every_public_test():
    assert _collected(COURSE.slugs, _refused) == []


@pytest.mark.nightly
def test_no_mistake_is_called_another_and_no_accepted_answer_is_called_one():
    assert _collected(COURSE.slugs, _misleading) == []


def _collected(slugs, body):
    tasks = rubrics(COURSE, slugs, {})
    checks = {slug: checks_of(COURSE, COURSE[slug], "en") for slug in slugs}
    found = with_public_tests(COURSE, checks, tasks, body)
    return [line for lines in found.values() for line in lines]


def _misleading(public):
    hints, mistakes = hints_in(public), read_mistakes(public.assignment.mistakes)
    right = {mistake.id: mistake.hint for mistake in mistakes}
    tests = [test for test in public.tests if test.name not in hints.unknown]
    found = []
    for (name, _), cells in _answers(public.assignment).items():
        told = public.fingerprints(public.observed(cells, tests))
        named = {hints.hints.get(task, {}).get(print_) for task, print_ in told.items()}
        found += [f"{name}: {hint.en}" for hint in named - {None, right.get(name)}]
    return found


def _disagreements(public):
    found, answers = [], {}
    for mistake in read_mistakes(public.assignment.mistakes):
        calls = _calls_that_pass(public, mistake)
        public.take(reference_cells(public.assignment))
        complaints = {(c.name, why): None for c in calls if (why := _complaint(public, c, answers))}
        found += [
            f"{public.assignment.slug} {mistake.id}: {call}: {why}" for call, why in complaints
        ]
    return found


def _refused(public):
    found = []
    for name, cells in _accepted(public.assignment).items():
        public.take(cells)
        for test in public.tests:
            if (public.assignment.slug, name) not in STRICTER:
                lost = public.run(test, public.recorder, TRAINING)
                if lost is not None and not isinstance(lost, TooLong):
                    found.append(f"{public.assignment.slug} {name}: {test.name}")
    return found


def _answers(assignment):
    """All accepted answers and known mistakes: (name, function that is wrong) → cells."""
    accepted = {(name, ""): cells for name, cells in _accepted(assignment).items()}
    mistakes = read_mistakes(assignment.mistakes)
    return accepted | {(m.id, m.function): mistake_cells(assignment, m) for m in mistakes}


def _accepted(assignment):
    reference = reference_cells(assignment)
    return {
        path.name: [*reference, *parse_percent(path.read_bytes(), path.name)]
        for path in assignment.accepted
    }


def _calls_that_pass(public, mistake):
    """The calls of the mistaken function in tasks that pass; none where its own task does not."""
    public.take(mistake_cells(public.assignment, mistake))
    tests = [test for test in public.tests if mistake.function in public.reached_from(test)]
    calls, lost = {}, set()
    for test in sorted(tests, key=lambda test: public.task_of(test) != mistake.function):
        task = public.task_of(test)
        if task in lost:
            continue
        if public.run(test, public.recorder, TRAINING) is not None:
            lost.add(task)
        if mistake.function in lost:
            return []
        calls.setdefault(task, []).extend(public.recorder.calls)
    passed = [call for task in calls.keys() - lost for call in calls[task]]
    return [call for call in passed if call.name == mistake.function]


def _complaint(public, call, answers):
    """Why the judge would not accept an answer; nothing where it would, or where it cannot say."""
    if call.name.endswith("()") or any(hasattr(arg, "shapes") for arg in call.args):
        return ""  # a model
    if _drawn(public.find(call.name), call):
        return ""
    question = pickle.dumps((call.name, call.args, call.kwargs))
    if question not in answers:  # a training takes long, and many mistakes are asked for the same
        answers[question] = [_asked(public, call, seed) for seed in (0, 1)]
    first, second = answers[question]
    if call.raised or isinstance(first, Exception):
        return "" if call.raised and isinstance(first, Exception) else f"{call.raised} or {first!r}"
    if _numbers(first) is None or not torch.equal(*map(_numbers, (first, second))):
        return ""
    try:
        assert_same(call.value, first)
        assert_form(call.value, first)
    except Failed as failed:
        return failed.text.en
    return ""


def _drawn(function, call):
    """Whether a seed is handed over: how numbers are drawn with it is free."""
    names = inspect.signature(function).parameters
    return "seed" in call.kwargs or "seed" in list(names)[: len(call.args)]


def _numbers(value):
    """Its numbers; an array of objects (matplotlib's axes) does not cross to the judge."""
    return None if getattr(value, "dtype", None) is np.dtype(object) else numbers(value)


def _asked(public, call, seed):
    """What the reference answers to the same call, or raises."""
    args = [arg.detach().clone() if isinstance(arg, torch.Tensor) else arg for arg in call.args]
    with torch.random.fork_rng(devices=[]), torch.enable_grad():
        torch.manual_seed(seed)
        torch.set_default_dtype(torch.float32)  # an answer may have set another
        try:
            return public.find(call.name)(*args, **call.kwargs)
        except Exception as error:
            return error
