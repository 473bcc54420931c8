"""A briefing as one page that stands by itself: nothing is fetched, nothing runs.

Beside the text stand summary, agreements, entities and timeline; every line of them is a link to
its sentence. Several briefings make one page with a list of contents. On paper, where one cannot
follow a link, lines and sentences have numbers.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from html import escape
from importlib.resources import files

from briefing.analysis.briefing import Agreement, Briefing, Fact, Milestone, Status
from briefing.export import wording
from briefing.export.html_text import article
from briefing.export.wording import one_line

_GOOD: frozenset[Status] = frozenset({"signed", "ratified", "in_force", "enacted"})
_ENDED: frozenset[Status] = frozenset({"suspended", "terminated", "lapsed", "rejected", "repealed"})
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def pieces(briefings: Iterable[Briefing]) -> Iterator[str]:
    """The page of some briefings, piece by piece as they come, without the newline at the end."""
    coming = iter(briefings)
    first = next(coming, None)
    if first is None:
        return
    second = next(coming, None)
    if second is None:
        yield _head(wording.title(first))
        yield _Page(first).render()
    else:
        yield _head("Briefings")
        contents: list[str] = []
        for number, briefing in enumerate((first, second), 1):
            yield from _numbered(briefing, number, contents)
        for number, briefing in enumerate(coming, 3):
            yield from _numbered(briefing, number, contents)
        # It comes last, so that nothing waits for it, and is shown first.
        yield f'<nav id="contents"><h1>Briefings</h1><ol>\n{chr(10).join(contents)}\n</ol></nav>'
    yield "</body>\n</html>"


def _numbered(briefing: Briefing, number: int, contents: list[str]) -> Iterator[str]:
    date = f"<span>{escape(briefing.document.date)}</span>" if briefing.document.date else ""
    title = escape(wording.title(briefing))
    contents.append(f'<li>{date}<a href="#d{number}">{title}</a></li>')
    yield _Page(briefing, f"d{number}").render()


def _head(title: str) -> str:
    style = files("briefing.export").joinpath("html.css").read_text("utf-8").rstrip()
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<meta name="viewport" content="width=device-width">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="briefing">
<title>{escape(title)}</title>
<style>
{style}
</style>
</head>
<body>"""


