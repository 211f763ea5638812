"""`nbgrader generate_feedback` and the formgrader's button: they write the page that `make feedback` does.

nbgrader would put its own in that place, without the items and in no student's language. nbgrader_config.py
names the class:

    c.GenerateFeedback.exporter_class = "autograder.nbgrading.feedback.FeedbackPage"
"""

from pathlib import Path
from typing import Any

import sqlalchemy as sql
from nbconvert.exporters import HTMLExporter
from nbgrader.converters.base import NbGraderException

from autograder.course import load_course
from autograder.errors import KitError
from autograder.nbgrading.by_hand import read_book
from autograder.nbgrading.database import told
from autograder.pages.feedback import Pages
from autograder.record.results import NAME, read_results


class FeedbackPage(HTMLExporter):
    """Our page where there is a result; nbgrader's own, with a word, where there is none."""

    def __init__(self, *, parent: Any = None, **traits: Any) -> None:
        super().__init__(parent=parent, **traits)
        directories = getattr(parent, "coursedir", None)
        if directories is not None:  # else nbgrader but lists its options
            root = Path(directories.root)
            try:  # before nbgrader has removed the page that is there
                self._pages = _pages(
                    root, root / directories.submitted_directory, sql.make_url(directories.db_url)
                )
            except KitError as error:
                parent.log.error("%s %s", error, error.hint)
                raise NbGraderException(f"{error} {error.hint}") from None

    def from_notebook_node(self, nb: Any, resources: Any = None, **options: Any) -> Any:
        """The page about an autograded notebook."""
        key = (resources["nbgrader"]["student"], resources["nbgrader"]["assignment"])
        if key not in self._pages:
            self.log.warning("%s/%s: no result (make grade), so this is nbgrader's own page", *key)
            return super().from_notebook_node(nb, resources, **options)
        return self._pages[key], self._init_resources(resources)


def _pages(root: Path, submitted: Path, url: sql.URL) -> Pages:
    """The pages of all results, with the marks that count now."""
    course = load_course(root)
    with told(url, "No page was written."):
        book = read_book(url)
    return Pages(course, submitted, read_results(root / NAME).values(), course.language, book)
