"""What lateness costs each result, as things stand: by hand-in times, due dates and policy of today.

A changed due date regrades nobody; the tables and pages follow it all the same.
"""

from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path

import msgspec

from autograder.course import Assignment, Course
from autograder.late import Late, lateness
from autograder.record.results import Key
from autograder.result import Result, Status
from autograder.stamp import late_in, stamp_in

Due = Callable[[Assignment, str], datetime | None]
"""Until when a student has for an assignment; None where it is not due."""
Deductions = dict[Key, Late]


def deductions(course: Course, results: Iterable[Result], submitted: Path, due: Due) -> Deductions:
    """For every result of something handed in: whether it was late, and what that costs."""
    return {
        result.key: late_now(course, result, submitted, due)
        for result in results
        if result.status is not Status.MISSING and result.assignment in course.slugs
    }


def late_now(course: Course, result: Result, submitted: Path, due: Due) -> Late:
    """Whether a result of something handed in was late, and what that costs."""
    folder = submitted / result.student / result.assignment
    until = due(course[result.assignment], result.student)
    late = lateness(stamp_in(folder), late_in(folder), until)
    if course.late is None:
        return late
    points = course.late.deduction(late, result.score, result.max_score)
    price = course.late.price(late, result.max_score)
    return msgspec.structs.replace(late, deduction=points, price=price)


def cost_now(course: Course, result: Result, submitted: Path, due: Due) -> float:
    """The points that lateness costs a result; without a policy nothing need be looked up for that."""
    return late_now(course, result, submitted, due).deduction if course.late else 0.0
