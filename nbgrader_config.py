"""The course for nbgrader, its formgrader and its exchange, as `make release` lays it out.

Run `nbgrader` and `jupyter lab` from this folder. Marks come from `make grade`.
"""

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
