"""The lines of a document that are on the screen, and how to get to others."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

from briefing.app.reader.cells import width
from briefing.app.reader.layout import Layout, Place
from briefing.app.reader.line import Line
from briefing.app.reader.sideways import extent, moved, seen
from briefing.document import Document, Span

OVERLAP = 2
"""Lines that stay when a page is turned."""

_LONGEST = 200  # letters of a word to either side


class Viewport:
    """A window on the lines of a document. It keeps a code point at the top through every size.

    Before it has been fitted to a size it shows nothing, and remembers where to go.
    """

    def __init__(self, document: Document, position: int = 0) -> None:
        self.document = document
        self.layout: Layout | None = None
        self.rows: list[tuple[Place, Line]] = []
        self.height = 1
        self._widths = (0, 0)
        self._top = Place(0, 0)
        self._wanted = position  # the code point to keep at the top when the lines change
        self._third = False  # or, before there is a size, a third from it
        self._slid: dict[int, int] = {}  # by block, the first cell that is seen of its lines
        self._wide: dict[int, int] = {}  # the cells of the blocks that are wider than the screen

    @property
    def position(self) -> int:
        """A code point of the first line: the one that was asked for, or the first."""
        if not self.rows:
            return self._wanted
        first = self.rows[0][1]
        if any(start <= self._wanted < end for _, start, end in first.runs):
            return self._wanted
        return first.offset

    @property
    def y(self) -> int:
        """How many lines are above, by estimate where nobody has been."""
        return 0 if self.layout is None else self.layout.top(self._top)

    @property
    def at_end(self) -> bool:
        """Whether the last line is on the screen."""
        layout = self.layout
        if layout is None or not self.rows or self.rows[-1][0].chunk < len(layout.chunks) - 1:
            return False
        return self.rows[-1][0] == layout.last()

    def fit(self, cells: int, table_cells: int, height: int) -> None:
        """Take another size: text of `cells`, tables of `table_cells`, `height` lines."""
        self.height = max(1, height)
        if self.layout is None or (cells, table_cells) != self._widths:
            self._widths = (cells, table_cells)
            self.layout = Layout(self.document, cells, table_cells, self.layout)
        self.go(self._wanted, third=self._third)

    def go(self, offset: int, third: bool = False) -> None:
        """Put a code point at the top, or a third from it, as far as the end of the text allows."""
        if self.layout is None:
            self._wanted, self._third = offset, third
            return
        self._third = False
        place = self.layout.find(offset)
        if third:
            self._uncover(place, offset)
            self._settle(self.layout.step(place, -(self.height // 3)))
        else:
            self._settle(place, offset)

    def reveal(self, offset: int) -> None:
        """Go only as far as it takes to see a code point."""
        if self.layout is not None and self.rows:
            place = self.layout.find(offset)
            self._uncover(place, offset)
            if place < self._top:
                self._settle(place)
            elif place > self.rows[-1][0]:
                self._settle(self.layout.step(place, 1 - self.height))

    @property
    def is_wide(self) -> bool:
        """Whether there is more to see at the sides."""
        return bool(self._wide)

    def slide(self, by: int) -> bool:
        """Look further right (by 1), left (-1), or at the beginning (0); False if nothing moves."""
        before = dict(self._slid)
        for number, whole in self._wide.items():
            if self.layout is not None and (room := self.layout.room(number)):
                stops = self.layout.stops(number)
                at = moved(self._slid.get(number, 0), by, whole, room, stops) if by else 0
                self._slid[number] = at
        self.settle()
        return self._slid != before

    def _uncover(self, place: Place, offset: int) -> None:
        """See to it that a code point of a wide line is not beside the screen."""
        if self.layout is None:
            return
        line, text = self.layout.line(place), self.document.text
        if (room := self.layout.room(line.block)) and extent(text, line) > room:
            run = next((run for run in line.runs if run.start <= offset < run.end), line.runs[0])
            column = run.column + width(text, run.start, offset)
            at = self._slid.get(line.block, 0)
            if not at < column < at + room - 1 and not at == column == 0:
                stops = self.layout.stops(line.block) or (max(0, column - room // 3),)
                at = max((stop for stop in stops if stop <= column), default=0)
                if column - at >= room - 1:  # a column wider than the screen
                    at = column - room // 3
                self._slid[line.block] = min(at, extent(text, line) - room)

    def _seen(self, line: Line) -> Line:
        """What of a line can be seen."""
        room = None if self.layout is None else self.layout.room(line.block)
        if room is None:
            return line
        whole = max(room, extent(self.document.text, line))
        if whole > room:
            self._wide[line.block] = max(whole, self._wide.get(line.block, 0))
        at = self._slid.get(line.block, 0)
        return seen(self.document.text, line, min(at, whole - room) if line.cells else at, room)

    def settle(self) -> None:
        """Stay where one is, now that more of the text has been laid out."""
        self._settle(self._top, self._wanted)

    def move(self, lines: int) -> None:
        """Go some lines down, or up."""
        if self.layout is not None:
            self._settle(self.layout.step(self._top, lines))

    def turn(self, pages: int) -> None:
        """Go some pages down, or up; two lines of each stay."""
        self.move(pages * max(1, self.height - OVERLAP))

    def turn_half(self, pages: int) -> None:
        """Go some half pages down, or up."""
        self.move(pages * max(1, self.height // 2))

    def home(self) -> None:
        """Go to the beginning."""
        self._settle(Place(0, 0))

    def end(self) -> None:
        """Go to the end."""
        if self.layout is not None:
            self._settle(self.layout.last())

    def scroll(self, y: int) -> None:
        """Go where about `y` lines are above; from close by, exactly that many lines."""
        if self.layout is None:
            return
        lines = y - self.y
        if abs(lines) < 3 * self.height:
            self.move(lines)
        elif y >= self.layout.height - self.height:
            self.end()
        else:
            self._settle(self.layout.locate(y))

    def heading(self, step: int) -> bool:
        """Put the next heading (-1: the one before) at the top; False if that moves nothing."""
        if self.layout is None:
            return False
        starts, here = self._headings, self.position
        index = bisect_right(starts, here) if step > 0 else bisect_left(starts, here) - 1
        if not 0 <= index < len(starts):
            return False
        before = self._top
        self.go(starts[index])
        return self._top != before

    @cached_property
    def _headings(self) -> list[int]:
        return [heading.start for heading in self.document.headings()]

    def rows_of(self, mentions: Sequence[Span], rows: int) -> frozenset[int]:
        """The rows of a scroll bar of so many on which mentions, in reading order, stand."""
        if self.layout is None or not mentions:
            return frozenset()
        lines = max(rows, self.layout.height)
        edges = [self.layout.about(row * lines / rows) for row in range(rows)]
        firsts = [bisect_left(mentions, edge, key=lambda one: one.start) for edge in edges]
        pairs = pairwise([*firsts, len(mentions)])
        return frozenset(row for row, (first, last) in enumerate(pairs) if first < last)

    def block(self, offset: int) -> Span:
        """The paragraph, or what stands in its place, around a code point."""
        blocks = self.document.blocks
        index = bisect_right(blocks, offset, key=lambda block: block.start) - 1
        if index < 0:
            return Span(0, len(self.document.text))
        return Span(blocks[index].start, blocks[index].end)

    def word(self, offset: int) -> Span:
        """The letters and digits around a code point, or the code point alone."""
        text = self.document.text
        first, last = self.block(offset)
        start = end = offset
        while start > max(first, offset - _LONGEST) and text[start - 1 : offset + 1].isalnum():
            start -= 1
        while end < min(last, offset + _LONGEST) and text[end].isalnum():
            end += 1
        return Span(start, max(end, offset + 1))

    def _settle(self, top: Place, wanted: int | None = None) -> None:
        layout = self.layout
        if layout is None:
            return
        last = layout.step(top, self.height - 1)
        # The way down and back up makes all the lines of the screen exact.
        self._top = min(top, layout.step(last, 1 - self.height))
        self._wide.clear()
        self.rows = [(p, self._seen(line)) for p, line in layout.walk(self._top, self.height)]
        self._wanted = self.rows[0][1].offset if wanted is None else wanted
