"""Which letters of a name were typed."""

from __future__ import annotations

MATCH = 16
START_OF_TEXT = 10
START_OF_WORD = 8
NEXT_LETTER = 4
GAP, LONGER_GAP, LONGEST_GAP = -3, -1, -14


def scattered(typed: str, text: str) -> tuple[float, tuple[int, ...]]:
    """How well `typed` stands in `text` in its order, from 0 to 1, and at which indexes.

    Scored like fzf: letters at the beginning of words and letters in a row are worth more, gaps
    cost. (0.0, ()) where the letters do not stand there.
    """
    bonus = [
        START_OF_TEXT if at == 0 else START_OF_WORD if text[at - 1] == " " else 0
        for at in range(len(text))
    ]
    # Per place of the letter before: its score, the bonus its run carries, the places so far.
    ends: dict[int, tuple[int, int, tuple[int, ...]]] = {}
    for order, letter in enumerate(typed):
        following: dict[int, tuple[int, int, tuple[int, ...]]] = {}
        # The best way to arrive after a gap, worth one less with every letter passed.
        arriving: tuple[int, tuple[int, ...]] | None = None
        # The best of all before, from which no gap costs more than the longest does.
        furthest: tuple[int, tuple[int, ...]] | None = None
        for at, character in enumerate(text):
            before = ends.get(at - 1)
            gap = ends.get(at - 2)
            if arriving is not None:
                arriving = (arriving[0] + LONGER_GAP, arriving[1])
            if gap is not None and (arriving is None or gap[0] + GAP > arriving[0]):
                arriving = (gap[0] + GAP, gap[2])
            if gap is not None and (furthest is None or gap[0] + LONGEST_GAP > furthest[0]):
                furthest = (gap[0] + LONGEST_GAP, gap[2])
            if character != letter:
                continue
            if order == 0:
                following[at] = (MATCH + 2 * bonus[at], bonus[at], (at,))
                continue
            ways = []
            if before is not None:
                run = max(bonus[at], before[1], NEXT_LETTER)
                ways.append((before[0] + MATCH + run, run, (*before[2], at)))
            ways += [
                (apart[0] + MATCH + bonus[at], bonus[at], (*apart[1], at))
                for apart in (arriving, furthest)
                if apart is not None
            ]
            if ways:
                following[at] = max(ways)
        ends = following
    if not ends:
        return 0.0, ()
    score, _, places = max(ends.values())
    return max(0.0, score / best_score(len(typed))), places


def best_score(length: int) -> int:
    """The score of so many letters in a row at the beginning of a text."""
    return MATCH * length + START_OF_TEXT * (length + 1)


def align(typed: str, word: str) -> tuple[int, ...]:
    """The indexes of the letters of `word` that were typed, also where the typing slipped."""
    at = word.find(typed)
    if at >= 0:
        return tuple(range(at, at + len(typed)))
    places = scattered(typed, word)[1] if word[0] == typed[0] else ()
    if places:
        return places
    from rapidfuzz.distance import LCSseq

    half_typed = word[: len(typed) + 1]
    return tuple(
        at
        for block in LCSseq.opcodes(typed, half_typed)
        if block.tag == "equal"
        for at in range(block.dest_start, block.dest_end)
    )
