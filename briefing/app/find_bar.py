"""The line one types into to find words in the open document."""

from __future__ import annotations

from asyncio import sleep, to_thread
from dataclasses import replace
from enum import Enum
from time import perf_counter
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Static

from briefing.app.actions import Action, bindings
from briefing.app.filter_bar import TypedLine
from briefing.document import Document
from briefing.finder.matches import Matches

if TYPE_CHECKING:
    from briefing.finder.matches import Search
    from briefing.finder.phrase import Haystack
    from briefing.finder.resembling import Words

_AT_A_TIME = 0.004  # seconds of searching before keys are looked at again

# Enter is the line's own key; the line leaves the others alone.
FINDING = (
    Action(
        "find_keep", "enter", "Stay there", "then Enter, n and N step on", "Read", "keep", "Stay"
    ),
    Action("find_next", "down,ctrl+n", "Next match", "", "Read", "step(1)", "Next"),
    Action("find_previous", "up", "Previous match", "", "Read", "step(-1)", "Previous"),
    Action(
        "find_way",
        "ctrl+r",
        "Slips, regex",
        "words with slips, then a regular expression, then words as they are",
        "Read",
        "other_way",
    ),
    Action("find_cancel", "escape", "Leave", "for the place one came from", "Read", "cancel"),
)
# What the keys at the bottom say while one types.
TYPING = tuple(replace(one, shown=one.shown or one.description) for one in FINDING)


class Way(Enum):
    """How what is typed is meant: the word for it, and what the empty line asks for."""

    WORDS = ("Find", "words of this text")
    RESEMBLING = ("Find with slips", "words of this text, or nearly so")
    PATTERN = ("Find regex", "a regular expression")


