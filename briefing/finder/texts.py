"""Many short texts in one block of memory, which costs less than an object for each."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.uint32]
"""Row numbers and offsets as they are kept."""
Rows = NDArray[np.integer[Any]]
"""Row numbers as they are used."""


class Texts:
    """A sequence of texts. `starts` holds where each begins, and where the last ends, in the part
    of `data` that begins at `origin`.
    """

    __slots__ = ("data", "origin", "starts")

    def __init__(self, data: bytes, starts: Numbers, origin: int = 0) -> None:
        self.data = data
        self.starts = starts
        self.origin = origin

    @classmethod
    def of(cls, texts: Iterable[str]) -> Texts:
        """Pack `texts`. Half a surrogate pair comes back as it was."""
        encoded = [text.encode("utf-8", "surrogatepass") for text in texts]
        return cls(b"".join(encoded), starts_of(map(len, encoded), len(encoded)))

    def __len__(self) -> int:
        return len(self.starts) - 1

    def __getitem__(self, number: int) -> str:
        start, end = self.starts[number : number + 2].tolist()
        return self.data[self.origin + start : self.origin + end].decode("utf-8", "surrogatepass")

    def encoded(self, numbers: Rows) -> list[bytes]:
        """The bytes of some of the texts."""
        data = self.data
        starts = (self.starts[numbers].astype(np.int64) + self.origin).tolist()
        ends = (self.starts[numbers + 1].astype(np.int64) + self.origin).tolist()
        return [data[start:end] for start, end in zip(starts, ends, strict=True)]


def starts_of(lengths: Iterable[int], count: int) -> Numbers:
    """Where each of `count` rows begins when they stand one after the other, and where all end."""
    starts = np.zeros(count + 1, np.uint32)
    np.cumsum(np.fromiter(lengths, np.uint32, count), out=starts[1:])
    return starts


def rows(starts: Numbers, numbers: Rows) -> tuple[NDArray[np.int64], Numbers]:
    """The places of all that stands in the rows `numbers`, row after row, and how many in each."""
    counts = starts[numbers + 1] - starts[numbers]
    ends = np.cumsum(counts, dtype=np.int64)
    total = int(ends[-1]) if len(ends) else 0
    begin = starts[numbers].astype(np.int64) - (ends - counts)
    return np.arange(total) + np.repeat(begin, counts), counts
