"""What happened when, and what is to come, seen from the date of the document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual.content import Content

from briefing.app.panes.pane import Narrowing, Pane
from briefing.app.rows import Row
from briefing.app.sources import of_milestone
from briefing.document import field
from briefing.export.wording import distance, when

if TYPE_CHECKING:
    from briefing.analysis.briefing import Briefing, Milestone

_SPACE = re.compile(r"\s+")
_FOLDED = 200
"""With more lines than this, each is cut to one: folding them all would be felt."""


class TimelinePane(Pane):
    """Dated sentences in the order of their dates; what is to come stands after the document's."""

    NOTHING = "The text gives no dates."

    def build(self, briefing: Briefing, only: Narrowing) -> Iterator[Row]:
        """A row for each date, and the day of the document before the first that lies ahead."""
        folded = len(briefing.timeline) <= _FOLDED
        written, behind = briefing.document.date, True
        for milestone in briefing.timeline:
            if not only.touches(milestone.start, milestone.end):
                continue
            if written and behind and milestone.date > written:
                behind = False
                yield Row(Content.styled(f"{field(written)}  this document", "$faint"), header=True)
            mark, word = ("▸", "planned") if milestone.planned else ("·", "")
            far = distance(milestone.date, written or "", milestone.until)
            yield Row(
                _words(briefing.document.text, milestone, folded),
                detail=Content.assemble(
                    (word, "$open"), (" " if word and far else ""), (far, "$faint")
                ),
                payload=of_milestone(milestone),
                marker=f"{mark} ",
                wrap=folded,
            )


def _words(text: str, milestone: Milestone, folded: bool) -> Content:
    """The date; its sentence, in which its words are underlined; how they became the date."""
    start, end = milestone.words
    return Content.assemble(
        (field(when(milestone)), "bold"),
        "\n" if folded else "  ",
        _flat(text[milestone.start : start]).lstrip(),
        (_flat(text[start:end]), "underline"),
        _flat(text[end : milestone.end]).rstrip(),
        (f"\n{field(milestone.resolution)}" if folded and milestone.resolution else "", "$faint"),
    )


def _flat(text: str) -> str:
    return _SPACE.sub(" ", field(text))
