"""`nbgrader release_feedback`, for a class in which some handed in by the exchange and some elsewhere."""

import glob
from pathlib import Path

from nbgrader.exchange.default import ExchangeReleaseFeedback

from autograder.course import language_of
from autograder.stamp import SECRET, TIMESTAMP
from autograder.text import Text

NOT_RETURNED = Text(
    "%s: exchange로 제출하지 않아 돌려주지 않았습니다.",
    "%s: not handed in by the exchange, so not returned",
)


class ReturnFeedback(ExchangeReleaseFeedback):  # type: ignore[misc]
    """Returns pages to whom the exchange knows; nbgrader would stop at the first one it does not."""

    def copy_files(self) -> None:
        """Return the page of each student who has handed in by the exchange."""
        pattern: str = self.src_path
        folders = sorted(glob.glob(pattern))  # noqa: PTH207, as nbgrader looks for them
        for folder in folders:
            if all(Path(folder, name).is_file() for name in (TIMESTAMP, SECRET)):
                self.src_path: str = glob.escape(folder)
                super().copy_files()
            else:
                student = Path(folder).parent.name
                language = language_of(Path(self.coursedir.root))
                self.log.warning(NOT_RETURNED.in_language(language), student)
