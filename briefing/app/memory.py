"""What is remembered from one start to the next: places in texts, sizes of panes, the notebook.

The file is opened and written by a thread of its own, so that no key waits for a disk.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from queue import SimpleQueue
from threading import Event, Thread
from typing import TYPE_CHECKING

from briefing.document import Document

if TYPE_CHECKING:
    from briefing.library.notebook import Entries
    from briefing.library.state import State, Value

_PLACE, _SCREEN, _SIZES = "place", "screen", "sizes"
_PATIENCE = 2.0  # seconds that quitting waits for the disk


class Memory:
    """Remembers in the file at `path`."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._state: State | None = None
        self._opened = Event()
        self._told = False
        self.tell: Callable[[str], None] = lambda _: None
        """Called, in another thread, with what the reader is to be told later on."""
        self._waiting: SimpleQueue[Entries | None] = SimpleQueue()
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
        at = state.get(_PLACE, document.fingerprint) if state else None
        return at if isinstance(at, int) and 0 <= at < len(document.text) else 0

    def leave(self, document: Document, position: int) -> None:
        """Remember where one is; at the beginning there is nothing to remember."""
        self._waiting.put({(_PLACE, document.fingerprint): position or None})

    def sizes(self) -> dict[str, int]:
        """The sizes that panes were given, by their names."""
        state = self._read()
        kept = state.get(_SCREEN, _SIZES) if state else None
        found = kept.items() if isinstance(kept, dict) else ()
        return {name: size for name, size in found if isinstance(size, int) and size > 0}

    def resize(self, sizes: dict[str, int]) -> None:
        """Remember the sizes of panes."""
        self._waiting.put({(_SCREEN, _SIZES): dict(sizes) or None})

    def recall(self, kind: str) -> dict[str, Value]:
        """All that was kept of a kind."""
        state = self._read()
        return state.all(kind) if state else {}

    def keep(self, entries: Entries) -> None:
        """Keep what was noted, all of it at once."""
        self._waiting.put(entries)

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
        unwritten: dict[tuple[str, str], Value] = {}
        while (entries := self._waiting.get()) is not None:
            unwritten.update(entries)
            try:
                self._state.put_all(unwritten)
                unwritten.clear()
                self._told = False
            except sqlite3.Error as error:  # a full disk costs the memory, not the reading
                self._complain(error)
        self._state.close()

    def _complain(self, error: sqlite3.Error) -> None:
        if not self._told:
            self._told = True
            self.tell(
                f"{self._path}: {error}; what is marked is kept till the end, and tried again"
            )
