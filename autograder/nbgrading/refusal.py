"""Why plain `nbgrader autograde` does not run here: it would run students' code without a sandbox.

nbgrader_config.py names the class:

    c.Autograde.exporter_class = "autograder.nbgrading.refusal.NoAutograde"

An exporter is made before nbgrader touches the gradebook or autograded/, so nothing is lost.
"""

from typing import Any, NoReturn

from nbconvert.exporters import NotebookExporter
from nbgrader.converters.base import NbGraderException

SENTENCE = (
    "nbgrader autograde does not grade this course: `make grade` does, in a sandbox, with hidden"
    " graders, and writes to the same gradebook. Nothing was changed."
)


class NoAutograde(NotebookExporter):
    """Stops `nbgrader autograde` and the formgrader's button with a sentence."""

    def __init__(self, *, parent: Any = None, **traits: Any) -> NoReturn:
        if parent is not None:
            parent.log.error(SENTENCE)
        raise NbGraderException(SENTENCE)
