import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.analysis.briefing import Briefing
from briefing.formats.limits import MEGABYTE, Limits
from briefing.library import Failure, reading
from briefing.library.ingest import Kept, ingest, known, result
from briefing.library.store import Store
from briefing.library.work import Work, work
from briefing.library.workers import Made
from tests import kills


def write(folder: Path, count: int = 3) -> list[tuple[int, Path]]:
    folder.mkdir(exist_ok=True)
    for number in range(count):
        (folder / f"{number:02}.txt").write_text(f"Ada Roe wrote note {number} in Norland.")
    return [(number, folder / f"{number:02}.txt") for number in range(count)]


def count_work(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The files that are analysed from now on, in this process."""
    analysed: list[Path] = []

    def counted(path: Path, limits: Limits) -> Work:
        analysed.append(path)
        return work(path, limits)

    monkeypatch.setattr("briefing.library.ingest.work", counted)
    return analysed


def run(store: Store, files: list[tuple[int, Path]]) -> dict[int, Kept]:
    return {kept[0]: kept for kept in ingest(store, files)}


def test_what_is_kept_is_what_is_made(tmp_path: Path) -> None:
    files = write(tmp_path / "docs")
    store = Store(tmp_path / "cache" / "library.db")
    for number, documents in ingest(store, files):
        (facts,) = documents
        kept = result(store, files[number][1], facts)
        assert kept == reading.open(files[number][1])
        assert isinstance(kept, Briefing)
        assert (facts.name, facts.words) == (kept.document.text, 7)
        digest = store.digest(facts.id, "there.txt")
        assert digest
        assert (digest.path, digest.name) == ("there.txt", facts.name)


def test_the_second_time_nothing_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = write(tmp_path / "docs")
    first = run(Store(tmp_path / "library.db"), files)
    monkeypatch.setattr(reading, "beginning", None)

    store = Store(tmp_path / "library.db")
    assert run(store, files) == first
    assert known(store, files) == dict(first.values())


def test_only_what_has_changed_is_analysed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = write(tmp_path / "docs")
    store = Store(None)
    run(store, files)
    analysed = count_work(monkeypatch)
    files[1][1].write_text("Ada Roe wrote another note.")
    files[2][1].touch()

    _, (facts,) = run(store, files)[1]
    assert analysed == [files[1][1]]
    assert facts.name == "Ada Roe wrote another note."


def test_a_change_of_the_same_length_and_time_is_seen(tmp_path: Path) -> None:
    files = write(tmp_path / "docs", 1)
    store = Store(None)
    run(store, files)
    status = files[0][1].stat()
    time.sleep(0.02)
    files[0][1].write_text("Ada Roe wrote note 7 in Norland.")
    os.utime(files[0][1], ns=(status.st_atime_ns, status.st_mtime_ns))

    _, (facts,) = run(store, files)[0]
    assert "note 7" in facts.name


def test_a_file_that_is_renamed_or_copied_keeps_its_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = write(tmp_path / "docs", 1)
    store = Store(None)
    before = run(store, files)
    analysed = count_work(monkeypatch)
    os.makedirs(tmp_path / "else")
    moved = Path(os.fsdecode(os.fsencode(tmp_path) + b"/else/moved\xff.txt"))
    files[0][1].rename(moved)

    assert run(store, [(0, moved)]) == before
    assert analysed == []
    briefing = result(store, moved, before[0][1][0])
    assert isinstance(briefing, Briefing)
    assert briefing.document.path == str(tmp_path / "else" / "moved�.txt")


def test_the_same_words_in_another_format_are_another_document(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("# Note")
    (tmp_path / "a.md").write_text("# Note")
    store = Store(None)
    kept = run(store, [(0, tmp_path / "a.txt"), (1, tmp_path / "a.md")])

    assert kept[0][1][0].id != kept[1][1][0].id


def test_a_file_that_cannot_be_read_says_why_each_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "empty.txt").touch()
    files = [(0, tmp_path / "empty.txt"), (1, tmp_path / "none.txt")]
    store = Store(None)
    first = run(store, files)
    analysed = count_work(monkeypatch)

    assert run(store, files) == first
    assert analysed == [tmp_path / "none.txt"]  # which may be there the next time
    assert [result(store, path, first[number][1][0]) for number, path in files] == [
        Failure(str(tmp_path / "empty.txt"), "the file is empty"),
        Failure(str(tmp_path / "none.txt"), "no such file or folder"),
    ]


def test_another_analysis_begins_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = write(tmp_path / "docs")
    store = Store(None)
    run(store, files)
    monkeypatch.setattr("briefing.library.work.analysis_version", lambda: b"another")
    analysed = count_work(monkeypatch)
    run(store, files)

    assert len(analysed) == 3


def test_other_limits_count_only_where_they_change_what_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = write(tmp_path / "docs")
    store = Store(None)
    run(store, files)
    analysed = count_work(monkeypatch)
    list(ingest(store, files, Limits(seconds=5)))
    assert analysed == []
    list(ingest(store, files, Limits(text=2 * MEGABYTE)))
    assert len(analysed) == 3


def test_a_file_may_hold_many_documents(tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    path.write_text('{"text": "Ada Roe came."}\n{"text": "Bo Lind left."}\n')
    store = Store(None)
    ((_, facts),) = ingest(store, [(0, path)])
    briefings = [result(store, path, one) for one in facts]

    assert briefings == list(map(reading.brief, reading.read_all(path)))
    assert len(briefings) == 2


def test_what_the_store_has_lost_is_made_again(tmp_path: Path) -> None:
    files = write(tmp_path / "docs", 1)
    store = Store(None)
    _, (facts,) = run(store, files)[0]

    assert result(store, files[0][1], facts._replace(id=99)) == reading.open(files[0][1])


def test_workers_give_the_same(tmp_path: Path) -> None:
    files = write(tmp_path / "docs", 8)
    store = Store(tmp_path / "library.db")
    kept = dict(ingest(store, files, count=2))

    assert sorted(kept) == list(range(8))
    for number, (facts,) in kept.items():
        assert result(store, files[number][1], facts) == reading.open(files[number][1])


def test_stopping_keeps_what_is_finished(tmp_path: Path) -> None:
    files = write(tmp_path / "docs", 40)
    store = Store(tmp_path / "library.db")
    finished: list[int] = []
    for number, _ in ingest(store, files, count=2, stopped=lambda: bool(finished)):
        finished.append(number)

    assert finished
    assert set(known(store, files)) == set(finished)


INGEST = """
import sys
from pathlib import Path
from briefing.library.ingest import ingest
from briefing.library.store import Store
if __name__ == "__main__":
    files = list(enumerate(sorted(Path(sys.argv[2]).iterdir())))
    for number, _ in ingest(Store(Path(sys.argv[1]), print), files, count=int(sys.argv[3])):
        print(number, flush=True)
"""


def ingesting(tmp_path: Path, count: int) -> subprocess.Popen[bytes]:
    (tmp_path / "program.py").write_text(INGEST)
    return subprocess.Popen(
        [sys.executable, "program.py", "cache/library.db", "docs", str(count)],
        stdout=subprocess.PIPE,
        cwd=tmp_path,
        env=kills.environment(),
    )


def test_killed_at_any_moment_it_loses_nothing_that_was_finished(tmp_path: Path) -> None:
    files = write(tmp_path / "docs", 60)
    finished: set[int] = set()
    (tmp_path / "program.py").write_text(INGEST)
    for round_ in range(kills.ROUNDS):
        program = ["program.py", "cache/library.db", "docs", str(1 + round_ % 2)]
        lines = 1 + round_ * 50 // kills.ROUNDS
        finished.update(map(int, kills.killed(program, tmp_path, lines, round_)))
        told: list[str] = []
        store = Store(tmp_path / "cache" / "library.db", told.append)
        there = known(store, files)
        assert finished <= set(there)
        assert told == []
        for number in finished:
            assert store.briefing(there[number][0].id, "") is not None
        store.close()


def test_two_at_once_share_their_work(tmp_path: Path) -> None:
    files = write(tmp_path / "docs", 30)
    with ingesting(tmp_path, 1) as first, ingesting(tmp_path, 1) as second:
        outputs = [first.communicate(timeout=120)[0], second.communicate(timeout=120)[0]]
    for output in outputs:
        assert sorted(map(int, output.split())) == list(range(30))
    store = Store(tmp_path / "cache" / "library.db")
    ids = [facts.id for documents in known(store, files).values() for facts in documents]
    assert len(set(ids)) == 30


def test_a_full_disk_costs_the_store_and_not_the_work(tmp_path: Path) -> None:
    resource = pytest.importorskip("resource")
    write(tmp_path / "docs", 30)

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (110_000, 110_000))

    (tmp_path / "program.py").write_text(INGEST)
    outcome = subprocess.run(
        [sys.executable, "program.py", "cache/library.db", "docs", "1"],
        capture_output=True,
        cwd=tmp_path,
        env=kills.environment(),
        preexec_fn=limit,
        timeout=120,
        check=False,
    )
    numbers = [line for line in outcome.stdout.decode().splitlines() if line.isdigit()]
    assert outcome.returncode == 0, outcome.stderr
    assert sorted(map(int, numbers)) == list(range(30))
    assert b"cannot be kept" in outcome.stdout


def test_one_that_cannot_be_kept_takes_no_other_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = write(tmp_path / "docs", 6)

    def spoil(path: Path, limits: Limits) -> Work:
        made = work(path, limits)
        if path.name != "03.txt":
            return made
        return made._replace(parts=(made.parts[0]._replace(name="\ud800"),))

    monkeypatch.setattr("briefing.library.ingest.work", spoil)
    monkeypatch.setattr("briefing.library.ingest.FEW", 100)
    found = run(Store(tmp_path / "library.db"), files)
    assert {number for number, (_, (facts,)) in found.items() if facts.reason} == {3}
    assert len(found) == 6


def test_no_file_goes_without_a_word(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = write(tmp_path / "docs", 8)

    def lose_some(given: Iterator[tuple[int, Path]], *_: object) -> Iterator[list[Made]]:
        yield [(number, path, work(path)) for number, path in given if number % 2]

    monkeypatch.setattr("briefing.library.ingest.analyse", lose_some)
    found = run(Store(None), files)
    assert sorted(found) == list(range(8))
    for number, (_, (facts,)) in found.items():
        assert (facts.reason or "").endswith("nothing came of it") is not bool(number % 2)
