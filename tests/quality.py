"""What the program finds in the labelled documents, in the folder that BRIEFING_QUALITY names."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

FOLDER = os.environ.get("BRIEFING_QUALITY")

needs_quality = pytest.mark.skipif(
    FOLDER is None, reason="BRIEFING_QUALITY does not name the folder of labelled documents"
)


def folder() -> Path:
    """The folder of labelled documents."""
    assert FOLDER is not None
    return Path(FOLDER)


def predict(paths: list[Path], to: Path) -> Path:
    """Write what the command prints as JSON Lines for `paths` into the file `to`."""
    command = [sys.executable, "-m", "briefing", *map(str, paths), "--to", "json"]
    with to.open("wb") as output:
        subprocess.run(command, stdout=output, check=True)
    return to


def score(predictions: Path) -> dict[str, Any]:
    """The figures of the scorer that lies beside the documents."""
    command = [sys.executable, str(folder() / "score.py"), str(predictions), "--json"]
    figures = subprocess.run(command, capture_output=True, check=True, text=True)
    loaded: dict[str, Any] = json.loads(figures.stdout)
    return loaded
