"""Reading and analysing off the event loop; what comes of it arrives on the loop."""

from __future__ import annotations

from asyncio import Queue, get_running_loop
from collections.abc import AsyncGenerator, Callable, Generator, Iterator, Sequence
from contextlib import closing, suppress
from functools import partial
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING, NamedTuple, NoReturn, TypeAlias, TypeVar

from briefing.document import Document

if TYPE_CHECKING:
    from briefing.analysis.briefing import Briefing
    from briefing.app.memory import Memory
    from briefing.finder import Finder
    from briefing.formats.limits import Limits
    from briefing.library import Beginning, Failure, Scan
    from briefing.library.catalogue import Catalogue
    from briefing.library.collection import Collection
    from briefing.library.holdings import Holdings
    from briefing.library.saved_names import SavedNames
    from briefing.library.search import Searchable
    from briefing.library.snapshot import Members, SavedSnapshot, Snapshot
    from briefing.library.stamp import Stamp
    from briefing.library.state import Value
    from briefing.library.store import Facts

Result: TypeAlias = "Beginning | Document | Briefing | Failure"
Results: TypeAlias = tuple[Result, ...]
"""What has come of a file: of each of its documents, in their order; nearly always of one."""
_AT_ONCE = 100
_FOUND_AT_ONCE = 2000
_FEW = 100
"""Documents of fewer than which nothing is saved: to index and merge them takes no time."""
_NEARLY = 0.02
"""Share of the documents that may be others than those for which something was saved."""
_WORTH = 0.5
"""Share of the documents that must be the same, for what was saved to be of use."""
T = TypeVar("T")


class Kept(NamedTuple):
    """The documents of a file now lie in the library."""

    documents: tuple[Facts, ...]


class Ahead:
    """Reads a short text, or the beginning of a long one, while the screen is still being made."""

    def __init__(self, path: Path, limits: Limits | None = None) -> None:
        self.path = path
        self.stamp: Stamp | None = None
        self._limits = limits
        self._result: Beginning | Document | Failure | None = None
        self._reading = Thread(target=self._read, daemon=True)
        self._reading.start()

    def _read(self) -> None:
        from briefing import library

        self.stamp = library.Stamp.of(self.path)
        self._result = library.read_first(self.path, self._limits)

    def take(self, seconds: float | None = None) -> Results:
        """What the file holds; nothing if that has not been read, or is not to be read here."""
        self._reading.join(seconds)
        return (self._result,) if self._result else ()


def load(
    source: Path | Ahead | Document,
    limits: Limits | None = None,
    holdings: Holdings | None = None,
    stopped: Callable[[], bool] = lambda: False,
) -> Iterator[Results | Kept]:
    """The texts in a file as soon as there is some, then the briefing of the first; or why not.

    A text is not read again. What is analysed is kept in the store of the `holdings`, and what it
    is kept as comes last. Short texts are read and analysed here, all else in a process apart.
    """
    from briefing.formats.limits import Limits
    from briefing.library import Beginning
    from briefing.library.apart import Apart, NotWantedError

    limits = limits or Limits()
    with suppress(NotWantedError), closing(Apart(limits, stopped)) as apart:
        if isinstance(source, Document):
            yield (apart.brief(source),)
            return
        ahead = Ahead(source, limits) if isinstance(source, Path) else source
        documents = ahead.take(limits.seconds)
        if documents:
            yield documents
        if holdings is not None and (kept := _kept(holdings, ahead.path, limits)):
            yield from kept
            return
        if not documents or isinstance(documents[0], Beginning):
            yield (documents := tuple(apart.read_all(ahead.path)))
        if isinstance(documents[0], Document):
            briefing = apart.brief(documents[0])
            yield (briefing,)
            if holdings is not None and len(documents) == 1:
                from briefing.library.ingest import keep

                if facts := keep(holdings.store, ahead.path, ahead.stamp, briefing, limits):
                    yield Kept((facts,))


def _kept(holdings: Holdings, path: Path, limits: Limits | None) -> tuple[Results, Kept] | None:
    """What has been analysed before: the briefing of the first document in a file."""
    from briefing.library.ingest import known

    facts = known(holdings.store, [(0, path)], limits).get(0)
    briefing = facts and holdings.store.briefing(facts[0].id, f"{path}{facts[0].tail}")
    return ((briefing,), Kept(facts)) if facts and briefing else None


def load_again(
    holdings: Holdings, path: Path, limits: Limits | None = None
) -> Iterator[Results | Kept]:
    """What a file that has changed is kept as."""
    from briefing.library.ingest import ingest

    for _, documents in ingest(holdings.store, [(0, path)], limits):
        yield Kept(documents)


def load_rest(
    holdings: Holdings,
    sources: Sequence[tuple[int, Path | Document]],
    stopped: Event,
    limits: Limits | None = None,
) -> Iterator[tuple[int, Results | Kept]]:
    """What many files are kept as, as soon as they are, from worker processes.

    What has been read already is analysed at last, and its briefing given.
    """
    from briefing.formats.limits import Limits
    from briefing.library.apart import Apart, NotWantedError
    from briefing.library.ingest import ingest
    from briefing.library.workers import start_server, usual_count

    start_server()
    files = [(number, source) for number, source in sources if isinstance(source, Path)]
    count = max(2, usual_count())
    with closing(ingest(holdings.store, files, limits, count, stopped.is_set)) as kept:
        for number, documents in kept:
            yield number, Kept(documents)
    limits = limits or Limits()
    with suppress(NotWantedError), closing(Apart(limits, stopped.is_set)) as apart:
        for number, source in sources:
            if isinstance(source, Document):
                yield number, (apart.brief(source),)


