"""Tables in the text pane: columns that line up, as wide as can be read.

Nothing of a cell is cut off: it goes on in the next line of its column. What is wider than the
pane is looked at sideways.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, zip_longest

from briefing.app.reader.cells import width, wrap
from briefing.app.reader.line import Line, Run
from briefing.document import Block, Span

BETWEEN = " │ "
_CROSSING = "─┼─"
_SAMPLE = 200  # rows, evenly spread, from which the widths of the columns are taken
_NARROWEST = 16  # a column is not made narrower than this, or than its text
_WIDEST = 36  # nor wider, where the table does not fit


@dataclass(frozen=True, slots=True)
class Columns:
    """How wide each column is, and what stands between them."""

    sizes: tuple[int, ...]
    edges: tuple[int, ...]
    """The cells before each column."""
    prefix: str
    rule: str

    @property
    def stops(self) -> tuple[int, ...]:
        """The cells from which one looks at each column, with a cell before it for a mark."""
        return tuple(max(0, edge - 1) for edge in self.edges)


def columns(text: str, block: Block, cells: int) -> Columns:
    """The columns of a table that may take `cells`, or more where that is too little."""
    count = max(map(len, block.rows), default=1) or 1
    natural = [2] * count  # a wide character fits
    for row in block.rows[:: len(block.rows) // _SAMPLE + 1]:
        for column, cell in enumerate(row):
            natural[column] = max(natural[column], width(text, *cell))
    sizes = _sizes(natural, cells, cells - len(BETWEEN) * (count - 1))
    edges = accumulate((size + len(BETWEEN) for size in sizes[:-1]), initial=0)
    return Columns(
        tuple(sizes),
        tuple(edges),
        BETWEEN.join(" " * size for size in sizes),
        _CROSSING.join("─" * size for size in sizes),
    )


def _sizes(natural: list[int], cells: int, room: int) -> list[int]:
    least = [min(size, _NARROWEST) for size in natural]
    if sum(natural) <= room:
        return natural
    if sum(least) > room:
        return [min(size, _WIDEST, cells) for size in natural]
    # Narrow columns get all they want, the wide ones share what is left.
    sizes = list(least)
    left = room
    for done, column in enumerate(sorted(range(len(natural)), key=natural.__getitem__)):
        share = left // (len(natural) - done)
        sizes[column] = max(least[column], min(natural[column], share))
        left -= sizes[column]
    return sizes


def lay_out(text: str, block: Block, number: int, rows: range, columns: Columns) -> list[Line]:
    """The lines of some rows of a table."""
    lines: list[Line] = []
    for index in rows:
        lines += _row(text, block.rows[index], index, number, columns)
        if index == 0 and len(block.rows) > 1:
            end = max((cell.end for cell in block.rows[0]), default=block.start)
            lines.append(Line(end, end, number, columns.rule))
    return lines


def _row(
    text: str, row: tuple[Span, ...], index: int, number: int, columns: Columns
) -> Iterator[Line]:
    if not row:
        return
    folded = [
        [Run(edge, *span) for span in wrap(text, *cell, size)]
        for cell, edge, size in zip(row, columns.edges, columns.sizes, strict=False)
    ]
    start, end = row[0].start, max(cell.end for cell in row)
    empty = [(Run(0, start, start),)]
    for runs in zip_longest(*folded) if any(folded) else empty:
        shown = tuple(run for run in runs if run is not None)
        yield Line(start, end, number, columns.prefix, shown, strong=index == 0)
