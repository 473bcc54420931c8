"""What fits a query so far, and which of it is best."""

from __future__ import annotations

from collections.abc import Collection
from enum import IntEnum
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from briefing.finder.build import Arrays
from briefing.finder.texts import Rows

_PRIOR = 0.10
_BEGINNING = 0.799
"""A word or words that are only begun fit less well than this."""

Strengths = NDArray[np.float32]


class Tier(IntEnum):
    """How a query was met. A higher tier always comes first."""

    LOOSE = 1
    """With slips of the fingers, inside words, by scattered letters, or not with every word."""
    LITERAL = 2
    """Every word is one of the name or its beginning, or the query is the name's initials."""
    EXACT = 3
    """The query is the name."""


class Way(IntEnum):
    """What of a name was typed."""

    WORDS = 0
    INITIALS = 1
    LETTERS = 2


class Candidate(NamedTuple):
    """A form that fits. `strength` counts within the tier."""

    tier: Tier
    strength: float
    form: int
    way: Way


class Found:
    """Rows that fit, and how well; of some kinds only, and without what was replaced."""

    def __init__(
        self,
        arrays: Arrays,
        prior: Strengths,
        replaced: NDArray[np.bool_] | None,
        kinds: Collection[str] | None,
    ) -> None:
        self._arrays = arrays
        self._prior = prior
        self._replaced = replaced
        self._kinds = kinds
        self._wanted: NDArray[np.bool_] | None = None
        if kinds is not None:
            self._wanted = np.array([kind in kinds for kind in arrays.kinds], np.bool_)
        self._parts: list[tuple[Rows, Strengths, Way]] = []

    def empty(self) -> Found:
        """Room for other forms of the same kinds."""
        return Found(self._arrays, self._prior, self._replaced, self._kinds)

    def add(self, forms: Rows, strengths: Strengths, way: Way) -> None:
        """Take in forms, of which each may also have been found in another way."""
        if self._wanted is not None or self._replaced is not None:
            entries = self._arrays.form_entries[forms]
            kept = np.ones(len(forms), np.bool_)
            if self._wanted is not None:
                kept &= self._wanted[self._arrays.entry_kinds[entries]]
            if self._replaced is not None:
                kept &= ~self._replaced[entries]
            forms, strengths = forms[kept], strengths[kept]
        if len(forms):
            self._parts.append((forms, strengths, way))

    @property
    def forms(self) -> Rows:
        """All forms found, some perhaps twice."""
        return np.concatenate([np.zeros(0, np.int64), *(forms for forms, _, _ in self._parts)])

    def best(self, typed: str, tier: Tier, count: int) -> list[Candidate]:
        """The `count` best, and every form that is `typed` itself."""
        best: dict[int, Candidate] = {}
        for forms, strengths, way in self._parts:
            total = strengths + np.float32(_PRIOR) * self._prior[forms]
            top = np.arange(len(forms))
            if len(forms) > count:
                same = np.zeros(0, np.int64)
                if tier is not Tier.LOOSE:
                    whole = strengths > _BEGINNING
                    same = np.flatnonzero(whole & (self._arrays.form_lengths[forms] == len(typed)))
                # Rows are in order, so that what is equal is taken in order too.
                least = np.partition(total, len(forms) - count)[len(forms) - count]
                above, equal = np.flatnonzero(total > least), np.flatnonzero(total == least)
                top = np.concatenate([above, equal[: count - len(above)], same])
            for form, strength in zip(forms[top].tolist(), total[top].tolist(), strict=True):
                if form not in best or best[form].strength < strength:
                    best[form] = Candidate(tier, strength, form, way)
        return list(best.values())
