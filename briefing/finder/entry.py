"""What a finder is made of and what it gives."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that can be found by its name or by one of its aliases.

    `key` is the caller's, one for each entry. `mentions` says how important it is beside others
    that fit as well.
    """

    key: int | str
    name: str
    kind: str
    aliases: tuple[str, ...] = ()
    mentions: int = 0


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry that fits a query.

    `alias` is the form that fits, the name or an alias, and `positions` are the indexes of its
    letters that were typed. `score` is greater for what fits better; its whole part is the tier.
    """

    entry: Entry
    score: float
    alias: str
    positions: tuple[int, ...]
