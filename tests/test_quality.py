"""What the program finds in labelled documents may only get better: figures have floors."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests import quality

pytestmark = quality.needs_quality


@pytest.fixture(scope="module")
def figures(tmp_path_factory: pytest.TempPathFactory, seeds: Path) -> dict[str, Any]:
    paths = [quality.folder() / "documents", seeds]
    return quality.score(quality.predict(paths, tmp_path_factory.mktemp("q") / "predictions.jsonl"))


# Half a point below what was reached.
FLOORS = [
    ("agreements strict f1", 0.948),
    ("agreements named f1", 0.984),
    ("agreements status acceptable", 0.975),
    ("agreements parties f1", 0.837),
    ("entities micro f1", 0.930),
    ("entities untyped f1", 0.943),
    ("summaries found_share", 0.661),
]


@pytest.mark.parametrize(("figure", "floor"), FLOORS)
def test_no_figure_falls_below_its_floor(
    figures: dict[str, Any], figure: str, floor: float
) -> None:
    part, *keys = figure.split()
    reached = figures[part]
    for key in keys:
        reached = reached[key]
    assert reached >= floor


def test_every_summary_sentence_is_its_span(figures: dict[str, Any]) -> None:
    assert figures["summaries"]["spans_right"] == figures["summaries"]["spans"] > 0


def test_the_seed_is_read_completely(figures: dict[str, Any]) -> None:
    agreements = figures["seed"]["agreements"]
    assert agreements["strict"]["fn"] == agreements["strict"]["fp"] == 0
    assert agreements["status"]["acceptable"] == 1
    assert agreements["parties"]["f1"] == 1
    assert agreements["traps_hit"] == 0
    entities = figures["seed"]["entities"]["micro"]
    assert entities["fn"] == 0
    assert entities["fp"] <= 2
