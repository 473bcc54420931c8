import os
from pathlib import Path

import pytest

from briefing import library
from briefing.analysis import pipeline
from briefing.document import Document
from briefing.formats.limits import Limits
from briefing.library import reading
from tests.formats.containers import zipped


def reason(result: object) -> str:
    assert isinstance(result, library.Failure)
    return result.reason


def test_a_file_becomes_a_document(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Some text.")
    document = library.read(path)
    assert isinstance(document, Document)
    assert (document.path, document.text) == (str(path), "Some text.")


def test_bad_files_say_why(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / "folder.md").mkdir()
    os.mkfifo(tmp_path / "pipe.txt")
    found = {path.name: reason(library.read(path)) for path in tmp_path.iterdir()}
    assert found == {
        "empty.txt": "the file is empty",
        "picture.txt": "not text: looks like a PNG picture",
        "folder.md": "a folder, not a document",
        "pipe.txt": "not a regular file",
    }
    assert reason(library.read(tmp_path / "gone.txt")) == "no such file or folder"
    assert reason(library.read(Path("a\0b"))) == "no such file or folder"


def test_permission_denied_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Some text.")

    def refuse(*_: object, **__: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    assert reason(library.read(path)) == "permission denied"


def test_a_large_file_is_cut(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("word" * 1000)
    document = library.read(path, Limits(text=2048))
    assert isinstance(document, Document)
    assert len(document.text) == 2048
    assert document.notices == ("Showing the first 2 KB of 3.9 KB.",)


def test_of_a_long_file_the_beginning_is_there_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefing.library.reading.FIRST", 200)
    path = tmp_path / "long.txt"
    path.write_text("\n\n".join(f"Paragraph {n} of a long text." for n in range(50)))
    first, whole = library.read_first(path), library.read(path)
    assert isinstance(first, library.Beginning)
    assert isinstance(whole, Document)
    assert whole.text.startswith(first.document.text)
    assert 100 < len(first.document.text) <= 200
    assert first.document.notices[0].startswith("Showing the first 200 bytes")


def test_a_short_file_is_there_at_once(tmp_path: Path) -> None:
    path = tmp_path / "short.txt"
    path.write_text("A short text.")
    assert library.read_first(path) == library.read(path)
    assert library.read_first(tmp_path / "none.txt") == library.read(tmp_path / "none.txt")


def test_what_is_no_plain_text_is_not_read_at_once(tmp_path: Path) -> None:
    path = tmp_path / "blank.txt"
    path.write_text("\n" * 70_000 + "Words.")
    assert library.read_first(path) is None
    assert not reading.is_short(path)
    (tmp_path / "page.html").write_text("<p>Words.")
    (tmp_path / "x.zip").write_bytes(zipped({"a.txt": b"One."}))
    for name in ("page.html", "x.zip"):
        assert library.read_first(tmp_path / name) is None
        assert not reading.is_short(tmp_path / name)


def test_short_is_a_plain_text_of_one_reading_and_what_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# Head\n\nWords.")
    os.mkfifo(tmp_path / "pipe.txt")
    for name in ("a.md", "pipe.txt", "none.txt", "a\0b"):
        assert reading.is_short(tmp_path / name)


def test_a_stream_is_read_as_text() -> None:
    (document,) = library.read_stream(b"Some text.")
    assert isinstance(document, Document)
    assert (document.path, document.format) == ("-", "text")


def test_a_fault_of_the_program_costs_one_document(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(document: Document) -> None:
        raise RuntimeError("boom \x1b[2J")

    monkeypatch.setattr(pipeline, "brief", fail)
    path = tmp_path / "a.txt"
    path.write_text("Some text.")
    assert reason(library.open(path)) == "a fault of this program: RuntimeError: boom ␛[2J"
