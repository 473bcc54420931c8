"""A briefing as bytes that can be kept: JSON, compressed; never code.

What is kept does not know the path of its file, so that a file that is renamed keeps it. Objects
are written as the list of their fields, and read back by the types that these declare: a field
that is added is kept without a word here.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from functools import cache
from types import NoneType, UnionType
from typing import Any, NamedTuple, Union, get_args, get_origin, get_type_hints

from briefing.analysis.briefing import Briefing

_Read = Callable[[Any], Any]


class Record(NamedTuple):
    """A briefing, packed: its text by itself, which is also searched, and all the rest."""

    text: bytes
    rest: bytes


def pack(briefing: Briefing) -> Record:
    """`briefing` in few bytes, the same ones for an equal briefing of a file of any path."""
    document = replace(briefing.document, text="", path="")
    written = json.dumps(replace(briefing, document=document), default=_fields_of)
    return Record(pack_text(briefing.document.text), zlib.compress(written.encode()))


def unpack(record: Record, path: str) -> Briefing:
    """The briefing that was packed, of the file at `path`. Raises ValueError for other bytes."""
    try:
        value = json.loads(zlib.decompress(record.rest))
        briefing: Briefing = _reader(Briefing)(value)  # type: ignore[misc]  # it is a dataclass
        document = replace(briefing.document, text=unpack_text(record.text), path=path)
    except (zlib.error, ValueError, TypeError, LookupError, RecursionError) as error:
        raise ValueError("no record of a briefing") from error
    return replace(briefing, document=document)


def pack_text(text: str) -> bytes:
    """A text in few bytes."""
    return zlib.compress(text.encode())


def unpack_text(packed: bytes) -> str:
    """The text that was packed. Raises ValueError for other bytes."""
    try:
        return zlib.decompress(packed).decode()
    except (zlib.error, ValueError) as error:
        raise ValueError("no record of a text") from error


def _fields_of(value: Any) -> list[object]:
    return [getattr(value, name) for name in _names(value.__class__)]


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


@cache
def _reader(kind: Any) -> _Read | None:
    """What makes a value of type `kind` of what JSON gives; None where that is it already."""
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        (some,) = (one for one in arguments if one is not NoneType)
        return _optional(_reader(some))
    if origin is tuple:
        return _tuple(_reader(arguments[0]))
    if isinstance(kind, type) and (is_dataclass(kind) or issubclass(kind, tuple)):
        hints = get_type_hints(kind)
        names = _names(kind) if is_dataclass(kind) else tuple(hints)
        return _object(kind, tuple(_reader(hints[name]) for name in names))
    return None


def _optional(read: _Read | None) -> _Read | None:
    return read and (lambda value: None if value is None else read(value))


def _tuple(read: _Read | None) -> _Read:
    return tuple if read is None else lambda values: tuple(map(read, values))


def _object(kind: Callable[..., Any], readers: tuple[_Read | None, ...]) -> _Read:
    if not any(readers):
        return lambda values: kind(*values)
    return lambda values: kind(
        *(
            value if read is None else read(value)
            for read, value in zip(readers, values, strict=True)
        )
    )
