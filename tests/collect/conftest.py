"""A small course, and archives to collect, built as LMSs, students and attackers build them."""

import io
import os
import zipfile
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from autograder.collect import Collection, collect
from autograder.course import Course, load_course
from tests.conftest import notebook

NOON = datetime(2026, 11, 24, 12)
STUBS = {
    "a01_sigmoid": ["sigmoid", "hypothesis", "predict"],
    "a04_bce_cost": ["sigmoid", "bce", "train"],
    "a11_conv_shapes": ["conv_out"],
}

Content = str | bytes | tuple[str | bytes, datetime]
Files = Mapping[str, Content]


class Cp949Info(zipfile.ZipInfo):
    """A member whose name is written as Windows in Korea writes it."""

    encoding = "cp949"

    def _encodeFilenameFlags(self) -> tuple[bytes, int]:  # noqa: N802
        return self.filename.encode(self.encoding), self.flag_bits & ~0x800


class MacInfo(Cp949Info):
    """A member whose name is UTF-8 without the bit that says so, as macOS writes it."""

    encoding = "utf-8"


def code(*names: str, text: str = "") -> str:
    """A notebook that defines these functions."""
    return notebook([*(f"def {name}(x):\n    return x" for name in names), text])


def zipped(files: Files, info: type[zipfile.ZipInfo] = zipfile.ZipInfo, **options: Any) -> bytes:
    """A zip with these members; without a time they are from noon."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in files.items():
            data, time = content if isinstance(content, tuple) else (content, NOON)
            member = info(name, time.timetuple()[:6])
            member.compress_type = options.get("compress", zipfile.ZIP_DEFLATED)
            member.external_attr = options.get("mode", 0o100644) << 16
            archive.writestr(member, data)
    return buffer.getvalue()


class Classroom:
    """A course in a folder, and what comes of collecting for it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.submitted = root / "submitted"
        self.collected = root / "collected"
        self.sources = root / "sources"
        self.sources.mkdir()
        slugs = ", ".join(f'"{slug}"' for slug in STUBS)
        (root / "course.toml").write_text(f'title = "파이썬"\nassignments = [{slugs}]\n', "utf-8")
        for slug, names in STUBS.items():
            folder = root / "assignments" / slug
            folder.mkdir(parents=True)
            (folder / "assignment.toml").write_text('[title]\nko = "과제"\nen = "Task"\n', "utf-8")
            stubs = (f"def {name}(x):\n    raise NotImplementedError\n" for name in names)
            (folder / f"{slug}.py").write_text("\n".join(stubs), "utf-8")
        (root / "assignments" / "selfcheck").mkdir()
        (root / "assignments" / "selfcheck" / "_loader.py").write_text("")

    @property
    def course(self) -> Course:
        return load_course(self.root)

    def roster(self, *rows: str, encoding: str = "utf-8") -> None:
        text = "\r\n".join(["id,name,email", *rows, ""])
        (self.root / "roster.csv").write_bytes(text.encode(encoding))

    def zip(self, files: Files, name: str = "moodle.zip", **options: Any) -> Path:
        return self.file(name, zipped(files, **options))

    def file(self, name: str, data: bytes) -> Path:
        path = self.sources / name
        path.write_bytes(data)
        return path

    def folder(self, files: Files, name: str = "class") -> Path:
        root = self.sources / name
        root.mkdir(exist_ok=True)
        for path, content in files.items():
            data, time = content if isinstance(content, tuple) else (content, NOON)
            place = root / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(data.encode() if isinstance(data, str) else data)
            os.utime(place, (time.timestamp(),) * 2)
        return root

    def collect(self, *sources: Path, lms: str | None = None) -> Collection:
        return collect(self.course, sources, self.submitted, self.collected, lms)

    def take(self, files: Files, **options: Any) -> list[str]:
        """Collect a zip without a problem; tells what then lies in submitted/."""
        collection = self.collect(self.zip(files, **options))
        assert collection.problems == ()
        return self.placed

    @property
    def placed(self) -> list[str]:
        """The files in submitted/, their times aside."""
        return [
            path
            for path in _files(self.submitted)
            if not path.endswith(("timestamp.txt", "late.txt", "lms.txt"))
        ]

    @property
    def kept(self) -> list[str]:
        """The files in collected/."""
        return _files(self.collected)

    def everything(self) -> dict[str, tuple[bytes, int]]:
        """Every file with its bytes and when it was written."""
        folders = (self.submitted, self.collected)
        paths = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
        return {str(path): (path.read_bytes(), path.stat().st_mtime_ns) for path in paths}

    def read(self, path: str) -> str:
        return (self.submitted / path).read_text("utf-8")

    def problem(self, *sources: Path) -> str:
        """The one problem with these sources, in English; the Korean is not the English."""
        problems = self.collect(*sources).problems
        assert len(problems) == 1, problems
        assert problems[0].ko != problems[0].en
        return problems[0].en


def _files(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


@pytest.fixture
def classroom(tmp_path: Path) -> Classroom:
    return Classroom(tmp_path)
