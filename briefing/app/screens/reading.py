"""The screen one reads on: the filter bar, the text and its panes, and how one moves among them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from textwrap import shorten
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen

from briefing.analysis.briefing import Briefing
from briefing.app.actions import CHOOSING, PROGRAM, READING, bindings
from briefing.app.bars import KeyLine, TabLine, TitleLine
from briefing.app.config import Config
from briefing.app.copying import of_document, of_row
from briefing.app.desk import Desk
from briefing.app.editor import edit
from briefing.app.filter_bar import FILTERING, FilterBar
from briefing.app.find_bar import FINDING, FindBar
from briefing.app.keymap import in_force
from briefing.app.navigator import Navigator
from briefing.app.panes.documents import Opened
from briefing.app.panes.text import marks
from briefing.app.reader import Reader
from briefing.app.rows import RowList
from briefing.app.shelf import Shelf
from briefing.app.sources import Source, naming, of_place, sentence_after, sentence_at
from briefing.document import Document, Span, field
from briefing.export.citation import citation

_TOLD = 120
"""Characters of what was copied that are told."""
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


class ReadingScreen(Screen[None]):
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

    @property
    def briefing(self) -> Briefing | None:
        """The briefing of what is open, once it is ready."""
        index = self.navigator.document
        return None if index is None else self.shelf.volumes[index].briefing

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
        if volume.document is None:
            self.desk.text.show_message(volume.file)
        else:
            self.show_text(position)
        self.show_briefing()

    def show_text(self, position: int = 0) -> None:
        """Show the text of what is open."""
        index = self.navigator.document
        if index is not None and (document := self.shelf.volumes[index].document):
            self.desk.text.show_document(document, position)
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
        choosing = CHOOSING if isinstance(self.focused, RowList) else ()
        actions = tuple(in_force((*choosing, *READING, *PROGRAM), self.config.keys))
        if self.filter.is_open:
            actions = _TYPING
        elif self.find_bar.is_open:
            actions = _FINDING
        elif self.desk.text.selecting:
            actions = _SELECTING
        self.keys.set_actions(
            action
            for action in actions
            if action.shown and (action.id != "next_mention" or navigator.walking)
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

    def jump(self, source: Source, document: int | None = None) -> None:
        """Go to a source in the text."""
        self.navigator.jump(source, document)
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

    # Actions

    def action_filter(self) -> None:
        """Type what to jump to."""
        self.filter.open()

    def action_find(self) -> None:
        """Type what to find in the document."""
        self.desk.go_to("text")
        self.navigator.settle()
        self.filter.display = False
        self.find_bar.open()

    def action_step_match(self) -> None:
        """The next of what was searched for."""
        if self.navigator.finding:
            self.action_step_mention(1)

    def action_step_mention(self, by: int) -> None:
        """Another mention of what is being stepped through."""
        self.navigator.step(by)
        self.say_what_is_open()

    def action_card(self) -> None:
        """All that is known of the name under the cursor of a pane, or marked in the text."""
        from briefing.app.cards import card
        from briefing.app.screens.card import CardScreen

        source = self.navigator.source
        if isinstance(self.focused, RowList):
            row = self.focused.cursor_row
            source = row.payload if row and isinstance(row.payload, Source) else None
        if self.briefing is None or source is None or source.item is None:
            self.notify("Choose a name or an agreement first.", timeout=2, markup=False)
            return

        def follow(chosen: Source | None) -> None:
            if chosen:
                self.jump(chosen)

        self.app.push_screen(CardScreen(card(self.briefing, source.item)), follow)

    def action_outline(self) -> None:
        """The headings of the text."""
        from briefing.app.screens.outline import OutlineScreen

        def follow(heading: Span | None) -> None:
            if heading:
                self.jump(Source(heading))

        text = self.desk.text
        self.app.push_screen(OutlineScreen(text.document, text.position), follow)

    def action_step_heading(self, by: int) -> None:
        """Another heading."""
        self.desk.text.next_heading(by)

    def action_step_document(self, by: int) -> None:
        """Another document of the list."""
        index = self.shelf.beside(self.navigator.document, by)
        if index is not None:
            self.navigator.open(index)

    def action_travel(self, direction: str) -> None:
        """Back, or forward again."""
        if not self.navigator.travel(direction):
            self.notify(f"There is nothing to go {direction} to.", timeout=2, markup=False)
        self.say_what_is_open()

    def action_select(self) -> None:
        """Select the sentence that is marked, else the first on the screen; then the next too."""
        text, briefing = self.desk.text, self.briefing
        if self.navigator.document is None:
            return
        self.desk.go_to("text")
        after = text.quoted.end if text.selecting and text.quoted else None
        if after is not None:
            following = briefing and sentence_after(briefing, after)
            if following:
                text.select(following)
            else:
                text.action_line_down()
        else:
            first = briefing and sentence_after(briefing, text.position)
            text.select(text.quoted or first or None)
        self.say_what_is_open()

    def action_copy(self) -> None:
        """Copy the selection, or the sentence that is marked, with where it stands."""
        text = self.desk.text
        quoted = text.quoted if self.navigator.document is not None else None
        self._copy(citation(text.document, *quoted) if quoted else "", "Nothing is marked to copy.")
        if text.selecting:
            text.end_selection()
            self.say_what_is_open()

    def action_copy_item(self) -> None:
        """Copy what the line under the cursor stands for; in the text, what is marked."""
        focused = self.focused
        row = focused.cursor_row if isinstance(focused, RowList) else None
        payload: object = row.payload if row else self.navigator.source
        words = ""
        if isinstance(payload, Opened):
            words = of_document(self.shelf.volumes[payload.index].document)
        elif briefing := self.briefing:
            words = of_row(briefing, payload)
        self._copy(words, "There is nothing here to copy.")

    def _copy(self, words: str, otherwise: str) -> None:
        if words:
            self.app.copy_to_clipboard(words)
            words = f"Copied: {shorten(field(words), _TOLD, placeholder=' …')}"
        self.notify(words or otherwise, timeout=3, markup=False)

    def action_widen(self, cells: int) -> None:
        """Make the lines of the text longer, or shorter; what is read stays where it is."""
        self.desk.text.widen(cells)

    def action_edit(self) -> None:
        """Open the file of what is read in an editor."""
        index = self.navigator.document
        source = None if index is None else self.shelf.volumes[index].source
        reason = "There is no file to edit."
        if isinstance(source, Path):
            reason = edit(self.app, source)
        if reason:
            self.notify(reason, severity="warning", timeout=4, markup=False)

    def action_leave(self) -> None:
        """One step outwards: preview, mark, zoom; then to the text. Never out of the program."""
        if self.desk.text.selecting:
            self.desk.text.end_selection()
        elif self.navigator.previewing:
            self.navigator.cancel()
            self.desk.go_to("text")
        elif self.navigator.marked:
            self.navigator.clear()
        elif self.desk.zoomed:
            self.desk.zoom()
        else:
            self.desk.go_to("text")
        self.say_what_is_open()

    def action_go_to_pane(self, pane: str) -> None:
        """Go to a pane."""
        self.desk.go_to(pane)

    def action_step_pane(self, by: int) -> None:
        """Go to the next pane, or the one before."""
        self.desk.step(by)

    def action_show_or_hide(self, pane: str) -> None:
        """Show or hide a pane."""
        self.desk.toggle(pane)

    def action_zoom(self) -> None:
        """Give the pane the whole screen, or take it back."""
        self.desk.zoom()
