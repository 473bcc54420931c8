"""The names in a library as the finder has them, kept from one opening to the next.

They may be a little older than the documents are: then they are searched until the finder has
caught up with those.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

from briefing.finder import Finder
from briefing.library import saved_files


class SavedNames:
    """The file for the documents at `paths`, in a folder for what can be made again.

    `store` says in which store the documents have the numbers that the keys of entries hold.
    """

    def __init__(self, folder: Path, store: str, paths: Iterable[str]) -> None:
        self._path = saved_files.file_of(folder, "names", paths)
        self._store = store

    def load(self) -> Finder | None:
        """What was saved; None where there is nothing good."""
        from briefing.finder.saved import SavedIndexError

        try:
            finder = Finder.load(self._path, self._store)
        except (SavedIndexError, OSError):
            return None
        saved_files.touch(self._path)
        return finder

    def save(self, finder: Finder, documents: Iterable[int]) -> None:
        """Write what `finder` has, which was made from `documents`, where that can be done."""
        with suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            finder.save(self._path, self._store, made_from(documents))
            saved_files.tidy(self._path)


def made_from(documents: Iterable[int]) -> str:
    """What stands for a set of documents of a store."""
    written = " ".join(map(str, sorted(documents)))
    return blake2b(written.encode(), digest_size=16).hexdigest()
