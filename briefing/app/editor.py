"""The reader's own editor, which has the terminal while it runs."""

from __future__ import annotations

import os
import shlex
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from signal import SIGINT, signal

from textual.app import App, SuspendNotSupported

from briefing.document import field

_COMMON = "vi"


def command(file: Path) -> list[str]:
    """The program that VISUAL or EDITOR names, with its arguments, on a file. No shell sees it.

    Raises ValueError where a quotation mark is not closed.
    """
    words: list[str] = []
    for name in ("VISUAL", "EDITOR"):
        words = words or shlex.split(os.environ.get(name, ""))
    # An absolute path is never taken for an option.
    return [*(words or [_COMMON]), str(file.absolute())]


def edit(app: App[None], file: Path) -> str:
    """Run the editor on a file; why it could not, in words, else nothing."""
    if not file.is_file():
        return f"{field(file.name)} is not a file, or is no longer there."
    try:
        arguments = command(file)
        with app.suspend(), _interruptions_ignored():
            return _run(arguments)
    except SuspendNotSupported:
        return "This terminal cannot be given to an editor."
    except ValueError as error:
        return f"The name of the editor cannot be read: {field(str(error))}."


def _run(arguments: list[str]) -> str:
    """Nothing is raised from here: the terminal would not be taken back."""
    try:
        ended = subprocess.run(arguments, check=False).returncode
    except OSError as error:
        return f"The editor could not be started: {field(str(error))}."
    return f"The editor ended with status {ended}." if ended else ""


@contextmanager
def _interruptions_ignored() -> Iterator[None]:
    """What ctrl+c means is up to the editor. A handler, unlike SIG_IGN, is not inherited by it."""
    before = signal(SIGINT, lambda *_: None)
    try:
        yield
    finally:
        signal(SIGINT, before)
