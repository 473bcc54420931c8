"""Draws a line of the text pane as a strip of the screen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from typing import Protocol

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from briefing.app.reader.cells import HANGING, clusters, is_plain
from briefing.app.reader.line import Line
from briefing.app.reader.marks import Look, Mark, SpanIndex, blend
from briefing.document import Document, Inline, Span


class Matching(Protocol):
    """Stretches that were searched for."""

    def touching(self, start: int, end: int) -> Iterable[Span]:
        """Those that share a code point with `[start, end)`."""


class Brush:
    """Knows what every stretch of a document looks like.

    `look` gives what a name stands for; the name "" is the look of plain text. What is `noted`
    lies under the marks, `matches` over them, and the stretches of `over` lie over all others,
    the last on top.
    """

    def __init__(self, document: Document, look: Callable[[str], Look]) -> None:
        self.noted: SpanIndex[Span] = SpanIndex()
        self.marks: SpanIndex[Mark] = SpanIndex()
        self.matches: Matching = SpanIndex[Span]()
        self.over: list[tuple[Span, str]] = []
        self._text = document.text
        self._inlines: SpanIndex[Inline] = SpanIndex(document.inlines)
        self._look = look
        self._styles: dict[tuple[str, ...], Style] = {}

    def forget(self) -> None:
        """Ask anew what everything looks like."""
        self._styles.clear()

    def style(self, *names: str) -> Style:
        """The style of several looks, one over the other."""
        if names not in self._styles:
            self._styles[names] = blend(self._look(""), [self._look(name) for name in names])
        return self._styles[names]

    def strip(self, line: Line, kind: str, margin: int, cells: int, width: int) -> Strip:
        """A line of a block of some kind, `margin` from the left of a pane `width` wide.

        Each segment of text carries the code point it begins at, as Textual's selection wants it:
        x is the code point and y always 0.
        """
        base: tuple[str, ...] = (kind,) if kind in ("heading", "quote", "code") else ()
        if line.strong:
            base += ("strong",)
        segments = [Segment(" " * margin, self.style())]
        column = 0
        for edge, start, end in line.runs:
            prefix = line.prefix[column:edge] if line.cells else line.prefix
            if edge > column:
                segments.append(Segment(prefix, self.style(*base, "edge")))
                column = edge
            end = start + len(self._text[start:end].rstrip(HANGING))
            for first, last, names in self._pieces(start, end):
                style = self.style(*base, *names)
                for shown, at, size in _drawn(self._text, first, last):
                    segments.append(Segment(shown, style + Style.from_meta({"offset": (at, 0)})))
                    column += size
        if line.cells:
            rest = line.prefix[column:]
            segments.append(Segment(rest, self.style(*base, "edge")))
            column += len(rest)
        if kind == "code":
            segments.append(Segment(" " * (cells - column), self.style(*base)))
            column = max(column, cells)
        return Strip(segments, margin + column).adjust_cell_length(width, self.style())

    def _pieces(self, start: int, end: int) -> Iterator[tuple[int, int, tuple[str, ...]]]:
        """A stretch cut where the look changes, with the names of the looks of each piece."""
        layers = [(i.start, i.end, str(i.kind)) for i in self._inlines.touching(start, end)]
        layers += [(*span, "noted") for span in self.noted.touching(start, end)]
        layers += [(m.start, m.end, str(m.kind)) for m in self.marks.touching(start, end)]
        layers += [(*span, "match") for span in self.matches.touching(start, end)]
        layers += [(*span, name) for span, name in self.over]
        cuts = {start, end}
        for first, last, _ in layers:
            cuts.add(min(max(first, start), end))
            cuts.add(min(max(last, start), end))
        for a, b in pairwise(sorted(cuts)):
            yield a, b, tuple(name for first, last, name in layers if first <= a and b <= last)


def _drawn(text: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """What is drawn of a stretch: verbatim strings, the code point each begins at, its cells."""
    if is_plain(text, start, end):
        if end > start:
            yield text[start:end], start, end - start
        return
    begin = stop = start
    cells = 0
    for cluster in clusters(text, start, end):
        tab = text[cluster.start] == "\t"
        if tab or cluster.start != stop:
            # Whatever is not drawn as it stands parts the strings.
            if stop > begin:
                yield text[begin:stop], begin, cells
            begin, cells = cluster.start, 0
        if tab:
            yield " " * cluster.cells, cluster.start, cluster.cells
            begin = stop = cluster.end
        else:
            stop = cluster.shown
            cells += cluster.cells
    if stop > begin:
        yield text[begin:stop], begin, cells
