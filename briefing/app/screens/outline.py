"""The headings of a text, over it. Enter on one goes there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen

from briefing.app.rows import Row, RowList
from briefing.document import Block, Document, Span


class OutlineScreen(ModalScreen[Span | None]):
    """Shows the headings, the one of `position` marked. It gives the one that was chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss(None)", "Close", show=False),
        Binding("i", "dismiss(None)", "Close", show=False, id="outline"),
    ]
    DEFAULT_CSS = """
    OutlineScreen {
        align: center middle;
        & > RowList {
            width: 84;
            max-width: 100%;
            height: auto;
            min-height: 3;
            max-height: 100%;
            background: $surface;
            border: round $edge-focus;
            border-title-color: $edge-focus;
            border-subtitle-color: $faint;
            padding: 0 0 0 1;
            scrollbar-color: $edge;
            scrollbar-background: $surface;
        }
    }
    """

    def __init__(self, document: Document, position: int) -> None:
        super().__init__()
        self._headings = list(document.headings())
        self._document = document
        self._position = position

    def compose(self) -> ComposeResult:
        """The headings."""
        headings = RowList(empty="This text has no headings.")
        headings.border_title = Content("Outline")
        headings.border_subtitle = Content("Enter goes there, Escape closes")
        yield headings

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

    def on_click(self, event: events.Click) -> None:
        """Close by a click beside the outline."""
        if event.widget is self:
            self.dismiss(None)


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