class FindBar(Widget):
    """One line, seen while one types in it. It says what it finds and knows nothing of the text.

    `set_document` says what is searched; `open` puts the focus here.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(FINDING)]
    SHOWN: ClassVar[tuple[Action, ...]] = TYPING
    DEFAULT_CSS = """
    FindBar {
        height: 1;
        layout: horizontal;
        display: none;
        background: $background;
        padding: 0 1;
        #find-sign { width: auto; padding: 0 1; color: $primary; }
        #find-line, #find-line:focus {
            width: 1fr;
            background: $background;
            background-tint: transparent;
        }
        #find-count { width: auto; padding: 0 1; color: $text-muted; }
    }
    """

    class Found(Message):
        """All places where what is typed now stands in the document, or why it cannot be found."""

        def __init__(self, phrase: str, matches: Matches | None, problem: str = "") -> None:
            self.phrase = phrase
            self.matches = matches
            self.problem = problem
            super().__init__()

    class Stepped(Message):
        """Another match is wanted: the next one, or the one before (-1)."""

        def __init__(self, by: int) -> None:
            self.by = by
            super().__init__()

    class Closed(Message):
        """The line was left: to stay at the match one sees, or for the place before."""

        def __init__(self, kept: bool) -> None:
            self.kept = kept
            super().__init__()

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self._way = Way.WORDS
        self._sign = Static(id="find-sign", markup=False)
        self._line = TypedLine(compact=True, id="find-line")
        self._count = Static(id="find-count", markup=False)
        self._text = ""
        self._haystack: Haystack | None = None
        self._words: Words | None = None
        self._found: FindBar.Found | None = None
        self._keep_when_found = False

    def compose(self) -> ComposeResult:
        """The line and its count."""
        yield self._sign
        yield self._line
        yield self._count

    def on_mount(self) -> None:
        """Say how one finds at first."""
        self._go_by(self._way)

    @property
    def is_open(self) -> bool:
        """Whether one types here."""
        return bool(self.display)

    def set_document(self, document: Document) -> None:
        """Search this document from now on."""
        if document.text is not self._text:
            self._text, self._found = document.text, None
            self._haystack = self._words = None
            if self.is_open:
                self._search(self._line.value)

    def open(self) -> None:
        """Put the focus on the line; what was typed last is there again, to be typed over."""
        self.display = True
        self._keep_when_found = False
        self.screen.set_focus(self._line)  # and no later: the next key may be there already
        self._line.select_all()
        self._search(self._line.value)

    def look_for(self, words: str) -> None:
        """Find these words without a line to type in, as they are but for capitals."""
        if not self.is_open:
            self._go_by(Way.WORDS)
            self._line.value = " ".join(words.split()).casefold()
            self._search(self._line.value)

    @property
    def found(self) -> Found | None:
        """What was found for the line as it is; None while it is searched for, or cancelled."""
        return self._found

    def say(self, count: str) -> None:
        """Show which of how many matches one sees."""
        self._count.update(count)

    # Searching

    @on(Input.Changed)
    def search_for_line(self, event: Input.Changed) -> None:
        """Search at each key."""
        event.stop()
        if self.is_open:
            self._search(event.value)

    @work(exclusive=True, group="find", exit_on_error=False)
    async def _search(self, phrase: str) -> None:
        """Search in short slices, so that no key waits; the last line typed wins."""
        self._found = None
        from briefing.finder.pattern import PatternError

        phrase, problem = phrase.strip(), ""
        try:
            search = self._searching(phrase)
        except PatternError as error:
            matches, problem = Matches(), str(error)
        else:
            matches = await self._all_of(search)
        self._found = self.Found(phrase, matches if phrase else None, problem)
        self.post_message(self._found)
        if self._keep_when_found:
            self.action_keep()

    async def _all_of(self, search: Search) -> Matches:
        began = perf_counter()
        while not search.done:
            if self._way is Way.PATTERN:  # which lets the keys through meanwhile
                await to_thread(search.advance)
                continue
            search.advance()
            if perf_counter() - began > _AT_A_TIME:
                await sleep(0)
                began = perf_counter()
        return search.matches

    def _searching(self, phrase: str) -> Search:
        """What looks for the line as it is meant. Raises PatternError."""
        if self._way is Way.PATTERN:
            from briefing.finder.pattern import PatternSearch

            return PatternSearch(self._text, phrase)
        if self._way is Way.RESEMBLING:
            from briefing.finder.resembling import ResemblingSearch, Words

            self._words = self._words or Words(self._text)
            return ResemblingSearch(self._words, phrase)
        from briefing.finder.phrase import Haystack, PhraseSearch

        self._haystack = self._haystack or Haystack(self._text)
        return PhraseSearch(self._haystack, phrase)

    def _go_by(self, way: Way) -> None:
        self._way = way
        word, wanted = way.value
        self._sign.update(word)
        self._line.placeholder = wanted

    def action_other_way(self) -> None:
        """Take what is typed for words, for what resembles them, or for a pattern."""
        ways = list(Way)
        self._go_by(ways[(ways.index(self._way) + 1) % len(ways)])
        self._search(self._line.value)

    # Leaving

    @on(Input.Submitted)
    def keep(self, event: Input.Submitted) -> None:
        """Enter was pressed."""
        event.stop()
        self.action_keep()

    def action_keep(self) -> None:
        """Stay at the match one sees, as soon as it is found; go on typing where there is none."""
        self._keep_when_found = self._found is None
        if self._found is not None and (self._found.matches or not self._line.value.strip()):
            self._close(kept=bool(self._found.matches))

    def action_cancel(self) -> None:
        """Leave for the place before."""
        self._close(kept=False)

    def on_descendant_blur(self) -> None:
        """Stay where one is when the focus went elsewhere, but not when it left the terminal."""
        if self.app.app_focus and self.screen.is_current:
            self.call_after_refresh(self._close_unless_focused)

    def _close_unless_focused(self) -> None:
        if not self._line.has_focus and self.screen.is_current:
            self._close(kept=bool(self._found and self._found.matches))

    def _close(self, kept: bool) -> None:
        if self.is_open:
            self.workers.cancel_group(self, "find")
            if not kept:
                self._found = None
            self.display = False
            self.post_message(self.Closed(kept))

    def action_step(self, by: int) -> None:
        """Another match."""
        self.post_message(self.Stepped(by))
