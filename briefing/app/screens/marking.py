"""What the reader notes by keys: what was read, and the way back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from textwrap import shorten
from typing import TYPE_CHECKING, ClassVar, Literal

from textual.binding import BindingType
from textual.screen import Screen

from briefing.app.actions import MARKING, bindings
from briefing.app.sources import Source, Target, sentence_at
from briefing.document import field

if TYPE_CHECKING:
    from briefing.app.navigator import Navigator
    from briefing.app.shelf import Shelf
    from briefing.library.bookmarks import Bookmark, Kept
    from briefing.library.collection import Collection
    from briefing.library.notebook import Notebook

_TITLE = 50
"""Characters of a title in a notice."""


class Marking(Screen[None]):
    """The actions on the notebook; the screen says which document they are about."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(MARKING)]
    shelf: Shelf
    navigator: Navigator
    notebook: Notebook
    collect: Callable[[], Collection]
    """Gives what is known of all documents together."""
    _last: Target | None = None  # of what is new, where one went

    @property
    def chosen(self) -> int | None:
        """The document under the cursor of a list of them, else the one that is open."""
        raise NotImplementedError

    def show_notes(self) -> None:
        """Bring what is shown of the notebook up to date."""
        raise NotImplementedError

    def action_read(self) -> None:
        """Mark the document as read, or as unread."""
        number = self.chosen
        standing = None if number is None else self.notebook.standing(number)
        if number is None or standing is None:
            self.notice("Choose a document that has been analysed.")
        elif standing != "read":
            self.take_for(number, "read", f"{self.title_of(number)} is not read.")
            self.notice(f"Read: {self.title_of(number)}.")
        elif seen := self.notebook.seen(number):
            title = self.title_of(number)
            self.notebook.set_seen({number: replace(seen, read=False)}, f"{title} is read again.")
            self.show_notes()
            self.notice(f"Unread: {title}.")

    def take_for(
        self, number: int, reached: Literal["seen", "read"], undone: str | None = None
    ) -> None:
        """Take a document for seen or read as it is now; `undone` says what undoing that does.

        What comes about by itself is no step of undoing: who undoes, means what they did.
        """
        from briefing.library.seen import Seen

        if briefing := self.shelf.briefing(number):
            seen = Seen.of(briefing, read=reached == "read")
            self.notebook.set_seen({number: seen}, undone)
            self.show_notes()

    def action_next_unread(self) -> None:
        """Open the next document of the list that has not been read."""
        number = next_unread(self.shelf.order, self.navigator.document, self.notebook)
        if number is None:
            self.notice("All documents are read.")
        else:
            self.navigator.open(number)

    def action_bookmarks(self) -> None:
        """The bookmarks, to go to one, change or delete it."""
        from briefing.app.screens.bookmarks import BookmarksScreen

        def follow(kept: Kept | None) -> None:
            self.show_notes()
            if kept and kept.document is not None:
                self._go_to_bookmark(kept.document, kept.bookmark)

        self.app.push_screen(BookmarksScreen(self.notebook), follow)

    def _go_to_bookmark(self, number: int, bookmark: Bookmark) -> None:
        briefing = self.shelf.briefing(number)
        if briefing and (span := bookmark.where(briefing.document)):
            self.jump(Source(span, sentence_at(briefing, span.start)), number)
        else:
            self.navigator.open(number)
            self.notice("That sentence stands there no more.")

    def jump(self, source: Source, document: int | None = None) -> None:
        """Go to a source in the text."""
        self.navigator.jump(source, document)

    def action_news(self) -> None:
        """What is new since one last read, to go there."""
        from briefing.app.screens.news import NewsScreen
        from briefing.library.news import look

        def follow(target: Target | None) -> None:
            self.show_notes()
            self._last = target or self._last
            if target and target.source:
                self.jump(target.source, target.document)
            elif target:
                self.navigator.open(target.document)

        collection = self.collect()
        looking = partial(look, self.notebook, collection, self.shelf.briefing)
        self.app.push_screen(NewsScreen(self.notebook, collection, looking, self._last), follow)

    def action_undo(self) -> None:
        """Undo the last change of the notebook, and say what that did."""
        undone = self.notebook.undo()
        self.notice(f"Undone: {undone}" if undone else "There is nothing to undo.")
        self.show_notes()

    def title_of(self, number: int) -> str:
        """What a document is called, in few words."""
        return f"“{shorten(field(self.shelf.volumes[number].name), _TITLE, placeholder=' …')}”"

    def notice(self, words: str) -> None:
        """Say something, for a moment; never read as markup."""
        self.notify(words, timeout=3, markup=False)


def next_unread(order: Sequence[int], here: int | None, notebook: Notebook) -> int | None:
    """The next document after `here` that is not read, after the last one from the first on."""
    at = order.index(here) + 1 if here in order else 0
    others = (number for number in (*order[at:], *order[:at]) if number != here)
    return next((one for one in others if notebook.standing(one) != "read"), None)
