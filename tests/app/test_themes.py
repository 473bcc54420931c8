"""Everything can be read in our own themes, by everybody, and without colours."""

from collections.abc import Iterator
from itertools import combinations
from math import dist

import pytest
from rich.segment import Segment
from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

from briefing.app import themes
from briefing.app.app import BriefingApp
from briefing.app.reader.marks import CONTRAST, contrast
from briefing.app.rows import RowList
from tests.app.conftest import settled

KINDS = ("person", "organisation", "place", "system", "event", "group", "agreement")
STATUSES = ("good", "open", "ended")
each = pytest.mark.parametrize("theme", themes.THEMES, ids=lambda theme: theme.name)
safe = pytest.mark.parametrize(
    "theme", [themes.SAFE_DARK, themes.SAFE_LIGHT], ids=lambda theme: theme.name
)


def grounds(theme: Theme) -> list[str]:
    """All that text stands on."""
    quiet = theme.variables["block-cursor-blurred-background"]
    return [theme.background or "", theme.surface or "", theme.panel or "", quiet]


def texts(theme: Theme) -> dict[str, str]:
    named = {name: theme.variables[name] for name in (*KINDS, *STATUSES, "faint")}
    return {**named, "text": theme.foreground or "", "primary": theme.primary}


def least(theme: Theme) -> float:
    return min(
        contrast(Color.parse(text), Color.parse(ground))
        for text in texts(theme).values()
        for ground in grounds(theme)
    )


@each
def test_every_colour_of_text_can_be_read_wherever_text_stands(theme: Theme) -> None:
    assert least(theme) >= CONTRAST
    cursor = [theme.variables[f"block-cursor-{part}"] for part in ("foreground", "background")]
    assert contrast(*map(Color.parse, cursor)) >= CONTRAST


@pytest.mark.parametrize("theme", [themes.CONTRAST_DARK, themes.CONTRAST_LIGHT])
def test_high_contrast_is_that_of_the_strictest_level(theme: Theme) -> None:
    assert least(theme) >= 7
    edge = Color.parse(theme.variables["edge"])
    assert contrast(edge, Color.parse(theme.background or "")) >= 3


# How those see colours who lack one of the three kinds of cones: matrices for linear RGB at full
# severity, from Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of
# Color Vision Deficiency" (2009).
EYES = {
    "all": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    "no red": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "no green": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "no blue": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
APART = 0.1
"""A distance in Oklab that is seen at a glance; one just seen is about 0.02."""


def seen(color: str, eyes: str) -> tuple[float, float, float]:
    """A colour in Oklab, as these eyes see it."""
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in Color.parse(color).normalized
    ]
    red, green, blue = (
        min(1.0, max(0.0, sum(a * b for a, b in zip(row, linear, strict=True))))
        for row in EYES[eyes]
    )
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    middle = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )


@safe
@pytest.mark.parametrize("eyes", EYES)
@pytest.mark.parametrize("names", [KINDS, STATUSES], ids=["kinds", "statuses"])
def test_colours_stay_apart_for_every_pair_of_eyes(
    theme: Theme, eyes: str, names: tuple[str, ...]
) -> None:
    palette = [theme.variables[name] for name in names]
    assert min(dist(seen(a, eyes), seen(b, eyes)) for a, b in combinations(palette, 2)) >= APART


def test_light_and_dark_belong_together() -> None:
    for theme in themes.THEMES:
        other = themes.turned(theme)
        assert other.dark != theme.dark
        assert themes.turned(other) == theme
    assert themes.turned(BUILTIN_THEMES["nord"]) == themes.LIGHT


def drawn(app: BriefingApp) -> Iterator[Segment]:
    """The words on the screen, as they are drawn; of what lies over it its own words alone."""
    strips = app.screen._compositor.render_strips()
    if app.screen is not app.reading:
        rows = app.screen.query_one(RowList)
        strips = [rows.render_line(y) for y in range(rows.size.height)]
    for strip in strips:
        for segment in strip:
            if any(character.isalnum() for character in segment.text):
                yield segment


def channels(segment: Segment) -> list[tuple[int, int, int]]:
    style = segment.style
    assert style
    assert style.color
    assert style.bgcolor
    assert style.color.triplet
    assert style.bgcolor.triplet
    pair = [tuple(style.color.triplet), tuple(style.bgcolor.triplet)]
    return [(one[0], one[1], one[2]) for one in pair]


@each
@pytest.mark.parametrize("keys", ["6 j", "4 c", "? j", "i", "/ I n d"])
async def test_all_that_is_on_the_screen_can_be_read(
    seed_app: BriefingApp, theme: Theme, keys: str
) -> None:
    async with seed_app.run_test(size=(120, 40)) as pilot:
        app = await settled(pilot)
        app.theme = theme.name
        await pilot.press(*keys.split())
        await pilot.pause()
        pairs = {segment.text: channels(segment) for segment in drawn(app)}
        hard = {
            text: pair
            for text, pair in pairs.items()
            if contrast(*(Color(*one) for one in pair)) < CONTRAST
        }
        assert pairs
        assert hard == {}


async def test_without_colours_nothing_has_any(
    monkeypatch: pytest.MonkeyPatch, by_hand_only: None, seed_app: BriefingApp
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    plain = BriefingApp([one.source for one in seed_app.shelf.volumes])
    async with plain.run_test(size=(120, 40)) as pilot:
        app = await settled(pilot)
        await pilot.press("5", "enter")
        await pilot.pause()
        assert app.no_color
        shades = [one for segment in drawn(app) for one in channels(segment)]
        assert shades
        assert [shade for shade in shades if len(set(shade)) > 1] == []