def find(scan: Scan) -> Iterator[tuple[Path, ...]]:
    """The rest of the files that a scan finds, some at a time."""
    while not scan.is_done:
        yield scan.more(_FOUND_AT_ONCE)


def look_up(
    holdings: Holdings, sources: Sequence[tuple[int, Path | Document]], limits: Limits | None = None
) -> Iterator[dict[int, tuple[Facts, ...]]]:
    """What has been kept of files that have not changed since, all at once."""
    from briefing.library.ingest import known

    files = [(number, source) for number, source in sources if isinstance(source, Path)]
    yield known(holdings.store, files, limits)


def notes(memory: Memory) -> Iterator[tuple[str, dict[str, Value]]]:
    """What the reader has noted at other times, of each kind."""
    from briefing.library.notebook import KINDS

    for kind in KINDS:
        yield kind, memory.recall(kind)


def recall(holdings: Holdings) -> Iterator[Finder | None]:
    """The finder that was saved for the documents that are held."""
    saved = _saved_names(holdings)
    yield saved.load() if saved else None


def catch_up(searchable: Searchable, holdings: Holdings) -> Iterator[None]:
    """Go on with what the catalogue has, after a finder that was saved."""
    from briefing.library.saved_names import made_from

    if searchable.is_behind:
        searchable.catch_up(searchable.made_from == made_from(holdings.ids()))
    yield


def save_names(searchable: Searchable, holdings: Holdings) -> Iterator[None]:
    """Keep what is searched for the next time, where that is not what was kept the last time."""
    from briefing.library.saved_names import made_from

    saved, documents = _saved_names(holdings), holdings.ids()
    if saved and searchable.made_from != made_from(documents):
        searchable.save(saved, documents)
    yield


def recall_together(holdings: Holdings) -> Iterator[Snapshot | None]:
    """What all documents said together the last time, but for where too many are others now."""
    saved = _saved_snapshot(holdings)
    found = saved.load() if saved else None
    same = _count_same(found.members, holdings) if found else 0
    yield found if found and same >= _WORTH * len(found.members) else None


def save_together(
    holdings: Holdings, collection: Collection, catalogue: Catalogue, last: Members
) -> Iterator[Members]:
    """Keep what all documents say together, unless that was done for nearly the same ones.

    Gives those it was done for: the `last`, or those there are now.
    """
    from briefing.library.snapshot import Snapshot

    now, changes = holdings.members(), collection.changes
    saved = _saved_snapshot(holdings)
    others = max(len(now), len(last)) - _count_same(last, holdings)
    if saved and others > _NEARLY * len(now):
        kept = {number: one for number, one in now.items() if one[0] and number in collection}
        snapshot = Snapshot(kept, collection.together, catalogue.names())
        if len(kept) == len(collection) and saved.save(snapshot):
            if collection.changes == changes:
                last = kept
            else:
                saved.drop()
    yield last


def _count_same(members: Members, holdings: Holdings) -> int:
    now = holdings.members()
    return sum(now.get(number) == member for number, member in members.items())


def _saved_names(holdings: Holdings) -> SavedNames | None:
    from briefing.library.saved_names import SavedNames

    if len(holdings) < _FEW or (folder := holdings.store.folder) is None:
        return None
    return SavedNames(folder, holdings.store.identity(), holdings.paths())


def _saved_snapshot(holdings: Holdings) -> SavedSnapshot | None:
    from briefing.library.snapshot import SavedSnapshot

    if len(holdings) < _FEW or (folder := holdings.store.folder) is None:
        return None
    return SavedSnapshot(folder, holdings.store.identity(), holdings.paths())


def take(catalogue: Catalogue, numbers: Sequence[int]) -> Iterator[list[int]]:
    """Take documents that are held into a catalogue, and give those that were, some at a time."""
    taken: list[int] = []
    for number, digest in catalogue.holdings.digests(numbers):
        catalogue.add(number, digest)
        taken.append(number)
        if len(taken) == _AT_ONCE:
            yield taken
            taken = []
    yield taken


async def aside(
    results: Iterator[T], stopped: Event, ended: Event | None = None
) -> AsyncGenerator[T, None]:
    """What comes of an iterator that runs in a thread of its own.

    When nobody waits any more, `stopped` is set and the thread left to itself, so that one can
    quit, or go on, in the midst of a long document. An exception of the thread is raised here.
    `ended` is set when the thread has done all it had to do.
    """
    loop = get_running_loop()
    arrived: Queue[Callable[[], T] | None] = Queue()

    def put(item: Callable[[], T] | None) -> None:
        with suppress(RuntimeError):  # the loop has ended
            loop.call_soon_threadsafe(arrived.put_nowait, item)

    def run() -> None:
        try:
            for result in results:
                put(partial(_same, result))
                if stopped.is_set():
                    break
        except BaseException as error:
            put(partial(_raise, error))
        finally:
            if isinstance(results, Generator):
                results.close()
            put(None)
            if ended:
                ended.set()

    Thread(target=run, daemon=True).start()
    try:
        while give := await arrived.get():
            yield give()
    finally:
        stopped.set()


def _same(result: T) -> T:
    return result


def _raise(error: BaseException) -> NoReturn:
    raise error
