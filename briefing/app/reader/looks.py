"""What each kind of stretch of a text looks like, as component classes of the text pane."""

from __future__ import annotations

COMPONENT_CLASSES = frozenset(
    f"reader--{look}"
    for look in (
        "heading",
        "quote",
        "code",
        "edge",
        "strong",
        "emphasis",
        "link",
        "person",
        "organisation",
        "place",
        "system",
        "event",
        "group",
        "agreement",
        "noted",
        "sentence",
        "tick",
        "match",
        "target",
    )
)

CSS = """
TextView {
    background: $background;
    color: $foreground;
    padding: 0 1;
    overflow-x: hidden;
    overflow-y: scroll;
    scrollbar-size-vertical: 1;
    & > .reader--heading { text-style: bold; color: $text-primary; }
    & > .reader--quote { color: $foreground 80%; }
    & > .reader--code { background: $foreground 7%; }
    & > .reader--edge { color: $foreground 50%; }
    & > .reader--strong { text-style: bold; }
    & > .reader--emphasis { text-style: italic; }
    & > .reader--link { text-style: underline; color: $text-primary; }
    & > .reader--person { text-style: underline; color: $text-warning; }
    & > .reader--organisation { text-style: underline; color: $text-primary; }
    & > .reader--place { text-style: underline; color: $text-success; }
    & > .reader--system { text-style: underline; color: $text-secondary; }
    & > .reader--event { text-style: underline; color: $text-accent; }
    & > .reader--group { text-style: underline; color: $foreground 80%; }
    & > .reader--agreement { text-style: bold uu; color: $text-error; }
    & > .reader--noted { background: $accent 12%; text-style: italic; }
    & > .reader--sentence { background: $primary 25%; }
    & > .reader--match { background: $accent 35%; text-style: underline; }
    & > .reader--target { text-style: bold reverse; }
    & > .reader--tick { color: $accent; }
    /* Nobody knows what can be read on a terminal's own colours. */
    &:ansi > .reader--sentence { background: transparent; text-style: bold; }
    &:ansi > .reader--noted { background: transparent; }
    &:ansi > .reader--code { background: transparent; }
    &:ansi > .reader--match { color: ansi_black; background: ansi_yellow; }
}
"""
