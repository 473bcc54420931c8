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


FORMATS: dict[str, Callable[[Briefing], str]] = {"json": to_json}
"""The formats by the names by which they are asked for."""
