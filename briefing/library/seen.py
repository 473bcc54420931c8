"""What a reader has seen of a document, so that what is new in it can be told.

Sentences are kept as short hashes of their words: enough to know one again, not to read it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefing.document import Span

if TYPE_CHECKING:
    from briefing.analysis.briefing import Briefing
    from briefing.library.state import Value

_SIZE = 6  # bytes of a hash: of a billion new sentences, hardly one is taken for a known one


@dataclass(frozen=True, slots=True)
class Seen:
    """A document as it was when one last saw it.

    `text` is the fingerprint of what it said. Where one has looked at it, `sentences` are the
    hashes of its sentences, `names` what it names, and `statuses` those of its agreements by name;
    of what one only knows to be there, none of these is kept.
    """

    text: str
    read: bool = False
    sentences: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    statuses: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, briefing: Briefing, *, read: bool = True) -> Seen:
        """A document that has been looked at, or read to its end."""
        return cls(
            briefing.document.fingerprint,
            read,
            frozenset(hashes(briefing)),
            frozenset(name for one in briefing.entities for name in (one.name, *one.aliases)),
            {one.name: one.status for one in briefing.agreements},
        )

    @classmethod
    def from_value(cls, value: Value) -> Seen | None:
        """What `value` gave; None for what is nothing of the kind."""
        if not isinstance(value, dict) or not isinstance(text := value.get("text"), str):
            return None
        packed, names, statuses = map(value.get, ("sentences", "names", "statuses"))
        packed = packed if isinstance(packed, str) else ""
        step = 2 * _SIZE
        named = names if isinstance(names, list) else ()
        known = statuses.items() if isinstance(statuses, dict) else ()
        return cls(
            text,
            value.get("read") is True,
            frozenset(packed[at : at + step] for at in range(0, len(packed), step)),
            frozenset(name for name in named if isinstance(name, str)),
            {name: status for name, status in known if isinstance(status, str)},
        )

    def value(self) -> Value:
        """The same as what JSON can hold."""
        value: dict[str, Value] = {"text": self.text, "read": self.read}
        if self.sentences:
            value["sentences"] = "".join(sorted(self.sentences))
        if self.names:
            value["names"] = [*sorted(self.names)]
        if self.statuses:
            value["statuses"] = dict(self.statuses)
        return value


def hashes(briefing: Briefing) -> Sequence[str]:
    """A hash for each sentence, which white space does not change."""
    text = briefing.document.text
    return [_hash(text[one.start : one.end]) for one in briefing.sentences]


def changed(seen: Seen, briefing: Briefing) -> list[Span]:
    """The sentences that stood nowhere in what was read, in reading order.

    None at all where it is not known what stood there: then all might be.
    """
    if not seen.sentences:
        return []
    return [
        Span(sentence.start, sentence.end)
        for sentence, known in zip(briefing.sentences, hashes(briefing), strict=True)
        if known not in seen.sentences
    ]


def _hash(sentence: str) -> str:
    from hashlib import blake2b  # after the first picture

    words = " ".join(sentence.split())
    return blake2b(words.encode(), digest_size=_SIZE).hexdigest()
