"""What is printed of hostile documents, and of hostile arguments, commands no terminal either."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.hostile.folder import make
from tests.hostile.payloads import EVERYTHING, NAME

_COMMANDS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def run(*arguments: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "briefing", *arguments]
    return subprocess.run(command, capture_output=True, check=False)


@pytest.mark.parametrize("form", ["json", "csv", "markdown", "html", "text"])
def test_nothing_printed_of_a_document_commands_the_terminal(tmp_path: Path, form: str) -> None:
    done = run(str(make(tmp_path)), "--to", form)
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 4  # a line for each file that cannot be read
    for stream in (done.stdout, done.stderr):
        assert stream
        assert not _COMMANDS.search(stream.decode())
    if form == "json":
        for line in done.stdout.splitlines():
            values = json.loads(line)["document"].values()
            assert not _COMMANDS.search("".join(map(str, values)))


def test_nothing_of_a_query_or_a_wrong_argument_does(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(EVERYTHING)
    for arguments in (
        [str(tmp_path), "--find", EVERYTHING],
        [str(tmp_path), "--find", '"7391"'],
        [str(tmp_path / NAME)],
        ["--to", EVERYTHING, str(tmp_path)],
        [f"--{EVERYTHING}"],
    ):
        done = run(*arguments)
        assert not _COMMANDS.search((done.stdout + done.stderr).decode())
