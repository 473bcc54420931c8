"""The text and the panes around it, and which of them are seen."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.widget import Widget

from briefing.analysis.briefing import Briefing
from briefing.app.arrangement import PANES, SIDE, TITLES, Arrangement
from briefing.app.bars import TabLine
from briefing.app.config import Config
from briefing.app.panes.agreements import AgreementsPane
from briefing.app.panes.documents import DocumentsPane
from briefing.app.panes.entities import EntitiesPane
from briefing.app.panes.pane import Narrowing, Pane
from briefing.app.panes.summary import SummaryPane
from briefing.app.panes.text import TextPane
from briefing.app.panes.timeline import TimelinePane


class Desk(Container):
    """Side by side on a wide screen; on a narrow one the text, and one pane by tabs below it."""

    def __init__(self) -> None:
        super().__init__(id="desk")
        self.arrangement = Arrangement()
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
        if self.here and self.here not in visible:
            self.screen.set_focus(self.text)
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
