"""From the words that are typed to the names that fit, in one set of entries.

First come the names that hold what was typed as it was typed; only where there are few of them,
those that hold something like it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from copy import copy

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import LCSseq
from rapidfuzz.process import cdist

from briefing.finder.build import Arrays, initials_of, packed
from briefing.finder.entry import Entry
from briefing.finder.found import Found, Strengths, Way
from briefing.finder.scatter import shares
from briefing.finder.texts import Rows, rows, starts_of
from briefing.finder.vocabulary import STOP_WORDS, Vocabulary, letter_mask

_STOP_WEIGHT = 0.35
_FEW_LITERAL = 3
_HOPELESS = 0.45
_SOME, _ENOUGH, _VERY_MANY = 50, 4_000, 40_000
_SEARCHED_BY_OTHERS = 100_000
_MOST_BY_FIRST_LETTER, _MOST_BY_OTHERS, _MOST_SCATTERED = 10_000, 1_000, 1_200
_INITIALS, _TWO_INITIALS = 0.90, 0.80
_BY_WORDS = 0.8
_BEGINS_ALIKE, _COVERED = np.float32(0.02), 0.06
_MOST_VERIFIED = 1_000
_BEGUN = 0.81
"""A word that is only begun fits less well."""


class _Scores:
    """Room for a number for each form, used again for each word."""

    def __init__(self, forms: int) -> None:
        self._all = np.zeros(forms, np.float32)

    def of(self, wanted: Rows, forms: Rows, strengths: Strengths) -> Strengths:
        """The strengths of the `wanted` forms, 0 for others; the last counts for one met twice."""
        self._all[forms] = strengths
        found = self._all[wanted]
        self._all[forms] = 0
        return found


class Index:
    """What is searched at each key. Immutable but for what is preferred."""

    def __init__(self, arrays: Arrays) -> None:
        self.arrays = arrays
        self.vocabulary = Vocabulary(arrays.words)
        self._prior = arrays.prior()
        self._preferred = self._prior
        self._replaced: NDArray[np.bool_] | None = None
        # The forms by their first letters, each letter's in order, and their letters beside them.
        self._by_first = np.argsort(arrays.form_firsts, kind="stable").astype(np.uint32)
        self._masks_by_first = arrays.form_masks[self._by_first]
        self._first_at = starts_of(np.bincount(arrays.form_firsts, minlength=256), 256)

    def __len__(self) -> int:
        return len(self.arrays.entry_keys)

    # What changes

    def prefer(self, weights: Mapping[int | str, float]) -> None:
        """Add to the strength of some entries, which are given by their keys, and of no others."""
        preferred = self._prior
        if found := self._numbers(weights):
            added = np.zeros(len(self), np.float32)
            for number, key in found:
                added[number] = weights[key]
            preferred = preferred + added[self.arrays.form_entries]
        self._preferred = preferred

    def without(self, keys: Collection[int | str]) -> Index:
        """The same without the entries with these keys; itself where it has none of them."""
        numbers = [number for number, _ in self._numbers(keys)]
        if not numbers:
            return self
        less = copy(self)
        less._replaced = ~self.kept()
        less._replaced[numbers] = True
        return less

    def _numbers(self, keys: Collection[int | str]) -> list[tuple[int, int | str]]:
        arrays = self.arrays
        if len(arrays.key_texts):
            every = ((number, arrays.key(number)) for number in range(len(self)))
            return [(number, key) for number, key in every if key in keys]
        wanted = [key for key in keys if isinstance(key, int)]
        numbers = np.flatnonzero(np.isin(arrays.entry_keys, wanted)).tolist() if wanted else []
        return [(number, int(arrays.entry_keys[number])) for number in numbers]

    def kept(self) -> NDArray[np.bool_]:
        """Which entries have not been replaced."""
        if self._replaced is None:
            return np.ones(len(self), np.bool_)
        return ~self._replaced

    # What fits

    def literal(self, typed: list[str], kinds: Collection[str] | None) -> Found:
        """The forms that hold every word of `typed`, or words that begin so."""
        found = Found(self.arrays, self._preferred, self._replaced, kinds)
        scores = _Scores(len(self.arrays.folded))
        ranges = {word: self.vocabulary.beginning(word) for word in typed}
        needed = [word for word in typed if word not in STOP_WORDS] or typed
        forms: Rows | None = None
        strengths = np.zeros(0, np.float32)
        for word in sorted(needed, key=lambda word: self._reach(ranges[word])):
            begun = self._begun(word, ranges[word])
            if forms is None:
                forms = self._distinct(begun[0])
                strengths = scores.of(forms, *begun)
            else:
                more = scores.of(forms, *begun)
                forms, strengths = forms[more > 0], (strengths + more)[more > 0]
            if not len(forms):
                break
        if forms is not None and len(forms):
            weight = float(len(needed))
            for word in typed:
                if word not in needed:
                    begun = self._begun(word, ranges[word])
                    strengths += _STOP_WEIGHT * scores.of(forms, *begun)
                    weight += _STOP_WEIGHT
            found.add(forms, strengths / np.float32(weight), Way.WORDS)
        if len(typed) == 1:
            forms, _ = self._initials(typed[0], whole=True)
            strength = _INITIALS if len(typed[0]) > 2 else _TWO_INITIALS
            found.add(forms, np.full(len(forms), strength, np.float32), Way.INITIALS)
        return found

    def loose(self, typed: list[str], literal: Found) -> Found:
        """The forms that hold something like the words of `typed`, but are not in `literal`."""
        arrays = self.arrays
        weights = [_STOP_WEIGHT if word in STOP_WORDS else 1.0 for word in typed]
        known = literal.forms
        # Where it stands in names as it is typed, scattered letters are only in the way.
        apart = len(typed) > 1 or not len(known)
        holding: list[tuple[Rows, Strengths]] = []
        for word in typed:
            if len(word) < 3 or word in STOP_WORDS:
                # It means only what begins so.
                holding.append(self._begun(word, self.vocabulary.beginning(word)))
                continue
            meant = self.vocabulary.meant(word, apart)
            order = np.argsort(meant.strengths, kind="stable")
            places, counts = rows(arrays.word_forms_at, meant.words[order])
            holding.append((arrays.word_forms[places], np.repeat(meant.strengths[order], counts)))
        likely = self._likeliest([forms for forms, _ in holding], known)
        scores = _Scores(len(arrays.folded))
        score = np.zeros(len(likely), np.float32)
        for weight, (forms, strengths) in zip(weights, holding, strict=True):
            score += np.float32(weight / sum(weights)) * scores.of(likely, forms, strengths)
        hopeful = score > max(0.0, float(score.max(initial=0.0)) - _HOPELESS)
        found = literal.empty()
        found.add(likely[hopeful], score[hopeful], Way.WORDS)
        if len(typed) == 1:
            self._add_across_words(typed[0], known, found)
        return found

    def _add_across_words(self, typed: str, known: Rows, found: Found) -> None:
        """Take in the forms whose initials begin so, or that hold the letters anywhere."""
        if len(typed) > 1:
            begun, lengths = self._initials(typed, whole=False)
            fresh = ~np.isin(begun, known)
            strengths = (0.69 + 0.33 * len(typed) / lengths).astype(np.float32)
            found.add(begun[fresh], strengths[fresh], Way.INITIALS)
        if len(typed) > 3 and len(known) < _FEW_LITERAL:
            holding, strengths = self._scattered(typed)
            fresh = ~np.isin(holding, known)
            found.add(holding[fresh], strengths[fresh], Way.LETTERS)

    def _likeliest(self, holding: list[Rows], known: Rows) -> Rows:
        """The forms with one of the rarer words at least, but no known ones."""
        taken: list[Rows] = []
        count = 0
        for forms in sorted(holding, key=len):
            if count > _ENOUGH or (count > _SOME and len(forms) > _VERY_MANY):
                break
            taken.append(forms)
            count += len(forms)
        likely = self._distinct(np.concatenate(taken))
        return likely[~np.isin(likely, known)] if len(known) else likely

    def _distinct(self, forms: Rows) -> Rows:
        """The forms in order, each once."""
        if len(forms) < _ENOUGH:
            ordered: Rows = np.sort(forms)
            once: Rows = ordered[np.append(True, ordered[1:] != ordered[:-1])[: len(ordered)]]
            return once
        held = np.zeros(len(self.arrays.folded), np.bool_)
        held[forms] = True
        every: Rows = np.flatnonzero(held)
        return every

    def _reach(self, words: range) -> int:
        at = self.arrays.word_forms_at
        return int(at[words.stop]) - int(at[words.start])

    def _with(self, words: range) -> Rows:
        """The forms that hold one of the words, some perhaps twice."""
        at = self.arrays.word_forms_at
        forms: Rows = self.arrays.word_forms[at[words.start] : at[words.stop]].astype(np.int64)
        return forms

    def _begun(self, typed: str, words: range) -> tuple[Rows, Strengths]:
        """The forms with a word that begins with `typed`, and how well; the best comes last."""
        arrays = self.arrays
        at = arrays.word_forms_at[words.start : words.stop + 1].astype(np.int64)
        forms = self._with(words)
        strengths = self.vocabulary.strengths(typed, words)
        every = np.repeat(strengths, np.diff(at))
        if words and strengths[0] > _BEGUN:
            # A whole word may be met before one that is only begun.
            whole = slice(int(at[1] - at[0]))
            forms = np.concatenate([forms, forms[whole]])
            every = np.concatenate([every, every[whole]])
        return forms, every

    def _initials(self, typed: str, whole: bool) -> tuple[Rows, NDArray[np.int64]]:
        """The forms whose initials are `typed`, or begin so, and how many initials they have."""
        arrays = self.arrays
        least = packed(typed)
        most = least if whole else least | (1 << 8 * max(0, 8 - len(typed))) - 1
        start = int(np.searchsorted(arrays.initials, np.uint64(least), "left"))
        end = int(np.searchsorted(arrays.initials, np.uint64(most), "right"))
        forms = arrays.initials_forms[start:end].astype(np.int64)
        lengths = arrays.initials[start:end].view(np.uint8).reshape(-1, 8).astype(np.bool_).sum(1)
        if len(typed) >= 8 or not typed.isascii():
            # More than the eight bytes tell.
            forms = forms[:_MOST_VERIFIED]
            held = [
                any(
                    letters == typed if whole else letters.startswith(typed)
                    for letters in initials_of(arrays.folded[form])
                )
                for form in forms.tolist()
            ]
            return forms[held], np.full(sum(held), len(typed))
        return forms, lengths

    def _scattered(self, typed: str) -> tuple[Rows, Strengths]:
        """The forms that hold the letters in their order, wherever they stand."""
        arrays = self.arrays
        letters = letter_mask(typed)
        first = ord(typed[0]) & 255
        same = slice(*self._first_at[first : first + 2].tolist())
        # Where there are too many, those count that begin alike and are named often.
        alike = np.flatnonzero((self._masks_by_first[same] & letters) == letters)
        some = slice(_SEARCHED_BY_OTHERS)
        others = (arrays.form_masks[some] & letters) == letters
        others &= arrays.form_firsts[some] != first
        holding = np.concatenate(
            [
                self._by_first[same][alike[:_MOST_BY_FIRST_LETTER]],
                np.flatnonzero(others)[:_MOST_BY_OTHERS],
            ]
        )
        if not len(holding):
            return holding, np.zeros(0, np.float32)
        query = typed.encode()
        names = arrays.folded.encoded(holding)
        common = cdist(
            [query], names, scorer=LCSseq.similarity, score_cutoff=len(query), dtype=np.uint16
        )
        here = np.flatnonzero(common[0])[:_MOST_SCATTERED]
        share = shares(query, [names[number] for number in here.tolist()])
        names_at = holding[here]
        strengths = np.float32(0.15) + np.float32(0.65) * share
        strengths += _BEGINS_ALIKE * (arrays.form_firsts[names_at] == ord(typed[0]) & 255)
        strengths += np.float32(_COVERED * len(typed)) / arrays.form_lengths[names_at]
        if len(typed) <= 5:
            # So few letters stand in many names; five may still be beginnings of its words.
            strengths[(share < _BY_WORDS) | (len(typed) < 5)] -= np.float32(0.08)
        return names_at, strengths

    def entries(self) -> Iterator[Entry]:
        """What has not been replaced, what is named most often first."""
        for number in range(len(self)):
            if self._replaced is None or not self._replaced[number]:
                yield self.arrays.entry(number)
