from pathlib import Path

import pytest

from briefing.library.fulltext import ask
from briefing.library.ingest import ingest, known
from briefing.library.names import key
from briefing.library.store import VARIABLE, Store, folder


@pytest.fixture
def files(tmp_path: Path) -> list[tuple[int, Path]]:
    (tmp_path / "docs").mkdir()
    for number, text in enumerate(("Ada Roe met Bo Lind in Norland.", "Ada Roe left.", "Nothing.")):
        (tmp_path / "docs" / f"{number}.txt").write_text(text)
    return list(enumerate(sorted((tmp_path / "docs").iterdir())))


def fill(store: Store, files: list[tuple[int, Path]]) -> dict[int, int]:
    return {number: documents[0].id for number, documents in ingest(store, files)}


def test_documents_are_found_by_what_they_name(files: list[tuple[int, Path]]) -> None:
    store = Store(None)
    ids = fill(store, files)

    assert store.naming(key("person", "ada roe")) == [ids[0], ids[1]]
    assert store.naming(key("person", "Nobody")) == []


def test_digests_come_many_at_once(files: list[tuple[int, Path]]) -> None:
    store = Store(None)
    ids = fill(store, files)
    digests = list(store.digests([(ids[1], "b.txt"), (99, "gone"), (ids[0], "a.txt")]))

    assert [one and one.path for one in digests] == ["b.txt", None, "a.txt"]


def test_what_is_gone_is_none(files: list[tuple[int, Path]]) -> None:
    store = Store(None)

    assert store.briefing(1, "a.txt") is None
    assert store.digest(1, "a.txt") is None
    assert store.text(1) == ""


def test_what_is_used_stays_and_what_is_not_is_dropped_in_time(
    files: list[tuple[int, Path]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefing.library.store._today", lambda: 1000)
    store = Store(None)
    ids = fill(store, files)
    store.prune(1000)
    store._used.clear()
    known(store, files[:1])
    store.prune(1060)
    assert set(known(store, files)) == {0, 1, 2}

    store._used.clear()
    store.prune(1100)
    assert set(known(store, files)) == {0}
    assert store.briefing(ids[1], "") is None
    assert store.search(ask("ada"), ids.values(), 9) == [ids[0]]
    assert store.naming(key("person", "Ada Roe")) == [ids[0]]


def test_an_earlier_state_of_a_file_is_dropped_sooner(
    files: list[tuple[int, Path]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefing.library.store._today", lambda: 1000)
    store = Store(None)
    ids = fill(store, files)
    files[0][1].write_text("Ada Roe came back.")
    fill(store, files)
    store._used.clear()
    store.prune(1010)

    assert store.briefing(ids[0], "") is None
    assert store.briefing(ids[1], "") is not None


def test_the_folder_can_be_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "here"))
    assert folder() == tmp_path / "here"
    store = Store.usual()
    assert store.folder == tmp_path / "here"
    store.close()
    monkeypatch.delenv(VARIABLE)
    assert folder().name == "briefing"


def test_nothing_is_written_beside_the_documents(
    files: list[tuple[int, Path]], tmp_path: Path
) -> None:
    before = sorted((tmp_path / "docs").iterdir())
    fill(Store(tmp_path / "cache" / "library.db"), files)

    assert sorted((tmp_path / "docs").iterdir()) == before
