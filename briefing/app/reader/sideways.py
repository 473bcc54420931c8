"""Lines wider than the pane: which part of one is seen, and how far it can be moved."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from briefing.app.reader.cells import clusters, is_plain, width
from briefing.app.reader.line import Line, Run

_STEP = 16
"""Cells that code moves by; a table moves by columns."""
BEFORE, AFTER = "‹", "›"
"""What stands at the edges where a line goes on."""


def extent(text: str, line: Line) -> int:
    """The cells that a line takes."""
    if line.cells:
        return len(line.prefix)
    return len(line.prefix) + width(text, line.start, line.end)


def seen(text: str, line: Line, at: int, room: int) -> Line:
    """The `room` cells of a line from `at` on, with marks at the edges where it goes on."""
    whole = extent(text, line)
    before = at > 0 and bool(line.cells or text[line.start : line.end].strip())
    after = whole > at + room
    if not before and not after:
        return line
    left, right = at + before, at + room - after
    runs = tuple(
        Run(column - at, start, end)
        for edge, a, b in line.runs
        for column, start, end in _within(text, edge, a, b, left, right)
    )
    prefix = BEFORE * before + f"{line.prefix:{at + room}}"[left:right] + AFTER * after
    return line._replace(prefix=prefix, cells=runs or (Run(0, line.start, line.start),))


def _within(
    text: str, edge: int, start: int, end: int, left: int, right: int
) -> Iterator[tuple[int, int, int]]:
    """What of a run lies between two columns: nothing, or where it begins and the stretch."""
    if edge >= right:
        return
    if is_plain(text, start, end):
        first = start + max(left - edge, 0)
        last = min(end, start + right - edge)
        if first < last:
            yield edge + first - start, first, last
        return
    column, begin, stop = edge, -1, -1
    at = edge
    for cluster in clusters(text, start, end):
        if at >= left and at + cluster.cells <= right:
            if begin < 0:
                begin, column = cluster.start, at
            stop = cluster.end
        at += cluster.cells
        if at > right:
            break
    if begin >= 0:
        yield column, begin, stop


def moved(at: int, by: int, whole: int, room: int, stops: Sequence[int]) -> int:
    """Where a block of `whole` cells is seen from, a step further or back.

    `stops` are the columns of a table.
    """
    last = max(0, whole - room)
    if not stops:
        to = at + by * _STEP
    elif by > 0:
        index = bisect_right(stops, at)
        to = stops[index] if index < len(stops) else last
    else:
        index = bisect_left(stops, at) - 1
        to = stops[max(index, 0)]
    return min(max(to, 0), last)
