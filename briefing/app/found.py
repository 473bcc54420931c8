"""What lies under the filter bar: the results, and beside them what the marked one leads to."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.geometry import Size
from textual.reactive import Reactive
from textual.widget import Widget
from textual.widgets import Static

from briefing.app.results import Choice, Results
from briefing.app.rows import RowList
from briefing.document import Document, Span, field
from briefing.library.digest import document_name

_WIDE = 120
"""Columns from which on there is room for a preview."""
_LEAST_LINES = 10
_MOST_LETTERS = 600


class FoundList(RowList, can_focus=False):
    """The results. The line above keeps the focus."""

    # However many rows there are, nothing has to be laid out.
    virtual_size = Reactive(Size(0, 0))


class Found(Widget):
    """Lies over the panes, as high as its results, and moves nothing."""

    DEFAULT_CSS = """
    Found {
        overlay: screen;
        constrain: none inside;
        display: none;
        width: 100%;
        height: 70vh;
        background: $surface;
        border: round $primary;
        padding: 0 1;
        FoundList {
            width: 3fr;
            height: 100%;
            background: $surface;
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
        &.-found { display: block; layout: horizontal; }
        &.-wide #filter-preview { display: block; }
    }
    """

    def __init__(self) -> None:
        super().__init__(id="filter-found")
        self.list = FoundList()
        self._preview = Static(id="filter-preview", markup=False)

    def compose(self) -> ComposeResult:
        """The list, and the preview where there is room."""
        yield self.list
        yield self._preview

    def show(self, results: Results, keep: Choice | None) -> None:
        """Show results, with `keep` marked if it is among them, or nothing."""
        rows = results.rows()
        wide = self.app.size.width >= _WIDE
        self.set_class(wide, "-wide")
        self.set_class(bool(rows), "-found")
        self.list.set_rows(rows, keep=keep)
        self._show_preview()

    @property
    def choice(self) -> Choice | None:
        """The marked result."""
        row = self.list.cursor_row
        return row.payload if row and isinstance(row.payload, Choice) else None

    @on(RowList.Highlighted)
    def show_marked(self, event: RowList.Highlighted) -> None:
        """Show where another result leads; that concerns no pane."""
        event.stop()
        self._show_preview()

    def _show_preview(self) -> None:
        if self.has_class("-wide") and self.has_class("-found"):
            choice = self.choice
            self._preview.update(preview(choice) if choice else "", layout=False)


def preview(choice: Choice) -> Content:
    """The name of the document, and its words where `choice` leads, which are marked."""
    document, place = choice.document, choice.place
    if document is None:
        return Content("")
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
