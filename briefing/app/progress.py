"""How far the analysis of all documents is, in words."""

from __future__ import annotations

from collections import deque
from time import monotonic

_SPAN = 20.0
"""Seconds over which the rate is taken."""
_CALM = 1.0
"""Seconds, at least, for which the words stay the same."""


class Progress:
    """Counts files; `words` are empty where there is nothing to wait for."""

    def __init__(self) -> None:
        self._total = self.done = self.failed = 0
        self._times: deque[float] = deque()
        self._words = ""
        self._changed = 0.0

    def begin(self, total: int) -> None:
        """So many files are to be analysed."""
        self._total, self.done, self.failed = total, 0, 0
        self._times.clear()
        self._changed = 0.0

    def count(self, failed: bool) -> None:
        """One more has been analysed, or could not be."""
        self.done += 1
        self.failed += failed
        now = monotonic()
        self._times.append(now)
        while self._times[0] < now - _SPAN:
            self._times.popleft()

    def end(self) -> None:
        """Nothing is analysed any more."""
        self._total = 0

    @property
    def left(self) -> int:
        """How many files are still to be analysed."""
        return max(self._total - self.done, 0)

    @property
    def words(self) -> str:
        """What is done of how much, how fast, and what went wrong; the same for a second."""
        if not self.left:
            return ""
        if self._words and monotonic() - self._changed < _CALM:
            return self._words
        self._changed = monotonic()
        parts = [f"analysed {self.done:,} of {self._total:,}"]
        span = self._times[-1] - self._times[0] if self._times else 0.0
        if span > _CALM:
            parts.append(f"{len(self._times) / span:.0f} a second")
        if self.failed:
            parts.append(f"{self.failed:,} could not be read")
        self._words = ", ".join(parts)
        return self._words
