"""A document on the screen, and moving in it.

A widget on Textual's line API. It draws what is visible and lays out little more; the rest of a
long text is laid out in short slices between the pictures, so that no key has to wait.
"""

from __future__ import annotations

from time import perf_counter
from typing import ClassVar

from rich.style import Style
from textual import events
from textual.geometry import Offset, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.timer import Timer

from briefing.app.reader import looks
from briefing.app.reader.brush import Brush
from briefing.app.reader.cells import clusters
from briefing.app.reader.layout import Place
from briefing.app.reader.marks import Look
from briefing.app.reader.viewport import Viewport
from briefing.document import Block, Document

MEASURE = 72
"""Cells of a line of text: longer lines are hard to follow back."""
NARROWEST, WIDEST = 40, 120
_SLICE = 0.004  # seconds of layout at a time
_STRIPS = 1024


class TextView(ScrollView, can_focus=True, inherit_bindings=False):
    """Shows a document and moves in it. All offsets are code points of `Document.text`."""

    DEFAULT_CSS = looks.CSS
    COMPONENT_CLASSES: ClassVar[set[str]] = set(looks.COMPONENT_CLASSES)

    measure: reactive[int] = reactive(MEASURE, layout=False, repaint=False)
    """Cells of a line of text, at most."""

    class Moved(Message):
        """Another line stands at the top. `percent` is 0 at the beginning and 100 at the end.

        `is_wide` says whether one can look sideways there, `is_whole` whether one sees all of it.
        """

        def __init__(self, view: TextView) -> None:
            super().__init__()
            self.view = view
            self.position = view.position
            self.percent = view.percent
            self.is_wide = view.is_wide
            self.is_whole = not view.max_scroll_y

        @property
        def control(self) -> TextView:
            """The pane."""
            return self.view

        def can_replace(self, message: Message) -> bool:
            """Only the last of several waiting matters."""
            return isinstance(message, TextView.Moved)

    def __init__(
        self,
        *,
        name: str | None = None,
        id: str | None = None,  # noqa: A002 - Textual's name for it
        classes: str | None = None,
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self._view = Viewport(Document("", "", "message"))
        self._brush = Brush(self._view.document, self._look)
        self._strips: dict[Place, Strip] = {}
        self._fitted = Size(0, 0)  # the size the view was made for
        self._moving = False  # it is the view that scrolls, not the reader
        self._told: object = None  # what was reported last
        self._refining: Timer | None = None

    # What is shown

    @property
    def document(self) -> Document:
        """What is shown."""
        return self._view.document

    def show(self, document: Document, position: int = 0) -> None:
        """Show a document from `position` on, without marks."""
        self._view = Viewport(document, position)
        self._brush = Brush(document, self._look)
        self._redraw()
        self._fit()
        self._follow()

    def show_message(self, title: str, detail: str = "") -> None:
        """Show words of the program's own in the place of a document."""
        text = f"{title}\n\n{detail}" if detail else title
        blocks = [Block("heading", 0, len(title), level=3)]
        if detail:
            blocks.append(Block("paragraph", len(title) + 2, len(text)))
        self.show(Document("", text, "message", tuple(blocks)))

    # Where one is, and moving

    @property
    def position(self) -> int:
        """A code point of the first visible line: the one asked for, or the first."""
        return self._view.position

    @property
    def percent(self) -> int:
        """How far down one is, from 0 to 100."""
        return round(100 * self.scroll_y / self.max_scroll_y) if self.max_scroll_y else 100

    @property
    def at_end(self) -> bool:
        """Whether one sees the end."""
        return self._view.at_end

    def restore(self, position: int) -> None:
        """Put the line with this code point at the top."""
        self._view.go(position)
        self._follow()

    def next_heading(self, step: int = 1) -> bool:
        """Put the next heading (-1: the one before) at the top; False if that moves nothing."""
        moved = self._view.heading(step)
        self._follow()
        return moved

    def action_line_down(self) -> None:
        """One line on."""
        self._view.move(1)
        self._follow()

    def action_line_up(self) -> None:
        """One line back."""
        self._view.move(-1)
        self._follow()

    def action_half_page_down(self) -> None:
        """Half a page on."""
        self._view.turn_half(1)
        self._follow()

    def action_half_page_up(self) -> None:
        """Half a page back."""
        self._view.turn_half(-1)
        self._follow()

    def action_page_down(self) -> None:
        """A page on, but for two lines."""
        self._view.turn(1)
        self._follow()

    def action_page_up(self) -> None:
        """A page back, but for two lines."""
        self._view.turn(-1)
        self._follow()

    def action_home(self) -> None:
        """To the beginning."""
        self._view.home()
        self._follow()

    def action_end(self) -> None:
        """To the end."""
        self._view.end()
        self._follow()

    def action_next_heading(self, step: int = 1) -> None:
        """To the next heading, or to the one before (-1)."""
        self.next_heading(step)

    @property
    def is_wide(self) -> bool:
        """Whether a table or code on the screen is wider than it."""
        return self._view.is_wide

    def slide(self, by: int) -> bool:
        """Look further right (1) or left (-1) at what is wider than the pane, or 0: from its edge.

        False if nothing moves.
        """
        if moved := self._view.slide(by):
            self._redraw()
        return moved

    def action_right(self) -> None:
        """Further right in a wide table or code."""
        self.slide(1)

    def action_left(self) -> None:
        """Further left in a wide table or code."""
        self.slide(-1)

    def action_first_column(self) -> None:
        """Back to the first column of a wide table or code."""
        self.slide(0)

    def on_mouse_scroll_right(self, event: events.MouseScrollRight) -> None:
        """As the key does."""
        event.stop().prevent_default()
        self.slide(1)

    def on_mouse_scroll_left(self, event: events.MouseScrollLeft) -> None:
        """As the key does."""
        event.stop().prevent_default()
        self.slide(-1)

    # Size and scrolling

    def on_resize(self) -> None:
        """Lay out for the new size, with the same code point at the top."""
        self._fit()
        self._follow()

    def watch_measure(self) -> None:
        """Lay out for another width of text."""
        self._fit()
        self._follow()

    def widen(self, cells: int) -> int:
        """Make the lines longer, or shorter, as far as that can be seen; how long they are now."""
        seen = min(self.measure, max(NARROWEST, self._room))
        self.measure = max(NARROWEST, min(seen + cells, WIDEST))
        return self.measure

    def _fit(self) -> None:
        self._fitted = self.size
        width, height = self._room, self.scrollable_content_region.height
        if not self.size:
            return
        cells = min(width, self.measure)
        before = self._view.layout
        self._view.fit(cells, width - self._margin(cells), height)
        if (layout := self._view.layout) is not before:
            self._strips.clear()
            if layout is not None and not layout.finished and self._refining is None:
                self._refining = self.set_interval(1 / 60, self._refine)

    def _refine(self) -> None:
        """Lay out a little more of the text, so that the scroll bar comes to tell the truth."""
        layout = self._view.layout
        began = perf_counter()
        while layout and not layout.finished and perf_counter() - began < _SLICE:
            layout.refine()
        if layout is None or layout.finished:
            if self._refining is not None:
                self._refining.stop()
                self._refining = None
            self._view.settle()
            self._follow()

    def _follow(self) -> None:
        """Draw what the view shows and put the scroll bar there."""
        layout = self._view.layout
        if layout is None:
            return
        self._moving = True
        try:
            size = Size(self.size.width, layout.height)
            if size != self.virtual_size:
                self.virtual_size = size
            if round(self.scroll_y) != self._view.y:  # or else do not stop a scroll under way
                self.scroll_to(y=self._view.y, animate=False, force=True)
        finally:
            self._moving = False
        self.refresh()
        told = self.position, self.percent, self.is_wide, self.max_scroll_y > 0
        if told != self._told:
            self._told = told
            self.post_message(self.Moved(self))

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Follow the wheel and the scroll bar."""
        super().watch_scroll_y(old_value, new_value)
        # When the size is another one, the pane has changed and nobody has scrolled.
        if not self._moving and self.size == self._fitted and round(new_value) != self._view.y:
            self._view.scroll(round(new_value))
            self._follow()

    # Drawing

    def notify_style_update(self) -> None:
        """Another theme, or the focus has come or gone."""
        super().notify_style_update()
        self._brush.forget()
        self._strips.clear()

    def _redraw(self) -> None:
        self._strips.clear()
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """The line of the pane that is drawn at `y`."""
        if self.size != self._fitted:  # the first picture comes before the news of the size
            self._fit()
        width = self.size.width
        layout = self._view.layout
        if layout is None or y >= len(self._view.rows):
            return Strip.blank(width, self._brush.style())
        place, line = self._view.rows[y]
        if place not in self._strips:
            if len(self._strips) >= _STRIPS:
                self._strips.clear()
            kind = layout.blocks[line.block].kind if line.block >= 0 else ""
            strip = self._brush.strip(line, kind, self._margin(layout.cells), layout.cells, width)
            self._strips[place] = strip
        return self._strips[place]

    @property
    def _room(self) -> int:
        """The columns for words: one is kept free before the scroll bar."""
        return self.scrollable_content_region.width - 1

    def _margin(self, cells: int) -> int:
        """The columns before lines of so many cells, which stand in the middle."""
        left = self._room - cells
        return max(0, min(left, (left + 2) // 2))

    def _look(self, name: str) -> Look:
        if not name:
            visual = self.visual_style
            return Look(visual.foreground, visual.background, Style())
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

    def offset_at(self, point: Offset) -> int | None:
        """The code point drawn at a point of the pane, if any."""
        if self._view.layout is None or not 0 <= point.y < len(self._view.rows):
            return None
        margin = self._margin(self._view.layout.cells)
        for edge, start, end in self._view.rows[point.y][1].runs:
            column = margin + edge
            for cluster in clusters(self.document.text, start, end):
                if column <= point.x < column + cluster.cells:
                    return cluster.start
                column += cluster.cells
        return None
