"""Which panes are on the screen: a wide one shows them side by side, a narrow one by turns."""

from __future__ import annotations

from dataclasses import dataclass

TITLES = {
    "documents": "Documents",
    "text": "Text",
    "summary": "Summary",
    "entities": "Entities",
    "agreements": "Agreements",
    "timeline": "Timeline",
}
PANES = tuple(TITLES)
"""The panes in the order of their keys, 1 to 6."""
SIDE = ("summary", "entities", "agreements", "timeline")
"""The panes of the briefing, in one column where there is room for it."""
WIDE = 100
"""Columns from which panes stand side by side."""
ROOMY = 120
"""Columns from which the documents stay beside the text, without being asked for."""
SHORT = 20
"""Lines below which a narrow screen shows nothing but the text while one reads."""
TALL = 44
"""Lines from which the timeline has room beside the others without being asked for."""


@dataclass(slots=True)
class Arrangement:
    """What the reader wants to see. `picked` is the pane that a narrow screen shows with the text.

    `here` is the pane one is in.

    A `timeline` of None stands where there is room for it, and so do `documents` of None where
    there are `several`; where there is less room they are seen while one is in them.
    """

    documents: bool | None = None
    several: bool = False
    side: bool = True
    timeline: bool | None = None
    picked: str = "summary"
    zoomed: str | None = None
    here: str = "text"

    @property
    def has_list(self) -> bool:
        """Whether one can go to the list of documents."""
        return self.several if self.documents is None else self.documents

    def visible(self, width: int, height: int) -> tuple[str, ...]:
        """The panes on a screen of this size, in their order."""
        if self.zoomed:
            return (self.zoomed,)
        if width < WIDE:
            alone = height < SHORT and self.here == "text"
            return ("text", *((self.picked,) if self.side and not alone else ()))
        timeline = height >= TALL if self.timeline is None else self.timeline
        documents = self.documents
        if documents is None:
            documents = self.several and (width >= ROOMY or self.here == "documents")
        return tuple(
            pane
            for pane in PANES
            if pane == "text"
            or (pane == "documents" and documents)
            or (pane in SIDE and self.side and (timeline or pane != "timeline"))
        )

    def reachable(self, width: int, height: int) -> tuple[str, ...]:
        """The panes that Tab goes through: on a narrow screen also those behind the tabs."""
        if width < WIDE:
            return PANES if self.has_list else PANES[1:]
        if self.zoomed:
            return PANES
        visible = self.visible(width, height)
        return tuple(p for p in PANES if p in visible or (p == "documents" and self.has_list))

    def tabs(self, width: int) -> bool:
        """Whether the panes are picked from a line of tabs."""
        return width < WIDE and not self.zoomed

    def go_to(self, pane: str, width: int) -> None:
        """See to it that a pane is on a screen of this width."""
        self.here = pane
        if self.zoomed:
            self.zoomed = pane
        if pane == "text":
            return
        self.picked = pane
        if pane == "documents" and not self.has_list:
            self.documents = True
        if pane == "timeline":
            self.timeline = True
        if pane != "documents" or width < WIDE:
            self.side = True

    def toggle(self, pane: str, width: int, height: int) -> bool:
        """Show a pane that is hidden, or hide one that is seen; whether it is seen now."""
        if pane not in self.visible(width, height):
            self.go_to(pane, width)
            if pane == "documents":
                self.documents = True
            return True
        self.zoomed = None
        if width < WIDE:
            self.side = False
        elif pane == "documents":
            self.documents = False
        elif pane == "timeline":
            self.timeline = False
        return False
