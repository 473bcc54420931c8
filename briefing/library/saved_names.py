"""The names in a library as the finder has them, kept from one opening to the next.

Each library has a file, which is found again by where its documents lie. It may be a little older
than they are: then it is searched until the finder has caught up with them.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

from briefing.finder import Finder

_FOLDER = "names"
_ENDING = ".names"
_MOST_FILES = 16


class SavedNames:
    """The file for the documents at `paths`, in a folder for what can be made again.

    `store` says in which store the documents have the numbers that the keys of entries hold.
    """

    def __init__(self, folder: Path, store: str, paths: Iterable[str]) -> None:
        place = blake2b(_root(paths).encode(errors="surrogateescape"), digest_size=10)
        self._path = folder / _FOLDER / f"{place.hexdigest()}{_ENDING}"
        self._store = store

    def load(self) -> Finder | None:
        """What was saved; None where there is nothing good."""
        from briefing.finder.saved import SavedIndexError

        try:
            finder = Finder.load(self._path, self._store)
            os.utime(self._path)
        except (SavedIndexError, OSError):
            return None
        return finder

    def save(self, finder: Finder, documents: Iterable[int]) -> None:
        """Write what `finder` has, which was made from `documents`, where that can be done."""
        with suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            finder.save(self._path, self._store, made_from(documents))
            self._tidy()

    def _tidy(self) -> None:
        """Drop the files that have not been used for longest."""
        files = [(one.stat().st_mtime_ns, one) for one in self._path.parent.glob(f"*{_ENDING}")]
        for _, file in sorted(files)[:-_MOST_FILES]:
            file.unlink(missing_ok=True)


def made_from(documents: Iterable[int]) -> str:
    """What stands for a set of documents of a store."""
    written = " ".join(map(str, sorted(documents)))
    return blake2b(written.encode(), digest_size=16).hexdigest()


def _root(paths: Iterable[str]) -> str:
    """The folder that holds all of them, or the one file."""
    try:
        return os.path.commonpath([os.path.abspath(path) for path in paths])
    except ValueError:  # none at all, or on several drives
        return ""
