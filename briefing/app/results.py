"""What was found for a line, as the rows of a list."""

from __future__ import annotations

from textual.content import Content

from briefing.app.rows import Row
from briefing.document import field
from briefing.export.wording import KINDS
from briefing.library.excerpt import MOST_COUNTED
from briefing.library.search import TEXT, Choice, Results

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


def rows(results: Results) -> list[Row]:
    """The groups, each with a header that says how many there are."""
    rows = []
    for group in results.groups:
        listed = len(group.choices)
        total = f"{group.total}{'+' * (group.total >= MOST_COUNTED)}"
        count = total if listed == group.total else f"{listed} of {total}"
        colour = f"${group.kind}" if group.kind in _COLOURED else ""
        title = Content.assemble((_TITLES[group.kind], colour), f"  {count}")
        rows.append(Row(title, header=True))
        rows += [_row(choice) for choice in group.choices]
    return rows


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
