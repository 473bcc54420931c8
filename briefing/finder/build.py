"""Entries as arrays, in which a search costs little and which can be written to a file."""

from __future__ import annotations

import gc
from array import array
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from math import log

import numpy as np
from numpy.typing import NDArray

from briefing.finder.entry import Entry
from briefing.finder.fold import fold, words
from briefing.finder.texts import Numbers, Texts, starts_of
from briefing.finder.vocabulary import STOP_WORDS

LONGEST_NAME = 300
"""Letters of a name that are searched."""
_MANY_MENTIONS = log(20_001)
_SPACE_OF_INITIALS = 8


@dataclass(frozen=True, slots=True)
class Arrays:
    """Entries, those named most often first, and their forms, the ways in which each is written.

    What has a row for each entry begins with `entry_`, for each form with `form_`, for each word
    with `word_`. Every `_at` says where the rows of another array begin.
    """

    words: list[str]
    texts: Texts
    """The name and the aliases of each entry as they are shown."""
    folded: Texts
    """The forms as they are compared."""
    key_texts: Texts
    """The keys where some are strings; no texts at all where none is."""
    kinds: tuple[str, ...]
    entry_keys: NDArray[np.int64]
    entry_kinds: NDArray[np.uint8]
    entry_mentions: Numbers
    entry_texts_at: Numbers
    form_entries: Numbers
    form_texts: Numbers
    form_lengths: NDArray[np.uint16]
    form_masks: Numbers
    form_firsts: NDArray[np.uint8]
    word_forms_at: Numbers
    word_forms: Numbers
    initials: NDArray[np.uint64]
    """The first eight initials of forms of several words, sorted; some without stop words."""
    initials_forms: Numbers

    def entry(self, number: int) -> Entry:
        """An entry as it was given."""
        start, end = self.entry_texts_at[number : number + 2].tolist()
        shown = [self.texts[at] for at in range(start, end)]
        kind = self.kinds[self.entry_kinds[number]]
        mentions = int(self.entry_mentions[number])
        return Entry(self.key(number), shown[0], kind, tuple(shown[1:]), mentions)

    def key(self, number: int) -> int | str:
        """The key of an entry."""
        if not len(self.key_texts):
            return int(self.entry_keys[number])
        text = self.key_texts[number]
        return int(text[1:]) if text[0] == "i" else text[1:]

    def prior(self) -> NDArray[np.float32]:
        """How important each form is for being named often, from 0 to about 1."""
        mentions = self.entry_mentions[self.form_entries].astype(np.float32)
        return (np.log1p(mentions) / _MANY_MENTIONS).astype(np.float32)


def build(given: Iterable[Entry]) -> Arrays:
    """The arrays of `given`. Raises OverflowError where a key is a number beyond 63 bits."""
    with _without_collector():
        return _build(sorted(given, key=lambda entry: -entry.mentions))


def _build(entries: list[Entry]) -> Arrays:
    kinds: dict[str, int] = {}
    numbers: dict[str, int] = {}
    texts: list[str] = []
    folded: list[str] = []
    entry_texts, entry_kinds = array("I"), array("B")
    form_entries, form_texts, form_words, form_counts = (array("I") for _ in range(4))
    for number, entry in enumerate(entries):
        entry_kinds.append(kinds.setdefault(entry.kind, len(kinds)))
        written = set()
        for shown in (entry.name, *entry.aliases):
            cut = shown[:LONGEST_NAME]
            if (form := fold(cut)) and form not in written:
                written.add(form)
                folded.append(form)
                form_entries.append(number)
                form_texts.append(len(texts))
                found = words(cut)
                form_counts.append(len(found))
                form_words.extend([numbers.setdefault(word, len(numbers)) for word in found])
            texts.append(shown)
        entry_texts.append(1 + len(entry.aliases))

    vocabulary = sorted(numbers)
    renumbered = np.zeros(len(numbers), np.uint32)
    renumbered[[numbers[word] for word in vocabulary]] = np.arange(len(numbers))
    form_words_ = renumbered[np.asarray(form_words, np.int64)]
    forms_of_words = np.repeat(
        np.arange(len(folded), dtype=np.uint32), np.asarray(form_counts, np.int64)
    )
    initials, initials_forms = _initials(folded)
    keys, key_texts = _keys(entries)
    masks = np.zeros(len(folded), np.uint32)
    form_words_at = starts_of(form_counts, len(form_counts))
    if folded:
        from briefing.finder.vocabulary import Vocabulary

        masks = np.bitwise_or.reduceat(
            Vocabulary(vocabulary).masks[form_words_], form_words_at[:-1]
        )
    return Arrays(
        words=vocabulary,
        texts=Texts.of(texts),
        folded=Texts.of(folded),
        key_texts=key_texts,
        kinds=tuple(kinds),
        entry_keys=keys,
        entry_kinds=np.asarray(entry_kinds, np.uint8),
        entry_mentions=np.fromiter(
            (min(max(0, entry.mentions), 2**32 - 1) for entry in entries), np.uint32, len(entries)
        ),
        entry_texts_at=starts_of(entry_texts, len(entries)),
        form_entries=np.asarray(form_entries, np.uint32),
        form_texts=np.asarray(form_texts, np.uint32),
        form_lengths=np.fromiter(map(len, folded), np.uint16, len(folded)),
        form_masks=masks,
        form_firsts=np.fromiter((ord(form[0]) & 255 for form in folded), np.uint8, len(folded)),
        word_forms_at=starts_of(
            np.bincount(form_words_, minlength=len(vocabulary)), len(vocabulary)
        ),
        word_forms=forms_of_words[np.argsort(form_words_, kind="stable")],
        initials=initials,
        initials_forms=initials_forms,
    )


def packed(initials: str) -> int:
    """The first eight of `initials` as a number that sorts as they do, one byte for each."""
    number = 0
    for letter in initials[:_SPACE_OF_INITIALS]:
        code = ord(letter)
        number = number << 8 | (code if code < 128 else 128 | (code & 127))
    return number << 8 * max(0, _SPACE_OF_INITIALS - len(initials))


def initials_of(folded: str) -> tuple[str, ...]:
    """The initials of all words and of those that say something; none of a single word."""
    parts = folded.split(" ")
    if len(parts) == 1:
        return ()
    every = "".join([part[0] for part in parts])
    some = "".join([part[0] for part in parts if part not in STOP_WORDS])
    return (every, some) if 1 < len(some) < len(every) else (every,)


def _initials(folded: list[str]) -> tuple[NDArray[np.uint64], Numbers]:
    initials, forms = array("Q"), array("I")
    for number, form in enumerate(folded):
        for letters in initials_of(form):
            initials.append(packed(letters))
            forms.append(number)
    values = np.asarray(initials, np.uint64)
    order = np.argsort(values, kind="stable")
    return values[order], np.asarray(forms, np.uint32)[order]


def _keys(entries: list[Entry]) -> tuple[NDArray[np.int64], Texts]:
    """The keys as numbers where all are, else as texts that tell a number from a string."""
    if all(isinstance(entry.key, int) for entry in entries):
        keys = np.fromiter((int(entry.key) for entry in entries), np.int64, len(entries))
        return keys, Texts.of(())
    texts = [("i" if isinstance(entry.key, int) else "s") + str(entry.key) for entry in entries]
    return np.zeros(len(entries), np.int64), Texts.of(texts)


@contextmanager
def _without_collector() -> Iterator[None]:
    """Spare the search for cycles, of which there are none, among millions of new objects."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
