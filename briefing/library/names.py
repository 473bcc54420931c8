"""Names as numbers, by which the same one is found in many documents and at another time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from briefing.analysis.briefing import EntityKind
from briefing.finder.fold import fold
from briefing.library.digest import Agreed, Digest, Named

AGREEMENT = "agreement"
_KINDS = (*get_args(EntityKind), AGREEMENT)
_BITS = 62


def key(kind: str, name: str) -> int:
    """The number of a name, whatever its case and accents: as good as unique, never negative."""
    from hashlib import blake2b  # after the first picture

    written = f"{kind}\0{fold(name) or name}".encode(errors="surrogatepass")
    return int.from_bytes(blake2b(written, digest_size=8).digest()) >> (64 - _BITS)


def keys_of(name: str) -> Iterator[int]:
    """The numbers of a name, whatever kind of thing bears it."""
    return (key(kind, name) for kind in _KINDS)


def named(digest: Digest) -> Iterator[tuple[int, Named | Agreed]]:
    """The entities and agreements of a document, each with its key."""
    for entity in digest.entities:
        yield key(entity.kind, entity.name), entity
    for agreement in digest.agreements:
        yield key(AGREEMENT, agreement.name), agreement


def keys(digest: Digest) -> tuple[int, ...]:
    """The keys of what a document names, each once."""
    return tuple(dict.fromkeys(key for key, _ in named(digest)))
