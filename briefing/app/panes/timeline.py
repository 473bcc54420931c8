"""What happened when, and what is to come, seen from the date of the document."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from briefing.analysis.briefing import Briefing
from briefing.app.panes.pane import Narrowing, Pane
from briefing.app.rows import Row
from briefing.app.sources import of_milestone
from briefing.document import field

_FOLDED = 200
"""With more lines than this, each is cut to one: folding them all would be felt."""


class TimelinePane(Pane):
    """Dated sentences in the order of their dates."""

    NOTHING = "The text gives no dates."

    def build(self, briefing: Briefing, only: Narrowing) -> Iterator[Row]:
        """A row for each date."""
        folded = len(briefing.timeline) <= _FOLDED
        for milestone in briefing.timeline:
            if not only.touches(milestone.start, milestone.end):
                continue
            mark, word = ("▸", "planned") if milestone.planned else ("·", "")
            yield Row(
                Content.assemble(
                    (field(milestone.date), "bold"),
                    ("\n" if folded else "  ") + " ".join(milestone.text.split()),
                ),
                detail=Content.styled(word, "$open") if word else None,
                payload=of_milestone(milestone),
                marker=f"{mark} ",
                wrap=folded,
            )
