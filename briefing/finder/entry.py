"""What a finder is made of and what it gives."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field


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

    `alias` is the form that fits, the name or an alias. `score` is greater for what fits better;
    its whole part is the tier.
    """

    entry: Entry
    score: float
    alias: str
    mark: Callable[[], tuple[int, ...]] = field(default=tuple, compare=False, repr=False)

    @property
    def positions(self) -> tuple[int, ...]:
        """The indexes of the letters of `alias` that were typed; worked out where it is asked."""
        return self.mark()
