"""One line of the text pane."""

from __future__ import annotations

from typing import NamedTuple

from briefing.app.reader.cells import width


class Run(NamedTuple):
    """A stretch of the text that stands from `column` on."""

    column: int
    start: int
    end: int


class Line(NamedTuple):
    """A line of the screen and the stretch of the text, `[start, end)`, that it shows.

    `block` is the index of its block, or -1 between blocks. `prefix` is drawn before the text and
    is no part of it: indent, marker, bar. A line of a table has its `cells` instead of one stretch,
    and `start` and `end` are those of the whole row. `strong` lines head a table.
    """

    start: int
    end: int
    block: int
    prefix: str = ""
    cells: tuple[Run, ...] = ()
    strong: bool = False

    @property
    def runs(self) -> tuple[Run, ...]:
        """The stretches of text on this line, left to right."""
        return self.cells or (Run(width(self.prefix, 0, len(self.prefix)), self.start, self.end),)

    @property
    def offset(self) -> int:
        """The first code point on this line."""
        return self.cells[0].start if self.cells else self.start
