"""The headings of a text, over it. Enter on one goes there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from briefing.app.rows import Row, RowList
from briefing.app.screens.overlay import Overlay
from briefing.document import Block, Document, Span


class OutlineScreen(Overlay[Span]):
    """Shows the headings, the one of `position` marked. It gives the one that was chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("i", "dismiss(None)", "Close", show=False, id="outline"),
    ]

    def __init__(self, document: Document, position: int) -> None:
        super().__init__()
        self._headings = list(document.headings())
        self._document = document
        self._position = position

    def compose(self) -> ComposeResult:
        """The headings."""
        headings = RowList(empty="This text has no headings.")
        yield self.framed(headings, "Outline", "Enter goes there, Esc closes")

    def on_mount(self) -> None:
        """Begin at the heading one reads under."""
        here = under(self._headings, self._position)
        rows = _rows(self._document, self._headings, here)
        self.query_one(RowList).set_rows(rows, keep=here and Span(here.start, here.end))

    @on(RowList.Chosen)
    def choose(self, message: RowList.Chosen) -> None:
        """Close, and go to the heading."""
        if isinstance(span := message.row.payload, Span):
            self.dismiss(span)


def under(headings: list[Block], position: int) -> Block | None:
    """The last heading that begins at or before a position."""
    before = [heading for heading in headings if heading.start <= position]
    return before[-1] if before else None


def _rows(document: Document, headings: list[Block], here: Block | None) -> Iterator[Row]:
    highest = min((heading.level for heading in headings), default=1)
    for heading in headings:
        title = Content(document.slice(heading.start, heading.end))
        if heading == here:
            title = title.stylize("bold")
        yield Row(
            title,
            payload=Span(heading.start, heading.end),
            indent=2 * (heading.level - highest),
            marker="▸ " if heading == here else "  ",
        )
