"""The text pane: a document with its marked names, what stands out in it, and selecting."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.geometry import Offset
from textual.message import Message
from textual.scrollbar import ScrollBar
from textual.selection import Selection

from briefing.app.reader.brush import Matching
from briefing.app.reader.marks import Mark, SpanIndex
from briefing.app.reader.scroll_bar import MarkedScrollBar
from briefing.app.reader.selecting import Selecting, words_of
from briefing.app.reader.text_view import TextView
from briefing.document import Document, Span


class Reader(TextView, inherit_bindings=False):
    """Shows a document to be read. All offsets are code points of `Document.text`."""

    class MarkChosen(Message):
        """A marked name was clicked."""

        def __init__(self, reader: Reader, start: int, end: int) -> None:
            super().__init__()
            self.reader = reader
            self.start = start
            self.end = end

        @property
        def control(self) -> Reader:
            """The pane."""
            return self.reader

    def __init__(
        self,
        *,
        name: str | None = None,
        id: str | None = None,  # noqa: A002 - Textual's name for it
        classes: str | None = None,
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self._target: Span | None = None
        self._sentence: Span | None = None
        self._mentions: Sequence[Span] = ()
        self._selecting: Selecting | None = None

    # What stands out

    def show(self, document: Document, position: int = 0) -> None:
        """Show a document from `position` on, without marks."""
        self._target = self._sentence = None
        self._selecting = None
        self.set_mentions(())
        if self.is_attached and self.text_selection is not None:
            self.screen.clear_selection()
        super().show(document, position)

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Underline the names of the document."""
        self._brush.marks = SpanIndex(marks)
        self._repaint()

    def set_noted(self, spans: Sequence[Span]) -> None:
        """Show which sentences one has noted something of."""
        self._brush.noted = SpanIndex(spans)
        self._repaint()

    def set_matches(self, matches: Matching | None) -> None:
        """Mark what was searched for in the document, or nothing."""
        self._brush.matches = matches or SpanIndex[Span]()
        self._repaint()

    @property
    def target(self) -> Span | None:
        """The stretch that stands out."""
        return self._target

    @property
    def selecting(self) -> bool:
        """Whether lines are selected by the keys that otherwise move."""
        return self._selecting is not None

    def select(self, span: Span | None = None) -> None:
        """Begin to select by keys, or go on as far as `span`; None: the first line with words."""
        if span is None:
            lines = (words_of(line, self.document.text) for _, line in self._view.rows)
            span = next((words for words in lines if words is not None), None)
        if span is not None:
            before = self._selecting
            self._select(before.to(span) if before else Selecting(span, span))

    def _select(self, selecting: Selecting) -> None:
        self._selecting = selecting
        start, end = selecting.span
        self.screen.selections = {self: Selection(Offset(start, 0), Offset(end, 0))}
        down = selecting.head.start >= selecting.anchor.start
        self._view.reveal(max(selecting.head.end - 1, 0) if down else selecting.head.start)
        self._follow()

    def _select_line(self, step: int) -> bool:
        """Select a line more, while one selects."""
        if self._selecting is None or self._view.layout is None:
            return False
        self._select(self._selecting.by_line(self._view.layout, step))
        return True

    def action_line_down(self) -> None:
        """One line on, which is selected too while one selects."""
        if not self._select_line(1):
            super().action_line_down()

    def action_line_up(self) -> None:
        """One line back, which is selected too while one selects."""
        if not self._select_line(-1):
            super().action_line_up()

    def end_selection(self) -> None:
        """Select nothing."""
        self._selecting = None
        self.screen.clear_selection()

    def set_mentions(self, mentions: Sequence[Span]) -> None:
        """Mark in the scroll bar where these stand; they are in reading order."""
        self._mentions = mentions
        if self.is_attached:
            self.vertical_scrollbar.refresh()

    @property
    def vertical_scrollbar(self) -> ScrollBar:
        """The scroll bar, which marks the mentions."""
        if self._vertical_scrollbar is None:
            bar = MarkedScrollBar(
                lambda rows: self._view.rows_of(self._mentions, rows),
                lambda: self._brush.style("tick"),
                self.scrollbar_size_vertical,
            )
            bar.display = False
            self._vertical_scrollbar = bar
            self.app._start_widget(self, bar)
        return self._vertical_scrollbar

    @property
    def quoted(self) -> Span | None:
        """What one would quote: the selection, else the sentence that stands out, if any does."""
        if (selection := self.text_selection) is not None:
            selected = self._selected(selection)
            if selected.start < selected.end:
                return selected
        return self._sentence or self._target

    def go_to(self, span: tuple[int, int], sentence: tuple[int, int] | None = None) -> None:
        """Show a stretch a third from the top and let it stand out, and less so its sentence."""
        self._target = Span(*span)
        self._sentence = None if sentence is None else Span(*sentence)
        self._repaint()
        self._view.go(span[0], third=True)
        self._follow()

    def clear_target(self) -> None:
        """Let nothing stand out."""
        self._target = self._sentence = None
        self._repaint()

    def selection_updated(self, selection: Selection | None) -> None:
        """Text was selected, or is no longer."""
        selecting = self._selecting
        if selecting and selection and self._selected(selection) != selecting.span:
            self._selecting = None
        self._repaint()

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The selected text, as it stands in the document."""
        start, end = self._selected(selection)
        return self.document.text[start:end], "\n"

    def _selected(self, selection: Selection) -> Span:
        # The brush gives out the offsets: x is the code point, y always 0.
        start = 0 if selection.start is None else selection.start.x
        end = len(self.document.text) if selection.end is None else selection.end.x
        return Span(start, end)

    def _repaint(self) -> None:
        over = [(self._sentence, "sentence"), (self._target, "target")]
        if self.is_attached and (selection := self.text_selection) is not None:
            over.append((self._selected(selection), "selection"))
        self._brush.over = [(span, name) for span, name in over if span is not None]
        self._redraw()

    # Mouse

    def on_mouse_down(self) -> None:
        """The mouse selects instead of the keys."""
        self._selecting = None

    def on_click(self, event: events.Click) -> None:
        """Choose the name under the mouse; twice selects the word, three times the paragraph."""
        if event.chain > 1:
            event.stop().prevent_default()  # which would select the whole text
        point = event.get_content_offset(self)
        offset = None if point is None else self.offset_at(point)
        if offset is None:
            return
        if event.chain > 1:
            start, end = self._view.word(offset) if event.chain == 2 else self._view.block(offset)
            self.screen.selections = {self: Selection(Offset(start, 0), Offset(end, 0))}
        elif not self.text_selection:
            mark = next(self._brush.marks.touching(offset, offset + 1), None)
            if mark is not None:
                self.post_message(self.MarkChosen(self, mark.start, mark.end))
