import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.style import Style
from textual.color import Color

from briefing.app.reader.marks import CONTRAST, Look, SpanIndex, blend, contrast, legible
from briefing.document import Span

SPANS = st.lists(
    st.tuples(st.integers(0, 60), st.integers(1, 30)).map(lambda pair: Span(pair[0], sum(pair)))
)
CHANNEL = st.integers(0, 255)
COLORS = st.tuples(CHANNEL, CHANNEL, CHANNEL).map(lambda channels: Color(*channels))


@given(SPANS, st.integers(0, 80), st.integers(1, 20))
def test_the_index_knows_every_span_that_touches_a_range(
    spans: list[Span], start: int, size: int
) -> None:
    expected = [span for span in spans if span.start < start + size and span.end > start]
    found = list(SpanIndex(spans).touching(start, start + size))
    assert sorted(found) == sorted(expected)
    assert [span.start for span in found] == sorted(span.start for span in found)


@given(COLORS, COLORS)
def test_every_colour_becomes_legible(color: Color, background: Color) -> None:
    assert contrast(legible(color, background), background) >= CONTRAST


def test_a_legible_colour_stays_as_it_is() -> None:
    assert legible(Color(0, 90, 0), Color(255, 255, 255)) == Color(0, 90, 0)


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21.0), ("#777777", "#ffffff", 4.48), ("#808080", "#808080", 1.0)],
)
def test_contrast_is_that_of_the_standard(one: str, other: str, ratio: float) -> None:
    assert contrast(Color.parse(one), Color.parse(other)) == pytest.approx(ratio, abs=0.01)


def test_looks_lie_over_each_other() -> None:
    base = Look(Color(255, 255, 255), Color(0, 0, 0), Style())
    name = Look(Color(255, 200, 0), None, Style(underline=True))
    sentence = Look(None, Color(0, 0, 255, 0.5), Style(bold=True))
    style = blend(base, [name, sentence])
    assert style.underline
    assert style.bold
    assert style.bgcolor is not None
    assert style.bgcolor.triplet == (0, 0, 127)
    assert style.color is not None
    assert style.color.triplet == (255, 200, 0)


def test_the_colours_of_the_terminal_are_left_alone() -> None:
    base = Look(Color.parse("ansi_default"), Color.parse("ansi_default"), Style())
    name = Look(Color.parse("ansi_yellow"), Color.parse("transparent"), Style())
    style = blend(base, [name])
    assert style.color is not None
    assert style.color.number == 3
    assert style.bgcolor is not None
    assert style.bgcolor.is_default
