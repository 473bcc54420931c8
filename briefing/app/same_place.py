"""Where the reader is, when a text is there in another form: more of it, or changed."""

from __future__ import annotations

from bisect import bisect_right

from briefing.document import Document


def same_place(before: Document, after: Document, position: int) -> int:
    """The code point of `after` that stands for one of `before`.

    The same one where the texts are alike up to there, else one of the block that begins in the
    same line of the file, or the line above.
    """
    if before.path != after.path:
        return 0
    if after.text.startswith(before.text[: position + 1]):
        return position
    index = bisect_right(before.blocks, position, key=lambda block: block.start) - 1
    if index < 0 or not after.blocks:
        return min(position, len(after.text))
    block = before.blocks[index]
    found = bisect_right(after.blocks, block.line, key=lambda block: block.line) - 1
    there = after.blocks[max(found, 0)]
    return min(there.start + position - block.start, there.end)
