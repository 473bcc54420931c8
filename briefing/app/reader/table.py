"""Tables in the text pane: columns that line up, or, where they do not fit, rows as lists.

Nothing of a cell is cut off: it goes on in the next line of its column.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from briefing.app.reader.cells import fold, visible, width, wrap
from briefing.app.reader.line import Line, Run
from briefing.document import Block, Span

BETWEEN = " │ "
_SAMPLE = 200  # rows, evenly spread, from which the widths of the columns are taken
_NARROWEST = 9  # a column is not made narrower than this, or than its text
_LABEL = 24


Columns = tuple[int, ...] | None
"""The width of each column, or None where they do not fit."""


def lay_out(
    text: str, block: Block, number: int, rows: range, columns: Columns, cells: int
) -> list[Line]:
    """The lines of some rows of a table, at most `cells` wide."""
    lines: list[Line] = []
    for index in rows:
        row = block.rows[index]
        if columns is None:
            lines += _stacked(text, block, index, number, cells)
        else:
            lines += _aligned(text, row, index, number, columns)
            if index == 0 and len(block.rows) > 1:
                end = max((cell.end for cell in row), default=block.start)
                lines.append(Line(end, end, number, "─┼─".join("─" * size for size in columns)))
    return lines


def columns(text: str, block: Block, cells: int) -> Columns:
    """How wide to make the columns of a table that may take `cells`."""
    count = max(map(len, block.rows))
    room = cells - len(BETWEEN) * (count - 1)
    if room < 2 * count:
        return None
    natural = [2] * count  # a wide character fits
    for row in block.rows[:: len(block.rows) // _SAMPLE + 1]:
        for column, cell in enumerate(row):
            natural[column] = max(natural[column], width(text, *cell))
    least = [min(size, _NARROWEST) for size in natural]
    if sum(natural) <= room:
        return tuple(natural)
    if sum(least) > room:
        return None
    # Narrow columns get all they want, the wide ones share what is left.
    sizes = [0] * count
    left = room
    for done, column in enumerate(sorted(range(count), key=natural.__getitem__)):
        sizes[column] = max(least[column], min(natural[column], left // (count - done)))
        left -= sizes[column]
    return tuple(sizes) if sum(sizes) <= room else None


def _aligned(
    text: str, row: tuple[Span, ...], index: int, number: int, columns: tuple[int, ...]
) -> Iterator[Line]:
    if not row:
        return
    edges = [sum(columns[:i]) + len(BETWEEN) * i for i in range(len(columns))]
    folded = [
        [Run(edge, *span) for span in wrap(text, *cell, size)]
        for cell, edge, size in zip(row, edges, columns, strict=False)
    ]
    prefix = BETWEEN.join(" " * size for size in columns)
    start, end = row[0].start, max(cell.end for cell in row)
    empty = [(Run(0, start, start),)]
    for runs in zip_longest(*folded) if any(folded) else empty:
        shown = tuple(run for run in runs if run is not None)
        yield Line(start, end, number, prefix, shown, strong=index == 0)


def _stacked(text: str, block: Block, index: int, number: int, cells: int) -> Iterator[Line]:
    row = block.rows[index]
    if not row:
        return
    start, end = row[0].start, max(cell.end for cell in row)
    if index:
        yield Line(start, start, number)
    for column, cell in enumerate(row):
        label = ""
        if index and column < len(block.rows[0]):
            label = _label(text, block.rows[0][column], cells * 2 // 3)
        edge = width(label, 0, len(label))
        room = max(cells - edge, 2)
        for line, span in enumerate(wrap(text, *cell, room)):
            prefix = " " * edge if line else label
            yield Line(start, end, number, prefix, (Run(edge, *span),), strong=index == 0)


def _label(text: str, cell: Span, cells: int) -> str:
    words = " ".join(visible(text, cell.start, min(cell.end, cell.start + _LABEL)).split())
    if not words:
        return ""
    whole = cell.end - cell.start <= _LABEL
    first, last = next(fold(words, 0, len(words), max(cells - 3, 2)))
    return f"{words[first:last]}{': ' if whole and last == len(words) else '…: '}"
