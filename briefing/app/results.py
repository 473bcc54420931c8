"""What was found for a line, as the rows of a list."""

from __future__ import annotations

from contextlib import suppress
from functools import cache
from typing import TypeAlias

from textual.content import Content

from briefing.app.row import LazyRows, Row
from briefing.document import field
from briefing.export.wording import KINDS
from briefing.library.excerpt import MOST_COUNTED
from briefing.library.search import SIMILAR, TEXT, TEXTS, Choice, Group, Results

RECENT = "recent"
"""The kind of what was jumped to before."""

_TITLES = {
    **{str(kind): title for kind, title in KINDS.items()},
    "agreement": "Agreements",
    "heading": "Headings",
    "document": "Documents",
    SIMILAR: "Similar",
    TEXT: "In the text",
    TEXTS: "In other documents",
    RECENT: "Recent",
}
_COLOURED = {*KINDS, "agreement"}
_Key: TypeAlias = tuple[int, int]
"""The number of a group, and of a choice in it; -1 for its header."""


def rows(results: Results) -> LazyRows[_Key]:
    """The groups, each with a header that says how many there are; made as they are looked at."""
    groups = results.groups
    keys = [(g, c) for g, group in enumerate(groups) for c in range(-1, len(group.choices))]

    @cache
    def row(key: _Key) -> Row:
        group = groups[key[0]]
        if key[1] < 0:
            return _header(group)
        return _row(group.choices[key[1]], names_kind=group.kind in (SIMILAR, RECENT))

    def key_of(payload: object) -> _Key | None:
        for number, group in enumerate(groups):
            with suppress(ValueError):
                return number, group.choices.index(payload)
        return None

    return LazyRows(keys, row, key_of)


def _header(group: Group) -> Row:
    listed = len(group.choices)
    total = f"{group.total}{'+' * (group.total >= MOST_COUNTED)}"
    count = total if listed == group.total else f"{listed} of {total}"
    colour = f"${group.kind}" if group.kind in _COLOURED else ""
    return Row(Content.assemble((_TITLES[group.kind], colour), f"  {count}"), header=True)


def _row(choice: Choice, names_kind: bool) -> Row:
    content = Content(choice.shown)
    for start, end in _runs(choice.marks):
        content = content.stylize("bold underline", start, end)
    if choice.hit is not None and choice.hit.alias != choice.hit.entry.name:
        content = content + Content(f" → {field(choice.hit.entry.name)}")
    kind = choice.hit.entry.kind if choice.hit and names_kind else ""
    detail = Content.styled(choice.detail, "$faint")
    if kind:
        detail = Content.assemble((kind, f"${kind}" if kind in _COLOURED else ""), " ", detail)
    return Row(content, detail if detail.plain else None, choice, indent=1)


def _runs(marks: tuple[int, ...]) -> list[tuple[int, int]]:
    """Indexes as half-open runs."""
    runs: list[tuple[int, int]] = []
    for mark in marks:
        if runs and runs[-1][1] == mark:
            runs[-1] = (runs[-1][0], mark + 1)
        else:
            runs.append((mark, mark + 1))
    return runs
