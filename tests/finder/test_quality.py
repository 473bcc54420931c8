"""How often the finder finds what is meant, on the pairs in the folder BRIEFING_QUALITY names."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.quality import folder, needs_quality

ROOT = Path(__file__).parents[2]

# Of the pairs of each kind: how many are found first, and among the first five, at least.
FLOORS = {
    "all": (0.87, 0.96),
    "clear": (0.99, 1.0),
    "prefix": (0.74, 0.86),
    "typo": (0.86, 0.96),
    "acronym": (0.95, 0.98),
    "word-order": (0.96, 1.0),
    "subsequence": (0.88, 0.96),
    "middle-word": (0.73, 0.9),
    "partial+typo": (0.8, 0.96),
    "diacritics": (1.0, 1.0),
}


@pytest.fixture(scope="module")
def quality() -> dict[str, dict[str, float]]:
    files = folder() / "finder"
    command = [
        sys.executable,
        str(files / "score_finder.py"),
        "tests.benchmarks.finder:factory",
        *(str(files / name) for name in ("names_10k.txt", "names_10k.mentions", "pairs_dev.jsonl")),
        *("--queries", "1", "--json"),
    ]
    printed = subprocess.run(command, capture_output=True, check=True, text=True, cwd=ROOT).stdout
    loaded: dict[str, Any] = json.loads(printed)
    found: dict[str, dict[str, float]] = loaded["quality"]
    return found


@needs_quality
@pytest.mark.parametrize("kind", FLOORS)
def test_what_is_meant_is_found(quality: dict[str, dict[str, float]], kind: str) -> None:
    first, among_five = FLOORS[kind]

    assert quality[kind]["hit@1"] >= first
    assert quality[kind]["hit@5"] >= among_five
