"""A closer look at the few names that are likely meant."""

from __future__ import annotations

import numpy as np

from briefing.finder.build import Arrays
from briefing.finder.found import Candidate, Tier

_SAME = 0.044
_BEGINS = 0.018
_IN_ORDER = 0.056
_TWICE = 0.1


def refined(words: list[str], arrays: Arrays, found: list[Candidate]) -> list[Candidate]:
    """The candidates with what the order and the place of the typed words say about each."""
    typed = " ".join(words)
    better = []
    names = arrays.folded.encoded(np.array([candidate.form for candidate in found], np.int64))
    for (tier, strength, form, way), name in zip(found, names, strict=True):
        folded = name.decode()
        if folded == typed:
            tier = Tier.EXACT
            strength += _SAME
        if folded.startswith(typed):
            strength += _BEGINS
        if len(words) > 1:
            if _in_order(words, folded):
                strength += _IN_ORDER
            if tier != Tier.LOOSE and not _each_its_own(words, folded):
                strength -= _TWICE
        better.append(Candidate(tier, strength, form, way))
    return better


def _in_order(words: list[str], folded: str) -> bool:
    at = 0
    for word in words:
        at = f" {folded}".find(f" {word}", at)
        if at < 0:
            return False
        at += len(word)
    return True


def _each_its_own(words: list[str], folded: str) -> bool:
    """Whether each typed word begins a word of the name that no other stands for."""
    free = folded.split(" ")
    for word in sorted(words, key=len, reverse=True):
        own = next((one for one in free if one.startswith(word)), None)
        if own is None:
            return False
        free.remove(own)
    return True
