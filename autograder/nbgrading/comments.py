"""The automatic comment on a task: what its items cost and why, as the Markdown nbgrader takes."""

import re
from collections import defaultdict
from collections.abc import Iterable

from autograder.result import OUTCOMES, Outcome, TaskResult, total
from autograder.text import Text


def comment_on(task: TaskResult | None, notes: Iterable[Text], language: str) -> str | None:
    """A paragraph for each reason that cost points, then the notes; None where there is nothing."""
    paragraphs = [*_reasons(task, language), *(note.in_language(language) for note in notes)]
    return "\n\n".join(map(_markdown, paragraphs)) or None


def _reasons(task: TaskResult | None, language: str) -> list[str]:
    """Items that were lost for the same reason are told together."""
    lost = defaultdict[str, list[float]](list)
    for item in task.items if task else ():
        if item.outcome is not Outcome.PASSED:
            reason = (item.message or OUTCOMES[item.outcome]).in_language(language)
            lost[reason].append(item.max_points - item.points)
    return [f"−{total(points):g}: {reason}" for reason, points in lost.items()]


def _markdown(text: str) -> str:
    """A sentence that means nothing to Markdown and HTML; code below it is set as code."""
    sentence, _, code = text.partition("\n")
    literal = re.sub(
        r"[\\`*$]|<(?=[a-zA-Z/!?])|(?<![^\W_])_|_(?![^\W_])|(?<=])(?=\()", r"\\\g<0>", sentence
    )
    return f"{literal}\n\n{code}" if code else literal
