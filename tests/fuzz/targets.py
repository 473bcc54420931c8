"""What must hold of any bytes, part by part of the program. Each target raises where it does not.

The fuzzer (`python -m tests.fuzz`) and the tests call the same functions.
"""

from __future__ import annotations

import re
import sqlite3
import time
import tomllib
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from briefing.analysis.dates import dates, timeline
from briefing.analysis.pipeline import brief
from briefing.analysis.sentences import sentences, split
from briefing.document import (
    Block,
    Document,
    Failure,
    field,
    neutralise,
    normalise_newlines,
)
from briefing.formats import read_all
from briefing.formats.detection import SUFFIXES
from briefing.formats.limits import MEGABYTE, Limits
from briefing.library import fulltext
from briefing.library.record import pack_text
from briefing.library.state import State

_ISO = re.compile(r"-?\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
_COMMANDS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_KINDS = sorted(set(SUFFIXES))
_WRITTEN = (None, "2019-11-24", "2020-02-29", "2019", "x")
_LIMITS = Limits(text=MEGABYTE, file=MEGABYTE, unpacked=4 * MEGABYTE, entries=50, depth=3, pages=20)
SLACK = 1.0
"""Seconds that anything may take."""
PACE = 2e-6
"""Seconds a byte may take beyond that: two a megabyte."""


@contextmanager
def in_time(data: bytes, times: float = 1.0) -> Iterator[None]:
    """Fails where the work on `data` takes longer than its share of the processor."""
    began = time.process_time()
    yield
    spent = time.process_time() - began
    assert spent < times * (SLACK + PACE * len(data)), f"{spent:.1f} s for {len(data)} bytes"


def text_of(data: bytes) -> str:
    """Any bytes as text; what is no UTF-8 gives lone surrogates, which must do no harm either."""
    return data.decode("utf-8", "surrogateescape")


def sanitiser(data: bytes) -> None:
    """Nothing that commands a terminal is left, offsets stay, and twice is as once."""
    text = text_of(data)
    safe = neutralise(text)
    assert len(safe) == len(text)
    assert neutralise(safe) == safe
    assert not _COMMANDS.search(safe)
    assert not _COMMANDS.search(field(text))
    assert not set(field(text)) & set("\n\t")
    normal = normalise_newlines(text)
    assert normalise_newlines(normal) == normal
    document = Document(text, text, "text", title=text, date=text, language=text, notices=(text,))
    for shown in (document.text, document.path, document.title, document.date, *document.notices):
        assert shown is not None
        assert not _COMMANDS.search(shown)
    safe.encode()


def sentence_splitter(data: bytes) -> None:
    """Sentences stand in order, do not overlap, and leave out nothing but white space."""
    text = neutralise(text_of(data))
    position = 0
    with in_time(data):
        spans = split(text)
    for start, end in spans:
        assert position <= start < end <= len(text)
        assert not text[position:start].strip()
        assert text[start:end] == text[start:end].strip()
        position = end
    assert not text[position:].strip()


def date_grammar(data: bytes) -> None:
    """Dates stand in their sentences, in order, and are dates of the calendar."""
    written = _WRITTEN[data[0] % len(_WRITTEN)] if data else None
    document = paragraphs(text_of(data[1:]), written)
    parts = sentences(document)
    with in_time(data, 3):
        found = dates.find(document, parts)
        lines = timeline.build(document, parts, found)
    position = 0
    for mention in found:
        assert position <= mention.start < mention.end <= len(document.text)
        assert _ISO.fullmatch(mention.date), mention.date
        assert mention.until is None or _ISO.fullmatch(mention.until), mention.until
        position = mention.end
    assert [line.date for line in lines] == sorted(line.date for line in lines)
    assert all(line.start <= line.words.start < line.words.end <= line.end for line in lines)


def formats(data: bytes) -> None:
    """A file of any kind gives documents whose blocks lie in their text, or a reason why not.

    The first line is the suffix of its name, or any byte stands for one.
    """
    named, _, rest = data.partition(b"\n")
    suffix = text_of(named)
    if suffix not in SUFFIXES:
        suffix, rest = _KINDS[data[0] % len(_KINDS)] if data else ".txt", data[1:]
    with in_time(data, 3):
        results = list(read_all(rest, f"a{suffix}", limits=_LIMITS))
    for result in results:
        if isinstance(result, Failure):
            assert "fault of this program" not in result.reason, result.reason
            continue
        position = 0
        for block in result.blocks:
            assert position <= block.start <= block.end <= len(result.text)
            assert not result.text[position : block.start].strip()
            assert all(block.start <= c.start <= c.end <= block.end for r in block.rows for c in r)
            position = block.end
        assert all(0 <= mark.start <= mark.end <= len(result.text) for mark in result.inlines)
        assert not _COMMANDS.search(result.text)


def briefing(data: bytes) -> None:
    """A briefing of any text points into it."""
    document = paragraphs(text_of(data), "2019-11-24")
    with in_time(data, 20):
        made = brief(document)
    text = document.text
    places = [
        *((mention.start, mention.end) for one in made.entities for mention in one.mentions),
        *((mention.start, mention.end) for one in made.agreements for mention in one.mentions),
        *((one.start, one.end) for pact in made.agreements for one in pact.evidence),
        *((one.start, one.end) for one in made.summary),
        *((line.start, line.end) for line in made.timeline),
    ]
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert all(document.slice(one.start, one.end) == one.text for one in made.summary)


def full_text_query(data: bytes) -> None:
    """Whatever is typed is words to search for, never an operator or an error."""
    line, text = text_of(data), "The treaty was signed in Norport, Ærø and São Tomé."
    packed = pack_text(text)
    with closing(sqlite3.connect(":memory:")) as connection:
        if fulltext.available():
            connection.execute(fulltext.SCHEMA)
            fulltext.add(connection, 1, packed)
            for together in (False, True):
                asked = fulltext.ask(line, together)
                list(fulltext.documents(connection, asked, {1}))
                if found := fulltext.snippet(text + neutralise(line), asked):
                    assert "\n" not in found.shown


def state_file(data: bytes) -> None:
    """Whatever a state file holds, the reader starts, and what is kept is kept."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "state.sqlite3"
        file.write_bytes(data)
        state = State(file)
        with suppress(sqlite3.Error):  # a disk that fails is told to who calls
            state.put("kind", "key", [1, "two"])
            assert state.get("kind", "key") == [1, "two"]
        state.close()


def configuration(data: bytes) -> None:
    """Any file of settings gives settings, and says what does not count."""
    from briefing.app import config, keymap

    try:
        tomllib.loads(data.decode("utf-8", "replace"))
    except tomllib.TOMLDecodeError:
        return
    config.parse(data.decode("utf-8", "replace"), keymap.settable())


def paragraphs(text: str, written: str | None) -> Document:
    """`text` as a document with a block for each stretch that no blank line parts."""
    text = normalise_newlines(text)
    blocks = tuple(
        Block("paragraph", match.start(), match.end())
        for match in re.finditer(r"[^\n]+(?:\n[^\n]+)*", text)
        if match[0].strip()
    )
    return Document("fuzz.txt", text, "text", blocks, date=written)


TARGETS: dict[str, Callable[[bytes], None]] = {
    "sanitiser": sanitiser,
    "sentences": sentence_splitter,
    "dates": date_grammar,
    "formats": formats,
    "briefing": briefing,
    "queries": full_text_query,
    "state": state_file,
    "configuration": configuration,
}
"""The targets by the names by which they are asked for."""
