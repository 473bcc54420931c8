"""Files to documents in the store: only what is new or has changed is read and analysed."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from sqlite3 import Error
from time import monotonic
from typing import TypeAlias

from briefing.analysis.briefing import Briefing
from briefing.formats.limits import Limits
from briefing.library import reading, workers
from briefing.library.failure import Failure
from briefing.library.stamp import Stamp
from briefing.library.store import Facts, Store
from briefing.library.work import content_key, failed, made, tail, version, work
from briefing.library.workers import Made, analyse, never

FEW = 4
"""Up to so many short texts are read here: starting a worker takes longer."""

_HELD = 0.5
"""Seconds that what is finished waits, at most, for more to be kept together with it."""
_MOST_HELD = 64
_LOST = "a fault of this program: nothing came of it"

Files: TypeAlias = Sequence[tuple[int, Path]]
Kept: TypeAlias = tuple[int, tuple[Facts, ...]]
"""The number of a file, and its documents in the store."""


def known(store: Store, files: Files, limits: Limits | None = None) -> dict[int, tuple[Facts, ...]]:
    """The documents of those files that have not changed since they were kept, by number."""
    stamped = ((number, path, Stamp.of(path)) for number, path in files)
    some = ((number, path, stamp) for number, path, stamp in stamped if stamp)
    return store.known(some, version(limits or Limits()))


def ingest(
    store: Store,
    files: Files,
    limits: Limits | None = None,
    count: int | None = None,
    stopped: Callable[[], bool] = never,
) -> Generator[Kept, None, None]:
    """Have all files, each given by a number of the caller's, read, analysed and kept.

    The documents of each come when they are kept: first of those that have not changed, then of
    those whose content is known, then as they become ready. Closing the iterator, or `stopped`,
    keeps what is finished and ends the workers.
    """
    left = dict(files)
    with closing(_ingest(store, files, limits or Limits(), count, stopped)) as results:
        for number, documents in results:
            left.pop(number, None)
            yield number, documents
    if not stopped():
        for number, path in left.items():  # whatever happens, no file goes without a word
            (documents,) = store.put([(path, failed(_LOST))])
            yield number, documents


def _ingest(
    store: Store, files: Files, limits: Limits, count: int | None, stopped: Callable[[], bool]
) -> Generator[Kept, None, None]:
    found = known(store, files, limits)
    yield from found.items()
    rest = [(number, path) for number, path in files if number not in found]
    ready: list[Kept] = []
    new = _new(store, rest, ready, limits)
    count = workers.usual_count() if count is None else count
    here = len(rest) <= FEW and all(reading.is_short(path) for _, path in rest)
    batches = _here(new, limits) if here else analyse(new, count, limits, stopped)
    held: list[Made] = []
    since = monotonic()
    try:
        for batch in batches:
            if batch and not held:
                since = monotonic()
            held += batch
            if held and (len(held) >= _MOST_HELD or monotonic() - since > _HELD):
                ready += _keep(store, held)
                held = []
            while ready:
                yield ready.pop(0)
            if stopped():
                break
    finally:
        close = getattr(batches, "close", None)
        if close:
            close()
        ready += _keep(store, held)
    yield from ready
    store.prune()


def _new(
    store: Store, files: Files, ready: list[Kept], limits: Limits
) -> Iterator[tuple[int, Path]]:
    """Those of `files` whose content is not known; the documents of the others go to `ready`."""
    for number, path in files:
        stamp = Stamp.of(path)
        beginning = reading.beginning(path, limits)
        if not isinstance(beginning, Failure):
            facts = store.find(path, stamp, content_key(path, *beginning, limits))
            if facts is not None:
                ready.append((number, facts))
                continue
        yield number, path


def _here(files: Iterator[tuple[int, Path]], limits: Limits) -> Iterator[list[Made]]:
    for number, path in files:
        yield [(number, path, work(path, limits))]


def _keep(store: Store, held: Sequence[Made]) -> list[Kept]:
    if not held:
        return []
    try:
        kept = store.put([(path, one) for _, path, one in held])
    except (ValueError, OverflowError, Error) as error:
        # One that cannot be kept takes none of the others with it.
        if len(held) > 1:
            return [kept for one in held for kept in _keep(store, [one])]
        ((_, path, _),) = held
        kept = store.put([(path, failed(f"a fault of this program: it cannot be kept: {error}"))])
    return [(number, facts) for (number, _, _), facts in zip(held, kept, strict=True)]


def keep(
    store: Store,
    path: Path,
    stamp: Stamp | None,
    result: Briefing | Failure,
    limits: Limits | None = None,
) -> Facts | None:
    """Keep what was made elsewhere of the only document of a file, which then had `stamp`.

    None where the file has changed since.
    """
    found = made(path, stamp, result, limits or Limits())
    return store.put([(path, found)])[0][0] if found else None


def result(
    store: Store, path: Path, facts: Facts, limits: Limits | None = None
) -> Briefing | Failure:
    """The briefing of a document of the file at `path`, or why there is none."""
    called = f"{path}{facts.tail}"
    if facts.reason is not None:
        return Failure(called, facts.reason)
    if briefing := store.briefing(facts.id, called):
        return briefing
    # The store has lost it meanwhile.
    documents = list(reading.read_all(path, limits))
    again = (one for one in documents if tail(one.path, str(path)) == facts.tail)
    return reading.brief(next(again, documents[0]))
