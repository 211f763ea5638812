"""The course for nbgrader, its formgrader and its exchange, as `make release` lays it out.

Run `nbgrader` and `jupyter lab` from this folder. Marks come from `make grade`.
"""

import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent
sys.path.insert(0, str(ROOT))  # nbgrader's own programs do not look for modules here

c = get_config()  # noqa: F821

c.CourseDirectory.course_id = "pytorch"  # what the exchange calls the course

# What students get. Solutions and hidden graders never pass through nbgrader: source/ is made by
# `make release` too, and holds just what release/ holds.
c.CourseDirectory.source_directory = "source"
c.CourseDirectory.release_directory = "release"

# The stubs are written by hand, so nothing is to be cleared out of solution cells.
c.GenerateAssignment.preprocessors = [
    "nbgrader.preprocessors.IncludeHeaderFooter",
    "nbgrader.preprocessors.LockCells",
    "nbgrader.preprocessors.ClearOutput",
    "nbgrader.preprocessors.CheckCellMetadata",
    "nbgrader.preprocessors.ComputeChecksums",
    "nbgrader.preprocessors.SaveCells",
    "nbgrader.preprocessors.CheckCellMetadata",
]

# The gradebook that `make grade` writes to, where course.toml names another than gradebook.db.
if db_url := tomllib.loads((ROOT / "course.toml").read_text("utf-8")).get("db_url"):
    c.CourseDirectory.db_url = db_url

# `nbgrader autograde` would run students' code without a sandbox: it ends with a sentence.
c.Autograde.exporter_class = "autograder.nbgrading.refusal.NoAutograde"

# `nbgrader generate_feedback` and the formgrader's button write the pages of `make feedback`: nbgrader's
# own would take their place.
c.GenerateFeedback.exporter_class = "autograder.nbgrading.feedback.FeedbackPage"

# `nbgrader release_feedback` returns the pages of `make feedback`, also where some of the class handed
# in elsewhere.
c.ExchangeFactory.release_feedback = "autograder.nbgrading.returning.ReturnFeedback"

# `nbgrader export` writes nbgrader-grades.csv, in which who handed in nothing has no zero.
c.ExportApp.plugin_class = "autograder.nbgrading.export.CsvExport"
