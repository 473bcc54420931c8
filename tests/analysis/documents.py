"""Documents made by hand: a paragraph for each blank line."""

from __future__ import annotations

import re

from briefing.document import Block, Document


def paragraphs(text: str, date: str | None = None, title: str | None = None) -> Document:
    """`text` as a document; a line that begins with "# " is a heading without it."""
    parts = [part for part in re.split(r"\n\n+", text.strip("\n")) if part.strip()]
    blocks: list[Block] = []
    joined = ""
    for part in parts:
        heading = part.startswith("# ")
        start = len(joined) + 2 if joined else 0
        joined += ("\n\n" if joined else "") + part.removeprefix("# ")
        blocks.append(
            Block("heading" if heading else "paragraph", start, len(joined), int(heading))
        )
    return Document("made.txt", joined, "text", tuple(blocks), title=title, date=date)
