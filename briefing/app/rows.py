"""One list for every pane: it holds rows and draws those that are seen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.binding import BindingType
from textual.cache import LRUCache
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.style import Style

from briefing.app.actions import CHOOSING, MOVING, bindings
from briefing.app.row import LazyRows, Row
from briefing.app.row_layout import RowLayout

__all__ = ["LazyRows", "Row", "RowList", "strip"]


def strip(content: Content, style: Style, width: int) -> Strip:
    """A line as it is drawn, as wide as `width`.

    It cannot be selected with the mouse, so that equal styles are one object, which Textual
    translates for the terminal only once.
    """
    segments = [
        Segment(text, (style + look).rich_style) for text, look in content.render(style, "")
    ]
    return Strip(segments, content.cell_length).adjust_cell_length(width, style.rich_style)


class RowList(ScrollView, can_focus=True, inherit_bindings=False):
    """A list of rows with a cursor. 100,000 rows cost what those on the screen cost."""

    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(MOVING), *bindings(CHOOSING)]
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "row-list--header",
        "row-list--cursor",
        "row-list--empty",
    }
    DEFAULT_CSS = """
    RowList {
        overflow-x: hidden;
        scrollbar-size-vertical: 1;
        text-wrap: nowrap;
        text-overflow: ellipsis;
        & > .row-list--header { color: $text-muted; text-style: bold; }
        & > .row-list--empty { color: $text-muted; }
        & > .row-list--cursor { background: $block-cursor-blurred-background; }
        &:focus > .row-list--cursor {
            color: $block-cursor-foreground;
            background: $block-cursor-background;
            text-style: $block-cursor-text-style;
        }
    }
    """

    class RowMessage(Message):
        """Something about a row of a list."""

        def __init__(self, row_list: RowList, row: Row) -> None:
            self.row_list = row_list
            self.row = row
            super().__init__()

        @property
        def control(self) -> RowList:
            """The list the row is in."""
            return self.row_list

    class Highlighted(RowMessage):
        """The reader moved the cursor to another row. Only the last of several counts."""

        def can_replace(self, message: Message) -> bool:
            """Whether `message`, still waiting, is about a cursor that has moved on."""
            return isinstance(message, RowList.Highlighted) and message.control is self.control

    class Chosen(RowMessage):
        """The reader pressed Enter on a row, or clicked it."""

    def __init__(
        self,
        rows: Iterable[Row] = (),
        *,
        empty: str = "",
        id: str | None = None,  # noqa: A002 - Textual's own name for it
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self.auto_links = False
        self._empty = empty
        self._rows: Sequence[Row] = ()
        self._cursor: int | None = None
        self._layout = RowLayout((), 0)
        self._width = 0
        self._strips: LRUCache[tuple[int, int, bool], Strip] = LRUCache(1024)
        self.set_rows(rows)

    # What it holds

    @property
    def rows(self) -> Sequence[Row]:
        """The rows, headers too."""
        return self._rows

    @property
    def cursor(self) -> int | None:
        """The index of the row under the cursor, None where there is nothing to select."""
        return self._cursor

    @property
    def cursor_row(self) -> Row | None:
        """The row under the cursor."""
        return None if self._cursor is None else self._rows[self._cursor]

    def set_rows(self, rows: Iterable[Row], keep: object = None) -> None:
        """Show other rows, the cursor on the one whose payload is `keep`, else on the first."""
        self._rows = rows if isinstance(rows, LazyRows) else tuple(rows)
        self._cursor = self._find(keep)
        if self._cursor is None:
            self._cursor = self._selectable(0, 1)
        self._lay_out()
        if self.is_attached and (keep is None or self._is_on_first_page):
            self.scroll_to(y=0, animate=False)
        self._show_cursor()

    def update_rows(self, rows: Iterable[Row]) -> None:
        """Show rows that have come to be more, or fewer, or others, and move nothing.

        The row under the cursor stays on its line of the screen; who is at the top stays there.
        """
        row, top = self.cursor_row, self.scroll_offset.y
        if row is None or (top == 0 and self._cursor == self._selectable(0, 1)):
            self.set_rows(rows)
            return
        at = self._cursor or 0
        line = self._layout.line_of(at)
        self._rows = rows if isinstance(rows, LazyRows) else tuple(rows)
        self._cursor = self._find(row.payload)
        if self._cursor is None:
            self._cursor = self._selectable(min(at, len(self._rows) - 1), -1)
        self._lay_out()
        if self._cursor is not None:
            y = top + self._layout.line_of(self._cursor) - line
            self.scroll_to(y=y, animate=False, force=True, immediate=True)

    def set_empty(self, text: str) -> None:
        """Say what stands in place of rows while there are none."""
        self._empty = text
        self._lay_out()

    def select(self, payload: object) -> bool:
        """Put the cursor, silently, on the row that stands for `payload`, if there is one."""
        if (index := self._find(payload)) is None:
            return False
        self._cursor = index
        self._show_cursor()
        self.refresh()
        return True

    def centre(self) -> None:
        """Scroll so that as much is seen before the row under the cursor as after it."""
        if self._cursor is not None and self.is_attached:
            top = self._layout.line_of(self._cursor) - self.size.height // 2
            self.scroll_to(y=max(top, 0), animate=False, force=True, immediate=True)

    def move_cursor(self, index: int) -> None:
        """Put the cursor on the selectable row at or nearest after `index`, and say so."""
        index = min(max(index, 0), len(self._rows) - 1)
        target = self._selectable(index, 1)
        if target is None:
            target = self._selectable(index, -1)
        self._moved(target)

    def _find(self, payload: object) -> int | None:
        if payload is None:
            return None
        if isinstance(self._rows, LazyRows):
            return self._rows.find(payload)
        return next(
            (
                index
                for index, row in enumerate(self._rows)
                if not row.header and row.payload == payload
            ),
            None,
        )

    def _selectable(self, index: int, step: int) -> int | None:
        while 0 <= index < len(self._rows):
            if not self._rows[index].header:
                return index
            index += step
        return None

    def _moved(self, index: int | None) -> None:
        if index is None:
            return
        if index != self._cursor:
            self._cursor = index
            self.refresh()
            self.post_message(self.Highlighted(self, self._rows[index]))
        self._show_cursor()

    @property
    def _is_on_first_page(self) -> bool:
        at = self._cursor
        return (
            at is not None
            and self._layout.line_of(at) + self._layout.height_of(at) <= self.size.height
        )

    def _show_cursor(self) -> None:
        if self._cursor is None or not self.is_attached:
            return
        top, height = self._layout.line_of(self._cursor), self._layout.height_of(self._cursor)
        if self._selectable(self._cursor - 1, -1) is None:
            height, top = top + height, 0  # headers above the first row come into view with it
        self.scroll_to_region(
            Region(0, top, 1, min(height, max(1, self.size.height))),
            animate=False,
            force=True,
            x_axis=False,
        )

    # Where each row is

    def _lay_out(self) -> None:
        """Measure: rows of one line need no table, and only rows that wrap need the width."""
        self._width = self.scrollable_content_region.width
        self._strips.clear()
        # One column is kept free before the scroll bar.
        self._layout = RowLayout(self._rows, self._width - 1)
        total = self._layout.height
        if not self._rows and self._empty:
            total = len(self._empty_lines())
        before = self.virtual_size.height
        self.virtual_size = Size(self._width, total)
        # Below there was nothing, and is nothing.
        self.refresh(Region(0, 0, self._width, max(before, total)))

    def _empty_lines(self) -> list[Content]:
        return Content(self._empty).wrap(max(self._layout.room, 8))

    # What is seen

    def render_line(self, y: int) -> Strip:
        """Draw one line of what is in view."""
        line = y + self.scroll_offset.y
        if not self._rows and self._empty and line < len(lines := self._empty_lines()):
            return self._draw(lines[line], self._width, "row-list--empty")
        if (found := self._layout.row_at(line)) is None:
            return Strip.blank(self._width, self.rich_style)
        index, part = found
        key = (index, part, self.has_focus)
        if (strip := self._strips.get(key)) is None:
            strip = self._strips[key] = self._draw_row(index, part)
        return strip if index != self._cursor else self._draw_row(index, part, cursor=True)

    def _draw_row(self, index: int, part: int, cursor: bool = False) -> Strip:
        row = self._rows[index]
        lines = self._layout.lines_of(index)
        line = lines[part] if part < len(lines) else Content("")
        detail = row.detail if part == 0 and self._layout.has_beside(row) else None
        beside = self._layout.detail_width(row) if detail else 0
        marker = row.marker if part == 0 else " " * len(row.marker)
        room = self._layout.room - row.indent - len(marker) - beside
        content = (
            Content(" " * row.indent)
            + marker
            + line.expand_tabs().truncate(max(room, 1), ellipsis=True, pad=True)
        )
        if detail:
            content = content + " " + detail.truncate(beside - 1, ellipsis=True)
        name = "row-list--cursor" if cursor else "row-list--header" if row.header else ""
        return self._draw(content, self._width, name)

    def _draw(self, content: Content, width: int, component: str) -> Strip:
        style = self.get_visual_style(component) if component else self.visual_style
        if component == "row-list--cursor" and style.foreground != self.visual_style.foreground:
            # The colours of the content are made for another background.
            content = content.stylize(Style(foreground=style.foreground))
        return strip(content, style, width)

    def notify_style_update(self) -> None:
        """Forget what was drawn in other colours."""
        super().notify_style_update()
        self._strips.clear()

    def on_resize(self) -> None:
        """Fold rows for the new width."""
        if self._width != self.scrollable_content_region.width:
            self._lay_out()
            if self._is_on_first_page:
                self.scroll_to(y=0, animate=False)
            self._show_cursor()

    def watch_show_vertical_scrollbar(self) -> None:
        """Lay out again: the scroll bar takes a column."""
        if self._width != self.scrollable_content_region.width:
            self.call_after_refresh(self._lay_out)

    # What one does with it

    def on_click(self, event: events.Click) -> None:
        """Choose the row that was clicked."""
        if (offset := event.get_content_offset(self)) is None:
            return
        found = self._layout.row_at(offset.y + self.scroll_offset.y)
        if found is not None and not self._rows[found[0]].header:
            self._cursor = found[0]
            self.refresh()
            self.action_choose()

    def _step(self, step: int) -> None:
        if self._cursor is not None:
            self._moved(self._selectable(self._cursor + step, step))

    def _page(self, lines: int) -> None:
        """Move the cursor by about `lines`, at least by a row."""
        if self._cursor is None:
            return
        line = min(max(self._layout.line_of(self._cursor) + lines, 0), self.virtual_size.height - 1)
        found = self._layout.row_at(line)
        index = found[0] if found else 0
        step = 1 if lines > 0 else -1
        if index == self._cursor:
            index += step
        index = min(max(index, 0), len(self._rows) - 1)
        target = self._selectable(index, step)
        self._moved(self._selectable(index, -step) if target is None else target)

    def action_line_down(self) -> None:
        """One row down."""
        self._step(1)

    def action_line_up(self) -> None:
        """One row up."""
        self._step(-1)

    def action_half_page_down(self) -> None:
        """Half a page down."""
        self._page(max(1, self.size.height // 2))

    def action_half_page_up(self) -> None:
        """Half a page up."""
        self._page(-max(1, self.size.height // 2))

    def action_page_down(self) -> None:
        """A page down."""
        self._page(max(1, self.size.height - 1))

    def action_page_up(self) -> None:
        """A page up."""
        self._page(-max(1, self.size.height - 1))

    def action_home(self) -> None:
        """To the first row."""
        self.move_cursor(0)

    def action_end(self) -> None:
        """To the last row."""
        self._moved(self._selectable(len(self._rows) - 1, -1))

    def action_choose(self) -> None:
        """Choose the row under the cursor."""
        if (row := self.cursor_row) is not None:
            self.post_message(self.Chosen(self, row))
