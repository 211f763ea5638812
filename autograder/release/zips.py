"""Zips of what was released, for an LMS: one for each assignment, and one of the course.

The same files give the same bytes, so a zip that changed is news. The course's zip is made of the
assignments' zips that lie beside it: who releases week by week finds in it all there is so far.
"""

import re
import unicodedata
import zipfile
from collections.abc import Mapping
from pathlib import Path

from autograder.course import Course
from autograder.files import write_atomically
from autograder.release.bundle import course_readme
from autograder.zipped import zipped


def write_zips(
    target: Path, course: Course, bundles: Mapping[str, Mapping[str, str]], language: str
) -> list[Path]:
    """Write TARGET/<slug>.zip of each bundle, then the course's; each holds one folder of its name."""
    zips = [
        _put(target / f"{slug}.zip", {f"{slug}/{name}": text for name, text in files.items()})
        for slug, files in bundles.items()
    ]
    return [*zips, _put_course(target, course, language)]


def course_name(course: Course, language: str) -> str:
    """The course's title as a file's name that every system takes and no shell needs quoted."""
    words = re.findall(r"\w+", unicodedata.normalize("NFC", course.title.in_language(language)))
    return "-".join(words) or "course"


def _put_course(target: Path, course: Course, language: str) -> Path:
    files, name = dict[str, str](), course_name(course, language)
    released = [slug for slug in course.slugs if zipfile.is_zipfile(target / f"{slug}.zip")]
    for slug in released:
        with zipfile.ZipFile(target / f"{slug}.zip") as folder:
            files |= {f"{name}/{file}": folder.read(file).decode() for file in folder.namelist()}
    files[f"{name}/README.md"] = course_readme(course, released, language)
    return _put(target / f"{name}.zip", files)


def _put(path: Path, files: Mapping[str, str]) -> Path:
    data = zipped({name: text.encode() for name, text in files.items()})
    write_atomically(path, data, durable=False)
    return path
