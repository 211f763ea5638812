"""Zips of what was released, for an LMS: one for each assignment, and one of the course.

The same files give the same bytes, so a zip that changed is news. The course's zip is made of the
assignments' zips that lie beside it: who releases week by week finds in it all there is so far.
"""

import io
import re
import unicodedata
import zipfile
from collections.abc import Mapping
from pathlib import Path

from autograder.course import Course
from autograder.release.bundle import course_readme

NO_TIME = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip can tell


def write_zips(
    target: Path, course: Course, bundles: Mapping[str, Mapping[str, str]], language: str
) -> list[Path]:
    """Write TARGET/<slug>.zip of each bundle, then the course's; each holds one folder of its name."""
    zips = [
        _put(target / f"{slug}.zip", {f"{slug}/{name}": text for name, text in files.items()})
        for slug, files in bundles.items()
    ]
    return [*zips, _put_course(target, course, language)]


def course_name(course: Course) -> str:
    """The course's title as a file's name that every system takes and no shell needs quoted."""
    words = re.findall(r"\w+", unicodedata.normalize("NFC", course.title))
    return "-".join(words) or "course"


def _put_course(target: Path, course: Course, language: str) -> Path:
    files, name = dict[str, str](), course_name(course)
    released = [slug for slug in course.slugs if zipfile.is_zipfile(target / f"{slug}.zip")]
    for slug in released:
        with zipfile.ZipFile(target / f"{slug}.zip") as folder:
            files |= {f"{name}/{file}": folder.read(file).decode() for file in folder.namelist()}
    files[f"{name}/README.md"] = course_readme(course, released, language)
    return _put(target / f"{name}.zip", files)


def _put(path: Path, files: Mapping[str, str]) -> Path:
    """In one step: who downloads meanwhile gets the old one or the new one."""
    new = path.with_name(f".{path.name}.new")
    new.write_bytes(_zipped(files))
    return new.replace(path)


def _zipped(files: Mapping[str, str]) -> bytes:
    """Sorted and without times; names that are not ASCII are flagged as UTF-8."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as made:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, NO_TIME)
            entry.create_system, entry.external_attr = 3, 0o100644 << 16  # alike on every system
            made.writestr(entry, files[name].encode(), zipfile.ZIP_DEFLATED)
    return data.getvalue()
