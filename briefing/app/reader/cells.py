"""How many terminal cells text takes, and where a line of it may end.

Widths are those of `rich.cells`, which Textual draws by. Characters nobody can see (zero-width
spaces, soft hyphens, marks of direction, tags) take no cell and are never drawn, because terminals
disagree about them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

from rich.cells import cell_len, get_character_cell_size

TAB = 4
"""Cells a tab takes, wherever it stands."""
CLUSTER = 12
"""Code points drawn in one cell or two; marks beyond them are not drawn."""

_JOINER = "\u200d"
_INVISIBLE = frozenset(
    map(chr, (0xAD, 0x61C, 0x180E, 0x200B, 0x200E, 0x200F, *range(0x2060, 0x2070), 0xFEFF))
) | frozenset(map(chr, range(0xE0000, 0xE0080)))
HANGING = " \t\n" + "".join(sorted(_INVISIBLE))
"""What may stand beyond the end of a line, because nobody sees it."""
# Anything but characters that surely take one cell: digits, punctuation, the letters of Latin,
# Greek, Cyrillic, Hebrew and Arabic.
_ODD = re.compile(
    "[^\n -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u052f\u05d0-\u05ea"
    "\u0620-\u064a\u0660-\u066f\u0671-\u06d3\u1e00-\u1eff"
    "\u2010-\u2027\u2030-\u205e\u20a0-\u20b9\u2190-\u21ff\u2500-\u25fc]"
)
# What may not begin a line in Chinese and Japanese typesetting.
_CLOSING = frozenset("、。，．！？：；）」』】〕〉》”’…ー々")


class Cluster(NamedTuple):
    """What stands in one place on the screen: a character with the marks and joiners on it.

    `text[start:shown]` is drawn, up to `end` belongs to it. Without a visible character `shown`
    is `start`.
    """

    start: int
    shown: int
    end: int
    cells: int


def is_plain(text: str, start: int, end: int) -> bool:
    """Whether every character of the range takes one cell (newlines do not count)."""
    return _ODD.search(text, start, end) is None


class _Sizes(dict[str, int]):
    """The cells of single characters, looked up once. Tabs count as 0, like all that is special."""

    def __missing__(self, character: str) -> int:
        special = character in _INVISIBLE or character in "\t\n"
        size = self[character] = 0 if special else get_character_cell_size(character)
        return size


_SIZES = _Sizes()


def clusters(text: str, start: int, end: int) -> Iterator[Cluster]:
    """The clusters of a range, one after the other without gaps."""
    at = start
    while at < end:
        first = at
        character = text[at]
        at += 1
        if character == "\t":
            yield Cluster(first, at, at, TAB)
            continue
        cells = _SIZES[character]
        if not cells:
            yield Cluster(first, first, at, 0)
            continue
        shown = at
        whole = True
        while at < end and not (" " <= text[at] <= "~"):
            character = text[at]
            if character == _JOINER:
                joins = at + 1 < end and text[at + 1] > "~" and _SIZES[text[at + 1]] > 0
                step = 2 if joins and at + 2 - first <= CLUSTER else 1
                whole = whole and step == 2
            elif character in "\t\n" or _SIZES[character]:
                break
            else:
                step = 1
                whole = whole and character not in _INVISIBLE
            at += step
            if whole and at - first <= CLUSTER:
                shown = at
        if shown - first > 1:
            cells = cell_len(text[first:shown])
        yield Cluster(first, shown, at, cells)


def width(text: str, start: int, end: int) -> int:
    """The cells of a range."""
    if is_plain(text, start, end):
        return end - start - text.count("\n", start, end)
    return sum(cluster.cells for cluster in clusters(text, start, end))


def visible(text: str, start: int, end: int) -> str:
    """What is drawn of a range, tabs as blanks."""
    if is_plain(text, start, end):
        return text[start:end]
    return "".join(
        " " * TAB if text[part.start] == "\t" else text[part.start : part.shown]
        for part in clusters(text, start, end)
    )


def wrap(text: str, start: int, end: int, cells: int) -> Iterator[tuple[int, int]]:
    """Lines of at most `cells`, broken between words, as spans that cover the range without gaps.

    Blanks at the end of a line belong to it and may hang over. A word longer than a line is cut.
    A newline ends its line.
    """
    for first, last in _lines(text, start, end):
        plain = is_plain(text, first, last)
        at = first
        while at < last:
            near = plain or is_plain(text, at, min(last, at + cells + 1))
            cut = (_plain_cut if near else _mixed_cut)(text, at, last, cells)
            yield at, cut
            at = cut


def fold(text: str, start: int, end: int, cells: int) -> Iterator[tuple[int, int]]:
    """Lines of at most `cells` cut wherever they are full, as code is shown."""
    for first, last in _lines(text, start, end):
        visible = last - (text[last - 1] == "\n")
        at = first
        used = 0
        if is_plain(text, first, last):
            while visible - at > cells:
                yield at, at + cells
                at += cells
        else:
            for cluster in clusters(text, first, visible):
                if used + cluster.cells > cells and cluster.start > at:
                    yield at, cluster.start
                    at = cluster.start
                    used = 0
                used += cluster.cells
        yield at, last


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end:
        stop = text.find("\n", start, end) + 1 or end
        yield start, stop
        start = stop


def _plain_cut(text: str, start: int, end: int, cells: int) -> int:
    visible = end - (text[end - 1] == "\n")
    if visible - start <= cells:
        return end
    cut = text.rfind(" ", start, start + cells + 1) + 1
    if not text[start:cut].strip():
        cut = start + cells
    while cut < visible and text[cut] == " ":
        cut += 1
    return end if cut == visible else cut


def _mixed_cut(text: str, start: int, end: int, cells: int) -> int:
    """Where a line ends that has wide characters."""
    visible = end - (text[end - 1] == "\n")
    window = text[start : min(visible, start + cells + 1)]
    sizes = list(map(_SIZES.__getitem__, window))
    if 0 in sizes:
        return _cluster_cut(text, start, end, cells)
    edges = list(accumulate(sizes))
    if start + len(window) == visible and edges[-1] <= cells:
        return end
    fits = bisect_right(edges, cells) or 1
    if fits == len(window):  # a wide character where there is room for a narrow one
        return end
    cut = fits
    while cut > 0 and not (
        " " in window[cut - 1 : cut + 1]
        or (max(sizes[cut - 1 : cut + 1]) > 1 and window[cut] not in _CLOSING)
    ):
        cut -= 1
    if not window[:cut].strip():
        cut = fits
    cut += start
    while cut < visible and text[cut] == " ":
        cut += 1
    return end if cut == visible else cut


def _cluster_cut(text: str, start: int, end: int, cells: int) -> int:
    used = 0
    rest = -1  # the last place where the line may end
    after_wide = False
    for cluster in clusters(text, start, end):
        character = text[cluster.start]
        if character in " \t\n\u200b" and cluster.shown <= cluster.start + 1:
            used += cluster.cells
            rest = cluster.end
            after_wide = False
            continue
        wide = cluster.cells > 1
        if (wide or after_wide) and cluster.start > start and character not in _CLOSING:
            rest = cluster.start
        if used + cluster.cells > cells and cluster.start > start:
            return rest if rest > start else cluster.start
        used += cluster.cells
        after_wide = wide
    return end
