import os
from pathlib import Path

import pytest

from briefing import library


def make(root: Path, *names: str) -> None:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"The text of {name}.")


def names(listing: library.Listing, root: Path) -> list[str]:
    return [str(path.relative_to(root)) for path in listing.files]


def reasons(listing: library.Listing) -> dict[str, str]:
    return {Path(failure.path).name: failure.reason for failure in listing.failures}


def test_a_folder_is_read_recursively_in_a_fixed_order(tmp_path: Path) -> None:
    make(tmp_path, "b.txt", "a/z.md", "a/b/c.markdown", "c.text", "B.TXT")
    listing = library.scan([tmp_path])
    assert names(listing, tmp_path) == ["B.TXT", "a/b/c.markdown", "a/z.md", "b.txt", "c.text"]
    assert listing.failures == ()


def test_files_are_found_some_at_a_time(tmp_path: Path) -> None:
    make(tmp_path, "b.txt", "a/z.md", "a/b/c.markdown", "c.text", "d.xlsx")
    scan = library.Scan([tmp_path, tmp_path / "none"])
    found = [scan.more(3)]
    assert not scan.is_done
    assert scan.failures == ()
    found += [scan.more(3), scan.more(3)]
    assert scan.is_done
    assert [len(some) for some in found] == [3, 1, 0]
    assert tuple(path for some in found for path in some) == scan.listing.files
    assert scan.listing == library.scan([tmp_path, tmp_path / "none"])


def test_hidden_files_are_left_out_and_others_counted(tmp_path: Path) -> None:
    make(tmp_path, "a.txt", ".b.txt", ".git/c.txt", "d.png", "e")
    listing = library.scan([tmp_path])
    assert names(listing, tmp_path) == ["a.txt"]
    assert listing.skipped == 2


def test_a_format_not_read_is_listed_with_the_reason(tmp_path: Path) -> None:
    make(tmp_path, "a.txt", "b.xlsx")
    assert reasons(library.scan([tmp_path])) == {"b.xlsx": "Excel files are not read"}


def test_a_named_file_is_listed_whatever_its_suffix(tmp_path: Path) -> None:
    make(tmp_path, "notes.log", "b.txt")
    listing = library.scan([tmp_path / "notes.log", tmp_path, tmp_path / "b.txt"])
    assert names(listing, tmp_path) == ["notes.log", "b.txt"]


def test_what_is_missing_is_said(tmp_path: Path) -> None:
    listing = library.scan([tmp_path / "none", Path("a\0b")])
    assert [failure.reason for failure in listing.failures] == ["no such file or folder"] * 2


def test_links_are_followed_to_documents_below_the_folder_only(tmp_path: Path) -> None:
    make(tmp_path, "in/a.txt", "out.txt", "in/sub/b.txt")
    folder = tmp_path / "in"
    (folder / "again.txt").symlink_to(folder / "a.txt")
    (folder / "broken.txt").symlink_to(folder / "none.txt")
    (folder / "loop.txt").symlink_to(folder / "loop.txt")
    (folder / "away.txt").symlink_to(tmp_path / "out.txt")
    (folder / "up").symlink_to(folder)
    listing = library.scan([folder])
    assert names(listing, folder) == ["a.txt", "sub/b.txt"]
    assert listing.skipped == 1
    assert reasons(listing) == {
        "away.txt": "a link that leads out of the folder",
        "broken.txt": "a link that leads nowhere",
        "loop.txt": "a link that leads to itself",
    }


def test_ten_thousand_links_are_one_document(tmp_path: Path) -> None:
    make(tmp_path, "a.txt")
    for number in range(10_000):
        target = ("a.txt", ".", f"{number}.txt")[number % 3]
        (tmp_path / f"{number}.txt").symlink_to(target)
    listing = library.scan([tmp_path])
    assert len(listing.files) == 1
    assert listing.skipped == 3333
    assert [one.reason for one in listing.failures] == ["a link that leads to itself"] * 3333


def test_a_folder_that_is_met_again_is_left_out(tmp_path: Path) -> None:
    make(tmp_path, "in/a.txt")
    again = tmp_path / "in" / ".." / "in"
    assert len(library.scan([tmp_path / "in", again, tmp_path]).files) == 1


def test_a_pipe_is_listed_and_never_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert reasons(library.scan([tmp_path])) == {"pipe.txt": "not a regular file"}


def test_a_folder_one_may_not_read_is_listed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(tmp_path, "a.txt", "closed/b.txt")
    scandir = os.scandir

    def refuse(path: Path) -> object:
        if path.name == "closed":
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    listing = library.scan([tmp_path])
    assert names(listing, tmp_path) == ["a.txt"]
    assert reasons(listing) == {"closed": "permission denied"}


def test_a_hostile_name_is_neutralised_in_the_failure(tmp_path: Path) -> None:
    (tmp_path / "a\x1b]0;x\x07\n.xlsx").write_text("x")
    (failure,) = library.scan([tmp_path]).failures
    assert failure.path.endswith("a␛]0;x␇ .xlsx")
