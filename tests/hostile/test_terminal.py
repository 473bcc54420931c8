"""The program in a terminal, over hostile documents: every byte it writes is its own.

It is walked through all its screens, panes, lines to type in, notices and exports, by keys alone.
"""

from __future__ import annotations

import os
import re
import signal
import termios
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.hostile.folder import make
from tests.hostile.payloads import EVERYTHING
from tests.hostile.recording import Recording, record
from tests.terminal import Terminal

PASTED = f"\x1b[200~{EVERYTHING.replace(chr(27), '')}\x1b[201~"
ESCAPE, ENTER, TAB, FIND, QUIT, CLEAR = "\x1b", "\r", "\t", "\x06", "\x11", "\x15"
COPIES = ("5jY", "4jjY", "3jY", "6jY", "2vvy", "1Y")
WALK: dict[str, Sequence[str]] = {
    "panes": (
        "1",
        "2",
        "3",
        "4",
        "5",
        "6",
        *"jjkGg dubnN][",
        TAB,
        "t",
        "s",
        "s",
        "o",
        "o",
        "z",
        "z",
    ),
    "agreements": ("5", "j", "x", "x", ENTER, "n", "H", "L"),
    "cards": ("4", "j", "c", "jj", ENTER, "5", "j", "c", ESCAPE, "2"),
    "outline": ("i", "j", ENTER),
    "find": (FIND, "7391", ENTER, "nN", FIND, PASTED, ESCAPE),
    "filter": (
        "/",
        "jane",
        ESCAPE,
        "/",
        "@",
        ESCAPE,
        "/",
        "#har",
        ENTER,
        "/",
        ">",
        "\x1b[B",
        ESCAPE,
    ),
    "pasted": ("/", PASTED, ESCAPE, ":", PASTED, ESCAPE),
    "words of the texts": ("/", '"7391"', "\x1b[B", ENTER),
    "help": ("?", "j", ESCAPE),
    "palette": (":", "theme", ESCAPE),
    "themes": ("T", "T", "-", "+", "<", ">", "{", "}"),
    "nothing to do": ("H", "L", "1", "c", "2"),
    "all documents": ("a", "1", "jj", "r", "2", "j", "m", "c", ESCAPE, "3", "j", "r", "c", ESCAPE),
    "time": ("4", "p", PASTED, ENTER, ESCAPE, ESCAPE),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make(tmp_path)


def assert_own(recording: Recording) -> None:
    assert not recording.foreign
    assert not any(re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f]", one) for one in recording.copied)


def walk(terminal: Terminal, steps: Sequence[str]) -> None:
    for keys in steps:
        for key in [keys] if keys[0] == ESCAPE or len(keys) > 3 else keys:
            terminal.press(key)
            terminal.read(0.02)
        terminal.settle(0.3 if keys == ESCAPE else 0.1)


def export(terminal: Terminal, pane: str, name: str) -> None:
    walk(terminal, (pane, "E"))
    terminal.wait_for("The end of the name")
    walk(terminal, (PASTED, ENTER, CLEAR, name, ENTER))
    terminal.wait_for(f"Written: {name}")


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
def test_nothing_of_a_document_commands_the_terminal(
    folder: Path, tmp_path: Path, size: tuple[int, int]
) -> None:
    with Terminal(["-m", "briefing", str(folder)], *size, directory=tmp_path) as terminal:
        terminal.wait_for("2 words")
        terminal.settle()
        for steps in WALK.values():
            walk(terminal, steps)
        export(terminal, "2", "page.html")
        export(terminal, "1", "all.csv")
        walk(terminal, "J" * 24)  # through all documents
        for steps in COPIES:
            walk(terminal, steps)
        walk(terminal, (ESCAPE, ESCAPE, QUIT))
        assert terminal.end() == 0
        recording = record(terminal.output)
        assert_own(recording)
        assert len(recording.copied) >= 4
        assert not recording.left_behind
    for name in ("page.html", "all.csv"):
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f]", (tmp_path / name).read_text("utf-8"))


def attributes(terminal: Terminal) -> list[object]:
    return termios.tcgetattr(terminal.fd)


FAULT = """
import sys
from briefing import cli
from briefing.app.screens.commands import Commands

def fail(self):
    held = "in its memory"
    raise RuntimeError(sys.argv[2])

Commands.action_outline = fail
sys.exit(cli.main(sys.argv[1:2]))
"""


def test_a_fault_of_the_program_leaves_the_terminal_whole(folder: Path) -> None:
    with Terminal(["-c", FAULT, str(folder), EVERYTHING]) as terminal:
        before = attributes(terminal)
        terminal.wait_for("2 words")
        terminal.press("i")
        assert terminal.end() == 1
        recording = record(terminal.output)
        assert_own(recording)
        assert not recording.left_behind
        assert attributes(terminal) == before
        assert "RuntimeError" in recording.text
        assert "in its memory" not in recording.text.split("RuntimeError")[-1]


@pytest.mark.parametrize("keys", ["", "/jane", "?", "a", ":", "E"])
def test_being_ended_leaves_the_terminal_whole(folder: Path, keys: str) -> None:
    with Terminal(["-m", "briefing", str(folder)]) as terminal:
        before = attributes(terminal)
        terminal.wait_for("2 words")
        terminal.press(keys)
        terminal.settle()
        os.kill(terminal.pid, signal.SIGTERM)
        assert terminal.end() == 128 + signal.SIGTERM
        recording = record(terminal.output)
        assert_own(recording)
        assert not recording.left_behind
        assert attributes(terminal) == before


def test_being_stopped_gives_the_terminal_back_and_going_on_takes_it_again(folder: Path) -> None:
    with Terminal(["-m", "briefing", str(folder)]) as terminal:
        terminal.wait_for("2 words")
        terminal.settle()
        os.kill(terminal.pid, signal.SIGTSTP)
        terminal.settle()
        assert not record(terminal.output).left_behind
        os.kill(terminal.pid, signal.SIGCONT)
        terminal.settle()
        assert "1049" in record(terminal.output).left_behind
        terminal.press(QUIT)
        assert terminal.end() == 0
        assert not record(terminal.output).left_behind


def test_a_terminal_that_goes_away_ends_the_program(folder: Path) -> None:
    with Terminal(["-m", "briefing", str(folder)]) as terminal:
        terminal.wait_for("2 words")
        os.kill(terminal.pid, signal.SIGHUP)
        assert terminal.end() == -signal.SIGHUP
