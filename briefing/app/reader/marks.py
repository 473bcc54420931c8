"""Stretches of the text that are drawn differently, and how the looks of several add up."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from operator import attrgetter
from typing import TYPE_CHECKING, Generic, Literal, NamedTuple, Protocol, TypeAlias, TypeVar

from rich.style import Style
from textual.color import Color

if TYPE_CHECKING:
    from briefing.analysis.briefing import EntityKind

CONTRAST = 4.5
"""The least ratio of contrast between text and what is behind it (WCAG 2.2, level AA)."""

_start = attrgetter("start")


MarkKind: TypeAlias = 'EntityKind | Literal["agreement"]'


class Mark(NamedTuple):
    """A name in the text."""

    start: int
    end: int
    kind: MarkKind


class _Spanned(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


S = TypeVar("S", bound=_Spanned)


class SpanIndex(Generic[S]):
    """Spans to be asked which of them touch a range. They may nest and overlap."""

    def __init__(self, spans: Sequence[S] = ()) -> None:
        self._spans = sorted(spans, key=_start)
        self._starts = [span.start for span in self._spans]
        self._reach = list(accumulate((span.end for span in self._spans), max))

    def touching(self, start: int, end: int) -> Iterator[S]:
        """The spans that share a code point with `[start, end)`, by where they start."""
        first = bisect_right(self._reach, start)
        last = bisect_left(self._starts, end)
        return (span for span in self._spans[first:last] if span.end > start)


class Look(NamedTuple):
    """What a component class says: None leaves what is below it as it is."""

    color: Color | None
    background: Color | None
    flags: Style


def blend(base: Look, looks: Sequence[Look]) -> Style:
    """One style of several looks, each over the one before, and legible."""
    color, background, flags = base
    for look in looks:
        if look.background is not None:
            background = _over(background, look.background)
        if look.color is not None:
            color = look.color
        flags += look.flags
    if color is not None and background is not None:
        color = legible(color, background)
    return flags + Style(
        color=None if color is None else color.rich_color,
        bgcolor=None if background is None else background.rich_color,
    )


def _over(below: Color | None, above: Color) -> Color | None:
    if not above.a:
        return below
    if below is None or above.ansi is not None or below.ansi is not None:
        return above
    return below + above


def luminance(color: Color) -> float:
    """Relative luminance, from 0 for black to 1 for white (WCAG 2.2)."""
    linear = [
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
        for channel in color.normalized
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: Color, other: Color) -> float:
    """The ratio of contrast of two colours, from 1 to 21 (WCAG 2.2)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def legible(color: Color, background: Color) -> Color:
    """`color`, moved towards black or white as far as reading it on `background` takes.

    The terminal's own colours are left alone: only the terminal knows what they are.
    """
    if color.ansi is not None or background.ansi is not None:
        return color
    color = background + color
    black, white = Color(0, 0, 0), Color(255, 255, 255)
    end = max(black, white, key=lambda candidate: contrast(candidate, background))
    for step in range(11):
        nearer = color.blend(end, step / 10)
        if contrast(nearer, background) >= CONTRAST:
            return nearer
    return end
