"""What the demos draw. `make pictures` keeps it, to be looked at."""

import logging
import runpy

import matplotlib
import matplotlib.pyplot as plt
import pytest

from autograder.course import load_course
from autograder.release.rubric import defined_in
from autograder.submission import parse_percent
from tests.conftest import PROJECT

COURSE = load_course(PROJECT)
SETTINGS = PROJECT / "assignments" / "selfcheck" / "matplotlibrc"


@pytest.fixture(autouse=True)
def _as_in_a_students_folder():
    with matplotlib.rc_context(fname=SETTINGS):
        plt.switch_backend("agg")
        yield
        plt.close("all")


class Notebook:
    """The cells of an assignment, run with the reference's functions for the student's."""

    def __init__(self, slug, monkeypatch, folder):
        self.source = COURSE[slug].source
        self.reference = runpy.run_path(str(COURSE[slug].solution))
        self.names = {"__name__": "__main__"}
        self.folder, self.drawn = folder, 0
        monkeypatch.setattr(plt, "show", self.show)

    def show(self):
        for number in plt.get_fignums():
            self.drawn += 1
            plt.figure(number).savefig(self.folder / f"{self.drawn}.png")
        plt.close("all")

    def cells(self):
        for cell in parse_percent(self.source.read_bytes(), self.source.name):
            exec(compile(cell.source, self.source.name, "exec"), self.names)
            written = defined_in(cell.source)
            self.names |= {name: self.reference[name] for name in written if name in self.reference}
            yield cell


@pytest.mark.nightly
# A student sees what their own cells cause, and not what matplotlib does to tensors.
@pytest.mark.filterwarnings("ignore::DeprecationWarning", "error::DeprecationWarning:__main__")
@pytest.mark.parametrize("slug", COURSE.slugs)
def test_a_written_task_is_drawn(slug, monkeypatch, tmp_path):
    notebook, before = Notebook(slug, monkeypatch, tmp_path), 0
    for cell in notebook.cells():
        if "suppress(NotImplementedError)" in cell.source:
            assert notebook.drawn > before, cell.source
        assert not plt.get_fignums(), (
            f"Without plt.show() the next cell draws over it: {cell.source}"
        )
        before = notebook.drawn
    assert before, "There is no picture."
    for task in defined_in(notebook.source.read_text("utf-8")):
        assert notebook.names[task] is notebook.reference[task], f"A demo took the name {task}."


def test_hangul_fonts_are_looked_for_quietly(caplog):
    plt.plot([-1, 1])
    plt.title("W = −1")
    with caplog.at_level(logging.WARNING):
        plt.gcf().canvas.draw()
    assert not caplog.records
