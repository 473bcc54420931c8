"""Where each row of a list is, and the lines it folds into."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from textual.cache import LRUCache
from textual.content import Content

from briefing.app.row import LazyRows, Row

_WIDEST_DETAIL = 0.6
_LEAST = 8
"""Columns that words have in the narrowest list."""
_NO_BREAK = "\N{NO-BREAK SPACE}"
_HELD = "\ue000"  # of the private use area, which texts hardly have


class RowLayout:
    """The lines of `rows` in `room` columns for words.

    Rows of one height at the beginning need no table, and only rows that fold need the room.
    """

    def __init__(self, rows: Sequence[Row], room: int) -> None:
        self.rows = rows
        self.room = room
        self._lines: LRUCache[int, list[Content]] = LRUCache(1024)
        lazy = rows if isinstance(rows, LazyRows) else None
        # So many rows at the beginning take `_each` lines each.
        self._flat, self._each = (lazy.flat, lazy.height) if lazy else (self._count_flat(), 1)
        heights = (self.height_of(index) for index in range(self._flat, len(rows)))
        # The first line of each of the others, and of what would follow.
        self._starts = list(accumulate(heights, initial=self._flat * self._each))

    @property
    def height(self) -> int:
        """How many lines there are."""
        return self._starts[-1]

    def _count_flat(self) -> int:
        """How many rows at the beginning are known to take one line each."""
        tall = (i for i, row in enumerate(self.rows) if row.wrap or "\n" in row.content.plain)
        return next(tall, len(self.rows))

    def height_of(self, index: int) -> int:
        """How many lines a row takes."""
        if index < self._flat:
            return self._each
        if isinstance(self.rows, LazyRows) and (lines := self.rows.lines(index, self.room)):
            return lines
        row = self.rows[index]
        if row.wrap:
            return len(self.lines_of(index))
        return 1 + row.content.plain.count("\n")

    def line_of(self, index: int) -> int:
        """The first line of a row."""
        if index < self._flat:
            return index * self._each
        return self._starts[index - self._flat]

    def row_at(self, line: int) -> tuple[int, int] | None:
        """Which row a line of the list belongs to, and which line of that row it is."""
        if not 0 <= line < self.height:
            return None
        if line < self._flat * self._each:
            return divmod(line, self._each)
        index = bisect_right(self._starts, line) - 1
        return index + self._flat, line - self._starts[index]

    def lines_of(self, index: int) -> list[Content]:
        """The lines of a row, as long as they come where it does not fold."""
        if (lines := self._lines.get(index)) is None:
            row = self.rows[index]
            room = self.room - row.indent - len(row.marker)
            lines = row.content.split(allow_blank=True)
            if row.wrap:
                first, *rest = lines
                lines = _folded(first, max(room, _LEAST))
                if row.detail and not self.has_beside(row):
                    rest.insert(0, row.detail)
                for line in rest:
                    lines += _folded(line, max(room, _LEAST))
            elif (height := self.height_of(index)) > len(lines):
                lines = _folded(row.content, max(room - self.detail_width(row), _LEAST))
                lines[height - 1 :] = [Content(" ").join(lines[height - 1 :])]
            self._lines[index] = lines
        return lines

    def detail_width(self, row: Row) -> int:
        """The columns of what stands at the right, with the gap before it."""
        if not row.detail:
            return 0
        return min(row.detail.cell_length, int(self.room * _WIDEST_DETAIL)) + 1

    def has_beside(self, row: Row) -> bool:
        """Whether the detail stands beside the first line, and not under it."""
        if not row.wrap:
            return bool(row.detail)
        taken = row.indent + len(row.marker) + row.content.split(allow_blank=True)[0].cell_length
        return taken + self.detail_width(row) <= self.room


def _folded(line: Content, width: int) -> list[Content]:
    """Fold, but not at a no-break space: Textual takes it for any other."""
    if _NO_BREAK not in line.plain:
        return line.wrap(width)
    held = Content(line.plain.replace(_NO_BREAK, _HELD), spans=list(line.spans))
    return [
        Content(part.plain.replace(_HELD, _NO_BREAK), spans=list(part.spans))
        for part in held.wrap(width)
    ]
