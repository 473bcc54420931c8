"""What one does by keys on the screen one reads on."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from textwrap import shorten
from typing import TYPE_CHECKING

from textual import work
from textual.notifications import SeverityLevel
from textual.widgets import Input

from briefing.app.memory import Memory
from briefing.app.panes.documents import Opened
from briefing.app.rows import RowList
from briefing.app.screens.lines import Lines
from briefing.app.sources import Item, Source, Target, sentence_after, sentence_at
from briefing.document import Span, field

if TYPE_CHECKING:
    from briefing.analysis.briefing import Briefing

_TOLD = 120
"""Characters of what was copied that are told."""
_LINES = ("filter", "find")
"""What begins a line one types."""
_EDITABLE = ("text", "markdown", "html", "mail")
"""The formats that are text in their files."""


class Commands(Lines):
    """The actions of the screen, each under the name that its key has in actions.py.

    The screen itself says what it is made of, and how it follows what was done.
    """

    memory: Memory | None

    @property
    def briefing(self) -> Briefing | None:
        """The briefing of what is open, once it is ready."""
        index = self.navigator.document
        return None if index is None else self.shelf.volumes[index].briefing

    @property
    def chosen(self) -> int | None:
        """The document under the cursor of the list, else the one that is open."""
        row = self.desk.documents.cursor_row if self.desk.documents.has_focus else None
        payload = row.payload if row else None
        return payload.index if isinstance(payload, Opened) else self.navigator.document

    @property
    def named(self) -> Item | None:
        """The name or agreement under the cursor of a pane, or marked in the text."""
        source = self.navigator.source
        if isinstance(self.focused, RowList):
            row = self.focused.cursor_row
            source = row.payload if row and isinstance(row.payload, Source) else None
        return source.item if source else None

    def jump(self, source: Source, document: int | None = None) -> None:
        """Go to a source in the text."""
        self.navigator.jump(source, document)
        self.desk.go_to("text")
        self.say_what_is_open()

    def say_what_is_open(self) -> None:
        """Bring the line at the top, and the keys that can be used, up to date."""
        raise NotImplementedError

    def check_action(self, action: str, _: tuple[object, ...]) -> bool | None:
        """Begin no line where one types in one already."""
        return not (action in _LINES and isinstance(self.focused, Input))

    async def action_filter(self) -> None:
        """Type what to jump to."""
        if await self.furnish():
            self.filter.open()

    async def action_find(self) -> None:
        """Type what to find in the document."""
        if not await self.furnish():
            return
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
        if self.navigator.walk is None:
            self.notify(
                "Choose a name first, or find words; n and N then go from place to place.",
                timeout=4,
                markup=False,
            )
        self.navigator.step(by)
        self.say_what_is_open()

    def action_card(self) -> None:
        """All that is known of the name under the cursor of a pane, or marked in the text."""
        from briefing.app.cards import card
        from briefing.app.screens.card import CardScreen

        named = self.named
        if self.briefing is None or named is None:
            self.notify("Choose a name or an agreement first.", timeout=2, markup=False)
            return

        def follow(chosen: Source | Target | None) -> None:
            if isinstance(chosen, Source):
                self.jump(chosen)

        self.app.push_screen(CardScreen(card(self.briefing, named)), follow)

    def action_outline(self) -> None:
        """The headings of the text."""
        from briefing.app.screens.outline import OutlineScreen

        def follow(heading: Span | None) -> None:
            if heading:
                self.jump(Source(heading))

        text = self.desk.text
        self.app.push_screen(OutlineScreen(text.document, text.position), follow)

    def action_bookmark(self) -> None:
        """Set a bookmark with a note on the sentence one is at, or change its note."""
        from briefing.app.screens.note import NoteScreen
        from briefing.library.bookmarks import Bookmark, bookmarks_in, keep

        number, text, briefing = self.navigator.document, self.desk.text, self.briefing
        met = None if number is None else self.notebook.met(number)
        at = text.quoted.start if text.quoted else text.position
        sentence = briefing and (sentence_at(briefing, at) or sentence_after(briefing, at))
        if number is None or briefing is None or met is None or not sentence:
            self.notice("There is no sentence to set a bookmark on yet.")
            return
        document = briefing.document
        there = bookmarks_in(self.notebook, number, document).get(sentence)
        title, words = self.shelf.volumes[number].name, document.slice(*sentence)
        bookmark = there or Bookmark(met.key, title, document.fingerprint, sentence.start, words)

        def take(note: str | None) -> None:
            if note is not None and (there is None or note != there.note):
                keep(self.notebook, bookmark.noting(note))
                self.show_notes()
                self.notice("The note is kept." if there else "Bookmarked; ' lists them all.")

        self.app.push_screen(NoteScreen("Bookmark", words, bookmark.note), take)

    def action_details(self) -> None:
        """Open an agreement's row, or close it; from elsewhere, go to the agreements."""
        pane = self.desk.agreements
        if pane.has_focus:
            pane.toggle()
        else:
            self.desk.go_to("agreements")

    def action_step_heading(self, by: int) -> None:
        """Another heading."""
        text = self.desk.text
        if not text.next_heading(by):
            there = any(True for _ in text.document.headings())
            where = "after" if by > 0 else "before"
            self.notice(
                f"There is no heading {where} this." if there else "This text has no headings."
            )

    def action_everything(self) -> None:
        """Look at all documents together."""
        self.navigator.overlook()

    def action_step_document(self, by: int) -> None:
        """Another document of the list."""
        index = self.shelf.beside(self.navigator.document, by)
        if index is not None:
            self.navigator.open(index)
        elif len(self.shelf.order) < 2:
            self.notice("There is no other document.")
        else:
            self.notice(f"This is the {'last' if by > 0 else 'first'} document.")

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
        from briefing.export.citation import citation

        text = self.desk.text
        quoted = text.quoted if self.navigator.document is not None else None
        self._copy(citation(text.document, *quoted) if quoted else "", "Nothing is marked to copy.")
        if text.selecting:
            text.end_selection()
            self.say_what_is_open()

    def action_copy_item(self) -> None:
        """Copy what the line under the cursor stands for; in the text, what is marked."""
        from briefing.app.copying import of_document, of_row

        focused = self.focused
        row = focused.cursor_row if isinstance(focused, RowList) else None
        payload: object = row.payload if row else self.navigator.source
        words = ""
        if isinstance(payload, Opened):
            words = of_document(self.shelf.document(payload.index))
        elif briefing := self.briefing:
            words = of_row(briefing, payload)
        self._copy(words, "There is nothing here to copy.")

    def _copy(self, words: str, otherwise: str) -> None:
        if words:
            self.app.copy_to_clipboard(words)
            words = f"Copied: {shorten(field(words), _TOLD, placeholder=' …')}"
        self.notify(words or otherwise, timeout=3, markup=False)

    def action_export(self) -> None:
        """Write what is open, or from the list of documents all that is read, to a new file."""
        from briefing.app import saving
        from briefing.app.screens.export import ExportScreen

        if self.desk.documents.has_focus:
            documents, name = self.shelf.order, self.shelf.name
        else:
            index = self.navigator.document
            documents = [] if index is None else [index]
            name = "" if index is None else self.shelf.volumes[index].name
        documents = [index for index in documents if self.shelf.volumes[index].is_briefed]
        if not documents:
            self.notify("There is no briefing to export yet.", timeout=3, markup=False)
            return
        many = "" if len(documents) == 1 else f" {len(documents):,} briefings"

        def begin(path: Path | None) -> None:
            if path:
                self.write(path, filter(None, map(self.shelf.briefing, documents)))

        sources = [one.source for one in self.shelf.volumes if isinstance(one.source, Path)]
        suggested = saving.suggest(name, saving.folder(sources))
        self.app.push_screen(ExportScreen(f"Export{many}", suggested, sources), begin)

    @work(thread=True, exit_on_error=False)
    def write(self, path: Path, briefings: Iterable[Briefing]) -> None:
        """Write briefings to a file, and tell."""
        from briefing.app import saving

        told = f"Written: {field(str(path))}"
        severity: SeverityLevel = "information"
        try:
            saving.write(path, briefings)
        except OSError as error:
            reason = field(error.strerror or str(error))
            told, severity = f"{field(str(path))} could not be written: {reason}", "error"
        self.app.call_from_thread(self.tell, told, severity)

    def tell(self, words: str, severity: SeverityLevel) -> None:
        """A notice, which is never read as markup."""
        self.notify(words, severity=severity, timeout=5, markup=False)

    def action_widen(self, cells: int) -> None:
        """Make the lines of the text longer, or shorter; what is read stays where it is."""
        self.desk.text.widen(cells)

    def action_edit(self) -> None:
        """Open the file of what is read in an editor."""
        from briefing.app.editor import edit

        index = self.navigator.document
        volume = None if index is None else self.shelf.volumes[index]
        reason = "There is no file to edit."
        if volume and isinstance(volume.source, Path):
            document = volume.document
            if document and document.path != field(str(volume.source)):
                reason = "It lies in another file, where it cannot be edited."
            elif document and document.format not in _EDITABLE:
                reason = f"{volume.file} is no plain text, which is what editors open."
            else:
                reason = edit(self.app, volume.source)
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

    def action_resize(self, columns: int, lines: int) -> None:
        """Make the pane larger or smaller, and remember that."""
        if self.desk.resize(columns, lines):
            self.remember_sizes()
        else:
            way = "wider or narrower" if columns else "higher or lower"
            self.notice(f"This pane cannot be {way} here.")

    def action_usual_sizes(self) -> None:
        """Give the panes their usual sizes again."""
        self.desk.usual_sizes()
        self.remember_sizes()

    def remember_sizes(self) -> None:
        """Keep the sizes of the panes for the next time."""
        if self.memory:
            self.memory.resize(self.desk.sizes.wanted)
