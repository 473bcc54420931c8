"""The timelines of many documents as one, in the order of the calendar."""

from __future__ import annotations

from typing import NamedTuple

from briefing.library.digest import Digest


class Dated(NamedTuple):
    """A line of a document's timeline: its date, and which of the lines of its digest it is."""

    date: str
    document: int
    place: int


class Chronology:
    """The dated lines of documents that come, change and go.

    The lines are brought in order when they are asked for, which costs little where few are new:
    Python's sort takes the runs that are in order already as they are.
    """

    def __init__(self) -> None:
        self._lines: list[Dated] = []
        self._in_order = True
        self._documents: set[int] = set()
        self._gone: set[int] = set()

    def add(self, document: int, digest: Digest) -> None:
        """Take in, or anew, the dates of a document."""
        self.remove(document)
        if not digest.timeline:
            return
        self._sweep()
        self._documents.add(document)
        self._lines += [
            Dated(one.date, document, place) for place, one in enumerate(digest.timeline)
        ]
        self._in_order = False

    def remove(self, document: int) -> None:
        """Take out the dates of a document."""
        if document in self._documents:
            self._documents.discard(document)
            self._gone.add(document)

    def lines(self) -> list[Dated]:
        """Every dated line, by date, then by document, then by place."""
        self._sweep()
        if not self._in_order:
            self._lines.sort()
            self._in_order = True
        return self._lines

    def _sweep(self) -> None:
        if self._gone:
            self._lines = [line for line in self._lines if line.document not in self._gone]
            self._gone.clear()
