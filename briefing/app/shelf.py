"""The documents one has opened together, and what has become of each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from briefing.document import Document, field
from briefing.export.wording import foreign_language
from briefing.library.holdings import Holdings

if TYPE_CHECKING:
    from briefing.analysis.briefing import Briefing
    from briefing.app.loading import Result
    from briefing.library import Failure
    from briefing.library.store import Facts

_TOLD = 10
"""Failures that are told where there is nothing else to read."""
_COUNTED = 200_000
"""Characters of which the words are counted at once; more would be felt."""
_AT_HAND = 12
"""Documents whose text and briefing are held ready."""
ANEW = "changed on disk, shown anew"
MISSING = "no longer on disk"
UNREADABLE = "changed on disk, cannot be read now"


class Placed(NamedTuple):
    """Documents of a file by their volumes: those that are held, and those that are no longer."""

    held: list[int]
    left: list[int]


@dataclass(slots=True)
class Volume:
    """One document: first only a file, then a text, then a briefing; or the reason why not.

    `beginning` is what there is of a long text before all of it has been read. What lies in the
    library has `facts`; its text and its briefing are there while it is read, and a while after.
    """

    source: Path | Document
    document: Document | None = None
    beginning: Document | None = None
    briefing: Briefing | None = None
    failure: Failure | None = None
    facts: Facts | None = None
    changes: int = 0
    """How often its file was seen to have changed."""
    stale: bool = False
    """Whether what is known is of an earlier state of its file."""
    gone: bool = False
    """Whether it is listed no more, because its file is not there."""
    note: str = ""
    """What the reader is told of its file."""
    _name: str | None = None

    @property
    def is_readable(self) -> bool:
        """Whether it is listed, and has a text or may have one."""
        return not self.gone and (self.failure is None or self.document is not None)

    @property
    def is_briefed(self) -> bool:
        """Whether it has a briefing, here or in the library."""
        return bool(self.facts or self.briefing)

    @property
    def is_done(self) -> bool:
        """Whether all that can be known of it is."""
        return self.is_briefed or self.failure is not None

    @property
    def name(self) -> str:
        """Its title, else its first words, else the name of its file."""
        if self._name is None:
            from briefing.library.digest import document_name

            if self.document:
                self._name = document_name(self.document)
            elif self.facts:
                self._name = self.facts.name or self.file
            else:
                return self.file
        return self._name

    @property
    def date(self) -> str | None:
        """Its date; empty where it has none, None where that is not known yet."""
        if known := self.document or self.facts:
            return known.date or ""
        return None

    @property
    def text(self) -> Document | None:
        """What can be shown of it."""
        return self.document or self.beginning

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
    """All that was opened, in the order of the files; what is analysed lies in `holdings`."""

    def __init__(
        self,
        sources: Sequence[Path | Document] = (),
        failures: Iterable[Failure] = (),
        name: str = "",
        holdings: Holdings | None = None,
    ) -> None:
        self.name = field(name)
        self.holdings = Holdings() if holdings is None else holdings
        self.volumes = [
            Volume(source, source if isinstance(source, Document) else None) for source in sources
        ]
        self.unlisted = tuple(failures)
        self._files = {one: at for at, one in enumerate(sources) if isinstance(one, Path)}
        self._inner: dict[str, int] = {}
        self._inside: dict[int, list[int]] = {}
        self._order: list[int] | None = None
        self._places: dict[int, int] | None = None
        self._at_hand: list[int] = []
        self.progress = ""
        self.grows = False
        """Whether more files are still being found."""
        self._counted: tuple[Document, str] | None = None

    def placed(self, index: int, results: Sequence[Result]) -> list[tuple[int, Result]]:
        """What has come of a file with its volumes: its own, then those of what else is in it."""
        from briefing.library import Failure

        places = [index]
        for result in results[1:]:
            document = result if isinstance(result, Document | Failure) else result.document
            source = document if isinstance(document, Document) else Path(document.path)
            places.append(self._inner_volume(index, document.path, source))
        return list(zip(places, results, strict=True))

    def keep(self, index: int, documents: Sequence[Facts]) -> Placed:
        """Take in what a file is kept as; the volumes of its documents.

        They are held; what was at hand stays so, unless it is another text now.
        """
        from briefing.library import Failure

        source, stale = self.volumes[index].source, self.volumes[index].stale
        file = str(source if isinstance(source, Path) else source.path)
        held, failed = [], []
        for place, facts in enumerate(documents):
            path = f"{file}{facts.tail}"
            number = self._inner_volume(index, path, Path(file)) if place else index
            volume = self.volumes[number]
            if stale or volume.failure or volume.facts not in (None, facts):
                self._begin_again(volume)
            volume.stale = volume.gone = False
            if facts.reason is not None:
                self.record(number, Failure(path, facts.reason))
                failed.append(number)
            else:
                volume.source = Path(file)
                if number not in self._at_hand:
                    volume.document = volume.briefing = None
                volume.facts, volume.failure = facts, None
                self.holdings.put(number, path, facts.id)
                held.append(number)
        gone = [one for one in self._inside.get(index, ()) if one not in (*held, *failed)]
        for number in gone:
            self.leave_out(number)
        self._changed()
        return Placed(held, [*failed, *gone])

    @staticmethod
    def _begin_again(volume: Volume) -> None:
        volume.document = volume.beginning = volume.briefing = None
        volume.facts = volume.failure = volume._name = None

    def _inner_volume(self, index: int, path: str, source: Path | Document) -> int:
        if path not in self._inner:
            self._inner[path] = len(self.volumes)
            self._inside.setdefault(index, []).append(len(self.volumes))
            self.volumes.append(Volume(source))
            self._changed()
        return self._inner[path]

    # What becomes of files while they are open

    def extend(self, files: Iterable[Path]) -> None:
        """List files that are found."""
        for path in files:
            self._files[path] = len(self.volumes)
            self.volumes.append(Volume(path))
        self._changed()

    def add(self, path: Path) -> None:
        """List a file that is new, or there again."""
        if path not in self._files:
            self._files[path] = len(self.volumes)
            self.volumes.append(Volume(path))
        self.change(path)

    def change(self, path: Path) -> int:
        """A file has changed: what is known of it counts until it has been analysed again."""
        index = self._files[path]
        for number in self.of_file(path):
            self.volumes[number].note = ""
        volume = self.volumes[index]
        volume.changes += 1
        volume.stale, volume.gone = True, False
        self._changed()
        return index

    def __contains__(self, path: Path) -> bool:
        return path in self._files

    def of_file(self, path: Path) -> list[int]:
        """The documents that lie in a file, as far as they are known."""
        index = self._files[path]
        return [index, *self._inside.get(index, ())]

    def leave_out(self, index: int) -> None:
        """List a document no more. It can still be read where one comes back to it."""
        volume = self.volumes[index]
        volume.changes += 1
        volume.gone, volume.note = True, MISSING
        self._changed()

    def record(self, index: int, result: Result) -> bool:
        """Take in what has come of a document; False where more than that is known already."""
        from briefing.library import Beginning, Failure

        volume = self.volumes[index]
        if volume.briefing or volume.failure:
            return False
        if isinstance(result, Beginning):
            if volume.text is None:
                volume.beginning = result.document
                return True
            return False
        if isinstance(result, Document):
            if volume.document == result:
                return False
            volume.document = result
        elif isinstance(result, Failure):
            volume.failure = result
        else:
            volume.briefing, volume.document = result, result.document
        volume.beginning = None
        self._changed()
        return True

    def having(self, names: frozenset[str]) -> set[int]:
        """The documents that bear one of these names, or mention one of them."""
        found = self.holdings.naming_any(names)
        return found | {index for index, one in enumerate(self.volumes) if one.name in names}

    def take_up(self, index: int) -> Volume:
        """Have the text and the briefing of a document at hand, if they lie in the library.

        Others that were at hand for long are laid back.
        """
        volume = self.volumes[index]
        if volume.facts and volume.briefing is None:
            path = f"{volume.source}{volume.facts.tail}"
            if briefing := self.holdings.store.briefing(volume.facts.id, path):
                self.record(index, briefing)
            else:
                volume.facts = None  # it has to be analysed again
        if index in self._at_hand:
            self._at_hand.remove(index)
        self._at_hand.append(index)
        while len(self._at_hand) > _AT_HAND:
            self._lay_back(self.volumes[self._at_hand.pop(0)])
        return volume

    def briefing(self, index: int) -> Briefing | None:
        """The briefing of a document, wherever it lies; for any thread."""
        return self.volumes[index].briefing or self.holdings.briefing(index)

    def document(self, index: int) -> Document | None:
        """The text of a document, wherever it lies."""
        return self.volumes[index].document or self.holdings.document(index)

    def _lay_back(self, volume: Volume) -> None:
        if volume.facts:
            volume._name = volume.name
            volume.document = volume.briefing = None

    def _changed(self) -> None:
        self._order = self._places = None

    @property
    def order(self) -> list[int]:
        """What can be read, as it is listed: by date, undated and unread last."""
        if self._order is None:
            dates = {index: one.date for index, one in enumerate(self.volumes) if one.is_readable}
            dated = [index for index, date in dates.items() if date]
            dated.sort(key=lambda index: dates[index] or "")
            plain = [index for index, date in dates.items() if date == ""]
            unread = [index for index, date in dates.items() if date is None]
            self._order = [*dated, *plain, *unread]
        return self._order

    def _place(self, index: int | None) -> int | None:
        if self._places is None:
            self._places = {index: place for place, index in enumerate(self.order)}
        return None if index is None else self._places.get(index)

    @property
    def failures(self) -> list[Failure]:
        """What could not be read, and why."""
        unread = (one.failure for one in self.volumes if one.failure and not one.gone)
        return [*self.unlisted, *unread]

    def beside(self, index: int | None, step: int) -> int | None:
        """The document `step` places further in the list, None at its ends."""
        order, here = self.order, self._place(index)
        place = 0 if here is None else here + step
        return order[place] if 0 <= place < len(order) else None

    def place(self, index: int | None) -> str:
        """Which of how many a document is, in words; nothing where there is only one."""
        here = self._place(index)
        more = "+" if self.grows else ""
        if here is None or (len(self.order) < 2 and not more):
            return ""
        return f"{here + 1:,} of {len(self.order):,}{more}"

    def is_inner(self, index: int) -> bool:
        """Whether it lies with others in a file."""
        return index in self._inner.values()

    def is_given(self, index: int) -> bool:
        """Whether it lies in no file, and so never in the library."""
        return isinstance(self.volumes[index].source, Document) and not self.is_inner(index)

    def waiting(self) -> list[int]:
        """What does not lie in the library yet: files, and documents that lie in none."""
        inner = set(self._inner.values())
        return [
            index
            for index, one in enumerate(self.volumes)
            if not (one.gone or index in inner)
            and (one.stale or not (one.facts or one.failure))
            and not (one.briefing and isinstance(one.source, Document))
        ]

    def facts(self, index: int | None) -> list[str]:
        """What the line at the top says of a document: which of how many, its date, its length."""
        if index is None:
            return []
        document, briefing = self.volumes[index].document, self.volumes[index].briefing
        note = self.volumes[index].note
        if document is None:
            beginning = self.volumes[index].beginning
            return [self.place(index), (beginning and beginning.date) or "", note or "reading ..."]
        language = foreign_language(briefing) if briefing else None
        return [
            self.place(index),
            note,
            document.date or "",
            self._length(document),
            f"in {language}, names are guesses" if language else "",
            *document.notices,
            self.progress,
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
