"""What the panes have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual.content import Content

from briefing.analysis.briefing import Briefing
from briefing.app.arrangement import PANES, TITLES
from briefing.app.rows import Row, RowList

Accept = Callable[[str], bool]
"""Whether a thing of this name is among what the filter bar has found."""


def titled(pane: str, title: str) -> Content:
    """A title with the key of the pane before it."""
    return Content.assemble((f"{PANES.index(pane) + 1} ", "$faint"), title)


class Pane(RowList):
    """A titled list about the document that is open."""

    NOTHING: ClassVar[str]

    def __init__(self, pane: str) -> None:
        super().__init__(id=pane, classes="pane")
        self.border_title = titled(pane, TITLES[pane])
        self.wait()

    def wait(self) -> None:
        """Show that the briefing is being made."""
        self.set_empty("Reading ...")
        self.set_rows(())

    def clear(self) -> None:
        """Show that there is no document."""
        self.set_empty("")
        self.set_rows(())

    def show(self, briefing: Briefing, accept: Accept | None = None) -> None:
        """Show a briefing, or what of it the filter bar has found."""
        rows = list(self.build(briefing, accept or (lambda _: True)))
        self.set_empty("Nothing here matches the filter." if accept else self.NOTHING)
        row = self.cursor_row
        self.set_rows(rows, keep=row.payload if row else None)

    def build(self, briefing: Briefing, accept: Accept) -> Iterable[Row]:
        """The rows for a briefing."""
        raise NotImplementedError
