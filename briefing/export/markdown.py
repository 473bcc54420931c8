"""A briefing as Markdown, in which nothing the document says can become markup, a link or HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.analysis.briefing import Briefing
from briefing.export import wording
from briefing.export.wording import one_line

# Characters that mean something in CommonMark or in GitHub's Markdown wherever they stand, and
# those that do only where a link, an emoji or a list could begin.
_SPECIAL = re.compile(
    r"""
      [\\`*_\[\]<>&|~$@\#^]
    | (?<!\d):(?=[\w/+-])           # https://, mailto:, :smile:
    | (?<=\w)\.(?=[^\W\d_]{2})      # www.example.org
    """,
    re.VERBOSE,
)
_MARKER = re.compile(r"(?P<number>\d{1,9})(?P<stop>[.)])|(?P<bullet>[-+=])")


def escape(text: str) -> str:
    """`text` on one line such that Markdown shows it as it is, also at the start of a block."""
    escaped = _SPECIAL.sub(r"\\\g<0>", one_line(text))
    marker = _MARKER.match(escaped)
    if marker is None:
        return escaped
    at = marker.start("bullet") if marker["bullet"] else marker.start("stop")
    return f"{escaped[:at]}\\{escaped[at:]}"


def render(briefing: Briefing) -> str:
    """The briefing of one document, under a heading of the first level."""
    sections = [
        _head(briefing),
        _section("## Summary", _summary(briefing)),
        _section("## Agreements", _agreements(briefing)),
        _section("## Entities", _entities(briefing)),
        _section("## Timeline", _timeline(briefing)),
    ]
    return "\n\n".join(section for section in sections if section)


def _head(briefing: Briefing) -> str:
    notices = (f"> {escape(notice)}" for notice in briefing.document.notices)
    known = " · ".join(map(escape, wording.facts(briefing)))
    return "\n\n".join([f"# {escape(wording.title(briefing))}", known, *notices])


def _section(heading: str, blocks: Iterator[str]) -> str:
    body = "\n".join(blocks)
    return f"{heading}\n\n{body}" if body else ""


def _summary(briefing: Briefing) -> Iterator[str]:
    for number, sentence in enumerate(briefing.summary, 1):
        yield f"{number}. {escape(sentence.text)}"


def _agreements(briefing: Briefing) -> Iterator[str]:
    for agreement in briefing.agreements:
        yield f"- **{escape(wording.agreement_name(agreement))}**"
        for label, value in wording.terms(agreement):
            yield f"  - {escape(label)}: {escape(value)}"


def _entities(briefing: Briefing) -> Iterator[str]:
    for position, (heading, entities) in enumerate(wording.by_kind(briefing)):
        yield f"{'' if position == 0 else chr(10)}### {heading}\n"
        for entity in entities:
            role = f", {escape(entity.role)}" if entity.role else ""
            count = wording.mentions(len(entity.mentions))
            yield f"- **{escape(entity.name)}**{role} ({count})"


def _timeline(briefing: Briefing) -> Iterator[str]:
    for milestone in briefing.timeline:
        ahead = wording.planned(milestone)
        note = f" *({ahead})*" if ahead else ""
        yield f"- **{escape(wording.when(milestone))}** {escape(milestone.text)}{note}"
