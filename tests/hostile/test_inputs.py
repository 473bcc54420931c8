"""Inputs that no other test has: each shows what is promised of it. The table names them all."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from briefing import formats, library
from briefing.analysis.briefing import Briefing
from briefing.analysis.pipeline import brief
from briefing.document import Document, Failure
from briefing.finder.fold import fold
from briefing.finder.matches import all_of
from briefing.finder.pattern import PatternSearch
from briefing.formats.limits import MEGABYTE, Limits
from briefing.library import reading
from tests.fuzz.targets import TARGETS
from tests.hostile.folder import hostile_files
from tests.hostile.payloads import MARKUP
from tests.hostile.recording import record
from tests.terminal import Terminal


def read(data: bytes, path: str = "a.txt") -> Document:
    return formats.read(data, path)


@pytest.mark.parametrize(
    "data",
    [
        "\x9b31m \x9d0;x\x9c \x90 agreed\rrefused \x08\x0b\x7f".encode() + b"\x07" * 10_000,
        b"Caf\xe9 words and more words \x9b31m of caf\xe9s, with others.",
        b"Spliced \xc2\x11\x9b31m together.",
    ],
    ids=["UTF-8", "Latin-1", "spliced"],
)
def test_no_way_to_write_a_control_character_leaves_one(data: bytes) -> None:
    document = read(data)
    assert not any(ord(one) < 32 and one not in "\n\t" for one in document.text)
    assert not any(0x7F <= ord(one) < 0xA0 for one in document.text)
    assert document.text.count("␇") == data.count(b"\x07")
    assert Document("", document.text, "").text == document.text


def test_what_is_not_terminated_takes_nothing_with_it() -> None:
    document = read(b"One sentence \x1b]52;c;\n\nAnother sentence.\n\nA third \x1b[")
    assert document.text == "One sentence ␛]52;c;\n\nAnother sentence.\n\nA third ␛["


def test_words_are_found_over_what_nobody_sees() -> None:
    assert fold("tre\u00adat\u200by") == "treaty"


def test_letters_of_another_script_make_another_name() -> None:
    text = "Apple Inc. met the ministers. \u0410pple Inc. met them too, and paypa\u0406 did not."
    names = [one.aliases for one in brief(Document("a.txt", text, "text")).entities]
    assert not any("\u0410pple" in alias for aliases in names for alias in aliases)


@pytest.mark.parametrize(
    "data",
    [
        b"a",
        b"\xef\xbb\xbf",
        b" \n\t\n",
        b"# One\n\n## Two\n",
        b"|a|b|\n|-|-|\n|c|d|\n",
        b"[a]: b\n",
    ],
    ids=["a byte", "a mark", "blanks", "headings", "a table", "references"],
)
def test_almost_nothing_is_a_document_or_a_reason(data: bytes) -> None:
    (result,) = formats.read_all(data, "a.md")
    if isinstance(result, Document):
        assert isinstance(library.brief(result), Briefing)
    else:
        assert result.reason == "the file is empty"


def test_a_file_without_end_is_read_to_the_limits(tmp_path: Path) -> None:
    lines, line, gigabyte = (tmp_path / f"{name}.txt" for name in ("lines", "line", "gigabyte"))
    lines.write_bytes(b"a\n" * 5_000_000)
    line.write_bytes(b"word " * 400_000)
    with gigabyte.open("wb") as file:
        file.write(b"Words.\n\n" * 300_000)
        file.truncate(1 << 30)
    limits = Limits(text=MEGABYTE, lines=100_000)

    for path, read_to, notices in (
        (lines, 199_999, ("the first 1 MB of 9.5 MB.", "the first 100,000 lines (limit lines).")),
        (line, MEGABYTE, ("the first 1 MB of 1.9 MB.",)),
        (gigabyte, 8 * 50_000 - 2, ("the first 1 MB of 1 GB.", "100,000 lines (limit lines).")),
    ):
        data, size = reading.beginning(path, limits)  # type: ignore[misc]
        assert (len(data), size) == (MEGABYTE, path.stat().st_size)
        document = library.read(path, limits)
        assert isinstance(document, Document)
        assert len(document.text) == read_to
        for said, notice in zip(document.notices, notices, strict=True):
            assert said.endswith(notice)


SLOW_SENTENCES = (
    *("..[111 111 ...] ", ".", "A", "a.b.c.", "U.S. ", "“", "(", "1. ", "No. ", "a ", "! ", "。"),
    *("؟ ", "Art. 3(b) ", "- x\n", "THE END ", "\t", "Mr. ", '"a." ', "...", "x\n\n"),
)


@pytest.mark.parametrize("part", SLOW_SENTENCES)
def test_sentences_that_are_made_to_be_slow_are_parted(part: str) -> None:
    TARGETS["sentences"]((part * 100_000)[:100_000].encode())


BOMBS = ("(a+)+$", "(a|a)*b", "(.*)*x", "(a?){200}a{200}b", "(([a-z])+.)+[A-Z]$")


@pytest.mark.parametrize("pattern", BOMBS)
def test_a_regular_expression_that_takes_for_ever_elsewhere_is_done(pattern: str) -> None:
    search = PatternSearch("a" * 200_000 + "!\n\n" + "a" * 100 + "!", pattern)
    assert list(all_of(search)) == []
    assert search.done


def test_regular_expressions_do_not_hold_up_the_keys(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Some text. " + "a" * 200_000 + "!")
    with Terminal(["-m", "briefing", str(tmp_path)]) as terminal:
        terminal.wait_for("Some text")
        for key in ("\x06", "\x12", "\x12"):
            terminal.press(key)
            terminal.settle()
        assert "regular expression" in terminal.screen
        for pattern in BOMBS:
            terminal.press(pattern + "\r")
            terminal.settle()
            terminal.press("\x06")
        terminal.press("\x1b")
        terminal.settle()
        terminal.press("q")
        assert terminal.end() == 0


HOSTILE_NAMES = (
    b"two\nlines.txt",
    b"-rf.txt",
    b"'\"`$(x).txt",
    b"x" * 251 + b".txt",
    b"\xff\xfe.txt",
    "😀.txt".encode(),
    b"CON.txt",
    b"dot..txt",
    b"   .txt",
    "\u202etxt.exe.txt".encode(),
)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names of files")
def test_whatever_a_file_is_called_it_is_one_document(tmp_path: Path) -> None:
    for name in HOSTILE_NAMES:
        (tmp_path / os.fsdecode(name)).write_text("Some text.")
    files = library.scan([tmp_path]).files
    assert len(files) == len(HOSTILE_NAMES)
    for file in files:
        document = library.read(file)
        assert isinstance(document, Document)
        assert "\n" not in document.path


@pytest.mark.skipif(os.name != "posix", reason="needs devices as POSIX has them")
def test_what_never_ends_or_is_gone_is_not_waited_for(tmp_path: Path) -> None:
    (tmp_path / "zero.txt").symlink_to("/dev/zero")
    server = socket.socket(socket.AF_UNIX)
    server.bind(str(tmp_path / "socket.txt"))
    for name, reason in (
        ("zero.txt", "not a regular file"),
        ("socket.txt", "not a regular file"),
        ("gone.txt", "no such file or folder"),
    ):
        result = library.read(tmp_path / name)
        assert isinstance(result, Failure)
        assert result.reason == reason
    server.close()


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """No network and no other program can be reached; gives the current folder, which is empty."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the world outside")

    for name in ("socket", "create_connection", "getaddrinfo"):
        monkeypatch.setattr(socket, name, refuse)
    for name in ("Popen", "run"):
        monkeypatch.setattr(subprocess, name, refuse)
    monkeypatch.setattr(os, "system", refuse)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("name", [name for name in hostile_files() if name.isprintable()])
