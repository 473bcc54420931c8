"""How well scattered letters stand in many texts at once."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from briefing.finder.letters import (
    GAP,
    LONGER_GAP,
    LONGEST_GAP,
    MATCH,
    NEXT_LETTER,
    START_OF_TEXT,
    START_OF_WORD,
    best_score,
)

_NOWHERE = -10_000
_WIDEST = 120
_TOGETHER = 256


def shares(typed: bytes, texts: list[bytes]) -> NDArray[np.float32]:
    """What `letters.scattered` gives for each text, as shares from 0 to 1, 0 where it is not.

    The letters are bytes, and those of a text beyond the first 120 do not count.
    """
    found = np.zeros(len(texts), np.float32)
    # Texts that are as long as each other leave little room unused.
    order = sorted(range(len(texts)), key=lambda number: len(texts[number]))
    for start in range(0, len(order), _TOGETHER):
        some = order[start : start + _TOGETHER]
        found[some] = _shares(typed, [texts[number] for number in some])
    return found


def _shares(typed: bytes, texts: list[bytes]) -> NDArray[np.float32]:
    """All texts take a step together: a column for each, a row for each place a letter can be."""
    width = min(_WIDEST, max(1, len(texts[-1])))
    packed = np.array(texts, f"S{width}").view(np.uint8).reshape(len(texts), width)
    letters = np.ascontiguousarray(packed.T)
    bonus = np.zeros(letters.shape, np.int16)
    bonus[1:][letters[:-1] == ord(" ")] = START_OF_WORD
    bonus[0] = START_OF_TEXT
    passed = (np.arange(width, dtype=np.int16) * -LONGER_GAP)[:, np.newaxis]
    score = np.where(letters == typed[0], MATCH + 2 * bonus, _NOWHERE).astype(np.int16)
    run = bonus
    for letter in typed[1:]:
        # In a row with the letter before, which hands on the bonus that its run began with.
        carried = np.full_like(bonus, NEXT_LETTER)
        np.maximum(carried[1:], run[:-1], out=carried[1:])
        np.maximum(carried, bonus, out=carried)
        beside = np.full_like(score, _NOWHERE)
        beside[1:] = score[:-1] + carried[1:]
        # After a gap: the best before, less what the gap costs.
        apart = np.full_like(score, _NOWHERE)
        reached = np.maximum.accumulate(score + passed, axis=0)
        first = GAP - 2 * LONGER_GAP
        apart[2:] = np.maximum(
            reached[:-2] - passed[2:] + first,
            np.maximum.accumulate(score, axis=0)[:-2] + LONGEST_GAP,
        )
        apart += bonus
        run = np.where(beside >= apart, carried, bonus)
        score = np.where(letters == letter, MATCH + np.maximum(beside, apart), _NOWHERE)
        np.maximum(score, _NOWHERE, out=score)
    best = score.max(axis=0).astype(np.float32)
    found: NDArray[np.float32] = np.clip(best / best_score(len(typed)), 0, 1).astype(np.float32)
    return found
