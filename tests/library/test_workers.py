import os
import signal
import time
from pathlib import Path

import pytest

from briefing.analysis import pipeline
from briefing.analysis.briefing import Briefing
from briefing.analysis.pipeline import brief
from briefing.document import Document
from briefing.formats.limits import MEGABYTE, Limits
from briefing.library import workers
from briefing.library.work import Work, failed
from briefing.library.workers import analyse


@pytest.fixture
def files(tmp_path: Path) -> list[tuple[int, Path]]:
    for number in range(6):
        (tmp_path / f"{number}.txt").write_text(f"Document {number} has some text.")
    return [(number, tmp_path / f"{number}.txt") for number in range(6)]


def reasons(batches: list[list[tuple[int, Path, Work]]]) -> dict[int, str | None]:
    return {number: made.parts[0].reason for batch in batches for number, _, made in batch}


def test_each_file_has_its_work_or_its_reason(files: list[tuple[int, Path]]) -> None:
    files[2][1].write_bytes(b"\x00" * 50)
    files[3][1].unlink()
    found = reasons(list(analyse(files, 2, Limits())))

    assert sorted(found) == list(range(6))
    assert {number for number, reason in found.items() if reason} == {2, 3}
    assert found[3] == "no such file or folder"


def test_closing_it_ends_the_workers(files: list[tuple[int, Path]]) -> None:
    results = analyse(files, 2, Limits())
    next(results)
    results.close()  # type: ignore[attr-defined]  # a generator, said to be an iterator
    assert list(results) == []


def misbehave(path: Path) -> str:
    """Instead of any analysis: die, take long, or take much memory."""
    if path.name == "1.txt":
        os.kill(os.getpid(), signal.SIGKILL)
    if path.name == "2.txt":
        time.sleep(60)
    if path.name == "3.txt":
        return "x" * 4_000_000_000
    return "done"


def _work(path: Path, *_: object) -> Work:
    return failed(misbehave(path))


def test_a_document_that_is_too_much_costs_itself_only(
    files: list[tuple[int, Path]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "_serve", serve_badly)
    found = reasons(list(analyse(files, 2, Limits(seconds=1, memory=1000 * MEGABYTE))))

    assert found == {
        0: "done",
        1: "the process that read it died",
        2: "analysing it took longer than 1 seconds (limit seconds)",
        3: "analysing it took more than 1000 MB of memory (limit memory)",
        4: "done",
        5: "done",
    }


_serve = workers._serve


def serve_badly(connection: object, limits: Limits) -> None:
    workers.__dict__["work"] = _work
    _serve(connection, limits)  # type: ignore[arg-type]


def take_long(document: Document) -> Briefing:
    if "number 2" in document.text:
        time.sleep(60)
    return brief(document)


def serve_slowly(connection: object, limits: Limits) -> None:
    pipeline.brief = take_long
    _serve(connection, limits)  # type: ignore[arg-type]


def test_of_a_file_of_many_documents_only_one_is_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "_serve", serve_slowly)
    lines = [f'{{"text": "This is number {number} of them."}}\n' for number in range(5)]
    (tmp_path / "many.jsonl").write_text("".join(lines))
    ((_, _, made),) = [
        one
        for batch in analyse([(0, tmp_path / "many.jsonl")], 1, Limits(seconds=1))
        for one in batch
    ]

    assert [part.reason and "longer" in part.reason for part in made.parts] == [
        None,
        None,
        True,
        None,
        None,
    ]
    assert made.stamp is None


def test_nothing_is_begun_for_nothing(files: list[tuple[int, Path]]) -> None:
    assert list(analyse([], 2, Limits())) == []
    assert list(analyse(files, 2, Limits(), stopped=lambda: True)) == []