def test_nothing_is_fetched_run_or_written(alone: Path, name: str) -> None:
    for result in formats.read_all(hostile_files()[name], name):
        assert isinstance(library.brief(result), Briefing | Failure)
        assert "fault of this program" not in getattr(result, "reason", "")
    assert not list(alone.iterdir())


def test_remote_parts_of_a_page_are_not_fetched(alone: Path) -> None:
    page = b"<html><body><p>Some words of a page.<img src=http://a.example/x.png><iframe src="
    page += b"file:///etc/passwd></iframe><script src=http://a.example/x.js></script><link "
    assert "root:" not in read(page, "a.html").text


@pytest.mark.parametrize(
    ("data", "size"),
    [(b"Some words.\n\n" * 200_000, 1 << 30), (b"Some words. " * 170_000, 0)],
    ids=["a gigabyte", "a line"],
)
def test_of_a_huge_file_the_beginning_is_shown_and_the_keys_live(
    tmp_path: Path, data: bytes, size: int
) -> None:
    with (tmp_path / "huge.txt").open("wb") as file:
        file.write(data)
        file.truncate(max(size, len(data)))
    (tmp_path / "config.toml").write_text("[limits]\ntext = 1\n")
    limited = {"BRIEFING_CONFIG": str(tmp_path / "config.toml")}
    with Terminal(["-m", "briefing", str(tmp_path)], environment=limited) as terminal:
        terminal.wait_for("Some words.")
        terminal.wait_for("Showing the first 1 MB")
        terminal.press("G")
        terminal.settle()
        assert "Some words." in terminal.screen
        terminal.press("q")
        assert terminal.end() == 0


