"""A briefing to be read in a terminal, a pager or a mail, without any markup."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from briefing.analysis.briefing import Briefing, Entity
from briefing.export import wording
from briefing.export.wording import one_line

WIDTH = 80
"""Columns of what is not printed to a terminal, so that it is the same everywhere."""

_NARROWEST = 24


def render(briefing: Briefing, width: int = WIDTH) -> str:
    """The briefing of one document, no line wider than `width` where its words allow that."""
    width = max(width, _NARROWEST)
    sections = [
        _head(briefing, width),
        _section("Summary", _summary(briefing, width)),
        _section("Agreements", _agreements(briefing, width)),
        *(
            _section(heading, _entities(entities, width))
            for heading, entities in wording.by_kind(briefing)
        ),
        _section("Timeline", _timeline(briefing, width)),
    ]
    return "\n\n".join("\n".join(section) for section in sections if section)


def _head(briefing: Briefing, width: int) -> list[str]:
    name = _wrap(wording.title(briefing), width)
    return [
        *name,
        "=" * min(width, max(map(len, name))),
        *_wrap(" · ".join(wording.facts(briefing)), width),
        *(
            line
            for notice in briefing.document.notices
            for line in _wrap(one_line(notice), width, "Note: ", "      ")
        ),
    ]


def _section(heading: str, lines: Iterator[str]) -> list[str]:
    body = list(lines)
    return [heading, "-" * len(heading), *body] if body else []


def _summary(briefing: Briefing, width: int) -> Iterator[str]:
    for number, sentence in enumerate(briefing.summary, 1):
        yield from _wrap(one_line(sentence.text), width, f"{number:2}. ", "    ")


def _agreements(briefing: Briefing, width: int) -> Iterator[str]:
    for position, agreement in enumerate(briefing.agreements):
        if position:
            yield ""
        yield from _wrap(wording.agreement_name(agreement), width, "", "  ")
        for label, value in wording.terms(agreement):
            yield from _wrap(value, width, f"    {label + ':':<14}", " " * 18)


def _entities(entities: Sequence[Entity], width: int) -> Iterator[str]:
    for entity in entities:
        words = [one_line(entity.name)]
        if entity.role:
            words.append(one_line(entity.role))
        line = f"{', '.join(words)} ({wording.mentions(len(entity.mentions))})"
        yield from _wrap(line, width, "  ", "    ")


def _timeline(briefing: Briefing, width: int) -> Iterator[str]:
    for milestone in briefing.timeline:
        ahead = wording.planned(milestone)
        text = f"{one_line(milestone.text)}{f' ({ahead})' if ahead else ''}"
        yield from _wrap(text, width, f"  {wording.when(milestone):<10}  ", " " * 14)


def _wrap(text: str, width: int, first: str = "", rest: str = "") -> list[str]:
    return textwrap.wrap(
        text,
        width,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    ) or [first.rstrip()]
