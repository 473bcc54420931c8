"""The colours: six calm themes, and what stands for each kind of thing in every theme."""

from __future__ import annotations

from typing import NamedTuple

from textual.theme import Theme

Palette = dict[str, str]
"""Colours of kinds of names, of statuses, of what matters less, and of the frames."""

_DARK: Palette = {
    "person": "#e5b567",
    "organisation": "#82b1e6",
    "place": "#93c58d",
    "system": "#c6a1e3",
    "event": "#eb9f92",
    "group": "#78c6c1",
    "agreement": "#e6d98a",
    "good": "#93c58d",
    "open": "#e5b567",
    "ended": "#eb8f8f",
    "faint": "#929aa8",
    "edge": "#3a414d",
}
_LIGHT: Palette = {
    "person": "#7d5200",
    "organisation": "#1f5a99",
    "place": "#2b6a33",
    "system": "#6d3d99",
    "event": "#9a3b2c",
    "group": "#0b6660",
    "agreement": "#635600",
    "good": "#2b6a33",
    "open": "#7d5200",
    "ended": "#a02c2c",
    "faint": "#5f636b",
    "edge": "#c9c3b4",
}
_CONTRAST_DARK: Palette = {
    "person": "#ffd166",
    "organisation": "#8fc7ff",
    "place": "#8cf08c",
    "system": "#e0b3ff",
    "event": "#ffab9e",
    "group": "#7ff0e8",
    "agreement": "#fff27a",
    "good": "#8cf08c",
    "open": "#ffd166",
    "ended": "#ff9c9c",
    "faint": "#d0d0d0",
    "edge": "#9a9a9a",
}
_CONTRAST_LIGHT: Palette = {
    "person": "#5c3a00",
    "organisation": "#00408a",
    "place": "#004d13",
    "system": "#52157f",
    "event": "#7d1500",
    "group": "#00494a",
    "agreement": "#474000",
    "good": "#004d13",
    "open": "#5c3a00",
    "ended": "#8a0000",
    "faint": "#3d3d3d",
    "edge": "#6a6a6a",
}
# Any two of the kinds, and of the statuses, stay apart in the eyes of those who see no red, no
# green or no blue; lightness does what hue cannot.
_SAFE_DARK: Palette = {
    "person": "#ecb61e",
    "organisation": "#6b9bf6",
    "place": "#4cdca5",
    "system": "#b48da1",
    "event": "#e07934",
    "group": "#b3f4fd",
    "agreement": "#fff147",
    "good": "#56b4e9",
    "open": "#f0e442",
    "ended": "#e8743b",
    "faint": "#9aa2b0",
    "edge": "#3d444f",
}
_SAFE_LIGHT: Palette = {
    "person": "#722f00",
    "organisation": "#0753ff",
    "place": "#1a4860",
    "system": "#713cac",
    "event": "#9e512f",
    "group": "#270065",
    "agreement": "#431200",
    "good": "#0053ff",
    "open": "#5f3000",
    "ended": "#9f4c5d",
    "faint": "#5a5e66",
    "edge": "#c4c4be",
}
_ANSI: Palette = {
    "person": "ansi_yellow",
    "organisation": "ansi_blue",
    "place": "ansi_green",
    "system": "ansi_magenta",
    "event": "ansi_red",
    "group": "ansi_cyan",
    "agreement": "ansi_yellow",
    "good": "ansi_green",
    "open": "ansi_yellow",
    "ended": "ansi_red",
    "faint": "ansi_bright_black",
    "edge": "ansi_bright_black",
}


class _Ground(NamedTuple):
    """What text stands on, the text itself, and the line under the cursor."""

    foreground: str
    background: str
    surface: str
    panel: str
    primary: str
    secondary: str
    on_cursor: str
    quiet_cursor: str


def _theme(name: str, dark: bool, palette: Palette, ground: _Ground) -> Theme:
    return Theme(
        name=name,
        primary=ground.primary,
        secondary=ground.secondary,
        accent=palette["open"],
        warning=palette["open"],
        error=palette["ended"],
        success=palette["good"],
        foreground=ground.foreground,
        background=ground.background,
        surface=ground.surface,
        panel=ground.panel,
        dark=dark,
        variables={
            **palette,
            "text-muted": palette["faint"],
            "text-disabled": palette["faint"],
            "block-cursor-background": ground.primary,
            "block-cursor-foreground": ground.on_cursor,
            "block-cursor-text-style": "none",
            "block-cursor-blurred-background": ground.quiet_cursor,
        },
    )


DARK = _theme(
    "briefing-dark",
    True,
    _DARK,
    _Ground("#d9dce3", "#15181d", "#1b1f26", "#262b34", "#82b1e6", "#5f83ad", "#10131a", "#22272f"),
)
LIGHT = _theme(
    "briefing-light",
    False,
    _LIGHT,
    _Ground("#24272c", "#faf8f3", "#f4f1ea", "#e9e5da", "#1f5a99", "#4c79a8", "#ffffff", "#efebe1"),
)
CONTRAST_DARK = _theme(
    "briefing-contrast-dark",
    True,
    _CONTRAST_DARK,
    _Ground("#ffffff", "#000000", "#000000", "#1a1a1a", "#8fc7ff", "#8fc7ff", "#000000", "#262626"),
)
CONTRAST_LIGHT = _theme(
    "briefing-contrast-light",
    False,
    _CONTRAST_LIGHT,
    _Ground("#000000", "#ffffff", "#ffffff", "#ececec", "#00408a", "#00408a", "#ffffff", "#e4e4e4"),
)
SAFE_DARK = _theme(
    "briefing-colour-safe-dark",
    True,
    _SAFE_DARK,
    _Ground("#dde0e6", "#14171c", "#1a1e25", "#262b34", "#7fb0ff", "#5f83ad", "#10131a", "#22272f"),
)
SAFE_LIGHT = _theme(
    "briefing-colour-safe-light",
    False,
    _SAFE_LIGHT,
    _Ground("#22252a", "#ffffff", "#f5f5f2", "#eaeae6", "#004fc4", "#4c79a8", "#ffffff", "#eeeeea"),
)
THEMES = (DARK, LIGHT, CONTRAST_DARK, CONTRAST_LIGHT, SAFE_DARK, SAFE_LIGHT)
_PAIRS = ((CONTRAST_DARK, CONTRAST_LIGHT), (SAFE_DARK, SAFE_LIGHT), (DARK, LIGHT))


def turned(theme: Theme) -> Theme:
    """The light theme that goes with a dark one, or the other way round."""
    names = ((dark, light) for dark, light in _PAIRS if theme.name in (dark.name, light.name))
    dark, light = next(names, (DARK, LIGHT))
    return light if theme.dark else dark


def defaults(theme: Theme) -> dict[str, str]:
    """Our own colour variables where a theme does not give them."""
    ours = _ANSI if theme.ansi else _DARK if theme.dark else _LIGHT
    return {**ours, "edge-focus": theme.primary}
