"""What the filter bar finds for a line: names by kind, then the words in the text itself."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from dataclasses import field as dataclass_field
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
RECENT = "recent"
"""The kind of what was jumped to before."""

_TITLES = {
    **{str(kind): title for kind, title in KINDS.items()},
    "agreement": "Agreements",
    "heading": "Headings",
    "document": "Documents",
    TEXT: "In the text",
    RECENT: "Recent",
}
_COLOURED = {*KINDS, "agreement"}
_MOST_HITS = 60
_MOST_IN_GROUP = 8
_MOST_IN_TEXT = 20
_MOST_COUNTED = 999
_BEFORE, _AFTER = 24, 160
_FEW_ENTRIES = 500
_MANY_ENTRIES = 200_000
_SHORT_TEXT = 300_000
# In the measure of `Finder.prefer`: 1 is worth 20,000 mentions.
_HERE, _PICKED = 0.5, 0.6


@dataclass(frozen=True, slots=True)
class Choice:
    """A result: where it leads, the form that fits, and the letters of it that were typed."""

    place: Place
    shown: str
    marks: tuple[int, ...]
    detail: str = ""
    hit: Hit | None = None
    document: Document | None = dataclass_field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Group:
    """Results of a kind, best first. `total` counts also those that are not listed."""

    kind: str
    choices: tuple[Choice, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Results:
    """What was found for a line as it was typed, the group with the best result first.

    `names` are those that fit, None where it was not names that were searched for.
    """

    line: str
    groups: tuple[Group, ...] = ()
    names: frozenset[str] | None = None

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
    """All that the bar searches: the names of a catalogue, which may grow, and the open text."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self._finder = Finder()
        self._known = 0
        self._preferred: dict[int | str, float] = {}
        self._picked: dict[int | str, float] = {}
        self._preferred_for: tuple[int | None, int, int] | None = None
        self._preparing = Lock()

    def prepare(self) -> None:
        """Take in what the catalogue has now. Safe in any thread."""
        with self._preparing:
            entries, self._known = self.catalogue.changes(self._known)
            self._finder.add(entries)

    def pick(self, key: int | str) -> None:
        """Prefer what was chosen."""
        self._picked[key] = _PICKED

    def is_quick(self, reading: tuple[int, Document] | None) -> bool:
        """Whether a search takes so little time that a key can wait for it."""
        text = len(reading[1].text) if reading else 0
        return (
            self.catalogue.count_changes(self._known) <= _FEW_ENTRIES
            and len(self._finder) <= _MANY_ENTRIES
            and text <= _SHORT_TEXT
            and "briefing.finder.index" in sys.modules
        )

    def find(self, line: str, reading: tuple[int, Document] | None) -> Results:
        """What fits `line`; `reading` is the open document and its number. Safe in any thread."""
        query = parse(line)
        if not line.strip():
            return Results(line)
        if query.phrase:
            text = _in_text(query.words, *reading) if reading else None
            return Results(line, (text,) if text else (), None)
        self.prepare()
        number = reading[0] if reading else None
        self._prefer(number)
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

    def _prefer(self, reading: int | None) -> None:
        state = reading, len(self._picked), self._known
        if state == self._preferred_for:
            return
        self._preferred_for = state
        here = self.catalogue.keys_in(reading) if reading is not None else frozenset()
        preferred = dict.fromkeys(here, _HERE) | self._picked
        if preferred != self._preferred:
            self._preferred = preferred
            self._finder.prefer(preferred)

    def _choice(self, hit: Hit, reading: int | None) -> Choice:
        place = self.catalogue.place(hit.entry.key, reading)
        detail = self.catalogue.detail(hit.entry.key)
        if not detail and hit.entry.mentions:
            detail = str(hit.entry.mentions)
        document = self.catalogue.document(place.document)
        return Choice(place, field(hit.alias), hit.positions, field(detail), hit, document)


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
            choices.append(_passage(document, Span(*match.span()), number))
        elif total >= _MOST_COUNTED:
            break
    return Group(TEXT, tuple(choices), total) if choices else None


def _passage(document: Document, span: Span, number: int) -> Choice:
    text = document.text
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
    return Choice(Place(number, document.path, span), shown, marks, document=document)


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
