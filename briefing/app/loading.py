"""Reading and analysing off the event loop; what comes of it arrives as messages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
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


def load(source: Path | Document) -> Iterator[Result]:
    """A document's text at once, then its briefing; or the reason why not."""
    from briefing import library

    document = source if isinstance(source, Document) else library.read(source)
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
