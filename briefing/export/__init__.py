"""A briefing as text for other programs and for paper. Each format is imported when it is used."""

from __future__ import annotations

from collections.abc import Callable
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


FORMATS: dict[str, Callable[[Briefing], str]] = {
    "json": to_json,
    "text": to_text,
    "markdown": to_markdown,
}
"""The formats by the names by which they are asked for."""
