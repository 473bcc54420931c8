"""A briefing as text for other programs and for paper. Each format is imported when it is used."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.analysis.briefing import Briefing


def to_json(briefing: Briefing) -> str:
    """One line of JSON, schema 1, without its newline."""
    from briefing.export.json import render

    return render(briefing)


def to_text(briefing: Briefing, width: int | None = None) -> str:
    """Plain text to be read, wrapped to `width` columns (80 if None)."""
    from briefing.export.text import WIDTH, render

    return render(briefing, WIDTH if width is None else width)


def to_markdown(briefing: Briefing) -> str:
    """Markdown in which every word of the document stands as it is."""
    from briefing.export.markdown import render

    return render(briefing)


def to_csv(briefing: Briefing) -> str:
    """The rows of a table, without the names of its columns and without the last newline."""
    from briefing.export.csv import rows

    return "\n".join(rows(briefing))


def printed(to: str, briefings: Iterable[Briefing], width: int | None = None) -> Iterator[str]:
    """Briefings in one of `FORMATS`, piece by piece as they come, each without its last newline.

    `width` is how wide text may be.
    """
    if to == "json":
        yield from map(to_json, briefings)
    elif to == "csv":
        from briefing.export.csv import header

        yield header()
        yield from filter(None, map(to_csv, briefings))
    elif to == "html":
        from briefing.export.html import pieces

        yield from pieces(briefings)
    elif to == "markdown":
        yield from _parted("\n---\n\n", map(to_markdown, briefings))
    else:
        yield from _parted("\n\n", (to_text(briefing, width) for briefing in briefings))


def _parted(separator: str, briefings: Iterator[str]) -> Iterator[str]:
    for number, briefing in enumerate(briefings):
        yield f"{separator if number else ''}{briefing}"


FORMATS = {"json": ".jsonl", "csv": ".csv", "markdown": ".md", "html": ".html", "text": ".txt"}
"""The formats by the names by which they are asked for, and how the name of a file of each ends."""
