"""How large the panes are: as the style sheet has it, or as the reader has set them."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.app.arrangement import SIDE, WIDE

STEP = 2
"""Columns that a key makes a pane wider; lines are taken one by one."""
LEAST_TEXT = 40
LEAST_WIDTH = 18
LEAST_HEIGHT = 4
BELOW = "below"
FLEXIBLE = "entities"
"""The pane of the side that takes what the others leave."""


class Sizes:
    """Columns of the `documents` and of the `side`, lines of the side panes.

    `below` is how many lines the side takes on a narrow screen. What is not set is left to the
    style sheet. Nothing is set so large that no text is left, on whatever screen.
    """

    def __init__(self, wanted: Mapping[str, int] | None = None) -> None:
        self.wanted = dict(wanted or {})

    def width(self, pane: str, screen: int) -> int | None:
        """The columns of the documents or the side, on a screen so wide."""
        wanted = self.wanted.get(pane)
        if wanted is None or screen < WIDE:
            return None
        other = self.wanted.get("side" if pane == "documents" else "documents", LEAST_WIDTH)
        most = max(LEAST_WIDTH, screen - LEAST_TEXT - other)
        return min(max(wanted, LEAST_WIDTH), most)

    def height(self, pane: str, room: int) -> int | None:
        """The lines of a pane of the side, or of all that is `below`, of so many."""
        wanted = self.wanted.get(pane)
        return None if wanted is None else min(max(wanted, LEAST_HEIGHT), max(LEAST_HEIGHT, room))

    def wider(self, pane: str, columns: int, now: Mapping[str, int]) -> bool:
        """Make a pane wider, or narrower; `now` has the columns of the documents and the side.

        The text is made wider by making narrower what is beside it.
        """
        if pane == "text":
            beside = "side" if now.get("side") else "documents"
            columns = -columns
        else:
            beside = "documents" if pane == "documents" else "side"
        return self._change(beside, columns, now, LEAST_WIDTH)

    def higher(self, pane: str, lines: int, now: Mapping[str, int]) -> bool:
        """Make a pane of the side higher, or lower; `now` has the lines of those that are seen.

        The one that takes what is left is made higher by making lower the one below it.
        """
        if pane == FLEXIBLE:
            seen = [one for one in SIDE if now.get(one)]
            pane, lines = seen[seen.index(pane) + 1] if pane in seen[:-1] else "", -lines
        return self._change(pane, lines, now, LEAST_HEIGHT)

    def lower_text(self, pane: str, lines: int, now: int) -> bool:
        """On a narrow screen, give a pane more lines, or the text; `now` are those below it."""
        return self._change(BELOW, -lines if pane == "text" else lines, {BELOW: now}, LEAST_HEIGHT)

    def _change(self, name: str, by: int, now: Mapping[str, int], least: int) -> bool:
        if not now.get(name):
            return False
        before = now[name]
        self.wanted[name] = max(least, before + by)
        return self.wanted[name] != before
