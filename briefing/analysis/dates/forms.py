"""A date as far as it is known, words that have the form of one, and what they turn out to be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

_ADVERBIAL = (" on ", " in ", "from ")
_NUMBER = re.compile(r"\d+")
_STEP = {"last": -1, "this": 0, "next": 1}
_PAST_OR_COMING = re.compile(" (?:past|coming) ")


class Day(NamedTuple):
    """A date as far as it is known; month and day are 0 where they are not."""

    year: int
    month: int = 0
    day: int = 0

    def iso(self) -> str:
        """The date as an ISO prefix."""
        parts = (f"{self.year:04}", f"{self.month:02}", f"{self.day:02}")
        return "-".join(parts[: 1 + (self.month > 0) + (self.day > 0)])


class Base(NamedTuple):
    """The day relative words count from: the document's, or that of the dateline in its text."""

    year: int
    month: int = 0
    day: int = 0
    dateline: bool = False

    @classmethod
    def of(cls, year: int, month: int, day: int) -> Base | None:
        """The base if there is such a day."""
        return cls(year, month, day) if valid(year, month or 1, day or 1) else None

    def iso(self) -> str:
        """The date as an ISO prefix."""
        return Day(self.year, self.month, self.day).iso()

    def exact(self) -> date | None:
        """The day, if the base is one."""
        return date(self.year, self.month, self.day) if self.day else None


class Form:
    """Words that have the form of a date; `part` gives what stands in one of its places."""

    def __init__(self, found: re.Match[str]) -> None:
        self._found = found
        self.name = found.lastgroup or ""
        self.span = found.span()
        self.words = " ".join(found[0].split())

    def part(self, name: str) -> str:
        """The text of a place of this form, "" where it is not filled."""
        return self._found[f"{self.name}_{name}"] or ""

    @property
    def step(self) -> int | None:
        """-1 for "last", 0 for "this", 1 for "next"; None where there is no such word."""
        word = self.part("rel").lower()
        if not word:
            return None
        if _PAST_OR_COMING.search(self.words):
            return -1 if " past " in self.words else 1
        return _STEP[word]

    @property
    def yearless(self) -> bool:
        """Whether the words name a month but neither a year nor one to count from."""
        lacks = self.name in ("list", "dmy", "mdy", "month") and not self.part("rel")
        return lacks and (self.name == "month" or not self.part("y"))

    @property
    def adverbial(self) -> bool:
        """Whether "on", "in" or "from" stands before, so that the date is the verb's."""
        start = self.span[0]
        return self._found.string[max(0, start - 5) : start].lower().endswith(_ADVERBIAL)

    def numbers(self, name: str) -> Iterator[tuple[str, int, int]]:
        """The numbers in a place of this form, each with where it stands."""
        start, end = self._found.span(f"{self.name}_{name}")
        for number in _NUMBER.finditer(self._found.string, max(0, start), max(0, end)):
            yield number.group(), *number.span()

    @property
    def first(self) -> tuple[int, int]:
        """The span up to the first day, where more days follow it."""
        return self.span[0], self._found.end(f"{self.name}_d")

    def has(self, name: str) -> bool:
        """Whether a place of this form is filled, if only with nothing."""
        return self._found[f"{self.name}_{name}"] is not None


class Resolved(NamedTuple):
    """A date, its end if it is a range, and how it was found in words for the reader.

    `more` are further days that share its month and year, each with where it stands.
    """

    date: Day
    resolution: str | None = None
    until: Day | None = None
    more: tuple[tuple[Day, int, int], ...] = ()


def valid(year: int, month: int, day: int) -> bool:
    """Whether the calendar has such a day."""
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
