"""The sentences that matter most, in the order in which the text has them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual.content import Content

from briefing.app.panes.pane import Narrowing, Pane
from briefing.app.rows import Row
from briefing.app.sources import of_sentence

if TYPE_CHECKING:
    from briefing.analysis.briefing import Briefing


class SummaryPane(Pane):
    """The summary: source sentences, each on as many lines as it needs."""

    NOTHING = "The text is too short to be summarised."

    def build(self, briefing: Briefing, only: Narrowing) -> Iterator[Row]:
        """A row for each sentence."""
        for number, sentence in enumerate(briefing.summary, 1):
            if not only.touches(sentence.start, sentence.end):
                continue
            yield Row(
                Content(" ".join(sentence.text.split())),
                payload=of_sentence(sentence.start, sentence.end),
                marker=f"{number} ",
                wrap=True,
            )
