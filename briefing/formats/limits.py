"""How much of a file is read: numbers that the reader can set, and what is used up of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from typing import NamedTuple

from briefing.formats import FormatError

MEGABYTE = 1024 * 1024


class Meaning(NamedTuple):
    """What a limit is of, in words; `unit` is how many of the program's units it is set in."""

    of: str
    unit: int = 1


@dataclass(frozen=True, slots=True)
class Limits:
    """What is read at most. Sizes are bytes here and megabytes where the reader sets them."""

    text: int = 8 * MEGABYTE
    lines: int = 500_000
    file: int = 64 * MEGABYTE
    unpacked: int = 256 * MEGABYTE
    ratio: int = 200
    entries: int = 10_000
    depth: int = 4
    pages: int = 2_000
    seconds: int = 60
    memory: int = 1024 * MEGABYTE


MEANINGS: Mapping[str, Meaning] = {
    "text": Meaning("MB of text that are read of a document; the rest is cut", MEGABYTE),
    "lines": Meaning("lines of a plain text or Markdown; the rest is cut"),
    "file": Meaning("MB of a file that is no plain text; a larger one is not read", MEGABYTE),
    "unpacked": Meaning("MB that come out of a packed file, all together", MEGABYTE),
    "ratio": Meaning("times its packed size that something may unpack to"),
    "entries": Meaning("documents in one file: entries of an archive, a feed or a table"),
    "depth": Meaning("archives and messages that lie within each other"),
    "pages": Meaning("pages of a PDF; the rest is cut"),
    "seconds": Meaning(
        "seconds of the processor for a document, and as many again for each MB of it"
    ),
    "memory": Meaning("MB of memory of each process that reads and analyses", MEGABYTE),
}
"""The limits by the names under which they are set."""


def defaults() -> dict[str, int]:
    """The numbers as they are without a configuration, in the units they are set in."""
    usual = Limits()
    return {name: getattr(usual, name) // meaning.unit for name, meaning in MEANINGS.items()}


def from_table(table: Mapping[str, object]) -> tuple[Limits, list[str]]:
    """The limits that a table of settings gives, and the names of those it gives wrongly.

    A limit is a whole number above zero. Names that are no limits are left to the caller.
    """
    given: dict[str, int] = {}
    wrong = []
    for name in (one.name for one in fields(Limits) if one.name in table):
        value = table[name]
        if isinstance(value, int) and not isinstance(value, bool) and value > 0:
            given[name] = value * MEANINGS[name].unit
        else:
            wrong.append(name)
    return replace(Limits(), **given), wrong


_FREE = MEGABYTE
"""Bytes that may come out of anything, however small it was packed."""


@dataclass(slots=True)
class Budget:
    """The limits for one file, and what has been used up of them on the way into it."""

    limits: Limits
    unpacked: int = 0
    depth: int = field(default=0)

    def room(self, packed: int) -> int:
        """How many bytes something of so many packed bytes may unpack to."""
        return min(max(_FREE, packed * self.limits.ratio), self.limits.unpacked - self.unpacked)

    def spend(self, size: int) -> None:
        """Count what has been unpacked. Raises `FormatError` where it is more than all may be."""
        self.unpacked += size
        if self.unpacked > self.limits.unpacked:
            most = self.limits.unpacked // MEGABYTE
            raise FormatError(f"unpacks to more than {most} MB (limit unpacked)")

    def refuse(self, packed: int) -> FormatError:
        """Why something of so many packed bytes is not unpacked any further."""
        if packed * self.limits.ratio < self.limits.unpacked - self.unpacked:
            return FormatError(
                f"unpacks to more than {self.limits.ratio} times its size (limit ratio)"
            )
        return FormatError(
            f"unpacks to more than {self.limits.unpacked // MEGABYTE} MB (limit unpacked)"
        )
