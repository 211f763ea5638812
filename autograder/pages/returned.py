"""Zips of feedback pages, named as the LMS wants them back: returned/<slug>.<lms>.zip.

    moodle    the folders of its download; its upload finds the participant by the number in them
    canvas    the files of its download, ending in .html; its upload goes by the two numbers in them
    folders   a folder for each student, for everything else

collect keeps those names in lms.txt. Who handed in nothing has nothing to be returned.
"""

from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from pathlib import Path, PurePosixPath

import msgspec

from autograder.errors import KitError
from autograder.files import write_atomically
from autograder.stamp import lms_in
from autograder.text import Text
from autograder.zipped import zipped

WHERE = {
    "moodle": Text(
        "Moodle: 과제의 모든 제출물 보기 → 여러 피드백 파일을 zip으로 올리기",
        "Moodle: View all submissions → Upload multiple feedback files in a zip",
    ),
    "canvas": Text(
        "Canvas: 과제 페이지 → 제출물 다시 업로드(Re-Upload Submissions)",
        "Canvas: the assignment's page → Re-Upload Submissions",
    ),
    "folders": Text("학생마다 폴더 하나", "a folder for each student"),
}


class Returned(msgspec.Struct, frozen=True):
    """A zip, for which LMS it is, and how many pages it holds."""

    path: Path
    lms: str
    pages: int


def write_zips(
    out: Path, submitted: Path, pages: Sequence[Path], lms: str | None = None
) -> tuple[list[Returned], list[str]]:
    """Zip the pages of OUT/feedback by assignment and LMS; also whom the LMS has no name for.

    `lms` makes it zips for that one only.
    """
    require_lms(lms)
    zips: dict[tuple[str, str], dict[str, bytes]] = defaultdict(dict)
    nameless = []
    for page in pages:
        student, slug = page.parts[-3:-1]
        if not (submitted / student / slug).is_dir():
            continue
        kind, name = _name(submitted / student / slug, lms)
        files = zips[slug, kind]
        if not name or name in files:
            nameless.append(f"{student}/{slug}")
        else:
            files[name] = page.read_bytes()
    made = []
    for (slug, kind), files in sorted(zips.items()):
        if files:
            path = out / "returned" / f"{slug}.{kind}.zip"
            write_atomically(path, zipped(files), durable=False)
            made.append(Returned(path, kind, len(files)))
    if lms is None:
        _sweep(out, zips, {each.path for each in made})
    return made, nameless


def _sweep(out: Path, zips: Iterable[tuple[str, str]], made: Container[Path]) -> None:
    """Remove an assignment's zips for other LMSs: what they hold of earlier runs is somewhere else now."""
    for slug in {slug for slug, _ in zips}:
        for kind in WHERE:
            path = out / "returned" / f"{slug}.{kind}.zip"
            if path not in made:
                path.unlink(missing_ok=True)


def require_lms(lms: str | None) -> None:
    """Raise a KitError where no zip can be made for `lms`; None is for each its own."""
    if lms is not None and lms not in WHERE:
        known = ", ".join(WHERE)
        raise KitError(
            Text(f"{lms!r} 형식의 zip은 만들 수 없습니다.", f"No zip can be made for {lms!r}."),
            Text(f"--lms에 쓸 수 있는 값: {known}", f"--lms takes {known}."),
        )


def _name(home: Path, lms: str | None) -> tuple[str, str]:
    """The LMS that a page goes to and its name there; "" where that LMS knows nothing of it."""
    known, name = lms_in(home)
    if lms in (None, known) and known in _NAMES:
        return known, _NAMES[known](name, home.name)
    if lms in (None, "folders"):
        return "folders", f"{home.parent.name}/{home.name}.html"
    return lms, ""


def _for_moodle(name: str, slug: str) -> str:
    """`김민준_101_assignsubmission_file_/a01.html`, or flat where the download was flat."""
    who, _, file = name.partition("_assignsubmission_")
    flat = file not in ("file", "file_")
    return f"{who}_assignsubmission_file_{'' if flat else '/'}{slug}.html"


def _for_canvas(name: str, slug: str) -> str:
    return str(PurePosixPath(name).with_suffix(".html"))


_NAMES: Mapping[str, Callable[[str, str], str]] = {"moodle": _for_moodle, "canvas": _for_canvas}
