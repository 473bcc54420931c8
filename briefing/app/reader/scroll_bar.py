"""A scroll bar with a mark where each of the places one steps through stands in the text."""

from __future__ import annotations

from collections.abc import Callable, Collection

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.segment import Segment, Segments
from rich.style import Style
from textual.scrollbar import ScrollBar, ScrollBarRender

_MARK = "━"


class MarkedScrollBar(ScrollBar):
    """`rows` gives the rows to be marked of a bar of some height, `colour` what they are drawn in.

    It looks and is used like any other scroll bar.
    """

    def __init__(
        self,
        rows: Callable[[int], Collection[int]],
        colour: Callable[[], Style],
        thickness: int,
    ) -> None:
        super().__init__(vertical=True, name="vertical", thickness=thickness)
        self._rows, self._colour = rows, colour

    def render(self) -> RenderableType:
        """The bar with its marks."""
        bar, rows = super().render(), self._rows(self.size.height)
        if not rows or not isinstance(bar, ScrollBarRender):
            return bar
        return _Marked(bar, rows, self._colour())


class _Marked:
    def __init__(self, bar: ScrollBarRender, rows: Collection[int], colour: Style) -> None:
        self._bar, self._rows, self._colour = bar, rows, colour

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for part in self._bar.__rich_console__(console, options):
            if not isinstance(part, Segments):
                yield part
                continue
            rows = (s for s in part.segments if s.text != "\n")
            drawn = [self._over(s) if y in self._rows else s for y, s in enumerate(rows)]
            yield Segments(drawn, new_lines=part.new_lines)

    def _over(self, segment: Segment) -> Segment:
        """A mark on a row, which answers to the mouse as it did."""
        below = segment.style or Style()
        behind = below.color if below.reverse else below.bgcolor
        style = Style(color=self._colour.color, bgcolor=behind, meta=below.meta)
        return Segment(_MARK * len(segment.text), style)
