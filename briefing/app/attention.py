"""When a document counts as seen, and as read: one had a while for it, and was at its end."""

from __future__ import annotations

from typing import Literal

SECONDS = 1.0
"""From one look to the next."""
_LOOKS = 5
"""So many looks at a document are a while: leafing through short ones reads none of them."""
Reached = Literal["", "seen", "read"]


class Attention:
    """Looks, once a second, at which document one is in."""

    def __init__(self) -> None:
        self._document: int | None = None
        self._looks = 0
        self._told: Reached = ""

    def look(self, document: int | None, at_end: bool) -> Reached:
        """What this look makes of the document, each once a visit; nothing at most looks."""
        if document != self._document:
            self._document, self._looks, self._told = document, 0, ""
        if document is None:
            return ""
        self._looks += 1
        reached: Reached = "read" if at_end or self._told == "read" else "seen"
        if self._looks < _LOOKS or reached == self._told:
            return ""
        self._told = reached
        return reached
