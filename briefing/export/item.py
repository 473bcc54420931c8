"""One entity or agreement as Markdown, to be pasted into a note."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.analysis.briefing import Agreement, Entity
from briefing.document import Document
from briefing.export import wording
from briefing.export.citation import citation, origin
from briefing.export.markdown import escape


def entity(document: Document, entity: Entity) -> str:
    """Its name and role; its other names; how often it is named, and where first."""

    def lines() -> Iterator[str]:
        role = f", {escape(entity.role)}" if entity.role else ""
        yield f"**{escape(entity.name)}**{role}\n"
        yield f"- Kind: {entity.kind}"
        if entity.aliases:
            yield f"- Also: {', '.join(map(escape, entity.aliases))}"
        first = entity.mentions[0].start if entity.mentions else None
        count = wording.mentions(len(entity.mentions))
        yield f"- Source: {escape(origin(document, first))} ({count})"

    return "\n".join(lines())


def agreement(document: Document, agreement: Agreement) -> str:
    """Its name, status, parties, dates and conditions, and the sentence the status rests on."""

    def lines() -> Iterator[str]:
        yield f"**{escape(wording.agreement_name(agreement))}**\n"
        for label, value in wording.terms(agreement):
            yield f"- {escape(label)}: {escape(value)}"
        telling = sorted(agreement.evidence, key=lambda one: "status" not in one.supports)
        for evidence in telling[:1]:
            yield f"\n> {escape(citation(document, evidence.start, evidence.end))}"

    return "\n".join(lines())
