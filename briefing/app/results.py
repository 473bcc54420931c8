"""What the filter bar finds for a line: names by kind, then the words in the text itself."""

from __future__ import annotations

import re
from dataclasses import dataclass
from threading import Lock

from textual.content import Content

from briefing.app.rows import Row
from briefing.document import Document, Span, field
from briefing.export.wording import KINDS
from briefing.finder import Finder, Hit
from briefing.finder.query import parse
from briefing.library.catalogue import Catalogue, Place

TEXT = "text"
"""The kind of what is found in the text of the open document."""

_TITLES = {
    **{str(kind): title for kind, title in KINDS.items()},
    "agreement": "Agreements",
    "heading": "Headings",
    "document": "Documents",
    TEXT: "In the text",
}
_COLOURED = {*KINDS, "agreement"}
_MOST_HITS = 100
_MOST_IN_GROUP = 8
_MOST_IN_TEXT = 20
_MOST_COUNTED = 999
_BEFORE, _AFTER = 24, 160
_FEW_ENTRIES = 3_000
_SHORT_TEXT = 300_000


@dataclass(frozen=True, slots=True)
class Choice:
    """A result: where it leads, the form that fits, and the letters of it that were typed."""

    place: Place
    shown: str
    marks: tuple[int, ...]
    detail: str = ""
    hit: Hit | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """Results of a kind, best first. `total` counts also those that are not listed."""

    kind: str
    choices: tuple[Choice, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Results:
    """What was found for a line as it was typed, the group with the best result first."""

    line: str
    groups: tuple[Group, ...] = ()
    names: frozenset[str] = frozenset()

    @property
    def total(self) -> int:
        """How many were found."""
        return sum(group.total for group in self.groups)

    def rows(self) -> list[Row]:
        """The groups as the rows of a list."""
        rows = []
        for group in self.groups:
            listed = len(group.choices)
            count = str(listed) if listed == group.total else f"{listed} of {group.total}"
            colour = f"${group.kind}" if group.kind in _COLOURED else ""
            title = Content.assemble((_TITLES[group.kind], colour), f"  {count}")
            rows.append(Row(title, header=True))
            rows += [_row(choice) for choice in group.choices]
        return rows


class Searchable:
    """All that the bar searches: the names of the catalogue as it was given, and the open text."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._entries = catalogue.entries()
        self._finder: Finder | None = None
        self._building = Lock()

    def is_quick(self, reading: tuple[int, Document] | None) -> bool:
        """Whether a search takes so little time that a key can wait for it."""
        text = len(reading[1].text) if reading else 0
        return len(self._entries) <= _FEW_ENTRIES and text <= _SHORT_TEXT

    def find(self, line: str, reading: tuple[int, Document] | None) -> Results:
        """What fits `line`; `reading` is the open document and its number. Safe in any thread."""
        query = parse(line)
        if not line.strip():
            return Results(line)
        with self._building:
            if self._finder is None:
                self._finder = Finder(self._entries)
        number = reading[0] if reading else None
        hits = self._finder.search(query.words, _MOST_HITS, query.kinds)
        found: dict[str, list[Choice]] = {}
        for hit in hits:
            found.setdefault(hit.entry.kind, []).append(self._choice(hit, number))
        most = _MOST_IN_GROUP if len(found) > 1 else _MOST_HITS
        groups = [
            Group(kind, tuple(choices[:most]), len(choices)) for kind, choices in found.items()
        ]
        if reading and query.kinds is None and (group := _in_text(query.words, *reading)):
            groups.append(group)
        return Results(line, tuple(groups), frozenset(hit.entry.name for hit in hits))

    def _choice(self, hit: Hit, reading: int | None) -> Choice:
        place = self._catalogue.place(hit.entry.key, reading)
        detail = self._catalogue.detail(hit.entry.key)
        if not detail and hit.entry.mentions:
            detail = str(hit.entry.mentions)
        return Choice(place, field(hit.alias), hit.positions, field(detail), hit)


def _in_text(words: str, number: int, document: Document) -> Group | None:
    """Where the open document has the words, one after the other, in small or capital letters."""
    typed = words.split()
    if sum(map(len, typed)) < 2 and words.isascii():
        return None
    pattern = re.compile(r"\s+".join(map(re.escape, typed)), re.IGNORECASE)
    choices = []
    total = 0
    text = document.text
    for match in pattern.finditer(text):
        total += 1
        if total <= _MOST_IN_TEXT:
            choices.append(_passage(text, Span(*match.span()), number, document.path))
        elif total >= _MOST_COUNTED:
            break
    return Group(TEXT, tuple(choices), total) if choices else None


def _passage(text: str, span: Span, number: int, path: str) -> Choice:
    line_start = text.rfind("\n", 0, span.start) + 1
    line_end = text.find("\n", span.end)
    end = min(len(text) if line_end < 0 else line_end, span.end + _AFTER)
    start = max(line_start, span.start - _BEFORE)
    if start > line_start:
        # Begin with a whole word.
        start = text.find(" ", start, span.start) + 1 or start
    before = "…" if start > line_start else ""
    shown = before + field(text[start:end])
    first = len(before) + span.start - start
    marks = tuple(range(first, min(first + span.end - span.start, len(shown))))
    return Choice(Place(number, path, span), shown, marks)


def _row(choice: Choice) -> Row:
    content = Content(choice.shown)
    for start, end in _runs(choice.marks):
        content = content.stylize("bold underline", start, end)
    if choice.hit is not None and choice.hit.alias != choice.hit.entry.name:
        content = content + Content(f" → {field(choice.hit.entry.name)}")
    detail = Content.styled(choice.detail, "$faint") if choice.detail else None
    return Row(content, detail, choice, indent=1)


def _runs(marks: tuple[int, ...]) -> list[tuple[int, int]]:
    """Indexes as half-open runs."""
    runs: list[tuple[int, int]] = []
    for mark in marks:
        if runs and runs[-1][1] == mark:
            runs[-1] = (runs[-1][0], mark + 1)
        else:
            runs.append((mark, mark + 1))
    return runs
