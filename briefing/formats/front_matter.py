"""What a file says of itself before its text: YAML between two lines of three hyphens."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from briefing.formats.dateline import iso_prefix, read_date

MAX_CHARACTERS = 64 * 1024
"""Longer front matter is not looked for: what stands there is text."""

_DEEPEST = 20
_OPENING = re.compile(r"\s*---[ \t]*\n(?=\s*[\w\"'-]+[ \t]*:)")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*$\n?", re.MULTILINE)
_PLAIN = re.compile(r"^([\w-]+)[ \t]*:[ \t]*(.*?)[ \t]*$", re.MULTILINE)
_DATES = ("date", "published_time", "published")
_LANGUAGES = ("language", "lang")


class FrontMatter(NamedTuple):
    """The metadata, and where the text behind it begins (0 where there is none)."""

    end: int = 0
    title: str | None = None
    date: str | None = None
    language: str | None = None
    notices: tuple[str, ...] = ()


def split(text: str) -> FrontMatter:
    """The front matter of `text`, whose line ends are newlines.

    Broken YAML gives a notice and what single lines still say.
    """
    opening = _OPENING.match(text, 0, MAX_CHARACTERS)
    closing = opening and _CLOSING.search(text, opening.end(), opening.end() + MAX_CHARACTERS)
    if not opening or not closing:
        return FrontMatter()
    source = text[opening.end() : closing.start()]
    values, notices = _values(source)
    date = next((values[key] for key in _DATES if values.get(key)), None)
    language = next((values[key] for key in _LANGUAGES if values.get(key)), None)
    return FrontMatter(
        end=closing.end(),
        title=_readable(values.get("title", "")) or None,
        date=date and (iso_prefix(date) or read_date(date)),
        language=language,
        notices=notices,
    )


def _values(source: str) -> tuple[dict[str, str], tuple[str, ...]]:
    import yaml

    try:
        return dict(_top_level(source)), ()
    except (yaml.YAMLError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f" (line {mark.line + 2})" if mark else ""
        plain = {key: value.strip("\"'") for key, value in _PLAIN.findall(source)}
        return plain, (f"The front matter is not valid YAML{where}; read line by line.",)


def _top_level(source: str) -> Iterator[tuple[str, str]]:
    """Keys and their scalar values, as they are written.

    Events are enough for that: nothing is constructed, so no alias is ever expanded, no tag is
    obeyed, `no` stays a language and a date stays a string.
    """
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    depth = 0
    key: str | None = None
    for event in yaml.parse(source, Loader=loader):
        if isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            depth += 1
            if depth > _DEEPEST:
                raise ValueError("nested too deep")
            if depth == 2:  # a collection is a key of its own, or the value of the last one
                key = "" if key is None else None
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            depth -= 1
        elif depth == 1 and isinstance(event, yaml.ScalarEvent) and key is None:
            key = event.value
        elif depth == 1 and key is not None:
            if isinstance(event, yaml.ScalarEvent):
                yield key, event.value
            key = None


def _readable(title: str) -> str:
    """A title on one line, with ordinary spaces and no invisible joiners."""
    return " ".join(title.replace("\u2060", "").replace("\ufeff", "").split())
