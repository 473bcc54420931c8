"""The lines one types in. No first picture waits for them, nor for all that they import."""

from __future__ import annotations

from asyncio import Event, Lock, to_thread
from collections.abc import Callable
from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Static

from briefing.app.actions import READING
from briefing.app.desk import Desk
from briefing.app.screens.marking import Marking
from briefing.document import Document

if TYPE_CHECKING:
    from briefing.app.filter_bar import FilterBar
    from briefing.app.find_bar import FindBar
    from briefing.library.catalogue import Catalogue

_WANTED = next(action.tooltip for action in READING if action.id == "filter")


class Lines(Marking):
    """Has them in their place after the first picture, or as soon as one wants to type in them."""

    desk: Desk
    catalogue: Callable[[], Catalogue]
    """Gives what is searched by name."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        words = Content.assemble((" / ", "$primary"), (_WANTED, "$text-disabled"))
        self.filter_line = Static(words, id="filter-line-alone")
        """Stands where the filter bar will, and shows what that shows while nobody types."""
        self._furnishing, self._composed = Lock(), Event()
        self._is_furnished = False

    @cached_property
    def filter(self) -> FilterBar:
        """The line one types into to jump to anything."""
        from briefing.app.filter_bar import FilterBar

        line = FilterBar(id="filter")
        line.set_catalogue(self.catalogue())
        return line

    @cached_property
    def find_bar(self) -> FindBar:
        """The line one types into to find words in the text."""
        from briefing.app.find_bar import FindBar

        return FindBar(id="find")

    def on_mount(self) -> None:
        """What the first picture shows is in its place."""
        self._composed.set()

    async def furnish(self) -> bool:
        """Put the lines into their place, once; whoever wants to type in them waits for it.

        False where the program has been ended meanwhile.
        """
        async with self._furnishing:
            if self._is_furnished:
                return True
            await self._composed.wait()
            await to_thread(import_module, "briefing.app.find_bar")
            if not self.is_attached:
                return False
            with self.app.batch_update():
                await self.mount(self.filter, self.find_bar, after=self.filter_line)
                await self.filter_line.remove()
            self._is_furnished = True
            if (index := self.navigator.document) is not None:
                self.search_in(index, self.desk.text.document)
            return True

    def search_in(self, index: int, document: Document) -> None:
        """Search the text of the document that is open."""
        if self._is_furnished:
            self.filter.set_reading(index, document)
            self.find_bar.set_document(document)

    def search_again(self) -> None:
        """There may be more to be found by name."""
        if self._is_furnished:
            self.filter.search_again()

    @property
    def is_filtering(self) -> bool:
        """Whether one types what to jump to."""
        return self._is_furnished and self.filter.is_open

    @property
    def is_finding(self) -> bool:
        """Whether one types what to find."""
        return self._is_furnished and self.find_bar.is_open
