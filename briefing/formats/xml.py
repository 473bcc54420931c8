"""XML as a stream of elements, of files one does not know: nothing is expanded, nothing fetched."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol
from xml.parsers import expat

from briefing.formats import FormatError

_SEPARATOR = "\n"


class Handler(Protocol):
    """What takes the elements of a file. Names are `prefix:name` with prefixes of our own."""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""

    def end(self, name: str) -> None:
        """An element ends."""

    def data(self, text: str) -> None:
        """Text between tags."""


def parse(data: bytes, handler: Handler, prefixes: Mapping[str, str]) -> None:
    """Give the elements of `data` to `handler`, in their order.

    `prefixes` says how a name space is called; names of others have none. Raises `FormatError`
    for what is no XML, after what stands before the mistake, and for entities of its own.
    """

    def short(name: str) -> str:
        space, _, local = name.rpartition(_SEPARATOR)
        prefix = prefixes.get(space, "")
        return f"{prefix}:{local}" if prefix else local

    def start(name: str, attributes: dict[str, str]) -> None:
        named = {short(key): value for key, value in attributes.items()}
        handler.start(short(name), named)

    def refuse(_name: str, _system: str | None, _public: str | None, internal: int) -> None:
        if internal:
            raise FormatError("XML that declares entities of its own, which is not read")

    parser = expat.ParserCreate(namespace_separator=_SEPARATOR)
    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = lambda name: handler.end(short(name))
    parser.CharacterDataHandler = handler.data
    parser.StartDoctypeDeclHandler = refuse
    parser.UseForeignDTD(False)
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise FormatError(f"damaged XML: {error}") from None


class Texts:
    """Collects the text of elements by their names, the first of each."""

    def __init__(self) -> None:
        self.found: dict[str, str] = {}
        self._open: list[tuple[str, list[str]]] = []

    def start(self, name: str, _attributes: Mapping[str, str]) -> None:
        """An element begins."""
        self._open.append((name, []))

    def end(self, name: str) -> None:
        """An element ends."""
        _, parts = self._open.pop()
        text = " ".join("".join(parts).split())
        if text:
            self.found.setdefault(name, text)

    def data(self, text: str) -> None:
        """Text between tags."""
        if self._open:
            self._open[-1][1].append(text)
