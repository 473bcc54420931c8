"""Files that are added, changed or removed while they are open, and what becomes of their lists."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.app.shelf import ANEW, MISSING, UNREADABLE
from briefing.document import field

if TYPE_CHECKING:
    from briefing.app.screens.reading import ReadingScreen
    from briefing.library import Failure
    from briefing.library.catalogue import Catalogue
    from briefing.library.collection import Collection
    from briefing.library.watch import Changes

_DISTURB = 0.5
"""Seconds until it is tried again to show a text anew, while one is busy in it."""


class Following:
    """Brings the shelf of a screen, and what is made from it, up to date with the files.

    What is open stays where it is, also when its file is gone, until it is left.
    """

    def __init__(
        self,
        reading: ReadingScreen,
        catalogue: Callable[[], Catalogue],
        collection: Callable[[], Collection],
        others: Sequence[Failure] = (),
    ) -> None:
        self._reading, self._shelf = reading, reading.shelf
        self._catalogue, self._collection = catalogue, collection
        self._others = others  # what could not be read of what lies in no file
        self._missing: set[int] = set()
        self._said: set[int] = set()

    def begin_with(self, files: Sequence[Path], failures: Sequence[Failure]) -> None:
        """Take in files that are found to be there, and all that cannot be listed."""
        self._shelf.extend(files)
        self._list_failures(failures)

    def take(self, changes: Changes) -> None:
        """Take in what has become of files."""
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
        self._list_failures(changes.failures)
        self.leave()

    def _list_failures(self, failures: Iterable[Failure]) -> None:
        shelf = self._shelf
        # A file that was listed and is gone is said to be so where it is open, and nowhere else.
        unlisted = (one for one in failures if Path(one.path) not in shelf)
        shelf.unlisted = (*self._others, *unlisted)
        if not self._reading.shows_several and (len(shelf.order) > 1 or shelf.failures):
            self._reading.show_several()

    def leave(self) -> None:
        """List no more what is gone, and what has been left if it was open."""
        reading = self._reading.navigator.document
        for number in self._missing - {reading}:
            self._missing.discard(number)
            self._shelf.leave_out(number)
            self.drop([number])
        for number in self._said - {reading}:
            self._said.discard(number)
            self._shelf.volumes[number].note = ""

    def show_anew(self, numbers: AbstractSet[int]) -> None:
        """Show the open document as it is now, if it is one of these, once that disturbs nobody."""
        number, text = self._reading.navigator.document, self._reading.desk.text
        if number is None or number not in numbers:
            return
        volume = self._shelf.volumes[number]
        if volume.failure and text.document.path == field(volume.failure.path):
            self._say(number, UNREADABLE)
        if not volume.facts or volume.gone:
            return
        if not self._reading.is_calm:
            self._reading.set_timer(_DISTURB, partial(self.show_anew, numbers))
            return
        before = text.document
        if self._shelf.take_up(number).document == before:
            return
        self._reading.show_anew()
        if before.path == text.document.path:
            self._say(number, ANEW)

    def _say(self, number: int, note: str) -> None:
        self._said.add(number)
        self._shelf.volumes[number].note = note
        self._reading.say_what_is_open()

    def drop(self, numbers: Iterable[int]) -> None:
        """Find documents no more, neither by name nor in what all documents say."""
        for number in numbers:
            self._catalogue().drop(number)
            self._collection().remove(number)
            self._shelf.holdings.remove(number)
            self._reading.notebook.forget(number)
