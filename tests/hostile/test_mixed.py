"""Good files among hostile ones are all read; each bad one is listed for a reason of its own."""

import sys
from pathlib import Path

import pytest

from tests.hostile import mixed


@pytest.mark.skipif(sys.platform != "linux", reason="counts processes as Linux shows them")
def test_good_files_among_hostile_ones_are_all_read(tmp_path: Path) -> None:
    for number in range(40):
        path = tmp_path / "library" / str(number % 3) / f"{number}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"Ada Roe of Norland signed Cod Treaty {number} on 3 May 2021.")
    good, bad = mixed.mix(tmp_path / "library", tmp_path / "all", 80)
    told = mixed.alone(tmp_path / "all", bad)
    found, _ = mixed.printed(tmp_path / "all", tmp_path / "cache")

    assert found.documents.total() > 60
    assert found.reasons.total() > 30
    assert mixed.compare(found, good, told) == []
    assert mixed.opened(tmp_path / "all", tmp_path / "cache", 60) == ""
