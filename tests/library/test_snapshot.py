"""What all documents say together, kept from one opening of a library to the next."""

from pathlib import Path

import pytest

from briefing.library.collection import Collection
from briefing.library.snapshot import SavedSnapshot, Snapshot
from tests.library.digests import agreed, digest, named, told

PATHS = ("/a/b/c.txt", "/a/b/d.txt")
COUNCIL = named("Harbour Trade Council", "organisation", ("HTC", "initials of the name"))
DIGESTS = (
    digest("2020-01-01", entities=(COUNCIL, named("Ines Calder", role="minister"))),
    digest("2021-02-03", entities=(named("HTC", kind="organisation"), named("Calder"))),
    digest("2021-05-06", agreements=(agreed("Andes Water Treaty", told("signed", "2021-05")),)),
    digest("2022-07-08", agreements=(agreed("Andes Water Treaty", told("ratified")),)),
)


def saved(folder: Path, store: str = "one", *paths: str) -> SavedSnapshot:
    return SavedSnapshot(folder, store, paths or PATHS)


def collected() -> Collection:
    found = Collection()
    for number, one in enumerate(DIGESTS):
        found.add(number, one)
    for _ in found.prepare():
        pass
    return found


def snapshot() -> Snapshot:
    members = {number: (number + 10, one.path) for number, one in enumerate(DIGESTS)}
    return Snapshot(members, collected().together, {})


def shown(found: Collection) -> object:
    kinds = ("person", "organisation")
    entities = [found.entities.row(key) for kind in kinds for key in found.entities.ranked(kind)]
    return entities, found.tracker.rows(), found.timeline.lines(), found.outlines


def test_what_was_saved_is_there_the_next_time(tmp_path: Path) -> None:
    assert saved(tmp_path).load() is None
    assert saved(tmp_path).save(snapshot())
    loaded = saved(tmp_path, "one", "/a/b/other.txt", "/a/b/more/d.txt").load()

    assert loaded
    assert loaded.members == snapshot().members
    found = Collection()
    found.begin_with(loaded.together)
    assert shown(found) == shown(collected())


def test_it_goes_on_as_if_it_had_never_been_away(tmp_path: Path) -> None:
    saved(tmp_path).save(snapshot())
    loaded = saved(tmp_path).load()
    assert loaded
    found, other = Collection(), collected()
    found.begin_with(loaded.together)
    for one in (found, other):
        one.remove(0)  # which had explained what HTC stands for
        one.add(4, DIGESTS[0])
        one.add(2, digest("2023-01-01", agreements=(agreed("Andes Water Treaty"),)))

    assert shown(found) == shown(other)


def test_another_library_another_store_and_a_broken_file_have_nothing(tmp_path: Path) -> None:
    saved(tmp_path).save(snapshot())
    assert saved(tmp_path, "one", "/x/y.txt").load() is None
    assert saved(tmp_path, "two").load() is None
    (file,) = tmp_path.rglob("*.together")
    good = file.read_bytes()
    for bad in (good[:-9], good[:50], good.replace(b"Calder", b"Colder"), b""):
        file.write_bytes(bad)
        assert saved(tmp_path).load() is None


def test_another_version_has_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    saved(tmp_path).save(snapshot())
    monkeypatch.setattr("briefing.library.snapshot.library_version", lambda: b"another")
    assert saved(tmp_path).load() is None


def test_nothing_is_called_that_is_not_one_of_its_classes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Harm:
        def __reduce__(self) -> tuple[object, tuple[str]]:
            return Path.mkdir, (Path(tmp_path / "harm"),)  # type: ignore[return-value]

    saved(tmp_path).save(snapshot()._replace(names={0: Harm()}))  # type: ignore[dict-item]
    assert list(tmp_path.rglob("*.together"))
    assert saved(tmp_path).load() is None
    assert not (tmp_path / "harm").exists()


def test_a_folder_that_cannot_be_written_is_no_harm(tmp_path: Path) -> None:
    (tmp_path / "together").write_text("a file")
    assert not saved(tmp_path).save(snapshot())
    assert saved(tmp_path).load() is None
