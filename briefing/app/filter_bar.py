"""The bar one types into to jump to anything by its name, with what it finds below it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.geometry import Size
from textual.message import Message
from textual.reactive import var
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Input, Static

from briefing.app.actions import CHOOSING, Action, bindings
from briefing.app.found import Found
from briefing.app.results import RECENT
from briefing.app.rows import RowList
from briefing.document import Document, field
from briefing.finder.query import RESTRICTIONS
from briefing.library.catalogue import Catalogue, Place
from briefing.library.search import TEXTS, Choice, Group, Results, Searchable

_WANTED = "jump to a name, agreement, heading or document"
_WANTED_IN_SHORT = "jump to any name"
_ROOMY = 70
"""Columns in which there is room for all that can be typed."""
_LONGEST_LINE = 500
_MOST_RECENT = 8
_MOST_TEXTS = 8
_STOPPED = 0.3
"""Seconds without a key after which one has stopped typing."""

# Keys that the line itself leaves alone, so that they move in the list while one types.
FILTERING = (
    Action("found_down", "down,ctrl+n,ctrl+j", "Next result", "To the next result", "Move"),
    Action("found_up", "up", "Previous result", "To the previous result", "Move"),
    Action("found_page_down", "pagedown", "Next page of results", "A page of results down", "Move"),
    Action("found_page_up", "pageup", "Previous page of results", "A page of results up", "Move"),
    Action("complete", "tab", "Complete", "Type the name of the marked result", "Move"),
    Action("close", "escape", "Close the filter", "Back to where one was", "Read"),
)
# What the keys at the bottom say while one types.
TYPING = (
    replace(CHOOSING[0], shown="Jump"),
    *(replace(one, shown=one.description) for one in FILTERING if one.id in ("complete", "close")),
)


class TypedLine(Input):
    """The line one types. What is pasted into it cannot command the terminal."""

    FOCUS_ON_CLICK = False
    # The line is as wide as it is; Textual lays the whole screen out anew at each key otherwise.
    virtual_size = var(Size(0, 0))

    def validate_value(self, value: str) -> str:
        """Whatever it is, on one line, without controls, and not too long."""
        return field(value[:_LONGEST_LINE])


class FilterBar(Widget):
    """One line over everything that has a name, and over the text.

    `set_catalogue` and `set_reading` say what is searched; `open` puts the focus here.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(FILTERING)]
    SHOWN: ClassVar[tuple[Action, ...]] = TYPING
    DEFAULT_CSS = """
    FilterBar {
        height: 1;
        background: $surface;
        & > Horizontal { height: 1; }
        #filter-sign { width: 3; padding: 0 1; color: $primary; }
        #filter-line { width: 1fr; background: $surface; background-tint: transparent; }
        /* As wide for every count: a key moves nothing. */
        #filter-count { width: 15; padding: 0 1; color: $text-muted; text-align: right; }
    }
    """

    class Jump(Message):
        """The reader chose a result, which leads to a place. `choice.hit` is None for words found
        in the text.
        """

        def __init__(self, choice: Choice, place: Place) -> None:
            self.choice = choice
            self.place = place
            super().__init__()

    class Narrowed(Message):
        """What is typed has changed. `names` are those that fit, None while nothing is typed."""

        def __init__(self, query: str, names: frozenset[str] | None) -> None:
            self.query = query
            self.names = names
            super().__init__()

        def can_replace(self, message: Message) -> bool:
            """Whether `message`, still waiting, is about a line that has changed since."""
            return isinstance(message, FilterBar.Narrowed)

    class Closed(Message):
        """The bar was left; the focus is where it was before."""

    class Prepared(Message):
        """What is searched is ready; for the bar itself."""

    class Searched(Message):
        """What a search aside has found; for the bar itself."""

        def __init__(self, results: Results) -> None:
            self.results = results
            super().__init__()

    class TextsFound(Message):
        """What a look into all texts has added; for the bar itself."""

        def __init__(self, before: Results, results: Results) -> None:
            self.before, self.results = before, results
            super().__init__()

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self._line = TypedLine(
            placeholder=_WANTED,
            compact=True,
            select_on_focus=False,
            id="filter-line",
        )
        self._count = Static(id="filter-count", markup=False)
        self._found = Found(self._document)
        self._recent: list[Choice] = []
        self._jumps_when_found = False
        self._searchable = Searchable(Catalogue())
        self._reading: tuple[int, Document] | None = None
        self._waiting: Timer | None = None
        self._results = Results("")
        self._searching = self._preparing = False
        self._before: Widget | None = None
        self._is_open = False
        self.is_whole = True
        """Whether all is there to be searched, and nothing still to come."""

    def compose(self) -> ComposeResult:
        """The line, its count, and the list that lies over the panes."""
        with Horizontal():
            yield Static("/", id="filter-sign", markup=False)
            yield self._line
            yield self._count
        yield self._found

    # What is searched

    def set_catalogue(self, catalogue: Catalogue) -> None:
        """Search the names that `catalogue` has now; later additions need `search_again`."""
        if catalogue is not self._searchable.catalogue:
            self._searchable = Searchable(catalogue)
            if self._reading:
                self._searchable.read(*self._reading)
        self.search_again()

    @property
    def searchable(self) -> Searchable:
        """All that is searched."""
        return self._searchable

    def set_reading(self, number: int, document: Document) -> None:
        """Search the text of the open document, and prefer what stands in it."""
        self._reading = number, document
        self._searchable.read(number, document)
        self.search_again()

    def _document(self, number: int) -> Document | None:
        if self._reading and self._reading[0] == number:
            return self._reading[1]
        return self._searchable.catalogue.document(number)

    def search_again(self) -> None:
        """There may be more to be found."""
        if self._is_open:
            self._prepare()
            if self._line.value.strip():
                self._search()

    def _prepare(self) -> None:
        """Take in, aside, what is new; then search again. Until then what there was is searched."""
        if not self._preparing:
            self._preparing = True
            self._prepare_aside(self._searchable)

    @work(thread=True, group="filter", exit_on_error=False)
    def _prepare_aside(self, searchable: Searchable) -> None:
        try:
            searchable.prepare()
        finally:
            self.post_message(self.Prepared())

    def on_filter_bar_prepared(self, message: Prepared) -> None:
        """Search again, and go on if there is more by now."""
        message.stop()
        self._preparing = False
        if self._is_open:
            if not self._searchable.is_ready:
                self._prepare()
            if self._line.value.strip():
                self._search()

    # Opening and leaving

    @property
    def is_open(self) -> bool:
        """Whether one types here."""
        return self._is_open

    @property
    def results(self) -> Results:
        """What is shown."""
        return self._results

    def open(self, line: str = "") -> None:
        """Put the focus on the line, which is empty but for `line`."""
        if not self._is_open:
            self._before = self.screen.focused
            self._is_open = True
            self._found.display = True
            # The first key need not wait for what a search has to import and to index.
            self._prepare()
        self._line.value = line
        self._line.cursor_position = len(line)
        self.screen.set_focus(self._line)  # and no later: the next key may be there already
        if not line:
            self._search()

    def action_close(self) -> None:
        """Leave, with everything as it was before."""
        self._leave(restore=True)

    def _leave(self, restore: bool) -> None:
        if not self._is_open:
            return
        self._is_open = False
        before, self._before = self._before, None
        self._jumps_when_found = False
        self._line.value = ""
        self._found.display = False
        self._show(Results(""))
        if restore:
            there = before is not None and before.is_attached and before.focusable
            self.screen.set_focus(before if there else None, scroll_visible=False)
        self.post_message(self.Closed())

    def on_mouse_down(self) -> None:
        """Open by a click."""
        if not self._is_open:
            self.open()

    def on_descendant_blur(self) -> None:
        """Close when the focus went elsewhere, but not when it left the whole terminal."""
        if self.app.app_focus and self.screen.is_current:
            self.call_after_refresh(self._close_unless_focused)

    def _close_unless_focused(self) -> None:
        if self._is_open and not self._line.has_focus and self.screen.is_current:
            self._leave(restore=False)

    # Searching

    def on_resize(self) -> None:
        """Say what can be typed in as many words as there is room for."""
        self._line.placeholder = _WANTED if self.size.width >= _ROOMY else _WANTED_IN_SHORT

    def on_mount(self) -> None:
        """Search at each key, before it is drawn: the key and its results appear together."""
        self.watch(self._line, "value", self._search_for_line, init=False)

    def _search_for_line(self, line: str) -> None:
        if line != self._results.line:
            self._jumps_when_found = False
            self._search()

    @on(Input.Changed)
    def keep_changed(self, event: Input.Changed) -> None:
        """Tell nobody: the results do."""
        event.stop()

    def _search(self) -> None:
        """Show what fits the line now, or as soon as it is found; the last line typed wins."""
        line, searchable = self._line.value, self._searchable
        if not line.strip():
            self._show(self._recently(line))
        elif searchable.is_quick:
            self._show(searchable.find(line))
        elif not self._searching:
            self._searching = True
            self._search_aside(searchable, line)

    def _recently(self, line: str) -> Results:
        """What was jumped to before, the last first, while one has typed nothing."""
        if not self._is_open or not self._recent:
            return Results(line)
        return Results(line, (Group(RECENT, tuple(self._recent), len(self._recent)),))

    @work(thread=True, group="filter", exit_on_error=False)
    def _search_aside(self, searchable: Searchable, line: str) -> None:
        results = Results(line)
        try:
            results = searchable.find(line)
        finally:
            # Also after a fault, or no other line would ever be searched for.
            self.post_message(self.Searched(results))

    @work(thread=True, exclusive=True, group="texts", exit_on_error=False)
    def _look_into_texts(self, searchable: Searchable, results: Results) -> None:
        """Look for the line in the texts of all documents, too."""
        if group := searchable.find_texts(results.line, _MOST_TEXTS):
            groups = (*results.groups, group)
            self.post_message(self.TextsFound(results, replace(results, groups=groups)))

    def on_filter_bar_texts_found(self, message: TextsFound) -> None:
        """Show them below what was found by name, if that is still what is shown."""
        message.stop()
        if message.before is self._results:
            self._show(message.results)

    def on_filter_bar_searched(self, message: Searched) -> None:
        """Show what was found in the meantime, or go on to what was typed in the meantime."""
        message.stop()
        self._searching = False
        if message.results.line == self._line.value:
            self._show(message.results)
        else:
            self._search()

    def _show(self, results: Results) -> None:
        keep = self._found.moved_to if results.line == self._results.line else None
        self._results = results
        self._found.show(results, keep, self.is_whole)
        typed = bool(results.line.strip())
        total = results.total
        more = "+" * results.more
        nothing = "nothing found" if self.is_whole else "nothing yet"
        count = "" if not typed else f"{total}{more} found" if total else nothing
        self._count.update(count, layout=False)
        self._wait(results)
        if self._jumps_when_found and results.line == self._line.value:
            self._jumps_when_found = False
            self._found.list.action_choose()

    def _wait(self, results: Results) -> None:
        """Go on once one has stopped typing: the next key must not wait for the rest."""
        if self._waiting:
            self._waiting.stop()
            self._waiting = None
        if self._is_open:
            self._waiting = self.set_timer(_STOPPED, partial(self._go_on, results))
        else:
            self._go_on(results)

    def _go_on(self, results: Results) -> None:
        """Tell the panes what fits, and look into the texts of all documents."""
        typed = bool(results.line.strip())
        self.post_message(self.Narrowed(results.line, results.names if typed else None))
        if typed and not any(group.kind == TEXTS for group in results.groups):
            self._look_into_texts(self._searchable, results)

    # Choosing

    @on(Input.Submitted)
    def jump(self, event: Input.Submitted) -> None:
        """Jump to the marked result of what is typed, as soon as it is found."""
        event.stop()
        if event.value != self._line.value:
            return
        if self._results.line == event.value:
            self._found.list.action_choose()
        else:
            self._jumps_when_found = True
            self._search()

    @on(RowList.Chosen)
    def choose(self, event: RowList.Chosen) -> None:
        """Close, then tell where to go."""
        event.stop()
        choice = event.row.payload
        if isinstance(choice, Choice) and choice.place:
            self._remember(choice)
            self._leave(restore=True)
            self.post_message(self.Jump(choice, choice.place))

    def _remember(self, choice: Choice) -> None:
        if choice.hit is not None:
            self._searchable.pick(choice.hit.entry.key)
        others = [one for one in self._recent if one.place != choice.place]
        self._recent = [replace(choice, marks=()), *others][:_MOST_RECENT]

    def action_complete(self) -> None:
        """Type out the marked name."""
        choice = self._found.choice
        if choice is None or choice.hit is None:
            return
        typed = self._line.value.lstrip()
        sign = typed[:1] if typed[:1] in RESTRICTIONS else ""
        self._line.value = sign + choice.hit.alias
        self._line.cursor_position = len(self._line.value)

    def action_found_down(self) -> None:
        """One result down."""
        self._found.list.action_line_down()

    def action_found_up(self) -> None:
        """One result up."""
        self._found.list.action_line_up()

    def action_found_page_down(self) -> None:
        """A page of results down."""
        self._found.list.action_page_down()

    def action_found_page_up(self) -> None:
        """A page of results up."""
        self._found.list.action_page_up()
