"""Whose a file is by its place: the folders around it, or in nobody's folder the file's own name."""

from collections import defaultdict
from collections.abc import Collection, Iterable

import msgspec

from autograder.collect.layouts import MARKED, Handed, folders, placed, student_level
from autograder.collect.match import Matcher, stem_of
from autograder.collect.roster import Roster
from autograder.collect.sources import Parts


class Places:
    """Knows where in one source the students' folders lie.

    `paths` are those of the files that bear no LMS's mark, each with the index of its outermost zip.
    """

    def __init__(
        self,
        matcher: Matcher,
        roster: Roster,
        lms: str | None,
        paths: Collection[tuple[Parts, int]] = (),
    ) -> None:
        self._matcher = matcher
        self._roster = roster
        self._lms = lms
        self._level = student_level(paths, matcher.is_slug, roster.knows)
        self._crowds = self._crowds_among(parts for parts, _ in paths)

    def handed(self, parts: Parts) -> Handed | None:
        """Who handed a file in; None where its place does not tell."""
        if self._lms in MARKED:
            return None
        folder = self._by_folder(parts)
        if parts and (folder is None or parts[:-1] in self._crowds):
            return self._by_name(parts)
        return folder

    def _by_folder(self, parts: Parts) -> Handed | None:
        """`20240001/a01_sigmoid.ipynb`: whoever the folder is named as."""
        handed = placed(parts, self._matcher.is_slug, self._level, self._lms)
        if handed is None:
            return None
        owner = self._matcher.owner(handed.key)
        return msgspec.structs.replace(handed, key=owner, name=owner)

    def _by_name(self, parts: Parts) -> Handed | None:
        """`20240001_김민준_a01_sigmoid.ipynb`, in nobody's folder: whom the roster knows by that."""
        if self._lms not in (None, folders.__name__):
            return None
        name = self._matcher.without_slug(stem_of(parts[-1]))
        rows = self._roster.called(name) if name else []
        if len(rows) != 1:
            return None
        return Handed(rows[0].id, rows[0].name or rows[0].id, parts[-1], len(parts) - 1)

    def _crowds_among(self, paths: Iterable[Parts]) -> set[Parts]:
        """Folders of nobody on the roster in which files name several people of it."""
        named: dict[Parts, set[str]] = defaultdict(set)
        for parts in paths:
            if handed := self._by_name(parts):
                named[parts[:-1]].add(handed.key)
        return {
            folder
            for folder, keys in named.items()
            if len(keys) > 1 and not any(map(self._roster.knows, folder))
        }
