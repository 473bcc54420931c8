"""The text and the panes around it, and which of them are seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.message import Message
from textual.widget import Widget

from briefing.app.arrangement import PANES, SIDE, TITLES, WIDE, Arrangement
from briefing.app.bars import TabLine
from briefing.app.panes.agreements import AgreementsPane
from briefing.app.panes.documents import DocumentsPane
from briefing.app.panes.entities import EntitiesPane
from briefing.app.panes.pane import Narrowing, Pane
from briefing.app.panes.summary import SummaryPane
from briefing.app.panes.text import TextPane
from briefing.app.panes.timeline import TimelinePane
from briefing.app.sizes import BELOW, LEAST_HEIGHT, LEAST_WIDTH, STEP, Sizes

if TYPE_CHECKING:
    from briefing.analysis.briefing import Briefing
    from briefing.app.config import Config

_LINES = 3
"""Lines above and below the panes."""


class Desk(Container):
    """Side by side on a wide screen; on a narrow one the text, and one pane by tabs below it."""

    class Resized(Message):
        """The reader has given a pane another size with the mouse."""

    def __init__(self) -> None:
        super().__init__(id="desk")
        self._held = ""  # the pane whose edge the mouse holds
        self.arrangement = Arrangement()
        self.sizes = Sizes()
        self.tabs = TabLine(id="tabs")
        self.documents = DocumentsPane("documents")
        self.text = TextPane("text")
        self.agreements = AgreementsPane("agreements")
        self.sides: tuple[Pane, ...] = (
            SummaryPane("summary"),
            EntitiesPane("entities"),
            self.agreements,
            TimelinePane("timeline"),
        )
        self.side = Vertical(self.tabs, *self.sides, id="side")
        self._widgets: dict[str, Widget] = dict(
            zip(PANES, (self.documents, self.text, *self.sides), strict=True)
        )

    def compose(self) -> ComposeResult:
        """The documents come last: on a narrow screen they stand below, like every pane."""
        yield self.text
        yield self.side
        yield self.documents

    def set_up(self, config: Config) -> None:
        """Begin as the reader has set it."""
        if config.text_width is not None:
            self.text.measure = config.text_width
        if config.documents is not None:
            self.arrangement.documents = config.documents
        if config.side is not None:
            self.arrangement.side = config.side
        self.arrangement.timeline = config.timeline

    # What the panes show

    def wait(self) -> None:
        """Show that a briefing is being made."""
        for pane in self.sides:
            pane.wait()

    def clear(self) -> None:
        """Show that there is no document."""
        for pane in self.sides:
            pane.clear()

    def show(self, briefing: Briefing, names: frozenset[str] | None = None) -> None:
        """Show a briefing in the panes at the side, or what of it the filter bar has found."""
        only = Narrowing(briefing, names)
        for pane in self.sides:
            pane.show(briefing, only)

    def show_anew(self, briefing: Briefing) -> None:
        """Show what has become of the briefing in the panes at the side, and move nothing."""
        only = Narrowing(briefing, None)
        for pane in self.sides:
            pane.show_anew(briefing, only)

    # How large they are

    def resize(self, columns: int, lines: int) -> bool:
        """Make the pane with the focus larger or smaller; False where that changes nothing."""
        pane, width = self.here or "text", self.app.size.width
        if self.arrangement.zoomed or not self.side.display:
            return False
        if columns:
            widths = {"documents": self.documents, "side": self.side}
            now = {name: one.outer_size.width for name, one in widths.items() if one.display}
            changed = width >= WIDE and self.sizes.wider(pane, columns * STEP, now)
        elif width < WIDE:
            changed = self.sizes.lower_text(pane, lines, self.side.outer_size.height)
        else:
            heights = {one.id or "": one.outer_size.height for one in self.sides if one.display}
            changed = self.sizes.higher(pane, lines, heights)
        self.fit()
        return changed

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take hold of the edge between two panes that stand side by side."""
        if self.app.size.width < WIDE or self.arrangement.zoomed:
            return
        x = event.screen_x
        if self.side.display and x in (self.side.region.x - 1, self.side.region.x):
            self._held = "side"
        elif self.documents.display and self.documents.region.right - 1 <= x <= (
            self.documents.region.right
        ):
            self._held = "documents"
        if self._held:
            event.stop()
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Draw the edge one holds along."""
        if self._held:
            right = self._held == "side"
            columns = self.region.right - event.screen_x if right else event.screen_x + 1
            self.sizes.wanted[self._held] = max(int(columns), LEAST_WIDTH)
            self.fit()

    def on_mouse_up(self) -> None:
        """Let go of the edge."""
        if self._held:
            self._held = ""
            self.release_mouse()
            self.post_message(self.Resized())

    def usual_sizes(self) -> None:
        """Give the panes the sizes they have by themselves."""
        self.sizes.wanted.clear()
        self.fit()

    def _set_sizes(self, width: int, height: int) -> None:
        """Set the sizes that are wanted, where there are several panes to see."""
        sizes = Sizes() if self.arrangement.zoomed else self.sizes
        for name, widget in (("documents", self.documents), ("side", self.side)):
            _set(widget, "width", sizes.width(name, width))
        below = sizes.height(BELOW, height - LEAST_HEIGHT) if width < WIDE else None
        _set(self.side, "height", below)
        room = height - LEAST_HEIGHT
        for pane in self.sides:
            lines = sizes.height(pane.id or "", room) if width >= WIDE and pane.display else None
            room -= lines or LEAST_HEIGHT
            _set(pane, "height", lines)

    # Which panes are seen

    def fit(self) -> None:
        """Show the panes that are wanted, as far as there is room."""
        width, height = self.app.size
        visible = self.arrangement.visible(width, height)
        for pane, widget in self._widgets.items():
            widget.display = pane in visible
        self.tabs.display = self.arrangement.tabs(width)
        any_side = any(pane in visible for pane in SIDE)
        self.side.display = self.tabs.display or any_side
        self.set_class(bool(self.arrangement.zoomed), "-zoomed")
        self.set_class(self.tabs.display and not any_side, "-tabs-only")
        self.set_class("timeline" in visible, "-timeline")
        self._set_sizes(width, height - _LINES)
        if self.here and self.here not in visible:
            self.screen.set_focus(self.text)
        self.draw_tabs()

    def follow(self) -> None:
        """The focus has moved."""
        here = self.here
        if here and here != self.arrangement.here:
            self.arrangement.here = here
            self.fit()
        self.draw_tabs()

    def draw_tabs(self) -> None:
        """Show in the tabs where one is."""
        names = [(pane, PANES.index(pane) + 1, TITLES[pane]) for pane in self._reachable]
        shown = self.arrangement.picked if self.arrangement.side else ""
        self.tabs.set_tabs(names, shown, self.here or "")

    @property
    def here(self) -> str | None:
        """The pane that has the focus."""
        return next((pane for pane, widget in self._widgets.items() if widget.has_focus), None)

    @property
    def _reachable(self) -> tuple[str, ...]:
        return self.arrangement.reachable(*self.app.size)

    def go_to(self, pane: str) -> None:
        """Put the focus on a pane, which is shown if it was not."""
        self.arrangement.go_to(pane, self.app.size.width)
        self.fit()
        self.screen.set_focus(self._widgets[pane])

    def step(self, by: int) -> None:
        """Put the focus on the pane so many places further."""
        reachable = self._reachable
        at = reachable.index(self.here) + by if self.here in reachable else 0
        self.go_to(reachable[at % len(reachable)])

    def toggle(self, pane: str) -> None:
        """Show or hide a pane, or all at the side."""
        if pane == "side":
            self.arrangement.side = not self.arrangement.side
            self.arrangement.zoomed = None
        else:
            self.arrangement.toggle(pane, *self.app.size)
        self.fit()

    def zoom(self) -> None:
        """Give the pane with the focus the whole screen, or take it back."""
        self.arrangement.zoomed = None if self.arrangement.zoomed else self.here or "text"
        self.fit()

    @property
    def zoomed(self) -> bool:
        """Whether a pane has the whole screen."""
        return self.arrangement.zoomed is not None


def _set(widget: Widget, dimension: str, cells: int | None) -> None:
    """Set a width or height and the most there may be of it; None leaves it to the style sheet."""
    setattr(widget.styles, dimension, cells)
    setattr(widget.styles, f"max_{dimension}", cells)
