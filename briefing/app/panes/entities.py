"""Who and what the text names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual.content import Content

from briefing.app.panes.pane import Narrowing, Pane
from briefing.app.rows import Row
from briefing.app.sources import of_entity
from briefing.document import field
from briefing.export.wording import KINDS

if TYPE_CHECKING:
    from briefing.analysis.briefing import Briefing, Entity


class EntitiesPane(Pane):
    """People, organisations, places and the rest, each with its role and how often it is named."""

    NOTHING = "No names were found in this text."

    def build(self, briefing: Briefing, only: Narrowing) -> Iterator[Row]:
        """A header for each kind, and under it those of the kind."""
        for kind, heading in KINDS.items():
            members = [
                entity
                for entity in briefing.entities
                if entity.kind == kind and only.has(entity.name)
            ]
            if members:
                title = Content.assemble((heading, f"${kind}"), f"  {len(members)}")
                yield Row(title, header=True)
                for entity in members:
                    yield _row(briefing, entity)


def _row(briefing: Briefing, entity: Entity) -> Row:
    role = f"  {field(entity.role)}" if entity.role else ""
    return Row(
        Content.assemble(field(entity.name), (role, "$faint")),
        detail=Content.styled(f"{len(entity.mentions):,}", "$faint"),
        payload=of_entity(briefing, entity),
        indent=1,
    )
