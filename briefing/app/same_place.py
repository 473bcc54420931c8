"""Where the reader is, when a text is there in another form: more of it, or changed."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.app.sources import Source, naming, sentence_at, walk
from briefing.document import Block, Document, Span

if TYPE_CHECKING:
    from briefing.analysis.briefing import Briefing
    from briefing.app.history import Place

_FAR = 400
"""Characters by which words may have moved within their surroundings."""


def same_place(before: Document, after: Document, position: int) -> int:
    """The code point of `after` that stands for one of `before`.

    The same one where the texts are alike up to there, or as far from the end where they are alike
    from there on; else one of the same words, or next to the nearest ones that are still there;
    else one of the block that begins in the same line of the file, or the line above.
    """
    if before.path != after.path:
        return 0
    if after.text.startswith(before.text[: position + 1]):
        return position
    index = bisect_right(before.blocks, position, key=lambda block: block.start) - 1
    if index < 0 or not after.blocks:
        return min(position, len(after.text))
    block = before.blocks[index]
    rest = before.text[block.start :]
    if after.text.endswith(rest):
        return len(after.text) - len(rest) + position - block.start
    there = _nearest(before, after, index)
    if there is None:
        found = bisect_right(after.blocks, block.line, key=lambda block: block.line) - 1
        there = after.blocks[max(found, 0)]
    return min(there.start + position - block.start, there.end)


def _nearest(before: Document, after: Document, index: int) -> Block | None:
    """The block of `after` with the words of a block of `before`, or where that would stand.

    That is behind the nearest one above it, or at the nearest one below, that is still there.
    """
    places: dict[str, list[int]] = {}
    for at, block in enumerate(after.blocks):
        places.setdefault(_words(after, block), []).append(at)
    for distance in range(len(before.blocks)):
        for near in (index - distance, index + distance):
            if not 0 <= near < len(before.blocks):
                continue
            if same := places.get(_words(before, before.blocks[near])):
                at = min(same, key=lambda one: (abs(one - near), one)) + (near < index)
                return after.blocks[min(at, len(after.blocks) - 1)]
    return None


def _words(document: Document, block: Block) -> str:
    return document.text[block.start : block.end]


def same_view(before: Document, briefing: Briefing, place: Place) -> Place:
    """A place in a document as it is in what the document has become, by its `briefing`.

    What was marked there is marked as far as it still stands there.
    """
    position = same_place(before, briefing.document, place.position)
    source = place.source and _same_source(before, briefing, place.source)
    steps = walk(source) if source and place.walk else None
    return replace(place, position=position, source=source, walk=steps)


def _same_source(before: Document, briefing: Briefing, source: Source) -> Source | None:
    text = briefing.document.text
    words = before.text[source.span.start : source.span.end]
    about = same_place(before, briefing.document, source.span.start)
    start = text.find(words, about, about + len(words))
    if start < 0:
        start = text.find(words, max(about - _FAR, 0), about + len(words) + _FAR)
    if start < 0:
        return None
    span = Span(start, start + len(words))
    sentence = sentence_at(briefing, start)
    found = naming(briefing, *span) if source.item else None
    return replace(found, sentence=sentence) if found else Source(span, sentence)
