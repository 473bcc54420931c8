"""All documents together: a line each, who and what they name, the agreement tracker, the timeline.

The screen lies over the one that is read on. From every row one goes to its sentence there, and
back comes here again, where everything is as one left it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.widgets import Input

from briefing.app.actions import CHOOSING, LIBRARY, PROGRAM, READING, Action, bindings
from briefing.app.arrangement import PANES, WIDE
from briefing.app.bars import KeyLine, TabLine, TitleLine
from briefing.app.config import Config
from briefing.app.keymap import in_force
from briefing.app.library.cards import agreement_card, entity_card
from briefing.app.library.panes import (
    ChronologyPane,
    LibraryPane,
    LinesPane,
    MergedPane,
    TrackerPane,
)
from briefing.app.library.period import parse
from briefing.app.navigator import Navigator
from briefing.app.rows import RowList
from briefing.app.screens.card import CardScreen
from briefing.app.screens.marking import Marking
from briefing.app.shelf import Shelf
from briefing.app.sources import Source, Target
from briefing.library.collection import Collection
from briefing.library.notebook import Notebook

_WANTED = "a time: 2021, 2021-05, 2019..2021, ..2020; empty for all"
_TYPING = (
    replace(CHOOSING[0], shown="Show"),
    *(replace(one, shown=one.description) for one in READING if one.id == "leave"),
)
_ALSO_HERE = ("filter", "next_pane", "previous_pane", "card", "back", "leave", "zoom")
_SHARED = tuple(
    action for action in READING if action.id in _ALSO_HERE or action.id.startswith("pane_")
)


class LibraryScreen(Marking):
    """The panes of all documents, two by two, or on a narrow screen one by tabs."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(LIBRARY), *bindings(_SHARED)]
    DEFAULT_CSS = """
    LibraryScreen {
        #when { display: none; height: 1; border: none; padding: 0 2; background: $background; }
        #all { height: 1fr; }
        #all .pane { width: 1fr; height: 1fr; }
        #all-tabs { height: 1; background: $panel; }
        &.-wide #all { layout: grid; grid-size: 2 2; grid-columns: 1fr 1fr; }
        &.-wide #all.-zoomed { layout: vertical; }
        #all-title, #all-keys { height: 1; padding: 0 1; }
        #all-keys { dock: bottom; }
    }
    """

    def __init__(
        self,
        collection: Collection,
        shelf: Shelf,
        navigator: Navigator,
        notebook: Notebook,
        config: Config,
    ) -> None:
        super().__init__(id="library")
        self.collection = collection
        self.collect = lambda: collection
        self.shelf = shelf
        self.navigator = navigator
        self.notebook = notebook
        self._config = config
        self._title = TitleLine(id="all-title")
        self._tabs = TabLine(id="all-tabs")
        self._when = Input(id="when", placeholder=_WANTED)
        self._lines = LinesPane(collection, 1, notebook)
        self.panes: tuple[LibraryPane, ...] = (
            self._lines,
            TrackerPane(collection, 2),
            MergedPane(collection, 3),
            ChronologyPane(collection, 4),
        )
        self._picked: LibraryPane = self.panes[0]
        self._zoomed = False
        self._keys = KeyLine(id="all-keys")

    def compose(self) -> ComposeResult:
        """The lines and the panes."""
        yield self._title
        yield self._when
        yield self._tabs
        yield Container(*self.panes, id="all")
        yield self._keys

    def on_mount(self) -> None:
        """Begin in the list of documents."""
        self._fit()
        self.set_focus(self._picked)

    def on_screen_resume(self) -> None:
        """Show what has come while one was elsewhere."""
        self.bring_up_to_date()
        self.show_notes()

    @property
    def chosen(self) -> int | None:
        """The document under the cursor of the list of them."""
        row = self._lines.cursor_row if self._picked is self._lines else None
        return row.payload if row and isinstance(row.payload, int) else None

    def show_notes(self) -> None:
        """Show what was read in the list of documents."""
        self._lines.show_notes()

    def bring_up_to_date(self) -> None:
        """Show what the documents say now, without moving anything."""
        for pane in self.panes:
            if pane.display:
                pane.bring_up_to_date()
        count, progress = len(self.collection), self.shelf.progress
        documents = "1 document" if count == 1 else f"{count:,} documents"
        told = documents if progress else f"All {documents}"
        if not progress and count < (listed := len(self.shelf.order)):
            told = f"{count:,} of {listed:,} documents"  # what was kept of the others comes
        self._title.set_text(self.shelf.name, "", [told, progress])

    # Which panes are seen

    def on_resize(self) -> None:
        """Show as many panes as there is room for."""
        self._fit()

    def _fit(self) -> None:
        wide = self.app.size.width >= WIDE
        alone = self._zoomed or not wide
        for pane in self.panes:
            pane.display = pane is self._picked or not alone
        self._tabs.display = not wide
        self.query_one("#all").set_class(self._zoomed, "-zoomed")
        names = [(str(at), at, pane.TITLE) for at, pane in enumerate(self.panes, 1)]
        here = str(self.panes.index(self._picked) + 1)
        self._tabs.set_tabs(names, here, here)
        self.bring_up_to_date()

    def _go_to(self, pane: LibraryPane) -> None:
        self._picked = pane
        self._fit()
        self.set_focus(pane)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Remember in which pane one is, and say which keys there are."""
        if isinstance(event.widget, LibraryPane):
            self._picked = event.widget
        typing = event.widget is self._when
        wanted = _TYPING if typing else (*CHOOSING, *LIBRARY, *_SHARED, *PROGRAM)
        shown = [action for action in in_force(wanted, self._config.keys) if action.shown]
        self._keys.set_actions(action for action in shown if self._serves(action))

    def _serves(self, action: Action) -> bool:
        if action.id == "card":
            return isinstance(self._picked, MergedPane | TrackerPane)
        return action.id != "only" or len(self._picked.CHOICES) > 1

    @on(TabLine.Picked)
    def go_to_tab(self, message: TabLine.Picked) -> None:
        """Go to the pane whose tab was clicked."""
        self._go_to(self.panes[int(message.pane) - 1])

    # Going to the source

    @on(RowList.Chosen, ".pane")
    def go_to_row(self, message: RowList.Chosen) -> None:
        """Go to the sentence a row rests on, in its document."""
        if isinstance(pane := message.control, LibraryPane):
            self._follow(pane.target(message.row.payload))

    def _follow(self, target: Source | Target | None) -> None:
        if isinstance(target, Target):
            self.navigator.go(target)

    # Actions

    def action_go_to_pane(self, pane: str) -> None:
        """Go to the pane of a number."""
        if (at := PANES.index(pane)) < len(self.panes):
            self._go_to(self.panes[at])

    def action_step_pane(self, by: int) -> None:
        """Go to the next pane, or the one before."""
        self._go_to(self.panes[(self.panes.index(self._picked) + by) % len(self.panes)])

    def action_zoom(self) -> None:
        """Give the pane the whole screen, or take it back."""
        self._zoomed = not self._zoomed
        self._fit()

    def action_order(self) -> None:
        """Put the rows of the pane in another order."""
        self._picked.turn_order()

    def action_only(self, by: int) -> None:
        """Show the rows of another kind or status only."""
        if not self._picked.turn_only(by):
            self.notify("There is nothing to choose from in this pane.", timeout=2, markup=False)

    def action_when(self) -> None:
        """Type the stretch of time that is wanted."""
        self._when.display = True
        self._when.value = str(self._picked.wanted.period or "")
        self._when.focus()

    @on(Input.Submitted, "#when")
    def take_period(self, message: Input.Submitted) -> None:
        """Show in every pane what lies in the time that was typed."""
        period = parse(message.value)
        if period is None and message.value.strip():
            self.notify("Type 2021, 2021-05..2023 or ..2022.", timeout=4, markup=False)
            return
        for pane in self.panes:
            pane.set_period(period)
        self._close_when()

    def _close_when(self) -> None:
        self._when.display = False
        self.set_focus(self._picked)

    def action_card(self) -> None:
        """All that is known of the name or agreement under the cursor."""
        row = self._picked.cursor_row
        item = row.payload if row else None
        if isinstance(self._picked, MergedPane) and isinstance(item, tuple):
            card = entity_card(self.collection, self.collection.entities.row(item))
        elif isinstance(self._picked, TrackerPane) and isinstance(item, tuple):
            card = agreement_card(self.collection, self.collection.tracker.row(item))
        else:
            self.notify("Choose a name or an agreement first.", timeout=2, markup=False)
            return
        self.app.push_screen(CardScreen(card), self._follow)

    async def action_filter(self) -> None:
        """Type what to jump to, where one reads."""
        self.navigator.travel("back")
        await self.app.run_action("screen.filter")  # and no later: the next key may be there

    def action_leave(self) -> None:
        """One step outwards: what is typed, the zoom, then to where one came from."""
        if self._when.display:
            self._close_when()
        elif self._zoomed:
            self.action_zoom()
        else:
            self.navigator.travel("back")

    def action_travel(self, direction: str) -> None:
        """Back to where one came from."""
        self.navigator.travel(direction)
