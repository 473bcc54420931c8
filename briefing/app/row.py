"""A row of a list, and many that are made when someone looks at them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar, overload

from textual.content import Content

K = TypeVar("K")


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a list. Content, never markup: what a document says cannot style or run anything.

    A newline in `content` begins another line of the row; `wrap` also folds lines that are too
    long, which are otherwise cut with an ellipsis. `marker` stands before the first line and the
    others are indented by its width. `detail` is the right-aligned column of the first line; where
    a row that wraps leaves it no room there, it has a line of its own after that.
    A `header` cannot be selected. `payload` is what the row stands for.
    """

    content: Content
    detail: Content | None = None
    payload: object = None
    indent: int = 0
    header: bool = False
    wrap: bool = False
    marker: str | Content = ""


class LazyRows(Sequence[Row], Generic[K]):
    """One row for each key, which `make` makes; `key_of` gives the key of a payload, if it has one.

    The first `flat` rows take `height` lines each and do not wrap. Of the others `lines` says how
    many they take where there are so many columns for words, 0 where the row itself says it.
    """

    def __init__(
        self,
        keys: Sequence[K],
        make: Callable[[K], Row],
        key_of: Callable[[object], K | None],
        flat: int | None = None,
        height: int = 1,
        lines: Callable[[K, int], int] | None = None,
    ) -> None:
        self.height = height
        self._lines = lines
        self.flat = len(keys) if flat is None else flat
        self._keys, self._make, self._key_of = keys, make, key_of

    def __len__(self) -> int:
        return len(self._keys)

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Row]: ...
    def __getitem__(self, index: int | slice) -> Row | Sequence[Row]:
        if isinstance(index, slice):
            return [self._make(key) for key in self._keys[index]]
        return self._make(self._keys[index])

    def lines(self, index: int, room: int) -> int:
        """How many lines a row takes in `room` columns, 0 where the row itself says it."""
        return self._lines(self._keys[index], room) if self._lines else 0

    def find(self, payload: object) -> int | None:
        """The index of the row with a payload."""
        key = self._key_of(payload)
        if key is None:
            return None
        try:
            return self._keys.index(key)
        except ValueError:
            return None
