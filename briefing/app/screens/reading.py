"""The screen one reads on: the filter bar, the text and its panes, and how one moves among them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from briefing.app.actions import CHOOSING, PROGRAM, READING, SIDEWAYS, Action, bindings
from briefing.app.bars import KeyLine, TabLine, TitleLine
from briefing.app.config import Config
from briefing.app.desk import Desk
from briefing.app.filter_bar import FILTERING, FilterBar
from briefing.app.find_bar import FINDING, FindBar
from briefing.app.keymap import in_force
from briefing.app.navigator import Navigator
from briefing.app.panes.documents import Opened
from briefing.app.panes.text import marks
from briefing.app.reader.reader import Reader
from briefing.app.rows import RowList
from briefing.app.same_place import same_place
from briefing.app.screens.commands import Commands
from briefing.app.shelf import Shelf
from briefing.app.sources import Source, naming, of_place, sentence_at
from briefing.document import Document

# What the keys at the bottom say while one types in the filter bar.
_TYPING = (
    replace(CHOOSING[0], shown="Jump"),
    *(replace(one, shown=one.description) for one in FILTERING if one.id in ("complete", "close")),
)
_SELECTING = tuple(
    replace(one, shown=shown)
    for name, shown in (("copy", "Copy"), ("select", "Next sentence"), ("leave", "Leave"))
    for one in READING
    if one.id == name
)
_FINDING = tuple(replace(one, shown=one.description) for one in FINDING)


class ReadingScreen(Commands):
    """Shows a document of the shelf. `open_at` is called to open one, at a position."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(READING),
        Binding("enter", "step_match", show=False),  # where what has the focus does not take it
    ]

    def __init__(
        self, shelf: Shelf, open_at: Callable[[int, int], None], config: Config | None = None
    ) -> None:
        super().__init__(id="reading")
        self.shelf = shelf
        self.title_line = TitleLine(id="title")
        self.filter = FilterBar(id="filter")
        self.find_bar = FindBar(id="find")
        self.desk = Desk()
        self.keys = KeyLine(id="keys")
        self.navigator = Navigator(self.desk.text, open_at)
        self._names: frozenset[str] | None = None
        self._is_wide = False
        self.config = config or Config()
        self.desk.arrangement.documents = len(shelf.volumes) > 1 or bool(shelf.failures)
        self.desk.set_up(self.config)

    def compose(self) -> ComposeResult:
        """The lines and the panes."""
        yield self.title_line
        yield self.filter
        yield self.find_bar
        yield self.desk
        yield self.keys

    def on_mount(self) -> None:
        """Begin in the text."""
        self.desk.fit()
        self.set_focus(self.desk.text)

    # What is shown

    def show_nothing(self) -> None:
        """Say that there is no document, and why."""
        self.desk.clear()
        self.desk.text.show_message("There is nothing to read here.", self.shelf.why_empty())
        self.list_documents()

    def show_volume(self, index: int, position: int = 0) -> None:
        """Show as much of a document as there is yet."""
        volume = self.shelf.volumes[index]
        self.navigator.opened(index)
        self.desk.wait()
        if volume.text is None:
            self.desk.text.show_message(volume.file)
        else:
            self.show_text(position)
        self.show_briefing()

    def show_text(self, position: int | None = None) -> None:
        """Show as much of the text of what is open as there is, from a position on.

        None stays at the place one reads, in what there was of the text before.
        """
        index = self.navigator.document
        if index is not None and (document := self.shelf.volumes[index].text):
            text = self.desk.text
            if position is None:
                position = same_place(text.document, document, text.position)
            text.show_document(document, position)
            self.filter.set_reading(index, document)
            self.find_bar.set_document(document)
        self.say_what_is_open()

    def show_briefing(self) -> None:
        """Fill the panes from the briefing of what is open, once it is ready."""
        if briefing := self.briefing:
            self.navigator.sentence_of = lambda span: sentence_at(briefing, span.start)
            self.desk.text.set_marks(marks(briefing))
            self.desk.show(briefing, self._names)
        self.say_what_is_open()

    def show_failure(self) -> None:
        """Show the list, which says what could not be read."""
        self.desk.arrangement.documents = True
        self.desk.fit()

    def list_documents(self) -> None:
        """Show the shelf as it is now."""
        self.desk.documents.show_shelf(self.shelf, self.navigator.document, self._names)
        self.say_what_is_open()

    def say_what_is_open(self) -> None:
        """Bring the line at the top, and the keys that can be used, up to date."""
        navigator = self.navigator
        matched = str(navigator.walk) if navigator.walk and not self.find_bar.is_open else ""
        self.title_line.set_text(self.shelf.name, matched, self.shelf.facts(navigator.document))
        here: tuple[Action, ...] = CHOOSING if isinstance(self.focused, RowList) else ()
        if self.desk.text.has_focus and self.desk.text.is_wide:
            here = SIDEWAYS
        actions = tuple(in_force((*here, *READING, *PROGRAM), self.config.keys))
        if self.filter.is_open:
            actions = _TYPING
        elif self.find_bar.is_open:
            actions = _FINDING
        elif self.desk.text.selecting:
            actions = _SELECTING
        self.keys.set_actions(
            action
            for action in actions
            if action.shown
            and (action.id != "next_mention" or navigator.walking)
            and (action.id != "details" or self.desk.agreements.has_focus)
        )

    # Going to the source

    @on(RowList.Chosen, ".pane")
    def go_to_row(self, message: RowList.Chosen) -> None:
        """Go to what a row rests on, or open the document it stands for."""
        match message.row.payload:
            case Source() as source:
                self.jump(source)
            case Opened(index):
                if index != self.navigator.document:
                    self.navigator.open(index)
                self.desk.go_to("text")

    @on(RowList.Highlighted, ".pane")
    def preview_row(self, message: RowList.Highlighted) -> None:
        """Show what a row rests on while the cursor passes over it."""
        if isinstance(source := message.row.payload, Source) and message.control.has_focus:
            self.navigator.preview(source)
            self.say_what_is_open()

    @on(Reader.Moved)
    def offer_sideways(self, message: Reader.Moved) -> None:
        """Show the keys for what is wider than the pane while it is on the screen."""
        if message.is_wide != self._is_wide:
            self._is_wide = message.is_wide
            self.say_what_is_open()

    @on(Reader.MarkChosen)
    def go_to_mark(self, message: Reader.MarkChosen) -> None:
        """Begin to step through the mentions of a name that was clicked, and open its card."""
        briefing = self.briefing
        if briefing and (source := naming(briefing, message.start, message.end)):
            position = self.desk.text.position
            self.jump(source)
            # What is under the mouse stays there.
            self.desk.text.restore(position)
            self.action_card()

    @on(FilterBar.Jump)
    def go_to_found(self, message: FilterBar.Jump) -> None:
        """Go to what was chosen in the filter bar, in whichever document it is."""
        place = message.place
        briefing = self.shelf.volumes[place.document].briefing
        if isinstance(place.item, Document) or briefing is None:
            self.navigator.open(place.document)
            self.desk.go_to("text")
        else:
            self.jump(of_place(briefing, place), place.document)

    @on(FilterBar.Narrowed)
    def narrow(self, message: FilterBar.Narrowed) -> None:
        """Show in the panes only what the filter bar has found."""
        self._names = message.names
        if briefing := self.briefing:
            self.desk.show(briefing, self._names)
        self.list_documents()

    @on(FindBar.Found)
    def show_matches(self, message: FindBar.Found) -> None:
        """Mark what is found, and show the first match after the place one came from."""
        if message is self.find_bar.found:
            self.navigator.find(message.phrase, message.matches)
            self.say_match("not found" if message.phrase else "")

    def say_match(self, otherwise: str = "") -> None:
        """Say in the find bar which of how many matches one sees."""
        walk = self.navigator.walk if self.navigator.finding else None
        self.find_bar.say(walk.count if walk else otherwise)

    @on(FindBar.Stepped)
    def step_match(self, message: FindBar.Stepped) -> None:
        """Another match, while one still types."""
        if self.navigator.finding:
            self.action_step_mention(message.by)
            self.say_match()

    @on(FindBar.Closed)
    def end_find(self, message: FindBar.Closed) -> None:
        """Read on at the match, or where one was before."""
        if message.kept:
            self.navigator.settle()
        else:
            self.navigator.cancel()
        self.filter.display = True
        if not isinstance(self.focused, RowList):
            self.desk.go_to("text")
        self.say_what_is_open()

    # Going to a pane

    @on(TabLine.Picked)
    def go_to_tab(self, message: TabLine.Picked) -> None:
        """Go to the pane whose tab was clicked."""
        self.desk.go_to(message.pane)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """One went to another pane: in the text, a preview becomes the place one is at."""
        if event.widget is self.desk.text and not self.find_bar.is_open:
            self.navigator.settle()
        self.desk.draw_tabs()
        self.say_what_is_open()

    def on_resize(self) -> None:
        """Fit the panes to the new size."""
        self.desk.fit()
