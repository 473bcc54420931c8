"""The screen one reads on: the filter bar, the text and its panes, and how one moves among them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from briefing.app.actions import CHOOSING, PROGRAM, READING, SIDEWAYS, Action, bindings
from briefing.app.arrangement import WIDE
from briefing.app.attention import Attention
from briefing.app.bars import KeyLine, TabLine, TitleLine
from briefing.app.config import Config
from briefing.app.desk import Desk
from briefing.app.history import Place
from briefing.app.keymap import in_force
from briefing.app.memory import Memory
from briefing.app.navigator import Navigator
from briefing.app.panes.documents import Everything, Opened
from briefing.app.panes.text import marks
from briefing.app.reader.reader import Reader
from briefing.app.rows import RowList
from briefing.app.same_place import same_place, same_view
from briefing.app.screens.commands import Commands
from briefing.app.shelf import Shelf, Volume
from briefing.app.sources import Source, naming, of_place
from briefing.document import Document
from briefing.library.notebook import Notebook

if TYPE_CHECKING:
    from briefing.app.filter_bar import FilterBar
    from briefing.app.find_bar import FindBar
    from briefing.library.catalogue import Catalogue
    from briefing.library.collection import Collection

_SELECTING = tuple(
    replace(one, shown=shown)
    for name, shown in (("copy", "Copy"), ("select", "Next sentence"), ("leave", "Leave"))
    for one in READING
    if one.id == name
)
_OPENING = (replace(CHOOSING[0], shown="Open"),)


class ReadingScreen(Commands):
    """Shows a document of the shelf. `open_at` is called to open one, at a position."""

    AUTO_FOCUS = "#text"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(READING),
        Binding("enter", "step_match", show=False),  # where what has the focus does not take it
    ]

    def __init__(
        self,
        shelf: Shelf,
        open_at: Callable[[int, int | None], None],
        notebook: Notebook,
        catalogue: Callable[[], Catalogue],
        collect: Callable[[], Collection],
        config: Config | None = None,
        memory: Memory | None = None,
    ) -> None:
        super().__init__(id="reading")
        self.shelf = shelf
        self.title_line = TitleLine(id="title")
        self.catalogue = catalogue
        self.desk = Desk()
        self.keys = KeyLine(id="keys")
        self.navigator = Navigator(self.desk.text, open_at)
        self._names: frozenset[str] | None = None
        self._is_wide = self._was_shown = False
        self._position: int | None = None  # where to begin in what is open
        self._remembered: tuple[Document, int] | None = None
        self.config = config or Config()
        self.desk.arrangement.several = len(shelf.volumes) > 1 or bool(shelf.failures)
        self.memory = memory
        self.notebook = notebook
        self.collect = collect
        self._attention = Attention()
        self.desk.set_up(self.config)
        if memory:
            self.desk.sizes.wanted.update(memory.sizes())

    def compose(self) -> ComposeResult:
        """The lines and the panes, arranged beforehand, so that they are laid out only once."""
        wide = self.app.size.width >= WIDE
        self.update_classes({"-wide": wide, "-narrow": not wide}, update=False)
        self.desk.fit()
        yield self.title_line
        yield self.filter_line
        yield self.desk
        yield self.keys

    # What is shown

    def show_nothing(self) -> None:
        """Say that there is no document, and why."""
        if self.shelf.failures:
            self.show_several()
        self.desk.clear()
        self.desk.text.show_message("There is nothing to read here.", self.shelf.why_empty())
        self.list_documents()

    def show_volume(self, index: int, position: int | None = None) -> None:
        """Show as much of a document as there is yet, from a position or where one was last."""
        self.remember_place()
        volume = self.shelf.volumes[index]
        self.navigator.opened(index)
        self._position = position
        self.desk.wait()
        if volume.text is None:
            self.desk.text.show_message(volume.file)
        else:
            self._show_text(volume, fresh=True)
        self.show_briefing()

    def show_text(self) -> None:
        """Show as much of the text of what is open as there is, and stay where one is in it."""
        index = self.navigator.document
        if index is not None:
            self._show_text(self.shelf.volumes[index])
        self.say_what_is_open()

    def _show_text(self, volume: Volume, fresh: bool = False) -> None:
        text = self.desk.text
        if (document := volume.text) is None or self.navigator.document is None:
            return
        position = 0 if fresh else same_place(text.document, document, text.position)
        if self._position is not None:
            position = position or self._position
        elif self.memory and volume.document:
            position = position or self.memory.place(document)
        text.show_document(document, position)
        self.search_in(self.navigator.document, document)

    def remember_place(self) -> None:
        """Remember where one is, but not the end of what has been read."""
        index, place = self.navigator.document, self.navigator.place
        if self.memory is None or index is None or place is None:
            return
        text, document = self.desk.text, self.shelf.volumes[index].document
        if document is not None and document is text.document:
            here = document, 0 if text.at_end else place.position
            if here != self._remembered:
                self._remembered = here
                self.memory.leave(*here)

    def attend(self) -> None:
        """Take what is open for seen after a while, and for read once one was at its end.

        What has changed since one read it stays so till one says otherwise.
        """
        index, text = self.navigator.document, self.desk.text
        standing = None if index is None else self.notebook.standing(index)
        looking = standing not in (None, "changed") and self.is_current and self.app.app_focus
        reached = self._attention.look(index if looking else None, text.at_end)
        if index is not None and reached and standing != "read":
            self.take_for(index, reached)

    def show_notes(self) -> None:
        """Show what was read in the list of documents, and bookmarks in the text."""
        self.list_documents()
        self._show_bookmarks()

    def _show_bookmarks(self) -> None:
        from briefing.library.bookmarks import bookmarks_in

        index, briefing = self.navigator.document, self.briefing
        if index is not None and briefing:
            there = bookmarks_in(self.notebook, index, briefing.document)
            self.desk.text.set_noted(list(there))

    def show_briefing(self) -> None:
        """Fill the panes from the briefing of what is open, once it is ready."""
        if briefing := self.briefing:
            self.navigator.know(briefing)
            self.desk.text.set_marks(marks(briefing))
            self._show_bookmarks()
            self.desk.show(briefing, self._names)
        self.say_what_is_open()

    @property
    def is_calm(self) -> bool:
        """Whether the text may be another without disturbing what one does in it."""
        busy = self.is_filtering or self.is_finding or self.navigator.previewing
        return not (busy or self.desk.text.selecting or self.desk.text.text_selection)

    def show_anew(self) -> None:
        """Show what the open document has become, from the words at the top of the screen on."""
        index, text = self.navigator.document, self.desk.text
        briefing, before = self.briefing, self.desk.text.document
        if index is None or briefing is None:
            return

        def show(position: int) -> None:
            text.show_document(briefing.document, position)
            text.set_marks(marks(briefing))
            self._show_bookmarks()

        def renewed(place: Place) -> Place:
            return same_view(before, briefing, place)

        self._position = None
        self.navigator.know(briefing)
        self.navigator.show_anew(show, renewed, index)
        self.search_in(index, briefing.document)
        self.desk.show_anew(briefing)
        self.say_what_is_open()

    @property
    def shows_several(self) -> bool:
        """Whether there is a list of documents."""
        return self.desk.arrangement.several

    def show_several(self) -> None:
        """Have a list of documents, which also says what could not be read."""
        self.desk.arrangement.several = True
        self.desk.fit()

    def list_documents(self) -> None:
        """Show the shelf as it is now."""
        here = self.navigator.document
        self.filter.is_whole = not self.shelf.progress
        self.desk.documents.show_shelf(self.shelf, here, self._names, self.notebook)
        self.say_what_is_open()

    def say_what_is_open(self) -> None:
        """Bring the line at the top, and the keys that can be used, up to date."""
        navigator = self.navigator
        matched = str(navigator.walk) if navigator.walk and not self.is_finding else ""
        facts = self.shelf.facts(navigator.document)
        self.title_line.set_text(self._heading or self.shelf.name, matched, facts)
        here: tuple[Action, ...] = ()
        if isinstance(self.focused, RowList) and self.focused.cursor_row:
            here = _OPENING if self.desk.documents.has_focus else CHOOSING
        if self.desk.text.has_focus and self.desk.text.is_wide:
            here = SIDEWAYS
        actions = tuple(in_force((*here, *READING, *PROGRAM), self.config.keys))
        if self.is_filtering:
            actions = self.filter.SHOWN
        elif self.is_finding:
            actions = self.find_bar.SHOWN
        elif self.desk.text.selecting:
            actions = _SELECTING
        self.keys.set_actions(one for one in actions if one.shown and self._serves(one))

    def _serves(self, action: Action) -> bool:
        """Whether an action, among those at the bottom, has something to act on where one is."""
        match action.id:
            case "next_mention":
                return self.navigator.walking
            case "details":
                return self._can_toggle
            case "card":
                return self.named is not None
            case "find":
                return self.desk.text.has_focus
            case "everything":
                return len(self.shelf.order) > 1
            case "timeline":  # which a narrow screen has among its tabs
                return self.app.size.width >= WIDE
        return True

    @property
    def _heading(self) -> str:
        """The title of the document where no frame of the text bears it."""
        if self.app.size.width >= WIDE and self.desk.text.display:
            return ""
        document = self.desk.text.document
        return (document.title or "") if self.navigator.document is not None else ""

    @property
    def _can_toggle(self) -> bool:
        return self.desk.agreements.has_focus and self.desk.agreements.toggles

    # Going to the source

    @on(RowList.Chosen, ".pane")
    def go_to_row(self, message: RowList.Chosen) -> None:
        """Go to what a row rests on, or open the document it stands for."""
        from briefing.library.failure import Failure

        match message.row.payload:
            case Source() as source:
                self.jump(source)
            case Everything():
                self.navigator.overlook()
            case Opened(index):
                if index != self.navigator.document:
                    self.navigator.open(index)
                self.desk.go_to("text")
            case Failure() as failure:
                self.notice(f"{failure.path} could not be read: {failure.reason}")

    @on(RowList.Highlighted, ".pane")
    def preview_row(self, message: RowList.Highlighted) -> None:
        """Show what a row rests on while the cursor passes over it."""
        if isinstance(source := message.row.payload, Source) and message.control.has_focus:
            self.navigator.preview(source)
            self.say_what_is_open()

    @on(Reader.Moved)
    def say_where_one_is(self, message: Reader.Moved) -> None:
        """Show how far down one is, and the keys for what is wider than the pane."""
        self.title_line.set_place("" if message.is_whole else f"{message.percent}%")
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

    def on_filter_bar_jump(self, message: FilterBar.Jump) -> None:
        """Go to what was chosen in the filter bar, in whichever document it is."""
        place = message.place
        briefing = self.shelf.take_up(place.document).briefing
        if place.kind == "document" or briefing is None:
            self.navigator.open(place.document)
            self.desk.go_to("text")
        else:
            source = of_place(briefing, place)
            self.jump(source, place.document)
            if message.choice.hit is None:
                self.find_bar.look_for(briefing.document.slice(*source.span))

    def on_filter_bar_narrowed(self, message: FilterBar.Narrowed) -> None:
        """Show in the panes only what the filter bar has found."""
        self._names = message.names
        if briefing := self.briefing:
            self.desk.show(briefing, self._names)
        self.list_documents()

    def on_find_bar_found(self, message: FindBar.Found) -> None:
        """Mark what is found, and show the first match after the place one came from."""
        if message is self.find_bar.found and not self.find_bar.is_open:
            self.navigator.follow(message.phrase, message.matches)
            self.say_what_is_open()
        elif message is self.find_bar.found:
            self.navigator.find(message.phrase, message.matches)
            self.say_match(message.problem or (self._not_found if message.phrase else ""))

    @property
    def _not_found(self) -> str:
        index = self.navigator.document
        whole = index is None or self.shelf.volumes[index].document is not None
        return "not found" if whole else "not found so far"

    def say_match(self, otherwise: str = "") -> None:
        """Say in the find bar which of how many matches one sees."""
        walk = self.navigator.walk if self.navigator.finding else None
        self.find_bar.say(walk.count if walk else otherwise)

    def on_find_bar_stepped(self, message: FindBar.Stepped) -> None:
        """Another match, while one still types."""
        if self.navigator.finding:
            self.action_step_mention(message.by)
            self.say_match()

    def on_find_bar_closed(self, message: FindBar.Closed) -> None:
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

    @on(Desk.Resized)
    def keep_sizes(self) -> None:
        """Remember what the mouse has made of the panes."""
        self.remember_sizes()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """One went to another pane: in the text, a preview becomes the place one is at."""
        if event.widget is self.desk.text and not self.is_finding:
            self.navigator.settle()
        self.desk.follow()
        self.say_what_is_open()

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """Style nothing twice before the first picture: all was styled as it was mounted."""
        event.refresh_styles = self._was_shown
        self._was_shown = True

    def on_resize(self) -> None:
        """Fit the panes to the new size, and say what there is no longer room for elsewhere."""
        self.desk.fit()
        self.say_what_is_open()
