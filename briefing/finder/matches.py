"""Where something stands in a text, and what looks for it a slice at a time."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Protocol, overload

from briefing.document import Span


class Matches(Sequence[Span]):
    """Places in reading order, none of which overlap; each takes up a few bytes."""

    def __init__(self, starts: array[int] | None = None, ends: array[int] | None = None) -> None:
        self._starts = array("q") if starts is None else starts
        self._ends = array("q") if ends is None else ends

    def add(self, start: int, end: int) -> None:
        """One more place, after all others."""
        self._starts.append(start)
        self._ends.append(end)

    def __len__(self) -> int:
        return len(self._ends)

    @overload
    def __getitem__(self, index: int) -> Span: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Span]: ...
    def __getitem__(self, index: int | slice) -> Span | Sequence[Span]:
        if isinstance(index, slice):
            return Matches(self._starts[index], self._ends[index])
        return Span(self._starts[index], self._ends[index])

    def touching(self, start: int, end: int) -> Iterator[Span]:
        """Those that share a code point with `[start, end)`."""
        first, last = bisect_right(self._ends, start), bisect_left(self._starts, end)
        return map(Span, self._starts[first:last], self._ends[first:last])


class Search(Protocol):
    """Looks for something: `advance` until `done`, so that other work can be done in between."""

    @property
    def done(self) -> bool:
        """Whether all matches have been found."""

    @property
    def matches(self) -> Matches:
        """What has been found so far."""

    def advance(self) -> None:
        """Do a few milliseconds more of the work."""


def all_of(search: Search) -> Matches:
    """Every match, without a stop."""
    while not search.done:
        search.advance()
    return search.matches
