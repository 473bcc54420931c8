"""Moving in the text by what it says: jumps, previews, steps through mentions, back and forward."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from briefing.app.history import EVERYTHING, History, Place
from briefing.app.panes.text import TextPane
from briefing.app.sources import Source, Target, Walk, naming, of_match, sentence_at, walk
from briefing.document import Span
from briefing.finder.matches import Matches

if TYPE_CHECKING:
    from briefing.analysis.briefing import Briefing


class Navigator:
    """Where one is. `open_at` opens another document, at a position or (None) where one was."""

    def __init__(self, text: TextPane, open_at: Callable[[int, int | None], None]) -> None:
        self._text = text
        self._open_at = open_at
        self._history = History()
        self._before: Place | None = None
        self._source: Source | None = None
        self.document: int | None = None
        self.overlooking = False
        """Whether one looks at all documents together."""
        self.walk: Walk | None = None
        self.sentence_of: Callable[[Span], Span | None] = lambda _: None
        self._naming: Callable[[int, int], Source | None] = lambda *_: None

    @property
    def here(self) -> Place | None:
        """The place one sees, to come back to."""
        if self.overlooking:
            return Place(EVERYTHING, 0)
        if self.document is None:
            return None
        return Place(self.document, self._text.position, self._source, self.walk)

    @property
    def place(self) -> Place | None:
        """The place one is at: the one before a preview, else the one one sees."""
        return self._before or self.here

    @property
    def previewing(self) -> bool:
        """Whether the text shows what the cursor of a pane is on, not yet gone to."""
        return self._before is not None

    @property
    def walking(self) -> bool:
        """Whether there are other mentions to go to."""
        return self.walk is not None and len(self.walk.mentions) > 1

    @property
    def source(self) -> Source | None:
        """What is marked in the text."""
        return self._source

    @property
    def marked(self) -> bool:
        """Whether something is marked in the text."""
        return self._source is not None

    def opened(self, document: int) -> None:
        """Another document is shown: nothing of the last one is marked in it."""
        self.overlooking = False
        self.document = document
        self.sentence_of = lambda _: None
        self._naming = lambda *_: None
        self._source = self.walk = self._before = None

    def show_anew(
        self, show: Callable[[int], None], renewed: Callable[[Place], Place], document: int
    ) -> None:
        """`show` the open document, whose text is another, from where one is in it."""
        place = renewed(Place(document, self._text.position, self._source, self.walk))
        self._history.revise(document, renewed)
        show(place.position)
        self._source, self.walk = place.source, place.walk
        self._show_walk()
        if place.source is not None:
            self._text.go_to(place.source.span, place.source.sentence)
            self._text.restore(place.position)

    def know(self, briefing: Briefing) -> None:
        """Learn from the briefing of what is open which sentences it has, and what is named where.

        Who comes from all documents brings a name without its other mentions.
        """
        self.sentence_of = lambda span: sentence_at(briefing, span.start)
        self._naming = partial(naming, briefing)
        if self._source and self._source != (known := self._known(self._source)):
            self._source, self.walk = known, walk(known)
            self._show_walk()

    def _known(self, source: Source) -> Source:
        if source.name and not source.mentions and (named := self._naming(*source.span)):
            return replace(named, sentence=source.sentence or named.sentence)
        return source

    @property
    def finding(self) -> bool:
        """Whether one steps through what was searched for."""
        return self.walk is not None and isinstance(self.walk.mentions, Matches)

    def preview(self, source: Source | None) -> None:
        """Show a source while the cursor is on it; None: the place before."""
        if self._before is None:
            self._before = self.here
        if source is None:
            self._return_to(self._before)
        else:
            self._mark(source)

    def find(self, phrase: str, matches: Matches | None) -> None:
        """Show the first match after the place one came from, which is shown where there is none.

        It is a preview: back and cancel lead to that place.
        """
        if (before := self._before or self.here) is not None:
            after = before.position
            if before.source and before.source.span.start > after:
                after = before.source.span.start
            found = matches and of_match(matches, phrase, after, self.sentence_of)
            self.preview(found or None)

    def follow(self, phrase: str, matches: Matches | None) -> None:
        """Step from the words that are marked through all that are like them."""
        if self._source and matches:
            self._source = replace(self._source, name=f"“{phrase}”", mentions=matches)
            self.walk = walk(self._source)
            self._show_walk()

    def jump(self, source: Source, document: int | None = None) -> None:
        """Go to a source, which may be in another document."""
        self.settle()
        self._leave()
        elsewhere = self.overlooking or document != self.document
        self.overlooking = False
        if document is not None and elsewhere:
            self._open_at(document, 0)
        self._mark(source)

    def go(self, target: Target) -> None:
        """Go to what a target names, in its document."""
        if target.source is None:
            self.open(target.document)
        else:
            self.jump(target.source, target.document)

    def settle(self) -> None:
        """Stay where the preview is; back leads to the place before it."""
        if self._before is not None:
            self._history.leave(self._before)
            self._before = None

    def overlook(self) -> None:
        """Look at all documents together."""
        if not self.overlooking:
            self.settle()
            self._leave()
            self._overlook()

    def _overlook(self) -> None:
        self.overlooking = True
        self._open_at(EVERYTHING, None)

    def open(self, document: int) -> None:
        """Go to another document."""
        self.settle()
        self._leave()
        self._open_at(document, None)

    def step(self, by: int) -> None:
        """Go to another mention of what is being stepped through."""
        if self.walk is not None and self._source is not None:
            self.walk = self.walk.step(by)
            span = self.walk.span
            self._source = source = replace(
                self._source, span=span, sentence=self.sentence_of(span)
            )
            self._text.go_to(source.span, source.sentence)

    def travel(self, direction: str) -> bool:
        """Go back or forward to the exact place; False where there is none."""
        if self._before is not None and direction == "back":
            return self.cancel()
        here = self.here
        if here is None:
            return False
        turn = self._history.back if direction == "back" else self._history.forward
        return self._return_to(turn(here))

    def cancel(self) -> bool:
        """Leave the preview for the place before it."""
        place, self._before = self._before, None
        return self._return_to(place)

    def clear(self) -> None:
        """Mark nothing."""
        self._source = self.walk = None
        self._show_walk()
        self._text.clear_target()

    def _mark(self, source: Source) -> None:
        source = self._known(source)
        self._source, self.walk = source, walk(source)
        self._show_walk()
        self._text.go_to(source.span, source.sentence)

    def _show_walk(self) -> None:
        """Mark all matches in the text, and in the scroll bar all places, one steps through."""
        mentions = self.walk.mentions if self.walk else ()
        self._text.set_matches(mentions if isinstance(mentions, Matches) else None)
        self._text.set_mentions(mentions)

    def _leave(self) -> None:
        if self.here is not None:
            self._history.leave(self.here)

    def _return_to(self, place: Place | None) -> bool:
        if place is None:
            return False
        if place.document == EVERYTHING:
            self._overlook()
            return True
        elsewhere = self.overlooking or place.document != self.document
        self.overlooking = False
        if elsewhere:
            self._open_at(place.document, place.position)
        self._source, self.walk = place.source, place.walk
        self._show_walk()
        if place.source is None:
            self._text.clear_target()
        else:
            self._text.go_to(place.source.span, place.source.sentence)
        self._text.restore(place.position)
        return True
