"""The finder's names, kept from one opening of a library to the next."""

from pathlib import Path

from briefing.finder import Entry, Finder
from briefing.library.saved_names import SavedNames, made_from

ENTRIES = [Entry(1, "Ines Calder", "person", ("IC",), 4), Entry(2, "Norland", "place")]


def saved(folder: Path, store: str = "one", *paths: str) -> SavedNames:
    return SavedNames(folder, store, paths or ("/a/b/c.txt", "/a/b/d.txt"))


def test_what_was_saved_is_there_the_next_time_with_what_it_was_made_from(tmp_path: Path) -> None:
    saved(tmp_path).save(Finder(ENTRIES), [3, 1])
    loaded = saved(tmp_path, "one", "/a/b/other.txt", "/a/b/more/d.txt").load()

    assert loaded is not None
    assert [hit.entry.key for hit in loaded.search("calder")] == [1]
    assert loaded.made_from == made_from([1, 3]) != made_from([1, 3, 4])


def test_another_library_another_store_and_a_broken_file_have_nothing(tmp_path: Path) -> None:
    assert saved(tmp_path).load() is None
    saved(tmp_path).save(Finder(ENTRIES), [1])

    assert saved(tmp_path, "one", "/x/y.txt").load() is None
    assert saved(tmp_path, "two").load() is None
    (file,) = tmp_path.rglob("*.names")
    file.write_bytes(file.read_bytes()[:-9])
    assert saved(tmp_path).load() is None


def test_a_folder_that_cannot_be_written_is_no_harm(tmp_path: Path) -> None:
    (tmp_path / "names").write_text("a file")
    saved(tmp_path).save(Finder(ENTRIES), [1])

    assert saved(tmp_path).load() is None


def test_only_so_many_libraries_are_kept(tmp_path: Path) -> None:
    for number in range(20):
        saved(tmp_path, "one", f"/library {number}/a.txt").save(Finder(ENTRIES), [1])

    assert len(list(tmp_path.rglob("*.names"))) == 16
    assert saved(tmp_path, "one", "/library 19/a.txt").load() is not None
