"""The index in a file."""

from pathlib import Path

import pytest

from briefing.finder import Entry, Finder
from briefing.finder.saved import SavedIndexError

ENTRIES = [
    Entry("a", "Information Fusion Centre", "organisation", ("IFC", "the Centre"), 12),
    Entry("b", "São Tomé", "place", (), 3),
    Entry("c", "الهند", "place"),
    Entry("d", "…", "heading"),
    Entry("e", "odd \ud800 name\n", "heading"),
]


def test_what_is_loaded_finds_what_was_saved(tmp_path: Path) -> None:
    path = tmp_path / "names"
    finder = Finder(ENTRIES[:2])
    finder.add(ENTRIES[2:])
    finder.save(path, "one")
    loaded = Finder.load(path, "one")

    assert [file.name for file in tmp_path.iterdir()] == ["names"]
    assert len(loaded) == len(ENTRIES)
    for query in ("", "ifc", "fusion cnetre", "sao t", "الهند", "odd name", "…"):
        assert loaded.search(query) == finder.search(query)
    loaded.add([Entry("f", "Fusion Island", "place")])
    assert {hit.entry.key for hit in loaded.search("fusion")} == {"a", "f"}


def test_an_empty_finder_can_be_saved(tmp_path: Path) -> None:
    Finder().save(tmp_path / "names")

    assert Finder.load(tmp_path / "names").search("x") == []
    assert Finder.load(tmp_path / "names").search("") == []


@pytest.mark.parametrize("at", [0, 5, 40, -100, -1])
def test_a_broken_file_is_noticed_and_made_again(tmp_path: Path, at: int) -> None:
    path = tmp_path / "names"
    Finder(ENTRIES).save(path, "one")
    data = bytearray(path.read_bytes())
    data[at] ^= 0x55
    path.write_bytes(data)

    with pytest.raises(SavedIndexError):
        Finder.load(path, "one")
    assert len(Finder.open(path, "one", lambda: ENTRIES)) == len(ENTRIES)
    assert len(Finder.load(path, "one")) == len(ENTRIES)


@pytest.mark.parametrize(
    "data", [b"", b"x", b"briefing names 1\n", b"briefing names 2\n" + b"\xff" * 99]
)
def test_what_is_no_index_is_noticed(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "names"
    path.write_bytes(data)

    with pytest.raises(SavedIndexError):
        Finder.load(path)


def test_half_a_file_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "names"
    Finder(ENTRIES).save(path)
    path.write_bytes(path.read_bytes()[:-50])

    with pytest.raises(SavedIndexError):
        Finder.load(path)


def test_an_index_of_something_else_is_made_again(tmp_path: Path) -> None:
    path = tmp_path / "names"
    Finder(ENTRIES).save(path, "one")

    with pytest.raises(SavedIndexError):
        Finder.load(path, "two")
    assert len(Finder.open(path, "two", lambda: ENTRIES[:1])) == 1
    assert len(Finder.open(path, "two", list)) == 1


def test_a_file_that_cannot_be_written_is_no_reason_not_to_search(tmp_path: Path) -> None:
    finder = Finder.open(tmp_path / "no" / "such" / "folder", "one", lambda: ENTRIES)

    assert [hit.alias for hit in finder.search("ifc")] == ["IFC"]
