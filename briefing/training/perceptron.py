"""Training: averaged perceptron (Collins 2002) by CRFsuite, then pruned and rounded to bytes."""

from __future__ import annotations

import importlib
import os
import random
import tempfile
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from briefing.analysis.tagger.context import Text
from briefing.analysis.tagger.features import SINGLE, U32, single_features
from briefing.analysis.tagger.lexicon import Lexicon
from briefing.analysis.tagger.packing import Arrays
from briefing.analysis.tagger.weights import Weights
from briefing.training.corpus import Labelled

ROUNDS = 8
SEEN_AT_LEAST = 2
"""Times a feature must occur to have weights."""


class Rows(NamedTuple):
    """All words of a corpus: their features, the lengths of the sentences, and the labels."""

    features: U32
    lengths: list[int]
    labels: list[list[str]]


class Trained(NamedTuple):
    """Weights of features (a row each, sorted by key) for labels, and of label after label."""

    keys: U32
    table: NDArray[np.float64]
    labels: list[str]
    transitions: NDArray[np.float64]


def rows_of(texts: Sequence[Labelled], lexicon: Lexicon) -> Rows:
    """The corpus as features; each text is seen as a whole, as the tagger will see it."""
    memory: dict[str, tuple[int, ...]] = {}
    features: list[U32] = []
    for text in texts:
        if text.rows:
            laid = Text([forms for forms, _ in text.rows], lexicon, memory)
            single = [
                keys[laid.uses[laid.at + offset]]
                for keys, (offset, _) in zip(single_features(laid.described), SINGLE, strict=True)
            ]
            features.append(np.stack(single + laid.features(), axis=1))
    labels = [labels for text in texts for _, labels in text.rows]
    return Rows(np.concatenate(features), [len(row) for row in labels], labels)


def train(rows: Rows, runs: int) -> Trained:
    """The mean of the weights of `runs` perceptrons, each of which shuffles in its own way."""
    pycrfsuite = importlib.import_module("pycrfsuite")
    keys, numbers, counts = np.unique(rows.features, return_inverse=True, return_counts=True)
    numbers = numbers.reshape(rows.features.shape)
    names = [
        str(key) if kept else "" for key, kept in enumerate((counts >= SEEN_AT_LEAST).tolist())
    ]
    trainer = pycrfsuite.Trainer("averaged-perceptron", {"max_iterations": ROUNDS}, verbose=False)
    starts = np.concatenate(([0], np.cumsum(rows.lengths)))
    order = list(range(len(rows.lengths)))
    random.Random(0).shuffle(order)
    for sentence in order:
        words = numbers[starts[sentence] : starts[sentence + 1]].tolist()
        items = [[names[number] for number in word if names[number]] for word in words]
        trainer.append(items, rows.labels[sentence])
    labels = sorted({label for row in rows.labels for label in row})
    column = {label: number for number, label in enumerate(labels)}
    table = np.zeros((len(keys), len(labels)))
    transitions = np.zeros((len(labels), len(labels)))
    for _ in range(runs):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "crf")
            trainer.train(path)
            tagger = pycrfsuite.Tagger()
            tagger.open(path)
            info = tagger.info()
            tagger.close()
        for (name, label), weight in info.state_features.items():
            table[int(name), column[label]] += weight / runs
        for (before, label), weight in info.transitions.items():
            transitions[column[before], column[label]] += weight / runs
    used = table.any(axis=1)
    return Trained(keys[used], table[used], labels, transitions)


def pack(trained: Trained, budget: int) -> tuple[Arrays, list[str]]:
    """The weights as whole numbers that fit a byte, the `budget` largest of them."""
    size = np.abs(trained.table[trained.table != 0])
    least = np.partition(size, -budget)[-budget] if len(size) > budget else 0.0
    scale = 127 / np.quantile(size, 0.9999)
    table = np.where(np.abs(trained.table) >= least, trained.table, 0) * scale
    rounded = np.clip(np.rint(table), -127, 127).astype(np.int8)
    used = rounded.any(axis=1)
    arrays = Weights.arrays_of(trained.keys[used], rounded[used])
    arrays["transitions"] = np.rint(trained.transitions * scale).astype(np.int32).ravel()
    return arrays, trained.labels
