import os
import signal
from pathlib import Path

import pytest

from briefing import library
from briefing.analysis.briefing import Briefing
from briefing.library import reading


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    for number in range(6):
        (tmp_path / f"{number}.txt").write_text(f"Document {number} has some text.")
    (tmp_path / "2.txt").write_bytes(b"\x00" * 50)
    (tmp_path / "3.txt").unlink()
    return [tmp_path / f"{number}.txt" for number in range(6)]


@pytest.mark.parametrize("count", [1, 2])
def test_each_file_has_its_briefing_or_its_reason(files: list[Path], count: int) -> None:
    results = dict(library.ingest(files, count))
    assert sorted(results) == list(range(6))
    for index, (result,) in results.items():
        if index in (2, 3):
            assert isinstance(result, library.Failure)
        else:
            assert isinstance(result, Briefing)
            assert result.document.text == f"Document {index} has some text."


def test_closing_it_ends_the_workers(files: list[Path]) -> None:
    results = library.ingest(files, 2)
    next(iter(results))
    results.close()  # type: ignore[attr-defined]  # a generator, said to be an iterator
    assert list(results) == []


def test_a_worker_that_dies_costs_one_document(
    files: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "open_all", die_on_four)
    results = dict(library.ingest(files, 2))
    assert sorted(results) == list(range(6))
    failures = {i: r.reason for i, (r, *_) in results.items() if isinstance(r, library.Failure)}
    assert failures == {4: "the process that read it died"}


def die_on_four(path: Path, limits: object) -> str:
    if path.name == "4.txt":
        os.kill(os.getpid(), signal.SIGKILL)
    return "read"


def test_nothing_is_begun_for_nothing() -> None:
    assert list(library.ingest([])) == []


def test_no_result_is_waited_for_when_none_is_wanted(tmp_path: Path) -> None:
    files = [tmp_path / f"{number}.txt" for number in range(6)]
    assert list(library.ingest(files, 2, stopped=lambda: True)) == []
