"""A script is put to a guest in one go; what was judged once is not judged again."""

import pytest

from autograder.errors import GuestGone
from autograder.judge.script import Hearing, Script
from autograder.judge.student import Student
from autograder.sandbox import protocol
from autograder.sandbox.protocol import Reply, Request


class Doubler:
    """A defendant who doubles numbers, and dies of the number 13."""

    def __init__(self):
        self.problems = []
        self.asked = []

    def run(self, request):
        self.asked.append(request.args[0])
        return Reply(value=2 * request.args[0])

    def answers(self, requests, frames):
        answers = []
        for request in requests:
            if request.args[0] == 13:
                return answers, GuestGone("died")
            answers.append(protocol.split(protocol.encode(Reply(value=2 * request.args[0]))))
        return answers, None

    def read(self, answer):
        return protocol.decode_reply(*answer)


def hearing(*numbers):
    script = Script([Request("call", "f", [number]) for number in numbers])
    defendant = Doubler()
    return Hearing(defendant, script), defendant


def test_the_questions_of_the_script_are_answered_without_asking_again():
    heard, defendant = hearing(1, 2)
    student = Student(heard)
    assert [student.f(1), student.f(2)] == [2, 4]
    assert defendant.asked == []
    assert heard.repeatable


def test_another_question_is_asked_of_the_guest_itself_and_so_are_all_after_it():
    heard, defendant = hearing(1, 2)
    student = Student(heard)
    assert [student.f(1), student.f(5), student.f(2)] == [2, 10, 4]
    assert defendant.asked == [5, 2]
    assert not heard.repeatable


def test_a_question_beyond_the_script_is_asked_of_the_guest_itself():
    heard, defendant = hearing(1)
    student = Student(heard)
    assert [student.f(1), student.f(1)] == [2, 2]
    assert defendant.asked == [1]


def test_a_death_counts_only_where_the_test_comes_to_it():
    heard, _ = hearing(1, 13, 2)
    student = Student(heard)
    assert student.f(1) == 2
    with pytest.raises(GuestGone):
        student.f(13)
    assert not heard.repeatable


def test_other_answers_and_another_past_have_another_key():
    first, second = hearing(1, 2)[0], hearing(1, 3)[0]
    assert first.key(b"") == hearing(1, 2)[0].key(b"")
    assert len({first.key(b""), second.key(b""), first.key(b"before")}) == 3
