"""When a document counts as read: its end was on the screen, and one had a while for it."""

from __future__ import annotations

SECONDS = 1.0
"""From one look to the next."""
_LOOKS = 5
"""So many looks in a document are a while: leafing through short ones reads none of them."""


class Attention:
    """Looks, once a second, at which document one is in."""

    def __init__(self) -> None:
        self._document: int | None = None
        self._looks = 0

    def look(self, document: int | None, at_end: bool) -> bool:
        """Whether this look makes the document a read one, which happens once a visit."""
        if document != self._document:
            self._document, self._looks = document, 0
        if document is None or self._looks < 0:
            return False
        self._looks += 1
        if at_end and self._looks >= _LOOKS:
            self._looks = -1
            return True
        return False
