"""No escape sequence of a document reaches the terminal, whatever shows it."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.terminal import Terminal

# Each carries its own mark, which no sequence of the app's own holds.
PAYLOADS = {
    "clipboard": "\x1b]52;c;UFdORUQ=\x07",
    "window title": "\x1b]0;pwned\x1b\\",
    "hyperlink": "\x1b]8;;http://pwned.example\x07pwned\x1b]8;;\x07",
    "cursor": "\x1b[66;6H",
    "colour": "\x1b[38;5;66;7;13m",
    "report": "\x1b[6;66n",
    "device control": "\x1bPpwned\x1b\\",
    "program command": "\x1b_pwned\x1b\\",
    "one-byte introducer": "\x9b66;7m",
    "unterminated": "\x1b]66;pwned",
}
EVERYTHING = " ".join(PAYLOADS.values())
MARKUP = "[/foo] [bold and [@click=app.exit]x[/] {{"

# What the app itself may send: colours, cursor, modes, questions, and the shape of the pointer.
OWN = re.compile(
    rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|\]22;[a-z-]*\x07|[()][A-Z0-9]|[=>78])",
)


def hostile_text(title: str) -> str:
    return (
        f"{title} {EVERYTHING}\n\n"
        f"The Ministry of {EVERYTHING} Truth {MARKUP} said on 4 May 2021 that "
        f"Jane {PAYLOADS['colour']} Roe signed the Harbour {PAYLOADS['clipboard']} Treaty.\n\n"
        f"{'word ' * 200}\n\n"
        f"{PAYLOADS['unterminated']}\n"
    )


@pytest.fixture
def library(tmp_path: Path) -> Path:
    folder = tmp_path / f"lib {PAYLOADS['colour']} [foo]"
    folder.mkdir()
    (folder / "1 good.txt").write_text(hostile_text("A title"), encoding="utf-8")
    front = '---\ntitle: "Escaped \\e]52;c;UFdORUQ=\\a \\x9b66;7m [/foo]"\ndate: 2021-05-04\n---\n'
    entities = "# Heading &#27;]0;pwned&#7; [/foo]\n\n[link](<http://a.example/\x1b[66;6H>) text.\n"
    (folder / "2 front.md").write_text(front + entities, encoding="utf-8")
    (folder / f"3 {PAYLOADS['window title'].replace('/', '')} [bold.txt").write_text("Some text.")
    (folder / f"4 {PAYLOADS['cursor']}.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00")
    return folder


def assert_clean(output: bytes) -> None:
    for name, payload in PAYLOADS.items():
        for sequence in re.findall("[\x1b\x9b][^\x1b\x9b]{1,6}", payload):
            assert sequence.encode() not in output, name
    rest = OWN.sub(b"", output)
    assert b"\x1b" not in rest
    assert b"\x07" not in rest
    assert not re.search("[\x80-\x9f\u202a-\u202e\u2066-\u2069]", rest.decode(errors="replace"))


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
def test_no_escape_reaches_the_terminal_from_any_pane(library: Path, size: tuple[int, int]) -> None:
    with Terminal(["-m", "briefing", str(library)], *size) as terminal:
        terminal.wait_for("A title")
        terminal.settle()
        for keys in (
            *"123456",
            *"JJJJK",
            *"nN][zzsto?",
            "\x1b",
            "/",
            "pwned",
            "\x1b",
            "/",
            "@jane\r",
            "/",
            "#harbour\r",
            "/",
            "\x1b[200~" + EVERYTHING.replace("\x1b", "") + "\x1b[201~",
            "\x1b",
            "\x06",
            "harbour\r",
            "nN",
            "\x06",
            "\x1b[200~" + EVERYTHING.replace("\x1b", "") + "\x1b[201~",
            "\x1b",
            ":",
            "\x1b",
        ):
            terminal.press(keys)
            terminal.settle()
        terminal.press("\x11")
        assert terminal.end() == 0
        assert_clean(terminal.output)


@pytest.mark.parametrize("form", ["json", "text", "markdown"])
def test_no_escape_reaches_standard_output_or_error(library: Path, form: str) -> None:
    command = [sys.executable, "-m", "briefing", str(library), "--to", form]
    done = subprocess.run(command, capture_output=True, check=False)
    assert done.returncode == 1
    for stream in (done.stdout, done.stderr):
        assert stream
        assert b"\x1b" not in stream
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", stream.decode())


def test_no_escape_of_a_query_or_a_wrong_argument_is_printed(library: Path) -> None:
    for arguments in (
        [str(library), "--find", EVERYTHING],
        [str(library / EVERYTHING.replace("/", ""))],
        ["--to", EVERYTHING, str(library)],
        [f"--{EVERYTHING}"],
    ):
        command = [sys.executable, "-m", "briefing", *arguments]
        done = subprocess.run(command, capture_output=True, check=False)
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f]", (done.stdout + done.stderr).decode())
