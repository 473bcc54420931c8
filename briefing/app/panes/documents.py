"""What is open: the documents by date, and the files that could not be read, with the reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from rich.cells import cell_len
from textual.content import Content

from briefing.app.panes.pane import NO_MATCH, Pane
from briefing.app.rows import LazyRows, Row
from briefing.app.shelf import Shelf
from briefing.document import field

if TYPE_CHECKING:
    from briefing.library import Failure
    from briefing.library.notebook import Notebook, Standing

_FEW = 2000
"""Rows up to which it is measured whether a title takes two lines; that would be felt with more."""
_NOT_ANALYSED, _NO_DATE, _UNREADABLE = "Not analysed yet", "No date", "Could not be read"
_MONTH = len("2019-11")
_Key: TypeAlias = "int | str | Everything | Failure"
"""A document by its place on the shelf, a date or what stands in its place, an unread file."""
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


@dataclass(frozen=True, slots=True)
class Opened:
    """A row that stands for a document of the shelf."""

    index: int


@dataclass(frozen=True, slots=True)
class Everything:
    """The row that stands for all documents together."""


class DocumentsPane(Pane):
    """The documents, oldest first, each with as much of its title as two lines hold."""

    NOTHING = "There are no documents here."

    def show_shelf(
        self,
        shelf: Shelf,
        current: int | None,
        names: frozenset[str] | None = None,
        notebook: Notebook | None = None,
    ) -> None:
        """Show what is open, or those documents the filter bar has found.

        `notebook` says what the reader knows of each.
        """
        self.set_empty(self.NOTHING if names is None else NO_MATCH)
        # While documents stream in, counting them each time would be felt.
        unread = notebook.unread if notebook and not shelf.progress else 0
        self.border_subtitle = Content(f"{unread:,} unread" if unread else "")
        row = self.cursor_row
        keep = row.payload if row and self.has_focus else None
        self.set_rows(
            Listing(shelf, current, names, notebook).rows(), keep=keep or Opened(current or 0)
        )


class Listing:
    """The documents under their months, each behind its day; then what could not be read.

    Only what is looked at becomes a row, so that listing many costs little each time that one
    more of them has been read.
    """

    def __init__(
        self,
        shelf: Shelf,
        current: int | None,
        names: frozenset[str] | None,
        notebook: Notebook | None = None,
    ) -> None:
        self._shelf, self._current, self._notebook = shelf, current, notebook
        self._failures = shelf.failures if names is None else []
        self._keys: list[_Key] = []
        if len(shelf.order) > 1 and names is None:
            self._keys.append(Everything())
        volumes = shelf.volumes
        having = None if names is None else shelf.having(names)
        last: str | None = ""
        for index in shelf.order:
            if having is None or index in having:
                date = volumes[index].date
                month = _NOT_ANALYSED if date is None else date[:_MONTH] or _NO_DATE
                if month != last:
                    self._keys.append(month)
                    last = month
                self._keys.append(index)
        self._flat = len(self._keys)
        self._folds = self._flat <= _FEW
        if self._failures:
            self._keys += [_UNREADABLE, *self._failures]

    def rows(self) -> LazyRows[_Key]:
        """The rows, headers too."""
        flat = 0 if self._folds else self._flat
        return LazyRows(self._keys, self._row, self._key, flat, lines=self._lines)

    def _lines(self, key: _Key, room: int) -> int:
        """A second line for a title that is longer than the first."""
        if isinstance(key, int):
            volume = self._shelf.volumes[key]
            beside = self._beside(key)[1]
            room -= 1 + len(_day(volume.date)) + (beside.cell_length + 1 if beside else 0)
            return 1 if cell_len(volume.name) <= room else 2
        return 1 if isinstance(key, str | Everything) else 0

    def _beside(self, index: int) -> tuple[str, Content | None]:
        return standing_in_words(self._notebook.standing(index) if self._notebook else None)

    def _key(self, payload: object) -> _Key | None:
        if isinstance(payload, Opened):
            return payload.index
        if isinstance(payload, Everything):
            return payload
        return next((failure for failure in self._failures if failure == payload), None)

    def _row(self, key: _Key) -> Row:
        if isinstance(key, int):
            here = key == self._current
            volume = self._shelf.volumes[key]
            faint, detail = self._beside(key)
            name = Content.styled(volume.name, "bold" if here else faint)
            return Row(
                name,
                detail,
                Opened(key),
                marker=Content.assemble("▸" if here else " ", (_day(volume.date), "$faint")),
            )
        if isinstance(key, str):
            style = "$ended" if key == _UNREADABLE else ""
            return Row(Content.styled(day(key), style), header=True)
        if isinstance(key, Everything):
            return Row(Content.styled("All documents", "$primary"), payload=key, marker=" ")
        content = Content.assemble(
            field(key.path.rpartition("/")[2]),
            (f"\n{field(key.reason)}", "$faint"),
        )
        return Row(content, payload=key, marker=" ", wrap=True)


def standing_in_words(standing: Standing | None) -> tuple[str, Content | None]:
    """How the name of a document is styled, and what stands beside it.

    What was read steps back, so that a library of which little is read stays calm.
    """
    if standing == "read":
        return "$faint", Content.styled("✓", "$faint")
    if standing in ("new", "changed"):
        return "", Content.styled(standing, "$accent")
    return "", None


def day(date: str) -> str:
    """An ISO date as it is read: "24 Nov 2019", "Nov 2019", "2019"; anything else as it is."""
    parts = date.split("-")
    if len(parts) > 3 or not all(part.isdigit() for part in parts):
        return date
    year, *rest = parts
    if not rest or not 1 <= int(rest[0]) <= 12:
        return date
    words = [_MONTHS[int(rest[0]) - 1], year]
    return " ".join([str(int(rest[1])), *words] if len(rest) > 1 else words)


def _day(date: str | None) -> str:
    """The day of an ISO date before the title of a document; empty where it has none."""
    day_of_month = (date or "")[_MONTH + 1 :].lstrip("0")
    return f"{day_of_month:>2} " if day_of_month else ""
