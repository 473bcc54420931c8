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
from briefing.library import processes, workers
from briefing.library.processes import Patience
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
    """Instead of any analysis: die, wait or work for ever, or take much memory."""
    if path.name == "1.txt":
        os.kill(os.getpid(), signal.SIGKILL)
    if path.name == "2.txt":
        time.sleep(60)
    if path.name == "3.txt":
        return "x" * 4_000_000_000
    while path.name == "4.txt":
        pass
    return "done"


def _work(path: Path, *_: object) -> Work:
    return failed(misbehave(path))


def test_a_document_that_is_too_much_costs_itself_only(
    files: list[tuple[int, Path]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "_serve", serve_badly)
    monkeypatch.setattr(processes, "BY_THE_CLOCK", 2)
    found = reasons(list(analyse(files, 2, Limits(seconds=1, memory=1000 * MEGABYTE))))

    assert found == {
        0: "done",
        1: "the process that read it died",
        2: "analysing it took longer than 1 seconds (limit seconds)",
        3: "analysing it took more than 1000 MB of memory (limit memory)",
        4: "analysing it took longer than 1 seconds (limit seconds)",
        5: "done",
    }


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="needs the timers of POSIX")
def test_only_the_time_in_which_a_worker_works_counts(
    files: list[tuple[int, Path]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "_serve", serve_badly)
    monkeypatch.setattr(processes, "BY_THE_CLOCK", 1000)
    some = [one for one in files if one[0] in (0, 4)]
    found = reasons(list(analyse(some, 2, Limits(seconds=1))))
    assert found == {0: "done", 4: "analysing it took longer than 1 seconds (limit seconds)"}


def die_once(path: Path, *_: object) -> Work:
    """Be ended by the system at the first try, as happens where memory is short."""
    tried = path.with_suffix(".tried")
    if not tried.exists():
        tried.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return failed("done")


def serve_dying_once(connection: object, limits: Limits) -> None:
    workers.__dict__["work"] = die_once
    _serve(connection, limits)  # type: ignore[arg-type]


def test_a_worker_that_is_ended_by_the_system_costs_no_document(
    files: list[tuple[int, Path]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "_serve", serve_dying_once)
    found = reasons(list(analyse(files, 2, Limits())))
    assert found == dict.fromkeys(range(6), "done")


def leave(connection: object, limits: Limits) -> None:
    os._exit(1)


def test_where_workers_are_lost_before_they_begin_this_process_reads(
    files: list[tuple[int, Path]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "_serve", leave)
    found = reasons(list(analyse(files, 2, Limits())))
    assert found == dict.fromkeys(range(6))


def test_where_no_worker_can_be_started_this_process_reads(
    files: list[tuple[int, Path]], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(limits: Limits) -> None:
        raise BrokenPipeError

    monkeypatch.setattr(workers, "_Worker", refuse)
    found = reasons(list(analyse(files, 2, Limits())))
    assert found == dict.fromkeys(range(6))


def test_where_one_worker_can_be_started_it_does_all(
    files: list[tuple[int, Path]], monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[object] = []
    worker = workers._Worker

    def start_one(limits: Limits) -> object:
        if started:
            raise EOFError
        started.append(worker(limits))
        return started[0]

    def here(*_: object) -> None:
        raise AssertionError("a worker is there")

    monkeypatch.setattr(workers, "_Worker", start_one)
    monkeypatch.setattr(workers, "_here", here)
    assert reasons(list(analyse(files, 2, Limits()))) == dict.fromkeys(range(6))


def test_what_is_stopped_does_not_lose_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 0.0
    monkeypatch.setattr(processes, "monotonic", lambda: now)
    patience = Patience(1)
    now += 3600
    assert not patience.is_over()
    for _ in range(6):
        now += processes.GLANCE
        over = patience.is_over()
    assert over


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
    monkeypatch.setattr(processes, "BY_THE_CLOCK", 2)
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
