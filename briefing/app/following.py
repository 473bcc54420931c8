"""Files that are added, changed or removed while they are open, and what becomes of their lists."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.app.shelf import ANEW, MISSING, Shelf
from briefing.library.catalogue import Catalogue

if TYPE_CHECKING:
    from briefing.library import Failure
    from briefing.library.collection import Collection
    from briefing.library.watch import Changes


class Following:
    """Brings the shelf, and what is made from it, up to date with the files.

    What is open stays where it is, also when its file is gone, until it is left.
    """

    def __init__(
        self,
        shelf: Shelf,
        catalogue: Catalogue,
        collection: Callable[[], Collection],
        others: Sequence[Failure] = (),
    ) -> None:
        self._shelf, self._catalogue, self._collection = shelf, catalogue, collection
        self._others = others  # what could not be read of what lies in no file
        self._missing: set[int] = set()
        self._anew: set[int] = set()

    def take(self, changes: Changes, reading: int | None) -> None:
        """Take in what has become of files, while the document `reading` is open."""
        shelf = self._shelf
        for path in changes.added:
            shelf.add(path)
        for path in changes.changed:
            shelf.change(path)
        for path in (*changes.added, *changes.changed):
            self._missing.difference_update(shelf.of_file(path))
        for path in changes.removed:
            for number in shelf.of_file(path):
                shelf.volumes[number].note = MISSING
                self._missing.add(number)
        # A file that was listed and is gone is said to be so where it is open, and nowhere else.
        failures = (one for one in changes.failures if Path(one.path) not in shelf)
        shelf.unlisted = (*self._others, *failures)
        self.leave(reading)

    def leave(self, reading: int | None) -> None:
        """Now that `reading` is open, list no more what is gone and was kept because it was."""
        for number in self._missing - {reading}:
            self._missing.discard(number)
            self._shelf.leave_out(number)
            self.drop([number])
        for number in self._anew - {reading}:
            self._anew.discard(number)
            self._shelf.volumes[number].note = ""

    def show_anew(self, number: int) -> None:
        """Say of a document that it is shown as it is now."""
        self._anew.add(number)
        self._shelf.volumes[number].note = ANEW

    def drop(self, numbers: Iterable[int]) -> None:
        """Find documents no more, neither by name nor in what all documents say."""
        for number in numbers:
            self._catalogue.drop(number)
            self._collection().remove(number)
            self._shelf.holdings.remove(number)
