"""Names by a trained tagger: people, bodies, places, peoples, and names of other things.

A linear chain over hashed features, trained by `briefing.training`; data/TAGGER.md is the card of
the model. It knows English only.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files

import numpy as np

from briefing.analysis.briefing import Sentence
from briefing.analysis.tagger.consistency import Tagged, agree, pooled
from briefing.analysis.tagger.context import Text
from briefing.analysis.tagger.lexicon import Lexicon
from briefing.analysis.tagger.packing import unpack
from briefing.analysis.tagger.weights import Chain, Weights
from briefing.analysis.tagger.words import Word, words
from briefing.document import Document

MODEL = "tagger.bin"
_LONGEST = 300  # words in a row that are tagged together
_BATCH = 20_000  # words of a document that are looked at together
_FORMS_KEPT = 100_000


class Tagger:
    """A model, and what it remembers of the forms it has met."""

    def __init__(self, packed: bytes) -> None:
        arrays, header = unpack(packed)
        labels = header["labels"]
        if not isinstance(labels, list):
            raise ValueError("the model has no labels")
        transitions = arrays["transitions"].reshape(len(labels), len(labels))
        self.lexicon = Lexicon.from_arrays(arrays)
        self.chain = Chain.build(labels, transitions.astype(np.float32))
        self.weights = Weights.from_arrays(arrays, len(labels))
        self._memory: dict[str, tuple[int, ...]] = {}

    def labels(self, sentences: Sequence[Sequence[str]]) -> list[str]:
        """The labels of all words of the sentences of one text; no sentence is empty."""
        if not sentences:
            return []
        if len(self._memory) > _FORMS_KEPT:
            self._memory.clear()
        text = Text(sentences, self.lexicon, self._memory)
        best = self.chain.decode(pooled(self.weights.emissions(text), text), text.lengths)
        return [self.chain.labels[label] for label in best.tolist()]

    def tag(self, text: str, spans: Iterable[tuple[int, int]]) -> list[Tagged]:
        """The names in the sentences `[start, end)` of `text`, in order."""
        found: list[Tagged] = []
        for batch in _batches(text, spans):
            labels = iter(self.labels([[word.form for word in row] for row in batch]))
            for row in batch:
                found.extend(names(row, [next(labels) for _ in row]))
        return agree(found, text)


@cache
def tagger() -> Tagger:
    """The tagger that comes with the program, read at its first use."""
    return Tagger((files("briefing.analysis") / "data" / MODEL).read_bytes())


def tag(document: Document, sentences: Sequence[Sentence]) -> list[Tagged]:
    """The names in `document`, in reading order; none crosses a sentence."""
    spans = ((sentence.start, sentence.end) for sentence in sentences)
    return tagger().tag(document.text, spans)


def names(row: Sequence[Word], labels: Sequence[str]) -> Iterator[Tagged]:
    """The names that the labels of a sentence mark."""
    start = 0
    while start < len(row):
        end = start + 1
        if labels[start] != "O":
            inside = "I" + labels[start][1:]
            while end < len(row) and labels[end] == inside:
                end += 1
            first, last = start, end
            while first < last and row[last - 1].form in _EDGES:
                last -= 1
            while first < last and row[first].form in _EDGES:
                first += 1
            if first < last:
                yield Tagged(row[first].start, row[last - 1].end, labels[start][2:])
        start = end


_EDGES = frozenset(
    str.split("of for and the in on at to by with from ' ’ 's ’s , ; : - – — ( \" “ ”")
)


def _batches(text: str, spans: Iterable[tuple[int, int]]) -> Iterator[list[list[Word]]]:
    """The words of the spans, row by row, in batches of bounded size."""
    batch: list[list[Word]] = []
    size = 0
    for start, end in spans:
        found = list(words(text, start, end))
        batch.extend(found[cut : cut + _LONGEST] for cut in range(0, len(found), _LONGEST))
        size += len(found)
        if size > _BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