class _Page:
    """The part of the page that is about one document; `prefix` keeps its anchors apart."""

    def __init__(self, briefing: Briefing, prefix: str = "") -> None:
        self.briefing = briefing
        self.prefix = prefix
        self.numbers: dict[int, int] = {}  # of the sentences that are linked to

    def render(self) -> str:
        """A section; the lines come before the text, which has to know what they link to."""
        aside = "\n".join(
            part
            for part in (self._summary(), self._agreements(), self._entities(), self._timeline())
            if part
        )
        anchor = f' id="{self.prefix}"' if self.prefix else ""
        return "\n".join(
            [
                f'<section class="briefing"{anchor}>',
                self._header(),
                f"<aside>\n{aside}\n</aside>",
                article(self.briefing, self.prefix, self.numbers),
                "</section>",
            ]
        )

    def _header(self) -> str:
        briefing = self.briefing
        notices = "".join(
            f'\n<p class="notice">{_text(notice)}</p>' for notice in briefing.document.notices
        )
        facts = " · ".join(map(escape, wording.facts(briefing)))
        title = escape(wording.title(briefing))
        return f'<header>\n<h1>{title}</h1>\n<p class="facts">{facts}</p>{notices}\n</header>'

    def link(self, words: str, start: int | None) -> str:
        """Words, already escaped, as a link to the sentence that holds a code point."""
        sentences = self.briefing.sentences
        if start is None:
            return words
        index = bisect_right(sentences, start, key=lambda sentence: sentence.start) - 1
        if index < 0 or start >= sentences[index].end:
            return words
        number = self.numbers.setdefault(index, index + 1)
        return f'<a href="#{self.prefix}s{number}" data-n="{number}">{words}</a>'

    def _summary(self) -> str:
        lines = [
            f"<li>{self.link(_text(sentence.text), sentence.start)}</li>"
            for sentence in self.briefing.summary
        ]
        return _section("Summary", [f'<ol class="summary">\n{_joined(lines)}\n</ol>'], lines)

    # Agreements

    def _agreements(self) -> str:
        agreements = self.briefing.agreements
        date = self.briefing.document.date
        told = f"reported on {escape(date)}" if date else "the text reports it"
        lines = [self._agreement(agreement) for agreement in agreements]
        body = [
            f'<p class="small">Status as {told}.</p>',
            f'<ul class="agreements">\n{_joined(lines)}\n</ul>',
        ]
        return _section("Agreements", body, lines)

    def _agreement(self, agreement: Agreement) -> str:
        name = self.link(f"<b>{escape(wording.agreement_name(agreement))}</b>", _told(agreement))
        kind = _kind_of(agreement.status)
        date, other = wording.standing(agreement, self.briefing.document.date)
        status = f'<span class="status {kind}">{escape(wording.status(agreement))}</span>'
        since = escape(f" {date}" if date else f", {other}" if other else "")
        lines = [name, f"<br>{self.link(status + since, _told(agreement, 'status'))}"]
        facts: dict[str, Fact] = {
            "Parties": "parties",
            "By party": "status",
            "Place": "place",
            "Condition": "condition",
            "According to": "attribution",
        }
        terms = [
            f"<dt>{escape(label)}</dt>"
            f"<dd>{self.link(escape(value), _told(agreement, facts.get(label, 'date')))}</dd>"
            for label, value in wording.terms(agreement)
            if label != "Status"
        ]
        if terms:
            lines.append(f"\n<dl>\n{_joined(terms)}\n</dl>")
        return f"<li>{''.join(lines)}</li>"

    # Entities

    def _entities(self) -> str:
        body: list[str] = []
        for heading, entities in wording.by_kind(self.briefing):
            lines = []
            for entity in entities:
                start = entity.mentions[0].start if entity.mentions else None
                beside = _text(entity.role) if entity.role else str(len(entity.mentions))
                name = self.link(f"<b>{_text(entity.name)}</b>", start)
                lines.append(f"<li>{name}<span>{beside}</span></li>")
            body.append(
                f'<h3>{escape(heading)}</h3>\n<ul class="entities">\n{_joined(lines)}\n</ul>'
            )
        return _section("Entities", body, body)

    # Timeline

    def _timeline(self) -> str:
        written = self.briefing.document.date
        lines: list[str] = []
        behind = True
        for milestone in self.briefing.timeline:
            if written and behind and milestone.date > written:
                behind = False
                lines.append(f'<li class="now">{escape(written)} this document</li>')
            lines.append(self._milestone(milestone, written or ""))
        return _section("Timeline", [f'<ul class="timeline">\n{_joined(lines)}\n</ul>'], lines)

    def _milestone(self, milestone: Milestone, written: str) -> str:
        date = f"<time>{escape(wording.when(milestone))}</time>"
        planned = wording.planned(milestone)
        beside = f' <span class="status open">{escape(planned)}</span>' if planned else ""
        if far := wording.distance(milestone.date, written, milestone.until):
            beside += f' <span class="far">{escape(far)}</span>'
        if milestone.resolution:
            beside += f'<br><span class="far">{_text(milestone.resolution)}</span>'
        words = self.link(_text(milestone.text), milestone.start)
        return f"<li>{date}{beside}<br>{words}</li>"


def _kind_of(status: Status) -> str:
    if status == "unspecified":
        return "unspecified"
    return "good" if status in _GOOD else "ended" if status in _ENDED else "open"


def _told(agreement: Agreement, fact: Fact | None = None) -> int | None:
    """Where the text tells a fact of an agreement; without one, where it is named first."""
    told = (one.start for one in agreement.evidence if fact in one.supports)
    return next(told, agreement.mentions[0].start if agreement.mentions else None)


def _section(heading: str, body: list[str], lines: list[str]) -> str:
    return f"<h2>{heading}</h2>\n{_joined(body)}" if lines else ""


def _joined(lines: list[str]) -> str:
    return "\n".join(lines)


def _text(words: str) -> str:
    return escape(one_line(words))
