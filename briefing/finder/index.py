"""From the words that are typed to the names that fit, in one set of entries.

First come the names that hold what was typed as it was typed; only where there are few of them,
those that hold something like it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import LCSseq
from rapidfuzz.process import cdist

from briefing.finder.build import Arrays, initials_of, packed
from briefing.finder.entry import Entry
from briefing.finder.found import Found, Strengths, Way
from briefing.finder.scatter import shares
from briefing.finder.texts import Rows, rows
from briefing.finder.vocabulary import STOP_WORDS, WHOLE_WORD, Vocabulary, letter_mask

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


class Index:
    """What is searched at each key. Immutable but for what is preferred and what was replaced."""

    def __init__(self, arrays: Arrays) -> None:
        self.arrays = arrays
        self.vocabulary = Vocabulary(arrays.words)
        self._prior = arrays.prior()
        self._preferred = self._prior
        self._replaced: NDArray[np.bool_] | None = None

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

    def replace(self, keys: Collection[int | str]) -> int:
        """Find entries with these keys no more; gives how many there were."""
        numbers = [number for number, _ in self._numbers(keys)]
        if numbers:
            replaced = np.zeros(len(self), np.bool_)
            if self._replaced is not None:
                replaced |= self._replaced
            replaced[numbers] = True
            self._replaced = replaced
        return len(numbers)

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
        ranges = {word: self.vocabulary.beginning(word) for word in typed}
        needed = [word for word in typed if word not in STOP_WORDS] or typed
        forms: Rows | None = None
        strengths = np.zeros(0, np.float32)
        for word in sorted(needed, key=lambda word: self._reach(ranges[word])):
            score = self._scores(word, ranges[word])
            if forms is None:
                forms = self._distinct(self._with(ranges[word]))
                strengths = score[forms]
            else:
                held = score[forms] > 0
                forms, strengths = forms[held], strengths[held] + score[forms[held]]
            if not len(forms):
                break
        if forms is not None and len(forms):
            weight = float(len(needed))
            for word in typed:
                if word not in needed:
                    strengths += _STOP_WEIGHT * self._scores(word, ranges[word])[forms]
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
        holding: list[Rows] = []
        best = np.zeros((len(typed), len(arrays.folded)), np.float32)
        for number, word in enumerate(typed):
            if len(word) < 3 or word in STOP_WORDS:
                # It means only what begins so.
                beginning = self.vocabulary.beginning(word)
                best[number] = self._scores(word, beginning)
                holding.append(self._with(beginning))
                continue
            meant = self.vocabulary.meant(word, apart)
            order = np.argsort(meant.strengths, kind="stable")
            places, counts = rows(arrays.word_forms_at, meant.words[order])
            forms = arrays.word_forms[places]
            # Where a form is met more than once, the last and strongest counts.
            best[number, forms] = np.repeat(meant.strengths[order], counts)
            holding.append(forms)
        best[:, known] = 0
        likely = self._likeliest(holding)
        score = np.zeros(len(likely), np.float32)
        for number, weight in enumerate(weights):
            score += np.float32(weight / sum(weights)) * best[number, likely]
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

    def _likeliest(self, holding: list[Rows]) -> Rows:
        """The forms with one of the rarer words at least."""
        taken: list[Rows] = []
        count = 0
        for forms in sorted(holding, key=len):
            if count > _ENOUGH or (count > _SOME and len(forms) > _VERY_MANY):
                break
            taken.append(forms)
            count += len(forms)
        return self._distinct(np.concatenate(taken))

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

    def _scores(self, typed: str, words: range) -> Strengths:
        """How well a word of each form begins with `typed`, 0 where none does."""
        arrays = self.arrays
        at = arrays.word_forms_at[words.start : words.stop + 1].astype(np.int64)
        score = np.zeros(len(arrays.folded), np.float32)
        strengths = self.vocabulary.strengths(typed, words)
        score[self._with(words)] = np.repeat(strengths, np.diff(at))
        if words and strengths[0] > 0.81:
            score[arrays.word_forms[at[0] : at[1]]] = WHOLE_WORD
        return score

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
        same = arrays.form_firsts == ord(typed[0]) & 255
        # Where there are too many, those count that begin alike and are named often.
        holding = np.concatenate(
            [
                some[(arrays.form_masks[some] & letters) == letters][:most]
                for some, most in (
                    (np.flatnonzero(same), _MOST_BY_FIRST_LETTER),
                    (np.flatnonzero(~same[:_SEARCHED_BY_OTHERS]), _MOST_BY_OTHERS),
                )
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
