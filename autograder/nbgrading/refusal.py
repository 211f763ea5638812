"""Why plain `nbgrader autograde` does not run here: it would run students' code without a sandbox.

nbgrader_config.py names the class:

    c.Autograde.exporter_class = "autograder.nbgrading.refusal.NoAutograde"

An exporter is made before nbgrader touches the gradebook or autograded/, so nothing is lost.
"""

from typing import Any, NoReturn

from nbconvert.exporters import NotebookExporter
from nbgrader.converters.base import NbGraderException

# Lines as short as the formgrader's dialog shows them.
SENTENCE = """\
nbgrader autograde does not grade this course. Nothing was changed.
`make grade` does, in a sandbox, and writes to the same gradebook.
이 과목은 nbgrader autograde로 채점하지 않습니다. 바뀐 것은 없습니다.
`make grade`를 실행하면 샌드박스에서 채점해 같은 gradebook에 기록합니다."""


class NoAutograde(NotebookExporter):
    """Stops `nbgrader autograde` and the formgrader's button with a word to the instructor."""

    def __init__(self, *, parent: Any = None, **traits: Any) -> NoReturn:
        if parent is not None:
            parent.log.error(SENTENCE)
        raise NbGraderException(SENTENCE)
