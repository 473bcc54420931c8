"""Where one has been, to go back to the exact place and forward again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from briefing.app.sources import Source, Walk

EVERYTHING = -1
"""Stands for a document where one looks at all of them together."""
_LONGEST = 500


@dataclass(frozen=True, slots=True)
class Place:
    """A view of a document: the code point at the top, and what was marked in it."""

    document: int
    position: int
    source: Source | None = None
    walk: Walk | None = None


@dataclass(slots=True)
class History:
    """The places one left by jumping. Scrolling is not a jump."""

    _back: list[Place] = field(default_factory=list)
    _forward: list[Place] = field(default_factory=list)

    def leave(self, place: Place) -> None:
        """Remember the place a jump leaves; what lay ahead is forgotten."""
        if not self._back or self._back[-1] != place:
            self._back.append(place)
            del self._back[:-_LONGEST]
        self._forward.clear()

    def revise(self, document: int, renewed: Callable[[Place], Place]) -> None:
        """The text of a document is another: its places are what `renewed` makes of them."""
        for places in (self._back, self._forward):
            places[:] = [renewed(one) if one.document == document else one for one in places]

    def back(self, here: Place) -> Place | None:
        """The place before, or None at the beginning; `here` is what forward comes back to."""
        return self._turn(self._back, self._forward, here)

    def forward(self, here: Place) -> Place | None:
        """The place one came back from, or None where there is none."""
        return self._turn(self._forward, self._back, here)

    @staticmethod
    def _turn(source: list[Place], other: list[Place], here: Place) -> Place | None:
        while source and source[-1] == here:
            source.pop()
        if not source:
            return None
        other.append(here)
        return source.pop()
