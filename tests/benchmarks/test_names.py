"""Names on the dev sets must not fall behind what was reached; floors are 0.5 below it."""

import pytest

from tests.benchmarks.names import SETS, figures, strict
from tests.quality import needs_quality

FLOORS = {"gum_news": 80.8, "crossner_politics": 81.2, "uner_ewt": 64.9, "wikigold": 80.2}


@needs_quality
@pytest.mark.parametrize("name", SETS)
def test_names_are_no_worse_than_the_committed_floor(name: str) -> None:
    assert strict(figures(name)) >= FLOORS[name]
