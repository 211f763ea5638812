"""The self-check's own modules, and bundles to run it in."""

import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys

import pytest

from tests.conftest import SELFCHECK, notebook
from tests.warm import PYTEST

SLUG = "a01_double"
STUBS = (
    'def double(x):\n    raise NotImplementedError("double")',
    'def half(x):\n    raise NotImplementedError("half")',
)
TESTS = f"""\
import pytest
from {SLUG} import double, half


def test_double_of_three_is_six():
    assert double(3) == 6


def test_half_of_four_is_two():
    assert half(4) == 2


def test_half_of_text_is_an_error():
    with pytest.raises((TypeError, RuntimeError)):
        half("4")
"""


def _module(name):
    spec = importlib.util.spec_from_file_location(name, SELFCHECK / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def loader():
    """`_loader.py`, as the bundle's conftest.py imports it."""
    _module("_calls")
    return _module("_loader")


@pytest.fixture(scope="session")
def says():
    """All that the self-check says, by language."""
    return _module("_words").SAYS


class Bundle:
    """A student's folder."""

    def __init__(self, folder, loader):
        self.folder = folder
        self.loader = loader
        folder.mkdir()
        for path in (*SELFCHECK.glob("*.py"), SELFCHECK / "pytest.ini"):
            shutil.copy(path, folder)
        self.write(f"test_{SLUG}.py", TESTS)

    def write(self, name, text):
        (self.folder / name).write_text(text, "utf-8")

    def work(self, *cells):
        """Save a notebook of these cells."""
        self.write(f"{SLUG}.ipynb", notebook(cells))

    def work_in_py(self, *cells):
        """Save a .py of these cells."""
        self.write(f"{SLUG}.py", "\n".join(f"# %%\n{cell}\n" for cell in cells))

    def release(self, language="ko"):
        """Both files as they are released, and the note."""
        self.work(*STUBS)
        self.work_in_py(*STUBS)
        digest = self.loader.digest_of(self.loader.read_cells(self.folder / f"{SLUG}.ipynb"))
        tasks = {name: name.split("_")[1] for name in re.findall(r"def (test_\w+)", TESTS)}
        note = {"language": language, "code_sha256": digest, "tasks": tasks}
        self.write(".release.json", json.dumps(note))

    def check(self, *options, cwd=None, **environment):
        """Run plain `pytest` there."""
        if any(name.startswith("PYTHON") for name in environment):  # it is read as Python starts
            return self.run("-m", "pytest", *options, cwd=cwd, **environment)
        return PYTEST.run(
            *map(str, options),
            cwd=cwd or self.folder,
            environment=plain_environment() | environment,
        )

    def run(self, *arguments, cwd=None, **environment):
        """Run Python there."""
        encoding = environment.get("PYTHONIOENCODING", "utf-8")
        return subprocess.run(
            [sys.executable, *map(str, arguments)],
            cwd=cwd or self.folder,
            env=plain_environment() | {"PYTHONIOENCODING": encoding} | environment,
            capture_output=True,
            check=False,
            encoding=encoding,
        )


def plain_environment():
    """A student's: without what steers the pytest that runs us."""
    ours = {"FORCE_COLOR", "PY_COLORS", "PYTHONPATH", "MPLBACKEND"}
    kept = {k: v for k, v in os.environ.items() if k not in ours and not k.startswith("PYTEST_")}
    return kept | {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}


@pytest.fixture
def bundle(tmp_path, loader):
    """A freshly released folder, in a place with spaces and Hangul in its name."""
    made = Bundle(tmp_path / "내 과제 1", loader)
    made.release()
    return made
