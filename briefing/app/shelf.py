"""The documents one has opened together, and what has become of each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.analysis.briefing import Briefing
from briefing.document import Document, field
from briefing.export.wording import foreign_language

if TYPE_CHECKING:
    from briefing.app.loading import Result
    from briefing.library import Failure

_TOLD = 10
"""Failures that are told where there is nothing else to read."""
_COUNTED = 200_000
"""Characters of which the words are counted at once; more would be felt."""


@dataclass(slots=True)
class Volume:
    """One document: first only a file, then a text, then a briefing; or the reason why not.

    `beginning` is what there is of a long text before all of it has been read.
    """

    source: Path | Document
    document: Document | None = None
    beginning: Document | None = None
    briefing: Briefing | None = None
    failure: Failure | None = None
    _name: str | None = None

    @property
    def is_readable(self) -> bool:
        """Whether it has a text, or may have one."""
        return self.document is not None or self.failure is None

    @property
    def name(self) -> str:
        """Its title, else its first words, else the name of its file."""
        if self._name is None:
            from briefing.library.digest import document_name

            if self.document is None:
                return self.file
            self._name = document_name(self.document)
        return self._name

    @property
    def text(self) -> Document | None:
        """What can be shown of it."""
        return self.document or self.beginning

    def has_any(self, names: frozenset[str]) -> bool:
        """Whether it bears one of these names, or its text mentions one of them."""
        if self.briefing is None:
            return self.name in names
        return (
            self.name in names
            or any(entity.name in names for entity in self.briefing.entities)
            or any(agreement.name in names for agreement in self.briefing.agreements)
        )

    @property
    def file(self) -> str:
        """The name of its file, safe to show."""
        path = self.source if isinstance(self.source, Path) else Path(self.source.path)
        return field(path.name or str(path))


def length(document: Document) -> str:
    """How many words a document has; a long one is counted at its beginning, and estimated."""
    size = len(document.text)
    if size <= _COUNTED:
        words = document.words
        return "1 word" if words == 1 else f"{words:,} words"
    words = replace(document, text=document.text[:_COUNTED], blocks=(), inlines=()).words
    return f"about {round(words * size / _COUNTED, -3):,.0f} words"


class Shelf:
    """All that was opened, in the order of the files."""

    def __init__(
        self,
        sources: Sequence[Path | Document] = (),
        failures: Iterable[Failure] = (),
        name: str = "",
    ) -> None:
        self.name = field(name)
        self.volumes = [
            Volume(source, source if isinstance(source, Document) else None) for source in sources
        ]
        self.unlisted = tuple(failures)
        self._inner: dict[str, int] = {}
        self._order: list[int] | None = None
        self._counted: tuple[Document, str] | None = None

    def inner(self, result: Result) -> int:
        """The volume of a document that lies with others in a file; a new one at first."""
        from briefing.library import Failure

        document = result if isinstance(result, Document | Failure) else result.document
        if document.path not in self._inner:
            self._inner[document.path] = len(self.volumes)
            source = document if isinstance(document, Document) else Path(document.path)
            self.volumes.append(Volume(source))
            self._order = None
        return self._inner[document.path]

    def record(self, index: int, result: Result) -> bool:
        """Keep what has become of a document; False where more than that is known already."""
        from briefing.library import Beginning

        volume = self.volumes[index]
        if volume.briefing or volume.failure:
            return False
        if isinstance(result, Beginning):
            if volume.text is None:
                volume.beginning = result.document
                return True
            return False
        if isinstance(result, Briefing):
            volume.briefing, volume.document = result, result.document
        elif isinstance(result, Document):
            volume.document = result
        else:
            volume.failure = result
        volume.beginning = None
        self._order = None
        return True

    @property
    def order(self) -> list[int]:
        """What can be read, as it is listed: by date, undated and unread last."""
        if self._order is None:
            dates = {
                index: (one.document.date or "") if one.document else None
                for index, one in enumerate(self.volumes)
                if one.is_readable
            }
            dated = [index for index, date in dates.items() if date]
            dated.sort(key=lambda index: dates[index] or "")
            plain = [index for index, date in dates.items() if date == ""]
            unread = [index for index, date in dates.items() if date is None]
            self._order = [*dated, *plain, *unread]
        return self._order

    @property
    def failures(self) -> list[Failure]:
        """What could not be read, and why."""
        return [*self.unlisted, *(one.failure for one in self.volumes if one.failure)]

    def beside(self, index: int | None, step: int) -> int | None:
        """The document `step` places further in the list, None at its ends."""
        order = self.order
        place = order.index(index) + step if index in order else 0
        return order[place] if 0 <= place < len(order) else None

    def place(self, index: int | None) -> str:
        """Which of how many a document is, in words."""
        order = self.order
        return f"{order.index(index) + 1} of {len(order)}" if index in order else ""

    def waiting(self) -> list[tuple[int, Path | Document]]:
        """The files, and the documents in files, of which there is no briefing yet."""
        return [
            (index, one.source)
            for index, one in enumerate(self.volumes)
            if not (one.briefing or one.failure)
        ]

    def facts(self, index: int | None) -> list[str]:
        """What the line at the top says of a document: which of how many, its date, its length."""
        if index is None:
            return []
        document, briefing = self.volumes[index].document, self.volumes[index].briefing
        if document is None:
            beginning = self.volumes[index].beginning
            return [self.place(index), (beginning and beginning.date) or "", "reading ..."]
        language = foreign_language(briefing) if briefing else None
        return [
            self.place(index),
            document.date or "",
            self._length(document),
            f"in {language}, names are guesses" if language else "",
            *document.notices,
        ]

    def _length(self, document: Document) -> str:
        if self._counted is None or self._counted[0] is not document:
            self._counted = document, length(document)
        return self._counted[1]

    def why_empty(self) -> str:
        """Why there is no document, in words."""
        if failures := self.failures:
            told = [f"{Path(one.path).name}: {one.reason}" for one in failures[:_TOLD]]
            if len(failures) > _TOLD:
                told.append(
                    f"and {len(failures) - _TOLD:,} more; the list of documents has them all"
                )
            return "\n".join(["None of the files could be read.", *map(field, told)])
        return "No documents were found, nor archives of documents."
