"""A document as lines of a given width, laid out where someone looks.

The text is divided into chunks of some thousand code points. The height of a chunk is estimated
until it is laid out, so showing a long text costs what its first screen costs, and every line that
is drawn, and every way from an offset to its line and back, is exact from the start.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from itertools import accumulate
from operator import attrgetter
from typing import NamedTuple

from briefing.app.reader import table
from briefing.app.reader.cells import fold, width, wrap
from briefing.app.reader.line import Line
from briefing.document import Block, Document, field

CHUNK = 4096
"""Code points after which a new chunk begins; a block of more than two of them is cut."""
KEPT = 64
"""Chunks whose lines are kept; the others are laid out again when someone looks."""
CODE = 1000
"""Cells after which a line of code is cut all the same."""
NARROWEST = 8
"""Cells below which no line is made."""
_DEEPEST = 8

_start = attrgetter("start")


class Chunk(NamedTuple):
    """Blocks `[first, last)`; of a long block `part`, in code points or rows of the table.

    `start` is where the chunk begins in the text, with the blank lines before it.
    """

    start: int
    first: int
    last: int
    part: tuple[int, int] | None = None


class Place(NamedTuple):
    """A line: the chunk, and which of its lines. Later lines compare greater."""

    chunk: int
    line: int


class Layout:
    """The lines of a document, `cells` wide; tables may take `table_cells`.

    The lines of tables and code can be longer than that. `before` is a layout of the same document
    for another width.
    """

    def __init__(
        self, document: Document, cells: int, table_cells: int = 0, before: Layout | None = None
    ) -> None:
        self.document = document
        self.cells = max(cells, NARROWEST)
        self.table_cells = max(table_cells, self.cells)
        self.blocks = document.blocks or _whole(document.text)
        self.chunks: list[Chunk] = before.chunks if before else _chunks(document.text, self.blocks)
        self._starts = [chunk.start for chunk in self.chunks]
        self._heights = [self._estimate(index) for index in range(len(self.chunks))]
        self._exact = bytearray(len(self.chunks))
        self._tops: list[int] | None = None
        self._lines: OrderedDict[int, list[Line]] = OrderedDict()
        self._columns: dict[int, table.Columns] = {}
        self._next = 0

    @property
    def height(self) -> int:
        """How many lines there are; an estimate until `finished`."""
        return self._sums()[-1]

    @property
    def finished(self) -> bool:
        """Whether all heights are exact."""
        self._skip_exact()
        return self._next == len(self.chunks)

    def refine(self) -> None:
        """Lay out one chunk more."""
        self._skip_exact()
        if self._next < len(self.chunks):
            self._measured(self._next, self._lay_out(self._next))

    def lines(self, chunk: int) -> list[Line]:
        """The lines of a chunk."""
        if chunk in self._lines:
            self._lines.move_to_end(chunk)
            return self._lines[chunk]
        lines = self._lines[chunk] = self._lay_out(chunk)
        self._measured(chunk, lines)
        if len(self._lines) > KEPT:
            self._lines.popitem(last=False)
        return lines

    def room(self, number: int) -> int | None:
        """The cells on the screen for a block whose lines may be longer, None for any other."""
        kind = self.blocks[number].kind if number >= 0 else ""
        return {"table": self.table_cells, "code": self.cells}.get(kind)

    def stops(self, number: int) -> Sequence[int]:
        """From where a table is looked at, column by column; nothing for any other block."""
        return self._columns[number].stops if number in self._columns else ()

    def line(self, place: Place) -> Line:
        """The line at a place."""
        return self.lines(place.chunk)[place.line]

    def top(self, place: Place) -> int:
        """How many lines stand above a place (by estimate where nobody has looked)."""
        return self._sums()[place.chunk] + place.line

    def locate(self, y: int) -> Place:
        """The place with `y` lines above it, or the nearest there is."""
        chunk = bisect_right(self._sums(), y, hi=len(self.chunks)) - 1
        if chunk < 0:
            return Place(0, 0)
        lines = self.lines(chunk)
        return Place(chunk, min(y - self._sums()[chunk], len(lines) - 1))

    def about(self, y: float) -> int:
        """A code point with about `y` lines above it. Nothing is laid out for this."""
        sums = self._sums()
        if y >= sums[-1]:
            return len(self.document.text)
        chunk = bisect_right(sums, y, hi=len(self.chunks)) - 1
        down = y - sums[chunk]
        if chunk in self._lines:
            return self._lines[chunk][int(down)].start
        end = self._end(chunk)
        return self._starts[chunk] + int((end - self._starts[chunk]) * down / self._heights[chunk])

    def step(self, place: Place, count: int) -> Place:
        """The place `count` lines further down (or up, if negative), or the last there is."""
        chunk, line = place.chunk, place.line + count
        while line < 0 and chunk > 0:
            chunk -= 1
            line += len(self.lines(chunk))
        while line >= len(lines := self.lines(chunk)):
            if chunk == len(self.chunks) - 1:
                return Place(chunk, len(lines) - 1)
            chunk += 1
            line -= len(lines)
        return Place(chunk, max(line, 0))

    def walk(self, place: Place, count: int) -> Iterator[tuple[Place, Line]]:
        """`count` lines from a place on, or as many as there are."""
        chunk, first = place
        while count > 0 and chunk < len(self.chunks):
            for number, line in enumerate(self.lines(chunk)[first : first + count], first):
                yield Place(chunk, number), line
                count -= 1
            chunk, first = chunk + 1, 0

    def last(self) -> Place:
        """The place of the last line."""
        chunk = len(self.chunks) - 1
        return Place(chunk, len(self.lines(chunk)) - 1)

    def find(self, offset: int) -> Place:
        """The place of the line a code point of the text stands on."""
        chunk = max(0, bisect_right(self._starts, offset) - 1)
        lines = self.lines(chunk)
        index = max(0, bisect_right(lines, offset, key=_start) - 1)
        # The lines of a table's row all begin where the row does.
        first = index
        while first > 0 and lines[first - 1].start == lines[index].start:
            first -= 1
        for candidate in range(first, index + 1):
            if any(start <= offset < end for _, start, end in lines[candidate].runs):
                return Place(chunk, candidate)
        return Place(chunk, index)

    def _sums(self) -> list[int]:
        if self._tops is None:
            self._tops = list(accumulate(self._heights, initial=0))
        return self._tops

    def _skip_exact(self) -> None:
        self._next = max(0, self._exact.find(0, self._next))
        if not self._exact or self._exact[self._next]:
            self._next = len(self.chunks)

    def _measured(self, chunk: int, lines: list[Line]) -> None:
        self._exact[chunk] = 1
        if self._heights[chunk] != len(lines):
            self._heights[chunk] = len(lines)
            self._tops = None

    def _estimate(self, index: int) -> int:
        chunk = self.chunks[index]
        size = self._end(index) - chunk.start
        return max(1, int(size / self.cells * 1.05) + chunk.last - chunk.first)

    def _end(self, chunk: int) -> int:
        following = chunk + 1
        return self._starts[following] if following < len(self.chunks) else len(self.document.text)

    def _lay_out(self, index: int) -> list[Line]:
        chunk = self.chunks[index]
        lines: list[Line] = []
        for number in range(chunk.first, chunk.last):
            if number and (chunk.part is None or chunk.part[0] == self._begin(number)):
                lines += self._gap(number)
            lines += self._block(number, chunk.part)
        # A chunk is never without a line, so that every place has one.
        return lines or [Line(chunk.start, chunk.start, chunk.first)]

    def _begin(self, number: int) -> int:
        block = self.blocks[number]
        return 0 if block.kind == "table" and block.rows else block.start

    def _gap(self, number: int) -> list[Line]:
        """The blank lines before a block."""
        above, below = self.blocks[number - 1], self.blocks[number]
        if above.kind == below.kind == "item":
            return []
        prefix = ""
        if above.kind == below.kind == "quote":
            prefix = _bars(min(above.level, below.level), self.cells)
        blank = Line(above.end, below.start, -1, prefix)
        if below.kind == "heading" and below.level <= 2 and above.kind != "heading":
            middle = min(above.end + 1, below.start)
            return [blank._replace(end=middle), blank._replace(start=middle)]
        return [blank]

    def _block(self, number: int, part: tuple[int, int] | None) -> list[Line]:
        text = self.document.text
        block = self.blocks[number]
        if block.kind == "table" and block.rows:
            if number not in self._columns:
                self._columns[number] = table.columns(text, block, self.table_cells)
            rows = range(*(part or (0, len(block.rows))))
            columns = self._columns[number]
            return table.lay_out(text, block, number, rows, columns)
        start, end = part or (block.start, block.end)
        first, rest = _prefixes(block, self.cells)
        if start > block.start:
            first = rest
        indent = width(first, 0, len(first))
        cells = max(2, self.cells - indent)
        if block.kind == "code":
            lines = [
                Line(a, b, number, first if a == start or text[a - 1] == "\n" else rest)
                for a, b in fold(text, start, end, CODE)
            ]
        else:
            lines = [
                Line(a, b, number, first if a == start else rest)
                for a, b in wrap(text, start, end, cells)
            ]
        return lines or [Line(start, end, number, first)]


def _bars(level: int, cells: int) -> str:
    return "▎ " * min(max(level, 1), _DEEPEST, cells // 8)


def _prefixes(block: Block, cells: int) -> tuple[str, str]:
    """What stands before the first line of a block, and before its other lines.

    It never takes so much that no room is left for the text.
    """
    if block.kind == "quote":
        return (_bars(block.level, cells),) * 2
    if block.kind == "code":
        return "  ", "↳ "
    if block.kind == "item":
        margin = "  " * min(max(block.level - 1, 0), _DEEPEST, cells // 8)
        marker = "•" if block.marker in {"", "-", "*", "+"} else field(block.marker)
        _, cut = next(fold(marker, 0, len(marker), min(8, cells // 4)))
        first = f"{margin}{marker[:cut]} "
        return first, " " * width(first, 0, len(first))
    return "", ""


def _whole(text: str) -> tuple[Block, ...]:
    return (Block("paragraph", 0, len(text)),)


def _chunks(text: str, blocks: tuple[Block, ...]) -> list[Chunk]:
    chunks: list[Chunk] = []
    first = 0
    while first < len(blocks):
        start = blocks[first - 1].end if first else 0
        last = bisect_left(blocks, blocks[first].start + CHUNK, first + 1, key=_start)
        block = blocks[last - 1]
        if block.end - block.start <= 2 * CHUNK:
            chunks.append(Chunk(start, first, last))
        else:
            if last - 1 > first:
                chunks.append(Chunk(start, first, last - 1))
                start = blocks[last - 2].end
            chunks += _parts(text, block, last - 1, start)
        first = last
    return chunks


def _parts(text: str, block: Block, number: int, start: int) -> list[Chunk]:
    """A long block cut after rows, lines, or words if need be."""
    chunks: list[Chunk] = []
    if block.kind == "table" and block.rows:
        begin = 0
        while begin < len(block.rows):
            at = _row_start(block, begin)
            end = begin + 1
            while end < len(block.rows) and _row_start(block, end) < at + CHUNK:
                end += 1
            chunks.append(Chunk(at if chunks else start, number, number + 1, (begin, end)))
            begin = end
        return chunks
    at = block.start
    while at < block.end:
        end = at + CHUNK
        if end + CHUNK // 4 >= block.end:
            end = block.end
        else:
            end = text.rfind("\n", at + CHUNK // 2, end) + 1 or text.rfind(" ", at, end) + 1 or end
        chunks.append(Chunk(at if chunks else start, number, number + 1, (at, end)))
        at = end
    return chunks


def _row_start(block: Block, row: int) -> int:
    cells = block.rows[row]
    return cells[0].start if cells else block.start
