"""The text of a document as HTML: its blocks, with an anchor at each sentence that is linked to."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from html import escape
from typing import NamedTuple

from briefing.analysis.briefing import Briefing
from briefing.document import Block

_MAY_BE_OPENED = re.compile(r"(?:https?|mailto):", re.IGNORECASE)
_TAGS = {"strong": "strong", "emphasis": "em", "code": "code"}
_DEEPEST = 6


def article(briefing: Briefing, prefix: str, numbers: Mapping[int, int]) -> str:
    """The text; `numbers` has, by the index of the sentence, those that are linked to."""
    language = f' lang="{escape(briefing.language)}"' if briefing.language else ""
    writer = _Writer(briefing, prefix, numbers)
    blocks = map(writer.block, briefing.document.blocks)
    return "\n".join([f'<article dir="auto"{language}>', *blocks, "</article>"])


class _Writer:
    """Writes stretches of the text with all that is marked in them."""

    def __init__(self, briefing: Briefing, prefix: str, numbers: Mapping[int, int]) -> None:
        self.text = briefing.document.text
        self.prefix = prefix
        # The anchors, and what is marked, in reading order.
        self.anchors = [
            (briefing.sentences[index].start, briefing.sentences[index].end, numbers[index])
            for index in sorted(numbers)
        ]
        self.marks = _apart(_marks(briefing))

    def block(self, block: Block) -> str:
        """A block as the element it is."""
        if block.kind == "table" and block.rows:
            rows = []
            for row in block.rows:
                cells = "".join(f"<td>{self.anchored(*cell)}</td>" for cell in row)
                rows.append(f"<tr>{cells}</tr>")
            return '<div class="table"><table>\n' + "\n".join(rows) + "\n</table></div>"
        words = self.anchored(block.start, block.end)
        if block.kind == "heading":
            level = min(block.level + 1, _DEEPEST)
            return f"<h{level}>{words}</h{level}>"
        if block.kind in ("code", "table"):
            return f"<pre>{words}</pre>"
        if block.kind == "quote":
            return f"<blockquote>{words}</blockquote>"
        if block.kind == "item":
            level = min(max(block.level, 1), _DEEPEST)
            marker = escape(block.marker or "•")
            return f'<div class="item l{level}"><i>{marker}</i><div>{words}</div></div>'
        return f"<p>{words}</p>"

    def anchored(self, start: int, end: int) -> str:
        """A stretch in which the sentences that are linked to can be found."""
        parts: list[str] = []
        at = start
        first = bisect_right(self.anchors, start, key=lambda anchor: anchor[1])
        for begin, stop, number in self.anchors[first:]:
            if begin >= end:
                break
            begin, stop = max(begin, at), min(stop, end)
            if begin >= stop:
                continue
            # A sentence that runs through several cells of a table is found at its first.
            anchor = f' id="{self.prefix}s{number}" data-n="{number}"' if begin >= start else ""
            parts += [
                self.marked(at, begin),
                f'<span class="s"{anchor}>{self.marked(begin, stop)}</span>',
            ]
            at = stop
        return "".join(parts) + self.marked(at, end)

    def marked(self, start: int, end: int) -> str:
        """A stretch with its marks."""
        parts: list[str] = []
        at = start
        for mark in self.marks[bisect_right(self.marks, start, key=lambda mark: mark.end) :]:
            if mark.start >= end:
                break
            begin, stop = max(mark.start, at), min(mark.end, end)
            inner = escape(self.text[begin:stop])
            parts += [escape(self.text[at:begin]), mark.opening, inner, mark.closing]
            at = stop
        return "".join(parts) + escape(self.text[at:end])


class _Mark(NamedTuple):
    """A stretch of the text and the tags around it."""

    start: int
    end: int
    opening: str
    closing: str


def _marks(briefing: Briefing) -> Iterator[_Mark]:
    """Links, then names, then what the source set off: of two that overlap, the first counts."""
    inlines = briefing.document.inlines
    for one in inlines:
        if one.kind == "link" and _MAY_BE_OPENED.match(one.target):
            target = escape(one.target)
            opening = f'<a href="{target}" title="{target}" rel="noreferrer noopener">'
            yield _Mark(one.start, one.end, opening, "</a>")
    for agreement in briefing.agreements:
        for mention in agreement.mentions:
            yield _Mark(mention.start, mention.end, '<mark class="agreement">', "</mark>")
    for entity in briefing.entities:
        for mention in entity.mentions:
            yield _Mark(mention.start, mention.end, f'<mark class="{entity.kind}">', "</mark>")
    for one in inlines:
        if tag := _TAGS.get(one.kind):
            yield _Mark(one.start, one.end, f"<{tag}>", f"</{tag}>")


def _apart(marks: Iterable[_Mark]) -> list[_Mark]:
    """Those that overlap none before them, in reading order."""
    kept: list[_Mark] = []
    for mark in marks:
        index = bisect_right(kept, mark.start, key=lambda other: other.start)
        before, after = kept[index - 1 : index] if index else (), kept[index : index + 1]
        if (
            mark.start < mark.end
            and all(other.end <= mark.start for other in before)
            and all(mark.end <= other.start for other in after)
        ):
            kept.insert(index, mark)
    return kept
