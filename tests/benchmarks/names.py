"""Names on the labelled dev sets, end to end from plain text: the table, and the tagger's speed.

    BRIEFING_QUALITY=FOLDER python -m tests.benchmarks.names

FOLDER holds names/dev with the sets, and names/score_names.py and materialise.py, which count.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from tests.quality import folder, predict

SETS = ("gum_news", "crossner_politics", "uner_ewt", "wikigold")
TYPES = ("PER", "ORG", "LOC")


def figures(name: str) -> dict[str, Any]:
    """What the scorer says of the set `name`: by type and for all types, in shares of one."""
    names = folder() / "names"
    gold = next((names / "dev").glob(f"{name}.jsonl*"))
    with tempfile.TemporaryDirectory() as scratch:
        texts, predictions = Path(scratch) / "texts", Path(scratch) / "predictions.jsonl"
        script = [sys.executable, str(names / "materialise.py"), str(gold), str(texts)]
        subprocess.run(script, check=True, capture_output=True)
        predict([texts], predictions)
        script = [sys.executable, str(names / "score_names.py"), str(gold), str(predictions)]
        printed = subprocess.run([*script, "--json"], check=True, capture_output=True, text=True)
    loaded: dict[str, Any] = json.loads(printed.stdout)
    return loaded


def strict(found: dict[str, Any], kind: str = "all") -> float:
    """Strict F1 in per cent."""
    return round(100 * float(found[kind]["strict"]["f1"]), 1)


def speed() -> float:
    """Words a second that the tagger reads on one core, its model loaded."""
    from briefing.analysis.tagger.tagger import tagger
    from briefing.analysis.tagger.words import words
    from briefing.training.corpus import sentences

    path = next((folder() / "names" / "dev").glob("gum_news.jsonl*"))
    lines = path.read_text(encoding="utf-8").splitlines()
    texts = [str(json.loads(line)["text"]) for line in lines]
    spans = [list(sentences(text)) for text in texts]
    size = sum(1 for text in texts for _ in words(text))
    best = 0.0
    for _ in range(3):
        start = time.perf_counter()
        for text, found in zip(texts, spans, strict=True):
            tagger().tag(text, found)
        best = max(best, size / (time.perf_counter() - start))
    return best


def main() -> None:
    """Print strict, type-agnostic and partial F1 of each set, and strict F1 of each type."""
    print(f"{'set':18} strict  spans  partial  " + "  ".join(f"{kind:>4}" for kind in TYPES))
    total = []
    for name in SETS:
        found = figures(name)
        every = (100 * found["all"][how]["f1"] for how in ("strict", "type_agnostic", "partial"))
        row = "  ".join(f"{figure:5.1f}" for figure in every)
        print(f"{name:18} {row}    " + "  ".join(f"{strict(found, kind):4.1f}" for kind in TYPES))
        total.append(strict(found))
    print(f"{'mean':18} {sum(total) / len(total):5.1f}")
    print(f"{speed():.0f} words a second")


if __name__ == "__main__":
    main()