@pytest.mark.parametrize(("columns", "rows"), [(20, 5), (400, 120)])
def test_any_size_of_terminal_can_be_used(tmp_path: Path, columns: int, rows: int) -> None:
    (tmp_path / "a.txt").write_text(f"Some text. {MARKUP}")
    with Terminal(["-m", "briefing", str(tmp_path)], columns, rows) as terminal:
        terminal.wait_for("Some text")
        for key in ("1", "/", "x", "\x1b", "?", "\x1b", "2"):
            terminal.press(key)
            terminal.settle()
        terminal.press("q")
        assert terminal.end() == 0
        assert not record(terminal.output).left_behind


def test_megabytes_may_be_pasted_into_the_filter(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Some text.")
    with Terminal(["-m", "briefing", str(tmp_path)]) as terminal:
        terminal.wait_for("Some text")
        terminal.press("/")
        terminal.settle()
        terminal.press("\x1b[200~")
        for _ in range(500):
            terminal.press("many words " * 360)
            terminal.read(0)
        terminal.press("\x1b[201~")
        terminal.wait_for("many words many")
        terminal.press("\x1b")
        terminal.settle()
        terminal.press("q")
        assert terminal.end() == 0


@pytest.mark.parametrize("name", ["dumb", "linux", "vt100"])
def test_any_kind_of_terminal_is_left_whole(tmp_path: Path, name: str) -> None:
    (tmp_path / "a.txt").write_text("Some text.")
    with Terminal(["-m", "briefing", str(tmp_path)], environment={"TERM": name}) as terminal:
        terminal.wait_for("Some text")
        terminal.press("q")
        assert terminal.end() == 0
        assert not record(terminal.output).left_behind


def test_the_same_input_gives_the_same_output_whatever_surrounds_it(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "İstanbul and IZMIR signed the Iğdır Treaty on 3 May 2021. It was ratified next month."
    )
    printed = set()
    for seed, zone, locale in (("0", "UTC", "C"), ("7", "Asia/Tokyo", "tr_TR.UTF-8")):
        surroundings = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale}
        command = [sys.executable, "-m", "briefing", "a.txt", "--no-cache", "--to", "json"]
        done = subprocess.run(
            command, cwd=tmp_path, env=surroundings, capture_output=True, check=True
        )
        printed.add(done.stdout)
    assert len(printed) == 1
