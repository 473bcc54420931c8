"""What is remembered from one start to the next: where one was in each text, and sizes of panes.

The file is opened and written by a thread of its own, so that no key waits for a disk.
"""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from queue import SimpleQueue
from threading import Event, Thread
from typing import TYPE_CHECKING

from briefing.document import Document

if TYPE_CHECKING:
    from briefing.library.state import State, Value

_PLACE, _SCREEN, _SIZES = "place", "screen", "sizes"
_PATIENCE = 2.0  # seconds that quitting waits for the disk


class Memory:
    """Remembers in the file at `path`."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._state: State | None = None
        self._opened = Event()
        self._waiting: SimpleQueue[tuple[str, str, Value] | None] = SimpleQueue()
        self._writer = Thread(target=self._write, daemon=True)
        self._writer.start()

    @property
    def problem(self) -> str | None:
        """What the reader is to be told about the file."""
        state = self._read()
        return None if state is None else state.problem

    def place(self, document: Document) -> int:
        """The code point one was at when one last read this text; 0 for one that is new."""
        state = self._read()
        at = state.get(_PLACE, _key(document)) if state else None
        return at if isinstance(at, int) and 0 <= at < len(document.text) else 0

    def leave(self, document: Document, position: int) -> None:
        """Remember where one is; at the beginning there is nothing to remember."""
        self._waiting.put((_PLACE, _key(document), position or None))

    def sizes(self) -> dict[str, int]:
        """The sizes that panes were given, by their names."""
        state = self._read()
        kept = state.get(_SCREEN, _SIZES) if state else None
        found = kept.items() if isinstance(kept, dict) else ()
        return {name: size for name, size in found if isinstance(size, int) and size > 0}

    def resize(self, sizes: dict[str, int]) -> None:
        """Remember the sizes of panes."""
        self._waiting.put((_SCREEN, _SIZES, dict(sizes) or None))

    def close(self) -> None:
        """Have all that is to be remembered written."""
        self._waiting.put(None)
        self._writer.join(_PATIENCE)

    def _read(self) -> State | None:
        self._opened.wait()
        return self._state

    def _write(self) -> None:
        from briefing.library.state import State

        try:
            self._state = State(self._path)
        finally:
            self._opened.set()
        while entry := self._waiting.get():
            with suppress(sqlite3.Error):  # a full disk costs the memory, not the reading
                self._state.put(*entry)
        self._state.close()


def _key(document: Document) -> str:
    """The same for the same text, wherever its file lies."""
    return blake2b(document.text.encode(), digest_size=16).hexdigest()
