"""The panes of all documents: a line each, who and what they name, the tracker, the timeline.

They hold what they stand for and draw what is seen, so that fourteen thousand documents cost what
a screen full of them costs.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Container, Sequence
from typing import ClassVar, NamedTuple, TypeAlias

from textual.content import Content

from briefing.analysis.briefing import Status
from briefing.app.library.period import Period
from briefing.app.library.targets import of_date, of_entity, of_line, of_tracked
from briefing.app.panes.agreements import status_colour
from briefing.app.panes.documents import day, standing_in_words
from briefing.app.rows import LazyRows, Row, RowList
from briefing.app.sources import Target
from briefing.document import field
from briefing.export.wording import KINDS, when
from briefing.library.chronology import Dated
from briefing.library.collection import Collection
from briefing.library.links import Key
from briefing.library.notebook import Notebook
from briefing.library.status_history import Step

Item: TypeAlias = int | Key | Dated
"""What a row stands for: a document, an entity or agreement, a date."""

_STATUSES: tuple[Status, ...] = (
    *("proposed", "bill", "under_negotiation", "expected", "signed", "enacted", "ratified"),
    *("in_force", "suspended", "lapsed", "terminated", "repealed", "rejected", "unspecified"),
)


def _itself(payload: object) -> Item | None:
    return payload if isinstance(payload, int | tuple) else None


class Wanted(NamedTuple):
    """Which rows the reader wants to see, and in which order."""

    order: str
    only: str = ""
    period: Period | None = None


class LibraryPane(RowList):
    """A titled list about all documents."""

    TITLE: ClassVar[str]
    NOTHING: ClassVar[str]
    ORDERS: ClassVar[tuple[str, ...]]
    CHOICES: ClassVar[tuple[str, ...]] = ("",)
    """What `only` turns through; "" is everything."""

    def __init__(self, collection: Collection, number: int) -> None:
        super().__init__(id=f"all-{self.TITLE.lower()}", classes="pane")
        self.collection = collection
        self.border_title = Content.assemble((f"{number} ", "$faint"), self.TITLE)
        self.wanted = Wanted(self.ORDERS[0])
        self._shown: tuple[int, Wanted] | None = None

    def bring_up_to_date(self) -> None:
        """Show what the documents say now. What is seen does not move."""
        if self._shown == (self.collection.changes, self.wanted):
            return
        again = self._shown is not None and self._shown[1] == self.wanted
        self._shown = self.collection.changes, self.wanted
        narrowed = self.wanted.only or self.wanted.period
        self.set_empty("Nothing here matches." if narrowed else self.NOTHING)
        self.show_rows(self.build(self.wanted), again)
        words = [self.only_in_words(self.wanted.only), str(self.wanted.period or "")]
        only = ", ".join(filter(None, words))
        order = f"by {self.wanted.order}"
        self.border_subtitle = Content.styled(f"{only} · {order}" if only else order, "$faint")

    def show_rows(self, rows: LazyRows[Item], again: bool) -> None:
        """Show rows, where they are the same ones `again` without moving what is seen."""
        (self.update_rows if again else self.set_rows)(rows)

    def turn_order(self) -> str:
        """Put the rows in the next order, whose name is given."""
        at = self.ORDERS.index(self.wanted.order) + 1
        self.wanted = self.wanted._replace(order=self.ORDERS[at % len(self.ORDERS)])
        self.bring_up_to_date()
        return self.wanted.order

    def turn_only(self, by: int = 1) -> bool:
        """Show the rows of the next kind or status only; False where there are none."""
        if len(self.CHOICES) < 2:
            return False
        at = (self.CHOICES.index(self.wanted.only) + by) % len(self.CHOICES)
        self.wanted = self.wanted._replace(only=self.CHOICES[at])
        self.bring_up_to_date()
        return True

    def set_period(self, period: Period | None) -> None:
        """Show the rows of a stretch of time only."""
        self.wanted = self.wanted._replace(period=period)
        self.bring_up_to_date()

    def only_in_words(self, only: str) -> str:
        """A kind or status as the reader knows it."""
        return only.replace("_", " ")

    def build(self, wanted: Wanted) -> LazyRows[Item]:
        """The rows."""
        raise NotImplementedError

    def target(self, item: object) -> Target | None:
        """Where a row leads."""
        raise NotImplementedError

    def _dated(self, period: Period) -> set[int]:
        """The documents of a stretch of time."""
        return {at for at, one in self.collection.outlines.items() if one.date in period}


class LinesPane(LibraryPane):
    """One line a document says most of it in."""

    TITLE = "Documents"
    NOTHING = "No document has been analysed yet."
    ORDERS = ("date", "title", "mentions")

    def __init__(self, collection: Collection, number: int, notebook: Notebook) -> None:
        super().__init__(collection, number)
        self._notebook = notebook

    def show_notes(self) -> None:
        """Show what was read meanwhile. What is seen does not move."""
        self.update_rows(self.build(self.wanted))

    def build(self, wanted: Wanted) -> LazyRows[Item]:
        """A row of two lines for each document."""
        outlines = self.collection.outlines
        shown: list[Item] = [
            at for at, one in outlines.items() if not wanted.period or one.date in wanted.period
        ]
        keys: dict[str, Callable[[int], tuple[object, ...]]] = {
            "date": lambda at: (outlines[at].date, at),
            "title": lambda at: (outlines[at].name.casefold(), at),
            "mentions": lambda at: (outlines[at].mentions, at),
        }
        shown.sort(key=keys[wanted.order], reverse=wanted.order != "title")  # type: ignore[arg-type]
        return LazyRows(shown, self._row, _itself, height=2)

    def _row(self, item: Item) -> Row:
        document = item if isinstance(item, int) else -1
        outline, line = self.collection.outlines[document], self.collection.digest(document).line
        detail = day(outline.date)
        if self.wanted.order == "mentions":
            detail = f"{outline.mentions:,}"
        words = " ".join(field(line.text).split()) if line else ""
        faint, mark = standing_in_words(self._notebook.standing(document))
        return Row(
            Content.assemble((field(outline.name), faint or "bold"), "\n", (words, "$faint")),
            (mark + "  " if mark else Content("")) + Content.styled(detail, "$faint"),
            item,
        )

    def target(self, item: object) -> Target | None:
        """The sentence of the line."""
        return of_line(self.collection, item) if isinstance(item, int) else None


class MergedPane(LibraryPane):
    """People, organisations, places and the rest, in all documents."""

    TITLE = "Entities"
    NOTHING = "No names have been found yet."
    ORDERS = ("number of documents", "name", "date")
    CHOICES = ("", *KINDS)

    def build(self, wanted: Wanted) -> LazyRows[Item]:
        """A header for each kind, and a row for each of the kind."""
        entities = self.collection.entities
        among: Container[int] | None = self._dated(wanted.period) if wanted.period else None
        items: list[Item] = []
        headers: dict[Item, int] = {}
        for kind in KINDS:
            if wanted.only in ("", kind):
                members: Sequence[Key] = entities.ranked(kind, among)
                if wanted.order == "name":
                    members = sorted(members, key=lambda key: (key[1], key))
                elif wanted.order == "date":
                    members = sorted(members, key=self._last, reverse=True)
                if members:
                    headers["kind", kind] = len(members)
                    items += [("kind", kind), *members]
        self._headers = headers
        return LazyRows(items, self._row, _itself)

    def _last(self, key: Key) -> tuple[str, Key]:
        """When the newest of the documents that name an entity was written."""
        documents = self.collection.entities.documents(key)
        return max(self.collection.outlines[one].date for one in documents), key

    def _row(self, item: Item) -> Row:
        if item in self._headers and isinstance(item, tuple):
            kind = str(item[1])
            title = next(words for name, words in KINDS.items() if name == kind)
            content = Content.assemble((title, f"${kind}"), f"  {self._headers[item]:,}")
            return Row(content, payload=item, header=True)
        entity = self.collection.entities.line(item)  # type: ignore[arg-type]
        told = [field(entity.role)] if entity.role else []
        if entity.alone:
            told.append("possibly several people")
        return Row(
            Content.assemble(
                field(entity.name), (f"  {', '.join(told)}" if told else "", "$faint")
            ),
            Content.styled(f"{entity.documents:,}", "$faint"),
            item,
            indent=1,
        )

    def only_in_words(self, only: str) -> str:
        """The kind as its header has it."""
        return next((words.lower() for kind, words in KINDS.items() if kind == only), "")

    def target(self, item: object) -> Target | None:
        """Where it is named in the document that names it most."""
        if not isinstance(item, tuple) or item in self._headers:
            return None
        return of_entity(self.collection, self.collection.entities.row(item))


class TrackerPane(LibraryPane):
    """Agreements across documents, each with the history of its status."""

    TITLE = "Agreements"
    NOTHING = "No agreements, laws or deals have been found yet."
    ORDERS = ("number of documents", "date", "name")
    CHOICES = ("", *_STATUSES)

    def build(self, wanted: Wanted) -> LazyRows[Item]:
        """A row of two lines for each."""
        rows = self.collection.tracker.rows()
        if wanted.only:
            rows = [row for row in rows if row.status == wanted.only]
        if period := wanted.period:
            rows = [row for row in rows if any(step.date in period for step in row.history)]
        if wanted.order == "name":
            rows.sort(key=lambda row: (row.name.casefold(), row.key))
        elif wanted.order == "date":
            rows.sort(key=lambda row: (row.since, row.key), reverse=True)
        else:
            rows.sort(key=lambda row: (-len(row.occurrences), row.key))
        items: list[Item] = [row.key for row in rows]
        return LazyRows(items, self._row, _itself, height=2)

    def _row(self, item: Item) -> Row:
        one = self.collection.tracker.row(item)  # type: ignore[arg-type]
        short = one.acronym if one.acronym and one.acronym not in one.name.split() else ""
        name = Content.assemble((field(one.name), "bold"), (f"  {field(short)}" if short else ""))
        count = len(one.documents)
        told = [
            _history(one.history),
            "1 document" if count == 1 else f"{count:,} documents",
            " – ".join(map(field, one.parties)),
        ]
        return Row(
            Content.assemble(name, "\n", (" · ".join(filter(None, told)), "$faint")),
            Content.styled(
                "not stated" if one.status == "unspecified" else one.status.replace("_", " "),
                status_colour(one.status),
            ),
            item,
        )

    def only_in_words(self, only: str) -> str:
        """The status in words."""
        return "status not stated" if only == "unspecified" else super().only_in_words(only)

    def target(self, item: object) -> Target | None:
        """The sentence that reports where it stands."""
        if not isinstance(item, tuple):
            return None
        return of_tracked(self.collection.tracker.row(item))


def _history(history: Sequence[Step]) -> str:
    """The steps with their dates; of a single one the date, as its status stands beside it."""
    if len(history) == 1 and not history[0].disputed:
        (step,) = history
        return f"{'by ' if step.by else ''}{field(step.date)}"
    return " › ".join(
        f"{'? ' if step.disputed else ''}{step.status.replace('_', ' ')}"
        f"{' by' if step.by else ''} {field(step.date)}"
        for step in history
    )


class ChronologyPane(LibraryPane):
    """The dated sentences of all documents. It opens at the present, the newest document's date."""

    TITLE = "Timeline"
    NOTHING = "No dates have been found yet."
    ORDERS = ("date", "date, newest first")

    def __init__(self, collection: Collection, number: int) -> None:
        super().__init__(collection, number)
        self._present: Dated | None = None
        self._opened_at: Dated | None = None

    def build(self, wanted: Wanted) -> LazyRows[Item]:
        """A row for each date of each sentence."""
        items = [
            line
            for line in self.collection.timeline.lines()
            if not wanted.period or line.date in wanted.period
        ]
        present = max((one.date for one in self.collection.outlines.values()), default="")
        after = bisect_right(items, present, key=lambda item: item.date)
        self._present = items[max(after - 1, 0)] if items else None
        if wanted.order != "date":
            items.reverse()
        return LazyRows[Item](items, self._row, _itself)

    def show_rows(self, rows: LazyRows[Item], again: bool) -> None:
        """Show the present in the middle, until the reader goes elsewhere."""
        row = self.cursor_row
        stayed = row is not None and row.payload == self._opened_at
        if again and row is not None and not (stayed and self._present != self._opened_at):
            self.update_rows(rows)
            return
        self._opened_at = self._present
        self.set_rows(rows, keep=self._opened_at)
        self.call_after_refresh(self.centre)

    def _row(self, item: Item) -> Row:
        if not isinstance(item, Dated):
            return Row(Content(""))
        milestone = self.collection.digest(item.document).timeline[item.place]
        mark, word = ("▸", "planned") if milestone.planned else ("·", "")
        return Row(
            Content.assemble(
                (f"{field(when(milestone)):<10}  ", "bold"), " ".join(field(milestone.text).split())
            ),
            Content.styled(word, "$open") if word else None,
            item,
            marker=f"{mark} ",
        )

    def target(self, item: object) -> Target | None:
        """The words that give the date."""
        return of_date(self.collection, item) if isinstance(item, Dated) else None
