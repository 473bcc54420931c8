"""A closer look at the few names that are likely meant."""

from __future__ import annotations

import numpy as np

from briefing.finder.build import Arrays
from briefing.finder.found import Candidate, Tier

_SAME = 0.044
_BEGINS = 0.018
_IN_ORDER = 0.056
_TWICE = 0.1
_COVERED = 0.012
_SPELLED = 0.02
"""What it counts that a name has what was typed with its very accents, or with none."""
_WITHOUT_VOWELS = 0.03
"""What it counts that a name begins as was typed once its vowels are left out; twice for all."""
_VOWELS = str.maketrans("", "", "aeiou ")


def refined(
    query: str, words: list[str], arrays: Arrays, found: list[Candidate]
) -> list[Candidate]:
    """The candidates with what the order and the place of the typed words say about each."""
    typed = " ".join(words)
    spelled = " ".join(query.casefold().split())
    skeleton = typed if len(words) == 1 and typed == _skeleton(typed) else None
    better = []
    names = arrays.folded.encoded(np.array([candidate.form for candidate in found], np.int64))
    for (tier, strength, form, way), name in zip(found, names, strict=True):
        folded = name.decode()
        if folded == typed:
            tier = Tier.EXACT
            strength += _SAME
        if folded.startswith(typed):
            strength += _BEGINS
        if tier != Tier.LOOSE and spelled in arrays.texts[int(arrays.form_texts[form])].casefold():
            strength += _SPELLED
        if len(words) > 1:
            if _in_order(words, folded):
                strength += _IN_ORDER
            if tier != Tier.LOOSE and not _each_its_own(words, folded):
                strength -= _TWICE
        if tier == Tier.LOOSE:
            strength += _COVERED * min(1, len(typed) / len(folded))
            if skeleton:
                consonants = _skeleton(folded)
                strength += _WITHOUT_VOWELS * consonants.startswith(skeleton)
                strength += _WITHOUT_VOWELS * (consonants == skeleton)
        better.append(Candidate(tier, strength, form, way))
    return better


def _skeleton(folded: str) -> str:
    """The first letter and all consonants: what is left of a name where vowels are skipped."""
    return folded[0] + folded[1:].translate(_VOWELS)


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
