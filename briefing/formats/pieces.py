"""What formats make of a file: pieces of text with their markup, and how they become blocks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from briefing.document import Block, BlockKind, Inline, InlineKind, Span

_BLANK_LINE = re.compile(r"\n\s*\n")


@dataclass(frozen=True, slots=True)
class Piece:
    """A block that does not know yet where in the document it stands.

    `inlines` and `rows` count from the beginning of `text`; `line` is 1 for the first line, and
    it, `page` and `part` are 0 or empty where the file has none.
    """

    kind: BlockKind
    text: str
    level: int = 0
    line: int = 1
    marker: str = ""
    inlines: tuple[Inline, ...] = ()
    rows: tuple[tuple[Span, ...], ...] = ()
    page: int = 0
    part: str = ""


@dataclass(frozen=True, slots=True)
class Parsed:
    """The pieces of a file in reading order, and what the file says of itself."""

    pieces: list[Piece]
    title: str | None = None
    date: str | None = None
    notices: tuple[str, ...] = ()
    author: str | None = None
    language: str | None = None
    encoding: str = "utf-8"


@dataclass(slots=True)
class Line:
    """Text being written, with markup that is opened and closed on the way."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    inlines: list[Inline] = field(default_factory=list)
    opened: list[tuple[InlineKind, int, str]] = field(default_factory=list)

    def write(self, text: str) -> None:
        """Add `text`, but for the spaces around a line break."""
        if text.startswith("\n"):
            self._strip()
        elif not self.length or self.parts[-1].endswith("\n"):
            text = text.lstrip()
        if text:
            self.parts.append(text)
            self.length += len(text)

    def _strip(self) -> None:
        while self.parts and self.parts[-1] != (kept := self.parts[-1].rstrip(" \t\xa0")):
            self.length -= len(self.parts.pop()) - len(kept)
            if kept:
                self.parts.append(kept)
        for index in range(len(self.inlines) - 1, -1, -1):
            mark = self.inlines[index]
            if mark.end <= self.length:
                break
            self.inlines[index] = replace(mark, end=self.length)
        self.opened = [(kind, min(at, self.length), target) for kind, at, target in self.opened]

    def is_open(self, kind: InlineKind) -> bool:
        """Whether a stretch of this kind has begun and not ended."""
        return any(opened == kind for opened, _, _ in self.opened)

    def open(self, kind: InlineKind, target: str = "") -> None:
        """Begin a stretch of markup here."""
        self.opened.append((kind, self.length, target))

    def close(self, kind: InlineKind) -> None:
        """End the stretch of this kind that was opened last; nothing where none is open."""
        for index in range(len(self.opened) - 1, -1, -1):
            if self.opened[index][0] == kind:
                _, start, target = self.opened.pop(index)
                if start < self.length:
                    self.inlines.append(Inline(kind, start, self.length, target))
                return

    def finish(self) -> tuple[str, tuple[Inline, ...]]:
        """The text and its markup; whatever is still open ends here."""
        while self.opened:
            self.close(self.opened[-1][0])
        return "".join(self.parts), tuple(
            sorted(self.inlines, key=lambda mark: (mark.start, -mark.end))
        )


def cut(piece: Piece, start: int, end: int) -> Piece:
    """The part `[start, end)` of `piece` without white space at its ends, markup cut to fit."""
    text = piece.text[start:end]
    start += len(text) - len(text.lstrip())
    text = text.strip()
    end = start + len(text)
    inlines = tuple(
        replace(mark, start=max(mark.start, start) - start, end=min(mark.end, end) - start)
        for mark in piece.inlines
        if mark.start < end and mark.end > start
    )
    line = piece.line + piece.text.count("\n", 0, start)
    return replace(piece, text=text, inlines=inlines, line=line)


def part(piece: Piece, pattern: re.Pattern[str] = _BLANK_LINE) -> Iterator[Piece]:
    """`piece` parted at each match of `pattern`, which belongs to neither side."""
    start = 0
    for match in pattern.finditer(piece.text):
        yield cut(piece, start, match.start())
        start = match.end()
    yield cut(piece, start, len(piece.text))


def assemble(
    pieces: Iterable[Piece], lines_before: int = 0
) -> tuple[str, tuple[Block, ...], tuple[Inline, ...]]:
    """The text of a document, two newlines between pieces, with its blocks and its markup.

    `lines_before` is how many lines of the file stand before those the pieces count.
    """
    texts: list[str] = []
    blocks: list[Block] = []
    inlines: list[Inline] = []
    position = 0
    for piece in pieces:
        end = position + len(piece.text)
        texts.append(piece.text)
        blocks.append(
            Block(
                piece.kind,
                position,
                end,
                piece.level,
                piece.line and piece.line + lines_before,
                piece.marker,
                _moved(piece.rows, position),
                piece.page,
                piece.part,
            )
        )
        inlines.extend(
            replace(mark, start=mark.start + position, end=mark.end + position)
            for mark in piece.inlines
        )
        position = end + 2
    return "\n\n".join(texts), tuple(blocks), tuple(inlines)


def table(cells: Sequence[Sequence[str]], line: int = 1) -> Piece:
    """A table of `cells`, row by row; a tab between the cells of a row, a newline between rows."""
    rows: list[tuple[Span, ...]] = []
    texts: list[str] = []
    position = 0
    for row in cells:
        spans: list[Span] = []
        words = [" ".join(cell.split()) for cell in row]
        for cell in words:
            spans.append(Span(position, position + len(cell)))
            position += len(cell) + 1
        rows.append(tuple(spans))
        texts.append("\t".join(words))
    return Piece("table", "\n".join(texts), line=line, rows=tuple(rows))


def _moved(rows: tuple[tuple[Span, ...], ...], by: int) -> tuple[tuple[Span, ...], ...]:
    return tuple(tuple(Span(start + by, end + by) for start, end in row) for row in rows)
