"""`nbgrader generate_feedback` and the formgrader's button: they write the page that `make feedback` does.

nbgrader would put its own in that place, without the items and in no student's language. nbgrader_config.py
names the class:

    c.GenerateFeedback.exporter_class = "autograder.nbgrading.feedback.FeedbackPage"
"""

from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import sqlalchemy as sql
from nbconvert.exporters import HTMLExporter
from nbgrader.converters.base import NbGraderException

from autograder.course import language_of, load_course
from autograder.errors import KitError
from autograder.nbgrading.by_hand import read_book
from autograder.nbgrading.database import in_words
from autograder.pages.feedback import Pages
from autograder.record.results import RESULTS, read_results
from autograder.text import Text

NOT_WRITTEN = Text("만든 페이지는 없습니다.", "No page was written.")
NO_RESULT = Text(
    "%s/%s: 채점 결과가 없어(make grade) nbgrader의 페이지를 만들었습니다.",
    "%s/%s: no result (make grade), so this is nbgrader's own page",
)


class FeedbackPage(HTMLExporter):
    """Our page where there is a result; nbgrader's own, with a word, where there is none."""

    def __init__(self, *, parent: Any = None, **traits: Any) -> None:
        super().__init__(parent=parent, **traits)
        directories = getattr(parent, "coursedir", None)
        if directories is not None:  # else nbgrader but lists its options
            self._language = language_of(Path(directories.root))
            try:  # before nbgrader has removed the page that is there
                self._pages = _pages(directories)
            except KitError as error:
                told = (error.message + error.hint).in_language(self._language)
                parent.log.error(told)
                raise NbGraderException(told) from None

    def from_notebook_node(self, nb: Any, resources: Any = None, **options: Any) -> Any:
        """The page about an autograded notebook."""
        key = (resources["nbgrader"]["student"], resources["nbgrader"]["assignment"])
        if key not in self._pages:
            self.log.warning(NO_RESULT.in_language(self._language), *key)
            return super().from_notebook_node(nb, resources, **options)
        return self._pages[key], self._init_resources(resources)


def _pages(directories: Any) -> Pages:
    """The pages on an assignment (nbgrader takes "a0*", too), with the marks that count now."""
    root, url = Path(directories.root), sql.make_url(directories.db_url)
    course = load_course(root)
    with in_words(url, NOT_WRITTEN):
        book = read_book(url)
    results = read_results(root / RESULTS).values()
    own = [each for each in results if fnmatch(each.assignment, directories.assignment_id)]
    return Pages(course, root / directories.submitted_directory, own, course.language, book)
