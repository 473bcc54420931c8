"""What is open: the documents by date, and the files that could not be read, with the reason."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from textual.content import Content

from briefing.app.panes.pane import NO_MATCH, Pane
from briefing.app.rows import Row
from briefing.app.shelf import Shelf
from briefing.document import field

_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


@dataclass(frozen=True, slots=True)
class Opened:
    """A row that stands for a document of the shelf."""

    index: int


class DocumentsPane(Pane):
    """The documents, newest first."""

    NOTHING = "There are no documents here."

    def show_shelf(
        self, shelf: Shelf, current: int | None, names: frozenset[str] | None = None
    ) -> None:
        """Show what is open, or those documents the filter bar has found."""
        self.set_empty(self.NOTHING if names is None else NO_MATCH)
        row = self.cursor_row
        keep = row.payload if row and self.has_focus else None
        self.set_rows(_rows(shelf, current, names), keep=keep or Opened(current or 0))


def _rows(shelf: Shelf, current: int | None, names: frozenset[str] | None) -> Iterator[Row]:
    shown = [index for index in shelf.order if names is None or shelf.volumes[index].has_any(names)]

    def date(index: int) -> str | None:
        document = shelf.volumes[index].document
        return None if document is None else document.date or ""

    for iso, members in groupby(shown, key=date):
        title = "Not read yet" if iso is None else day(iso) if iso else "No date"
        yield Row(Content(title), header=True)
        for index in members:
            name = Content(shelf.volumes[index].name)
            if index == current:
                name = name.stylize("bold")
            yield Row(name, payload=Opened(index), marker="▸" if index == current else " ")
    if shelf.failures and names is None:
        yield Row(Content.styled("Could not be read", "$ended"), header=True)
        for failure in shelf.failures:
            content = Content.assemble(
                field(failure.path.rpartition("/")[2]),
                (f"\n{field(failure.reason)}", "$faint"),
            )
            yield Row(content, payload=failure, marker=" ", wrap=True)


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
