import os
from pathlib import Path
from threading import Event

import pytest

from briefing.library.scan import scan
from briefing.library.watch import Changes, Watch


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "inner").mkdir()
    for name in ("a.txt", "b.md", "inner/c.txt"):
        (tmp_path / name).write_text(f"This is {name}.")
    return tmp_path


def watch(*paths: Path) -> Watch:
    return Watch(paths, scan(paths))


def names(paths: tuple[Path, ...]) -> list[str]:
    return [path.name for path in paths]


def looks(watch: Watch, times: int = 2) -> Changes:
    """What the last of several looks finds; those before it find nothing."""
    for _ in range(times - 1):
        assert watch.look() is None
    changes = watch.look()
    assert changes
    assert watch.look() is None
    return changes


def test_where_nothing_changes_no_folder_is_read(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    watched = watch(folder)
    monkeypatch.setattr("briefing.library.watch.scan", None)
    assert watched.look() is None


def test_a_file_that_is_added_changed_or_removed_is_told_once(folder: Path) -> None:
    watched = watch(folder)
    (folder / "a.txt").write_text("Other words.")
    (folder / "b.md").unlink()
    (folder / "inner" / "d.txt").write_text("New words.")
    (folder / "picture.png").write_bytes(b"no document")
    changes = looks(watched)
    assert [names(some) for some in changes[:3]] == [["d.txt"], ["a.txt"], ["b.md"]]


def test_a_new_folder_is_followed_too(folder: Path) -> None:
    watched = watch(folder)
    (folder / "new").mkdir()
    assert watched.look() is None
    (folder / "new" / "e.txt").write_text("First.")
    assert names(looks(watched).added) == ["e.txt"]


def test_a_file_that_is_still_written_waits(folder: Path) -> None:
    watched = watch(folder)
    file = folder / "long.txt"
    for size in (10, 20, 30):
        file.write_text("word " * size)
        assert watched.look() is None
    assert names(looks(watched, times=1).added) == ["long.txt"]


def test_a_file_that_is_replaced_has_changed(folder: Path) -> None:
    watched = watch(folder)
    (folder / "a.txt").unlink()
    assert watched.look() is None
    (folder / "a.txt.tmp").write_text("Written elsewhere first.")
    (folder / "a.txt.tmp").rename(folder / "a.txt")
    changes = looks(watched)
    assert (changes.added, names(changes.changed), changes.removed) == ((), ["a.txt"], ())


def test_a_file_that_is_renamed_is_another(folder: Path) -> None:
    watched = watch(folder)
    (folder / "a.txt").rename(folder / "z.txt")
    changes = looks(watched)
    assert (names(changes.added), names(changes.removed)) == (["z.txt"], ["a.txt"])


def test_a_named_file_may_go_and_come_back(folder: Path) -> None:
    file = folder / "a.txt"
    watched = watch(file)
    file.unlink()
    assert looks(watched).removed == (file,)
    file.write_text("Back again.")
    changes = looks(watched)
    assert changes.added == (file,)
    assert changes.failures == ()


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read everything")
def test_what_cannot_be_read_for_a_while_is_not_removed(folder: Path) -> None:
    watched = watch(folder)
    (folder / "inner").chmod(0)
    try:
        changes = watched.look()
    finally:
        (folder / "inner").chmod(0o700)
    assert changes
    assert not changes.removed
    assert [Path(one.path).name for one in changes.failures] == ["inner"]


def test_it_looks_seldom_where_that_takes_long(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    watched = watch(folder)
    usual = watched.pause
    spent = iter([0.0, 1.0, 1.0, 1.5, 1.5, 1.5])
    monkeypatch.setattr("briefing.library.watch.thread_time", lambda: next(spent))
    watched.look()
    assert watched.pause == 80
    (folder / "a.txt").write_text("Other words.")
    watched.look()
    assert usual < watched.pause == 10
    seconds = iter([0.0, 100.0])  # of which the processor has none
    monkeypatch.setattr("briefing.library.watch.monotonic", lambda: next(seconds))
    watched.look()
    assert watched.pause == 100


def test_it_ends_when_it_is_stopped(folder: Path) -> None:
    stopped = Event()
    stopped.set()
    assert list(watch(folder).follow(stopped)) == []
