"""Reading and analysing off the event loop; what comes of it arrives as messages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, TypeAlias

from textual.message import Message

from briefing.analysis.briefing import Briefing
from briefing.document import Document

if TYPE_CHECKING:
    from briefing.library import Failure

Result: TypeAlias = "Document | Briefing | Failure"


class Loaded(Message):
    """A document's text, its briefing, or the reason why it cannot be read."""

    def __init__(self, index: int, result: Result) -> None:
        self.index = index
        self.result = result
        super().__init__()


class Ahead:
    """Reads a file while the screen is still being made."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._result: Document | Failure | None = None
        self._reading = Thread(target=self._read, daemon=True)
        self._reading.start()

    def _read(self) -> None:
        from briefing import library

        self._result = library.read(self._path)

    def take(self, seconds: float) -> Document | Failure | None:
        """What the file holds, if it has been read within so many seconds."""
        self._reading.join(seconds)
        return self._result


def load(source: Path | Document) -> Iterator[Result]:
    """A file's text at once, then its briefing; or the reason why not. A text is not read again."""
    from briefing import library

    if isinstance(source, Document):
        document: Document | Failure = source
    else:
        document = library.read(source)
        yield document
    if isinstance(document, Document):
        from briefing.analysis.pipeline import brief

        try:
            yield brief(document)
        except Exception as error:  # one document never stops the others
            yield library.Failure(document.path, f"a fault of this program: {error!r}")


def load_rest(
    files: Sequence[tuple[int, Path]], cancelled: Callable[[], bool]
) -> Iterator[tuple[int, Briefing | Failure]]:
    """The briefings of many files, as they become ready, from worker processes."""
    from briefing import library

    results = library.ingest([path for _, path in files])
    try:
        for place, result in results:
            if cancelled():
                return
            yield files[place][0], result
    finally:
        if close := getattr(results, "close", None):
            close()
