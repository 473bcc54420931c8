"""The text pane: a document, its marked names, and the place one looks at.

A widget on Textual's line API. It draws what is visible and lays out little more; the rest of a
long text is measured in short slices while nobody presses a key.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise
from time import perf_counter
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Offset, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip
from textual.timer import Timer

from briefing.app.cells import clusters, is_plain
from briefing.app.layout import Layout, Place
from briefing.app.line import Line
from briefing.app.marks import Look, Mark, SpanIndex, blend
from briefing.document import Block, Document, Inline, Span

MEASURE = 72
"""Cells of a line of text: longer lines are hard to follow back."""
OVERLAP = 2
"""Lines that stay when a page is turned."""
_SLICE = 0.004  # seconds of layout at a time
_STRIPS = 1024


class Reader(ScrollView, can_focus=True, inherit_bindings=False):
    """Shows a document to be read. All offsets are code points of `Document.text`."""

    DEFAULT_CSS = """
    Reader {
        background: $background;
        color: $foreground;
        padding: 0 1;
        overflow-x: hidden;
        overflow-y: scroll;
        scrollbar-size-vertical: 1;
        & > .reader--heading { text-style: bold; color: $text-primary; }
        & > .reader--quote { color: $foreground 80%; }
        & > .reader--code { background: $foreground 7%; }
        & > .reader--edge { color: $foreground 50%; }
        & > .reader--strong { text-style: bold; }
        & > .reader--emphasis { text-style: italic; }
        & > .reader--link { text-style: underline; color: $text-primary; }
        & > .reader--person { text-style: underline; color: $text-warning; }
        & > .reader--organisation { text-style: underline; color: $text-primary; }
        & > .reader--place { text-style: underline; color: $text-success; }
        & > .reader--system { text-style: underline; color: $text-secondary; }
        & > .reader--event { text-style: underline; color: $text-accent; }
        & > .reader--group { text-style: underline; color: $foreground 80%; }
        & > .reader--agreement { text-style: bold uu; color: $text-error; }
        & > .reader--sentence { background: $primary 25%; }
        & > .reader--target { text-style: bold reverse; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "reader--heading",
        "reader--quote",
        "reader--code",
        "reader--edge",
        "reader--strong",
        "reader--emphasis",
        "reader--link",
        "reader--person",
        "reader--organisation",
        "reader--place",
        "reader--system",
        "reader--event",
        "reader--group",
        "reader--agreement",
        "reader--sentence",
        "reader--target",
    }

    measure: reactive[int] = reactive(MEASURE, layout=False, repaint=False)
    """Cells of a line of text, at most."""

    class Moved(Message):
        """Another line stands at the top. `percent` is 0 at the beginning and 100 at the end."""

        def __init__(self, reader: Reader, position: int, percent: int) -> None:
            super().__init__()
            self.reader = reader
            self.position = position
            self.percent = percent

        @property
        def control(self) -> Reader:
            """The pane."""
            return self.reader

        def can_replace(self, message: Message) -> bool:
            """Only the last of several waiting matters."""
            return isinstance(message, Reader.Moved)

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
        self._document = Document("", "", "message")
        self._inlines: SpanIndex[Inline] = SpanIndex()
        self._marks: SpanIndex[Mark] = SpanIndex()
        self._target: Span | None = None
        self._sentence: Span | None = None
        self._laid_out: Layout | None = None
        self._fitted = Size(0, 0)  # the size the lines and the top were made for
        self._top = Place(0, 0)
        self._wanted = 0  # the code point to keep at the top when the lines change
        self._third = False  # or a third from the top, until there is a size
        self._told = (0, 0)
        self._settling = False
        self._refining: Timer | None = None
        self._rows: list[tuple[Place, Line]] = []
        self._strips: dict[Place, Strip] = {}
        self._looks: dict[tuple[str, ...], Style] = {}

    # What is shown

    @property
    def document(self) -> Document:
        """What is shown."""
        return self._document

    def show(self, document: Document, position: int = 0) -> None:
        """Show a document from `position` on, without marks."""
        self._document = document
        self._inlines = SpanIndex(document.inlines)
        self._marks = SpanIndex()
        self._target = self._sentence = None
        self._lay_out(position)

    def show_message(self, title: str, detail: str = "") -> None:
        """Show words of the program's own in the place of a document."""
        text = f"{title}\n\n{detail}" if detail else title
        blocks = [Block("heading", 0, len(title), level=3)]
        if detail:
            blocks.append(Block("paragraph", len(title) + 2, len(text)))
        self.show(Document("", text, "message", tuple(blocks)))

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Underline the names of the document."""
        self._marks = SpanIndex(marks)
        self._repaint()

    @property
    def target(self) -> Span | None:
        """The stretch that stands out."""
        return self._target

    def go_to(self, span: tuple[int, int], sentence: tuple[int, int] | None = None) -> None:
        """Show a stretch a third from the top and let it stand out, and less so its sentence."""
        self._target = Span(*span)
        self._sentence = None if sentence is None else Span(*sentence)
        self._go(span[0], third=True)
        self._repaint()

    def clear_target(self) -> None:
        """Let nothing stand out."""
        self._target = self._sentence = None
        self._repaint()

    # Where one is

    @property
    def position(self) -> int:
        """A code point of the first visible line: the one asked for, or the first."""
        if not self._rows:
            return self._wanted
        runs = self._rows[0][1].runs
        if any(start <= self._wanted < end for _, start, end in runs):
            return self._wanted
        return self._rows[0][1].offset

    @property
    def percent(self) -> int:
        """How far down one is, from 0 to 100."""
        return round(100 * self.scroll_y / self.max_scroll_y) if self.max_scroll_y else 100

    def restore(self, position: int) -> None:
        """Put the line with this code point at the top."""
        self._go(position)

    def next_heading(self, step: int = 1) -> bool:
        """Put the next heading (-1: the one before) at the top; False if there is none."""
        layout = self._laid_out
        if layout is None:
            return False
        here = self.position
        starts = [heading.start for heading in self._document.headings()]
        index = bisect_right(starts, here) if step > 0 else bisect_left(starts, here) - 1
        if not 0 <= index < len(starts):
            return False
        before = self._top
        self._settle(layout.find(starts[index]), starts[index])
        return self._top != before

    def action_line_down(self) -> None:
        """One line on."""
        self._move(1)

    def action_line_up(self) -> None:
        """One line back."""
        self._move(-1)

    def action_half_page_down(self) -> None:
        """Half a page on."""
        self._move(max(1, self.size.height // 2))

    def action_half_page_up(self) -> None:
        """Half a page back."""
        self._move(-max(1, self.size.height // 2))

    def action_page_down(self) -> None:
        """A page on, but for two lines."""
        self._move(max(1, self.size.height - OVERLAP))

    def action_page_up(self) -> None:
        """A page back, but for two lines."""
        self._move(-max(1, self.size.height - OVERLAP))

    def action_home(self) -> None:
        """To the beginning."""
        self._settle(Place(0, 0))

    def action_end(self) -> None:
        """To the end."""
        if self._laid_out is not None:
            self._settle(self._laid_out.last())

    def action_next_heading(self, step: int = 1) -> None:
        """To the next heading, or to the one before (-1)."""
        self.next_heading(step)

    # Layout

    def _lay_out(self, position: int, third: bool = False) -> None:
        """Lay out anew for the size there is."""
        self._wanted, self._third = position, third
        self._rows = []
        self._strips.clear()
        self._fitted = self.size
        width = self.size.width
        if not self.size:
            self._laid_out = None
            return
        cells = min(width, self.measure)
        self._laid_out = Layout(self._document, cells, width - (width - cells) // 2)
        self._go(position, third)
        if not self._laid_out.finished and self._refining is None:
            self._refining = self.set_interval(1 / 60, self._refine)

    def _refine(self) -> None:
        """Measure a little more of the text."""
        layout = self._laid_out
        began = perf_counter()
        while layout and not layout.finished and perf_counter() - began < _SLICE:
            layout.refine()
        if layout is None or layout.finished:
            if self._refining is not None:
                self._refining.stop()
                self._refining = None
            if layout is not None:
                self._settle(self._top, self._wanted)

    def _settle(self, top: Place, wanted: int | None = None) -> None:
        """Put a line at the top, as far as the end of the text allows.

        `wanted` is the code point to keep at the top when the lines change; without one it is the
        first of the line.
        """
        layout = self._laid_out
        if layout is None:
            return
        height = max(1, self.size.height)
        last = layout.step(top, height - 1)
        # The way down and back up makes all the lines of the screen exact.
        self._top = top = min(top, layout.step(last, 1 - height))
        self._rows = list(layout.walk(top, height))
        self._wanted = self._rows[0][1].offset if wanted is None else wanted
        self._settling = True
        try:
            size = Size(self.size.width, layout.height)
            if size != self.virtual_size:
                self.virtual_size = size
            self.scroll_to(y=layout.top(top), animate=False, force=True)
        finally:
            self._settling = False
        self.refresh()
        if self._told != (told := (self.position, self.percent)):
            self._told = told
            self.post_message(self.Moved(self, *told))

    def _go(self, offset: int, third: bool = False) -> None:
        """Put a code point at the top, or a third from it."""
        layout = self._laid_out
        if layout is None:
            self._wanted, self._third = offset, third
        elif third:
            self._settle(layout.step(layout.find(offset), -(self.size.height // 3)))
        else:
            self._settle(layout.find(offset), offset)

    def _move(self, lines: int) -> None:
        if self._laid_out is not None:
            self._settle(self._laid_out.step(self._top, lines))

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Follow the wheel and the scroll bar."""
        super().watch_scroll_y(old_value, new_value)
        layout = self._laid_out
        if self._settling or layout is None or round(old_value) == round(new_value):
            return
        if self.size != self._fitted:  # not the reader has scrolled but the pane has grown
            return
        y = round(new_value)
        near = y - layout.top(self._top)
        if abs(near) < 3 * self.size.height:
            self._settle(layout.step(self._top, near))
        else:
            self._settle(layout.last() if y >= self.max_scroll_y else layout.locate(y))

    def watch_measure(self) -> None:
        """Lay out for another width of text."""
        if self._laid_out is not None:
            self._lay_out(self._wanted)

    def on_resize(self) -> None:
        """Lay out for the new size, with the same code point at the top."""
        if self._laid_out is None:
            self._lay_out(self._wanted, self._third)
        elif self.size.width != self._fitted.width:
            self._lay_out(self._wanted)
        else:
            self._fitted = self.size
            self._go(self._wanted)

    # Drawing

    def notify_style_update(self) -> None:
        """Another theme, or the focus has come or gone."""
        super().notify_style_update()
        self._looks.clear()
        self._strips.clear()

    def selection_updated(self, selection: Selection | None) -> None:  # noqa: ARG002 - Textual's
        """The mouse has selected text."""
        self._repaint()

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The selected text, as it stands in the document."""
        start, end = self._selected(selection)
        return self._document.text[start:end], "\n"

    def _selected(self, selection: Selection) -> Span:
        # Offsets of the selection are given out by `_paint`: x is the code point, y always 0.
        start = 0 if selection.start is None else selection.start.x
        end = len(self._document.text) if selection.end is None else selection.end.x
        return Span(start, end)

    def _repaint(self) -> None:
        self._strips.clear()
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """The line of the pane that is drawn at `y`."""
        width = self.size.width
        if y >= len(self._rows):
            return Strip.blank(width, self._style())
        place, line = self._rows[y]
        strip = self._strips.get(place)
        if strip is None:
            if len(self._strips) >= _STRIPS:
                self._strips.clear()
            strip = self._strips[place] = self._paint(line, width)
        return strip

    def _paint(self, line: Line, width: int) -> Strip:
        assert self._laid_out is not None
        text = self._document.text
        block = self._laid_out.blocks[line.block] if line.block >= 0 else None
        kind = block.kind if block is not None else ""
        base: tuple[str, ...] = (kind,) if kind in ("heading", "quote", "code") else ()
        if line.strong:
            base += ("strong",)
        margin = (width - self._laid_out.cells) // 2 if width > self._laid_out.cells else 0
        segments = [Segment(" " * margin, self._style())]
        column = 0
        for edge, start, end in line.runs:
            prefix = line.prefix[column:edge] if line.cells else line.prefix
            if prefix:
                segments.append(Segment(prefix.ljust(edge - column), self._style(*base, "edge")))
            column = edge
            end = start + len(text[start:end].rstrip(" \t\n"))  # blanks may hang over the edge
            for first, last, names in self._pieces(start, end):
                for shown, at, cells in _drawn(text, first, last):
                    style = self._style(*base, *names)
                    segments.append(Segment(shown, style + Style(meta={"offset": (at, 0)})))
                    column += cells
        if line.cells and column < len(line.prefix):
            segments.append(Segment(line.prefix[column:], self._style(*base, "edge")))
            column = len(line.prefix)
        if kind == "code" and column < self._laid_out.cells:
            segments.append(Segment(" " * (self._laid_out.cells - column), self._style(*base)))
            column = self._laid_out.cells
        segments.append(Segment(" " * (width - margin - column), self._style()))
        return Strip(segments).adjust_cell_length(width, self._style())

    def _pieces(self, start: int, end: int) -> list[tuple[int, int, tuple[str, ...]]]:
        """A stretch cut where the look changes, with the names of the looks of each piece."""
        layers = [(i.start, i.end, str(i.kind)) for i in self._inlines.touching(start, end)]
        layers += [(m.start, m.end, str(m.kind)) for m in self._marks.touching(start, end)]
        if self._sentence is not None:
            layers.append((*self._sentence, "sentence"))
        if self._target is not None:
            layers.append((*self._target, "target"))
        if (selection := self.text_selection) is not None:
            layers.append((*self._selected(selection), "selection"))
        cuts = {start, end}
        for first, last, _ in layers:
            cuts.add(min(max(first, start), end))
            cuts.add(min(max(last, start), end))
        return [
            (a, b, tuple(name for first, last, name in layers if first <= a and b <= last))
            for a, b in pairwise(sorted(cuts))
        ]

    def _style(self, *names: str) -> Style:
        style = self._looks.get(names)
        if style is None:
            visual = self.visual_style
            base = Look(visual.foreground, visual.background, Style())
            style = self._looks[names] = blend(base, [self._look(name) for name in names])
        return style

    def _look(self, name: str) -> Look:
        if name == "selection":
            styles = self.screen.get_component_styles("screen--selection")
        else:
            styles = self.get_component_styles(f"reader--{name}")
        has = styles.has_rule
        return Look(
            styles.color if has("color") and not styles.auto_color else None,
            styles.background if has("background") else None,
            styles.text_style,
        )

    # Mouse

    def offset_at(self, point: Offset) -> int | None:
        """The code point drawn at a point of the pane, if any."""
        if self._laid_out is None or not 0 <= point.y < len(self._rows):
            return None
        margin = max(0, (self.size.width - self._laid_out.cells) // 2)
        for edge, start, end in self._rows[point.y][1].runs:
            column = margin + edge
            for cluster in clusters(self._document.text, start, end):
                if column <= point.x < column + cluster.cells:
                    return cluster.start
                column += cluster.cells
        return None

    def on_click(self, event: events.Click) -> None:
        """Choose the name under the mouse."""
        point = event.get_content_offset(self)
        offset = None if point is None or self.text_selection else self.offset_at(point)
        if offset is None:
            return
        for mark in self._marks.touching(offset, offset + 1):
            self.post_message(self.MarkChosen(self, mark.start, mark.end))
            return


def _drawn(text: str, start: int, end: int) -> list[tuple[str, int, int]]:
    """What is drawn of a stretch: verbatim strings, the code point each begins at, its cells."""
    if is_plain(text, start, end):
        return [(text[start:end], start, end - start)] if end > start else []
    drawn: list[tuple[str, int, int]] = []
    begin, stop, cells = start, start, 0
    for cluster in clusters(text, start, end):
        tab = text[cluster.start] == "\t"
        if cluster.start != stop or tab:
            if stop > begin:
                drawn.append((text[begin:stop], begin, cells))
            begin, cells = cluster.start, 0
        if tab:
            drawn.append((" " * cluster.cells, cluster.start, cluster.cells))
            begin = stop = cluster.end
            continue
        stop = cluster.shown
        cells += cluster.cells
        if cluster.shown < cluster.end:
            if stop > begin:
                drawn.append((text[begin:stop], begin, cells))
            begin = stop = cluster.end
            cells = 0
    if stop > begin:
        drawn.append((text[begin:stop], begin, cells))
    return drawn
