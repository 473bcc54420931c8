"""What lies under the filter bar: the results, and beside them what the marked one leads to."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.geometry import Region, Size
from textual.reactive import var
from textual.strip import Strip
from textual.widget import Widget

from briefing.app.results import rows
from briefing.app.rows import RowList, strip
from briefing.document import Document, Span, field
from briefing.library.digest import document_name
from briefing.library.search import Choice, Results

if TYPE_CHECKING:
    from briefing.library.catalogue import Place

_WIDE = 120
"""Columns from which on there is room for a preview."""
_MOST_LETTERS = 600
_FIRST = 1
"""The row of the first result, below its header."""
_HINT = """\
Names, agreements, headings, documents, and the text: with slips, initials or words in any order.

@  people, organisations, places
#  agreements
>  documents
"  words as they stand in the text"""
_NOTHING = "Nothing like it was found."
_NOTHING_YET = "Nothing like it has been found yet; not all documents have been analysed."


class FoundList(RowList, can_focus=False):
    """The results. The line above keeps the focus."""

    # However many rows there are, nothing has to be laid out.
    virtual_size = var(Size(0, 0))


class Preview(Widget):
    """A text. Only those lines are drawn again that are there, or were."""

    ALLOW_SELECT = False

    def __init__(self) -> None:
        super().__init__(id="filter-preview")
        self.auto_links = False
        self.content = Content("")
        self._lines: list[Content] = []

    def show(self, content: Content) -> None:
        """Show this text."""
        if not content.is_same(self.content):
            self.content = content
            self._fold()

    def _fold(self) -> None:
        before, width = len(self._lines), self.content_size.width
        self._lines = self.content.wrap(width) if width else []
        self.refresh(Region(0, 0, width, max(before, len(self._lines))))

    def on_resize(self) -> None:
        """Fold the lines for the new width."""
        self._fold()

    def render_line(self, y: int) -> Strip:
        """Draw a line."""
        line = self._lines[y].rstrip() if y < len(self._lines) else Content("")
        return strip(line, self.visual_style, self.content_size.width)


class Found(Widget):
    """Lies over the panes while one types, always as high, and moves nothing.

    Nothing is laid out at a key: that and drawing the whole screen anew would take longer than to
    search.
    """

    DEFAULT_CSS = """
    Found {
        overlay: screen;
        constrain: none inside;
        display: none;
        layout: horizontal;
        width: 100%;
        height: 50vh;
        min-height: 12;
        max-height: 26;
        background: $surface;
        border: round $primary;
        padding: 0 1;
        FoundList {
            width: 3fr;
            height: 100%;
            background: $surface;
            overflow-y: scroll;
            scrollbar-size-vertical: 0;
            & > .row-list--cursor {
                color: $block-cursor-foreground;
                background: $block-cursor-background;
                text-style: $block-cursor-text-style;
            }
        }
        #filter-preview {
            display: none;
            width: 2fr;
            height: 100%;
            margin-left: 1;
            padding: 0 1;
            border-left: solid $primary 40%;
        }
        &.-wide #filter-preview { display: block; }
    }
    """

    def __init__(self, document: Callable[[int], Document | None]) -> None:
        super().__init__(id="filter-found")
        self.list = FoundList()
        self._preview = Preview()
        self._document = document
        self._empty = ""

    def compose(self) -> ComposeResult:
        """The list, and the preview where there is room."""
        yield self.list
        yield self._preview

    def show(self, results: Results, keep: Choice | None = None, whole: bool = True) -> None:
        """Show results, of the `whole` or what there is yet; `keep` is marked if among them."""
        nothing = _NOTHING if whole else _NOTHING_YET
        empty = nothing if results.line.strip() else _HINT
        if empty != self._empty:
            self._empty = empty
            self.list.set_empty(empty)
        self.list.set_rows(rows(results), keep=keep)
        self._show_preview()

    @property
    def choice(self) -> Choice | None:
        """The marked result."""
        row = self.list.cursor_row
        return row.payload if row and isinstance(row.payload, Choice) else None

    @property
    def moved_to(self) -> Choice | None:
        """The marked result, where that is not just the first."""
        return None if self.list.cursor == _FIRST else self.choice

    def on_resize(self) -> None:
        """Show a preview where there is room now."""
        self.set_class(self.app.size.width >= _WIDE, "-wide")
        self._show_preview()

    @on(RowList.Highlighted)
    def show_marked(self, event: RowList.Highlighted) -> None:
        """Show where another result leads; that concerns no pane."""
        event.stop()
        self._show_preview()

    def _show_preview(self) -> None:
        if self.has_class("-wide"):
            shown = Content("")
            place = self.choice.place if self.choice else None
            if place and (document := self._document(place.document)):
                shown = preview(place, document)
            self._preview.show(shown)


def preview(place: Place, document: Document) -> Content:
    """The name of the document, and its words at `place`, which are marked."""
    start, end = place.sentence or _from(document, place.span)
    end = min(end, start + _MOST_LETTERS)
    # Letter for letter, so that the mark stays where it is.
    shown = Content(" ".join(document.text[start:end].split("\n")))
    if start <= place.span.start < place.span.end <= end:
        shown = shown.stylize("bold underline", place.span.start - start, place.span.end - start)
    return Content.assemble((field(document_name(document)), "dim"), "\n\n", shown)


def _from(document: Document, span: Span) -> Span:
    """A heading and what follows it, the beginning of a document, the line of words."""
    if span.start == span.end or document.text[span.end : span.end + 1] in ("", "\n"):
        return Span(span.start, min(len(document.text), span.end + _MOST_LETTERS // 2))
    start = document.text.rfind("\n", 0, span.start) + 1
    end = document.text.find("\n", span.end)
    start = max(start, span.start - _MOST_LETTERS // 4)
    return Span(start, len(document.text) if end < 0 else end)
