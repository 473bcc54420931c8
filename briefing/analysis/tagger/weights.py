"""A linear chain over hashed features: emissions by look-up, decoding by Viterbi, all in numpy.

The weights come from an averaged perceptron (Collins 2002) and are kept as signed bytes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from briefing.analysis.tagger.context import Text
from briefing.analysis.tagger.features import SINGLE, U32, single_features
from briefing.analysis.tagger.packing import Arrays

F32 = NDArray[np.float32]
_EMPTY = np.uint32(0xFFFFFFFF)
_REACH = 2  # of features of single forms
_FORBIDDEN = -1e9
_FORMS_KEPT = 100_000


class HashTable:
    """Row numbers by key: open addressing with linear probing, built and asked by whole arrays."""

    def __init__(self, keys: U32) -> None:
        self._bits = max(4, int(len(keys) * 2.5).bit_length())
        size = 1 << self._bits
        self._slots = np.full(size, _EMPTY)
        self._rows = np.zeros(size, np.int32)
        pending = np.arange(len(keys))
        slot = self._home(keys)
        while len(pending):
            free = self._slots[slot] == _EMPTY
            # Of those that want the same free slot the last one written has it.
            self._rows[slot[free]] = pending[free]
            self._slots[slot[free]] = keys[pending[free]]
            lost = ~free
            lost[free] = self._rows[slot[free]] != pending[free]
            pending, slot = pending[lost], (slot[lost] + 1) & (size - 1)

    def _home(self, keys: U32) -> NDArray[np.intp]:
        return ((keys * np.uint32(0x9E3779B1)) >> np.uint32(32 - self._bits)).astype(np.intp)

    def rows(self, keys: U32, absent: int) -> NDArray[np.int32]:
        """The row of each key, `absent` for a key that has none."""
        slot = self._home(keys)
        held = self._slots[slot]
        found = held == keys
        out = np.where(found, self._rows[slot], np.int32(absent))
        pending = np.nonzero(~found & (held != _EMPTY))[0]
        slot = slot[pending]
        while len(pending):
            slot = (slot + 1) & (len(self._slots) - 1)
            held = self._slots[slot]
            found = held == keys[pending]
            out[pending[found]] = self._rows[slot[found]]
            going = ~found & (held != _EMPTY)
            pending, slot = pending[going], slot[going]
        return out


@dataclass(frozen=True, slots=True)
class Chain:
    """Labels ("O", "B-PER", "I-PER" ...), the score of each after each, and at a beginning."""

    labels: tuple[str, ...]
    transitions: F32
    start: F32

    @classmethod
    def build(cls, labels: Sequence[str], transitions: F32) -> Chain:
        """A chain in which I- follows only B- or I- of its own type."""
        scores, start = transitions.astype(np.float32), np.zeros(len(labels), np.float32)
        for column, label in enumerate(labels):
            if label.startswith("I-"):
                start[column] = _FORBIDDEN
                for row, before in enumerate(labels):
                    if before[1:] != label[1:]:
                        scores[row, column] = _FORBIDDEN
        return cls(tuple(labels), scores, start)

    def decode(self, emissions: F32, lengths: Sequence[int]) -> NDArray[np.intp]:
        """The best label of each word, sentence by sentence, all sentences at once (Viterbi)."""
        sizes = np.array(lengths)
        offsets = np.concatenate(([0], np.cumsum(sizes)[:-1]))
        order = np.argsort(-sizes, kind="stable")
        sizes, offsets = sizes[order], offsets[order]
        # At each step, how many sentences reach so far; they are sorted, so these come first.
        active = np.searchsorted(-sizes, -np.arange(sizes[0]), side="left")
        back = np.zeros((sizes[0], len(sizes), len(self.labels)), np.int8)
        score = emissions[offsets] + self.start
        for step in range(1, int(sizes[0])):
            count = active[step]
            paths = score[:count, :, None] + self.transitions
            best = paths.argmax(1)
            back[step, :count] = best
            score[:count] = paths.max(1) + emissions[offsets[:count] + step]
        out = np.zeros(len(emissions), np.intp)
        current = score.argmax(1)
        for step in range(int(sizes[0]) - 1, -1, -1):
            count = active[step]
            out[offsets[:count] + step] = current[:count]
            if step:
                current[:count] = back[step, np.arange(count), current[:count]]
        return out


class Weights:
    """The weights of features: scores of the labels of each word of a text."""

    def __init__(self, keys: U32, table: F32) -> None:
        self._table = np.concatenate((table, np.zeros((1, table.shape[1]), np.float32)))
        self._absent = len(keys)
        self._index = HashTable(keys)
        self._numbers: dict[str, int] = {}
        self._forms = np.zeros((64, 2 * _REACH + 1, table.shape[1]), np.float32)

    @classmethod
    def from_arrays(cls, arrays: Arrays, labels: int) -> Weights:
        """The weights that `arrays_of` made arrays of."""
        columns = arrays["masks"].astype(np.uint16)[:, None] >> np.arange(labels, dtype=np.uint16)
        table = np.zeros((len(arrays["masks"]), labels), np.float32)
        table[(columns & 1).astype(bool)] = arrays["weights"]
        return cls(arrays["keys"].astype(np.uint32), table)

    @staticmethod
    def arrays_of(keys: U32, table: NDArray[np.int8]) -> Arrays:
        """Sorted `keys` and their rows as arrays to be packed: which are not zero, and what."""
        used = table != 0
        masks = (used << np.arange(table.shape[1])).sum(1).astype(np.uint16)
        return {"keys": keys.astype(np.uint32), "masks": masks, "weights": table[used]}

    def emissions(self, text: Text) -> F32:
        """The score of each label for each word of `text`."""
        numbers = self._numbers_of(text)[text.uses]
        out = np.zeros((len(text.at), self._table.shape[1]), np.float32)
        for offset in range(-_REACH, _REACH + 1):
            out += self._forms[numbers[text.at + offset], offset + _REACH]
        features = text.features()
        rows = self._index.rows(np.concatenate(features), self._absent)
        for part in rows.reshape(len(features), -1):
            out += self._table[part]
        return out

    def _numbers_of(self, text: Text) -> NDArray[np.intp]:
        """Where the scores of each form of `text` are kept; those of new forms are summed up."""
        if len(self._numbers) > _FORMS_KEPT:
            self._numbers.clear()
        new = [place for place, form in enumerate(text.forms) if form not in self._numbers]
        if new:
            first = len(self._numbers)
            while first + len(new) > len(self._forms):
                self._forms = np.concatenate((self._forms, np.zeros_like(self._forms)))
            scores = self._forms[first : first + len(new)]
            scores[:] = 0
            for (offset, _), keys in zip(SINGLE, single_features(text.described[new]), strict=True):
                scores[:, offset + _REACH] += self._table[self._index.rows(keys, self._absent)]
            for place in new:
                self._numbers[text.forms[place]] = len(self._numbers)
        return np.array([self._numbers[form] for form in text.forms], dtype=np.intp)
