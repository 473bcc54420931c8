"""What the panes have in common."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content

from briefing.app.arrangement import PANES, TITLES
from briefing.app.rows import Row, RowList

if TYPE_CHECKING:
    from briefing.analysis.briefing import Agreement, Briefing, Entity


class Narrowing:
    """What the filter bar has found of a briefing: names, and the places that mention them."""

    def __init__(self, briefing: Briefing, names: frozenset[str] | None) -> None:
        self._names = names
        things: tuple[Entity | Agreement, ...] = ()
        if names is not None:
            things = (*briefing.entities, *briefing.agreements)
        self._starts = sorted(
            mention.start for thing in things if self.has(thing.name) for mention in thing.mentions
        )

    @property
    def everything(self) -> bool:
        """Whether nothing is typed, so that all is shown."""
        return self._names is None

    def has(self, name: str) -> bool:
        """Whether a thing of this name is to be shown."""
        return self._names is None or name in self._names

    def touches(self, start: int, end: int) -> bool:
        """Whether a stretch of the text, which mentions something, is to be shown."""
        at = bisect_left(self._starts, start)
        return self._names is None or (at < len(self._starts) and self._starts[at] < end)


NO_MATCH = "Nothing here matches the filter."


def titled(pane: str, title: str) -> Content:
    """A title with the key of the pane before it."""
    return Content.assemble((f"{PANES.index(pane) + 1} ", "$faint"), title)


class Pane(RowList):
    """A titled list about the document that is open."""

    NOTHING: ClassVar[str]

    def __init__(self, pane: str) -> None:
        super().__init__(id=pane, classes="pane")
        self.border_title = titled(pane, TITLES[pane])
        self._before: tuple[Row | None, int] | None = None
        self._shown: tuple[Briefing, Narrowing] | None = None
        self.wait()

    def wait(self) -> None:
        """Show that the briefing is being made."""
        self._shown = None
        self.set_empty("Reading ...")
        self.set_rows(())

    def clear(self) -> None:
        """Show that there is no document."""
        self._shown = None
        self.set_empty("")
        self.set_rows(())

    def show(self, briefing: Briefing, only: Narrowing) -> None:
        """Show a briefing, or what of it the filter bar has found.

        What was seen before the filter bar was used is seen again after it.
        """
        if not only.everything and self._before is None:
            self._before = self.cursor_row, self.scroll_offset.y
        row, top = self.cursor_row, None
        if only.everything and self._before is not None:
            (row, top), self._before = self._before, None
        self._shown = briefing, only
        self.set_empty(self.NOTHING if only.everything else NO_MATCH)
        self.set_rows(self.build(briefing, only), keep=row.payload if row else None)
        if top is not None:
            self.call_after_refresh(self.scroll_to, y=top, animate=False)

    def show_anew(self, briefing: Briefing, only: Narrowing) -> None:
        """Show what has become of the briefing, and move nothing."""
        self._shown = briefing, only
        self.set_empty(self.NOTHING if only.everything else NO_MATCH)
        self.update_rows(self.build(briefing, only))

    def build_again(self) -> None:
        """Show the same rows as they are now, the cursor where it is."""
        if self._shown is not None:
            row = self.cursor_row
            self.set_rows(self.build(*self._shown), keep=row.payload if row else None)

    def build(self, briefing: Briefing, only: Narrowing) -> Iterable[Row]:
        """The rows for a briefing."""
        raise NotImplementedError
