"""HTML inside other formats: what a piece of it says, with nothing left out but what is hidden."""

from __future__ import annotations

from briefing.formats import html_blocks, html_tree
from briefing.formats.html_blocks import INLINE
from briefing.formats.html_tree import ELEMENTS
from briefing.formats.html_tree import UNSEEN as HIDDEN
from briefing.formats.pieces import Piece

__all__ = ["ELEMENTS", "HIDDEN", "INLINE", "parse"]


def parse(source: str, line: int = 1) -> list[Piece]:
    """The blocks of a piece of HTML that begins in `line`."""
    return html_blocks.blocks(html_tree.parse(source, line), hidden=True)
