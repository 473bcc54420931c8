"""Digests made by hand, so that what a library makes of them is tested without the analysis."""

from __future__ import annotations

from briefing.analysis.briefing import EntityKind, Merge, Status
from briefing.document import Span
from briefing.library.digest import Agreed, Digest, Named, Told


def digest(
    date: str | None = None,
    *,
    path: str = "",
    entities: tuple[Named, ...] = (),
    agreements: tuple[Agreed, ...] = (),
) -> Digest:
    path = path or f"notes/{date}.txt"
    return Digest(path, path, None, date, "en", 100, None, (), entities, agreements, ())


def told(status: Status, date: str | None = None, start: int = 0) -> Told:
    return Told(status, date, start, start + 10, f"It is {status}.")


def agreed(
    name: str,
    *history: Told,
    kind: str = "treaty",
    acronym: str | None = None,
    aliases: tuple[str, ...] = (),
    parties: tuple[str, ...] = (),
    start: int = 0,
) -> Agreed:
    return Agreed(
        name,
        kind,
        history[-1].status if history else "unspecified",
        1,
        start,
        start + len(name),
        Span(start, start + len(name)),
        acronym=acronym,
        aliases=aliases,
        parties=parties,
        history=history,
    )


def named(
    name: str,
    kind: EntityKind = "person",
    *merges: tuple[str, str],
    role: str | None = None,
    mentions: int = 1,
    start: int = 0,
) -> Named:
    """An entity; `merges` are its other names with the reasons for them."""
    return Named(
        name,
        kind,
        mentions,
        start,
        start + len(name),
        Span(start, start + 50),
        role,
        tuple(alias for alias, _ in merges),
        tuple(Merge(alias, reason) for alias, reason in merges),
    )
