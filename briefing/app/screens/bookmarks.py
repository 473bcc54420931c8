"""The bookmarks under their documents. Enter on one goes to its sentence."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from briefing.app.actions import Action, bindings
from briefing.app.rows import Row, RowList
from briefing.app.screens.note import NoteScreen
from briefing.app.screens.overlay import Overlay
from briefing.document import field
from briefing.library.bookmarks import Bookmark, Kept, bookmarks, delete, keep
from briefing.library.notebook import Notebook

AMONG_BOOKMARKS = (
    Action("bookmark_go", "enter", "Go to the sentence", "", "Marks", "choose"),
    Action("bookmark_note", "e", "Change the note", "", "Marks", "change_note"),
    Action("bookmark_delete", "x,delete", "Delete the bookmark", "", "Marks", "delete"),
    Action("bookmark_undo", "ctrl+z", "Undo", "", "Marks", "undo"),
)


class BookmarksScreen(Overlay[Kept]):
    """Lists the bookmarks, changes and deletes them. It gives the one that was chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("apostrophe", "dismiss(None)", "Close", show=False, id="bookmarks"),
        *bindings(AMONG_BOOKMARKS[1:]),
    ]

    def __init__(self, notebook: Notebook) -> None:
        super().__init__()
        self._notebook = notebook
        self._list = RowList(empty="There are no bookmarks. B sets one on a sentence of the text.")

    def compose(self) -> ComposeResult:
        """The list."""
        hint = "Enter goes there, e note, x deletes, ctrl+z undoes"
        yield self.framed(self._list, "Bookmarks", hint)

    def on_mount(self) -> None:
        """Show them."""
        self.list_bookmarks()

    def list_bookmarks(self) -> None:
        """Show the bookmarks as they are now, and stay at the same place among them."""
        at = self._list.cursor
        chosen = self._chosen
        self._list.set_rows(rows(list(bookmarks(self._notebook))))
        if at is not None and not (chosen and self._list.select(chosen.bookmark.name)):
            self._list.move_cursor(at)

    @property
    def _chosen(self) -> Kept | None:
        row = self._list.cursor_row
        name = row.payload if row else None
        return next((one for one in bookmarks(self._notebook) if one.bookmark.name == name), None)

    @on(RowList.Chosen)
    def choose(self) -> None:
        """Close, and go to the sentence."""
        kept = self._chosen
        if kept and kept.document is None:
            path = field(kept.bookmark.key)
            self.notify(f"It is not open here: {path}", timeout=5, markup=False)
        elif kept:
            self.dismiss(kept)

    def action_change_note(self) -> None:
        """Type another note."""
        if kept := self._chosen:
            one = kept.bookmark
            self.app.push_screen(
                NoteScreen("Bookmark", one.words, one.note), partial(self._change, one)
            )

    def _change(self, bookmark: Bookmark, note: str | None) -> None:
        if note is not None and note != bookmark.note:
            keep(self._notebook, bookmark.noting(note))
        self.list_bookmarks()

    def action_delete(self) -> None:
        """Delete the bookmark under the cursor."""
        if kept := self._chosen:
            delete(self._notebook, kept.bookmark)
            self.list_bookmarks()
            self._say("Deleted; ctrl+z brings it back.")

    def action_undo(self) -> None:
        """Undo the last change."""
        undone = self._notebook.undo()
        self.list_bookmarks()
        self._say(f"Undone: {undone}" if undone else "There is nothing to undo.")

    def _say(self, words: str) -> None:
        self.notify(words, timeout=3, markup=False)


def rows(kept: list[Kept]) -> Iterator[Row]:
    """The bookmarks under the titles of their documents; what is not open comes last."""
    title = None
    for one in sorted(kept, key=lambda one: one.document is None):
        bookmark = one.bookmark
        if title != (bookmark.title, bookmark.key):
            title = bookmark.title, bookmark.key
            elsewhere = "not open here" if one.document is None else ""
            yield Row(
                Content.styled(field(bookmark.title), "$primary"),
                Content.styled(elsewhere, "$faint") if elsewhere else None,
                header=True,
            )
        words = " ".join(field(bookmark.words).split())
        content = Content.styled(words, "$faint" if bookmark.note else "")
        if bookmark.note:
            content = Content.assemble((bookmark.note, "bold"), "\n", content)
        yield Row(
            content,
            Content.styled("changed", "$accent") if one.changed else None,
            bookmark.name,
            indent=1,
        )
