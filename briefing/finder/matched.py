"""Which letters of a name were typed."""

from __future__ import annotations

from bisect import bisect_left

from briefing.finder.build import LONGEST_NAME
from briefing.finder.fold import fold_with_origin, words_with_origin
from briefing.finder.found import Candidate, Tier, Way
from briefing.finder.index import Index
from briefing.finder.letters import align, scattered
from briefing.finder.vocabulary import Vocabulary


def shown(index: Index, candidate: Candidate) -> str:
    """The form that fits as it is shown, as far as it is searched."""
    arrays = index.arrays
    return arrays.texts[int(arrays.form_texts[candidate.form])][:LONGEST_NAME]


def marks(words: list[str], index: Index, candidate: Candidate) -> tuple[int, ...]:
    """The indexes of the letters of the form as it is shown that were typed."""
    written = shown(index, candidate)
    folded = index.arrays.folded[candidate.form]
    typed = " ".join(words)
    if folded.startswith(typed) and candidate.tier is not Tier.LOOSE:
        return _within(written, range(len(typed)))
    if candidate.way is Way.INITIALS:
        return _within(written, _initials(typed, folded))
    if candidate.way is Way.LETTERS:
        return _within(written, scattered(typed, folded)[1])
    origins = words_with_origin(written)
    marked: set[int] = set()
    for word in words:
        if (meant := _meant(word, index.vocabulary, origins)) is not None:
            marked.update(origins[meant][at] for at in align(word, meant))
    return tuple(sorted(marked))


def _within(written: str, places: range | tuple[int, ...]) -> tuple[int, ...]:
    """Where the letters at `places` of the folded form stand in the shown one."""
    folded = fold_with_origin(written)
    return tuple(sorted({folded.origin[at] for at in places if folded.text[at] != " "}))


def _initials(typed: str, folded: str) -> tuple[int, ...]:
    """Where the words begin whose initials were typed."""
    starts = (at for at in range(len(folded)) if at == 0 or folded[at - 1] == " ")
    places = []
    for letter in typed:
        place = next((at for at in starts if folded[at] == letter), None)
        if place is None:
            break
        places.append(place)
    return tuple(places)


def _meant(typed: str, vocabulary: Vocabulary, written: dict[str, tuple[int, ...]]) -> str | None:
    """The written word that `typed` fits best."""
    if literal := [word for word in written if word.startswith(typed)]:
        return min(literal, key=len)
    numbers = {bisect_left(vocabulary.words, word): word for word in written}
    for apart in (False, True):
        meant = vocabulary.meant(typed, apart)
        fitting = [
            (float(meant.strengths[at]), numbers[number])
            for number in numbers
            if (at := int(meant.words.searchsorted(number))) < len(meant.words)
            and meant.words[at] == number
        ]
        if fitting:
            return max(fitting)[1]
    return None
