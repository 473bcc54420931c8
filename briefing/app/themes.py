"""The colours: two calm themes, and what stands for each kind of thing in every theme."""

from __future__ import annotations

from textual.theme import Theme

_DARK = {
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
_LIGHT = {
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
_ANSI = {
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

DARK = Theme(
    name="briefing-dark",
    primary="#82b1e6",
    secondary="#5f83ad",
    accent="#e5b567",
    warning="#e5b567",
    error="#eb8f8f",
    success="#93c58d",
    foreground="#d9dce3",
    background="#15181d",
    surface="#1b1f26",
    panel="#262b34",
    dark=True,
    variables={
        "block-cursor-background": "#82b1e6",
        "block-cursor-foreground": "#10131a",
        "block-cursor-text-style": "none",
        "block-cursor-blurred-background": "#22272f",
    },
)
LIGHT = Theme(
    name="briefing-light",
    primary="#1f5a99",
    secondary="#4c79a8",
    accent="#7d5200",
    warning="#7d5200",
    error="#a02c2c",
    success="#2b6a33",
    foreground="#24272c",
    background="#faf8f3",
    surface="#f4f1ea",
    panel="#e9e5da",
    dark=False,
    variables={
        "block-cursor-background": "#1f5a99",
        "block-cursor-foreground": "#ffffff",
        "block-cursor-text-style": "none",
        "block-cursor-blurred-background": "#efebe1",
    },
)
THEMES = (DARK, LIGHT)


def defaults(theme: Theme) -> dict[str, str]:
    """Our own colour variables where a theme does not give them."""
    ours = _ANSI if theme.ansi else _DARK if theme.dark else _LIGHT
    return {**ours, "edge-focus": theme.primary}
